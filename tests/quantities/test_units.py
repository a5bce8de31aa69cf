"""What figures count: the forms of units, their duals, money of the world, and rates."""

from decimal import Decimal

import pytest

from brief.language import fold
from brief.quantities import find, units
from brief.quantities.money import money
from brief.quantities.numerals import tokenise

UNITS = units.lexicon("ar")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("بكلفة 40 راندا", 40, "count"),
        ("بكلفة 40 راند", 40, "zar"),
        ("ثمنه 500 نايرا نيجيرية", 500, "ngn"),
        ("بمبلغ 9 ملايين أوقية موريتانية", 9_000_000, "mru"),
        ("خمسة ملايين فرنك سويسري", 5_000_000, "chf"),
        ("قيمتها 300 جنيه", 300, "pound"),
        ("قيمتها 300 جنيه سوداني", 300, "sdg"),
        ("قيمتها 300 ريال برازيلي", 300, "brl"),
        ("بقيمة USD 5 ملايين", 5_000_000, "usd"),
        ("بقيمة 5 ملايين EUR", 5_000_000, "eur"),
        ("بقيمة €3.2 مليار", 3_200_000_000, "eur"),
        ("بقيمة ₺500", 500, "try"),
        ("بقيمة 500 ج.م للتذكرة", 500, "egp"),
        ("سعرها 2300 دولار للأوقية", 2300, "usd_per_ounce"),
        ("مساحتها 1500 دونم", 1500, "dunum"),
        ("مساحتها خمسة أفدنة", 5, "feddan"),
        ("مساحتها 20 كيلومترا مربعا", 20, "square_km"),
        ("عمقه 30 سم", 30, "centimetre"),
        ("وزنها رطلان", 2, "lb"),
        ("تبعد 100 ميل بحري", 100, "nautical_mile"),
        ("بسرعة 120 كم/ساعة", 120, "km_per_hour"),
        ("تضخ 5 أمتار مكعبة في الثانية", 5, "cubic_metre_per_second"),
        ("تنتج 400 ألف برميل نفط مكافئ يوميا", 400_000, "barrel_oil_equivalent_per_day"),
        ("تستهلك 10 ملايين وحدة حرارية بريطانية", 10, "mmbtu"),
        ("قدرتها 5 جيجاوات", 5, "gigawatt"),
        ("أنتجت 5 جيجاوات ساعة", 5, "gigawatt_hour"),
        ("بلغت 100 درجة فهرنهايت", 100, "fahrenheit"),
        ("هبطت إلى 5 درجات تحت الصفر", -5, "degree"),
        ("سجلت −12 درجة مئوية", -12, "degree"),
        ("بتغير نسبته -0.4%", "-0.4", "percent"),
        ("ارتفع 3 نقاط مئوية", 3, "percentage_point"),
        ("قتل 40 فلسطينيا", 40, "persons"),
        ("وصل ثلاثة سوريين", 3, "persons"),
        ("استقبل المستشفى ممرضتين", 2, "persons"),
    ],
)
def test_units_of_every_kind(text: str, value: object, unit: str) -> None:
    """Units, signs, codes, nations and rates are read behind a figure or before it."""
    (found,) = find(text)
    assert (found.value, found.unit) == (Decimal(str(value)), unit)


@pytest.mark.parametrize("word", ["مسؤولين", "صحافيين", "بلدان", "للصين", "ملايين", "فلسطين"])
def test_a_plural_or_a_name_is_no_dual(word: str) -> None:
    """Words that only end as duals do count nothing."""
    assert find(f"وتحدث عن {word} في الجلسة") == ()


@pytest.mark.parametrize("text", ["قوتين نوويتين", "ناقلتان نرويجيتان", "سفينتين"])
def test_a_dual_is_known_by_its_form(text: str) -> None:
    """A noun that no list has counts two where its adjective is a dual with it."""
    (found,) = find(f"ورصدت الوزارة {text} قبالة الساحل")
    assert (found.value, found.noun) == (Decimal(2), text.split(maxsplit=1)[0])


def test_every_currency_in_use_has_a_name_that_is_read() -> None:
    """The names that CLDR has for the legal tender of today name that currency, or its family."""
    known = money("ar")
    missed = [
        phrase
        for phrase, iso in known.phrases
        if (unit := UNITS.match(tokenise(fold(phrase)), 0)) is None or unit.id != iso
    ]
    assert len(known.codes) > 140
    assert not missed


def test_gas_is_told_in_billions_of_cubic_metres() -> None:
    """From a million on, whatever the sign; less stays as it is."""
    assert units.settled("cubic_metre_per_day", Decimal(2_000_000)) == (
        "bcm_per_day",
        Decimal("0.002"),
    )
    assert units.settled("cubic_metre", Decimal(999_999)) == ("cubic_metre", Decimal(999_999))
    assert units.settled("tonne", Decimal(2_000_000)) == ("tonne", Decimal(2_000_000))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("بلغت ديون المصنع 7.9 مليارات أوقية جديدة", "mru"),
        ("لن يتجاوز العبء في الميزانية 900 مليون أوقية", "mru"),
        ("يتقاضى راتبا قدره 90 ألف أوقية", "mru"),
        ("أنتج المنجم 120 ألف أوقية من الذهب", "ounce"),
        ("اشترى البنك 300 ألف أوقية من الذهب", "ounce"),
        ("خلط 5 أوقيات من الطحين", "ounce"),
        ("بلغ السعر 1900 دولار للأوقية", "usd_per_ounce"),
    ],
)
def test_a_weight_is_money_beside_words_of_money(text: str, unit: str) -> None:
    """The ouguiya of budgets and debts, the ounce of gold and flour."""
    assert [one.unit for one in find(text)] == [unit]
