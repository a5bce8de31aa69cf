"""A web page becomes the lines that its visitor sees, with what its markup says of each."""

import time
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trafilatura import extract

from brief.errors import SourceError
from brief.model import Page
from brief.readers import READERS, pages
from brief.readers.web import read_web
from brief.readers.web.body import found, inside, letters
from brief.readers.web.roles import hidden, role
from brief.readers.web.tree import _WRAPPER

FIRST = "افتتحت البلدية حديقة النخيل في وسط المدينة بعد عامين من العمل المتواصل."
SECOND = "وقال رئيس البلدية إن الحديقة تضم ألف نخلة وثلاثة ملاعب ومكتبة صغيرة للأطفال."
THIRD = "ومن المقرر أن تبقى الحديقة مفتوحة حتى منتصف الليل طوال أشهر الصيف."
TITLE = "حديقة النخيل تفتح أبوابها"
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def read(markup: str, charset: str | None = None) -> Page:
    """The only page of some markup."""
    (page,) = read_web(markup.encode(), charset)
    return page


def body(markup: str) -> Page:
    """The page of an article with something before it."""
    return read(f"<html><body>{markup}{BODY}</body></html>")


def lines(page: Page) -> list[str]:
    """The lines of a page."""
    return page.text.split("\n")


def of_kind(page: Page, *kinds: str) -> list[str]:
    """The lines that the hints of these kinds stand at."""
    return [page.text[hint.start : hint.end] for hint in page.hints if hint.kind in kinds]


def reason(page: Page, line: str) -> str | None:
    """Why a line is aside."""
    return {page.text[hint.start : hint.end]: hint.reason for hint in page.hints}[line]


