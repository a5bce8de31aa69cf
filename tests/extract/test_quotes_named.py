"""Who is quoted by a name that is not cut, and what between marks is nobody's saying."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def said(*lines: str) -> list[tuple[str | None, str]]:
    """The speakers and the words of the quotations of an article."""
    return [(one.speaker, one.text) for one in quotes(document(*lines), ARABIC)]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("وقال وزير الزراعة سيدي ولد عبد الباقي إن الموسم «جيد على رغم الجفاف».", "سيدي ولد عبد الباقي"),
        (
            "وقال وزير الزراعة محمد ولد الشيخ سيديا إن الموسم «جيد جدا هذا العام».",
            "محمد ولد الشيخ سيديا",
        ),
        ("وقال رئيس مجلس إدارتها عالي ولد بوبا إن الشركة «لا تخشى المنافسة أبدا».", "عالي ولد بوبا"),
        ("وقالت الوزيرة سارة بنت يوسف إن الموسم «جيد على رغم الجفاف».", "سارة بنت يوسف"),
        ("وقالت وزيرة النقل كاترينا بتروفا إن الجسر «لن يغلق هذا العام».", "كاترينا بتروفا"),
        ("ووصف وزير الري حسام الدين الشافعي السد بأنه «خطوة نحو ري الواحات».", "حسام الدين الشافعي"),
        (
            "وسأل صحفيون الوزير الكيني عما إذا كانت بلاده ستنسحب، فأجاب: «لا، سنبقى إلى آخر يوم».",
            "الوزير الكيني",
        ),
        ("وقالت أمينتها العامة راما سومارا لوكالة الوادي: «علمنا بالخبر من التلفزيون».", "راما سومارا"),
    ],
    ids=["son of", "title", "its council", "daughter of", "ina", "family", "asked", "agency"],
)
def test_a_speaker_is_named_whole(line: str, speaker: str) -> None:
    """A name goes on behind «ولد» and «بنت», and ends before who hears it."""
    assert [one for one, _ in said(line)] == [speaker]


def test_a_man_called_by_his_father_is_the_one_named_before() -> None:
    """«ولد الشيخ سيديا» is the minister whose name ends so, and no other that is called «ولد»."""
    first = "رفع وزير المال يحيى ولد الشيخ سيديا تقدير الديون، وغاب وزير النقل سيدي ولد بوبا."
    second = "ورد ولد الشيخ سيديا بأن الديون «أقل مما يقال في الصحف»."
    assert said(first, second) == [("يحيى ولد الشيخ سيديا", "أقل مما يقال في الصحف")]


@pytest.mark.parametrize(
    "line",
    [
        "وقال مسؤول، تحدث إلى «المنار» هاتفيا، إن الجسر مفتوح.",
        "وأعلن التحالف تجميد حصة «أطلس غرين» البالغة 20 في المئة.",
        "ونفت الشركة ذلك «نفيا تاما» أمس.",
    ],
    ids=["paper", "owner", "how"],
)
def test_a_name_and_a_manner_are_no_sayings(line: str) -> None:
    """The paper somebody talked to, whose a share is, and how a thing was denied."""
    assert said(line) == []


def test_how_a_man_spoke_is_not_his_name() -> None:
    """«يقول ضاحكا» names nobody."""
    told = said("«إذا لم ينفع الدلو القديم هذا العام»، يقول ضاحكا، «فالحبل عندي لأربط به الباب».")
    assert all(speaker is None for speaker, _ in told)


def test_words_put_against_a_saying_are_of_another() -> None:
    """What a report found, «فيما خلص تقرير إلى أن», is not what the council says before it."""
    line = "والبلدية تقول إن السد سليم، فيما خلص تقرير إلى أن المطر كان «السبب الأول للانهيار كله»."
    assert all(speaker is None for speaker, _ in said(line))


def test_a_name_no_list_knows_ends_the_speech_of_the_one_before() -> None:
    """«وقال كاما للصحفيين» is no going on of the source quoted before."""
    first = "وقال مصدر في الوفد إن البند سقط «في آخر ساعة من الليل»."
    second = "وقال كاما للصحفيين عقب التوقيع: «لا نبني السد ضد أحد من جيراننا»."
    assert said(first, second)[-1][0] is None


def test_our_agency_is_no_part_of_a_name() -> None:
    """«قالت المهندسة سلمى الناصري لوكالتنا»."""
    read = document("وقالت محاميته سلمى الناصري لوكالتنا إن موكلها «ينفي كل ما قيل عنه في الصحف».")
    assert [one.speaker for one in quotes(read, ARABIC)] == ["سلمى الناصري"]


def test_who_is_told_so_does_not_speak() -> None:
    """«قال لنا إن»: neither hearers nor the object of a verb are the speaker."""
    told = "غير أن مصدرا مقربا من لجنة الري (كرمة) قال لنا إن السد «كان على الطاولة منذ اليوم الأول»."
    assert "لنا" not in [who for who, _ in said(told)]
    refused = "ورفض المصدر الحديث عن تأجيل، لكنه أقر بوجود «تفاهم غير مكتوب على خطوات متوازية»."
    assert [who for who, _ in said(refused)] == ["المصدر"]
