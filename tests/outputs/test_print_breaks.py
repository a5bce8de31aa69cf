"""Where the pages of the PDF break, and what stands with what."""

import io
import re

from msgspec.structs import replace
from pypdf import PdfReader

from brief import themes
from brief.outputs.pdf import Layout
from brief.render import render
from tests.check.issues import good

MODERN = themes.load("modern")


def table_of(count: int) -> str:
    """The page of the small issue with nothing on it but so many positions, `{}` points from its top."""
    (position,) = good().positions
    many = tuple(replace(position, actor=f"x{one}", target=f"aim{one:02}") for one in range(count))
    page = render(replace(good(), positions=many), MODERN)
    (table,) = re.findall(r'<table class="positions".*?</table>', page, re.DOTALL)
    style = page.partition("<body>")[0].replace("{", "{{").replace("}", "}}")
    return f'{style}<body><div style="height: {{}}pt"></div>{table}</body></html>'


def test_no_position_stands_alone_on_the_next_page() -> None:
    """Wherever the table begins, a page that goes on with it has two of its rows or more."""
    table, layout, found = table_of(5), Layout(MODERN, "x.pdf"), []
    for height in range(380, 640, 52):
        pages = PdfReader(io.BytesIO(layout.of(table.format(height)).write_pdf())).pages
        rows = (len(set(re.findall(r"aim\d\d", one.extract_text()))) for one in pages)
        found.append([number for number in rows if number])
    assert all(sum(held) == 5 for held in found)
    assert [len(held) for held in found] == [2] * len(found)
    assert min(held[-1] for held in found) > 1, found


def test_a_speaker_runs_as_the_words_do() -> None:
    """In an English frame the name and role below an Arabic quotation begin where it begins."""
    said = replace(good().quotes[0], text="كلام من المصدر نفسه", speaker="المتحدث", role="وزير")
    brief = replace(good(), quotes=(said,), language="en", locale="en_GB", direction="ltr")
    page = render(brief, MODERN)
    for role in ("speaker", "role"):
        assert f'<p class="{role}" lang="ar" dir="rtl">' in page
    assert '<p class="speaker">' in render(replace(good(), quotes=(said,)), MODERN)
