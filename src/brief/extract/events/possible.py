"""Dates of what may be, or is not: a possibility, a condition with what hangs on it, a denial, a lower bound.

«The shipment may arrive next week», «if it opens talks before June», «the council will not meet before
19 May», «nobody heard a shot on Sunday night».
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from msgspec import Struct

from brief.extract.events.cues import Cues
from brief.extract.events.narrowed import Part
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

# Words between a denial and the bound before its date.
_DENIED = 12
# Words of what is put off, between that and the day it is put off from.
_PUT_OFF = 6


class _Possible(Struct, frozen=True):
    """Patterns for the folded words before a date, but for `conditional`, of words as they are spelled."""

    may: re.Pattern[str]
    apart: re.Pattern[str]
    past_endings: tuple[str, ...]
    conditional: re.Pattern[str]
    supposed: re.Pattern[str]
    not_before: re.Pattern[str]
    earlier_than: re.Pattern[str]
    not_since: re.Pattern[str]
    put_off_from: re.Pattern[str]
    denied: re.Pattern[str]
    joined: re.Pattern[str]
    but: re.Pattern[str]
    likely: re.Pattern[str]
    forecast: re.Pattern[str]
    expectation: re.Pattern[str]


def is_only_possible(part: Part, cues: Cues, language: Language) -> bool:
    """Whether the words before a date leave open, deny or only bound what it dates."""
    words, cuts, mention = _possible(language), part.cuts, part.mention
    first = cuts.opening[bisect_right(cuts.opening, mention.start) - 1]
    before = cuts.folded(first, mention.start)
    return bool(
        (mention.precision != "year" and _may_be(before, cues, language))
        or words.not_before.search(before)
        or words.put_off_from.search(before)
        or words.likely.search(
            cuts.folded(mention.start, cuts.closing[bisect_left(cuts.closing, mention.end)])
        )
        or (mention.precision != "day" and words.not_since.search(before))
        or is_conditional(cuts.text[first : mention.start], cues, language)
        or _is_denied(part, cues, language)
        or (mention.precision == "year" and words.earlier_than.search(before))
        or (
            mention.precision != "day" and (words.expectation.search(before) or words.forecast.search(before))
        )
    )


def _may_be(before: str, cues: Cues, language: Language) -> bool:
    """Whether «may» with a verb stands before a date, and no other thing between that the date is of."""
    words = _possible(language)
    return any(
        not cues.past.fullmatch(one["verb"])
        and not one["verb"].endswith(words.past_endings)
        and not words.apart.search(before, one.end())
        and not Told(before, language).last(Kind.WAS, 0, one.start())
        for one in words.may.finditer(before)
    )


def is_conditional(text: str, cues: Cues, language: Language) -> bool:
    """Whether an «if» with its verb stands before a date."""
    words = _possible(language)
    found = words.conditional.finditer(text)
    return any(
        words.supposed.fullmatch(verb) or cues.past.fullmatch(verb) or cues.opening.fullmatch(verb)
        for verb in (fold(one["verb"]) for one in found)
    )


def _is_denied(part: Part, cues: Cues, language: Language) -> bool:
    """Whether the verb that opens a clause is denied, and no other clause or thing comes before its date."""
    words, cuts, told, mention = _possible(language), part.cuts, part.told, part.mention
    text = cuts.folded(told.start, mention.start)
    opened = words.denied.match(text)
    if opened is None or words.but.search(text) or cues.since_before.search(text):
        return False
    if words.apart.search(text, opened.end()) or words.joined.search(text, opened.end()):
        return False
    return cues.noun.fullmatch(text.split()[-1]) is None


@cache
def _possible(language: Language) -> _Possible:
    data, letters = table(language.code, "events"), morphology(language)
    own = data["possible"]
    joint = f"[{letters.joining}]?"
    times = either(data["before_times"])
    fixed = either((*data["participles"], *data["states"], *data["planned_things"]))
    verb = rf"[{letters.imperfect}]\w{{2,}}"
    return _Possible(
        may=re.compile(
            rf"(?<!\w){either(data['maybe'])}\s+(?P<verb>{verb})(?!\w)(?=(?:[^،,؛:.]|(?<=\d)\.(?=\d))*$)"
        ),
        apart=re.compile(rf"(?<!\w)(?:{either(data['relatives'])}|{letters.article}{fixed})(?!\w)"),
        past_endings=(fold(data["past_endings"][0]), fold(data["past_endings"][1])),
        conditional=re.compile(rf"(?<!\w)[{letters.joining}]?(?:{'|'.join(own['if'])})\s+(?P<verb>\w+)"),
        supposed=re.compile(either(own["supposed"])),
        not_before=re.compile(
            rf"(?<!\w){joint}(?:{either(own['denials'])})\s+(?:[^\s،,؛:]+\s+){{1,{_DENIED}}}?"
            rf"{either(own['before'])}\s+(?:{times}\s+)*$"
        ),
        earlier_than=re.compile(rf"(?<!\w){joint}{either(own['before'])}\s+(?:{times}\s+)*$"),
        not_since=re.compile(
            rf"(?<!\w){joint}{either(own['denials'])}\s+{verb}[^،,؛:]*\s{either(data['since'])}\s+(?:{times}\s+)*$"
        ),
        put_off_from=re.compile(
            rf"(?<!\w)[{letters.joining}{letters.prepositions}]?"
            rf"{either((*data['postponed'], *data['postponing']))}\w{{0,2}}\s+"
            rf"(?:[^\s،,؛:.]+\s+){{1,{_PUT_OFF}}}?{own['put_off_from']}\s+(?:{times}\s+)*$"
        ),
        denied=re.compile(rf"\W*{joint}{either(own['denials'])}\s+{verb}"),
        joined=re.compile(rf"[،,]\s*(?!{either(data['pointing'])}(?!\w))[{letters.joining}]\w"),
        but=re.compile(rf"(?<!\w){either(own['but'])}(?!\w)"),
        likely=re.compile(rf"\A[^،,]*(?<!\w){either(own['likely'])}(?!\w)"),
        forecast=re.compile(rf"(?<!\w){joint}{either(own['forecasting'])}(?!\w)"),
        expectation=re.compile(
            rf"(?<!\w)[{letters.joining}{letters.prepositions}]?{either(own['expectations'])}(?!\w)[^،,؛:.]*$"
        ),
    )
