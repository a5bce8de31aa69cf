"""How firmly a statement is put, and how far an outcome has come."""

import pytest

from brief.facets import certainty, is_view, standing
from brief.model import Certainty, Standing
from tests.builders import ARABIC


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("أغلقت البلدية الساحة", Certainty.STATED),
        ("أفادت البلدية بإغلاق الساحة", Certainty.ATTRIBUTED),
        ("أفادت البلدية بأن الساحة قد تغلق", Certainty.HEDGED),
        ("نفت البلدية ما ذكرته النشرة من أن الساحة قد تغلق", Certainty.DENIED),
        ("فقد توقفت الحافلات عن العمل صباح أمس", Certainty.STATED),
        ("الأرجح أن الحافلات لن تعود قبل الصيف", Certainty.HEDGED),
        ("يخشى الباعة أن تغلق البلدية الساحة", Certainty.HEDGED),
        ("كان الإقبال على الحديقة أكبر من المتوقع", Certainty.STATED),
        ("قدرت نقابة الباعة الخسائر بألف دينار", Certainty.ATTRIBUTED),
        ("فقد قدّر المنظمون عدد الحاضرين بألف", Certainty.ATTRIBUTED),
        ("على قدر الحاجة فتحت البلدية الساحة", Certainty.STATED),
        ("يتهم الباعة البلدية بإهمال السوق", Certainty.ATTRIBUTED),
        ("تراهن البلدية على عودة الزوار", Certainty.ATTRIBUTED),
        ("توقعت البلدية عودة الزوار", Certainty.HEDGED),
        ("الوثائق التي وزعت على الباعة تذكر رسما آخر", Certainty.ATTRIBUTED),
        ("«لن نترك السوق قبل أن تعود الحافلات»", Certainty.ATTRIBUTED),
        ("نشرت البلدية دليلا بعنوان «كيف نحفظ ماء المدينة القديمة»", Certainty.STATED),
        ("وتابع «لن نترك السوق قبل أن تعود الحافلات", Certainty.ATTRIBUTED),
        ("تقدم البلدية عقدا «مفتوح المدة»", Certainty.STATED),
        ("كانت البلدية تخشى هجرة الباعة", Certainty.STATED),
        ("حوكم الحارس بسبب تهريب مزعوم للتحف", Certainty.STATED),
        ("زعم الحارس أن التحف سرقت", Certainty.HEDGED),
        ("سيؤدي الإغلاق حتما إلى خسائر", Certainty.STATED),
        ("أعلنت البلدية إغلاق الساحة", Certainty.STATED),
        ("أعلنت البلدية أن الساحة مغلقة", Certainty.ATTRIBUTED),
        ("أعلنت الشرطة مقتل حارس", Certainty.ATTRIBUTED),
        ("وعليه، يحتاج السوق إلى حارس آخر", Certainty.ATTRIBUTED),
        ("ما فعلته البلدية بالسوق خطأ لا يغتفر", Certainty.ATTRIBUTED),
        ("الساحة مرشحة مثالية لمعرض الزهور", Certainty.ATTRIBUTED),
        ("وثمة حاجة إلى حارس آخر في السوق القديم", Certainty.ATTRIBUTED),
        ("ينبغي للبلدية أن تفتح الباب الشمالي", Certainty.ATTRIBUTED),
        ("خسر الباعة مواسمهم بسبب غطرسة البلدية", Certainty.ATTRIBUTED),
        ("أغلقت الساحة. والحقيقة أن الباعة هم من أغلقها", Certainty.ATTRIBUTED),
        ("الواقع أن الساحة خلت من الباعة منذ الشتاء", Certainty.ATTRIBUTED),
        ("وفي الحقيقة خلت الساحة من الباعة", Certainty.ATTRIBUTED),
        ("زار الباعة متحف الحقيقة في المدينة القديمة", Certainty.STATED),
        ("مذكرة بأن عقد الساحة ينتهي في ديسمبر", Certainty.ATTRIBUTED),
        ("لم يكن أحد يتوقع عودة الباعة، وقد عادوا", Certainty.STATED),
        ("بينما كان المدير ينفي الخبر، كانت البلدية تهدم السوق", Certainty.STATED),
        ("اختلف القولان. فبينما كان المدير ينفي الخبر، كانت البلدية تهدم السوق", Certainty.STATED),
        ("اختلف القولان. ونفى المدير الخبر، بينما كانت البلدية تهدم السوق", Certainty.DENIED),
        ("أقرّ المدير بإغلاق السوق، بعدما كان قد نفى ذلك في الشتاء", Certainty.STATED),
        ("وبعدما كانت إدارة السوق المركزي قد نفت الخبر، أغلق المدير السوق", Certainty.STATED),
        ("أقر المدير، الذي نفى الخبر في الشتاء، بإغلاق السوق", Certainty.STATED),
        ("أكد المدير أن السوق مفتوح، ونفى وجود رسم جديد", Certainty.ATTRIBUTED),
        ("تحدثت النشرة عن رسم جديد، ونفت البلدية ذلك", Certainty.DENIED),
        ("تحدثت النشرة عن رسم جديد، ونفت البلدية ذلك، بينما تقول النقابة إنه مضاعف", Certainty.ATTRIBUTED),
        ("نفت البلدية الخبر، بينما تقول النقابة إنه صحيح", Certainty.DENIED),
        ("قالت البلدية إن ما نشر عن رسم جديد لا أساس له", Certainty.DENIED),
        ("وصفت البلدية الخبر بأنه عار عن الصحة", Certainty.DENIED),
        ("لا أساس في القانون للرسم الجديد", Certainty.STATED),
        ("بلغ الرسم عشرة دنانير، ومعنى ذلك أن الباعة سيدفعون الضعف", Certainty.ATTRIBUTED),
        ("يدفع الباعة رسمين، وهو ما يفسر هجرتهم", Certainty.ATTRIBUTED),
        ("وقد تم إيداع الطلب في البلدية أمس", Certainty.STATED),
        ("وقد تم توقيع العقد", Certainty.STATED),
        ("وقد تراجع سعر التوابل في السوق", Certainty.STATED),
        ("وقد توصل الجانبان إلى حل", Certainty.STATED),
        ("وقد تسلم الحارس المفاتيح أمس", Certainty.STATED),
        ("وقد تتراجع البلدية عن الرسم", Certainty.HEDGED),
        ("وقد تسلم البلدية المفاتيح غدا", Certainty.HEDGED),
        ("وقد تتم الصفقة في الربيع", Certainty.HEDGED),
        ("فقد يعود الباعة إلى السوق", Certainty.HEDGED),
        ("فقد تضطر البلدية إلى الإغلاق", Certainty.HEDGED),
        ("فقد عاد الباعة إلى السوق", Certainty.STATED),
    ],
)
def test_the_weakest_word_tells_how_firm_a_statement_is(text: str, degree: Certainty) -> None:
    """A denial outweighs a hedge, a hedge an attribution."""
    assert certainty(text, ARABIC) is degree


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("وقعت البلدية العقد", Standing.SIGNED),
        ("أعلنت البلدية تأجيل اتفاق السوق وسط خلاف على هجوم وقع الأسبوع الماضي", Standing.ANNOUNCED),
        ("أعلنت البلدية تأجيل اتفاق السوق بسبب حادث سير مروع وقع ليلا", Standing.ANNOUNCED),
        ("لتجاوز خلاف السوق وقعت البلدية العقد", Standing.SIGNED),
        ("أنهت البلدية خلاف السوق ووقعت العقد", Standing.SIGNED),
        ("أعلنت البلدية العقد", Standing.ANNOUNCED),
        ("وقعت البلدية العقد بالأحرف الأولى", Standing.ANNOUNCED),
        ("وقعت البلدية العقد بعد أسبوع من توقيع مسودته بالأحرف الأولى", Standing.SIGNED),
        ("يفتح السوق في مايو لا في مارس كما أعلن المدير", None),
        ("كما أعلنت البلدية إغلاق الساحة", Standing.ANNOUNCED),
        ("تبني البلدية خطا لقطار سريع", None),
        ("تبني البلدية خطا بملحق سري", Standing.UNCONFIRMED),
        ("ذكرت الصحف أن البلدية تسلمت المصابيح", Standing.REPORTED),
        ("تسلمت البلدية المصابيح", None),
        ("زار الوزير السوق بعد توقيع العقد", None),
        ("بعد يوم من توقيع العقد وقعت البلدية عقدا آخر", Standing.SIGNED),
        ("ربما وقعت البلدية العقد", Standing.UNCONFIRMED),
        ("وقد تم توقيع العقد", Standing.SIGNED),
        ("وقد تتم المصادقة على العقد", Standing.UNCONFIRMED),
        ("وقد تعثرت المحادثات بشأن توقيع العقد", Standing.UNCONFIRMED),
        ("نفت البلدية أنها وقعت العقد", None),
        ("أقر مجلس المدينة الموازنة", Standing.ADOPTED),
        ("أجيزت الموازنة بأغلبية تسعة أصوات مقابل ثلاثة", Standing.ADOPTED),
        ("وإذا وافق مجلس المدينة بدأ العمل", None),
        ("أقر المجلس بوجود أخطاء في الحساب", None),
        ("توصل الباعة والبلدية إلى اتفاق مبدئي", Standing.ANNOUNCED),
        ("قال البنك إنه سيدفع كلفة الترميم", Standing.ANNOUNCED),
        ("وقع الطرفان ثلاثة عقود، إلى جانب عقود أخرى غير معلنة", Standing.SIGNED),
        ("عقود غير معلنة وقعها الطرفان", Standing.UNCONFIRMED),
        ("أدانت ثلاث بلديات توقيع العقد", None),
        ("وصل الوزير قادما من مدينة أعلنت الحداد", None),
        ("أكد المدير أن المعرض قائم، ونفى توقيع أي عقد", None),
        ("رحل الوفد، ونفت البلدية إبرام الصفقة", None),
        ("أقر المدير، الذي نفى توقيع العقد، بالخطأ", None),
        ("وقع الطرفان العقد، ونفى المدير وجود ملحق", Standing.SIGNED),
        ("وفيما وقعت البلدية العقد، تظاهر الباعة", Standing.SIGNED),
        ("تفتح السوق في مايو إن وقع الطرفان العقد هذا الأسبوع", None),
        ("سبق أن وقع الطرفان العقد نفسه في مايو", Standing.SIGNED),
    ],
)
def test_an_outcome_has_come_as_far_as_its_words_say(text: str, degree: Standing | None) -> None:
    """Denied and unconfirmed outweigh signed, signed outweighs announced; a mere date says nothing."""
    assert standing(text, ARABIC) is degree


