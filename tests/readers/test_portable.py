"""PDF: words in reading order whatever program wrote the page, and a sentence for what cannot be read."""

from __future__ import annotations

import difflib
import io
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

import pikepdf
import pytest
from weasyprint import HTML

from brief import themes
from brief.clean import clean
from brief.errors import SourceError
from brief.language import fold, load
from brief.model import Hint, Page, Source
from brief.readers import confined, pages, portable
from brief.readers.portable import glyphs, read_portable, strips

PLEX = themes.load("modern").text
TITLE = "افتتاح سد وادي النخيل يعيد المياه إلى ثلاث محافظات"
FRAME = ("رامي البيطار", "12 مارس 2024")
BODY = (
    (
        "p",
        (
            "أعلنت وزارة الموارد المائية (يوم الأحد) افتتاح سد وادي النخيل بعد أعمال دامت أربع سنوات، "
            "وقالت إن كلفة المشروع بلغت 4.4 مليار دولار، أي ما يعادل 60% من ميزانية القطاع خلال الفترة "
            "2019-2023."
        ),
    ),
    (
        "p",
        (
            "وقال وزير الموارد المائية سالم الحارثي في مؤتمر صحفي: «لا يمكن لأي دولة في المنطقة أن تؤجل "
            "الاستثمار في المياه، وقد بلغ العجز 1,250 مليون متر مكعب في العام الماضي». وأضاف أن شركة "
            "AquaBuild (ومقرها روتردام) ستتولى الصيانة حتى عام 2030."
        ),
    ),
    ("h2", "خلفية المشروع"),
    (
        "p",
        (
            "بدأ التفكير في السد في 25/9/2011 عندما ضرب الجفاف المحافظات الثلاث، ولم تتجاوز كمية "
            "الأمطار آنذاك 85 ملم في السنة. ووضعت الحكومة خطة من ثلاث مراحل لم تكتمل إلا هذا العام بسبب "
            "الخلاف على التمويل."
        ),
    ),
    (
        "p",
        (
            "ويقول خبراء إن المشروع لا يحلّ المشكلة كلها، لأن نصف الأراضي الزراعية تقع خارج نطاق "
            "القنوات الجديدة، ولأن شبكات التوزيع القديمة تفقد نحو 38.5% مما يصل إليها."
        ),
    ),
    ("h2", "ردود الأفعال"),
    (
        "p",
        (
            "رحب اتحاد المزارعين بالافتتاح، لكنه طالب بخفض رسوم الري التي ارتفعت من 12 إلى 19 دينارا "
            "للهكتار. وأعربت دول الجوار عن قلقها من انخفاض منسوب النهر، ودعت إلى اجتماع عاجل للجنة "
            "المشتركة."
        ),
    ),
    (
        "p",
        (
            "من جهته أكد رئيس اللجنة الفنية خالد الأسعد أن الملء الأول سيتم على مراحل، وأن البيانات "
            "ستنشر على موقع www.wadi-dam.example كل أسبوع. ولا تزال المفاوضات مستمرة بين الأطراف، وفي "
            "حال فشلها سيحال الملف إلى التحكيم الدولي."
        ),
    ),
)
HEAD, FOOT = "مجلة المياه والتنمية", "صفحة"
Printer = Callable[..., bytes]


@pytest.fixture(scope="session")
def printed() -> Printer:
    """What prints the article: in columns, over and over, with running heads, in a face of its own."""
    made: dict[tuple[object, ...], bytes] = {}

    def printing(
        *, family: str = "plex", columns: int = 1, times: int = 1, heads: bool = False, style: str = ""
    ) -> bytes:
        key = (family, columns, times, heads, style)
        if key not in made:
            made[key] = _print(family, columns, times, style, heads=heads)
        return made[key]

    return printing


