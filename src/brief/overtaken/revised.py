"""What a later source tells as past: a value, a deal or a stance given up, an act not done or denied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from brief import cues
from brief.extract.events.alike import stems
from brief.language import Language, table
from brief.overtaken.anew import is_open
from brief.overtaken.forms import bare, past_verbs
from brief.overtaken.passages import (
    SHARED,
    Passage,
    Renewal,
    akin,
    beside,
    kinship,
    of_one_matter,
)

_VALUE = re.compile(r"(?<![\d.,٫])(?P<number>\d+(?:[.,٫]\d+)*)\s*(?P<unit>%|[^\W\d]+)?")
# Units open with the same letters in all their numbers.
_UNIT = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
# Two offers of one matter share so much (`kinship`).
_OFFERED = 4
# The name of what is replaced: a noun and what it is called.
_NAME = 2


def overtaken(passages: Sequence[Passage], language: Language) -> Renewal:
    """The passages that a later one of the same matter corrects, with that one."""
    dated = [one for one in passages if one.day]
    yield from _given_up(dated, language)
    yield from _replaced(dated, language)
    yield from _withdrawn(dated, language)
    yield from _offered(dated, language)
    yield from _reversed(dated, language)
    yield from _not_done(dated, language)


def denied(passages: Sequence[Passage], language: Language) -> Renewal:
    """The passages that tell a figure of an act which a later one denies, with that one.

    «He denied that they had offered 90 million» denies who says that they offered 90 million, not who
    tells 90 million of something else. Who tells the denial too is left alone.
    """
    sign = cues.expression(language, "overtaken", "denials", "sign")
    dated = [one for one in passages if one.day]
    saying_no = {one: found.end() for one in dated if (found := sign.search(one.text))}
    claims = defaultdict[tuple[str, str], list[Passage]](list)
    for new, start in saying_no.items():
        for key in _acts_of_values(new.text, start, language):
            claims[key].append(new)
    for one in dated if claims else ():
        if one not in saying_no:
            told = claims.keys() & set(_acts_of_values(one.text, 0, language))
            for new in (new for key in sorted(told) for new in claims[key]):
                if new.is_after(one) and len(akin(one.stems, new.stems, language)) >= SHARED:
                    yield one.anchor, new


def _acts_of_values(text: str, start: int, language: Language) -> Iterator[tuple[str, str]]:
    """Each value behind a place in folded words, with the stems of the word it stands behind."""
    about = cues.expression(language, "overtaken", "denials", "about")
    for value in _VALUE.finditer(text, start):
        words = [word for word in _WORD.findall(text, start, value.start()) if not about.fullmatch(word)]
        for stem in stems(" ".join(words[-1:]), language):
            yield stem, _value(value, language)


def gives_up(text: str, other: str, language: Language) -> bool:
    """Whether folded words tell a value of other ones as that of before."""
    before = _before(text, language)
    return bool(before) and not before.isdisjoint(_values(other, language))


def _given_up(passages: Sequence[Passage], language: Language) -> Renewal:
    """Those that tell a value which a later one tells as that of before: «raised from 5 to 7»."""
    corrected: defaultdict[str, list[Passage]] = defaultdict(list)
    for one in passages:
        for value in _before(one.text, language):
            corrected[value].append(one)
    for one in passages if corrected else ():
        if not is_open(one.text, language):
            continue
        before = _before(one.text, language)
        own = {value for value in _values(one.text, language) if value not in before}
        told = [new for value in own for new in corrected.get(value, ())]
        for new in told:
            if new.is_after(one) and len(new.stems & one.stems) >= SHARED:
                yield one.anchor, new


# The first passage of a claim is compared with all its others.
@lru_cache(maxsize=1024)
def _before(text: str, language: Language) -> frozenset[str]:
    """The values that folded words tell as those of before."""
    return frozenset(_told_as_before(text, language)) if _DIGIT.search(text) else frozenset()


def _told_as_before(text: str, language: Language) -> Iterator[str]:
    for found in cues.expression(language, "overtaken", "given_up", "sign").finditer(text):
        start = next(start for start in (found.start(name) for name in found.re.groupindex) if start >= 0)
        if value := _VALUE.match(text, start):
            yield _value(value, language)
            if not value["unit"] and (new := _last_value(text, start)):
                yield _value(new, language, value["number"])


def _values(text: str, language: Language) -> Iterator[str]:
    yield from (_value(value, language) for value in _VALUE.finditer(text))


def _last_value(text: str, end: int) -> re.Match[str] | None:
    """The value that stands last before a place in folded words."""
    return next(reversed([*_VALUE.finditer(text, 0, end)]), None)


def _value(value: re.Match[str], language: Language, instead: str = "") -> str:
    """A number, or another `instead` of it, with how its unit begins; percent is written in several ways."""
    number, unit = (instead or value["number"]).replace("٫", "."), value["unit"] or ""
    if _YEAR.fullmatch(number):
        return number
    if cues.expression(language, "overtaken", "given_up", "percent").match(value.string, value.end("number")):
        unit = "%"
    return f"{number} {unit[:_UNIT]}"


def _replaced(passages: Sequence[Passage], language: Language) -> Renewal:
    """Those that tell the terms of what a later one replaces, by its name."""
    sign, terms = (cues.expression(language, "overtaken", "replaced", name) for name in ("sign", "terms"))
    names = [
        (" ".join(words), one)
        for one in passages
        for found in sign.finditer(one.text)
        if len(words := [word[0] for word in islice(_WORD.finditer(one.text, found.end()), _NAME)]) == _NAME
    ]
    for one in passages:
        for name, new in names if terms.search(one.text) else ():
            if new.is_after(one) and name in one.text:
                yield one.anchor, new


def _withdrawn(passages: Sequence[Passage], language: Language) -> Renewal:
    """Denials, threats and demands that a later one tells as what was said before it came otherwise."""
    withdrawn, held = (cues.expression(language, "overtaken", "withdrawn", name) for name in ("sign", "held"))
    beside_it = {
        one: beside(one, found.end(), language) for one in passages if (found := withdrawn.search(one.text))
    }
    earlier = [one for one in passages if held.search(one.text)] if beside_it else []
    for old, new in of_one_matter(beside_it, earlier):
        if len(beside_it[new] & old.stems) >= SHARED:
            yield old.anchor, new


def _offered(passages: Sequence[Passage], language: Language) -> Renewal:
    """Offers, where a later passage of that matter tells what is offered now."""
    now, held = (cues.expression(language, "overtaken", "offered", name) for name in ("now", "held"))
    later = [one for one in passages if now.search(one.text)]
    for old in [one for one in passages if held.search(one.text)] if later else ():
        for new in later:
            if new.is_after(old) and kinship(old, new, language) >= _OFFERED:
                yield old.anchor, new


def _reversed(passages: Sequence[Passage], language: Language) -> Renewal:
    """Stances that a later one tells as those of before, or whose contrary it tells, of the same matter."""
    denied = cues.expression(language, "overtaken", "withdrawn", "denied")
    for held, sign in _reversals(language):
        given_up = [
            (one, beside(one, found.start(), language))
            for one in passages
            for found in sign.finditer(one.text)
            if not denied.search(one.text, found.end())
        ]
        for one in passages if given_up else ():
            if held.search(one.text):
                yield from (
                    (one.anchor, new)
                    for new, matter in given_up
                    if new.is_after(one)
                    and len(matter & one.telling) >= SHARED
                    and len(matter & one.stems) > SHARED
                )


@cache
def _reversals(language: Language) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    listed: list[dict[str, Any]] = table(language.code, "overtaken")["reversal"]
    return tuple((re.compile(one["held"]), re.compile(one["sign"])) for one in listed)


def _not_done(passages: Sequence[Passage], language: Language) -> Renewal:
    """Acts that a later one says were not done, contrary to what was told."""
    sign, matter = (cues.expression(language, "overtaken", "corrected", name) for name in ("sign", "object"))
    denied: defaultdict[str, list[Passage]] = defaultdict(list)
    for one in passages:
        for found in sign.finditer(one.text):
            denied[bare(found["verb"], language)].append(one)
    for one in passages if denied else ():
        told = {verb for word in _WORD.findall(one.text) for verb in past_verbs(word, language)}
        if told & denied.keys() and matter.search(one.text):
            for new in (new for verb in told & denied.keys() for new in denied[verb]):
                if new.is_after(one):
                    yield one.anchor, new
