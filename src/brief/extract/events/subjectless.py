"""Whether words tell an act without who did it, because that was named before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from brief import names
from brief.extract.events.cues import cues
from brief.gazetteer import Token, tokenise
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.morphology import Morphology, morphology

_OPENING = 4  # words in which the verb of a clause that opens with one stands
_SHORT = 3  # letters of an accusative beside its ending, at least


class _Acts(Struct, frozen=True):
    """Forms of verbs of the past that hold their subject: «أعلنوا», «استأنفنا», and words of acts.

    `short` ones («وقعا») are nouns as often («رفضا»), but not before a definite noun.
    """

    theirs: frozenset[str]
    short: frozenset[str]
    ours: frozenset[str]
    acts: frozenset[str]
    two_of: frozenset[str]
    before_verb: frozenset[str]
    lead: re.Pattern[str]
    several: re.Pattern[str]


def lacks_subject(text: str, language: Language) -> bool:
    """Whether the verb that opens `text` has its subject before it.

    It agrees with several («وقعا المعاهدة») or with who speaks, or its object or a preposition comes at once
    («وقّع اتفاقا», «رفضت المشاركة»): a subject that is named stands between.
    """
    seen = view(text)
    words, acts = cues(language), _acts(language)
    lead = acts.lead.match(seen.text)
    tokens = [one for one in tokenise(text, language) if lead is None or one.start >= lead.end()][
        : _OPENING + 1
    ]
    if tokens and acts.several.fullmatch(tokens[0].word):
        return True
    place = next((at for at, one in enumerate(tokens) if one.word not in acts.before_verb), len(tokens))
    if place + 1 >= len(tokens):
        return False
    verb, after = tokens[place], tokens[place + 1]
    if after.word in _weekdays(language) and place + 2 < len(tokens):
        object_ = tokens[place + 2].word
        accusative = object_.endswith(morphology(language).accusative) and len(object_) > _SHORT
        return accusative and words.past.fullmatch(verb.word) is not None
    definite = after.word.startswith(morphology(language).article)
    forms = _forms(verb.word, morphology(language))
    holding = (acts.theirs, acts.ours, *((acts.short,) if definite else ()))
    if verb.word not in acts.two_of and not all(verbs.isdisjoint(forms) for verbs in holding):
        return True
    past = words.past.fullmatch(verb.word) is not None or words.opening.fullmatch(verb.word) is not None
    if verb.nominal or not (past or words.present.fullmatch(verb.word)):
        return False
    return after.joined and _is_object(
        after, text[seen.span(after.start, after.end)[0] :], past=past, language=language
    )


def _forms(word: str, letters: Morphology) -> tuple[str, ...]:
    """A word, and what is left of it without its particle."""
    return (word, word[1:]) if word[:1] in letters.joining else (word,)


def _is_object(token: Token, rest: str, *, past: bool, language: Language) -> bool:
    """Whether what stands right behind a verb is its object rather than its subject."""
    letters, word = morphology(language), token.word
    if any(name.start == 0 for name in names.find(rest, language)):
        return False
    accusative = token.nominal and word.endswith(letters.accusative) and len(word) > _SHORT
    return accusative or (past and word in _acts(language).acts)


@cache
def _weekdays(language: Language) -> frozenset[str]:
    """The days of the week, and «yesterday»: who did it may stand behind them, and what he did."""
    return frozenset(map(fold, table(language.code, "months")["weekdays"]))


@cache
def _acts(language: Language) -> _Acts:
    data, stances = table(language.code, "events"), table(language.code, "stances")
    many = [form for ending in data["many_endings"] for form in _ending_so(ending, data)]
    speaking = (form for ending in data["speaking_endings"] for form in _ending_so(ending, data))
    letters = morphology(language)
    joint = f"[{letters.joining}]?"
    times = either(data["before_times"])
    return _Acts(
        lead=re.compile(
            rf"\W*(?:{joint}{times}\s+(?:\w+\s+){{0,2}}\w*[،,]\s*)?{joint}{times}\s+(?:{times}\s+)?\d{{4}}[،,]?\s+"
        ),
        several=re.compile(rf"{joint}{letters.imperfect[0]}\w{{2,}}{letters.plural[0]}"),
        theirs=frozenset(form for form, doubtful in many if not doubtful),
        short=frozenset(form for form, doubtful in many if doubtful),
        ours=frozenset(form for form, _ in speaking),
        acts=frozenset(map(fold, stances["ways"]["abstaining"])),
        two_of=frozenset(map(fold, data["two_of"])),
        before_verb=frozenset(
            lead + fold(word) for lead in ("", *morphology(language).joining) for word in data["before_verbs"]
        ),
    )


def _ending_so(ending: str, data: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Verbs of the past with this ending; short ones are doubtful with one letter, which ends nouns too."""
    for verb in data["verbs"]:
        stem = verb[:-1] if verb[-1] in data["weak"] else verb
        yield fold(stem + ending), len(ending) == 1 and len(stem) <= _SHORT
