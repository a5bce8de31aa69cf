"""The number words of a language by every written form: what each stands for, what is written to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from brief.language import fold, table

ONE = Decimal(1)
NONE = Decimal(0)
DAMMA = "\u064f"  # the vowel that tells a fifth from five, where it is printed


class Word(Struct, frozen=True, gc=False):
    """What a number word stands for, and how many letters before it are not its own.

    `alone` is how often a scale counts with no number before it: 0 where that is vague.
    `share` is the part of one that the same form may also mean («خمس» is five and a fifth).
    """

    kind: str
    value: Decimal
    prefix: int = 0
    joined: bool = False
    governed: bool = False
    definite: bool = False
    alone: int = 1
    share: Decimal = NONE


class Words(Struct, frozen=True):
    """The number words of a language by every form, and what digits may have before them.

    `known` is what is safe amid other words; `wide` adds nought and the forms that may be a
    share, for readers of numbers as such; `ranked` reads ordinals as the numbers they rank by.
    `before_teen` holds forms that are another word there: «وأحد عشر» folds to «واحد عشر».
    """

    known: dict[str, Word]
    wide: dict[str, Word]
    ranked: dict[str, Word]
    ranks: frozenset[str]
    before_teen: dict[str, Word]
    prefixes: dict[str, tuple[bool, bool, bool]]
    article: int  # its letters
    the: str
    conjunction: str
    point: frozenset[str]
    minus: frozenset[str]
    over: frozenset[str]
    out_of: frozenset[str]
    parts: frozenset[str]
    between: frozenset[str]
    rate: frozenset[str]
    ranked_by: frozenset[str]
    no_number_after: frozenset[str]
    counted_endings: tuple[str, ...]


_Forms = dict[str, Word]
_Written = dict[str, tuple[bool, bool, bool]]


@cache
def lexicon(code: str) -> Words:
    """The number words of `languages/<code>/numbers.toml`, folded."""
    data = table(code, "numbers")
    written, bare = _written(data), _bases(data)
    drop = frozenset(map(fold, data["not_numbers"]))
    spread = {word: _with_prefixes(forms, written, data) for word, forms in _variants(data, bare)}
    sets = {name: frozenset(map(fold, data["expression"][name])) for name in data["expression"]}
    return Words(
        known=_without(spread["known"], drop),
        wide=_without(spread["known"] | spread["wide"], drop),
        ranked=_without(spread["known"] | spread["ranked"], drop),
        ranks=frozenset(spread["ranked"]),
        before_teen=_before_teen(bare, written),
        prefixes={prefix: flags for prefix, flags in written.items() if prefix},
        article=len(fold(data["article"])),
        the=fold(data["article"]),
        conjunction=fold(data["and"]),
        point=sets["point"],
        minus=sets["minus"],
        over=sets["over"],
        out_of=sets["out_of"],
        parts=sets["parts"],
        between=sets["between"],
        rate=sets["rate"],
        ranked_by=sets["ranked"],
        no_number_after=sets["no_number_after"],
        counted_endings=tuple(sorted(sets["counted_endings"])),
    )


def _without(forms: _Forms, dropped: frozenset[str]) -> _Forms:
    return {form: word for form, word in forms.items() if form not in dropped}


def _before_teen(bare: _Forms, written: _Written) -> _Forms:
    """Forms that are a plain word alone, and before «عشر» a conjunction and one that only compounds."""
    joints = [prefix for prefix, (joined, *_) in written.items() if joined]
    only = [(form, word) for form, word in bare.items() if not word.alone and word.kind == "unit"]
    return {
        joint + form: replace(word, prefix=len(joint), joined=True)
        for joint in joints
        for form, word in only
        if joint + form in bare
    }


def _variants(data: dict[str, Any], bare: _Forms) -> Iterator[tuple[str, _Forms]]:
    """The plain forms of each way to read: safe words, wide ones, ordinals."""
    yield "known", bare
    wide = {fold(form): Word("zero", NONE) for form in data["zero"]["words"]}
    for form, share in _by_number(data["share_or_number"]):
        word = bare.get(form, Word("fraction", share, alone=0))
        wide[form] = replace(word, share=share) if word.kind == "unit" else word
    for form, share in _by_number(data["share_voiced"]):
        wide[form[0] + DAMMA + form[1:]] = Word("fraction", share)
    for form, share in _by_number(data["share_pair_voiced"]):
        wide[form[0] + DAMMA + form[1:]] = Word("fraction", share * 2)
    yield "wide", wide
    yield "ranked", dict(_ranks(data))


def _by_number(entries: dict[str, Iterable[str]]) -> Iterator[tuple[str, Decimal]]:
    """Each form with the share of one that its key, a denominator, tells."""
    return ((fold(form), ONE / int(key)) for key, forms in entries.items() for form in forms)


def _ranks(data: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    """Ordinals of one word without their article; `alone` is 2 where the article must be written."""
    article, only = fold(data["article"]), frozenset(map(fold, data["rank_only_compound"]["words"]))
    for key in ("ordinal", "ordinal_compound"):
        for number, forms in data[key].items():
            for form in map(fold, forms):
                definite = form.startswith(article) and len(form) > len(article) + 2
                bare = form.removeprefix(article) if definite else form
                alone = 0 if bare in only else 2 if definite else 1
                if not (definite and bare in map(fold, forms)):
                    yield bare, Word("unit", Decimal(number), alone=alone)


def _bases(data: dict[str, Any]) -> _Forms:
    """Each plain form with its word; the first meaning of a form wins."""
    only, pairs = ({fold(word) for word in data[key]["words"]} for key in ("only_compound", "pair_alone"))
    forms: _Forms = {}
    for kind in ("unit", "ten", "hundred", "scale", "plural", "pair"):
        for value, words in data[kind].items():
            for form in map(fold, words):
                alone = 0 if kind == "plural" or form in only else 2 if kind == "pair" or form in pairs else 1
                plain = "scale" if kind == "plural" else kind
                forms.setdefault(form, Word(plain, Decimal(value), alone=alone))
    for kind, (times, alone) in {"share": (1, 1), "share_pair": (2, 1), "share_plural": (1, 0)}.items():
        for form, share in _by_number(data[kind]):
            forms.setdefault(form, Word("fraction", share * times, alone=alone))
    return forms


def _with_prefixes(bare: _Forms, written: _Written, data: dict[str, Any]) -> _Forms:
    """Every form of each word, with what may be written to it; a plain form wins over a written one."""
    article, found = len(fold(data["article"])), dict(bare)
    for prefix, (joined, governed, definite) in written.items():
        length = len(prefix) - (article if definite else 0)
        for form, word in bare.items():
            fresh = Word(word.kind, word.value, length, joined, governed, definite, word.alone, word.share)
            found.setdefault(prefix + form, fresh)
    return found


def _written(data: dict[str, Any]) -> _Written:
    """What may be written to a word: (a conjunction, a preposition, the article) each or not."""
    article, after_l = fold(data["article"]), fold(data["article_after_l"])
    found: _Written = {}
    for joint in ["", *data["conjunctions"]]:
        for preposition in ["", *data["prepositions"]]:
            found[joint + preposition] = (bool(joint), bool(preposition), False)
            whole = after_l if after_l.startswith(preposition) and preposition else preposition + article
            found[joint + whole] = (bool(joint), bool(preposition), True)
        found[joint + after_l] = (bool(joint), True, True)
    return found
