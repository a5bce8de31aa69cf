"""What a line may not leave out: who says it, what turns it, what it counts from."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "بحسب أرقام البلدية، شارك في التظاهرة نحو 41 ألف عامل من أحياء المدينة.",
            "لكن النقابة تقول إن المشاركة تجاوزت 80 في المئة.",
        ),
        (
            "تستعد المدارس لاستقبال التلاميذ صباح الأحد في جميع المدن.",
            "غير أن المدارس المتضررة لن تفتح أبوابها قبل نهاية الشهر.",
        ),
        (
            "من المقرر أن يفتح الطريق الجبلي أمام الشاحنات مطلع يوليو المقبل.",
            "غير أن ذلك مرهون بنتيجة الفحص الفني.",
        ),
        (
            "قال مدير الميناء سالم العبيدي إن البنك وافق على دفع كلفة الرصيف كاملة.",
            "واستدرك أن العقد ما زال قيد الدرس في الوزارة.",
        ),
    ],
    ids=["another count", "a fact on the same thing", "a condition of it", "taken back"],
)
def test_what_turns_a_line_is_told_with_it(first: str, second: str) -> None:
    """A sentence that turns at once against the same thing belongs to the line."""
    assert told(f"{first} {second}")[0] == f"{first} {second}".rstrip(".")
    assert told(f"{first} وفتحت الأفران أبوابها في الحي القديم ليلا.")[0] == first.rstrip(".")


def test_a_turn_to_another_matter_is_not_dragged_in() -> None:
    """«But» that speaks of something else leaves the line as it is."""
    line = "تستعد المدارس لاستقبال التلاميذ صباح الأحد في جميع المدن."
    assert told(f"{line} لكن سعر القمح ارتفع في أسواق الجنوب مرة جديدة.")[0] == line.rstrip(".")


APART = "وفتحت الأفران أبوابها في الحي القديم ليلا."


@pytest.mark.parametrize(
    ("line", "turn"),
    [
        (
            "تستعد المدارس لاستقبال التلاميذ صباح الأحد في جميع المدن.",
            "والحال أن الترميم لم يكتمل في أي من الأحياء الجنوبية.",
        ),
        (
            "تستعد المدارس لاستقبال التلاميذ صباح الأحد في جميع المدن.",
            "ولم يتضح بعد ما إذا كانت الحافلات ستعمل في ذلك اليوم.",
        ),
        (
            "كانت مدينة سوسة تبيع السمك المجفف لجاراتها في كل شتاء.",
            "لكن إنتاجها منه تراجع إلى النصف منذ عام 2019.",
        ),
        (
            "استندت بلدية سوسة إلى صور الأقمار وسجل مرور الشاحنات عند البوابة.",
            "غير أن مختصين يحذرون من أن مرور الشاحنات لا يكشف ما تحمله.",
        ),
        (
            "صحيح أن هجمات اللصوص على القوافل تراجعت كثيرا في عام 2019.",
            "بيد أن تهريب الوقود عبر الصحراء يتزايد في كل شتاء.",
        ),
        (
            "لم يكن خطأ بلدية سوسة أنها أغلقت السوق، ولا أنها فتحتها بعد أسبوع.",
            "الخطأ أنها فعلت ذلك كله من دون أن تستشير التجار.",
        ),
    ],
    ids=[
        "and yet",
        "not clear whether",
        "more of the same",
        "another view",
        "granted",
        "it is another thing",
    ],
)
def test_what_turns_a_line_in_its_own_paragraph_belongs_to_it(line: str, turn: str) -> None:
    """«But» that speaks of the same, and what follows «it is true» or «it was not», is never cut off."""
    both = f"{line} {turn}".rstrip(".")
    assert both in told(f"{APART} {line} {turn}")
    assert line.rstrip(".") not in told(f"{APART} {line} {turn}")


def test_an_answer_to_an_answer_is_heard_as_well() -> None:
    """Where two sentences make a line already, what turns the second one comes with them."""
    claim = "قال نقيب السائقين كريم الباشق إن البلدية لم تستشر أحدا قبل إغلاق الجسر."
    denial = "وتنفي البلدية ذلك، وتقول إنها عقدت ثلاث جلسات مع السائقين في الصيف."
    turn = "لكن مصدرا في النقابة أوضح أن هذه الجلسات تناولت الأجور فقط."
    unverified = "ولم يتسن التحقق من أي من الروايتين من مصدر مستقل."
    assert f"{claim} {denial} {turn}".rstrip(".") in told(f"{APART} {claim} {denial} {turn}")
    assert f"{claim} {denial} {unverified}".rstrip(".") in told(f"{APART} {claim} {denial} {unverified}")


def test_without_room_for_both_what_is_pointed_at_is_no_line() -> None:
    """«This number» takes a line with it that is too long for both; another «but» leaves it."""
    line = (
        "تسلمت 41 ألف أسرة في مدينة سوسة قسائم الوقود خلال الأسبوع الأول من حملة الشتاء في أحياء "
        "الجنوب وقرى الساحل بإشراف موظفين من وزارة الطاقة"
    )
    more = "، وهي مياه لم يشهد سكان القرى مثلها منذ أعوام طويلة بحسب ما تقول دائرة الأرصاد في البلاد"
    assert line in told(f"{APART} {line}. لكن قسائم الخبز تأخرت بسبب مياه السيول{more}{more}{more}.")
    assert line not in told(f"{APART} {line}. لكن هذا الرقم يشمل أسرا سجلت مرتين{more}{more}{more}.")


def test_who_contradicts_in_the_next_paragraph_is_heard_in_the_line() -> None:
    """A claim and who speaks against it are told together; a «but» without a speaker is another matter."""
    claim = "ونفى وزير النقل سالم العبيدي أن يكون الجسر قد أغلق لأسباب تتعلق بالسلامة."
    answer = "غير أن مهندسا في البلدية أكد أن التشققات هي سبب الإغلاق."
    fact = "لكن السوق المركزية فتحت أبوابها في الموعد المعتاد."
    found = [one.split() for one in told(f"{APART} {claim}", f"{answer} {APART}")]
    assert f"{claim} {answer}".rstrip(".").split() in found
    assert claim.rstrip(".") in told(f"{APART} {claim}", f"{fact} {APART}")


@pytest.mark.parametrize(
    "rumour",
    [
        "ثمة رواية تتردد في سوسة مفادها أن البنك هو من فرض سعر الوقود الجديد.",
        "انتشرت شائعة في أسواق سوسة مفادها أن البنك هو من فرض سعر الوقود الجديد.",
        "قد يقال إن البنك هو من فرض سعر الوقود الجديد على بلدية سوسة.",
    ],
)
def test_what_nobody_says_is_no_line_unless_it_is_judged(rumour: str) -> None:
    """A rumour or an objection stands with what is said of it, and never alone."""
    judged = "لكن الوثائق المنشورة لا تذكر البنك ولا السعر."
    assert f"{rumour} {judged}".rstrip(".") in told(f"{APART} {rumour} {judged}")
    assert all("البنك" not in one for one in told(f"{APART} {rumour} {APART}"))
    said = "ويقول وزير النقل إن البنك هو من فرض سعر الوقود الجديد على بلدية سوسة."
    assert said.rstrip(".") in told(f"{APART} {said} {APART}")


def test_an_announcement_that_came_is_told_with_what_was_announced() -> None:
    """«The announcement came after …» resumes what was told; of what it is, it needs nothing."""
    deed = "ألغت بلدية سوسة رسوم السوق كلها في بيان مساء الخميس."
    came = "وجاء الإعلان بعد اجتماع دام ثلاث ساعات في مبنى البلدية القديم."
    named = "وجاء الإعلان عن إلغاء الرسوم بعد اجتماع دام ثلاث ساعات في مبنى البلدية."
    assert f"{deed} {came}".rstrip(".") in told(f"{APART} {deed} {came}")
    assert came.rstrip(".") not in told(f"{APART} {deed} {came}")
    assert named.rstrip(".") in told(f"{APART} {deed} {named}")


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (
            "هدد وزير المالية كريم الباشق بحسم أيام الغياب من الأجور.",
            'وقال للإذاعة: "من لا يعمل لا يقبض شيئا"، مضيفا أن الخزانة خسرت 15 مليون دينار.',
        ),
        (
            "تعود جذور الأزمة إلى عام 2007، حين جمدت الحكومة الأجور.",
            "ومنذ ذلك الحين فقد العمال قرابة ثلث قدرتهم على الشراء.",
        ),
        (
            "يفتح الخبير جابر الخلف دفتر ديون البلدية كل مساء في غرفة ضيقة.",
            '"بعت سيارتي أولا، ولم يبق لي ما أبيعه"، يقول الرجل الذي يدرس منذ أعوام.',
        ),
    ],
    ids=["said to a radio", "since that time", "the man"],
)
def test_a_line_is_told_with_who_or_when_it_means(before: str, line: str) -> None:
    """Alone it would say nobody's words, or count from nowhere."""
    assert line.rstrip(".") not in told(f"{before} {line}")
    assert f"{before} {line}".rstrip(".") in told(f"{before} {line}")
    assert told(line) == []


