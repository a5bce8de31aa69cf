"""Whose a stance is: a house by all of its name, the subject of its own clause, and nobody by a mere name."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.model import Stance
from tests.builders import ARABIC, document

MIXED, OPPOSE, SUPPORT = Stance.MIXED, Stance.OPPOSE, Stance.SUPPORT
CONCERNED, NEUTRAL = Stance.CONCERNED, Stance.NEUTRAL


def taken(line: str) -> list[tuple[str, Stance, str | None]]:
    """Actors, stances and targets in an article of one line, what is quoted there known."""
    read = document(line)
    told = positions(read, ARABIC, quotes(read, ARABIC))
    return [(one.actor, one.stance, one.target) for one in told]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "ورفض الاتحاد العام للنسيج القرار الجديد.",
            [("الاتحاد العام للنسيج", OPPOSE, "القرار الجديد")],
        ),
        (
            "وحذرت المنظمة الدولية للمناخ من أن الجفاف يهدد الواحات.",
            [("المنظمة الدولية للمناخ", CONCERNED, None)],
        ),
        (
            "دعا الاتحاد العام الكيني للنسيج إلى إضراب عام في الموانئ.",
            [("الاتحاد العام الكيني للنسيج", OPPOSE, None)],
        ),
        ("دعا المجلس الأعلى للتهدئة بعد مقتل صيادين.", []),
        ("وحذر رئيس الغرفة الصادق بوزيان من الإفلاس.", [("الصادق بوزيان", CONCERNED, "الإفلاس")]),
        ("وانتقد رئيس الغرفة السابق رفع الرسوم.", [("رئيس الغرفة السابق", OPPOSE, "رفع الرسوم")]),
        (
            "وتقول وزارة الري إنها أفرجت عن المياه، فيما تطالب جمعيات فلاحية بالكشف عن الكميات الفعلية.",
            [("جمعيات فلاحية", NEUTRAL, None)],
        ),
        ("لكن خبراء يشككون في دقة الأرقام.", [("خبراء", OPPOSE, "دقة الأرقام")]),
        ("ورحب خبراء يمنيون بالقرار.", [("خبراء يمنيون", SUPPORT, "القرار")]),
        ("وطالب نواب من المعارضة بتأجيل التصويت.", [("نواب من المعارضة", OPPOSE, "التصويت")]),
    ],
    ids=[
        *("for what", "for what, warned", "for what, called", "called for", "given name", "adjective"),
        *("several houses", "verb behind people", "adjective behind people", "of a house"),
    ],
)
def test_an_actor_is_told_by_all_of_its_name(line: str, told: list[tuple[str, Stance, str | None]]) -> None:
    """No name is cut at l- or at a given name with the article, nor runs on into a verb."""
    assert taken(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("وقال الأمين العام رضا بن قدور إن الاجتماع تأجل إلى السبت.", []),
        ("ورفض المصرف الكيني التعليق على الاحتجاجات.", []),
        ("ورفض المصرف الكيني الخطة الجديدة.", [("المصرف الكيني", OPPOSE, "الخطة الجديدة")]),
        ("أُنقذ سبعة من البحارة، وأصيب أربعة، بحسب الشركة الكينية للملاحة.", []),
        ("وقالت الوزارة إن الوفد الكيني لم يوافق إلا على منحة صغيرة.", []),
        ("لم يوافق الوفد الكيني على المنحة.", [("الوفد الكيني", OPPOSE, "المنحة")]),
        ("اكتفت الوزارة الكينية، في بيان أمس، بالقول إن السفينة في الميناء.", []),
        ("وأمهلت المحكمة التجارية الشركة ستين يوما لتقديم خطة.", []),
    ],
    ids=[
        *("name", "declines", "rejects", "source", "but for", "not at all", "paper", "court"),
    ],
)
def test_what_only_looks_like_a_stance_is_none(line: str, told: list[tuple[str, Stance, str | None]]) -> None:
    """A given name, a refusal to comment, a source of a fact, an exception and a court's term take none."""
    assert taken(line) == told


def test_who_holds_on_to_a_strike_welcomes_with_reserve() -> None:
    """«But she did not withdraw her call» makes a welcome a mixed one."""
    line = "رحبت نقابة البحارة بالخطوة، غير أنها لم تسحب دعوتها إلى الإضراب."
    assert [told[:2] for told in taken(line)] == [("نقابة البحارة", MIXED)]


def test_who_gives_a_term_stands_before_the_one_who_is_given_it() -> None:
    """The object right behind the verb is no subject where a term follows."""
    line = "وحذر رئيس النقابة الكينية سامي عوض من الإفلاس، وأمهل الحكومة حتى مارس لصرف الأجور."
    assert ("سامي عوض", OPPOSE, "الحكومة") in taken(line)


def test_a_cool_reception_is_neither_for_nor_against() -> None:
    """Who receives news coolly stands apart."""
    assert [told[:2] for told in taken("استقبل المزارعون أنباء القناة بفتور.")] == [("المزارعون", NEUTRAL)]


def test_an_unknown_subject_ends_the_words_of_who_spoke_before() -> None:
    """«A source said» does not go on with the minister, and hiding his name demands nothing."""
    line = (
        "وأكد وزير الري الكيني سامي عوض أن السد آمن. وقال مصدر حكومي، طالبا عدم ذكر اسمه، إن التراجع "
        "عن المشروع وارد."
    )
    assert taken(line) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("وقالت وزارة الري الكينية إن هذه الأنباء عارية عن الصحة.", [("وزارة الري الكينية", OPPOSE)]),
        ("وهو ما عده اتحاد الصيادين «خطوة صغيرة في الاتجاه الصحيح».", [("اتحاد الصيادين", SUPPORT)]),
    ],
    ids=["denied as untrue", "right direction"],
)
def test_a_verdict_on_a_report_or_a_step_is_a_stance(line: str, told: list[tuple[str, Stance]]) -> None:
    """What is called untrue is rejected, what goes the right way is welcomed."""
    assert [one[:2] for one in taken(line)] == told
