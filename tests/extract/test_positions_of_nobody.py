"""Words of a stance with which nobody takes one: another's, of another time, of another sense."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.model import Position
from tests.builders import ARABIC, document


def taken(line: str, published: str | None = None) -> list[Position]:
    """The positions of an article of this line."""
    text = document(line, published=published) if published else document(line)
    return list(positions(text, ARABIC, quotes(text, ARABIC)))


@pytest.mark.parametrize(
    "line",
    [
        "امتنع سبعة عن التصويت وغاب ثلاثة، بحسب ما أعلنه رئيس المجلس الكيني.",
        "وزادت كلفة النقل، نظرا إلى استمرار تمرد المسلحين في الإقليم.",
        "تحتفي الحكومة الكينية بـ63 مليون يورو في العام.",
        "نفت الخارجية الكينية ما نشرته صحيفة محلية عن ملحق سري يسمح بعودة الطائرات.",
        "وأعلنت نقابة المعلمين الكينيين أنها ستوقع، لكنها لوحت بالإضراب إن لم يوقع الاتفاق قبل يوليو.",
        "وقال وزير الري الكيني سامي أوتيندي إن بلاده جاءت «لتضع الملف أمام جهة محايدة».",
        "ويقول النائب المعارض سامي أوتيندي إن الحكومة «اتهمت أولا وحققت ثانيا في ملف الجسر».",
        "فالشرطة الكينية لم تنشر أسماءهم، واكتفت بالقول إن بينهم ثلاثة أجانب.",
        "ولو كانت للدولة مصلحة، بحسب المتحدث باسم الحكومة الكينية، «لما عرّضت للخطر حقلا في السودان».",
        "كانت الحكومة الكينية تواجه غضب عشرات الآلاف ممن عجزوا عن سحب رواتبهم.",
        "وقالت الباحثة إيناس أوتيندي إن ردم البئر «ربما لم يكن هدفا، بل وسيلة لإخفاء السرقة».",
        "وقال وزير العمل الكيني سامي أوتيندي: «هذه الاتفاقية تحفظ حقوق الطرفين وتسد الباب أمام الوسطاء».",
        "أما في كينيا، حيث حل مجلس الأمة في مايو وعلقت بعض مواد الدستور، فتصدر المصادقة بمرسوم.",
        "إذ كان السودان يريد أن تعيد الشركة الرسوم، وهو ما رفضته كينيا إلى أن اتفق الجانبان على نصفها.",
        "وعزت الوزارة الكينية التأجيل إلى «أسباب فنية» تتعلق بالأنظمة.",
    ],
    ids=[
        "a number",
        "a genitive",
        "an amount",
        "a report",
        "unless signed",
        "a neutral body",
        "her critic",
        "a fact",
        "were it so",
        "meets with",
        "maybe",
        "keeps",
        "dissolved",
        "until agreed",
        "puts down to",
    ],
)
def test_nobody_takes_a_stance(line: str) -> None:
    """A bare number votes not, a critic's words are not those of whom he blames, a cause is no comfort."""
    assert taken(line) == []


def test_a_call_of_long_ago_is_no_stance_of_today() -> None:
    """The year behind the verb tells it; one of these years does not."""
    line = "ودعت الأمم المتحدة السودان عام {} إلى ضبط النفس في الإقليم."
    assert taken(line.format(1979), "2023-06-14") == []
    assert taken(line.format(2023), "2023-06-14")


@pytest.mark.parametrize(
    ("line", "actor", "stance", "target"),
    [
        ("وتحفظت الخرطوم، وفق مصدرين، على مرشح أول من كينيا.", "السودان", "oppose", "مرشح أول من كينيا"),
        (
            "وصف زعيم المعارضة كاما أوتيندي، الذي يقود الحركة، نتيجة الاقتراع بأنها «بيع للبلاد كلها».",
            "كاما أوتيندي",
            "oppose",
            "نتيجة الاقتراع",
        ),
        ("وقال الرئيس الكيني إن السودان «يرفض الرسوم».", "السودان", "oppose", "الرسوم"),
    ],
    ids=["reserve", "his own name", "said of a state"],
)
def test_a_stance_is_taken_to_a_named_matter(line: str, actor: str, stance: str, target: str) -> None:
    """By whom the verb has for its subject, to what it has for its object."""
    ((found, how, matter),) = ((one.actor, one.stance.value, one.target) for one in taken(line))
    assert (found, how, matter) == (actor, stance, target)


def test_a_quotation_of_two_sentences_is_one_stance() -> None:
    """«… فلماذا قبلت؟ …، فمن يعتذر لمن؟» finds fault once."""
    line = "وقال النائب الكيني سامي أوتيندي: «إن كانت لديها أدلة فلماذا قبلت بلجنة؟ وإلا فكيف تعتذر لنا؟»."
    assert len(taken(line)) == 1
