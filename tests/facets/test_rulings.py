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
    ],
)
def test_grammar_outvotes_the_weights(text: str, filed: Facet, facet: Facet) -> None:
    """The pluperfect is no outcome, praise no motive, a fear no background."""
    assert first(text, filed) is facet


def test_a_motive_needs_a_sign_of_its_own_or_of_its_heading() -> None:
    """Without purpose, cause or interest a sentence is filed where it fits next best."""
    plain = "في المدينة ثلاثة أسواق قديمة"
    assert first(plain, Facet.MOTIVES, Facet.REACTIONS) is Facet.REACTIONS
    assert first(plain, Facet.MOTIVES) is Facet.CONTEXT
    assert first(plain, Facet.MOTIVES, promised=(Facet.MOTIVES,)) is Facet.MOTIVES
    assert first("تريد البلدية أسواقا أكبر", Facet.MOTIVES, Facet.CONTEXT) is Facet.MOTIVES


def test_no_facet_is_lost_or_named_twice() -> None:
    """What is filed anew keeps its other facets and the share of the surest."""
    shares = ((Facet.OUTCOMES, 0.5), (Facet.CONTEXT, 0.3), (Facet.REACTIONS, 0.1))
    made = ruled("وكانت البلدية قد رفعت أجرة المواقف", shares, (), ARABIC)
    assert made == ((Facet.CONTEXT, 0.5), (Facet.REACTIONS, 0.1))
    assert ruled("نص", (), (), ARABIC) == ()
