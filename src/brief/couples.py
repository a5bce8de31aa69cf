"""Which states a text names, which two it names together, and which two it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from msgspec import Struct, structs

from brief import names
from brief.figure_words import Words
from brief.gazetteer import Name
from brief.language import Language, View, fold, table, view
from brief.model import Anchor, Document

Pair = tuple[str, str]

_DOMINANT = 3  # sentences in which the parties of a document are named together, at the least


class Company(Struct, frozen=True):
    """Which states a stretch of text names, each once, and which two it joins by «and»."""

    states: tuple[str, ...]
    couples: tuple[Pair, ...]


def labels_of(found: Iterable[Name]) -> list[str]:
    """The labels of names in their order, each once."""
    return list(dict.fromkeys(name.label for name in found))


def named(text: str, language: Language, words: Words) -> tuple[Name, ...]:
    """The names of `text`, and states whose name is also a common word where «and» joins them to one.

    «موريتانيا ومالي» are two states, «دعم عسكري ومالي» are none.
    """
    return _whole(names.find(text, language), text, language, words)


def by_sentence(
    document: Document, found: Sequence[Name], language: Language, words: Words
) -> list[tuple[Name, ...]]:
    """What `named` finds in each sentence, in its own places, from the names of the whole document."""
    starts = [name.start for name in found]
    return [
        _whole(
            tuple(_moved(name, -one.anchor.start) for name in _within(found, starts, one.anchor)),
            one.anchor.text,
            language,
            words,
        )
        for one in document.sentences
    ]


def _within(found: Sequence[Name], starts: Sequence[int], anchor: Anchor) -> Sequence[Name]:
    return found[bisect_left(starts, anchor.start) : bisect_left(starts, anchor.end)]


def _moved(name: Name, by: int) -> Name:
    return structs.replace(name, start=name.start + by, end=name.end + by)


def _whole(found: tuple[Name, ...], text: str, language: Language, words: Words) -> tuple[Name, ...]:
    if not any(name.kind == "country" for name in found):
        return found
    return tuple(sorted([*found, *_recovered(found, view(text), language, words)]))


def _recovered(found: Sequence[Name], folded: View, language: Language, words: Words) -> Iterator[Name]:
    for key, label in _doubtful(language):
        form = rf"(?P<name>{re.escape(fold(label))})(?!\w)"
        after = re.compile(rf"\s+{words.conjunction}\s?{form}")
        before = re.compile(rf"(?<!\w){_either(words.between)}\s+{form}(?=\s+{words.conjunction}\s?$)")
        for name in found:
            if name.kind != "country" or name.adjective:
                continue
            first, last = folded.position(name.start), folded.position(name.end)
            match = after.match(folded.text, last) or before.search(folded.text[:first])
            if match is not None:
                yield Name(*folded.span(*match.span("name")), key, "country", label)


def _either(values: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(value).replace(r"\ ", r"\s+") for value in sorted(values)) + ")"


@cache
def _doubtful(language: Language) -> tuple[tuple[str, str], ...]:
    """The states whose bare name the names do not know, as key and label."""
    known = table(language.code, "names")["country"].items()
    return tuple((key, names.canonical(key, language)) for key, one in known if not one.get("bare", True))


def company(text: str, found: Sequence[Name], words: Words) -> Company:
    """The states that `found` names in `text`."""
    states = [name for name in found if name.kind == "country"]
    return Company(tuple(labels_of(states)), tuple(_couples(states, view(text), words)))


def _couples(states: Sequence[Name], folded: View, words: Words) -> Iterator[Pair]:
    """Every two states joined by «and», or two adjectives side by side, but no longer row."""
    rows: list[list[Name]] = []
    for name in states:
        if rows and joined(rows[-1][-1], name, folded, words):
            rows[-1].append(name)
        else:
            rows.append([name])
    for row in rows:
        labels = labels_of(row)
        if len(labels) == 2:
            yield labels[0], labels[1]


def joined(first: Name, second: Name, folded: View, words: Words) -> bool:
    """Whether «and», or nothing between two adjectives, joins two names."""
    gap = folded.text[folded.position(first.end) : folded.position(second.start)].strip()
    return gap == words.conjunction or (not gap and first.adjective and second.adjective)


def principal(
    document: Document, sentences: Sequence[Company], language: Language, words: Words
) -> Pair | None:
    """The two states that a document is about, None where they are not evident.

    Those that the title joins, or names alone and the text names together; else those that the
    opening joins and no two are named together more often; else those named together in most
    sentences, clearly.
    """
    counted = Counter(
        pair for one in sentences for pair in combinations(sorted(one.states), 2) if len(one.states) <= 3
    )
    title = document.title or ""
    top = company(title, named(title, language, words), words)
    if len(top.couples) == 1:
        return top.couples[0]
    if len(top.states) == 2 and counted[_ordered(*top.states)] >= 2:
        return top.states[0], top.states[1]
    ranked = [*counted.most_common(2), (("", ""), 0), (("", ""), 0)]
    opening = next((one for one in sentences if one.states), None)
    joined = opening is not None and len(opening.states) == 2 and opening.couples
    if joined and counted[_ordered(*joined[0])] == ranked[0][1]:
        return joined[0]
    clear = ranked[0][1] >= _DOMINANT and ranked[0][1] >= 2 * ranked[1][1]
    return ranked[0][0] if clear else None


def home(document: Document, sentences: Sequence[Company], language: Language, words: Words) -> str | None:
    """The one state that a document is about: named alone in its title, else far more often than others."""
    title = document.title or ""
    top = company(title, named(title, language, words), words)
    if top.states:
        return top.states[0] if len(top.states) == 1 else None
    counted = Counter(state for one in sentences for state in one.states)
    ranked = [*counted.most_common(2), ("", 0), ("", 0)]
    clear = ranked[0][1] >= _DOMINANT and ranked[0][1] >= 2 * ranked[1][1]
    return ranked[0][0] if clear else None


def _ordered(first: str, second: str) -> Pair:
    return (first, second) if first < second else (second, first)
