"""What a statement needs of its neighbours: a sum, a speaker, somebody spoken to, a question, two parties."""

import pytest

from brief.extract.statements import statements
from brief.extract.statements.retold import retold
from brief.extract.statements.surroundings import Surroundings
from brief.model import Certainty
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements of an article that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


SUM = "وللنحالين في الوادي حسابان."
WHILE = "فبينما كان نقيبهم يطلب خفض سعر السكر، كانت جمعية المناحل تشتري منه ألف كيس."
SO = "ولا عجب في ذلك: فهم يخزنون السكر كل خريف قبل أن يرتفع سعره."


def test_what_unfolds_is_told_with_what_it_unfolds() -> None:
    """«So while …» takes along the sentence that it explains: «they» of the third are those of the first."""
    whole = f"{SUM} {WHILE} {SO}".rstrip(".")
    assert told(f"{SUM} {WHILE} {SO}") == [f"{SUM} {WHILE}".rstrip("."), whole]
    assert told(f"{WHILE} {SO}") == []
    assert told(WHILE.removeprefix("ف")) != []


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ('وهذه الكمية تكفي المناحل كلها حتى نهاية الشتاء المقبل".', False),
        ('تكفي الكمية مناحل الوادي كلها حتى نهاية الشتاء المقبل".', False),
        ('وقال النقيب إن الكمية تكفي مناحل الوادي حتى نهاية الشتاء".', True),
        ("تكفي الكمية مناحل الوادي كلها حتى نهاية الشتاء المقبل.", True),
    ],
)
def test_the_end_of_a_quotation_needs_who_speaks(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter
    """A mark that closes what nothing opens ends somebody's words: they are his who is named with them."""
    before = "أزهر الزعتر في سفوح الوادي قبل موعده. فتحت المناحل أبوابها مبكرا. وصل السكر إلى المخازن. "
    found = [one for one in told(f"{before}{line}") if line.rstrip(".") in one]
    assert bool(found) == stands


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("ثم ساد الصمت في القاعة: «لن نبيع خلية واحدة قبل الربيع المقبل».", False),
        ("ثم قال النقيب في القاعة: «لن نبيع خلية واحدة قبل الربيع المقبل».", True),
        ("ثم جاء رد تونس في القاعة: «لن نبيع خلية واحدة قبل الربيع المقبل».", True),
        ("وفي بيان للنحالين صباح السبت: «لن نبيع خلية واحدة قبل الربيع المقبل».", True),
        ("ثم علق النحالون فوق المناحل شعارا جديدا: «عسل الوادي».", True),
    ],
    ids=["nobody", "a verb", "a name", "a paper", "a term"],
)
def test_a_colon_hands_words_to_somebody(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """Behind a colon stand the words of somebody who is named before it."""
    assert told(line) == ([line.rstrip(".")] if stands else [])


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("يسرنا استقبالكم في معرض العسل الذي يقام قرب الجسر القديم.", False),
        ("وقال نقيب النحالين: «يسرنا استقبالكم في معرض العسل قرب الجسر».", False),
        ("ونقلت صحيفة عن نقيب النحالين قوله للصحيفة: «أشكركم على صبر طويل».", False),
        ("وقال نقيب النحالين للمزارعين: «يسرنا استقبالكم في معرض العسل قرب الجسر».", True),
        ("وقال نقيب النحالين مخاطبا زواره: «أشكركم على صبر طويل في هذا الموسم».", True),
        ("وقال نقيب النحالين أمام المجلس: «عسلنا لكم قبل أن يكون للأسواق البعيدة».", True),
        ("وقال نقيب النحالين إن تراكم الشمع يحتكم فيه إلى أهل الخبرة ومحاكم الوادي.", True),
    ],
    ids=["to readers", "to nobody", "to a channel", "to farmers", "addressing", "before", "no second person"],
)
def test_you_are_somebody(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """Who says «you» is quoted, and it is told to whom he speaks."""
    assert told(line) == ([line.rstrip(".")] if stands else [])


@pytest.mark.parametrize(
    ("question", "line", "stands"),
    [
        ("هل يكفي العسل؟", "نعم، فقد جمعت مناحل الوادي ألف قنطار قبل الصيف.", False),
        ("هل يكفي العسل؟", "سؤال متأخر، لكن النحالين لم يسمعوه قبل أن يباع الموسم كله.", False),
        ("هل يكفي العسل?", "نعم، فقد جمعت مناحل الوادي ألف قنطار قبل الصيف.", False),
        ("«هل يكفي العسل؟»", "نعم، فقد جمعت مناحل الوادي ألف قنطار قبل الصيف.", False),
        ('"هل يكفي العسل?"', "نعم، فقد جمعت مناحل الوادي ألف قنطار قبل الصيف.", False),
        ("", "سؤال متأخر، لكن النحالين لم يسمعوه قبل أن يباع الموسم كله.", False),
        ("", "الجواب عند النحالين بسيط: عسل أقل وشتاء أطول من كل شتاء.", False),
        ("", "الإجابة عن سؤال العسل تأتي من تونس في الربيع المقبل.", True),
        ("هل يكفي العسل؟", "جمعت مناحل الوادي ألف قنطار قبل أن ينتهي الصيف.", True),
    ],
    ids=[
        "yes",
        "a question",
        "Latin",
        "in marks",
        "both",
        "alone",
        "the answer",
        "the answer to",
        "a heading",
    ],
)
def test_an_answer_needs_its_question(question: str, line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter
    """A brief asks nothing, so what only answers is not told; what says all itself is."""
    assert told(f"{question} {line}".strip()) == ([line.rstrip(".")] if stands else [])


CROWD = (
    "زرعت تونس الزيتون في السهل الشمالي قبل سنوات.",
    "باعت المغرب زيتا كثيرا في أسواق الساحل هذا الخريف.",
    "اشترت الأردن شتلات زيتون من مشاتل السهل الشمالي.",
) * 3


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("وناقش خبراء الزراعة علاقات الجانبين قبل موسم الزيتون المقبل.", False),
        ("ويحمي العقد الجديد مصالح الطرفين قبل موسم الزيتون المقبل.", False),
        ("وذكر خبراء الزراعة أن البلدين يدرسان زراعة السهل معا.", False),
        ("ونقلت وكالة الغد التونسية عن ملك المغرب أن البلدين يدرسان زراعة السهل معا.", False),
        ("وناقشت تونس مع المغرب علاقات الجانبين قبل موسم الزيتون المقبل.", True),
    ],
    ids=["relations", "interests", "that the two", "an agency of a state", "both named"],
)
def test_whose_something_is_is_named(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """In an article on several states «the relations of both sides» are of two that the line names."""
    assert (line.rstrip(".") in told(*CROWD, line)) == stands


PAPER = "وقالت المجلة إن معمل العسل في الوادي أغلق أبوابه صباح السبت."


@pytest.mark.parametrize(
    ("before", "line", "certainty"),
    [
        (PAPER, "كما توقفت مناحل الوادي عن البيع منذ يوم الخميس.", Certainty.ATTRIBUTED),
        (PAPER, "توقفت مناحل الوادي عن البيع منذ يوم الخميس.", Certainty.STATED),
        (PAPER, "كما كان منتظرا توقفت مناحل الوادي عن البيع.", Certainty.STATED),
        (
            "وقال النقيب إن معمل العسل في الوادي أغلق أبوابه.",
            "كما توقفت مناحل الوادي عن البيع منذ يوم الخميس.",
            Certainty.STATED,
        ),
    ],
    ids=["as well", "news", "as expected", "no paper"],
)
def test_what_goes_on_with_a_report_is_its_papers_word(before: str, line: str, certainty: Certainty) -> None:
    """«As well» behind «the magazine said that …» tells on what the magazine said."""
    made = statements(document(f"{before} {line}"), ARABIC)
    assert made[-1].certainty is certainty


def test_a_report_goes_on_over_several_sentences() -> None:
    """Each «as well» behind another is the paper's, too."""
    more = "كما توقفت مناحل الوادي عن البيع منذ الخميس. كما ارتفع سعر الشمع في تونس مرتين."
    made = statements(document(f"{PAPER} {more}"), ARABIC)
    assert [one.certainty for one in made] == [Certainty.ATTRIBUTED] * 3


def test_a_report_may_go_on_without_end() -> None:
    """However many sentences add to it, each is looked at once."""
    text = document(PAPER + " كما توقفت مناحل الوادي عن البيع." * 1500)
    assert len(retold(Surroundings(text, ARABIC))) == 1500
