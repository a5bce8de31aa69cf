"""Lines that the sentence behind them answers, and lines that answer: both are told, or none."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

CHARGE = "واتهمت بلدية سوسة شركة النقل بإخفاء عدد الحافلات المعطلة عن لجنة المدينة."
STOPPED = "وأعلنت بلدية سوسة وقف العمل في خط الترام رقم 4 حتى نهاية الشتاء."


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


def both(first: str, second: str) -> None:
    """The first sentence is told with the second, and not without it."""
    printed = told(f"{first} {second}")
    assert f"{first} {second}".rstrip(".") in printed
    assert first.rstrip(".") not in printed


@pytest.mark.parametrize(
    "answer",
    [
        "ونفت الشركة التونسية ذلك نفيا قاطعا، وقالت إن كل حافلاتها تعمل.",
        "ورفض مدير الشركة سالم الحداد هذا الاتهام في حديث إلى الإذاعة.",
        "ولم تؤكد لجنة المدينة وجود هذه الحافلات، واكتفت بالقول إنها تدرس الملف.",
        "والشركة التونسية ترفض هذا الوصف جملة وتفصيلا منذ الربيع الماضي.",
        "ورد مدير الشركة سالم الحداد بأن الحافلات كلها عادت إلى المرآب.",
        "وفي المقابل يصر مدير الشركة سالم الحداد على أن المرآب كان مفتوحا للجميع.",
        "أما مدير الشركة سالم الحداد فيرى أن الحافلات المعطلة لا تزيد على اثنتين.",
        "لكن سائقين في المرآب قالوا إن أحدا لم يطلب منهم سجلا للأعطال.",
        "وقال مدير الشركة سالم الحداد إن ما ذكر عن الحافلات غير صحيح على الإطلاق.",
    ],
)
def test_a_claim_is_told_with_what_answers_it(answer: str) -> None:
    """Somebody denies, rejects, does not confirm or contradicts it in the next sentence."""
    both(CHARGE, answer)


@pytest.mark.parametrize(
    "behind",
    [
        "ونفت وزارة الصحة في تونس نيتها رفع ثمن الدواء في الصيف.",
        "ورفضت لجنة المدينة هذا الأسبوع منح رخص جديدة لسيارات الأجرة.",
        "وردت في التقرير السنوي أسماء أربعين شارعا تحتاج إلى ترميم.",
        "ورد الفعل في المقاهي كان محدودا بسبب الأمطار الغزيرة.",
        "أما وزير الزراعة في الجزائر فأكد أن موسم الزيتون سيبدأ مبكرا.",
        "وقال تجار المدينة إن موسم الصيف كان أفضل مما توقعوا.",
    ],
)
def test_what_answers_nothing_is_not_dragged_in(behind: str) -> None:
    """A denial of something else, a place in a text and another matter leave the line as it is."""
    assert CHARGE.rstrip(".") in told(f"{CHARGE} {behind}")


def test_what_rejects_a_claim_may_stand_in_a_paragraph_of_its_own() -> None:
    """«That», or «this account», points back over the end of a paragraph."""
    opening = "وقفت الحافلات في الميدان صباح الأحد."
    answer = "ونفت الشركة التونسية ذلك نفيا قاطعا، وقالت إن كل حافلاتها تعمل."
    more = "وتبلغ حافلات سوسة أربعين حافلة."
    printed = told(f"{opening} {CHARGE}", f"{answer} {more}")
    assert CHARGE.rstrip(".") not in printed
    assert any(one.startswith(CHARGE.rstrip(".")) and "نفيا قاطعا" in one for one in printed)


def test_a_bare_rejection_is_told_with_its_reason() -> None:
    """A few words of «no» are told with what the next sentence says instead."""
    answer = "والشركة ترفض هذا الوصف."
    reason = "وقالت المتحدثة باسمها ليلى الحداد إن كل حافلاتها تعمل."
    assert any(
        one.startswith(CHARGE.rstrip(".")) and "تعمل" in one for one in told(f"{CHARGE} {answer} {reason}")
    )


def test_a_claim_whose_answer_is_too_long_for_a_line_is_left_out() -> None:
    """Rather no line than one that nobody seems to contest."""
    long = " و".join(
        ["قالت إن حافلات الخط القديم خرجت من المرآب قبل الفجر ثم عادت إليه بعد الظهر بلا عطل"] * 4
    )
    printed = told(f"{CHARGE} ونفت الشركة التونسية ذلك و{long}.")
    assert not any(one.startswith(CHARGE[:20]) for one in printed)


def test_what_limits_a_figure_is_told_with_it() -> None:
    """«In spite of that» makes little of a reason that was just given."""
    first = "وتراجعت إيرادات بلدية سوسة في الربع الأول إلى النصف."
    both(first, "ومع ذلك لا يفسر هذا التراجع وحده إغلاق خط الترام رقم 4.")
    assert first.rstrip(".") in told(f"{first} ومع ذلك فتحت المدارس أبوابها صباح الأحد.")


def test_a_professed_reason_is_told_with_the_others() -> None:
    """The reason that is given out is not the whole of it where the next sentence turns."""
    first = "السبب المعلن تقني: أعمدة الكهرباء لا تصلح لعربات بلدية سوسة الجديدة."
    both(first, "غير أن وراء القرار دوافع أوسع، منها خلاف مع النقابات التونسية على الأجور.")


def test_what_outweighs_half_of_a_quotation_is_told_with_it() -> None:
    """Within one quotation, too, «what cannot be counted yet» answers what was said so far."""
    first = "وقال وزير النقل التونسي أحمد الطرابلسي: «ثمن الحافلات مقبول لخزانة البلدية هذا العام."
    more = "ما لا نعرفه بعد هو كلفة صيانتها في تونس»."
    assert f"{first} {more}".rstrip(".") in told(f"{first} {more}")
    assert not any("هذا العام…" in one for one in told(f"{first} {more}"))
    plain = "وصلت أربعون منها إلى سوسة»."
    assert any("هذا العام…" in one for one in told(f"{first} {plain}"))


def test_what_somebody_calls_himself_is_told_with_what_others_call_him() -> None:
    """His own word for it is half of it where the next sentence gives another's."""
    first = "تقول رابطة سائقي سوسة في بيانها التأسيسي إنها تدافع عن السائقين وحدهم."
    both(first, "وتعتبرها بلدية سوسة واجهة لتجار الوقود في الميناء.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "وحددت بلدية سوسة كلفة الخط الجديد عند 165 مليون دينار.",
            "وكانت الشركة التونسية تطالب بمبلغ 187 مليونا منذ بداية الربيع.",
        ),
        (CHARGE, "ورد مدير الشركة سالم الحداد بأن الحافلات كلها عادت إلى المرآب."),
        (CHARGE, "أما مدير الشركة سالم الحداد فيرى أن الحافلات المعطلة لا تزيد على اثنتين."),
    ],
    ids=["a value that is replaced", "a reply", "the other side"],
)
def test_what_answers_is_not_told_alone(first: str, second: str) -> None:
    """A reply and a value that holds no more are told with what they answer."""
    printed = told(f"{first} {second}")
    assert f"{first} {second}".rstrip(".") in printed
    assert second.rstrip(".") not in printed


