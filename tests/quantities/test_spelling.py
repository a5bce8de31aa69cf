"""Numbers in words: what our own writer and num2words write is read back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from brief.language import load
from brief.quantities.spelling import Case, Gender, spelled
from brief.quantities.views import numbers

ARABIC = load("ar")
GENDERS: tuple[Gender, ...] = ("masculine", "feminine")
CASES: tuple[Case, ...] = ("nominative", "oblique")
# Numbers of every length, and those whose groups are the odd ones: 0, 1, 2, 8, 10 to 12, hundreds.
GROUPS = st.sampled_from(
    [0, 1, 2, 3, 8, 10, 11, 12, 18, 20, 21, 22, 99, 100, 101, 102, 108, 111, 200, 202, 999]
)
WHOLE = st.integers(0, 10**15) | st.lists(GROUPS, min_size=1, max_size=5).map(
    lambda groups: sum(group * 1000**place for place, group in enumerate(groups))
)


@pytest.mark.parametrize(
    ("value", "gender", "case", "words"),
    [
        (0, "masculine", "nominative", "صفر"),
        (3, "feminine", "nominative", "ثلاث"),
        (10, "feminine", "nominative", "عشر"),
        (11, "feminine", "nominative", "إحدى عشرة"),
        (12, "masculine", "oblique", "اثني عشر"),
        (15, "feminine", "oblique", "خمس عشرة"),
        (21, "feminine", "nominative", "إحدى وعشرون"),
        (22, "masculine", "oblique", "اثنين وعشرين"),
        (111, "masculine", "nominative", "مئة وأحد عشر"),
        (2000, "masculine", "oblique", "ألفين"),
        (11_000, "feminine", "nominative", "أحد عشر ألفا"),
        (103_000, "masculine", "nominative", "مئة وثلاثة آلاف"),
        (102_000, "masculine", "nominative", "مئة ألف وألفان"),
        (200_000, "masculine", "nominative", "مئتا ألف"),
        (3_500_000_000, "masculine", "nominative", "ثلاثة مليارات وخمسمئة مليون"),
        (2 * 10**15, "masculine", "nominative", "كوادريليونان"),
    ],
)
def test_numbers_agree_with_what_they_count(value: int, gender: Gender, case: Case, words: str) -> None:
    """Three to ten take the other gender, pairs and tens their case, scales their number."""
    assert spelled(value, "ar", gender=gender, case=case) == words


@given(
    WHOLE, st.sampled_from(GENDERS), st.sampled_from(CASES), st.sampled_from(["{}", "بلغ {}", "و{}", "{}."])
)
@example(10**15, "masculine", "nominative", "{}")
@example(10**15 - 1, "feminine", "oblique", "{}")
def test_a_spelled_number_reads_back(value: int, gender: Gender, case: Case, frame: str) -> None:
    """In every gender and case, and with words about it."""
    text = frame.format(spelled(value, "ar", gender=gender, case=case))
    assert [one.value for one in numbers(text, ARABIC)] == [value]


def wrong_in_num2words(value: int) -> bool:
    """Whether num2words writes a scale twice: 101,000 becomes «مائة و ألف ألف», a hundred and a million."""
    groups = (value // 1000**place % 1000 for place in range(1, 5))
    return any(group > 100 and group % 100 == 1 for group in groups)


@given(WHOLE.filter(lambda value: not wrong_in_num2words(value)))
def test_what_num2words_writes_reads_back(value: int) -> None:
    """Every number up to 10^15 but for those that num2words writes wrongly."""
    assert [one.value for one in numbers(num2words(value, lang="ar"), ARABIC)] == [value]


def test_num2words_is_wrong_where_we_say_so() -> None:
    """The rule that leaves numbers out is needed: the text says the scale twice."""
    assert num2words(101_000, lang="ar").count("ألف") == 2


@pytest.mark.parametrize("value", [-1, 10**18])
def test_what_has_no_words_is_refused(value: int) -> None:
    """Beyond the words of the language there is an error, no guess."""
    with pytest.raises(ValueError, match="cannot be spelled"):
        spelled(value, "ar")
