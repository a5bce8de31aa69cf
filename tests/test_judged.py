"""What a judge other than the rules can change, and what it cannot."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations

import pytest
from msgspec import structs

from brief import config, judged, judged_pairs
from brief.extract import extract
from brief.judge.answers import Decision
from brief.judge.hearing import Hearing
from brief.judge.questions import (
    Answer,
    Choice,
    Disagree,
    FacetsOf,
    Matters,
    Point,
    Question,
    Related,
    Relation,
    Relations,
    Shares,
    SpeakerOf,
    StanceOf,
    StanceTaken,
    Verdict,
    Weights,
    digest,
    kind_of,
)
from brief.merge import grouped
from brief.model import Brief, Evidence, Facet, Stance, Statement, Who
from brief.pipeline import condense
from brief.same import Verdict as Same
from brief.select import WORTH
from brief.similarity import Near, Neighbour
from tests.builders import ARABIC, claim, document
from tests.topics import ROOT

TOPIC = ROOT / "tests" / "topic"
Judge = Callable[[Question], Answer | None]
# Answers on lines, and claims joined over two steps, open a few questions more.
ROUNDS = 4


def built(hearing: Hearing | None = None) -> Brief:
    """The brief of the small topic as a judge sees it."""
    return condense(TOPIC, config.load(TOPIC), hearing=hearing)[0]


@cache
def plain() -> Brief:
    """The brief of the small topic by the rules alone."""
    return built()


def answers(judge: Judge, questions: Sequence[Question], who: Who = "model") -> list[Decision]:
    """What a judge answers to some questions."""
    return [
        Decision(
            question=digest(one),
            kind=kind_of(one),
            judge=who,
            name="m",
            at="2026-01-01T00:00:00Z",
            answer=answer,
        )
        for one in questions
        if (answer := judge(one)) is not None
    ]


def heard(judge: Judge, who: Who = "model") -> tuple[Brief, Hearing]:
    """The brief with all that a judge answers to what stands open, and what was heard at last."""
    decisions: list[Decision] = []
    asked: set[str] = set()
    for _ in range(ROUNDS):
        hearing = Hearing(decisions)
        brief = built(hearing)
        open_ = {name: one for name, one in hearing.open.items() if name not in asked}
        asked |= open_.keys()
        came = answers(judge, tuple(open_.values()), who)
        if not came:
            break
        decisions += came
    return brief, hearing


def told_in(brief: Brief) -> list[tuple[str, int]]:
    """Where the first passages of the lines of the facets stand."""
    return [
        (item.evidence[0].source, item.evidence[0].start)
        for section in brief.sections
        if section.id in set(Facet)
        for item in section.items
        if item.evidence
    ]


def together(brief: Brief) -> set[frozenset[tuple[str, int]]]:
    """The pairs of passages of different sources that are cited under one line."""
    lines = [
        {(one.source, one.start) for one in item.evidence}
        for section in brief.sections
        for item in section.items
        if item.score
    ]
    pairs = (pair for line in lines for pair in combinations(sorted(line), 2))
    return {frozenset(pair) for pair in pairs if pair[0][0] != pair[1][0]}


def test_the_rules_judge_unless_somebody_else_does() -> None:
    """With a judge who answers nothing the brief is that of the rules, and every question stands open."""
    silent = Hearing()
    assert built(silent) == plain()
    assert silent.decisions() == ()
    assert {type(one) for one in silent.open.values()} >= {FacetsOf, Matters, Related, SpeakerOf, StanceOf}


def contrary(question: Question) -> Answer | None:
    """A judge who files all under motives and sees neither speakers nor quarrels."""
    match question:
        case FacetsOf():
            return Shares(dict.fromkeys(question.asked, ((Facet.MOTIVES, 1.0),)))
        case SpeakerOf():
            return Choice(None)
        case StanceOf():
            return StanceTaken(Stance.NEUTRAL)
        case Disagree():
            return Verdict(None)
        case _:
            return None


def test_a_judge_files_and_names() -> None:
    """Its facets, speakers, stances and verdicts stand in the brief, and no word of its own."""
    brief, _ = heard(contrary)
    assert {section.id for section in brief.sections} & set(Facet) == {Facet.MOTIVES}
    assert {quote.speaker for quote in brief.quotes} == {None}
    assert {position.stance for position in brief.positions} == {Stance.NEUTRAL}
    assert [quote.text for quote in brief.quotes] == [quote.text for quote in plain().quotes]


def test_only_a_person_takes_a_disagreement_away() -> None:
    """A model that a source told to keep quiet cannot hide what the rules found; whoever signs for it can."""
    assert plain().discrepancies
    assert heard(contrary)[0].discrepancies == plain().discrepancies
    assert not heard(contrary, "person")[0].discrepancies
    assert heard(contrary, "rules")[0].discrepancies == plain().discrepancies


def test_a_stance_that_is_none_takes_the_position_away() -> None:
    """Where the judge sees no stance there is no position."""
    brief, _ = heard(lambda question: StanceTaken(None) if isinstance(question, StanceOf) else None)
    assert plain().positions
    assert not brief.positions


def test_a_speaker_is_one_of_the_candidates() -> None:
    """The judge chooses among those who are named around the words, whatever the rules read."""
    chosen: set[str] = set()

    def last(question: Question) -> Answer | None:
        if not isinstance(question, SpeakerOf) or not question.candidates:
            return None
        chosen.add(question.candidates[-1])
        return Choice(len(question.candidates) - 1)

    brief, _ = heard(last)
    assert {one.speaker for one in brief.quotes} - {None} == chosen
    assert [one.speaker for one in brief.quotes] != [one.speaker for one in plain().quotes]


def relating(relation: Relation) -> Judge:
    """A judge to whom any two statements stand in one way."""

    def judge(question: Question) -> Answer | None:
        if not isinstance(question, Related):
            return None
        return Relations(dict.fromkeys(question.asked, relation))

    return judge


def test_a_judge_parts_and_joins_claims() -> None:
    """Who sees no two statements tell the same leaves each line one source; who sees all do joins others."""
    assert together(plain())
    assert not together(heard(relating("apart"))[0])
    assert together(heard(relating("same"))[0]) - together(plain())


def weighing(question: Question) -> Answer | None:
    """A judge to whom only what comes last in a document matters, and nothing else at all."""
    if not isinstance(question, Matters):
        return None
    last = question.asked[-1]
    return Weights({number: 3.0 if number == last else 0.0 for number in question.asked})


def test_a_judge_ranks() -> None:
    """What it weighs most scores above all that it weighs least, and both reasons are told."""
    brief, hearing = heard(weighing)
    heavy = {
        (place.source, place.end)
        for decision in hearing.decisions()
        for place in decision.about
        if isinstance(decision.answer, Weights) and decision.answer.weights.get(place.number) == 3.0
    }
    items = [item for section in brief.sections if section.id in set(Facet) for item in section.items]
    scores: dict[bool, list[float]] = {True: [], False: []}
    for item in items:
        scores[any((one.source, one.end) in heavy for one in item.evidence)].append(item.score or 0.0)
    assert min(scores[True]) > max(scores[False])
    assert len(items) == len(told_in(brief))


def test_weights_are_scores_beside_the_rules_own() -> None:
    """A claim without a weight keeps its score; of two of one weight the rules' score decides."""
    made = [document(f"أعلنت البلدية ترميم السوق رقم {number}.", path=f"{number}.txt") for number in range(4)]
    evidence = [extract(one, ARABIC) for one in made]
    statements = [one.statements[0] for one in evidence]
    claims = [claim(one, score=float(number)) for number, one in enumerate(statements)]
    weights = (3.0, 0.0, 0.0, None)

    def judge(question: Question) -> Answer | None:
        assert isinstance(question, Matters)
        weight = weights[
            next(n for n, one in enumerate(statements) if one.text == question.statements[0].text)
        ]
        return None if weight is None else Weights({0: weight})

    hearing = Hearing()
    assert judged.weights(evidence, None) == {} == judged.weights(evidence, hearing)
    assert judged.weighed(claims, {}) == tuple(claims)
    kept = Hearing(answers(judge, tuple(hearing.open.values())))
    weighed = judged.weighed(claims, judged.weights(evidence, kept))
    assert weighed[3] == claims[3]
    assert weighed[0].score > weighed[2].score > weighed[1].score
    assert [name for name, _ in weighed[0].reasons] == ["judge", "rules"]
    assert len(kept.open) == 1