def test_what_was_done_before_needs_no_other_value() -> None:
    """A fact of before is no claim that something replaced."""
    line = "وكانت الحكومة التونسية قد خفضت ثمن التذكرة إلى 2 دينار في الخريف."
    assert line.rstrip(".") in told(f"{STOPPED} {line}")


@pytest.mark.parametrize(
    "governed",
    [
        "لكن سائقين مطلعين على الملف قالوا إن المرآب بيع لشركة من تونس قبل عام.",
        "إلا أن نقابتي النقل والتعليم في تونس رفضتا القرار صباح الجمعة.",
        "غير أن مهندسين في تونس ذكرا أن العربات لا تناسب الخط القديم.",
    ],
)
def test_who_shows_that_but_stood_before_him_is_not_told_without_it(governed: str) -> None:
    """«Two engineers» in the accusative cannot open a line."""
    first = governed.split(maxsplit=1)[1].removeprefix("أن ")[:8]
    printed = told("وفتح المرآب في سوسة أبوابه. ووصلت العربات إلى الميناء.", f"{governed} وعاد الترام.")
    assert not any(one.startswith(first) for one in printed)


@pytest.mark.parametrize(
    "line",
    [
        "وذكر أحدهما أن عرض بلدية سوسة كان سخيا ومشروطا في الوقت نفسه.",
        "ورجح مسؤول مرافق له أن توقع تونس عقد الحافلات وحده هذا الشهر.",
        "وقال مسؤول إن العقد قد يوقع هناك قبل نهاية الشهر الجاري.",
        "صحيح أنه لم يفرض القرار بالقوة، إلا أن تونس تحتاج إلى الحافلات.",
        "وإن راهنت على فشل الإضراب، فستدخل تونس العام الجديد بلا حافلات.",
        "وبعدها توجه وزير النقل التونسي إلى صفاقس لافتتاح المحطة.",
        "ويرى خبراء أن القرار قد يدفع تونس إلى شراء حافلات مستعملة.",
        "واحتجت بلدية سوسة حينها، ولم تغلق الخط مع ذلك.",
        "ورفض وزير النقل التونسي أحمد الطرابلسي الاتهامات، قائلا إنه لم ير دليلا واحدا.",
        "وأضاف الدبلوماسي: «القلق كله من المرآب الجديد في بلدية سوسة لا من الحافلات».",
        "لقد وعدت أنصارها، من فوق شاحنة في سوسة، بأنها ستعيد الترام.",
        "وفي صفاقس قبله، أغلقت البلدية ثلاثة خطوط من خطوط الترام.",
    ],
)
def test_a_line_that_takes_from_the_sentence_before_is_not_told_alone(line: str) -> None:
    """One of two, his company, «there», «then», a decision of nobody's."""
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "وذكر أحمد الطرابلسي وزير النقل التونسي أن عرض بلدية سوسة كان سخيا.",
        "وصل أحمد الطرابلسي إلى صفاقس، وقال مسؤول مرافق له إن العقد جاهز.",
        "وقالت بلدية سوسة إن العقد سيوقع هناك قبل نهاية الشهر الجاري في تونس.",
        "صحيح أن بلدية سوسة لم تفرض القرار، إلا أن الشركة تحتاج إلى الحافلات.",
        "وإن راهنت تونس على فشل الإضراب، فستدخل العام الجديد بلا حافلات.",
        "ويرى خبراء أن قرار بلدية سوسة قد يدفعها إلى شراء حافلات مستعملة.",
        "ورفض وزير النقل التونسي أحمد الطرابلسي اتهامات الشركة، قائلا إنه لم ير دليلا واحدا.",
        "وأضاف الدبلوماسي التونسي أحمد الطرابلسي أن القلق كله من المرآب الجديد في بلدية سوسة.",
    ],
)
def test_a_line_that_names_what_it_speaks_of_stands(line: str) -> None:
    """The same constructions with their noun."""
    assert line.rstrip(".") in told(line)


