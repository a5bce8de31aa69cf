"""What a passage tells, word by word: the words that bear meaning, its names, figures, times and turns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from msgspec import Struct

from brief import cues, quantities
from brief.gazetteer import Name
from brief.gist import small_words
from brief.gist import stem_of as cut
from brief.language import Language, View, fold, table, view
from brief.model import Qualifier
from brief.morphology import morphology
from brief.quantities import Quantity
from brief.quantities.money import money
from brief.same.roots import root

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HYPHENED = re.compile(r"(?:[-‐‑–]\w+)+")
_APART = re.compile(r"[^\w\s\"«»“”()]")
_SHORTEST = 3
_FRAME = 16  # words from a verb of saying to the words it hands over
_NEGATED = 1  # words behind a negation that it turns round
_FAMILY = 4  # letters of a family name that can be nothing else
_COUNTED = 10  # below this a bare count is in every article


@lru_cache(maxsize=100_000)
def stem_of(word: str, language: Language) -> str:
    """The stem of a word; a topic has few words, each in many passages."""
    return cut(word, language)


def keys_of(word: str, language: Language) -> tuple[str, ...]:
    """What a folded word may be matched by: its stem, its root and its lines of synonyms."""
    return _keys(word, stem_of(_plain(word, language), language), language)


def base_of(unit: str, language: Language) -> str:
    """The unit without what it is counted for, money of a state as the money that many states call so.

    One outlet writes «Guinean francs», the next «francs a litre».
    """
    bare = unit.partition("_per_")[0]
    return _moneys(language).get(bare, bare)


@cache
def _moneys(language: Language) -> dict[str, str]:
    """The money of a state by its code -> what it is called where the state is not named."""
    known = money(language.code)
    return {
        code: known.bare[head]
        for head, codes in known.adjectives.items()
        for code in codes.values()
        if known.bare[head] not in codes.values()
    }


def is_negation(word: str, language: Language) -> bool:
    """Whether a folded word turns round what follows it."""
    return _word(word, language).turns


def is_of_saying(word: str, language: Language) -> bool:
    """Whether a folded word tells that somebody says something."""
    known = _word(word, language)
    return known.says or known.follows


def months_in(text: str, language: Language) -> frozenset[str]:
    """The months that a text names."""
    return few(_lists(language).months[match["cue"]] for match in _months(language).finditer(view(text).text))


class Unit(Struct, frozen=True, gc=False):
    """A word, name or figure that bears meaning: its place among the words and what it may be matched by.

    Keys are ordered from the word itself to what it only resembles: its stem, its root (`%`), a
    predicate of its line in `synonyms.toml` (`~`) or of one side of an opposition (`^`). A name
    has one key (`@`; a person who does not merely say it `&`), a figure too (`#`).
    """

    place: int
    keys: tuple[str, ...]


class Amount(Struct, frozen=True, gc=False):
    """A figure with its place, its ends, its unit, the stem of what it counts and what is added to it."""

    place: int
    low: Decimal
    high: Decimal
    unit: str
    noun: str | None
    loose: bool
    bound: Qualifier | None = None


class Named(Struct, frozen=True, gc=False):
    """A name with its place, key and kind."""

    place: int
    key: str
    kind: str


class Told(Struct, frozen=True, gc=False):
    """What a passage tells.

    `negated` are the places of words that a negation turns round, `denied` those of denials, `sides`
    those of predicates that have an opposite: the number of the opposition and the side (1 or -1);
    `months` and `years` are the times it names.
    """

    units: tuple[Unit, ...]
    names: tuple[Named, ...]
    amounts: tuple[Amount, ...]
    negated: frozenset[int]
    denied: tuple[int, ...]
    sides: tuple[tuple[int, int, int], ...]
    months: frozenset[str]
    years: frozenset[str]


class _Word(Struct, frozen=True, gc=False):
    """What a folded word tells wherever it stands.

    `keys` are those of its unit, none where it bears no meaning; `says` and `follows` are the two kinds
    of words that tell who says it, `turns` those of negation; `sides` are as in `Told`.
    """

    keys: tuple[str, ...]
    says: bool
    follows: bool
    denies: bool
    turns: bool
    sides: tuple[tuple[int, int], ...]


class _Lists(Struct, frozen=True):
    quiet: frozenset[str]
    verbs: frozenset[str]
    opens: frozenset[str]
    behind: frozenset[str]
    negations: frozenset[str]
    denials: frozenset[str]
    months: dict[str, str]
    groups: dict[str, tuple[str, ...]]
    sides: dict[str, tuple[tuple[int, int], ...]]


def families(named: Iterable[Sequence[Name]]) -> dict[str, str]:
    """The keys of the persons in passages by the last word of their names and by the last two.

    Words that several persons bear are left out.
    """
    owners: dict[str, set[str]] = {}
    for name in (name for names_ in named for name in names_ if name.kind == "person"):
        words = _WORD.findall(fold(name.label))
        owners.setdefault(words[-1], set()).add(name.key)
        # A given name is known by the family's behind it.
        owners.setdefault(" ".join(words[-2:]), set()).add(name.key)
    return {word: keys.pop() for word, keys in owners.items() if len(word) >= _FAMILY and len(keys) == 1}


def tell(text: str, language: Language, named: Sequence[Name], persons: Mapping[str, str]) -> Told:
    """What `text` tells; `named` are its names, `persons` the keys of persons by their family names."""
    return _Reader(text, language, named, persons).told()


class _Reader:
    """One passage while it is read: its folded words, and who and how much stands where."""

    def __init__(
        self, text: str, language: Language, named: Sequence[Name], persons: Mapping[str, str]
    ) -> None:
        self.text, self.language, self.persons = text, language, persons
        self.lists = _lists(language)
        self.seen: View = view(text)
        matches = list(_WORD.finditer(self.seen.text))
        self.words = [match.group() for match in matches]
        self.known = [_word(word, language) for word in self.words]
        self.spans = [self.seen.span(*match.span()) for match in matches]
        self.starts = [start for start, _ in self.spans]
        self.names = named
        self.places = list(_places(language).finditer(self.seen.text))
        self.months = list(_months(language).finditer(self.seen.text))
        self.figures = quantities.find(text, language)

    def told(self) -> Told:
        units, named = self._units()
        return Told(
            units=tuple(units),
            names=tuple(named),
            amounts=tuple(self._amount(figure) for figure in self.figures if _bounds(figure) is not None),
            negated=few(
                place + 1 + after
                for place, word in enumerate(self.known)
                if word.turns
                for after in range(_NEGATED)
            ),
            denied=tuple(place for place, word in enumerate(self.known) if word.denies),
            sides=tuple((place, *side) for place, word in enumerate(self.known) for side in word.sides),
            months=few(self.lists.months[match["cue"]] for match in self.months),
            years=few(word for word in self.words if _YEAR.fullmatch(word)),
        )

    def _units(self) -> tuple[list[Unit], list[Named]]:
        named = dict(self._named())
        framed = self._framed()
        units = [
            Unit(place, (f"{'&' if name.kind == 'person' and place not in framed else '@'}{name.key}",))
            for place, name in named.items()
        ]
        units += [unit for figure in self.figures if (unit := self._figure(figure)) is not None]
        other = framed | self._taken() | named.keys()
        units += [
            Unit(place, word.keys)
            for place, word in enumerate(self.known)
            if word.keys and place not in other
        ]
        return sorted(units, key=lambda unit: unit.place), sorted(named.values(), key=lambda one: one.place)

    def _named(self) -> Iterator[tuple[int, Named]]:
        for name in self.names:
            place = self._place(name.start)
            yield place, Named(place, name.key, name.kind)
        for place, word in enumerate(self.words) if self.persons else ():
            for form in (word, word[1:] if word[0] in self.language.proclitics else word):
                if form in self.persons:
                    yield place, Named(place, self.persons[form], "person")
        for match in self.places:
            place = self._place(self.seen.span(match.start("cue"), match.end("cue"))[0])
            yield place, Named(place, match["cue"], "place")

    def _taken(self) -> set[int]:
        """The places of words that stand within a name, a place or a figure."""
        spans = [(name.start, self._end(name)) for name in self.names]
        spans += [self.seen.span(*match.span()) for match in (*self.places, *self.months)]
        spans += [self._measured(figure) for figure in self.figures]
        return {
            place
            for first, last in spans
            for place in range(self._place(first), bisect_left(self.starts, last))
            if first < self.spans[place][1]
        } | self._with_families()

    def _with_families(self) -> set[int]:
        """The places of given names before a known family's name, and of what a hyphen joins to that."""
        if not self.persons:
            return set()
        given = {place for place, pair in enumerate(pairwise(self.words)) if " ".join(pair) in self.persons}
        joined = {
            place + 1
            for place, word in enumerate(self.words[:-1])
            if word in self.persons and _HYPHENED.match(self.text, self.spans[place][1])
        }
        return given | joined

    def _end(self, name: Name) -> int:
        """Where a name ends with what a hyphen joins to it: half a family name is no word of its own."""
        tail = _HYPHENED.match(self.text, name.end)
        return tail.end() if tail else name.end

    def _measured(self, figure: Quantity) -> tuple[int, int]:
        """Where a figure stands with its unit; what it counts tells something of its own."""
        at = self.text.find(figure.noun, figure.start, figure.end) if figure.noun else -1
        return (figure.start, figure.end if at < 0 else at)

    def _figure(self, figure: Quantity) -> Unit | None:
        bounds = _bounds(figure)
        if bounds is None or figure.unit == "ordinal" or (figure.unit == "count" and bounds[1] < _COUNTED):
            return None
        low, high = (format(bound.normalize(), "f") for bound in bounds)
        units = dict.fromkeys((figure.unit, base_of(figure.unit, self.language)))
        return Unit(self._place(figure.start), tuple(f"#{low}-{high}{unit}" for unit in units))

    def _amount(self, figure: Quantity) -> Amount:
        low, high = _bounds(figure) or (Decimal(0), Decimal(0))
        noun = stem_of(fold(figure.noun), self.language) if figure.noun else None
        loose = figure.qualifier not in (None, Qualifier.ONLY, Qualifier.RECORD)
        return Amount(self._place(figure.start), low, high, figure.unit, noun, loose, figure.qualifier)

    def _place(self, start: int) -> int:
        return max(0, bisect_right(self.starts, start) - 1)

    def _framed(self) -> set[int]:
        """The places of words that only tell who says it and where."""
        framed: set[int] = set()
        for place, word in enumerate(self.known):
            if word.says:
                reach = range(place, min(place + _FRAME, len(self.words)))
                opened = next((at for at in reach if self.words[at] in self.lists.opens), place)
                framed.update(range(place, opened + 1))
            elif word.follows:
                framed.update(self._clause(place))
        return framed

    def _clause(self, place: int) -> range:
        """The places from a word to the next comma or stop."""
        end = place
        while end + 1 < len(self.words):
            if _APART.search(self.text, self.spans[end][1], self.spans[end + 1][0]):
                break
            end += 1
        return range(place, end + 1)


