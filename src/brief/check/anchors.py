"""Proof that every passage stands where the record says it does."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from brief.check.issue import Finding, Issue, is_unchanged
from brief.errors import Remark, joined
from brief.model import Anchor, SourceEntry

GATE = "anchors"
_EXCERPT = 60


def prove_anchors(issue: Issue) -> Iterator[Finding]:
    """Every anchor of the record: its source is known and unchanged, and says just these words there."""
    known = {entry.id: entry for entry in issue.brief.sources if entry.is_kept}
    for entry in known.values():
        if problem := _source_problem(entry, issue.texts[entry.place]):
            yield Finding(GATE, problem)
    for where, anchor in _anchors(issue.brief, "brief"):
        entry_ = known.get(anchor.source)
        if problem := _anchor_problem(anchor, entry_, issue):
            yield Finding(GATE, joined((where, problem), ": "))


def _source_problem(entry: SourceEntry, text: str | None) -> Remark | None:
    if text is None:
        return Remark(
            "%(file)s is not there or cannot be read as UTF-8; build the issue again.", file=entry.place
        )
    if not is_unchanged(entry, text):
        return Remark(
            "%(file)s was changed after the build; build the issue again from the new text.", file=entry.place
        )
    return None


def _anchor_problem(anchor: Anchor, entry: SourceEntry | None, issue: Issue) -> Remark | None:
    if entry is None:
        return Remark(
            "it cites %(source)r, which is no source in use; build the issue again.", source=anchor.source
        )
    text = issue.texts[entry.place]
    if text is None:
        return None
    if not 0 <= anchor.start < anchor.end <= len(text):
        return Remark(
            "it cites %(place)s, but that text has %(count)s characters; build the issue again.",
            place=_place(anchor, entry),
            count=len(text),
        )
    found = text[anchor.start : anchor.end]
    if found != anchor.text:
        return Remark(
            "it cites %(place)s as «%(said)s», but there stands «%(found)s»; build the issue again.",
            place=_place(anchor, entry),
            said=anchor.text[:_EXCERPT],
            found=found[:_EXCERPT],
        )
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
