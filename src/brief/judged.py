"""What was read, put before a judge: questions made of it, and what the answers change in it.

Where nobody but the rules judges, what they read stands and no question is made. Anybody else can
file a statement elsewhere, part or join claims, weigh them, name another speaker or stance, see a
disagreement or take one away. None can add a word.

No question depends on the answer to another, but for lines that are no part of their article and
claims joined over two steps: all can be asked at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import cast

from msgspec import Struct, structs

from brief.disagree.vocabulary import phrase, told_apart
from brief.disagree.weight import weighed as by_weight
from brief.facets import standing
from brief.judge.answers import MOST_WEIGHT, Hearing
from brief.judge.questions import (
    Choice,
    Disagree,
    FacetsOf,
    Kind,
    Matters,
    Point,
    Related,
    Relation,
    Relations,
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
from brief.same import Verdict as Same
from brief.same import kept_apart
from brief.same.upheld import NOTHING, OTHERWISE, TOGETHER
from brief.similarity import Near

# So many statements of a document are asked about at once, with so many before them to see what leads there.
AT_ONCE, BEFORE = 24, 3
# From this cosine on two statements are worth a look, and of each so many of other sources, and of its own.
WORTH_ASKING, WORTH_ASKING_WITHIN = 0.12, 0.2
NEAREST, NEAREST_WITHIN = 6, 2
# Who is less sure of a facet than this leaves it to the rules.
SURE = 0.5
# A judge is as sure of a pair as the rules are of a plain one.
_SURE = 0.9
# What the rules' score still counts where the judge weighed.
_RULES = 0.3
# The places among all scores (0 to 1) that stand for the least and the most weight.
_RANKS = (0.1, 0.97)
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
    """The statements under the facets that the judge gives them; an old article only explains."""
    if read.document.background:
        return read.statements
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
    bench = _Bench(statements, {one.document.id: one.document for one in evidence}, known, hearing)
    told = bench.told(_worth_asking(statements, near, known))
    told |= bench.told(_over_two_steps(statements, told, known))
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


class _Bench(Struct, frozen=True):
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
    statements: Sequence[Statement], told: Mapping[Pair, Relation], known: Collection[Pair]
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
            if apart and (one, other) not in told and not steps <= set(known) and len(asked[other]) < NEAREST:
                asked[other].add(one)
    return asked


def weights(evidence: Sequence[Evidence], hearing: Hearing | None) -> dict[Anchor, float]:
    """How much a decision-maker must know each passage (0 to 3), as far as anybody but the rules says so."""
    if hearing is None:
        return {}
    given: dict[Anchor, float] = {}
    for read in evidence:
        for part in _parts(read):
            asked = Matters(read.document.title, part.statements, part.asked, Weights({}))
            for number, weight in hearing.ask(asked, Weights).weights.items():
                given[read.statements[number].anchor] = weight
    return given


def weighed(claims: Sequence[Claim], given: Mapping[Anchor, float]) -> tuple[Claim, ...]:
    """The claims with the weights that were given to their passages.

    A weight counts as the rules' score at its place among all scores, so that claims with and without one
    can be compared; between claims of one weight the rules' own score decides.
    """
    if not given:
        return tuple(claims)
    scores = sorted(one.score for one in claims)
    return tuple(_weighing(one, given, scores) for one in claims)


def _weighing(claim: Claim, given: Mapping[Anchor, float], scores: Sequence[float]) -> Claim:
    told = [given[anchor] for anchor in claim.evidence if anchor in given]
    if not told:
        return claim
    place = _RANKS[0] + (_RANKS[1] - _RANKS[0]) * max(told) / MOST_WEIGHT
    mine = (1 - _RULES) * scores[round(place * (len(scores) - 1))]
    reasons = (("judge", round(mine, 3)), ("rules", round(_RULES * claim.score, 3)))
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
    if document is None:
        return Told(number, passage.text, passage.source, passage.start, passage.end)
    sentence = next((one for one in document.sentences if one.anchor.common(passage)), None)
    if sentence is None:
        return Told(number, passage.text, passage.source, passage.start, passage.end)
    start, end = min(sentence.anchor.start, passage.start), max(sentence.anchor.end, passage.end)
    return seen(number, document.text[start:end], sentence, document, passage)


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
