"""Proof that no lost letter is printed: what could not be decoded stands nowhere in a brief."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from brief.check.issue import Finding, Issue
from brief.errors import Remark

GATE = "letters"
LOST = "\ufffd"
# What names a file or tells of one is not the brief's to mend.
_OF_FILES = {"path", "text_path", "url", "reason", "message"}


def prove_letters(issue: Issue) -> Iterator[Finding]:
    """No text of the record holds U+FFFD, but for names of files and what is told of them."""
    for where in _lost(issue.brief, "brief"):
        message = "%(where)s: a letter of it is lost (U+FFFD); mend the source or brief.toml."
        yield Finding(GATE, Remark(message, where=where))


def _lost(value: object, where: str) -> Iterator[str]:
    if isinstance(value, str):
        if LOST in value:
            yield where
    elif isinstance(value, tuple):
        for number, inner in enumerate(value, 1):
            yield from _lost(inner, f"{where} {getattr(inner, 'id', number)}")
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in _OF_FILES:
                yield from _lost(getattr(value, name), f"{where}.{name}".removeprefix("brief."))
