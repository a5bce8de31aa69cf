"""Proof that nothing of a text was lost: every line is kept, or removed with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from brief.check.issue import Finding, Issue, is_unchanged
from brief.model import SourceEntry

GATE = "accounted"
_EXCERPT = 60
_REMEDY = "build the issue again."


def prove_accounted(issue: Issue) -> Iterator[Finding]:
    """The lines of the articles of a text and those removed hold all its letters, each once."""
    for place, entries in _by_place(issue).items():
        text = issue.texts[place]
        if text is None or not all(is_unchanged(entry, text) for entry in entries):
            continue
        for problem in _problems(text, entries):
            yield Finding(GATE, f"{place}: {problem}; {_REMEDY}")


def _by_place(issue: Issue) -> dict[str, list[SourceEntry]]:
    entries: dict[str, list[SourceEntry]] = defaultdict(list)
    for entry in issue.brief.sources:
        if entry.is_kept:
            entries[entry.place].append(entry)
    return entries


def _problems(text: str, entries: Sequence[SourceEntry]) -> Iterator[str]:
    last = 0
    for start, end in sorted(_spans(entries)):
        if not last <= start < end <= len(text):
            yield f"a line from {start} to {end} is counted twice or does not exist"
            return
        if text[start:end] != text[start:end].strip():
            yield f"the line from {start} to {end} has blanks around it"
        if missed := text[last:start].strip():
            yield f"«{missed[:_EXCERPT]}» is neither kept nor removed"
        last = end
    if missed := text[last:].strip():
        yield f"«{missed[:_EXCERPT]}» is neither kept nor removed"


def _spans(entries: Sequence[SourceEntry]) -> Iterator[tuple[int, int]]:
    for entry in entries:
        yield from ((line.start, line.end) for line in entry.lines)
        yield from ((piece.start, piece.end) for piece in entry.removed)
