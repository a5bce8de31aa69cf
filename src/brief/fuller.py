"""Chosen claims -> the same, told with what is said before them where the brief has room for it.

A sentence from the middle of a paragraph is read more easily with what it goes on from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from msgspec import structs

from brief.extract.statements import with_before
from brief.language import Language
from brief.model import Anchor, Claim, Document, Pool, Statement
from brief.select import facet_of


def told_fuller(  # noqa: PLR0913, PLR0917 - what is told, what room there is, and what it is read in
    chosen: Sequence[Claim],
    fixed: Collection[str],
    words: int,
    pool: Pool,
    documents: Sequence[Document],
    language: Language,
) -> tuple[Claim, ...]:
    """The chosen claims in their order, with at most `words` more: the best of them first are told fuller.

    What another line prints or cites is not told twice, and what no longer holds not with what does. Those
    whose ids are `fixed` stay as they are.
    """
    lines = {claim.id: claim for claim in chosen}
    taken = [*pool.past, *(passage for claim in chosen for passage in claim.evidence)]
    free = [claim for claim in chosen if claim.id not in fixed]
    whole = fuller(free, pool, documents, language) if words > 0 else ()
    for one in sorted(whole, key=lambda one: -one.score):
        claim = lines[one.id]
        more = len(one.statement.text.split()) - len(claim.statement.text.split())
        added = _added(claim, one)
        if 0 < more <= words and not any(passage.shares(added) for passage in taken):
            words -= more
            taken.append(added)
            lines[claim.id] = one
    return tuple(lines.values())


def fuller(
    claims: Sequence[Claim], pool: Pool, documents: Sequence[Document], language: Language
) -> Iterator[Claim]:
    """Those of the claims that can be told with what their paragraph says before them, as they are told then.

    Where a claim of the pool tells that as of its day, so does the whole; what is of another section is not
    told with them.
    """
    of = {claim.evidence[0]: claim for claim in claims}
    told: defaultdict[str, list[Statement]] = defaultdict(list)
    for claim in claims:
        told[claim.evidence[0].source].append(claim.statement)
    for document in documents:
        for one, statement in with_before(document, told[document.id], language):
            claim = of[one.anchor]
            whole = structs.replace(
                claim, statement=statement, evidence=(statement.anchor, *claim.evidence[1:])
            )
            added = _added(claim, whole)
            before = [known for known in pool.claims if known.evidence[0].shares(added)]
            if all(facet_of(known) is facet_of(claim) for known in before):
                day = next((known.as_of for known in before if known.as_of), None)
                yield structs.replace(whole, as_of=claim.as_of or day)


def _added(claim: Claim, whole: Claim) -> Anchor:
    """What is told before a claim where it is told fuller."""
    passage, wide = claim.evidence[0], whole.evidence[0]
    return structs.replace(wide, end=passage.start, text=wide.text[: passage.start - wide.start])
