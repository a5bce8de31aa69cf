"""Numbers as such: written back and forth, in every habit, and on hostile text."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.language import Language, fold, load
from brief.quantities import expressions, numerals
from brief.quantities.lexemes import lexicon
from brief.quantities.numerals import Numeral, grouped, parse, tokenise
from brief.quantities.ranges import number_ranges
from brief.quantities.views import numbers, ordinals, percents

ARABIC = load("ar")
VIEWS: list[Callable[[str, Language], tuple[Any, ...]]] = [numbers, percents, ordinals, number_ranges]
FAMILIES = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]
# Thousands, decimals.
HABITS = [
    (",", "."),
    (".", ","),
    ("\u066c", "\u066b"),
    ("\u060c", "."),
    (" ", "."),
    (" ", ","),
    ("\u00a0", ","),
]


def values(text: str) -> list[Decimal]:
    """The numbers of a text."""
    return [one.value for one in numbers(text, ARABIC)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("مئة وأحد عشر", 111),
        ("ألف وأحد عشر", 1011),
        ("مئة ألف وألف", 101_000),
        ("مئتا مليون ومليونان", 202_000_000),
        ("ثلاث مئة وأربعة وعشرون", 324),
        ("3 مئة و21", 321),
        ("أربعة آلاف ثلاثمئة وواحد", 4301),
        ("مئة ألف مليار", 10**14),
        ("كوادريليون", 10**15),
        ("دزينتين", 24),
        ("نصف دزينة", 6),
        ("ثلاثة أرباع المليون", 750_000),
        ("خمسة فاصلة ستة", "5.6"),
        ("خمسة فاصلة صفر ستة", "5.06"),
        ("خمسة فاصلة ستة من مئة", "5.06"),
        ("اثنان فاصلة خمسة مليون", 2_500_000),
        ("صفر", 0),
        ("سالب خمسة", -5),
        ("-7,5", "-7.5"),
        ("واحد وثلاثة أرباع", "1.75"),
        ("مئة وخمسة أثمان", "100.625"),
        ("سبعة من عشرة", "0.7"),
        ("9 على 4", "2.25"),
        ("جزء من ألف", "0.001"),
        ("مئتان وثلاثة أجزاء من مئة", "200.03"),
        ("وقع خُمس الطلب", "0.2"),
        ("خُمسا الميزانية", "0.4"),
        ("خمس الميزانية", "0.2"),
        ("خمس السنوات", 5),
        ("3/4", "0.75"),
        ("5 1/2", "5.5"),
        ("2e-3", "0.002"),
        ("2^10", 1024),
        ("12 345 678", 12_345_678),
    ],
)
def test_an_expression_has_one_value(text: str, value: object) -> None:
    """Shares, decimals said aloud, signs, quotients and powers come to one number."""
    assert values(text) == [Decimal(str(value))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بين ثلاث وخمس سنوات", [3, 5]),
        ("أي واحد تريد", []),
        ("في الربع الأول", []),
        ("ربع المدينة", [0.25]),
        ("طائرة F-16 وقناة عربي21 و20كم", []),
        ("10 في المئة", [10, 100]),
        ("500 في 2019", [500, 2019]),
        ("في 5/17/2018", [5, 17, 2018]),
        ("من 12:30", [12, 30]),
        ("5 300 12", [5, 300, 12]),
        ("المياه\t212\t158\t140", [212, 158, 140]),
        ("القسم 2\n300 شخص", [2, 300]),
        ("+966 500 123", [966, 500, 123]),
        ("222 3333", [222, 3333]),
        ("https://example.org/a-25 ثم 3", [3]),
        ("مئة 0", [100, 0]),
        ("1/0", [1, 0]),
        ("ثلاثة مليارات وخمسة ملايين دولار و40 سنتا", [3_005_000_000, 40]),
    ],
)
def test_numbers_apart_stay_apart(text: str, found: list[float]) -> None:
    """What makes no one number is several, and a name holds none."""
    assert values(text) == found


@given(
    st.integers(0, 10**15 - 1),
    st.sampled_from(["", "5", "25", "0625"]),
    st.sampled_from(FAMILIES),
    st.sampled_from(HABITS),
    st.sampled_from(["{}", "بلغت {} طن", "(الـ{})", "و{}"]),
)
def test_digits_of_all_families_and_habits_come_back(
    whole: int, part: str, family: str, habit: tuple[str, str], frame: str
) -> None:
    """Grouped digits with decimals are the number they write, in whatever digits and signs."""
    written = f"{whole:,}".replace(",", habit[0]) + (habit[1] + part if part else "")
    if not part and habit[0] == "." and written.count(".") == 1:
        written = written.replace(".", "")  # one full stop alone begins decimals
    text = frame.format(written.translate(str.maketrans("0123456789", family)))
    assert values(text) == [Decimal(f"{whole}.{part or 0}")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("المرة الخامسة والعشرون", 25),
        ("الدورة الثانية عشرة", 12),
        ("الذكرى المئة والخامسة", 105),
        ("الحادي والثلاثين", 31),
        ("الجلسة التسعمئة والتاسعة والتسعون", 999),
        ("رابع دولة", 4),
        ("الجولة الـ18", 18),
    ],
)
def test_an_ordinal_has_its_place(text: str, value: int) -> None:
    """Ordinals of one word and of several, and digits with the article."""
    assert [one.value for one in ordinals(text, ARABIC)] == [value]


@pytest.mark.parametrize("text", ["خمسة كتب", "الدول الخمس", "عشرون دولة", "20 دولة", "ثانية واحدة"])
def test_a_cardinal_is_no_ordinal(text: str) -> None:
    """What counts does not rank."""
    assert ordinals(text, ARABIC) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "closed"),
    [
        ("ما لا يقل عن 40", 40, None, (True, False)),
        ("بأكثر من 40", 40, None, (False, False)),
        ("لم يتجاوز 40", None, 40, (False, True)),
        ("≤40", None, 40, (False, True)),
        ("40 فأكثر", 40, None, (True, False)),
        ("من 20 إلى 30", 20, 30, (True, False)),
        ("لا يزيد على 50 ولا يقل عن 20", 20, 50, (True, True)),
    ],
)
def test_a_bound_is_open_or_closed(text: str, low: int | None, high: int | None, closed: object) -> None:
    """A bound says whether its number belongs to the range."""
    (one,) = number_ranges(text, ARABIC)
    assert (one.low, one.high, (one.closed_low, one.closed_high)) == (low, high, closed)


def test_a_phone_number_and_falling_ends_are_no_range() -> None:
    """Strokes of a telephone number and a stretch downwards say no range."""
    assert number_ranges("+1-222-2222-2222", ARABIC) == ()
    assert number_ranges("1995-01", ARABIC) == ()


PIECES = """بين و من إلى على في جزء أكثر أو أقل يساوي خمس خُمس نصف أرباع مليون ألفا مئة واحد عشر الحادي
والعشرون صفر فاصلة سالب - – / ^ e 1 23 456 7.5 ٪ بالمئة < >= ال ٠ \x01 http://a دزينة أي ¹ ½"""
MIXED = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=25)


