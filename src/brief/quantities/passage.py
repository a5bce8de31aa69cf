"""A text as figures are read from it: its tokens, and the way back to its own words."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from brief import periods
from brief.language import View
from brief.quantities.numerals import grouped, tokenise
from brief.quantities.words import Context

_GAP = 4  # characters that may stand between two words of one figure
_BLANKS = re.compile(r"\d \d{3}(?!\d)")
_CELLS = re.compile(r"[\t\n\r\v\f|]")


class Figure(Struct, frozen=True, kw_only=True, gc=False):
    """A figure in folded text, before its surroundings are read.

    It begins with `tokens[first]`, and the next one may begin with `tokens[next]`.
    """

    start: int
    end: int
    first: int
    next: int
    low: Decimal
    high: Decimal
    unit: str
    noun: tuple[int, int] | None = None


class Passage:
    """The tokens of a text; a place is an index into them, any index may be asked for.

    `texts` are what they say. `done` is the first place that no figure has taken yet.
    """

    def __init__(self, text: str, folded: View, words: Context) -> None:
        self.text, self.folded, self.words = text, folded, words
        self.tokens = tokenise(folded.text)
        if _BLANKS.search(folded.text) and not _CELLS.search(text):  # cells of a table are numbers apart
            self.tokens = grouped(self.tokens)
        self.texts = [token.text for token in self.tokens]
        self.lines = "\n" in text
        self.done = 0

    def word(self, at: int) -> str:
        """The folded token at a place, "" outside of the text."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def opens_number(self, at: int) -> bool:
        """Whether a number may begin with a token."""
        if not 0 <= at < len(self.texts):
            return False
        text, words = self.texts[at], self.words
        return text in words.numbers.known or text in words.prefixes or text[0].isdigit()

    def glued(self, at: int) -> bool:
        """Whether a token stands at the one before it without a blank."""
        return 0 <= at < len(self.tokens) and self.tokens[at].glued

    def span(self, at: int) -> tuple[int, int]:
        """Where a token stands in folded text."""
        return self.tokens[at].start, self.tokens[at].end

    def original(self, start: int, end: int) -> str:
        """The words of the source behind a span of folded text."""
        first, last = self.folded.span(start, end)
        return self.text[first : periods.word_end(self.text, last)]

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it, in the source."""
        start, _ = self.folded.span(self.tokens[at - 1].end - 1, self.tokens[at - 1].end)
        end, _ = self.folded.span(self.tokens[at].start, self.tokens[at].end)
        return self.text[start + 1 : end]

    def spaced(self, at: int) -> bool:
        """Whether nothing but blanks of one line stands before a token."""
        if not 0 < at < len(self.tokens):
            return False
        if self.tokens[at].start - self.tokens[at - 1].end >= _GAP:
            return False
        return not self.lines or "\n" not in self.gap(at)

    def bare(self, word: str) -> str:
        """A word without what is written to it, where that leaves the name of a unit."""
        for written in ("", *self.words.written):
            if word.startswith(written) and word[len(written) :] in self.words.units.forms:
                return word[len(written) :]
        return ""
