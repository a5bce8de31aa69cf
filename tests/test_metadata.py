"""What the frame of a page says of its article."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.metadata import About, describe
from tests.builders import ARABIC, mixed_texts

BODY = [
    "افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم.",
    "وتضم الحديقة ملعبا للأطفال وممرا مظللا يصل بين المكتبة والمحطة.",
]


TITLE = "حديقة جديدة في السوق القديم"


def about(*before: str, after: tuple[str, ...] = ()) -> About:
    """What a page with these lines around the article says."""
    return describe(before, after, BODY, ARABIC)


def test_a_page_that_says_nothing_gives_nothing() -> None:
    """Unknown is None, never a guess."""
    assert about() == About(title=None, publisher=None, author=None, published=None)


def test_the_title_is_the_line_that_shares_words_with_the_article() -> None:
    """Titles of other articles and menus above it are passed over."""
    found = about("الرئيسية / محليات", "انقطاع المياه عن التل الشرقي", "حديقة جديدة في السوق القديم")
    assert found.title == "حديقة جديدة في السوق القديم"


def test_a_line_with_a_colon_opens_the_title_below_it() -> None:
    """A title over two lines is one title."""
    assert (
        about("سوق النخيل:", "حديقة جديدة عند مدخل السوق").title == "سوق النخيل: حديقة جديدة عند مدخل السوق"
    )


@pytest.mark.parametrize(
    "line",
    [
        "اقرأ أيضا: حديقة جديدة في السوق القديم",
        "• حديقة جديدة في السوق القديم",
        "#حديقة جديدة في السوق القديم",
    ],
)
def test_a_pointer_is_no_title(line: str) -> None:
    """A line that points to another article is not taken for this one's title."""
    assert about(line).title is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14 مارس، 2019", "2019-03-14"),
        ("نشر في: ١٤ مارس ٢٠١٩", "2019-03-14"),
        ("الخميس 14/3/2019", "2019-03-14"),
        ("مارس 2019", None),
        ("شهدت البلدة في يوم 14 مارس 2019 مطرا غزيرا لم تعرفه من قبل", None),
    ],
)
def test_the_date_is_a_line_that_is_little_else(line: str, day: str | None) -> None:
    """A day above the article dates it; a month, or a sentence with a day in it, does not."""
    assert about(line).published == day


def test_the_lowest_date_above_the_article_counts() -> None:
    """The page's own date stands above, the article's next to it."""
    assert about("20 مايو 2021", "14 مارس 2019").published == "2019-03-14"


def test_the_publisher_is_credited_below_or_named_above() -> None:
    """A credit below the article wins over a name above it; a bare menu names nobody."""
    assert about("مركز الواحة للدراسات").publisher == "مركز الواحة للدراسات"
    assert about("مركز الواحة للدراسات", after=("المصدر: نشرة الحي",)).publisher == "نشرة الحي"
    assert about("الواحة نيوز logo").publisher == "الواحة نيوز"
    assert about("محليات").publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "بقلم: ليلى العمري",
        "بقلم:ليلى العمري",
        "كتبت ليلى العمري",
        "إعداد ليلى العمري",
        "بقلم ليلى العمري - كاتبة من النخيل",
        "خاص - ليلى العمري",
    ],
)
def test_a_byline_names_the_author(line: str) -> None:
    """The name is what follows the byline's word, up to the next mark."""
    assert about(line).author == "ليلى العمري"


@pytest.mark.parametrize(
    "line",
    [
        "ترجمة: ليلى العمري",
        "تصوير: ليلى العمري",
        "خاص - الواحة نيوز",
        "كتب الأطفال",
        "كتب ومجلات ودفاتر قديمة",
        "خاص: 14 مارس 2019",
    ],
)
def test_not_every_name_is_the_authors(line: str) -> None:
    """Translators, photographers, houses and sections of a site wrote nothing."""
    assert about(TITLE, line).author is None


