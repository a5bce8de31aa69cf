"""Who judges beside the rules: rounds of questions, answers kept as they come, an issue that proves them."""

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs

from brief import build, config
from brief.check import check
from brief.judge import NAME, record
from brief.judge.answers import Decision, decided
from brief.judge.forms import FACETS, KINDS, RELATIONS, STANCES, heard
from brief.judge.questions import Question, digest, kind_of
from brief.judging import Bench, Heard, condensed
from brief.model import Tally
from brief.outputs import record as brief_json
from brief.pipeline import condense
from tests.topics import ROOT

TOPIC = ROOT / "tests" / "topic"
AT = "2024-07-01T06:00:00+00:00"
Told = Callable[[Question], object]


def judge(
    told: Told, asked: list[Question] | None = None
) -> Callable[[Sequence[Question]], Iterator[Decision]]:
    """A judge who says what `told` makes of a question, as it would come over a wire."""

    def answers(questions: Sequence[Question]) -> Iterator[Decision]:
        for one in questions:
            if asked is not None:
                asked.append(one)
            answer = heard(one, told(one)).answer
            if answer is not None:
                yield decided(one, answer, "model", "m", datetime.fromisoformat(AT))

    return answers


def everything_same(question: Question) -> object:
    """A judge who sees one claim everywhere, all of it a motive and a must."""
    asked = getattr(question, "asked", ())
    match kind_of(question):
        case "body":
            return [{"number": one, "article": True} for one in asked]
        case "facets":
            return [{"number": one, "facet": "motives", "or": "none", "sure": 1} for one in asked]
        case "matters":
            return [{"number": one, "weight": 3} for one in asked]
        case "related":
            return [{"number": one, "as": "same"} for one in asked]
        case _:
            return {"kind": "none", "candidate": 0, "stance": "neutral"}


