"""How many things two passages both tell."""

import pytest

from brief.same.aligned import Alignment, Match
from brief.same.borne_out import LEAST, evidence
from tests.builders import ARABIC

COUNCIL = (Match(3.9, 4, 3, "مجلس"), Match(3.7, 5, 4, "شيوخ"))


def met(*matches: Match) -> Alignment:
    """What two passages share, with these matches."""
    weight = sum(match.weight for match in matches)
    return Alignment(matches, weight, weight, weight, 0.3, (range(20), range(20)))


def test_a_place_by_its_name_is_no_thing_that_is_told() -> None:
    """«At the port of …» only tells where; a port that is told without its name is a thing."""
    port, name = Match(2.3, 4, 3, "ميناء"), Match(2.7, 5, 4, "صفاقس")
    assert evidence(met(port, name), ARABIC) < evidence(met(*COUNCIL), ARABIC) < LEAST
    apart = Match(2.7, 5, 8, "صفاقس")
    assert evidence(met(port, apart), ARABIC) >= LEAST


@pytest.mark.parametrize("key", ["%شيخ", "^شيخ", "~12"])
@pytest.mark.parametrize(("place", "counts"), [(4, False), (9, True)])
def test_a_word_met_by_itself_is_no_second_thing_by_its_root(key: str, place: int, *, counts: bool) -> None:
    """«The senate, at the request of seven senators» and another «senate» share one name of a body."""
    both = evidence(met(*COUNCIL, Match(2.4, 12, place, key)), ARABIC)
    assert (both > evidence(met(*COUNCIL), ARABIC)) is counts
    assert (both >= LEAST) is counts
