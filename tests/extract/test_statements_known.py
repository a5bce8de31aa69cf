"""What a line takes as known: a surname, a deadline, «by it», a number of nothing, half of an argument."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


def alone(line: str, before: str = "افتتحت بلدية سوسة متحفا في قلب الحي القديم.") -> bool:
    """Whether the line is told without the sentence before it."""
    return line.rstrip(".").removeprefix("وقد ") in told(f"{before} {line}")


@pytest.mark.parametrize(
    "line",
    [
        "ويقول تجار تونسيون إن الفارق هو ثمن الخوف من الشتاء المقبل.",
        "ورفضت وزارة النقل التونسية تأكيد الموعد، فيما قالت البلدية إن الأعمال مستمرة.",
        "وقالت وزارة النقل التونسية إن القرار يشمل كل مراكب الصيد في الساحل.",
        "ويسدد المبلغ المتبقي، وهو 45 مليون دينار، على مدى عامين لبلدية صفاقس.",
        "وعلى أطراف المدينة توقفت مصانع يعمل فيها 600 شخص عن إنتاج الزجاج.",
        "على بعد كيلومترين، تبدو شوارع صفاقس أقل ازدحاما من المعتاد.",
        "يبقى الوزير بموجبه في منصبه حتى نهاية 2026 على أبعد تقدير.",
        "والمحكمة التونسية التي أوقفت البناء لا يرد ذكرها إلا في الديباجة.",
        "وقال رئيس لجنته المائية النائب جابر الخلف إن ميناء صفاقس لن يغلق.",
        "فإن هي اكتفت بتغيير اسم ميناء صفاقس، فستجد نفسها أمام إضراب آخر.",
        "ولو فعلت لكان موقف بلدية صفاقس أمام المحكمة أقوى بكثير.",
        "وقد جاء تحركها بعد شهرين من إضراب صيادي صفاقس في الربيع.",
        "لم يكن يبدو عليه أنه يفكر في ميناء صفاقس أو في سوسة.",
        "كان جدي، وهو من أهل صفاقس، يقول إن البحر لمن يملك الرصيف.",
        "وقالت بلدية صفاقس يوم الثلاثاء ثلاثة وعشرين، وصارت أمس تقول واحدا وأربعين.",
        "أما بلدية صفاقس فأعلنت 23 ثم 31، قبل أن تخفض الرقم يوم الأحد.",
        "لم يأت إضراب الصيادين في صفاقس من فراغ.",
        "وقال متحدث باسم خارجيتها يوم الأحد إن الرد سيكون بعد القمة.",
        "وحث تونس على توفير ضمانات للشركات الأجنبية في الميناء.",
        "وأضاف، خلال مؤتمر صحافي عبر الإنترنت، أن تونس اشترطت خطة جديدة.",
        'ويستدرك "لكننا انتظرنا سنوات طويلة قبل أن تفتح تونس الميناء".',
        "اجتمعوا في صفاقس يومين ولم يتفقوا على سعر السمك التونسي.",
        "أحصى منها 27 سفينة من سفن تونس والجزائر قبل المساء.",
        "وأرادت كذلك أن تتجنب بلدية صفاقس والوزارة طباعة النقود.",
        "وقالت محللة القطاع الدوائي لديها سلمى حداد إن صادرات تونس تراجعت.",
        "ليس موعد صلاة ولا عمل، بل موعد الماء في صفاقس.",
        "لا تختزل مشكلة ميناء صفاقس التونسي في سوء الإدارة.",
        "وتكشف أن وسيطا جزائريا وصل إلى صفاقس مساء الاثنين.",
        "كان يقول لي إن ميناء صفاقس سيغلق قبل أن يشيخ.",
    ],
)
def test_what_only_the_words_before_name_leans(line: str) -> None:
    """The reader cannot know which deadline, by what, of what, or who."""
    assert not alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "ويقول تجار تونسيون إن الفارق بين سعر صفاقس وسعر سوسة هو ثمن الخوف من الشتاء.",
        "ورفضت وزارة النقل التونسية تأكيد موعد الافتتاح الذي نشرته الصحف يوم الأحد.",
        "أصدرت وزارة النقل التونسية قرارا بوقف الصيد وقالت إن القرار يشمل كل المراكب.",
        "ويعيش نصف سكان بنين في كوتونو، العاصمة الاقتصادية، وفي القرى حولها.",
        "وعلى أطراف مدينة صفاقس توقفت مصانع يعمل فيها 600 شخص عن إنتاج الزجاج.",
        "على بعد كيلومترين من ميناء صفاقس، تبني الشركة التونسية رصيفا للسفن الكبيرة.",
        "وقعت تونس والجزائر اتفاقا يبقى الوزير بموجبه في منصبه حتى نهاية 2026.",
        "ونشرت تونس نص الاتفاق، ولا يرد ذكر المحكمة إلا في الديباجة.",
        "وقد جاء تحرك نقابة صيادي صفاقس بعد شهرين من إضراب الربيع.",
        "وإن اكتفت بلدية صفاقس بتغيير اسم الميناء، فستواجه إضرابا في الربيع.",
        "وأعلنت بلدية صفاقس 23 إصابة ثم 31 إصابة بين عمال الميناء.",
        "لم يأت إضراب الصيادين في صفاقس من فراغ، فقد تأخرت أجورهم عامين.",
        "وقال متحدث باسم وزارة الخارجية التونسية يوم الأحد إن الرد سيكون بعد القمة.",
        "وحث الاتحاد الأوروبي تونس على توفير ضمانات للشركات في الميناء.",
        "وأضاف وزير النقل التونسي، خلال مؤتمر صحافي، أن الأعمال ستبدأ يوم الأحد.",
        "واجتمع الصيادون في صفاقس يومين ولم يتفقوا على سعر السمك التونسي.",
        "وأحصى خفر السواحل التونسي 27 سفينة، منها ثلاث من الجزائر.",
        "ونفت بلدية صفاقس كذلك ما نشرته الصحف عن بيع الميناء للجزائر.",
        "وقالت محللة القطاع الدوائي في بنك الساحل سلمى حداد إن صادرات تونس تراجعت.",
        "وليس سرا أن ميناء صفاقس يخسر، بل إن بلدية سوسة تعرف ذلك منذ أعوام.",
        "لا تقتصر مشكلة ميناء صفاقس على سوء الإدارة، بل تشمل ديونه للجزائر.",
        "وتكشف بيانات البنك المركزي التونسي أن الصادرات تراجعت منذ الصيف.",
        "أوكيناوا أغلقت الميناء القديم أمام سفن تونس قبل موسم الشتاء.",
        "نيكاراغوا في خلاف مع تونس على ثمن القهوة منذ عامين.",
    ],
)
def test_what_is_named_in_the_line_stands(line: str) -> None:
    """The same words with what they mean."""
    assert alone(line)


FULL = "وقال عضو المجلس البلدي سامي حداد إن بلدية سوسة ستدير المتحف."
SURNAME = "وأكد حداد أن متحف سوسة سيفتح أبوابه يوم الأحد."


def test_a_surname_is_told_with_who_that_is() -> None:
    """With the sentence before that names him in full, or not at all."""
    both = f"{FULL} {SURNAME}".rstrip(".")
    printed = told(f"{FULL} {SURNAME}")
    assert both in printed
    assert SURNAME.rstrip(".") not in printed
    between = "ورحبت بلدية صفاقس بالافتتاح. وأغلقت تونس السوق القديم. وفتحت بلدية صفاقس بابه الشمالي."
    assert not any(SURNAME.rstrip(".") in one for one in told(f"{FULL} {between} {SURNAME}"))


def test_who_the_article_is_about_needs_no_introduction() -> None:
    """Named all along, he is known by his surname; so is one whose office stands in the line."""
    often = "وزار حداد صفاقس في الصيف. ووقع حداد عقد المتحف في تونس."
    assert SURNAME.rstrip(".") in told(f"{FULL} {often} {SURNAME}")
    office = "وأكد حداد، وهو مدير متحف سوسة، أن الأبواب ستفتح يوم الأحد."
    assert office.rstrip(".") in told(f"{FULL} ورحبت بلدية صفاقس بالافتتاح. {office}")


SET_UP = "يغري الخلاف على ميناء صفاقس بقراءته فصلا جديدا من تنافس الجزائر وتونس."
TURN = "غير أن هذه القراءة تحجب ما هو أهم، وهو عجز ميناء صفاقس عن دفع ديونه."


def test_a_reading_is_told_with_what_sets_it_aside() -> None:
    """Half of the argument would be the author's view of the contrary."""
    assert told(f"{SET_UP} {TURN}")[:1] == [f"{SET_UP} {TURN}".rstrip(".")]
    between = "ففي أسبوع واحد خسرت شركة جزائرية عقدا عمره ربع قرن في ميناء صفاقس."
    printed = [one for one in told(f"{SET_UP} {between} {TURN}") if one.startswith(SET_UP.rstrip("."))]
    assert printed == [f"{SET_UP} {between} {TURN}".rstrip(".")]
    assert SET_UP.rstrip(".") in told(f"{SET_UP} ووقعت تونس عقدا جديدا يوم الأحد.")


