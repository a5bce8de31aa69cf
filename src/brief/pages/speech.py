"""Who said what, and who stands how: quotations and positions."""

from __future__ import annotations

import re

from msgspec import Struct

from brief.language import fold
from brief.model import Anchor, Brief, Position, Quote, Stance
from brief.words import Words

PULLED_WORDS = range(6, 22)
STANCES = (Stance.SUPPORT, Stance.NEUTRAL, Stance.MIXED, Stance.CONCERNED, Stance.OPPOSE)


def positions(brief: Brief) -> list[tuple[int, Position]]:
    """Positions from welcome to opposition, each with its place in the record."""
    numbered = list(enumerate(brief.positions, 1))
    return sorted(numbered, key=lambda entry: (STANCES.index(entry[1].stance), entry[0]))


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
    """The quotations; the two of good length and known speakers nearest to the summary are set large."""
    numbered = list(enumerate(brief.quotes, 1))
    fit = [index for index, quote in numbered if quote.speaker and len(quote.text.split()) in PULLED_WORDS]
    central = _words(*(item.text for one in brief.sections if one.id == "summary" for item in one.items))
    nearest = sorted(fit, key=lambda index: -len(central & _words(brief.quotes[index - 1].text)))
    pulled = sorted(nearest[:2]) if len(fit) > 1 else []
    said = {index: _said(index, quote, words) for index, quote in numbered}
    rest = tuple(one for index, one in said.items() if index not in pulled)
    return Sayings(tuple(said[index] for index in pulled), rest)


def _words(*texts: str) -> frozenset[str]:
    """The longer words of some texts, as they are matched."""
    return frozenset(word for text in texts for word in re.findall(r"\w{4,}", fold(text)))


def _said(index: int, quote: Quote, words: Words) -> Said:
    via = words.say("via %(name)s", name=quote.via) if quote.via else None
    return Said(
        id=f"quote-{index}",
        text=words.say("quotation %(text)s", text=quote.text.strip("\"'\u00ab\u00bb\u201c\u201d ")),
        speaker=quote.speaker or words.say("speaker not named"),
        role=words.say("list separator").join(filter(None, (words.word(quote.role or ""), via))),
        evidence=quote.evidence,
    )
