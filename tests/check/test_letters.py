"""No lost letter is printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from brief.check.letters import prove_letters
from tests.check.issues import proved


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tree: tree.update(title="جسر\ufffd"), "title"),
        (lambda tree: tree["sources"][0].update(publisher="مركز\ufffd"), "publisher"),
        (lambda tree: tree["sources"][0].update(path="\ufffd.txt"), None),
    ],
)
def test_a_lost_letter_is_found(issue: Path, change: Callable[[Any], None], said: str | None) -> None:
    """Wherever it would be printed, U+FFFD is a finding; a file may have it in its name."""
    place = issue / "brief.json"
    tree = msgspec.json.decode(place.read_bytes())
    change(tree)
    place.write_bytes(msgspec.json.encode(tree))
    found = [finding.message for finding in proved(prove_letters, issue)]
    assert len(found) == (said is not None)
    assert all(str(said) in message for message in found)
