"""What figures count: units, money and rates, by their written forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.quantities.numerals import Token, tokenise

_TIMELESS = frozenset(
    {"percent", "percentage_point", "persons", "count", "times", "day", "month", "year", "decade"}
)
_BILLION = Decimal(10) ** 9
_MILLION = Decimal(10) ** 6


class Unit(Struct, frozen=True):
    """A unit and what a figure is multiplied by to be told in it, up to token `next`."""

    id: str
    times: Decimal
    next: int


class _Form(Struct, frozen=True):
    words: tuple[str, ...]
    id: str
    times: Decimal


_Forms = dict[str, tuple[_Form, ...]]


class Pair(Struct, frozen=True):
    """A dual: its unit, the value it counts, the letters written to it."""

    id: str
    value: Decimal
    prefix: int


class Units(Struct, frozen=True):
    """The units of a language by their written forms, folded."""

    forms: _Forms
    pairs: dict[str, Pair]
    per: _Forms
    rates: _Forms
    money: frozenset[str]
    adjectives: dict[str, dict[str, str]]
    bare: dict[str, str]
    endings: tuple[str, ...]
    not_after_rate: frozenset[str]

    def match(self, tokens: Sequence[Token], at: int) -> Unit | None:
        """The unit written at `tokens[at]`, with its nation, its «per» and its rate."""
        form = _longest(self.forms, tokens, at)
        if form is None:
            return None
        unit, after = form.id, at + len(form.words)
        if unit in self.adjectives or unit in self.bare:
            unit, after = self._nation(unit, tokens, after)
        return self.rated(Unit(unit, form.times, after), tokens)

    def named(self, word: str) -> Unit | None:
        """The unit that one word names alone."""
        form = next((form for form in self.forms.get(word, ()) if form.words == (word,)), None)
        return Unit(form.id, form.times, 0) if form else None

    def _nation(self, head: str, tokens: Sequence[Token], at: int) -> tuple[str, int]:
        if at < len(tokens) and tokens[at].text.isalpha():
            code = self.adjectives.get(head, {}).get(_stem(tokens[at].text, self.endings))
            if code is not None:
                return code, at + 1
        return self.bare[head], at

    def rated(self, unit: Unit, tokens: Sequence[Token]) -> Unit:
        """The unit with the «per» and the rate that follow it."""
        name, at = unit.id, unit.next
        per = _longest(self.per, tokens, at) if name in self.money else None
        if per is not None:
            name, at = f"{name}_per_{per.id}", at + len(per.words)
        rate = _longest(self.rates, tokens, at) if name not in _TIMELESS and per is None else None
        if rate is not None and not self._dated(tokens, at + len(rate.words)):
            name, at = f"{name}_per_{rate.id}", at + len(rate.words)
        return Unit(name, unit.times, at)

    def _dated(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and (tokens[at].text in self.not_after_rate or tokens[at].text.isdigit())


def _longest(forms: _Forms, tokens: Sequence[Token], at: int) -> _Form | None:
    if at >= len(tokens):
        return None
    for form in forms.get(tokens[at].text, ()):
        if all(
            at + step < len(tokens) and tokens[at + step].text == word for step, word in enumerate(form.words)
        ):
            return form
    return None


def settled(unit: str, value: Decimal) -> tuple[str, Decimal]:
    """Gas is told in billions of cubic metres from a million on."""
    if unit.startswith("cubic_metre") and value >= _MILLION:
        return "bcm" + unit.removeprefix("cubic_metre"), value / _BILLION
    return unit, value


@cache
def lexicon(code: str) -> Units:
    """The units of `languages/<code>/units.toml` and the currencies of CLDR."""
    data = table(code, "units")
    money = data["money"]
    endings = tuple(data["adjective_endings"])
    bare = {head: entry["unit"] for head, entry in money.items()}
    adjectives = _adjectives(code, data, endings)
    codes = {code for known in adjectives.values() for code in known.values()}
    prefixes = _prefixes(table(code, "numbers"))
    return Units(
        forms=_indexed([*_unit_forms(data["unit"]), *_money_forms(money)]),
        pairs=dict(_pairs(data["unit"], money, prefixes)),
        per=_indexed(
            _Form(_words(form), unit, Decimal(1)) for unit, forms in data["per"].items() for form in forms
        ),
        rates=_indexed(
            _Form(_words(form), unit, Decimal(1)) for unit, forms in data["rate"].items() for form in forms
        ),
        money=frozenset([*bare.values(), *codes]),
        adjectives=adjectives,
        bare=bare,
        endings=endings,
        not_after_rate=frozenset(map(fold, data["rate_not_before"]["words"])),
    )


def _words(form: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenise(fold(form)))


def _unit_forms(units: dict[str, Any]) -> Iterator[_Form]:
    for unit, entry in units.items():
        for form in entry["forms"]:
            yield _Form(_words(form), entry.get("as", unit), Decimal(entry.get("times", 1)))


def _money_forms(money: dict[str, Any]) -> Iterator[_Form]:
    return (_Form(_words(form), head, Decimal(1)) for head, entry in money.items() for form in entry["forms"])


def _indexed(forms: Iterable[_Form]) -> _Forms:
    """The forms by their first word, the longest first."""
    index: dict[str, list[_Form]] = {}
    for form in forms:
        index.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(some, key=lambda form: -len(form.words))) for first, some in index.items()}


def _prefixes(numbers: dict[str, Any]) -> list[str]:
    return [joint + own for joint in ["", *numbers["conjunctions"]] for own in ["", *numbers["prepositions"]]]


def _pairs(units: dict[str, Any], money: dict[str, Any], prefixes: list[str]) -> Iterator[tuple[str, Pair]]:
    rows = [
        (entry.get("as", unit), entry.get("times", 1), entry.get("pair", [])) for unit, entry in units.items()
    ]
    rows += [(entry["unit"], 1, entry["pair"]) for entry in money.values()]
    for prefix in reversed(prefixes):
        for unit, times, forms in rows:
            for form in forms:
                yield prefix + fold(form), Pair(unit, Decimal(2 * times), len(prefix))


def _stem(word: str, endings: tuple[str, ...]) -> str:
    return next(
        (word[: -len(end)] for end in endings if word.endswith(end) and len(word) > len(end) + 2), word
    )


def _adjectives(code: str, data: dict[str, Any], endings: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Head of a currency's name -> adjective of nation -> ISO code, the current currencies only."""
    from babel import Locale  # noqa: PLC0415 - once a process
    from babel.core import get_global  # noqa: PLC0415 - once a process

    heads = {fold(form): head for head, entry in data["money"].items() for form in entry["forms"]}
    found: dict[str, dict[str, str]] = {head: {} for head in data["money"]}
    current = {
        row[0] for rows in get_global("territory_currencies").values() for row in rows if row[2] is None
    }
    for iso, name in Locale.parse(code).currencies.items():
        parts = fold(name).split()
        if iso in current and len(parts) == 2 and parts[0] in heads:
            found[heads[parts[0]]][_stem(parts[1], endings)] = iso.lower()
    for head, codes in data.get("adjective", {}).items():
        for iso, words in codes.items():
            found[head].update({_stem(fold(word), endings): iso for word in words})
    return found
