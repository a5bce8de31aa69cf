"""What a copy tells otherwise than its original."""

import pytest
from hypothesis import given

from brief.copies.altered import alterations
from brief.extract.datapoints import datapoints
from brief.model import Copy, Discrepancy, Evidence
from tests.builders import ARABIC, document, mixed_texts

BEFORE = "افتتح المجلس البلدي حديقة النخيل عند مدخل السوق القديم بعد أعمال طويلة."
AFTER = "وانتقدت نقابة الباعة نقل البسطات إلى الطرف الجنوبي من الحي القديم."


def told(line: str, *others: str) -> tuple[Discrepancy, ...]:
    """What copies of an article tell otherwise, where each has another line between two that stay."""
    original = document(BEFORE, line, AFTER, path="a.txt", published="2019-03-14")
    texts = (document(f"نسخة {n}", BEFORE, other, AFTER) for n, other in enumerate(others))
    evidence = Evidence(document=original, datapoints=datapoints(original, ARABIC))
    return alterations([Copy(text, original.id) for text in texts], [evidence], ARABIC)


@pytest.mark.parametrize(
    ("line", "other", "topic"),
    [
        (
            "وقال رئيس البلدية إن الحديقة استقبلت 47 مدرسة من الأحياء المجاورة.",
            "وقال رئيس البلدية إن الحديقة استقبلت 74 مدرسة من الأحياء المجاورة.",
            "العدد: مدرسة",
        ),
        (
            "وبلغت كلفة الأعمال 2.5 مليون دولار دفعت البلدية نصفها من موازنتها.",
            "وبلغت كلفة الأعمال مليوني دولار دفعت البلدية نصفها من موازنتها.",
            "المقدار: ",
        ),
        (
            "وتراجع عدد الزوار بنسبة 10.4% خلال أعوام الأشغال بحسب تقرير المجلس.",
            "وتراجع عدد الزوار بنسبة 14.4% خلال أعوام الأشغال بحسب تقرير المجلس.",
            "المقدار: ",
        ),
        (
            "ووقعت البلدية عقد الأعمال مع الشركة في 12 حزيران 2018 بحضور المحافظ.",
            "ووقعت البلدية عقد الأعمال مع الشركة في 21 حزيران 2018 بحضور المحافظ.",
            "التاريخ: ووقعت البلدية عقد الأعمال…",
        ),
        (
            "ووقعت البلدية عقد الأعمال مع الشركة في 12 حزيران بحضور المحافظ.",
            "ووقعت البلدية عقد الأعمال مع الشركة في 12 تموز بحضور المحافظ.",
            "التاريخ: ووقعت البلدية عقد الأعمال…",
        ),
        (
            "وتنص المادة السابقة على أن تفتح الأبواب عند الساعة 8:30 من كل يوم.",
            "وتنص المادة السابقة على أن تفتح الأبواب عند الساعة 9:30 من كل يوم.",
            "المقدار: ",
        ),
        (
            "وأكد رئيس النقابة أن البلدية ستنقل البسطات قبل نهاية الصيف.",
            "وأكد رئيس النقابة أن البلدية لن تنقل البسطات قبل نهاية الصيف.",
            "النفي: وأكد رئيس النقابة أن…",
        ),
    ],
)
def test_another_value_in_the_same_sentence_is_told(line: str, other: str, topic: str) -> None:
    """Figures, dates, months, hours and denials stand side by side, the original's passage first."""
    (found,) = told(line, other)
    assert found.topic.startswith(topic)
    assert found.kind == "conflict"
    assert [item.text for item in found.items] == [line, other]
    assert all(item.evidence[0].text == item.text for item in found.items)
    assert len({item.evidence[0].source for item in found.items}) == 2


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("استقبلت الحديقة ٤٧ مدرسة من الأحياء المجاورة.", "إستقبلت الحديقه 47 مدرسه من الاحياء المجاوره."),
        ("وضم الوفد تسعة وزراء من دول الجوار القريب.", "وضم الوفد 9 وزراء من دول الجوار القريب."),
        ("وبلغت الكلفة ثلاثة مليارات دولار في عامين.", "وبلغت الكلفة 3 مليارات دولار في عامين."),
        ("وقع العقد في 12 حزيران 2018 بحضور المحافظ.", "وقع العقد في 12 يونيو 2018 بحضور المحافظ."),
        ("وقع العقد في 12 حزيران 2018 بحضور المحافظ.", "وقع العقد في 12 حزيران بحضور المحافظ."),
        ("وقع العقد في 12 حزيران 2018 بحضور المحافظ.", "وقع العقد في حزيران 2018 بحضور المحافظ."),
        ("وقع العقد أمس في المدينة بحضور المحافظ.", "وقع العقد الثلاثاء في المدينة بحضور المحافظ."),
        ("واستقبلت الحديقة 47 مدرسة من الأحياء المجاورة.", "واستقبلت الحديقة مدارس من الأحياء المجاورة."),
        ("ويضم السوق ما لا يقل عن 16 متجرا للعطور.", "ويضم السوق 16 متجرا على الأقل للعطور."),
        ("ولا يزال السوق مغلقا أمام زوار المدينة القديمة.", "ومازال السوق مغلقا أمام زوار المدينة القديمة."),
        ("وأعلن المجلس فتح الطريق الشمالي أمام السيارات.", "وأعلن المجلص فتح الطريق الشمالي أمام السيارات."),
        ("بلغت كلفة الطريق 12 مليون دينار هذا العام.", "ولم يعلن المجلس بعد موعد 14 جلسة مقبلة."),
    ],
)
def test_another_spelling_tells_nothing(line: str, other: str) -> None:
    """Digits or words, months by another name, less detail, typing errors, other sentences: no difference."""
    assert told(line, other) == ()


