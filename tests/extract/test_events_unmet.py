"""Days that were set and not kept, and plans out of a draft."""

import pytest

from brief.extract.events import events
from brief.extract.events.moved import standing
from brief.extract.events.once import told_once
from brief.model import Event
from tests.builders import ARABIC, claim, document

FIRST, SECOND = "2023-05-10", "2023-06-20"


def days(line: str) -> list[str]:
    """The days of the events of an article of one line."""
    return [one.start for one in events(document(line, published=SECOND), ARABIC)]


def left(plan: str, news: str) -> list[Event]:
    """The events that stand of two articles, the second a later one."""
    first, second = document(plan, published=FIRST), document(news, published=SECOND)
    found = (*events(first, ARABIC), *events(second, ARABIC))
    claims = [claim(one.anchor.text, one.anchor) for one in (*first.sentences, *second.sentences)]
    told = {first.id: first.published, second.id: second.published}
    return list(standing(told_once(found, claims, ARABIC), claims, told, ARABIC, [first, second]))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "كان من المفترض أن يفتتح المتحف في 3 يونيو، إلا أن عطلا في المصعد أرجأه إلى 14 يونيو.",
            ["2023-06-14"],
        ),
        ("وكان يُنتظر أن تصل السفينة في 3 يونيو، لكنها لم تصل إلا في 14 يونيو.", ["2023-06-14"]),
        ("وكانت القافلة مقررة في 3 يونيو، وقد وصلت السفينة في موعدها.", None),
        ("كان من المقرر أن يفتتح المتحف في 3 يونيو، من أجل ضيوف المدينة.", None),
    ],
    ids=["put off", "did not come", "came", "for the sake of"],
)
def test_a_day_that_was_not_kept_is_no_event(line: str, found: list[str] | None) -> None:
    """What was set for a day, and by the same sentence came later, is told on the day it came."""
    assert days(line) == found if found else "2023-06-14" not in days(line)


def test_the_plan_of_an_earlier_source_is_given_up_too() -> None:
    """The later source tells that the day was not kept."""
    plan = "ومن المقرر أن يفتتح المتحف البحري أمام الزوار في 3 يونيو."
    news = "كان من المفترض أن يفتتح المتحف البحري في 3 يونيو، إلا أن عطلا أرجأه إلى 14 يونيو."
    assert [one.start for one in left(plan, news)] == ["2023-06-14"]


@pytest.mark.parametrize(
    ("news", "stands"),
    [
        ("وجاء النص النهائي خاليا من غرامات السفن ومن موعد 15 يوليو اللذين وردا في المسودة.", False),
        ("وقال الصيادون إن شيئا لن يتغير قبل صدور النص النهائي في 15 يوليو.", True),
        ("وجاء النص النهائي للميزانية في أربعين صفحة.", True),
    ],
    ids=["left out", "awaited", "of another matter"],
)
def test_what_a_draft_foresaw_goes_with_the_final_text(news: str, *, stands: bool) -> None:
    """A date out of a draft is none to watch once the text that was adopted is told."""
    plan = "وبحسب مسودة اطلعنا عليها، تفرض غرامات على سفن الصيد الكبيرة قبل 15 يوليو."
    assert any(one.start == "2023-07-15" and "مسودة" in one.text for one in left(plan, news)) is stands
