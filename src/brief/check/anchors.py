"""Proof that every passage stands where the record says it does."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from brief.check.issue import Finding, Issue, is_unchanged
from brief.model import Anchor, SourceEntry

GATE = "anchors"
_EXCERPT = 60
_REMEDY = "build the issue again."


def prove_anchors(issue: Issue) -> Iterator[Finding]:
    """Every anchor of the record: its source is known and unchanged, and says just these words there."""
    known = {entry.id: entry for entry in issue.brief.sources if entry.is_kept}
    for entry in known.values():
        if problem := _source_problem(entry, issue.texts[entry.place]):
            yield Finding(GATE, problem)
    for where, anchor in _anchors(issue.brief, "brief"):
        entry_ = known.get(anchor.source)
        if problem := _anchor_problem(anchor, entry_, issue):
            yield Finding(GATE, f"{where}: {problem}")


def _source_problem(entry: SourceEntry, text: str | None) -> str | None:
    if text is None:
        return f"{entry.place} is not there or cannot be read as UTF-8; {_REMEDY}"
    if not is_unchanged(entry, text):
        return f"{entry.place} was changed after the build; build the issue again from the new text."
    return None


def _anchor_problem(anchor: Anchor, entry: SourceEntry | None, issue: Issue) -> str | None:
    if entry is None:
        return f"it cites {anchor.source!r}, which is no source in use; {_REMEDY}"
    text = issue.texts[entry.place]
    if text is None:
        return None
    if not 0 <= anchor.start < anchor.end <= len(text):
        return f"it cites {_place(anchor, entry)}, but that text has {len(text)} characters; {_REMEDY}"
    found = text[anchor.start : anchor.end]
    if found != anchor.text:
        said = f"«{anchor.text[:_EXCERPT]}», but there stands «{found[:_EXCERPT]}»"
        return f"it cites {_place(anchor, entry)} as {said}; {_REMEDY}"
    return None


def _place(anchor: Anchor, entry: SourceEntry) -> str:
    return f"{entry.place} [{anchor.start}:{anchor.end}]"


def _anchors(value: object, where: str) -> Iterator[tuple[str, Anchor]]:
    """Every anchor inside `value`, wherever a field may hold one, with the name of what holds it."""
    if isinstance(value, Anchor):
        yield where, value
    elif isinstance(value, tuple):
        for number, inner in enumerate(value, 1):
            yield from _anchors(inner, f"{where} {getattr(inner, 'id', number)}")
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _anchors(getattr(value, name), f"{where}.{name}".removeprefix("brief."))
