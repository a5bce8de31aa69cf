"""How a passage puts what it tells: read of the few passages that seem to tell one claim.

What a figure was and what it became, on which day, sure or only in one case, held to
be untrue, of both or of this one alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, cached_property

from msgspec import Struct

from brief import cues, periods
from brief.language import Language, fold, table, view
from brief.model import Qualifier
from brief.same.quoted import found, quotations
from brief.same.told import Amount, Told, base_of, few, is_negation, is_of_saying, keys_of, months_in

_WORD = re.compile(r"\w+")
TIMES = ("day", "week", "month", "year")
# A year that stands in for the one a date does not name: only its day and month are read.
_SOME_YEAR = "2000-12-31"
_DAY = 10  # letters of an ISO date
_BEFORE = 40  # letters before a figure that tell its role
_FROM_TO = 50  # letters within which «to» and another figure follow «from» and one
_NEGATED = 4  # words behind a negation that it may turn round
_JOINED = 12  # words behind «both» that name the two
_JUDGED = 8  # words between a negation and «merely»
# How far from the words that two passages share what is told of them stands.
_AROUND = 6
_REJECTION = 1  # the number of the attitude of those who say no
# Figures of so few days or years are in every article.
_FEW = 10
_OF_EVERY_ARTICLE = (*TIMES, "count")
_HEAD = 4  # words of a passage of which one says that somebody says the rest
_LEAST_WORDS = 4  # of a passage's sayings together
_SAYING = 0.35  # the part of a passage from which on its quotation is what it tells
_OPENING = 3  # words of a passage of which one opens it with an attitude


class Figure(Struct, frozen=True, gc=False):
    """A figure with its place, its ends, unit, the keys of what it counts, and what it was or became.

    `base` is the unit without what it is counted for; `bound` is what the source adds to the figure.
    """

    place: int
    low: float
    high: float
    unit: str
    base: str
    nouns: frozenset[str]
    role: str
    bound: Qualifier | None


class Crowd(Struct, frozen=True, gc=False):
    """How many there were by the order alone («hundreds of …»): its ends, and the keys of what is counted."""

    low: float
    high: float
    nouns: frozenset[str]


class Close(Struct, frozen=True, dict=True):
    """How a passage puts what it tells; places are those of its words.

    `days` are month and day as they stand in an ISO date, `weekdays` count from Monday as 1, `opens` are
    the attitudes that open it, by their numbers; what is `rejected` is said to have no ground; `both` are
    the names of which none may be missing; `starts` are where the words begin in the `folded` text. `says`
    tells whether anybody is said to say it, `spoken` whether most of it is somebody's own words. What is
    `prevented` may be told as a negation by another source.
    """

    told: Told
    figures: tuple[Figure, ...]
    crowds: tuple[Crowd, ...]
    days: tuple[tuple[int, str], ...]
    weekdays: tuple[tuple[int, int], ...]
    negated: frozenset[int]
    prevented: frozenset[int]
    past: tuple[int, ...]
    ahead: tuple[int, ...]
    futures: tuple[int, ...]
    sure: tuple[int, ...]
    unsure: tuple[int, ...]
    doubted: bool
    rejected: tuple[int, ...]
    says: bool
    spoken: bool
    judged: bool
    cleft: bool
    both: tuple[tuple[int, str], ...]
    opens: frozenset[int]
    folded: str
    starts: tuple[int, ...]
    language: Language

    # A passage is compared with a dozen others: these are found out once.
    @cached_property
    def telling(self) -> tuple[Figure, ...]:
        """The figures that are not in every article."""
        return tuple(filter(_is_telling, self.figures))

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of all names but those of places."""
        return few(name.key for name in self.told.names if name.kind != "place")

    @cached_property
    def bases(self) -> Counter[str]:
        """How many figures of each unit the passage tells."""
        return Counter(figure.base for figure in self.figures)

    @cached_property
    def saying(self) -> tuple[tuple[int, int], ...]:
        """The first and the last word of each of its quotations, where somebody's saying is what it tells."""
        words = self.folded.split()
        if not any(is_of_saying(word.strip("،:"), self.language) for word in words[:_HEAD]):
            return ()
        spans = tuple((self.at(one.start(1)), self.at(one.end(1) - 1)) for one in found(self.folded))
        told = sum(last - first + 1 for first, last in spans)
        return spans if self.spans("said") and told >= max(_LEAST_WORDS, _SAYING * len(words)) else ()

    @cached_property
    def _spans(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {}

    def spans(self, key: str) -> tuple[tuple[int, int], ...]:
        """The first and the last word of each match of a pattern of `sameness.toml`, or of its last group."""
        if key not in self._spans:
            pattern = cues.expression(self.language, "sameness", "closer", key)
            self._spans[key] = tuple(
                (self.at(match.start(group)), self.at(match.end(group) - 1))
                for match in pattern.finditer(self.folded)
                for group in [match.lastindex or 0]
            )
        return self._spans[key]

    def tells(self, key: str) -> bool:
        """Whether a pattern of `sameness.toml` finds anything."""
        return bool(self.spans(key))

    def tells_in(self, window: range, key: str) -> bool:
        """Whether it finds anything that begins within a stretch of words."""
        return any(first in window for first, _ in self.spans(key))

    def word(self, place: int) -> str:
        """The folded word at a place."""
        found = _WORD.match(self.folded, self.starts[place])
        return found.group() if found else ""

    def is_noun(self, place: int) -> bool:
        """Whether the word at a place can be no verb: by its form, or by what stands before it."""
        return place in self._nouns

    @cached_property
    def _nouns(self) -> frozenset[int]:
        return few(first for first, _ in self.spans("nouns"))

    @cached_property
    def coming(self) -> bool:
        """Whether a word of the passage has the form of a verb of the future."""
        form = cues.expression(self.language, "sameness", "closer", "future_form")
        return any(form.fullmatch(word) for word in _WORD.findall(self.folded))

    def figure_at(self, place: int) -> Figure | None:
        """The figure at a place."""
        return next((figure for figure in self.figures if figure.place == place), None)

    def at(self, letter: int) -> int:
        """The place of the word at a letter of the folded words."""
        return _word_at(self.starts, letter)

    def meets(self) -> frozenset[int]:
        """The attitudes that the passage holds, by their numbers."""
        patterns = _attitudes(self.language, "meets")
        return frozenset(
            number for number, pattern in enumerate(patterns) if pattern.search(self.folded) is not None
        )

    def rejects(self) -> bool:
        """Whether somebody takes against what it tells."""
        return _REJECTION in self.meets()


def around(window: range, reach: int = _AROUND) -> range:
    """A stretch of words with so many on either side."""
    return range(window.start - reach, window.stop + reach)


def _word_at(starts: Sequence[int], letter: int) -> int:
    """The last of the words that begin up to a letter."""
    return bisect_right(starts, letter) - 1


def closer(text: str, told: Told, language: Language) -> Close:
    """How `text` puts what it tells; `told` is what it tells."""
    return _Reading(text, told, language).close()


class _Reading:
    """One passage while it is read."""

    def __init__(self, text: str, told: Told, language: Language) -> None:
        self.text, self.told, self.language = text, told, language
        self.seen = view(text)
        matches = list(_WORD.finditer(self.seen.text))
        self.words = [match.group() for match in matches]
        self.starts = [match.start() for match in matches]
        self.forms = {*self.words, *(word[1:] for word in self.words)}

    def close(self) -> Close:
        negations = self._negations()
        doubted = self._has("doubts") or bool(self.told.denied)
        futures, quoted = self._futures(), sum(len(said.split()) for said in quotations(self.text))
        return Close(
            told=self.told,
            figures=tuple(self._figures()),
            crowds=tuple(self._crowds()),
            days=tuple(self._days()),
            weekdays=tuple(self._weekdays()),
            negated=few(self._negated(negations)),
            prevented=few(self._negated(self._prevents())),
            past=self._places("past"),
            ahead=(*self._places("ahead"), *futures),
            futures=futures,
            sure=self._places("sure"),
            unsure=self._without("unsure", "granted"),
            doubted=doubted,
            rejected=self._found(cues.expression(self.language, "sameness", "closer", "rejected")),
            says=quoted > 0 or any(is_of_saying(word, self.language) for word in self.words),
            spoken=2 * quoted > len(self.words),
            judged=any(
                negation < place <= negation + _JUDGED
                for place in self._places("merely")
                for negation in negations
            ),
            cleft=bool(self._without("clefts", "partitive")),
            both=self._both(),
            opens=self._opens(),
            folded=self.seen.text,
            starts=tuple(self.starts),
            language=self.language,
        )

    def _places(self, key: str) -> tuple[int, ...]:
        if self.forms.isdisjoint(_firsts(self.language, key)):
            return ()
        return self._found(cues.of(self.language, "sameness", "closer", key))

    def _without(self, key: str, but: str) -> tuple[int, ...]:
        """The places of a list but where a pattern of `sameness.toml` gives its words another meaning."""
        places = self._places(key)
        others = cues.expression(self.language, "sameness", "closer", but) if places else None
        taken = self._found(others) if others else ()
        return tuple(place for place in places if place not in taken)

    def _has(self, key: str) -> bool:
        return bool(self._places(key))

    def _found(self, pattern: re.Pattern[str]) -> tuple[int, ...]:
        return tuple(_word_at(self.starts, match.start()) for match in pattern.finditer(self.seen.text))

    def _futures(self) -> tuple[int, ...]:
        pattern, others = _future(self.language)
        return tuple(
            _word_at(self.starts, match.start())
            for match in pattern.finditer(self.seen.text)
            if others.fullmatch(match.group()) is None
        )

    def _negations(self) -> list[int]:
        bounds = _words(self.language, "bounds")
        return [
            place
            for place, word in enumerate(self.words)
            if is_negation(word, self.language) and bounds.isdisjoint(self.words[place + 1 : place + 4])
        ]

    def _prevents(self) -> list[int]:
        prevents = _words(self.language, "prevents")
        return [place for place, word in enumerate(self.words) if word in prevents]

    def _negated(self, negations: list[int]) -> Iterator[int]:
        """The first word of meaning behind each of these places."""
        units = {unit.place for unit in self.told.units}
        for place in negations:
            reach = range(place + 1, place + 1 + _NEGATED)
            yield from [at for at in reach if at in units][:1]

    def _opens(self) -> frozenset[int]:
        return few(
            number
            for number, pattern in enumerate(_attitudes(self.language, "opens"))
            if any(place < _OPENING for place in self._found(pattern))
        )

    def _both(self) -> tuple[tuple[int, str], ...]:
        return tuple(
            (name.place, name.key)
            for place in self._places("both")
            for name in [one for one in self.told.names if place < one.place <= place + _JOINED][:2]
        )

    def _days(self) -> Iterator[tuple[int, str]]:
        if not self.told.months:
            return
        for one in periods.find(self.text, self.language, _SOME_YEAR):
            named = months_in(self.text[one.start : one.end], self.language)
            if one.precision == "day" and named and len(one.first) == _DAY:
                yield self._place(one.start), one.first[5:]

    def _weekdays(self) -> Iterator[tuple[int, int]]:
        """The days of the week that are named, and those of dates that name the year."""
        numbers = _weekday_numbers(self.language)
        if not self.told.years and self.forms.isdisjoint(numbers):
            return
        for one in periods.find(self.text, self.language, _SOME_YEAR):
            if one.precision != "day" or len(one.first) != _DAY:
                continue
            words = _WORD.findall(fold(self.text[one.start : one.end]))
            named = [numbers[word] for word in words if word in numbers]
            if named:
                yield self._place(one.start), named[0]
            elif one.first[:4] in words:
                yield self._place(one.start), date.fromisoformat(one.first).isoweekday()

    def _crowds(self) -> Iterator[Crowd]:
        for pattern, low, high in _orders(self.language):
            for one in pattern.finditer(self.seen.text):
                yield Crowd(low, high, few(keys_of(one["noun"], self.language)))

    def _place(self, start: int) -> int:
        origins = [self.seen.span(one, one + 1)[0] for one in self.starts]
        return max(0, _word_at(origins, start))

    def _figures(self) -> Iterator[Figure]:
        nouns = frozenset[str]()
        for one in self.told.amounts:
            nouns = self._counted(one, nouns)
            yield Figure(
                place=one.place,
                low=float(one.low),
                high=float(one.high),
                unit=one.unit,
                base=base_of(one.unit, self.language),
                nouns=nouns,
                role=self._role(one.place),
                bound=one.bound,
            )

    def _counted(self, one: Amount, before: frozenset[str]) -> frozenset[str]:
        """The keys of what a figure counts; a bare number counts what the figure before it did.

        Of persons the verb before them tells who they are: «three were killed» are dead.
        """
        if one.noun is None:
            return before if one.unit == "count" else few(())
        verb = self.words[one.place - 1 : one.place] if one.unit == "persons" else []
        return few(key for word in (one.noun, *verb) for key in keys_of(word, self.language))

    def _role(self, place: int) -> str:
        """`old` where the figure held until something changed, `new` where it holds since; else empty.

        `ago` where it tells since when something else is as it is («since he took office two years ago»).
        """
        start = self.starts[place] if self.starts else 0
        before, behind = (
            self.seen.text[max(0, start - _BEFORE) : start],
            self.seen.text[start : start + _FROM_TO],
        )
        old, new, origin, goal, anew = _roles(self.language)
        if anew.search(before):
            return "ago"
        if old.search(before):
            return "old"
        if origin.search(before):
            return "old" if goal.search(behind) else ""
        return "new" if new.search(before) else ""


def _is_telling(figure: Figure) -> bool:
    """Whether a figure is not in every article."""
    return figure.unit != "ordinal" and not (figure.high < _FEW and figure.base in _OF_EVERY_ARTICLE)


@cache
def _weekday_numbers(language: Language) -> dict[str, int]:
    days = table(language.code, "months")["weekdays"]
    return {fold(day): number for number, day in enumerate(days, 1)}


@cache
def _orders(language: Language) -> tuple[tuple[re.Pattern[str], float, float], ...]:
    """Words of an order with what they count behind them, and between which numbers that lies."""
    data = table(language.code, "sameness")["closer"]
    orders = data["orders"]
    any_order = "|".join(fold(word) for one in orders for word in one["words"])
    return tuple(
        (
            re.compile(
                f"(?<!\\w)[{language.proclitics}]?(?:{'|'.join(map(fold, one['words']))})"
                f"\\s+(?:{fold(data['from'])}\\s+)?(?!(?:{any_order})(?!\\w))(?P<noun>\\w{{3,}})"
            ),
            one["low"],
            one["high"],
        )
        for one in orders
    )


@cache
def _roles(language: Language) -> tuple[re.Pattern[str], ...]:
    """What stands before an old figure, a new one, «from»; «to» behind it; «since … ago» before it."""
    data = table(language.code, "sameness")["closer"]
    old, new = ("|".join(map(re.escape, map(fold, data[key]))) for key in ("old", "new"))
    few = r"\W+(?:\w+\W+){0,2}?\w?$"
    near = r"\W+\w?$"
    proclitics = f"(?<!\\w)[{language.proclitics}]?"
    return (
        re.compile(f"{proclitics}(?:{old}){few}"),
        re.compile(f"{proclitics}(?:{new}){near}"),
        re.compile(f"(?<!\\w){fold(data['from'])}{near}"),
        re.compile(f"(?<!\\w){fold(data['to'])}\\W"),
        re.compile(f"(?<!\\w){fold(data['since'])}\\W+(?:\\w+\\W+){{1,4}}{fold(data['ago'])}{near}"),
    )


@cache
def _future(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Verbs of the future, and words that only begin like them."""
    signs = table(language.code, "facet_signs")["patterns"]
    return re.compile(signs["future"]), cues.pattern(signs["no_future"], language.proclitics)


@cache
def _firsts(language: Language, key: str) -> frozenset[str]:
    """The first words of a list of phrases: where none of them stands, none of the phrases does."""
    return frozenset(fold(phrase).split()[0] for phrase in table(language.code, "sameness")["closer"][key])


@cache
def _words(language: Language, key: str) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "sameness")["closer"][key]))


@cache
def _attitudes(language: Language, key: str) -> tuple[re.Pattern[str], ...]:
    kinds = table(language.code, "sameness")["closer"]["attitudes"]
    return tuple(cues.pattern(kind[key], language.proclitics) for kind in kinds)
