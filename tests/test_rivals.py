"""How two figures of one thing stand to each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.model import Datapoint, Qualifier
from brief.rivals import relation
from tests.builders import datapoint

Q = Qualifier


def figure(value: str, qualifier: Qualifier | None = None, unit: str = "usd") -> Datapoint:
    """A figure, or a range «from-to»."""
    low, dash, high = value.partition("-")
    ends = {"low": Decimal(low), "high": Decimal(high)} if dash else {"value": Decimal(low)}
    return datapoint(unit=unit, qualifier=qualifier, **ends)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure("30", Q.APPROX), figure("31.5"), "precision"),
        (figure("30", Q.APPROX), figure("36"), "conflict"),
        (figure("700", Q.APPROX), figure("640"), "conflict"),
        (figure("1.2"), figure("1.24"), "precision"),
        (figure("1.3"), figure("1.24"), "conflict"),
        (figure("20", unit="persons"), figure("21", unit="persons"), "conflict"),
        (figure("4000", unit="persons"), figure("3987", unit="persons"), "precision"),
        (figure("12", Q.AT_LEAST), figure("15"), "precision"),
        (figure("12", Q.AT_LEAST), figure("11"), "conflict"),
        (figure("12", Q.AT_LEAST), figure("40"), "conflict"),
        (figure("12", Q.LESS_THAN), figure("11"), "precision"),
        (figure("12", Q.LESS_THAN), figure("13"), "conflict"),
        (figure("10-15"), figure("12"), "precision"),
        (figure("10-15"), figure("16"), "conflict"),
        (figure("12", Q.APPROX), figure("12"), None),
    ],
)
def test_a_figure_may_be_another_told_less_exactly(
    one: Datapoint, other: Datapoint, expected: str | None
) -> None:
    """Rounded digits, bounds and ranges hold what is meant; whichever is named first."""
    assert relation(one, other) == relation(other, one) == expected


amounts = st.decimals(1, 10**12, places=2)


@given(amounts, amounts, st.sampled_from([None, *Qualifier]), st.sampled_from([None, *Qualifier]))
def test_the_relation_has_no_direction(
    one: Decimal, other: Decimal, first: Qualifier | None, second: Qualifier | None
) -> None:
    """Which source comes first does not matter, and a figure never contradicts itself."""
    mine, theirs = figure(str(one), first), figure(str(other), second)
    assert relation(mine, theirs) == relation(theirs, mine)
    assert relation(mine, mine) is None
