"""A week that others than the rules judge: what they said is no news, what they left is asked again."""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path

import pytest

from brief.config import Topic
from brief.judge import NAME, record
from brief.judge.answers import Decision, decided
from brief.judge.questions import Question, kind_of
from brief.judging import Bench
from brief.seated import Wanted, bench
from brief.weekly import Request, run
from tests.topics import ROOT

NOW = datetime(2024, 4, 2, 6, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A place with the topic `port`, whose issues are records alone."""
    shutil.copytree(ROOT / "tests" / "weeks" / "third", tmp_path / "port")
    settings = tmp_path / "port" / "brief.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[weekly]\nformats = ["json"]\n', "utf-8")
    return tmp_path


class Judge:
    """Answers every question of some kinds as the rules do, or none while it is out."""

    def __init__(self) -> None:
        self.is_out, self.asked, self.silent_on = False, 0, ""

    def __call__(self, questions: Sequence[Question]) -> Iterator[Decision]:
        """The decisions on some questions."""
        self.asked += 1
        known = () if self.is_out else (one for one in questions if kind_of(one) != self.silent_on)
        yield from (decided(one, one.read, "model", "m", NOW) for one in known)


def weekly(office: Path, judge: Judge, *, network: bool = True) -> str:
    """What a run of the week of the topic comes to."""
    own = office / "port" / NAME

    def seat(topic: Topic) -> Bench:
        if not network:
            wanted = Wanted("model", network=False)
            return bench(office / "port", topic, wanted, lambda _: None, lambda: NOW)
        return Bench(record.load(own), judge, lambda came: record.add(own, came), is_out=lambda: judge.is_out)

    with chdir(office):
        request = Request(Path("port"), NOW, "2024-03", seat)
        return run(request, lambda _: None, lambda _: None, lambda _: None).state


def test_what_a_judge_says_is_no_news_to_the_next_run(office: Path) -> None:
    """Nor is the same said in another spelling: who looks into the file may save it as he likes."""
    judge = Judge()
    assert weekly(office, judge) == "made"
    once = judge.asked
    assert once
    own = office / "port" / NAME
    own.write_text(json.dumps(json.loads(own.read_text("utf-8"))), "utf-8")
    weekly(office, judge)
    issue = office / "reports" / "port" / "2024-03" / "issue.json"
    before = issue.stat().st_mtime_ns
    assert weekly(office, judge) == "unchanged"
    assert issue.stat().st_mtime_ns == before
    assert judge.asked == once


def test_a_judge_who_was_out_is_asked_by_the_next_run(office: Path) -> None:
    """The issue is made by the rules; when the judge is there again it is revised, and then stays."""
    judge = Judge()
    judge.is_out = True
    assert weekly(office, judge) == "made"
    judge.is_out = False
    assert weekly(office, judge) == "revised"
    asked = judge.asked
    assert weekly(office, judge) == "unchanged"
    assert judge.asked == asked


@pytest.mark.parametrize("answered", [False, True])
def test_a_week_made_without_the_network_is_judged_later(office: Path, *, answered: bool) -> None:
    """Also where some answers were there: the next run that may ask does, and the one after has no work."""
    judge = Judge()
    if answered:
        judge.silent_on = "matters"
        weekly(office, judge)
        own = office / "port" / NAME
        record.save(own, record.load(own)[:3])
        shutil.rmtree(office / "reports")
    asked = judge.asked
    assert weekly(office, judge, network=False) == "made"
    assert weekly(office, judge, network=False) == "unchanged"
    assert judge.asked == asked
    judge.silent_on = ""
    assert weekly(office, judge) == "revised"
    assert weekly(office, judge) == "unchanged"


def test_a_judge_who_leaves_questions_is_not_asked_them_again(office: Path) -> None:
    """It was asked all of them: the same week again has nothing to do."""
    judge = Judge()
    judge.silent_on = "matters"
    assert weekly(office, judge) == "made"
    asked = judge.asked
    assert asked
    assert weekly(office, judge) == "unchanged"
    assert judge.asked == asked
