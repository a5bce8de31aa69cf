"""The structure of the PDF, as a reader program follows it."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from brief import themes
from brief.model import Brief
from brief.outputs import Rendered, letters, pdf
from brief.outputs.reached import reached, tongues
from brief.render import render
from tests.check.issues import good

FRAMES = {"ar": ("ar_EG", "rtl"), "en": ("en_GB", "ltr")}
SHOWN = {"Tj", "TJ", "'", '"', "Do"}
RUNNING = re.compile(rb"/Artifact BMC\s(?:(?!EMC).)*?\bBT\b", re.DOTALL)


def framed(code: str) -> Brief:
    """The small issue in the frame of a language."""
    locale, direction = FRAMES[code]
    brief = replace(good(), marking="M", language=code, locale=locale, direction=direction)
    return replace(brief, charts=(replace(brief.charts[0], alt="bars of trade"), *brief.charts[1:]))


@pytest.fixture(scope="module", params=[("modern", "ar"), ("sober", "ar"), ("sober", "en")], ids="-".join)
def page(request: pytest.FixtureRequest) -> tuple[Brief, Rendered]:
    """A page of each theme, and of each frame."""
    name, code = request.param
    theme = themes.load(name)
    return framed(code), Rendered(render(framed(code), theme), theme)


@pytest.fixture(scope="module")
def opened(page: tuple[Brief, Rendered]) -> Iterator[pikepdf.Pdf]:
    """Its PDF."""
    with pikepdf.open(io.BytesIO(pdf.write(*page).content)) as document:
        yield document


def kids(element: Any) -> list[Any]:  # noqa: ANN401 - pikepdf's objects hold anything
    """What stands right below an element: elements, numbers of pieces, and places of links."""
    return list(element.get("/K", ()))


def below(element: Any) -> Iterator[Any]:  # noqa: ANN401 - see kids
    """An element and all elements below it, in the order of reading."""
    yield element
    for kid in kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield from below(kid)


def elements(document: pikepdf.Pdf, *tags: str) -> list[Any]:
    """The elements with one of these tags, in the order of reading."""
    found = below(document.Root.StructTreeRoot.K[0])
    return [one for one in found if not tags or str(one.S)[1:] in tags]


def tags(found: list[Any]) -> set[str]:
    """The tags of what stands right below an element."""
    return {str(kid.S)[1:] for kid in found if not isinstance(kid, int) and "/S" in kid}


def parents(document: pikepdf.Pdf) -> dict[int, Any]:
    """The tree that leads back to the elements, by its numbers."""
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    return {int(number): found for number, found in zip(numbers[::2], numbers[1::2], strict=True)}


def test_headings_go_down_step_by_step(opened: pikepdf.Pdf) -> None:
    """The first is the title, and none is more than one level below that before it."""
    levels = [int(str(one.S)[2:]) for one in elements(opened, "H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_lists_hold_items_and_items_their_body(opened: pikepdf.Pdf) -> None:
    """No table or column of the layout stands between a list and its items."""
    found = elements(opened, "L")
    assert found
    assert all(tags(kids(one)) == {"LI"} for one in found)
    assert all(tags(kids(one)) == {"LBody"} for one in elements(opened, "LI"))


def test_tables_tell_what_each_header_heads(opened: pikepdf.Pdf) -> None:
    """Cells of the head are headers of columns; those at the beginning of a row are headers of rows."""
    found = elements(opened, "Table")
    assert found
    assert all(tags(kids(one)) == {"THead", "TBody"} for one in found)
    assert all(tags(kids(row)) <= {"TH", "TD"} for row in elements(opened, "TR"))
    columns = [one for head in elements(opened, "THead") for one in below(head) if one.S == "/TH"]
    rows = [one for body in elements(opened, "TBody") for one in below(body) if one.S == "/TH"]
    assert columns
    assert rows
    assert {str(one.A.Scope) for one in columns} == {"/Column"}
    assert {str(one.A.Scope) for one in rows} == {"/Row"}
    assert not [one for one in elements(opened, "TH", "TD") if "/Headers" in one.A or "/ID" in one]


def test_figures_have_words_and_a_place_on_their_page(opened: pikepdf.Pdf) -> None:
    """The drawing of a chart tells what it shows, and lies within its page."""
    found = elements(opened, "Figure")
    assert "bars of trade" in {str(one.Alt) for one in found}
    for one in found:
        left, bottom, right, top = map(float, one.A.BBox)
        assert 0 < left < right < float(one.Pg.MediaBox[2])
        assert 0 < bottom < top < float(one.Pg.MediaBox[3])


def test_a_logo_only_decorates() -> None:
    """The logo of an office is drawn, and no element of the tree."""
    drawn = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
    theme = replace(themes.load("modern"), logo=drawn)
    brief = framed("ar")
    with pikepdf.open(
        io.BytesIO(pdf.write(brief, Rendered(render(brief, theme), theme)).content)
    ) as document:
        assert {str(one.Alt) for one in elements(document, "Figure")} == {"bars of trade"}


def test_links_say_where_they_lead(page: tuple[Brief, Rendered], opened: pikepdf.Pdf) -> None:
    """Each link of a page belongs to one element, which has text, and is described by what it leads to."""
    found = parents(opened)
    links = [link for sheet in opened.pages for link in sheet.get("/Annots", ())]
    named = reached(page[1].html)
    assert len(links) > 5
    for link in links:
        owner = found[int(link.StructParent)]
        assert owner.S == "/Link"
        assert [kid for kid in kids(owner) if not isinstance(kid, int) and kid.get("/Obj") == link]
        assert str(link.Contents) == named[str(link.Dest)] != ""
    spoken = [
        one
        for link in elements(opened, "Link")
        for one in below(link)
        if any(isinstance(kid, int) for kid in kids(one))
    ]
    assert len(spoken) >= len(elements(opened, "Link"))
    assert not [link for link in elements(opened, "Link") if "Link" in tags(kids(link))]


def test_links_are_read_in_the_order_of_the_page(page: tuple[Brief, Rendered], opened: pikepdf.Pdf) -> None:
    """Their elements follow each other as in the HTML."""
    asked = re.findall(r'<a [^>]*href="#([^"]+)"', page[1].html)
    read = [
        str(kid.Obj.Dest)
        for link in elements(opened, "Link")
        for kid in kids(link)
        if not isinstance(kid, int) and "/Obj" in kid
    ]
    assert runs(read) == runs(asked)


def runs(names: list[str]) -> list[str]:
    """The names, each once where it follows itself: a link over two lines has two places."""
    return [name for number, name in enumerate(names) if not number or names[number - 1] != name]


def test_all_that_is_drawn_is_read_or_decorates(opened: pikepdf.Pdf) -> None:
    """No text or picture stands outside; every piece of the tree is on its page, once."""
    found = parents(opened)
    for number, sheet in enumerate(opened.pages):
        marked = list(pieces(sheet))
        assert len(marked) == len(set(marked))
        owners = {
            kid: one
            for one in elements(opened)
            for kid in kids(one)
            if isinstance(kid, int) and one.Pg == sheet.obj
        }
        assert set(owners) == set(marked)
        assert sheet.StructParents == number
        assert all(found[number][piece] == owner for piece, owner in owners.items())


def pieces(sheet: pikepdf.Page) -> Iterator[int]:
    """The numbers of the pieces of a page; fails where something is drawn outside of a mark."""
    depth = 0
    for instruction in pikepdf.parse_content_stream(sheet):
        operands, name = instruction.operands, str(instruction.operator)
        depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)
        if name == "BDC" and "/MCID" in (marked := operands[1]):
            yield int(marked["/MCID"])
        assert depth or name not in SHOWN


def test_running_heads_and_leaders_are_not_read(opened: pikepdf.Pdf) -> None:
    """What stands on every page, and the dots of the contents, are no part of the text."""
    read: dict[int, str] = {}
    for number, found in enumerate(letters.pages(opened)):
        owned = {
            kid
            for one in elements(opened)
            for kid in kids(one)
            if isinstance(kid, int) and one.Pg == opened.pages[number].obj
        }
        read[number] = " ".join(text for piece, text in found.items() if piece in owned)
        assert set(found) <= owned
    assert all(RUNNING.search(sheet.Contents.read_bytes()) for sheet in opened.pages)
    assert not [text for text in read.values() if " . . . " in text or "..." in text]


def test_the_language_of_what_runs_against_the_page_is_told(
    page: tuple[Brief, Rendered], opened: pikepdf.Pdf
) -> None:
    """Arabic words in an English frame are told as Arabic; where all is Arabic nothing needs to be."""
    brief, shown = page
    assert str(opened.Root.Lang) == brief.language
    told = [one for one in elements(opened) if "/Lang" in one]
    if brief.language == "ar":
        assert tongues(shown.html) == {"rtl": "ar"}
        assert not told
    else:
        assert tongues(shown.html) == {"ltr": "en", "rtl": "ar"}
        assert {"P", "H1"} <= {str(one.S)[1:] for one in told if str(one.Lang) == "ar"}


def test_the_file_says_what_it_is(page: tuple[Brief, Rendered], opened: pikepdf.Pdf) -> None:
    """Title, dates and both standards stand in one RDF; a viewer shows the title; qpdf finds nothing."""
    metadata = opened.Root.Metadata.read_bytes()
    assert metadata.count(b"<rdf:RDF") == 1
    with opened.open_metadata() as told:
        assert told["dc:title"] == page[0].title
        assert told["xmp:CreateDate"] == told["xmp:ModifyDate"] == page[0].issued
        assert told["{http://www.aiim.org/pdfa/ns/id/}part"] == "3"
        assert told["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"
        assert told["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert b"pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<" in metadata
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert opened.check_pdf_syntax() == []


def test_what_a_link_leads_to_is_told_by_its_first_words() -> None:
    """Marks are left out, and what is long ends after twelve words."""
    html = (
        f'<section id="a"><p>{"w " * 20}</p></section><tr id="b"><th>7&amp;</th><td>x</td></tr><p id="c"></p>'
    )
    assert reached(html) == {"a": " ".join(["w"] * 12) + "…", "b": "7& x", "c": ""}