def test_a_figure_rounded_off_is_a_matter_of_precision() -> None:
    """111.3 and 111 do not contradict each other."""
    (found,) = told(
        "وبلغت قيمة التبادل التجاري بين البلدين 111.3 مليار دولار في عام 2018.",
        "وبلغت قيمة التبادل التجاري بين البلدين 111 مليار دولار في عام 2018.",
    )
    assert found.kind == "precision"


def test_copies_that_agree_stand_together() -> None:
    """One difference of many copies is told once, each other value with all its passages."""
    line = "وقال رئيس البلدية إن الحديقة استقبلت {} مدرسة من الأحياء المجاورة."
    (found,) = told(*(line.format(number) for number in (47, 74, 47, 74, 48)))
    assert [len(item.evidence) for item in found.items] == [1, 2, 1]
    assert [item.text for item in found.items] == [line.format(number) for number in (47, 74, 48)]


def test_long_sentences_are_shown_around_what_differs() -> None:
    """The passages are whole words on both sides of the value."""
    line = f"{'كما قال شهود ' * 20}إن الحديقة استقبلت {{}} مدرسة من الأحياء {'ثم قالوا ذلك ' * 20}أيضا."
    (found,) = told(line.format(47), line.format(74))
    for item, number in zip(found.items, ("47", "74"), strict=True):
        assert f" {number} " in item.text
        assert len(item.text.split()) < 35


@given(mixed_texts, mixed_texts)
def test_any_two_texts_can_be_laid_side_by_side(line: str, other: str) -> None:
    """Whatever the texts hold, each passage is words of its text."""
    one, two = document(f"x {line.strip()}", path="a.txt"), document(f"x {other.strip()}", path="b.txt")
    texts = {one.id: one.text, two.id: two.text}
    for found in alterations([Copy(two, one.id)], [Evidence(document=one)], ARABIC):
        for anchor in (anchor for item in found.items for anchor in item.evidence):
            assert texts[anchor.source][anchor.start : anchor.end] == anchor.text


@pytest.mark.parametrize("turned", [False, True])
def test_a_denial_shows_the_same_words_of_both(*, turned: bool) -> None:
    """The passage without it stands around the place where it was left out, however long the words before."""
    long = "وأكد رئيس النقابة في حديثه الطويل عن السوق القديم "
    start = "وقال الباعة إنهم لم يتركوا السوق " + long * 3
    plain = f"{start}أن البلدية ستنقل البسطات قبل نهاية الصيف المقبل {'ثم ذكر ذلك ' * 9}."
    pair = (plain, plain.replace("ستنقل", "لن تنقل").replace("وأكد", "وأعلن وأكد", 1))
    (found,) = told(*reversed(pair) if turned else pair)
    shown = sorted((item.text for item in found.items), key=lambda text: "لن تنقل" in text)
    assert "البلدية ستنقل البسطات" in shown[0]
    assert "البلدية لن تنقل البسطات" in shown[1]
    assert abs(shown[0].split().index("البلدية") - shown[1].split().index("البلدية")) <= 2