def test_the_noun_of_denial_denies_nothing() -> None:
    """«نفى» denies; «نفي», which folds to the same letters, only speaks of a denial."""
    assert certainty("نفى الوزير الخبر", ARABIC) is Certainty.DENIED
    assert certainty("ليس ثمة تأكيد أو نفي رسمي للخبر", ARABIC) is Certainty.HEDGED


def test_a_deduction_stays_its_authors_though_its_word_is_cut() -> None:
    """What stands before the words in their sentence still tells that they conclude."""
    words = "السوق يحتاج إلى حارس آخر"
    assert certainty(words, ARABIC, before="ومن هنا فإن ") is Certainty.ATTRIBUTED
    assert certainty(words, ARABIC, before="وفي الصباح ") is Certainty.STATED


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("رفعت البلدية الأجرة", Certainty.STATED),
        ("بلغت الأجرة 40 دينارا في عام 2019", Certainty.STATED),
        ("دافع البلدية الأول هو المال، فقد خسرت 40 دينارا", Certainty.ATTRIBUTED),
        ("ستبلغ الأجرة 40 دينارا", Certainty.ATTRIBUTED),
        ("السوق قلب المدينة", Certainty.ATTRIBUTED),
        ("أغلقت السوق 3 مرات، وليس المطر سببا ولا الحر", Certainty.ATTRIBUTED),
        ("أغلقت السوق 3 مرات، لا في الشتاء ولا في الصيف", Certainty.ATTRIBUTED),
        ("لا يملك الباعة ولا الحراس أكثر من 40 دينارا", Certainty.STATED),
    ],
)
def test_an_opinion_piece_states_plain_facts_only(text: str, degree: Certainty) -> None:
    """An act or a figure is stated; motives, what is to come and what it thinks is its author's."""
    assert certainty(text, ARABIC, opinion=True) is degree


