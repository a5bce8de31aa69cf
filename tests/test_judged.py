"""What a judge other than the rules can change, and what it cannot."""

from itertools import combinations
from pathlib import Path

from brief import config
from brief.judge.answers import OFFLINE, Hearing
from brief.judge.questions import (
    Answer,
    Choice,
    Disagree,
    FacetsOf,
    Matters,
    Pairs,
    Question,
    SameClaim,
    Shares,
    SpeakerOf,
    StanceOf,
    StanceTaken,
    Verdict,
    Weights,
)
from brief.model import Brief, Facet, Stance
from brief.pipeline import condense
from tests.topics import ROOT

TOPIC = ROOT / "tests" / "topic"


def built(hearing: Hearing | None = None, folder: Path = TOPIC) -> Brief:
    """The brief of a topic as a judge sees it."""
    return condense(folder, config.load(folder), hearing=hearing)[0]


def test_the_rules_judge_unless_somebody_else_does() -> None:
    """Without a judge, or with one who never answers, the brief and its decisions are those of the rules."""
    silent = Hearing(lambda _question: None, "nobody")
    assert built(silent) == built()
    assert {one.judge for one in silent.decisions.values()} == {OFFLINE}


def contrary(question: Question) -> Answer | None:
    """A judge who files all under motives, weighs the last most and sees neither speakers nor quarrels."""
    match question:
        case FacetsOf():
            return Shares({one.number: ((Facet.MOTIVES, 1.0),) for one in question.statements})
        case Matters():
            return Weights({one.number: float(one.number) for one in question.statements})
        case SpeakerOf():
            return Choice(None)
        case StanceOf():
            return StanceTaken(Stance.NEUTRAL)
        case Disagree():
            return Verdict(None)
        case _:
            return None


def test_a_judge_files_weighs_and_names() -> None:
    """Its facets, weights, speakers, stances and verdicts stand in the brief, and no word of its own."""
    brief, plain = built(Hearing(contrary, "contrary")), built()
    facets = {section.id for section in brief.sections} & set(Facet)
    assert facets == {Facet.MOTIVES}
    assert {quote.speaker for quote in brief.quotes} == {None}
    assert {position.stance for position in brief.positions} == {Stance.NEUTRAL}
    assert plain.discrepancies
    assert not brief.discrepancies
    assert [quote.text for quote in brief.quotes] == [quote.text for quote in plain.quotes]
    weighed = {item.score for section in brief.sections for item in section.items if item.score}
    assert all(score == int(score) for score in weighed)


def cited(brief: Brief) -> int:
    """How many lines of a brief cite several sources."""
    items = {item.id: item for section in brief.sections for item in section.items}
    return sum(len({one.source for one in item.evidence}) > 1 for item in items.values() if item.score)


def together(brief: Brief) -> set[frozenset[tuple[str, int]]]:
    """The pairs of passages that are cited under one line."""
    lines = [
        {(one.source, one.start) for one in item.evidence}
        for section in brief.sections
        for item in section.items
        if item.score
    ]
    return {frozenset(pair) for line in lines for pair in combinations(line, 2)}


def test_a_judge_parts_and_joins_claims() -> None:
    """Who sees no two statements tell the same leaves every line one source; who sees all do joins others."""

    def parting(question: Question) -> Answer | None:
        return Pairs(()) if isinstance(question, SameClaim) else None

    def joining(question: Question) -> Answer | None:
        if not isinstance(question, SameClaim):
            return None
        return Pairs(tuple((one, other, 0.9) for one, other in question.pairs))

    assert cited(built())
    assert not cited(built(Hearing(parting, "parting")))
    assert together(built(Hearing(joining, "joining"))) - together(built())


def test_kept_decisions_make_the_same_brief_without_the_judge() -> None:
    """Decisions of an earlier build stand in for whoever took them."""
    first = Hearing(contrary, "contrary")
    brief = built(first)
    later = Hearing(kept=first.decisions.values())
    assert built(later) == brief
    assert later.decisions == first.decisions


def test_a_stance_that_is_none_takes_the_position_away() -> None:
    """Where the judge sees no stance there is no position."""
    brief = built(Hearing(lambda question: StanceTaken(None) if isinstance(question, StanceOf) else None))
    assert built().positions
    assert not brief.positions
