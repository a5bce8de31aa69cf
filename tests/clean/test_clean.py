"""Pages of the web: which lines are the article, which are furniture, and why."""

from itertools import pairwise

import pytest
from hypothesis import given

from brief.clean import clean
from brief.clean.tails import tail
from brief.model import Article, Source
from brief.segment import segment
from tests.builders import ARABIC, pages

BODY = (
    (
        "افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق "
        "القديم بعد عامين من الأعمال التي عطلت حركة الباعة والزوار."
    ),
    (
        "وتضم الحديقة ملعبا للأطفال وممرا مظللا يصل بين المكتبة "
        "ومحطة الحافلات في طرف الحي، وفيها مقاعد تكفي مئتي زائر."
    ),
    (
        "ويقول الباعة إن زوار السوق زادوا منذ رفع السياج "
        "وإضاءة المدخل الشمالي للساحة الكبيرة، وإن البيع تحسن في المساء."
    ),
    (
        "وكانت البلدية قد وعدت بفتح الحديقة في الربيع الماضي، "
        "ثم أجلت الموعد مرتين بسبب الأمطار ونقص العمال في الورشة."
    ),
)
SECOND = (
    (
        "يشكو سكان التل الشرقي من انقطاع المياه عن بيوتهم منذ "
        "أسبوعين من غير تفسير واضح، ويقولون إن العطش بلغ المدارس."
    ),
    (
        "وتقول شركة المياه إن أنبوبا قديما انكسر تحت الطريق وإن "
        "إصلاحه يحتاج إلى أيام أخرى قبل أن يعود الضخ إلى الخزان."
    ),
    (
        "ويطلب الأهالي صهاريج تصل إلى المدارس أولا ثم إلى "
        "البيوت البعيدة في أعلى التل، حيث لا تصل السيارات الكبيرة."
    ),
)
HALF = len(BODY) // 2


def cleaned(*lines: str) -> tuple[Article, ...]:
    """The articles of a page of these lines."""
    return clean(Source(path="a.txt", text="\n".join(lines)), ARABIC)


def kept(article: Article) -> list[str]:
    """The lines of an article."""
    return [article.source.text[line.start : line.end] for line in article.lines]


def removed(article: Article) -> dict[str, str]:
    """The lines that were removed, with the reason."""
    return {article.source.text[piece.start : piece.end]: piece.reason for piece in article.furniture}


@given(pages)
def test_every_line_of_a_page_is_accounted_for_once(text: str) -> None:
    """On any page with an article each line that is not blank is kept or removed, and only once."""
    articles = clean(Source(path="a.txt", text=text), ARABIC)
    spans = sorted(
        [(line.start, line.end) for article in articles for line in article.lines]
        + [(piece.start, piece.end) for article in articles for piece in article.furniture]
    )
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    if articles:
        outside = [
            text[one[1] : other[0]] for one, other in pairwise([(0, 0), *spans, (len(text), len(text))])
        ]
        assert not "".join(outside).strip()


@given(pages)
def test_every_anchor_of_a_cleaned_page_resolves(text: str) -> None:
    """Whatever the page, its articles can be cut into sentences that read as the source does."""
    for article in clean(Source(path="a.txt", text=text), ARABIC):
        document = segment(article, ARABIC)
        for place in (*(s.anchor for s in document.sentences), *(h.anchor for h in document.headings)):
            assert text[place.start : place.end] == place.text


def test_an_article_alone_is_kept_whole() -> None:
    """Nothing is removed from a text that is nothing but prose."""
    (article,) = cleaned(*BODY)
    assert kept(article) == list(BODY)
    assert article.furniture == ()