def test_what_is_put_to_the_vote_is_not_adopted() -> None:
    """The noun names the matter; only the act, or that it took place, says that it was passed."""
    assert standing("دخل النواب القاعة وخرجوا دون تصويت على مشروع المصادقة على اتفاق المياه", ARABIC) is None
    assert standing("تمت المصادقة على اتفاق المياه في جلسة مسائية", ARABIC) is Standing.ADOPTED


def test_who_opposes_or_asks_for_a_signing_has_not_signed() -> None:
    """«Objected to the signing of …» is no signed outcome; nor is a demand for one."""
    assert standing("اعترضت كتلة النهر البرلمانية على توقيع اتفاق المياه، الذي جرى يوم الأحد", ARABIC) is None
    assert standing("طالبت النقابة بتوقيع اتفاق المياه فورا", ARABIC) is None
    assert standing("رفضت النقابة العرض الأول ثم وقعت اتفاق المياه", ARABIC) is Standing.SIGNED
    assert standing("رفض البرلمان القانون، ووقع الوزير اتفاق المياه", ARABIC) is Standing.SIGNED


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("رفضت الحكومة العرض الأول ووقعت اتفاقا مع عمال الموانئ", Standing.SIGNED),
        ("طالب النواب بالشفافية ووقع الوزير الاتفاق أمس", Standing.SIGNED),
        ("رفضت الحكومة العرض الأول وأعلنت توقيع اتفاق مع عمال الموانئ", Standing.SIGNED),
        ("رفض الوزير العرض الأول وقرر توقيع اتفاق مع عمال الموانئ", Standing.SIGNED),
        ("رفضت النقابة العرض الأول ومضت إلى توقيع اتفاق مع البلدية", Standing.SIGNED),
        ("رفض الوزير العرض الأول ومضى إلى توقيع اتفاق مع البلدية", Standing.SIGNED),
        ("رفض الوزير العرض الأول وشهد توقيع اتفاق مع البلدية", Standing.SIGNED),
        ("دعا الوزير إلى الهدوء وأقر المجلس الموازنة", Standing.ADOPTED),
        ("حذر النواب من الدين واتفق الوزيران على جدول السداد", Standing.ANNOUNCED),
    ],
)
def test_what_was_opposed_first_takes_nothing_from_what_was_done_then(text: str, degree: Standing) -> None:
    """A verb of its own tells the act, or a verb joined to it leads on to it."""
    assert standing(text, ARABIC) is degree


