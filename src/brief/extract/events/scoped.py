"""Dates that date no act of their sentence: of a value, of the name of a thing, of what was planned before.

«Raised the rate to 12 per cent from May to July», «called off Sunday's strike, it said today», «put the vote
off, which was planned for tomorrow», «in May of that year» where no year is told.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief.cues import expression
from brief.extract.events.cues import Cues
from brief.extract.events.narrowed import Part
from brief.extract.events.signs import Kind, Told
from brief.language import Language, table
from brief.measures import either
from brief.morphology import morphology
from brief.periods import Mention

_DAY, _SPAN = "day", "span"
_MONTH = len("2024-01")
_VALUE = 6  # words between a number and the months for which it holds
_PUT_OFF, _PLANNED, _BOUND = 40, 4, 12  # words
_LAST = re.compile(r"(\w+)\s+$")


class _Scoped(Struct, frozen=True):
    """Patterns for the folded words before a date, `that_year` behind it."""

    value: re.Pattern[str]
    level: re.Pattern[str]
    earlier: re.Pattern[str]
    planned: re.Pattern[str]
    not_before: re.Pattern[str]
    held_since: re.Pattern[str]
    as_did: re.Pattern[str]
    of_two: re.Pattern[str]
    some: re.Pattern[str]
    that_year: re.Pattern[str]


def is_scoped(part: Part, cues: Cues, language: Language) -> bool:
    """Whether a date tells only for when a value holds, which thing is meant, or what was planned before."""
    words, cuts, told, mention = _scoped(language), part.cuts, part.told, part.mention
    before = cuts.folded(told.start, mention.start)
    return bool(
        (_is_of_months(mention) and words.value.search(before))
        or (not mention.future and words.level.search(before) and not Told(before, language).has(Kind.AHEAD))
        or (words.earlier.search(before) and _is_habit(before, cues, language))
        or words.planned.search(cuts.folded(0, mention.start))
        or words.not_before.search(before)
        or words.held_since.search(before)
        or words.as_did.search(before)
        or words.of_two.search(before)
        or words.some.match(before)
        or expression(language, "events", "of_another").search(cuts.folded(0, mention.start))
        or (mention.relative and words.that_year.match(cuts.folded(mention.end, len(cuts.text))))
        or _is_called_so(part, before, cues, language)
    )


def _is_of_months(mention: Mention) -> bool:
    """Whether a time is a stretch of months without their year."""
    return mention.precision == _SPAN and mention.relative and len(mention.first) == _MONTH


def _is_called_so(part: Part, before: str, cues: Cues, language: Language) -> bool:
    """Whether a bare weekday completes the noun of a happening in a sentence with another time before it."""
    mention, letters = part.mention, morphology(language)
    named, last = part.cuts.folded(mention.start, mention.end), _LAST.search(before)
    if (
        mention.precision != _DAY
        or last is None
        or not named.isalpha()
        or not named.startswith(letters.article)
    ):
        return False
    earlier = any(one.end <= mention.start for one in part.times)
    return earlier and not last[1].startswith(letters.article) and cues.noun.fullmatch(last[1]) is not None


def _is_habit(before: str, cues: Cues, language: Language) -> bool:
    """Whether «used to» stands before a date, and nothing done («was shipped, before May 2024, …»)."""
    told = Told(before, language)
    return told.has(Kind.WAS) and not told.has(Kind.PAST) and not cues.had.search(before)


@cache
def _scoped(language: Language) -> _Scoped:
    data, letters = table(language.code, "events"), morphology(language)
    own, possible = data["scoped"], data["possible"]
    joint = f"[{letters.joining}]?"
    times = either(data["before_times"])
    put_off = rf"{joint}{either((*data['postponed'], *data['postponing']))}{either(data['past_endings'])}?"
    verb = rf"[{letters.imperfect}]\w{{2,}}"
    return _Scoped(
        value=re.compile(rf"\d[\d.,]*(?:\s+[^\s،,؛:]+){{1,{_VALUE}}}\s+$"),
        # «Came to 31,400 people by the end of June» measures, whatever goes before.
        level=re.compile(
            rf"(?<!\w){either(own['to'])}\s+(?:\w+\s+)?\d[\d.,]*\s+(?:[^\s،,؛:.]+\s+){{0,3}}"
            rf"(?:{either(own['at_end'])}\s+(?:{times}\s+)*|{letters.by})$"
        ),
        earlier=re.compile(rf"(?<!\w){either(possible['before'])}\s+(?:{times}\s+)*$"),
        planned=re.compile(
            rf"(?<!\w){put_off}(?!\w)(?:[^\s؛.]*\s+){{1,{_PUT_OFF}}}?{joint}{either(own['planned'])}"
            rf"\s+(?:[^\s،,؛:.]+\s+){{0,{_PLANNED}}}$"
        ),
        # An aside stands between the denial and its bound: «it will not, says the council, before June».
        not_before=re.compile(
            rf"(?<!\w){joint}{either(possible['denials'])}\s+{verb}\s*[،,][^،,؛:]{{2,60}}[،,]\s*"
            rf"{either(possible['before'])}\s+(?:{times}\s+)*$"
            rf"|(?<!\w){joint}{either(own['deny'])}\s+{verb}\s+(?:[^\s،,؛:]+\s+){{0,{_BOUND}}}?"
            rf"{either(possible['before'])}\s+(?:{times}\s+)*$"
        ),
        held_since=re.compile(
            rf"(?<!\w)[{letters.imperfect}]\w{{2,}}(?:{'|'.join(own['them'])})\s+{either(data['since'])}"
            rf"\s+(?:{times}\s+)*$"
        ),
        as_did=re.compile(rf"[،,]\s*{either(own['as_did'])}\s+(?:{times}\s+)*$"),
        # «The two boats that the port held in May».
        of_two=re.compile(rf"(?<!\w){either(own['dual'])}\s+\w{{3,}}{own['them'][0]}(?!\w)[^،,؛:.]*$"),
        some=re.compile(rf"\W*\w+\s+{either(own['some'])}(?!\w)"),
        that_year=re.compile(rf"\s+{either(own['that_year'])}(?!\w)"),
    )
