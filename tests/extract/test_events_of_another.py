"""A day of something else than the act that a sentence opens with is no day of that act."""

import pytest

from brief.extract.events import events
from tests.builders import ARABIC, document

TODAY = "2023-05-10"  # a Wednesday


def days(line: str) -> list[str]:
    """The days of the events of an article of one line."""
    return [one.start for one in events(document(line, published=TODAY), ARABIC)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "أغلقت البلدية، اليوم الأربعاء، سوق السمك، في أشد قرار منذ توقيف مديره الخميس الماضي.",
            ["2023-05-10"],
        ),
        ("لم تغلق البلدية سوق السمك من قبل، وإن كانت لجنة محلية قد أوصت عام 2021 بترميمه.", []),
        ("يقول مدير السوق إن الباعة لم يتعرضوا لأذى، باستثناء حادثة واحدة في المرفأ قبل أربعة أيام.", []),
        ("نفى مدير السوق ما تردد عن ديونه، مشيرا إلى أن الرسوم دفعت في 3 مايو.", []),
        ("علقت نقابة الباعة إضرابا كان مقررا يومي 3 و4 مايو، بعد تعهد البلدية بالترميم.", []),
        ("اتفق الباعة والبلدية على الرسوم، مع تكليف خبير بتحديد قيمتها قبل نهاية مايو.", []),
        ("ويرى مدير السوق أن موعد العاشر من يونيو ممكن إذا انتهى الترميم.", []),
        ("يرى مدير السوق أن موعد العاشر من يونيو ممكن إذا انتهى الترميم.", []),
        ("ينتظر أن يلتقي الباعة الوزير، على أن يبحث معهم احتمال تأجيل الترميم إلى خريف 2024.", []),
        ("ولا تزال السوق مغلقة أمام الباعة، وبلغ سعر السمك 20 درهما يوم الاثنين.", []),
        ("مع اقتراب الموسم، المتوقع أن يبدأ مطلع يونيو، يخشى الباعة الخسارة.", []),
        ("تراجعت حجة المدير، إذ كشفت البلدية أن رخصته انتهت في نوفمبر 2022.", []),
        ("في مؤتمر صحفي عقده الخميس قال إن بلديته لن تقبل إغلاق السوق.", []),
    ],
    ids=[
        "since",
        "even if",
        "but for",
        "pointing",
        "called off",
        "deadline",
        "and a date",
        "date",
        "put off",
        "level",
        "near",
        "reason",
        "he said",
    ],
)
def test_a_day_of_something_else_is_no_day_of_the_act(line: str, found: list[str]) -> None:
    """What is beside the act, called off, only talked of or said by nobody gives the act no day."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("أوصت لجنة محلية في 3 مايو بترميم السوق، وإن كانت البلدية تعارض ذلك.", ["2023-05-03"]),
        ("نفى مدير السوق في 3 مايو ما تردد عن ديونه، مشيرا إلى أن الرسوم دفعت.", ["2023-05-03"]),
        ("نفى مدير السوق ديونه، موضحا أن المهلة تنتهي في 3 يونيو ما لم تمدد.", ["2023-06-03"]),
        ("علقت نقابة الباعة إضرابها في 3 مايو بعد تعهد البلدية بالترميم.", ["2023-05-03"]),
    ],
    ids=["even if", "pointing", "to come", "called off"],
)
def test_its_own_day_dates_it(line: str, found: list[str]) -> None:
    """The day beside the act stands."""
    assert days(line) == found