def test_two_authors_are_named_together() -> None:
    """Names joined by «and» or a comma are told as the page prints them."""
    assert about("بقلم: ليلى العمري وسامر الحلواني").author == "ليلى العمري وسامر الحلواني"
    assert about("بقلم: ليلى العمري، سامر الحلواني").author == "ليلى العمري، سامر الحلواني"


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ((TITLE, "ليلى العمري", "14 مارس 2019"), "ليلى العمري"),
        ((TITLE, "د. ليلى العمري", "14 مارس 2019"), "د. ليلى العمري"),
        (("زهرة الواحات", "باحثة في شؤون المدن", TITLE), "زهرة الواحات"),
        (("من طرف", "ليلى العمري", TITLE), "ليلى العمري"),
        ((TITLE, "فريق التحرير", "14 مارس 2019"), "فريق التحرير"),
        ((TITLE, "الاقتصاد المحلي", "14 مارس 2019"), None),
        ((TITLE, "وادي النخيل", "14 مارس 2019"), None),
        (("رئيس التحرير", "ليلى العمري", TITLE), None),
        (("أوراق بحثية", "دراسات", "أوراق بحثية", TITLE), None),
    ],
)
def test_a_name_on_a_line_of_its_own(lines: tuple[str, ...], author: str | None) -> None:
    """It stands by the title or the day, or above what she is; an officer, a section, a place are none."""
    assert about(*lines).author == author


@pytest.mark.parametrize(
    "after",
    [("عن الكاتبة", "ليلى العمري"), ("عن الكاتب: ليلى العمري",), ("ليلى العمري: باحثة في شؤون المدن",)],
)
def test_a_box_below_names_the_author(after: tuple[str, ...]) -> None:
    """What stands below about its author is read as well."""
    assert about(TITLE, after=after).author == "ليلى العمري"


def test_a_name_printed_twice_is_the_author() -> None:
    """Sites print the author's name and the caption of the portrait; a title twice is none."""
    assert about("ليلى العمري", "ليلى العمري").author == "ليلى العمري"
    title = "حديقة في السوق"
    assert about(title, title).author is None


# The day ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("14 آذار 2019", "2019-03-14"),
        ("١٤ آذار/مارس ٢٠١٩", "2019-03-14"),
        ("14 مارس (آذار) 2019", "2019-03-14"),
        ("2 كانون الثاني 2019", "2019-01-02"),
        ("2 تشرين ثاني 2019", "2019-11-02"),
        ("2 جانفي 2019", "2019-01-02"),
        ("2 جويلية 2019", "2019-07-02"),
        ("2 أوت 2019", "2019-08-02"),
        ("2 يوليوز 2019", "2019-07-02"),
        ("2 غشت 2019", "2019-08-02"),
        ("2 دجنبر 2019", "2019-12-02"),
        ("2 اغسطس 2019", "2019-08-02"),
        ("مارس 14, 2019", "2019-03-14"),
        ("14/مارس/2019", "2019-03-14"),
        ("٢٠١٩/٣/١٤", "2019-03-14"),
        ("2019.03.14", "2019-03-14"),
        ("14 / 3 / 2019", "2019-03-14"),
        ("3/4/2019", "2019-04-03"),
        ("3/14/2019", "2019-03-14"),
        ("الأول من حزيران 2019", "2019-06-01"),
        ("الثلاثاء 18 يونيو 2024 - 14:35 بتوقيت غرينتش", "2024-06-18"),
        ("25 محرم 1446 هـ", "2024-07-31"),
        ("25/1/1446 هـ", "2024-07-31"),
        ("25 محرم 1446 هـ الموافق 30 يوليو 2024 م", "2024-07-30"),
        ("تاريخ النشر:14.03.2019 | 09:26", "2019-03-14"),
        ("31/02/2019", None),
        ("14/3/19", None),
        ("14/15/2019", None),
        ("اجتماع المجلس البلدي المقبل في 14 مارس 2019", None),
    ],
)
def test_every_way_to_write_a_day(written: str, day: str | None) -> None:
    """Every country's months, both orders of numbers, the Hijri calendar; the impossible is nothing."""
    assert about(TITLE, written).published == day


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("نشر في 14 مارس 2019 - آخر تحديث 15 مارس 2019",), "2019-03-14"),
        (("آخر تحديث: 15 مارس 2019", "14 مارس 2019"), "2019-03-14"),
        (("آخر تحديث: 15 مارس 2019",), "2019-03-15"),
    ],
)
def test_the_day_of_a_change_is_second_choice(lines: tuple[str, ...], day: str) -> None:
    """An update dates an article only where nothing else does."""
    assert about(TITLE, *lines).published == day


