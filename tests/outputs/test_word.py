"""brief.docx: real styles, right to left everywhere, notes and pictures that say what they are."""

import base64
import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pypdf
import pytest
from docx.document import Document
from fontTools.ttLib import TTFont
from lxml import etree
from msgspec.structs import replace
from PIL import Image

from brief import themes
from brief.errors import FontError
from brief.fonts import Family
from brief.manuscript import manuscript
from brief.manuscript.blocks import Block, Heading, Line, Numbered, Paragraph, Proof, Said, Table
from brief.manuscript.pieces import pieces
from brief.model import Brief, Section, Standing
from brief.outputs import Rendered, word
from brief.outputs.word.fonts import faces, fit
from brief.outputs.word.runs import Marks, runs
from brief.themes import Theme
from brief.words import words as frame
from tests.check.issues import good

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE = Rendered("", themes.load("modern"))
# Controls, a lone surrogate, what XML forbids, markup, marks that turn the direction.
HOSTILE = 'a\x00b\x0b\ud800\ufffe</w:t><w:p>&amp;"\u202eنص ]]> <!-- \u2066x'


@pytest.fixture(scope="module")
def brief() -> Brief:
    """The small issue, its marking set and its chart told to who cannot see it."""
    base = good()
    return replace(base, marking="للاستعمال", charts=(replace(base.charts[0], alt="أعمدة & <قيم>"),))


@pytest.fixture(scope="module")
def written(brief: Brief) -> bytes:
    """Its document."""
    return word.write(brief, PAGE).content


@pytest.fixture
def opened(written: bytes) -> Document:
    """Its document as python-docx reads it."""
    return docx.Document(io.BytesIO(written))


