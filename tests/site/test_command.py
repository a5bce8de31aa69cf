"""The commands of the archive as one types them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from brief.cli import app
from brief.errors import UsageError
from brief.site.users import Door
from tests.site.shelf import approved

RUN = CliRunner()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told is told in English."""
    monkeypatch.setenv("LANGUAGE", "C")


def test_build_tells_what_is_left_out(tmp_path: Path) -> None:
    """The first page is printed, and a draft is told beside it."""
    folder = approved(tmp_path, "2023-01-01")
    (folder / "approval.json").unlink()
    out = tmp_path / "out"
    done = RUN.invoke(app, ["site", "build", "--reports", str(tmp_path), "--out", str(out), "--title", "N"])
    assert done.exit_code == 0
    assert done.stdout.strip() == str(out / "index.html")
    assert "2023-01-01: is a draft" in done.stderr
    assert "<title>N</title>" in (out / "index.html").read_text("utf-8")


def test_a_password_comes_in_by_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in no list of processes; the file is where the environment says."""
    monkeypatch.setenv("BRIEF_USERS", str(tmp_path / "in" / "users.json"))
    done = RUN.invoke(app, ["site", "user", "Amina"], input="correct horse battery\n")
    assert done.stdout.strip() == str(tmp_path / "in" / "users.json")
    assert Door(tmp_path / "in" / "users.json").opens("amina", "correct horse battery")
    RUN.invoke(app, ["site", "user", "Amina", "--remove"])
    assert Door(tmp_path / "in" / "users.json").hashed("amina") is None


def test_no_password_makes_no_user(tmp_path: Path) -> None:
    """An empty pipe is an error, not a user whom anybody is."""
    done = RUN.invoke(app, ["site", "user", "Amina", "--users", str(tmp_path / "users.json")], input="")
    assert isinstance(done.exception, UsageError)
    assert not (tmp_path / "users.json").exists()
