"""Nothing of a text is lost: each line is kept, or removed with a reason."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from brief.check.accounted import prove_accounted
from tests.check.issues import proved


def changed(issue: Path, change: Callable[[Any], None]) -> tuple[str, ...]:
    """What the proof says of the issue after a change in its record."""
    place = issue / "brief.json"
    tree = msgspec.json.decode(place.read_bytes())
    change(tree["sources"][0])
    place.write_bytes(msgspec.json.encode(tree))
    return tuple(finding.message for finding in proved(prove_accounted, issue))


def test_a_built_issue_accounts_for_all_its_lines(issue: Path) -> None:
    """What a build leaves behind has every line kept or removed."""
    assert proved(prove_accounted, issue) == ()


@pytest.mark.parametrize("part", ["lines", "removed"])
def test_a_line_that_is_dropped_is_found(issue: Path, part: str) -> None:
    """A sentence, or a line of the frame, cannot vanish from the record."""

    def drop(entry: Any) -> None:  # noqa: ANN401 - JSON is a tree of anything
        entry[part].pop()

    assert any("neither kept nor removed" in said for said in changed(issue, drop))


def test_a_line_that_is_told_twice_is_found(issue: Path) -> None:
    """A line cannot be kept and removed."""

    def repeat(entry: Any) -> None:  # noqa: ANN401 - JSON is a tree of anything
        entry["removed"].append({**entry["lines"][0], "reason": "x"})

    assert any("counted twice" in said for said in changed(issue, repeat))
