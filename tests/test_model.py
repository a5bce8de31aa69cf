"""Values that know something of themselves."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import anchor

PLACES = st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from("ab"))


@given(PLACES, PLACES)
def test_what_two_passages_have_in_common(one: tuple[int, int, str], other: tuple[int, int, str]) -> None:
    """As many code points as stand in both, in either order; of two sources none."""
    places = [
        {(source, place) for place in range(start, start + size)} for start, size, source in (one, other)
    ]
    first, second = (anchor("x" * size, source, start) for start, size, source in (one, other))
    common = len(places[0] & places[1])
    assert first.common(second) == second.common(first) == common
    assert first.shares(second) is (common * 2 >= min(one[1], other[1]))
