"""Whether a text that speaks of «the two countries» names them."""

from __future__ import annotations

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, view
from brief.morphology import morphology

_TWO = 2


def names_its_parties(around: Surroundings, start: int, end: int) -> bool:
    """Whether words such as «البلدين» find two parties in the text itself, or the article is about two.

    Where the article names more states than two, those that act («وقع البلدان …») are named before.
    """
    text = around.document.text[start:end]
    key = view(text)
    acting = cues.of(around.language, "statements", "acting_pairs").search(key.text)
    acting_at = acting.start() if acting else _pair(around.language, key.text)
    if acting_at is not None and around.is_crowded:
        return _are_named(around, start, start + key.span(acting_at, acting_at + 1)[0], end)
    if acting_at is None and not cues.of(around.language, "statements", "anaphors").search(key.text):
        return True
    return len(_parties(around, start, end)) >= _TWO or around.has_principals


def _are_named(around: Surroundings, start: int, place: int, end: int) -> bool:
    """Whether just two parties are named before a place, or two states are joined anywhere."""
    parties = _parties(around, start, place)
    states = {key for key, kind in parties if kind == "country"}
    return (len(parties) >= _TWO >= len(states)) or around.couple_between(start, end)


def _parties(around: Surroundings, start: int, end: int) -> set[tuple[str, str]]:
    """The states and persons named between two places."""
    named = around.named_between(start, end)
    return {(name.key, name.kind) for name in named if name.kind in ("country", "person")}


def _pair(language: Language, key: str) -> int | None:
    """Where a word that may be a plural («البلدان») means two: not when governed, nor before «التي»."""
    relative = cues.opening(language, "statements", "plural_relatives")
    for match in cues.of(language, "statements", "anaphors_or_plurals").finditer(key):
        before = key[: match.start()].split()[-1:]
        governed = cues.of(language, "statements", "before_plurals").fullmatch("".join(before))
        inclined = match["proclitic"] and match["proclitic"] not in morphology(language).joining
        if not (inclined or governed or relative.match(key[match.end() :])):
            return match.start()
    return None
