"""Figures and dates as the brief's language says them."""

import re
from decimal import Decimal
from io import BytesIO

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from brief.errors import TopicError
from brief.language import resource, table
from brief.model import Qualifier
from brief.words import Words, scale_of, words


@pytest.fixture
def arabic() -> Words:
    """Arabic with European digits."""
    return words("ar", "ar")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("3.60", "3.6"), ("1234.5", "1,234.5"), ("60", "60"), ("0.05", "0.05"), ("1E+3", "1,000")],
)
def test_a_number_keeps_its_own_decimals(arabic: Words, value: str, shown: str) -> None:
    """No zero is added, no decimal is lost."""
    assert arabic.number(Decimal(value)) == shown


def test_digits_follow_the_locale() -> None:
    """Eastern digits only where the locale asks for them."""
    assert words("ar", "ar_EG").number(Decimal(17)) == "17"
    assert words("ar", "ar_EG@numbers=arab").number(Decimal(17)) == "\u0661\u0667"


@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 100, 102])
def test_each_plural_form_is_told_apart(arabic: Words, count: int) -> None:
    """The Arabic forms of a count differ where the grammar says so, and none is left in English."""
    said = arabic.counted(count, "%(n)s source", "%(n)s sources")
    assert said
    assert said.isascii() is False
    assert (str(count) in said) == (count > 2)


def test_months_follow_the_country() -> None:
    """June has another name in Damascus than in Cairo."""
    assert words("ar", "ar_EG").date("2024-06-30") != words("ar", "ar_SY").date("2024-06-30")


@pytest.mark.parametrize("iso", ["2024", "2024-06", "2024-06-30", "not a date", "2024-13"])
def test_a_date_is_as_fine_as_it_was_given(arabic: Words, iso: str) -> None:
    """A year stays a year, a month a month; what is no date comes back as it is."""
    said = arabic.date(iso)
    assert ("2024" in said) == ("2024" in iso)
    assert ("30" in said) == ("30" in iso)


def test_hijri_ends_with_its_tables(arabic: Words) -> None:
    """A day within the tables has its Hijri date, a day beyond them has none."""
    said = arabic.hijri("2024-06-30")
    assert said is not None
    assert said.startswith("24 ")
    assert arabic.hijri("1900-01-01") is None


def test_a_span_of_days_says_its_month_once(arabic: Words) -> None:
    """Two days of one month share its name."""
    month = arabic.date("2024-06").split()[0]
    assert arabic.period("2024-06-19", "2024-06-20").count(month) == 1
    assert arabic.period("2024-05-19/2024-06-20").count("2024") == 2


@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_every_qualifier_has_words(arabic: Words, qualifier: Qualifier) -> None:
    """What a source adds to a figure is said beside it; that it calls it little is no part of it."""
    said = arabic.amount(Decimal(10), Decimal(10), qualifier)
    assert "10" in said
    assert (said == "10") is (qualifier is Qualifier.ONLY)
    assert "qualifier" not in said


@pytest.mark.parametrize(
    "unit", ["usd", "bcm", "usd_per_mmbtu", "barrel_per_day", "persons", "km", "decade", "tonne"]
)
def test_units_are_words(arabic: Words, unit: str) -> None:
    """A unit is named in Arabic, whatever the number before it."""
    for value in (Decimal(1), Decimal(5), Decimal("4.4"), Decimal(10) ** 9):
        assert arabic.unit(unit, value).isascii() is False


def test_scales() -> None:
    """A figure is told in the largest scale below it."""
    assert [scale_of(Decimal(10) ** power) for power in (3, 6, 9, 12)] == [0, 6, 9, 12]


def test_an_unknown_locale_is_a_sentence() -> None:
    """The message names the locale and shows what to write."""
    with pytest.raises(TopicError, match=r"zz_ZZ.*ar_EG"):
        words("ar", "zz_ZZ")


