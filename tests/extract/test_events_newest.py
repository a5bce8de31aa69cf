"""What is to come, where a later source tells it otherwise."""

import pytest

from brief.extract.events import events
from brief.extract.events.moved import standing
from brief.extract.events.once import told_once
from brief.model import Event
from tests.builders import ARABIC, claim, document

FIRST, SECOND = "2023-05-10", "2023-06-20"


def left(plan: str, news: str, *, told: bool = True) -> list[Event]:
    """The events that stand of two articles, the second a later one; their sentences are claims if `told`."""
    first, second = document(plan, published=FIRST), document(news, published=SECOND)
    found = (*events(first, ARABIC), *events(second, ARABIC))
    claims = (
        [claim(one.anchor.text, one.anchor) for one in (*first.sentences, *second.sentences)] if told else []
    )
    days = {first.id: first.published, second.id: second.published}
    return list(standing(told_once(found, claims, ARABIC), claims, days, ARABIC, [first, second]))


def test_the_newer_source_tells_what_is_to_come() -> None:
    """Both say what is paid in one month: the number is that of the second."""
    plan = "وستصرف البلدية منحة للصيادين قيمتها 60 دينارا في يناير 2024."
    news = "وستصرف البلدية منحة للصيادين قيمتها 75 دينارا في يناير 2024."
    (one,) = [event for event in left(plan, news) if event.start == "2024-01" and "75" in event.text]
    assert one.evidence[0].text == one.text


def test_what_will_not_be_is_not_told_as_planned() -> None:
    """The passage that planned it is no evidence for what will not be."""
    plan = "ومن المقرر أن يجتمع مجلس الميناء لبحث رسوم السفن الكبيرة في 30 يوليو."
    news = "وأعلن رئيس المجلس أن مجلس الميناء لن يجتمع لبحث رسوم السفن الكبيرة في 30 يوليو."
    found = [one for one in left(plan, news) if one.start == "2023-07-30"]
    assert all("لن يجتمع" in passage.text for one in found for passage in one.evidence)


@pytest.mark.parametrize(
    ("news", "stands"),
    [
        ("وأكد الميناء إرجاء افتتاح الرصيف إلى 24 يوليو، بعدما كان مقررا في 12 يوليو.", False),
        ("ولم يعد افتتاح الرصيف ممكنا في 12 يوليو، بحسب المقاول.", False),
        ("وقال المقاول إن افتتاح الرصيف لم يعد بعيدا.", True),
    ],
    ids=["put off", "can no longer be", "nothing"],
)
def test_a_day_is_given_up_where_no_line_tells_it(news: str, *, stands: bool) -> None:
    """The sentence of a later article is enough, though no claim is made of it."""
    found = left("ويفتتح الميناء الرصيف الجديد في 12 يوليو.", news, told=False)
    assert ("2023-07-12" in [one.start for one in found if "ويفتتح" in one.text]) is stands


def test_a_month_is_given_up_with_its_day() -> None:
    """«At the beginning of July», where the first of July is no longer possible."""
    plan = "ومن المقرر أن تستأنف العبارة رحلات الجزيرة مطلع يوليو."
    news = "ولم يعد استئناف رحلات الجزيرة ممكنا في الأول من يوليو."
    assert not [one for one in left(plan, news, told=False) if "مطلع" in one.text]


def test_a_passage_that_only_names_it_does_not_come_first() -> None:
    """«The meeting set for Monday» tells less than the sentence before it."""
    plan = "وستجتمع لجنة السدود في كانتون لبحث المياه في السابع من أغسطس."
    news = "وينتظر الفلاحون بقلق اجتماع لجنة السدود لبحث المياه المقرر في السابع من أغسطس."
    found = [one for one in left(plan, news) if one.start == "2023-08-07"]
    assert any("ستجتمع" in one.text for one in found)


def test_of_two_accounts_the_one_with_an_act_comes_first() -> None:
    """«In the village from which the boat sailed …» names the day only by the way."""
    by_the_way = (
        "وفي قرية السنط، التي صدمت فيها الحافلة سور المدرسة صباح السابع من مايو ولم تتوقف، ساد الهدوء أمس."
    )
    act = "وصدمت حافلة مسرعة سور المدرسة في قرية السنط صباح السابع من مايو فقتلت حارسها."
    first, second = document(by_the_way, published=FIRST), document(act, published=FIRST)
    found = told_once((*events(first, ARABIC), *events(second, ARABIC)), [], ARABIC)
    assert [one.text for one in found if one.start == "2023-05-07"] == [act]
