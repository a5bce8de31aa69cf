"""An office's own type is measured, and what it loses is told."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from brief import build as building
from brief import legible, themes
from brief.check import check
from brief.check.issue import open_issue
from brief.check.text_layer import POOR, is_noted
from brief.errors import BriefError
from brief.model import Note
from brief.themes import Theme
from tests.check.issues import good, write
from tests.topics import STRIKE, topic

TOML = 'base = "modern"\n[text]\nfamily = "Office"\n[text.faces]\n400 = "Office.ttf"\n'


@pytest.fixture
def office(tmp_path: Path) -> Theme:
    """A theme with its own text face, which is Plex under another name."""
    folder = tmp_path / "office"
    folder.mkdir()
    shutil.copy(themes.load("modern").text.path(400), folder / "Office.ttf")
    (folder / "theme.toml").write_text(TOML, "utf-8")
    return themes.of_folder(folder)


def test_a_good_family_needs_no_word(office: Theme) -> None:
    """What gives its words back is not told of, and the type of the package is not measured."""
    assert list(legible.poor_families(good(), office)) == []
    assert list(legible.poor_families(good(), themes.load("sober"))) == []


def test_a_poor_family_is_told_of(office: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    """The note and the warning name the family and the share of its words."""
    monkeypatch.setattr(legible, "_share", lambda *_: 0.371)
    ((note, warning),) = legible.poor_families(good(), office)
    assert note == Note(POOR, "Office, 37%")
    assert "only 37% of the words set in Office can be found again" in str(warning)


def test_a_poor_theme_is_published_with_a_warning(
    office: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build warns, the record and the page say it, and the check of the issue agrees."""
    monkeypatch.setattr(legible, "_share", lambda *_: 0.371)
    request = building.Request(
        topic(tmp_path / "strike", STRIKE),
        out=tmp_path / "out",
        issued="2024-03-01",
        theme=tmp_path / "office",
        formats=("pdf", "html", "json"),
    )
    told: list[BriefError] = []
    building.build(request, lambda _: None, told.append)
    assert [type(warning).__name__ for warning in told] == ["FontError"]
    issue = open_issue(tmp_path / "out")
    assert issue.brief.notes[-1] == Note(POOR, "Office, 37%")
    assert issue.page is not None
    assert "Office, 37" in issue.page
    assert is_noted(issue)
    assert check(tmp_path / "out") == ()


def test_a_note_alone_excuses_nothing(tmp_path: Path) -> None:
    """An issue in a theme of the package is held to the floor, whatever it notes."""
    write(tmp_path, replace(good(), notes=(Note(POOR, "Office, 37%"),)))
    assert not is_noted(open_issue(tmp_path))
    (tmp_path / themes.KEPT).mkdir()
    assert is_noted(open_issue(tmp_path))
