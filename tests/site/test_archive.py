"""The archive: what is in it, what is left out, how it is put into its place."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from msgspec.structs import replace

from brief import shelf
from brief.deliver import withdrawn
from brief.errors import BriefError, TopicError
from brief.short import shortened
from brief.site import archive, search
from brief.site.archive import Request, build
from tests.check.issues import good
from tests.site.shelf import approve, approved, lay

REASON = "It said 8 billion; 8 million is right."


def made(reports: Path, **more: Any) -> Path:  # noqa: ANN401 - any field of a request
    """The folder of the site of these reports."""
    return build(Request(reports=reports, out=reports / "site", **more)).parent


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its place."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pages(site: Path) -> Iterator[str]:
    """The pages that are the site's own."""
    return (path.read_text("utf-8") for path in site.rglob("index.html"))


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two topics: three issues of one, the middle one withdrawn for the last, and one of the other."""
    approved(tmp_path, "2023-03-04")
    wrong = approved(tmp_path, "2023-03-11")
    approved(tmp_path, "2023-03-18")
    approved(tmp_path, "2023-03-10", topic="u", title="U")
    withdrawal = withdrawn.Withdrawal(
        by="2023-03-18", digest="d", reason=REASON, at="2024-07-02T06:00:00+00:00"
    )
    withdrawn.put(wrong, withdrawal)
    return tmp_path


def test_only_approved_issues_are_shown(tmp_path: Path) -> None:
    """Drafts, issues changed since and what cannot be read are left out, each told with its reason."""
    approved(tmp_path, "2023-01-01")
    lay(tmp_path, replace(good(), topic="t"), "draft")
    (approved(tmp_path, "2023-01-03") / "brief.pdf").write_bytes(b"other")
    (approved(tmp_path, "2023-01-04") / "brief.json").write_text("{")
    (approved(tmp_path, "2023-01-05") / "approval.json").write_text("{")
    told = list[BriefError]()
    site = build(Request(reports=tmp_path, out=tmp_path / "site"), told.append).parent
    assert {path.name for path in (site / "topics" / "t").iterdir()} == {"2023-01-01", "index.html"}
    assert [Path(str(error).partition(":")[0]).relative_to(tmp_path).parts[1] for error in told] == [
        "2023-01-03",
        "2023-01-04",
        "2023-01-05",
        "draft",
    ]
    assert "draft" in str(told[3])
    assert "changed" in str(told[0])


def test_what_is_kept_aside_is_not_shown(tmp_path: Path) -> None:
    """Earlier revisions, refused issues, half-written folders and the site itself are no issues."""
    approved(tmp_path, "2023-01-01")
    for name in ("revisions/2023-01-01/1", "refused/2023-01-01", ".2023-01-01-abc"):
        shutil.copytree(tmp_path / "t" / "2023-01-01", tmp_path / "t" / name)
    for _ in range(2):
        told = list[BriefError]()
        site = build(Request(reports=tmp_path, out=tmp_path / "site"), told.append).parent
        assert not told
        assert {path.name for path in (site / "topics").rglob("*") if path.is_dir()} == {"t", "2023-01-01"}


def test_an_issue_without_news_says_so(tmp_path: Path) -> None:
    """In the list it is no bare date: it tells that nothing came in."""
    brief = shortened(replace(good(), topic="t", issued="2024-07-07", language="ar", locale="ar"))
    approve(lay(tmp_path, brief, "2024-W27"))
    assert "لم يرد في أيام هذا العدد مقال جديد" in (made(tmp_path) / "index.html").read_text("utf-8")


def test_the_latest_comes_first(reports: Path) -> None:
    """Topics stand in the order of their latest issues, and issues in that of their days."""
    site = made(reports)
    first = (site / "index.html").read_text("utf-8")
    order = re.findall(r'href="topics/([^"]+)/index\.html"', first)
    assert order == ["t", "t/2023-03-18", "t/2023-03-11", "t/2023-03-04", "u", "u/2023-03-10"]


def test_an_issue_has_its_days_and_its_files(reports: Path) -> None:
    """The page of an issue says its date in both calendars and leads to the files that there are."""
    site = made(reports)
    page = (site / "topics/t/2023-03-18/index.html").read_text("utf-8")
    assert "السبت 18 مارس 2023" in page
    assert "26 شعبان 1444" in page
    links = set(re.findall(r'href="([^"]+)"', page))
    there = {link for link in links if (site / "topics/t/2023-03-18" / link).resolve().is_file()}
    assert {"../../../topics/t/2023-03-18/brief.html", "../../../topics/t/2023-03-18/brief.pdf"} <= there
    assert links - there == {"data:,", "#content"}


def test_a_withdrawn_issue_says_so_everywhere(reports: Path) -> None:
    """List, page, the brief itself and the feed tell the reason, and lead to what takes its place."""
    site = made(reports)
    page = (site / "topics/t/2023-03-11/index.html").read_text("utf-8")
    assert REASON in page
    assert 'href="../../../topics/t/2023-03-18/index.html"' in page
    assert REASON in (site / "index.html").read_text("utf-8")
    assert REASON in (site / "topics/t/2023-03-11/brief.html").read_text("utf-8")
    assert "../2023-03-11/index.html" in (site / "topics/t/2023-03-18/index.html").read_text("utf-8")
    assert REASON not in (site / "topics/t/2023-03-18/brief.html").read_text("utf-8")
    newest = feedparser.parse((site / "feed.xml").read_bytes()).entries[0]
    assert REASON in newest.summary
    assert "withdrawn" in {tag.term for tag in newest.tags}
    assert [link.href for link in newest.links if link.rel == "related"] == ["topics/t/2023-03-18/index.html"]


def test_a_revision_that_corrects_an_issue_says_so(tmp_path: Path) -> None:
    """List, page and feed call it corrected and say what was wrong; that of another not."""
    for day in ("2023-03-04", "2023-03-11"):
        folder = approved(tmp_path, day)
        shutil.copytree(folder, tmp_path / "t" / "revisions" / day / "1")
    own = shelf.fingerprint(tmp_path / "t" / "2023-03-11")
    at = "2024-07-02T06:00:00+00:00"
    gone = withdrawn.Withdrawal(by="2023-03-11", digest=own, reason=REASON, at=at)
    withdrawn.put(tmp_path / "t/revisions/2023-03-11/1", gone)
    withdrawn.put(tmp_path / "t/revisions/2023-03-04/1", gone)
    site = made(tmp_path)
    assert (site / "topics/t/index.html").read_text("utf-8").count('class="badge corrected"') == 1
    assert REASON in (site / "topics/t/2023-03-11/index.html").read_text("utf-8")
    assert REASON not in (site / "topics/t/2023-03-04/index.html").read_text("utf-8")
    newest, other = feedparser.parse((site / "feed.xml").read_bytes()).entries
    assert newest.link == "topics/t/2023-03-11/index.html"
    assert (newest.updated, REASON in newest.summary) == (at, True)
    assert [tag.term for one in (newest, other) for tag in one.tags] == ["t", "corrected", "t"]


def test_a_later_revision_is_no_correction_of_what_another_corrected(tmp_path: Path) -> None:
    """The withdrawal names the files that took the place; those of a revision after them are others."""
    folder = approved(tmp_path, "2023-03-11")
    shutil.copytree(folder, tmp_path / "t" / "revisions" / "2023-03-11" / "1")
    at = "2024-07-02T06:00:00+00:00"
    gone = withdrawn.Withdrawal(by="2023-03-11", digest="that of the revision between", reason=REASON, at=at)
    withdrawn.put(tmp_path / "t/revisions/2023-03-11/1", gone)
    site = made(tmp_path)
    assert "badge corrected" not in (site / "topics/t/index.html").read_text("utf-8")
    assert REASON not in (site / "feed.xml").read_text("utf-8")


def test_the_feed_is_whole_and_its_ids_stay(reports: Path) -> None:
    """A reader of feeds has nothing to complain of, and knows each issue again after the next build."""
    first = feedparser.parse((made(reports) / "feed.xml").read_bytes())
    approved(reports, "2023-03-25")
    second = feedparser.parse((made(reports) / "feed.xml").read_bytes())
    assert not first.bozo
    assert not second.bozo
    assert first.feed.id == second.feed.id
    known = {entry.link: entry.id for entry in first.entries}
    assert len(set(known.values())) == 4
    assert known.items() < {entry.link: entry.id for entry in second.entries}.items()
    assert all(entry.updated and entry.published and entry.title for entry in second.entries)


def test_a_site_with_an_address_has_whole_links_in_its_feed(reports: Path) -> None:
    """With --url each link of the feed begins with it, and the feed says where it stands."""
    told = feedparser.parse((made(reports, url="https://example.org/briefs") / "feed.xml").read_bytes())
    links = [link.href for one in (told.feed, *told.entries) for link in one.links]
    assert all(link.startswith("https://example.org/briefs/") for link in links)
    assert "https://example.org/briefs/feed.xml" in links


def test_the_same_issues_give_the_same_bytes(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Another place and another time make no other site, the index of the search included."""
    other = tmp_path_factory.mktemp("other") / "reports"
    shutil.copytree(reports, other)
    assert contents(made(reports)) == contents(made(other))


