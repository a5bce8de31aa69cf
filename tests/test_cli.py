"""The commands as somebody at a terminal meets them."""

import csv
import json
from pathlib import Path

import pytest

from tests.topics import STRIKE, brief, topic


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built issue with its record and its page, but no PDF."""
    folder = tmp_path_factory.mktemp("built")
    done = brief("build", topic(folder / "topic", STRIKE), "--out", folder / "out", "--to", "html,json")
    assert done.returncode == 0, done.stderr
    return folder / "out"


def test_a_build_prints_only_the_path_of_what_it_made(tmp_path: Path) -> None:
    """In a pipe the command says one line: where the PDF stands."""
    done = brief("build", topic(tmp_path / "topic", STRIKE), "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(done.stdout.strip()) == tmp_path / "out" / "brief.pdf"


def test_the_record_is_always_written(issue: Path) -> None:
    """brief.json and the texts its anchors point into stand beside every other format."""
    record = json.loads((issue / "brief.json").read_text("utf-8"))
    assert record["schema"] == "brief/1"
    for source in record["sources"]:
        assert (issue / "sources" / source["path"]).is_file()


def test_timings_are_json_lines_of_the_stages_in_their_order(tmp_path: Path) -> None:
    """--timings tells each stage's seconds on stderr, one JSON object a line."""
    done = brief(
        "build", topic(tmp_path / "topic", STRIKE), "--out", tmp_path / "out", "--to", "json", "--timings"
    )
    stages = [json.loads(line)["stage"] for line in done.stderr.splitlines()]
    assert stages[:4] == ["read", "extract", "merge", "compose"]
    assert stages[-1] == "check"


def test_explain_shows_passages_and_reasons(issue: Path) -> None:
    """An item is explained by its passage, its place and the parts of its score."""
    record = json.loads((issue / "brief.json").read_text("utf-8"))
    item = record["sections"][0]["items"][0]
    done = brief("explain", issue, item["id"])
    assert done.returncode == 0
    assert item["evidence"][0]["text"][:20] in done.stdout
    assert f"score: {item['score']}" in done.stdout


def test_explain_of_an_unknown_item_is_a_sentence(issue: Path) -> None:
    """A wrong id ends with code 1 and says where the ids stand."""
    done = brief("explain", issue, "s0000000000")
    assert done.returncode == 1
    assert "s0000000000" in done.stderr
    assert "Traceback" not in done.stderr


def test_data_gives_every_figure_of_the_record_as_csv(issue: Path) -> None:
    """The table of figures has a row for each passage of a datapoint, with the place it stands at."""
    record = json.loads((issue / "brief.json").read_text("utf-8"))
    rows = list(csv.DictReader(brief("data", issue, "--csv").stdout.splitlines()))
    told = [point["id"] for point in record["datapoints"] for _ in point["evidence"]]
    assert [row["id"] for row in rows] == told
    assert all(int(row["start"]) < int(row["end"]) for row in rows)


def test_sources_says_what_was_kept_and_removed(tmp_path: Path) -> None:
    """Each file is listed with its sentences and with every removed line's reason."""
    folder = topic(tmp_path / "topic", STRIKE)
    (folder / "broken.txt").write_bytes(b"\x00\x01")
    done = brief("sources", folder)
    assert done.returncode == 0
    assert "kept:" in done.stdout
    assert "broken.txt\n  set aside: it holds NUL bytes" in done.stdout


def test_check_passes_a_fresh_issue_and_finds_a_changed_word(issue: Path, tmp_path: Path) -> None:
    """Code 0 for what was built, code 3 and the gate's name once a passage is altered."""
    assert brief("check", issue).returncode == 0
    for path in sorted(issue.rglob("*")):
        if path.is_file():
            place = tmp_path / "altered" / path.relative_to(issue)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    record = json.loads((issue / "brief.json").read_text("utf-8"))
    record["sections"][0]["items"][0]["evidence"][0]["start"] += 1
    (tmp_path / "altered" / "brief.json").write_text(json.dumps(record), "utf-8")
    done = brief("check", tmp_path / "altered")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "odt"], "--to"),
        (["--issued", "2024-02-31"], "--issued"),
        (["--items", "0"], "--items"),
        (["--locale", "xx_YY"], "--locale"),
    ],
)
def test_a_wrong_option_is_named(tmp_path: Path, arguments: list[str], said: str) -> None:
    """An option that cannot be followed ends the command with a sentence that names it."""
    done = brief("build", topic(tmp_path / "topic", STRIKE), "--out", tmp_path / "out", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_others_keep_in_a_folder_stays(tmp_path: Path) -> None:
    """--out puts the issue beside what stands there, and never removes what is no issue of a brief."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_bytes(b"years of work")
    done = brief("build", topic(tmp_path / "topic", STRIKE), "--out", tmp_path / "out", "--to", "json")
    assert done.returncode == 0
    assert (tmp_path / "out" / "brief.json").is_file()
    assert (tmp_path / "out" / "thesis.docx").read_bytes() == b"years of work"


def test_a_second_build_leaves_one_whole_issue(tmp_path: Path) -> None:
    """Building again puts the new issue in the old one's place and leaves nothing beside it."""
    folder = topic(tmp_path / "topic", STRIKE)
    for _ in range(2):
        assert brief("build", folder, "--out", tmp_path / "out", "--to", "json").returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"topic", "out"}


def test_an_error_is_one_line_of_text(tmp_path: Path) -> None:
    """The name of a file that an error tells cannot steer a terminal or open a second line."""
    folder = tmp_path / "topic"
    folder.mkdir()
    (folder / "a\n\x1b[2Jb.xls").write_bytes(b"x")
    done = brief("build", folder, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.startswith("brief: ")
    assert done.stderr.removesuffix("\n").isprintable()
