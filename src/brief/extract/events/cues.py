"""The words that tell whether a date is that of something that happened, or is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from brief.cues import alternatives
from brief.language import Language, fold, table
from brief.morphology import Morphology, morphology


class Cues(Struct, frozen=True):
    """Patterns for folded text; `events.toml` says of each list what it is for.

    Those up to `imperfect` match whole words, those that end in `_before` only at the end of what
    stands before a date.
    """

    past: re.Pattern[str]
    present: re.Pattern[str]
    noun: re.Pattern[str]
    ahead: re.Pattern[str]
    deal: re.Pattern[str]
    was: re.Pattern[str]
    was_pairs: frozenset[str]
    led: frozenset[str]
    objects: tuple[str, ...]
    was_not: frozenset[str]
    opening: re.Pattern[str]
    maybe: frozenset[str]
    done: frozenset[str]
    fathers: frozenset[str]
    provided_before: re.Pattern[str]
    done_to_before: re.Pattern[str]
    had: re.Pattern[str]
    imperfect: re.Pattern[str]
    condition: re.Pattern[str]
    conditioned_before: re.Pattern[str]
    shares: re.Pattern[str]
    lasting: re.Pattern[str]
    since_before: re.Pattern[str]
    promised_before: re.Pattern[str]
    certain_past: re.Pattern[str]
    forecast: re.Pattern[str]
    reported: re.Pattern[str]
    measures: re.Pattern[str]
    bounds_before: re.Pattern[str]
    deadlines_before: re.Pattern[str]
    postponed_before: re.Pattern[str]
    postponing_before: re.Pattern[str]
    from_before: re.Pattern[str]
    things_before: re.Pattern[str]
    year_of_before: re.Pattern[str]
    earlier_than: re.Pattern[str]
    not_ago: re.Pattern[str]
    today: re.Pattern[str]
    year: re.Pattern[str]
    openers: re.Pattern[str]
    hanging: re.Pattern[str]
    joined: re.Pattern[str]
    relative: re.Pattern[str]
    clause_verb: re.Pattern[str]
    timed: re.Pattern[str]
    adjunct: re.Pattern[str]
    pointing: re.Pattern[str]
    added: re.Pattern[str]
    adding: re.Pattern[str]


@cache
def cues(language: Language) -> Cues:
    """The patterns of a language, made once."""
    data, letters = table(language.code, "events"), morphology(language)
    joining, conjunction = f"[{letters.joining}]?", f"{letters.conjunction}?"
    before = rf"{joining}[{letters.prepositions}]?(?:{letters.article}|{letters.to})?"
    past = rf"{joining}(?:{_past(data['verbs'], data)})"
    present = _present(data, letters)
    nouns = (
        rf"{before}(?:{_either([*data['nouns'], *data['participles']])})(?:{_either(data['noun_endings'])})?"
    )
    due = _either([*data["planned"], *data["planned_things"]])
    planned = rf"{before}(?:{due})(?:{_either(data['noun_endings'])})?"
    promised = rf"{joining}(?:{_past(data['commitments'], data)})"
    openers = "|".join(rf"{fold(word)}\b" for word in data["openers"])
    deals = rf"{joining}(?:{_past(data['deals'], data)})|{before}(?:{_either(data['deal_nouns'])})"
    until = rf"\b(?:{_either(data['postponed_to'])})\s+(?:(?:{_either(data['before_times'])})\s+)*$"
    was = [fold(word) for word in data["was"]]
    return Cues(
        past=re.compile(past),
        present=re.compile(present),
        noun=re.compile(nouns),
        ahead=re.compile(rf"{_future(data, letters)}|{planned}"),
        deal=re.compile(deals),
        was=re.compile(rf"{joining}(?:{_either(word for word in was if ' ' not in word)})"),
        was_pairs=frozenset(lead + word for word in was if " " in word for lead in ("", *letters.joining)),
        objects=tuple(data["objects"]),
        led=frozenset(map(fold, data["leading_nouns"])),
        was_not=frozenset(lead + fold(word) for word in data["was_not"] for lead in ("", *letters.joining)),
        opening=re.compile(rf"{joining}(?:{_either(data['opening_verbs'])})"),
        maybe=frozenset(lead + fold(word) for word in data["maybe"] for lead in ("", *letters.joining)),
        done=frozenset(map(fold, data["done"])),
        fathers=frozenset(map(fold, table(language.code, "names")["person"]["fathers"])),
        done_to_before=re.compile(rf"{data['done_to']}(?:(?:{_either(data['before_times'])})\s+)*$"),
        provided_before=re.compile(
            rf"(?<!\w)(?:{_either(data['provided'])})\s+(?:(?:{_either(data['denied'])})\s+)?"
            rf"[{letters.imperfect}]\w{{2,}}(?!\w)[^،؛:.]*$"
        ),
        had=re.compile(rf"(?<!\w)(?:{_either(data['had'])})\s+(?!{letters.imperfect[0]})\w{{3,}}"),
        imperfect=re.compile(rf"[{letters.imperfect}]\w{{2,}}(?<!{letters.feminine})"),
        condition=re.compile(rf"\b{joining}(?:{_either(data['conditions'])})\b"),
        conditioned_before=re.compile(rf"\b{joining}(?:{_either(data['conditions'])})(?:\s+\S+){{0,2}}\s*$"),
        lasting=re.compile(rf"(?:{_either(data['lasting'])})\b"),
        since_before=re.compile(
            rf"\b{joining}(?:{_either(data['since'])})\s+(?:(?:{_either(data['before_times'])})\s+)*$"
        ),
        shares=re.compile(rf"(?:{_either(data['shares'])})\b"),
        promised_before=re.compile(rf"\b(?:{promised})(?:\s+\S+){{2,}}\s*$"),
        certain_past=re.compile(rf"\b{joining}(?:{_either(data['certain_past'])})\b"),
        forecast=re.compile(rf"\b(?:{_either(data['forecast'])})\b"),
        reported=re.compile(rf"\b{joining}(?:{_either(data['reported'])})\b"),
        measures=re.compile(
            rf"\b[{conjunction[0]}{letters.by}{letters.to}]?(?:{_either(data['measures'])})\b|%"
        ),
        bounds_before=re.compile(rf"\b{conjunction}(?:{_either(data['bounds'])})(?:\s+\S+)?\s*$"),
        deadlines_before=re.compile(
            rf"\b{conjunction}(?:{_either([*data['deadlines'], *data['from_on']])})(?:\s+\S+)?\s*$"
        ),
        from_before=re.compile(
            rf"\b{conjunction}(?:{_either(data['from_on'])})\s+(?:(?:{_either(data['before_times'])})\s+)*$"
        ),
        postponed_before=re.compile(
            rf"\b{joining}(?:{_past([*data['postponed'], *data['giving']], data)})\b.*{until}"
        ),
        postponing_before=re.compile(rf"\b{before}(?:{_either(data['postponing'])})\b.*{until}"),
        things_before=re.compile(rf"\b{before}(?:{_either(data['things'])})\s*$"),
        year_of_before=re.compile(rf"\b{joining}[{letters.prepositions}]?(?:{_either(data['things'])})\s*$"),
        earlier_than=re.compile(
            rf"\b{joining}(?:{_either(data['earlier_than'])})\s+(?:(?:{_either(data['before_times'])})\s+)*$"
        ),
        not_ago=re.compile(rf"\b{joining}(?:{_either(data['not_ago'])})\b"),
        today=re.compile(rf"{joining}{fold(table(language.code, 'periods')['today']['word'])}"),
        year=re.compile(rf"\b(?:{_either(table(language.code, 'periods')['year'])})\b"),
        openers=re.compile(rf"(?<=\s)(?={openers})"),
        hanging=re.compile(rf"\s*(?:{_either(data['hanging'])})\b"),
        adding=re.compile(rf"\b{joining}(?:{_either(data['adding'])})\b"),
        pointing=re.compile(rf"\s*(?:{_either(data['pointing'])})\b"),
        added=re.compile(rf"(?:{_either(data['added'])})\s+"),
        relative=re.compile(rf"\s*(?:{_either([*data['relatives'], *data['where']])})\b"),
        clause_verb=re.compile(
            rf"{letters.conjunction}(?:(?:{_either(data['denied'])})\s+)?"
            rf"(?:{_past(data['verbs'], data)}|{letters.imperfect[0]}\w{{3,}}"
            rf"|{present.removeprefix(joining)})\b"
            rf"|{letters.conjunction}(?:{_either(data['denied'])})\s+[{letters.imperfect}]\w{{2,}}"
        ),
        timed=re.compile(rf"{letters.conjunction}(?:{_either(data['before_times'])})\s+"),
        adjunct=re.compile(
            rf"\s*(?:{_either(data['adjuncts'])})\s+\w{{3,}}(?:{_either(letters.possessive)})\b"
        ),
        joined=re.compile(
            rf"\s*(?:(?!(?:{_either(data['not_joined'])})\b)[{letters.joining}]|(?:{openers}))"
        ),
    )


@cache
def saying(language: Language) -> str:
    """The verbs of speech, as a regular expression."""
    speech = table(language.code, "speech")
    return f"(?:{_either((*speech['verbs'], *speech['later_verbs']))})"


def _either(words: Iterable[str]) -> str:
    return alternatives(sorted({fold(word) for word in words}, key=len, reverse=True))


def _past(verbs: Iterable[str], data: dict[str, Any]) -> str:
    """The third persons of verbs of the past, with and without what is written to them."""
    return _either(form for verb in verbs for form in _past_forms(verb, data))


def _past_forms(verb: str, data: dict[str, Any]) -> Iterator[str]:
    stem = verb[:-1] if verb[-1] in data["weak"] else verb
    yield verb
    yield from (stem + ending for ending in data["past_endings"])
    active = verb[:-1] + data["weak_before_objects"] if stem != verb else verb
    for object_ in data["objects"]:
        yield stem + data["past_endings"][0] + object_
        if stem != verb or len(object_) > 1 or _has_no_like(verb, data):
            yield active + object_


def _has_no_like(verb: str, data: dict[str, Any]) -> bool:
    """Whether the verb with «him» written to it is no noun in ta marbuta to the eye («رحله»، «اقاله»)."""
    return len(verb) > _ROOT and verb[-2] not in data["weak"]


_ROOT = 3  # letters of a bare verb


def _present(data: dict[str, Any], letters: Morphology) -> str:
    other = _either(data["not_present"])
    lead = rf"[{letters.joining}]?(?!(?:{other})\b)[{letters.to}{letters.future}]?[{letters.imperfect}]"
    return rf"{lead}(?:{_either(data['presents'])})(?:{_either(data['present_endings'])})?"


@cache
def future(language: Language) -> re.Pattern[str]:
    """A verb of the future in folded text, and no noun or verb of the past that opens like one."""
    body = _future(table(language.code, "events"), morphology(language))
    return re.compile(rf"(?<!\w){body}(?!\w)")


def _future(data: dict[str, Any], letters: Morphology) -> str:
    whole, openings = _either(data["not_future"]), _either(data["not_future_openings"])
    other = rf"(?:{whole})(?!\w)|(?:{openings})"
    return rf"[{letters.joining}]?(?!{other}){letters.future}[{letters.imperfect}]\w{{2,}}"