# Lines -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>أول\n  سطر</p><p>ثان</p>", ["أول سطر", "ثان"]),
        ("<div>أول<br>ثان<br/>ثالث</div>", ["أول", "ثان", "ثالث"]),
        ("<ul><li>أول</li><li>ثان</li></ul>", ["أول", "ثان"]),
        ("<p>كلمة <b>مبر</b>زة</p>", ["كلمة مبرزة"]),
        ("<p>و<a href=x>الوزير</a>ون</p>", ["والوزيرون"]),
        ("<div><a href=1>أخبار</a><a href=2>رياضة</a></div>", ["أخبار", "رياضة"]),
        ("<div><a href=1>أخبار</a> | <a href=2>رياضة</a></div>", ["أخبار", "رياضة"]),
        ("<div><span class=a>الاثنين</span><span class=b>محليات</span></div>", ["الاثنين", "محليات"]),
        ("<div>2 مايو&nbsp;&nbsp;الخميس</div>", ["2 مايو", "الخميس"]),
        ("<h1>حديقة<br>النخيل</h1>", ["حديقة النخيل"]),
        ("<div>قبل<p>في</p>بعد</div>", ["قبل", "في", "بعد"]),
    ],
)
def test_each_block_is_a_line(markup: str, expected: list[str]) -> None:
    """Blocks, breaks and what is laid out apart are lines of their own; a word stays whole."""
    assert lines(body(markup))[: len(expected)] == expected


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>"])
def test_the_rows_of_a_table_are_lines(cell: str) -> None:
    """The cells of a table of data are joined row by row."""
    rows = [["المدينة", "الوفر"], ["الواحة", "12%"]]
    markup = "".join(
        "<tr>" + "".join(f"<td>{cell.format(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    assert lines(body(f"<table>{markup}</table>"))[:2] == ["المدينة | الوفر", "الواحة | 12%"]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    """The columns of a page stay apart, whatever their number of lines."""
    page = read(f"<table><tr><td>محليات</td><td>{BODY}</td><td>الطقس</td></tr></table>")
    assert lines(page) == ["محليات", FIRST, SECOND, THIRD, "الطقس"]


def test_text_broken_to_fit_a_width_is_joined() -> None:
    """A paragraph of an agency's preformatted text is one line."""
    half = "وقالت الوزارة في بيان صحفي إن الطاقة الاستيعابية للمحطة"
    page = read(f"<pre>\n{half}\n{half}\nسترتفع.\n\nالنهاية\n</pre>")
    assert lines(page) == [f"{half} {half} سترتفع.", "النهاية"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var a='{}';</script>",
        "<style>{}</style>",
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<!-- {} -->",
        "<p hidden>{}</p>",
        "<div style='color:red; display : none'><p>{}</p></div>",
        "<p style='visibility:hidden'>{}</p>",
        "<span aria-hidden=true>{}</span>",
        "<dialog>{}</dialog>",
        "<input value='{}'>",
    ],
)
def test_hidden_text_is_no_text_of_the_page(markup: str) -> None:
    """What a visitor does not see never becomes evidence."""
    unseen = "نص لا يراه أحد."
    assert unseen not in body(markup.format(unseen)).text


def test_an_unclosed_element_in_noscript_swallows_nothing() -> None:
    """The page goes on behind <noscript>, even where what is in it is broken."""
    assert FIRST in body("<noscript><div><span></noscript>").text


def test_an_article_that_only_scripts_would_write_is_read() -> None:
    """Where most paragraphs of a page stand in <noscript>, a visitor sees them by its scripts."""
    page = read(f"<h1>{TITLE}</h1><script type='text/template'>{BODY}</script><noscript>{BODY}</noscript>")
    assert all(text in page.text for text in (FIRST, SECOND, THIRD))


def test_how_a_word_is_read_is_no_part_of_it() -> None:
    """Small letters above a word say its sound; they are not read in the midst of it."""
    assert "نخلة واحدة" in body("<p><ruby>نخلة<rp>(</rp><rt>nakhla</rt><rp>)</rp></ruby> واحدة</p>").text


def test_the_article_may_stand_in_what_scripts_call_hidden() -> None:
    """An open dialog makes the whole page hidden for screen readers, not for visitors."""
    assert hidden("div", {"aria-hidden": "true"})
    assert not hidden("main", {"aria-hidden": "true"})


# Hints -----------------------------------------------------------------------------------


def test_hints_point_at_lines() -> None:
    """Each hint spans one line, from its first character to its last."""
    page = read(f"<body><nav><a href=/>الرئيسية</a></nav><h1>{TITLE}</h1>{BODY}<footer>حقوق</footer></body>")
    starts = [sum(len(line) + 1 for line in lines(page)[:number]) for number in range(len(lines(page)))]
    assert [(hint.start, hint.end) for hint in page.hints] == [
        (start, start + len(line)) for start, line in zip(starts, lines(page), strict=True)
    ]


def test_the_article_is_told_from_its_page() -> None:
    """Paragraphs and headings are the article's, the rest is aside with a reason."""
    page = read(
        f"<body><nav><a href=/>الرئيسية</a></nav><article><h1>{TITLE}</h1><p>{FIRST}</p><h2>نخيل ومكتبة</h2>"
        f"<p>{SECOND}</p><p>{THIRD}</p></article><footer>كل الحقوق محفوظة</footer></body>"
    )
    assert of_kind(page, "paragraph") == [FIRST, SECOND, THIRD]
    assert "نخيل ومكتبة" in of_kind(page, "heading")
    assert reason(page, "الرئيسية") == "menu"
    assert reason(page, "كل الحقوق محفوظة") == "page footer"


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("figcaption", {}, "caption"),
        ("p", {"class": "wp-caption-text"}, "caption"),
        ("p", {"class": "imgDesc"}, "caption"),
        ("div", {"class": "articleInfo"}, "about the article"),
        ("div", {"class": "relatedInner"}, "pointer to another article"),
        ("div", {"class": "td-post-sharing share_bar"}, "share bar"),
        ("div", {"id": "comments"}, "comments"),
        ("div", {"role": "navigation"}, "menu"),
        ("div", {"class": "addthis"}, "share bar"),
        ("div", {"class": "article-body"}, None),
        ("div", {"class": "entry-content"}, None),
        ("div", {"class": "address"}, None),
        ("p", {}, None),
    ],
)
def test_names_tell_what_an_element_holds(tag: str, attributes: dict[str, str], expected: str | None) -> None:
    """Classes and ids are read word by word, however they are written together."""
    assert role(tag, attributes) == expected


def test_a_name_that_the_page_belies_is_overruled() -> None:
    """An element that holds the article is no menu, whatever it is called."""
    page = read(f"<body><div class='share sidebar'>{BODY}</div></body>")
    assert of_kind(page, "paragraph") == [FIRST, SECOND, THIRD]


