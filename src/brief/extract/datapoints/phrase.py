"""What a figure measures in the words of its source, where no known measure is named."""

from __future__ import annotations

from collections.abc import Sequence

from brief.extract.datapoints.clauses import EDGE
from brief.extract.datapoints.place import SHORT_WORD, Place, Stand
from brief.figure_words import Words
from brief.language import fold
from brief.quantities import Quantity

TIMES = frozenset({"day", "month", "year", "decade", "hour", "minute"})
_PHRASE = 6  # words of a measure that is told in the words of the source


def phrase(stand: Stand, place: Place) -> str | None:
    """What is measured: the counted noun, «من …», or what precedes."""
    figure, clause = stand.figure, stand.clause
    after = place.text[figure.end : clause[1]].split()
    previous = stand.previous
    before = place.text[max(clause[0], previous) : figure.start].split()
    if before and not place.text[figure.start - 1].isspace():
        before.pop()  # a preposition written to the figure
    if figure.unit == "ordinal":
        return _ordinal_phrase(figure, before, after, place.words)
    if figure.noun is not None:
        own = place.text[figure.start : figure.end].endswith(figure.noun)
        return _with_adjective(figure.noun, after, place.words) if own else figure.noun
    if figure.unit in TIMES:
        return None
    if figure.unit == "percent" and after and fold(after[0]) in place.words.whole:
        return " ".join(_run(after[1:], place.words)[:_PHRASE]) or None
    earlier = place.text[previous : max(previous, clause[0])].rstrip(EDGE).split()
    before = _closed(before, place.words) or _closed(earlier, place.words)
    kept = list(filter(None, (word.strip(EDGE) for word in before[-_PHRASE:])))
    while kept and fold(kept[0]) in place.words.phrase_stops:
        kept.pop(0)
    said = " ".join(kept)
    return said if len(said) > SHORT_WORD and any(sign.isalpha() for sign in said) else None


def price(stand: Stand, place: Place) -> str | None:
    """The words that name a price, from «متوسط» or «سعر» to the figure."""
    said = place.text[max(stand.clause[0], stand.previous) : stand.figure.start].split()
    heads = [at for at, word in enumerate(said) if fold(word) in place.words.price_heads]
    kept = _closed(said[heads[0] :], place.words) if heads else []
    return " ".join(kept) if 1 < len(kept) <= _PHRASE else None


def _closed(words: list[str], cues: Words) -> list[str]:
    """The words without those at their end that only lead to the figure."""
    end = len(words)
    while end and fold(words[end - 1]) in cues.phrase_stops:
        end -= 1
    return words[:end]


def _with_adjective(noun: str, after: Sequence[str], cues: Words) -> str:
    """The noun with the adjective that agrees with it in its ending."""
    following = after[0] if after else ""
    agrees = len(following) > SHORT_WORD and fold(following)[-1:] == fold(noun)[-1:]
    return f"{noun} {following}" if agrees and _run([following], cues) else noun


def _ordinal_phrase(figure: Quantity, before: Sequence[str], after: Sequence[str], cues: Words) -> str | None:
    if before and figure.noun is not None and before[-1] == figure.noun:
        first = next(
            (at for at in range(len(before) - 1, -1, -1) if fold(before[at]) in cues.rank | cues.series),
            len(before) - 1,
        )
        return " ".join(before[max(first, len(before) - _PHRASE) :])
    return " ".join(_run(after, cues)[:3]) or figure.noun


def _run(words: Sequence[str], cues: Words) -> list[str]:
    """The words up to the first that ends a phrase."""
    taken: list[str] = []
    for word in words:
        if fold(word) in cues.phrase_stops or not fold(word).isalpha():
            break
        taken.append(word)
    return taken