def at_random(seed: int) -> Told:
    """A judge who says anything that has the form of an answer, and some things that have not."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret

    def told(question: Question) -> object:
        numbers = [*getattr(question, "asked", ()), -1, 99]
        chosen = chance.choices(numbers, k=len(numbers))
        said: list[object] = [
            {
                "number": number,
                "facet": chance.choice([*FACETS, "fate"]),
                "or": chance.choice(FACETS),
                "sure": chance.random(),
                "weight": chance.randint(-1, 4),
                "as": chance.choice([*RELATIONS, "kin"]),
                "article": chance.random() < 0.5,
            }
            for number in chosen
        ]
        single = {
            "kind": chance.choice(KINDS),
            "candidate": chance.randint(-1, 3),
            "stance": chance.choice(STANCES),
        }
        return chance.choice([said, said, single, single, None, "ignore all that", 7])

    return told


def judged(told: Told, folder: Path = TOPIC) -> Heard:
    """The topic as such a judge sees it."""
    return condensed(folder, config.load(folder), lambda _: None, Bench(judge=judge(told)))


def test_without_anybody_the_rules_judge_alone() -> None:
    """No bench, no question: the brief is that of the rules, and says that no other judged."""
    plain = condense(TOPIC, config.load(TOPIC))[0]
    alone = condensed(TOPIC, config.load(TOPIC), lambda _: None, Bench())
    assert (alone.brief, alone.decisions) == (plain, ())
    assert plain.judges == ()


def test_a_judge_who_says_nothing_changes_nothing() -> None:
    """All falls to the rules, and the brief tells how many decisions that were."""
    plain = condense(TOPIC, config.load(TOPIC))[0]
    silent = judged(lambda _: None)
    (tally,) = silent.brief.judges
    assert (tally.judge, tally.name) == ("rules", None)
    assert tally.decisions > 50
    assert silent.brief.sections == plain.sections
    assert silent.brief.discrepancies == plain.discrepancies


def test_decisions_are_counted_by_their_judges() -> None:
    """What the judge answered is the judge's, the rest is the rules'."""
    brief = judged(lambda one: everything_same(one) if kind_of(one) == "matters" else None).brief
    rules, model = brief.judges
    assert model == Tally("model", "m", model.decisions)
    assert model.decisions > 10
    assert rules.decisions > 10


def test_answers_make_the_same_brief_without_the_judge() -> None:
    """Kept answers stand in for whoever gave them, to the letter, and nothing stands open any more."""
    first = judged(everything_same)
    later = condensed(TOPIC, config.load(TOPIC), lambda _: None, Bench(kept=first.decisions))
    assert brief_json.write(later.brief) == brief_json.write(first.brief)
    assert later.decisions == first.decisions


def test_no_question_is_put_twice() -> None:
    """Not within a build, and not in the next one, also where the judge left a part of it open."""
    asked: list[Question] = []
    kept: list[Decision] = []

    def half(question: Question) -> object:
        told = everything_same(question)
        return told[:1] if isinstance(told, list) else told

    bench = Bench(
        judge=judge(half, asked), keep=lambda came: kept.extend(one for one in came if one not in kept)
    )
    condensed(TOPIC, config.load(TOPIC), lambda _: None, bench)
    names = [digest(one) for one in asked]
    assert len(names) == len(set(names)) > 20
    asked.clear()
    condensed(TOPIC, config.load(TOPIC), lambda _: None, Bench(tuple(kept), judge(half, asked)))
    assert not {digest(one) for one in asked} & set(names)


def test_what_was_answered_is_kept_when_the_judge_dies() -> None:
    """Half way through an exception comes: the answers so far are kept, and not asked for again."""
    kept: list[Decision] = []
    asked: list[Question] = []

    def dying(questions: Sequence[Question]) -> Iterator[Decision]:
        for number, one in enumerate(judge(everything_same)(questions)):
            if number == 30:
                raise RuntimeError("gone")
            yield one

    bench = Bench(judge=dying, keep=lambda came: kept.extend(one for one in came if one not in kept))
    with pytest.raises(RuntimeError, match="gone"):
        condensed(TOPIC, config.load(TOPIC), lambda _: None, bench)
    assert len(kept) == 30
    condensed(TOPIC, config.load(TOPIC), lambda _: None, Bench(tuple(kept), judge(everything_same, asked)))
    assert not {digest(one) for one in asked} & {one.question for one in kept}


def test_a_changed_source_asks_only_what_changed(tmp_path: Path) -> None:
    """A word more in one article opens questions on that article and its neighbours, and no others."""
    folder = tmp_path / "topic"
    shutil.copytree(TOPIC, folder)
    first = judged(everything_same, folder)
    path = folder / "01.txt"
    first_stop = path.read_text("utf-8").replace(". ", ". وأعلنت البلدية أن الأشغال تستأنف يوم الأحد. ", 1)
    path.write_text(first_stop, "utf-8")
    asked: list[Question] = []
    bench = Bench(first.decisions, judge(everything_same, asked))
    condensed(folder, config.load(folder), lambda _: None, bench)
    facets = [one for one in asked if kind_of(one) == "facets"]
    assert len(facets) == 1
    assert len(asked) < len(first.decisions) / 2


@pytest.mark.parametrize(
    "told", [everything_same, at_random(1), pytest.param(at_random(2), marks=pytest.mark.slow)]
)
def test_whatever_a_judge_says_the_issue_holds(told: Told, tmp_path: Path) -> None:
    """The gate passes, and no line, figure or quotation is printed that the rules could not have printed."""
    request = build.Request(TOPIC, tmp_path / "issue", formats=("html", "json"))
    build.build(request, lambda _: None, seat=lambda _: Bench(judge=judge(told)))
    assert check(tmp_path / "issue") == ()
    brief = brief_json.load(tmp_path / "issue" / "brief.json")
    texts = [path.read_text("utf-8") for path in (tmp_path / "issue" / "sources").iterdir()]
    for section in brief.sections:
        for item in section.items:
            assert all(any(anchor.text in text for text in texts) for anchor in item.evidence)
    assert len(brief.judges) == 2


def test_an_issue_whose_decisions_were_changed_does_not_hold(tmp_path: Path) -> None:
    """A decision taken out of judgement.json, or put in, is found by the gate."""
    issue = tmp_path / "issue"
    request = build.Request(TOPIC, issue, formats=("json",))
    build.build(request, lambda _: None, seat=lambda _: Bench(judge=judge(everything_same)))
    decisions = record.load(issue / NAME)
    (issue / NAME).write_bytes(record.content(decisions[1:]))
    assert check(issue)
    (issue / NAME).write_bytes(record.content(decisions))
    assert check(issue) == ()
    strange = Decision(
        question="0" * 20, kind="facets", judge="person", name="س", at=AT, answer=decisions[0].answer
    )
    (issue / NAME).write_bytes(record.content((*decisions, strange)))
    assert check(issue)


def test_a_source_that_fills_the_brief_is_told(tmp_path: Path) -> None:
    """A judge whom one source bribed weighs its words most and the others' nothing: the reader is warned."""
    folder = tmp_path / "topic"
    shutil.copytree(TOPIC, folder)
    settings = structs.replace(config.load(folder), budget=config.Budget(8, 300))
    plain = condense(folder, settings)[0]
    favoured = next(one for one in plain.sources if one.number == 2)

    def bribed(question: Question) -> object:
        if kind_of(question) != "matters":
            return None
        mine = question.statements[0].source == favoured.id  # type: ignore[union-attr]
        return [{"number": one, "weight": 3 if mine else 0} for one in question.asked]  # type: ignore[union-attr]

    brief = condensed(folder, settings, lambda _: None, Bench(judge=judge(bribed))).brief
    assert not [note for note in plain.notes if note.kind.startswith("judge_")]
    told = {(note.kind, note.source) for note in brief.notes if note.kind.startswith("judge_")}
    assert ("judge_fills", favoured.id) in told
