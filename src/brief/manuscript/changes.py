"""What changed since an earlier issue, as blocks: its box for the first page and its part."""

from __future__ import annotations

from collections.abc import Iterator

from brief.manuscript.blocks import (
    Block,
    Break,
    Heading,
    Line,
    Numbered,
    Paragraph,
    Proof,
    Row,
    Said,
    Table,
)
from brief.manuscript.lines import Teller
from brief.pages import changes as paged
from brief.pages.changes import Changed, Group, Told


def box(since: Changed | None, teller: Teller) -> Iterator[Block]:
    """What changed in counts and the foremost lines, or that nothing did; nothing where none is compared."""
    if since is None:
        return
    say = teller.words.say
    yield Heading(2, say("What changed"), "changed")
    if since.nothing:
        yield Paragraph((Said(since.nothing),))
        return
    yield Paragraph((Said(f" {teller.words.dot} ".join(since.counts)),), "note")
    lines = tuple(_foremost(row, teller) for row in since.foremost)
    yield Numbered(lines, tuple(f"changed-{index}" for index, _ in enumerate(lines, 1)), close=True)


def part(since: Changed | None, teller: Teller) -> Iterator[Block]:
    """All that changed, kind by kind."""
    if since is None:
        return
    yield Paragraph((Said(since.since),), "standfirst")
    if since.nothing:
        yield Paragraph((Said(since.nothing),))
    for group in since.groups:
        yield Heading(2, group.title, f"{paged.PART}-{group.kind}")
        yield _table(group, teller)


def _foremost(row: paged.Row, teller: Teller) -> Line:
    kind = Said(f"{teller.words.say(f'change:{row.kind}')}: ", "strong", row.id)
    topic = (Said(f"{row.topic} {teller.words.dot} "),) if len(row.short) > 1 else ()
    told = (part for index, one in enumerate(row.short) for part in _piece(one, index, teller))
    return (kind, *topic, *told)


def _piece(told: Told, index: int, teller: Teller) -> Iterator[Said | Proof | Break]:
    yield Said(" / " if index else "")
    yield from teller.cited(told.text, told.evidence, told.contrary)
    if told.remark:
        yield Said(f" ({told.remark})", "quiet")


def _table(group: Group, teller: Teller) -> Table:
    """A row for each change: what it is about or when, and the words with the passages they stand on."""
    say = teller.words.say
    rows = tuple(Row((tuple(_head(row)), tuple(_accounts(row, teller))), row.id) for row in group.rows)
    return Table((group.title, say("Accounts")), (26, 74), rows)


def _head(row: paged.Row) -> Iterator[Line]:
    if row.topic:
        yield (Said(row.topic),)
    if row.label:
        yield (Said(row.label, "plain" if row.topic is None else "strong"),)
    if not row.topic and not row.label:
        yield (Said(""),)


def _accounts(row: paged.Row, teller: Teller) -> Iterator[Line]:
    for told in row.told:
        remark = (Said(f"{told.remark}: ", "quiet"),) if told.remark else ()
        yield (*remark, *_told(told, teller))


def _told(told: Told, teller: Teller) -> Line:
    return teller.cited(told.text, told.evidence, told.contrary, ".")
