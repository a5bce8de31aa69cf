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
from brief.judge.questions import Question
from brief.judging import Bench
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
    """Answers every question as the rules do, or none while it is out."""

    def __init__(self) -> None:
        self.is_out, self.asked = False, 0

    def __call__(self, questions: Sequence[Question]) -> Iterator[Decision]:
        """The decisions on some questions."""
        self.asked += 1
        if not self.is_out:
            yield from (decided(one, one.read, "model", "m", NOW) for one in questions)


def weekly(office: Path, judge: Judge) -> str:
    """What a run of the week of the topic comes to."""
    own = office / "port" / NAME

    def seat(_topic: Topic) -> Bench:
        return Bench(record.load(own), judge, lambda came: record.add(own, came))

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
