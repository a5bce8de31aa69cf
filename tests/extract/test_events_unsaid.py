"""Words that hold a date and no happening, halves that belong together, and the end of what is going on."""

import pytest

from brief.extract.events import events
from brief.extract.events.moved import standing
from brief.extract.events.once import told_once
from brief.model import Document
from tests.builders import ARABIC, claim, document

TODAY = "2023-05-10"  # a Wednesday


def told(line: str, published: str = TODAY) -> list[tuple[str, str | None, str]]:
    """The events of an article of one line."""
    return [(one.start, one.end, one.text) for one in events(document(line, published=published), ARABIC)]


def days(line: str) -> list[str]:
    """Their days."""
    return [start for start, _, _ in told(line)]


@pytest.mark.parametrize(
    "line",
    [
        "وتأمل البلديتان أن تغطي رسوم الجسر أقساط القرض بدءا من عام 2031.",
        "ولا يخفى أن العمدة يستعد للانتخابات البلدية المقررة في مطلع 2024.",
        "فقد قالت المهندسة ليان، وهي عاملة سابقة عملت في مصنع الزجاج عام 2019 قبل أن تستقيل منه.",
    ],
    ids=["a hope", "an insinuation", "a speech without its words"],
)
def test_a_hope_and_a_speech_without_its_words_are_no_events(line: str) -> None:
    """What somebody hopes or insinuates has not happened, and who speaks tells nothing without his words."""
    assert days(line) == []


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("أعلنت البلدية في 3 مايو أنها تأمل في ترميم السوق القديم هذا العام.", "2023-05-03"),
        ("وقالت المديرة أمس الثلاثاء إن المصنع أغلق فرن الزجاج الكبير.", "2023-05-09"),
    ],
)
def test_what_was_announced_or_said_is_an_event(line: str, start: str) -> None:
    """A hope that is told within an act, a speech with its words."""
    assert start in days(line)


def test_an_event_is_not_cut_before_its_but() -> None:
    """Half of a contrast would tell another thing."""
    line = (
        "وفي شأن آخر يتصل بأسعار الزجاج المستورد وكلفة النقل البحري بين الموانئ الصغيرة، "
        "وقعت البلدية عقد الرصيف في 3 مايو، لكن مجلس المدينة لم يصادق عليه بعد."
    )
    assert told(line)[0][2].endswith("لم يصادق عليه بعد.")


def test_a_past_week_ends_with_its_article() -> None:
    """«Quarrelled this week» tells nothing of the days to come."""
    ends = [
        (start, end) for start, end, _ in told("تبادلت البلديتان الاتهامات هذا الأسبوع بشأن مياه الينبوع.")
    ]
    assert ends
    assert all(end is None or end <= TODAY for _, end in ends)


def test_a_vote_awaited_beside_one_that_was_held_lies_ahead() -> None:
    """Behind «while» another act has a time of its own."""
    line = "وكان المجلس قد صادق على القرض في 6 أبريل، بينما ينتظر أن تصوت البلدية عليه في 11 ديسمبر."
    assert days(line) == ["2023-04-06", "2023-12-11"]


def test_a_month_that_dates_the_order_is_no_second_event() -> None:
    """«Filed on Tuesday their reports on the order issued early this month» is told once."""
    line = "قدمت البلديتان، أمس الثلاثاء، إلى المحكمة تقريرين بشأن تنفيذ الأمر الصادر مطلع الشهر الجاري."
    found = told_once(events(document(line, published=TODAY), ARABIC), [], ARABIC)
    assert [one.start for one in found] == ["2023-05-09"]


def _sources(plan: str, news: str) -> tuple[Document, Document]:
    return (
        document(plan, path="a.txt", published="2023-05-02"),
        document(news, path="b.txt", published="2023-06-20"),
    )


@pytest.mark.parametrize(
    ("news", "left"),
    [
        ("ووافقت لجنة الترميم في اجتماع المتحف على رفع ارتفاع القبة مترين.", 0),
        ("وافتتحت الشركة فندقا جديدا في حي الميناء.", 1),
    ],
    ids=["what came of it", "another matter"],
)
def test_a_plan_gives_way_to_what_came_of_it(news: str, left: int) -> None:
    """A meeting that was planned and has been held is not told as planned."""
    first, second = _sources("ومن المقرر أن تعقد لجنة الترميم اجتماعها الأول في المتحف يوم 12 مايو.", news)
    plans = events(first, ARABIC)
    passage = second.sentences[0].anchor
    claims = [claim(passage.text, passage)]
    stand = standing(plans, claims, {first.id: first.published, second.id: second.published}, ARABIC)
    assert len(plans) == 1
    assert len(stand) == left
