"""The day of a turn: an article opens with the deal or the end of what an earlier one opens with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from brief import cues, periods
from brief.dating import DAY
from brief.extract.events.alike import stems
from brief.language import Language, fold
from brief.model import Document
from brief.overtaken.passages import SHARED, day

# What an article opens with is its title and so many sentences: that it is about, that it tells as news.
LEAD, NEWS = 4, 2
_ENDS = ("made", "resumed", "ended")


class _Opening(Struct, frozen=True):
    """How an article opens: the day it was written on, its opening and those words of it that tell an end.

    The stems are those of the opening, and of each end.
    """

    day: str
    text: str
    stems: frozenset[str]
    ends: tuple[tuple[str, frozenset[str]], ...]


def turn(documents: Collection[Document], language: Language) -> str:
    """The day of the last article that opens with an end which was still open in an earlier one.

    Of several that tell the end of the same the first counts. Empty where none does.
    """
    news = [one for one in documents if day(one) and not one.background]
    openings = sorted((_opening(one, language) for one in news), key=lambda one: one.day)
    still = [one for one in openings if not one.ends and _is_open(one, language)]
    found = (next(_after(one, openings, language), "") for one in still)
    return max(found, default="")


def before(days: Iterable[str], turn: str) -> bool:
    """Whether all of these times are days before a turn: a month or a year, or no time, is none."""
    return all(len(one) == DAY and one < turn for one in days)


def _after(open_one: _Opening, openings: Collection[_Opening], language: Language) -> Iterator[str]:
    """The days of later articles that open with the end of what one opens with."""
    for other in openings:
        if other.day > open_one.day and any(
            len(own & open_one.stems) >= SHARED and not _is_earlier(end, open_one, other, language)
            for end, own in other.ends
        ):
            yield other.day


def _is_earlier(end: str, open_one: _Opening, other: _Opening, language: Language) -> bool:
    """Whether an end is told of a day on which the article that does not know of it was not yet written."""
    named = [one.first for one in periods.find(end, language, other.day) if len(one.first) == DAY]
    return any(one < open_one.day for one in named)


def _is_open(opening: _Opening, language: Language) -> bool:
    return cues.expression(language, "overtaken", "turned", "open").search(fold(opening.text)) is not None


def _opening(document: Document, language: Language) -> _Opening:
    sentences = [one.anchor.text for one in document.sentences[:LEAD]]
    told = [document.title or "", *sentences[:NEWS]]
    ends = tuple((one, stems(one, language)) for one in told if _tells_end(fold(one), language))
    text = " ".join((document.title or "", *sentences))
    return _Opening(day(document), text, stems(text, language), ends)


def _tells_end(text: str, language: Language) -> bool:
    """Whether folded words tell an end as done, not one that is expected or has not come."""
    open_one = cues.expression(language, "overtaken", "expected", "sign")
    return any(
        (found := cues.expression(language, "overtaken", "turned", name).search(text)) is not None
        and not open_one.search(text, 0, found.start())
        for name in _ENDS
    )
