"""Dates on which nothing happened or is due, and words of an event that are not cut off."""

import pytest

from brief.extract.events import events
from tests.builders import ARABIC, document

TODAY = "2023-05-10"  # a Wednesday


def told(line: str) -> list[tuple[str, str]]:
    """The events of an article of one line."""
    return [(one.start, one.text) for one in events(document(line, published=TODAY), ARABIC)]


def days(line: str) -> list[str]:
    """Their days."""
    return [start for start, _ in told(line)]


@pytest.mark.parametrize(
    "line",
    [
        "ألم توقع البلدية عقد الرصيف في 3 مايو أمام الصيادين جميعا؟",
        "لو وقعت البلدية عقد الرصيف في 3 مايو لما أضرب الصيادون.",
        "وكان يمكن أن تفتتح الشركة الرصيف الجديد في 3 مايو من دون ضجيج.",
        "وحذر المدير من أنه إذا لم تستأنف الأعمال قبل نهاية يونيو المقبل فسيرحل المقاول.",
        "نرجح أن تفتتح الشركة الرصيف الجديد في يونيو المقبل.",
        "يقول: «وقعت البلدية عقد الرصيف في 3 مايو».",
        "يقول سائق شاحنة، وهو أب سرح من عمله في 3 مايو: «لا أحد يسأل».",
    ],
    ids=["asked", "if only", "might have been", "unless", "the author", "nobody speaks", "by the way"],
)
def test_what_is_only_said_happened_on_no_day(line: str) -> None:
    """A question, a supposition, the author's guess, a quotation of nobody: no event."""
    assert days(line) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وستفتتح الشركة الرصيف الجديد في أبريل 2025، لا في 2024 كما أعلن الأحد.", ["2025-04"]),
        ("ومن المتوقع أن تفتتح الشركة الرصيف في يوليو المقبل بدل نهاية العام.", ["2023-07"]),
        ("أقر الوزير أمس بالديون، بعدما كانت وزارته قد نفت الأسبوع الماضي أي ديون.", ["2023-05-09"]),
        ("وقعت الشركة أمس عقدا يحل محل الاتفاق الإطاري لعام 2021 بين الجانبين.", ["2023-05-09"]),
        ("تعقد اللجنة يوم الخميس المقبل الجولة الثالثة منذ يناير.", ["2023-05-11"]),
        ("أغلق سعر القمح أمس عند مئتي دولار متراجعا عن ذروة الأربعاء الماضي.", ["2023-05-09"]),
        ("وقد كررت المديرة الاثنين أنها لا تعتزم رفع شكوى على الشركة.", ["2023-05-08"]),
    ],
    ids=["announced before", "instead", "had been", "a name", "the third since", "a peak", "has repeated"],
)
def test_only_its_own_day_dates_an_act(line: str, found: list[str]) -> None:
    """A day given up, of another act, of a name or of a level dates nothing."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "day", "thing"),
    [
        (
            "وقعت الشركة أمس العقد المعدل، وذلك بعد خمسة أيام من توقيع المذكرة بالأحرف الأولى في 4 مايو.",
            "2023-05-04",
            "توقيع المذكرة بالأحرف الأولى في 4 مايو.",
        ),
        (
            "فالمجلس الذي أغلق الميناء في وجه السفن في 2021 أعلن الأحد فتح الرصيف أمام الشاحنات.",
            "2021",
            "المجلس الذي أغلق الميناء في وجه السفن في 2021",
        ),
        (
            "وقد أقر المتحدث باسم البلدية سعيد، الذي نفى في 4 مايو وجود أي عقد، بأن مبعوثين التقوا.",
            "2023-05-04",
            "المتحدث باسم البلدية سعيد، الذي نفى في 4 مايو وجود أي عقد",
        ),
    ],
    ids=["counted from", "another act of the same", "behind a particle"],
)
def test_a_day_of_another_act_is_told_by_that_act(line: str, day: str, thing: str) -> None:
    """The line of a day holds no act of another one."""
    assert (day, thing) in told(line)


def test_a_decimal_comma_ends_no_clause() -> None:
    """«44,1» is one number."""
    line = "وفي الجولة الأولى، في 14 أبريل الماضي، حل مرشح البلدية أولا بنسبة 44,1 في المئة من أصوات الناخبين"
    line += "، بينما حل مرشح النقابة ثانيا وجاء مرشح الغرفة ثالثا بعد إعادة الفرز في مراكز كثيرة."
    assert any("44,1 في المئة" in text for _, text in told(line))


def test_words_do_not_end_at_a_verb_that_waits() -> None:
    """What the paper held stands behind an aside: the line goes on to the end of its sentence, or is none."""
    line = "خرج رئيس نقابة عمال الأرصفة من القاعة الكبرى في الميناء القديم، فجر السبت، بعد ليلة طويلة"
    line += " ليقول للصحفيين: «وقعنا»، ثم غادر مع أعضاء الوفد من دون أن يجيب عن أسئلة عن الأجور."
    found = told(line)
    assert found
    assert all(not text.endswith("للصحفيين") for _, text in found)
