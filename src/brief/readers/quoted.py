"""Lines of a plain message that are not its own: quoted messages, their headers, the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from brief.language import fold, readable, table
from brief.model import Hint
from brief.readers.reasons import Reason

# So many words of its own above a quoted message make it the message; with fewer it passes one on.
_OWN_WORDS = 20
# How far the lines of a header may stand apart, and how long a signature without its mark may be.
_HEADER_LINES = 6
_SIGNATURE_LINES = 10

_ENDS = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_TO_COLON = re.compile(r"[^:\uff1a]*[:\uff1a]")
_RULE = re.compile(r"[-_*=]{3,}(?:.{0,60}[-_*=]{3,})?")


class _Row(Struct, frozen=True):
    start: int
    end: int
    text: str
    raw: str


class _Words(Struct, frozen=True):
    answered: re.Pattern[str]
    forwarded: re.Pattern[str]
    sender: re.Pattern[str]
    header: re.Pattern[str]


@cache
def _words() -> _Words:
    """What mail programs write, in every language that can be read and in those it is mixed with."""
    said: dict[str, list[str]] = {}
    for code in readable():
        own = table(code, "mail")
        for name, words in own["foreign"].items():
            said.setdefault(name, []).extend((*own[name], *words))
    return _Words(
        answered=_opening(said["answered"], r"(?:\[\d+\])?"),
        forwarded=_opening(said["forwarded"]),
        sender=_opening(said["sender"]),
        header=_opening([*said["sender"], *said["others"]]),
    )


def _opening(words: Sequence[str], number: str = "") -> re.Pattern[str]:
    """One of the words at the start of a line, with a colon behind it."""
    longest = sorted(set(map(fold, words)), key=lambda word: (-len(word), word))
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, longest))}){number}[\s*_]*[:\uff1a]")


def bare_subject(subject: str) -> str:
    """A subject without what mail programs put before it («Fwd: Re: …»)."""
    while _words().answered.match(fold(subject)) or _words().forwarded.match(fold(subject)):
        subject = _TO_COLON.sub("", subject, count=1)
    return subject.strip()


def is_forward(subject: str) -> bool:
    """Whether a subject says that the message passes another one on."""
    return bool(_words().forwarded.match(fold(subject)))


def unwrapped(text: str, *, drop_blank: bool) -> str:
    """A text of `format=flowed` with its paragraphs on one line each (RFC 3676)."""
    pieces: list[str] = []
    goes_on = False
    for raw in _ENDS.split(text):
        line = raw.removeprefix(" ")
        is_own = not line.startswith(">") and line != "-- "
        if pieces and not (goes_on and is_own):
            pieces.append("\n")
        goes_on = is_own and line.endswith(" ")
        pieces.append(line[:-1] if goes_on and drop_blank else line)
    return "".join(pieces)


def asides(text: str, *, forwarded: bool) -> tuple[Hint, ...]:
    """Hints for the lines that are not the message's own; a message that is passed on counts as its own."""
    rows = list(_rows(text))
    reasons: dict[int, str] = {}
    for number, row in enumerate(rows):
        if number not in reasons:
            reasons.update(_from(rows, number, row, forwarded=forwarded))
    return tuple(
        Hint(rows[number].start, rows[number].end, "aside", reasons[number]) for number in sorted(reasons)
    )


def _rows(text: str) -> Iterator[_Row]:
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line)
            yield _Row(start, start + len(line), line, match[0])


def _from(rows: Sequence[_Row], number: int, row: _Row, *, forwarded: bool) -> dict[int, str]:
    """The lines that are put aside with, or because of, the line `number`."""
    left = len(rows) - number
    if row.raw == "-- " or (row.text == "--" and left <= _SIGNATURE_LINES):
        return dict.fromkeys(range(number, len(rows)), Reason.SIGNATURE)
    if row.text.startswith(">") or (
        row.text.endswith(":") and left > 1 and rows[number + 1].text.startswith(">")
    ):
        return {number: Reason.QUOTED}
    header = _header(rows, number)
    if not header:
        return {}
    if forwarded or sum(len(one.text.split()) for one in rows[:number]) < _OWN_WORDS:
        return dict.fromkeys(header, Reason.HEADER)
    return dict.fromkeys(range(number, len(rows)), Reason.QUOTED)


def _header(rows: Sequence[_Row], number: int) -> list[int]:
    """The lines of the header of a quoted message that begins at `number`, or at the rule above it."""
    first = number + 1 if _RULE.fullmatch(rows[number].text) and number + 1 < len(rows) else number
    if not _words().sender.match(fold(rows[first].text)):
        return []
    near = range(first, min(first + _HEADER_LINES, len(rows)))
    named = [place for place in near if _words().header.match(fold(rows[place].text))]
    return list(range(number, named[-1] + 1)) if len(named) > 1 else []
