"""What figures count: units, money and rates, by their written forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.quantities.money import Money, money, stem
from brief.quantities.numerals import Token, tokenise

_TIMELESS = frozenset(
    {"percent", "percentage_point", "persons", "count", "times", "day", "month", "year", "decade"}
)
_BILLION = Decimal(10) ** 9
_MILLION = Decimal(10) ** 6


class Unit(Struct, frozen=True, gc=False):
    """A unit and what a figure is multiplied by to be told in it, up to token `next`."""

    id: str
    times: Decimal
    next: int


class _Form(Struct, frozen=True):
    words: tuple[str, ...]
    id: str
    times: Decimal = Decimal(1)


_Forms = dict[str, tuple[_Form, ...]]


class Pair(Struct, frozen=True):
    """A dual: its unit, the value it counts, the letters written to it, the words that must follow."""

    id: str
    value: Decimal
    prefix: int
    rest: tuple[str, ...] = ()


class Either(Struct, frozen=True):
    """A word that is a unit, and money of the ISO code `unit` by the words around it.

    It is money before one of `behind`, which belong to it, and in a text with a word of `beside` and none
    of `never`: «900 million ouguiya of the budget», not «two ounces of gold».
    """

    unit: str
    behind: frozenset[str]
    beside: re.Pattern[str]
    never: re.Pattern[str]


class Units(Struct, frozen=True):
    """The units of a language by their written forms, folded."""

    forms: _Forms
    pairs: dict[str, tuple[Pair, ...]]
    either: dict[str, Either]
    per: _Forms
    rates: _Forms
    signs: _Forms
    money: Money
    paid: frozenset[str]
    not_after_rate: frozenset[str]
    singulars: frozenset[str]

    @property
    def adjectives(self) -> dict[str, dict[str, str]]:
        """Head of a currency's name -> adjective of nation -> ISO code, the current currencies only."""
        return self.money.adjectives

    def match(self, tokens: Sequence[Token], at: int) -> Unit | None:
        """The unit written at `tokens[at]`, with its nation, its «per» and its rate."""
        form = _longest(self.forms, tokens, at)
        if form is None:
            return None
        unit, after = form.id, at + len(form.words)
        if unit in self.money.bare:
            unit, after = self._nation(unit, tokens, after)
        elif form.words[0] in self.either:
            unit, after = _settled(unit, self.either[form.words[0]], tokens, after)
        return self.rated(Unit(unit, form.times, after), tokens)

    def sign(self, tokens: Sequence[Token], end: int) -> Unit | None:
        """The sign that ends before `tokens[end]`; `next` is where it begins."""
        for width in (2, 1):
            form = _longest(self.signs, tokens, end - width) if end >= width else None
            if form is not None and len(form.words) == width:
                return Unit(form.id, form.times, end - width)
        return None

    def named(self, word: str) -> Unit | None:
        """The unit that one word names alone."""
        form = next((form for form in self.forms.get(word, ()) if form.words == (word,)), None)
        return Unit(form.id, form.times, 0) if form else None

    def _nation(self, head: str, tokens: Sequence[Token], at: int) -> tuple[str, int]:
        if at < len(tokens) and tokens[at].text.isalpha():
            code = self.money.adjectives[head].get(stem(tokens[at].text, self.money.endings))
            if code is not None:
                return code, at + 1
        return self.money.bare[head], at

    def pair(self, tokens: Sequence[Token], at: int) -> Pair | None:
        """The dual at `tokens[at]`."""
        for pair in self.pairs.get(tokens[at].text, ()):
            following = tokens[at + 1 : at + 1 + len(pair.rest)]
            if tuple(token.text for token in following) == pair.rest:
                return pair
        return None

    def rated(self, unit: Unit, tokens: Sequence[Token]) -> Unit:
        """The unit with the «per» and the rate that follow it."""
        name, at = unit.id, unit.next
        per = _longest(self.per, tokens, at) if name in self.paid else None
        if per is not None:
            name, at = f"{name}_per_{per.id}", at + len(per.words)
        rate = _longest(self.rates, tokens, at) if name not in _TIMELESS and per is None else None
        if rate is not None and not self._dated(tokens, at + len(rate.words)):
            name, at = f"{name}_per_{rate.id}", at + len(rate.words)
        return Unit(name, unit.times, at)

    def _dated(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and (tokens[at].text in self.not_after_rate or tokens[at].text.isdigit())


def _settled(unit: str, either: Either, tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Which of two meanings a word has that ends before `tokens[at]`, and where what belongs to it ends."""
    if at < len(tokens) and tokens[at].text in either.behind:
        return either.unit, at + 1
    text = " ".join(token.text for token in tokens)
    paid = either.beside.search(text) is not None and either.never.search(text) is None
    return (either.unit if paid else unit), at


def _longest(forms: _Forms, tokens: Sequence[Token], at: int) -> _Form | None:
    if at >= len(tokens):
        return None
    for form in forms.get(tokens[at].text, ()):
        following = tokens[at + 1 : at + len(form.words)]
        if tuple([token.text for token in following]) == form.words[1:]:
            return form
    return None


def settled(unit: str, value: Decimal) -> tuple[str, Decimal]:
    """Gas is told in billions of cubic metres from a million on."""
    if unit.startswith("cubic_metre") and abs(value) >= _MILLION:
        return "bcm" + unit.removeprefix("cubic_metre"), value / _BILLION
    return unit, value


@cache
def lexicon(code: str) -> Units:
    """The units of `languages/<code>/units.toml` and the currencies of CLDR."""
    data, known = table(code, "units"), money(code)
    forms = [*_unit_forms(data), *_money_forms(known), *_nationals(code, data)]
    return Units(
        forms=_indexed(forms),
        either={fold(word): one for entry in data["either"].values() for one, word in _either(entry)},
        pairs=_pairs(data, table(code, "numbers"), frozenset(form.words for form in forms)),
        per=_indexed(_Form(_words(form), unit) for unit, some in data["per"].items() for form in some),
        rates=_indexed(_Form(_words(form), unit) for unit, some in data["rate"].items() for form in some),
        signs=_indexed(_Form(_words(sign), unit) for sign, unit in [*known.signs, *_percent_signs(data)]),
        money=known,
        paid=known.units,
        not_after_rate=frozenset(map(fold, data["rate_not_before"]["words"])),
        singulars=frozenset(
            fold(form)
            for entry in [*data["unit"].values(), *_paid(data)]
            for form in _singulars(entry, data)
            if " " not in form
        ),
    )


def _either(entry: dict[str, Any]) -> Iterator[tuple[Either, str]]:
    """The words of two meanings of an entry, each with what tells them apart."""
    beside, never = (re.compile(entry[name]) for name in ("beside", "never"))
    one = Either(entry["unit"], frozenset(map(fold, entry["behind"])), beside, never)
    return ((one, word) for word in entry["words"])


def _words(form: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenise(fold(form)))


def _unit_forms(data: dict[str, Any]) -> Iterator[_Form]:
    for unit, entry in data["unit"].items():
        for form in [*entry.get("forms", []), *_singulars(entry, data), *entry.get("many", [])]:
            yield _Form(_words(form), entry.get("as", unit), Decimal(entry.get("times", 1)))


def _singulars(entry: dict[str, Any], data: dict[str, Any]) -> Iterator[str]:
    """The singulars of an entry, and what they are after eleven: «طن», «طنا»."""
    accusative, bare = data["accusative"], tuple(data["no_accusative"])
    for word in entry.get("one", []):
        yield word
        yield " ".join(part if part.endswith(bare) else part + accusative for part in word.split())


def _paid(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The names of money in the singular, as entries of units."""
    return ({"one": entry.get("pair_of", [])} for entry in data["money"].values())


def _nationals(code: str, data: dict[str, Any]) -> Iterator[_Form]:
    """«40 فلسطينيا», «ثلاثة سوريين»: the adjectives of nation where they count persons."""
    for entry in table(code, "names")["country"].values():
        for nisba in entry.get("nisba", []):
            if " " not in nisba:
                yield from (_Form(_words(nisba + ending), "persons") for ending in data["people_endings"])


def _money_forms(known: Money) -> Iterator[_Form]:
    yield from (_Form(_words(form), head) for form, head in known.forms)
    yield from (_Form(_words(phrase), iso) for phrase, iso in known.phrases)
    yield from (_Form(_words(sign), iso) for sign, iso in known.signs)


def _percent_signs(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((form, "percent") for form in data["unit"]["percent"]["before"])


def _indexed(forms: Iterable[_Form]) -> _Forms:
    """The forms by their first word, the longest first; the first meaning of a form wins."""
    index: dict[str, dict[tuple[str, ...], _Form]] = {}
    for form in forms:
        index.setdefault(form.words[0], {}).setdefault(form.words, form)
    return {
        first: tuple(sorted(some.values(), key=lambda form: -len(form.words)))
        for first, some in index.items()
    }


def _prefixes(numbers: Mapping[str, Any]) -> list[str]:
    return [joint + own for joint in ["", *numbers["conjunctions"]] for own in ["", *numbers["prepositions"]]]


def _pairs(
    data: dict[str, Any], numbers: Mapping[str, Any], forms: frozenset[tuple[str, ...]]
) -> dict[str, tuple[Pair, ...]]:
    """Each dual by its first word, with all that may be written to it; no form of a plural is one."""
    found: dict[str, dict[tuple[str, ...], Pair]] = {}
    never = forms | {_words(form) for form in data["unit"]["count"]["never_pair"]}
    rows = [row for row in _duals(data) if tuple(row[0]) not in never]
    for prefix in _prefixes(numbers):
        for (first, *rest), unit, times in rows:
            if prefix and prefix[-1] == first[0]:  # such a form has the article in it: no pair of thieves
                continue
            pair = Pair(unit, Decimal(2 * times), len(prefix), tuple(rest))
            found.setdefault(prefix + first, {}).setdefault(pair.rest, pair)
    return {
        word: tuple(sorted(some.values(), key=lambda pair: -len(pair.rest))) for word, some in found.items()
    }


def _duals(data: dict[str, Any]) -> Iterator[tuple[list[str], str, Decimal]]:
    """The duals of units, of money and of counted nouns: those written out and those made of a singular."""
    for unit, entry in data["unit"].items():
        written = [*entry.get("pair", []), *_made([*entry.get("one", []), *entry.get("pair_of", [])], data)]
        for form in written:
            yield fold(form).split(), entry.get("as", unit), Decimal(entry.get("times", 1))
    for entry in data["money"].values():
        for form in [*entry.get("pair", []), *_made(entry.get("pair_of", []), data)]:
            yield fold(form).split(), entry["unit"], Decimal(1)


def _made(singulars: Iterable[str], data: dict[str, Any]) -> Iterator[str]:
    """«دولة» -> «دولتان», «دولتين»; a unit of two words is dual in both."""
    for singular in singulars:
        for ending in data["dual_endings"]:
            yield " ".join(_dual(word, ending, data["dual_stems"]) for word in singular.split())


def _dual(word: str, ending: str, stems: Mapping[str, str]) -> str:
    last = stems.get(word[-1])
    return (word[:-1] + last if last is not None else word) + ending