def test_the_day_at_the_top_of_the_page_is_that_of_the_visit() -> None:
    """Far above the title stands today's date of the site."""
    menu = ("محليات", "ثقافة", "صور", "بحث")
    assert about("الثلاثاء 18 يونيو 2024", *menu, TITLE).published is None
    assert about("الثلاثاء 18 يونيو 2024", *menu, TITLE, "14 مارس 2019").published == "2019-03-14"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("النخيل 25 محرم 1446 هـ الموافق 31 يوليو 2024 م واح - افتتحت البلدية حديقة.", "2024-07-31"),
        ("النخيل، 14 مارس 2019 (واح) - افتتحت البلدية حديقة.", "2019-03-14"),
        ("النخيل - 14 مارس - افتتحت البلدية حديقة.", None),
        ("في 14 مارس 2019 افتتحت البلدية حديقة - وهي الثالثة.", None),
        ("شهد يوم 14 مارس 2019 - وهو يوم عطلة - افتتاح الحديقة.", None),
    ],
)
def test_a_dateline_dates_an_article(opening: str, day: str | None) -> None:
    """Place and day before a dash are the agency's; a day inside a sentence is that of an event."""
    assert describe([TITLE], [], [opening, BODY[1]], ARABIC).published == day


def test_the_day_below_an_article() -> None:
    """It counts right below; below another title it belongs to that."""
    assert about(TITLE, after=("14 مارس 2019",)).published == "2019-03-14"
    assert about(TITLE, after=("خبر آخر", "14 مارس 2019")).published is None


# The house -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "publisher"),
    [
        ((), ("جميع الحقوق محفوظة لمركز الواحة © 2024",), "مركز الواحة"),
        ((), ("جميع الحقوق محفوظة للمركز الأخضر 2024",), "المركز الأخضر"),
        ((), ("جميع الحقوق محفوظة - وكالة الواحة 2024 | أفضل عرض بدقة عالية",), "وكالة الواحة"),
        ((), ("© 2024 الواحة نيوز. جميع الحقوق محفوظة",), "الواحة نيوز"),
        ((), ("حقوق النشر محفوظة لـ الواحة نت 2022",), "الواحة نت"),
        ((), ("تلفزيون الواحة © 2024",), "تلفزيون الواحة"),
        ((), ("صدر العدد الأول عام 1990 - جميع الحقوق محفوظة",), None),
        ((), ("جميع الحقوق محفوظة للجريدة © 2024 ولا يجوز النشر دون إذن",), None),
        ((), ("المصدر: الواحة + وكالات", "تابع الواحة نيوز على:"), "الواحة نيوز"),
        ((), ("المصدر: وكالات",), None),
        ((), ("المصدر: رويترز", "© 2024 الواحة نيوز"), "الواحة نيوز"),
        ((), ("المصدر: رويترز",), "رويترز"),
        ((), ("المقال لا يعبر بالضرورة عن رأي صحيفة الواحة",), "صحيفة الواحة"),
        ((), ("المقال لا يعبر بالضرورة عن رأي الصحيفة",), None),
        (("الواحة نيوز", "محليات"), ("صورة من السوق | الواحة نيوز",), "الواحة نيوز"),
        (("الواحة", "محليات"), (), None),
        (("• مركز الواحة يطلق دراسة عن المياه", "• مركز الواحة يستضيف خبراء"), (), "مركز الواحة"),
        (("• مركز الواحة يطلق دراسة عن المياه", "• معهد التلال يستضيف خبراء"), (), None),
    ],
)
def test_where_a_page_names_its_house(
    before: tuple[str, ...], after: tuple[str, ...], publisher: str | None
) -> None:
    """Rights, credits, its own words about itself, its own news; a single hint is not enough."""
    assert about(*before, TITLE, after=after).publisher == publisher


