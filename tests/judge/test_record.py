"""judgement.json: what was answered, as a file."""

import json
from pathlib import Path

import pytest

from brief.errors import TopicError
from brief.judge import NAME, record
from brief.judge.answers import Decision, Place
from brief.judge.questions import (
    Answer,
    Choice,
    Kept,
    Relations,
    Shares,
    StanceTaken,
    Verdict,
    Weights,
)
from brief.model import Facet, Stance

ANSWERS: tuple[Answer, ...] = (
    Kept({2: True, 10: False}),
    Shares({1: ((Facet.MOTIVES, 0.9), (Facet.CONTEXT, 0.1)), 2: ()}),
    Weights({0: 3.0}),
    Relations({1: "same", 2: "number"}),
    Verdict(None),
    Choice(1),
    StanceTaken(Stance.OPPOSE),
)
DECISIONS = tuple(
    Decision(
        question=f"{number:020}",
        kind="body",
        judge="person",
        name="هدى",
        at="2026-01-01T00:00:00Z",
        answer=answer,
        about=(Place(1, "a", 0, 7),),
    )
    for number, answer in enumerate(ANSWERS)
)


def test_every_answer_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Answers of every kind come back; whoever wrote them in whatever order writes the same bytes."""
    path = tmp_path / NAME
    path.write_bytes(record.content(DECISIONS))
    assert record.load(path) == DECISIONS
    assert record.content(DECISIONS[::-1]) == path.read_bytes()


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    """Where nobody judged there is nothing to read."""
    assert record.load(tmp_path / NAME) == ()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"schema": "judgement/2"}', b'{"decisions": [{}]}'])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    """The reason is told, and what to do."""
    path = tmp_path / NAME
    path.write_bytes(content)
    with pytest.raises(TopicError, match="is no record of judgements"):
        record.load(path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No record is; a name that would fill pages is no name."""
    path = tmp_path / NAME
    path.write_bytes(record.content(DECISIONS))
    path.write_bytes(path.read_bytes().replace("هدى".encode(), b"x" * 1001))
    with pytest.raises(TopicError, match="is no record of judgements"):
        record.load(path)
    monkeypatch.setattr(record, "MOST_BYTES", 10)
    with pytest.raises(TopicError, match="is larger than"):
        record.load(path)


def test_an_answer_outside_its_list_is_refused(tmp_path: Path) -> None:
    """A relation that nobody knows makes the file none of ours."""
    told = json.loads(record.content(DECISIONS))
    told["decisions"][3]["answer"]["relations"]["1"] = "alike"
    path = tmp_path / NAME
    path.write_text(json.dumps(told))
    with pytest.raises(TopicError, match="is no record of judgements"):
        record.load(path)