def _print(family: str, columns: int, times: int, style: str, *, heads: bool) -> bytes:
    faces = {
        "plex": [(weight, PLEX.path(weight)) for weight in (400, 600)],
        "dejavu": _dejavu(),
    }[family]
    font = "".join(
        f"@font-face {{ font-family: F; font-weight: {weight}; src: url('{path.resolve().as_uri()}') }}"
        for weight, path in faces
    )
    boxes = (
        f"@top-right {{ content: '{HEAD}'; font-family: F }} @bottom-center {{ font-family: F; "
        f"content: '{FOOT} ' counter(page) }}"
        if heads
        else ""
    )
    body = "".join(f"<{kind}>{text}</{kind}>" for _ in range(times) for kind, text in BODY)
    frame = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in FRAME)
    page = f"@page {{ size: A4; margin: 2cm; {boxes} }}"
    text = f"body {{ font: 12pt/1.6 F }} .c {{ columns: {columns}; column-gap: 1cm }} {style}"
    style = f"<style>{font}{page}{text}</style>"
    html = f"<html lang=ar dir=rtl>{style}<body>{frame}<div class=c>{body}</div></html>"
    return bytes(HTML(string=html).write_pdf())


def _dejavu() -> list[tuple[int, Path]]:
    """The face that matplotlib brings along: it has Arabic letters and names its lam-alef in two."""
    from matplotlib import get_data_path  # noqa: PLC0415 - asked for where a test needs it

    folder = Path(get_data_path()) / "fonts" / "ttf"
    return [(400, folder / "DejaVuSans.ttf"), (600, folder / "DejaVuSans-Bold.ttf")]


def read(content: bytes) -> Page:
    """The one page of a PDF, read in this process."""
    (page,) = read_portable(content, None)
    return page


def lines(page: Page) -> list[tuple[str, Hint | None]]:
    """The lines of a page with what is known of them."""
    hints = {hint.start: hint for hint in page.hints}
    return [(match.group(), hints.get(match.start())) for match in re.finditer(r"[^\n]+", page.text)]


def kept(page: Page) -> list[str]:
    """The lines that are not set beside the article."""
    return [line for line, hint in lines(page) if hint is None or hint.kind != "aside"]


def found_again(text: str, known: str) -> float:
    """The share of words found again in order, as F1."""
    one, other = (re.findall(r"\w+", fold(words)) for words in (text, known))
    same = difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in same) / (len(one) + len(other))


# Layouts ---------------------------------------------------------------------------------


@pytest.mark.parametrize("family", ["plex", "dejavu"])
@pytest.mark.parametrize("columns", [1, 2])
def test_an_article_comes_back_paragraph_by_paragraph(printed: Printer, family: str, columns: int) -> None:
    """Every paragraph is one line, word for word, ligatures, brackets, numbers and all."""
    page = read(printed(family=family, columns=columns))
    assert kept(page) == [TITLE, *FRAME, *(text for _, text in BODY)]
    assert page.mended is None


def test_headings_are_told_by_their_size(printed: Printer) -> None:
    """Titles and section headings are set larger; long paragraphs are paragraphs; a date is left open."""
    kinds = {line: hint and hint.kind for line, hint in lines(read(printed()))}
    assert [kinds[text] for _, text in BODY] == [
        "heading" if kind == "h2" else "paragraph" for kind, _ in BODY
    ]
    assert kinds[TITLE] == "heading"
    assert kinds[FRAME[1]] is None


@pytest.mark.parametrize("columns", [1, 2])
def test_running_heads_and_page_numbers_are_set_beside(printed: Printer, columns: int) -> None:
    """What every page repeats is no part of the article, and a paragraph over two pages stays whole."""
    page = read(printed(columns=columns, times=4, heads=True))
    beside = {line: hint.reason for line, hint in lines(page) if hint and hint.kind == "aside"}
    assert beside[HEAD] == "running head"
    assert beside[f"{FOOT} 2"] == "page number"
    assert set(kept(page)) == {TITLE, *FRAME, *(text for _, text in BODY)}
    assert kept(page).count(BODY[0][1]) == 4


def test_paragraphs_without_space_between_are_told_by_their_indent(printed: Printer) -> None:
    """Books set no gap between paragraphs: the last line is short, or the first one indented."""
    page = read(printed(style="p { margin: 0; text-align: justify } p + p { padding-inline-start: 0 }"))
    assert kept(page) == [TITLE, *FRAME, *(text for _, text in BODY)]