def parts(content: bytes) -> dict[str, bytes]:
    """The files within a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def trees(content: bytes) -> dict[str, etree._Element]:
    """The parts of a document that hold text, parsed."""
    names = ("document", "footnotes", "header", "first", "footer")
    return {name: etree.fromstring(parts(content)[f"word/{name}.xml"]) for name in names}


def lines(block: Block) -> list[Line]:
    """The lines of a block that may hold notes."""
    if isinstance(block, Paragraph):
        return [block.line]
    if isinstance(block, Numbered):
        return list(block.entries)
    return (
        [line for row in block.rows for cell in row.cells for line in cell]
        if isinstance(block, Table)
        else []
    )


def test_every_paragraph_runs_from_right_to_left(written: bytes) -> None:
    """Each paragraph is set right to left, notes, head and foot included, and each table from the right."""
    found = trees(written)
    for name, tree in found.items():
        paragraphs = list(tree.iter(f"{W}p"))
        assert paragraphs, name
        turned = [paragraph.find(f"{W}pPr/{W}bidi") for paragraph in paragraphs]
        assert all(mark is not None and mark.get(f"{W}val") != "0" for mark in turned), name
    tables = list(found["document"].iter(f"{W}tbl"))
    assert tables
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in tables)


def test_arabic_runs_are_marked_and_latin_ones_are_not(written: bytes) -> None:
    """A run with an Arabic letter has w:rtl; one of Latin letters alone has not."""
    for run in trees(written)["document"].iter(f"{W}r"):
        text = "".join(part.text or "" for part in run.iter(f"{W}t"))
        marked = run.find(f"{W}rPr/{W}rtl") is not None
        if re.search("[\u0620-\u064a]", text):
            assert marked, text
        elif re.search("[A-Za-z]", text):
            assert not marked, text


def test_the_parts_are_headings_in_the_order_of_the_pages(brief: Brief, opened: Document) -> None:
    """What python-docx sees as headings are the headings of the manuscript, and the title is one Title."""
    styled = [(p.style.name, p.text) for p in opened.paragraphs if p.style is not None]
    found = [(name[-1], text) for name, text in styled if name and name.lower().startswith("heading")]
    meant = [(str(b.level), b.text) for b in manuscript(brief).blocks if isinstance(b, Heading)]
    assert found == meant
    assert [text for name, text in styled if name == "Title"] == [brief.title]


def test_there_are_as_many_notes_as_citations(brief: Brief, written: bytes) -> None:
    """Each citation of the manuscript is a note with its words, referred to once, in their order."""
    whole = manuscript(brief)
    meant = [
        "".join(piece.text for said in one.line for piece in pieces(said, whole.words))
        for block in whole.blocks
        for line in lines(block)
        for one in line
        if isinstance(one, Proof)
    ]
    found = trees(written)
    marks = [mark.get(f"{W}id") for mark in found["document"].iter(f"{W}footnoteReference")]
    notes = {note.get(f"{W}id"): note for note in found["footnotes"].iter(f"{W}footnote")}
    assert len(meant) > 5
    assert marks == [str(number) for number in range(1, len(meant) + 1)]
    told = ["".join(part.text or "" for part in notes[mark].iter(f"{W}t")) for mark in marks]
    assert [re.sub("[\u200e\u200f]", "", text).lstrip(" ") for text in told] == meant


def test_every_item_is_printed_whole(brief: Brief, opened: Document) -> None:
    """The words of each item stand in a paragraph of the document."""
    held = [re.sub("[\u200e\u200f]", "", paragraph.text) for paragraph in opened.paragraphs]
    for section in brief.sections:
        for item in section.items:
            assert any(" ".join(item.text.split()) in text for text in held), item.id


def test_links_lead_to_bookmarks(written: bytes) -> None:
    """Each link names a bookmark of the document, and no bookmark stands twice."""
    found = trees(written)
    names = [mark.get(f"{W}name") for mark in found["document"].iter(f"{W}bookmarkStart")]
    links = {link.get(f"{W}anchor") for tree in found.values() for link in tree.iter(f"{W}hyperlink")}
    assert len(links) > 5
    assert links <= set(names)
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", str(name)) for name in names)


def test_a_chart_is_a_picture_with_its_words(written: bytes) -> None:
    """The drawing is a PNG in the file, and its description is the alt text of the chart."""
    held = parts(written)
    assert held["word/media/chart1.png"].startswith(b"\x89PNG")
    told = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', held["word/document.xml"].decode())
    assert told == ["أعمدة &amp; &lt;قيم&gt;"]


def test_styles_set_both_scripts_alike(written: bytes) -> None:
    """Wherever a style sets a font, a size or weight, it sets it for Arabic letters too."""
    tree = etree.fromstring(parts(written)["word/styles.xml"])
    sized = list(tree.iter(f"{W}sz"))
    assert sized
    for size in sized:
        assert size.getnext().get(f"{W}val") == size.get(f"{W}val")
        assert size.getnext().tag == f"{W}szCs"
    assert all(bold.getnext().tag == f"{W}bCs" for bold in tree.iter(f"{W}b"))
    assert all(font.get(f"{W}cs") == font.get(f"{W}ascii") for font in tree.iter(f"{W}rFonts"))


def test_every_style_in_use_is_defined(written: bytes) -> None:
    """No paragraph, run or table names a style that the document lacks."""
    defined = {style.get(f"{W}styleId") for style in etree.fromstring(parts(written)["word/styles.xml"])}
    for name, tree in trees(written).items():
        kinds = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
        used = {mark.get(f"{W}val") for mark in tree.iter(*kinds)}
        assert used <= defined, name


def test_title_language_and_day_are_told(brief: Brief, opened: Document) -> None:
    """The properties of the document are those of the brief, its dates the day of issue."""
    told = opened.core_properties
    assert (told.title, told.language) == (brief.title, "ar")
    assert str(told.created)[:10] == str(told.modified)[:10] == brief.issued


def test_the_same_brief_gives_the_same_bytes(
    brief: Brief, written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the clock gets into the file."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert word.write(brief, PAGE).content == written


def test_hostile_words_stay_words(brief: Brief) -> None:
    """Markup is text, and what XML forbids or what turns the direction is gone."""
    items = tuple(replace(one, text=HOSTILE, label=HOSTILE) for one in brief.sections[1].items)
    sections = (brief.sections[0], Section("outcomes", HOSTILE, items))
    charts = (replace(brief.charts[0], alt=HOSTILE, title=HOSTILE),)
    changed = replace(brief, title=HOSTILE, marking=HOSTILE, sections=sections, charts=charts)
    content = word.write(changed, PAGE).content
    texts = [part.text or "" for tree in trees(content).values() for part in tree.iter(f"{W}t")]
    whole = "".join(texts)
    assert "</w:t><w:p>&amp;" in whole
    assert not re.search("[\x00-\x08\x0b\u202e\u2066]", whole)
    assert docx.Document(io.BytesIO(content)).core_properties.title.startswith("ab")


def test_fonts_go_with_the_document(written: bytes) -> None:
    """The faces of the theme are inside, and undoing their mask gives the files of the theme."""
    held = parts(written)
    found = list(faces(PAGE.theme))
    assert len(found) == 2
    key = bytes.fromhex(re.sub("[^0-9A-F]", "", found[0].key))[::-1]
    hidden = held["word/fonts/font1.odttf"]
    first = bytes(one ^ key[place % 16] for place, one in enumerate(hidden[:32]))
    assert first + hidden[32:] == PAGE.theme.text.path(400).read_bytes()


def of_house(folder: Path, *, version: str = "\x00\x01\x00\x00", use: int = 0) -> Theme:
    """The theme in one face of an office, of this kind of file, with what its maker says of embedding it."""
    with TTFont(PAGE.theme.text.path(400)) as font:
        font["OS/2"].fsType, font.sfntVersion = use, version
        font.save(folder / "Text.ttf")
    house = Family("House", ((400, "Text.ttf"),), folder=folder)
    return replace(PAGE.theme, text=house, furniture=house)


@pytest.mark.parametrize(("version", "use", "goes"), [
    ("\x00\x01\x00\x00", 8, True),
    ("\x00\x01\x00\x00", 0x100, True),
    ("\x00\x01\x00\x00", 4, False),
    ("OTTO", 0, False),
])  # fmt: skip
def test_only_type_that_word_shows_goes_along(tmp_path: Path, version: str, use: int, *, goes: bool) -> None:
    """A face goes whole; one that its maker keeps back, or of a kind that Word does not embed, stays out."""
    assert bool(list(faces(of_house(tmp_path, version=version, use=use)))) is goes


def test_broken_type_is_told(tmp_path: Path) -> None:
    """As a sentence that names family and file, wherever the document first meets it."""
    theme = of_house(tmp_path)
    (tmp_path / "Text.ttf").write_bytes(b"\x00\x01\x00\x00" + b"\xff" * 99)
    for meeting in (lambda: list(faces(theme)), lambda: fit(theme.text)):
        with pytest.raises(FontError, match=r"font: House cannot go along, Text\.ttf cannot be packed"):
            meeting()


def english(brief: Brief) -> Brief:
    """The brief in an English frame, its passages Arabic as before."""
    return replace(brief, language="en", locale="en_GB", direction="ltr")


def runs_of(paragraph: etree._Element) -> list[tuple[str, bool]]:
    """The texts of a paragraph with whether each is marked as running from right to left."""
    return [
        ("".join(part.text or "" for part in run.iter(f"{W}t")), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in paragraph.iter(f"{W}r")
    ]


def test_a_day_is_kept_apart_from_an_arabic_name(brief: Brief) -> None:
    """In a note of an English frame no digit stands beside an Arabic run without a mark between."""
    sources = (replace(one, publisher="مركز المستقبل…", published="2024-06-25") for one in brief.sources)
    changed = english(replace(brief, sources=tuple(sources)))
    notes = trees(word.write(changed, PAGE).content)["footnotes"]
    named = 0
    for paragraph in notes.iter(f"{W}p"):
        runs = [run for run in runs_of(paragraph) if run[0]]
        for before, (text, rtl), after in zip(runs, runs[1:], runs[2:], strict=False):
            if rtl:
                named += 1
                assert before[0].endswith("\u200e"), text
                assert after[0].startswith("\u200e"), text
                assert text.startswith("\u200f"), text
                assert text.endswith("\u200f"), text
    assert named > 3


def test_a_remark_of_the_frame_stands_below_a_line_against_it(brief: Brief) -> None:
    """The day of a source has a line of its own in a paragraph that runs the other way, its digits held."""
    dated = tuple(replace(item, as_of="2024-06-20") for item in brief.sections[1].items)
    changed = replace(brief, sections=(brief.sections[0], replace(brief.sections[1], items=dated)))
    tree = trees(word.write(english(changed), PAGE).content)["document"]
    told = [
        run for run in tree.iter(f"{W}r") if "written" in "".join(t.text or "" for t in run.iter(f"{W}t"))
    ]
    assert told
    for run in told:
        text = "".join(part.text or "" for part in run.iter(f"{W}t"))
        assert text == "\u200e(written on 20 June 2024)\u200e"
        assert run.getprevious().getprevious().find(f"{W}br") is not None


def test_stamps_of_the_frame_hold_their_edges(brief: Brief) -> None:
    """The ground of a stamp that runs against its line does not come apart."""
    tree = trees(word.write(english(brief), PAGE).content)["document"]
    stamps = [
        (text, rtl)
        for paragraph in tree.iter(f"{W}p")
        if (turned := paragraph.find(f"{W}pPr/{W}bidi")) is not None and turned.get(f"{W}val") != "0"
        for text, rtl in runs_of(paragraph)
        if text.strip("\u200e").startswith("\u00a0") and text.strip()
    ]
    assert stamps
    assert all(re.fullmatch("\u200e\u00a0.+\u00a0\u200e", text) and not rtl for text, rtl in stamps)


def test_an_english_frame_has_its_title_and_head_on_its_side(brief: Brief) -> None:
    """The Arabic title ends at the left margin, and the running head begins there."""
    found = trees(word.write(english(brief), PAGE).content)
    title = next(
        mark.getparent().getparent()
        for mark in found["document"].iter(f"{W}pStyle")
        if mark.get(f"{W}val") == "Title"
    )
    side = title.find(f"{W}pPr/{W}jc")
    assert side is not None
    assert side.get(f"{W}val") == "right"  # the end of a paragraph that runs from right to left
    for name in ("header", "first", "footer"):
        turned = found[name].find(f"{W}p/{W}pPr/{W}bidi")
        assert turned is not None
        assert turned.get(f"{W}val") == "0", name


def test_eastern_digits_number_the_entries(brief: Brief) -> None:
    """Entries are numbered in Arabic-Indic digits; notes and pages are in runs that Word may set so."""
    content = word.write(replace(brief, locale="ar_EG@numbers=arab"), PAGE).content
    found = trees(content)
    entries = [
        runs_of(mark.getparent().getparent())[0][0]
        for mark in found["document"].iter(f"{W}pStyle")
        if mark.get(f"{W}val") in {"ListNumber", "ListLabel", "KeyPoint", "KeyPointLabel"}
    ]
    assert "١." in entries
    assert all(re.fullmatch("[٠-٩]+\\.", entry) for entry in entries)
    assert found["document"].find(f".//{W}numPr") is None
    marks = [*found["document"].iter(f"{W}footnoteReference"), *found["footer"].iter(f"{W}fldChar")]
    assert marks
    assert all(mark.getparent().find(f"{W}rPr/{W}rtl") is not None for mark in marks)
    # That format has the digits of Devanagari.
    assert not any(b"hindiNumbers" in part for part in parts(content).values())


def test_the_number_of_a_source_is_one_stretch(written: bytes) -> None:
    """No program finds an end of line between its bracket and its digits; what follows is kept apart."""
    numbers = [
        (text, rtl)
        for tree in trees(written).values()
        for paragraph in tree.iter(f"{W}p")
        for text, rtl in runs_of(paragraph)
        if re.search(r"\[[0-9]+\]", text)
    ]
    assert len(numbers) > 5
    assert all(re.fullmatch("\u200e\\[[0-9]+\\]\u200f", text) and not rtl for text, rtl in numbers)


def quoted(brief: Brief) -> Brief:
    """The brief with a quotation whose speaker was heard by an agency."""
    said = replace(brief.quotes[0], speaker="المتحدث باسم الوزارة", role="متحدث", via="رويترز")
    return replace(brief, quotes=(said,))


def test_a_speaker_stands_below_his_words(brief: Brief) -> None:
    """In an English frame his line runs as the quotation does, and its commas are of that line."""
    tree = trees(word.write(english(quoted(brief)), PAGE).content)["document"]
    styled = {
        str(mark.get(f"{W}val")): mark.getparent().getparent()
        for mark in tree.iter(f"{W}pStyle")
        if mark.get(f"{W}val") in {"Quote", "Speaker"}
    }
    turned = [styled[name].find(f"{W}pPr/{W}bidi") for name in ("Quote", "Speaker")]
    assert all(mark is not None and mark.get(f"{W}val") is None for mark in turned)
    runs = runs_of(styled["Speaker"])
    assert any("via" in text and not rtl for text, rtl in runs)
    assert all(rtl for text, rtl in runs if "," in text)


def test_a_stop_keeps_to_the_line_it_ends(brief: Brief) -> None:
    """In an English frame the stop after a note runs as its Arabic line, without marks around it."""
    tree = trees(word.write(english(brief), PAGE).content)["document"]
    stops = [run for paragraph in tree.iter(f"{W}p") for run in runs_of(paragraph) if "." in run[0]]
    alone = [run for run in stops if not re.search(r"\w", run[0])]
    assert alone
    assert all(text.strip() == "." and rtl for text, rtl in alone)


def tables_of(brief: Brief) -> list[list[list[bool]]]:
    """For each table whether its rows keep to the next, by the paragraphs of each."""
    tree = trees(word.write(brief, PAGE).content)["document"]
    return [
        [
            [p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")]
            for row in table.findall(f"{W}tr")[1:]
        ]
        for table in tree.iter(f"{W}tbl")
    ]


def test_a_long_table_is_parted_between_rows_but_leaves_none_alone(brief: Brief) -> None:
    """A table of few letters stays whole; one of many keeps its first two rows and its last two."""
    event = brief.timeline[0]
    for words, kept in ((3, [True] * 4 + [False]), (80, [True, False, False, True, False])):
        text = " ".join(["كلام"] * words)
        events = tuple(replace(event, start=f"2023-03-1{day}", text=text) for day in range(5))
        rows = next(rows for rows in tables_of(replace(brief, timeline=events)) if len(rows) == 5)
        assert [all(row) for row in rows] == kept


def test_a_position_of_several_is_one_row(brief: Brief) -> None:
    """Who takes it together stands in one row, which every link to one of them reaches."""
    (position,) = brief.positions
    both = (replace(position, actor="وزارة الصحة"), replace(position, actor="وزارة المالية"))
    tree = trees(word.write(replace(brief, positions=both), PAGE).content)["document"]
    named = ["".join(t.text or "" for t in row.iter(f"{W}t")) for row in tree.iter(f"{W}tr")]
    assert sum("وزارة الصحة، وزارة المالية" in text for text in named) == 1
    places = {mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")}
    assert {"at_position_1", "at_position_2"} <= places


def test_a_label_keeps_to_its_text_and_a_list_to_its_remark(brief: Brief) -> None:
    """A heading of an item is not left at the foot of a page, nor a remark alone at the head of the next."""
    items = tuple(
        replace(item, label="عنوان البند", standing=Standing.SIGNED) for item in brief.sections[1].items
    )
    section = Section("outcomes", "المخرجات", items)
    content = word.write(replace(brief, sections=(brief.sections[0], section)), PAGE).content
    kept = {
        style.get(f"{W}styleId")
        for style in etree.fromstring(parts(content)["word/styles.xml"])
        if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert {"Heading1", "Heading2", "PartNumber", "Caption", "ListLabel", "KeyPointLabel"} <= kept
    body = trees(content)["document"][0]
    styled = [(p, p.find(f"{W}pPr/{W}pStyle")) for p in body.iter(f"{W}p")]
    names = [str(mark.get(f"{W}val")) if mark is not None else "" for _, mark in styled]
    assert "ListLabel" in names
    assert all(after == "ListContinue" for name, after in pairwise(names) if name == "ListLabel")
    remarks = [at for at, name in enumerate(names) if name == "Note" and names[at - 1] == "ListContinue"]
    assert remarks
    assert all(styled[at - 1][0].find(f"{W}pPr/{W}keepNext") is not None for at in remarks)


def test_the_marking_stands_apart_from_the_readers(brief: Brief) -> None:
    """The marking is in the head of the first page and in no line of the body."""
    found = trees(word.write(replace(brief, audience="المجلس"), PAGE).content)
    told = {name: "".join(part.text or "" for part in tree.iter(f"{W}t")) for name, tree in found.items()}
    assert "للاستعمال" in told["first"]
    assert "للاستعمال" not in told["document"]
    assert "المجلس" in told["document"]


def test_a_logo_heads_the_first_page(brief: Brief) -> None:
    """A PNG is placed in the head of the first page in its proportions; an SVG or a broken one is not."""
    drawn = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(drawn, "PNG")
    logo = f"data:image/png;base64,{base64.b64encode(drawn.getvalue()).decode()}"
    content = word.write(brief, Rendered("", replace(PAGE.theme, logo=logo))).content
    held = parts(content)
    assert held["word/media/logo.png"] == drawn.getvalue()
    extent = next(etree.fromstring(held["word/first.xml"]).iter("{*}extent"))
    assert int(extent.get("cx", "0")) == 3 * int(extent.get("cy", "0")) == 36 * 36000
    assert b"logo.png" in held["word/_rels/first.xml.rels"]
    for unfit in ("data:image/svg+xml;base64,PHN2Zy8+", "data:image/png;base64,AAAA"):
        plain = word.write(brief, Rendered("", replace(PAGE.theme, logo=unfit))).content
        assert not any("logo" in name for name in parts(plain))


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: no soffice on the path"
)
def test_libreoffice_shows_it_in_order(written: bytes, brief: Brief, tmp_path: Path) -> None:
    """LibreOffice opens the document, and its pages have the parts in their order."""
    (tmp_path / "brief.docx").write_bytes(written)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=180)
    reader = pypdf.PdfReader(tmp_path / "brief.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    meant = [brief.title, *(block.text for block in manuscript(brief).blocks if isinstance(block, Heading))]
    at = 0
    for one in meant:
        at = text.find(" ".join(one.split()), at)
        assert at >= 0, one


def test_a_view_bears_a_stamp_of_its_own(brief: Brief) -> None:
    """What an author holds looks like no fact: its stamp is underlined."""
    held = replace(brief.sections[1].items[0], view=True)
    section = replace(brief.sections[1], items=(held,))
    content = word.write(replace(brief, sections=(brief.sections[0], section)), PAGE).content
    used = {style.get(f"{W}val") for style in trees(content)["document"].iter(f"{W}rStyle")}
    assert "StampView" in used
    looks = {
        style.get(f"{W}styleId"): style.find(f"{W}rPr")
        for style in etree.fromstring(parts(content)["word/styles.xml"]).iter(f"{W}style")
    }
    assert looks["StampView"].find(f"{W}u") is not None
    assert looks["StampFact"].find(f"{W}u") is None


def test_only_the_contents_open_a_page(brief: Brief) -> None:
    """A part of a few lines leaves no empty page behind it, nor does a first page that may run over."""
    (summary, *others) = brief.sections
    long = replace(summary.items[0], text=" ".join(["كلمة"] * 60))
    full = replace(brief, sections=(replace(summary, items=(long,) * 8), *others))
    for told, styles_of_openers in ((brief, ["ContentsHead"]), (full, [])):
        tree = trees(word.write(told, PAGE).content)["document"]
        openers = [one for one in tree.iter(f"{W}pPr") if one.find(f"{W}pageBreakBefore") is not None]
        assert [one.find(f"{W}pStyle").get(f"{W}val") for one in openers] == styles_of_openers


def test_the_number_of_an_entry_stands_within_the_margin(written: bytes) -> None:
    """Its place lies so far within that a program which sets two digits before it stays on the page's text.

    In twentieths of a point; programs differ in which side of the place they set a number that runs from
    right to left.
    """
    found = [
        indent
        for name, content in parts(written).items()
        if name in {"word/numbering.xml", "word/styles.xml"}
        for indent in etree.fromstring(content).iter(f"{W}ind")
        if indent.get(f"{W}hanging")
    ]
    assert found
    assert all(int(one.get(f"{W}left")) - int(one.get(f"{W}hanging")) >= 220 for one in found)


def test_the_mark_of_a_note_keeps_off_a_number() -> None:
    """Beside a year it would be read as one of its digits; beside a word nothing parts them."""
    said = frame("ar", "ar")
    proof = Proof((Said("1"),))
    made = [
        runs((Said(text), proof), said, Marks(), rtl=True).partition("footnoteReference")[0]
        for text in ("عام 2024", "هذا العام")
    ]
    assert ["\u202f" in one for one in made] == [True, False]
