"""Who said what, and who stands how: quotations and positions."""

from __future__ import annotations

from msgspec import Struct

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
    """The quotations; the first two of good length and known speakers are set large."""
    numbered = list(enumerate(brief.quotes, 1))
    fit = [index for index, quote in numbered if quote.speaker and len(quote.text.split()) in PULLED_WORDS]
    pulled = fit[:2] if len(fit) > 1 else []
    said = {index: _said(index, quote, words) for index, quote in numbered}
    rest = tuple(one for index, one in said.items() if index not in pulled)
    return Sayings(tuple(said[index] for index in pulled), rest)


def _said(index: int, quote: Quote, words: Words) -> Said:
    via = words.say("via %(name)s", name=quote.via) if quote.via else None
    return Said(
        id=f"quote-{index}",
        text=words.say("quotation %(text)s", text=quote.text.strip("\"'\u00ab\u00bb\u201c\u201d ")),
        speaker=quote.speaker or words.say("speaker not named"),
        role=words.say("list separator").join(filter(None, (words.word(quote.role or ""), via))),
        evidence=quote.evidence,
    )
