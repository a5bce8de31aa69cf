"""Lines that are half of what is said: what they oppose, explain or exemplify stands before them."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

DONE = "قالت بلدية صفاقس إن المخبز الجديد سيفتح أبوابه قبل نهاية الشهر."


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


def both(first: str, second: str) -> None:
    """The second sentence is told with the first, and not without it."""
    printed = told(f"{first} {second}")
    assert f"{first} {second}".rstrip(".") in printed
    assert not any(second.rstrip(".") in one and not one.startswith(first.rstrip(".")) for one in printed)


@pytest.mark.parametrize(
    "second",
    [
        "لكن الأفران القديمة ما زالت تعمل بالحطب منذ عشرين سنة.",
        "غير أن الأفران القديمة ما زالت تعمل بالحطب منذ عشرين سنة.",
        "بيد أن الخبازين في المدينة العتيقة يشتكون من غلاء الحطب.",
        "ومع ذلك بقيت الطوابير أمام الأفران القديمة طوال الأسبوع.",
        "إلا أن سعر الحطب ارتفع مرتين في أقل من شهر واحد.",
    ],
)
def test_what_turns_against_a_sentence_is_told_with_it(second: str) -> None:
    """«But» is never cut from a line: the sentence it opposes comes along."""
    both(DONE, second)


def test_a_new_thought_that_opens_with_but_and_names_somebody_stands() -> None:
    """At the head of a paragraph «but» turns to something else."""
    first = f"{DONE} وسيعمل فيه أربعون خبازا من أحياء المدينة."
    second = "لكن تونس استوردت من القمح في الربيع أكثر مما استوردت في سنة كاملة."
    more = "وتقول الصحف إن المخازن امتلأت حتى السقف منذ مطلع الشهر."
    assert second.removeprefix("لكن ").rstrip(".") in told(first, f"{second} {more}")
    assert not any(
        one.startswith("الوزير") for one in told(first, f"لكن الوزير أقر بأن السعر سيرتفع غدا. {more}")
    )


@pytest.mark.parametrize(
    "second",
    [
        "فالأفران القديمة لا تكفي إلا لنصف سكان المدينة العتيقة.",
        "فبعد أن أغلقت الورشة أبوابها لم يبق في الحي فرن واحد.",
        "فلم تصل شاحنات القمح إلى المدينة منذ أسبوعين كاملين.",
        "فالمطاحن استهلكت في عام 2019 نصف ما اشترته المدينة من الحطب.",
        "فمخبز الحي القديم يعمل بالحطب منذ عشرين سنة بلا صيانة.",
    ],
)
def test_what_explains_is_told_with_what_it_explains(second: str) -> None:
    """«For» is written onto a noun, a particle or a negation."""
    both(DONE, second)


@pytest.mark.parametrize(
    "line",
    [
        "فتح المخبز الجديد أبوابه أمام سكان المدينة العتيقة صباح اليوم.",
        "فاز عامل الفرن بجائزة المدينة للسنة الثانية على التوالي أمس.",
        "فرنسا اشترت من القمح في الربيع أكثر مما اشترت في سنة كاملة.",
        "فالأردن اشترى من القمح في الربيع أكثر مما اشترى في سنة كاملة.",
        "ففي عام 2019 أغلقت البلدية ثلاثة أفران قديمة في السوق.",
        "فوق سطح المخبز القديم وضعت البلدية ألواحا للطاقة الشمسية.",
        "فالق في الأرض يمر تحت المخبز القديم وسوق صفاقس العتيقة.",
    ],
)
def test_a_word_that_begins_with_the_letter_explains_nothing(line: str) -> None:
    """Nor does a state named with it, or a fact of a year."""
    assert line.rstrip(".") in told(f"{DONE} {line}")


def test_a_letter_is_no_for_because_the_word_without_it_stands_elsewhere() -> None:
    """«فعالية» is no «for high» where another paragraph says «high»."""
    line = "فعالية الأفران الجديدة فاقت فعالية أفران الحطب في المدينة العتيقة."
    elsewhere = "وكانت كلفة الأفران عالية في العام الذي سبقه."
    assert line.rstrip(".") in told(f"{elsewhere} {DONE}", f"{DONE} {line}")


def test_an_example_of_what_somebody_says_is_told_with_him() -> None:
    """Behind «he says that …» the example is his; behind a fact it stands."""
    example = "فعلى سبيل المثال، اشترت أفران السوق نصف حاجتها من الحطب بسعر مضاعف."
    both("وأكد سامي حداد أن تجار الحطب في المدينة يرفعون الأسعار كل شهر.", example)
    stands = told(f"ارتفعت أسعار الحطب في أسواق صفاقس منذ مطلع الخريف. {example}")
    assert "اشترت أفران السوق نصف حاجتها من الحطب بسعر مضاعف" in stands


def test_a_figure_that_adds_up_is_told_with_what_it_adds_up() -> None:
    """«By that … 12 million»: the sentence before says by what."""
    first = "اشترت بلدية صفاقس الحطب من التجار بسعر مضاعف منذ الخريف."
    both(first, "وبذلك تدفع المدينة 12 مليون دينار فوق ما دفعته قبل عام.")
    free = "وبذلك تعود الأفران إلى العمل في صفاقس قبل موسم الأعياد."
    assert any(one.startswith("تعود الأفران") for one in told(f"{first} {free}"))


def test_a_bargain_is_told_with_its_first_half() -> None:
    """«In return she suspends …»: what for, the sentence before tells."""
    both(
        "ترفع بلدية صفاقس حصة الأفران من القمح اعتبارا من الشهر المقبل.",
        "في المقابل تعلق غرفة الخبازين شكواها تسعين يوما وتخفض سعر الرغيف.",
    )


def test_a_clause_of_its_sentence_is_widened_to_its_head_first() -> None:
    """What explains the first half of a long sentence is told with it, not with the sentence before."""
    half = (
        "أوقفت بلدية صفاقس العمل في المخبز الجديد قبل أسبوعين "
        "من موعد افتتاحه أمام سكان المدينة العتيقة وزوارها"
    )
    line = f"{half}؛ فالأفران القديمة لا تكفي إلا لنصف سكان الحي وضيوفهم في موسم الأعياد."
    assert len(line.split()) > 25
    printed = told(f"{DONE} {line}")
    assert not any(one.startswith("فالأفران") for one in printed)
    assert line.rstrip(".") in printed


def test_what_completes_a_clause_up_to_a_colon_leans() -> None:
    """«First, that it works twice a day: …» is no heading: what follows begins amid a sentence."""
    rest = "تبيع صفاقس الخبز ليلا وتشتري الطحين نهارا من السوق القديم."
    assert told(f"أولا، أن المخبز يعمل في ساعتين مختلفتين: {rest}") == []
    assert told(f"أولا، سوق الخبز: {rest}") == [rest.rstrip(".")]


def test_a_list_that_is_counted_is_told_whole() -> None:
    """«Three things: …; …; …» is not cut at its items."""
    items = (
        "أن تفتح البلدية الأفران القديمة كلها قبل موسم الأعياد أمام سكان المدينة العتيقة؛ "
        "وأن تشتري الحطب من تجار السوق بسعر الخريف لا بسعر اليوم؛ وأن يعود العمال إلى الورشة"
    )
    line = f"طلبت غرفة الخبازين في صفاقس ثلاثة أمور: {items}"
    assert told(f"{line}.") == [line]
