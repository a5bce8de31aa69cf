"""Proof that what is printed is told in the words of its passages."""

from __future__ import annotations

from collections.abc import Iterator

from brief.check.issue import Finding, Issue
from brief.check.wording import in_order, run_of, words
from brief.model import Anchor, Brief, Item

GATE = "faithful"
_EXCERPT = 60


def prove_faithful(issue: Issue) -> Iterator[Finding]:
    """Items, quotes, events and accounts of disagreements add no word to their passages."""
    for told in (_items, _quotes, _events, _accounts):
        yield from (Finding(GATE, message) for message in told(issue.brief))


def _items(brief: Brief) -> Iterator[str]:
    for section in brief.sections:
        for item in section.items:
            if item.kind == "passage" and (problem := _item_problem(item)):
                yield f"{section.id}, item {item.id}: {problem}"


def _item_problem(item: Item) -> str | None:
    if not item.evidence:
        return "it has no passage; leave it out or name the passage it stands on."
    printed, passage = words(item.text), words(item.evidence[0].text)
    if not printed:
        return "it prints no word; leave it out."
    if not in_order(printed, passage):
        return f"«{_strange(printed, passage)}» is not what its passage says there; print only its words."
    if 2 * len(printed) < len(passage):
        return f"it prints {len(printed)} of the {len(passage)} words of its passage; cite a tighter passage."
    return None


def _strange(printed: list[str], passage: list[str]) -> str:
    """The first word that breaks the order of the passage."""
    left = iter(passage)
    return next(word for word in printed if word not in left)


def _quotes(brief: Brief) -> Iterator[str]:
    for quote in brief.quotes:
        said = words(quote.text)
        if not said or not run_of(said, words(quote.evidence.text)):
            yield f"quote {quote.id}: «{quote.text[:_EXCERPT]}» is not said in its passage; quote what is."


def _events(brief: Brief) -> Iterator[str]:
    for event in brief.timeline:
        if not _told(event.text, event.evidence):
            said = f"«{event.text[:_EXCERPT]}» is in none of its passages; print what is."
            yield f"event of {event.start}: {said}"


def _accounts(brief: Brief) -> Iterator[str]:
    for discrepancy in brief.discrepancies:
        for account in discrepancy.items:
            if not _told(account.text, account.evidence):
                said = f"«{account.text[:_EXCERPT]}» is in none of its passages; print what is."
                yield f"disagreement on «{discrepancy.topic[:_EXCERPT]}»: {said}"


def _told(text: str, evidence: tuple[Anchor, ...]) -> bool:
    """Whether one of the passages has the words of `text` in their order."""
    printed = words(text)
    return bool(printed) and any(in_order(printed, words(anchor.text)) for anchor in evidence)
