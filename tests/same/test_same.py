"""Which passages are asked about, what each tells, and what keeps two apart."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import names
from brief.same import Candidates, candidates, same
from brief.same.aligned import Weights, align
from brief.same.barred import agree, barred
from brief.same.told import Amount, Told, families, tell
from brief.similarity import neighbours, vectors
from tests.builders import ARABIC, WORDS, mixed_texts

BRIDGE = "دشن الوزير جسر الوادي الجديد الذي بلغت كلفته 40 مليون دينار"
BRIDGE_TOO = "بكلفة 40 مليون دينار افتتح وزير الأشغال جسرا جديدا فوق الوادي"


def read(text: str) -> Told:
    """What a passage that stands alone tells."""
    named = names.find(text, ARABIC)
    return tell(text, ARABIC, named, families([named]))


def apart(one: str, other: str, cosine: float = 0.9) -> bool:
    """Whether something keeps two passages apart."""
    first, second = read(one), read(other)
    weights = Weights([first, second])
    met = align(weights.weigh(first), weights.weigh(second))
    assert met is not None
    return barred(first, second, met, cosine)


def test_only_passages_of_other_sources_are_asked_about_and_once() -> None:
    """A pair stands once, the lesser number first, and never within one source."""
    near = neighbours(vectors([BRIDGE, BRIDGE, BRIDGE_TOO], ARABIC), 0.08)
    pairs = [(pair.one, pair.other) for pair in candidates(["a", "a", "b"], near)]
    assert pairs == [(0, 2), (1, 2)]


def test_what_two_outlets_word_otherwise_is_the_same() -> None:
    """A figure and the words around it outweigh another order and other words for the rest."""
    (verdict,) = same([BRIDGE, BRIDGE_TOO], Candidates(np.array([0]), np.array([1]), np.array([0.4])), ARABIC)
    assert (verdict.one, verdict.other) == (0, 1)
    assert 0.5 <= verdict.confidence <= 1


def test_what_pairs_share_may_be_found_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room to keep it from the first look to the closer one, the verdict is the same."""
    texts, pairs = [BRIDGE, BRIDGE_TOO], Candidates(np.array([0]), np.array([1]), np.array([0.4]))
    kept = same(texts, pairs, ARABIC)
    monkeypatch.setattr("brief.same._MET", 0)
    assert same(texts, pairs, ARABIC) == kept != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ارتفعت أسعار الخبز في المدينة", "انخفضت أسعار الخبز في المدينة"),
        ("زار وفد من تونس معرض الكتاب", "زار وفد من ليبيا معرض الكتاب"),
        ("أغلقت البلدية سوق السمك", "أغلقت البلدية سوق الزهور الكبير"),
        ("تسير حافلات النقل يوم العيد", "لا تسير حافلات النقل يوم العيد"),
        ("يضم المصنع 300 عامل من القرية", "يضم المصنع 500 عامل من القرية"),
        ("أقيم مهرجان التمور في مارس", "أقيم مهرجان التمور في نوفمبر"),
        ("نفت الشركة تسريح عمال المصنع", "أعلنت الشركة تسريح عمال المصنع"),
    ],
)
def test_one_word_that_matters_keeps_one_wording_apart(one: str, other: str) -> None:
    """Opposites, another name, another thing, a negation, another figure, month, or a denial."""
    assert apart(one, other)
    assert not apart(one, one)


def test_a_frame_tells_nothing() -> None:
    """Who says it, to whom and where are no words of what is said."""
    framed = read("وقال مدير الميناء في لقاء مع صحفيين إن الرصيف الشمالي مغلق")
    assert {unit.keys[0] for unit in framed.units} == {
        unit.keys[0] for unit in read("الرصيف الشمالي مغلق").units
    }


@pytest.mark.parametrize(
    ("low", "high", "loose", "agrees"),
    [
        ("40", "40", False, True),
        ("41", "41", False, False),
        ("41", "41", True, True),
        ("60", "60", True, False),
    ],
)
def test_figures_agree_where_one_rounds_the_other(low: str, high: str, loose: bool, agrees: bool) -> None:  # noqa: FBT001
    """Equal, or near where one of them is approximate or a bound."""
    forty = Amount(0, Decimal(40), Decimal(40), "km", None, loose=False)
    assert agree(forty, Amount(0, Decimal(low), Decimal(high), "km", None, loose)) is agrees
    assert not agree(forty, Amount(0, Decimal(40), Decimal(40), "tonne", None, loose=False))


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), max_size=6))
def test_a_verdict_does_not_depend_on_what_is_not_asked(lines: list[str]) -> None:
    """Only pairs that were asked about are answered, with a confidence of a half or more."""
    near = neighbours(vectors(lines, ARABIC), 0.08)
    asked = candidates([str(number) for number in range(len(lines))], near)
    pairs = {(pair.one, pair.other) for pair in asked}
    for verdict in same(lines, asked, ARABIC):
        assert (verdict.one, verdict.other) in pairs
        assert 0.5 <= verdict.confidence <= 1


@given(mixed_texts)
def test_any_text_can_be_read(text: str) -> None:
    """Places are those of words, ascending."""
    told = read(text)
    places = [unit.place for unit in told.units]
    assert places == sorted(places)