def noughts(question: Question) -> Answer | None:
    """A judge to whom nothing matters."""
    return Weights(dict.fromkeys(question.asked, 0.0)) if isinstance(question, Matters) else None


def test_a_person_says_what_is_not_printed() -> None:
    """What she weighs nought has no line, however much room there is, unless it is pinned."""
    assert told_in(plain())
    assert told_in(heard(noughts, "person")[0]) == []
    settings = config.load(TOPIC)
    pinned = next(item for section in plain().sections if section.id in set(Facet) for item in section.items)
    topic = structs.replace(
        settings, edit=(*settings.edit, config.EditSettings(item=pinned.id, action="pin"))
    )
    kept = heard(noughts, "person")[1].decisions()
    brief = condense(TOPIC, topic, hearing=Hearing(kept))[0]
    assert [(one.source, one.start) for one in pinned.evidence[:1]] == told_in(brief)


def test_a_model_hides_nothing_where_there_is_room() -> None:
    """What it weighs nought comes last: all that the rules find worth a line is printed still."""
    settings = config.load(TOPIC)
    topic = structs.replace(settings, budget=config.Budget(1000, 100_000))
    kept = heard(noughts)[1].decisions()
    judged_, own = (condense(TOPIC, topic, hearing=Hearing(one))[0] for one in (kept, ()))
    assert set(told_in(judged_)) >= set(told_in(own))


