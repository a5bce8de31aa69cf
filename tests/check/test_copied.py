"""A topic that holds one article three times: what its brief says, and what the gate proves of it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from brief.check import check
from brief.model import Brief
from tests.topics import STRIKE, run, topic

AGENCY = STRIKE["agency.txt"].decode()
# As another site has it: its own head and foot, a figure and a day changed, a spelling too.
OTHER = "\n".join(
    [
        "ميناء صفاقس يعود إلى العمل بعد إضراب طويل",
        "صحيفة المنارة",
        "15 مارس 2023",
        AGENCY.partition("14 مارس 2023")[2]
        .replace("47 سفينة", "74 سفينة")
        .replace("يوم 12 مارس 2023", "يوم 11 مارس 2023")
        .replace("إضراباً", "إضرابا"),
        "المصدر: وكالات",
        "",
    ]
)
FILES = {**STRIKE, "twice.txt": AGENCY.encode(), "other.txt": OTHER.encode()}
SINGLE = ("sections", "datapoints", "key_figures", "charts", "quotes", "timeline", "positions", "issued")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the issue of the three articles, and of the five files they stand in."""
    folder = tmp_path_factory.mktemp("made")
    for name, files in (("single", STRIKE), ("copied", FILES)):
        place = topic(folder / name / "strike", files)
        done = run("build", place, "--out", folder / f"issue-{name}", "--to", "html,json")
        assert (done.code, done.err) == (0, "")
    return folder


@pytest.fixture(scope="module")
def brief(made: Path) -> Brief:
    """The brief of the five files."""
    return msgspec.json.decode((made / "issue-copied" / "brief.json").read_bytes(), type=Brief)


def test_a_copy_adds_nothing_but_its_differences(made: Path, brief: Brief) -> None:
    """Items, figures, quotations, charts and dates are those of the brief without the copies."""
    single = msgspec.json.decode((made / "issue-single" / "brief.json").read_bytes(), type=Brief)
    assert [entry for entry in brief.sources if entry.status == "used"] == list(single.sources)
    for part in SINGLE:
        assert getattr(brief, part) == getattr(single, part)
    assert set(single.discrepancies) < set(brief.discrepancies)


def test_copies_are_listed_with_ids_of_their_own(brief: Brief) -> None:
    """Each is set aside, names its original, and has a number where it is cited."""
    assert len({entry.id for entry in brief.sources}) == len(brief.sources) == 5
    paths = {entry.id: entry.path for entry in brief.sources}
    copies = [entry for entry in brief.sources if entry.copy_of]
    told = [(entry.path, paths[entry.copy_of or ""], entry.status, entry.number) for entry in copies]
    assert told == [
        ("other.txt", "agency.txt", "set_aside", 4),
        ("twice.txt", "agency.txt", "set_aside", None),
    ]
    assert copies[0].reason == "is a copy of agency.txt; it counts as one source with it."


def test_what_a_copy_changed_stands_beside_the_original(brief: Brief) -> None:
    """The other figure and the other day are discrepancies with passages of both texts."""
    (copy,) = (entry for entry in brief.sources if entry.path == "other.txt")
    found = [
        one
        for one in brief.discrepancies
        if any(anchor.source == copy.id for item in one.items for anchor in item.evidence)
    ]
    assert [(one.topic, one.kind) for one in found] == [
        ("التاريخ: أنهى عمال ميناء صفاقس…", "conflict"),
        ("العدد: سفينة", "conflict"),
    ]
    assert [len(one.items) for one in found] == [2, 2]
    assert all(OTHER[a.start : a.end] == a.text for one in found for a in one.items[1].evidence)


