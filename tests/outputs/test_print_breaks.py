"""Where the pages of the PDF break, and what stands with what."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, repeat

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from brief import themes
from brief.outputs.pdf import Layout
from brief.printed import amount
from brief.render import render
from tests.check.issues import good

MODERN = themes.load("modern")
# Tables and the lists that are laid out as tables, and the last row of one.
TABLE = re.compile(r'<(table|ol) class="(?:rows )?(?!contents|columns)(\w+)[\w ]*">.*?</\1>', re.DOTALL)
LAST = re.compile(
    r"(?:<tr\b(?:(?!<tr\b).)*</tr>|<li class=\"row(?:(?!<li\b).)*</li>)(?!.*</(?:tr|li)>)", re.DOTALL
)
KINDS = {"positions", "discrepancies", "data", "figures", "annex", "items", "quotes", "sources", "points"}
ROWS, MOST_LINES = 21, 6


def tables() -> tuple[str, dict[str, str]]:
    """The head of the small issue's page, and a table or list of each kind that it has."""
    said = replace(good().quotes[0], speaker="x")
    (first, *others) = good().sections
    whole = replace(good(), quotes=(said,), sections=(replace(first, items=others[0].items), *others))
    page = re.sub(r' (?:id|href)="[^"]*"', "", render(whole, MODERN))
    return page.partition("<body>")[0], {one[2]: one[0] for one in TABLE.finditer(page)}


def long(table: str, lines: Iterator[int], rows: int = ROWS) -> str:
    """A table whose last row is there many times, each with so many lines more at its end."""
    (row,) = LAST.findall(table)
    end = re.search(r"(?:</t[dh]></tr>|</div>\s*</li>)$", row)
    assert end, row
    texts = ("".join(f"<p>line{one}</p>" for one in range(next(lines))) for _ in range(rows))
    return LAST.sub("".join(f"{row[: end.start()]}{text}{end[0]}" for text in texts), table)


def pages_of_rows(document: Document) -> list[set[int]]:
    """The pages on which each row stands, but for heads of tables, which are there again on each page."""
    found: dict[int, set[int]] = {}

    def visit(box: boxes.Box, number: int) -> None:
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
            return
        if isinstance(box, boxes.TableRowBox):
            found.setdefault(id(box.element), set()).add(number)
        for child in getattr(box, "children", ()):
            visit(child, number)

    for number, page in enumerate(document.pages):
        visit(page._page_box, number)  # a PDF does not tell where rows end
    return list(found.values())


@pytest.mark.parametrize("name", ["modern", "sober"])
def test_no_row_is_cut(name: str) -> None:
    """A row of whatever table or list stands on one page."""
    head, found = tables()
    assert set(found) == KINDS
    lines = chain.from_iterable(repeat(range(MOST_LINES)))
    long_ones = (long(table, lines) for table in found.values())
    style = f"{head}<style>{themes.load(name).style}</style>"
    page = f"{style}<body>{''.join(f'<section>{one}</section>' for one in long_ones)}</body></html>"
    document = Layout(themes.load(name), "x.pdf").of(page)
    assert len(document.pages) > len(found)
    on_pages = pages_of_rows(document)
    assert len(on_pages) >= ROWS * len(found)
    assert all(len(pages) == 1 for pages in on_pages)


@pytest.mark.parametrize("kind", ["annex", "items", "sources"])
def test_no_last_row_stands_alone(kind: str) -> None:
    """Where one row too many for a page ends a table, the one before it goes along to the next page."""
    head, found = tables()

    def rows_by_page(rows: int) -> list[int]:
        page = f"{head}<body>{long(found[kind], repeat(5), rows)}</body></html>"
        counts = Counter(min(pages) for pages in pages_of_rows(Layout(MODERN, "x.pdf").of(page)))
        return [counts[number] for number in sorted(counts)]

    (before,) = rows_by_page(1)
    first, *_ = rows_by_page(ROWS)
    assert rows_by_page(first - before + 2) == [first - 1, 2]


def test_a_row_longer_than_a_page_goes_on() -> None:
    """What no page holds is parted, and every line of it is there."""
    head, found = tables()
    for kind in ("annex", "items"):
        page = f"{head}<body>{long(found[kind], chain([150], repeat(1)))}</body></html>"
        document = Layout(MODERN, "x.pdf").of(page)
        assert max(len(pages) for pages in pages_of_rows(document)) > 1
        read = "".join(one.extract_text() for one in PdfReader(io.BytesIO(document.write_pdf())).pages)
        assert len(set(re.findall(r"line\d+", read))) == 150


