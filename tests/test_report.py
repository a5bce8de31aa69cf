"""What the commands print of a topic or an issue."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from brief.config import Topic
from brief.errors import TopicError
from brief.model import Brief
from brief.pipeline import condense
from brief.printed import plain
from brief.report import explanation, sources_report
from tests.builders import mixed_texts

ARTICLE = """أخبار الحي
14 مارس 2019
افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم بكلفة 40 ألف دينار.
وانتقدت نقابة الباعة نقل البسطات إلى الطرف الجنوبي وحذرت من خسائر كبيرة تصيب السوق.
شارك
"""


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A topic of one article and one file that is none."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.xls").write_bytes(b"x")
    return tmp_path


@pytest.fixture
def brief(topic: Path) -> Brief:
    """The brief of the topic."""
    return condense(topic, Topic())[0]


def record(folder: Path, brief: Brief) -> Path:
    """The folder with the record of this brief in it."""
    (folder / "brief.json").write_bytes(msgspec.json.Encoder(decimal_format="number").encode(brief))
    return folder


def test_sources_tells_what_was_kept_removed_and_set_aside(topic: Path) -> None:
    """For each file: what its page says, every removed line with the reason, or why it is unusable."""
    told = sources_report(topic)
    assert told.startswith("a.txt\n")
    assert "published: 2019-03-14" in told
    assert "author: unknown" in told
    assert "kept: 2 sentences" in told
    assert "page frame: شارك" in told
    assert "b.xls\n  set aside: it is of a format that is not read" in told


@given(mixed_texts)
def test_nothing_printed_steers_a_terminal(text: str) -> None:
    """Control and direction characters of a source never reach the screen; letters do."""
    told = plain(text)
    assert all(character.isprintable() or character.isspace() for character in told)
    assert [character for character in told if character.isalnum()] == [c for c in text if c.isalnum()]


def test_an_escape_sequence_is_only_text() -> None:
    """What would colour or clear the screen loses the character that makes it do so."""
    assert plain("\x1b[2Jحي\u202e\u200f\r") == "[2Jحي"


def test_a_folder_without_an_issue_is_refused(tmp_path: Path) -> None:
    """What reads an issue says where there is none."""
    with pytest.raises(TopicError, match=r"brief\.json: is not the record of a brief"):
        explanation(tmp_path, "s1")


def test_an_item_is_explained_by_its_passages_and_reasons(tmp_path: Path, brief: Brief) -> None:
    """The text, each passage with file and place, and every part of the score."""
    item = brief.sections[-1].items[0]
    told = explanation(record(tmp_path, brief), item.id).splitlines()
    place = item.evidence[0]
    assert told[0] == item.text
    assert f"passage: a.txt {place.start}-{place.end}: {place.text}" in told
    assert f"score: {item.score}" in told
    assert [line.strip() for line in told if line.startswith("  ")] == [
        f"{name}: {value:+}" for name, value in item.reasons
    ]


def test_an_unknown_item_is_refused(tmp_path: Path, brief: Brief) -> None:
    """The sentence says where the ids can be found."""
    with pytest.raises(TopicError, match=r"no item 's0'.*brief\.json"):
        explanation(record(tmp_path, brief), "s0")


def test_names_of_files_are_only_text(tmp_path: Path) -> None:
    """What a file is called cannot steer a terminal, whether it is read, set aside or a copy."""
    for name in ("a\x1b[2J.txt", "b\n\x1b[2J.txt"):
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    (tmp_path / "c\x1b[2J\r.xls").write_bytes(b"x")
    told = sources_report(tmp_path)
    assert told.count("set aside") == 2
    assert all(character.isprintable() or character == "\n" for character in told)


def test_a_foreign_record_is_only_text(tmp_path: Path, brief: Brief) -> None:
    """Nothing of a brief.json that somebody else wrote reaches the screen as it is."""
    odd = "x\x1b[2J\n"
    source = msgspec.structs.replace(brief.sources[0], path=odd)
    first = brief.sections[-1]
    item = msgspec.structs.replace(first.items[0], reasons=((odd, 1),))
    changed = msgspec.structs.replace(
        brief,
        sources=(source, *brief.sources[1:]),
        sections=(*brief.sections[:-1], msgspec.structs.replace(first, items=(item,))),
    )
    told = explanation(record(tmp_path, changed), item.id)
    assert all(character.isprintable() or character == "\n" for character in told)


def test_a_folder_inside_is_told(topic: Path) -> None:
    """Files of an inner folder are no sources until they are listed, and the report says so."""
    (topic / "more").mkdir()
    (topic / "more" / "c.txt").write_text(ARTICLE, "utf-8")
    assert "more/\n  not looked into" in sources_report(topic)