def test_a_table_is_read_row_by_row(printed: Printer) -> None:
    """Cells stand side by side without being columns of prose."""
    html = "<table dir=rtl style='font: 12pt Plex; width: 100%'>" + "".join(
        f"<tr><td>محافظة {name}<td>{figure}</tr>"
        for name, figure in (("الساحل", 12), ("السهل", 19), ("الواحة", 7))
    )
    font = f"@font-face {{ font-family: Plex; src: url('{PLEX.path(400).resolve().as_uri()}') }}"
    content = bytes(HTML(string=f"<style>{font}</style>{html}").write_pdf())
    assert kept(read(content)) == ["محافظة الساحل | 12", "محافظة السهل | 19", "محافظة الواحة | 7"]


def test_a_turned_page_is_read_upright(printed: Printer) -> None:
    """A page that is stored on its side and shown turned reads as any other."""
    with pikepdf.open(io.BytesIO(printed())) as document:
        page = document.pages[0]
        width, height = (float(edge) for edge in page.mediabox[2:])
        page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
        page.contents_add(b"Q")
        page.mediabox = pikepdf.Array([0, 0, height, width])
        page.Rotate = 90
        turned = io.BytesIO()
        document.save(turned)
    known = " ".join([TITLE, *FRAME, *(text for _, text in BODY)])
    assert found_again(" ".join(kept(read(turned.getvalue()))), known) > 0.97


def test_the_article_is_cleaned_out_of_the_page(printed: Printer) -> None:
    """The body is kept whole, headings are headings, and title, author and date are read from the frame."""
    page = read(printed(heads=True, columns=2, times=1))
    (article,) = clean(Source(path="a.pdf", text=page.text, hints=page.hints), load("ar"))
    assert [page.text[line.start : line.end] for line in article.lines] == [text for _, text in BODY]
    assert [line.heading for line in article.lines] == [kind == "h2" for kind, _ in BODY]
    assert (article.title, article.published) == (TITLE, "2024-03-12")


def test_what_a_pdf_says_of_itself_is_not_believed(printed: Printer) -> None:
    """Neither its title nor its dates are those of the article."""
    with pikepdf.open(io.BytesIO(printed())) as document:
        document.docinfo["/Title"] = "Microsoft Word - final2.doc"
        document.docinfo["/CreationDate"] = "D:20200101000000Z"
        saved = io.BytesIO()
        document.save(saved)
    page = read(saved.getvalue())
    assert (page.title, page.published, page.author, page.url) == (None, None, None, None)


# Order of letters ------------------------------------------------------------------------


def by_hand(rows: Sequence[Sequence[str]], *, size: int = 12) -> bytes:
    """A page on which each row's signs are drawn from left to right, whatever they stand for."""
    signs = sorted({sign for row in rows for sign in row})
    codes = {sign: code for code, sign in enumerate(signs, 1)}
    mapped = "\n".join(f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    drawn = "\n".join(
        f"1 0 0 1 50 {780 - 18 * number} Tm <{''.join(f'{codes[sign]:04x}' for sign in row)}> Tj"
        for number, row in enumerate(rows)
    )
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name.Drawn,
            Encoding=pikepdf.Name("/Identity-H"),
            ToUnicode=document.make_stream(
                b"/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange\n<0000> <ffff>\n"
                b"endcodespacerange\n%d beginbfchar\n%s\nendbfchar endcmap end"
                % (len(codes), mapped.encode())
            ),
            DescendantFonts=[
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.CIDFontType2,
                    BaseFont=pikepdf.Name.Drawn,
                    CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
                    DW=450,
                    FontDescriptor=document.make_indirect(
                        pikepdf.Dictionary(
                            Type=pikepdf.Name.FontDescriptor,
                            FontName=pikepdf.Name.Drawn,
                            Flags=4,
                            FontBBox=[0, -200, 1000, 800],
                            ItalicAngle=0,
                            Ascent=800,
                            Descent=-200,
                            CapHeight=700,
                            StemV=80,
                        )
                    ),
                )
            ],
        )
    )
    page = document.add_blank_page(page_size=(900, 842))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = document.make_stream(f"BT /F {size} Tf {drawn} ET".encode())
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