def test_a_model_takes_no_line_below_its_worth() -> None:
    """Not even where all else is worth none; a person does, if it is her passage that tells the claim."""
    made = [document(f"أعلنت البلدية ترميم السوق رقم {number}.", path=f"{number}.txt") for number in range(3)]
    statements = [extract(one, ARABIC).statements[0] for one in made]
    claims = [claim(one, score=score) for one, score in zip(statements, (0.4, -3.0, -3.0), strict=True)]
    anchors = [one.anchor for one in statements]
    assert judged.weighed(claims, {anchors[0]: 0.0})[0].score >= WORTH
    assert judged.weighed(claims, dict.fromkeys(anchors, 0.0))[1].score < WORTH
    unwanted = judged.weighed(claims, {anchors[0]: judged.NEVER})[0]
    assert unwanted.score < WORTH
    assert unwanted.score == round(sum(value for _, value in unwanted.reasons), 3)
    both = structs.replace(claims[0], evidence=tuple(anchors[:2]))
    told, of_other = ({one: judged.NEVER} for one in anchors[:2])
    assert judged.weighed([both], told)[0].score < WORTH
    assert judged.weighed([both], of_other) == (both,)


@pytest.mark.parametrize("of_other", [3.0, 1.0, None])
def test_another_sentence_tells_what_a_person_wants_told_otherwise(of_other: float | None) -> None:
    """Of two passages of one claim that which she weighs nought tells no line: the other one does."""
    made = [document(f"أعلنت البلدية ترميم السوق رقم {number}.", path=f"{number}.txt") for number in range(2)]
    statements = [extract(page, ARABIC).statements[0] for page in made]
    one, other = (statement.anchor for statement in statements)
    for unwanted, wanted in ((one, other), (other, one)):
        given = {unwanted: judged.NEVER} | ({} if of_other is None else {wanted: of_other})
        told = grouped(statements, [Same(0, 1, 0.9)], ARABIC, given)
        ranked = [structs.replace(claim, score=0.5) for claim in told]
        kept = [claim for claim in judged.weighed(ranked, given) if claim.score >= WORTH]
        assert [claim.evidence for claim in kept] == [(wanted, unwanted)]


def test_a_persons_nought_goes_before_a_models_weight() -> None:
    """Whatever a model says beside it, and whichever came later."""

    def heavy(question: Question) -> Answer | None:
        return Weights(dict.fromkeys(question.asked, 3.0)) if isinstance(question, Matters) else None

    hearing = heard(noughts, "person")[1]
    later = [structs.replace(one, at="2027-01-01T00:00:00Z") for one in heard(heavy)[1].decisions()]
    assert told_in(built(Hearing((*hearing.decisions(), *later)))) == []


def test_kept_decisions_make_the_same_brief() -> None:
    """What counted in one build gives the next the same brief, and leaves nothing open that was answered."""

    def all_knowing(question: Question) -> Answer | None:
        if isinstance(question, Matters):
            return Weights({number: float(number % 4) for number in question.asked})
        if isinstance(question, Related):
            return Relations(dict.fromkeys(question.asked, "apart"))
        told = None if isinstance(question, Disagree) else contrary(question)
        return told if told is not None else question.read

    brief, hearing = heard(all_knowing)
    later = Hearing(hearing.decisions())
    assert built(later) == brief
    assert later.decisions() == hearing.decisions()
    assert not later.open
    assert later.by_rule == 0


# What only the judge joins ------------------------------------------------------------------

COUNTED = (
    "أعلنت بلدية النخيل أن 300 عامل شاركوا في ترميم السوق القديم.",
    "قالت البلدية إن عدد العمال الذين شاركوا في ترميم السوق القديم بلغ 500 عامل.",
)
NEGATED = ("وافق المجلس البلدي على ترميم السوق القديم.", "لم يوافق المجلس البلدي على ترميم السوق القديم.")
ALIKE = ("وافق المجلس البلدي على ترميم السوق القديم.", "أقر المجلس البلدي خطة لترميم السوق القديم في النخيل.")
FOREIGN = ("وصلت الحافلات الجديدة إلى محطة الشاطئ في المدينة.", "رحب وزير النقل بعودة القطار إلى الجبل.")


