"""A stretch of text cut into words, with the names in it, and the actors found there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from brief.gazetteer import Name, Token, tokenise
from brief.language import Language, View, view


class Actor(Struct, frozen=True):
    """Who acts, at `text[start:end]` of the document; `label` names them, `role` is the office.

    `text` is the words of the passage («موسكو»), `label` the canonical name («روسيا»).

    `key` is the key of the name inside the phrase, or the folded label where there is none.
    """

    start: int
    end: int
    text: str
    label: str
    role: str | None
    key: str
    kind: str


class Line(Struct, frozen=True):
    """A stretch of text cut into words, with the names that stand in it.

    `places` are the last words of the names that are no adjectives.
    """

    text: str
    offset: int
    seen: View
    tokens: Sequence[Token]
    names: dict[int, tuple[Name, int]]
    places: frozenset[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the document behind the words `first` to `last`, both included."""
        start, end = self.seen.span(self.tokens[first].start, self.tokens[last].end)
        return start + self.offset, end + self.offset

    def words(self, first: int, end: int) -> list[str]:
        """The folded words from `first` up to `end`."""
        return [token.word for token in self.tokens[first:end]]

    def index(self, position: int) -> int:
        """The number of the first word that begins at or after a place of the document."""
        place = self.seen.position(position - self.offset)
        return bisect_left(self.tokens, place, key=lambda token: token.start)


def line(text: str, offset: int, names: Sequence[Name], language: Language) -> Line:
    """The words of `text`, which begins at `offset` of the document that `names` point into."""
    seen = view(text)
    tokens = tokenise(text, language)
    first = bisect_left(names, offset, key=lambda name: name.start)
    placed: dict[int, tuple[Name, int]] = {}
    for name in islice(names, first, None):
        if name.start >= offset + len(text):
            break
        start, end = seen.position(name.start - offset), seen.position(name.end - offset)
        index = bisect_left(tokens, start + 1, key=lambda token: token.end)
        last = bisect_left(tokens, end, key=lambda token: token.end)
        if index < len(tokens):
            placed[index] = (name, min(last, len(tokens) - 1))
    ends = frozenset(last for name, last in placed.values() if not name.adjective)
    return Line(text, offset, seen, tokens, placed, ends)
