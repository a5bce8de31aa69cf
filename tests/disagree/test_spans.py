"""One named term with two lengths."""

import pytest

from tests.disagree.test_disagree import told

SIXTY = "ويمنح الاتفاق شركة العبّارات في كينيا فترة انتقالية مدتها 60 يوما لتسليم أرصفة البحيرة."


@pytest.mark.parametrize(
    "other",
    [
        "وتسلم شركة العبّارات أرصفة البحيرة خلال فترة انتقالية مدتها أربعة أشهر.",
        "وتسلم شركة العبّارات أرصفة البحيرة خلال فترة انتقالية مدتها 3 أشهر.",
    ],
    ids=["in words", "in digits"],
)
def test_two_lengths_of_one_term_stand_side_by_side(other: str) -> None:
    """The same noun with the same adjective lasts 60 days here and months there; the topic is the term."""
    (found,) = told(SIXTY, other)
    assert (found.kind, found.topic) == ("conflict", "المدة: فترة انتقالية")


def test_two_lengths_in_words_do_too() -> None:
    """What is written out is a length like any other."""
    (found,) = told(
        "ووقع المرفأ مع الشركة عقدا جديدا مدته سنتان لتنظيف الأرصفة.",
        "وتنظف الشركة أرصفة المرفأ بموجب عقد جديد مدته خمس سنوات.",
    )
    assert found.topic == "المدة: عقدا جديدا"


@pytest.mark.parametrize(
    "other",
    [
        "وتسلم شركة العبّارات أرصفة البحيرة خلال فترة انتقالية مدتها شهران.",
        "وتحصل شركة العبّارات على أرصفة البحيرة مع فترة تجريبية مدتها أربعة أشهر.",
        "وتطالب شركة العبّارات بتسليم أرصفة البحيرة بعد فترة انتقالية مدتها أربعة أشهر.",
        "وتعبر المدارس في النرويج فترة انتقالية مدتها أربعة أشهر.",
        "وتسلم شركة العبّارات أرصفة البحيرة خلال فترة انتقالية مدتها سنتان.",
    ],
    ids=["the same", "another term", "asked for", "elsewhere", "many times as long"],
)
def test_another_term_a_wish_and_a_rounding_are_none(other: str) -> None:
    """Two months are 60 days; what somebody asks for is no term of the agreement."""
    assert told(SIXTY, other) == ()


def test_a_length_in_another_unit_is_no_other_length() -> None:
    """Two years are 24 months, though not in days."""
    agreed = "ووقع المرفأ مع الشركة عقدا جديدا مدته سنتان لتنظيف الأرصفة."
    assert told(agreed, "وتنظف الشركة أرصفة المرفأ بموجب عقد جديد مدته 24 شهرا.") == ()
