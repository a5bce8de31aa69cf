"""Who says words that reach the text through a paper, a group, a house or an office told before."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def said(*lines: str) -> list[tuple[str | None, str | None, str]]:
    """The speakers, their offices and the words of the quotations of an article."""
    return [(one.speaker, one.role, one.text) for one in quotes(document(*lines), ARABIC)]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("ولم يصدر عن البنك الدولي سوى بيان مقتضب قال فيه إنه «أخذ علما بالقرار».", "البنك الدولي"),
        ("غير أن مصدرا قريبا من المجلس قال للوكالة إن المسودة «ورقة عمل أولى».", "مصدر قريب من المجلس"),
        (
            "وكانت وكالة تصنيف ائتماني دولية قد خفضت النظرة إلى الديون، مشيرة إلى «مخاطر متزايدة».",
            "وكالة تصنيف ائتماني دولية",
        ),
        ("استقبل المزارعون الخبر بفتور. ويقول أحدهم: «قلصوا الحصة وقالوا هذا لكم».", "أحد المزارعين"),
        (
            "وبرر رئيس البلدية قراره الجديد بأن «المدينة التي تصغي إلى أهلها لا تضعف».",
            "رئيس البلدية",
        ),
        (
            "ويخالف ذلك ما صرح به مدير الميناء نزار حاجم. فقد قال لإذاعة محلية إن الفريق «رأى الجدول كله».",
            "نزار حاجم",
        ),
        (
            "وقالت وزارة الري الكينية في بيان أمس إن ما تردد عن قرض قيمته نحو مليون دولار «عار من الصحة».",
            "وزارة الري الكينية",
        ),
    ],
    ids=["paper", "close to", "house that had", "one of them", "justified", "told before", "far predicate"],
)
def test_who_speaks_is_found_where_the_text_tells_it(line: str, speaker: str) -> None:
    """A paper, a group, an office and a sentence before tell whose words follow."""
    assert [one for one, _, _ in said(line)] == [speaker]


@pytest.mark.parametrize(
    "line",
    [
        "في وقت نفت فيه نيروبي أن تكون قد قبلت دفع تعويضات لأسر ضحايا المركب «نجمة الشمال».",
        "وقالت وزارة الري إن «بضعة أشخاص» يخضعون للتحقيق في الميناء.",
    ],
    ids=["vessel", "two words"],
)
def test_a_name_or_a_pair_of_words_is_no_speech(line: str) -> None:
    """The name of a vessel and what a clause is only about are nobody's words."""
    assert said(line) == []


def test_a_written_notice_has_no_speaker() -> None:
    """Words written over a board are nobody's."""
    line = "واللوحة معلقة في مكانها، وقد كُتب فوقها بخط اليد «متوقف حتى إشعار آخر»."
    assert all(one is None for one, _, _ in said(line))


def test_a_clause_of_somebody_else_ends_a_turn() -> None:
    """Behind «while» another acts: what «he said» next is not given to the first."""
    line = "رحب الاتحاد العام للنسيج بالقرار، في حين أبدى تاجر أقمشة تشككه. وقال «الكلفة أعلى من ذلك بكثير»."
    assert [one for one, _, _ in said(line)] == [None]


def test_a_rank_is_of_the_man_and_an_office_stays_known() -> None:
    """No rank ends an office; a later quotation of the same person has the office told before."""
    told = said(
        "وأفاد المتحدث باسم وزارة النقل العميد حسام الطويل بأن القارب «غرق قبل الفجر بساعة».",
        "وأكد الطويل أن الطاقم «بخير ولا إصابات فيه».",
    )
    assert [role for _, role, _ in told] == ["المتحدث باسم وزارة النقل"] * 2


def test_an_office_is_the_one_person_named_with_it() -> None:
    """«The mayor of the town» is who was introduced with just these words."""
    told = said(
        "وكان رئيس البلدية كمال حاجم قد افتتح الجسر.",
        "وأكد رئيس البلدية أن العمل «سيتواصل إلى آخر العام».",
    )
    assert [(one, role) for one, role, _ in told] == [("كمال حاجم", "رئيس البلدية")]
