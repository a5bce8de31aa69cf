"""What a line takes from the words before it: who acts, what is answered, which two, by whose word."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

BEFORE = "افتتحت بلدية سوسة متحفا في قلب الحي القديم."


def alone(line: str) -> bool:
    """Whether the line is told without the sentence before it."""
    told = [one.text for one in statements(document(f"{BEFORE} {line}"), ARABIC) if not one.leans]
    return line.rstrip(".").removeprefix("وقد ") in told


@pytest.mark.parametrize(
    ("hanging", "whole"),
    [
        (
            "بينهم طلبة من معهد الفنون وأعضاء في نادي السينما بصفاقس.",
            "وبين صفاقس وسوسة طريق يمر به كل يوم ألف حافلة.",
        ),
        (
            "واضطرت إلى تمديد أجل القرض حتى نهاية العام في صفاقس.",
            "واضطرت بلدية صفاقس إلى تمديد أجل القرض حتى نهاية العام.",
        ),
        (
            "وألمح إلى صرف تعويض للتجار في صفاقس قبل الصيف.",
            "وألمح رئيس بلدية صفاقس إلى صرف تعويض للتجار قبل الصيف.",
        ),
        (
            "واشتكى من أن الحافلات لا تصل إلى صفاقس قبل الظهر.",
            "واشتكى تجار صفاقس من أن الحافلات لا تصل قبل الظهر.",
        ),
        (
            "في الثاني، وهو الأقرب، يبنى الجسر قبل الطريق الساحلي في صفاقس.",
            "في الثاني من مايو أعلنت بلدية صفاقس بدء بناء الجسر.",
        ),
        (
            "وكانت بلدية صفاقس قد أعلنت يوم الأحد كلفة أقل.",
            "وأعلنت بلدية صفاقس كلفة أقل من كلفة المتحف القديم.",
        ),
        (
            "ولم ترد بلدية صفاقس عليها بعد مرور أسبوعين كاملين.",
            "ولم ترد بلدية صفاقس على رسالة التجار حتى مساء الاثنين.",
        ),
        (
            "ومن اجتماع الأمرين تنشأ أزمة النقل الراهنة في صفاقس.",
            "ومن غلاء الوقود وقلة الحافلات، وهذان هما الأمران المهمان، تنشأ أزمة صفاقس.",
        ),
        (
            "وإذا أمرت بهدم الجسر فستبقى صفاقس بلا طريق إلى الميناء.",
            "وإذا أمرت المحكمة بهدم الجسر فستبقى صفاقس بلا طريق إلى الميناء.",
        ),
        (
            "وإذا سمحت ببناء الجسر فستبقى صفاقس بلا طريق إلى الميناء.",
            "وإذا سمحت بلدية صفاقس ببناء الجسر فسيبقى الميناء بلا طريق.",
        ),
        (
            "وتعهد الوزير بألا ترتفع رسوم السوق في صفاقس قبل نهاية العام.",
            "وتعهد وزير النقل التونسي بألا ترتفع رسوم السوق في صفاقس.",
        ),
        (
            "وأضاف: خسرنا ثلاثة مراكب في صفاقس ولم يسأل عنا أحد.",
            "وقال نقيب صيادي صفاقس جابر الخلف: خسرنا ثلاثة مراكب هذا الشتاء.",
        ),
        (
            "وتتحمل صفاقس ثلث الكلفة، وفق الوثيقة نفسها، والثلثان لتونس.",
            "وتقول وثيقة البلدية إن صفاقس تتحمل الثلث، وتتحمل تونس الثلثين وفق الوثيقة نفسها.",
        ),
        (
            "وترى الحكومة الجهوية أن الاستثمار فيه قد يكون بداية التهدئة.",
            "وافتتح في صفاقس مسرح كبير، وترى الحكومة الجهوية أن الاستثمار فيه مجد.",
        ),
        (
            "وقالت مديرة مكتبه الجهوي في صفاقس إن الدفعة الأولى تصرف في الربيع.",
            "وقالت مديرة المكتب الجهوي في صفاقس إن الدفعة الأولى تصرف في الربيع.",
        ),
        (
            "منذ الحرب مع ليبيا باتت نصف تجارتها الخارجية تمر عبر صفاقس.",
            "منذ الحرب مع ليبيا باتت نصف تجارة تونس الخارجية تمر عبر موانئها الشمالية.",
        ),
        (
            "وفي الخلاف القديم مع ليبيا خسرت نصف تجارتها الخارجية عبر صفاقس.",
            "وفي الخلاف القديم مع ليبيا خسرت تونس نصف تجارتها الخارجية عبر صفاقس.",
        ),
        (
            "ويمكن تفسير رفضها الحضور إلى صفاقس بخوف قديم من البحر.",
            "ويمكن تفسير غياب البلدية ورفضها الحضور إلى صفاقس بخوف قديم من البحر.",
        ),
        (
            "وتعهدت الإدارة، حسب قوله، بصرف نصف الأجور قبل العيد في صفاقس.",
            "ويرى النائب جابر الخلف أن الأجور، حسب قوله، ستصرف كاملة قبل العيد.",
        ),
        (
            "ولم يذكر قيمة التعويضات ولا موعد صرفها لتجار صفاقس.",
            "ولم تذكر بلدية صفاقس قيمة التعويضات ولا موعد صرفها للتجار.",
        ),
        (
            "وأعلن الوزير تقليص ساعات الحظر في صفاقس ابتداء من الأحد.",
            "وأعلن وزير الداخلية التونسي تقليص ساعات الحظر في صفاقس.",
        ),
        (
            "ويرجح خبراء تونسيون أن يتجاوز 15 في المئة بحلول نهاية العام.",
            "ويرجح خبراء تونسيون أن يتجاوز التضخم 15 في المئة بحلول نهاية العام.",
        ),
        (
            "وطلب النائب تأجيل الجلسة في صفاقس إلى الأحد المقبل.",
            "وطلب النائب توفيق الجويني إرجاء الجلسة في صفاقس إلى الأحد المقبل.",
        ),
        (
            "وخرج المدير بعدها إلى ساحة صفاقس من دون أن يتكلم.",
            "وخرج المدير الجهوي للنقل إلى ساحة صفاقس من دون أن يتكلم.",
        ),
        (
            "ولم يستغرق الأمر في صفاقس أكثر من أربعين دقيقة.",
            "ولم يستغرق تفريغ السفينة في صفاقس أكثر من أربعين دقيقة.",
        ),
        (
            "«ما يعنينا ألا تبقى السفن في الميناء حتى الشتاء»، قال أحد أعضائه لدى وصوله.",
            "«ما يعنينا ألا تبقى السفن في الميناء حتى الشتاء»، قال أحد أعضاء بلدية صفاقس.",
        ),
    ],
)
def test_what_opens_with_something_told_before_is_not_told_alone(hanging: str, whole: str) -> None:
    """The same with what it takes up stands by itself."""
    assert not alone(hanging)
    assert alone(whole)


@pytest.mark.parametrize("announced", ["على النحو الآتي", "كالآتي", "كالتالي", "كما يأتي"])
def test_what_only_announces_a_list_is_no_statement(announced: str) -> None:
    """The items of the list are told without it."""
    line = f"وتتوزع مصادر تمويل متحف سوسة {announced}:"
    assert not any("تتوزع" in one.text for one in statements(document(BEFORE, line), ARABIC))


def test_the_mark_of_an_item_is_no_part_of_what_it_says() -> None:
    """A dash or a point before an item stays out of its passage."""
    lines = (
        "- قدمت بلدية صفاقس مليوني دينار لبناء المسرح الكبير.",
        "• قدمت بلدية سوسة مليون دينار لبناء المسرح الكبير.",
    )
    told = statements(document(BEFORE, *lines), ARABIC)
    assert {one.text[:4] for one in told} >= {"قدمت"}
    assert not any(one.anchor.text[0] in "-•" for one in told)


def test_a_line_is_printed_without_the_had_that_tied_it() -> None:
    """Before a verb of the present the particle means «may», and stays."""
    lines = (
        "وقد أغلقت بلدية صفاقس السوق القديم يوم الاثنين.",
        "وقد تغلق بلدية صفاقس السوق القديم قبل الصيف.",
    )
    told = [one.text for one in statements(document(BEFORE, *lines), ARABIC)]
    assert "أغلقت بلدية صفاقس السوق القديم يوم الاثنين" in told
    assert "وقد تغلق بلدية صفاقس السوق القديم قبل الصيف" in told


def test_a_denial_goes_with_what_it_denies() -> None:
    """That there is «no agreement» is told with the agreement."""
    line = "وقال مصدر مطلع إن شركة من صفاقس أجرت محادثات مع السلطات في ديسمبر. ونفت الهيئة وجود أي اتفاق."
    told = [one.text for one in statements(document(BEFORE, line), ARABIC)]
    held = [one for one in told if "محادثات" in one]
    assert held
    assert all("ونفت الهيئة" in one for one in held)


@pytest.mark.parametrize(("verb", "told_alone"), [("أعربت", True), ("استدعت", True), ("اشترت", False)])
def test_a_stand_that_is_announced_explains_nothing(verb: str, *, told_alone: bool) -> None:
    """«For the ministry voiced its regret» is news; what else «for» brings in explains the line before."""
    line = f"فقد {verb} وزارة الخارجية التونسية سفير ليبيا أسفها يوم الأحد."
    before = "وتوالت ردود الفعل على القرار بعد ساعات."
    told = [one.text for one in statements(document(BEFORE, f"{before} {line}"), ARABIC) if not one.leans]
    assert any(one.startswith(verb) for one in told) is told_alone


def test_a_surname_behind_a_quotation_is_told_with_who_that_is() -> None:
    """«…»، يقول أولومو: the sentence before names him in full."""
    who = "ويرى إدريس أولومو، الباحث في جامعة صفاقس، أن الحساب تغير منذ الربيع."
    said = "«البلدية تخشى أن يصير المتحف القديم سوقا يبيع الخضر والسمك»، يقول أولومو."
    told = [one.text for one in statements(document(BEFORE, f"{who} {said}"), ARABIC) if not one.leans]
    assert any("يقول أولومو" in one for one in told)
    assert all("إدريس أولومو" in one for one in told if "يقول أولومو" in one)
