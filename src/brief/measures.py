"""What figures measure: the catalogue of known measures, and where a text names them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from brief.cues import alternatives
from brief.language import Language, fold, readable, table

_NO_MONEY = ("percent", "persons", "count", "ordinal", "bcm", "barrel", "tonne", "cubic")
_TIMES = frozenset(
    {"day", "week", "month", "year", "decade", "hour", "minute", "times", "ordinal", "persons", "count"}
)
_RATES = re.compile(r"_per_(?:second|hour|day|week|month|year)$")
_WORD = re.compile(r"\w+")


class Kind(StrEnum):
    """How a figure tells its measure: a level, a change, a part, against output, or what is needed."""

    LEVEL = "level"
    RISE = "rise"
    FALL = "fall"
    SHARE = "share"
    RATIO = "ratio"
    NEED = "need"


class Measure(Struct, frozen=True, kw_only=True):
    """A kind of figure that can be compared across sentences and sources.

    `units` are families of units. `owner`, `source`, `to` and `place` are the sides («subject»,
    «counterpart») of a name right after one of `owners`, after «from», after «to» and after
    «in»; a `strict` measure has no party but by these or a verb, a `bilateral` one no seller and
    no buyer, a `given` one a giver; a `national` one is its country's. A `weak` measure counts
    least as the noun of a figure, what befalls `people` counts persons, a `wide` one is looked
    for beyond the clause; of one with `who` soldiers and children are counted apart. `rise` and
    `fall` are how its changes are called; figures over `most` are none of it. One of its `heads`
    names it before the name of a state alone: «نمو المغرب».
    """

    id: str
    label: str
    units: frozenset[str]
    alone: bool
    excluded: re.Pattern[str] | None
    owners: frozenset[str]
    product: bool = False
    owner: str | None = None
    source: str | None = None
    to: str | None = None
    place: str | None = None
    strict: bool = False
    bilateral: bool = False
    national: bool = False
    given: bool = False
    weak: bool = False
    people: bool = False
    wide: bool = False
    who: bool = False
    rise: str | None = None
    fall: str | None = None
    most: Decimal | None = None
    heads: frozenset[str] = frozenset()

    @property
    def sided(self) -> bool:
        """Whether a figure of it stands between two parties."""
        return bool(self.source or self.to or self.bilateral)


class Hit(Struct, frozen=True):
    """A measure that is named at `start` to `end` of a folded text."""

    start: int
    end: int
    measure: Measure


class Catalogue(Struct, frozen=True):
    """The measures of a language with their cues, by the first word of each with all that may precede it.

    `phrase_stops` are the words that lead to a figure and say nothing of what it measures.
    """

    measures: tuple[Measure, ...]
    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[Measure, ...]], ...]]
    open_cues: tuple[tuple[re.Pattern[str], Measure], ...]
    families: dict[str, str]
    templates: dict[str, str]
    phrase_stops: frozenset[str]
    who: tuple[tuple[str, str], ...]


# Units -------------------------------------------------------------------------------------


def kind(unit: str) -> str:
    """The family of a unit, roughly: money, percent, energy_price, barrel_price, other."""
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
    return frozenset(unit for code in readable() for unit in table(code, "units")["unit"])


def family(unit: str, known: Catalogue) -> str:
    """The family of a unit in `measures.toml`; what a year brings is of the family of what it brings.

    A price is of its own: energy_price, barrel_price, price.
    """
    told = kind(unit)
    if told in ("energy_price", "barrel_price"):
        return told
    base = _RATES.sub("", unit)
    if base in known.families:
        return known.families[base]
    if "_per_" in base:
        return "price"
    return "money" if kind(base) == "money" else "other"


# Where a text names measures ---------------------------------------------------------------


def hits(text: str, known: Catalogue) -> tuple[Hit, ...]:
    """The measures that folded `text` names, in its order; of cues that begin alike the longest."""
    tokens = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    found: list[Hit] = []
    at = 0
    while at < len(tokens):
        if tokens[at][0] not in known.phrases:  # nine words of ten
            at += 1
            continue
        step, told = _longest(tokens, at, text, known)
        end = tokens[at + step - 1][2] if step else 0
        found.extend(Hit(tokens[at][1], end, one) for one in told)
        at += max(step, 1)
    for pattern, one in known.open_cues:
        found.extend(Hit(match.start(), match.end(), one) for match in pattern.finditer(text))
    return tuple(found)


def _longest(
    tokens: Sequence[tuple[str, int, int]], at: int, text: str, known: Catalogue
) -> tuple[int, tuple[Measure, ...]]:
    """How many words the longest cue takes that begins with word `at`, and what it names."""
    best: tuple[int, tuple[Measure, ...]] = (0, ())
    for words, told in known.phrases.get(tokens[at][0], ()):
        size = len(words) + 1
        if size > best[0] and _goes_on(tokens, at, words, text):
            best = (size, told)
    return best


def _goes_on(tokens: Sequence[tuple[str, int, int]], at: int, words: Sequence[str], text: str) -> bool:
    if at + len(words) >= len(tokens):
        return False
    for step, word in enumerate(words, at + 1):
        if tokens[step][0] != word or text[tokens[step - 1][2] : tokens[step][1]].strip():
            return False
    return True


# How a measure is called --------------------------------------------------------------------


def called(name: str, kind: Kind, measure: Measure | None, known: Catalogue) -> str:
    """What a figure of `kind` measures, where the measure itself is called `name`."""
    own = {Kind.RISE: measure.rise, Kind.FALL: measure.fall}.get(kind) if measure else None
    if own is not None:
        return own
    return name if kind is Kind.LEVEL else known.templates[kind].replace("%s", name)


def is_of(label: str | None, one: Measure) -> bool:
    """Whether a datapoint's measure is this one, of whatever goods; never a change or a share of it."""
    goods = label is not None and label.startswith(f"{one.label} (") and label.endswith(")")
    return label == one.label or goods


