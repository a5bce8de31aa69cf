"""The digest of all that an issue is made of: it changes with each part, and with nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from brief import config, inputs
from brief.digests import Digests
from brief.stored import Stored, keep
from brief.weeks import interval

WEEK = interval("2024-W26", "sunday")
SETTINGS = 'title = "ميناء"\n[[source]]\nurl = "https://example.org/news.html"\n'
URL = "https://example.org/news.html"


@pytest.fixture(autouse=True)
def _one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program stays what it is while a test runs, whoever is writing it."""
    monkeypatch.setattr(inputs, "program", lambda _digests: "one")


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A topic with a file, one in its inbox, a stored copy and a look of its own."""
    folder = tmp_path / "port"
    for name in ("inbox", "look", "notes"):
        (folder / name).mkdir(parents=True)
    (folder / "a.txt").write_text("one", "utf-8")
    (folder / "inbox" / "b.txt").write_text("one", "utf-8")
    (folder / "look" / "theme.toml").write_text('base = "modern"\n', "utf-8")
    (folder / "brief.toml").write_text(f'theme = "look"\n{SETTINGS}', "utf-8")
    keep(folder, Stored(url=URL, file="example.org-1.html", status=200), b"<p>one")
    return folder


def fingerprint(folder: Path, week: str = "2024-W26", before: Path | None = None) -> str:
    """The digest for an issue of that week."""
    return inputs.fingerprint(folder, config.load(folder), interval(week, "sunday"), before, Digests())


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file": lambda topic: (topic / "a.txt").write_text("two", "utf-8"),
    "a new file": lambda topic: (topic / "c.txt").write_text("one", "utf-8"),
    "a file that is gone": lambda topic: (topic / "a.txt").unlink(),
    "another name": lambda topic: (topic / "a.txt").rename(topic / "d.txt"),
    "a name that is no text": lambda topic: (topic / "\udcff.txt").write_text("one", "utf-8"),
    "a file in the inbox": lambda topic: (topic / "inbox" / "b.txt").write_text("two", "utf-8"),
    "a setting": lambda topic: (topic / "brief.toml").write_text(
        f'theme = "look"\nissued = "2024-06-30"\n{SETTINGS}'
    ),
    "the look": lambda topic: (topic / "look" / "theme.css").write_text("p { color: red }"),
    "a fetched copy": lambda topic: (topic / "fetched" / "example.org-1.html").write_bytes(b"<p>two"),
    "a copy that is lost": lambda topic: keep(
        topic, Stored(url=URL, problem="is gone.", problem_kind="unreachable")
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_part_counts(topic: Path, change: str) -> None:
    """Whatever of a topic is another than before, the digest is another one."""
    before = fingerprint(topic)
    CHANGES[change](topic)
    assert fingerprint(topic) != before


def test_what_is_no_part_does_not_count(topic: Path) -> None:
    """Hidden files, folders that are not read, and when an address was asked last."""
    before = fingerprint(topic)
    (topic / ".hidden").write_text("x")
    (topic / "notes" / "x.txt").write_text("x")
    (record,) = [Stored(url=URL, file="example.org-1.html", status=200)]
    keep(topic, structs.replace(record, fetched="2024-06-30T06:00:00+00:00", etag="x"), b"<p>one")
    assert fingerprint(topic) == before


def test_days_and_the_issue_before_count(topic: Path, tmp_path: Path) -> None:
    """Another week is another issue, and what changed is told from the record of the one before."""
    old = tmp_path / "2024-W25"
    old.mkdir()
    seen = [fingerprint(topic), fingerprint(topic, "2024-W27"), fingerprint(topic, before=old)]
    (old / "brief.json").write_text("{}")
    seen.append(fingerprint(topic, before=old))
    (old / "brief.json").write_text('{"title": "x"}')
    seen.append(fingerprint(topic, before=old))
    assert len(set(seen)) == len(seen)


def test_another_program_counts(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version makes of the same is another issue."""
    before = fingerprint(topic)
    monkeypatch.setattr(inputs, "program", lambda _digests: "another")
    assert fingerprint(topic) != before
