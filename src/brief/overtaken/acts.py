"""What an earlier source asks for, expects or tells as going on, and a later one as done or ended."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, islice
from typing import Any

from msgspec import Struct

from brief import cues, periods
from brief.dating import DAY
from brief.extract.events.alike import alike, stems
from brief.language import Language, fold, table
from brief.model import Anchor
from brief.overtaken.forms import bare, past_verbs
from brief.overtaken.passages import Overtaking, Passage
from brief.similarity import stem

# Shorter stems are grammar.
LEAST = 3
# Who does it and what is done stand within so many words behind the verb or noun; behind one that is
# known to be the same verb, further off.
NEAR, FAR = 4, 8
# «The union» and «the unionists» open with the same letters.
OPENING = 4
# What an article opens with is what it is about.
OPENS = 4
# Letters within which a deal is named beside what is thought of it.
BESIDE = 25
_WORD = re.compile(r"\w+")

# What two texts must share to speak of the same: a kind of matter and stems.
Key = tuple[str, ...]


def overtaken(passages: Sequence[Passage], language: Language) -> Overtaking:
    """The passages whose matter later ones tell as done, ended or settled, with the first such day."""
    dated = [one for one in passages if one.day]
    left = [(one, frozenset(_open(one.text, language))) for one in dated]
    asked = frozenset(key for _, keys in left for key in keys)
    verbs = frozenset(key[0] for key in asked if key[0].startswith("verb "))
    told: defaultdict[Key, set[str]] = defaultdict(set)
    for one in dated:
        for key in asked.intersection(_closed(one.text, verbs, language)):
            told[key].add(one.day)
    days = {one.anchor.source: one.day for one in dated}
    for source, matters in _settled([(one.anchor, one.text) for one in dated], asked, language):
        for key in matters:
            told[key].add(days[source])
    for one, keys in left:
        later = [day for key in keys for day in told.get(key, ()) if day > one.day]
        if later:
            yield one.anchor, min(later)
    yield from _came(dated, language)
    yield from _agreed(dated, language)


def _came(passages: Sequence[Passage], language: Language) -> Overtaking:
    """What was planned for a day, where a later source, written after it, tells of the same on that day."""
    planned = cues.expression(language, "overtaken", "planned", "sign")
    plans = [one for one in passages if planned.search(one.text)]
    ahead = {one.anchor: _ahead(one, language) for one in plans}
    wanted = frozenset(day for some in ahead.values() for day in some)
    if not wanted:
        return
    told: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for one in passages:
        if one.day > min(wanted) and one.anchor not in ahead and not _is_open(one.text, language):
            for day in wanted & _named_days(one, language):
                if one.day > day:
                    told[day].append((one.day, stems(one.text, language)))
    for one in plans:
        own = stems(one.text, language)
        days = [later for day in ahead[one.anchor] for later, other in told[day] if alike(own, other)]
        if days:
            yield one.anchor, min(days)


def _is_open(text: str, language: Language) -> bool:
    return cues.expression(language, "overtaken", "expected", "sign").search(text) is not None


def _ahead(passage: Passage, language: Language) -> frozenset[str]:
    """The days that a passage names and that were ahead of it."""
    return frozenset(day for day in _named_days(passage, language) if day > passage.day)


def _named_days(passage: Passage, language: Language) -> frozenset[str]:
    """The days that a passage names."""
    named = periods.find(passage.anchor.text, language, passage.day)
    return frozenset(one.first for one in named if len(one.first) == DAY and not one.last)


def _agreed(passages: Sequence[Passage], language: Language) -> Overtaking:
    """What is thought of a deal to come, where a later article opens with one that is made.

    It names in its opening some of whom or what the forecast does.
    """
    openings = (one for one in passages if one.position < OPENS)
    days = {one.anchor.source: one.day for one in openings if _is_made(one, language)}
    if not days:
        return
    opened: defaultdict[str, set[str]] = defaultdict(set)
    for one in passages:
        if one.anchor.source in days and one.position < OPENS:
            opened[one.anchor.source] |= _stems(one.text, language) - _deals(language)
    for one in passages:
        if _foresees(one.text, language):
            own = _stems(one.text, language)
            later = [day for source, day in days.items() if day > one.day and own & opened[source]]
            if later:
                yield one.anchor, min(later)


def _is_made(passage: Passage, language: Language) -> bool:
    """Whether words tell of a deal that is made."""
    made, deal = (cues.expression(language, "overtaken", "deal_ahead", name) for name in ("made", "deal"))
    found = made.search(passage.text)
    return (
        found is not None
        and deal.search(passage.text, found.start()) is not None
        and not _is_open(passage.text[: found.start()], language)
    )


def _foresees(text: str, language: Language) -> bool:
    """Whether the first half of the words says how likely a deal is, or that there is none."""
    sign, deal = (cues.expression(language, "overtaken", "deal_ahead", name) for name in ("sign", "deal"))
    return any(
        deal.search(text, max(0, found.start() - BESIDE), found.end() + BESIDE)
        for found in sign.finditer(text, 0, len(text) // 2 + BESIDE)
    )


@cache
def _deals(language: Language) -> frozenset[str]:
    return _stems(fold(" ".join(table(language.code, "overtaken")["deal_ahead"]["nouns"])), language)


def _open(text: str, language: Language) -> Iterator[Key]:
    """What is going on, asked for, expected or not yet done."""
    if cues.expression(language, "overtaken", "going_on", "sign").search(text):
        yield from (("going_on", noun) for noun in _stems(text, language) & _nouns(language))
    for found in cues.expression(language, "overtaken", "asked", "sign").finditer(text):
        yield from _asked(text, found.end(), language)
    if expected := cues.expression(language, "overtaken", "expected", "sign").search(text):
        for number, act in enumerate(_acts(language)):
            for found in act.open.finditer(text, expected.start()):
                yield from _done(f"act {number}", text, found.end(), NEAR, language)
    for found in cues.expression(language, "overtaken", "undone", "sign").finditer(text):
        yield from _done(f"verb {bare(found['verb'], language)}", text, found.end(), FAR, language)


def _closed(text: str, verbs: frozenset[str], language: Language) -> Iterator[Key]:
    """What is ended, settled or done, of the `verbs` of what was not yet done too."""
    for found in cues.expression(language, "overtaken", "going_on", "ended").finditer(text):
        near = frozenset(_following(text, found.end(), NEAR, language))
        yield from (("going_on", noun) for noun in near & _nouns(language))
    if cues.expression(language, "overtaken", "expected", "sign").search(text):
        return
    for number, act in enumerate(_acts(language)):
        for found in act.done.finditer(text):
            yield from _done(f"act {number}", text, found.end(), NEAR, language)
    yield from _in_the_past(text, verbs, language)


def _in_the_past(text: str, verbs: frozenset[str], language: Language) -> Iterator[Key]:
    """The verbs of what was not yet done, in their past forms."""
    for found in _WORD.finditer(text) if verbs else ():
        for verb in past_verbs(found[0], language):
            if (kind := f"verb {verb}") in verbs:
                yield from _done(kind, text, found.end(), FAR, language)


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
    who = list(_following(text, end, NEAR, language))[:2]
    said = _stems(text[end:], language)
    yield from (("asked", one, other) for one in who for other in said - set(who))


def _done(kind: str, text: str, end: int, near: int, language: Language) -> Iterator[Key]:
    """An act with every two stems of who does it and what is done."""
    found = sorted(set(_following(text, end, near, language)))
    yield from ((kind, *pair) for pair in combinations(found, 2))


def _following(text: str, start: int, near: int, language: Language) -> Iterator[str]:
    yield from _kept((one[0] for one in islice(_WORD.finditer(text, start), near)), language)


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
