"""The default topic, and all others that are here, scored by the program that judges them."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from brief.outputs import record
from tests.evaluation.topics import SEEDS, SHARED, TOPICS, Topic, brief_of, scores

SCORER = SHARED / "eval" / "score.py"
AT_LEAST = {
    "anchors_exact": 100,
    "faithful_items": 100,
    "must_have_recall": 85,
    "claim_recall": 64,
    "section_lenient": 80,
    "section_strict": 62,
    "item_precision": 90,
    "merge_rate": 40,
    "merge_precision": 75,
    "datapoint_recall": 88,
    "datapoint_precision": 97,
    "chart_recall": 100,
    "chart_precision": 100,
    "timeline_recall": 80,
    "timeline_precision": 70,
    "quote_recall": 88,
    "quote_precision": 95,
    "position_recall": 50,
    "position_precision": 60,
    "discrepancy_recall": 45,
    "discrepancy_precision": 80,
}
AT_MOST = {"boilerplate_leaks": 0, "timeline_traps": 0, "items": 60, "words": 2000}
# What the judge counts and nobody is measured by.
COUNTED = {"evidence", "datapoints", "discrepancies"}

pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason="the scorer and gold of the seeds lie in ../shared, which is not here"
)


@cache
def judged(topic: Topic) -> dict[str, float]:
    """What the scorer says of a topic's brief, built from metadata and budget alone."""
    with TemporaryDirectory() as name:
        brief, figures = Path(name, "brief.json"), Path(name, "figures.json")
        brief.write_bytes(record.write(brief_of(topic)).content)
        command: list[str | Path] = [sys.executable, SCORER, brief, "--json", figures]
        command += ["--sources", topic.folder, "--gold", topic.gold]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        told: dict[str, float] = json.loads(figures.read_text("utf-8"))
    return told


@pytest.mark.parametrize("figure", AT_LEAST)
def test_the_seeds_reach_what_was_asked(figure: str) -> None:
    """Each figure of the brief is at least what the product promises."""
    assert judged(SEEDS)[figure] is not None
    assert judged(SEEDS)[figure] >= AT_LEAST[figure], judged(SEEDS)


@pytest.mark.parametrize("figure", AT_MOST)
def test_the_seeds_stay_within_what_was_asked(figure: str) -> None:
    """No furniture is cited, and the brief is as short as its budget."""
    assert judged(SEEDS)[figure] <= AT_MOST[figure], judged(SEEDS)


def test_the_seeds_are_those_of_the_gold() -> None:
    """The texts that are built here are the ones that were annotated, byte for byte."""
    for path in (SHARED / "seeds").glob("*.txt"):
        assert (SEEDS.folder / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic.is_here], ids=lambda topic: topic.name)
def test_our_scorer_says_what_the_judge_says(topic: Topic) -> None:
    """Every figure of the tables is the judge's own to the tenth."""
    ours = scores(topic).percent | scores(topic).counts
    theirs = judged(topic)
    assert {name: ours.get(name) for name in theirs.keys() - COUNTED} == {
        name: theirs[name] for name in theirs.keys() - COUNTED
    }
