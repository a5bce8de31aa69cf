"""Text -> rows: its lines without blanks around them, and what their form says.

Lines that were broken at a fixed width are one row: a break that the next word made
necessary ends no paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from brief.language import fold
from brief.model import Hint

PROSE_WORDS = 8
LONG_WORDS = 25
# Titles are shorter; a page with so many rows of that length that never stops writes without stops.
OPEN_WORDS = range(12, LONG_WORDS)
OPEN_ROWS = 3
# Typewriters, mail programs and printed columns break lines between these widths (letters).
WRAP_WIDTHS = range(40, 131)
WRAPPED_BREAKS = 5

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
# What may stand behind the end of a sentence without being part of it: marks that nobody sees,
# signs of footnotes and of Markdown, an address, hashtags.
_TRAIL = (
    r"(?:[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff*_\u00b9\u00b2\u00b3\u2070-\u2079]"
    r"|[\[(]\d{1,3}[\])]|https?://\S++|\#\w++)*+$"
)
_END = re.compile(rf"[.!؟?…:؛»\"”)۔．]{_TRAIL}")
_STOP = re.compile(rf"[.!؟?…۔．][\"»”)\]]*{_TRAIL}|[\"»”]{_TRAIL}")
_BULLET = re.compile(r"^\s*(?:[•●▪◦■*\u00b7\u2023\-–—]\s+|\(?[0-9٠-٩]{1,2}\s*[.)\-–]\s)")
# The mark of an item of a list, at the head of its line.
MARKED = re.compile(r"\s*[•●▪◦■*\u00b7\u2023\-–]\s+")
_TRUNCATED = re.compile(r"(\.\.\.|…)\s*(?:[\"»”]\s*)?$")
_CELLS = re.compile(r"\t| \| |\s{3,}")
# Two numbers or more at the end of a row of a table whose columns were blanks.
_NUMBERS = re.compile(r"(?:\s[+-]?\d[\d.,/%]*){2,}$")
_QUESTION = ("؟", "?")


class Row(Struct, frozen=True):
    """A paragraph, title or scrap of a page: `text[start:end]`, on one line in `text`.

    `key` is folded, `prose` says that it is sentences and not a title, `hint` what the format
    of the file says of it.
    """

    start: int
    end: int
    text: str
    key: str
    words: int
    prose: bool
    hint: Hint | None = None

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence, a lead-in or a quotation does."""
        return _END.search(self.text) is not None

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence or a quotation does."""
        return _STOP.search(self.text) is not None

    @property
    def truncated(self) -> bool:
        """Whether it breaks off."""
        return _TRUNCATED.search(self.text) is not None

    @property
    def marked(self) -> bool:
        """Whether it opens with a bullet or a dash."""
        return MARKED.match(self.text) is not None

    @property
    def listed(self) -> bool:
        """Whether it opens as a point of a list, by a mark or a number."""
        return _BULLET.match(self.text) is not None

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return self.text.endswith(_QUESTION)

    @property
    def cells(self) -> int:
        """How many columns it has, as a row of a table: set apart by tabs and bars, or numbers at its end."""
        numbers = _NUMBERS.search(self.key)
        return max(len(_CELLS.split(self.text)), 1 + len(numbers.group().split()) if numbers else 1)


def rows(text: str, hints: Sequence[Hint] = ()) -> tuple[Row, ...]:
    """The rows of a page in their order."""
    said = {hint.start: hint for hint in hints}
    lines = _joined(text, list(_lines(text)), said.keys())
    return _with_open_prose([_row(text, start, end, said.get(start)) for start, end, _ in lines])


def _with_open_prose(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, long ones as prose where the page hardly knows stops: some houses do without."""
    open_ = [row for row in rows if row.words in OPEN_WORDS and not (row.ends or row.marked)]
    if len(open_) < OPEN_ROWS or len(open_) <= 2 * sum(row.prose for row in rows):
        return tuple(rows)
    prose = {row.start for row in open_}
    return tuple(structs.replace(row, prose=row.prose or row.start in prose) for row in rows)


def _row(text: str, start: int, end: int, hint: Hint | None) -> Row:
    words = text[start:end]
    line = " ".join(words.split()) if "\n" in words or "\r" in words else words
    key = fold(line)
    count = len(key.split())
    return Row(start, end, line, key, count, _is_prose(line, count), hint)


def _is_prose(line: str, words: int) -> bool:
    """Sentences: a question of title's length is none, nor a teaser, nor a point that is short or open."""
    if words < PROSE_WORDS or _TRUNCATED.search(line):
        return False
    if MARKED.match(line):
        return words >= OPEN_WORDS.start and _STOP.search(line) is not None and not line.endswith(_QUESTION)
    return words >= LONG_WORDS or (_END.search(line) is not None and not line.endswith(_QUESTION))


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a blank line stands before) of each line that is not blank."""
    last = 0
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line:
            start = match.start() + match.group().index(line)
            yield start, start + len(line), text.count("\n", last, start) > 1
            last = start + len(line)


def _joined(
    text: str, lines: Sequence[tuple[int, int, bool]], told: Container[int]
) -> list[tuple[int, int, bool]]:
    """The lines, those broken at the width of the page as one; what begins at `told` stays as it is."""
    width = max((end - start for start, end, _ in lines), default=0)
    if width not in WRAP_WIDTHS:
        return list(lines)
    broken = [
        one[0] not in told and other[0] not in told and _is_broken(text, one, other, width)
        for one, other in pairwise(lines)
    ]
    amid = (gone_on and not _STOP.search(text, *one[:2]) for gone_on, one in zip(broken, lines, strict=False))
    if sum(amid) < WRAPPED_BREAKS:
        return list(lines)
    joined = [lines[0]]
    for goes_on, line in zip(broken, lines[1:], strict=True):
        if goes_on:
            joined[-1] = (joined[-1][0], line[1], joined[-1][2])
        else:
            joined.append(line)
    return joined


def _is_broken(text: str, one: tuple[int, int, bool], other: tuple[int, int, bool], width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    word = text[other[0] : other[1]].split(maxsplit=1)[0]
    return not other[2] and one[1] - one[0] + 1 + len(word) > width