@pytest.mark.parametrize("value", ["1", "2", "5", "12", "100", "1.5"])
def test_every_unit_that_is_read_has_a_name(arabic: Words, value: str) -> None:
    """No unit, money or rate is printed by its id."""
    data = table("ar", "units")
    units = [unit for unit, entry in data["unit"].items() if "as" not in entry]
    units += [entry["unit"] for entry in data["money"].values()]
    units += [f"usd_per_{per}" for per in (*data["per"], *data["rate"])]
    unnamed = {unit for unit in units if re.search("[A-Za-z_]", arabic.unit_name(unit, Decimal(value)))}
    assert not unnamed - {"percent", "count", "ordinal"}


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("ar_EG", "1,234.5"),
        ("ar_MA", "1.234,5"),
        ("ar_EG@numbers=arab", "١٬٢٣٤٫٥"),
        ("ar_SA@numbers=arab", "١٬٢٣٤٫٥"),
        ("ar_MA@numbers=arab", "١٬٢٣٤٫٥"),
    ],
)
def test_separators_are_those_of_the_digits(locale: str, shown: str) -> None:
    """Arabic-Indic digits have their own marks; European ones have those of the country."""
    assert words("ar", locale).number(Decimal("1234.5")) == shown


def test_a_percent_sign_goes_with_its_digits() -> None:
    """The sign is of the family of the digits before it."""
    said = words("ar", "ar_EG@numbers=arab")
    assert said.amount(Decimal(60), Decimal(60), None, "%") == "٦٠٪"
    assert words("ar", "ar").amount(Decimal(60), Decimal(60), None, "%") == "60%"


@pytest.mark.parametrize(
    ("locale", "june"),
    [
        *((locale, "يونيو") for locale in ("ar", "ar_EG", "ar_SA", "ar_AE", "ar_MA")),
        *((locale, "حزيران") for locale in ("ar_SY", "ar_IQ", "ar_LB", "ar_JO")),
        *((locale, "جوان") for locale in ("ar_DZ", "ar_TN")),
    ],
)
def test_every_country_has_its_months(locale: str, june: str) -> None:
    """Three families of names, by the country, in one document one of them."""
    assert words("ar", locale).date("2024-06-30") == f"30 {june} 2024"
    assert words("ar", locale).period("2024-06-01", "2024-06-30").count(june) == 1


@pytest.mark.parametrize("count", [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000])
@pytest.mark.parametrize("code", ["ar", "en"])
def test_counted_messages_take_the_form_of_their_language(code: str, count: int) -> None:
    """Each count takes the form that CLDR names for it."""
    categories = {"ar": ("zero", "one", "two", "few", "many", "other"), "en": ("one", "other")}[code]
    place = categories.index(Locale(code).plural_form(count))
    forms = {
        one.id[0]: tuple(one.string or ())
        for one in read_po(BytesIO(resource(code, "messages.po")), locale=code)
        if isinstance(one.id, tuple)
    }
    said = words(code, code)
    assert len(forms) > 50
    for message, strings in forms.items():
        assert said.catalogue.ngettext(message, "", count) == strings[place]


def test_english_dates() -> None:
    """Day, month and year in one order in every English locale, Hijri beside them."""
    for locale in ("en", "en_GB", "en_US"):
        said = words("en", locale)
        assert said.date("2024-06-30", weekday=True) == "Sunday 30 June 2024"
        assert said.hijri("2024-06-30") == "24 Dhu al-Hijjah 1445 AH"
        assert said.period("2024-06-19", "2024-06-20") == "from 19 to 20 June 2024"


@pytest.mark.parametrize(
    ("language", "locale", "told"),
    [
        ("en", "ar_EG", "none of the language 'en'"),
        ("ar", "en_GB", "none of the language 'ar'"),
        ("en", "en_GB@numbers=arab", "Arabic-Indic"),
    ],
)
def test_a_locale_is_one_of_the_frame(language: str, locale: str, told: str) -> None:
    """Months of one language never stand in a frame of another, nor digits it has not."""
    with pytest.raises(TopicError, match=told):
        words(language, locale)
