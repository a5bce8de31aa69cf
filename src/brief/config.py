"""A topic's brief.toml, read once and checked key by key."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from brief.errors import TopicError

FILE_NAME = "brief.toml"


class Budget(Struct, frozen=True, forbid_unknown_fields=True):
    """How much the five facets may hold together."""

    items: int = 60
    words: int = 2000


class PeriodSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The days the brief speaks of (ISO dates)."""

    start: str | None = None
    end: str | None = None


class SourceSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the analyst says of one source; it wins over what the text says."""

    file: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    grade: str | None = None
    background: bool = False


class ChartRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """A chart that the brief should try to draw."""

    id: str


class Topic(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A topic's settings; every one has a default, so that a bare folder builds too."""

    title: str | None = None
    subtitle: str | None = None
    language: str = "ar"
    locale: str | None = None
    issued: str | None = None
    audience: str | None = None
    marking: str | None = None
    theme: str = "modern"
    period: PeriodSettings = field(default_factory=PeriodSettings)
    budget: Budget = field(default_factory=Budget)
    source: tuple[SourceSettings, ...] = ()
    chart: tuple[ChartRequest, ...] = (
        ChartRequest("trade"),
        ChartRequest("gas_prices"),
        ChartRequest("arms_share"),
    )


_TYPES = {
    "int": "a whole number",
    "str": "text in quotes",
    "bool": "true or false",
    "array": "a list of [[tables]]",
    "object": "a [table]",
    "float": "a number",
    "null": "nothing",
}
_PROBLEM = re.compile(r"Expected `(?P<want>[^`]+)`, got `(?P<got>[^`]+)`(?: - at `\$(?P<path>[^`]*)`)?")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]+)`(?: - at `\$(?P<path>[^`]*)`)?")
_MISSING = re.compile(r"missing required field `(?P<key>[^`]+)`(?: - at `\$(?P<path>[^`]*)`)?")
_TABLES: dict[str, type[Struct]] = {
    "": Topic,
    "budget": Budget,
    "period": PeriodSettings,
    "source": SourceSettings,
    "chart": ChartRequest,
}


def load(folder: Path) -> Topic:
    """The settings of the topic in `folder`; defaults where it has no brief.toml.

    Raises `TopicError` naming file, line, key and what is allowed.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return Topic()
    try:
        text = path.read_text("utf-8-sig")
        values = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TopicError(
            f"{path}: cannot be read as TOML ({error}); mend that place and build again."
        ) from error
    try:
        topic = msgspec.convert(_dates_as_text(values), Topic)
    except msgspec.ValidationError as error:
        raise TopicError(_sentence(path, text, str(error))) from error
    _check_values(path, text, topic)
    return topic


def _dates_as_text(value: Any) -> Any:  # noqa: ANN401 - TOML values are any of six types
    """TOML knows bare dates; the settings keep ISO text, so both spellings are welcome."""
    if isinstance(value, dict):
        return {key: _dates_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(inner) for inner in value]
    return value.isoformat()[:10] if isinstance(value, date) else value


def _sentence(path: Path, text: str, problem: str) -> str:
    if found := _UNKNOWN.search(problem):
        place = _place(found["path"])
        allowed = ", ".join(spec.name for spec in msgspec.structs.fields(_TABLES.get(place, Topic)))
        return f"{_where(path, text, place, found['key'])} is not a known key; allowed here: {allowed}."
    if found := _MISSING.search(problem):
        place = _place(found["path"])
        return f"{_where(path, text, place, '')} lacks the key {found['key']!r}; add it."
    if found := _PROBLEM.search(problem):
        place, _, key = _place(found["path"]).rpartition(".")
        want = " or ".join(_TYPES.get(kind.strip(), kind.strip()) for kind in found["want"].split("|"))
        got = _TYPES.get(found["got"], found["got"])
        return f"{_where(path, text, place, key)} must be {want}, but is {got}."
    return f"{path}: {problem}."


def _place(path: str | None) -> str:
    return re.sub(r"\[[^\]]*\]", "", path or "").strip(".")


def _where(path: Path, text: str, table: str, key: str) -> str:
    name = ".".join(part for part in (table, key) if part)
    return f"{path}, line {_line(text, table, key)}: {name!r}"


def _line(text: str, table: str, key: str) -> int:
    """The line where `key` of `table` stands, counted from 1; the table's own if not found."""
    current, best = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([\w.]+)\s*\]+", line):
            current = header[1]
            best = number if current == table else best
        elif (current == table and key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line)) or (
            not current and key and re.match(rf"\s*{re.escape(table)}\.{re.escape(key)}\s*=", line)
        ):
            return number
    return best


_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _check_values(path: Path, text: str, topic: Topic) -> None:
    for key in ("items", "words"):
        if getattr(topic.budget, key) < 1:
            raise TopicError(f"{_where(path, text, 'budget', key)} must be 1 or more.")
    if topic.issued is not None and not is_day(topic.issued):
        raise TopicError(f'{_where(path, text, "", "issued")} must be a date such as "2024-06-25".')
    for source in topic.source:
        if source.date is not None and not _ISO.fullmatch(source.date):
            wanted = 'a date such as "2024-06-25", "2024-06" or "2024"'
            raise TopicError(
                f"{_where(path, text, 'source', 'date')} must be {wanted}, but is {source.date!r}."
            )


def is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar, YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
