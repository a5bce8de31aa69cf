"""Between two paragraphs of an article: headings, lists and tables stay, what leads away goes.

A heading stands alone above the text it heads. Several short rows in a run are a list if
the row above announces one or they are formed as one; else they are titles of other articles
and speak of other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby

from msgspec import Struct

from brief.clean import topic
from brief.clean.reasons import HEADING_WORDS, Reason
from brief.clean.rows import Row
from brief.clean.stretch import Judged
from brief.clean.tails import tail
from brief.language import Language, fold, table
from brief.model import Furniture

# A heading below a box of pointers is shorter than their titles.
SHORT_HEADING = 5
# Two short rows may be a title over a title; more are not.
STACKED = 2
# Before the only note below an article: who its author is, what was changed.
_STAR = "*"
# Titles do not end so.
_CLOSED = (".", '."', ".»", "،")


class _Run(Struct, frozen=True):
    """The rows between two paragraphs: (number, row) each, and the row above them."""

    rows: tuple[tuple[int, Judged], ...]
    above: Row | None

    @property
    def undecided(self) -> tuple[tuple[int, Row], ...]:
        """Those that neither a reason nor the format of the file tells of."""
        return tuple(
            (number, one.row) for number, one in self.rows if one.reason is None and not one.row.hint
        )

    @property
    def box(self) -> int | None:
        """The number of the row that opens a box of pointers to other articles, or a poll."""
        opening = (number for number, one in self.rows if one.announces or one.reason == Reason.POLL)
        return next(opening, None)

    @property
    def dated(self) -> bool:
        """Whether a date stands among them: they are another article's, or the page's own head."""
        return any(one.reason == Reason.DATE for _, one in self.rows)

    @property
    def announced(self) -> bool:
        """Whether the paragraph above, or one of them, leads into a list."""
        rows = (one.row for _, one in self.rows if one.reason is None)
        return any(row is not None and row.text.endswith(":") for row in (self.above, *rows))


@dataclass(frozen=True)
class _Prose:
    """The paragraphs of an article; what they speak of is worked out when first asked for."""

    rows: tuple[Row, ...]
    language: Language

    @cached_property
    def _subjects(self) -> frozenset[str]:
        return topic.of_all(self.rows, self.language)

    def mentions(self, row: Row) -> bool:
        """Whether they speak of anything that `row` speaks of."""
        return not self._subjects.isdisjoint(topic.subjects(row, self.language))


def leading_away(rows: Sequence[Judged], language: Language) -> Iterator[tuple[int, Reason]]:
    """The rows of an article's stretch that no reason of their own removes but their company does."""
    yield from ((number, Reason.NOTES) for number in _lives(rows, language))
    prose = _Prose(tuple(judged.row for judged in rows if judged.prose), language)
    for is_prose, group in groupby(enumerate(rows), key=lambda pair: pair[1].prose):
        if not is_prose:
            run = tuple(group)
            above = rows[run[0][0] - 1].row if run[0][0] else None
            yield from _pointers(_Run(run, above), prose)


def _lives(rows: Sequence[Judged], language: Language) -> Iterator[int]:
    """The last rows of an article that tell who its authors are: by name, or behind the star of a note.

    Where other rows bear a star too, they are a list of the article.
    """
    is_life = _life(language)
    starred = [number for number, judged in enumerate(rows) if _is_starred(judged)]
    for number in range(len(rows) - 1, 0, -1):
        if rows[number].reason is None:
            if starred != [number] and not is_life.match(rows[number].row.key):
                return
            yield number


def _is_starred(judged: Judged) -> bool:
    return judged.reason is None and judged.row.text.lstrip().startswith(_STAR)


@cache
def _life(language: Language) -> re.Pattern[str]:
    """A name of two to four words, then what its bearer is."""
    roles = "|".join(map(fold, table(language.code, "furniture")["life"]))
    return re.compile(rf"(?:\w+[ ]){{1,3}}\w+\W{{1,3}}(?:{roles})(?!\w)")


def _pointers(run: _Run, prose: _Prose) -> Iterator[tuple[int, Reason]]:
    """Of the rows between two paragraphs those that break off or are titles of other articles."""
    undecided = run.undecided
    yield from ((number, Reason.TRUNCATED) for number, row in undecided if row.truncated)
    whole = [(number, row) for number, row in undecided if not row.truncated]
    if run.box is not None or run.dated:
        titles = _of_box(run, whole)
    else:
        loose = [(number, row) for number, row in whole if not _is_formed(row)]
        is_list = run.announced or len(loose) <= STACKED
        titles = [] if is_list else [pair for pair in loose if not prose.mentions(pair[1])]
    yield from (
        (number, Reason.FRAME if run.box is None and run.dated else Reason.RELATED) for number, _ in titles
    )


def _of_box(run: _Run, rows: Sequence[tuple[int, Row]]) -> list[tuple[int, Row]]:
    """What belongs to a box of titles and dates; below a pointer or a poll's question, sentences, too.

    The last row of the run may be the heading of the text that goes on: it is shorter than a
    title above it, ends in a colon, or asks what the text answers.
    """
    first = run.box
    found = [
        (number, row) for number, row in rows if not _is_formed(row) or (first is not None and number > first)
    ]
    if not found or found[-1][0] != run.rows[-1][0]:
        return found
    last = found[-1][1]
    short = last.words <= SHORT_HEADING and len(found) > 1 and not _is_formed(last)
    return found[:-1] if short or last.text.endswith(":") or last.asks else found


def _is_formed(row: Row) -> bool:
    """Whether a row is a sentence, a point of a list, a lead-in or a row of a table by its form."""
    return row.stops or row.listed or row.cells > 1 or row.text.endswith(":")


def is_heading(rows: Sequence[Judged], number: int) -> bool:
    """Whether a row of an article heads what follows it."""
    row = rows[number].row
    if row.hint is not None:
        return row.hint.kind == "heading"
    if not _may_head(rows, number) or number == len(rows) - 1:
        return False
    if row.listed and not row.text.endswith(":"):
        return rows[number + 1].prose and not (number and rows[number - 1].row.listed)
    return not _is_verse(rows, number)


def _may_head(rows: Sequence[Judged], number: int) -> bool:
    """Whether a row is as short and as open as titles are, and no row of a table nor what leads into one."""
    one = rows[number]
    if one.prose or one.row.words > HEADING_WORDS or one.row.cells > 1 or one.row.text.endswith(_CLOSED):
        return False
    leads_in = one.goes_on and one.row.text.endswith(":")
    return not leads_in and not (number + 1 < len(rows) and rows[number + 1].row.cells > 1)


def _is_verse(rows: Sequence[Judged], number: int) -> bool:
    """Whether a row stands in a run of its like: lines of a poem or of a list head nothing."""
    first = last = number
    if rows[number].row.stops:
        return False
    while first and _is_loose(rows, first - 1):
        first -= 1
    while last + 1 < len(rows) and _is_loose(rows, last + 1):
        last += 1
    announced = first > 0 and rows[first - 1].row.text.endswith(":")
    return last - first >= STACKED or (announced and last > first)


def _is_loose(rows: Sequence[Judged], number: int) -> bool:
    return _may_head(rows, number) and not rows[number].row.ends


def calls(rows: Iterable[Judged], language: Language) -> Iterator[Furniture]:
    """What a page calls out for behind the last sentence of a row, without the blanks before it."""
    for one in rows:
        if cut := tail(one.row.text, language):
            call = one.row.text[-cut:].lstrip()
            yield Furniture(one.row.end - len(call), one.row.end, str(Reason.FRAME))
