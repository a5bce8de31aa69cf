"""From odd files to the page: mended letters are told of, teasers are set aside, the gate agrees."""

from pathlib import Path

import msgspec
import pytest

from brief.messages import catalogue
from brief.model import Brief
from tests.topics import STRIKE, run, topic

AGENCY = STRIKE["agency.txt"]


def built(folder: Path, out: Path) -> Brief:
    """The record of a build, which runs the gate on what it built."""
    outcome = run("build", folder, "--out", out, "--to", "json,html")
    assert (outcome.code, outcome.err) == (0, "")
    return msgspec.json.decode((out / "brief.json").read_bytes(), type=Brief)


def test_mended_letters_are_told_on_the_page(tmp_path: Path) -> None:
    """The entry says how, the note names the source, the text that the spans point into is kept."""
    content = AGENCY.decode("utf-8-sig").encode().decode("cp1256").encode()
    brief = built(topic(tmp_path / "t", {**STRIKE, "agency.txt": content}), tmp_path / "out")
    (entry,) = (entry for entry in brief.sources if entry.path == "agency.txt")
    assert (entry.mended, entry.text_path) == ("UTF-8 that was read as cp1256", "sources/agency.txt/1.txt")
    assert (tmp_path / "out" / entry.place).read_bytes().decode() == AGENCY.decode("utf-8-sig")
    assert [(note.message, note.source) for note in brief.notes if note.kind == "mended"] == [
        ("agency.txt", entry.id)
    ]
    said = catalogue("ar").gettext("note:mended")
    assert said in (tmp_path / "out" / "brief.html").read_text("utf-8").replace("\u00a0", " ")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1256"])
def test_an_old_encoding_is_no_damage(tmp_path: Path, encoding: str) -> None:
    """A file in another encoding is read like one in UTF-8: nothing to tell."""
    content = AGENCY.decode("utf-8-sig").encode(encoding)
    brief = built(topic(tmp_path / "t", {**STRIKE, "agency.txt": content}), tmp_path / "out")
    assert not [note for note in brief.notes if note.kind == "mended"]
    plain = built(topic(tmp_path / "u", STRIKE), tmp_path / "plain")
    assert brief.sections == plain.sections


def test_no_lost_letter_is_printed(tmp_path: Path) -> None:
    """Lines with broken bytes are kept from the brief and listed among what was removed."""
    broken = bytearray(AGENCY)
    broken[len(broken) // 2] = 0xFF
    brief = built(topic(tmp_path / "t", {**STRIKE, "agency.txt": bytes(broken)}), tmp_path / "out")
    (entry,) = (entry for entry in brief.sources if entry.path == "agency.txt")
    assert "damaged letters" in {piece.reason for piece in entry.removed}
    assert "\ufffd" not in (tmp_path / "out" / "brief.html").read_text("utf-8")
    assert "\ufffd" not in (tmp_path / "out" / "brief.json").read_text("utf-8")


def test_a_teaser_of_a_feed_is_set_aside(tmp_path: Path) -> None:
    """Each teaser is an entry of its own, with its title, its address and the reason."""
    item = (
        "<item><title>خبر</title><link>https://example.org/{0}</link><description>مقدمة…</description></item>"
    )
    feed = f"<rss version='2.0'><channel><title>م</title>{item.format(1)}{item.format(2)}</channel></rss>"
    brief = built(topic(tmp_path / "t", {**STRIKE, "feed.xml": feed}), tmp_path / "out")
    aside = [entry for entry in brief.sources if entry.path == "feed.xml"]
    assert [(entry.status, entry.reason_kind, entry.url) for entry in aside] == [
        ("set_aside", "teaser", "https://example.org/1"),
        ("set_aside", "teaser", "https://example.org/2"),
    ]
    assert len({entry.id for entry in aside}) == 2
