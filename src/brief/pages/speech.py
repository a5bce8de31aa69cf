"""Who said what, and who stands how: quotations and positions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from brief.gist import small_words
from brief.language import Language, fold, read_in
from brief.model import Anchor, Brief, Position, Quote, Stance
from brief.morphology import morphology
from brief.pages.edition import long_words, summed_up, taken_together
from brief.pages.excerpts import excerpt
from brief.printed import plain
from brief.words import Words

PULLED_WORDS = range(6, 22)
# Words of its passage that stand beside a position: more where they alone tell what it is taken to.
BESIDE_TARGET, ALONE = 22, 34
_BEYOND = 3  # words that stand behind the target
# How far around the first word that has room a clause may begin instead, and what ends the one before it.
_AROUND, _STOPS = 7, ("\u060c", "\u061b", ",", ";", ":", ".")
STANCES = (Stance.SUPPORT, Stance.NEUTRAL, Stance.MIXED, Stance.CONCERNED, Stance.OPPOSE)


class Stand(Struct, frozen=True):
    """A position with all who take it together, each with a place in the record, and words of its passage."""

    actors: tuple[tuple[int, str], ...]
    position: Position
    passage: str


def positions(brief: Brief) -> list[Stand]:
    """Positions from welcome to opposition, one that several take together once."""
    together: dict[object, list[tuple[int, Position]]] = {}
    for index, one in enumerate(brief.positions, 1):
        together.setdefault(taken_together(one), []).append((index, one))
    language = read_in(brief.language)
    found = [_stand(many, language) for many in together.values()]
    return sorted(found, key=lambda one: (STANCES.index(one.position.stance), one.actors))


def _stand(many: Sequence[tuple[int, Position]], language: Language) -> Stand:
    first = many[0][1]
    return Stand(tuple((index, one.actor) for index, one in many), first, _passage(first, language))


def _passage(position: Position, language: Language) -> str:
    """The words of its passage around what a position is taken to, else its opening."""
    said, small = plain(position.evidence[0].text), small_words(language.code)
    if not position.target:
        return excerpt(said, 0, ALONE, small)
    place = said.find(plain(position.target))
    last = len(said[: place + len(position.target)].split()) if place > 0 else 0
    end = min(last + _BEYOND, len(said.split()))
    first = _at_clause(said.split(), end - BESIDE_TARGET, end)
    # A word or two are not worth a mark that they are left out.
    first = first if first > _BEYOND else 0
    return excerpt(said, first, max(end - first, BESIDE_TARGET), small)


def _at_clause(words: Sequence[str], first: int, end: int) -> int:
    """Where the clause begins that is nearest to the word `first`, a few words around it; else there."""
    near = range(max(1, first - _AROUND), min(first + _AROUND, end))
    heads = [place for place in near if words[place - 1].endswith(_STOPS)]
    return min(heads, key=lambda place: abs(place - first), default=first)


class Said(Struct, frozen=True):
    """A quotation with its speaker and role in words."""

    id: str
    text: str
    speaker: str
    role: str
    evidence: Anchor


class Sayings(Struct, frozen=True):
    """Two quotations set large, and the rest."""

    pulled: tuple[Said, ...]
    rest: tuple[Said, ...]


def sayings(brief: Brief, words: Words) -> Sayings:
    """The quotations; the two of good length and known speakers nearest to the summary are set large.

    None that is no more than a list of names of things.
    """
    numbered = list(enumerate(brief.quotes, 1))
    listed = _listed(read_in(brief.language))
    fit = [
        index
        for index, quote in numbered
        if quote.speaker
        and len(quote.text.split()) in PULLED_WORDS
        and not listed.fullmatch(fold(quote.text))
    ]
    central = summed_up(brief)
    nearest = sorted(fit, key=lambda index: -len(central & long_words(brief.quotes[index - 1].text)))
    pulled = sorted(nearest[:2]) if len(fit) > 1 else []
    said = {index: _said(index, quote, words) for index, quote in numbered}
    rest = tuple(one for index, one in said.items() if index not in pulled)
    return Sayings(tuple(said[index] for index in pulled), rest)


@cache
def _listed(language: Language) -> re.Pattern[str]:
    """Words that only name things one after the other: large, they would say nothing."""
    letters = morphology(language)
    word = rf"\W*[{language.proclitics}]?{letters.article}\w+\W*"
    return re.compile(rf"(?:{word})+")


def _said(index: int, quote: Quote, words: Words) -> Said:
    via = words.say("via %(name)s", name=quote.via) if quote.via else None
    return Said(
        id=f"quote-{index}",
        text=words.say("quotation %(text)s", text=quote.text.strip("\"'\u00ab\u00bb\u201c\u201d ")),
        speaker=quote.speaker or words.say("speaker not named"),
        role=words.say("list separator").join(filter(None, (words.word(quote.role or ""), via))),
        evidence=quote.evidence,
    )