def test_a_body_is_told_with_its_name_behind_a_report_of_it() -> None:
    """«A report of the organisation «…»» names the organisation, too."""
    first = "أظهر تقرير لمنظمة «تعليم للجميع» أن نصف معلمي المدارس يعملون في مهنة ثانية."
    second = "وأوصت المنظمة بربط الأجور بمعدل التضخم في المدن الكبرى."
    assert f"{first} {second}".rstrip(".") in told(f"{first} {second}")
    assert second.rstrip(".") not in told(f"{first} {second}")


@pytest.mark.parametrize("lead", ["في هذا الوقت", "في غضون ذلك", "وفي الأثناء", "على صعيد متصل"])
def test_what_only_leads_over_is_not_printed(lead: str) -> None:
    """«Meanwhile» says nothing of its own, and needs no sentence before it."""
    line = "دعا اتحاد البحارة إلى اعتصام أمام البرلمان للمطالبة بالتعويض"
    assert told(f"رحبت الوزارة بالتسوية النهائية مع النقابة. {lead}، {line}.")[-1] == line


def test_a_body_is_named_though_the_sentence_behind_belongs_to_the_line() -> None:
    """What the organisation warns of goes with its word, and its name goes with both."""
    first = "رحبت منظمة «ماء للجميع» بقرار المحكمة."
    line = 'وقالت المنظمة إنه "خطوة أولى نحو المحاسبة". لكنها حذرت من أن التأخير سيضر بالموسم.'
    assert f"{first} {line}".rstrip(".") in told(f"{first} {line}")


