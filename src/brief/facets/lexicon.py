"""Cue words in a statement: which group of `facet_signs.toml` each belongs to, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from brief.facets import verbs
from brief.language import Language, fold, table
from brief.morphology import morphology

_OPEN = "*"
_SHORT = 2
_NO_CUES = frozenset({"inflection", "patterns"})


class Cue(Struct, frozen=True):
    """A phrase of `group` in the table `name`; it begins with the word number `place`."""

    name: str
    group: str
    phrase: str
    place: int


class _Phrase(Struct, frozen=True):
    name: str
    group: str
    text: str
    rest: tuple[str, ...]
    whole: bool
    verb: bool


class _Lexicon(Struct, frozen=True):
    """Phrases by their first word, and those of one open word by its beginning."""

    first: dict[str, tuple[_Phrase, ...]]
    stems: dict[str, tuple[_Phrase, ...]]
    shortest: int
    longest: int

    def starting(self, form: str) -> Iterator[_Phrase]:
        """The phrases that a word may begin, or be."""
        yield from self.first.get(form, ())
        for size in range(self.shortest, min(self.longest, len(form)) + 1):
            yield from self.stems.get(form[:size], ())


def find(words: Sequence[str], language: Language, nouns: frozenset[int] = frozenset()) -> Iterator[Cue]:
    """The cues among folded words, in their order; the words numbered in `nouns` are no verbs."""
    for place, word in enumerate(words):
        for phrase in _begun(word, language):
            if phrase.verb and place in nouns:
                continue
            if not phrase.rest or _follows(words, place + 1, phrase):
                yield Cue(phrase.name, phrase.group, phrase.text, place)


# The same words come over and over.
@lru_cache(maxsize=50_000)
def _begun(word: str, language: Language) -> tuple[_Phrase, ...]:
    """The phrases that begin with a word."""
    lexicon = _lexicon(language)
    return tuple(
        phrase
        for form, may_be_verb in _forms(word, language).items()
        for phrase in lexicon.starting(form)
        if may_be_verb or not phrase.verb
    )


def _forms(word: str, language: Language) -> dict[str, bool]:
    """A word as it stands, without its particle, without its article: and whether each may be a verb."""
    letters = morphology(language)
    forms = {word: True}
    bare = word[1:] if word[0] in language.proclitics and len(word) > _SHORT else word
    forms.setdefault(bare, word[0] in letters.joining)
    joined = letters.to + letters.article[1:]
    for one, opening in ((bare, letters.article), (bare, joined), (word, joined)):
        if one.startswith(opening) and len(one) > len(opening) + _SHORT:
            forms.setdefault(one[len(opening) :], False)
    return forms


def _follows(words: Sequence[str], place: int, phrase: _Phrase) -> bool:
    """Whether the words after the first of a phrase of several stand at `place`."""
    last = phrase.rest[-1]
    end = place + len(phrase.rest) - 1
    if end >= len(words) or not (words[end] == last or (not phrase.whole and words[end].startswith(last))):
        return False
    return tuple(words[place:end]) == phrase.rest[:-1]


def _spelled(phrases: Sequence[str], language: Language) -> dict[str, bool]:
    """The entries of a list as folded text, verbs in all of their forms: and whether each is a verb."""
    plain = {fold(entry): False for entry in phrases if not verbs.is_verb(entry)}
    told = (verbs.forms(entry, language) for entry in phrases if verbs.is_verb(entry))
    return {form: True for many in told for form in sorted(many)} | plain


@cache
def _lexicon(language: Language) -> _Lexicon:
    first: dict[str, tuple[_Phrase, ...]] = {}
    stems: dict[str, tuple[_Phrase, ...]] = {}
    for name, group, text, verb in _entries(language):
        words = tuple(text.removesuffix(_OPEN).split())
        whole = not text.endswith(_OPEN)
        where = first if whole or len(words) > 1 else stems
        phrase = _Phrase(name, group, " ".join(words), words[1:], whole, verb)
        where[words[0]] = (*where.get(words[0], ()), phrase)
    sizes = [len(stem) for stem in stems] or [0]
    return _Lexicon(first, stems, min(sizes), max(sizes))


def _entries(language: Language) -> Iterator[tuple[str, str, str, bool]]:
    for name, groups in table(language.code, "facet_signs").items():
        if name in _NO_CUES:
            continue
        for group, phrases in groups.items():
            for text, verb in _spelled(phrases, language).items():
                yield name, group, text, verb
