"""What headings, questions and announcements promise."""

import pytest

from brief.facets import heading_facets
from brief.facets.headings import announced_facets, bridged_facets, is_vague
from brief.model import Facet
from tests.builders import ARABIC
from tests.facets.builders import seen, told


@pytest.mark.parametrize(
    ("heading", "facets"),
    [
        ("دوافع الإغلاق", (Facet.MOTIVES,)),
        ("ردود السكان", (Facet.REACTIONS,)),
        ("التداعيات على السوق", (Facet.IMPLICATIONS,)),
        ("ردود الفعل ودوافع الباعة", (Facet.MOTIVES, Facet.REACTIONS)),
        ("بين المكتبة والنهر", ()),
        ("", ()),
        ("لماذا أغلقت الساحة؟", (Facet.MOTIVES,)),
        ("ماذا بعد؟", (Facet.IMPLICATIONS,)),
        ("كيف وصلت البلدية إلى هنا؟", (Facet.CONTEXT,)),
    ],
)
def test_a_heading_promises_facets_by_its_words(heading: str, facets: tuple[Facet, ...]) -> None:
    """Words of headings and question words promise facets, in the order of the sections."""
    assert heading_facets(heading, ARABIC) == facets


def test_a_heading_that_names_a_subject_is_vague() -> None:
    """«ملفات عديدة» promises less than «نتائج الاجتماع»; a question is never vague."""
    assert is_vague("ملفات عديدة", ARABIC)
    assert not is_vague("نتائج الاجتماع", ARABIC)
    assert not is_vague("ما مستقبل السوق؟", ARABIC)


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("ويعود ذلك إلى عدة أسباب على النحو التالي:", (Facet.MOTIVES,)),
        ("وللإغلاق تداعيات كما يلي.", (Facet.IMPLICATIONS,)),
        ("وقال الأمين:", ()),
        ("فلماذا أغلقت البلدية الساحة؟", (Facet.MOTIVES,)),
        ("أغلقت البلدية الساحة لأسباب كثيرة.", None),
    ],
)
def test_a_sentence_may_announce_what_follows(text: str, facets: tuple[Facet, ...] | None) -> None:
    """«على النحو التالي», a colon or a question announce; None where a sentence does not."""
    assert announced_facets(seen(told(text))[0]) == facets


def test_only_a_short_sentence_is_a_bridge() -> None:
    """«وللحكاية أصل» leads over; a long sentence with the same word tells something itself."""
    assert bridged_facets(seen(told("وللحكاية أصل."))[0]) == (Facet.CONTEXT,)
    long = "وللحكاية أصل في دفاتر البلدية القديمة التي حفظها الأمين في القبو"
    assert bridged_facets(seen(told(long))[0]) == ()