def test_an_office_alone_had_done_nothing() -> None:
    """«The minister had visited the place»: which minister, nothing says."""
    assert told("وكانت الوزيرة قد زارت موقع الجسر القديم يوم السبت.") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "أما ما أشيع عن نقل الباعة إلى الميدان الجديد فلا سند له في قرار البلدية.",
            "فالدكاكين باقية في السوق القديم، باستثناء دكاكين التوابل التي قد تنتقل في الصيف.",
        ),
        (
            "قررت البلدية إغلاق أبواب السوق القديم أمام الشاحنات طوال أشهر الترميم.",
            "ويستثنى من ذلك باعة الخبز الذين يدخلون قبل الفجر.",
        ),
        (
            "تسري رسوم البلدية الجديدة على جميع دكاكين السوق القديم منذ الربيع.",
            "ولا يشمل ذلك باعة التوابل عند الباب الشمالي.",
        ),
    ],
    ids=["of a denial", "excepted", "not included"],
)
def test_an_exception_is_told_with_the_line_it_belongs_to(first: str, second: str) -> None:
    """What a line says of all, or denies, is not told without what is taken out of it."""
    assert told(f"{first} {second}")[0] == f"{first} {second}".rstrip(".")
    assert told(f"{first} وفتحت الأفران أبوابها في الحي القديم ليلا.")[0] == first.rstrip(".")


def test_an_exception_within_a_new_thought_is_left_to_it() -> None:
    """«But for» in a sentence of another matter takes nothing out of the line."""
    line = "لم تفتح المدارس أبوابها صباح الأحد في جميع أحياء المدينة."
    assert told(f"{line} وعادت الحافلات إلى الشوارع كلها باستثناء شارع الميناء.")[0] == line.rstrip(".")


def test_what_was_written_that_day_too_is_told_with_the_day() -> None:
    """«It was said that day … . And … wrote that …» is of the same day, which only the first tells."""
    said = "قيل يومها إن خط الترام في سوسة انتهى إلى غير رجعة."
    wrote = "وكتب معلقون في سوسة أن الترام لم يكن سوى لعبة باهظة الثمن."
    dated = "وكتب معلقون في سوسة يوم 4 مارس 2019 أن الترام لم يكن سوى لعبة باهظة الثمن."
    assert wrote.rstrip(".") not in told(f"{APART} {said} {wrote}")
    assert wrote.rstrip(".") in told(f"{APART} {APART} {wrote}")
    assert dated.rstrip(".") in told(f"{APART} {said} {dated}")


