"""What a source tells one after the other stays together."""

from hypothesis import given
from hypothesis import strategies as st

from brief.model import Claim
from brief.sections.side_by_side import NEAR, side_by_side
from tests.builders import claim, statement

LENGTH = 20


def told(source: str, start: int, score: float = 1.0) -> Claim:
    """A claim of twenty code points at a place of a source."""
    return claim(statement("ا" * LENGTH, source=source, start=start), score=score)


def test_a_line_stands_behind_the_one_its_source_tells_before_it() -> None:
    """The run takes the place of its first line in the order, and the source's own order."""
    second, other, first = told("a", 40), told("b", 0), told("a", 10)
    assert side_by_side([second, other, first]) == [first, second, other]


def test_lines_far_apart_or_of_two_sources_keep_their_order() -> None:
    """What lies more than a short sentence away is another account."""
    far, near = told("a", LENGTH + NEAR + 1), told("a", 0)
    assert side_by_side([far, near]) == [far, near]
    assert side_by_side([told("b", 21), near]) == [told("b", 21), near]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 40)), unique=True))
def test_every_claim_stays_once(places: list[tuple[str, int]]) -> None:
    """Nothing is lost or doubled, and a second ordering changes nothing."""
    claims = [told(source, 30 * place) for source, place in places]
    ordered = side_by_side(claims)
    assert sorted(one.id for one in ordered) == sorted(one.id for one in claims)
    assert side_by_side(ordered) == ordered
