"""How well the items were chosen, merged and filed."""

from collections.abc import Iterator

from brief.model import Facet
from tests.evaluation.found import Found, Row
from tests.evaluation.gold import Gold, Passages
from tests.evaluation.places import Place, rest_on
from tests.evaluation.shares import Share

SECTION = {
    "context": Facet.CONTEXT,
    "motive": Facet.MOTIVES,
    "outcome": Facet.OUTCOMES,
    "reaction": Facet.REACTIONS,
    "implication": Facet.IMPLICATIONS,
}
# The importance of what a decision-maker must know.
MUST_HAVE = 3


def claims(found: Found, gold: Gold) -> dict[str, Share]:
    """What the items cover of the claims, whether they stand on one, and in the claim's section."""
    tellers = [
        (claim, [row for row in found.faithful if rest_on(row.first, flat(passages))])
        for claim, passages in gold.claims
    ]
    covered = [(claim, rows) for claim, rows in tellers if rows and claim.facet]
    every = [place for _, passages in gold.claims for place in flat(passages)]
    return {
        "claim_recall": Share(
            sum(claim.importance for claim, rows in tellers if rows),
            sum(claim.importance for claim, _ in tellers),
        ),
        "must_have_recall": Share.of_those(
            bool(rows) for claim, rows in tellers if claim.importance == MUST_HAVE
        ),
        "facet_accuracy": Share.of_those(
            any(row.facet == claim.facet for row in rows) for claim, rows in covered
        ),
        "item_precision": Share(sum(rest_on(row.first, every) for row in found.faithful), len(found.rows)),
    }


def merges(found: Found, gold: Gold) -> dict[str, Share]:
    """Claims of several sources told by one item that cites several; further passages that tell the same."""
    spread = [passages for _, passages in gold.claims if len(files_of(passages)) > 1]
    return {
        "merge_rate": Share.of_those(any(_is_merged(row, one) for row in found.faithful) for one in spread),
        "merge_precision": Share.of_those(
            bool(first & further) for row in found.faithful for first, further in _pairs(row, gold)
        ),
    }


def _is_merged(row: Row, passages: Passages) -> bool:
    met = {places[0].file for places in passages if rest_on(row.passages, places)}
    return rest_on(row.first, flat(passages)) and len(met) > 1


def _pairs(row: Row, gold: Gold) -> Iterator[tuple[set[int], set[int]]]:
    """What the first passage tells and what each further one of another source does."""
    first = _told(row.passages[0], gold)
    for other in row.passages[1:] if first else ():
        if other.file != row.passages[0].file:
            yield first, _told(other, gold)


def _told(passage: Place, gold: Gold) -> set[int]:
    return {number for number, (_, passages) in enumerate(gold.claims) if rest_on((passage,), flat(passages))}


def sections(found: Found, gold: Gold) -> dict[str, Share]:
    """Items from annotated sentences that stand under the sentence's facet, or under its alternative."""
    asked = [(row.facet, facets) for row in found.rows if (facets := _facets(row, gold))]
    return {
        "section_strict": Share.of_those(facet == facets[0] for facet, facets in asked),
        "section_lenient": Share.of_those(facet in facets for facet, facets in asked),
    }


def _facets(row: Row, gold: Gold) -> tuple[Facet | None, ...]:
    """The facet of the sentence that the item stands on, and its alternative; empty where it is on none."""
    for sentence, passages in gold.sentences:
        if rest_on(row.first, flat(passages)):
            return SECTION.get(sentence.facet or ""), SECTION.get(sentence.alt_facet or "")
    return ()


def flat(passages: Passages) -> list[Place]:
    """The places of all passages."""
    return [place for places in passages for place in places]


def files_of(passages: Passages) -> set[str]:
    """The files that the passages stand in."""
    return {place.file for place in flat(passages)}