def test_a_surname_behind_what_he_speaks_of_needs_what_he_is() -> None:
    """«On the tram, X affirmed that …» leans on who X is, as it does without the words before it."""
    known = "قال وزير النقل هيثم الباشق إن البلدية ستدفع كلفة الترام كلها."
    bare = "وعن موعد افتتاح الخط رقم 4 في سوسة، أكد الباشق أن العمل يسير كما كان مقررا."
    named = "وعن موعد افتتاح الخط رقم 4 في سوسة، أكد الوزير هيثم الباشق أن العمل يسير كما كان مقررا."
    assert bare.rstrip(".") not in told(f"{known} {APART} {APART}", f"{bare} {APART}")
    assert named.rstrip(".") in told(f"{known} {APART} {APART}", f"{named} {APART}")


def test_that_only_a_part_came_is_told_with_the_whole() -> None:
    """Alone the line would tell that all of it was paid."""
    line = "قال مدير الميناء سالم العبيدي إن البلدية حولت 30 مليون دينار إلى الشركة مطلع الشهر."
    reply = "وأكدت الشركة تسلم 12 مليونا منها فقط."
    found = told(f"{line} {reply}")
    assert f"{line} {reply}".rstrip(".") in found
    assert line.rstrip(".") not in found
    assert line.rstrip(".") in told(f"{line} {APART}")


@pytest.mark.parametrize(
    ("before", "line", "named"),
    [
        (
            "سحب اللصوص 62 مليون دينار من خزينة بلدية سوسة.",
            "وأوضح مدير البلدية سالم العبيدي أن المبلغ سحب على ثلاث دفعات.",
            "وأوضح مدير البلدية سالم العبيدي أن المبلغ المسروق من الخزينة سحب على ثلاث دفعات.",
        ),
        (
            "يبحث المجلس موعد عودة الحافلات إلى سوسة.",
            "وقال مدير البلدية سالم العبيدي إن الأمر قد يتم قبل العيد.",
            "وقال مدير البلدية سالم العبيدي إن الأمر القضائي يعيد ثلاثين حافلة إلى سوسة.",
        ),
        (
            "طلبت بلدية سوسة نقل مصب الوادي إلى الجنوب.",
            "وتقدر كلفة النقل بنحو 95 مليون دينار تدفعها بلدية سوسة.",
            "وتقدر كلفة النقل البحري بنحو 95 مليون دينار تدفعها بلدية سوسة.",
        ),
        (
            "مددت بلدية سوسة المرحلة الأولى من إغلاق السوق شهرين.",
            "وأثار التمديد غضب نقابات صفاقس التي تطالب بفتح الميناء.",
            "وأثار تمديد الإغلاق غضب نقابات صفاقس التي تطالب بفتح الميناء.",
        ),
        (
            "فتحت بلدية سوسة تحقيقا في عقد المرفأ.",
            "ويشكك معارضون في جدية الخطوة قبل انتخابات سوسة.",
            "ويشكك معارضون في جدية الخطوة التي أعلنتها بلدية سوسة.",
        ),
    ],
    ids=["a sum", "the matter", "a cost", "an extension", "a step"],
)
def test_what_takes_up_a_noun_is_told_with_it(before: str, line: str, named: str) -> None:
    """«The sum», «the matter», «the step» stand for what was told; with what they are of, they do not."""
    assert line.rstrip(".") not in told(f"{before} {line}")
    assert f"{before} {line}".rstrip(".") in told(f"{before} {line}")
    assert named.rstrip(".") in told(f"{before} {named}")


def test_a_sum_is_not_told_behind_words_without_a_figure() -> None:
    """The sum of two sentences ago is not what the words between tell."""
    taken = "سحب اللصوص 62 مليون دينار من خزينة بلدية سوسة."
    between = "ونفى مجلس صفاقس أن تكون ودائع التجار قد مست في سوسة."
    line = "وأوضح مدير البلدية سالم العبيدي أن المبلغ سحب من حساب قديم في صفاقس."
    assert not any(one.endswith(line.rstrip(".")) for one in told(f"{taken} {between} {line}"))


