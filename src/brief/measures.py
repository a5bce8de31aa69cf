"""What a figure measures, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from brief.language import Language, available, fold, table

_NO_MONEY = ("percent", "persons", "count", "ordinal", "bcm", "barrel", "tonne", "cubic")
_TIMES = frozenset(
    {"day", "week", "month", "year", "decade", "hour", "minute", "times", "ordinal", "persons", "count"}
)


class Measure(Struct, frozen=True):
    """A kind of figure that can be compared across sentences and sources.

    `owner`, `source` and `to` are the sides («subject», «counterpart») of a name right after
    one of `owners`, after «from» and after «to»; a `strict` measure has no party but by these
    or a verb, a `bilateral` one no seller and no buyer.
    """

    id: str
    label: str
    units: str
    product: bool
    cue: re.Pattern[str] | None
    excluded: re.Pattern[str] | None
    owners: frozenset[str]
    owner: str | None
    source: str | None
    to: str | None
    strict: bool
    bilateral: bool


class Words(Struct, frozen=True):
    """The cues of `measures.toml`, compiled."""

    measures: tuple[Measure, ...]
    splitter: re.Pattern[str]
    comparison: re.Pattern[str]
    forecast: re.Pattern[str]
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
    between: frozenset[str]
    governed: frozenset[str]
    for_: str
    conjunction: str
    article: str
    joining: str
    relatives: re.Pattern[str]
    price_heads: frozenset[str]
    nations: re.Pattern[str]
    rate: re.Pattern[str]
    rates: dict[str, str]


def kind(unit: str) -> str:
    """The family of a unit as `measures.toml` calls it: money, percent, energy_price, barrel_price, other."""
    if unit.endswith(("_per_mmbtu", "_per_thousand_cubic_metres")):
        return "energy_price"
    if unit.endswith("_per_barrel"):
        return "barrel_price"
    if unit == "percent":
        return "percent"
    if "_per_" in unit or unit in _TIMES or unit.startswith(_NO_MONEY) or unit in _others():
        return "other"
    return "money"


@cache
def _others() -> frozenset[str]:
    return frozenset(unit for code in available() for unit in table(code, "units")["unit"])


class Found(Struct, frozen=True):
    """A measure and where its cue ends in the window; -1 where its unit alone tells it."""

    measure: Measure
    end: int


def measure(window: str, at: int, unit: str, words: Words) -> Found | None:
    """The measure whose cue stands nearest to place `at` of folded `window`."""
    family, best = kind(unit), None
    for one in words.measures:
        if one.units != family or (one.excluded and one.excluded.search(window)):
            continue
        if one.cue is None:
            return Found(one, -1)
        for match in one.cue.finditer(window):
            if best is None or abs(at - match.end()) < abs(at - best.end):
                best = Found(one, match.end())
    return best


def is_of(label: str | None, one: Measure) -> bool:
    """Whether a datapoint's measure is this one, of whatever goods."""
    return label is not None and (label == one.label or label.startswith(f"{one.label} ("))


def _words(values: Iterable[str]) -> str:
    keys = sorted({fold(value) for value in values}, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(map(_pattern, keys)) + ")"


def _pattern(key: str) -> str:
    """A folded cue as an expression: blanks of any width, `*` for up to two words."""
    return re.escape(key).replace(r"\ ", r"\s+").replace(r"\*\s+", r"(?:\w+\s+){0,2}")


def _cue(values: Sequence[str], written: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w){written}{_words(values)}(?!\w)") if values else None


@cache
def lexicon(language: Language) -> Words:
    """The cues of a language, compiled once."""
    data, written = table(language.code, "measures"), f"(?:{table(language.code, 'periods')['prefix']})"
    joined = "".join(map(fold, table(language.code, "numbers")["conjunctions"]))

    def cue(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){written}{_words(data[name])}(?!\w)")

    roles, units = data["roles"], table(language.code, "units")
    rates = {fold(form): per for per, forms in units["rate"].items() for form in forms}
    return Words(
        measures=tuple(_measure(entry, written) for entry in data["measure"]),
        splitter=re.compile(rf"(?<!\w)[{joined}]?{_words(data['splitters'])}(?!\w)"),
        comparison=re.compile(rf"(?<!\w)[{joined}]?{_words(data['comparison'])}(?!\w)"),
        forecast=cue("forecast"),
        yearly=cue("yearly"),
        last_named=cue("last_named"),
        both_named=cue("both_named"),
        buyer_first=re.compile(rf"(?<!\w)[{joined}]?{_words(roles['buyer_first'])}(?!\w)"),
        seller_first=re.compile(rf"(?<!\w)[{joined}]?{_words(roles['seller_first'])}(?!\w)"),
        rank=frozenset(map(fold, data["rank"])),
        series=frozenset(map(fold, data["series"])),
        phrase_stops=frozenset(map(fold, data["phrase_stops"])),
        whole=_folded(data["whole"]),
        with_=_folded(data["with"]),
        to=_folded(roles["to"]),
        source=_folded(roles["from"]),
        between=_folded(table(language.code, "periods")["range_before"][:2]),
        governed=_folded(roles["governed"]),
        for_=fold(roles["for"]),
        conjunction=fold(table(language.code, "numbers")["and"]),
        article=fold(table(language.code, "numbers")["article"]),
        joining=joined,
        relatives=re.compile(rf"(?<!\w)[{joined}]?{_words(data['relatives'])}(?!\w)"),
        price_heads=_folded(data["price_heads"]),
        nations=re.compile(rf"(?<!\w){_words(units['nation']['forms'])}(?!\w)"),
        rate=re.compile(rf"\s+{_words(roles['from'])}(?:\s+\w+){{1,2}}?\s+(?P<rate>{_words(rates)})(?!\w)"),
        rates=rates,
    )


def _folded(values: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, values))


def _measure(entry: dict[str, Any], written: str) -> Measure:
    cues, strict = [fold(cue).split() for cue in entry["cues"]], entry.get("strict", False)
    return Measure(
        id=entry["id"],
        label=entry["label"],
        units=entry["units"],
        product=entry.get("product", False),
        cue=_cue(entry["cues"], written),
        excluded=_cue(entry["not"], written),
        owners=frozenset(cue[0 if strict else -1] for cue in cues),
        owner=entry.get("owner"),
        source=entry.get("from"),
        to=entry.get("to"),
        strict=strict,
        bilateral=entry.get("bilateral", False),
    )
