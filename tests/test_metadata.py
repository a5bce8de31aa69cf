"""What the frame of a page says of its article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.metadata import About, describe
from tests.builders import ARABIC, mixed_texts

BODY = [
    "افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم.",
    "وتضم الحديقة ملعبا للأطفال وممرا مظللا يصل بين المكتبة والمحطة.",
]


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


@pytest.mark.parametrize("line", ["بقلم: ليلى العمري", "كتبت ليلى العمري", "إعداد ليلى العمري"])
def test_a_byline_names_the_author(line: str) -> None:
    """The name is what follows the byline's word."""
    assert about(line).author == "ليلى العمري"


def test_a_name_printed_twice_is_the_author() -> None:
    """Sites print the author's name and the caption of the portrait; a title twice is none."""
    assert about("ليلى العمري", "ليلى العمري").author == "ليلى العمري"
    title = "حديقة في السوق"
    assert about(title, title).author is None


@given(
    st.lists(mixed_texts, max_size=4), st.lists(mixed_texts, max_size=2), st.lists(mixed_texts, max_size=2)
)
def test_no_page_is_too_odd(before: list[str], after: list[str], body: list[str]) -> None:
    """Whatever stands around an article, what is said of it was written there."""
    found = describe(before, after, body, ARABIC)
    written = " ".join(" ".join(before + after).replace(":", " ").split())
    for words in (found.publisher, found.author):
        assert words is None or " ".join(words.replace(":", " ").split()) in written
