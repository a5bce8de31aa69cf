"""Who is given words, and who takes a stance, where a sentence names somebody else beside them."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def speakers(*lines: str) -> list[str | None]:
    """The speakers of the quotes of an article."""
    return [one.speaker for one in quotes(document(*lines), ARABIC)]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (
            'وقالت المتحدثة باسم الحزب نسيمة أختر إن الحكومة "رهنت سيادة البلاد لأصدقائها".',
            "المتحدثة باسم الحزب",
        ),
        ('عبرت منظمة المرفأ عن قلقها، ودعت الجانبين إلى "وضع مصلحة البحارة أولا".', "منظمة المرفأ"),
        ('وقال نقيب البحارة، رافع الدهمان، في مؤتمر صحفي: "علقنا الإضراب ولم ننهه".', "رافع الدهمان"),
        ('وقال الأمين العام للأمم المتحدة: "نحتاج إلى هدنة في الوادي".', "الأمين العام للأمم المتحدة"),
        ('وأكد الأمين العام للأمم المتحدة أن "الإضراب مستمر".', "الأمين العام للأمم المتحدة"),
        ('"بعت سيارتي أولا، ولم يبق لي ما أبيعه"، يقول الرجل الذي يعمل منذ أعوام.', None),
    ],
    ids=["spoken of", "spoken to", "an office and a name", "an office", "an office's that", "the man"],
)
def test_words_are_given_to_who_says_them(line: str, speaker: str | None) -> None:
    """Not to whom they speak of or to; and to nobody where only «the man» says them."""
    assert speakers(line) == [speaker]


def test_words_go_on_with_the_quote_of_the_sentence_before() -> None:
    """«He added» follows whoever was quoted just before, not who spoke further back."""
    found = speakers(
        "تقول النقابة إن السبب هو تجميد الأجور.",
        'رفض نقيب البحارة رافع الدهمان هذا الاتهام، ووصفه بأنه "هروب من المسؤولية". '
        'وأضاف: "نريد خبزا لا مقاعد".',
    )
    assert found == ["رافع الدهمان", "رافع الدهمان"]


def test_the_name_of_a_paper_is_not_speech() -> None:
    """«A document that «The Observer» has seen» quotes nobody."""
    assert speakers("وبحسب وثيقة اطلعت عليها «الرقيب الساحلي»، سيضخ نحو مليار دولار في المرفأ.") == []


@pytest.mark.parametrize(
    "line",
    [
        "وهددت الوزيرة بالرحيل إن لم يوافق مجلس الوزراء على الاتفاق.",
        "لم يبد الأهالي ارتياحا كاملا لعودة الدروس.",
        "وحذر التقرير من أن ألف بحار تركوا المهنة.",
    ],
    ids=["unless", "not shown", "a report"],
)
def test_what_is_not_done_or_not_named_is_no_stance(line: str) -> None:
    """«Unless the cabinet agrees» is no consent, what is not shown no support, and a report nobody."""
    actors = {one.actor for one in positions(document(line), ARABIC)}
    assert not actors & {"مجلس الوزراء", "الأهالي", "التقرير"}


def test_a_stance_is_taken_to_no_preposition() -> None:
    """«Will not talk under pressure» is not against «under pressure»."""
    line = 'قال رئيس الوزراء صفوان العبيد إن حكومته "لن تفاوض تحت الضغط"، مستبعدا أي زيادة.'
    assert all(
        one.target is None or not one.target.startswith("تحت") for one in positions(document(line), ARABIC)
    )


def test_a_body_is_called_by_its_name_and_not_by_its_object() -> None:
    """«The authority put the losses at …» names no «authority of losses», nor its director."""
    lines = (
        "انهار جزء من القناة، بحسب هيئة مياه الوادي. وقال مدير الهيئة، طارق السقاف، إن الصيانة كانت منتظمة.",
        "وقدّرت الهيئة الخسائر بنحو 18 مليون درهم. ونفت الهيئة الاتهامات بالإهمال في القناة.",
    )
    assert "هيئة مياه الوادي" in {one.actor for one in positions(document(*lines), ARABIC)}
