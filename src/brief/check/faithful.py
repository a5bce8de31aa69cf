"""Proof that what is printed is told in the words of its passages."""

from __future__ import annotations

from collections.abc import Iterator

from brief.check.issue import Finding, Issue, of_item
from brief.check.wording import in_order, run_of, words
from brief.errors import Remark
from brief.model import Anchor, Brief, Item

GATE = "faithful"
_EXCERPT = 60


def prove_faithful(issue: Issue) -> Iterator[Finding]:
    """Items, quotes, events and accounts of disagreements add no word to their passages."""
    for told in (_items, _quotes, _events, _accounts):
        yield from (Finding(GATE, message) for message in told(issue.brief))


def _items(brief: Brief) -> Iterator[Remark]:
    for section in brief.sections:
        for item in section.items:
            if item.kind == "passage" and (problem := _item_problem(item)):
                yield of_item(section, item, problem)


def _item_problem(item: Item) -> Remark | None:
    if not item.evidence:
        return Remark("it has no passage; leave it out or name the passage it stands on.")
    printed, passage = words(item.text), words(item.evidence[0].text)
    if not printed:
        return Remark("it prints no word; leave it out.")
    if not in_order(printed, passage):
        word = _strange(printed, passage)
        return Remark("«%(word)s» is not what its passage says there; print only its words.", word=word)
    if 2 * len(printed) < len(passage):
        return Remark(
            "it prints %(printed)s of the %(all)s words of its passage; cite a tighter passage.",
            printed=len(printed),
            all=len(passage),
        )
    return None


def _strange(printed: list[str], passage: list[str]) -> str:
    """The first word that breaks the order of the passage."""
    left = iter(passage)
    return next(word for word in printed if word not in left)


def _quotes(brief: Brief) -> Iterator[Remark]:
    for quote in brief.quotes:
        said = words(quote.text)
        if not said or not run_of(said, words(quote.evidence.text)):
            yield Remark(
                "quote %(quote)s: «%(text)s» is not said in its passage; quote what is.",
                quote=quote.id,
                text=quote.text[:_EXCERPT],
            )


def _events(brief: Brief) -> Iterator[Remark]:
    for event in brief.timeline:
        if not _told(event.text, event.evidence):
            yield Remark(
                "event of %(start)s: «%(text)s» is in none of its passages; print what is.",
                start=event.start,
                text=event.text[:_EXCERPT],
            )


def _accounts(brief: Brief) -> Iterator[Remark]:
    for discrepancy in brief.discrepancies:
        for account in discrepancy.items:
            if not _told(account.text, account.evidence):
                yield Remark(
                    "disagreement on «%(topic)s»: «%(text)s» is in none of its passages; print what is.",
                    topic=discrepancy.topic[:_EXCERPT],
                    text=account.text[:_EXCERPT],
                )


def _told(text: str, evidence: tuple[Anchor, ...]) -> bool:
    """Whether one of the passages has the words of `text` in their order."""
    printed = words(text)
    return bool(printed) and any(in_order(printed, words(anchor.text)) for anchor in evidence)