READ = (
    "قال الوزير إن السد في وادي النخيل لا يكفي وحده وقد بلغ العجز 1,250 مليون متر",
    "وعلى الحكومة أن تنشر البيانات كل أسبوع حتى عام 2030 كما قال رئيس اللجنة.",
)
SEEN = (
    "رتم نويلم 1,250 زجعلا غلب دقو هدحو يفكي ال ليخنلا يداو يف دسلا نإ ريزولا لاق",
    ".ةنجللا سيئر لاق امك 2030 ماع ىتح عوبسأ لك تانايبلا رشنت نأ ةموكحلا ىلعو",
)


def test_letters_written_from_left_to_right_are_read_from_the_right() -> None:
    """A program may draw a line in the order of the ink; where the letters stand is what counts."""
    page = read(by_hand(SEEN))
    assert " ".join(kept(page)) == " ".join(READ)
    assert page.mended is None


def test_a_page_that_shows_its_letters_reversed_is_mended() -> None:
    """Where the page itself is wrong, the words decide and the mending is told."""
    page = read(by_hand(READ))
    assert found_again(" ".join(kept(page)), " ".join(READ)) > 0.9
    assert page.mended


def test_letters_that_make_no_words_are_set_aside() -> None:
    """A font that names its shapes at random leaves single letters: the file is refused."""
    letters = "و ن ت ا ل ع م ي ق ب ر س ك ح خ د ج ة ه ف "
    content = by_hand([(letters[shift:] + letters[:shift]).strip() for shift in range(0, 20, 2)])
    with pytest.raises(SourceError, match="order that cannot be read") as caught:
        read(content)
    assert caught.value.kind == "visual_order"


# Broken and hostile files ------------------------------------------------------------------


def refused(content: bytes) -> tuple[str, str]:
    """The kind and the sentence with which a file is refused, read as the pipeline reads it."""
    with pytest.raises(SourceError) as caught:
        pages(".pdf", content)
    assert str(caught.value).endswith(".")
    return caught.value.kind, str(caught.value)


def saved(document: pikepdf.Pdf, *, encryption: pikepdf.Encryption | None = None) -> bytes:
    """The bytes of a document made by hand."""
    target = io.BytesIO()
    document.save(target, encryption=encryption)
    return target.getvalue()


def test_a_locked_pdf_says_so(printed: Printer) -> None:
    """A password is asked of the analyst, not guessed."""
    with pikepdf.open(io.BytesIO(printed())) as document:
        content = saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refused(content)[0] == "locked"


def test_a_pdf_that_only_forbids_printing_is_read(printed: Printer) -> None:
    """An owner's password without a user's one lets everybody read."""
    with pikepdf.open(io.BytesIO(printed())) as document:
        content = saved(document, encryption=pikepdf.Encryption(owner="a", user=""))
    assert TITLE in read(content).text


def test_a_scan_says_what_to_do() -> None:
    """Pictures of pages have no text; an empty page has neither."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    picture = document.make_stream(
        b"\0" * 4,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=2,
        Height=2,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray,
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
    page.Contents = document.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    kind, said = refused(saved(document))
    assert kind == "no_text"
    assert "text recognition" in said
    empty = pikepdf.new()
    empty.add_blank_page(page_size=(595, 842))
    assert refused(saved(empty))[0] == "no_text"


def test_broken_files_say_so(printed: Printer) -> None:
    """Half a file, noise behind the first bytes, a picture: each is refused by a sentence."""
    whole = printed()
    for content in (whole[: len(whole) // 3], b"%PDF-1.7\n" + b"x" * 1000, b"\x89PNG\r\n\x1a\n", b"%PDF-"):
        assert refused(content)[0] == "broken"


def test_a_file_that_lost_its_table_of_contents_is_read(printed: Printer) -> None:
    """The cross-reference table can be rebuilt."""
    assert TITLE in read(re.sub(rb"startxref\s+\d+", b"startxref 7", printed())).text


def test_a_book_is_refused() -> None:
    """Five thousand pages are no article."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    for _ in range(portable.MAX_PAGES):
        document.pages.append(document.pages[0])
    assert refused(saved(document))[0] == "large"


