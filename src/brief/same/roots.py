"""The root of a word by the measures of Arabic morphology: «اتفاقيات» and «يتفق» meet in one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from brief.language import Language, fold, table

_LEAST = 3


class _Measure(Struct, frozen=True):
    """Letters that a word must have in their places, and the places of its radicals."""

    fixed: tuple[tuple[int, str], ...]
    radicals: tuple[int, ...]

    def root(self, word: str) -> str | None:
        """The radicals of a word of this form; None for any other word."""
        if all(word[place] == letter for place, letter in self.fixed):
            return "".join(word[place] for place in self.radicals)
        return None


class _Roots(Struct, frozen=True):
    """What `stems.toml` tells of roots, ready for use."""

    measures: dict[int, tuple[_Measure, ...]]
    articles: tuple[str, ...]
    particles: frozenset[str]
    endings: tuple[str, ...]
    weak: dict[int, str]


# A text has few words in many forms; most of them come again.
@lru_cache(maxsize=100_000)
def root(word: str, language: Language) -> str:
    """The root of a folded word, weak letters made one; a word of no known form gives its shortest stem."""
    roots = _roots(language)
    bare = list(_bare(word, roots))
    for form in bare:
        found = form if len(form) == _LEAST else _measured(form, roots)
        if found:
            return found.translate(roots.weak)
    return min(bare, key=len)


def _measured(form: str, roots: _Roots) -> str | None:
    found = (measure.root(form) for measure in roots.measures.get(len(form), ()))
    return next((one for one in found if one), None)


def _bare(word: str, roots: _Roots) -> Iterator[str]:
    """The word without its article, then without one ending after another, then without a particle."""
    article = next((one for one in roots.articles if word.startswith(one) and _spares(word, one)), "")
    yield from _endless(word[len(article) :], roots)
    if not article and word[0] in roots.particles and _spares(word, word[0]):
        yield from _endless(word[1:], roots)


def _endless(form: str, roots: _Roots) -> Iterator[str]:
    for ending in roots.endings:
        if form.endswith(ending) and _spares(form, ending):
            yield form.removesuffix(ending)


def _spares(word: str, affix: str) -> bool:
    return not affix or len(word) - len(affix) >= _LEAST


@cache
def _roots(language: Language) -> _Roots:
    data = table(language.code, "stems")
    told = data["roots"]
    letters = told["radicals"]
    measures: dict[int, list[_Measure]] = {}
    for form in map(fold, told["measures"]):
        fixed = tuple((place, letter) for place, letter in enumerate(form) if letter not in letters)
        places = (form.index(letters[0]), form.index(letters[1]), form.rindex(letters[2]))
        measures.setdefault(len(form), []).append(_Measure(fixed, places))
    weak = told["weak"]
    return _Roots(
        measures={length: tuple(many) for length, many in measures.items()},
        articles=tuple(sorted(data["prefixes"], key=len, reverse=True)),
        particles=frozenset(told["particles"]),
        endings=tuple(told["endings"]),
        weak=str.maketrans(dict.fromkeys(weak, weak[1])),
    )
