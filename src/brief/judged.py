"""What was read, put before a judge: questions made of it, and what the answers change in it.

The offline judge answers as the rules read, so that nothing changes; any other can file a
statement elsewhere, part or join claims, weigh them, name another speaker or stance, and take a
disagreement away. None can add a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import cast

from msgspec import structs

from brief.facets import standing
from brief.judge.answers import Hearing
from brief.judge.questions import (
    Choice,
    Disagree,
    FacetsOf,
    Matters,
    Pairs,
    SameClaim,
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
    Claim,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Evidence,
    Facet,
    Position,
    Quote,
    Statement,
)
from brief.same import Candidate
from brief.same import Verdict as Same

# From this cosine on two statements of different sources are worth a second look, whatever the rules say.
WORTH_ASKING = 0.22


def evidence(read: Evidence, hearing: Hearing, language: Language) -> Evidence:
    """What one document offers, with the facets, speakers and stances that the judge sees in it."""
    return structs.replace(
        read,
        statements=_filed(read, hearing, language),
        quotes=tuple(_spoken(quote, read, hearing) for quote in read.quotes),
        positions=tuple(_stances(read.positions, hearing)),
    )


def _filed(read: Evidence, hearing: Hearing, language: Language) -> tuple[Statement, ...]:
    """The statements under the facets that the judge gives them; an old article only explains."""
    if read.document.background or not read.statements:
        return read.statements
    asked = FacetsOf(
        tuple(
            seen(number, one.text, one.sentence, read.document) for number, one in enumerate(read.statements)
        ),
        Shares({number: one.facets for number, one in enumerate(read.statements)}),
    )
    shares = hearing.ask(asked, Shares).facets
    return tuple(_under(one, shares[number], language) for number, one in enumerate(read.statements))


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


def settled(
    statements: Sequence[Statement],
    candidates: Iterable[Candidate],
    read: Sequence[Same],
    evidence: Sequence[Evidence],
    hearing: Hearing,
) -> tuple[Same, ...]:
    """The pairs of statements that tell the same claim as the judge sees them.

    Asked about are the pairs that the rules `read` as one, and those so near in wording that
    somebody may see it otherwise.
    """
    known = {(one.one, one.other): one.confidence for one in read}
    otherwise = {(one.one, one.other) for one in read if one.differs}
    # A large topic has millions of pairs: they are no set, and each number in them stands once.
    numbers = tuple(range(len(statements)))
    near = ((numbers[one.one], numbers[one.other]) for one in candidates if one.cosine >= WORTH_ASKING)
    pairs = tuple(pair for pair, _ in groupby(sorted(chain(near, known))))
    if not pairs:
        return ()
    documents = {one.document.id: one.document for one in evidence}
    passages = sorted(set(chain.from_iterable(pairs)))
    asked = SameClaim(
        tuple(_numbered(number, statements[number], documents) for number in passages),
        pairs,
        Pairs(tuple((*pair, confidence) for pair, confidence in sorted(known.items()))),
    )
    return tuple(Same(*pair, differs=pair[:2] in otherwise) for pair in hearing.ask(asked, Pairs).pairs)


def _numbered(number: int, statement: Statement, documents: Mapping[str, Document]) -> Told:
    return seen(number, statement.text, statement.sentence, documents[statement.anchor.source])


def weighed(claims: Sequence[Claim], evidence: Sequence[Evidence], hearing: Hearing) -> tuple[Claim, ...]:
    """The claims with the weights that the judge gives them; another judge's weight is its own reason."""
    documents = {one.document.id: one.document for one in evidence}
    asked = Matters(
        tuple(_numbered(number, one.statement, documents) for number, one in enumerate(claims)),
        Weights({number: one.score for number, one in enumerate(claims)}),
    )
    weights = hearing.ask(asked, Weights).weights
    return tuple(_weighing(one, weights[number]) for number, one in enumerate(claims))


def _weighing(claim: Claim, weight: float) -> Claim:
    if weight == claim.score:
        return claim
    return structs.replace(claim, score=weight, reasons=(("judge", weight),))


def confirmed(found: Iterable[Discrepancy], hearing: Hearing) -> Iterator[Discrepancy]:
    """The disagreements that the judge sees too, each of the kind it sees."""
    for one in found:
        passages = (account.evidence[0] for account in one.items)
        statements = tuple(
            Told(number, passage.text, passage.source) for number, passage in enumerate(passages)
        )
        kind = hearing.ask(Disagree(one.topic, statements, Verdict(one.kind)), Verdict).kind
        if kind is not None:
            yield structs.replace(one, kind=cast("DiscrepancyKind", kind))
