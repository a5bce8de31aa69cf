"""The block of the README: written anew where it can be measured, kept where it cannot."""

from pathlib import Path

import pytest
from msgspec import structs

from tests.evaluation import __main__ as command
from tests.evaluation import readme, table
from tests.evaluation.scorer import Scores
from tests.evaluation.shares import Share
from tests.evaluation.topics import TOPICS, Topic

HERE, AWAY = TOPICS[0], structs.replace(TOPICS[-1], gold=Path("nowhere"))
SCORES = Scores({"claim_recall": Share(2, 3)}, {"items": 4, "words": 90, "timeline_traps": 0})
OLD = f"| {AWAY.name} | **brief** | as it was |"


@pytest.fixture(autouse=True)
def _two_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    """One topic that is here, with figures that are known, and one that is not."""
    for module in (table, readme):
        monkeypatch.setattr(module, "TOPICS", (HERE, AWAY))

    def known(_topic: Topic) -> Scores:
        return SCORES

    def draws(_topic: Topic, _method: str) -> tuple[Scores, ...]:
        return SCORES, structs.replace(SCORES, counts={"items": 7, "words": 91})

    monkeypatch.setattr(table, "scores", known)
    monkeypatch.setattr(table, "baseline_scores", draws)


def page(*rows: str) -> str:
    """A README whose first table holds these rows."""
    return "\n".join(["# Title", readme.BEGIN, "", table.heads()[0], *rows, "", readme.END, "after", ""])


def test_rows_are_measured_and_means_rounded_down() -> None:
    """A share is a whole percentage, of several draws the mean; what is not measured is a dash."""
    brief, baseline, *_ = table.measured()[0][HERE.name]
    assert brief.startswith(f"| {HERE.name} | **brief** | 4 | 90 | 66 | – |")
    assert baseline.startswith(f"| {HERE.name} | LexRank | 5 | 90 | 66 | – |")


def test_a_topic_that_is_not_here_keeps_its_rows() -> None:
    """What cannot be measured is left alone, what can be is replaced, and the rest of the page stays."""
    new = readme.renewed(page(f"| {HERE.name} | **brief** | wrong |", OLD))
    assert OLD in new.splitlines()
    assert "wrong" not in new
    assert new.startswith("# Title\n")
    assert new.endswith(f"{readme.END}\nafter\n")


def test_written_tables_pass_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` refuses other figures with the rows that are missing, and takes what `--write` wrote."""
    path = tmp_path / "README.md"
    path.write_text(page(OLD), "utf-8")
    assert command.main(["--check"], path) == 1
    assert f"| {HERE.name} | **brief** | 4 | 90 | 66 |" in capsys.readouterr().out
    assert command.main(["--write"], path) == 0
    assert command.main(["--check"], path) == 0
    assert readme.renewed(path.read_text("utf-8")) == path.read_text("utf-8")


def test_a_changed_figure_of_a_topic_that_is_here_is_found(tmp_path: Path) -> None:
    """One digit is enough."""
    path = tmp_path / "README.md"
    path.write_text(page(OLD), "utf-8")
    command.main(["--write"], path)
    path.write_text(path.read_text("utf-8").replace("| 90 | 66 |", "| 90 | 67 |", 1), "utf-8")
    assert command.main(["--check"], path) == 1


def test_a_page_without_marks_is_refused() -> None:
    """Nothing is written to an unknown place."""
    with pytest.raises(ValueError, match="lacks the marks"):
        readme.renewed("# Title\n")
