"""What a later source tells as past: a value, a deal or a stance given up, an act not done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from brief import cues
from brief.language import Language
from brief.overtaken.forms import bare, is_planned, past_verbs
from brief.overtaken.passages import SHARED, Overtaking, Passage, of_one_matter

_VALUE = re.compile(r"(?<![\d.,٫])(?P<number>\d+(?:[.,٫]\d+)*)\s*(?P<unit>%|[^\W\d]+)?")
# Units open with the same letters in all their numbers.
_UNIT = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"\w+")
# The name of what is replaced: a noun and what it is called.
_NAME = 2


def overtaken(passages: Sequence[Passage], language: Language) -> Overtaking:
    """The passages that a later one of the same matter corrects, with its day."""
    dated = [one for one in passages if one.day]
    yield from _given_up(dated, language)
    yield from _replaced(dated, language)
    yield from _withdrawn(dated, language)
    yield from _not_done(dated, language)


def _given_up(passages: Sequence[Passage], language: Language) -> Overtaking:
    """Those that tell a value which a later one tells as that of before: «raised from 5 to 7»."""
    sign = cues.expression(language, "overtaken", "given_up", "sign")
    corrected: defaultdict[str, list[Passage]] = defaultdict(list)
    for one in passages:
        for value in set(_before(one.text, sign, language)):
            corrected[value].append(one)
    for one in passages if corrected else ():
        if not _is_open(one.text, language):
            continue
        own = set(_values(one.text, language)).difference(_before(one.text, sign, language))
        told = [new for value in own for new in corrected.get(value, ())]
        days = [new.day for new in told if new.is_after(one) and len(new.stems & one.stems) >= SHARED]
        if days:
            yield one.anchor, min(days)


def _is_open(text: str, language: Language) -> bool:
    """Whether words tell what was to hold: terms, plans, estimates, demands, denials; no act of the past."""
    ways = (("replaced", "terms"), ("withdrawn", "held"), ("given_up", "said_so"))
    return is_planned(text, language) or any(
        cues.expression(language, "overtaken", *way).search(text) for way in ways
    )


def _before(text: str, sign: re.Pattern[str], language: Language) -> Iterator[str]:
    for found in sign.finditer(text):
        start = next(start for start in (found.start(name) for name in found.re.groupindex) if start >= 0)
        if value := _VALUE.match(text, start):
            yield _value(value, language)


def _values(text: str, language: Language) -> Iterator[str]:
    yield from (_value(value, language) for value in _VALUE.finditer(text))


def _value(value: re.Match[str], language: Language) -> str:
    """A number with how its unit begins; parts of a hundred are written in several ways."""
    number, unit = value["number"].replace("٫", "."), value["unit"] or ""
    if _YEAR.fullmatch(number):
        return number
    if cues.expression(language, "overtaken", "given_up", "percent").match(value.string, value.end("number")):
        unit = "%"
    return f"{number} {unit[:_UNIT]}"


def _replaced(passages: Sequence[Passage], language: Language) -> Overtaking:
    """Those that tell the terms of what a later one replaces, by its name."""
    sign, terms = (cues.expression(language, "overtaken", "replaced", name) for name in ("sign", "terms"))
    names = [
        (" ".join(words), one.day)
        for one in passages
        for found in sign.finditer(one.text)
        if len(words := [word[0] for word in islice(_WORD.finditer(one.text, found.end()), _NAME)]) == _NAME
    ]
    for one in passages:
        days = [day for name, day in names if day > one.day and name in one.text]
        if days and terms.search(one.text):
            yield one.anchor, min(days)


def _withdrawn(passages: Sequence[Passage], language: Language) -> Overtaking:
    """Denials, threats and demands that a later one tells as what was said before it came otherwise."""
    withdrawn, held = (cues.expression(language, "overtaken", "withdrawn", name) for name in ("sign", "held"))
    later = [one for one in passages if withdrawn.search(one.text)]
    earlier = [one for one in passages if held.search(one.text)]
    yield from ((old.anchor, new.day) for old, new in of_one_matter(later, earlier))


def _not_done(passages: Sequence[Passage], language: Language) -> Overtaking:
    """Acts that a later one says were not done, contrary to what was told."""
    sign, matter = (cues.expression(language, "overtaken", "corrected", name) for name in ("sign", "object"))
    denied: defaultdict[str, list[str]] = defaultdict(list)
    for one in passages:
        for found in sign.finditer(one.text):
            denied[bare(found["verb"], language)].append(one.day)
    for one in passages if denied else ():
        told = {verb for word in _WORD.findall(one.text) for verb in past_verbs(word, language)}
        days = [day for verb in told & denied.keys() for day in denied[verb] if day > one.day]
        if days and matter.search(one.text):
            yield one.anchor, min(days)
