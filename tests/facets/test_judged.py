"""What a statement tells, all signs weighed together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.facets import facets, told_facets
from brief.facets.judged import IDEAS, LABELS, Weights, signs_of
from brief.model import Facet
from tests.builders import ARABIC, mixed_texts
from tests.facets.builders import paragraphs, told


def surest(text: str, heading: str | None = None, lead: str | None = None) -> Facet:
    """The facet a statement is printed under where it is seen alone."""
    return facets(text, heading, lead, ARABIC)[0][0]


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("تسعى البلدية إلى جذب الزوار بهدف إنعاش السوق", Facet.MOTIVES),
        ("وقعت البلدية ونقابة الباعة مذكرة تفاهم بشأن المواقف", Facet.OUTCOMES),
        ("انتقدت جمعية التجار إغلاق الساحة وحذرت من خسائرها", Facet.REACTIONS),
        ("من المتوقع أن يؤدي الإغلاق إلى ازدحام ربما يمتد إلى الجسر", Facet.IMPLICATIONS),
        ("يقع السوق بين المكتبة والنهر", Facet.CONTEXT),
        ("وكانت البلدية قد أغلقت الساحة في عام 1998 بعد خلاف مع الباعة", Facet.CONTEXT),
    ],
)
def test_the_words_of_a_statement_tell_its_facet(text: str, facet: Facet) -> None:
    """Verbs of wanting, agreeing, judging and expecting speak; without any, a statement gives context."""
    assert surest(text) is facet


@pytest.mark.parametrize(
    ("heading", "facet"),
    [
        ("دوافع الإغلاق", Facet.MOTIVES),
        ("ردود السكان", Facet.REACTIONS),
        ("تداعيات على السوق", Facet.IMPLICATIONS),
    ],
)
def test_a_heading_decides_where_the_words_do_not(heading: str, facet: Facet) -> None:
    """A statement without cues tells what the heading above it announces."""
    assert surest("يمتد الرصيف بين المكتبة والنهر", heading) is facet


def test_words_win_over_a_heading_that_promises_something_else() -> None:
    """A reaction under «دوافع» stays one."""
    text = "أدانت نقابة الباعة القرار واعتبرته ظالما وأعربت عن غضبها"
    assert surest(text, "دوافع الإغلاق") is Facet.REACTIONS


JAM = "يمتد الزحام كل صباح من السوق القديم إلى الجسر الذي يصل ضفتي المدينة وقد ترتفع الأجرة"


def test_a_sentence_that_announces_tells_nothing() -> None:
    """The list after it has the facet that it announces."""
    answers = told_facets(paragraphs("وللإغلاق تداعيات عدة على النحو التالي:", JAM), ARABIC)
    assert answers[0] == ()
    alone = dict(told_facets(told(JAM), ARABIC)[0])
    assert dict(answers[1])[Facet.IMPLICATIONS] > alone.get(Facet.IMPLICATIONS, 0.0)


def test_what_is_plain_is_surer_than_what_is_not() -> None:
    """Shares grow with the signs that agree."""
    plain = facets("يتكرر ذلك كل عام", None, None, ARABIC)[0][1]
    sure = facets("ندد السكان بالقرار وأعربوا عن غضبهم", "ردود الفعل", None, ARABIC)[0][1]
    assert sure > plain


@given(st.lists(mixed_texts, max_size=4), mixed_texts)
def test_shares_are_honest_numbers(texts: list[str], heading: str) -> None:
    """Each statement has an answer: shares that fall, add up to 1 at most and name each facet once."""
    answers = told_facets(told(*texts, heading=heading or None), ARABIC)
    assert len(answers) == len(texts)
    for answer in answers:
        shares = [share for _, share in answer]
        assert shares == sorted(shares, reverse=True)
        assert all(0 < share <= 1 for share in shares)
        assert sum(shares) < 1.01
        assert len({facet for facet, _ in answer}) == len(answer)


def test_an_idea_left_out_leaves_no_sign() -> None:
    """The ablation asks for some ideas alone."""
    weights = Weights({})
    statements = told("تسعى البلدية إلى جذب الزوار", heading="دوافع")
    assert {name.partition(".")[0] for name in signs_of(statements, ARABIC, weights, ["headings"])[0]} == {
        "headings"
    }
    assert len(IDEAS) == len(set(IDEAS))


def test_without_weights_all_labels_are_alike() -> None:
    """Shares add up to 1 over the labels."""
    shares = Weights({}).shares({"cues.wanting": 1.0})
    assert set(shares.values()) == {1 / len(LABELS)}
