"""Words around a figure, found token by token: phrases by their last or first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from brief.language import fold
from brief.quantities.numerals import Token


class Cue(Struct, frozen=True):
    """A phrase of folded words and what it says."""

    words: tuple[str, ...]
    says: str


class Cues(Struct, frozen=True):
    """Phrases by their words; how long those are that end, and that begin, with a word."""

    phrases: dict[tuple[str, ...], Cue]
    last: dict[str, tuple[int, ...]]
    first: dict[str, tuple[int, ...]]

    def before(self, tokens: Sequence[Token], at: int) -> Cue | None:
        """The longest phrase that ends right before `tokens[at]`."""
        if at < 1:
            return None
        for length in self.last.get(tokens[at - 1].text, ()):
            if length <= at:
                cue = self.phrases.get(tuple([token.text for token in tokens[at - length : at]]))
                if cue is not None:
                    return cue
        return None

    def after(self, tokens: Sequence[Token], at: int) -> Cue | None:
        """The longest phrase that begins with `tokens[at]`."""
        if at >= len(tokens):
            return None
        for length in self.first.get(tokens[at].text, ()):
            cue = self.phrases.get(tuple([token.text for token in tokens[at : at + length]]))
            if cue is not None:
                return cue
        return None


def cues(groups: Mapping[str, Iterable[str]], written: Iterable[str] = ()) -> Cues:
    """The phrases of each group, also with what may be `written` to their first word."""
    prefixes = ["", *written]
    return indexed(
        Cue((prefix + first, *rest), says)
        for says, forms in groups.items()
        for first, *rest in (fold(form).split() for form in forms)
        for prefix in prefixes
    )


def indexed(phrases: Iterable[Cue]) -> Cues:
    """`Cues` of these phrases; of two that are one the first is kept."""
    unique: dict[tuple[str, ...], Cue] = {}
    for cue in phrases:
        unique.setdefault(cue.words, cue)
    last = _lengths((words[-1], words) for words in unique)
    return Cues(unique, last, _lengths((words[0], words) for words in unique))


def _lengths(keyed: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key, words in keyed:
        found.setdefault(key, set()).add(len(words))
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}


def leading(tokens: Sequence[Token], at: int, most: int) -> Iterator[int]:
    """The places of up to `most` words before a token, the nearest first; signs and numbers end them."""
    for place in range(at - 1, max(-1, at - 1 - most), -1):
        if not tokens[place].text.isalpha():
            return
        yield place
