"""Passages that do not stand where the record says are found."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.check.anchors import prove_anchors
from tests.check.issues import TEXTS, good, proved, tree, write


def anchors(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON is a tree of anything
    """Every passage of a record, wherever in it."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict) and node.keys() == {"source", "start", "end", "text"}:
        yield node
    for child in inner:
        yield from anchors(child)


@given(data=st.data())
def test_any_changed_passage_is_found(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whichever passage is moved, cut, reworded or put into another source, it is found."""
    record = tree(good())
    chosen = data.draw(st.sampled_from(list(anchors(record))))
    key = data.draw(st.sampled_from(["start", "end", "text", "source"]))
    if key == "source":
        chosen[key] = data.draw(
            st.sampled_from([*(name for name in TEXTS if name != chosen[key]), "nowhere"])
        )
    elif key == "text":
        at = data.draw(st.integers(0, len(chosen[key]) - 1))
        chosen[key] = chosen[key][:at] + "\u2603" + chosen[key][at + 1 :]
    else:
        chosen[key] += data.draw(st.integers(-400, 400).filter(bool))
    findings = proved(prove_anchors, write(tmp_path_factory.mktemp("issue"), record))
    assert "anchors" in {finding.gate for finding in findings}


def test_the_good_issue_has_passages_of_all_kinds() -> None:
    """The property above would prove little on an issue with few passages."""
    assert len(list(anchors(tree(good())))) >= 15


def test_a_changed_source_is_found(tmp_path: Path) -> None:
    """A text that is no longer the one that was read is named with what to do."""
    folder = write(tmp_path, good())
    with (folder / "sources" / "paper.txt").open("ab") as file:
        file.write(b" ")
    (finding,) = proved(prove_anchors, folder)
    assert finding.message == (
        "sources/paper.txt was changed after the build; build the issue again from the new text."
    )


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_source_that_cannot_be_read_is_found(tmp_path: Path, content: bytes | None) -> None:
    """A text that is missing or no UTF-8 is one finding, not one for each of its passages."""
    folder = write(tmp_path, good())
    place = folder / "sources" / "paper.txt"
    place.unlink()
    if content is not None:
        place.write_bytes(content)
    (finding,) = proved(prove_anchors, folder)
    assert "sources/paper.txt is not there or cannot be read" in finding.message


def test_a_source_outside_of_the_issue_is_not_read(tmp_path: Path) -> None:
    """A path that leads out of the folder of texts counts as a missing text."""
    record = tree(good())
    record["sources"][0]["path"] = "../../outside.txt"
    (tmp_path / "outside.txt").write_bytes(TEXTS["agency.txt"].encode())
    (finding,) = proved(prove_anchors, write(tmp_path / "issue", record))
    assert "outside.txt is not there" in finding.message


def test_a_source_that_was_set_aside_cannot_be_cited(tmp_path: Path) -> None:
    """What was not used cannot carry a statement."""
    record = tree(good())
    record["sources"][0] |= {"status": "set_aside", "digest": "", "reason": "is empty."}
    findings = proved(prove_anchors, write(tmp_path, record))
    assert findings
    assert all("which is no source in use" in finding.message for finding in findings)
