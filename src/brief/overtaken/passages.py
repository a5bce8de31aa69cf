"""What is compared: the passages of all documents with their days, and how two show to be of one matter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from sys import intern
from typing import Any

from msgspec import Struct

from brief import cues
from brief.dating import DAY
from brief.extract.events.alike import stems
from brief.language import Language, fold, table
from brief.model import Anchor, Document, Statement
from brief.spread import carry

# A passage that no longer holds, and the day of the source by which it does not.
Overtaking = Iterator[tuple[Anchor, str]]

# What a word tells of stands within so many words before it and behind it.
_BEFORE, _BEHIND = 6, 8
_WORD = re.compile(r"\w+")

# Stems of more passages than this share (and number) tell no matter of a topic from another.
COMMON_SHARE, COMMON_COUNT = 0.1, 5
# A word that few have counts so much, where two share it. Words of one root have so many letters in common
# that no form adds.
_TELLING, _ROOT = 2, 3
_LETTERS = re.compile(r"[^\W\d]+")
# Passages of one matter share so many telling stems.
SHARED = 2


class Passage(Struct, frozen=True, gc=False, cache_hash=True):
    """Folded words with the day of their source, empty where it is not known.

    `position` is that of their sentence; of their `stems` those are `telling` that are not `common`. They
    are `kept` in the least room: a set of each passage would take as much as all that a document offers.
    """

    anchor: Anchor
    text: str
    day: str
    position: int
    kept: tuple[str, ...]
    common: frozenset[str]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(self.kept)

    @property
    def telling(self) -> frozenset[str]:
        """The stems that few passages have."""
        return self.stems - self.common

    def is_after(self, other: Passage) -> bool:
        """Whether it was written on a later day; what has no day is not."""
        return bool(other.day) and self.day > other.day


# A passage that no longer holds, and the later one that tells what holds in its place.
Renewal = Iterator[tuple[Anchor, Passage]]


def words_behind(text: str, start: int, number: int) -> Iterator[str]:
    """So many words of a text from a place on."""
    return (one[0] for one in islice(_WORD.finditer(text, start), number))


def beside(passage: Passage, start: int, language: Language) -> frozenset[str]:
    """The stems of the words before and behind a place in the words of a passage."""
    before = _WORD.findall(passage.text, 0, start)[-_BEFORE:]
    return stems(" ".join((*before, *words_behind(passage.text, start, _BEHIND))), language)


def speaks_of(passage: Passage, matter: frozenset[str]) -> bool:
    """Whether a passage shares enough of the stems of a matter."""
    telling, shared = (len(matter & own) for own in (passage.telling, passage.stems))
    return telling >= SHARED or (telling > 0 and shared > SHARED)


def kinship(old: Passage, new: Passage, language: Language) -> int:
    """How much two passages share that is no unit: a word that few have counts twice, a root as a word."""
    shared = akin(old.stems, new.stems, language)
    return len(shared) + (_TELLING - 1) * len(shared & old.telling)


def akin(one: frozenset[str], other: frozenset[str], language: Language) -> frozenset[str]:
    """The stems that two texts share, units left out, and the roots that others of them have in common."""
    units = cues.expression(language, "overtaken", "figures", "units")
    shared = frozenset(stem for stem in one & other if not units.match(stem))
    rest = [frozenset(stem for stem in some - shared if not units.match(stem)) for some in (one, other)]
    return shared | (_roots(rest[0], language) & _roots(rest[1], language))


def _roots(some: frozenset[str], language: Language) -> frozenset[str]:
    """What of stems no form adds."""
    added = str.maketrans("", "", fold(table(language.code, "overtaken")["figures"]["added"]))
    words = (one for one in some if _LETTERS.fullmatch(one))
    return frozenset(root for one in words if len(root := one.translate(added)) >= _ROOT)


class Wording(Struct, frozen=True):
    """What is asked of a statement: its passage, its words, and the position of its sentence."""

    anchor: Anchor
    text: str
    position: int


def wordings(statements: Iterable[Statement]) -> list[Wording]:
    """What is asked of statements, in their order."""
    return [Wording(one.anchor, one.text, one.sentence.position) for one in statements]


def _sent(one: Wording) -> tuple[Callable[..., Wording], tuple[Any, ...]]:
    """A statement as it travels: a string that is pickled keeps its UTF-8 beside it as long as it lives."""
    anchor = one.anchor
    text = None if one.text == anchor.text else one.text.encode("utf-8", "surrogatepass")
    passage = anchor.text.encode("utf-8", "surrogatepass")
    return _received, (anchor.source, anchor.start, anchor.end, passage, text, one.position)


def _received(  # noqa: PLR0913, PLR0917 - a row of what was sent
    source: str, start: int, end: int, passage: bytes, text: bytes | None, position: int
) -> Wording:
    anchor = Anchor(source, start, end, passage.decode("utf-8", "surrogatepass"))
    return Wording(anchor, anchor.text if text is None else text.decode("utf-8", "surrogatepass"), position)


carry(Wording, _sent)


def read(
    told: Sequence[Wording], documents: Mapping[str, Document], language: Language
) -> tuple[Passage, ...]:
    """The passages of statements in their order."""
    texts = [fold(one.text) for one in told]
    # Each stem stands once, however many passages have it.
    words = [tuple({intern(stem) for stem in stems(text, language)}) for text in texts]
    common = _common(words)
    return tuple(
        Passage(one.anchor, text, day(documents[one.anchor.source]), one.position, own, common)
        for one, text, own in zip(told, texts, words, strict=True)
    )


def day(document: Document) -> str:
    """The day of a document, empty where less is known of it."""
    published = document.published or ""
    return published if len(published) == DAY else ""


def of_one_matter(later: Iterable[Passage], earlier: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Each earlier passage with the later ones, of a later day, that speak of its matter."""
    holding: defaultdict[str, list[Passage]] = defaultdict(list)
    for one in earlier:
        for stem in one.telling:
            holding[stem].append(one)
    for one in later:
        shared = Counter(other for stem in one.telling for other in holding[stem])
        yield from (
            (other, one) for other, number in shared.items() if number >= SHARED and one.is_after(other)
        )


def _common(words: Sequence[tuple[str, ...]]) -> frozenset[str]:
    often = Counter(stem for own in words for stem in own)
    most = max(COMMON_COUNT, COMMON_SHARE * len(words))
    return frozenset(stem for stem, number in often.items() if number > most)