_Few = TypeVar("_Few", bound=Hashable)


def few(found: Iterable[_Few]) -> frozenset[_Few]:
    """What was found as a set; many passages have the same of a kind, and one set serves them all."""
    known: frozenset[_Few] = _once(frozenset(found))
    return known


@lru_cache(maxsize=10_000)
def _once(found: frozenset[Any]) -> frozenset[Any]:
    return found


# A topic has few words, each in many passages.
@lru_cache(maxsize=100_000)
def _word(word: str, language: Language) -> _Word:
    lists = _lists(language)
    forms = (word, _plain(word, language))
    plain = stem_of(forms[1], language)
    return _Word(
        keys=_keys(word, plain, language) if _speaks(word, language) else (),
        says=not lists.verbs.isdisjoint(forms),
        follows=not lists.behind.isdisjoint(forms),
        denies=not lists.denials.isdisjoint(forms),
        turns=not lists.negations.isdisjoint(forms),
        sides=lists.sides.get(plain, ()),
    )


def _speaks(word: str, language: Language) -> bool:
    """Whether a word bears meaning of its own."""
    lists, small = _lists(language), small_words(language.code)
    if len(word) < _SHORTEST or word[0].isdigit() or word in lists.negations:
        return False
    return not any(
        form in lists.quiet or form in small or form in lists.verbs for form in _readings(word, language)
    )


