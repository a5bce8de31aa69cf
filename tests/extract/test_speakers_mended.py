"""Who speaks, told whole and alone: no name cut short, no pronoun, hearer or paper for a speaker."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document

SAID = "«سنعود إلى المرفأ حين تهدأ الريح تماما»"


def told(*lines: str) -> list[tuple[str | None, str | None]]:
    """The speakers of the quotes of an article of these lines, with their roles."""
    return [(one.speaker, one.role) for one in quotes(document(*lines), ARABIC)]


@pytest.mark.parametrize(
    ("line", "speaker", "role"),
    [
        (f"وقال دبلوماسي عربي يتابع الملف إن الصيادين {SAID}.", "دبلوماسي عربي", None),
        (f"وأوضح وسيط في سوق السمك، فضل عدم ذكر اسمه، أن الشركات {SAID}.", "وسيط في سوق السمك", None),
        (f"يقول مسؤول خليجي سابق التقيته قبل أيام إن الصيادين {SAID}.", "مسؤول خليجي سابق", None),
        (f"وقالت سهيلة القطان، مديرة مخبز في الحي، إن الناس {SAID}.", "سهيلة القطان", None),
        (
            f"وقال المتحدث باسمه حسن العتيق في بيان صوتي {SAID}.",
            "حسن العتيق",
            "",
        ),
        (
            f"وقال وزير الصيد محمد الأمين ولد الطيب الهاشم، الذي قاد الوفد، إن الصيادين {SAID}.",
            "محمد الأمين ولد الطيب الهاشم",
            "وزير الصيد",
        ),
        (
            f"ندد الاتحاد بالقرار. وقال أمينه العام الهاشمي الزبيري للوكالة عبر الهاتف {SAID}.",
            "الهاشمي الزبيري",
            "",
        ),
        (
            f"سحب أربعة نواب توقيعاتهم، وقال أحدهم، وهو النائب فارس الزهيري، إن الناس {SAID}.",
            "فارس الزهيري",
            None,
        ),
        (f"وقالت محللة قطاع الأسماك لديها ليان شو كاي، إن الناس {SAID}.", "ليان شو كاي", None),
        (f"نفت المتحدثة باسم الوزارة ليان شو وجود أي خلاف، وقالت إن الصيادين {SAID}.", "ليان شو", None),
        (f"أما سائق الشاحنة نادر كامل فاختار المرفأ البعيد. ويقول {SAID}.", "نادر كامل", None),
    ],
    ids=[
        "an adjective",
        "where he is",
        "an office is no name",
        "a family name",
        "behind his own spokesman",
        "a long name",
        "a name with the article",
        "one of them is named",
        "behind whose analyst she is",
        "an object is no name",
        "what answers «as for» is no name",
    ],
)
def test_a_speaker_is_told_whole(line: str, speaker: str, role: str | None) -> None:
    """With the words that belong to the name or the calling and no others; no office of nobody."""
    ((found, office),) = told(line)
    assert found == speaker
    assert role is None or office == (role or None)


@pytest.mark.parametrize(
    "line",
    [
        f"وذكر أحدهما أن الصيادين {SAID}.",
        f"زار الوزير المرفأ. وقال لإذاعة محلية {SAID}.",
        f"ورد البيان الاتهام إلى الجمعية، قائلا إنها {SAID}.",
        f"وعلى جدار البيت في حي قديم، شمالي الهند، ما زال الملصق في مكانه: {SAID}.",
        f"تعرف مصر المرفأ جيدا. وبحسب الجغرافية خديجة محمود من جامعة القاهرة، التي تقول: {SAID}.",
    ],
    ids=["one of two", "a hearer", "a paper", "a poster", "where she works"],
)
def test_nobody_is_a_speaker_who_is_none(line: str) -> None:
    """Rather nobody than a pronoun, a hearer, a paper, or the country of a place."""
    assert [speaker for speaker, _ in told(line) if speaker not in {"الوزير", None}] == []


def test_an_office_in_the_case_of_its_opener_speaks_behind_an_aside() -> None:
    """Who hears it is not who says it, and what the opener asks for is no part of the name."""
    line = f"إلا أن موظفا في المرفأ، طلب عدم كشف هويته، قال لفرانس برس إن الصيادين {SAID}."
    assert [speaker for speaker, _ in told(line)] == ["موظف في المرفأ"]


def test_sources_speak_and_not_the_agency_that_quotes_them() -> None:
    """«The agency quoted three sources»: the words are theirs."""
    line = f"وكانت وكالة أنباء البحيرة قد نقلت أمس عن ثلاثة مصادر مصرفية لم تسمها أن الصيادين {SAID}."
    assert told(line) == [("ثلاثة مصادر مصرفية", None)]


def test_a_clause_about_the_speaker_hands_over_nothing() -> None:
    """«The union, which suspended the membership of …, called on «…»»: the union calls."""
    line = "ودعا الاتحاد الأفريقي، الذي علق عضوية السودان منذ الخريف، «كل حملة السلاح هناك» إلى الهدوء."
    assert [speaker for speaker, _ in told(line)] == ["الاتحاد الأفريقي"]


@pytest.mark.parametrize(
    "line",
    [
        "وبعد ساعات أعلن «مجلس الصيادين في الوادي»، وهو فصيل محلي، رفضه الاتفاق.",
        "ووفقا لتقديرات مكتب «مرسى داتا» الاستشاري، قفزت العائدات.",
        "وتقول الحكومة إن الاتفاق يخدم خطة «المرفأ 2035»، وفي مقدمتها الرصيف.",
        "أعلنت الحكومة توصلها إلى اتفاق تعويض مع الشركة الهندية المنتجة، «سيرا فارما».",
        "وأكد ذلك لـ«المرسى» مصدران شاركا في المحادثات.",
    ],
    ids=["a body that acts", "an office's name", "a plan", "a firm beside its kind", "who hears it"],
)
def test_a_name_between_marks_is_no_quotation(line: str) -> None:
    """What a body, a plan, a firm or a paper is called is not said by anybody."""
    assert told(line) == []


def test_words_of_a_verb_are_said_behind_a_body_with_the_article() -> None:
    """«The forces are «purely preventive»» is what somebody says of them."""
    line = "ونفى وزير الداخلية سامي القطان ذلك، مؤكدا أن انتشار القوات «وقائي ومؤقت»."
    assert [speaker for speaker, _ in told(line)] == ["سامي القطان"]
