"""Which events are told by a sentence."""

import pytest

from brief.extract.events.worded import is_sentence
from tests.builders import ARABIC


@pytest.mark.parametrize(
    "text",
    [
        "القمة التي انعقدت في المرسى منتصف مايو 2019",
        "إذا كانت البلدية قد أغلقت السوق عام 2015، فإن حشدها الباعة أواخر عام 2018",
        "بالنسبة للمرفأ، الذي كان المحطة الأولى للوفد، من 3 إلى 5 مايو الماضي",
        "مع الأخذ في الاعتبار أن المرفأ أغلق في مارس 2019",
    ],
)
def test_what_only_leads_to_a_sentence_is_none(text: str) -> None:
    """A thing with what it did, and what opens a judgement, tell nothing by themselves."""
    assert not is_sentence(text, ARABIC)


@pytest.mark.parametrize(
    "text",
    [
        "وقع الوزير الاتفاق الذي انتظره الصيادون في مايو 2019",
        "القمة التي انعقدت في مايو 2019 أقرت الميزانية",
        "المصرف الذي أسس عام 2006، يضمن القروض",
        "الاتفاق الذي وقع مساء الخميس جاء في ست صفحات",
        "البلدية ليست عضوا في الرابطة التي تأسست عام 2002",
        "افتتح المرفأ في مايو 2019",
    ],
)
def test_a_sentence_is_one(text: str) -> None:
    """A verb of its own, before or behind what the thing did, makes one."""
    assert is_sentence(text, ARABIC)