def test_text_is_data(tmp_path: Path) -> None:
    """Markup in a title or a reason, and odd names of folders, are shown and lead where they should."""
    odd = '<script>x</script>"&'
    folder = approved(tmp_path, "2023-01-01", odd, topic='to "p" & %41', title=odd)
    withdrawn.put(
        folder, withdrawn.Withdrawal(by="no", digest="d", reason=odd, at="2024-07-02T06:00:00+00:00")
    )
    site = made(tmp_path, title=odd)
    for page in (*pages(site), *(path.read_text("utf-8") for path in site.rglob("brief.html"))):
        assert "<script>" not in page
        assert "&lt;script&gt;" in page
    assert not feedparser.parse((site / "feed.xml").read_bytes()).bozo
    assert (
        'href="topics/to%20%22p%22%20%26%20%2541/2023-01-01/index.html"' in (site / "index.html").read_text()
    )


def test_nothing_is_loaded_from_elsewhere(reports: Path) -> None:
    """No page or style names an address of another host."""
    site = made(reports)
    style = "".join(path.read_text("utf-8") for path in site.rglob("assets/*.css"))
    assert not re.findall(r"https?://|//[a-z]", "".join(pages(site)) + style)


def test_no_issue_makes_a_site_that_says_so(tmp_path: Path) -> None:
    """Before the first approval there is a page, a valid feed and no search."""
    site = made(tmp_path)
    assert "لم يُعتمد أي عدد بعد" in (site / "index.html").read_text("utf-8")
    assert "<form" not in (site / "index.html").read_text("utf-8")
    assert not feedparser.parse((site / "feed.xml").read_bytes()).bozo


