"""Words around a figure, found token by token: phrases by their last or first word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from brief.language import fold


class Cue(Struct, frozen=True):
    """A phrase of folded words and what it says."""

    words: tuple[str, ...]
    says: str


class Cues(Struct, frozen=True):
    """Phrases by their words; how long those are that end, and that begin, with a word."""

    phrases: dict[tuple[str, ...], Cue]
    last: dict[str, tuple[int, ...]]
    first: dict[str, tuple[int, ...]]

    def before(self, texts: Sequence[str], at: int) -> Cue | None:
        """The longest phrase that ends right before `texts[at]`."""
        if at < 1:
            return None
        for length in self.last.get(texts[at - 1], ()):
            if length <= at:
                cue = self.phrases.get(tuple(texts[at - length : at]))
                if cue is not None:
                    return cue
        return None

    def after(self, texts: Sequence[str], at: int) -> Cue | None:
        """The longest phrase that begins with `texts[at]`."""
        if at >= len(texts):
            return None
        for length in self.first.get(texts[at], ()):
            cue = self.phrases.get(tuple(texts[at : at + length]))
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


def leading(texts: Sequence[str], at: int, most: int) -> range:
    """The places of up to `most` words before a place, the nearest first; signs and numbers end them."""
    last = first = at - 1
    while first >= 0 and last - first < most and texts[first].isalpha():
        first -= 1
    return range(last, first, -1)