def of_sources(*told: str) -> tuple[list[Statement], list[Evidence]]:
    """Statements of one document each, and what the documents offer."""
    evidence = [extract(document(one, path=f"{number}.txt"), ARABIC) for number, one in enumerate(told)]
    statements = [one.statements[0] for one in evidence]
    assert [one.text for one in statements] == [one.removesuffix(".") for one in told]
    return statements, evidence


def settled_by(
    judge: Judge, told: Sequence[str], pairs: Sequence[tuple[int, int]], read: Sequence[Same] = ()
) -> judged_pairs.Settled:
    """How statements stand to one another as a judge sees it, when those of the pairs are near."""
    statements, evidence = of_sources(*told)
    near = Near.of(
        [Neighbour(0.5, other) for pair in pairs for one, other in (pair, pair[::-1]) if one == number]
        for number in range(len(told))
    )
    decisions: list[Decision] = []
    for _ in range(ROUNDS):
        hearing = Hearing(decisions)
        found = judged_pairs.settled(statements, near, read, evidence, hearing, ARABIC)
        decisions += answers(judge, tuple(hearing.open.values()))
    return found


@pytest.mark.parametrize(("told", "point"), [(COUNTED, "number"), (NEGATED, "negation")])
def test_what_disagrees_is_not_merged(told: tuple[str, str], point: Point) -> None:
    """A pair that only the judge joins and whose figures or negations differ becomes a disagreement."""
    found = settled_by(relating("same"), told, [(0, 1)])
    assert found == judged_pairs.Settled((), ((0, 1, point),))
    statements, evidence = of_sources(*told)
    (doubt,) = judged_pairs.disagreements(found, statements, (), evidence, ARABIC)
    passages = {account.evidence[0] for account in doubt.items}
    assert passages == {one.anchor for one in statements}
    assert doubt.kind == "conflict"


def test_a_disagreement_that_is_known_is_not_told_twice() -> None:
    """Where the rules found it too, theirs stands."""
    statements, evidence = of_sources(*COUNTED)
    found = judged_pairs.Settled((), ((0, 1, "number"),))
    known = judged_pairs.disagreements(found, statements, (), evidence, ARABIC)
    assert judged_pairs.disagreements(found, statements, known, evidence, ARABIC) == known


def test_what_tells_nothing_in_common_is_not_merged() -> None:
    """A pair that only the judge joins and that has nothing in common is nothing."""
    assert settled_by(relating("same"), FOREIGN, [(0, 1)]) == judged_pairs.Settled(())


def test_what_tells_the_same_is_merged() -> None:
    """The judge joins what the rules left apart, and parts what they joined."""
    found = settled_by(relating("same"), ALIKE, [(0, 1)])
    assert [(one.one, one.other, one.differs) for one in found.same] == [(0, 1, False)]
    assert not found.differ
    parted = settled_by(relating("apart"), ALIKE, [(0, 1)], [Same(0, 1, 0.8)])
    assert parted == judged_pairs.Settled(())


def test_what_the_rules_joined_stands_without_an_answer() -> None:
    """A judge who says nothing of a pair leaves it to the rules."""
    read = (Same(0, 1, 0.8),)
    assert settled_by(lambda _question: None, ALIKE, [(0, 1)], read) == judged_pairs.Settled(read)
    statements, evidence = of_sources(*ALIKE)
    near = Near.of([[], []])
    assert judged_pairs.settled(statements, near, read, evidence, None, ARABIC) == judged_pairs.Settled(read)


def test_those_that_tell_the_same_as_a_third_are_asked_about() -> None:
    """Two steps of the judge's lead to a question that nobody compared the ends of."""
    told = (*ALIKE, "صادق المجلس البلدي في النخيل على خطة ترميم السوق القديم.")
    found = settled_by(relating("same"), told, [(0, 1), (1, 2)])
    assert {(one.one, one.other) for one in found.same} == {(0, 1), (1, 2), (0, 2)}
    apart = settled_by(relating("apart"), told, [(0, 1), (1, 2)])
    assert apart == judged_pairs.Settled(())


def test_what_an_old_article_explains_is_filed_as_the_judge_reads_it() -> None:
    """By rule it is context; whoever reads it may see why somebody acts."""
    old = structs.replace(document("أغلقت البلدية السوق لأنها تريد بناء محطة للحافلات."), background=True)
    read = extract(old, ARABIC)
    assert [one.facets[0][0] for one in read.statements] == [Facet.CONTEXT]
    asking = Hearing()
    judged.evidence(read, asking, ARABIC)
    (question,) = (one for one in asking.open.values() if isinstance(one, FacetsOf))
    filed = Shares(dict.fromkeys(question.asked, ((Facet.MOTIVES, 1.0),)))
    told = judged.evidence(read, Hearing(answers(lambda _one: filed, [question])), ARABIC)
    assert [one.facets[0][0] for one in told.statements] == [Facet.MOTIVES]
