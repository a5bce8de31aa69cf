"""Who is meant where a text names a speaker in short, or brings on somebody whom no list knows."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document

SAID = "«لن يغلق الجسر أمام أحد هذا الشتاء»"
NATIONAL = "وقال وزير النقل سامي عواضة إن الرصيف «سيفتح في موعده المعلن»."
FOREIGN = "وقال وزير المياه الكيني توماس أوندي إن بلاده تسلمت الرسوم كاملة."


def told(*lines: str) -> list[tuple[str | None, str | None]]:
    """Speaker and role of the quotes of an article."""
    return [(one.speaker, one.role) for one in quotes(document(*lines), ARABIC)]


def last(*lines: str) -> str | None:
    """The speaker of the last quote of an article."""
    return told(*lines)[-1][0]


@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        ((NATIONAL, f"{FOREIGN} ونفى الوزير ذلك، قائلا: {SAID}."), "توماس أوندي"),
        ((NATIONAL, FOREIGN, f"وأضاف الوزير: {SAID}."), "توماس أوندي"),
        ((NATIONAL, FOREIGN, "وبقي المرفأ مغلقا.", "وهدأت الريح.", f"وكان الوزير قد أكد: {SAID}."), "الوزير"),
        ((NATIONAL, "وبقي المرفأ مغلقا.", "وهدأت الريح.", f"وأضاف الوزير: {SAID}."), "سامي عواضة"),
        ((NATIONAL, f"وزار وزير النقل المرفأ. وقال الوزير: {SAID}."), "سامي عواضة"),
    ],
    ids=["the last one", "of the paragraph before", "of two far back", "the only one", "the office again"],
)
def test_a_definite_office_is_the_last_holder_named_near(lines: tuple[str, ...], speaker: str) -> None:
    """Not the one most often named; where two were named long before, the text alone tells which."""
    assert last(*lines) == speaker


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (f"قالت بلدية المرفأ في بيان إن الرصيف مغلق. وشدد البيان على أن {SAID}.", "بلدية المرفأ"),
        (f"زارت بلدية المرفأ الرصيف. وشدد البيان على أن {SAID}.", "البيان"),
        (f"قد تطلب لجنة المياه التأجيل، وهو احتمال قال رئيسها إنه {SAID}.", "رئيس لجنة المياه"),
        (f"أما الشركة الكينية فقال ممثلها في نيروبي توماس أوندي، في اتصال هاتفي، إن {SAID}.", "توماس أوندي"),
        (f"فقد قالت رئيستها عائشة بنت المصطفى للصحافيين إن {SAID}.", "عائشة بنت المصطفى"),
        (f"لكن دبلوماسيا عربيا في كمبالا قال لـ«الرقيب» إن الرسوم {SAID}.", "دبلوماسي عربي في كمبالا"),
        (f"وقد أحسن وزير المياه الكيني توماس أوندي حين قال إن {SAID}.", "توماس أوندي"),
        (f"قالت نقيبة البحارة هدى المراد إن المرفأ مغلق. ورفضت المزيد، مكتفية بالقول: {SAID}.", "هدى المراد"),
        (f"غير أن الشركة قدمت رواية أخرى. فقد قالت في رد من نيروبي إن {SAID}.", "الشركة"),
        (f"وقال متحدث باسمهم إنهم سيمضون إلى المرفأ، معتبرا أن {SAID}.", "متحدث باسمهم"),
        (f"وقال الأمين العام للاتحاد الهادي العواضي إن المرفأ مغلق. وأوضح: {SAID}.", "الهادي العواضي"),
    ],
    ids=[
        "a paper",
        "a paper of nobody",
        "whose office",
        "an agent",
        "a given name like a noun",
        "behind but",
        "before when",
        "content to say",
        "a company",
        "a pronoun is no name",
        "an office that ends as a plural does",
    ],
)
def test_words_are_given_to_who_stands_behind_a_short_name(line: str, speaker: str) -> None:
    """A paper speaks for who issued it, an office with a pronoun for whose it is."""
    assert last(line) == speaker


@pytest.mark.parametrize(
    ("office", "name", "role"),
    [
        ("وزير النقل الهادي ولد المصطفى", "الهادي ولد المصطفى", "وزير النقل"),
        ("وزير النقل السابق ولد المصطفى", "ولد المصطفى", "وزير النقل السابق"),
    ],
)
def test_a_given_name_with_the_article_is_no_word_of_the_office(office: str, name: str, role: str) -> None:
    """An adjective of the office stays there."""
    assert told(f"وقال {office} إن {SAID}.") == [(name, role)]


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("يدير كامل، وهو تاجر في الخمسين، متجرا قرب المرفأ. أغلقه أمس.", "كامل"),
        ("يقف الحاج سويلم، وهو صياد، قرب المرفأ.", "الحاج سويلم"),
        ("تدير هانيا، وهي طاهية، مطعما قرب المرفأ.", None),
        ("يعمل المرفأ، وهو الأكبر في البلاد، نصف يوم.", None),
        ("وصلت سفينة، وهي الأولى منذ عام.", None),
        ("يرى في ذلك خسارة، وهو أمر شائع.", None),
    ],
    ids=["he", "with an honour", "she", "a place", "a thing", "an object"],
)
def test_a_paragraph_brings_on_who_speaks_later(opening: str, speaker: str | None) -> None:
    """A name that no list knows behind its verb, with «and he is» behind a comma; no thing, and no woman."""
    assert last(f"{opening} يقول: {SAID}.") == speaker


@pytest.mark.parametrize(
    "line",
    [
        "وأعلن الوزير أن «بنك النيل للتنمية» طلب ضمانة جديدة.",
        "وقالت الوزارة إنها ستحصل على قرض من «بنك النيل للتنمية» الشهر المقبل.",
        "وقال جناح في «مجلس الدفاع عن الوادي» إنه يقبل الاتفاق.",
        "وأعربت الوزارة عن «قلقها».",
    ],
)
def test_a_name_or_a_feeling_is_no_quotation(line: str) -> None:
    """A bank that asks for something speaks no words."""
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "ووصفها الوزير سامي عواضة بأنها «شركة وهمية».",
        "وقال الوزير سامي عواضة إن «شركة النيل خدعت آلاف الصيادين في المرفأ».",
    ],
)
def test_what_is_said_of_a_company_is_a_quotation(line: str) -> None:
    """A judgement, or a sentence that opens with its kind."""
    assert last(line) == "سامي عواضة"
