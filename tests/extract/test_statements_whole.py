"""Statements that say neither more nor less than their sentence: its «but», its question, its «that»."""

import pytest

from brief.extract.statements import statements
from brief.model import Document, Statement
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements of an article that stand alone."""
    return [one.text for one in _made(document(*lines)) if not one.leans]


def leaning(*lines: str) -> list[str]:
    """The passages of those that only bear out others."""
    return [one.anchor.text for one in _made(document(*lines)) if one.leans]


def _made(article: Document) -> tuple[Statement, ...]:
    return statements(article, ARABIC)


HALF = (
    "أعلنت بلدية المرسى أن مخبز الحي القديم سيفتح أبوابه كل صباح "
    "أمام سكان الشارع وزواره من القرى القريبة ومن سوق المدينة"
)
TURN = "مخزون الدقيق في مستودع البلدية لا يكفي إلا لأسبوع واحد من العمل"


@pytest.mark.parametrize("turning", ["لكن", "غير أن", "إلا أن", "بيد أن", "ولكن"])
def test_a_clause_is_told_with_what_turns_against_it(turning: str) -> None:
    """Alone the first half promises more than its sentence: it is printed with the restriction, once."""
    assert told(f"{HALF}، {turning} {TURN}.") == [f"{HALF}، {turning} {TURN}"]
    assert leaning(f"{HALF}، {turning} {TURN}.") == [TURN]


def test_a_clause_that_would_be_too_long_with_its_restriction_only_leans() -> None:
    """So does what turns against it: it opposes something that is not told."""
    long = f"{HALF}، وأن الفرن الجديد سيخبز ألف رغيف في الساعة لأهل الشارع ولمن يقصدونه من ضواحي المدينة"
    line = f"{long}، لكن {TURN} ما لم تصل شاحنات المطحنة من تونس قبل نهاية شهر مارس عام 2021."
    assert len(line.split()) > 50
    assert told(line) == []
    assert leaning(line) == [long, line[line.index("مخزون") : -1]]


def test_two_clauses_that_do_not_turn_are_told_apart() -> None:
    """«While» sets one beside the other: neither takes anything back."""
    assert told(f"{HALF}، بينما {TURN}.") == [HALF, TURN]


def test_what_is_done_is_told_with_that_amid_which_it_is_done() -> None:
    """«Amid the shortage …;» is no half of a sentence: it tells nothing by itself."""
    amid = "في ظل النقص الشديد الذي أصاب مخازن الدقيق في مدن الساحل كلها منذ مطلع الخريف الماضي"
    line = f"{amid}؛ أعلنت بلدية المرسى أن مخبز الحي القديم سيفتح أبوابه كل صباح أمام سكان الشارع وزواره"
    assert len(line.split()) > 30
    assert told(f"{line}.") == [line]
    assert told(f"{line}.".replace("في ظل النقص الشديد الذي أصاب", "أصاب النقص الشديد")) != [line]


@pytest.mark.parametrize(
    "line",
    [
        "لسببين. الأول هو سعر الدقيق الذي تضاعف في أسواق تونس منذ الخريف.",
        "لعدة أسباب، أولها سعر الدقيق الذي تضاعف في أسواق تونس منذ الخريف.",
        "أولها سعر الدقيق الذي تضاعف في أسواق تونس منذ مطلع الخريف.",
        "والسبب الأول هو سعر الدقيق الذي تضاعف في أسواق تونس منذ الخريف.",
        "السبب واضح: سعر الدقيق تضاعف في أسواق تونس منذ الخريف كله.",
        'وقال فريد الطحان "السبب واضح: سعر الدقيق تضاعف في أسواق تونس كلها".',
        "كان في وسعها أن تشتري الدقيق من تونس قبل أن يتضاعف سعره.",
        "إنها تريد الدقيق قبل الشتاء مهما بلغ سعره في أسواق تونس.",
        "وأكد رئيس غرفة الخبازين في مدينة تونس ذلك في بيان صباح السبت.",
        "وقالت المتحدثة باسم البلدية في تونس إنها واثقة من أن ذلك لن يتكرر.",
        "ونفى رئيس غرفة الخبازين في مدينة تونس فريد الطحان ذلك في بيان.",
        "ويقول رئيس غرفة الخبازين في تونس إن ما يخيف الأفران ليس السعر.",
        "لم يكن اتفاق الخبازين مع البلدية في تونس مجرد صفقة دقيق.",
        "واستبعد أن تغلق أفران تونس أبوابها قبل نهاية شهر رمضان المقبل.",
        "وأكد أيضا أن أفران تونس لن تغلق أبوابها قبل نهاية الشهر.",
        "وكان يمكن لدقيق تونس أن يجنب الخبازين كل ذلك لو وصل باكرا.",
        "ولا نرى في ثمن الدقيق عذرا لأفران تونس التي أغلقت أبوابها.",
    ],
)
def test_what_answers_or_points_is_not_told_alone(line: str) -> None:
    """A count of reasons, «the first», «the cause is familiar», a pronoun that acts, «that» as all of it."""
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "لعدة أسباب، رفضت غرفة الخبازين في تونس عرض البلدية صباح السبت.",
        "السبب الأول لإغلاق الأفران في تونس هو سعر الدقيق منذ الخريف.",
        "كان في وسع غرفة الخبازين أن تشتري الدقيق من تونس باكرا.",
        "وأكد رئيس غرفة الخبازين في تونس بعد ذلك أن الأفران ستفتح.",
        "لم يكن اتفاق الخبازين في تونس مجرد صفقة، بل ضمن لهم الدقيق سنة كاملة.",
        "واستبعد رئيس غرفة الخبازين أن تغلق أفران تونس أبوابها قريبا.",
        "وأكد رئيس الغرفة أيضا أن أفران تونس لن تغلق أبوابها قريبا.",
        "أعلنت بلدية تونس رفع سعر الدقيق ورفضت غرفة الخبازين ذلك صباح السبت.",
        "ارتفع سعر الدقيق في تونس، وأكد رئيس غرفة الخبازين ذلك في بيان.",
    ],
)
def test_what_says_all_itself_is_told(line: str) -> None:
    """The same words with what they speak of beside them."""
    assert told(line) == [line.rstrip(".")]


def test_an_answer_in_a_report_needs_its_question() -> None:
    """A question that ends within marks and a full stop is one, too; «the report answers» answers it."""
    asked = 'وتساءل تقرير المجلة "لماذا أغلقت الأفران أبوابها؟".'
    assert told(f"{asked} ويجيب التقرير بأن سعر الدقيق في أسواق تونس تضاعف منذ الخريف.") == []


def test_what_is_given_in_return_needs_the_bargain() -> None:
    """«In return» before a term of a bargain is no «on the other hand»."""
    term = "يحق لأربعين فرنا في تونس أن تشتري الدقيق بنصف سعره."
    assert told(f"في المقابل {term}") == []
    assert told(term) == [term.rstrip(".")]


def test_others_beside_those_told_before_need_them() -> None:
    """«As well» and «other» go on from a first one."""
    line = "يشمل اتفاق الخبازين في تونس تعاونا واسعا مع المطاحن في ميادين أخرى كالنقل."
    assert told(f"كما {line}") == []
    assert told(line) == [line.rstrip(".")]


ACCOUNTS = "وعن إغلاق الأفران في المدينة روايتان."
ONE = "مصدر في بلدية تونس قال إن الخبازين هم الذين طلبوا الإغلاق."
OTHER = "أما رئيس غرفة الخبازين في تونس فأكد أن البلدية قطعت الكهرباء."


def test_two_accounts_are_told_together() -> None:
    """Where two are announced, the first is not told without the second."""
    assert f"{ONE} {OTHER}".rstrip(".") in told(f"{ACCOUNTS} {ONE} {OTHER}")
    assert ONE.rstrip(".") not in told(f"{ACCOUNTS} {ONE} {OTHER}")
    assert ONE.rstrip(".") not in told(f"{ONE} {OTHER}")
    elsewhere = "أما وزير الزراعة في الجزائر فأكد أن موسم الزيتون سيبدأ مبكرا."
    assert ONE.rstrip(".") in told(f"{ONE} {elsewhere}")


def test_the_bank_is_not_taken_for_the_central_bank() -> None:
    """Of several banks «the bank» behind the governor of the central bank is told by the sentence before."""
    owner = "يملك بنك الواحة مئتي فرع في مدن الساحل."
    line = "ويقول محافظ البنك المركزي في تونس إن الديون تعادل ثلث أصول البنك."
    assert told(f"{owner} {line}") == [owner.rstrip("."), f"{owner} {line}".rstrip(".")]
    assert told(line) == [line.rstrip(".")]


@pytest.mark.parametrize(
    "dateline",
    [
        "تونس 3-4-2021 (و.ا) - ",
        "تونس (تونس) 3 أبريل نيسان (وكالة) - ",
        "تونس - 3 أبريل 2021 - ",
        "تونس، السبت 3 أبريل/نيسان 2021 – ",
    ],
)
def test_a_dateline_with_its_day_is_passed_over(dateline: str) -> None:
    """City, day and agency are no words of the statement."""
    line = "فتحت أفران المدينة أبوابها بعد إضراب دام ثلاثة أيام كاملة"
    assert told(f"{dateline}{line}.") == [line]


def test_a_day_that_something_happened_on_is_no_dateline() -> None:
    """«On 3 April 2021 -» goes on with its sentence."""
    line = "بدأ إضراب الأفران في 3 أبريل 2021 - فتحت مدارس المدينة أبوابها بعد الإضراب بثلاثة أيام كاملة"
    assert told(f"{line}.") == [line]


@pytest.mark.parametrize(
    ("context", "begins"), [("السياق الطويل", False), ("السياق", True), ("السياق،", True)]
)
def test_a_lead_in_is_not_parted_from_its_adjective(context: str, *, begins: bool) -> None:
    """«In this long context» is no lead-in with something left of it."""
    line = "ينبغي أن يقرأ اتفاق المياه الذي وقعته تونس والجزائر في الربيع"
    found = told(f"وفي هذا {context} {line}.")
    assert (line in found) is begins
    assert not any(one.startswith("الطويل") for one in found)
    definite = "الحكومة التونسية وقعت اتفاق المياه مع الجزائر في الربيع الماضي"
    assert definite in told(f"وفي هذا السياق، {definite}.")
