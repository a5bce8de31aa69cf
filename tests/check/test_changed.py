"""The proof of what changed: each change that does not follow from both issues is found."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from brief import config, publish, themes
from brief.build import Made, fill
from brief.changes import Earlier, told_since
from brief.check.changed import prove_changes
from brief.pipeline import condense
from tests.check.issues import proved
from tests.topics import ROOT

WEEKS = ROOT / "tests" / "weeks"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two issues beside each other, the second told since the first."""
    root = tmp_path_factory.mktemp("shelf")
    before = None
    for week in ("second", "third"):
        brief, texts = condense(WEEKS / week, config.load(WEEKS / week))
        if before is not None:
            brief, texts = told_since(brief, texts, Earlier.read(before))
        target = root / week
        with publish.staging(target) as staged:
            fill(staged, Made(brief, texts, themes.load("modern")), ("json",), lambda _stage: None)
            publish.publish(staged, target)
        before = target
    return root


@pytest.fixture
def alone(shelf: Path, tmp_path: Path) -> Path:
    """The later issue without the earlier one beside it."""
    return shutil.copytree(shelf / "third", tmp_path / "topic" / "third")


def change(folder: Path, edit: Callable[[Any], None]) -> None:
    """The record of an issue with its changes edited as JSON."""
    tree = msgspec.json.decode((folder / "brief.json").read_bytes())
    edit(tree["changes"])
    (folder / "brief.json").write_bytes(msgspec.json.encode(tree))


def test_an_issue_that_holds_is_proved_with_and_without_the_earlier_one(shelf: Path, alone: Path) -> None:
    """Nothing is found."""
    assert proved(prove_changes, shelf / "third") == ()
    assert proved(prove_changes, alone) == ()


def _other_figure(changes: Any) -> None:  # noqa: ANN401 - JSON is a tree of anything
    changes["figures"][0]["before"]["value"] = 400_000_000


def _same_figure(changes: Any) -> None:  # noqa: ANN401
    changes["figures"][0]["before"] = changes["figures"][0]["after"]


def _other_words(changes: Any) -> None:  # noqa: ANN401
    changes["gone"][0]["item"]["text"] = "باعت الهيئة أربع رافعات"


def _still_said(changes: Any) -> None:  # noqa: ANN401
    changes["gone"][0]["item"] = changes["due"][0]["item"]


def _not_new(changes: Any) -> None:  # noqa: ANN401
    changes["new"][0]["item"]["text"] = changes["new"][0]["item"]["text"].replace("الفائزة", "")


def _elsewhere(changes: Any) -> None:  # noqa: ANN401
    changes["new"][0]["section"] = "motives"


def _other_day(changes: Any) -> None:  # noqa: ANN401
    changes["due"][0]["date"] = "2024-03-30"


def _later_issue(changes: Any) -> None:  # noqa: ANN401
    changes["since"]["issued"] = "2024-03-30"


def _more_tellers(changes: Any) -> None:  # noqa: ANN401
    changes["strengthened"][0]["now"] = 3


def _open(changes: Any) -> None:  # noqa: ANN401
    changes["settled"][0]["fallen"] = []


def _no_conflict(changes: Any) -> None:  # noqa: ANN401
    changes["opened"][0]["topic"] = "x"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (_other_figure, "does not give its figure"),
        (_same_figure, "no other figure"),
        (_other_words, "not told in its passage"),
        (_still_said, "still says it"),
        (_not_new, "does not say so"),
        (_elsewhere, "does not say so"),
        (_other_day, "did not come"),
        (_later_issue, "of a later day"),
        (_more_tellers, "so many sources"),
        (_open, "is not settled"),
        (_no_conflict, "does not say so"),
    ],
)
def test_a_change_that_does_not_follow_is_found_without_the_earlier_issue(
    alone: Path, edit: Callable[[Any], None], said: str
) -> None:
    """The issue's own record and texts are enough to tell."""
    change(alone, edit)
    assert any(said in finding.message for finding in proved(prove_changes, alone))


@pytest.mark.parametrize("kind", ["figures", "opened", "settled", "due", "gone", "strengthened", "new"])
def test_a_change_that_is_left_out_is_found_beside_the_earlier_issue(
    shelf: Path, tmp_path: Path, kind: str
) -> None:
    """Both records at hand tell what is missing, also where the earlier one is a revision by now."""
    for place in ("second", "revisions/second/1"):
        root = tmp_path / place.replace("/", "-")
        shutil.copytree(shelf / "third", root / "third")
        shutil.copytree(shelf / "second", root / place)
        change(root / "third", lambda changes: changes.update({kind: []}))
        assert any("both issues" in finding.message for finding in proved(prove_changes, root / "third"))


def test_a_name_that_leads_out_is_not_followed(alone: Path) -> None:
    """The earlier issue is looked for beside this one, nowhere else."""
    change(alone, lambda changes: changes["since"].update(name="../../etc"))
    assert proved(prove_changes, alone) == ()