def test_a_name_that_many_parts_of_the_article_bear_is_overruled() -> None:
    """Each paragraph in an element of one misleading name: they are weighed together."""
    page = read("<body>" + "".join(f"<div class=comment-row>{BODY}</div>" for _ in range(6)) + "</body>")
    assert of_kind(page, "paragraph") == [FIRST, SECOND, THIRD] * 6


def test_stray_nul_bytes_are_left_out() -> None:
    """A browser shows the page without them."""
    assert lines(read(f"<body>{BODY * 9}\0</body>"))[0] == FIRST


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<div class=x><iframe src=v></iframe><div>تقرير مصور من الحديقة</div></div>", "caption"),
        ("<p><em>من ملف المدينة</em></p>", "note in italics"),
        ("<div class=q1><span>تطبيقنا على هاتفك</span></div>", "set apart from the text"),
        ("<div class=related><a href=/1>قصة النخلة الأولى</a></div>", "pointer to another article"),
    ],
)
def test_strange_lines_among_the_paragraphs_are_aside(markup: str, why: str) -> None:
    """Captions, notes and boxes stand inside an article and are none of it."""
    page = read(f"<body><div>{BODY}{markup}{BODY}</div></body>")
    (line,) = {one for one in lines(page) if one not in {FIRST, SECOND, THIRD}}
    assert reason(page, line) == why


def test_articles_one_below_the_other_are_pages() -> None:
    """The second article of an endless page is a page of its own, with its own title."""
    other = "المكتبة تمدد ساعات العمل مساء"
    twin = "<div class=post><h1>{}</h1>{}</div>"
    more = BODY.replace("الحديقة", "المكتبة")
    markup = f"<body><div>{twin.format(TITLE, BODY)}{twin.format(other, more)}</div></body>"
    first, second = read_web(markup.encode(), None)
    assert (first.title, second.title) == (TITLE, other)
    assert of_kind(first, "paragraph") == [FIRST, SECOND, THIRD]
    assert len(of_kind(second, "paragraph")) == 3
    assert lines(first)[-1] == THIRD


def test_sections_of_one_article_are_no_articles() -> None:
    """Alike sections under headings stay one page."""
    markup = "".join(f"<section class=s><h2>فصل رقم {number}</h2>{BODY}</section>" for number in (1, 2))
    assert len(list(read_web(f"<body><h1>{TITLE}</h1>{markup}</body>".encode(), None))) == 1


@given(st.lists(st.text("ابتثج", min_size=1, max_size=40), max_size=12), st.data())
def test_lines_are_found_in_the_main_text(given_lines: list[str], data: st.DataObject) -> None:
    """Lines that make up the main text in their order are found, long or short."""
    marked = [f"{number}{line}{number}" for number, line in enumerate(given_lines)]
    taken = sorted(data.draw(st.sets(st.sampled_from(range(len(marked)))))) if marked else []
    found = inside(marked, "".join(marked[number] for number in taken))
    assert found <= set(range(len(marked)))
    assert {number for number in taken if len(marked[number]) >= 30} <= found


def test_a_line_that_lost_its_footnote_is_found() -> None:
    """A number that the main text leaves out does not lose the line."""
    whole, main = letters(FIRST + "12" + SECOND), letters(FIRST + SECOND + THIRD)
    assert inside([whole, letters(THIRD)], main) == {0, 1}


# Metadata --------------------------------------------------------------------------------


def with_head(head: str, shown: str = "") -> Page:
    """A page with this head, and something shown above its article."""
    return read(f"<html><head>{head}</head><body>{shown}{BODY}</body></html>")


def test_json_ld_tells_about_the_article() -> None:
    """The article is found in a graph, and its date is that of publication."""
    page = with_head(
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},'
        ' {"@type": "NewsArticle",'
        f' "headline": "{TITLE}", "datePublished": "2024-05-03T09:00:00Z", "dateModified": "2024-05-09",'
        ' "author": {"@type": "Person", "name": "سعاد النجار"},'
        ' "publisher": {"name": "صحيفة الواحة"}}]}</script>'
        '<link rel="canonical" href="https://oasis.example/1">'
    )
    assert (page.title, page.publisher, page.author) == (TITLE, "صحيفة الواحة", "سعاد النجار")
    assert (page.published, page.url) == ("2024-05-03", "https://oasis.example/1")


