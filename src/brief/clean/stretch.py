"""Which rows of a page are an article: the stretch that holds most prose and least frame.

Each row weighs about as many words as it speaks for or against being inside; the article is
the run of rows with the greatest sum. So a box between two paragraphs is bridged, and what
stands below an article needs prose of its own to be another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import inf

from msgspec import Struct

from brief.clean import topic
from brief.clean.reasons import Reason
from brief.clean.rows import PROSE_WORDS, Row
from brief.language import Language, fold, table
from brief.morphology import morphology

# In words of prose. A paragraph of any length counts as no more than `MOST`.
MOST = 60
GOES_ON = 10.0
TITLE = -2.0
ASIDE = -4.0
WEIGHTS: dict[str, float] = {
    Reason.RELATED: -5.0,
    Reason.CAPTION: -2.0,
    Reason.SHARE: -2.0,
    Reason.NO_WORDS: -1.0,
    Reason.LANGUAGE: -2.0,
    Reason.DATE: -3.0,
    Reason.POLL: -5.0,
    Reason.REPEATED: -12.0,
    Reason.CREDIT: -15.0,
    Reason.HASHTAGS: -15.0,
    Reason.NOTICE: -15.0,
    Reason.TAGS: -30.0,
    Reason.NOTES: -60.0,
    Reason.COMMENTS: -150.0,
}
# A line that says no more than «read also» opens a box.
BOX = -25.0
BOX_WORDS = 4
# An article has few boxes; a page of thousands is a list.
MOST_BOXES = 50
# Fewer signs are a bullet.
RULE = 3
# What the format of a file keeps out says little of where the article ends.
HINTED = -0.1
SECOND_PROSE = 3
SECOND_WORDS = 60
TITLE_WORDS = range(3, 26)
# A second headline joins two sentences by dots; what it says the text says again.
_TWO_HEADS = re.compile(r"\w\s?\.\.\s")
# Shorter rows below a title are the words under a picture.
STANDFIRST_WORDS = 10
# How much of a title its article says.
TITLE_SHARE = 0.4
OPENING_ROWS = 3
# How far each piece of evidence speaks for a second article, as logarithms of odds. `SAME` was
# measured on articles cut at every paragraph against pairs of different ones: of the former a
# twentieth lies below .56, of the latter a twentieth above .96, and nine tenths below .7.
ONE_ARTICLE = 0.7
TOLD = ((0.1, -1.0), (0.3, 0.0), (inf, 1.5))
SAME = ((0.5, 3.0), (0.7, 1.5), (0.9, 0.0), (inf, -1.0))
MORE_TITLES = 1.5
# What is too short for an article is a teaser, or the rest of this one: losing that costs more.
TEASER = 1.0


class Judged(Struct, frozen=True):
    """A row and why it alone says that it is no part of an article.

    `prose` says that it is a paragraph of somebody's article, `goes_on` that it opens with
    «and he said» or «but»: it goes on with what stands above.
    """

    row: Row
    reason: Reason | str | None
    prose: bool
    goes_on: bool

    @property
    def announces(self) -> bool:
        """Whether it says «read also» and nothing else."""
        return self.reason == Reason.RELATED and self.row.words <= BOX_WORDS and not self.row.hint

    @property
    def rule(self) -> bool:
        """Whether it is a rule across the page."""
        drawn = self.row.end - self.row.start >= RULE and not any(map(str.isalnum, self.row.key))
        return self.reason == Reason.NO_WORDS and drawn

    @property
    def weight(self) -> float:
        """For (above 0) or against its being inside of an article, in words."""
        if self.reason is not None:
            hinted = self.row.hint is not None and self.reason == self.row.hint.reason
            if hinted:
                return HINTED
            return BOX if self.announces else WEIGHTS.get(self.reason, ASIDE)
        if self.prose:
            words = min(max(self.row.words, PROSE_WORDS if self.row.hint else 1), MOST)
            return words + GOES_ON if self.goes_on else words
        if self.row.stops or self.row.listed or self.row.cells > 1:
            return 0.0
        return TITLE


class Stretch(Struct, frozen=True):
    """The rows `first` to `last` are an article, of the part of the page from `begin` to before `end`.

    `standfirst` is a row of it above byline and date, the sentence that sums it up.
    """

    begin: int
    first: int
    last: int
    end: int
    standfirst: int | None


def judged(rows: Sequence[Row], reasons: Sequence[Reason | str | None], language: Language) -> list[Judged]:
    """The rows with what is known of each alone."""
    onward = _continuations(language)
    told = [number for number, row in enumerate(rows) if row.hint and row.hint.kind == "paragraph"]
    between = range(told[0], told[-1]) if told else range(0)
    found = []
    for number, (row, reason) in enumerate(zip(rows, reasons, strict=True)):
        passed_over = reason == Reason.OUTSIDE and number in between and row.prose and row.stops
        told_prose = row.hint.kind == "paragraph" if row.hint else row.prose
        prose = passed_over or (reason is None and told_prose)
        goes_on = onward.match(row.key) is not None
        found.append(Judged(row, None if passed_over else reason, prose=prose, goes_on=goes_on))
    return found


def articles(rows: Sequence[Judged], language: Language) -> tuple[Stretch, ...]:
    """The articles of a page in their order; none where there is no prose."""
    found: list[tuple[int, int]] = []
    begins: list[int] = []
    for begin, end in _parts(rows, language):
        best = heaviest([judged.weight for judged in rows[begin:end]])
        if best is not None and (_is_long(rows[begin:end]) if begin else _has_prose(rows[begin:end])):
            begins.append(begin)
            found.append(_widened(rows, begin + best[0], begin + best[1], (begin, end)))
    edges = (0, *begins[1:], len(rows))
    return tuple(
        _stretch(rows, (edges[number], edges[number + 1]), place, language)
        for number, place in enumerate(found)
    )


def heaviest(weights: Sequence[float]) -> tuple[int, int] | None:
    """(first, last) of the run with the greatest sum, the longer one of two; None if all are 0 or less.

    Kadane's algorithm, in one pass.
    """
    best: tuple[float, int, int] | None = None
    total, start = 0.0, 0
    for number, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, number
        total += weight
        if weight > 0 and (best is None or total > best[0]):
            best = (total, start, number)
    if best is None:
        return None
    first = next(number for number in range(best[1], best[2] + 1) if weights[number] > 0)
    return first, best[2]


def _widened(rows: Sequence[Judged], first: int, last: int, part: tuple[int, int]) -> tuple[int, int]:
    """The stretch with the short sentences right before and after it: an opening, a closing word."""
    while last + 1 < part[1] and _is_sentence(rows[last + 1]):
        last += 1
    while first > part[0] and _is_sentence(rows[first - 1]):
        first -= 1
    return first, last


def _stretch(
    rows: Sequence[Judged], part: tuple[int, int], place: tuple[int, int], language: Language
) -> Stretch:
    """The stretch with its standfirst, which may stand above the page's head or be taken for the text."""
    (begin, end), (first, last) = part, place
    below = _below_head(rows, first, last)
    if below is not None:
        return Stretch(begin, below, last, end, first)
    return Stretch(begin, first, last, end, _standfirst(rows, begin, place, language))


