"""Figures that a later source tells anew: the older line bears its day, the newer one renews."""

from decimal import Decimal

import pytest

from brief.disagree import discrepancies
from brief.extract.statements import statements
from brief.model import Evidence
from brief.overtaken import State, dated, overtaken, wordings
from brief.overtaken.figures import revisions
from tests.builders import ARABIC, claim, document

EARLY, LATE = "2021-03-01", "2021-03-09"


def state_of(early: str, late: str, days: tuple[str, str] = (EARLY, LATE)) -> tuple[State, dict[str, str]]:
    """What two articles make of each other, and the texts of their passages that are past or renew."""
    documents = [
        document(text, published=day, path=f"{number}.txt")
        for number, (text, day) in enumerate(zip((early, late), days, strict=True))
    ]
    told = [one for each in documents for one in statements(each, ARABIC)]
    found = overtaken(wordings(told), {one.id: one for one in documents}, ARABIC)
    texts = {one.anchor.text: "past" for one in told if one.anchor in found.past}
    return found, texts | {one.anchor.text: "renews" for one in told if one.anchor in found.renewing}


@pytest.mark.parametrize(
    ("text", "was", "new"),
    [
        ("ستسلم الشركة 12 حافلة بدلا من 20 كان مقررا تسليمها.", 20, 12),
        ("خفضت الهيئة تقديرها للمحصول من 4.6 إلى 4.1 مليون طن.", 4_600_000, 4_100_000),
        ("تبلغ الكلفة 31 مليون دينار لا 45 مليونا كما أعلنت البلدية.", 45_000_000, 31_000_000),
        (
            "بلغت الخسائر 7.4 مليون دينار، وهو رقم أدنى من تقديره السابق البالغ 9 ملايين.",
            9_000_000,
            7_400_000,
        ),
        (
            "رفع الوزير تقدير الكلفة إلى 5.2 مليار دينار، أي فوق الرقم المعلن، وهو 4.8 مليار.",
            4_800_000_000,
            5_200_000_000,
        ),
        ("استغرق الانقطاع 6 ساعات لا 11، بحسب الشركة.", 11, 6),
    ],
)
def test_a_figure_and_the_one_of_before(text: str, was: int, new: int) -> None:
    """Scales and units may stand beside only one of the two."""
    (found,) = revisions(text, ARABIC)
    assert (found.was, found.new) == (Decimal(was), Decimal(new))


