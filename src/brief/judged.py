"""What was read, put before a judge: questions made of it, and what the answers change in it.

Where nobody but the rules judges, what they read stands and no question is made. Anybody else can
file a statement elsewhere, weigh it, name another speaker or stance, say of what kind a disagreement
is, and how two statements stand to each other (`judged_pairs`). None can add a word.

No question depends on the answer to another, but for lines that are no part of their article and
claims joined over two steps: all can be asked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from brief.facets import standing
from brief.judge.answers import MOST_WEIGHT
from brief.judge.hearing import Hearing
from brief.judge.questions import (
    Choice,
    Disagree,
    FacetsOf,
    Matters,
    Shares,
    SpeakerOf,
    StanceOf,
    StanceTaken,
    Told,
    Verdict,
    Weights,
    seen,
)
from brief.language import Language
from brief.model import (
    Anchor,
    Claim,
    Discrepancy,
    Document,
    Evidence,
    Facet,
    Position,
    Quote,
    Statement,
)
from brief.select import WORTH

# So many statements of a document are asked about at once, with so many before them to see what leads there.
AT_ONCE, BEFORE = 24, 3
# Who is less sure of a facet than this leaves it to the rules.
SURE = 0.5
# What the rules' score still counts where the judge weighed.
_RULES = 0.3
# The places among all scores (0 to 1) that stand for the least and the most weight.
_RANKS = (0.1, 0.97)
# The weight of a passage that a person wants no line to tell, and the score of such a line: worth none.
NEVER = -1.0
_UNWANTED = WORTH - 1


def evidence(read: Evidence, hearing: Hearing | None, language: Language) -> Evidence:
    """What one document offers, with the facets, speakers and stances that the judge sees in it."""
    if hearing is None:
        return read
    return structs.replace(
        read,
        statements=_filed(read, hearing, language),
        quotes=tuple(_spoken(quote, read, hearing) for quote in read.quotes),
        positions=tuple(_stances(read.positions, hearing)),
    )


class _Part(Struct, frozen=True):
    """Some statements of a document in reading order, with the numbers of those that are asked about."""

    statements: tuple[Told, ...]
    asked: tuple[int, ...]


def _parts(read: Evidence) -> Iterator[_Part]:
    """The statements of a document that can be printed, in parts that begin a little before what they ask."""
    told = tuple(
        seen(number, one.text, one.sentence, read.document, one.anchor)
        for number, one in enumerate(read.statements)
    )
    asked = [number for number, one in enumerate(read.statements) if not one.leans]
    for first in range(0, len(asked), AT_ONCE):
        numbers = tuple(asked[first : first + AT_ONCE])
        yield _Part(told[max(0, numbers[0] - BEFORE) : numbers[-1] + 1], numbers)


def _filed(read: Evidence, hearing: Hearing, language: Language) -> tuple[Statement, ...]:
    """The statements under the facets that the judge gives them; what an old article explains, too.

    By rule it only explains; whoever reads it sees whether it explains why somebody acts.
    """
    filed = list(read.statements)
    for part in _parts(read):
        own = Shares({number: filed[number].facets for number in part.asked})
        asked = FacetsOf(read.document.title, part.statements, part.asked, own)
        for number, facets in hearing.ask(asked, Shares).facets.items():
            if not facets or facets[0][1] >= SURE:
                filed[number] = _under(filed[number], facets, language)
    return tuple(filed)


def _under(statement: Statement, facets: tuple[tuple[Facet, float], ...], language: Language) -> Statement:
    if facets == statement.facets:
        return statement
    first = facets[0][0] if facets else None
    reached = standing(statement.text, language) if first is Facet.OUTCOMES else None
    return structs.replace(statement, facets=facets, standing=reached)


def _spoken(quote: Quote, read: Evidence, hearing: Hearing) -> Quote:
    """The quote with the speaker that the judge points at among all who are named around it."""
    place = quote.evidence
    near = [
        one.anchor for one in read.document.sentences if _touches(one.anchor.start, one.anchor.end, quote)
    ]
    if not near:
        return quote
    start, end = min(near[0].start, place.start), max(near[-1].end, place.end)
    names = _named(read, start, end)
    candidates = tuple(dict.fromkeys((*((quote.speaker,) if quote.speaker else ()), *names)))
    if not candidates:
        return quote
    own = Choice(0 if quote.speaker else None)
    passage = read.document.text[start:end]
    asked = SpeakerOf(passage, place.start - start, place.end - start, candidates, own)
    chosen = hearing.ask(asked, Choice)
    if chosen == own:
        return quote
    speaker = None if chosen.candidate is None else candidates[chosen.candidate]
    return structs.replace(quote, speaker=speaker, role=None)


def _touches(start: int, end: int, quote: Quote) -> bool:
    return start < quote.evidence.end and quote.evidence.start < end


def _named(read: Evidence, start: int, end: int) -> Iterator[str]:
    """Who acts, speaks or takes a stance in the passages between two places."""
    for statement in read.statements:
        if statement.anchor.start < end and start < statement.anchor.end:
            yield from statement.actors
    for position in read.positions:
        if any(one.start < end and start < one.end for one in position.evidence):
            yield position.actor


def _stances(positions: Iterable[Position], hearing: Hearing) -> Iterator[Position]:
    """The positions with the stances that the judge sees; where it sees none there is no position."""
    for one in positions:
        asked = StanceOf(one.evidence[0].text, one.actor, StanceTaken(one.stance))
        stance = hearing.ask(asked, StanceTaken).stance
        if stance is not None:
            yield structs.replace(one, stance=stance)


def weights(evidence: Sequence[Evidence], hearing: Hearing | None) -> dict[Anchor, float]:
    """How much a decision-maker must know each passage (0 to 3), as far as anybody but the rules says so.

    Where a person says not at all it is `NEVER`: she decides what is printed, a model only what comes first.
    """
    if hearing is None:
        return {}
    given: dict[Anchor, float] = {}
    for read in evidence:
        for part in _parts(read):
            asked = Matters(read.document.title, part.statements, part.asked, Weights({}))
            said = hearing.ask(asked, Weights).weights
            unwanted = {number for number in hearing.by_person(asked) if said.get(number) == 0}
            for number, weight in said.items():
                given[read.statements[number].anchor] = NEVER if number in unwanted else weight
    return given


def weighed(claims: Sequence[Claim], given: Mapping[Anchor, float]) -> tuple[Claim, ...]:
    """The claims with the weights that were given to their passages.

    A weight counts as the rules' score at its place among all scores, so that claims with and without one
    can be compared; between claims of one weight the rules' own score decides. What the rules find worth a
    line remains so, but for a claim that is told by a passage of the weight `NEVER`.
    """
    if not given:
        return tuple(claims)
    scores = sorted(one.score for one in claims)
    return tuple(_weighing(one, given, scores) for one in claims)


def _weighing(claim: Claim, given: Mapping[Anchor, float], scores: Sequence[float]) -> Claim:
    told = [given[anchor] for anchor in claim.evidence if given.get(anchor, NEVER) != NEVER]
    own = round(_RULES * claim.score, 3)
    if given.get(claim.evidence[0]) == NEVER:
        mine = _UNWANTED - own
    elif told:
        place = _RANKS[0] + (_RANKS[1] - _RANKS[0]) * max(told) / MOST_WEIGHT
        least = min(claim.score, WORTH) - own
        mine = max((1 - _RULES) * scores[round(place * (len(scores) - 1))], least)
    else:
        return claim
    reasons = (("judge", round(mine, 3)), ("rules", own))
    score = round(sum(value for _, value in reasons), 3)
    return structs.replace(claim, score=score, reasons=reasons, by_rule=claim.score)


def confirmed(
    found: Iterable[Discrepancy], evidence: Sequence[Evidence], hearing: Hearing | None
) -> Iterator[Discrepancy]:
    """The disagreements, each of the kind that the judge sees, but for those that a person sees as none."""
    if hearing is None:
        yield from found
        return
    documents = {one.document.id: one.document for one in evidence}
    for one in found:
        passages = (account.evidence[0] for account in one.items)
        statements = tuple(
            _in_its_sentence(number, passage, documents) for number, passage in enumerate(passages)
        )
        asked = Disagree(one.topic, statements, Verdict(one.kind))
        kind = hearing.ask(asked, Verdict).kind
        if kind is not None:
            yield structs.replace(one, kind=kind)


def _in_its_sentence(number: int, passage: Anchor, documents: Mapping[str, Document]) -> Told:
    """A passage with all that its sentence says: half a sentence may not say of what it speaks."""
    document = documents.get(passage.source)
    sentences = document.sentences if document else ()
    sentence = next((one for one in sentences if one.anchor.common(passage)), None)
    if document is None or sentence is None:
        return Told(number, passage.text, passage.source, passage.start, passage.end)
    start, end = min(sentence.anchor.start, passage.start), max(sentence.anchor.end, passage.end)
    return seen(number, document.text[start:end], sentence, document, passage)
