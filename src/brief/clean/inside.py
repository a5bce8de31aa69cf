"""Between two paragraphs of an article: headings, lists and tables stay, what leads away goes.

A heading stands alone above the text it heads. Several short rows in a run are a list if
the row above announces one or they are formed as one; else they are titles of other articles
and speak of other things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from brief.clean import topic
from brief.clean.reasons import HEADING_WORDS, Reason
from brief.clean.rows import Row
from brief.clean.stretch import Judged
from brief.language import Language

# A heading below a box of pointers is shorter than their titles.
SHORT_HEADING = 5
# Two short rows may be a title over a title; more are not.
STACKED = 2


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
        """The number of the row that opens a box of pointers to other articles."""
        return next((number for number, one in self.rows if one.announces), None)

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
    prose = _Prose(tuple(judged.row for judged in rows if judged.prose), language)
    for is_prose, group in groupby(enumerate(rows), key=lambda pair: pair[1].prose):
        if not is_prose:
            run = tuple(group)
            above = rows[run[0][0] - 1].row if run[0][0] else None
            yield from _pointers(_Run(run, above), prose)


def _pointers(run: _Run, prose: _Prose) -> Iterator[tuple[int, Reason]]:
    """Of the rows between two paragraphs those that break off or are titles of other articles."""
    undecided = run.undecided
    yield from ((number, Reason.TRUNCATED) for number, row in undecided if row.truncated)
    whole = [(number, row) for number, row in undecided if not row.truncated]
    if run.box is not None or run.dated:
        titles = _of_box(run.box, whole)
    else:
        loose = [(number, row) for number, row in whole if not _is_formed(row)]
        is_list = run.announced or len(loose) <= STACKED
        titles = [] if is_list else [pair for pair in loose if not prose.mentions(pair[1])]
    yield from (
        (number, Reason.FRAME if run.box is None and run.dated else Reason.RELATED) for number, _ in titles
    )


def _of_box(first: int | None, rows: Sequence[tuple[int, Row]]) -> list[tuple[int, Row]]:
    """What belongs to a box of titles and dates; below a pointer at row `first`, sentences, too.

    The last row may be the heading of the text that goes on: it is shorter than a title above
    it, or ends in a colon.
    """
    found = [
        (number, row) for number, row in rows if not _is_formed(row) or (first is not None and number > first)
    ]
    if not found or found[-1] != rows[-1]:
        return found
    last = found[-1][1]
    short = last.words <= SHORT_HEADING and len(found) > 1 and not _is_formed(last)
    return found[:-1] if short or last.text.endswith(":") else found


def _is_formed(row: Row) -> bool:
    """Whether a row is a sentence, a point of a list, a lead-in or a row of a table by its form."""
    return row.stops or row.listed or row.cells > 1 or row.text.endswith(":")


def is_heading(rows: Sequence[Judged], number: int) -> bool:
    """Whether a row of an article heads what follows it."""
    row = rows[number].row
    if row.hint is not None:
        return row.hint.kind == "heading"
    if rows[number].prose or row.words > HEADING_WORDS or number == len(rows) - 1:
        return False
    return not (row.listed and not row.text.endswith(":")) and row.cells == 1 and _is_open(row)


def _is_open(row: Row) -> bool:
    """Whether a row ends as titles do: without a stop, with a question mark, a colon, or in quotes."""
    return not row.text.endswith((".", '."', ".»", "،"))