def test_an_agency_is_the_publisher_of_a_page_without_a_house() -> None:
    """Its name in brackets counts last."""
    told = ["النخيل (رويترز) - افتتحت البلدية حديقة جديدة.", BODY[1]]
    assert describe([TITLE], [], told, ARABIC).publisher == "رويترز"
    assert describe([TITLE], ["© 2024 الواحة نيوز"], told, ARABIC).publisher == "الواحة نيوز"


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        ((f"{TITLE} | الواحة نيوز",), TITLE, "الواحة نيوز"),
        ((f"{TITLE} - الواحة نيوز", "الواحة نيوز"), TITLE, "الواحة نيوز"),
        ((f"{TITLE} - أرقام وصور",), f"{TITLE} - أرقام وصور", None),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(
    lines: tuple[str, ...], title: str, publisher: str | None
) -> None:
    """It is cut behind a bar, and behind a dash where the page says it again."""
    found = about(*lines)
    assert (found.title, found.publisher) == (title, publisher)


@pytest.mark.parametrize(
    "line",
    [
        "أطفال في حديقة السوق القديم (عدسة البلدية)",
        "حديقة السوق القديم قبل الافتتاح - رويترز",
        "إعادة افتتاح حديقة السوق القديم 21/4/2019",
        "افتتحت بلدية النخيل صباح أمس حديقة",
        "الرئيسية > محليات > حديقة السوق القديم",
        "افتتحت البلدية الحديقة الجديدة قرب السوق.",
    ],
)
def test_captions_teasers_and_sentences_are_no_titles(line: str) -> None:
    """However many words they share with the article."""
    assert about(line).title is None
    assert about(line, TITLE).title == TITLE


def test_a_title_that_breaks_off_goes_on_below() -> None:
    """Where the article says the two words around the break in a row."""
    assert about("حديقة جديدة عند مدخل السوق", "القديم ترى النور").title == (
        "حديقة جديدة عند مدخل السوق القديم ترى النور"
    )
    assert about("حديقة جديدة في السوق:", "ملعب وممر").title == "حديقة جديدة في السوق: ملعب وممر"


@given(
    st.lists(mixed_texts, max_size=4), st.lists(mixed_texts, max_size=2), st.lists(mixed_texts, max_size=2)
)
def test_no_page_is_too_odd(before: list[str], after: list[str], body: list[str]) -> None:
    """Whatever stands around an article, what is said of it was written there."""
    found = describe(before, after, body, ARABIC)
    written = " ".join(" ".join(before + after).replace(":", " ").split())
    for words in (found.title, found.author):
        assert words is None or " ".join(words.replace(":", " ").split()) in written
    assert found.published is None or len(found.published) == len("2019-03-14")


def test_a_huge_frame_takes_no_time() -> None:
    """Only the two ends of a frame are read, and no line of monstrous length."""
    lines = [f"مركز الواحة {number}" for number in range(20_000)]
    begun = time.process_time()
    describe([*lines, "س " * 200_000, TITLE], lines, BODY, ARABIC)
    assert time.process_time() - begun < 2


def test_a_dateline_without_a_blank_costs_no_time() -> None:
    """Letters behind a day are read once, however many stand together."""
    since = time.perf_counter()
    opening = f"وهران، 14 مارس 2019 {'ا' * 85}"
    assert describe([], [], [opening, *BODY], ARABIC).published is None
    assert time.perf_counter() - since < 0.5


def test_a_byline_below_the_title_is_none() -> None:
    """A place and its reporter are no title, where another line can be one."""
    body = ["وصل صيادو الميناء إلى دكار أمس، وقال نادر الحليمي إن الشباك امتلأت بالسردين."]
    title = "شباك كثيرة وسمك قليل: حكاية رصيف لم يكتمل"
    for byline in ("دكار - نادر الحليمي", "تحليل - نادر الحليمي"):
        assert (
            describe([title, "صحيفة الشاطئ", "الأربعاء 17 سبتمبر 2025", byline], [], body, ARABIC).title
            == title
        )
    assert describe(["الرصيف لا يستأجر أبدا", "الأربعاء 17 سبتمبر 2025"], [], body, ARABIC).title
