"""The brief on a single sheet."""

import io
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from weasyprint import HTML

from brief import themes
from brief.check.single import ONEPAGE, prove_single
from brief.errors import BriefError
from brief.model import Brief
from brief.outputs import Rendered, onepage, record
from brief.pages.extent import SHEET, Extent, extents
from brief.render import render_digest
from tests.check.issues import good, proved, write


def sheet(brief: Brief, theme: str = "modern") -> bytes:
    """Its single sheet."""
    return onepage.write(brief, Rendered("", themes.load(theme))).content


def longer(times: int) -> Brief:
    """The small issue with key points and a bottom line of many words."""
    brief = good()
    first, *rest = brief.sections
    items = tuple(
        replace(one, id=f"{one.id}-{number}", text=" ".join([one.text] * times))
        for number in range(3)
        for one in rest[0].items[:3]
    )
    return replace(brief, sections=(replace(first, items=items[:7]), *rest))


def test_blocks_are_left_out_one_by_one() -> None:
    """Each page has one block less than the one before, and the last is the title alone."""
    sizes = [
        sum((one.lines, one.points, one.positions, one.watched, one.charts, one.figures, one.changes))
        for one in extents(SHEET)
    ]
    assert sizes == list(range(sizes[0], -1, -1))
    assert list(extents(SHEET))[-1] == Extent(
        lines=0, points=0, positions=0, watched=0, charts=0, figures=0, changes=0
    )


@pytest.mark.parametrize("times", [1, 4, 60])
@pytest.mark.parametrize("theme", ["modern", "sober"])
def test_it_is_one_page_whatever_its_lines(times: int, theme: str) -> None:
    """A brief of short lines and one of endless ones both take one page, with the record inside."""
    brief = longer(times)
    with pikepdf.open(io.BytesIO(sheet(brief, theme))) as document:
        assert len(document.pages) == 1
        assert document.attachments["brief.json"].get_file().read_bytes() == record.write(brief).content
        assert b'pdfaid:conformance="A"' in document.Root.Metadata.read_bytes()


def test_what_cannot_fit_is_a_sentence() -> None:
    """A title of a thousand words is refused with what to do."""
    with pytest.raises(BriefError, match=r"brief-onepage\.pdf: the title .* shorten it in brief\.toml\."):
        sheet(replace(good(), title="word " * 3000))


def test_the_same_brief_gives_the_same_sheet() -> None:
    """Nothing of the clock gets into the file."""
    assert sheet(good()) == sheet(good())


@pytest.mark.parametrize("theme", ["modern", "sober"])
def test_no_letter_is_under_eight_points(theme: str) -> None:
    """The smallest type of a sheet is 8 points."""
    html = next(render_digest(good(), themes.load(theme), "onepage.html", SHEET))
    (page,) = HTML(string=html).render().pages
    sizes = {
        box.style["font_size"] for box in page._page_box.descendants() if getattr(box, "text", "").strip()
    }
    assert min(sizes) >= 8 * 96 / 72 - 0.01


def test_a_sheet_of_another_record_is_found(tmp_path: Path) -> None:
    """The proof holds for the record's own sheet, and finds words that the record does not have."""
    folder = write(tmp_path, good(), page=None)
    content = sheet(good())
    (folder / ONEPAGE).write_bytes(content)
    (folder / "brief.json").write_bytes(record.write(good()).content)
    assert proved(prove_single, folder) == ()
    other = replace(good(), title="كلمات ليست في السجل ولا في أي مصدر من مصادره قط")
    (folder / ONEPAGE).write_bytes(sheet(other))
    told = " ".join(finding.message for finding in proved(prove_single, folder))
    assert "the record inside is another one" in told
    assert "stands in it, but not in the record" in told
