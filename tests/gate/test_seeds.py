"""The default topic, scored by the program that judges it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from brief import config
from brief.outputs import record
from brief.pipeline import condense

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "eval" / "score.py"
AT_LEAST = {
    "anchors_exact": 100,
    "faithful_items": 100,
    "must_have_recall": 79,
    "section_lenient": 78,
    "item_precision": 78,
    "merge_precision": 75,
    "datapoint_recall": 88,
    "datapoint_precision": 97,
    "chart_recall": 100,
    "chart_precision": 100,
    "timeline_recall": 78,
    "quote_recall": 88,
    "quote_precision": 95,
    "position_precision": 60,
    "discrepancy_precision": 80,
}
AT_MOST = {"boilerplate_leaks": 0, "timeline_traps": 0, "items": 60, "words": 2000}

pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason="the scorer and gold of the seeds lie in ../shared, which is not here"
)


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """What the scorer says of the brief of the seeds, built from metadata and budget alone."""
    folder = tmp_path_factory.mktemp("seeds")
    brief, _ = condense(ROOT / "seeds", config.load(ROOT / "seeds"))
    (folder / "brief.json").write_bytes(record.write(brief).content)
    command: list[str | Path] = [
        sys.executable,
        SCORER,
        folder / "brief.json",
        "--json",
        folder / "figures.json",
    ]
    command += ["--sources", SHARED / "seeds", "--gold", SHARED / "eval" / "gold"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    told: dict[str, float] = json.loads((folder / "figures.json").read_text("utf-8"))
    return told


@pytest.mark.parametrize("figure", AT_LEAST)
def test_the_seeds_reach_what_was_asked(figures: dict[str, float], figure: str) -> None:
    """Each figure of the brief is at least what the product promises."""
    assert figures[figure] is not None
    assert figures[figure] >= AT_LEAST[figure], figures


@pytest.mark.parametrize("figure", AT_MOST)
def test_the_seeds_stay_within_what_was_asked(figures: dict[str, float], figure: str) -> None:
    """No furniture is cited, and the brief is as short as its budget."""
    assert figures[figure] <= AT_MOST[figure], figures


# What the README tells of the seeds, in its words.
TOLD = {
    "must_have_recall": "what a decision-maker must know, found",
    "claim_recall": "all marked claims, found (weighted by importance)",
    "item_precision": "items that stand on a marked claim",
    "section_lenient": "items in a section that the annotator would accept",
    "section_strict": "items in the section of the annotator's first choice",
    "merge_precision": "further passages that do tell the same claim",
    "datapoint_recall": "figures found, with value and unit",
    "datapoint_precision": "figures that are right",
    "chart_recall": "figures of the three charts, drawn",
    "chart_precision": "drawn figures that belong there",
    "timeline_recall": "dated events found",
    "quote_recall": "quotations found",
    "position_recall": "positions found, with their stance",
    "discrepancy_recall": "disagreements between sources, found",
}


def test_the_readme_tells_these_figures(figures: dict[str, float]) -> None:
    """The table of the README is what was measured; a failure prints the table as it should be."""
    rows = [f"| {words} | {round(figures[figure])} |" for figure, words in TOLD.items()]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "\n".join(rows) in readme, "\n" + "\n".join(rows)