def test_more_letters_than_any_article_are_refused(printed: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letters are counted over all pages before they are looked at."""
    monkeypatch.setattr(portable, "MAX_LETTERS", 500)
    with pytest.raises(SourceError, match="more text than any article"):
        read(printed())


def test_a_page_of_kilometres_is_read(printed: Printer) -> None:
    """A huge page box costs nothing: no page is drawn."""
    with pikepdf.open(io.BytesIO(printed())) as document:
        document.pages[0].mediabox = pikepdf.Array([-1e7, -1e7, 1e7, 1e7])
        assert TITLE in read(saved(document)).text


def test_forms_within_forms_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that draws forty forms that draw forty forms ends at a limit of time or memory, not never."""
    monkeypatch.setattr(confined, "SECONDS", 2)
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    form = document.make_stream(
        b"BT /F 12 Tf (a) Tj ET", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
    )
    for _ in range(12):
        outer = document.make_stream(
            b"/I Do " * 40, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=form))
        form = outer
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=form))
    page.Contents = document.make_stream(b"/I Do")
    assert refused(saved(document))[0] in {"large", "no_text", "broken"}


def test_scripts_and_attachments_are_left_alone(printed: Printer) -> None:
    """A script that runs on opening and an attached file change nothing of what is read."""
    with pikepdf.open(io.BytesIO(printed())) as document:
        document.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('no')")
        )
        document.attachments["a.txt"] = b"no part of the article"
        page = read(saved(document))
    assert kept(page) == kept(read(printed()))


def test_a_reader_that_hangs_or_dies_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks the process that reads breaks nothing else."""
    monkeypatch.setattr(confined, "_PROGRAM", "import os; os.abort()")
    assert refused(b"%PDF-")[0] == "broken"
    monkeypatch.setattr(confined, "SECONDS", -4)
    monkeypatch.setattr(confined, "_PROGRAM", "import time; time.sleep(9)")
    assert refused(b"%PDF-")[0] == "large"


def test_pages_that_are_not_there_are_told() -> None:
    """A page that the document only counts is none."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    with glyphs.opened(saved(document)) as opened:
        assert glyphs.sheet(opened, 5, 10) is None


def test_marks_find_their_letters_in_one_pass() -> None:
    """A line of 4,000 letters with a mark on each costs no product of the two."""

    def glyph(text: str, place: float) -> glyphs.Glyph:
        return glyphs.Glyph(text, place, place, place + 4, 0, 12, bold=False, straight=True, run=0)

    line = [glyph(text, 5.0 * place) for text in ("ب", "\u064e") for place in range(4_000)]
    start = process_time()
    assert [one.text for one in strips._in_place(line)] == ["\u064e", "ب"] * 4_000
    assert process_time() - start < 1


def test_a_page_that_cannot_be_opened_is_told(printed: Printer) -> None:
    """The pages that can be are read; the others are set aside by their numbers."""
    with pikepdf.open(io.BytesIO(printed())) as document:
        document.add_blank_page()
        document.pages[-1].obj.Type = pikepdf.Name.Font
        content = saved(document)
    count = len(pikepdf.open(io.BytesIO(printed())).pages)
    article, lost = read_portable(content, None)
    assert TITLE in article.text
    assert lost.refused is not None
    assert (lost.refused.kind, f"({count + 1})" in lost.refused.message) == ("broken", True)


def test_the_current_folder_is_no_place_for_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that holds a program by a library's name is not where the process looks for it."""
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit(9)")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", f".{os.pathsep}")
    assert "no whole PDF" in refused(b"%PDF-")[1]
