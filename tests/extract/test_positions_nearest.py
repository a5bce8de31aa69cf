"""Who takes a stance, where another stands nearer to the word that tells it."""

import pytest

from brief.extract.positions import positions
from tests.builders import ARABIC, document


def taken(line: str) -> list[tuple[str, str | None, str]]:
    """Actor, target and stance of an article of one line."""
    found = positions(document(line, published="2025-02-20"), ARABIC)
    return [(one.actor, one.target, one.stance.value) for one in found]


def test_the_only_noun_before_the_charge_is_the_accused() -> None:
    """«It denied that, and accused the guards of …»: the guards accuse nobody."""
    line = "ونفت الجبهة مسؤوليتها، واتهمت القوات الحكومية بتعطيل الرافعات في اليوم نفسه."
    assert taken(line) == [("الجبهة", "القوات الحكومية", "oppose")]


def test_who_accuses_may_stand_behind_the_verb() -> None:
    """Nobody stands before it."""
    assert taken("واتهمت مصر الأردن بتعطيل السفن.") == [("مصر", "الأردن", "oppose")]


@pytest.mark.parametrize(
    ("line", "actor"),
    [
        (
            "ووصف الأمين العام العقد بأنه جيد، بينما أعلن الفرع المحلي في المرفأ رفضه ودعا إلى وقفة.",
            "الأمين العام",
        ),
        ("وتنافست على المرفأ شركة إيطالية، وشركة تركية استبعد عرضها لأسباب فنية.", "شركة تركية"),
        (
            "أعلنت الوزارة صيغة معدلة بعد إضراب العمال ورفض لجنة برلمانية النص الأصلي.",
            "لجنة برلمانية النص الأصلي",
        ),
        ("أما رضا الماجري، الأمين العام للنقابة، فيرى أن الرقم «مضخم لتأليب الناس علينا».", "الأمين العام"),
        ("سعت الوزارة إلى ملء فراغ خلفه تعليق وساطة عام 2022، بعدما اعترضت المجر على تركيبتها.", "المجر"),
    ],
    ids=["the branch", "shut out", "a noun", "a first name", "of old"],
)
def test_nobody_takes_a_stance_of_another(line: str, actor: str) -> None:
    """The body named nearest does not do what the word tells."""
    assert actor not in [one for one, _, _ in taken(line)]
