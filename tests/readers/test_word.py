"""DOCX: paragraphs, lists and tables in their order, and a sentence for what is no Word file."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from brief.clean import clean
from brief.errors import SourceError
from brief.language import load
from brief.model import Hint, Page, Source
from brief.readers import pages
from brief.readers.word import package, read_word

TITLE = "افتتاح حديقة النخيل يعيد الظل إلى وسط المدينة"
PROSE = (
    "افتتحت البلدية حديقة النخيل يوم الأحد بعد أعمال دامت أربع سنوات، وحضر الافتتاح مئات السكان.",
    "وقالت رئيسة البلدية منى سالم إن الحديقة ستبقى مفتوحة كل يوم، وإن كلفتها بلغت 4 ملايين دولار.",
    "ويرى خبراء التخطيط أن المدينة تحتاج إلى خمس حدائق مثلها حتى يجد كل حي ظله ومقاعده.",
)


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def read(document: Document) -> Page:
    """The one page of a document, read in this process."""
    (page,) = read_word(saved(document), None)
    return page


def lines(page: Page) -> list[tuple[str, str | None, str | None]]:
    """The lines of a page with the kind and reason of their hints."""
    hints = {hint.start: hint for hint in page.hints}
    found: list[tuple[str, str | None, str | None]] = []
    place = 0
    for line in page.text.split("\n"):
        hint: Hint | None = hints.get(place)
        assert hint is None or hint.end == place + len(line)
        found.append((line, hint.kind if hint else None, hint.reason if hint else None))
        place += len(line) + 1
    return found


def kinds(page: Page) -> dict[str, str | None]:
    """The kind or the reason of each line."""
    return {line: reason or kind for line, kind, reason in lines(page)}


def plain(*, prose: int = 3) -> Document:
    """A document of running text."""
    document = docx.Document()
    for text in PROSE[:prose]:
        document.add_paragraph(text)
    return document


def xml(markup: str) -> object:
    """An element that python-docx has no words for."""
    return parse_xml(re.sub(r"^<[\w:]+", rf"\g<0> {nsdecls('w')}", markup))


# What is read -----------------------------------------------------------------------------


def test_headings_lists_and_tables_keep_their_order() -> None:
    """Each paragraph is a line; items have their numbers, rows their cells."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("12 مارس 2024")
    document.add_paragraph(PROSE[0])
    document.add_heading("خلفية", 2)
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("الحي", "الأشجار"), ("الشاطئ", "120")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(PROSE[1])
    for text in ("زيادة المقاعد", "تمديد الساعات"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("إضاءة الممرات", style="List Bullet")
    document.add_paragraph(PROSE[2])
    page = read(document)
    assert lines(page) == [
        (TITLE, "aside", "title"),
        ("12 مارس 2024", None, None),
        (PROSE[0], "paragraph", None),
        ("خلفية", "heading", None),
        ("الحي | الأشجار", "paragraph", None),
        ("الشاطئ | 120", "paragraph", None),
        (PROSE[1], "paragraph", None),
        ("1. زيادة المقاعد", None, None),
        ("2. تمديد الساعات", None, None),
        ("• إضاءة الممرات", None, None),
        (PROSE[2], "paragraph", None),
    ]
    assert page.title == TITLE
    assert (page.author, page.published, page.verbatim) == (None, None, False)


def test_a_heading_is_known_by_its_outline_whatever_its_name() -> None:
    """A style with a name of its own is a heading where it has a level, or is based on one that has."""
    document = plain(prose=1)
    own = document.styles.add_style("عنوان خاص", 1)
    own.element.get_or_add_pPr().append(xml('<w:outlineLvl w:val="1"/>'))
    based = document.styles.add_style("فرعي", 1)
    based.base_style = own
    for style in (own, based):
        document.add_paragraph(f"قسم {style.name}", style=style)
    direct = document.add_paragraph("قسم مباشر")
    direct._p.get_or_add_pPr().append(xml('<w:outlineLvl w:val="0"/>'))
    document.add_paragraph(PROSE[1])
    found = kinds(read(document))
    assert [found[line] for line in ("قسم عنوان خاص", "قسم فرعي", "قسم مباشر")] == ["heading"] * 3


@pytest.mark.parametrize("look", ["bold", "large", "plain", "sentence"])
def test_a_short_bold_or_large_line_between_prose_is_a_heading(look: str) -> None:
    """Analysts set headings by hand; a sentence in bold is none, nor is what stands above all prose."""
    document = docx.Document()
    document.add_paragraph().add_run("خبر اليوم").bold = True
    document.add_paragraph(PROSE[0])
    run = document.add_paragraph().add_run("انتهى الأمر." if look == "sentence" else "آراء السكان")
    run.bold = look in {"bold", "sentence"}
    if look == "large":
        run.font.size = Pt(16)
    document.add_paragraph(PROSE[1])
    found = kinds(read(document))
    assert found[run.text] == ("heading" if look in {"bold", "large"} else None)
    assert found["خبر اليوم"] is None


def test_struck_out_and_hidden_words_are_not_read() -> None:
    """Insertions are; so are the words of links, and what a field shows but not its code."""
    document = plain(prose=1)
    paragraph = document.add_paragraph("ظاهر")
    paragraph._p.append(xml("<w:del><w:r><w:delText> محذوف</w:delText></w:r></w:del>"))
    paragraph._p.append(xml("<w:moveFrom><w:r><w:t> منقول</w:t></w:r></w:moveFrom>"))
    paragraph._p.append(xml('<w:ins><w:r><w:t xml:space="preserve"> مضاف</w:t></w:r></w:ins>'))
    paragraph._p.append(xml('<w:hyperlink><w:r><w:t xml:space="preserve"> رابط</w:t></w:r></w:hyperlink>'))
    paragraph._p.append(
        xml('<w:fldSimple w:instr="DATE"><w:r><w:t xml:space="preserve"> حقل</w:t></w:r></w:fldSimple>')
    )
    paragraph._p.append(xml("<w:r><w:instrText>PAGE</w:instrText></w:r>"))
    paragraph.add_run(" خفي").font.hidden = True
    document.styles.add_style("خفي", 2).font.hidden = True
    paragraph.add_run(" مستور", style="خفي")
    assert read(document).text.split("\n")[1] == "ظاهر مضاف رابط حقل"


def test_merged_cells_are_read_once() -> None:
    """A cell over two columns or two rows says what it says once."""
    document = plain(prose=1)
    table = document.add_table(3, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"خ{number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "أفقي"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "رأسي"
    assert read(document).text.split("\n")[1:] == ["أفقي | خ2", "خ3 | خ4 | رأسي", "خ6 | خ7"]


def test_a_table_that_lays_out_prose_is_read_as_prose() -> None:
    """A page of two cells of paragraphs is no table of figures."""
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = PROSE[0]
    cell.add_paragraph(PROSE[1])
    assert lines(read(document)) == [(text, "paragraph", None) for text in PROSE[:2]]


def test_heads_feet_and_notes_stand_beside_the_article() -> None:
    """They come last, each with its reason, and what every section repeats comes once."""
    document = plain()
    document.sections[0].header.paragraphs[0].text = "مجلة المدينة"
    document.add_section().footer.paragraphs[0].text = "صفحة"
    document.sections[1].header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "مجلة المدينة"
    content = with_notes(saved(document), "انظر تقرير البلدية السنوي.")
    (page,) = read_word(content, None)
    assert [line for line in lines(page) if line[1] == "aside"] == [
        ("مجلة المدينة", "aside", "running head"),
        ("صفحة", "aside", "running head"),
        ("انظر تقرير البلدية السنوي.", "aside", "footnote"),
    ]


def with_notes(content: bytes, note: str) -> bytes:
    """The document with a footnote, which python-docx cannot write."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    inner = f"<w:footnote w:id='1'><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {nsdecls('w')}>{inner}</w:footnotes>"

    def change(name: str, part: bytes) -> bytes:
        if name == "[Content_Types].xml":
            return part.replace(
                b"</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
            )
        if name == "word/_rels/document.xml.rels":
            return part.replace(
                b"</Relationships>",
                f'<Relationship Id="r9" Type="{related}" Target="footnotes.xml"/></Relationships>'.encode(),
            )
        return part

    return repacked(content, change, {"word/footnotes.xml": notes.encode()})


def repacked(
    content: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None
) -> bytes:
    """The archive with its parts changed and `more` parts added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return target.getvalue()


def test_text_boxes_are_read_once() -> None:
    """Word writes a box twice, for new programs and for old ones."""
    document = plain(prose=1)
    box = "<w:txbxContent><w:p><w:r><w:t>في إطار</w:t></w:r></w:p></w:txbxContent>"
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    document.paragraphs[0]._p.append(
        xml(
            f'<w:r><mc:AlternateContent xmlns:mc="{space}"><mc:Choice Requires="wps">'
            f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert read(document).text.split("\n") == [PROSE[0], "في إطار"]


def test_a_line_broken_by_hand_is_two_lines() -> None:
    """Title and byline of a pasted page stand in one paragraph."""
    document = docx.Document()
    document.add_paragraph(f"{TITLE}\nمنى سالم")
    document.add_paragraph(PROSE[0])
    assert read(document).text.split("\n") == [TITLE, "منى سالم", PROSE[0]]


def test_lists_count_on_and_start_anew_below_another_item() -> None:
    """Levels have counters of their own."""
    document = plain(prose=1)
    for style in ("List Number", "List Number 2", "List Number"):
        document.add_paragraph("بند", style=style)
    assert [line.split()[0] for line in read(document).text.split("\n")[1:]] == ["1.", "1.", "2."]


def test_the_article_is_cleaned_out_of_the_page() -> None:
    """Prose and headings are kept, title and date come from what stands above them."""
    document = docx.Document()
    for text in (TITLE, "12 مارس 2024", PROSE[0]):
        document.add_paragraph(text)
    document.add_heading("آراء السكان", 1)
    for text in PROSE[1:]:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "مجلة المدينة"
    page = read(document)
    (article,) = clean(Source(path="a.docx", text=page.text, hints=page.hints, title=page.title), load("ar"))
    assert [page.text[line.start : line.end] for line in article.lines] == [
        PROSE[0],
        "آراء السكان",
        *PROSE[1:],
    ]
    assert [line.heading for line in article.lines] == [False, True, False, False]
    assert (article.title, article.published) == (TITLE, "2024-03-12")


# What is refused --------------------------------------------------------------------------


def refused(content: bytes) -> tuple[str, str]:
    """The kind and the sentence with which a file is refused."""
    with pytest.raises(SourceError) as caught:
        tuple(read_word(content, None))
    assert str(caught.value).endswith(".")
    return caught.value.kind, str(caught.value)


def test_files_of_other_formats_say_what_they_are() -> None:
    """An old Word file, a locked one, RTF, OpenDocument and a picture, each named .docx."""
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(old) == ("format", "is an old Word file; save it as .docx.")
    assert refused(old + "EncryptedPackage".encode("utf-16-le"))[0] == "locked"
    assert refused(b"{\\rtf1 text}")[0] == "format"
    assert refused(packed({"mimetype": b"x", "content.xml": b"<a/>"}))[0] == "format"
    assert refused(b"\x89PNG\r\n")[0] == "broken"


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def test_broken_files_say_so() -> None:
    """Half an archive, one without a document, wrong types, broken markup, and one locked part."""
    whole = saved(plain())
    unmarked = repacked(whole, lambda name, part: part[:99] if name == "word/document.xml" else part)
    wrong = repacked(whole, lambda name, part: b"<Types/>" if name == "[Content_Types].xml" else part)
    for content in (whole[: len(whole) // 2], packed({"a.xml": b"<a/>"}), unmarked, wrong, b"PK\x03\x04" * 9):
        assert refused(content)[0] == "broken"


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a part says of its size, and how much it shrank, is looked at first."""
    whole = saved(plain())
    assert (
        refused(repacked(whole, lambda _, part: part, {"word/media/a.bin": bytes(20_000_000)}))[0] == "large"
    )
    monkeypatch.setattr(package, "MAX_UNPACKED", 10_000)
    assert refused(whole)[0] == "large"


def test_a_part_that_is_larger_than_it_says_is_broken() -> None:
    """A lie about the size of a part does not get more of it unpacked."""
    whole = bytearray(repacked(saved(plain()), lambda _, part: part))
    place = whole.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", whole, place + 24, 7)
        place = whole.find(b"PK\x01\x02", place + 4)
    assert refused(bytes(whole))[0] == "broken"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_not_expanded(encoding: str) -> None:
    """Word declares none: neither a bomb of entities nor one that leads to a file is parsed."""
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    ).encode(encoding)
    content = repacked(saved(plain()), lambda name, part: bomb if name == "word/document.xml" else part)
    kind, said = refused(content)
    assert kind == "broken"
    assert "entities" in said


def test_what_a_file_points_to_is_not_fetched() -> None:
    """A template or a note that lies elsewhere is not looked at, and the rest is read."""
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    outside = "".join(
        f'<Relationship Id="rx{kind}" Type="{related}{kind}" Target="http://[::1]:9/" TargetMode="External"/>'
        for kind in ("footnotes", "header", "attachedTemplate", "image")
    )
    content = repacked(
        saved(plain()),
        lambda name, part: (
            part.replace(b"</Relationships>", f"{outside}</Relationships>".encode())
            if name == "word/_rels/document.xml.rels"
            else part
        ),
    )
    (page,) = read_word(content, None)
    assert page.text == "\n".join(PROSE)


def test_macros_and_paths_out_of_the_archive_are_refused() -> None:
    """Neither is ever run or unpacked; a file that holds them is no article."""
    whole = saved(plain())
    assert refused(repacked(whole, lambda _, part: part, {"word/vbaProject.bin": b"x"}))[0] == "format"
    for name in ("../../etc/cron.d/x", "/etc/x", "word/..\\..\\x"):
        assert refused(repacked(whole, lambda _, part: part, {name: b"x"}))[0] == "broken"


def test_a_document_without_words_says_so() -> None:
    """A picture in a document is not read."""
    assert refused(saved(docx.Document()))[0] == "no_text"


def test_tables_within_tables_end() -> None:
    """Sixty tables in each other are no reason to stop, and the words in the last are read."""
    inner = "<w:p><w:r><w:t>عميق</w:t></w:r></w:p>"
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    document = plain(prose=1)
    document.element.body.insert(0, xml(inner))
    assert read(document).text.split("\n") == ["عميق", PROSE[0]]


def test_the_pipeline_reads_a_word_file_in_a_process_of_its_own() -> None:
    """What the reader says there is said here."""
    content = saved(plain())
    assert pages(".docx", content) == tuple(read_word(content, None))
    with pytest.raises(SourceError, match="old Word file"):
        pages(".docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
