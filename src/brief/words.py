"""Numbers, units and dates as the brief's language says them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from gettext import GNUTranslations
from typing import Literal, cast

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name
from babel.units import format_unit
from msgspec import Struct

from brief.errors import TopicError
from brief.messages import catalogue
from brief.model import Qualifier

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_PLURAL_OF_DECIMALS = 100
_DATE_PARTS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
_CLDR_UNITS = {
    "km": "length-kilometer",
    "tonne": "mass-tonne",
}
_EASTERN = str.maketrans("0123456789", "".join(map(chr, range(0x0660, 0x066A))))
# Umm al-Qura is tabulated for these Gregorian years only.
_HIJRI_YEARS = range(1925, 2077)
_HIJRI_NAMES = {"ar", "bn", "en", "tr"}


class Words(Struct, frozen=True):
    """Says figures and dates in one locale, with the words of one catalogue."""

    catalogue: GNUTranslations
    locale: str
    eastern: bool = False

    def say(self, message: str, **values: object) -> str:
        """The catalogue's words for an English message id, its `%(name)s` filled."""
        text = self.catalogue.gettext(message)
        return text % values if values else text

    def digits(self, text: str) -> str:
        """`text` in the digits of the locale: European unless it asks for others."""
        return text.translate(_EASTERN) if self.eastern else text

    def number(self, value: Decimal) -> str:
        """A number with the locale's separators and no more decimals than it has."""
        plain = value.normalize()
        return self.digits(format_decimal(plain, "#,##0.######", locale=self.locale))

    def counted(self, count: int, one: str, many: str) -> str:
        """`ngettext` with `%(n)s` filled in the locale's digits."""
        return self.catalogue.ngettext(one, many, count) % {"n": self.number(Decimal(count))}

    def date(self, iso: str, *, weekday: bool = False) -> str:
        """An ISO year, month or day as the locale writes it; other text comes back as it is."""
        pattern = _DATE_PARTS.get(len(iso))
        day = _day(iso)
        if pattern is None or day is None:
            return iso
        full = f"EEEE {pattern}" if weekday and len(iso) > len("2024-01") else pattern
        return self.digits(format_date(day, full, locale=self.locale))

    def hijri(self, iso: str) -> str | None:
        """The day in the calendar of Umm al-Qura; nothing where its tables end."""
        day = _day(iso)
        if day is None or day.year not in _HIJRI_YEARS:
            return None
        from hijridate import Gregorian  # noqa: PLC0415 - used once a brief

        hijri = Gregorian.fromdate(day).to_hijri()
        tongue = cast(
            "Literal['ar', 'bn', 'en', 'tr']", self.locale[:2] if self.locale[:2] in _HIJRI_NAMES else "en"
        )
        month, era = hijri.month_name(tongue), hijri.notation(tongue)
        return self.digits(f"{hijri.day} {month} {hijri.year} {era}")

    def period(self, start: str, end: str | None = None) -> str:
        """A date, a quarter (`2024-Q1`), or two dates in words, without a dash."""
        first, slash, last = start.partition("/")
        if slash or (end and end != start):
            return self.say(
                "from %(start)s to %(end)s",
                start=self._short(first, last or end or ""),
                end=self.period(last or end or ""),
            )
        year, mark, quarter = start.partition("-Q")
        if mark:
            return self.say(
                "quarter %(quarter)s of %(year)s", quarter=self.digits(quarter), year=self.digits(year)
            )
        return self.date(start)

    def _short(self, first: str, last: str) -> str:
        """The first day of a span without the month and year that it shares with the last."""
        if len(first) == len(last) == len("2024-01-01") and first[:7] == last[:7]:
            return self.digits(str(int(first[8:])))
        return self.period(first)

    def amount(self, low: Decimal, high: Decimal, qualifier: Qualifier | None, sign: str = "") -> str:
        """A figure or a range with its qualifier; `sign` follows each number."""
        text = f"{self.number(low)}{sign}"
        if low != high:
            text = self.say("between %(low)s and %(high)s", low=text, high=f"{self.number(high)}{sign}")
        return self.say(f"qualifier:{qualifier.value}", value=text) if qualifier else text

    def unit(self, unit: str, value: Decimal, scale: int | None = None) -> str:
        """The words after a number: scale and unit in the form that the number asks for.

        `scale` is the power of ten that the number is told in, its own where none is given.
        """
        scale = scale_of(value) if scale is None else scale
        shown = value.scaleb(-scale)
        scale_word = self._plural(f"scale:{dict(_SCALES)[scale]}", shown) if scale else ""
        name = self.unit_name(unit, Decimal(1000) if scale else shown)
        return " ".join(filter(None, (scale_word, name)))

    def unit_name(self, unit: str, value: Decimal) -> str:
        """The name of a unit after `value`; a currency from CLDR, an unknown unit as it is."""
        if unit in {"percent", "count", "ordinal"}:
            return ""
        said = self._plural(f"unit:{unit}", value)
        if said != f"unit:{unit}":
            return said
        if unit in _CLDR_UNITS:
            return _cldr_unit(_CLDR_UNITS[unit], value, self.locale)
        counted, per, rate = unit.partition("_per_")
        if per:
            return self.say(
                "%(unit)s %(rate)s", unit=self.unit_name(counted, value), rate=self.say(f"per:{rate}")
            )
        return get_currency_name(unit.upper(), count=_beside(value), locale=self.locale)

    def _plural(self, message: str, value: Decimal) -> str:
        return self.catalogue.ngettext(message, message, _plural_number(value))


def words(language: str, locale: str) -> Words:
    """The words of a language in a locale; `ar_EG@numbers=arab` asks for Eastern digits."""
    plain, _, modifier = locale.replace("-", "_").partition("@")
    try:
        Locale.parse(plain)
    except (UnknownLocaleError, ValueError) as error:
        message = f"locale: {locale!r} is not known; write one such as ar, ar_EG or ar_SY."
        raise TopicError(message) from error
    return Words(catalogue(language), plain, modifier == "numbers=arab")


def scale_of(value: Decimal) -> int:
    """The power of ten a figure is told in: 12, 9, 6 or 0."""
    return next((power for power, _ in _SCALES if abs(value) >= Decimal(10) ** power), 0)


def _plural_number(value: Decimal) -> int:
    return int(value) if value == value.to_integral_value() else _PLURAL_OF_DECIMALS


def _beside(value: Decimal) -> int:
    """The number by which CLDR chooses the form of a word beside digits: a dual stands without them."""
    number = _plural_number(value)
    return _PLURAL_OF_DECIMALS if number == 2 else number


def _cldr_unit(unit: str, value: Decimal, locale: str) -> str:
    """The unit's word alone: CLDR gives it around the number, and singular and dual without one."""
    pattern = format_unit(_beside(value), unit, locale=locale)
    return "".join(
        character for character in pattern if not character.isdigit() and character not in ",."
    ).strip()


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(
            iso + "-01-01"[: max(0, 10 - len(iso))]
            if len(iso) == len("2024")
            else f"{iso}-01"
            if len(iso) == len("2024-01")
            else iso
        )
    except ValueError:
        return None
