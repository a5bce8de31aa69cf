"""A TOML file of settings checked key by key: what does not fit is told with its file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from brief.errors import TopicError

_Settings = TypeVar("_Settings", bound=Struct)
_TYPES = {
    "int": "a whole number",
    "str": "text in quotes",
    "bool": "true or false",
    "array": "a list",
    "object": "a [table]",
    "float": "a number",
    "null": "nothing",
}
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
        bare = re.compile(rf"\s*[\"']?{re.escape(key.key)}[\"']?\s*=")
        table, seen, best = "", 0, 1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[+\s*([\w.]+)\s*\]+", line):
                table = header[1]
                seen += table == key.table
                best = number if table == key.table and seen == key.index + 1 else best
            elif key.key and table == key.table and seen == key.index + bool(key.table) and bare.match(line):
                return number
        return best

    def unfit(self, key: Key, allowed: str, value: object) -> TopicError:
        """The error that says what a value may be and what it is."""
        return TopicError(
            "%(path)s, line %(line)s: '%(key)s' must be %(allowed)s, but is %(value)s.",
            path=self.path,
            line=self.line(key),
            key=key.name,
            allowed=allowed,
            value=value,
        )


def read(
    path: Path, settings: type[_Settings], tables: Mapping[str, type[Struct]]
) -> tuple[_Settings, Written]:
    """The settings in the file `path`, and the file as it is written.

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
        return msgspec.convert(values, settings), written
    except msgspec.ValidationError as error:
        raise _told(written, str(error), {"": settings, **tables}) from error


def _told(written: Written, problem: str, tables: Mapping[str, type[Struct]]) -> TopicError:
    """The sentence for what the types of the settings do not take."""
    if found := _UNKNOWN.search(problem):
        key = _key(found["path"], found["key"])
        allowed = (spec.name for spec in msgspec.structs.fields(tables.get(key.table, tables[""])))
        return TopicError(
            "%(path)s, line %(line)s: '%(key)s' is not a known key; allowed here: %(allowed)s.",
            path=written.path,
            line=written.line(key),
            key=key.name,
            allowed=", ".join(allowed),
        )
    if found := _MISSING.search(problem):
        key = _key(found["path"], "")
        return TopicError(
            "%(path)s, line %(line)s: '%(table)s' lacks the key '%(key)s'; add it.",
            path=written.path,
            line=written.line(key),
            table=key.name,
            key=found["key"],
        )
    if found := _WRONG.search(problem):
        wanted = (_TYPES.get(kind.strip(), kind.strip()) for kind in found["want"].split("|"))
        return written.unfit(_key(found["path"]), " or ".join(wanted), _TYPES.get(found["got"], found["got"]))
    return TopicError("%(path)s: %(problem)s.", path=written.path, problem=problem)


def _key(path: str | None, key: str | None = None) -> Key:
    """The key of a path such as `.recipient[1].name`, or `key` in the table that the path names."""
    # A number at the end counts the values of a list, not the tables of one name.
    index = re.search(r"\[(\d+)\]" if key is not None else r"\[(\d+)\]\.", path or "")
    plain = re.sub(r"\[[^\]]*\]", "", path or "").strip(".")
    table, last = (plain, key) if key is not None else (plain.rpartition(".")[0], plain.rpartition(".")[2])
    return Key(table, last, int(index[1]) if index else 0)