def test_what_is_replied_to_is_told_with_the_reply() -> None:
    """A claim without the answer that stands behind it would be told as if nobody contested it."""
    claim = "وذكرت صحيفة «الساحل» أن على بلدية صفاقس متأخرات قيمتها 61 مليون دينار."
    reply = "ورد مسؤول في بلدية صفاقس بالقول: «لا توجد أي متأخرات على البلدية»."
    assert told(f"{claim} {reply}")[0] == f"{claim} {reply}".rstrip(".")
    assert told(f"{claim} ورد الفعل في الأسواق كان محدودا يوم الأحد.")[0] == claim.rstrip(".")


def test_what_may_be_done_is_not_told_as_sure() -> None:
    """What help «will» do hangs on the help that only may come."""
    maybe = "وتحدث الخبراء عن مساعدة محتملة من الجزائر لميناء صفاقس."
    will = "مساعدة الجزائر في توسيع الميناء ستسمح لتونس بمضاعفة صادرات الزيت."
    assert will.rstrip(".") not in told(f"{maybe} {will}")
    assert will.rstrip(".") in told(f"وصلت سفن الجزائر إلى ميناء صفاقس. {will}")


def test_one_more_thing_that_a_text_lays_down_is_not_cut_off() -> None:
    """«ونقل …» behind «ينص على …» is a term, though a verb is spelled so: the sentence is told whole."""
    line = (
        "وينص الاتفاق بين تونس والجزائر على ضمان وظائف 3200 عامل مدة عام كامل، وصرف مكافأة قدرها 600 دينار "
        "لكل عامل في الميناء، ونقل صندوق التقاعد البالغة أصوله 37 مليون دينار إلى جهة مستقلة."
    )
    assert told(line) == [line.rstrip(".")]


def test_a_line_above_the_article_is_no_line() -> None:
    """It ends without the stop of all others, and the body tells the same in full."""
    head = "التوقيع في صفاقس يثبت سعر الماء ويؤجل التشغيل إلى 2028"
    body = (
        "وقعت تونس والجزائر عقد محطة صفاقس يوم الأحد. ويبدأ تشغيل محطة صفاقس في عام 2028. "
        "وتدفع بلدية صفاقس ثلث الكلفة. وتدفع الجزائر ثلثيها لشركة البناء التونسية."
    )
    assert head not in told(head, body)
    assert head in told(f"{head}.", body)
    assert head in told(head, body.replace(".", ""))
