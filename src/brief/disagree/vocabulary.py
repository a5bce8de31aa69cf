"""The words by which disagreements are found, and the form in which one is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from brief import quantities
from brief.gist import stem_of
from brief.language import Language, fold, load, table
from brief.messages import catalogue
from brief.model import Account, Anchor, Datapoint, Discrepancy
from brief.rivals import COUNTED

_WORD = re.compile(r"\w+")

Kind = Literal["conflict", "precision", "typo"]

MOST_ITEMS = 4
# More passages than these nobody compares.
MOST_PASSAGES = 6


class Vocabulary(Struct, frozen=True):
    """`disagreement.toml`, folded and compiled.

    `tolls` has the kind of harm («killed») of each stem that counts people struck by it.
    """

    measures: frozenset[str]
    vague: frozenset[str]
    longest: dict[str, int]
    imprecise: re.Pattern[str]
    relative: re.Pattern[str]
    parts: frozenset[str]
    changes: frozenset[str]
    tolls: dict[str, str]


@cache
def vocabulary(code: str) -> Vocabulary:
    """The words of a language, compiled once."""
    data, language = table(code, "disagreement"), load(code)

    def either(key: str) -> str:
        return "|".join(sorted(map(fold, data["words"][key]), key=len, reverse=True))

    return Vocabulary(
        measures=_folded(data["measures"]),
        vague=_folded(data["vague"]),
        longest={fold(noun): years for noun, years in data["longest_years"].items()},
        imprecise=re.compile(
            rf"\b(?:{either('bounds')})\s+(?:[^\s،.]+\s+){{1,5}}?(?:{either('approximate')})\b"
        ),
        relative=re.compile(rf"\b(?:{either('relative_years')})\b"),
        parts=_folded(data["words"]["parts"]),
        changes=_folded(data["words"]["changes"]),
        tolls={stem_of(word, language): harm for harm, words in data["tolls"].items() for word in words},
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def told_apart(
    language: Language, template: str, what: str, kind: Kind, sides: Sequence[Sequence[Anchor]]
) -> Discrepancy:
    """A discrepancy whose sides are told by these passages, as many of each as there is room for.

    The note is the sentence of the catalogue that explains the kind of `template`.
    """
    said = catalogue(language.code)
    topic = said.gettext(template) % {"what": what}
    note = said.gettext(template.replace("differ:", "explain:").removesuffix(" %(what)s"))
    room = MOST_PASSAGES // len(sides)
    accounts = tuple(Account(passages[0].text, tuple(passages[:room])) for passages in sides)
    return Discrepancy(topic=topic, kind=kind, note=note, items=accounts)


def spoken(point: Datapoint, words: Vocabulary) -> list[str]:
    """The words of a measure without those that only say that something is counted: «عدد القتلى»."""
    return [word for word in _WORD.findall(point.measure or "") if fold(word) not in words.measures]


def harm(point: Datapoint, words: Vocabulary, language: Language) -> tuple[str, str] | None:
    """What befell the people that a figure counts, with the words that say so.

    It is what is counted («30 قتيلا»), else the last such word before the figure («مقتل 30 شخصا»).
    """
    if point.unit not in COUNTED:
        return None
    said = spoken(point, words)
    found = [words.tolls.get(stem_of(word, language)) for word in said]
    if said and found[0]:
        return " ".join(dict.fromkeys(filter(None, found))), point.measure or ""
    if said and fold(said[0]) not in words.vague:
        return None
    text = point.anchor.text
    told = next((one for one in quantities.find(text, language) if one.value == point.value), None)
    before = reversed(_WORD.findall(text[: told.start]) if told else [])
    named = ((words.tolls.get(stem_of(word, language)), word) for word in before)
    return next(((befell, word) for befell, word in named if befell), None)