@pytest.mark.parametrize(
    "window", ["{} | صحيفة الواحة", "صحيفة الواحة | {}", "{} - صحيفة الواحة", "صحيفة الواحة: {}"]
)
def test_the_sites_name_is_no_part_of_the_title(window: str) -> None:
    """What the window says beside the headline that the page shows is the publisher."""
    page = with_head(f"<title>{window.format(TITLE)}</title>", f"<h1>{TITLE}</h1>")
    assert (page.title, page.publisher) == (TITLE, "صحيفة الواحة")


@pytest.mark.parametrize(
    ("head", "shown", "expected"),
    [
        ('<meta property="article:published_time" content="2024-05-03T01:00">', "", "2024-05-03"),
        ('<meta property="article:modified_time" content="2024-05-09">', "", None),
        ('<meta property="og:updated_time" content="2024-05-09">', "", None),
        ('<meta name="date" content="2024-13-45">', "", None),
        ("", '<time class="published" datetime="2024-05-03">الجمعة</time>', "2024-05-03"),
        ("", '<div class="article-date">نشر: 3.5.2024</div>', "2024-05-03"),
        ("", "<ul><li>خبر آخر 2/5/2024</li></ul>", None),
        ("", "<footer>© 2024</footer>", None),
    ],
)
def test_a_date_of_publication_is_said_or_none(head: str, shown: str, expected: str | None) -> None:
    """Neither the last change nor a teaser's date nor the copyright's year is taken for it."""
    assert with_head(head, shown).published == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("سعاد النجار", "سعاد النجار"),
        ("صحيفة الواحة", None),
        ("desk@oasis.example", None),
        ("https://oasis.example/staff", None),
        ("المحرر3 النجار", None),
    ],
)
def test_an_author_is_a_person(name: str, expected: str | None) -> None:
    """The house, an address and an account's name are no authors."""
    head = f'<meta name="author" content="{name}"><meta property="og:site_name" content="صحيفة الواحة">'
    assert with_head(head).author == expected


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/news/1", "file:///etc/passwd", "http://a b"])
def test_only_web_addresses_are_addresses(address: str) -> None:
    """A page cannot lead anywhere but to the web."""
    assert with_head(f'<link rel="canonical" href="{address}">').url is None


# Encodings -------------------------------------------------------------------------------


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6"])
def test_a_declaration_may_lie(declared: str) -> None:
    """The letters decide the encoding, whatever the page declares."""
    markup = (
        f'<?xml version="1.0" encoding="{declared}"?><html><head><meta charset={declared}></head><body>{BODY}'
    )
    for encoding in ("utf-8", "windows-1256", "utf-8-sig"):
        (page,) = read_web(markup.encode(encoding), None)
        assert lines(page) == [FIRST, SECOND, THIRD]


# Hostile pages ---------------------------------------------------------------------------

LONG = 60_000


def hostile() -> Iterable[tuple[str, str]]:
    """Pages made to break a reader, by name."""
    yield "deep", "<div>" * LONG + BODY
    yield "deep list", "<ul><li>" * LONG + BODY
    yield "never closed", f"<b><font>{BODY}" * 2000
    yield "wide", "<span>كلمة </span>" * LONG + BODY
    yield "rows", "<table>" + "<tr><td>ا<td>ب" * LONG + "</table>" + BODY
    yield "attributes", "<div " + " ".join(f"a{number}=x" for number in range(LONG)) + f">{BODY}"
    yield "long class", f"<div class='{'a-' * LONG * 10}'>{BODY}"
    yield "titles", "<div>" * 500 + "<h1>عنوان</h1>" * 5000 + BODY
    yield "json", f"<script type='application/ld+json'>{'[' * LONG}</script>{BODY}"
    yield "one line", f"<p>{'كلمة ' * 2_200_000}</p>"
    yield "noscript", f"{BODY}{'<noscript>' * 200}"
    yield "entity", f'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]>&b;&d;{BODY}'
    yield "refresh", f'<meta http-equiv=refresh content="0;url=http://x"><base href="http://x">{BODY}'
    yield "doctype", f'<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://x.example/a.dtd">{BODY}'
    yield "characters", f"<p>&#xD800;&#0;&#x110000;\u202e</p>{BODY}"
    yield "no markup", f"{FIRST} < {SECOND}"


