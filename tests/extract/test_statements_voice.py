"""What an author says in his own person, or argues, is no line of a brief."""

import pytest

from brief.clean import clean
from brief.extract.statements import statements
from brief.model import Certainty, Document, Facet, Source, Statement
from brief.segment import segment
from tests.builders import ARABIC, document

REPORTED = (
    "أغلقت البلدية المكتبة القديمة في قابس، ونقلت كتبها إلى مخزن قرب الميناء.",
    "وقال مدير المكتبة إن الترميم يحتاج إلى ثلاثة أعوام.",
    "وبلغ عدد الكتب التي نقلت 40 ألف كتاب.",
)


def column(*lines: str) -> Document:
    """An article that opens with a rubric of opinion."""
    text = "\n".join(("رأي", "مكتبة بلا كتب", "بقلم كاتب من قابس", *REPORTED, *lines))
    return segment(clean(Source(path="a.txt", text=text), ARABIC)[0], ARABIC)


def told(made: Document) -> list[str]:
    """The texts of the statements, those that lean among them."""
    return [one.text for one in statements(made, ARABIC)]


def of(made: Document, words: str) -> Statement:
    """The statement that holds some words."""
    return next(one for one in statements(made, ARABIC) if words in one.text)


@pytest.mark.parametrize(
    "line",
    [
        "نطالب البلدية بأن تعيد الكتب إلى رفوفها قبل الخريف.",
        "لا نلوم البلدية على الترميم في هذا الشتاء البارد.",
        "أعترف بأنني لم أزر المكتبة منذ عشرة أعوام.",
        "وأستبعد أن تعود الكتب إلى رفوفها قبل الخريف المقبل.",
        "نقدر احتمال عودة الكتب قبل نهاية الخريف بنحو الثلثين.",
        "لن أطلب من البلدية سوى نسخة من عقد الترميم القديم.",
        "وقيل لي إن الكتب ستبقى في المخزن إلى الخريف المقبل.",
        "في هذا المكان كتب عن المكتبة ثلاثة من محرري الصحيفة.",
        "كان يمكن أن تنقل الكتب إلى المدرسة لا إلى المخزن.",
        "كان ينبغي أن تنقل الكتب إلى المدرسة لا إلى المخزن.",
        "لنعترف أولا بأن سقف المكتبة كان في حاجة إلى ترميم.",
    ],
)
def test_an_author_of_opinion_who_speaks_of_himself_is_left_out(line: str) -> None:
    """«We», «I», the place where he writes, and what he finds should have been done."""
    assert not any(line.rstrip(".") in one for one in told(column(line)))


@pytest.mark.parametrize(
    "line",
    [
        "وقالت نقابة المكتبيين: «نطالب البلدية بأن تعيد الكتب إلى رفوفها».",
        "وأكد نقيب المكتبيين أننا نطالب البلدية بأن تعيد الكتب.",
        "واعترف مدير المكتبة بضياع مئة كتاب في أثناء النقل.",
        "واستبعد وزير الثقافة عودة الكتب إلى رفوفها قبل الخريف.",
        "نقلت الشاحنات 300 صندوق من الكتب إلى مخزن الميناء.",
    ],
)
def test_what_others_say_or_do_in_an_opinion_stays(line: str) -> None:
    """Quoted, handed over by a verb of speech, or a verb that only looks like «I»."""
    assert any(line.rstrip(".") in one for one in told(column(line)))