@given(st.text(max_size=60) | MIXED.map(" ".join) | MIXED.map("".join))
def test_no_text_breaks_a_view_and_spans_are_exact(text: str) -> None:
    """Whatever the text, what is found lies within it, in order and apart."""
    for find in VIEWS:
        end = 0
        for one in find(text, ARABIC):
            assert end <= one.start < one.end <= len(text)
            end = one.end


def test_a_span_is_the_number_of_the_original() -> None:
    """Marks and tatweel before and within a number leave its span exact."""
    text = "وصلـــت ثَلاثُمِئَةٍ وخَمسون سفينة، والـ18 بعدها"
    assert [text[one.start : one.end] for one in numbers(text, ARABIC)] == ["ثَلاثُمِئَةٍ وخَمسون", "الـ18"]
    text = "عددهم أكثر من ٢٠ وأقل من ٣٠ شخصا"
    assert [text[one.start : one.end] for one in number_ranges(text, ARABIC)] == ["أكثر من ٢٠ وأقل من ٣٠"]


class Counted(list[numerals.Token]):
    """Tokens that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - an index or a slice
        self.looks += 1
        return super().__getitem__(index)


HOSTILE = [
    "1,",
    "9",
    "1/",
    "1-",
    "1 234 ",
    "234 ",
    "مليون مليون ",
    "مليار ومليون وألف و",
    "و ",
    "خمس ",
    "خمسة فاصلة ",
    "فاصلة صفر ",
    "سالب ",
    "جزء من ",
    "واحد من ",
    "1e1",
    "مئة و",
    "ثلاثة أرباع و",
    "الخامسة و",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_steps_grow_with_the_text_and_no_faster(piece: str) -> None:
    """Twice a hostile text costs about twice the looks at its tokens."""

    def looks(times: int) -> int:
        tokens = Counted(grouped(tokenise(fold(piece * times))))
        words = lexicon("ar")
        for _ in expressions.amounts(tokens, words):
            pass
        for at in range(len(tokens)):
            parse(tokens, at, "ar")
        return tokens.looks

    assert looks(2000) <= 2.2 * looks(1000) + 100


@pytest.mark.parametrize(
    "text", ["1," * 50_000, "9" * 200_000, "مليون مليون " * 5000, "و " * 5000, "234 " * 5000]
)
def test_long_hostile_texts_are_read_by_every_view(text: str) -> None:
    """A hundred thousand signs break nothing, and no code of digits is taken for a figure."""
    found = [one.value for find in (numbers, ordinals, percents) for one in find(text, ARABIC)]
    assert all(value < 10**18 for value in found)
    assert number_ranges(text, ARABIC) == ()


def test_a_numeral_knows_its_parts() -> None:
    """Head and scale are told apart, and the conjunction is not of the number."""
    numeral = parse(tokenise(fold("و7.5 مليارات")), 0, "ar")
    assert isinstance(numeral, Numeral)
    assert (numeral.head, numeral.scale) == (Decimal("7.5"), Decimal(10**9))
    assert (numeral.start, numeral.joined) == (1, True)
