"""Which sources a topic has."""

from pathlib import Path

import pytest

from brief.config import FetchSettings, SourceSettings, Topic
from brief.listing import listing, place_of
from brief.stored import Stored, file_name, keep

URL = "https://news.example/a"
FEED = "https://news.example/feed"


def stored(folder: Path, url: str, suffix: str = ".html", *, entries: tuple[str, ...] = ()) -> str:
    """The name of a copy that was put beside the topic."""
    record = Stored(url=url, file=file_name(url, suffix), charset="utf-8", entries=entries)
    keep(folder, record, b"x")
    return f"fetched/{record.file}"


def topic(*said: SourceSettings) -> Topic:
    """The settings of a topic with these sources."""
    return Topic(source=said)


def test_files_and_copies_are_sources_side_by_side(tmp_path: Path) -> None:
    """The files of the folder, those that are listed, and the copies of addresses, sorted by name."""
    (tmp_path / "z.txt").write_bytes(b"x")
    name = stored(tmp_path, URL)
    found = listing(tmp_path, topic(SourceSettings(url=URL, grade="A1"), SourceSettings(file="a.txt")))
    assert [one.name for one in found] == ["a.txt", name, "z.txt"]
    assert (found[1].said.grade, found[1].url, found[1].charset) == ("A1", URL, "utf-8")


def test_a_bare_name_that_the_inbox_alone_has_is_meant_there(tmp_path: Path) -> None:
    """What brief.toml says of it holds there; a file of the folder itself goes before one of the inbox."""
    (tmp_path / "inbox").mkdir()
    for name in ("inbox/a.txt", "inbox/b.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"x")
    said = topic(*(SourceSettings(file=name, title=name) for name in ("a.txt", "b.txt", "c.txt")))
    found = {one.name: one.said.title for one in listing(tmp_path, said)}
    assert found == {"b.txt": "b.txt", "c.txt": "c.txt", "inbox/a.txt": "a.txt", "inbox/b.txt": None}
    long = "a" * 300
    assert long in {one.name for one in listing(tmp_path, topic(SourceSettings(file=long)))}


def test_what_is_not_listed_any_more_is_not_read(tmp_path: Path) -> None:
    """A copy alone makes no source."""
    stored(tmp_path, URL)
    assert listing(tmp_path, topic()) == ()


def test_an_address_without_a_copy_says_why(tmp_path: Path) -> None:
    """Never asked for, or asked in vain: two reasons."""
    asked = topic(SourceSettings(url=URL))
    (one,) = listing(tmp_path, asked)
    assert (one.name, one.problem.kind if one.problem else None) == (URL, "not_fetched")
    keep(tmp_path, Stored(url=URL, problem="answers with status 404; mend it.", problem_kind="unreachable"))
    (one,) = listing(tmp_path, asked)
    assert (str(one.problem), one.problem.kind if one.problem else None) == (
        "answers with status 404; mend it.",
        "unreachable",
    )


def test_a_broken_index_sets_the_addresses_aside(tmp_path: Path) -> None:
    """The files are read all the same."""
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "fetched").mkdir()
    (tmp_path / "fetched" / "index.json").write_bytes(b"{")
    found = listing(tmp_path, topic(SourceSettings(url=URL)))
    assert [(one.name, one.problem is None) for one in found] == [("a.txt", True), (URL, False)]


def test_the_first_that_lists_a_source_has_the_word(tmp_path: Path) -> None:
    """Twice the same file or address is one source, an entry that is listed too is what the list says."""
    name = stored(tmp_path, URL)
    stored(tmp_path, FEED, ".xml", entries=(URL,))
    said = (
        SourceSettings(url=FEED, grade="C3"),
        SourceSettings(url=URL, grade="A1"),
        SourceSettings(url=URL),
    )
    grades = {one.name: one.said.grade for one in listing(tmp_path, topic(*said))}
    assert grades[name] == "A1"
    assert len(grades) == 2


def test_an_entry_has_what_is_said_of_its_feed_but_for_what_is_a_page_s_own(tmp_path: Path) -> None:
    """Publisher and grade are the feed's; title, author and date are not."""
    name = stored(tmp_path, URL)
    feed = stored(tmp_path, FEED, ".xml", entries=(URL, "https://news.example/gone"))
    said = SourceSettings(url=FEED, publisher="p", grade="B2", title="t", author="w", date="2024")
    found = {one.name: one for one in listing(tmp_path, topic(said))}
    assert set(found) == {name, feed}
    assert found[name].said == SourceSettings(url=FEED, publisher="p", grade="B2")
    assert found[feed].followed == {URL}


@pytest.mark.parametrize(
    ("link", "place"),
    [
        (None, FEED),
        ("/b", "https://news.example/b"),
        ("https://other.example/c#d", "https://other.example/c"),
        ("javascript:alert(1)", FEED),
        ("http://[", FEED),
    ],
)
def test_an_entry_stands_at_its_link(tmp_path: Path, link: str | None, place: str) -> None:
    """What is no address of the web is not repeated in a brief."""
    stored(tmp_path, FEED, ".xml")
    (feed,) = listing(tmp_path, topic(SourceSettings(url=FEED)))
    assert place_of(feed, link) == place


def test_a_page_stands_where_it_was_fetched(tmp_path: Path) -> None:
    """Whatever it says of itself; a file has only what it says."""
    stored(tmp_path, URL)
    (tmp_path / "a.html").write_bytes(b"x")
    file, page = listing(tmp_path, Topic(source=(SourceSettings(url=URL),), fetch=FetchSettings()))
    assert place_of(page, "https://elsewhere.example/") == URL
    assert place_of(file, "https://elsewhere.example/") == "https://elsewhere.example/"