PLACE = (
    "وفي سوق باب الفلة، ارتفع سعر لتر الزيت من أربعة دنانير إلى خمسة "
    "منذ صباح الخميس الماضي بحسب لافتات الباعة والزبائن، "
    "فيما اختفى السكر التونسي من معظم المتاجر الكبيرة وصارت القهوة نادرة في المقاهي منذ يومين"
)
SEEN = PLACE.replace("وفي سوق باب الفلة، ارتفع", "ورصدت صحيفة الضفاف التونسية كيف ارتفع")
TIME = PLACE.replace("وفي سوق باب الفلة", "وفي نهاية الأسبوع")
OWN = PLACE.replace("اختفى السكر التونسي من", "اختفى في صفاقس السكر التونسي من")


@pytest.mark.parametrize("line", [PLACE, SEEN], ids=["a place", "what somebody saw"])
def test_a_clause_behind_while_keeps_the_place_of_its_sentence(line: str) -> None:
    """What is so in one market is not told of a country."""
    assert not any(one.startswith("اختفى") for one in told(f"{line}."))


@pytest.mark.parametrize("line", [TIME, OWN], ids=["a time", "another place"])
def test_a_clause_behind_while_may_stand(line: str) -> None:
    """A time at the head bounds no place, and a clause may have a place of its own."""
    assert any(one.startswith("اختفى") for one in told(f"{line}."))


def test_what_is_said_of_a_place_is_told_with_it() -> None:
    """«As for the camp» bounds the sentence behind it."""
    first = "أما في مخيم الجنوب الذي أقيم على عجل، فالشاغل هو الماء."
    second = "ويقول منسق الإغاثة كريم الصالح إن كل نازح يحصل على سبعة لترات يوميا."
    printed = told(f"{first} {second}")
    assert f"{first} {second}".rstrip(".") in printed
    assert second.rstrip(".") not in printed


def test_whom_somebody_calls_so_is_not_taken_for_who_speaks() -> None:
    """«As well», a verb of calling and a noun: the one who speaks stands in the sentence before."""
    first = "ونفت المتحدثة باسم بلدية سوسة ليلى الحداد وجود أي خلاف على الخط."
    second = "كما وصفت تقارير محلية تحدثت عن بيع المرآب بأنها محض خيال."
    printed = told(f"{first} {second}")
    assert not any(one.startswith("وصفت") for one in printed)
    assert f"{first} {second}".rstrip(".") in printed


def test_a_value_that_was_replaced_is_of_the_facet_of_the_new_one() -> None:
    """What was asked before is told with what was agreed on, which is what the line tells."""
    first = "وقعت بلدية سوسة أمس اتفاقا حدد كلفة الخط الجديد عند 165 مليون دينار."
    second = "وكانت الشركة التونسية تطالب بمبلغ 187 مليونا منذ بداية الربيع."
    made = statements(document(f"{first} {second}"), ARABIC)
    alone, widened = (next(one for one in made if one.text.endswith(end)) for end in ("دينار", "الربيع"))
    assert alone.facets[0] == widened.facets[0]
