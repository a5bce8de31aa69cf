"""What all documents offer together, and what is noted about them: derived, nothing chosen yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from brief import judged, judged_pairs
from brief.copies.altered import alterations
from brief.disagree import discrepancies
from brief.disagree.weight import MOST_TOLD
from brief.extract.events.moved import standing
from brief.extract.events.once import told_once
from brief.extract.events.reprinted import as_first_printed
from brief.extract.positions.union import united as joined_positions
from brief.judge.hearing import Hearing
from brief.judged_pairs import Settled
from brief.language import Language
from brief.merge import grouped
from brief.model import (
    Claim,
    Copy,
    Datapoint,
    Discrepancy,
    Document,
    Evidence,
    Note,
    Pool,
    Quote,
    SourceEntry,
    Statement,
)
from brief.overtaken import State, dated, overtaken, wordings
from brief.overtaken.passages import Wording
from brief.rank import rank
from brief.same import candidates, same
from brief.similarity import Near, neighbours, vectors
from brief.spellings import agreed
from brief.spread import Hands
from brief.too_early import told_in_time
from brief.uncollected import uncollected
from brief.united import united

# Below this cosine two statements have nothing to do with each other.
RELATED = 0.08


def pool(
    evidence: Sequence[Evidence],
    copies: Sequence[Copy],
    language: Language,
    hearing: Hearing | None,
    hands: Hands,
) -> Pool:
    """The evidence of all documents in their order, and the claims that they make together, ranked.

    Each claim, each figure and each event stands once, with all its passages; events stand by
    their dates. Whoever speaks or takes a position has one name, however the documents spell it.

    Copies offer nothing but what they tell otherwise than their originals. Of the disagreements
    the weightiest are told, of the rest their number.
    """
    statements = _statements(evidence)
    figures = [Evidence(document=_bare(one.document), datapoints=one.datapoints) for one in evidence]
    beside = hands.aside(_beside, figures, wordings(statements), language)
    near = neighbours(vectors([one.text for one in statements], language), RELATED)
    with uncollected():
        settled = _settled(statements, near, evidence, language, hearing)
    points, differing, state = beside()
    claims = _claims(statements, near, settled, state, evidence, language, hearing)
    spelled = agreed(list(_called(evidence)), language)
    documents, days = [one.document for one in evidence], _days(evidence)
    printed = as_first_printed((event for one in evidence for event in one.events), days)
    happened = standing(told_once(printed, claims, language), claims, days, language, documents)
    found = tuple(judged.confirmed(differing, evidence, hearing))
    confirmed = judged_pairs.disagreements(settled, statements, found, evidence, language)
    rest = len(confirmed[MOST_TOLD:])
    altered = judged.confirmed(alterations(copies, evidence, language), evidence, hearing)
    return Pool(
        claims=claims,
        datapoints=points,
        quotes=tuple(_spelled(quote, spelled) for one in evidence for quote in one.quotes),
        events=happened,
        positions=joined_positions(
            [
                structs.replace(position, actor=spelled[position.actor])
                for one in evidence
                for position in one.positions
            ],
            language,
        ),
        discrepancies=(*confirmed[:MOST_TOLD], *altered),
        past=tuple(sorted(state.past)),
        turn=state.turn,
        columns=frozenset(one.document.id for one in evidence if one.document.opinion),
        notes=(Note("disagreements", str(rest)),) if rest else (),
    )


def _days(evidence: Sequence[Evidence]) -> dict[str, str | None]:
    """When each of the documents was published."""
    return {one.document.id: one.document.published for one in evidence}


def _bare(document: Document) -> Document:
    """The document without what its figures and clauses are not compared by: it is sent elsewhere."""
    return structs.replace(document, lines=(), headings=(), furniture=())


def _beside(
    figures: Sequence[Evidence], told: list[Wording], language: Language
) -> tuple[tuple[Datapoint, ...], tuple[Discrepancy, ...], State]:
    """What nobody else needs the likeness of statements for: it can be found while that is looked for.

    The figures of all documents, each once, what the documents tell differently, and what later
    documents have overtaken. `told` is used up.
    """
    state = overtaken(told, {one.document.id: one.document for one in figures}, language)
    # In a large topic there is no room for them beside what follows, and whoever called still has the list.
    told.clear()
    points = united(figures, language)
    return points, discrepancies(figures, points, language), state


def _statements(evidence: Iterable[Evidence]) -> list[Statement]:
    return [statement for one in evidence for statement in one.statements]


def _settled(
    statements: Sequence[Statement],
    near: Near,
    evidence: Sequence[Evidence],
    language: Language,
    hearing: Hearing | None,
) -> Settled:
    """How the statements of all documents stand to one another."""
    pairs = candidates([statement.anchor.source for statement in statements], near)
    found = same([statement.text for statement in statements], pairs, language)
    return judged_pairs.settled(statements, near, found, evidence, hearing, language)


def _claims(  # noqa: PLR0913, PLR0917 - all that claims are made and weighed by
    statements: Sequence[Statement],
    near: Near,
    settled: Settled,
    state: State,
    evidence: Sequence[Evidence],
    language: Language,
    hearing: Hearing | None,
) -> tuple[Claim, ...]:
    """The claims of all documents, ranked."""
    documents = {one.document.id: one.document for one in evidence}
    in_time = told_in_time(settled.same, statements, evidence, language)
    weights = judged.weights(evidence, hearing)
    columns = {id_ for id_, document in documents.items() if document.opinion}
    told = dated(grouped(statements, in_time, language, weights, columns), state, documents, language)
    return judged.weighed(rank(told, statements, near, evidence, language), weights)


def _called(evidence: Sequence[Evidence]) -> Iterator[str]:
    """What those who speak and take positions are called in their documents."""
    for one in evidence:
        yield from (position.actor for position in one.positions)
        yield from (quote.speaker for quote in one.quotes if quote.speaker)


def _spelled(quote: Quote, spelled: Mapping[str, str]) -> Quote:
    """The quote with its speaker in the one spelling that the brief has for each name."""
    return structs.replace(quote, speaker=spelled[quote.speaker]) if quote.speaker else quote


def cited(copies: Sequence[Copy], discrepancies: Collection[Discrepancy], after: int) -> dict[str, int]:
    """The numbers of the copies that tell something otherwise, by their ids: those `after` the sources'."""
    told = {
        anchor.source for doubt in discrepancies for account in doubt.items for anchor in account.evidence
    }
    ids = (copy.document.id for copy in copies if copy.document.id in told)
    return {id_: number for number, id_ in enumerate(ids, after + 1)}


def as_copy(entry: SourceEntry, original: SourceEntry, number: int | None) -> SourceEntry:
    """How the list of sources tells that one of them is a copy of another."""
    return structs.replace(
        entry,
        number=number,
        status="set_aside",
        reason=f"is a copy of {original.path}; it counts as one source with it.",
        reason_kind="copy",
        copy_of=original.id,
    )


def notes(set_aside: Sequence[SourceEntry], documents: Sequence[Document]) -> Iterator[Note]:
    """What the reader should know of the sources: set aside, undated, background, mended, lines removed."""
    for entry in set_aside:
        yield Note("set_aside", f"{entry.path} {entry.reason}", entry.id)
    for document in documents:
        if document.published is None:
            yield Note("undated", document.path, document.id)
        if document.background:
            yield Note("background", document.path, document.id)
        if document.mended:
            yield Note("mended", document.path, document.id)
    removed = sum(len(document.furniture) for document in documents)
    if removed:
        yield Note("furniture", str(removed))
