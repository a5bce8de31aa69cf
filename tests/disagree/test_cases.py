"""Sets of articles of our own, each told to differ or not, as data in `cases.toml`."""

import tomllib
from cProfile import Profile
from pathlib import Path
from typing import Any

import pytest

from brief.disagree import discrepancies
from brief.extract.datapoints import datapoints
from brief.extract.events import events
from brief.language import load
from brief.model import Anchor, Discrepancy, Evidence
from brief.united import united
from tests.builders import document

ARABIC = load("ar")
DAY = "2023-05-10"
_DATE = len(DAY)
HERE = Path(__file__).parent
CASES = [case for part in tomllib.loads((HERE / "cases.toml").read_text("utf-8")).values() for case in part]
TOPICS = tomllib.loads((HERE / "topics.toml").read_text("utf-8"))["topic"]


def offered(text: str) -> Evidence:
    """What an article of these lines offers; it may open with the day it was published."""
    published, line = (text[:_DATE], text[_DATE + 1 :]) if text[:2] == "20" else (DAY, text)
    one = document(*line.split("\n"), published=published)
    return Evidence(document=one, datapoints=datapoints(one, ARABIC), events=events(one, ARABIC))


def told(*texts: str) -> tuple[Discrepancy, ...]:
    """The disagreements among articles."""
    evidence = [offered(text) for text in texts]
    return discrepancies(evidence, united(evidence, ARABIC), ARABIC)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}-{case['differs']}")
def test_what_differs_is_found_and_nothing_else(case: dict[str, Any]) -> None:
    """A set that differs gives a disagreement, any other gives none."""
    assert bool(told(*case["texts"])) is case["differs"]


@pytest.mark.parametrize("case", [case for case in CASES if case["differs"]], ids=lambda case: case["kind"])
def test_each_is_explained_and_its_sides_are_passages(case: dict[str, Any]) -> None:
    """A topic and a sentence say what differs, in words of the catalogue; each side is a passage."""
    texts = {one.document.id: one.document.text for one in map(offered, case["texts"])}
    for found in told(*case["texts"]):
        assert found.note
        assert not found.note.startswith("explain:")
        assert not found.topic.startswith("differ:")
        for anchor in (anchor for item in found.items for anchor in item.evidence):
            assert texts[anchor.source][anchor.start : anchor.end] == anchor.text


def test_there_are_as_many_cases_as_were_asked_for() -> None:
    """Forty sets at least, a third of them at least without any disagreement."""
    assert len(CASES) >= 40
    assert sum(not case["differs"] for case in CASES) >= len(CASES) // 3


def passages(found: Discrepancy) -> list[Anchor]:
    """All passages of a disagreement."""
    return [anchor for item in found.items for anchor in item.evidence]


def stands_on(found: Discrepancy, words: str, texts: dict[str, str]) -> bool:
    """Whether one of the passages of a disagreement holds the middle of some words of an article."""
    places = {id_: text.find(words) + len(words) // 2 for id_, text in texts.items() if words in text}
    return any(one.start <= places.get(one.source, -1) < one.end for one in passages(found))


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic["name"])
def test_half_of_what_differs_in_a_whole_topic_is_found(topic: dict[str, Any]) -> None:
    """Half of what an annotator would set side by side is found; four in five of those told are right."""
    texts = {one.document.id: one.document.text for one in map(offered, topic["texts"])}
    found = told(*topic["texts"])
    met = [[all(stands_on(one, side, texts) for side in gold) for gold in topic["differs"]] for one in found]
    assert sum(map(any, zip(*met, strict=True))) >= len(topic["differs"]) / 2
    assert sum(map(any, met)) >= 0.8 * len(found)


def test_the_cost_stays_near_linear() -> None:
    """Ten times the articles take less than thirty times as many calls, however slow the machine is."""

    def calls(number: int) -> int:
        evidence = [
            offered(text.replace("2", str(turn % 7 + 1)))
            for turn in range(number)
            for text in CASES[turn % 40]["texts"]
        ]
        points = united(evidence, ARABIC)
        profile = Profile()
        profile.runcall(discrepancies, evidence, points, ARABIC)
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(300) < 30 * calls(30)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "2023-03-01 يوقف ضخ مياه البحيرة إذا انخفض الحد الأدنى للمنسوب عن 140 مترا في كينيا",
            "2023-05-10 وافقت لجنة البحيرة في كينيا على رفع الحد الأدنى للمنسوب إلى 165 مترا",
        ),
        (
            "2023-05-01 وتبلغ كلفة بناء المسرح البلدي 40 مليون دينار.",
            "2023-06-01 وتبلغ كلفة بناء المسرح البلدي 46 مليون دينار بعد تعديل المخطط إلى ثلاث طبقات.",
        ),
    ],
)
def test_a_decided_change_is_a_revision(before: str, after: str) -> None:
    """What somebody decides to raise, and what a change made of it, was no other account of it."""
    topics = [one.topic for one in told(before, after)]
    assert topics
    assert all(one.startswith("المراجعة") for one in topics)