@pytest.mark.parametrize(
    "text",
    [
        "رفضت النقابة العرض وانتقدت توقيع الاتفاق",
        "رفضت النقابة العرض ووصفت توقيع الاتفاق بالخيانة",
        "رفضت النقابة العرض واعتبرت الكتلة توقيع الاتفاق خيانة",
        "رفضت النقابة العرض وقالت الكتلة إن توقيع الاتفاق مستحيل",
        "هاجم النواب العقد ووقت توقيعه وتوقيت توقيع الاتفاق",
        "رفضت الكتلة القانون بأغلبية ساحقة من أعضائها",
        "انتقدت النقابة العقد الذي وقع الأسبوع الماضي",
        "رفض النواب ما اتفق عليه الوزيران",
    ],
)
def test_what_is_opposed_by_its_name_is_not_done_by_who_opposes(text: str) -> None:
    """Joined to another verb of opposing, to nouns, as a noun, or as what is named before."""
    assert standing(text, ARABIC) is None


@pytest.mark.parametrize(
    ("text", "opinion", "view"),
    [
        ("فالبلدية تعرف أكثر مما تقوله للباعة", True, True),
        ("الدافع الأول للبلدية مال الرسوم", True, True),
        ("الأرجح أن السوق لن يفتح قبل الصيف", True, True),
        ("أغلقت البلدية السوق القديم", True, True),
        ("بلغ الرسم 30 دينارا", True, True),
        ("قال المدير إن السوق لن يفتح قبل الصيف", True, False),
        ("فالبلدية تعرف أكثر مما تقوله للباعة", False, False),
        ("ارتفع الرسم، ما يعني أن الباعة سيدفعون الضعف", False, True),
        ("قال المدير إن الرسم ارتفع، ما يعني أن الباعة سيدفعون الضعف", False, False),
        ("تخشى البلدية أن يرى الباعة في الرسم عقابا لهم", True, True),
        ("ليس أسهل على البلدية من أن تشير إلى الباعة", True, True),
        ("وضعت البلدية يدها على السوق كله وأضافت إليه ساحة العربات", True, True),
        (
            "البلدية لا تحب أن يبقى الباعة في قلب المدينة، وتتحدث صحف عن سوق جديد، يقول تجار إنه جاهز",
            True,
            True,
        ),
        ("أول ما يلفت في القرار أنه اعترف، من دون أن يقول ذلك، بحق الباعة", True, True),
        ("دافع المدير عن القرار بالقول إن السوق ضاق بأهله، وهي حجة معقولة", True, True),
        ("وقد أصاب النقيب حين قال إن السوق ضاق بأهله", True, True),
        ("يقول المدير إن السوق ضاق بأهله. والأرجح أنه لم يزره", True, True),
        ("قد يكون في هذا مبالغة، فالباعة قالوا ذلك من قبل وقالت النقابة مثله", True, True),
        ("ضاق السوق بأهله، بحسب النقابة، ولا مكان فيه لعربة واحدة", True, False),
        ("بعد أسبوع من إغلاق السوق، قال المدير إن الباعة سيعودون", True, False),
        ("أغلقت البلدية السوق القديم، وقال المدير إن الباعة سيعودون", True, False),
        ("كتب النقيب أن السوق ضاق بأهله، وأن الباعة تعبوا", True, False),
        ("ارتفع الرسم على الكبار فحسب، ولا شك", False, True),
    ],
)
def test_a_view_is_its_authors_conclusion(text: str, opinion: bool, view: bool) -> None:  # noqa: FBT001 - parameters of a test
    """In a piece of opinion all but what others say, elsewhere what is concluded."""
    assert is_view(text, ARABIC, opinion=opinion) is view


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("قال المدير «قد نغلق القاعة قبل أن يأتي الشتاء»", Certainty.ATTRIBUTED),
        ("قال المدير إن القاعة «الكبرى» قد تغلق", Certainty.HEDGED),
        ("لا يمكن أن تستمر الحافلات هكذا", Certainty.STATED),
        ("يمكن أن تستمر الحافلات هكذا", Certainty.HEDGED),
        ("وذكر البيان أن المستأجر سيدفع رسما عن كل قارب", Certainty.ATTRIBUTED),
        ("سيدفع القرار الباعة إلى الرحيل", Certainty.HEDGED),
        ("أعلنت البلدية أنها ستزيد عدد الحافلات", Certainty.ATTRIBUTED),
        ("أعلنت البلدية أن من المرجح أنها ستزيد عدد الحافلات", Certainty.HEDGED),
        ("على بعد خطوات تبدو شوارع السوق خالية", Certainty.STATED),
        ("على بعد أيام من العيد، تبدو البلدية مستعدة لفتح السوق", Certainty.HEDGED),
        ("تبدو البلدية مستعدة لفتح السوق", Certainty.HEDGED),
    ],
)
def test_what_is_said_flatly_or_in_quotation_is_not_hedged(text: str, degree: Certainty) -> None:
    """A «may» within somebody's own words is his; what cannot be, is paid or is seen is no guess."""
    assert certainty(text, ARABIC) is degree


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("المدن كلها وقعت في هذا الفخ ودفعت ثمنه", None),
        ("وقعت في المدينة القديمة أربعة حوادث", None),
        ("كان وقع الخبر على الباعة محدودا", None),
        ("وقعت البلدية في المدينة القديمة اتفاقا مع الباعة", Standing.SIGNED),
        ("ووقع عن الباعة رئيس نقابتهم", Standing.SIGNED),
        ("لم يقرأ الحارس نص العقد الذي وقعته البلدية ووقعت على نسخته النقابة", None),
        ("زار المدير السوق الذي وقعت البلدية عقده", None),
        ("ينص العقد الذي وقعت البلدية على فتح السوق", Standing.SIGNED),
        ("ورد المدير بأن ما وقعت عليه البلدية عقد مؤقت", None),
        ("فتحت البلدية السوق قبل شهر واحد من توقيع عقد الصيانة", None),
        ("تسعى البلدية إلى توقيع عقد الصيانة", None),
        ("تمهيدا لتوقيع العقد زار المدير السوق", None),
        ("جرى أمس توقيع عقد الصيانة", Standing.SIGNED),
        ("دعت النقابة إلى تحقيق، بينما أعلنت البلدية إغلاق الملف", None),
        ("خفضت البلدية الرسم إلى 20 دينارا بدلا من 30 أعلنت في الشتاء", None),
        ("تعتزم البلدية فتح السوق، على أن تعرض، بحسب مصدر فيها، خصما على الباعة. وقد يرفض الباعة ذلك", None),
        ("قد تفتح البلدية السوق في الربيع", Standing.UNCONFIRMED),
        ("أغلقت البلدية السوق، واستغنت بحسب متحدث باسمها عن عشرة حراس", None),
        ("بحسب النشرة، أغلقت البلدية السوق", Standing.REPORTED),
        ("امتنع خمسة عن التصويت، بحسب ما أعلنته رئيسة المجلس", Standing.ANNOUNCED),
        ("امتنع خمسة عن التصويت، بحسب ما نشرته الصحيفة", Standing.REPORTED),
        ("أغلقت البلدية السوق القديم، بحسب ما قال حارسه", Standing.REPORTED),
        ("نشرت البلدية الأصوات مفصلة بحسب الأحياء", None),
        ("نشأ الخلاف في الشتاء. ثم وقعت البلدية عقدا جديدا", Standing.SIGNED),
    ],
)
def test_the_main_verb_tells_how_far_an_outcome_has_come(text: str, degree: Standing | None) -> None:
    """No clause that describes, compares or stands beside does, nor a word that means «fell»."""
    assert standing(text, ARABIC) is degree


