"""Months and days without their year, where their words say that they are to come."""

import pytest

from brief import periods
from brief.language import load

ARABIC = load("ar")
PUBLISHED = "2022-09-14"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("من المقرر أن تفتتح القاعة أمام الزوار في 5 مارس", "2023-03-05"),
        ("وينتظر أن تصدر الطبعة الجديدة في أبريل", "2023-04"),
        ("سيعقد المهرجان بين 3 و7 مارس", "2023-03-03/2023-03-07"),
        ("والانتخابات البلدية المقررة في أبريل", "2023-04"),
        ("وقال المقرر الخاص للجنة إنها اجتمعت في أبريل", "2022-04"),
        ("كان من المقرر أن تفتتح القاعة في 5 مارس", "2022-03-05"),
        ("من المقرر أن تفتتح القاعة التي احترقت، بحسب المدير، في 5 مارس", "2022-03-05"),
        ("من المقرر أن تفتتح القاعة في 20 أغسطس", "2022-08-20"),
        ("من المقرر أن تناقش حصيلة مارس الماضي", "2022-03"),
        ("افتتحت القاعة في 5 مارس", "2022-03-05"),
    ],
    ids=["set", "awaited", "will", "set for", "who reports", "was set", "an aside", "lately", "last", "done"],
)
def test_what_is_told_as_to_come_is_of_the_coming_year(text: str, iso: str) -> None:
    """The nearest such day lies behind, the one that is meant ahead."""
    assert [time.iso for time in periods.find(text, ARABIC, PUBLISHED)] == [iso]
