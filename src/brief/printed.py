"""Text of a source as it can stand on a page: data, never markup, and in one direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markupsafe import Markup, escape

# Controls, surrogates, private characters and direction marks could hide or turn text.
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = "\u200c\u200d"
# Repetitions are bounded: a source may hold a line of a million digits.
# A range with blanks around its dash keeps the order of the line, as its writer saw it.
# What reverses between Arabic words: addresses, signed numbers, prefixed money, ranges, C++, names of files.
_LEFT_TO_RIGHT = re.compile(
    r"(?:https?://|www\.)[^\s<>«»]+"
    r"|[0-9][0-9.,]{0,20}(?:(?:--|[-\u2013\u2212])[0-9][0-9.,]{0,20}[0-9]|[-\u2013\u2212][0-9]){1,5}%?"
    r"|(?<![\w.])[+\-\u2212][0-9][0-9.,]{0,20}%?"
    r"|[$\u20ac\u00a3]\s?[0-9][0-9.,]{0,20}"
    r"|[A-Za-z][A-Za-z0-9.]{0,40}[+#]+"
    r"|(?=[0-9_.\-/]{0,40}[A-Za-z])[A-Za-z0-9_]{1,80}(?:[._/-][A-Za-z0-9_]{1,80}){1,8}"
)
_SHORT = 24
# No tag stands in it but those that end it, and together with the word before it makes no long stretch.
# Behind a dash a line may break before any blank, and a no-break one would then stand at the next one's head.
_LAST_WORD = re.compile(r"(?<=[^\s<>]{2})(?<![-\u2013\u2014\u2212]) ([^\s<>]{1,14}(?:</[a-z]{1,8}>){0,3})$")
# A number of few digits before what it counts, or a word before a year.
_OF_NUMBER = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,9})? (?=[^\W\d_]{2,12}\b)"
    r"|[^\W\d_] (?=\d{4}(?!\d))"
)
_SIGNED = re.compile(r"([0-9.,\u0660-\u0669\u066b\u066c]{1,40})([%\u066a])")
_STOPS = ".!:\u060c\u061b\u061f"


def plain(text: str) -> str:
    """`text` on one line without control and direction characters; its words are untouched."""
    kept = (
        " " if character.isspace() else character
        for character in text
        if character.isspace() or character in _JOINERS or unicodedata.category(character) not in _UNPRINTABLE
    )
    return " ".join("".join(kept).split())


def printed(text: str | None) -> Markup:
    """`plain` text escaped for HTML, with what would be reversed set left to right."""
    pieces = (_isolated(piece) if turned else amount(piece) for piece, turned in directed(text or ""))
    return Markup("".join(pieces))  # noqa: S704 - every piece was escaped


def directed(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of `plain` text, each told whether it would be reversed and is to be set left to right."""
    said = plain(text)
    last = 0
    for match in _LEFT_TO_RIGHT.finditer(said):
        if last < match.start():
            yield said[last : match.start()], False
        yield match.group(), True
        last = match.end()
    if last < len(said):
        yield said[last:], False


def _isolated(text: str) -> str:
    """A left-to-right run; a short one is kept on one line, where its halves would change places."""
    whole = ' class="whole"' if len(text) < _SHORT else ""
    return f'<span dir="ltr"{whole}>{escape(text)}</span>'


def kept_together(markup: Markup) -> Markup:
    """`markup` whose last word never stands on a line alone: a no-break space binds it to the one before.

    So with a number and what it counts, and with a month and its year.
    """
    tied = _OF_NUMBER.sub(lambda found: found[0][:-1] + "\u00a0", str(markup))
    return Markup(_LAST_WORD.sub("\u00a0\\1", tied))  # noqa: S704 - it is markup already, only blanks of it change


def amount(text: str) -> Markup:
    """A figure in words, escaped; its sign of per cent follows the number in the direction of the page.

    Between words of a line that runs right to left the sign stands at the left of the number; with no letter
    before it, as at the head of a line, where the renderer begins anew, it would change sides. Both stay on
    one line: the renderer would part the digits.
    """
    return Markup(_SIGNED.sub(r'<span class="whole"><span dir="ltr">\1</span>\2</span>', str(escape(text))))  # noqa: S704 - it was escaped


def split_stop(text: str) -> tuple[str, str]:
    """`text` without its closing punctuation, and the punctuation."""
    said = plain(text)
    body = said.rstrip(_STOPS)
    return (body, said[len(body) :]) if body else (said, "")
