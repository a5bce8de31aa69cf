"""A date that dates no act of its sentence makes no event."""

import pytest
from msgspec import structs

from brief.extract.events import events
from tests.builders import ARABIC, document


def told(day: str, *lines: str) -> list[tuple[str, str | None]]:
    """The first and last days of the events of an article of a day."""
    found = events(structs.replace(document(*lines), published=day), ARABIC)
    return [(one.start, one.end) for one in found]


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2025-08-08", "وأقر المجلس رفع سعر العلف إلى 14 جنيها للكيلو من مارس إلى أبريل."),
        ("2025-08-08", "الجسر لن يُفتح، في أحسن الظروف، قبل نهاية العام."),
        ("2025-08-08", "أما أول قطار فلا يُنتظر قبل نهاية ديسمبر."),
        ("2025-08-08", "غير أنه كان في وسعها أن تمنح الرخصة مع تحفظ مكتوب، وقد منحتها الوزارة عام 2018."),
        ("2025-08-08", "وفتحت البلدية الطريق مع قيود كثيرة، كما فعلت عام 2019."),
        ("2025-08-08", "يعترض بعضهم بأن الوساطة فشلت عام 2019."),
        ("2025-08-08", "لم يقرأ العمدة نص العقد الذي وقعته الشركة يوم الأربعاء الماضي."),
        ("2025-08-08", "وحظرت المدينة البيع في مايو من ذلك العام."),
    ],
    ids=["value", "aside", "lower bound", "could have", "as did", "some", "not read", "that year"],
)
def test_a_date_of_no_act_makes_no_event(day: str, line: str) -> None:
    """The scope of a value, a lower bound, what could have been, what some say, a year that is not told."""
    assert told(day, line) == []


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("وألغت النقابة ظهر اليوم إضراب الاثنين.", ("2025-10-16", None)),
        ("أرجأ البرلمان، الأربعاء، التصويت على القانون، والذي كان مقررا غدا الجمعة.", ("2025-10-15", None)),
        ("أمر القاضي، الثلاثاء، الشركة بالإفراج عن سفينتين تحتجزهما منذ يناير الماضي.", ("2025-10-14", None)),
        ("وصل أمس قبطانا السفينتين اللتين أوقفتهما الشرطة في 3 يونيو.", ("2025-10-15", None)),
        (
            "تبادلت كينيا وأوغندا الاتهامات أمس، في أول اختبار جدي للميثاق الذي وقعاه في مايو الماضي.",
            ("2025-10-15", None),
        ),
    ],
    ids=["named by its day", "put off", "held since", "two", "served"],
)
def test_the_day_of_the_act_is_kept_and_no_other(line: str, only: tuple[str, str | None]) -> None:
    """A day by which something is called, or which was given up, is none of the sentence's events."""
    assert told("2025-10-16", line) == [only]


def test_an_act_upon_its_day_is_still_told() -> None:
    """What was signed, and what goes on for months, keep their dates."""
    assert told("2025-08-08", "وقعت الشركة العقد في مايو الماضي.") == [("2025-05", None)]
    assert told("2025-08-08", "وشهدت المدينة فيضانات من فبراير إلى مايو.") == [("2025-02", "2025-05")]
    assert told("2025-08-08", "لم يكن الإضراب الذي شهدته المدينة في مايو الماضي مفاجئا.") == [
        ("2025-05", None)
    ]
    assert told("2025-08-08", "وتوقفت المضخة 31 ساعة بين السبت والأحد.") == [("2025-08-02", "2025-08-03")]
    assert told("2025-08-08", "ولن ينتظر المجلس، وسيصوت يوم 20 أغسطس.") == [("2025-08-20", None)]


def test_a_day_lately_past_is_not_that_of_the_coming_year() -> None:
    """A name that looks like a verb to come does not move a day of last week a year on."""
    line = "واتهم التقرير زورقا سيشليا بالاقتراب من السفينة مساء 19 مارس."
    assert told("2025-03-26", line) == [("2025-03-19", None)]
