"""A TOML file of settings checked key by key: what does not fit is told with its file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from brief.errors import Remark, TopicError

_Settings = TypeVar("_Settings", bound=Struct)
_TYPES = {
    "int": Remark("a whole number"),
    "str": Remark("text in quotes"),
    "bool": Remark("true or false"),
    "array": Remark("a list of [[tables]]"),
    "object": Remark("a [table]"),
    "float": Remark("a number"),
    "null": Remark("nothing"),
}
# A list within a table holds plain values.
_TYPES_WITHIN = {**_TYPES, "array": Remark("a list of texts in quotes")}
_WRONG = re.compile(r"Expected `(?P<want>[^`]+)`, got `(?P<got>[^`]+)`(?: - at `\$(?P<path>[^`]*)`)?")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]+)`(?: - at `\$(?P<path>[^`]*)`)?")
_MISSING = re.compile(r"missing required field `(?P<key>[^`]+)`(?: - at `\$(?P<path>[^`]*)`)?")


class Key(Struct, frozen=True):
    """A key of a table; `index` counts the tables of one name ([[recipient]]) from 0."""

    table: str
    key: str
    index: int = 0

    @property
    def name(self) -> str:
        """The key as a sentence calls it, such as `mail.port`."""
        return ".".join(filter(None, (self.table, self.key)))


class Written(Struct, frozen=True):
    """The text of a file of settings, which knows at what line a key stands."""

    path: Path
    text: str

    def line(self, key: Key) -> int:
        """The line of a key, counted from 1; that of its table where the key is not there."""
        dotted = re.compile(rf"\s*{re.escape(key.table)}\.{re.escape(key.key)}\s*=")
        bare = re.compile(rf"\s*[\"']?{re.escape(key.key)}[\"']?\s*=")
        table, seen, best = "", 0, 1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[+\s*([\w.]+)\s*\]+", line):
                table = header[1]
                seen += table == key.table
                best = number if table == key.table and seen == key.index + 1 else best
            elif key.key and (
                (table == key.table and seen == key.index + bool(key.table) and bare.match(line))
                or (key.table and not table and dotted.match(line))
            ):
                return number
        return best

    def where(self, key: Key) -> Remark:
        """File, line and key, as a sentence begins."""
        return Remark("%(path)s, line %(line)s: %(key)r", path=self.path, line=self.line(key), key=key.name)

    def unfit(self, key: Key, allowed: str, value: object) -> TopicError:
        """The error that says what a value may be and what it is."""
        return TopicError(
            "%(where)s must be %(allowed)s, but is %(value)s.",
            where=self.where(key),
            allowed=allowed,
            value=value,
        )


def read(
    path: Path, settings: type[_Settings], tables: Mapping[str, type[Struct]]
) -> tuple[_Settings, Written]:
    """The settings in the file `path`, and the file as it is written; a bare date is its ISO text.

    `tables` are the types of the tables by their names, for what is allowed there. Raises `TopicError`
    where the file cannot be read, or a key is unknown, missing or of another type.
    """
    try:
        text = path.read_text("utf-8-sig")
        values = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise TopicError(
            "%(path)s: cannot be read as TOML (%(error)s); mend that place and try again.",
            path=path,
            error=error,
        ) from error
    written = Written(path, text)
    try:
        return msgspec.convert(_dates_as_text(values), settings), written
    except msgspec.ValidationError as error:
        raise _told(written, str(error), {"": settings, **tables}) from error


def _dates_as_text(value: Any) -> Any:  # noqa: ANN401 - TOML values are any of six types
    """TOML knows bare dates; settings keep ISO text, so both spellings are welcome."""
    if isinstance(value, dict):
        return {key: _dates_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(inner) for inner in value]
    return value.isoformat()[:10] if isinstance(value, date) else value


def _told(written: Written, problem: str, tables: Mapping[str, type[Struct]]) -> TopicError:
    """The sentence for what the types of the settings do not take."""
    if found := _UNKNOWN.search(problem):
        key = _key(found["path"], found["key"])
        allowed = (spec.name for spec in msgspec.structs.fields(tables.get(key.table, tables[""])))
        return TopicError(
            "%(where)s is not a known key; allowed here: %(allowed)s.",
            where=written.where(key),
            allowed=", ".join(allowed),
        )
    if found := _MISSING.search(problem):
        where = written.where(_key(found["path"], ""))
        return TopicError("%(where)s lacks the key %(key)r; add it.", where=where, key=found["key"])
    if found := _WRONG.search(problem):
        key = _key(found["path"])
        types = _TYPES_WITHIN if key.table else _TYPES
        want, got = (
            [types.get(kind.strip(), kind.strip()) for kind in found[end].split("|")]
            for end in ("want", "got")
        )
        return written.unfit(key, _either(want), _either(got))
    return TopicError("%(path)s: %(problem)s.", path=written.path, problem=problem)


def _either(names: Sequence[str]) -> Remark:
    if len(names) == 1:
        return Remark(names[0])
    return Remark("%(first)s or %(second)s", first=Remark(names[0]), second=_either(names[1:]))


def _key(path: str | None, key: str | None = None) -> Key:
    """The key of a path such as `.recipient[1].name`, or `key` in the table that the path names."""
    # A number at the end counts the values of a list, not the tables of one name.
    index = re.search(r"\[(\d+)\]" if key is not None else r"\[(\d+)\]\.", path or "")
    plain = re.sub(r"\[[^\]]*\]", "", path or "").strip(".")
    table, last = (plain, key) if key is not None else (plain.rpartition(".")[0], plain.rpartition(".")[2])
    return Key(table, last, int(index[1]) if index else 0)
