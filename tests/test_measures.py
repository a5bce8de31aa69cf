"""The catalogue of measures: families of units, cues in a text, and what a figure's measure is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import measures
from brief.language import fold, load
from brief.measures import Kind

KNOWN = measures.lexicon(load("ar"))
BY_ID = {one.id: one for one in KNOWN.measures}


@pytest.mark.parametrize(
    ("unit", "family"),
    [
        ("usd", "money"),
        ("usd_per_year", "money"),
        ("usd_per_tonne", "price"),
        ("usd_per_barrel", "barrel_price"),
        ("eur_per_mmbtu", "energy_price"),
        ("barrel_per_day", "oil"),
        ("bcm_per_year", "gas"),
        ("percent", "percent"),
        ("basis_point", "points"),
        ("persons", "persons"),
        ("day", "other"),
    ],
)
def test_what_a_year_brings_is_of_the_family_of_what_it_brings(unit: str, family: str) -> None:
    """A rate is of the family of its amount, a price is of its own."""
    assert measures.family(unit, KNOWN) == family


def test_ids_and_labels_differ() -> None:
    """No two measures are called alike: a chart of one would hold the other."""
    assert len(BY_ID) == len(KNOWN.measures) == len({one.label for one in KNOWN.measures})


def named(text: str) -> list[str]:
    """The ids of the measures that a text names, in its order."""
    return [hit.measure.id for hit in sorted(measures.hits(fold(text), KNOWN), key=lambda hit: hit.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وبلغ معدل التضخم الأساسي", ["core_inflation"]),
        ("بالصادرات والواردات", ["exports", "imports"]),
        ("عجز الموازنة وعجز الميزان التجاري", ["deficit", "trade_deficit"]),
        ("مشتريات المغرب من السلاح", ["arms_share"]),
        ("ديون تونس الخارجية", ["external_debt"]),
        ("التضخماتي", []),
    ],
)
def test_the_longest_cue_counts(text: str, expected: list[str]) -> None:
    """Particles may be written to a cue; a longer cue hides the shorter ones in it."""
    assert named(text) == expected


def test_a_change_and_a_share_are_no_level() -> None:
    """Neither is taken for the measure itself, whatever the goods."""
    exports = BY_ID["exports"]
    level = measures.called("الصادرات (القمح)", Kind.LEVEL, exports, KNOWN)
    assert measures.is_of(level, exports)
    for kind in (Kind.RISE, Kind.FALL, Kind.SHARE, Kind.RATIO):
        assert not measures.is_of(measures.called("الصادرات (القمح)", kind, exports, KNOWN), exports)


def test_a_rise_and_a_fall_are_told_apart() -> None:
    """26 per cent up are not 26 per cent down; output that grows has a name of its own."""
    assert measures.called("س", Kind.RISE, None, KNOWN) != measures.called("س", Kind.FALL, None, KNOWN)
    assert measures.called("الناتج", Kind.RISE, BY_ID["gdp"], KNOWN) == BY_ID["growth"].label


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["معدل", "التضخم", "و", "،", "عجز", "الموازنة"])).map(" ".join)
)
def test_hits_lie_in_their_text(text: str) -> None:
    """Every hit spans some of the text, whatever the text."""
    folded = fold(text)
    assert all(0 <= hit.start < hit.end <= len(folded) for hit in measures.hits(folded, KNOWN))
