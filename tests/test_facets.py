"""What a statement tells, how firmly, and how far an outcome has come."""

import pytest
from hypothesis import given

from brief.facets import certainty, facets, heading_facets, standing
from brief.model import Certainty, Facet, Standing
from tests.builders import ARABIC, mixed_texts


def surest(text: str, heading: str | None = None, lead: str | None = None) -> Facet:
    """The facet a statement is printed under."""
    return facets(text, heading, lead, ARABIC)[0][0]


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("تسعى البلدية إلى جذب الزوار بهدف إنعاش السوق", Facet.MOTIVES),
        ("وقعت البلدية ونقابة الباعة مذكرة تفاهم بشأن المواقف", Facet.OUTCOMES),
        ("انتقدت جمعية التجار إغلاق الساحة وحذرت من خسائرها", Facet.REACTIONS),
        ("من المتوقع أن يؤدي الإغلاق إلى ازدحام ربما يمتد إلى الجسر", Facet.IMPLICATIONS),
        ("يقع السوق بين المكتبة والنهر", Facet.CONTEXT),
    ],
)
def test_cue_words_tell_the_facet(text: str, facet: Facet) -> None:
    """Verbs of wanting, agreeing, judging and expecting vote; without any, a statement gives context."""
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
    assert surest("يقع السوق بين المكتبة والنهر", heading) is facet
    assert heading_facets(heading, ARABIC) == (facet,)


def test_the_own_heading_of_an_item_is_heard_too() -> None:
    """A run-in heading votes, though less than two cues do."""
    assert surest("يقع السوق بين المكتبة والنهر", lead="مواقف الباعة") is Facet.REACTIONS
    assert surest("تسعى البلدية بهدف إنعاشه", lead="مواقف الباعة") is Facet.MOTIVES


def test_a_heading_may_announce_two_facets_or_none() -> None:
    """The facets of a heading come in the order of the sections."""
    assert heading_facets("ردود الفعل ودوافع الباعة", ARABIC) == (Facet.MOTIVES, Facet.REACTIONS)
    assert heading_facets("بين المكتبة والنهر", ARABIC) == ()
    assert heading_facets("", ARABIC) == ()


def test_a_late_cue_counts_less_than_an_early_one() -> None:
    """The main clause comes first: the same cue at the end of a statement is less sure."""
    early = dict(facets("انتقدت الجمعية قرار البلدية إغلاق الساحة الكبيرة يوم السوق", None, None, ARABIC))
    late = dict(facets("قرار البلدية إغلاق الساحة الكبيرة يوم السوق انتقدت الجمعية", None, None, ARABIC))
    assert early[Facet.REACTIONS] > late[Facet.REACTIONS]


@given(mixed_texts, mixed_texts)
def test_facets_share_the_votes(text: str, heading: str) -> None:
    """Shares lie between 0 and 1, add up to 1, fall, and name each facet once."""
    told = facets(text, heading, None, ARABIC)
    shares = [share for _, share in told]
    assert shares == sorted(shares, reverse=True)
    assert abs(sum(shares) - 1) < 0.01
    assert len({facet for facet, _ in told}) == len(told)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("أغلقت البلدية الساحة", Certainty.STATED),
        ("أفادت البلدية بإغلاق الساحة", Certainty.ATTRIBUTED),
        ("أفادت البلدية بأن الساحة قد تغلق", Certainty.HEDGED),
        ("نفت البلدية ما ذكرته النشرة من أن الساحة قد تغلق", Certainty.DENIED),
    ],
)
def test_the_weakest_word_tells_how_firm_a_statement_is(text: str, degree: Certainty) -> None:
    """A denial outweighs a hedge, a hedge an attribution."""
    assert certainty(text, ARABIC) is degree


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("وقعت البلدية العقد", Standing.SIGNED),
        ("أعلنت البلدية العقد", Standing.ANNOUNCED),
        ("ذكرت الصحف أن البلدية تسلمت المصابيح", Standing.REPORTED),
        ("تسلمت البلدية المصابيح", None),
        ("زار الوزير السوق بعد توقيع العقد", None),
        ("ربما وقعت البلدية العقد", Standing.UNCONFIRMED),
        ("نفت البلدية أنها وقعت العقد", Standing.DENIED),
    ],
)
def test_an_outcome_has_come_as_far_as_its_words_say(text: str, degree: Standing | None) -> None:
    """Denied and unconfirmed outweigh signed, signed outweighs announced; a mere date says nothing."""
    assert standing(text, ARABIC) is degree


def test_the_noun_of_denial_denies_nothing() -> None:
    """«نفى» denies; «نفي», which folds to the same letters, only speaks of a denial."""
    assert certainty("نفى الوزير الخبر", ARABIC) is Certainty.DENIED
    assert certainty("ليس ثمة تأكيد أو نفي رسمي للخبر", ARABIC) is Certainty.HEDGED