def test_a_folder_of_other_files_is_left_alone(reports: Path) -> None:
    """A target that is no site is refused and not touched."""
    (reports / "site").mkdir()
    (reports / "site" / "letter.txt").write_text("mine")
    with pytest.raises(TopicError, match="other files than a site"):
        made(reports)
    assert contents(reports / "site") == {"letter.txt": b"mine"}


def test_a_build_that_dies_leaves_the_last_site(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there stays whole to the last byte, and nothing half made is left beside it."""
    before = contents(made(reports))
    approve(approved(reports, "2023-03-25"))

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(search, "_run", dies)
    with pytest.raises(KeyboardInterrupt):
        made(reports)
    assert contents(reports / "site") == before
    assert {path.name for path in reports.iterdir()} == {"t", "u", "site"}


def test_a_search_that_cannot_be_made_is_an_error(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program of the index is missing, a sentence says what to install."""
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: reports / "missing")
    with pytest.raises(TopicError, match="pagefind-bin"):
        made(reports)


def test_the_site_wears_the_theme_of_its_latest_issue(tmp_path: Path) -> None:
    """An office's own look, kept beside its issue, is that of its archive; an option says otherwise."""
    folder = lay(tmp_path, replace(good(), topic="t", theme="sober"), "2023-01-01")
    approve(folder)
    assert b"Amiri" in archive_style(made(tmp_path))
    kept = folder / "theme"
    kept.mkdir()
    (kept / "theme.toml").write_text('base = "modern"\n[colours]\naccent = "#123456"\n')
    approve(folder)
    assert b"#123456" in archive_style(made(tmp_path))
    assert b"#123456" not in archive_style(made(tmp_path, theme="modern"))


def archive_style(site: Path) -> bytes:
    """The style sheet of a site."""
    (style,) = site.glob("assets/*.css")
    return style.read_bytes()


def test_a_missing_folder_of_reports_is_an_error(tmp_path: Path) -> None:
    """A folder that is not there is told, and no site is made."""
    with pytest.raises(TopicError, match="no such folder"):
        archive.build(Request(reports=tmp_path / "none", out=tmp_path / "site"))
    assert not (tmp_path / "site").exists()
