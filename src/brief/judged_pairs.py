"""How the statements stand to each other as a judge sees it: what tells the same, and what disagrees.

The offline rules compare all that is near; a judge is asked about the nearest. What it joins is read
closely: passages whose figures, days or negations do not agree are no claim that two sources bear out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import cast

from msgspec import Struct, structs

from brief.disagree.vocabulary import phrase, told_apart
from brief.disagree.weight import weighed as by_weight
from brief.judge.hearing import Hearing
from brief.judge.questions import (
    Kind,
    Point,
    Related,
    Relation,
    Relations,
    Told,
    seen,
)
from brief.language import Language
from brief.model import (
    Anchor,
    Discrepancy,
    Document,
    Evidence,
    Statement,
)
from brief.same import Verdict as Same
from brief.same import kept_apart
from brief.same.upheld import NOTHING, OTHERWISE, TOGETHER
from brief.similarity import Near

# From this cosine on two statements are worth a look, and of each so many of other sources, and of its own.
WORTH_ASKING, WORTH_ASKING_WITHIN = 0.12, 0.2
NEAREST, NEAREST_WITHIN = 6, 2
# A judge is as sure of a pair as the rules are of a plain one.
_SURE = 0.9
# What keeps two passages apart that the judge sees as one, as the point on which they disagree; for
# other reasons they still tell one act, or are left apart.
_POINTS: Mapping[str, Point] = {
    "counted": "number",
    "ranked": "number",
    "measured": "amount",
    "dated": "date",
    "turned": "negation",
    "negated": "negation",
    "doubted": "certainty",
}
_MERGED = TOGETHER - _POINTS.keys()
# How a disagreement on each point is told.
_TOLD: Mapping[Point, str] = {
    "number": "differ: number of %(what)s",
    "amount": "differ: amount of %(what)s",
    "date": "differ: date of %(what)s",
    "place": "differ: place of %(what)s",
    "order": "differ: sequence of %(what)s",
    "speaker": "differ: agent of %(what)s",
    "certainty": "differ: certainty of %(what)s",
    "negation": "differ: negation of %(what)s",
    "cause": "differ: cause of %(what)s",
    "state": "differ: substance of %(what)s",
}
# How two statements stand that are no disagreement, and how those that no line tells together.
_AGREEING, _PARTED = frozenset({"same", "apart"}), frozenset({"apart", "negation"})
Pair = tuple[int, int]


class Settled(Struct, frozen=True):
    """The pairs of statements that tell the same claim, and those that tell one matter differently.

    A disagreement names the two by their numbers, and the point on which they differ.
    """

    same: tuple[Same, ...]
    differ: tuple[tuple[int, int, Point], ...] = ()


def settled(  # noqa: PLR0913, PLR0917 - what the rules know of the statements, and who is asked
    statements: Sequence[Statement],
    near: Near,
    read: Sequence[Same],
    evidence: Sequence[Evidence],
    hearing: Hearing | None,
    language: Language,
) -> Settled:
    """Which statements tell the same claim, and which disagree, as the judge sees it.

    Of each statement its nearest that come before it are asked about, and all that the rules `read` as
    the same; in a second round those that tell the same as a third. What tells one matter differently is
    told beside it, opposites apart. Pairs that the judge alone joins are read closely: where their figures,
    days or negations do not agree they disagree, and where nothing is told in both they are nothing.
    """
    if hearing is None:
        return Settled(tuple(read))
    known = {(one.one, one.other): one for one in read}
    asking = _Asking(statements, {one.document.id: one.document for one in evidence}, known, hearing)
    told = asking.told(_worth_asking(statements, near, known))
    told |= asking.told(_over_two_steps(statements, told, known))
    beside = [pair for pair, relation in told.items() if relation != "apart" and pair not in known]
    reasons = kept_apart([one.text for one in statements], beside, language)
    same = [_as_judged(one, told.get(pair, "same")) for pair, one in known.items()]
    same += [_joined(pair, told[pair], reasons[pair], statements) for pair in beside]
    points = {pair: relation for pair, relation in told.items() if reasons.get(pair) != NOTHING}
    points |= {pair: _POINTS[reasons[pair]] for pair in beside if reasons[pair] in _POINTS}
    differ = (
        (*pair, cast("Point", point)) for pair, point in sorted(points.items()) if point not in _AGREEING
    )
    return Settled(tuple(sorted(one for one in same if one is not None)), tuple(differ))


def _as_judged(read: Same, relation: Relation) -> Same | None:
    """What the rules read as one, unless the judge sees two matters or opposites in it."""
    if relation in _PARTED:
        return None
    return read if relation == "same" else structs.replace(read, differs=True)


def _joined(pair: Pair, relation: Relation, reason: str, statements: Sequence[Statement]) -> Same | None:
    """What the judge alone sees as one, told differently or not, unless a close look keeps it apart."""
    within = statements[pair[0]].anchor.source == statements[pair[1]].anchor.source
    # Who says that two are the same has not seen that their figures differ; who names the figure has.
    fit = _MERGED if relation == "same" else TOGETHER
    if within or relation in _PARTED or reason not in fit:
        return None
    return Same(*pair, _SURE, relation != "same" or reason in OTHERWISE)


class _Asking(Struct, frozen=True):
    """The statements by their numbers, what the rules see as one, and who is asked."""

    statements: Sequence[Statement]
    documents: Mapping[str, Document]
    known: Mapping[Pair, Same]
    hearing: Hearing

    def told(self, asked: Mapping[int, Iterable[int]]) -> dict[Pair, Relation]:
        """How each statement stands to those before it, by their pairs."""
        found: dict[Pair, Relation] = {}
        for index, others in sorted(asked.items()):
            order = sorted(others)
            question = self._question(index, order)
            relations = self.hearing.ask(question, Relations).relations
            found |= {(order[number - 1], index): told for number, told in relations.items()}
        return found

    def _question(self, index: int, others: Sequence[int]) -> Related:
        """The statement stands first, with the number 0."""
        source = self.statements[index].anchor.source
        return Related(
            tuple(self._seen(number, one) for number, one in enumerate((index, *others))),
            tuple(
                number for number, one in enumerate(others, 1) if self.statements[one].anchor.source == source
            ),
            Relations(
                {
                    number: "same" if (one, index) in self.known else "apart"
                    for number, one in enumerate(others, 1)
                }
            ),
        )

    def _seen(self, number: int, index: int) -> Told:
        one = self.statements[index]
        return seen(number, one.text, one.sentence, self.documents[one.anchor.source], one.anchor)


def _worth_asking(
    statements: Sequence[Statement], near: Near, known: Iterable[Pair]
) -> defaultdict[int, set[int]]:
    """For each statement those before it to which it may stand in some way."""
    asked: defaultdict[int, set[int]] = defaultdict(set)
    for index, found in enumerate(near):
        taken = Counter[bool]()
        for neighbour in found:
            one, other = sorted((index, neighbour.index))
            within = statements[one].anchor.source == statements[other].anchor.source
            least, most = (WORTH_ASKING_WITHIN, NEAREST_WITHIN) if within else (WORTH_ASKING, NEAREST)
            if (
                neighbour.cosine >= least
                and taken[within] < most
                and not statements[one].anchor.common(statements[other].anchor)
            ):
                taken[within] += 1
                asked[other].add(one)
    for one, other in known:
        asked[other].add(one)
    return asked


def _over_two_steps(
    statements: Sequence[Statement], told: Mapping[Pair, Relation], known: Mapping[Pair, Same]
) -> defaultdict[int, set[int]]:
    """For each statement those that tell the same as a third that tells the same, if nobody compared them.

    One of the two steps at least is the judge's: the rules have seen what follows from theirs.
    """
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for (one, other), relation in told.items():
        if relation == "same":
            partners[one].add(other)
            partners[other].add(one)
    asked: defaultdict[int, set[int]] = defaultdict(set)
    for middle, around in partners.items():
        for one, other in combinations(sorted(around), 2):
            steps = {tuple(sorted((middle, end))) for end in (one, other)}
            apart = statements[one].anchor.source != statements[other].anchor.source
            if (
                apart
                and (one, other) not in told
                and not steps <= known.keys()
                and len(asked[other]) < NEAREST
            ):
                asked[other].add(one)
    return asked


def disagreements(
    settled: Settled,
    statements: Sequence[Statement],
    found: Sequence[Discrepancy],
    evidence: Sequence[Evidence],
    language: Language,
) -> tuple[Discrepancy, ...]:
    """The disagreements that were `found` and those that the judge saw beside them, the weightiest first."""
    if not settled.differ:
        return tuple(found)
    known = [[account.evidence[0] for account in one.items] for one in found]
    seen_too = []
    for one, other, point in settled.differ:
        pair = statements[one].anchor, statements[other].anchor
        if not any(all(any(end.common(told) for told in items) for end in pair) for items in known):
            known.append(list(pair))
            seen_too.append(_apart(pair, statements[one].text, point, language))
    return tuple(by_weight((*found, *seen_too), evidence))


def _apart(pair: tuple[Anchor, Anchor], text: str, point: Point, language: Language) -> Discrepancy:
    kind: Kind = "precision" if point == "certainty" else "conflict"
    sides = [(anchor,) for anchor in pair]
    return told_apart(language, _TOLD[point], phrase(text, language), kind, sides)