FREEZE = "وأعلنت البلدية تجميد عقد الصيانة حتى الربيع."


@pytest.mark.parametrize(
    ("later", "degree"),
    [
        ("ونفت الشركة أن تكون قد وافقت على التجميد.", Standing.ANNOUNCED),
        ("ونفت الشركة استخدام مصابيح قديمة، كما نفت علمها بالأمر.", Standing.ANNOUNCED),
        ("ونفت الشركة ذلك.", Standing.DENIED),
        ("ولم يتسن التحقق من ذلك من مصدر آخر.", Standing.UNCONFIRMED),
        ("وقد ترفض الشركة العرض.", Standing.ANNOUNCED),
    ],
)
def test_a_later_sentence_adds_but_that_it_is_denied_or_not_confirmed(later: str, degree: Standing) -> None:
    """What is denied of something else leaves the act as it is."""
    assert standing(f"{FREEZE} {later}", ARABIC) is degree
    assert (certainty(f"{FREEZE} {later}", ARABIC) is Certainty.DENIED) == (degree is Standing.DENIED)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("رفضت هيئة الصيد طلب الشركة. ونفت الهيئة في الوقت نفسه ما نشرته صحيفة عن بيع المرفأ.", False),
        ("سقطت قذيفتان قرب المنارة. ونفى الجيشان مسؤوليتهما عنها.", False),
        ("يحصل المجلس رسما على كل شاحنة. وينفي المجلس ذلك.", True),
        ("ترددت أنباء عن بيع المرفأ. ونفت الهيئة الخبر.", True),
        ("ونفت هيئة الصيد أن تكون باعت المرفأ. وقالت إنها ستنشر العقد.", True),
        ("تحدثت صحيفة عن بيع المرفأ. وقالت الهيئة إن ذلك لا أساس له.", True),
    ],
)
def test_a_later_sentence_denies_its_own_matter(text: str, *, denied: bool) -> None:
    """A line is denied where its first sentence denies, or a later one denies what that says."""
    assert (certainty(text, ARABIC) is Certainty.DENIED) == denied


