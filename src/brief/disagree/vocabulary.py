"""The words by which disagreements are found, and the form in which one is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from brief import cues, quantities
from brief.gist import small_words, stem_of
from brief.language import Language, fold, load, table
from brief.marks import PAIRS, STRAIGHT
from brief.model import Account, Anchor, Datapoint, Discrepancy
from brief.morphology import morphology
from brief.rivals import COUNTED
from brief.words import words

_WORD = re.compile(r"\w+")
_SHORTEST = 3
_LONGEST = 9  # words of a topic line
_STOP = re.compile(r"[،؛:.!؟\"«»“”](?:\s|$)|\s[-\u2013\u2014]\s")
_PAIRS = (*PAIRS.items(), (STRAIGHT, STRAIGHT))
_EDGES = '،؛:. -\u2013\u2014"«»'

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

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


@cache
def vague_stems(language: Language) -> frozenset[str]:
    """The stems of words that count time, order or nothing in particular."""
    return frozenset(stem_of(word, language) for word in vocabulary(language.code).vague)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def told_apart(
    language: Language, template: str, what: str, kind: Kind, sides: Sequence[Sequence[Anchor]]
) -> Discrepancy:
    """A discrepancy whose sides are told by these passages, as many of each as there is room for.

    The note is the sentence of the catalogue that explains the kind of `template`.
    """
    said = words(language.frame, language.frame)
    topic = said.say(template, what=what)
    note = said.say(template.replace("differ:", "explain:").removesuffix(" %(what)s"))
    room = MOST_PASSAGES // len(sides)
    accounts = tuple(Account(passages[0].text, tuple(passages[:room])) for passages in sides)
    return Discrepancy(topic=topic, kind=kind, note=note, items=accounts)


def phrase(text: str, language: Language) -> str:
    """What a passage tells, in its first words: to the first stop, with «…» where it goes on.

    No word that only leads to the next stands last, nor one that joins it to the words before it. A place or
    a field that the passage opens with («وفي جنيف، …») is passed.
    """
    parts = [part.split() for part in _STOP.split(text.strip())]
    words = _led(next((part for part in parts if len(part) > _SHORTEST), parts[0]), language)
    kept = words[:_LONGEST]
    while len(kept) > _SHORTEST and len(kept) < len(words) and _leads_on(kept[-1], language):
        kept.pop()
    if kept and _is_joined(kept[0], language):
        kept[0] = kept[0][1:]
    return _paired(" ".join(kept)) + ("\u2026" if len(kept) < len(words) else "")


def _paired(text: str) -> str:
    """The words of a line without the marks at its edges; a quotation keeps both of its marks or none."""
    told = text.strip(_EDGES)
    for opening, closing in _PAIRS:
        if _is_even(told, opening, closing):
            continue
        if _is_even(text, opening, closing) and text.count(opening):
            start, end = told.startswith(opening), told.endswith(closing)
            told = f"{told}{closing}" if not end and opening in told[1 - start :] else told
        if not _is_even(told, opening, closing):
            told = told.replace(opening, "").replace(closing, "")
    return told


def _is_even(text: str, opening: str, closing: str) -> bool:
    """Whether as many marks open as close."""
    return text.count(opening) % 2 == 0 if opening == closing else text.count(opening) == text.count(closing)


def _led(words: list[str], language: Language) -> list[str]:
    """The words of a clause without those that only lead to it: «from his side», «as»."""
    lead = cues.opening(language, "disagreement", "topic", "leads").match(fold(" ".join(words)))
    led = len(lead[0].split()) if lead else 0
    return words[led:] if len(words) - led >= _SHORTEST else words


def _leads_on(word: str, language: Language) -> bool:
    """Whether a word or number at the end of a line only leads to what follows."""
    small = fold(word) in small_words(language.code)
    return small or len(word) < _SHORTEST or any(letter.isdigit() for letter in word)


def _is_joined(word: str, language: Language) -> bool:
    """Whether a word carries «and» that may be left out: a verb («وقال», «ويلتزم») or a definite noun."""
    letters, folded = morphology(language), fold(word)
    if folded[:1] not in letters.joining or len(folded) <= _SHORTEST:
        return False
    bare = folded[1:]
    present = folded[0] == letters.conjunction and bare[0] in letters.imperfect and len(bare) > _SHORTEST
    return bare in _verbs(language) or bare.startswith(letters.article) or present


@cache
def _verbs(language: Language) -> frozenset[str]:
    """Words that open a clause: of saying, of happenings, of harm, and small words."""
    data = table(language.code, "disagreement")
    listed = [data["silence"]["spoken"], data["contrast"]["counting"], data["topic"]["opening"]]
    listed += [*data["happenings"].values(), *data["tolls"].values()]
    return frozenset(fold(word) for words in listed for word in words) | small_words(language.code)


def spoken(point: Datapoint, words: Vocabulary) -> list[str]:
    """The words of a measure without those that only say that something is counted: «عدد القتلى»."""
    return [word for word in _WORD.findall(point.measure or "") if fold(word) not in words.measures]


def befell(word: str, words: Vocabulary, language: Language) -> str | None:
    """What befell the people that a word speaks of: «قتيلا», «وقتل»."""
    known = words.tolls.get(stem_of(word, language))
    if known or len(word) <= _SHORTEST or word[0] not in morphology(language).joining:
        return known
    return words.tolls.get(stem_of(word[1:], language))


def harm(point: Datapoint, words: Vocabulary, language: Language) -> tuple[str, str] | None:
    """What befell the people that a figure counts, with the words that say so.

    It is what is counted («30 قتيلا»), else the last such word before the figure («مقتل 30 شخصا»).
    """
    if point.unit not in COUNTED:
        return None
    said = spoken(point, words)
    found = [befell(word, words, language) for word in said]
    if said and found[0]:
        return " ".join(dict.fromkeys(filter(None, found))), point.measure or ""
    if said and fold(said[0]) not in words.vague:
        return None
    text = point.anchor.text
    told = next((one for one in quantities.find(text, language) if one.value == point.value), None)
    before = reversed(_WORD.findall(text[: told.start]) if told else [])
    named = ((befell(word, words, language), word) for word in before)
    return next(((what, word) for what, word in named if what), None)
