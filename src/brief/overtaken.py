"""What a later source overtakes: it must not be told as if it were still so.

A strike that goes on, a demand, an expectation in an older source, where a newer one tells of
the end, the settlement or the act itself; and an article of long before the issue that speaks
of «this visit» or «last year», meaning its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, combinations
from typing import Any

from msgspec import Struct, structs

from brief import cues, periods
from brief.dating import DAY
from brief.extract.events.alike import alike, stems
from brief.language import Language, fold, table
from brief.measures import either
from brief.model import UNDATED, Anchor, Claim, Document, Facet, Statement
from brief.similarity import stem

# Shorter stems are grammar.
LEAST = 3
# Who does it and what is done stand within so many words behind the verb or noun.
NEAR = 4
# «The union» and «the unionists» open with the same letters.
OPENING = 4
_WORD = re.compile(r"\w+")

# What is said, feared or expected holds on the day it is written, though nothing tells otherwise.
OF_THE_DAY = (Facet.REACTIONS, Facet.IMPLICATIONS)

# What two texts must share to speak of the same: a kind of matter and stems.
Key = tuple[str, ...]


def dated(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    language: Language,
) -> tuple[Claim, ...]:
    """The claims, those with the day they were written on that cannot be understood without it.

    What a later source has overtaken is context of its day, and the present of a background source is of
    its day; a report of which anything is overtaken was
    written before the matter turned, and what somebody says or fears there is of its day, too.
    `statements` are those of all documents.
    """
    past = overtaken(statements, documents, language)
    before = {anchor.source for anchor in past if not documents[anchor.source].background}
    return tuple(
        _as_of(claim, past, documents, language, before=claim.evidence[0].source in before)
        for claim in claims
    )


def _as_of(
    claim: Claim,
    past: frozenset[Anchor],
    documents: Mapping[str, Document],
    language: Language,
    *,
    before: bool,
) -> Claim:
    passage, told = claim.evidence[0], claim.statement
    over = passage in past or _is_of_an_unknown_day(told, documents[passage.source], language)
    said = before and bool(told.facets) and told.facets[0][0] in OF_THE_DAY
    key, background = fold(told.text), documents[passage.source].background
    of_day = is_of_its_day(key, language) or (background and tells_what_is(key, language))
    if not over and not said and not of_day:
        return claim
    if over:
        told = structs.replace(told, facets=((Facet.CONTEXT, 1.0),), standing=None)
    day = documents[passage.source].published or UNDATED
    return structs.replace(claim, statement=told, as_of=day, overtaken=over)


def _is_of_an_unknown_day(told: Statement, document: Document, language: Language) -> bool:
    """Whether a source without a day tells of a named day or a visit that was ahead of it: it may be over."""
    ahead = (cues.expression(language, "overtaken", "day_of_writing", "ahead"), _coming(language))
    return not document.published and any(one.search(fold(told.text)) for one in ahead)


@cache
def _coming(language: Language) -> re.Pattern[str]:
    """A month or a weekday that is to come: «next Sunday»."""
    months, after = (
        table(language.code, "months"),
        table(language.code, "overtaken")["day_of_writing"]["coming"],
    )
    named = either(chain(months["weekdays"], *months["gregorian"]))
    return re.compile(rf"(?<!\w){named} {either(after)}(?!\w)")


def overtaken(
    statements: Sequence[Statement], documents: Mapping[str, Document], language: Language
) -> frozenset[Anchor]:
    """The passages whose words no longer hold, by sources of a later day, or speak of another time.

    Documents without a day neither overtake nor are overtaken.
    """
    texts = [(statement.anchor, fold(statement.text)) for statement in statements]
    days = {source: _day(document) for source, document in documents.items()}
    left = [(anchor, frozenset(_open(text, language))) for anchor, text in texts if days[anchor.source]]
    asked = frozenset(key for _, keys in left for key in keys)
    latest: dict[Key, str] = {}
    for anchor, text in texts:
        for key in asked.intersection(_closed(text, language)):
            latest[key] = max(latest.get(key, ""), days[anchor.source])
    for source, keys in _settled(texts, asked, language):
        for key in keys:
            latest[key] = max(latest.get(key, ""), days[source])
    past = {anchor for anchor, keys in left if any(latest.get(key, "") > days[anchor.source] for key in keys)}
    past |= set(_came(texts, days, language))
    old = {
        anchor
        for anchor, text in texts
        if documents[anchor.source].background and is_of_its_day(text, language)
    }
    return frozenset(past | old)


def _came(
    texts: Sequence[tuple[Anchor, str]], days: Mapping[str, str], language: Language
) -> Iterator[Anchor]:
    """What was planned for a day, where a later source, written after it, tells of the same on that day."""
    planned = cues.expression(language, "overtaken", "planned", "sign")
    plans = [(anchor, text) for anchor, text in texts if days[anchor.source] and planned.search(text)]
    ahead = {anchor: _ahead(anchor, days[anchor.source], language) for anchor, _ in plans}
    wanted = frozenset(day for some in ahead.values() for day in some)
    if not wanted:
        return
    told: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for anchor, text in texts:
        if days[anchor.source] > min(wanted) and anchor not in ahead and not _is_open(text, language):
            for day in wanted & _named_days(anchor.text, days[anchor.source], language):
                if days[anchor.source] > day:
                    told[day].append(stems(text, language))
    for anchor, text in plans:
        own = stems(text, language)
        if any(alike(own, other) for day in ahead[anchor] for other in told[day]):
            yield anchor


def _is_open(text: str, language: Language) -> bool:
    return cues.expression(language, "overtaken", "expected", "sign").search(text) is not None


def _ahead(anchor: Anchor, written: str, language: Language) -> frozenset[str]:
    """The days that a passage names and that were ahead of it."""
    return frozenset(day for day in _named_days(anchor.text, written, language) if day > written)


def _named_days(text: str, written: str, language: Language) -> frozenset[str]:
    """The days that a text of a day names."""
    named = periods.find(text, language, written)
    return frozenset(one.first for one in named if len(one.first) == DAY and not one.last)


def is_of_its_day(text: str, language: Language) -> bool:
    """Whether folded words count time from the day they were written, and do not name the year.

    «This year» is not made clear by another year that is named.
    """
    sign, year, of_year = (
        cues.expression(language, "overtaken", "day_of_writing", name) for name in ("sign", "year", "of_year")
    )
    return bool(of_year.search(text) or (sign.search(text) and not year.search(text)))


def tells_what_is(text: str, language: Language) -> bool:
    """Whether folded words tell something in the present: in an old article, the present of its day."""
    return bool(cues.expression(language, "overtaken", "day_of_writing", "present").search(text))


def looks_back(text: str, language: Language) -> bool:
    """Whether folded words name a day before the one they were written on by its distance or weekday."""
    return bool(cues.expression(language, "overtaken", "day_of_writing", "back").search(text))


def _day(document: Document) -> str:
    published = document.published or ""
    return published if len(published) == DAY else ""


def _open(text: str, language: Language) -> Iterator[Key]:
    """What is going on, asked for or expected."""
    if cues.expression(language, "overtaken", "going_on", "sign").search(text):
        yield from (("going_on", noun) for noun in _stems(text, language) & _nouns(language))
    for found in cues.expression(language, "overtaken", "asked", "sign").finditer(text):
        yield from _asked(text, found.end(), language)
    if expected := cues.expression(language, "overtaken", "expected", "sign").search(text):
        for number, act in enumerate(_acts(language)):
            for found in act.open.finditer(text, expected.start()):
                yield from _done(number, text, found.end(), language)


def _closed(text: str, language: Language) -> Iterator[Key]:
    """What is ended, settled or done."""
    for found in cues.expression(language, "overtaken", "going_on", "ended").finditer(text):
        near = frozenset(_following(text, found.end(), language))
        yield from (("going_on", noun) for noun in near & _nouns(language))
    if cues.expression(language, "overtaken", "expected", "sign").search(text):
        return
    for number, act in enumerate(_acts(language)):
        for found in act.done.finditer(text):
            yield from _done(number, text, found.end(), language)


def _settled(
    texts: Iterable[tuple[Anchor, str]], asked: Iterable[Key], language: Language
) -> Iterator[tuple[str, set[Key]]]:
    """What was asked for and each source settles.

    It names who asked in the settlement, and the matter there or where it goes on about the deal.
    """
    who: defaultdict[str, set[str]] = defaultdict(set)
    what: defaultdict[str, set[str]] = defaultdict(set)
    for anchor, text in texts:
        if settles := cues.expression(language, "overtaken", "asked", "settled").search(text):
            who[anchor.source] |= _stems(text, language)
        if settles or cues.expression(language, "overtaken", "asked", "deal").search(text):
            what[anchor.source] |= _stems(text, language)
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for kind, *pair in asked:
        if kind == "asked":
            wanted[pair[0]].add(pair[1])
    for source, named in who.items():
        yield (
            source,
            {
                ("asked", one, matter)
                for one in named & wanted.keys()
                for matter in wanted[one] & what[source]
            },
        )


def _asked(text: str, end: int, language: Language) -> Iterator[Key]:
    """Who asks, with each thing that is spoken of: both must come again in what settles it."""
    who = list(_following(text, end, language))[:2]
    said = _stems(text[end:], language)
    yield from (("asked", one, other) for one in who for other in said - set(who))


def _done(number: int, text: str, end: int, language: Language) -> Iterator[Key]:
    """An act with every two stems of who does it and what is done."""
    near = sorted(set(_following(text, end, language)))
    yield from ((f"act {number}", *pair) for pair in combinations(near, 2))


def _following(text: str, start: int, language: Language) -> Iterator[str]:
    yield from _kept(_WORD.findall(text, start)[:NEAR], language)


def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(_kept(_WORD.findall(text), language))


def _kept(words: Iterable[str], language: Language) -> Iterator[str]:
    """The stems of words that bear meaning, as far as they tell one from another."""
    for word in words:
        short = stem(word, language)
        if len(short) >= LEAST and not word.isdecimal():
            yield short[:OPENING]


class _Act(Struct, frozen=True):
    """An act in its past forms, and in those of what is still to be done."""

    done: re.Pattern[str]
    open: re.Pattern[str]


@cache
def _acts(language: Language) -> tuple[_Act, ...]:
    listed: list[dict[str, Any]] = table(language.code, "overtaken")["act"]
    return tuple(
        _Act(*(re.compile(rf"(?<!\w){one[key]}(?!\w)") for key in ("done", "open"))) for one in listed
    )


@cache
def _nouns(language: Language) -> frozenset[str]:
    return _stems(fold(" ".join(table(language.code, "overtaken")["going_on"]["nouns"])), language)
