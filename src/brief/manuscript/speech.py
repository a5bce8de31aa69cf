"""Positions, quotations and disagreements as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.manuscript.blocks import TIE, Block, Heading, Line, Paragraph, Row, Said, Table
from brief.manuscript.lines import Teller
from brief.model import Account, Anchor, Brief, Discrepancy
from brief.pages.disagreements import disagreements as differing
from brief.pages.speech import Said as Saying
from brief.pages.speech import Stand, positions, sayings


def stances(brief: Brief, teller: Teller) -> Iterator[Block]:
    """Who stands how, from welcome to opposition."""
    say = teller.words.say
    rows = tuple(
        Row(
            (
                ((Said(_together(stand, teller)),),),
                ((Said(say(f"stance:{stand.position.stance.value}")),),),
                tuple(_towards(stand, teller)),
            ),
            *_places(stand),
        )
        for stand in positions(brief)
    )
    if rows:
        head = (say("Actor"), say("Positions"), say("Towards what, and the passage"))
        yield Table(head, (22, 13, 65), rows)


def _together(stand: Stand, teller: Teller) -> str:
    """The names of all who take a position, as the pages have them in one row."""
    return teller.words.say("list separator").join(teller.words.word(actor) for _, actor in stand.actors)


def _places(stand: Stand) -> tuple[str, tuple[str, ...]]:
    first, *more = (f"position-{index}" for index, _ in stand.actors)
    return first, tuple(more)


def _towards(stand: Stand, teller: Teller) -> Iterator[Line]:
    if stand.position.target:
        yield (Said(stand.position.target, "strong"),)
    yield teller.cited(stand.passage, stand.position.evidence)


def quotations(brief: Brief, teller: Teller) -> Iterator[Block]:
    """The quotations, those that the pages set large first."""
    said = sayings(brief, teller.words)
    if said.pulled or said.rest:
        yield Heading(2, teller.words.say("In their own words"), "quotes")
    for saying in (*said.pulled, *said.rest):
        quoted = teller.cited(saying.text, (saying.evidence,))
        yield Paragraph(quoted, "quote", saying.id)
        yield Paragraph(tuple(_speaker(saying, teller)), "speaker", along=quoted)


def _speaker(saying: Saying, teller: Teller) -> Iterator[Said]:
    yield Said(saying.speaker, "strong")
    if saying.role:
        yield Said(f"{teller.words.say('list separator')}{saying.role}", "quiet")


def disagreements(brief: Brief, teller: Teller) -> Iterator[Block]:
    """What the sources tell differently: conflicts side by side, what is less exact in short."""
    if not brief.discrepancies:
        return
    say = teller.words.say
    found = differing(brief)
    yield Heading(2, say("Where the sources differ"), "discrepancies")
    yield Paragraph((Said(say("Put side by side as they stand in their sources.")),), "standfirst")
    kinds = [(kind, many, _in_short) for kind, many in found.in_short]
    if found.conflicts:
        kinds.insert(0, ("conflict", found.conflicts, _in_full))
    for kind, many, told in kinds:
        rows = tuple(
            Row(
                (tuple(_topic(one, found.headings.get(number, ()), teller)), tuple(told(one, teller))),
                f"discrepancy-{number}",
            )
            for number, one in many
        )
        yield Table((say(f"discrepancy:{kind}"), say("Accounts")), (30, 70), rows, boxed=True)


def _topic(one: Discrepancy, heading: Sequence[Anchor], teller: Teller) -> Iterator[Line]:
    leaves = (said for anchor in heading for said in (Said(TIE), teller.leaf(anchor)))
    yield (Said(one.topic), *leaves)
    if one.note and (one.kind != "precision" or len(one.items) == 1):
        yield (Said(one.note, "quiet"),)


def _in_full(one: Discrepancy, teller: Teller) -> Iterator[Line]:
    for account in one.items:
        yield (Said(account.text),)
        yield tuple(_quiet(teller.proofs(account.evidence)))


def _in_short(one: Discrepancy, teller: Teller) -> Iterator[Line]:
    for account in one.items:
        yield (Said(f"{account.text}{TIE}"), *_quiet(_cited(account, teller)))


def _cited(account: Account, teller: Teller) -> Iterator[Said]:
    """The numbers of the sources of an account, each with its passage."""
    for index, anchor in enumerate(account.evidence):
        yield Said(" " * bool(index))
        yield from teller.number(anchor)
        yield teller.leaf(anchor)


def _quiet(line: Iterator[Said]) -> Iterator[Said]:
    for said in line:
        yield said if said.look == "strong" else Said(said.text, "quiet", said.to)
