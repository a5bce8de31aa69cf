"""One named term with two lengths."""

import pytest

from tests.disagree.test_disagree import told

NINETY = "ويمنح الاتفاق شركة العبّارات في كينيا فترة انتقالية مدتها 60 يوما لتسليم أرصفة البحيرة."


def test_two_lengths_of_one_term_stand_side_by_side() -> None:
    """The same noun with the same adjective lasts 60 days here and 90 there."""
    (found,) = told(NINETY, "وتسلم شركة العبّارات أرصفة البحيرة خلال فترة انتقالية مدتها 90 يوما.")
    assert found.kind == "conflict"
    assert "فترة انتقالية" in found.topic


@pytest.mark.parametrize(
    "other",
    [
        "وتسلم شركة العبّارات أرصفة البحيرة خلال فترة انتقالية مدتها شهران.",
        "وتحصل شركة العبّارات على أرصفة البحيرة مع فترة تجريبية مدتها 90 يوما.",
        "وتطالب شركة العبّارات بتسليم أرصفة البحيرة بعد فترة انتقالية مدتها 90 يوما.",
        "وتعبر المدارس في النرويج فترة انتقالية مدتها 90 يوما.",
    ],
    ids=["rounded", "another term", "asked for", "elsewhere"],
)
def test_another_term_a_wish_and_a_rounding_are_none(other: str) -> None:
    """Two months are 60 days; what somebody asks for is no term of the agreement."""
    assert told(NINETY, other) == ()
