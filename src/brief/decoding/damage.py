"""Pages with letters that were lost before they came here -> pages without them in their articles.

A letter that no byte gives any more stands as U+FFFD; words that are still mojibake are as
unreadable. Neither may reach a brief, and no guess takes their place: the line is kept in the
text and put aside with its reason, and where a long line is damaged in one sentence only that
sentence is. A page of which more is lost cannot be trusted for the rest, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from brief.decoding.mojibake import is_mojibake
from brief.decoding.told import both
from brief.errors import Remark
from brief.model import Hint, Page, Refusal

REASON = "damaged letters"
# The share of a text's letters that may stand in damaged lines: one sentence of a short article.
MOST = 0.2

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
# The blank after a sentence, where a damaged line is cut: its place stays one code point.
_BETWEEN = re.compile(r"(?<=[.!?\u061f\u2026])[ \u00a0\t]")
_SUSPECT = re.compile(r"[\u00c0-\u04ff\u2500-\u256c\ufffd]")


def without_damage(page: Page) -> Page:
    """The page with its damaged lines aside and nothing said of it in damaged words.

    One that lost too much is refused.
    """
    told = (page.title, page.publisher, page.author)
    if any(words is not None and _is_damaged(words) for words in told):
        title, publisher, author = map(sound, told)
        page = replace(page, title=title, publisher=publisher, author=author)
    if page.refused or not _SUSPECT.search(page.text):
        return page
    text = _LINE.sub(_cut, page.text)
    damaged = tuple(_damaged(text))
    if not damaged:
        return page
    lost = sum(hint.end - hint.start for hint in damaged if not _is_cut_off(hint, text))
    if lost > MOST * len(text.strip()):
        return replace(page, refused=_refusal(len(damaged), sum(1 for _ in _lines(text))))
    return replace(
        page,
        text=text,
        verbatim=page.verbatim and text == page.text,
        mended=both(page.mended, f"{len(damaged)} lines with lost letters"),
        hints=_hints(page, text, damaged),
    )


def sound(words: str | None) -> str | None:
    """A name or title, or None where letters of it are lost: unknown is better than broken."""
    return None if words is None or _is_damaged(words) else words


def _is_cut_off(damage: Hint, text: str) -> bool:
    """Whether all that is lost is the last letter of the text: the file ends in the middle of it."""
    return text.find("\ufffd") == len(text) - 1 == damage.end - 1


def _is_damaged(line: str) -> bool:
    return "\ufffd" in line or is_mojibake(line)


def _cut(line: re.Match[str]) -> str:
    """A damaged line with each of its sentences on a line of its own."""
    return _BETWEEN.sub("\n", line[0]) if _is_damaged(line[0]) else line[0]


def _damaged(text: str) -> Iterator[Hint]:
    for start, end, line in _lines(text):
        if _is_damaged(line):
            yield Hint(start, end, "aside", REASON)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line)
            yield start, start + len(line), line


def _hints(page: Page, text: str, damaged: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """What the format says of the lines, of each part of a line that was cut, and the damage, which wins."""
    said = {hint.start: hint for hint in _shared(page.hints, text)} if page.hints else {}
    said |= {hint.start: hint for hint in damaged}
    return tuple(said[start] for start in sorted(said))


def _shared(hints: tuple[Hint, ...], text: str) -> Iterator[Hint]:
    for hint in hints:
        for start, end, _ in _lines(text[hint.start : hint.end]):
            yield Hint(hint.start + start, hint.start + end, hint.kind, hint.reason)


def _refusal(damaged: int, lines: int) -> Refusal:
    return Refusal(
        str(
            Remark(
                "holds letters that cannot be read any more in %(damaged)s of its %(lines)s lines; "
                "save or copy the article again.",
                damaged=damaged,
                lines=lines,
            )
        ),
        "encoding",
    )