def known_as(label: str | None, language: Language) -> Measure | None:
    """The first measure that a datapoint's is, of whatever goods; none for a change or a share of it."""
    return _by_label(label, language) if label else None


# There are few labels, each on many datapoints.
@lru_cache(maxsize=4096)
def _by_label(label: str, language: Language) -> Measure | None:
    return next((one for one in lexicon(language).measures if is_of(label, one)), None)


def is_share(label: str, known: Catalogue) -> bool:
    """Whether a datapoint's measure is a share of something that is measured."""
    return any(label == called(one.label, Kind.SHARE, one, known) for one in known.measures)


# The catalogue -------------------------------------------------------------------------------


def either(values: Iterable[str]) -> str:
    """Any of these words or phrases, folded, the longest first, as a regular expression."""
    keys = sorted({fold(value) for value in values}, key=lambda key: (-len(key), key))
    return f"(?:{alternatives(map(_pattern, keys))})"


def _pattern(key: str) -> str:
    """A folded cue as an expression: blanks of any width, `*` for up to two words."""
    return re.escape(key).replace(r"\ ", r"\s+").replace(r"\*\s+", r"(?:\w+\s+){0,2}")


def prefix(language: Language) -> str:
    """What may be written to the first word of a cue, as a regular expression."""
    return f"(?:{table(language.code, 'measures')['prefix']})"


@cache
def lexicon(language: Language) -> Catalogue:
    """The measures of a language, made ready once."""
    data = table(language.code, "measures")
    made = [(_measure(entry, prefix(language)), entry["cues"]) for entry in data["measure"]]
    phrases: dict[str, dict[tuple[str, ...], list[Measure]]] = {}
    for one, cues in made:
        for first, *rest in (fold(cue).split() for cue in cues if "*" not in cue):
            phrases.setdefault(first, {}).setdefault(tuple(rest), []).append(one)
    forms: defaultdict[str, list[tuple[tuple[str, ...], tuple[Measure, ...]]]] = defaultdict(list)
    for opening in _prefixes(prefix(language), language.proclitics):
        for first, known in phrases.items():
            forms[opening + first] += [(words, tuple(told)) for words, told in known.items()]
    return Catalogue(
        measures=tuple(one for one, _ in made),
        phrases={form: tuple(known) for form, known in forms.items()},
        open_cues=tuple(_open(made, prefix(language))),
        families={unit: name for name, units in data["families"].items() for unit in units},
        templates=data["change"]["label"],
        phrase_stops=frozenset(map(fold, data["phrase_stops"])),
        who=tuple((fold(stem), label) for label, stems in data["who"].items() for stem in stems),
    )


def _open(
    made: Iterable[tuple[Measure, Sequence[str]]], written: str
) -> Iterator[tuple[re.Pattern[str], Measure]]:
    for one, cues in made:
        loose = [cue for cue in cues if "*" in cue]
        if loose:
            yield re.compile(rf"(?<!\w){written}{either(loose)}(?!\w)"), one


def _prefixes(written: str, letters: str) -> tuple[str, ...]:
    """All that `written` matches, of up to three letters, the shortest first."""
    some = ["", *letters]
    three = {first + second + third for first in some for second in some for third in some}
    return tuple(
        sorted((one for one in three if re.fullmatch(written, one)), key=lambda one: (len(one), one))
    )


def _measure(entry: dict[str, Any], written: str) -> Measure:
    cues, strict = [fold(cue).split() for cue in entry["cues"]], entry.get("strict", False)
    told = (
        "product",
        "owner",
        "to",
        "place",
        "strict",
        "bilateral",
        "national",
        "given",
        "weak",
        "people",
        "wide",
        "who",
    )
    barred = entry.get("not", [])
    return Measure(
        id=entry["id"],
        label=entry["label"],
        units=frozenset(entry["units"]),
        alone=not cues,
        excluded=re.compile(rf"(?<!\w){written}{either(barred)}(?!\w)") if barred else None,
        owners=frozenset(cue[0 if strict and "persons" not in entry["units"] else -1] for cue in cues),
        source=entry.get("from"),
        rise=entry.get("rise"),
        fall=entry.get("fall"),
        heads=frozenset(map(fold, entry.get("heads", []))),
        most=Decimal(entry["most"]) if "most" in entry else None,
        **{key: entry[key] for key in told if key in entry},
    )