def _below_head(rows: Sequence[Judged], first: int, last: int) -> int | None:
    """The row where the text begins if a date stands between it and a single paragraph above."""
    following = next((number for number in range(first + 1, last + 1) if rows[number].prose), first)
    dates = [number for number in range(first + 1, following) if rows[number].reason == Reason.DATE]
    if not dates:
        return None
    return next(
        number for number in range(dates[-1], last + 1) if rows[number].prose or _is_sentence(rows[number])
    )


def _standfirst(rows: Sequence[Judged], begin: int, place: tuple[int, int], language: Language) -> int | None:
    """The row right below the title that is too long for one and speaks of what the article does."""
    first, last = place
    open_ = [number for number in range(begin, first) if rows[number].reason is None]
    pairs = [
        (title, number)
        for title, number in pairwise(open_)
        if number == title + 1 and rows[title].row.words in TITLE_WORDS and _may_sum_up(rows[number].row)
    ]
    if not pairs:
        return None
    prose = topic.of_all((judged.row for judged in rows[first : last + 1] if judged.prose), language)
    told = (pair for pair in pairs if all(_told(rows[number].row, prose, language) for number in pair))
    return next((number for _, number in told), None)


def _may_sum_up(row: Row) -> bool:
    headline = _TWO_HEADS.search(row.text) and not row.stops
    return row.words >= STANDFIRST_WORDS and not (row.truncated or row.listed or row.hint or headline)


