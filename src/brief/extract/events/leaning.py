"""The words of a language for times that count from a day named before them."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.periods.words import B, either, every, values


class Leaning(Struct, frozen=True):
    """The patterns of one language; a text without one of `hints` holds none of them."""

    hints: re.Pattern[str]
    near: tuple[tuple[re.Pattern[str], int], ...]
    counted: re.Pattern[str]
    earlier: re.Pattern[str]
    numbered: re.Pattern[str]
    today: re.Pattern[str]
    season: re.Pattern[str]
    new_year: re.Pattern[str]
    night: re.Pattern[str]
    between_nights: re.Pattern[str]
    two_days: re.Pattern[str]
    and_: re.Pattern[str]
    single: frozenset[str]
    seasons: dict[str, int]


@cache
def leaning(code: str) -> Leaning:
    """The patterns of `languages/<code>/events.toml`, made once."""
    data, when, names = table(code, "events")["leaning"], table(code, "periods"), table(code, "months")
    several = when["several"]
    single = every(when["ago"]["single"])
    count = rf"(?P<n>{either(values(code).counts)}|\d{{1,2}})"
    pair = rf"(?P<pair>{either([*every(several['pair']), *single])})"
    units = rf"(?:{count}{B}(?P<plural>{either(every(several['plural']))})|{pair})"
    way = rf"(?P<way>{either([*data['earlier'], *data['later']])})"
    day = rf"(?:(?P<d>\d{{1,2}})|(?P<word>{either(chain.from_iterable(names['days']))}))"
    rel = rf"(?P<rel>{either(every(when['relative']))})"
    of = rf"{B}{either(data['of'])}{B}(?:{either(when['this'])}{B})?"
    same, after = either(when["linked"]["same"]), either(when["linked"]["after"])
    season = either(data["seasons"])
    verbs = either(data["verbs_after_today"])
    return Leaning(
        hints=re.compile(rf"(?<!\w){when['prefix']}{either(data['hints'])}(?!\w)"),
        near=tuple(
            (re.compile(rf"(?<!\w){when['prefix']}{either(data[key])}(?!\w)"), offset)
            for key, offset in (("same", 0), ("next", 1), ("previous", -1))
        ),
        counted=re.compile(
            rf"(?<!\w)[{when['conjunctions'][0]}]?{way}{B}{data['by']}(?:(?P<about>{either(data['about'])}){B})?{units}(?!\w)(?!{B}{either(data['and_half'])})"
        ),
        earlier=re.compile(either(data["earlier"])),
        numbered=re.compile(
            rf"(?<![\w./])(?:{when['article']})?{day}(?:{of}{either(data['month'])}{B}(?:{rel}|{same}|(?P<next>{after}))|{B}(?P<now>{either(data['this_month'])}))(?!\w)"
        ),
        today=re.compile(
            rf"^[{''.join(when['conjunctions'])}]?(?P<day>{fold(when['today']['word'])})(?={B}{verbs}(?!\w))"
        ),
        season=re.compile(
            rf"(?<!\w){when['prefix']}(?P<season>{season}){B}(?P<near>{either(every(when['relative']))})(?!\w)"
        ),
        new_year=re.compile(rf"{B}{either(data['new'])}(?!\w)"),
        night=re.compile(rf"(?<!\w){either(data['night'])}(?!\w)"),
        between_nights=re.compile(rf"\s*(?:[-\u2013/]|{either(data['night_to'])}(?!\w))?\s*"),
        two_days=re.compile(rf"(?<!\w)(?:{when['prefix']}){either(data['two_days'])}(?!\w)"),
        and_=re.compile(rf"\s*{when['and']}?\s*"),
        single=frozenset(map(fold, single)),
        seasons=_seasons(data),
    )


def _seasons(data: dict[str, Any]) -> dict[str, int]:
    return {fold(word): month for word, month in data["seasons"].items()}
