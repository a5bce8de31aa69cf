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


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        (
            "وخرجت الأولى من مرآب سوسة صباح الأحد بعدما سدد ملاكها أجرة الصيانة.",
            "أما الثانية فما زالت فيه، إذ يقول ملاكها إن الأجرة تفوق ثمنها.",
        ),
        (
            "وأظهرت بيانات بلدية سوسة أن حافلتين وقفتا عند الجسر ليلة انهياره.",
            "لكن البيانات لا تثبت أنهما عبرتاه من قبل.",
        ),
        (
            "«لسنا ضد الخط الجديد، فهو خير جار لنا»، يقول سالم الحداد، رئيس تجار سوسة.",
            "«لكن حين يملك الجار الشارع كله، فهو الذي يحدد الأجرة».",
        ),
        (
            "ويشير الحداد إلى بند في العقد يمنح بلدية سوسة أولوية في 60 في المئة من الأيام.",
            "ولم ينشر العقد، غير أن نسخة منه تتضمن البند فعلا، مع استثناء لشهري يوليو وأغسطس.",
        ),
        (
            "وتحصل بلدية سوسة على أربعين حافلة من الشركة التونسية في الربيع المقبل.",
            "شرط أن تسدد قبل ذلك أجرة الصيانة كلها.",
        ),
        (CHARGE, "ولم يتسن التحقق من ذلك من مصدر آخر في تونس."),
        (CHARGE, "لكن هذه القراءة تغفل أن الحافلات قديمة أصلا."),
        (CHARGE, "هذا صحيح على الورق، لكن المرآب شيء والشارع شيء آخر."),
    ],
    ids=["pair", "own noun", "quotation", "exception", "condition", "unverified", "misreading", "granted"],
)
def test_a_claim_is_told_with_what_bounds_it(first: str, answer: str) -> None:
    """The other of two, what it does not prove, the rest of what is quoted, an exception, a condition."""
    printed = told(f"وعاد الترام إلى سوسة صباح الأحد. {first} {answer}")
    assert first.rstrip(".") not in printed
    assert not any(one.startswith(first[:20]) and answer[-20:-2] not in one for one in printed)


@pytest.mark.parametrize(
    "behind",
    [
        "أما الثانية عشرة ظهرا فموعد الترام.",
        "لكن الخبراء لا يتوقعون مطرا في تونس هذا الأسبوع.",
        "«وصل الترام إلى صفاقس»، تقول اللافتة الجديدة.",
        "وتفتح المدارس أبوابها في تونس، باستثناء مدرسة واحدة.",
    ],
)
def test_what_bounds_something_else_is_not_dragged_in(behind: str) -> None:
    """An hour, another noun, another's words and an exception to another thing."""
    assert STOPPED.rstrip(".") in told(f"{STOPPED} {behind}")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "وقال وزير النقل التونسي أحمد الطرابلسي إن بلاده لا ترفض الخط من حيث المبدأ.",
            "وكان الطرابلسي قد قال قبل أسبوعين إن تونس لن تقبل خطا يديره غيرها.",
        ),
        (
            "وتتعهد بلدية سوسة بإصلاح أربعين حافلة في السنة الأولى من العقد.",
            "أما الشركة التونسية فتدفع أجرة السائقين في موسم الصيف بما يصل إلى 40 دينارا.",
        ),
        (
            "وقال متحدث باسم بلدية سوسة إنها لم تتسلم أي طلب لفتح الخط الجديد.",
            "وعلق أحمد الطرابلسي وزير النقل التونسي قائلا إن الطلب سيودع في الربيع.",
        ),
        (
            "وذكر مهندس تونسي في بيان لبلدية سوسة أن الجسر يحمل آثار اصطدام قديمة.",
            "ولم يحدد البيان حافلة بعينها في سوسة.",
        ),
        (
            "وكانت صحف تونس قد ذكرت أن النقابة قبلت العرض، لكن أمينتها ليلى الحداد نفت ذلك.",
            "وقالت لـ«أخبار سوسة»: «التقينا الوزير التونسي مساء أمس ولم نوقع شيئا في تونس».",
        ),
        (
            "وقالت بلدية سوسة إن الخط انقطع 31 ساعة ليلة العاصفة.",
            "وأكدت الشركة التونسية الانقطاع، لكنها قدرت مدته بـ19 ساعة لا 31.",
        ),
    ],
    ids=["said before", "as for", "a comment", "unsaid", "to a paper", "affirmed"],
)
def test_what_takes_up_the_sentence_before_is_told_with_it(first: str, second: str) -> None:
    """An older word, a counter-pledge, a comment, what a report does not say, a word of nobody's."""
    printed = told(f"{first} {second}")
    assert second.rstrip(".") not in printed
    assert any(one.startswith(first[:20]) and second[-20:-2] in one for one in printed)


@pytest.mark.parametrize(
    "line",
    [
        "وكان وزير النقل التونسي أحمد الطرابلسي قد قال قبل أسبوعين إن الخط جاهز.",
        "أما الشركة التونسية فتدفع أجرة السائقين في موسم الصيف بما يصل إلى 40 دينارا.",
        "وعلقت بلدية سوسة رحلات الترام رقم 4 حتى نهاية الشتاء.",
        "أما خط صفاقس فلن يعود، بحسب قول أحمد الطرابلسي، قبل الخريف المقبل.",
        "وقال أحمد الطرابلسي وزير النقل التونسي إن الخط، بحسب قوله، سيفتح في الربيع.",
        "وأكدت الشركة التونسية انقطاع خط سوسة، لكنها قدرت مدته بنحو 19 ساعة.",
    ],
)
def test_what_takes_up_nothing_stands(line: str) -> None:
    """The same openings, where the sentence before tells of something else."""
    assert line.rstrip(".") in told(f"{STOPPED} {line}")


def test_who_says_so_is_named_in_the_line() -> None:
    """«As he says» is nobody's word where the line names nobody before it."""
    line = "أما ترام تونس فلن يعود، بحسب قوله، قبل الربيع المقبل."
    assert told(f"ورجح الوزير أن تصل العربات في الشتاء. {line}") == []


def test_one_of_two_grounds_is_not_told_alone() -> None:
    """What was found «while» another denies it is told with that."""
    second = "خلص تقرير تونسي لم ينشر كاملا إلى أن المطر كان سبب انهيار الجسر في سوسة"
    line = (
        "ولا دليل قاطعا على إهمال في سوسة؛ فبلدية سوسة تقول إن الجسر لم يفتح "
        f"إلا يوما واحدا بعد إخطار مكتوب من الشركة التونسية، فيما {second}."
    )
    assert second not in told(line)


def test_who_tells_what_is_untrue_needs_nobody_who_said_it() -> None:
    """What he calls untrue is in his own words; and who tells of a denial is not answered by its wording."""
    said = "وقالت بلدية سوسة أمس إن ما تردد عن صندوق للحافلات المعطلة قيمته 1.2 مليون دينار عار عن الصحة"
    report = (
        "أرجأت لجنة المدينة افتتاح خط الترام رقم 4، في وقت نفت فيه بلدية سوسة وجود صندوق للحافلات المعطلة"
    )
    assert said.removeprefix("و") in [one.removeprefix("و") for one in told(f"{CHARGE} {said}.")]
    assert report in told(f"{report}. {said}.")
    assert report.split("،", maxsplit=1)[0] not in told(
        f"{report.split('،', maxsplit=1)[0]}. {said.replace('إن ما', 'لاحقا إن ما')}."
    )
