"""The words around a figure that tell how it is meant: clauses, comparisons, changes, sides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from brief import measures
from brief.language import Language, fold, table
from brief.measures import either, prefix
from brief.morphology import morphology


class Words(Struct, frozen=True):
    """The cues of `measures.toml` beside the measures themselves, compiled."""

    splitter: re.Pattern[str]
    comparison: re.Pattern[str]
    forecast: re.Pattern[str]
    happened: re.Pattern[str]
    yearly: re.Pattern[str]
    last_named: re.Pattern[str]
    both_named: re.Pattern[str]
    buyer_first: re.Pattern[str]
    seller_first: re.Pattern[str]
    rank: frozenset[str]
    series: frozenset[str]
    phrase_stops: frozenset[str]
    whole: frozenset[str]
    with_: frozenset[str]
    to: frozenset[str]
    source: frozenset[str]
    places: frozenset[str]
    no_places: frozenset[str]
    from_it: frozenset[str]
    to_it: frozenset[str]
    between: frozenset[str]
    governed: frozenset[str]
    for_: str
    conjunction: str
    article: str
    joining: str
    accusative: str
    relatives: re.Pattern[str]
    price_heads: frozenset[str]
    nations: re.Pattern[str]
    rate: re.Pattern[str]
    rates: dict[str, str]
    change: Change
    parts: re.Pattern[str]
    need: re.Pattern[str]
    denied: re.Pattern[str]
    asked: re.Pattern[str]
    output: re.Pattern[str]
    people: frozenset[str]
    country: frozenset[str]
    that: re.Pattern[str]
    base: re.Pattern[str]
    since: re.Pattern[str]
    each: re.Pattern[str]
    again: re.Pattern[str]


class Change(Struct, frozen=True):
    """The words of a rise or a fall, and what tells the change itself from the level it led to."""

    rise: frozenset[str]
    fall: frozenset[str]
    nouns: frozenset[str]
    any: re.Pattern[str]
    no: re.Pattern[str]
    bounds: re.Pattern[str]
    near: frozenset[str]
    by: frozenset[str]
    level: frozenset[str]
    verbs: frozenset[str]
    reached: frozenset[str]
    carried: frozenset[str]


@cache
def lexicon(language: Language) -> Words:
    """The cues of a language, compiled once."""
    data, written = table(language.code, "measures"), prefix(language)
    joined = "".join(map(fold, table(language.code, "numbers")["conjunctions"]))

    def cue(values: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){written}{either(values)}(?!\w)")

    def after_and(values: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)[{joined}]?{either(values)}(?!\w)")

    roles, units = data["roles"], table(language.code, "units")
    rates = {fold(form): per for per, forms in units["rate"].items() for form in forms}
    ahead = data["ahead"]
    verbs = [first + stem for first in ahead["persons"] for stem in ahead["verbs"]]
    return Words(
        splitter=after_and(data["splitters"]),
        comparison=after_and(data["comparison"]),
        forecast=cue([*data["forecast"], *verbs]),
        happened=re.compile(
            rf"(?<!\w)[{joined}]?(?:{either(ahead['happened'])}(?!\w)|{fold(ahead['after'])}\s*$)"
        ),
        yearly=cue(data["yearly"]),
        last_named=cue(data["last_named"]),
        both_named=cue(data["both_named"]),
        buyer_first=after_and(roles["buyer_first"]),
        seller_first=after_and(roles["seller_first"]),
        rank=_folded(data["rank"]),
        series=_folded(data["series"]),
        phrase_stops=measures.lexicon(language).phrase_stops,
        whole=_folded(data["whole"]),
        with_=_folded(data["with"]),
        to=_folded(roles["to"]),
        source=_folded(roles["from"]),
        places=_folded(roles["places"]),
        no_places=_folded(roles["no_places"]),
        from_it=_folded(roles["from_it"]),
        to_it=_folded(roles["to_it"]),
        between=_folded(roles["between"]),
        governed=_folded(roles["governed"]),
        for_=fold(roles["for"]),
        conjunction=fold(table(language.code, "numbers")["and"]),
        article=fold(table(language.code, "numbers")["article"]),
        joining=joined,
        accusative=morphology(language).accusative,
        relatives=after_and(data["relatives"]),
        price_heads=_folded(data["price_heads"]),
        nations=re.compile(rf"(?<!\w){either(units['nation']['forms'])}(?!\w)"),
        rate=re.compile(rf"\s+{either(roles['from'])}(?:\s+\w+){{1,2}}?\s+(?P<rate>{either(rates)})(?!\w)"),
        rates=rates,
        change=_change(data["change"], joined),
        parts=after_and(data["parts"]["of"]),
        need=after_and(data["change"]["need"]),
        denied=after_and(data["change"]["denied"]),
        asked=after_and(data["change"]["asked"]),
        output=re.compile(rf"\s*{either(roles['from'])}\s+{either(data['parts']['product'])}(?!\w)"),
        people=_folded(data["parts"]["people"]),
        country=_folded(roles["country"]),
        that=after_and(data["voices"]["that"]),
        base=re.compile(rf"(?<!\w){either(data['base']['before'])}(?:\s+\w+)?\s*$"),
        since=re.compile(rf"(?<!\w){either(data['base']['since'])}(?:\s+\w+){{0,4}}\s*$"),
        again=after_and(data["change"]["again"]),
        each=re.compile(rf"(?<!\w){either(data['base']['each'])}(?!\w)"),
    )


def _change(data: dict[str, Any], joined: str) -> Change:
    def verbs(values: Iterable[str]) -> frozenset[str]:
        return _folded(first + value for value in values for first in ("", *joined))

    clitics = fold(data["clitics"])
    nouns = [*data["rise_nouns"], *data["fall_nouns"]]
    rise, fall = [*data["rise"], *data["rise_nouns"]], [*data["fall"], *data["fall_nouns"]]
    return Change(
        rise=_folded(rise),
        fall=_folded(fall),
        nouns=_folded(nouns),
        any=re.compile(rf"(?<!\w)[{joined}]?[{clitics}]?(?P<cue>{either([*rise, *fall])})(?!\w)"),
        no=re.compile(rf"(?<!\w)[{joined}]?{either(data['not_change'])}(?!\w)"),
        bounds=re.compile(rf"(?<!\w){either(data['bounds'])}(?!\w)"),
        near=_folded(data["near"]),
        by=_folded(data["by"]),
        level=verbs(data["level"]),
        verbs=verbs(data["verbs"]),
        reached=verbs(data["reached"]),
        carried=verbs(data["carried"]),
    )


def _folded(values: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, values))
