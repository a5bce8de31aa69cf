"""The gate as a whole."""

from pathlib import Path

import pytest

from brief.check import check
from brief.errors import TopicError
from tests.check.issues import good, write


def test_a_good_issue_passes(tmp_path: Path) -> None:
    """Where everything holds there is nothing to say; formats that were not built are not missed."""
    assert check(write(tmp_path, good(), page=None)) == ()


def test_a_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    """Without brief.json there is nothing to check, and that is said."""
    with pytest.raises(
        TopicError, match=r"brief\.json: cannot be read .*; name the folder of a built issue\."
    ):
        check(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"schema": "brief/2"}', b"\xff", b"[1"])
def test_a_record_of_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    """A brief.json that is no brief of version 1 is refused in a sentence."""
    (tmp_path / "brief.json").write_bytes(content)
    with pytest.raises(TopicError, match=r"is not the record of a brief \(.+\); build the issue again\."):
        check(tmp_path)
