"""The seeds as two careful readings of their questions judge them: one filled form.

Whoever filled it in had seen neither the gold nor the code, and nothing but the form that
`brief judge export` wrote. The two readings, by different readers, are joined by one rule and not by
hand: two statements are the same, or differ, where either reading says so; the facets share what both
say; the weights are those of the first. What only one answered is that one's. Where only a lead-in of a
statement is printed no more («indeed»), its mark is that of the statement as it is now. No build but this
reads it.
"""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from brief import build, by_file
from brief.check import check
from brief.judge import NAME
from brief.judge.record import load
from brief.judge.taken import Judge
from brief.judging import Bench
from brief.outputs import record
from tests.evaluation.topics import SEEDS, SHARED

pytestmark = pytest.mark.slow
FORM = Path(__file__).parent / "reading" / "seeds.txt"
SCORER = SHARED / "eval" / "score.py"
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
AT_LEAST = {
    "faithful_items": 100,
    "must_have_recall": 86,
    "claim_recall": 68,
    "item_precision": 92,
    "section_lenient": 92,
    "merge_rate": 48,
    "merge_precision": 80,
    "discrepancy_recall": 60,
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, by_file.Taken]:
    """The seeds with the answers of the forms, built into `issue` beside them, and what was taken of them."""
    place = tmp_path_factory.mktemp("judged")
    folder = place / "seeds"
    shutil.copytree(SEEDS.folder, folder)
    taken = by_file.take(folder, FORM, Judge("careful reading", "model"), NOW)
    built(folder, place / "issue", Bench(load(folder / NAME)))
    return place, taken


def built(folder: Path, issue: Path, bench: Bench) -> None:
    """An issue of the topic by what this bench knows."""
    request = build.Request(folder, issue, formats=("json",))
    build.build(request, lambda _: None, seat=lambda _: bench)


def test_nearly_all_of_the_form_still_counts(judged: tuple[Path, by_file.Taken]) -> None:
    """What it was filled in for is found again by its words, though the rules that cut it may change."""
    _, taken = judged
    assert not taken.faults
    assert taken.answers > 1000
    assert taken.open < 0.2 * taken.answers


def test_the_issue_holds_and_says_who_judged(judged: tuple[Path, by_file.Taken]) -> None:
    """The gate passes on a brief of which another than the rules decided most."""
    place, _ = judged
    assert check(place / "issue") == ()
    rules, reading = record.load(place / "issue" / "brief.json").judges
    assert (reading.judge, reading.name) == ("model", "careful reading")
    assert reading.decisions > 1000
    assert rules.decisions < 0.2 * reading.decisions


def test_the_same_bytes_come_again_by_the_record_alone(
    judged: tuple[Path, by_file.Taken], tmp_path: Path
) -> None:
    """The judgement.json beside the issue is all that a build needs to make it again."""
    place, _ = judged
    built(SEEDS.folder, tmp_path / "again", Bench(load(place / "issue" / NAME)))
    for name in ("brief.json", NAME):
        assert (tmp_path / "again" / name).read_bytes() == (place / "issue" / name).read_bytes()


@pytest.mark.skipif(
    not SCORER.is_file(), reason="the scorer and gold of the seeds lie in ../shared, which is not here"
)
def test_the_reading_reaches_what_was_asked(judged: tuple[Path, by_file.Taken], tmp_path: Path) -> None:
    """Judged so, the brief is better than by rule on every figure that judgement decides."""
    place, _ = judged
    command: list[str | Path] = [sys.executable, SCORER, place / "issue" / "brief.json"]
    command += ["--sources", SEEDS.folder, "--gold", SEEDS.gold, "--json", tmp_path / "figures.json"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    told = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert {name: told[name] for name in AT_LEAST if told[name] < AT_LEAST[name]} == {}
