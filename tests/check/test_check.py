"""The gate as a whole."""

from pathlib import Path

import pytest

from brief.build import own_names
from brief.check import check
from brief.errors import TopicError


def test_an_issue_as_it_was_built_passes(issue: Path) -> None:
    """Where everything holds there is nothing to say."""
    assert check(issue) == ()


def test_formats_that_were_not_built_are_not_missed(issue: Path) -> None:
    """The record alone is an issue too."""
    (issue / "brief.html").unlink()
    (issue / "brief.pdf").unlink()
    assert check(issue) == ()


def test_a_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    """Without brief.json there is nothing to check, and that is said."""
    with pytest.raises(TopicError, match=r"brief\.json: is not the record of a brief"):
        check(tmp_path)


def test_a_record_that_breaks_a_proof_is_found(issue: Path) -> None:
    """What no reader can make sense of is a finding, not a crash."""
    record = issue / "brief.json"
    text = record.read_text("utf-8")
    assert '"published": "2024-02-14"' in text
    record.write_text(text.replace('"published": "2024-02-14"', '"published": "x"'), "utf-8")
    assert check(issue)


def test_every_file_of_an_issue_is_known_as_its_own(built: Path) -> None:
    """What a build writes is known by its names: of an issue that another replaces nothing is left."""
    assert {path.name for path in built.iterdir()} <= own_names()