def table_of(count: int) -> str:
    """The page of the small issue with nothing on it but so many positions, `{}` points from its top."""
    (position,) = good().positions
    many = tuple(replace(position, actor=f"x{one}", target=f"aim{one:02}") for one in range(count))
    page = render(replace(good(), positions=many), MODERN)
    (table,) = re.findall(r'<table class="positions".*?</table>', page, re.DOTALL)
    style = page.partition("<body>")[0].replace("{", "{{").replace("}", "}}")
    return f'{style}<body><div style="height: {{}}pt"></div>{table}</body></html>'


def test_no_position_stands_alone_on_a_page() -> None:
    """Wherever the table begins, it opens with two of its rows or more, and goes on with as many."""
    table, layout, found = table_of(5), Layout(MODERN, "x.pdf"), []
    for height in range(430, 640, 42):
        pages = PdfReader(io.BytesIO(layout.of(table.format(height)).write_pdf())).pages
        rows = (len(set(re.findall(r"aim\d\d", one.extract_text()))) for one in pages)
        found.append([number for number in rows if number])
    assert all(sum(held) == 5 for held in found)
    assert {len(held) for held in found} == {1, 2}
    assert min(min(held) for held in found) > 1, found


def entry_at(height: int, name: str, *, label: bool) -> list[tuple[int, int]]:
    """On each page, the lines of a long entry that begins at a height, and what stands beside it."""
    head, _ = tables()
    text = " ".join(["word"] * 80)
    beside = "".join(f'<p class="proof">beside{one}</p>' for one in range(2))
    cells = (
        f'<div class="cell c-kind">beside</div><div class="cell c-text">{"<p class=label>word</p>" * label}'
    )
    cells += f'<p>{text}</p></div><div class="cell c-margin">{beside}</div>'
    first = f'<li class="row">{"<div class=cell>x</div>" * 3}</li>'
    rows = f'<ol class="rows items">{first}<li class="row tall">{cells}</li>{first}{first}</ol>'
    style = f"{head}<style>{themes.load(name).style}</style>"
    page = f'{style}<body><div style="height: {height}pt"></div>{rows}</body></html>'
    texts = [
        [box for box in one._page_box.descendants() if isinstance(box, boxes.TextBox)]
        for one in Layout(themes.load(name), "x.pdf").of(page).pages
    ]
    return [
        (
            len({box.position_y for box in one if "word" in box.text}),
            sum("beside" in box.text for box in one),
        )
        for one in texts
    ]


@pytest.mark.parametrize("label", [False, True])
@pytest.mark.parametrize("name", ["modern", "sober"])
def test_a_long_entry_is_never_cut(name: str, *, label: bool) -> None:
    """Where it does not fit it goes overleaf whole, with what stands beside it."""
    pages = set[int]()
    for height in range(200, 620, 35):
        found = entry_at(height, name, label=label)
        (whole,) = (one for one in found if any(one))
        assert whole[1] == 3
        pages.add(found.index(whole))
    assert len(pages) > 1


def test_a_speaker_runs_as_the_words_do() -> None:
    """In an English frame the name and role below an Arabic quotation begin where it begins."""
    said = replace(good().quotes[0], text="كلام من المصدر نفسه", speaker="المتحدث", role="وزير")
    brief = replace(good(), quotes=(said,), language="en", locale="en_GB", direction="ltr")
    page = render(brief, MODERN)
    for role in ("speaker", "role"):
        assert f'<p class="{role}" lang="ar" dir="rtl">' in page
    assert '<p class="speaker">' in render(replace(good(), quotes=(said,)), MODERN)


def drawn(cells: str) -> dict[str, tuple[float, float]]:
    """Where the texts of some cells begin and end, in the type of the page, from its left edge."""
    head = render(good(), MODERN).partition("<body>")[0]
    page = f'{head}<body><table class="data"><tbody>{cells}</tbody></table></body></html>'
    found = (box for one in Layout(MODERN, "x.pdf").of(page).pages for box in one._page_box.descendants())
    return {
        box.text: (box.position_x, box.position_x + box.width)
        for box in found
        if isinstance(box, boxes.TextBox) and box.text.strip()
    }


def test_units_stand_under_units() -> None:
    """The room for decimals that a number has not is at its right, also where the line runs to the left."""
    rows = ('<bdi data-behind=".5">1200</bdi>', "<bdi>7.5</bdi>", '<bdi data-behind=".5">7</bdi>')
    found = drawn("".join(f'<tr><td class="value">{row}</td></tr>' for row in rows))
    assert found["7"][1] == pytest.approx(found["1200"][1], abs=0.1)
    assert found["7"][0] == pytest.approx(found["7.5"][0], abs=0.1)


@pytest.mark.parametrize("said", ["41%", "نحو 41%"])
def test_the_sign_of_a_share_keeps_its_side(said: str) -> None:
    """It stands at the left of the number, where it is alone as between words."""
    found = drawn(f'<tr><td class="value">{amount(said)}</td></tr>')
    assert found["%"][1] <= found["41"][0] + 0.1