@pytest.mark.parametrize(
    "text",
    [
        "تمتد الحديقة على 12 فدانا من أصل 20 فدانا.",
        "افتتح المتحف في 2019 بدلا من 2018.",
        "لا يعمل في المصنع سوى 12 عاملا.",
        "وصل 3 وزراء من 5 دول إلى المدينة.",
    ],
)
def test_two_figures_alone_are_no_revision(text: str) -> None:
    """A part of a whole, a year and an exception tell nothing anew."""
    assert not revisions(text, ARABIC)


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (
            "تنص الخطة على الاحتفاظ بـ640 عاملا من عمال المصنع.",
            "أعلن الوزير أن عدد الوظائف المحتفظ بها في المصنع سيصبح 705 بدلا من 640 بعد ضم الورشة.",
            True,
        ),
        (
            "خسرت المتاجر في السوق القديم نحو 9 ملايين دينار بسبب الحريق.",
            "بلغت خسائر متاجر السوق القديم 7.4 مليون دينار، وهو رقم أدنى من التقدير السابق البالغ 9 ملايين.",
            True,
        ),
        (
            "اشترى المتحف لوحة نادرة بسعر 9 ملايين دينار.",
            "بلغت خسائر متاجر السوق القديم 7.4 مليون دينار، وهو رقم أدنى من التقدير السابق البالغ 9 ملايين.",
            False,
        ),
        (
            "يرتفع إيجار مسرح الميناء إلى 63 ألف دينار.",
            "أقر مجلس المدينة، في رد على سؤال، بأن إيجار مسرح الميناء هو 57 ألف دينار لا 63 ألفا.",
            True,
        ),
        (
            "يرتفع إيجار مسرح الميناء إلى 63 ألف دينار.",
            "يدفع المستأجر فعليا عن مسرح الميناء 57 ألف دينار لا 63 ألفا.",
            True,
        ),
        (
            "اشترت الجامعة كتبا بمبلغ 63 ألف دينار.",
            "أقر مجلس المدينة، في رد على سؤال، بأن إيجار مسرح الميناء هو 57 ألف دينار لا 63 ألفا.",
            False,
        ),
        (
            "رفع البنك سعر الفائدة على القروض إلى 4 في المئة في يناير.",
            "ارتفع سعر الفائدة على القروض من 4 إلى 5 في المئة.",
            False,
        ),
    ],
)
def test_who_tells_the_figure_of_before_is_overtaken(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """The words around it are of one matter, and an act that was done stays done."""
    _, told = state_of(early, late)
    assert told == ({early.rstrip("."): "past", late.rstrip("."): "renews"} if over else {})
    assert "past" not in state_of(early, late, days=(LATE, EARLY))[1].values()
    assert "past" not in state_of(early, late, days=(EARLY, EARLY))[1].values()


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (
            "يقول لاعبون إن الشركة عرضت 90 مليون دينار لشراء النادي.",
            "نفى مدير الشركة أن تكون قد عرضت نحو 90 مليون دينار مقابل النادي.",
            True,
        ),
        (
            "خسر النادي 90 مليون دينار في موسمه الأخير.",
            "نفى مدير الشركة أن تكون قد عرضت نحو 90 مليون دينار مقابل النادي.",
            False,
        ),
        (
            "يقول لاعبون إن الشركة عرضت 40 مليون دينار لشراء النادي.",
            "نفى مدير الشركة أن تكون قد عرضت نحو 90 مليون دينار مقابل النادي.",
            False,
        ),
        (
            "قيل إن الشركة عرضت 90 مليون دينار لشراء النادي، وهو ما نفته الشركة.",
            "نفى مدير الشركة أن تكون قد عرضت نحو 90 مليون دينار مقابل النادي.",
            False,
        ),
        (
            "يقول لاعبون إن الشركة عرضت 90 مليون دينار لشراء النادي.",
            "أكد مدير الشركة أنها عرضت 90 مليون دينار مقابل النادي.",
            False,
        ),
    ],
)
def test_a_claim_that_a_later_source_denies_is_of_its_day(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """The same figure of the same act; who tells the denial too is left alone."""
    _, told = state_of(early, late)
    assert ("past" in told.values()) is over
    assert "past" not in state_of(early, late, days=(LATE, EARLY))[1].values()


@pytest.mark.parametrize(
    ("early", "late"),
    [
        (
            "يرتفع إيجار مسرح الميناء إلى 63 ألف دينار.",
            "أقر مجلس المدينة، في رد على سؤال، بأن إيجار مسرح الميناء هو 57 ألف دينار لا 63 ألفا.",
        ),
        (
            "يقول لاعبون إن الشركة عرضت 90 مليون دينار لشراء النادي.",
            "نفى مدير الشركة أن تكون قد عرضت نحو 90 مليون دينار مقابل النادي.",
        ),
    ],
)
def test_what_is_corrected_is_told_with_its_correction(early: str, late: str) -> None:
    """What corrects or denies it stands beside it as contrary, in place of others of that source."""
    documents = [
        document(early, published=EARLY, path="0.txt"),
        document(f"{late} ووصل 12 زائرا من تونس إلى متحف القرية يوم الخميس.", published=LATE, path="1.txt"),
    ]
    told = [one for each in documents for one in statements(each, ARABIC)]
    by_id = {one.id: one for one in documents}
    state = overtaken(wordings(told), by_id, ARABIC)
    new, other = (one for one in told if one.anchor.source == documents[1].id)
    first, *_ = dated([claim(told[0], other.anchor)], state, by_id, ARABIC)
    assert (first.overtaken, first.as_of) == (True, EARLY)
    assert first.evidence == (told[0].anchor, new.anchor)
    assert first.contrary == (new.anchor,)


def test_a_figure_told_anew_is_no_turn_of_the_matter() -> None:
    """The newer claim renews; all else that was told before is as fresh as it was."""
    early = "تنص الخطة على الاحتفاظ بـ640 عاملا من عمال المصنع."
    late = "أعلن الوزير أن عدد الوظائف المحتفظ بها في المصنع سيصبح 705 بدلا من 640 بعد ضم الورشة."
    documents = {
        one.id: one
        for one in (
            document(early, published=EARLY, path="0.txt"),
            document(late, published=LATE, path="1.txt"),
        )
    }
    told = [one for each in documents.values() for one in statements(each, ARABIC)]
    state = overtaken(wordings(told), documents, ARABIC)
    assert state.turn == ""
    old, new = dated([claim(one) for one in told], state, documents, ARABIC)
    assert (old.overtaken, old.renews, old.as_of) == (True, False, EARLY)
    assert (new.overtaken, new.renews) == (False, True)


@pytest.mark.parametrize(
    ("early", "late", "told"),
    [
        (
            "تنص الخطة على الاحتفاظ بـ640 عاملا من عمال المصنع.",
            "أعلن الوزير أن عدد الوظائف المحتفظ بها في المصنع سيصبح 705 بدلا من 640 بعد ضم الورشة.",
            True,
        ),
        (
            "اشترى المتحف 640 كتابا.",
            "أعلن الوزير أن عدد الوظائف المحتفظ بها في المصنع سيصبح 705 بدلا من 640 بعد ضم الورشة.",
            False,
        ),
    ],
)
def test_a_figure_told_anew_stands_beside_the_one_of_before(early: str, late: str, told: bool) -> None:  # noqa: FBT001 - a parameter
    """A revision is told as one where both speak of one matter."""
    documents = [document(early, published=EARLY, path="0.txt"), document(late, published=LATE, path="1.txt")]
    found = discrepancies([Evidence(document=one) for one in documents], (), ARABIC)
    assert [one.topic.startswith("المراجعة") for one in found] == ([True] if told else [])


def test_what_another_sentence_disputes_is_a_difference() -> None:
    """«19 hours, not 31» beside the 31 of the same article."""
    text = (
        "قالت الوزارة إن المحطة توقفت عن الضخ 31 ساعة بين السبت والأحد. "
        "وقدرت الشركة مدة توقف المحطة بـ19 ساعة لا 31، وفق بيانها."
    )
    (found,) = discrepancies([Evidence(document=document(text, published=EARLY))], (), ARABIC)
    assert ["31" in item.text for item in found.items] == [True, True]


def test_a_fear_denies_nothing_and_is_not_denied() -> None:
    """What somebody fears nobody has stated."""
    documents = [
        document(
            "وتخشى الشركات الصغيرة منح المصرف حقوقا حصرية على سوق الشاي في الميناء.",
            published=EARLY,
            path="0.txt",
        ),
        document(
            "ونفى الوزير منح المصرف حقوقا حصرية على سوق الشاي في الميناء.", published=LATE, path="1.txt"
        ),
    ]
    assert discrepancies([Evidence(document=one) for one in documents], (), ARABIC) == ()


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (
            "عرضت بلدية الساحل على الصيادين قوارب جديدة ومرسى مشتركا.",
            "وقال المتحدث إن بلدية الساحل تقترح الآن على الصيادين قاربا واحدا من دون مرسى مشترك.",
            True,
        ),
        (
            "عرضت بلدية الساحل على الصيادين قوارب جديدة ومرسى مشتركا.",
            "وقال المتحدث إن شركة النقل تقترح الآن رحلة واحدة إلى العاصمة.",
            False,
        ),
        (
            "ورفضت نقابة الصيادين عرض البلدية بشأن رسوم المرسى الجديد.",
            "وذكرت مواقع أن نقابة الصيادين قبلت العرض بشأن رسوم المرسى الجديد، لكن أمينها نفى ذلك.",
            False,
        ),
        (
            "ويحتاج العقد إلى مصادقة المجلس البلدي الذي يصوت عليه في الثاني عشر من مارس.",
            "أرجأ المجلس البلدي إلى 26 مارس التصويت على تأجير السوق القديم، والذي كان مقررا في 12 مارس.",
            True,
        ),
        (
            "وسيدفع المستأجر للسوق القديم إيجار العقد على أقساط سنوية.",
            "أرجأ المجلس البلدي إلى 26 مارس التصويت على تأجير السوق القديم، والذي كان مقررا في 12 مارس.",
            False,
        ),
    ],
)
def test_offers_and_days_that_are_replaced(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """What is offered now and the day of now take the place; a report that is denied takes none."""
    assert ("past" in state_of(early, late)[1].values()) is over


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (
            "ويمنح البند السابع مدير المسرح حق اختيار الممثلين دون لجنة.",
            "قضت المحكمة بعدم دستورية البند السابع المتعلق باختيار مدير المسرح للممثلين.",
            True,
        ),
        (
            "ويمنح البند السابع مدير المسرح حق اختيار الممثلين دون لجنة.",
            "قضت المحكمة بعدم دستورية ضريبة الزيتون في القرى الجبلية.",
            False,
        ),
        (
            "اختار مدير المسرح الممثلين وفق البند السابع في يناير.",
            "قضت المحكمة بعدم دستورية البند السابع المتعلق باختيار مدير المسرح للممثلين.",
            False,
        ),
        (
            "ويمنح البند السابع مدير المسرح حق اختيار الممثلين دون لجنة.",
            "رفضت المحكمة طلب إبطال البند السابع المتعلق باختيار مدير المسرح للممثلين.",
            False,
        ),
    ],
)
def test_terms_that_a_later_source_tells_as_annulled_are_past(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """What holds under them, not what was done under them, nor what a court refused to annul."""
    _, told = state_of(early, late)
    assert ("past" in told.values()) is over


@pytest.mark.parametrize(
    ("late", "renews"),
    [
        ("رفعت بلدية سوسة حصيلة انهيار المدرج إلى 11 قتيلا بعد العثور على جثتين.", True),
        ("وارتفع عدد القتلى في انهيار المدرج إلى 12 قتيلا بحسب بلدية سوسة.", True),
        ("رفعت بلدية سوسة حصيلة انهيار المدرج إلى 7 قتلى بعد العثور على جثتين.", False),
        ("قالت بلدية سوسة إن 11 قتيلا دفنوا في مقبرة المدينة بعد الظهر.", False),
        ("رفعت بلدية سوسة عدد الحافلات إلى 11 حافلة بعد شكاوى السكان.", False),
    ],
)
def test_a_toll_that_is_told_to_have_risen_renews_the_lower_one(late: str, renews: bool) -> None:  # noqa: FBT001 - of a test
    """Its words say that it rose, and an earlier source tells fewer of the kind, wherever that was."""
    early = "انهار مدرج الملعب في الليل وأسفر ذلك عن مقتل 9 قتلى بين الجمهور بحسب الشرطة."
    _, told = state_of(early, late)
    assert ("renews" in told.values()) is renews