def _told(row: Row, prose: frozenset[str], language: Language) -> bool:
    return topic.share(topic.subjects(row, language), prose) >= TITLE_SHARE


def _is_sentence(judged: Judged) -> bool:
    row = judged.row
    return judged.reason is None and row.stops and not (row.truncated or row.marked or row.asks)


def _parts(rows: Sequence[Judged], language: Language) -> list[tuple[int, int]]:
    """The page cut where another article begins."""
    boxes = [number for number, judged in enumerate(rows) if judged.announces or judged.rule]
    cuts = [0]
    for number in boxes[:MOST_BOXES]:
        if _opens_another(rows[cuts[-1] : number], rows[number + 1 :], language, ruled=rows[number].rule):
            cuts.append(number)
    return [*zip(cuts, [*cuts[1:], len(rows)], strict=True)]


def _opens_another(
    before: Sequence[Judged], after: Sequence[Judged], language: Language, *, ruled: bool
) -> bool:
    """Whether the rows that follow are another article, and not the rest of the one above a pointer.

    Three things tell: whether the first paragraph goes on where the last one ended, whether the
    only title between is said again by the text below it, and whether that text speaks of the
    same. A rule without a title below it is a pause.
    """
    if not (_is_long(before) and _has_prose(after)):
        return False
    first = next(number for number, judged in enumerate(after) if judged.prose)
    titles = [judged.row for judged in after[:first] if _may_be_title(judged)]
    if after[first].goes_on or (ruled and not titles):
        return False
    above, below = (tuple(judged.row for judged in part if judged.prose) for part in (before, after))
    opening = topic.of_all(below[:OPENING_ROWS], language)
    told = max((topic.share(topic.subjects(title, language), opening) for title in titles), default=0.0)
    same = topic.likeness(below[: OPENING_ROWS + 1], above, language)
    odds = ONE_ARTICLE + _step(TOLD, told) + _step(SAME, same) - max(len(titles) - 1, 0) * MORE_TITLES
    return odds > (0 if _is_long(after) else TEASER)


def _may_be_title(judged: Judged) -> bool:
    """Whether a row may name an article; one that the format keeps out may name another one."""
    return judged.row.words in TITLE_WORDS and (judged.reason is None or judged.row.hint is not None)


def _step(steps: Sequence[tuple[float, float]], value: float) -> float:
    """What the first step says whose bound `value` does not reach."""
    return next(weight for bound, weight in steps if value < bound)


def _has_prose(rows: Sequence[Judged]) -> bool:
    return any(judged.prose for judged in rows)


def _is_long(rows: Sequence[Judged]) -> bool:
    prose = [judged.row.words for judged in rows if judged.prose]
    return len(prose) >= SECOND_PROSE and sum(prose) >= SECOND_WORDS


@cache
def _continuations(language: Language) -> re.Pattern[str]:
    said = morphology(language)
    words = "|".join(map(re.escape, map(fold, table(language.code, "furniture")["continues"])))
    verb = rf"{re.escape(said.conjunction)}[{said.imperfect}]\w{{3,}}"
    return re.compile(rf"\W*(?:(?:{words})(?!\w)|{verb})")