def test_the_page_lists_a_copy_under_its_original(made: Path, brief: Brief) -> None:
    """Its row names the source that it is a copy of, and the row that differs cites it."""
    page = (made / "issue-copied" / "brief.html").read_text("utf-8")
    (copy,) = (entry for entry in brief.sources if entry.path == "other.txt")
    original = next(entry for entry in brief.sources if entry.id == copy.copy_of)
    rows = page[page.index('class="rows sources"') :]
    assert rows.index(f'id="source-{original.id}"') < rows.index(f'id="source-{copy.id}"')
    assert f"نسخة من المصدر [{original.number}]" in rows
    assert page.count("3 مصادر") >= 1
    differing = page[page.index('id="discrepancies"') :]
    target = re.search(r'href="#(passage-[0-9]+)">\[4\]</a>', differing)
    assert target
    assert f'id="{target[1]}"' in page[page.index(f'id="text-{copy.id}"') :]


def test_sources_tells_of_copies(made: Path) -> None:
    """The report has the copy's lines, kept and removed, and whose copy it is."""
    told = run("sources", made / "copied" / "strike").out
    assert "other.txt\n" in told
    assert "set aside: it is a copy of agency.txt; it counts as one source with it." in told


def test_the_issue_holds_and_keeps_the_text_of_its_copies(made: Path) -> None:
    """What the gate proves, it proves on the copies' texts too."""
    assert check(made / "issue-copied") == ()
    assert (made / "issue-copied" / "sources" / "other.txt").read_bytes() == OTHER.encode()


def copy_of(tree: Any) -> Any:  # noqa: ANN401 - JSON is a tree of anything
    """How the record lists the copy that is cited."""
    return next(entry for entry in tree["sources"] if entry["path"] == "other.txt")


def forget_a_difference(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """The record no longer says what the copy changed."""
    tree["discrepancies"].pop()


def forget_a_copy(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """The copy is set aside for another reason, and nothing is told of it."""
    copy_of(tree).update({"copy_of": None, "reason_kind": "empty", "number": None})


def promote(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """The copy counts as a source."""
    entry = copy_of(tree)
    entry.update({"copy_of": None, "reason": None, "reason_kind": None, "status": "used"})
    tree["sources"].insert(3, tree["sources"].pop(tree["sources"].index(entry)))


def demote(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """A source is said to be a copy of another."""
    one, other = (entry for entry in tree["sources"] if entry["path"] in ("centre.txt", "paper.txt"))
    other.update({"copy_of": one["id"], "status": "set_aside", "reason_kind": "copy"})


def swap_originals(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """The copy is one of another source."""
    entry = copy_of(tree)
    entry["copy_of"] = next(
        one["id"] for one in tree["sources"] if one["status"] == "used" and one["id"] != entry["copy_of"]
    )


def unnumber(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """The cited copy has no number to be cited by."""
    copy_of(tree)["number"] = None


def drop_a_line(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """A removed line of the copy vanishes."""
    copy_of(tree)["removed"].pop()


def excuse(tree: Any) -> None:  # noqa: ANN401 - see copy_of
    """The reason says something else."""
    copy_of(tree)["reason"] = "is empty."


@pytest.mark.parametrize(
    "change",
    [forget_a_difference, forget_a_copy, promote, demote, swap_originals, unnumber, drop_a_line, excuse],
)
def test_a_record_that_says_otherwise_is_found(
    made: Path, tmp_path: Path, change: Callable[[Any], None]
) -> None:
    """Neither copies nor what they changed can be added, left out or told otherwise."""
    issue = shutil.copytree(made / "issue-copied", tmp_path / "issue")
    (issue / "brief.html").unlink()
    tree = msgspec.json.decode((issue / "brief.json").read_bytes())
    change(tree)
    (issue / "brief.json").write_bytes(msgspec.json.encode(tree))
    assert check(issue) != ()


def test_a_changed_text_of_a_copy_is_found(made: Path, tmp_path: Path) -> None:
    """The text that a difference stands on is the one that was read."""
    issue = shutil.copytree(made / "issue-copied", tmp_path / "issue")
    place = issue / "sources" / "other.txt"
    place.write_bytes(place.read_bytes().replace(b"74", b"47"))
    assert any("other.txt was changed" in finding.message for finding in check(issue))
