"""Who goes on speaking without a name: the subject of the sentence before, in its paragraph."""

import pytest

from brief.extract.quotes import quotes
from brief.model import Quote
from tests.builders import ARABIC, document


def told(*lines: str) -> tuple[Quote, ...]:
    """The quotes of an article of these paragraphs."""
    return quotes(document(*lines), ARABIC)


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (
            ('أما سائق الشاحنة رافع الدهمان فاختار طريق الجبل. ويقول "وقفت يوما كاملا وعدت فارغا".',),
            ["رافع الدهمان"],
        ),
        (
            (
                'ويشرح نقيب البحارة رافع الدهمان أن المطالب ثلاثة. ويقول "نريد خبزا لا مقاعد في اللجان".',
                'قرب المرفأ متجر صغير للشباك. يفتح صاحبه الباب ويقول "لي عند الوزارة ثلاث شحنات لم تصل بعد".',
            ),
            ["رافع الدهمان", None],
        ),
        (
            (
                'وقال نقيب البحارة رافع الدهمان إن الرسوم "لم يتفق عليها قط بين الطرفين".',
                'وأضاف في بيان "كنا نتوقع من الوزارة أن تراعي أننا في موسم الصيد".',
            ),
            ["رافع الدهمان", "رافع الدهمان"],
        ),
        (
            ('حين سئل الوزير سامي عواضة عن سبب التأخير، أجاب بأن "الظروف كانت استثنائية جدا".',),
            ["سامي عواضة"],
        ),
        (
            ('قال سامي عواضة إن النقل سيزيد عبر كينيا "إذا كان ذلك يسهل الأمر".',),
            ["سامي عواضة"],
        ),
        (
            ('وأوضح متعامل في المرفأ، فضل عدم ذكر اسمه، أن الشركات "لن تخفض الرسوم قبل الصيف".',),
            ["متعامل في المرفأ"],
        ),
        (
            (
                (
                    'وذكر بيتر مونيا، نائب رئيس المصرف، "أن المجلس أقر التمويل في جلسة استثنائية". '
                    'وأضاف، خلال مؤتمر صحافي عبر الإنترنت، "أن المصرف اشترط خطة للتحصيل".'
                ),
            ),
            ["بيتر مونيا", "بيتر مونيا"],
        ),
    ],
    ids=[
        "put first",
        "another paragraph",
        "in a statement",
        "was asked",
        "by way of",
        "unnamed",
        "a conference",
    ],
)
def test_words_go_on_with_whom_their_paragraph_names(
    lines: tuple[str, ...], speakers: list[str | None]
) -> None:
    """Not with a place behind «عبر», nor with who spoke a paragraph before, nor with «اسمه»."""
    assert [one.speaker for one in told(*lines)] == speakers


def test_how_somebody_speaks_is_no_name() -> None:
    """«قال مبتسما» tells how; the subject was put first two sentences before."""
    (found,) = told(
        "يقول رافع الدهمان إن الأمر صعب. أما الدهمان فجلس يراقب السفن. أحصى منها عشرا، ثم قال مبتسما "
        '"أعرف أسماء نصفها وكانت تدخل واحدة واحدة".'
    )
    assert found.speaker == "رافع الدهمان"


def test_a_paper_that_is_told_something_is_no_quotation() -> None:
    """«أبلغ "الرقيب" فلان»: the name of a paper, between a verb and who speaks."""
    line = 'وتحتاج الشبكة إلى يومين، حسبما أبلغ "الرقيب اليوم" سامي عواضة، نائب رئيس الشركة.'
    assert told(line) == ()


def test_a_role_keeps_the_name_that_it_breaks_off_before() -> None:
    """«محلل الشحن في شركة "المنارة"» is one role; no channel is called «قناة وهو»."""
    (found,) = told('وقال بيتر مونيا، محلل الشحن في شركة "المنارة" في كينيا: "نقدر أن ثلث الزيادة عابر فقط".')
    assert (found.role or "").startswith('محلل الشحن في شركة "المنارة"')
    (shown,) = told('ويضيف سامي عواضة للقناة وهو يشير إلى السفن "قالوا لنا إن الشركة رحلت عن هنا".')
    assert shown.via is None
