"""Where an article begins and ends on its page, and where another one begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.clean.reasons import reasons
from brief.clean.rows import rows
from brief.clean.stretch import Stretch, articles, heaviest, judged
from brief.model import Hint
from tests.builders import ARABIC
from tests.clean.test_clean import BODY, SECOND


def stretches(*lines: str) -> tuple[Stretch, ...]:
    """The articles of a page of these lines, as numbers of rows."""
    found = rows("\n".join(lines))
    return articles(judged(found, reasons(found, ARABIC), ARABIC), ARABIC)


@given(st.lists(st.integers(-20, 20).map(float), max_size=30))
def test_no_run_is_heavier_than_the_heaviest(weights: list[float]) -> None:
    """The run that is chosen has the greatest sum of all, and begins and ends with something for it."""
    best = heaviest(weights)
    sums = [sum(weights[i : j + 1]) for i in range(len(weights)) for j in range(i, len(weights))]
    if best is None:
        assert all(weight <= 0 for weight in weights)
    else:
        first, last = best
        assert sum(weights[first : last + 1]) == max(sums)
        assert weights[first] > 0 < weights[last]


def test_a_box_between_two_paragraphs_is_bridged() -> None:
    """Pointers in the middle of an article do not end it."""
    (whole,) = stretches(*BODY[:2], "اقرأ أيضا", "عودة الحافلات إلى ميدان الساعة", "ترميم المكتبة", *BODY[2:])
    assert (whole.first, whole.last) == (0, 6)


def test_readers_comments_are_no_part_of_the_article() -> None:
    """Sentences below a heading of comments stay outside, however well they are formed."""
    comment = "الحديقة جميلة لكن المقاعد قليلة، وأرجو من البلدية أن تزيدها قبل الصيف المقبل."
    (whole,) = stretches(
        *BODY, "التعليقات (2)", "زائر", comment, "ساكن قديم", comment.replace("جميلة", "بعيدة")
    )
    assert whole.last == len(BODY) - 1


def test_a_second_article_begins_where_another_title_and_text_do() -> None:
    """Below «read also» a title whose text goes elsewhere opens another article."""
    first, second = stretches(*BODY, "مقال ذو صلة", "سكان التل الشرقي بلا مياه", *SECOND)
    assert (first.first, first.last) == (0, 3)
    assert (second.first, second.last) == (6, 8)


def test_a_text_that_goes_on_below_a_pointer_is_the_same_article() -> None:
    """«And he said» after a box belongs to what stands above it."""
    assert len(stretches(*BODY[:3], "مقال ذو صلة", "سكان التل الشرقي بلا مياه", *BODY[1:], *BODY[1:])) == 1


@pytest.mark.parametrize("line", ["قرار ينهي عامين من الغبار في السوق القديم ويفتح حديقة لزوار بلدية النخيل"])
def test_a_standfirst_above_the_date_belongs_to_the_article(line: str) -> None:
    """The sentence below the title that sums the article up is kept, though byline and date follow it."""
    (whole,) = stretches("حديقة جديدة في السوق القديم", line, "14 مارس 2019", *BODY)
    assert (whole.standfirst, whole.first) == (1, 3)


def test_a_second_headline_is_no_standfirst() -> None:
    """Two sentences joined by dots, without a stop, are a headline: the text says it again."""
    line = "أسعار السوق القديم ترتفع بعد فتح الحديقة الجديدة .. وأصحاب المتاجر يطلبون مهلة أخرى من البلدية"
    (whole,) = stretches("حديقة جديدة في السوق القديم", line, "14 مارس 2019", *BODY)
    assert (whole.standfirst, whole.first) == (None, 3)


def test_a_page_of_nothing_but_frame_holds_no_article() -> None:
    """Menus give nothing."""
    assert stretches("الرئيسية", "تسجيل الدخول", "محليات") == ()


def test_a_page_of_boxes_is_looked_through_once() -> None:
    """However many pointers a page has, the texts around only some of them are compared."""
    page = [*BODY, *("اقرأ أيضا", "عنوان عن أمر آخر", BODY[0]) * 2000]
    assert stretches(*page)[0].first == 0


def test_a_rule_without_a_title_is_a_pause() -> None:
    """Stars between two parts of one article cut nothing."""
    assert len(stretches(*BODY, "* * *", *(line.replace("الحديقة", "الساحة") for line in BODY))) == 1


def test_prose_that_the_format_passed_over_between_paragraphs_is_kept() -> None:
    """A sentence between two paragraphs of an article is its own, whatever took it for the page's."""
    text = "\n".join(BODY)
    starts = [text.index(line) for line in BODY]
    hints = tuple(
        Hint(start, start + len(line), "aside", "outside the article")
        if number % 2
        else Hint(start, start + len(line), "paragraph")
        for number, (start, line) in enumerate(zip(starts, BODY, strict=True))
    )
    found = rows(text, hints)
    told = judged(found, reasons(found, ARABIC), ARABIC)
    assert [one.prose for one in told] == [True, True, True, False]
