"""Whose words a quotation holds: names kept whole behind their office, subjects before and behind."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def said(*lines: str) -> list[tuple[str | None, str]]:
    """Speaker and words of each quotation."""
    return [(one.speaker, one.text) for one in quotes(document(*lines, published="2025-06-20"), ARABIC)]


def speaker(*lines: str) -> str | None:
    """The speaker of the last quotation."""
    return said(*lines)[-1][0]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "وقال وزير تقنيات الري الأردني سامي العواضة، في مؤتمر صحفي، إن السد «ينجز قبل الموعد».",
            "سامي العواضة",
        ),
        ("ويقول الباحث في اقتصاديات النقل رياض الكناني إن الخط «مربح إذا اكتمل».", "رياض الكناني"),
        ("فقد قال مديرها التجاري ماركو بيليني، في اتصال هاتفي، إن شركته «عرضت سعرا أقل».", "ماركو بيليني"),
        (
            "وقال المدير التنفيذي لـ«أطلسية» دوارتي ميراندو، في بيان، إن المرفأ «يعمل كالمعتاد».",
            "دوارتي ميراندو",
        ),
        (
            "قال رئيس تحالف «سنابل البر» شريف عبد الوهاب لـ«المرصد» إن الهدف «تقليص زمن التفريغ».",
            "شريف عبد الوهاب",
        ),
        ("يرى رئيسها، النقيب فؤاد العواد، أن الخطة «أفضل ما هو ممكن».", "فؤاد العواد"),
        ("وقالت سهى بن غرسة، وهي مهندسة مياه، إن العرض «جاء بلا ضمانات كافية».", "سهى بن غرسة"),
    ],
)
def test_a_name_behind_its_office_is_kept_whole(line: str, name: str) -> None:
    """Whatever completes the office, and whether or not a mark stands between."""
    assert speaker(line) == name


def test_an_office_of_another_on_the_way_gives_no_name() -> None:
    """Nor does how something was said between commas."""
    assert (
        speaker("قال المتحدث باسم البلدية، ردا على سؤال، إن الجسر «يفتح قبل الشتاء».")
        == "المتحدث باسم البلدية"
    )
    assert speaker("قال مسؤول في الوزارة، فضل إخفاء هويته، إن الجسر «يفتح قبل الشتاء».") == "مسؤول في الوزارة"


def test_to_whom_it_is_told_is_no_part_of_the_name() -> None:
    """«قال كامل لـ«المرصد»»."""
    assert speaker("وقال كامل لـ«المرصد»: «لا نعترض على الجسر بل على كلفته».") == "كامل"


def test_a_verb_behind_the_words_takes_who_spoke_in_the_sentence_before() -> None:
    """Not the speaker of the paragraph before."""
    lines = (
        "وقال الوزير سامي العواضة إن «المفاوضات جارية مع الشركات كلها».",
        "يقول بكاري، وهو صاحب محل في الحي، إنه سمع الخبر. «إن رخص الخبز فأهلا بالجسر»، يضيف ضاحكا.",
    )
    assert speaker(*lines) == "بكاري"


def test_who_had_said_it_stands_behind_was() -> None:
    """«وإن كان الوزير قد أكد أن», behind those who warn."""
    line = (
        "ويحذر محللون من التأخير، وإن كان الوزير الأردني سامي العواضة قد أكد أن بلاده «لا تتوقع تأجيلا آخر»."
    )
    assert speaker(line) == "سامي العواضة"


def test_who_denied_goes_on() -> None:
    """A subject before its verb speaks in the next sentence."""
    body = "لكن شركة «المنارة» نفت وجود أي خلل. وقالت في بيان إن العطل «محدود وقد أصلح»."
    person = "لكن مديرتها العامة سهى ديارا نفت ذلك. وقالت لـ«المرصد»: «التقينا الوزير ولم نوقع شيئا»."
    assert speaker(body) == "شركة «المنارة»"
    assert speaker(person) == "سهى ديارا"


def test_an_official_behind_but_is_told_in_the_case_of_a_heading() -> None:
    """«إلا أن مسؤولا في …، طلب …، قال»."""
    line = "إلا أن مسؤولا في الرئاسة الأردنية، طلب عدم كشف هويته، قال إن الحكومة «ستتحدث مع أبنائها»."
    assert speaker(line) == "مسؤول في الرئاسة الأردنية"


def test_who_was_asked_is_whom_the_sentence_before_puts_first() -> None:
    """«أما فلان فيهدد …. وحين سئل عن …، قال»."""
    lines = (
        "وقال النقيب فؤاد العواد إن «الأسعار لا تطاق».",
        "أما العواد فيهدد بالإضراب. وحين سئل عن القمح المسكوب، قال إنه سيعود: «لا أحد هنا يرمي الخبز».",
    )
    assert speaker(*lines) in {"فؤاد العواد", "العواد"}


@pytest.mark.parametrize(
    "line",
    [
        "وقال الوزير إن الصاروخ من طراز «غيمة عالية 3» سيطلق قريبا.",
        "وقال النائب سامي العواضة، من كتلة «التحالف من أجل الريف»، إن السعر مرتفع.",
        "وذكر الوزير أن المجلس سيناقش القانون «قبل نهاية أكتوبر».",
        "وقال الوزير إن الراتب سيصرف «الأسبوع المقبل» كاملا.",
        "واتهمت البلدية «بعض التجار» بالسعي إلى رفع الأسعار.",
        "ودعت الهيئة «جميع الأطراف» إلى الهدوء.",
        "ونفت البلدية تلك الأنباء «جملة وتفصيلا».",
    ],
)
def test_names_times_ways_and_objects_are_no_speech(line: str) -> None:
    """However near a verb of saying stands."""
    assert said(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "وقال الوزير في بيان «لا نملأ السد ضد أحد».",
        "وقال الوزير إن الاتفاق «خطوة مهمة» للبلدين.",
        "وقالت الهيئة إنها «أخذت علما» بالاتفاق.",
        "وقال الوزير إن الطريق «يفتح قبل نهاية العام».",
        "واتهمت البلدية التجار بأنهم «يكدسون الطحين» في المخازن.",
    ],
)
def test_few_words_behind_what_leads_in_speech_are_speech(line: str) -> None:
    """What is said may be short."""
    assert len(said(line)) == 1
