"""What a later issue keeps of an earlier one's texts."""

from pathlib import Path

import pytest

from brief.changes import Earlier, told_since
from brief.errors import TopicError
from brief.identity import digest
from brief.outputs import record
from tests.changes.briefs import anchor, earlier, entry, item, side, texts_of

OLD = "اشترت الهيئة أربع رافعات عملاقة للرصيف الشرقي."
NEW = "وقعت الهيئة عقد تعميق القناة مع شركة محلية."


def test_a_text_that_is_cited_and_gone_is_kept_with_a_number() -> None:
    """It stands apart from the new version of its file, as no source of the issue."""
    before, after = side({"a.txt": OLD}, (item(anchor(OLD)),)), side({"a.txt": NEW}, (item(anchor(NEW)),))
    brief, texts = told_since(after.brief, texts_of(after), earlier(before))
    [kept] = [one for one in brief.sources if one.earlier]
    assert (kept.id, kept.number, kept.status, kept.earlier) == (
        anchor(OLD).source,
        2,
        "set_aside",
        "2024-W10",
    )
    assert (kept.background, kept.place) == (True, "sources/earlier/a.txt")
    assert texts == {"sources/a.txt": NEW, "sources/earlier/a.txt": OLD}


def test_a_text_that_is_there_or_not_cited_is_not_kept_twice() -> None:
    """Where nothing is told from an old text, no word of it is added."""
    same = side({"a.txt": OLD}, (item(anchor(OLD)),))
    brief, texts = told_since(same.brief, texts_of(same), earlier(same))
    assert (brief.sources, texts) == (same.brief.sources, texts_of(same))


def test_two_articles_of_one_text_are_listed_together() -> None:
    """The one that is not cited has no number, but its lines are accounted for."""
    first = entry("a.txt", OLD)
    second = entry("a.txt", OLD, id="other", lines=())
    before = side((first, second), (item(anchor(OLD)),), {"a.txt": OLD})
    after = side({"a.txt": NEW}, (item(anchor(NEW)),))
    brief, _ = told_since(after.brief, texts_of(after), earlier(before))
    assert [(one.id, one.number) for one in brief.sources if one.earlier] == [(first.id, 2), ("other", None)]


def test_an_issue_is_read_from_its_folder(tmp_path: Path) -> None:
    """Name, date and digest are those of the folder, the record and its bytes."""
    made = side({"a.txt": OLD}, (item(anchor(OLD)),))
    folder = tmp_path / "2024-W10"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources/a.txt").write_bytes(OLD.encode())
    content = record.write(made.brief).content
    (folder / "brief.json").write_bytes(content)
    found = Earlier.read(folder)
    assert (found.since.name, found.since.issued) == ("2024-W10", "2024-03-10")
    assert found.since.digest == digest(content)
    assert found.side == made


def test_a_text_outside_of_the_issue_is_not_read(tmp_path: Path) -> None:
    """A record whose path leads out gives no text of the machine."""
    (tmp_path / "secret.txt").write_text("x")
    made = side((entry("../../secret.txt", "x"),), kept={})
    folder = tmp_path / "issue"
    (folder / "sources").mkdir(parents=True)
    (folder / "brief.json").write_bytes(record.write(made.brief).content)
    assert Earlier.read(folder).side.texts == {"sources/../../secret.txt": None}


def test_a_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    """The sentence names the file."""
    with pytest.raises(TopicError, match=r"brief\.json"):
        Earlier.read(tmp_path)
