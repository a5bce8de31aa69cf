"""Dates that bound, compare, count or repeat: nothing happened on them.

«Will pump more until the end of March», «put off till after May», «4730 dollars, compared with 3850 a week
ago», «five warnings since September», «none may be cut off between November and March», «tomorrow or the day
after».
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief.cues import expression
from brief.extract.events.clauses import Clause, Cuts
from brief.extract.events.cues import Cues, saying
from brief.extract.events.narrowed import Part
from brief.extract.events.signs import Kind, Told
from brief.extract.events.things import VERB
from brief.language import Language, table
from brief.measures import either
from brief.morphology import morphology
from brief.periods import Mention

_QUOTE = re.compile(r"[:«\"“]")
# Words between a comparison and its date, and between a deadline, or a verb that sets one, and its date.
_COMPARED, _GIVEN, _GIVEN_BY = 5, 5, 12
# Words beside the day of a line that may be one of place and day.
_LINE = 3


class _Bounding(Struct, frozen=True):
    """Patterns for folded words that end at the date.

    But `counted_from` opens behind it, `every_year` stands anywhere, `either_or` between two
    dates, and `now` and `distance` are of the date itself.
    """

    compared: re.Pattern[str]
    level: re.Pattern[str]
    until: re.Pattern[str]
    beyond: re.Pattern[str]
    whole_year: re.Pattern[str]
    given: re.Pattern[str]
    said: re.Pattern[str]
    every_year: re.Pattern[str]
    either_or: re.Pattern[str]
    now: re.Pattern[str]
    held: re.Pattern[str]
    distance: re.Pattern[str]
    counted_from: re.Pattern[str]


def is_bounding(part: Part, cues: Cues, language: Language) -> bool:
    """Whether a date only bounds, compares, counts or repeats in its clause."""
    words, cuts, told, mention = _bounding(language), part.cuts, part.told, part.mention
    before = cuts.folded(told.start, mention.start)
    named, after = cuts.folded(mention.start, mention.end), cuts.folded(mention.end, len(cuts.text))
    return bool(
        words.compared.search(before)
        or words.level.search(before)
        or (mention.relative and mention.precision == "month" and words.beyond.search(before))
        or _is_end(cuts, mention, before, words)
        or _dates_back(mention, before, language)
        or expression(language, "events", "figures_out").search(before)
        or (
            expression(language, "events", "counted_from_that").match(named)
            and expression(language, "events", "pledged").search(before)
        )
        or (mention.precision == "day" and expression(language, "events", "moved", "off").search(before))
        or (cues.since_before.search(before) and words.said.search(before))
        or _is_of_every_year(cuts.folded(told.start, told.end), mention, words)
        or (words.distance.match(named) and words.counted_from.match(after))
        or _is_nowadays(before, named, cues, words)
        or _is_one_of_two(part, words)
        or (not cues.deadlines_before.search(before) and _is_bare(cuts, told, mention, language))
    )


def _dates_back(mention: Mention, before: str, language: Language) -> bool:
    """Whether a day near the article's is that of a count: «in the last toll, which dates back to Monday»."""
    fine = mention.relative and mention.precision == "day"
    return fine and expression(language, "events", "dates_back").search(before) is not None


def _is_end(cuts: Cuts, mention: Mention, before: str, words: _Bounding) -> bool:
    """Whether a day or month without its year, or a year, is the end of what goes on until then.

    Not where somebody set it, or put something off to it.
    """
    named = cuts.folded(mention.start, mention.end)
    if not (mention.relative or words.whole_year.fullmatch(named)):
        return False
    if not (mention.until or words.until.search(before)):
        return False
    return words.given.search(cuts.folded(0, mention.start)) is None


def _is_nowadays(before: str, named: str, cues: Cues, words: _Bounding) -> bool:
    """Whether a time tells what holds now of someone («who condemns today …»), and no happening."""
    held = words.held.search(before) if words.now.fullmatch(named) else None
    return held is not None and cues.noun.fullmatch(held["head"]) is None


def _is_of_every_year(text: str, mention: Mention, words: _Bounding) -> bool:
    """Whether a month without its year stands in a rule, or in what comes again."""
    bare = mention.relative and mention.precision != "day"
    return bare and words.every_year.search(text) is not None


def _is_one_of_two(part: Part, words: _Bounding) -> bool:
    """Whether a time is one of two between which the text does not choose."""
    cuts, mention = part.cuts, part.mention
    gaps = (
        cuts.folded(min(one.end, mention.end), max(one.start, mention.start))
        for one in part.times
        if one is not mention
    )
    return any(words.either_or.fullmatch(gap) for gap in gaps)


def _is_bare(cuts: Cuts, told: Clause, mention: Mention, language: Language) -> bool:
    """Whether a month without its year, or the day of a short line, stands beside no word of a happening."""
    text, named = cuts.folded(told.start, told.end), cuts.folded(mention.start, mention.end)
    month = mention.relative and mention.precision == "month" and named.isalpha()
    rest = len(text.split()) - len(named.split())
    line = not mention.relative and mention.precision == "day" and rest <= _LINE
    return (month or line) and not Told(text, language).has(VERB | Kind.NOUN)


@cache
def _bounding(language: Language) -> _Bounding:
    data, letters = table(language.code, "events"), morphology(language)
    own = data["bounding"]
    joint = f"[{letters.joining}]?"
    gap = r"[^\s،,؛:]+\s+"
    times = either(data["before_times"])
    that = rf"(?:{letters.by})?{either(own['that'])}"
    return _Bounding(
        compared=re.compile(
            rf"(?<!\w){joint}{either(own['compared'])}\s+(?:{gap}){{0,{_COMPARED}}}{letters.by}?$"
        ),
        level=re.compile(rf"(?<!\w){either(own['levels'])}\s+(?:{times}\s+)*$"),
        given=re.compile(
            rf"(?<!\w){joint}{either(own['given'])}\s+(?:{gap}){{0,{_GIVEN}}}$"
            rf"|(?<!\w){joint}{either(own['given_by'])}\s+(?:{gap}){{0,{_GIVEN_BY}}}$"
        ),
        whole_year=re.compile(rf"(?:{times}\s+)*\d{{4}}"),
        until=re.compile(rf"(?<!\w){joint}{either(own['until'])}\s+(?:{times}\s+)*$"),
        beyond=re.compile(rf"(?<!\w){either(own['beyond'])}\s+(?:{times}\s+)*$"),
        said=re.compile(
            rf"(?<!\w){joint}{saying(language)}(?!\w)[^؛.]*(?:{_QUOTE.pattern}|(?<!\w){that}(?!\w))[^؛.]*$"
        ),
        every_year=re.compile(rf"(?<!\w){either(own['every_year'])}(?!\w)"),
        either_or=re.compile(rf"\s*{either(own['or'])}\s+(?:{times}\s+)*"),
        now=re.compile(either(own["now"])),
        held=re.compile(
            rf"(?<!\w)(?P<head>\w+)[،,]?\s+{either(data['relatives'])}\s+[{letters.imperfect}]\w+\s+(?:\w+\s+){{0,3}}$"
        ),
        distance=re.compile(either(own["distances"])),
        counted_from=re.compile(rf"\s*(?:{either(own['alone'])}\s+)?{either(own['from'])}\s"),
    )