def test_a_denial_is_no_denied_outcome() -> None:
    """«Denied» beside «denied that …» would read as a denied denial; a claim that is answered is denied."""
    assert standing("ونفت هيئة الصيد أن تكون باعت المرفأ.", ARABIC) is None
    assert standing("أعلنت الشركة شراء المرفأ. ونفت الهيئة ذلك.", ARABIC) is Standing.DENIED


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            'قالت المديرة إن الموعد الجديد "لن يكون قبل الصيف". ونفت أن يكون ذلك إلغاء للمعرض',
            Certainty.ATTRIBUTED,
        ),
        ("قالت مجلة إن المدير باع اللوحات. ونفت إدارة المتحف ذلك", Certainty.DENIED),
        (
            "دعا النادي إلى مقاطعة المعرض. وقال رئيسه إن أحدا لم يسأله. وتنفي الإدارة ذلك",
            Certainty.ATTRIBUTED,
        ),
        ("نفت الإدارة نقص الحراس، غير أن رئيس النقابة قال إن القاعات بلا حراس", Certainty.ATTRIBUTED),
        ("نفت الإدارة نقص الحراس. أما البلدية فأكدت أنها سترسل غيرهم", Certainty.ATTRIBUTED),
        ("نفت الإدارة نقص الحراس، لكنها قالت إنها ستعين غيرهم", Certainty.DENIED),
        ("قال رسامون إنهم شهدوا سرقة ثانية، لكن الإدارة تنفي صلتها بالمعرض", Certainty.ATTRIBUTED),
        ("نفى الحارس صلته بالسرقة", Certainty.DENIED),
        ("تكررت الشكاوى في القاعة الصغيرة؛ وهو ما نفت الإدارة أن تكون علمت به", Certainty.STATED),
        ("قالت صحيفة إن المدير استقال، وهو ما نفاه مكتبه", Certainty.ATTRIBUTED),
        ("تريد البلدية نقل المعرض إلى الميناء. وعلى الجانب الآخر تنفي الإدارة وجود خطة", Certainty.STATED),
    ],
)
def test_a_line_is_denied_where_its_whole_claim_is(text: str, firm: Certainty) -> None:
    """Neither by one who denies another matter or a link alone, nor where somebody holds against it."""
    assert certainty(text, ARABIC) is firm


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("وقع الاتفاق عن البلدية عمدتها، بعد جولات تعثرت مرتين بسبب الخلاف على الرسوم", Standing.SIGNED),
        ("أعلن العمدة أن البلدية قد توقع الاتفاق في الصيف", Standing.UNCONFIRMED),
        ("وأضاف العمدة أن الجانبين اتفقا على رسم واحد", Standing.REPORTED),
        ("اتفق الجانبان على رسم واحد", Standing.ANNOUNCED),
        ("في عام 1989 وقعت البلديتان بروتوكولا للسوق. غير أن إحداهما أعلنت بعد عام تعليق العمل به", None),
        ("وقعت البلديتان بروتوكولا للسوق. غير أن التجار قالوا إن الرسوم مرتفعة", Standing.SIGNED),
    ],
)
def test_what_one_side_claims_is_reported_and_what_was_given_up_stands_nowhere(
    text: str, degree: Standing | None
) -> None:
    """A signing that came hard is one; what only one side says both agreed on is its word."""
    assert standing(text, ARABIC) is degree
