"""Numbers, units and dates as the brief's language says them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations
from typing import Literal, cast

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name
from babel.units import format_unit
from msgspec import Struct

from brief.errors import TopicError
from brief.language import direction_of, load, read_in, table
from brief.messages import catalogue
from brief.model import Qualifier
from brief.typeset import in_arabic

_Date = date
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_PLURAL_OF_DECIMALS = 100
_DATE_PARTS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
_CLDR_UNITS = {
    "km": "length-kilometer",
    "tonne": "mass-tonne",
}
_EASTERN = str.maketrans("0123456789", "".join(map(chr, range(0x0660, 0x066A))))
# Both families that texts in Arabic letters are written with, and the signs that go with them.
_EUROPEAN = str.maketrans(
    {
        **{chr(first + digit): str(digit) for first in (0x0660, 0x06F0) for digit in range(10)},
        "\u066a": "%",
        "\u066b": ".",
        "\u066c": ",",
    }
)
# An address or a name in Latin letters keeps its digits; a number may have groups, decimals, a percent sign.
_NUMBER = re.compile(
    r"(?P<name>(?:https?://|www\.)\S{1,2000}|(?=[0-9_.+#/@:-]{0,40}[A-Za-z])[A-Za-z0-9_.+#/@:-]{1,80})"
    r"|[0-9]+(?:[.,][0-9]+){0,8}(?:(?=\s?%)(?P<percent>\s?%))?"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_ARABIC_SIGNS = str.maketrans({".": "\u066b", ",": "\u066c"})
# What is set apart from the line around it runs its own way, as `Words.say` sets the words of sources.
ISOLATE, END_OF_ISOLATE = "\u2067", "\u2069"
APART = re.compile(f"({ISOLATE}[^{ISOLATE}{END_OF_ISOLATE}]*{END_OF_ISOLATE})")
# Umm al-Qura is tabulated for these Gregorian years only.
_HIJRI_YEARS = range(1925, 2077)
_HIJRI_NAMES = {"ar", "bn", "en", "tr"}


class Words(Struct, frozen=True):
    """Says figures and dates in one locale, with the words of one catalogue.

    `aside` is the code of the sources' language where it runs against the frame's, and `terms`
    are the frame's own words for what the sources' language has a name for.
    """

    catalogue: GNUTranslations
    locale: str
    eastern: bool = False
    direction: Literal["rtl", "ltr"] = "rtl"
    aside: str | None = None
    terms: Mapping[str, str] = {}

    def say(self, message: str, **values: object) -> str:
        """The catalogue's words for an English message id, its `%(name)s` filled."""
        text = self.catalogue.gettext(message)
        if not values:
            return text
        return text % {
            name: self.word(value) if isinstance(value, str) else value for name, value in values.items()
        }

    def word(self, text: str) -> str:
        """Words of a source within a sentence of the frame: in the frame's own where it has them.

        Others are set apart where they run against it, so that nothing changes places with them.
        """
        if self.aside is None or ISOLATE in text:
            return text
        head, bracket, rest = text.partition(" (")
        if term := self.terms.get(head):
            return f"{term} ({self.word(rest.removesuffix(')'))})" if bracket else term
        return f"{ISOLATE}{text}{END_OF_ISOLATE}" if self.is_aside(text) else text

    def is_aside(self, text: str) -> bool:
        """Whether `text` is in the language of the sources and runs against the frame."""
        return self.aside is not None and direction_of(text) not in {None, self.direction}

    def digits(self, text: str) -> str:
        """`text` in the digits of the locale: European unless it asks for others."""
        return text.translate(_EASTERN) if self.eastern else text

    @property
    def dot(self) -> str:
        """What stands between two remarks; beside Arabic-Indic digits a dot would be read as a nought."""
        return "\u2013" if self.eastern else "\u00b7"

    def numerals(self, text: str) -> str:
        """Words of a source in the digits of the locale, their separators and percent signs with them.

        Names in Latin letters and addresses keep theirs.
        """
        return _NUMBER.sub(_eastern, text) if self.eastern else text.translate(_EUROPEAN)

    def shown(self, text: str) -> str:
        """Words of a source as the document sets them: in its digits, with the marks of Arabic print."""
        return self.numerals(in_arabic(text))

    def number(self, value: Decimal) -> str:
        """A number with the separators of its digits in the locale, and no more decimals than it has."""
        system = "arab" if self.eastern else "latn"
        shown = format_decimal(value.normalize(), "#,##0.######", locale=self.locale, numbering_system=system)
        return self.digits(shown)

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

    def day(self, day: _Date, pattern: str) -> str:
        """A day in a pattern of CLDR, such as `EEEE` for its weekday."""
        return self.digits(format_date(day, pattern, locale=self.locale))

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
        sign = self.numerals(f"0{sign}")[1:] if sign else ""
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


@cache
def words(language: str, locale: str) -> Words:
    """The words of a language in a locale; `ar_EG@numbers=arab` asks for Eastern digits."""
    plain, _, modifier = locale.replace("-", "_").partition("@")
    framed, read = load(language), read_in(language)
    examples = ", ".join(table(language, "language")["locales"])
    try:
        parsed = Locale.parse(plain)
    except (UnknownLocaleError, ValueError) as error:
        raise TopicError(
            "locale: '%(locale)s' is not known; write one such as %(examples)s.",
            locale=locale,
            examples=examples,
        ) from error
    if parsed.language != language:
        raise TopicError(
            "locale: '%(locale)s' is none of the language '%(language)s'; write one such as %(examples)s.",
            locale=locale,
            language=language,
            examples=examples,
        )
    eastern = modifier == "numbers=arab"
    if eastern and framed.script != "Arab":
        raise TopicError(
            "locale: '%(locale)s' asks for Arabic-Indic digits, which %(language)s does not use.",
            locale=locale,
            language=framed.name,
        )
    aside = read.code if read.direction != framed.direction else None
    return Words(catalogue(language), plain, eastern, framed.direction, aside, _terms(language))


@cache
def _terms(frame: str) -> Mapping[str, str]:
    """The words of a frame for countries, continents and measures, by those of the language read."""
    code = read_in(frame).code
    if code == frame:
        return {}
    labels = table(frame, "measures")["labels"]
    own, theirs = (Locale(tongue).territories for tongue in (frame, code))
    places = {
        name.partition(" (")[0]: own[id_].partition(" (")[0] for id_, name in theirs.items() if id_ in own
    }
    return places | {entry["label"]: labels[entry["id"]] for entry in table(code, "measures")["measure"]}


def _eastern(match: re.Match[str]) -> str:
    """A number in Arabic-Indic digits, a name as it is."""
    if match["name"]:
        return match[0]
    number, percent = match[0].removesuffix(match["percent"] or ""), match["percent"] or ""
    if (number.count(".") == 1 and "," not in number) or _GROUPED.fullmatch(number):
        number = number.translate(_ARABIC_SIGNS)
    return number.translate(_EASTERN) + percent.replace("%", "\u066a")


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
