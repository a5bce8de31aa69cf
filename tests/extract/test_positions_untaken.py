"""What looks like a stance and is none, or another than it looks."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.model import Position
from tests.builders import ARABIC, document


def taken(*lines: str) -> list[Position]:
    """The positions of an article of these lines."""
    text = document(*lines)
    return list(positions(text, ARABIC, quotes(text, ARABIC)))


@pytest.mark.parametrize(
    "line",
    [
        "ونفت وزارة الري السودانية أن تكون البلاد قد قررت الانسحاب من مشروع السد.",
        "ونفت وزارة الري السودانية ما تردد عن وجود ملحق سري للاتفاق.",
        "وكانت الخرطوم تنفي أنها بصدد الانسحاب من المشروع.",
        "ونفى وزير النقل الكيني ما أوردته صحيفة محلية عن نيته اللجوء إلى القضاء.",
        "ونفى وزير المالية الكيني أن تكون البلاد وراء الرسوم.",
        "وظهرت دفعتان مؤجلتان، بعدما نفت وزارة النقل الكينية وجود متأخرات.",
        "ونفت وزارة النقل الكينية وجود متأخرات، ثم أقرت بدفعتين مؤجلتين.",
        "ولم يدفع القرار كينيا إلى الاحتجاج على الرسوم.",
        "ورفض أمام اللجنة الرسوم الكينية.",
        "ولم يصادق البرلمان الكيني على الاتفاقية بعد.",
        "وامتنع وزير النقل الكيني عن التعليق على القرار.",
        "ولم ترد الشركة الكينية على طلب للتعليق.",
        "والخرطوم تطالب برفعه إلى أربعة دولارات.",
        "وأنا لا أتهم الوزير الكيني بالكذب.",
        "ولا يستبعد مسؤول كيني سابق أن يكون السد ورقة ضغط.",
        "وقال وزير النقل الكيني مبررا: «سئلت عن مفاوضات، وكانت تلك أحاديث».",
    ],
    ids=[
        "own act",
        "a rumour",
        "own plan",
        "own intent",
        "own country",
        "denied before",
        "owned to since",
        "not moved to it",
        "where he stood",
        "not yet",
        "no comment",
        "no answer",
        "raise it",
        "I do not accuse",
        "not ruled out",
        "about, not for",
    ],
)
def test_no_stance_is_taken(line: str) -> None:
    """To deny a plan of one's own, to give no answer, not to have voted so far: none is against anything."""
    assert taken(line) == []


@pytest.mark.parametrize(
    ("line", "actor", "stance"),
    [
        ("ونفى وزير المالية الكيني أن يكون المصرف هو من طلب الرسوم.", "وزير المالية الكيني", "oppose"),
        ("لم يصادق البرلمان الكيني على الاتفاقية الحدودية.", "البرلمان الكيني", "oppose"),
        ("وطالبت نقابة البحارة بإلغائها فورا.", "نقابة البحارة", "oppose"),
        ("ودفع القرار كينيا إلى الاحتجاج على الرسوم.", "كينيا", "oppose"),
        ("ورفضت جنوب أفريقيا الرسوم.", "جنوب أفريقيا", "oppose"),
        ("ورفض إمام المسجد الرسوم الكينية.", "إمام المسجد", "oppose"),
        ("ورأت منظمة «حماة الساحل» في القرار «نصف انتصار».", "منظمة «حماة الساحل»", "mixed"),
    ],
    ids=[
        "another's act",
        "refused",
        "undo it",
        "moved to it",
        "a state in the south",
        "an imam",
        "half a victory",
    ],
)
def test_a_stance_beside_them_still_counts(line: str, actor: str, stance: str) -> None:
    """A report denied, a vote withheld, a demand to undo something; half a victory is mixed."""
    (found,) = taken(line)
    assert (found.actor, found.stance.value) == (actor, stance)


def test_a_target_begins_behind_the_whole_name_and_ends_before_the_day() -> None:
    """Neither the rest of a name in marks or behind a hyphen, nor the day, is what a stance is taken to."""
    (warned,) = taken("وحذرت منظمة «أصدقاء البحر الأسود» غير الحكومية من أن المرفأ يهدد الصيد.")
    assert (warned.actor, warned.target) == ("منظمة «أصدقاء البحر الأسود»", None)
    (refused,) = taken("ورفض رئيس اللجنة ميشيل باتي-لورو الاتهامات السبت.")
    assert (refused.actor, refused.target) == ("ميشيل باتي-لورو", "الاتهامات")
