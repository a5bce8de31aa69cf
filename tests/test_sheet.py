"""All figures as a table, CSV and JSON."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from brief.config import Topic
from brief.errors import TopicError
from brief.model import Anchor, Brief, Certainty, Qualifier
from brief.pipeline import condense
from brief.sheet import figures_csv, figures_json, figures_table
from tests.builders import datapoint

ARTICLE = """أخبار الحي
14 مارس 2019
افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم بكلفة 40 ألف دينار.
وانتقدت نقابة الباعة نقل البسطات إلى الطرف الجنوبي وحذرت من خسائر كبيرة تصيب السوق.
شارك
"""


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A topic of one article."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.fixture
def brief(topic: Path) -> Brief:
    """The brief of the topic."""
    return condense(topic, Topic())[0]


def passages(brief: Brief) -> tuple[Anchor, Anchor]:
    """Two passages of its source."""
    return brief.sections[0].items[0].evidence[0], brief.sections[-1].items[-1].evidence[0]


def issue(folder: Path, brief: Brief) -> Path:
    """An issue with two figures, one of them told by two passages, beside its text."""
    first, second = passages(brief)
    points = (
        datapoint(
            id="d1",
            value=Decimal("4E+4"),
            unit="jod",
            subject="=HYPERLINK(1)",
            qualifier=Qualifier.APPROX,
            certainty=Certainty.ATTRIBUTED,
            said_by="البلدية",
            evidence=(first, second),
        ),
        datapoint(
            id="d2", low=Decimal("-1.5"), high=Decimal(2), unit="percent", period="2019", evidence=(first,)
        ),
    )
    changed = msgspec.structs.replace(brief, datapoints=points)
    (folder / "brief.json").write_bytes(msgspec.json.Encoder(decimal_format="number").encode(changed))
    return folder


def test_csv_has_a_row_for_each_passage(topic: Path, brief: Brief) -> None:
    """Rows of one figure share its id and are numbered; numbers stand in full, unquoted."""
    rows = list(csv.DictReader(io.StringIO(figures_csv(issue(topic, brief)))))
    assert [(row["id"], row["passage"]) for row in rows] == [("d1", "1"), ("d1", "2"), ("d2", "1")]
    assert [(row["value"], row["low"], row["high"]) for row in rows[1:]] == [
        ("40000", "", ""),
        ("", "-1.5", "2"),
    ]
    assert (rows[0]["certainty"], rows[0]["said_by"], rows[0]["qualifier"]) == (
        "attributed",
        "البلدية",
        "approx",
    )
    for row, passage in zip(rows, (*passages(brief), passages(brief)[0]), strict=True):
        assert (row["source"], int(row["start"]), int(row["end"])) == ("a.txt", passage.start, passage.end)
        assert row["text"] == passage.text


def test_no_cell_is_a_formula(topic: Path, brief: Brief) -> None:
    """What a spreadsheet would work out is quoted by an apostrophe; a negative number is a number."""
    rows = list(csv.DictReader(io.StringIO(figures_csv(issue(topic, brief)))))
    assert rows[0]["subject"] == "'=HYPERLINK(1)"
    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == ["-1.5"]


def test_json_has_all_passages_and_exact_numbers(topic: Path, brief: Brief) -> None:
    """An object a figure, its passages as they stand in the file of their source."""
    found = json.loads(figures_json(issue(topic, brief)))
    assert [(one["id"], one["value"], one["low"]) for one in found] == [
        ("d1", 40000, None),
        ("d2", None, -1.5),
    ]
    text = (topic / "a.txt").read_text("utf-8")
    told = [passage for one in found for passage in one["evidence"]]
    assert len(told) == 3
    assert all(text[one["start"] : one["end"]] == one["text"] for one in told)
    assert {one["source"] for one in told} == {"a.txt"}


def test_the_table_has_a_row_for_each_figure(topic: Path, brief: Brief) -> None:
    """Columns stand under each other whatever marks the words bear; an empty column is left out."""
    head, *rows = figures_table(issue(topic, brief)).splitlines()
    assert [row.split()[:2] for row in rows] == [["d1", "40000"], ["d2", "-1.5-2"]]
    assert {row.index(unit) for row, unit in zip(rows, ("jod", "percent"), strict=True)} == {
        head.index("unit")
    }
    assert "counterpart" not in head


def test_nothing_of_a_record_steers_a_terminal(topic: Path, brief: Brief) -> None:
    """Control and direction characters are left out, and in JSON named by their numbers."""
    odd = "x\x1b[2J\u202e\x9b\n"
    first = passages(brief)[0]
    points = (datapoint(measure=odd, said_by=odd, evidence=(msgspec.structs.replace(first, text=odd),)),)
    changed = msgspec.structs.replace(
        brief,
        datapoints=points,
        sources=tuple(msgspec.structs.replace(one, path=odd) for one in brief.sources),
    )
    (topic / "brief.json").write_bytes(msgspec.json.encode(changed))
    for told in (figures_table(topic), figures_csv(topic), figures_json(topic)):
        assert all(character.isprintable() or character == "\n" for character in told)
    assert json.loads(figures_json(topic))[0]["measure"] == odd


def test_a_topic_is_read_where_there_is_no_issue(topic: Path) -> None:
    """The figures of a folder of articles are those that a build would record."""
    (found,) = json.loads(figures_json(topic))
    assert (found["value"], found["evidence"][0]["source"]) == (40000, "a.txt")


def test_a_folder_of_neither_is_refused(tmp_path: Path) -> None:
    """What is no topic and no issue is an error that says so."""
    with pytest.raises(TopicError):
        figures_table(tmp_path)
    (tmp_path / "brief.json").write_text("{}")
    with pytest.raises(TopicError, match=r"brief\.json: is not the record of a brief"):
        figures_table(tmp_path)
