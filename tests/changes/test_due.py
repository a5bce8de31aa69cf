"""Dates that were watched for and came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.changes import changes
from brief.changes.due import has_come
from brief.model import Due, Event, Section
from tests.builders import ARABIC
from tests.changes.briefs import anchor, earlier, entry, event, item, side

PLAN = "ومن المقرر أن تفتح الهيئة عروض المقاولين في 20 مارس 2024."
DONE = "فتحت الهيئة في 20 مارس 2024 عروض المقاولين للمرحلة الثانية."


@pytest.mark.parametrize(
    ("date", "came"),
    [
        ("2024-03-10", False),
        ("2024-03-11", True),
        ("2024-03-24", True),
        ("2024-03-25", False),
        ("2024-03", False),
        ("2024-04", False),
        ("2024", False),
    ],
)
def test_days_between_two_issues_come(date: str, *, came: bool) -> None:
    """A day after the earlier issue and not after this one."""
    assert has_come(date, "2024-03-10", "2024-03-24") is came


@given(st.dates(), st.dates(), st.sampled_from((4, 7, 10)))
def test_what_is_ahead_of_an_issue_comes_once(one: object, other: object, exact: int) -> None:
    """A date is ahead, comes, or came: over two steps it comes in one of them at most."""
    first, last = sorted((str(one), str(other)))
    date = last[:exact]
    steps = [has_come(date, first, last), has_come(date, last, "9999-12-31")]
    assert sum(steps) <= 1
    assert steps[0] is (date > first[:exact])


def due(*events: Event) -> tuple[Due, ...]:
    """What came between an issue that watches for the plan and one of two weeks later."""
    watched = item(anchor(PLAN), id="i1", label="2024-03-20")
    before = side({"a.txt": PLAN}, sections=(Section("indicators", "x", (watched,)),))
    texts = {"a.txt": PLAN, "b.txt": DONE}
    later = side(texts, (item(anchor(DONE)),), issued="2024-03-24", timeline=events)
    return changes(earlier(before), later, ARABIC).due


def test_an_indicator_comes_due_with_what_is_told_of_it() -> None:
    """The event that both texts tell says what became of it."""
    [one] = due(event("2024-03-20", anchor(PLAN), anchor(DONE)))
    assert one.told is not None
    assert (one.date, one.item.text, one.told.text) == ("2024-03-20", PLAN, DONE)


def test_an_indicator_of_which_nothing_is_told_comes_due_all_the_same() -> None:
    """That the sources are silent is worth knowing."""
    assert [(one.date, one.told) for one in due()] == [("2024-03-20", None)]


def test_a_dated_line_of_another_section_comes_due() -> None:
    """What is printed among the outcomes is no indicator, but was ahead; a line without the date was not."""
    text = f"وبدأت الهيئة أعمال التوسعة. {PLAN}"
    lines = (item(anchor(text, PLAN)), item(anchor(text, "وبدأت الهيئة أعمال التوسعة.")))
    before = side({"a.txt": text}, lines, timeline=(event("2024-03-20", anchor(text)),))
    after = side({"a.txt": text}, lines, issued="2024-03-24")
    found = changes(earlier(before), after, ARABIC).due
    assert [(one.date, one.item.text) for one in found] == [("2024-03-20", PLAN)]


def test_a_plan_that_is_an_outcome_and_an_indicator_comes_due_once() -> None:
    """The words of the outcome stand for both; another plan for that day is told beside it."""
    other = "ويصل في 20 مارس 2024 أول قطار شحن إلى المحطة الجديدة شمال المدينة."
    watched = tuple(item(anchor(text), id=f"i{text[:3]}", label="2024-03-20") for text in (PLAN, other))
    line = item(anchor(PLAN), text=PLAN.removesuffix("."))
    sections = (Section("outcomes", "x", (line,)), Section("indicators", "x", watched))
    texts = {"a.txt": PLAN, "b.txt": other}
    before = side(texts, sections=sections, timeline=(event("2024-03-20", anchor(PLAN)),))
    found = changes(earlier(before), side(texts, (line,), issued="2024-03-24"), ARABIC).due
    assert [one.item.text for one in found] == [line.text, other]


def test_a_plan_that_two_sources_tell_comes_due_by_either() -> None:
    """The line is told by one of them, the event by the other first."""
    again = "وأكدت الهيئة أن عروض المقاولين ستفتح في 20 مارس 2024."
    texts = {"a.txt": PLAN, "b.txt": again}
    plan = event("2024-03-20", anchor(PLAN), anchor(again))
    before = side(texts, (item(anchor(again)),), timeline=(plan,))
    told = event("2024-03-20", anchor(DONE), anchor(PLAN), anchor(again))
    after = side({**texts, "c.txt": DONE}, (item(anchor(DONE)),), issued="2024-03-24", timeline=(told,))
    [one] = changes(earlier(before), after, ARABIC).due
    assert (one.item.text, one.told and one.told.text) == (again, DONE)


def test_what_came_of_a_plan_is_told_before_who_said_it_once_more() -> None:
    """The plan was announced again after the earlier issue, and then it was done."""
    again = "وأكدت الهيئة أن عروض المقاولين ستفتح في 20 مارس 2024."
    texts = {"a.txt": PLAN, "b.txt": again, "c.txt": DONE}
    days = {"a.txt": "2024-03-04", "b.txt": "2024-03-13", "c.txt": "2024-03-21"}
    entries = tuple(entry(path, text, days[path]) for path, text in texts.items())
    plan = event("2024-03-20", anchor(PLAN))
    before = side({"a.txt": PLAN}, (item(anchor(PLAN)),), timeline=(plan,))
    told = event("2024-03-20", anchor(PLAN), anchor(again), anchor(DONE))
    for lines in ((item(anchor(again)), item(anchor(DONE))), ()):
        after = side(entries, lines, texts, issued="2024-03-24", timeline=(told,))
        [one] = changes(earlier(before), after, ARABIC).due
        assert one.told is not None
        assert one.told.text == DONE


def test_a_plan_whose_day_came_is_not_told_as_gone_too() -> None:
    """Where a later source overtakes the plan the line leaves its place, and the day that came tells it."""
    watched = item(anchor(PLAN), id="i1", label="2024-03-20")
    sections = (Section("outcomes", "x", (item(anchor(PLAN)),)), Section("indicators", "x", (watched,)))
    before = side({"a.txt": PLAN}, sections=sections)
    overtaken = item(anchor(PLAN), reasons=(("overtaken", -2.0),))
    texts = {"a.txt": PLAN, "b.txt": DONE}
    later = side(texts, (item(anchor(DONE)), overtaken), issued="2024-03-24")
    found = changes(earlier(before), later, ARABIC)
    assert [one.item.text for one in found.due] == [PLAN]
    assert found.gone == ()


MEETING = (
    "ومن المنتظر أن يناقش الطرفان الأجور، بما في ذلك "
    "مؤتمر نقابات عمال الموانئ الذي سيعقد في المنارة خلال مايو 2024."
)


def told_of_the_meeting(text: str) -> str | None:
    """What is told of a meeting of some month by an article that came since."""
    before = side({"a.txt": MEETING}, (item(anchor(MEETING)),), timeline=(event("2024-05", anchor(MEETING)),))
    known = (entry("a.txt", MEETING), entry("b.txt", text, "2024-05-20"))
    after = side(known, (item(anchor(text)),), {"a.txt": MEETING, "b.txt": text}, issued="2024-05-24")
    [one] = changes(earlier(before), after, ARABIC).due
    return one.told.text if one.told else None


def test_what_took_place_on_a_day_of_the_month_is_told() -> None:
    """By the words around the date: another matter of that month, or the same of another, is not it."""
    held = "افتتح في المنارة في 19 مايو 2024 مؤتمر نقابات عمال الموانئ بحضور مندوبين من الساحل."
    assert told_of_the_meeting(held) == held
    assert told_of_the_meeting(held.replace("مايو", "أبريل")) is None
    assert told_of_the_meeting("ناقش الطرفان في 19 مايو 2024 الأجور وساعات العمل في مصانع الإسمنت.") is None


def test_who_only_told_the_plan_does_not_tell_what_came_of_it() -> None:
    """Not even where the line of what was done stands on the plan, too."""
    before = side({"a.txt": PLAN}, (item(anchor(PLAN)),), timeline=(event("2024-03-20", anchor(PLAN)),))
    texts = {"a.txt": PLAN, "b.txt": DONE, "c.txt": f"{DONE} "}
    passages = (anchor(DONE), anchor(PLAN), anchor(f"{DONE} ", DONE))
    after = side(texts, (item(*passages),), issued="2024-03-24")
    [one] = changes(earlier(before), after, ARABIC).due
    assert one.told is not None
    assert one.told.evidence == (passages[0], passages[2])


def test_what_was_done_on_its_very_day_is_told_in_few_words() -> None:
    """All but the verb, which stands in another tense: of a month, or with two words missing, it is not."""
    plan = "وقال الأمين العام للاتحاد إن الموسم طال، وإن نتائج الفرز النهائي ستُنشر في 19 مايو 2024."
    done = "ونشر الاتحاد في 19 مايو 2024 نتائج الفرز النهائي، وجاء فيها أن الإنتاج زاد."

    def told(text: str, plan: str = plan, start: str = "2024-05-19") -> str | None:
        before = side({"a.txt": plan}, (item(anchor(plan)),), timeline=(event(start, anchor(plan)),))
        known = (entry("a.txt", plan), entry("b.txt", text, "2024-05-20"))
        after = side(known, (item(anchor(text)),), {"a.txt": plan, "b.txt": text}, issued="2024-05-24")
        [one] = changes(earlier(before), after, ARABIC).due
        return one.told.text if one.told else None

    assert told(done) == done
    assert told(done.replace("19 مايو", "18 مايو")) is None
    assert told(done, plan.replace("19 مايو", "مايو"), "2024-05") is None
    assert told("ورحب الاتحاد في 19 مايو 2024 بتأجيل نتائج المسح الزراعي.") is None


def test_a_part_that_names_no_date_is_not_what_was_to_be() -> None:
    """Who tells much of what the sentence says beside it has not told of the meeting."""
    beside = "بدأ الطرفان في 19 مايو 2024 كما هو من المنتظر أن يناقش الطرفان الأجور بما في ذلك علاوة البرد."
    assert told_of_the_meeting(beside) is None


def told_of(plan: str, text: str, published: str | None = "2024-03-04") -> str | None:
    """What is told of a watched plan of May 2024 by an article that came since."""
    watched = item(anchor(plan), id="i1", label="2024-05")
    before = side((entry("a.txt", plan, published),), (), {"a.txt": plan}, sections=(
        Section("indicators", "x", (watched,)),
    ))  # fmt: skip
    known = (entry("a.txt", plan, published), entry("b.txt", text, "2024-05-20"))
    after = side(known, (item(anchor(text)),), {"a.txt": plan, "b.txt": text}, issued="2024-05-24")
    [one] = changes(earlier(before), after, ARABIC).due
    return one.told.text if one.told else None


def test_where_no_part_names_the_date_all_of_the_sentence_was_to_be() -> None:
    """The day of an undated source is not known, so «next May» is none that a part names."""
    held = "افتتح في المنارة في 19 مايو 2024 مؤتمر نقابات عمال الموانئ بحضور مندوبين من الساحل."
    plan = "سيعقد في مايو، كما تقول الهيئة، مؤتمر نقابات عمال الموانئ في المنارة."
    assert told_of(plan, held, None) == held


def test_a_figure_in_thousands_is_one_word() -> None:
    """Its comma parts no sentence."""
    plan = "سيعقد في المنارة مؤتمر نقابات عمال الموانئ بحضور 1,200 مندوب خلال مايو 2024."
    held = "افتتح في المنارة في 19 مايو 2024 مؤتمر نقابات عمال الموانئ بحضور مندوبين من الساحل."
    assert told_of(plan, held) == held
