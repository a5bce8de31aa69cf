"""Whether a figure tells a level, a change or a part."""

from __future__ import annotations

from brief import measures
from brief.extract.datapoints import clauses
from brief.extract.datapoints.phrase import TIMES
from brief.extract.datapoints.place import Place, Stand
from brief.measures import Kind

BARE = 4  # words from «among them» or from a measure to a number without a unit of its own


def change(stand: Stand, unit: str, place: Place) -> Kind | None:
    """Whether a figure tells by how much something rose or fell; None where it is a level or a share."""
    figure, words = stand.figure, place.words.change
    if figure.unit in TIMES or figure.unit in ("ordinal", "times"):
        return None
    window, shift = leading(stand, place)
    near = clauses.within(place.hits, shift, shift + len(window))
    covered = [(hit.start - shift, hit.end - shift) for hit in near if hit.measure.heads]
    found = None
    for match in words.any.finditer(window):
        own = any(start <= match.start("cue") < end for start, end in covered)
        if not own and not words.no.match(window, match.start()):
            found = match
    if found is None:
        return None
    cue = " ".join(found["cue"].split())
    kind = Kind.RISE if cue in words.rise else Kind.FALL
    return kind if _is_change(cue, window[found.end() :], stand, unit, place) else None


def _is_change(cue: str, tail: str, stand: Stand, unit: str, place: Place) -> bool:
    """Whether what stands between the word of a change and a figure leads to the change itself."""
    words = place.words.change
    tail = words.bounds.sub(" ", tail)
    last = [word for word in tail.split() if word not in words.near][-2:]
    noun = cue in words.nouns
    if noun and cue.endswith(place.words.accusative) and words.reached & set(tail.split()):
        return True
    if words.level & set(last) or (not noun and words.verbs & set(last)):
        return False
    if measures.family(unit, place.known) in ("percent", "points"):
        return True
    return bool(last) and last[-1] in words.by


def leading(stand: Stand, place: Place) -> tuple[str, int]:
    """The folded words that lead to a figure in its clause, or beyond it where that says nothing."""
    start = stand.since if stand.bare else max(min(stand.clause[0], stand.figure.start), stand.since)
    return place.fold(start, stand.figure.start), place.folded.position(start)


def is_supposed(stand: Stand, place: Place) -> bool:
    """Whether a figure stands in a condition or a question: «if inflation goes beyond 4 per cent»."""
    return place.words.asked.search(leading(stand, place)[0]) is not None


def is_part(stand: Stand, place: Place) -> bool:
    """Whether a figure counts a part of what is named before it: «بينهم 5 أطفال»."""
    if stand.figure.unit not in ("persons", "count"):
        return False
    leading = place.fold(max(stand.since, min(stand.clause[0], stand.figure.start)), stand.figure.start)
    match = place.words.parts.search(leading)
    return match is not None and len(leading[match.end() :].split()) <= BARE