@pytest.mark.parametrize(("name", "markup"), [*hostile()], ids=[name for name, _ in hostile()])
def test_hostile_pages_are_read(name: str, markup: str) -> None:
    """Nothing hangs, nothing is fetched, no article is lost."""
    began = time.monotonic()
    text = "\n".join(page.text for page in read_web(markup.encode(), None))
    assert time.monotonic() - began < 60
    assert "كلمة كلمة" in text if name == "one line" else FIRST in text
    assert "root:" not in text


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ("<html></html>", "empty"),
        ("<script>var a = 1;</script>", "empty"),
        ("<frameset><frame src=x></frameset>", "empty"),
        ("<p hidden>نص</p>", "empty"),
        ("<p>a\0b</p>", "binary"),
        ("<foo>" * LONG + BODY, "deep"),
    ],
)
def test_a_page_without_text_is_refused(markup: str, kind: str) -> None:
    """What cannot be read is refused with a sentence that says what to do."""
    with pytest.raises(SourceError) as error:
        list(read_web(markup.encode(), None))
    assert error.value.kind == kind


TOKENS = (
    *("<", ">", "</", "p", "div", " class=x", "'", "<!--", "-->", "<table>", "<td>", "<br>", "<h1>"),
    *("<a href=x>", "<script>", "&amp;", "نص", ". ", "\n", "<pre>"),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TOKENS)))
def test_any_markup_gives_lines_or_a_reason(parts: list[str]) -> None:
    """Whatever is broken, there is a page whose hints lie in its text, or a reason."""
    try:
        found = list(read_web("".join(parts).encode(), None))
    except SourceError:
        return
    for page in found:
        assert all(page.text[hint.start : hint.end].strip() for hint in page.hints)
        assert page.text == "\n".join(" ".join(line.split()) for line in lines(page))


def test_a_saved_page_with_its_pictures_is_read() -> None:
    """The archive that a browser saves (MHTML) holds the page as one of its parts."""
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://oasis.example/1\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n<body>{BODY}</body>\r\n--b--\r\n"
    )
    (page,) = pages(".mhtml", archive.encode())
    assert (lines(page), page.url) == ([FIRST, SECOND, THIRD], "https://oasis.example/1")


@pytest.mark.parametrize("content", [b"", b"From: a@b.example\r\n\r\nno page", b"\xff\xfe\0"])
def test_an_archive_without_a_page_is_refused(content: bytes) -> None:
    """A message is no saved page."""
    with pytest.raises(SourceError):
        pages(".mht", content)


def test_web_suffixes_are_known() -> None:
    """Pages are known by any of their usual suffixes."""
    assert {".htm", ".html", ".xhtml", ".mht", ".mhtml"} <= set(READERS)


def test_wrappers_that_never_end_cost_one_pass() -> None:
    """Tags of which not even the bracket is closed are looked at once each."""
    start = time.process_time()
    assert _WRAPPER.sub("", "<div " * 40_000) == "<div " * 40_000
    assert time.process_time() - start < 1


def test_a_frame_with_a_text_is_told() -> None:
    """A frame that may be an article is not lost in silence; one with an advertisement is."""
    frames = (f"<p>{SECOND}</p>" * 6, "<script>" + SECOND * 9 + "</script><b>إعلان</b>")
    parts = "".join(
        f"--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://example.org/{number}\n\n{one}\n"
        for number, one in enumerate((BODY, *frames))
    )
    archive = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{parts}--b--\n'
    page, frame = pages(".mht", archive.encode())
    assert FIRST in page.text
    assert frame.refused is not None
    assert "https://example.org/1" in frame.refused.message


def test_a_page_in_another_script_follows_the_library_alone() -> None:
    """Our rules for prose and furniture are of our languages: elsewhere no line that was taken is dropped."""
    lines = [
        f"The council opened the garden number {n} near the old market of town {n * 7}" for n in range(8)
    ]
    body = "".join(f"<p><i>{line}</i></p>" for line in lines)
    page = f"<html><body><article><h1>Gardens</h1>{body}</article></body></html>".encode()
    (found,) = pages(".html", page)
    taken = extract(page) or ""
    told = {found.text[hint.start : hint.end] for hint in found.hints if hint.kind != "aside"}
    assert {line for line in lines if line in taken} <= told
    assert any(line in taken for line in lines)


def test_lines_taken_in_another_order_are_found() -> None:
    """Trafilatura may move a lead behind the text; its lines are found wherever they went."""
    one, two, three = (letters(text) for text in (FIRST, SECOND, THIRD))
    assert found([one, two, "x", three], two + three + one) == {0, 1, 3}
