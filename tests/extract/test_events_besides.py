"""Dates of what a sentence tells beside its act: that is told alone, or not at all."""

import pytest

from brief.extract.events import events
from tests.builders import ARABIC, document

DAY = "2023-05-10"


def told(*lines: str, published: str = DAY) -> list[tuple[str, str]]:
    """The first day and the words of each event."""
    return [(one.start, one.text) for one in events(document(*lines, published=published), ARABIC)]


@pytest.mark.parametrize(
    ("line", "day", "thing"),
    [
        (
            "أما البلدة، حيث أغلق المصنع أبوابه في مارس 2022 وسرح عماله، فتنتظر دعما من الإقليم.",
            "2022-03",
            "البلدة، حيث أغلق المصنع أبوابه في مارس 2022 وسرح عماله",
        ),
        (
            "وقع الوزيران المذكرة، بعد أربع جولات من المحادثات بدأت في فبراير الماضي وتعثرت مرتين.",
            "2023-02",
            "أربع جولات من المحادثات بدأت في فبراير الماضي وتعثرت مرتين.",
        ),
        (
            "قالت إذاعة أمس إن النيابة أحالت مديرا إلى المحكمة في قضية وفاة عامل بالمنجم العام الماضي.",
            "2022",
            "وفاة عامل بالمنجم العام الماضي.",
        ),
        (
            "وبذلك ينخفض عدد المضربين إلى تسعة، بعد عودة سائقي الحافلات إلى العمل في 28 أبريل.",
            "2023-04-28",
            "عودة سائقي الحافلات إلى العمل في 28 أبريل.",
        ),
        (
            "تبادلت الشركتان اليوم الضمان بشأن عقد السكة الجديدة، بعدما أجازته اللجنة الوطنية يوم الاثنين.",
            "2023-05-08",
            "عقد السكة الجديدة، بعدما أجازته اللجنة الوطنية يوم الاثنين.",
        ),
    ],
    ids=["as for", "a noun's clause", "the death", "falls", "the deal"],
)
def test_what_is_dated_is_told_alone(line: str, day: str, thing: str) -> None:
    """A clause inside the sentence, or the thing before it, stands under its own date."""
    assert (day, thing) in told(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("أما الشركة، التي لديها ورشة في الميناء منذ 2007، فأعلنت أنها تدرس العرض.", "2007"),
        ("ساد الهدوء في العاصمة بعد مواجهات الأربعاء.", "2023-05-10"),
        ("واصل مئات العمال مساء أمس اعتصاما بدأوه قبل خمسة أيام أمام المصنع.", "2023-05-05"),
        ("ونفت البلدية نفيا قاطعا ما نشرته صحيفة محلية الجمعة الماضي من أن الجسر سيغلق.", "2023-05-05"),
        ("ونفت الوزيرة كذلك صحة وثيقة تداولتها مواقع محلية في 3 مايو عن بيع الميناء.", "2023-05-03"),
        ("أفرجت السلطات الخميس الماضي عن اثنين من الصيادين المحتجزين منذ منتصف أبريل.", "2023-04"),
        ("توفي السبت الماضي الحارس البالغ 60 عاما الذي أصيب في سباق المدينة يوم 14 أبريل.", "2023-04-14"),
        ("أمام الفرع، لم يعد هناك من الطابور الذي امتد في 4 مايو إلى الرصيف سوى حارس.", "2023-05-04"),
        ("فهؤلاء، وقد أودع خمسة منهم السجن أمس، ليسوا أوراق تفاوض.", "2023-05-09"),
        ("بدا رئيس النادي أقل حدة مما كان عليه قبل أسبوعين.", "2023-04-23"),
        ("وكان يسافر إلى الجزيرة، قبل أغسطس 2022، ما معدله مئة سائح يوميا.", "2022-08"),
        ("بلغ عدد المسجلين في النادي 3140 عضوا بنهاية مارس.", "2023-03"),
        ("والقرار الصادر في مارس 2022 لا يزال ساريا في المدن.", "2022-03"),
    ],
)
def test_a_date_beside_the_act_is_not_that_of_the_act(line: str, day: str) -> None:
    """And what cannot be told alone is no event of that date."""
    assert day not in [first for first, _ in told(line)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("نفى السفير سيرغي بلوم، خلال مؤتمر صحفي الثلاثاء، أن تكون بلاده عرضت المبلغ.", "2023-05-09"),
        ("انتخب رئيس النادي في اقتراع جرى يوم 3 مايو بحضور الأعضاء.", "2023-05-03"),
        ("وقالت الوزيرة إن الجانبين سيتفاوضان على صيغة بديلة للمادة الملغاة قبل 15 يونيو.", "2023-06-15"),
    ],
)
def test_the_act_keeps_its_own_date(line: str, day: str) -> None:
    """A denial of a weekday gone by, a vote on its day, a limit ahead."""
    assert [first for first, _ in told(line)] == [day]


def test_a_bare_month_goes_on_from_that_year() -> None:
    """«In March of that year … and on 18 November»: in a paragraph that tells of a year gone by."""
    line = "أغلق المنجم في 2021. ففي مارس من ذلك العام انهار نفق. ثم أعلنت الشركة في 18 نوفمبر وقف العمل."
    assert "2021-11-18" in [first for first, _ in told(line)]
    assert "2022-11-18" in [first for first, _ in told("وأعلنت الشركة في 18 نوفمبر وقف العمل.")]


def test_what_an_aside_parts_from_its_verb_is_told() -> None:
    """«Approved, the day before yesterday, in a session, the deal»."""
    line = (
        "صادق المجلس، مساء أمس، في جلسة استثنائية، على اتفاقية الميناء، بأغلبية كبيرة "
        "وامتناع سبعة، في حين أعلنت وزارة النقل أن وصول أول دفعة من الرافعات تأخر بسبب رداءة الطقس في البحر."
    )
    ((_, text),) = told(line)
    assert text == "صادق المجلس، مساء أمس، في جلسة استثنائية، على اتفاقية الميناء"


def test_a_scrap_with_only_the_end_of_a_quotation_is_no_event() -> None:
    """Its first words stand before it."""
    assert all(
        "»" not in text or "«" in text
        for _, text in told(
            "قال العضو إن المجلس «استعجل قبل موعد الانتخابات» المقررة في يناير المقبل بحسب اللجنة العليا."
        )
    )
