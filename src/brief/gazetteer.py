"""Countries, blocs and world bodies by every word the press has for them.

The names come from CLDR and `names.toml`: other spellings, adjectives of nation with all
their endings, capitals and seats that stand for the state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from msgspec import Struct

from brief.language import Language, View, fold, table, view
from brief.morphology import Morphology, morphology

Kind = Literal["country", "person", "organisation", "role"]

_WORD = re.compile(r"\w+")
_COMMAS = "،,("
_SOFT = " \"'\u00ab\u00bb\u201c\u201d"


class Name(Struct, frozen=True, order=True):
    """Somebody named at `text[start:end]`; names of one key are the same to the reader.

    `label` is how a table calls them: for countries and blocs a canonical name, for persons
    the fullest spelling of their text. `adjective` marks an adjective of nation, `clitic`
    the particles written together with the name, which lie before `start`.
    """

    start: int
    end: int
    key: str
    kind: Kind
    label: str
    adjective: bool = False
    clitic: str = ""


class Token(Struct, frozen=True, gc=False):
    """A word of the folded text.

    `joined` where only blanks or quotation marks stand before it, `comma` where a comma
    or a bracket does; `nominal` where its spelling (ta marbuta, nunation) marks a common noun; `dotted`
    where it ends in a ya with its dots, which the folded word no longer tells.
    """

    word: str
    start: int
    end: int
    joined: bool
    comma: bool
    nominal: bool
    dotted: bool
    doubled: bool
    seated: bool = False


_DOUBLE = "\u0651"  # shadda


class _Entry(Struct, frozen=True):
    key: str
    kind: Kind
    label: str
    adjective: bool = False
    clitic: str = ""


class _Lexicon(Struct, frozen=True):
    """Folded phrases by their first word, the longest first, with what they stand for.

    `doubled` are the words that stand for something else where a letter of theirs is marked as double.
    """

    phrases: dict[str, tuple[tuple[tuple[str, ...], _Entry], ...]]
    doubled: dict[str, _Entry]


class _Affixes(Struct, frozen=True):
    """What may stand before a name and, where it is an adjective of nation, after it."""

    clitics: tuple[str, ...]
    endings: tuple[str, ...]
    letters: Morphology


@cache
def canonical(key: str, language: Language) -> str:
    """The canonical name of a country or bloc by its key; the key itself where unknown."""
    for entries in _lexicon(language).phrases.values():
        for _, entry in entries:
            if entry.key == key:
                return entry.label
    return key


# Countries and blocs -------------------------------------------------------------------


@cache
def _lexicon(language: Language) -> _Lexicon:
    data = table(language.code, "names")
    entries: dict[tuple[str, ...], _Entry] = {}
    affixes = _Affixes(
        ("", *map(fold, data["proclitics"])), tuple(data["nisba_endings"]), morphology(language)
    )
    territories = _territories(language.code)
    for words, entry in _listed(data, territories, affixes):
        entries.setdefault(words, entry)
    phrases: dict[str, list[tuple[tuple[str, ...], _Entry]]] = {}
    for words, entry in entries.items():
        phrases.setdefault(words[0], []).append((words, entry))
    ordered = {first: tuple(sorted(many, key=lambda one: -len(one[0]))) for first, many in phrases.items()}
    return _Lexicon(ordered, dict(_doubled(data, territories, affixes)))


def _doubled(
    data: dict[str, Any], territories: dict[str, str], affixes: _Affixes
) -> Iterator[tuple[str, _Entry]]:
    for code, spec in data["country"].items():
        entry = _Entry(code, "country", spec.get("name") or territories[code])
        for phrase in spec.get("doubled", ()):
            for words, told in _joined(phrase, entry, affixes):
                yield words[0], told


def _territories(code: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - Babel is read only when names are asked for

    return dict(Locale.parse(code).territories)


def _listed(
    data: dict[str, Any], territories: dict[str, str], affixes: _Affixes
) -> Iterator[tuple[tuple[str, ...], _Entry]]:
    for phrase in data["silent"]:
        yield from _joined(phrase, _Entry("", "country", ""), affixes)
    for code, entry in data["country"].items():
        label = entry.get("name") or territories[code]
        yield from _spelled(_Entry(code, "country", label), entry, affixes, territories.get(code))
    for code, entry in data["organisation"].items():
        yield from _spelled(_Entry(code, "organisation", entry["name"]), entry, affixes, None)
    for code, name in territories.items():
        if len(code) == 2 and code.isalpha() and code not in data["country"] and "(" not in name:
            yield from _joined(name, _Entry(code, "country", name), affixes)


def _spelled(
    entry: _Entry, spec: dict[str, Any], affixes: _Affixes, official: str | None
) -> Iterator[tuple[tuple[str, ...], _Entry]]:
    plain = [entry.label, official] if spec.get("bare", True) else []
    for phrase in (*plain, *spec.get("also", ()), *spec.get("people", ()), *spec.get("seat", ())):
        if phrase:
            yield from _joined(phrase, entry, affixes)
    article = affixes.letters.article
    articles = (article,) if spec.get("definite") else ("", article)
    adjective = _Entry(entry.key, entry.kind, entry.label, adjective=True)
    for stem in spec.get("nisba", ()):
        for ending in affixes.endings:
            for opening in articles:
                phrase = " ".join(opening + word + ending for word in stem.split())
                yield from _joined(phrase, adjective, affixes)


def _joined(phrase: str, entry: _Entry, affixes: _Affixes) -> Iterator[tuple[tuple[str, ...], _Entry]]:
    first, *rest = _WORD.findall(fold(phrase))
    for clitic in affixes.clitics:
        carried = _Entry(entry.key, entry.kind, entry.label, entry.adjective, clitic)
        yield (affixes.letters.attach(clitic, first), *rest), carried


# Names, subjects and cue words are looked for in one sentence after another: each is cut once.
@lru_cache(maxsize=64)
def tokenise(text: str, language: Language) -> Sequence[Token]:
    """The folded words of `text`, in order."""
    letters, seen = morphology(language), view(text)
    nominal, any_double = frozenset(letters.nominal), _DOUBLE in text
    found = []
    last = 0
    folded, offsets, dotted, hamza = seen.text, seen.offsets, letters.dotted_ya, letters.hamza
    for match in _WORD.finditer(folded):
        start, end = match.span()
        first, at = offsets[start], offsets[end - 1]
        gap = folded[last:start].strip(_SOFT)
        found.append(
            Token(
                match[0],
                start,
                end,
                joined=not gap,
                comma=gap != "" and gap in _COMMAS,
                nominal=not nominal.isdisjoint(text[at - 1 : at + 2]),
                dotted=text[at] == dotted,
                seated=text[first] in hamza,
                doubled=any_double and _DOUBLE in text[first:at],
            )
        )
        last = end
    return tuple(found)


def known(tokens: Sequence[Token], seen: View, language: Language) -> list[tuple[Name, range]]:
    """The countries and blocs among `tokens` with the numbers of their words, the longest match first.

    A name with an empty key only looks like one («المحيط الهندي»).
    """
    phrases, doubled = _lexicon(language).phrases, _lexicon(language).doubled
    found: list[tuple[Name, range]] = []
    index = 0
    while index < len(tokens):
        step, token = 1, tokens[index]
        if token.doubled and (other := doubled.get(token.word)):
            found.append((_name(seen, token, token, other), range(index, index + 1)))
            index += 1
            continue
        for words, entry in phrases.get(token.word, ()):
            if _stands(tokens, index, words):
                step = len(words)
                found.append(
                    (_name(seen, token, tokens[index + step - 1], entry), range(index, index + step))
                )
                break
        index += step
    return found


def _name(seen: View, first: Token, last: Token, entry: _Entry) -> Name:
    start, end = seen.span(first.start + len(entry.clitic), last.end)
    return Name(start, end, entry.key, entry.kind, entry.label, entry.adjective, entry.clitic)


def _stands(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    part = tokens[index + 1 : index + len(words)]
    return len(part) == len(words) - 1 and all(
        token.joined and token.word == word for token, word in zip(part, words[1:], strict=True)
    )
