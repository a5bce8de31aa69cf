"""The terms of a deal hold as far as the deal has come."""

import pytest
from msgspec import structs

from brief.extract.statements import statements
from brief.model import Facet, Standing, Statement
from tests.builders import ARABIC, document

SIGNED = "وقعت تونس والجزائر أمس اتفاقا على تشغيل قطار سريع بين عنابة وسوق أهراس."
UNSIGNED = "غير أن الاتفاق لم يوقع بعد، ويتوقع توقيعه في نهاية الشهر."
TALKS = "أنهت تونس والجزائر أمس محادثات على قطار سريع بين عنابة وسوق أهراس."


def told(words: str, *lines: str, headings: tuple[str, ...] = ()) -> Statement:
    """The statement of an article that holds some words."""
    made = statements(document(*lines, headings=headings), ARABIC)
    return next(one for one in made if words in one.text)


@pytest.mark.parametrize(
    ("opening", "standing"),
    [((SIGNED,), Standing.SIGNED), ((TALKS, UNSIGNED), Standing.ANNOUNCED)],
)
@pytest.mark.parametrize(
    "term",
    [
        "وبموجب الاتفاق تدفع تونس نصف كلفة العربات الجديدة كل عام.",
        "وينص الاتفاق على أن تدفع تونس نصف كلفة العربات الجديدة.",
        "وتدفع تونس، وفق الاتفاق، نصف كلفة العربات الجديدة كل عام.",
    ],
)
def test_a_term_stands_as_its_deal_does(opening: tuple[str, ...], standing: Standing, term: str) -> None:
    """Signed where the article opens with the signing, announced while it is unsigned."""
    found = told("نصف كلفة", *opening, term)
    assert found.standing is standing
    assert found.facets[0][0] is Facet.OUTCOMES


def test_a_term_in_an_article_of_before_explains() -> None:
    """It is no result of the days that the issue tells of."""
    term = "وبموجب الاتفاق تدفع تونس نصف كلفة العربات الجديدة كل عام."
    found = statements(structs.replace(document(SIGNED, term), background=True), ARABIC)
    assert {(one.facets, one.standing) for one in found} == {(((Facet.CONTEXT, 1.0),), None)}


def test_what_goes_on_with_a_term_is_one() -> None:
    """The next sentences of its paragraph, told in the present."""
    terms = "وينص الاتفاق على شراء عشرين عربة جديدة من مصنع في وهران. وتتحمل الجزائر كلفة الصيانة عشرة أعوام."
    assert told("كلفة الصيانة", TALKS, UNSIGNED, terms).standing is Standing.ANNOUNCED


def test_what_a_text_shows_and_holds_is_a_term() -> None:
    """«وأكدت الوثيقة …»; a deal of which the signing is told by the way is signed."""
    deal = "الاتفاق الذي وقعه الوزيران جاء في ست صفحات. كذلك تدفع تونس ثمن عشرين عربة من مصنع في وهران."
    assert told("عشرين عربة", TALKS, deal).standing is Standing.SIGNED
    shown = "وأكدت الوثيقة أن سرعة القطار بين المدينتين تبلغ 160 كيلومترا في الساعة."
    assert told("سرعة القطار", SIGNED, shown).standing is Standing.SIGNED
    assert told("سرعة القطار", TALKS, shown).standing is None


def test_what_stands_under_a_heading_of_terms_is_one() -> None:
    """«أبرز البنود»: verbs of the present below it tell what is to be."""
    lines = (TALKS, UNSIGNED, "أبرز البنود", "تخفض الجزائر ثمن تذكرة القطار إلى 20 دينارا للركاب من البلدين.")
    found = told("20 دينارا", *lines, headings=("أبرز البنود",))
    assert found.standing is Standing.ANNOUNCED
    assert told("20 دينارا", TALKS, lines[-1]).standing is None


def test_a_written_passive_of_what_is_fixed_is_a_term_of_a_signed_deal() -> None:
    """«وحُددت …»: its vowel shows it; a day of its own makes it an event."""
    line = "وحُددت سرعة القطار بين المدينتين بنحو 160 كيلومترا في الساعة."
    assert told("سرعة القطار", SIGNED, line).standing is Standing.SIGNED
    assert told("سرعة القطار", TALKS, line).standing is None
    assert told("سرعة القطار", SIGNED, line.replace("حُددت", "حُددت أمس")).standing is None


def test_a_noun_with_its_vowel_is_no_passive() -> None:
    """«أما الحُكم فثبت …» tells what came about, and fixes nothing."""
    line = "أما حُكم المحكمة في سرعة القطار فثبت بقرار لشركة وهران."
    assert told("سرعة القطار", SIGNED, line).standing is None
    assert told("سرعة القطار", SIGNED, line.replace("فثبت", "فثُبت")).standing is Standing.SIGNED


@pytest.mark.parametrize(
    "line",
    [
        "وينص الاتفاق الموقع عام 2009 على أن تدفع تونس نصف كلفة العربات.",
        "وقال وزير النقل التونسي إن بلاده ستدفع نصف كلفة العربات الجديدة.",
        "ولم يتضمن الاتفاق، وهو ما انتقدته النقابة، أن تدفع تونس كلفة العربات.",
        "وكان الاتفاق السابق يلزم تونس بأن تدفع نصف كلفة العربات.",
    ],
)
def test_an_older_deal_and_what_somebody_says_are_no_terms(line: str) -> None:
    """They have a standing of their own, or none."""
    assert told("كلفة العربات", TALKS, UNSIGNED, line).standing is not Standing.ANNOUNCED
