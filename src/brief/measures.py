"""What a figure measures and who stands on its two sides, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from brief.gazetteer import Name
from brief.language import Language, available, fold, table

_NO_MONEY = ("percent", "persons", "count", "ordinal", "bcm", "barrel", "tonne", "cubic")
_TIMES = frozenset(
    {"day", "week", "month", "year", "decade", "hour", "minute", "times", "ordinal", "persons", "count"}
)


class Measure(Struct, frozen=True):
    """A kind of figure that can be compared across sentences and sources."""

    id: str
    label: str
    units: str
    product: bool
    cue: re.Pattern[str] | None
    excluded: re.Pattern[str] | None


class Parties(Struct, frozen=True):
    """Whose figure it is (the seller, where something is sold) and against whom."""

    subject: str | None = None
    counterpart: str | None = None


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


def parties(before: str, names: Sequence[Name], own: Sequence[Name], words: Words, shift: int) -> Parties:
    """The two sides of a figure.

    `names` are those of the sentence up to the end of the figure's clause and `own` those
    of the clause itself, their places counted in the sentence; `before` is the folded
    sentence from place `shift` to the figure.
    """
    verb = _last(words.seller_first, before) or _last(words.buyer_first, before)
    if verb is not None and names:
        first, second = _by_verb(names, verb.end() + shift)
        sells = verb.re is words.seller_first
        return Parties(first, second) if sells else Parties(second, first)
    labels = list(dict.fromkeys(name.label for name in own))
    if not labels and names:
        labels = [names[-1].label]
    return Parties(labels[0] if labels else None, labels[1] if len(labels) > 1 else None)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _by_verb(names: Sequence[Name], place: int) -> tuple[str | None, str | None]:
    """The name the verb speaks of (after it, else just before it) and the other one."""
    after = [name for name in names if name.start >= place]
    before = [name for name in names if name.start < place][::-1]
    ordered = [*after, *before] if after and after[0].start - place < 40 else [*before, *after]
    labels = list(dict.fromkeys(name.label for name in ordered))
    return labels[0], labels[1] if len(labels) > 1 else None


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

    roles = data["roles"]
    return Words(
        measures=tuple(
            Measure(
                entry["id"],
                entry["label"],
                entry["units"],
                entry.get("product", False),
                _cue(entry["cues"], written),
                _cue(entry["not"], written),
            )
            for entry in data["measure"]
        ),
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
        whole=frozenset(map(fold, data["whole"])),
    )
