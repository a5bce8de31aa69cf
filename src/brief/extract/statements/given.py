"""What the clauses of a document give: statements that stand alone, or themselves where they lean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from brief.extract.statements.alone import Span, is_sound
from brief.extract.statements.outside import takes_from_outside
from brief.extract.statements.surroundings import Surroundings
from brief.facets import Shares
from brief.model import Facet, Sentence


class Read(Struct, frozen=True):
    """A clause, and the statement it makes: itself, widened, or none."""

    sentence: Sentence
    clause: tuple[int, int]
    found: Span | None

    @property
    def begins(self) -> int:
        """Where what it tells begins: at its clause, or before."""
        return min(self.clause[0], self.found[1]) if self.found else self.clause[0]

    def widens(self) -> bool:
        """Whether the statement begins before its clause."""
        return self.found is not None and self.found[1] < self.clause[0]

    def opens(self, after: Read) -> bool:
        """Whether the statement of the next clause begins where this one does, and holds it."""
        found, later = self.found, after.found
        return found is not None and later is not None and found[:2] == later[:2] and found[2] < later[2]

    def holds(self, clause: tuple[int, int]) -> bool:
        """Whether another clause of the sentence is told with it."""
        return self.found is not None and clause[1] <= min(self.found[2], self.sentence.anchor.end)


def once(
    around: Surroundings, read: Sequence[Read], told: Sequence[Shares]
) -> Iterator[list[tuple[Span, bool]]]:
    """What each clause gives; two that are widened to the same words give them once.

    So does one that turns against the clause before it. What only tells when or where the result behind it
    came about is not told without that.
    """
    taken: set[Span] = set()
    for number, (one, after) in enumerate(zip_longest(read, read[1:])):
        if after is not None and one.opens(after) and _sets(around, after, told[number : number + 2]):
            yield [((one.sentence, *one.clause), True)]
        else:
            yield list(_spans(around, one, taken))
        if one.found is not None:
            taken.add(one.found)
        if after is not None and after.found is not None and one.holds(after.clause):
            taken.add(after.found)


def _sets(around: Surroundings, after: Read, told: Sequence[Shares]) -> bool:
    """Whether the first of two clauses only tells when or where what the second one tells came about."""
    result = [shares[0][0] for shares in told if shares] == [Facet.CONTEXT, Facet.OUTCOMES]
    return result and takes_from_outside(around, after.sentence, *after.clause)


def _spans(around: Surroundings, read: Read, taken: set[Span]) -> Iterator[tuple[Span, bool]]:
    """What a clause gives: what stands alone, or itself where it leans and is no question or fragment."""
    if read.found is not None and read.found not in taken:
        yield read.found, False
    elif is_sound(around, *read.clause):
        yield (read.sentence, *read.clause), True