def test_another_account_is_told_with_the_first_over_a_paragraph() -> None:
    """Who tells it otherwise may do so in a paragraph of his own, and the first is never told without him."""
    line = "وعزا مدير الميناء سالم العبيدي الزيادة إلى أسعار الحديد، موضحا أن الشركة تدفع نصف الكلفة."
    reply = "غير أن الشركة قدمت رواية مختلفة."
    found = told(line, f"{reply} فقد قالت في بيان إن المفاوضات لا تزال جارية.")
    assert f"{line}\n{reply}".rstrip(".") in found or f"{line} {reply}".rstrip(".") in found
    assert line.rstrip(".") not in found
    assert line.rstrip(".") in told(line, APART)


def test_what_turns_is_told_with_who_denies_it() -> None:
    """The other account is not the last word where somebody denies it at once."""
    line = "عزا بيان بلدية صور تأجيل المعرض إلى المطر."
    turn = "غير أن نائبا من صيدا قال إن بلدية صور أجلت المعرض لنقص المال."
    denial = "ونفى رئيس بلدية صور سامي حداد ذلك في الإذاعة."
    found = told(f"{line} {turn} {denial}")
    assert f"{line} {turn} {denial}".rstrip(".") in found
    assert f"{line} {turn}".rstrip(".") not in found
    assert f"{line} {turn}".rstrip(".") in told(f"{line} {turn} {APART}")
    line = "قال مدير المعرض سامي حداد إن التأخير كله بسبب المطر."
    found = told(line, f"{turn} {denial}")
    assert any(one.startswith(line) and one.endswith(denial.rstrip(".")) for one in found)
    assert not any(one.startswith(line) and one.endswith(turn.rstrip(".")) for one in found)


@pytest.mark.parametrize(
    ("line", "granted", "turns"),
    [
        ("تقول بلدية صور إن إغلاق السوق مصادفة.", "ربما.", "غير أن سوق صيدا أغلقت في اليوم نفسه."),
        ("تقول بلدية صور إن إغلاق السوق مصادفة.", "صحيح.", "لكن سوق صيدا أغلقت في اليوم نفسه."),
    ],
)
def test_a_claim_that_a_word_grants_is_told_with_what_outweighs_it(
    line: str, granted: str, turns: str
) -> None:
    """«Perhaps. Yet …»: the claim is told only to be turned against."""
    found = told(f"{line} {granted} {turns}")
    assert line.rstrip(".") not in found
    assert f"{line} {granted} {turns}".rstrip(".") in found
    assert line.rstrip(".") in told(f"{line} {granted} {APART}")


def test_what_is_granted_is_told_with_its_turn_over_a_paragraph() -> None:
    """«It is true that …» is half of what its author says, be the other half a paragraph of its own."""
    line = "صحيح أن تجار سوق صور لا يشكون من فراغ."
    turn = "لكن إغلاق السوق كان أهون من بقائها."
    found = told(line, turn)
    assert line.rstrip(".") not in found
    assert any(one.startswith(line.rstrip(".")) and one.endswith(turn.rstrip(".")) for one in found)
    assert line.rstrip(".") in told(line, APART)


@pytest.mark.parametrize(
    ("before", "line", "named"),
    [
        (
            "قالت بلدية صور إن مخزن الميناء تعرض مساء الأحد لسرقة.",
            "ونفت نقابة الصيادين مسؤوليتها، واتهمت حراس بلدية صور بالإهمال.",
            "ونفت نقابة الصيادين مسؤوليتها عن سرقة المخزن، واتهمت حراس بلدية صور بالإهمال.",
        ),
        (
            "حملت بلدية صور نقابة الصيادين المسؤولية، فردت النقابة بأن الفاعل عصبة «الموج».",
            "ولم تتبن الأخيرة السرقة، لكن مصدرا في بلدية صور رجح ضلوعها فيها.",
            "ولم تتبن عصبة «الموج» السرقة، لكن مصدرا في بلدية صور رجح ضلوعها فيها.",
        ),
    ],
)
def test_who_is_cleared_and_who_is_the_latter_is_told_before(before: str, line: str, named: str) -> None:
    """«His responsibility» is for what was told before, «the latter» whoever was named there."""
    assert line.rstrip(".") not in told(f"{before} {line}")
    assert named.rstrip(".") in told(f"{before} {named}")
