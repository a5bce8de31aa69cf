"""Dates that only say which thing is meant: what the clause tells happened on another day.

«The budget of 2026», «the clashes of August», «since its independence in 1961».
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief.extract.events.cues import Cues
from brief.extract.events.narrowed import Part
from brief.extract.events.signs import Told
from brief.extract.events.things import VERB
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

_LAST = re.compile(r"(\w+)\s+$")
_WORD = re.compile(r"\w+")
_DAY = "day"
# Words of what comes every year, and between «according to» and the year of what is named.
_HEAD, _NEAR = 3, 3


class _Attributes(Struct, frozen=True):
    """Patterns for the folded words before a date, and for its own."""

    adverbial: re.Pattern[str]
    leading: re.Pattern[str]
    levels: re.Pattern[str]
    idiom: re.Pattern[str]
    struck_before: re.Pattern[str]
    since_its: re.Pattern[str]
    since_quoted: re.Pattern[str]
    coming: re.Pattern[str]
    according: re.Pattern[str]


def is_attribute(part: Part, cues: Cues, language: Language) -> bool:
    """Whether a date belongs to the noun before it, or to what something is counted from."""
    words, cuts, told, mention = _attributes(language), part.cuts, part.told, part.mention
    before = cuts.folded(told.start, mention.start)
    named = cuts.folded(mention.start, mention.end)
    patterns = (words.levels, words.since_quoted, words.struck_before)
    if any(one.search(before) for one in patterns):
        return True
    if mention.precision != _DAY and _is_generic(before, cues, language):
        return True
    if mention.precision == "year" and (words.according.search(before) or _is_aside(part, before, cues)):
        return True
    if words.idiom.match(cuts.folded(mention.start, len(cuts.text))):
        return True
    return mention.precision != _DAY and _is_construct(before, named, cues, language)


def _is_aside(part: Part, before: str, cues: Cues) -> bool:
    """Whether a year only tells since when a thing is so, where the clause has a day of its own."""
    days = (one for one in part.times if one.precision == _DAY and one.start >= part.told.start)
    return cues.since_before.search(before) is not None and any(one.end <= part.mention.start for one in days)


def _is_generic(before: str, cues: Cues, language: Language) -> bool:
    """Whether a time tells when something comes every year: «before the rains, which begin in December»."""
    found = _attributes(language).coming.search(before)
    if found is None or cues.past.fullmatch(found["verb"]):
        return False
    head = _WORD.findall(before[: found.start()])[-_HEAD:]
    return not any(cues.noun.fullmatch(word) for word in head)


def only_counts_from(text: str, year: str, language: Language) -> bool:
    """Whether words name a year only as that since which something is so: «the worst since its rise»."""
    found = list(_attributes(language).since_its.finditer(fold(text)))
    return any(one["year"] == year for one in found)


def _is_construct(before: str, named: str, cues: Cues, language: Language) -> bool:
    """Whether a month or year stands right behind a noun («the budget 2026»), with a verb before that."""
    words, letters = _attributes(language), morphology(language)
    last = _LAST.search(before)
    if last is None or words.adverbial.match(named) or words.leading.fullmatch(last[1]):
        return False
    seen = Told(before, language)
    if last[1].startswith(letters.article) or last[1].isdigit() or seen.last(VERB, *last.span(1)):
        return False
    happening = cues.noun.fullmatch(last[1]) is not None
    return not happening or seen.last(VERB, 0, last.start()) is not None


@cache
def _attributes(language: Language) -> _Attributes:
    data, letters, when = (
        table(language.code, "events"),
        morphology(language),
        table(language.code, "periods"),
    )
    own = data["attributes"]
    joint = f"[{letters.joining}]?"
    times = either(data["before_times"])
    leading = (*data["before_times"], *data["empty"], *data["since"], *data["deadlines"], *own["leading"])
    return _Attributes(
        adverbial=re.compile(
            rf"{joint}[{letters.prepositions}]?{either((*when['year'], *own['adverbial']))}(?!\w)"
        ),
        leading=re.compile(rf"{joint}{either(leading)}"),
        levels=re.compile(
            rf"(?<!\w){joint}[{letters.prepositions}]?{either(own['levels'])}\s+(?:{times}\s+)*$"
        ),
        since_quoted=re.compile(
            rf"(?<!\w){joint}{either(data['since'])}\s+[^،,؛:.»\"”]*[»\"”]\s+(?:{times}\s+)*$"
        ),
        coming=re.compile(
            rf"(?<!\w){either(data['relatives'])}\s+(?P<verb>[{letters.imperfect}]\w+)\s+(?:{times}\s+)*$"
        ),
        according=re.compile(
            rf"(?<!\w){joint}{either(data['fragments']['according'])}\s+(?:[^\s،,؛:.]+\s+){{1,{_NEAR}}}$"
        ),
        # «The contracts struck before September»: which of them are meant.
        struck_before=re.compile(
            rf"(?<!\w)\w?{letters.article}{either(data['participles'])}\s+{either(data['earlier_than'])}\s+(?:{times}\s+)*$"
        ),
        since_its=re.compile(
            rf"(?<!\w){joint}{either(data['since'])}\s+\w{{3,}}{either(own['owned'])}\s+"
            rf"(?:{times}\s+)*(?P<year>(?:1[89]|20)\d\d)(?!\d)"
        ),
        idiom=re.compile(either(own["idioms"])),
    )
