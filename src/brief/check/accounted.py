"""Proof that nothing of a text was lost: every line is kept, or removed with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from brief.check.issue import Finding, Issue, is_unchanged
from brief.errors import Remark, joined
from brief.model import SourceEntry

GATE = "accounted"
_EXCERPT = 60


def prove_accounted(issue: Issue) -> Iterator[Finding]:
    """The lines of the articles of a text and those removed hold all its letters, each once."""
    for place, entries in _by_place(issue).items():
        text = issue.texts[place]
        if text is None or not all(is_unchanged(entry, text) for entry in entries):
            continue
        for problem in _problems(text, entries):
            yield Finding(GATE, joined((place, problem), ": "))


def _by_place(issue: Issue) -> dict[str, list[SourceEntry]]:
    entries: dict[str, list[SourceEntry]] = defaultdict(list)
    for entry in issue.brief.sources:
        if entry.is_kept:
            entries[entry.place].append(entry)
    return entries


def _problems(text: str, entries: Sequence[SourceEntry]) -> Iterator[Remark]:
    last = 0
    for start, end in sorted(_spans(entries)):
        if not last <= start < end <= len(text):
            yield Remark(
                "a line from %(start)s to %(end)s is counted twice or does not exist; build the issue again.",
                start=start,
                end=end,
            )
            return
        if text[start:end] != text[start:end].strip():
            yield Remark(
                "the line from %(start)s to %(end)s has blanks around it; build the issue again.",
                start=start,
                end=end,
            )
        if missed := text[last:start].strip():
            yield _lost(missed)
        last = end
    if missed := text[last:].strip():
        yield _lost(missed)


def _lost(text: str) -> Remark:
    return Remark("«%(text)s» is neither kept nor removed; build the issue again.", text=text[:_EXCERPT])


def _spans(entries: Sequence[SourceEntry]) -> Iterator[tuple[int, int]]:
    for entry in entries:
        yield from ((line.start, line.end) for line in entry.lines)
        yield from ((piece.start, piece.end) for piece in entry.removed)
