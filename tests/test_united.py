"""One figure of several passages: what is the same, what only has the same number."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Certainty, Datapoint, Evidence, Qualifier
from brief.united import united
from tests.builders import document

ARABIC = load("ar")


def evidence(*lines: str, published: str = "2023-05-10") -> Evidence:
    """The figures of an article of these lines."""
    text = document(*lines, published=published)
    return Evidence(document=text, datapoints=datapoints(text, ARABIC))


def told(*texts: Evidence) -> list[int]:
    """By how many passages each figure is told, in order."""
    return [len(point.evidence) for point in united(texts, ARABIC)]


def of_lines(*lines: str) -> list[int]:
    """The same for articles of one line each."""
    return told(*map(evidence, lines))


TRADE = "بلغ حجم التجارة بين كينيا ومصر 1.24 مليار دولار في عام 2022."
AGAIN = "وكان التبادل التجاري بين مصر وكينيا 1.24 مليار دولار عام 2022."


def test_a_figure_of_two_sources_is_one_with_both_passages() -> None:
    """Its id is that of the passage told first, and so are its words."""
    first, second = (
        evidence(TRADE),
        evidence(AGAIN),
    )
    (found,) = united((first, second), ARABIC)
    assert found.id == first.datapoints[0].id
    assert found.measure == first.datapoints[0].measure
    assert [anchor.source for anchor in found.evidence] == [first.document.id, second.document.id]


def test_a_figure_repeated_in_one_source_is_one() -> None:
    """A second sentence of an article that repeats a figure adds a passage."""
    (found,) = united((evidence(TRADE, TRADE.replace("بلغ", "وقد بلغ")),), ARABIC)
    assert len({anchor.start for anchor in found.evidence}) == 2


def test_what_one_passage_leaves_out_another_may_say() -> None:
    """The figure has the period of the passage that names it; no passage is changed."""
    vague = "حظرت وزارة التجارة الكينية تصدير 54 منتجا زراعيا."
    exact = "في عام 2022 قررت كينيا حظر تصدير 54 منتجا زراعيا."
    (found,) = united((evidence(vague), evidence(exact)), ARABIC)
    assert (found.period, len(found.evidence)) == ("2022", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قتل 5 أشخاص في قرية الزيتون.", "قتل 5 أشخاص في قرية النخيل."),
        ("مقتل 12 مدنيا في قصف على سوق الزيتون.", "مقتل 12 مدنيا في قصف على سوق النخيل."),
        ("في قرية الزيتون، قتل 12 مدنيا وهدمت بيوت.", "في قرية النخيل، قتل 12 مدنيا وهدمت بيوت."),
        (
            "ارتفعت صادرات كينيا من القمح لمصر بنسبة 10%.",
            "ارتفعت صادرات كينيا من الذرة لمصر بنسبة 10%.",
        ),
        ("فرضت رسوم بنسبة 25% على واردات الصلب.", "فرضت رسوم بنسبة 25% على واردات الألمنيوم."),
        (
            "بلغت صادرات كينيا 7.25 مليار دولار في عام 2022.",
            "بلغت واردات كينيا 7.25 مليار دولار في عام 2022.",
        ),
        ("بلغت صادرات كينيا 7.25 مليار دولار عام 2022.", "بلغت صادرات مصر 7.25 مليار دولار في عام 2022."),
        (
            "بلغت صادرات كينيا 7.25 مليار دولار في عام 2022.",
            "بلغت صادرات كينيا 7.25 مليار دولار في عام 2021.",
        ),
        ("بلغت صادرات كينيا 7.25 مليار دولار عام 2022.", "بلغت صادرات كينيا 7.25 مليار يورو في عام 2022."),
        ("استغرقت الزيارة 3 أيام.", "استمر الإضراب 3 أيام."),
    ],
)
def test_the_same_number_of_two_things_is_two_figures(one: str, other: str) -> None:
    """Places, goods, measures, parties, times and units that differ keep figures apart."""
    found = of_lines(one, other)
    assert len(found) > 1
    assert set(found) == {1}


def changed(text: Evidence, **fields: object) -> Evidence:
    """The evidence with other fields in its figures."""
    points = tuple(structs.replace(point, **fields) for point in text.datapoints)
    return structs.replace(text, datapoints=points)


@pytest.mark.parametrize(
    ("qualifier", "certainty", "number"),
    [
        (Qualifier.APPROX, Certainty.STATED, 1),
        (Qualifier.ONLY, Certainty.ATTRIBUTED, 1),
        (Qualifier.FORECAST, Certainty.STATED, 2),
        (Qualifier.AT_LEAST, Certainty.STATED, 2),
        (Qualifier.LESS_THAN, Certainty.STATED, 2),
        (None, Certainty.DENIED, 2),
    ],
)
def test_a_forecast_a_bound_or_a_denial_is_another_figure(
    qualifier: Qualifier | None, certainty: Certainty, number: int
) -> None:
    """«About» of the very same value is the same figure; what may be more, or is not yet, is another."""
    other = changed(evidence(TRADE + " "), qualifier=qualifier, certainty=certainty)
    assert len(told(evidence(TRADE), other)) == number


def test_what_leaves_out_the_year_is_ascribed_to_neither_of_two() -> None:
    """Between the figures of two years one without a year stays alone."""
    years = [evidence(TRADE), evidence(TRADE.replace("2022", "2021")), evidence(TRADE)]
    vague = changed(evidence(TRADE + " "), period=None)
    assert sorted(told(*years[:2], vague)) == [1, 1, 1]
    assert told(years[0], vague) == [2]


def test_two_figures_of_one_sentence_are_two() -> None:
    """A sentence that gives a number twice speaks of two things."""
    assert of_lines("خصصت الوزارة 35 مليون دولار للطرق الريفية، و35 مليون دولار للطرق الريفية الجديدة.") == [
        1,
        1,
    ]


LINES = (
    TRADE,
    AGAIN,
    TRADE.replace("2022", "2021"),
    "حظرت وزارة التجارة الكينية تصدير 54 منتجا زراعيا.",
    "في عام 2022 قررت كينيا حظر تصدير 54 منتجا زراعيا، في حين حظرت مصر تصدير 12 منتجا.",
    "وفي عام 2021 قررت كينيا حظر تصدير 54 منتجا زراعيا.",
    "قتل 5 أشخاص في قرية الزيتون.",
    "قتل 5 أشخاص في قرية النخيل.",
    "ارتفعت الصادرات الكينية بنسبة 10% في عام 2022.",
    "مدد الاتفاق 25 عاما إضافية بين كينيا ومصر.",
)


@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), min_size=1, max_size=4))
def test_groups_do_not_depend_on_the_order_and_lose_nothing(texts: list[list[str]]) -> None:
    """Whatever comes first, the same passages tell one figure, and every passage tells some."""
    offered = [evidence(*lines, f"نص رقم {number}.") for number, lines in enumerate(texts)]
    groups = {frozenset(point.evidence) for point in united(offered, ARABIC)}
    for order in permutations(offered):
        found = united(order, ARABIC)
        assert {frozenset(point.evidence) for point in found} == groups
        assert [point.id for point in found] == [point.id for point in firsts(order, found)]
    points = [point for one in offered for point in one.datapoints]
    assert {anchor for point in points for anchor in point.evidence} == set().union(*groups)
    assert all(_value(point) in {_value(one) for one in points} for point in united(offered, ARABIC))


def firsts(order: tuple[Evidence, ...], found: tuple[Datapoint, ...]) -> list[Datapoint]:
    """The figures as they are told first, those of `found` only."""
    ids = {point.id for point in found}
    return [point for one in order for point in one.datapoints if point.id in ids]


def _value(point: Datapoint) -> tuple[object, ...]:
    return point.unit, point.value, point.low, point.high
