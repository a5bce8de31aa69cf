"""Words that another says, beside whom the text names nearer or before."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def speakers(*lines: str) -> list[str | None]:
    """The speakers of the quotes of an article."""
    return [one.speaker for one in quotes(document(*lines), ARABIC)]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (
            "وقالت الهيئة إن الحريق عرضي، فيما خلصت لجنة تحقيق بعد عام إلى أن الحراس «أهملوا التفتيش تماما».",
            "الهيئة",
        ),
        ("وحثت النقابة الطرفين، على لسان المتحدثة باسمها، على «البناء على هذا الزخم كله».", "الطرفين"),
        ("وتقتضي الأمانة القول إن المتحف آثر الصمت؛ فعبارة «مستعدون إذا طلب منا» لا تكفي.", "الأمانة القول"),
    ],
    ids=["an inquiry", "who are urged", "a phrase"],
)
def test_nobody_is_given_what_another_says(line: str, speaker: str) -> None:
    """The words are not of whom the sentence names beside who says them."""
    assert speaker not in speakers(line)


def test_whom_it_is_answered_to_is_no_speaker() -> None:
    """«Which the ministry answered (to it) with …»: the ministry speaks, not the party."""
    line = "انتقد حزب المرفأ إبرام العقد، وهو ما ردت عليه الوزارة بأن «العقود الصغيرة لا تحتاج إلى مصادقة»."
    assert speakers(line) == ["الوزارة"]


def test_a_preposition_is_no_family_name() -> None:
    """«A local official in …» names no «Mr In», and «who greeted them, then said» tells of another."""
    found = speakers(
        "وقال مسؤول محلي في المدينة، طلب عدم ذكر اسمه، إن البحارة عادوا.",
        "استقبلت المدينة البحارة بحضور الرئيس سامي أغ عواضة الذي صافحهم، ثم قال في كلمة قصيرة إن المدينة "
        "«لا تترك أبناءها أبدا».",
    )
    assert found == [None]


def test_who_is_asked_stands_in_the_sentence_before() -> None:
    """«When we reminded him …, he said»: who spoke in the sentence before, nobody of an earlier paragraph."""
    found = speakers(
        "ونفى المتحدث باسم الوزارة العقيد بشير القطان ذلك، مرجحا أن تكون الألغام «زرعها المهربون أنفسهم».",
        "ويرى قائد ميداني في الحركة، التقيناه عند حاجز، أن رجاله لن يرحلوا قبل الربيع. "
        "وحين ذكرناه بأن النص يجعل الخطوتين متزامنتين، ابتسم وقال: «الورق في العاصمة، ونحن هنا».",
    )
    assert found == ["بشير القطان", "قائد ميداني في الحركة"]