@pytest.mark.parametrize(
    "line",
    [
        "سيقول قائل إن الترميم أهم من فتح المكتبة في الشتاء.",
        "وقد يقال إن الميزانية لا تكفي لترميم المكتبة هذا العام.",
        "ويخطئ من يظن أن الكتب تعود إلى رفوفها بقرار.",
        "ولو فتحت المكتبة أبوابها في الصيف لتغيرت عادات القراء في المدينة.",
        "كان يمكن أن تحترق الكتب كلها لولا يقظة حارس المخزن.",
        "لم تكن المشكلة يوما في الكتب بل في من يقرأها.",
        "وفي القول شيء من الصواب، غير أنه يغفل سقف المكتبة القديم.",
        "المسألة إذن ليست في ميزانية المكتبة ولا في سقفها.",
        "ومع ذلك لا ينبغي تضخيم أثر الرطوبة في كتب المخزن.",
        "ولو رممت البلدية السقف وفق ما وعدت لكانت المكتبة مفتوحة اليوم.",
        "ولو نقلت الكتب وفقا للقانون لكانت الرفوف عامرة في الخريف.",
        "هكذا إذن: ثلاثة حراس ومفتاح واحد ضاع في ليلة ماطرة.",
        "ما أجمل المكتبة حين تغلق أبوابها في وجه القراء!",
        "لم يطرأ حتى كتابة هذه السطور أي جديد على ملف المكتبة.",
        "وخرج مدير المكتبة إلى القراء المنتظرين ليقول جملة واحدة: «أغلقنا».",
        "يقف الحارس العجوز عند باب المكتبة، ويعد على أصابعه الزوار القليلين.",
        "كانت زوجتي تقرأ في المكتبة القديمة مساء كل سبت.",
        "وعرفت جدتي طريق المكتبة القديمة قبل أن تعرف طريق السوق.",
    ],
)
def test_a_move_of_an_argument_is_left_out_of_any_text(line: str) -> None:
    """Supposed objections, what could have been, turns of phrase, advice, irony, a scene."""
    assert told(document(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "سيقول الوزير في خطابه غدا إن المكتبة ستفتح في الخريف.",
        "وقد يقال إن الميزانية لا تكفي، لكن البلدية صرفت نصفها على الحدائق.",
        "وقال المدير إن المشكلة ليست في الكتب بل في السقف.",
        "وقالت المديرة إنه كان يمكن إنقاذ الكتب لو وصل الحراس.",
        "كان يمكن رؤية دخان المخزن من الشاطئ الجنوبي للمدينة.",
        "لم تكن المكتبة يوما مغلقة في شهر رمضان من العام.",
        "كان على البلدية أن تسدد ثمن الرفوف قبل نهاية العام.",
        "وقال المدير: «ما أجمل المكتبة حين تفتح أبوابها للقراء!»، ثم غادر.",
        "ووصف المدير المخزن بكلمة واحدة، وتحدث ساعة عن الرفوف والسقف والكتب.",
        "يقف حزب العمل إلى جانب البلدية في ملف المكتبة.",
        "تجلس البلدية والنقابة إلى طاولة واحدة يوم السبت المقبل.",
        "لا يجوز إخراج الكتب من المخزن إلا بإذن مكتوب.",
        "لا يمكن تجاهل حكم المحكمة في ملف المكتبة، بحسب وزارة العدل.",
        "ولو أغلقت المكتبة لكانت المدارس أول الخاسرين، بحسب نقابة المعلمين.",
        "وكرمت بلدية قابس والدتي الطفلين الفائزين بجائزة القراءة.",
        "وقال حارس المكتبة: «كانت زوجتي تقرأ هنا مساء كل سبت».",
    ],
)
def test_what_only_looks_like_a_move_stays(line: str) -> None:
    """What somebody says, an answered objection, a fact with the same words."""
    assert any(line.rstrip(".") in one for one in told(document(line)))


def test_an_objection_is_told_with_its_answer_in_the_next_sentence() -> None:
    """Half of a rebuttal would be told as its author's view."""
    raised = "وقد يقال إن الميزانية لا تكفي لترميم المكتبة هذا العام."
    answer = "لكن البلدية صرفت نصفها على الحدائق، وبقي النصف الآخر بلا صرف."
    assert f"{raised} {answer}".rstrip(".") in told(document(f"{raised} {answer}"))
    assert raised.rstrip(".") not in told(document(f"{raised} {answer}"))


OWN = (
    "نعترف بأننا أخطأنا حين كتبنا عن المكتبة في الشتاء.",
    "لا نلوم البلدية على الترميم.",
    "ونسأل عن مصير الكتب كل يوم.",
)


def test_of_a_column_in_the_first_person_only_facts_and_others_words_are_told() -> None:
    """An act, a figure, a quotation; what its author thinks is left out, in an assessment it stays."""
    view = "وباتت المكتبة عنوانا لإهمال قديم لا يخجل منه أحد."
    fact = "ووعد رئيس البلدية القراء بأنه «سيعيد الكتب كلها إلى رفوفها»."
    assert any(view.rstrip(".") in one for one in told(column(view)))
    personal = told(column(*OWN, view, fact))
    assert not any(view.rstrip(".") in one for one in personal)
    assert any(fact.rstrip(".") in one for one in personal)
    assert any(REPORTED[2].rstrip(".") in one for one in personal)


def test_an_authors_view_is_marked_and_no_result() -> None:
    """It is not certain, and never an outcome; an act that he reports may be one."""
    view = of(column("انتهت حكاية المكتبة القديمة نهاية حزينة لا تليق بمدينة قابس."), "نهاية حزينة")
    assert view.view
    assert view.certainty is Certainty.ATTRIBUTED
    assert Facet.OUTCOMES not in [facet for facet, _ in view.facets]
    assert not of(column(), "أغلقت البلدية").view
    assert not of(document(*REPORTED), "40 ألف").view


def test_what_surely_is_of_another_facet_is_no_result_either() -> None:
    """An expectation that its weights make a result in the second place is an expectation."""
    line = "والأرجح أن البلدية لن تعلن فشل الترميم، لكنها ستؤجل فتح المكتبة إلى الربيع."
    told_of = of(column(line), "إلى الربيع").facets
    assert told_of[0][0] is Facet.IMPLICATIONS
    assert Facet.OUTCOMES not in [facet for facet, _ in told_of]


def test_what_surely_is_a_result_stays_one_in_an_opinion() -> None:
    """A verdict that a columnist tells is a result, though he tells it with no verb of the plainest."""
    verdict = of(column("وقضت المحكمة بإلغاء عقد الترميم وإعادة المكتبة إلى البلدية."), "وقضت")
    assert verdict.facets[0][0] is Facet.OUTCOMES


def test_a_line_of_an_opinion_bears_the_mark_of_any_sentence_of_it() -> None:
    """He tells what others say and concludes in the next sentence: «تقول البلدية … . والأرجح أنه …»."""
    line = "تقول البلدية إن الترميم سيكلف مليوني دينار. والأرجح أنه لن يغطي أكثر من نصف الكلفة."
    assert of(column(line), "نصف الكلفة").view
