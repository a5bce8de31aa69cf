"""Who speaks about whose act."""

from brief.facets import voices
from tests.facets.builders import named, seen, told

TALKS = (
    "وقعت تونس والجزائر اتفاقا على الحدود",
    "وقالت تونس إن الاتفاق عادل",
    "وتبيع الجزائر الغاز إلى تونس",
    "وانتقدت البرتغال الاتفاق",
)


def test_those_told_of_most_take_part() -> None:
    """The two that the article is about are parties; one that is named once is none."""
    labels = {name.label for one in seen(TALKS_TOLD) for name, _ in one.line.names.values()}
    parties = voices.participants(seen(TALKS_TOLD))
    assert len(labels) == 3
    assert len(parties) == 2


def test_a_third_party_that_judges_is_told_from_a_party_that_speaks() -> None:
    """«وقالت تونس» is a party's word, «وانتقدت البرتغال» another's."""
    signs = [named(one, "voices") for one in voices.signs(seen(TALKS_TOLD))]
    assert "says_party" in signs[1]
    assert {"judges_other", "others_only"} <= signs[3]
    assert "parties_together" in signs[0]


def test_a_place_that_opens_says_whose_answer_comes() -> None:
    """«وفي مدريد» turns to somebody else, «وفي تونس» stays with a party; a place within says nothing."""
    told_there = told(*TALKS, "وفي مدريد ساد الصمت", "وفي تونس ساد الصمت", "ساد الصمت في مدريد")
    there = [named(one, "voices") & {"there_other", "there_party"} for one in voices.signs(seen(told_there))]
    assert there[-3:] == [{"there_other"}, {"there_party"}, set()]


def test_those_touched_by_a_decision_are_heard() -> None:
    """Unions, residents, traders: known by what they are."""
    (signs,) = voices.signs(seen(told("ورأت نقابة الباعة أن القرار ظالم")))
    assert "touched" in named(signs, "voices")


TALKS_TOLD = told(*TALKS)