def _keys(word: str, plain: str, language: Language) -> tuple[str, ...]:
    """What the unit of a word may be matched by; `plain` is its stem without a letter of joining."""
    groups, stem = _lists(language).groups, stem_of(word, language)
    return (stem, f"%{root(word, language)}", *(groups.get(stem) or groups.get(plain, ())))


def _bounds(figure: Quantity) -> tuple[Decimal, Decimal] | None:
    low, high = (figure.low, figure.high) if figure.value is None else (figure.value, figure.value)
    return None if low is None or high is None else (low, high)


def _plain(word: str, language: Language) -> str:
    """The word without one letter of joining before it, where a word is left."""
    return word[1:] if len(word) > _SHORTEST and word[0] in language.proclitics else word


def _readings(word: str, language: Language) -> tuple[str, ...]:
    """The word as it stands, without a particle before it and without the ending of the accusative."""
    bare = word[1:] if word[0] in language.proclitics else word
    letters = morphology(language)
    return (word, bare, word.removesuffix(letters.accusative), bare.removesuffix(letters.accusative))


@cache
def _places(language: Language) -> re.Pattern[str]:
    """Seas, oceans and continents: places that a country's name is part of."""
    return cues.of(language, "names", "silent")


@cache
def _lists(language: Language) -> _Lists:
    data, words = table(language.code, "sameness"), table(language.code, "synonyms")
    calendar = table(language.code, "months")
    groups: dict[str, list[str]] = {}
    for number, line in enumerate(words["same"]):
        for word in line:
            groups.setdefault(stem_of(fold(word), language), []).append(f"~{number}")
    sides: dict[str, list[tuple[int, int]]] = {}
    for number, pair in enumerate(words["opposites"]):
        for side, line in zip((1, -1), pair, strict=True):
            for word in line:
                stem = stem_of(fold(word), language)
                groups.setdefault(stem, []).append(f"^{number}{'+' if side > 0 else '-'}")
                sides.setdefault(stem, []).append((number, side))
    letters = morphology(language)
    weekdays = map(fold, calendar["weekdays"])
    plain = {fold(word).removeprefix(letters.article) for word in data["quiet"]}
    return _Lists(
        quiet=frozenset(opening + word for word in plain for opening in ("", *letters.definite))
        | {*weekdays},
        verbs=frozenset(map(fold, data["frame"]["verbs"])),
        opens=frozenset(map(fold, data["frame"]["opens"])),
        behind=frozenset(map(fold, data["frame"]["behind"])),
        negations=frozenset(map(fold, data["negation"]["words"])),
        denials=frozenset(map(fold, data["negation"]["denials"])),
        months={
            fold(name): f"{kind}{number}"
            for kind in ("gregorian", "hijri")
            for number, month in enumerate(calendar[kind])
            for name in month
        },
        groups={stem: tuple(dict.fromkeys(many)) for stem, many in groups.items()},
        sides={stem: tuple(dict.fromkeys(many)) for stem, many in sides.items()},
    )


@cache
def _months(language: Language) -> re.Pattern[str]:
    return cues.pattern(_lists(language).months, language.proclitics)