def test_the_frame_around_an_article_is_removed() -> None:
    """What stands above the first and below the last line of prose is no part of the article."""
    (article,) = cleaned(
        "الرئيسية / محليات", "حديقة للسوق القديم", *BODY, "شارك", "التعليقات (3)", "خريطة الموقع"
    )
    assert kept(article) == list(BODY)
    assert removed(article)["حديقة للسوق القديم"] == "title"
    assert removed(article)["الرئيسية / محليات"] == "page frame"
    assert removed(article)["خريطة الموقع"] == "after the article"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("اقرأ أيضاً: عودة الحافلات إلى ميدان الساعة", "related article"),
        ("شاهد ايضا جولة في المكتبة بعد ترميمها", "related article"),
        ("المصدر: نشرة الحي", "credit"),
        ("كلمات دلالية: حديقة | سوق | بلدية", "tags"),
        ("#حديقة_النخيل #السوق_القديم", "hashtags"),
        (
            "Children play in the new garden near the old market, March 2019. PHOTO: City Desk",
            "not in the language",
        ),
        ("• • •", "no words"),
        ("12:30 2019/3/14", "no words"),
        ("14 مارس 2019", "date line"),
        ("الخميس 14 مارس 2019 – آخر تحديث 20:15 (توقيت مدينة النخيل)", "date line"),
        ("الخميس 14 مارس 2019 | أحياء ومدن | العدد 812", "date line"),
        ("النخيل: سليم بوعلام – الساحل: «نشرة الحي»", "signature"),
        ("واتساب", "share bar"),
        ("صورة أرشيفية", "caption"),
        ("زوار في الحديقة صباح الافتتاح (تصوير: قسم الصور)", "caption"),
        ("ل.ع", "signature"),
        ("بمتابعتك القراءة فإنك توافق على ملفات تعريف الارتباط.", "notice"),
    ],
)
def test_furniture_inside_an_article_is_removed_with_its_reason(line: str, reason: str) -> None:
    """Pointers, credits, tags, captions and rules between paragraphs go, and the reason says why."""
    (article,) = cleaned(*BODY[:HALF], line, *BODY[HALF:])
    assert kept(article) == list(BODY)
    assert removed(article) == {line: reason}


def test_a_word_of_the_frame_may_open_a_sentence() -> None:
    """«شارك» opens a button and a sentence: the sentence stays."""
    line = "شارك في ترميم المكتبة القديمة أكثر من أربعين متطوعا من شباب الحي وشيوخه."
    (article,) = cleaned(*BODY[:HALF], line, *BODY[HALF:])
    assert line in kept(article)


def test_a_teaser_of_the_body_is_no_second_copy_of_it() -> None:
    """A lead that breaks off and is said again in the body is removed."""
    teaser = BODY[0][:70] + "..."
    (article,) = cleaned(teaser, *BODY)
    assert kept(article) == list(BODY)
    assert removed(article) == {teaser: "truncated lead"}


def test_a_teaser_is_known_in_the_middle_of_a_line() -> None:
    """A lead counts as said again wherever in a later line its words stand, quoted or not."""
    teaser = f"«{BODY[0][:70]}"
    (article,) = cleaned(teaser, BODY[1], f"{BODY[2]} «{BODY[0]}»")
    assert removed(article) == {teaser: "truncated lead"}


def test_a_lead_said_before_is_no_teaser() -> None:
    """Only what follows makes a line without an end a teaser."""
    (article,) = cleaned(*BODY, BODY[0].rstrip("."))
    assert "truncated lead" not in removed(article).values()


def test_a_truncated_line_inside_an_article_is_removed() -> None:
    """A teaser of another article breaks off; it is no sentence of this one."""
    teaser = "المجلس يناقش ميزانية الإنارة في الأحياء البعيدة…"
    (article,) = cleaned(*BODY[:HALF], teaser, *BODY[HALF:])
    assert kept(article) == list(BODY)


def test_short_lines_between_paragraphs_are_headings() -> None:
    """A line of title's length without a full stop heads what follows."""
    (article,) = cleaned(BODY[0], "أسباب الترميم:", BODY[1], "ماذا بعد؟", BODY[2])
    assert [article.source.text[line.start : line.end] for line in article.lines if line.heading] == [
        "أسباب الترميم:",
        "ماذا بعد؟",
    ]


def test_a_short_closing_sentence_belongs_to_the_article() -> None:
    """The last words of an article may be few."""
    (article,) = cleaned(*BODY, "وتفتح الحديقة كل صباح.", "شارك")
    assert kept(article)[-1] == "وتفتح الحديقة كل صباح."


def test_a_second_article_is_kept_apart() -> None:
    """Prose under a line that announces related articles is an article of its own."""
    first, second = cleaned(*BODY, "مقال ذو صلة", "عطش التل", *SECOND, "شارك")
    assert kept(first) == list(BODY)
    assert kept(second) == list(SECOND)
    assert removed(second)["عطش التل"] == "before the article"


def test_teasers_of_related_articles_are_no_article() -> None:
    """A list of titles, or a lone sentence, under such a line is furniture with that reason."""
    (article,) = cleaned(*BODY, "أخبار ذات صلة", "عودة الحافلات إلى ميدان الساعة", SECOND[0])
    assert kept(article) == list(BODY)
    assert set(removed(article)) == {"أخبار ذات صلة", "عودة الحافلات إلى ميدان الساعة", SECOND[0]}
    assert removed(article)[SECOND[0]] == "related article"


