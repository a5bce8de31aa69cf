"""Rules of filing that outvote the weights."""

import pytest

from brief.facets.rulings import ruled
from brief.model import Facet
from tests.builders import ARABIC


def first(text: str, *facets: Facet, promised: tuple[Facet, ...] = ()) -> Facet:
    """The facet a statement is filed under that the weights file under these."""
    shares = tuple((facet, 0.5 / number) for number, facet in enumerate(facets, 1))
    return ruled(text, shares, promised, ARABIC)[0][0]


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        ("وكانت البلدية قد رفعت أجرة المواقف في الربيع", Facet.OUTCOMES, Facet.CONTEXT),
        ("رفعت البلدية أجرة المواقف", Facet.OUTCOMES, Facet.OUTCOMES),
        ("قرار البلدية إغلاق السوق جاء بعد يوم من الحريق", Facet.OUTCOMES, Facet.CONTEXT),
        ("تفاعلت وسائل إعلام محلية مع إغلاق السوق", Facet.OUTCOMES, Facet.REACTIONS),
        ("«لن يفتح السوق قبل الصيف»", Facet.OUTCOMES, Facet.REACTIONS),
        ("وذكرت البلدية أن من السلع التي يشملها القرار الفحم والخشب", Facet.REACTIONS, Facet.OUTCOMES),
        ("رفضت النقابة قيودا يشملها القرار", Facet.REACTIONS, Facet.REACTIONS),
        ("ويخشى الباعة أن تتراجع المبيعات", Facet.CONTEXT, Facet.IMPLICATIONS),
        ("إن زيارة الوزير تهدف إلى طمأنة الباعة", Facet.IMPLICATIONS, Facet.MOTIVES),
        ("سترفع الزيارة المبيعات وقد تهدف إلى أكثر", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        ("أغلقت البلدية الجسر تمهيدا لترميمه", Facet.MOTIVES, Facet.OUTCOMES),
        ("توجه الوزير بالشكر إلى رجال الإطفاء", Facet.MOTIVES, Facet.REACTIONS),
        ("وامتد الحريق مساء السبت إلى مخازن السوق", Facet.REACTIONS, Facet.CONTEXT),
        ("وفي السوق القديم، أكبر أسواق المدينة، فتح الباعة محلاتهم", Facet.REACTIONS, Facet.CONTEXT),
        ("واستمر اعتصام الباعة احتجاجا على القرار", Facet.REACTIONS, Facet.REACTIONS),
        ("ونفت البلدية أن تكون زيارة الوزير مرتبطة بالحريق", Facet.MOTIVES, Facet.REACTIONS),
        ("اتهم الباعة البلدية بإهمال السوق", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("وفي بيان وزع مساء السبت أدانت النقابتان إغلاق السوق", Facet.OUTCOMES, Facet.REACTIONS),
        ("وفي بيان للصحف تعهد الوزيران بترميم السوق", Facet.OUTCOMES, Facet.OUTCOMES),
        ("ودعت النقابة الباعة إلى الهدوء", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("ويساهم مصرف المدينة في الترميم بـ30 مليون دينار", Facet.IMPLICATIONS, Facet.OUTCOMES),
        ("وقد يساهم مصرف المدينة في الترميم بـ30 مليون دينار", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        ("وثمة مخاوف من انهيار سقف السوق", Facet.MOTIVES, Facet.IMPLICATIONS),
        ("يمكن أن يؤدي إغلاق السوق إلى هجرة الباعة", Facet.CONTEXT, Facet.IMPLICATIONS),
    ],
)
def test_grammar_outvotes_the_weights(text: str, filed: Facet, facet: Facet) -> None:
    """The pluperfect is no outcome, praise no motive, a fear no background."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        ("كما أن المباراة المقررة في يونيو ستجعل إغلاق الملعب أصعب", Facet.OUTCOMES, Facet.IMPLICATIONS),
        ("وسيدخل الفريق الموسم المقبل من موقع أضعف", Facet.OUTCOMES, Facet.IMPLICATIONS),
        ("قررت البلدية أنها ستغلق الملعب في يونيو", Facet.OUTCOMES, Facet.OUTCOMES),
        ("ستغلق البلدية الملعب بموجب العقد", Facet.OUTCOMES, Facet.OUTCOMES),
        ("عادت سيارات الإسعاف إلى الملعب", Facet.OUTCOMES, Facet.OUTCOMES),
        ("وقد تضطر البلدية إلى بيع الملعب لدفع الديون", Facet.MOTIVES, Facet.IMPLICATIONS),
        ("وقد أرادت البلدية بيع الملعب لدفع الديون", Facet.MOTIVES, Facet.MOTIVES),
        ("وقد توصلت البلدية إلى البيع لأنها مدينة", Facet.MOTIVES, Facet.MOTIVES),
    ],
)
def test_what_may_come_is_no_result_and_no_motive(text: str, filed: Facet, facet: Facet) -> None:
    """A future main verb that nobody decides is what may follow; nouns and past verbs are none."""
    assert first(text, filed) is facet


def test_what_leaves_its_facet_is_ruled_on_where_it_goes() -> None:
    """A forecast that shows no motive is no outcome either, though that fits next best."""
    text = "المباراة المقررة في يونيو ستجعل إغلاق الملعب أصعب"
    assert first(text, Facet.MOTIVES, Facet.OUTCOMES) is Facet.IMPLICATIONS


def test_a_motive_needs_a_sign_of_its_own_or_of_its_heading() -> None:
    """Without purpose, cause or interest a sentence is filed where it fits next best."""
    plain = "في المدينة ثلاثة أسواق قديمة"
    assert first(plain, Facet.MOTIVES, Facet.REACTIONS) is Facet.REACTIONS
    assert first(plain, Facet.MOTIVES) is Facet.CONTEXT
    assert first(plain, Facet.MOTIVES, promised=(Facet.MOTIVES,)) is Facet.MOTIVES
    assert first("تريد البلدية أسواقا أكبر", Facet.MOTIVES, Facet.CONTEXT) is Facet.MOTIVES


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("تأسست جمعية الصيادين عام 1987 وتضم ألفي عضو", Facet.CONTEXT),
        ("جمعية الصيادين، ومقرها الميناء القديم، تضم ألفي عضو", Facet.CONTEXT),
        ("يبلغ عدد أعضاء الجمعية ألفين", Facet.CONTEXT),
        ("في الميناء القديم ألفا قارب", Facet.MOTIVES),
        ("تضم الجمعية ألفي عضو وتريد ميناء أكبر", Facet.MOTIVES),
    ],
)
def test_what_only_describes_is_a_motive_under_no_heading(text: str, facet: Facet) -> None:
    """Whom a body counts is background even under «motives», unless the sentence tells what it wants."""
    assert first(text, Facet.MOTIVES, Facet.CONTEXT, promised=(Facet.MOTIVES,)) is facet


def test_an_aside_is_no_motive_under_its_heading() -> None:
    """What is only «worth mentioning» does not tell what the heading above promises; other facets stay."""
    text = "تريد البلدية أسواقا أكبر"
    motives = ((Facet.MOTIVES, 0.5), (Facet.CONTEXT, 0.3))
    aside = ruled(text, motives, (Facet.MOTIVES,), ARABIC, aside=True)
    assert [facet for facet, _ in aside] == [Facet.CONTEXT]
    assert ruled(text, motives, (), ARABIC, aside=True) == motives
    told = ((Facet.REACTIONS, 0.5), (Facet.CONTEXT, 0.3))
    assert ruled(text, told, (Facet.REACTIONS,), ARABIC, aside=True) == told


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("وفي ظل الجفاف ارتفعت أسعار العسل بسبب نقص الأزهار", Facet.CONTEXT),
        ("تراجعت مبيعات السجاد بسبب الرطوبة", Facet.CONTEXT),
        ("ارتفعت أسعار العسل، وتريد البلدية خفضها", Facet.MOTIVES),
        ("تراجعت البلدية عن البيع بسبب الديون", Facet.MOTIVES),
    ],
)
def test_prices_have_causes_and_no_motives(text: str, facet: Facet) -> None:
    """That something rose or fell because of something else drove nobody, even under «motives»."""
    assert first(text, Facet.MOTIVES, promised=(Facet.MOTIVES,)) is facet


def test_no_facet_is_lost_or_named_twice() -> None:
    """What is filed anew keeps its other facets and the share of the surest."""
    shares = ((Facet.OUTCOMES, 0.5), (Facet.CONTEXT, 0.3), (Facet.REACTIONS, 0.1))
    made = ruled("وكانت البلدية قد رفعت أجرة المواقف", shares, (), ARABIC)
    assert made == ((Facet.CONTEXT, 0.5), (Facet.REACTIONS, 0.1))
    assert ruled("نص", (), (), ARABIC) == ()
