"""Whether a text that speaks of «the two countries» names them."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.morphology import morphology

_TWO = 2
# The name of a paper has so many words before its nationality.
_NAME = 2


def names_its_parties(around: Surroundings, start: int, end: int) -> bool:
    """Whether words such as «البلدين» find two parties in the text itself, or the article is about two.

    Where the article names more states than two, those that act («وقع البلدان …») and those whose
    something is («اتفاق البلدين») are named before.
    """
    text = around.document.text[start:end]
    key = view(text)
    acting = cues.of(around.language, "statements", "acting_pairs").search(key.text)
    acting = acting or _owning(around.language).search(key.text)
    acting_at = acting.start() if acting else _pair(around.language, key.text)
    if acting_at is not None and around.is_crowded:
        return _are_named(around, start, start + key.span(acting_at, acting_at + 1)[0], end)
    if acting_at is None and not cues.of(around.language, "statements", "anaphors").search(key.text):
        return True
    return len(_parties(around, start, end)) >= _TWO or around.has_principals


def _are_named(around: Surroundings, start: int, place: int, end: int) -> bool:
    """Whether just two parties are named before a place, or two states are joined anywhere."""
    parties = _parties(around, start, place)
    states = {key for key, kind in parties if kind == "country"}
    return (len(parties) >= _TWO >= len(states)) or around.couple_between(start, end)


def _parties(around: Surroundings, start: int, end: int) -> set[tuple[str, str]]:
    """The states and persons named between two places; whose paper or agency it is is no party."""
    text, channel = around.document.text, _channel(around.language)
    named = around.named_between(start, end)
    persons = {(name.key, name.kind) for name in named if name.kind == "person"}
    states = (name for name in named if name.kind == "country")
    return persons | {
        (name.key, name.kind) for name in states if not channel.search(fold(text[start : name.start]))
    }


@cache
def _channel(language: Language) -> re.Pattern[str]:
    """«The agency Anba», at the end of what stands before its nationality."""
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    apart = either(data["after_subjectless"])
    name = rf"(?:(?!{apart}(?!\w))\w+\W+){{0,{_NAME}}}"
    return re.compile(rf"(?<!\w)[{language.proclitics}]?{either(speech['channels'])}\W+{name}\W*\Z")


@cache
def _owning(language: Language) -> re.Pattern[str]:
    """The two behind what is theirs, a noun without article, or behind «that».

    «علاقات الجانبين», «أن البلدين»; no party of «بين الجانبين» or «على الجانبين».
    """
    data, letters = table(language.code, "statements"), morphology(language)
    governing = either((*data["before_plurals"], *data["both"]))
    noun = rf"(?![{language.proclitics}]?{governing}\s)(?!{either(letters.definite)})\w{{3,}}"
    return re.compile(
        rf"(?<!\w)(?:{either(data['that_two'])}|{noun})\s+(?P<pair>{either(data['owning_pairs'])})(?!\w)"
    )


def _pair(language: Language, key: str) -> int | None:
    """Where a word that may be a plural («البلدان») means two: not when governed, nor before «التي»."""
    relative = cues.opening(language, "statements", "plural_relatives")
    for match in cues.of(language, "statements", "anaphors_or_plurals").finditer(key):
        before = key[: match.start()].split()[-1:]
        governed = cues.of(language, "statements", "before_plurals").fullmatch("".join(before))
        inclined = match["proclitic"] and match["proclitic"] not in morphology(language).joining
        if not (inclined or governed or relative.match(key[match.end() :])):
            return match.start()
    return None