@pytest.mark.parametrize(
    "page",
    [("",), ("الرئيسية", "تسجيل الدخول"), ("The market opens on Monday and closes on Friday at noon.",)],
)
def test_a_page_without_prose_holds_no_article(page: tuple[str, ...]) -> None:
    """Menus and pages in another language give nothing."""
    assert cleaned(*page) == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n\n", "\u2028"])
def test_line_ends_make_no_difference(newline: str) -> None:
    """Whatever ends the lines, the same lines are kept, without blanks around them."""
    (article,) = clean(Source(path="a.txt", text=newline.join(f"  {line}\u00a0" for line in BODY)), ARABIC)
    assert kept(article) == list(BODY)


def test_the_analyst_knows_better_than_the_page() -> None:
    """What brief.toml says of a source wins over what its text says."""
    text = "\n".join(("حديقة النخيل تفتح في السوق", "14 مارس 2019", *BODY))
    (plain,) = clean(Source(path="a.txt", text=text), ARABIC)
    (said,) = clean(
        Source(path="a.txt", text=text, title="عنوان", published="2019-03-10", author="ليلى"), ARABIC
    )
    assert (plain.title, plain.published) == ("حديقة النخيل تفتح في السوق", "2019-03-14")
    assert (said.title, said.published, said.author) == ("عنوان", "2019-03-10", "ليلى")


@pytest.mark.parametrize(
    "line",
    [
        "وتصل الردود عبر البريد الإلكتروني إلى مكتب رئيس البلدية في اليوم نفسه.",
        "ويقول المحامي إن قانون حقوق النشر الجديد يحمي الكتاب والناشرين معا.",
        "وأضاف أن تصريحات العضو لا تعبر بالضرورة عن موقف المجلس البلدي كله.",
        "وتضم المجموعة أ فرق الأحياء القديمة الأربعة كلها.",
    ],
)
def test_a_sentence_may_speak_of_what_notices_speak_of(line: str) -> None:
    """A sentence that mentions e-mail, rights or opinions is no notice to the reader."""
    (article,) = cleaned(*BODY[:HALF], line, *BODY[HALF:])
    assert line in kept(article)


@pytest.mark.parametrize(
    "line",
    [
        "14 مارس 2019 | فتح المدخل الشمالي للساحة أمام الباعة والزوار | 200 مقعد",
        "كانت الوعود ثلاثة: سياج – إضاءة: أعمدة وكابلات.",
    ],
)
def test_a_row_that_tells_something_is_no_head_of_an_issue(line: str) -> None:
    """A day in a table of what happened, and a sentence with two colons, stay."""
    (article,) = cleaned(*BODY[:HALF], line, *BODY[HALF:])
    assert line in kept(article)


@pytest.mark.parametrize("line", ["نقص فيتامين د", "المجموعة أ", "الخطة ب"])
def test_a_heading_may_end_in_a_letter(line: str) -> None:
    """A heading that ends in a single letter is no reporter's initials."""
    (article,) = cleaned(*BODY[:HALF], line, *BODY[HALF:])
    assert line in kept(article)


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        (".          تابع موقع النهر على:", " تابع موقع النهر على:"),
        (". تابعونا على", " تابعونا على"),
        (". وتابع الوزير العمل حتى المساء.", ""),
        (" تابع العمال سيرهم على", ""),
    ],
)
def test_a_call_behind_the_last_sentence_goes(end: str, cut: str) -> None:
    """Where a site is followed is no part of the paragraph that it is glued to."""
    line = f"فتحت البلدية الحديقة الجديدة في الربيع بعد عامين من العمل{end}"
    rest = tail(line, ARABIC)
    assert " ".join(line[len(line) - rest :].split()) == cut.strip()


def test_neither_a_line_nor_what_was_cut_from_it_has_blanks_around_it() -> None:
    """However far a call stands from the sentence it is glued to, both are told from letter to letter."""
    text = " ".join(["فتحت البلدية الحديقة الجديدة في الربيع بعد عامين من العمل المتواصل."] * 6)
    source = Source(path="a.txt", text=f"{text}          تابع موقع النهر على:\n{text}\n")
    (article,) = clean(source, ARABIC)
    spans = [(one.start, one.end) for one in article.lines]
    spans += [(one.start, one.end) for one in article.furniture]
    pieces = [source.text[start:end] for start, end in spans]
    assert "تابع موقع النهر على:" in pieces
    assert all(piece == piece.strip() for piece in pieces)
