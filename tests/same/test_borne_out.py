"""How many things two passages both tell."""

import pytest

from brief.same.aligned import Alignment, Match
from brief.same.borne_out import LEAST, evidence

COUNCIL = (Match(3.9, 4, 3, "مجلس"), Match(3.7, 5, 4, "شيوخ"))


def met(*matches: Match) -> Alignment:
    """What two passages share, with these matches."""
    weight = sum(match.weight for match in matches)
    return Alignment(matches, weight, weight, weight, 0.3, (range(20), range(20)))


@pytest.mark.parametrize("key", ["%شيخ", "^شيخ", "~12"])
@pytest.mark.parametrize(("place", "counts"), [(4, False), (9, True)])
def test_a_word_met_by_itself_is_no_second_thing_by_its_root(key: str, place: int, *, counts: bool) -> None:
    """«The senate, at the request of seven senators» and another «senate» share one name of a body."""
    both = evidence(met(*COUNCIL, Match(2.4, 12, place, key)))
    assert (both > evidence(met(*COUNCIL))) is counts
    assert (both >= LEAST) is counts
