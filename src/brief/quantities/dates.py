"""Which figures lie in a date; dates are looked for only where one can be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from brief import periods
from brief.language import Language
from brief.quantities.passage import Figure, Passage

_AROUND = 4  # words around a bare number in which a date that holds it is named
_BEHIND = 2  # words after a stretch of time that make it a date: the last fifteen days
_ANY_DAY = "2000-01-01"  # any will do: only the spans of dates count
_YEAR_DIGITS = 4
_STRETCHES = frozenset({"second", "minute", "hour", "day", "month", "year", "decade"})


class Dates:
    """The dates of a passage, as spans of the source if they are known, found when first needed."""

    def __init__(self, passage: Passage, language: Language, known: Iterable[tuple[int, int]] | None) -> None:
        self.passage, self.language = passage, language
        self.spans = None if known is None else self._folded(known)

    def holds(self, figure: Figure) -> bool:
        """Whether a figure lies in a date; «قبل ثلاث سنوات» tells an amount too."""
        if self.spans is None:
            if not _possible(self.passage, figure):
                return False
            found = periods.find(self.passage.text, self.language, _ANY_DAY)
            self.spans = self._folded((time.start, time.end) for time in found)
        at = bisect_right(self.spans, (figure.start, len(self.passage.text))) - 1
        if at >= 0 and self.spans[at][1] > figure.start:
            return self.spans[at][0] == figure.start or not self._counts_back(figure)
        after = self.spans[at + 1] if at + 1 < len(self.spans) else None
        return after is not None and after[0] < figure.end and not self._echoed(figure, after)

    def _counts_back(self, figure: Figure) -> bool:
        article = self.passage.words.article
        return figure.unit in _STRETCHES and not self.passage.folded.text.startswith(article, figure.start)

    def _echoed(self, figure: Figure, span: tuple[int, int]) -> bool:
        """«يوما ونصف اليوم»: the last word of a figure would be a date alone."""
        last = self.passage.tokens[figure.next - 1]
        return last.text.isalpha() and span == (last.start, last.end)

    def _folded(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        position = self.passage.folded.position
        return sorted((position(start), position(end)) for start, end in spans)


def _possible(passage: Passage, figure: Figure) -> bool:
    """Whether a year or a word of time stands where the figure could belong to it."""
    own = passage.texts[figure.first : figure.next]
    if _any_year(own) or passage.word(figure.first - 1) in passage.words.sets["year"]:
        return True
    words = passage.words.times
    if figure.unit in _STRETCHES:
        near = passage.texts[figure.next : figure.next + _BEHIND]
    elif figure.noun is not None and figure.unit != "ordinal":
        near, words = own, passage.words.months
    elif figure.unit not in ("count", "ordinal"):
        return False
    else:
        near = passage.texts[max(0, figure.first - _AROUND) : figure.next + _AROUND]
        if _any_year(near):
            return True
    return not words.isdisjoint(near)


def _any_year(texts: Sequence[str]) -> bool:
    return any(len(text) == _YEAR_DIGITS and text.isdigit() for text in texts)
