"""Positions, quotations and disagreements as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from brief.manuscript.blocks import Block, Heading, Line, Paragraph, Row, Said, Table
from brief.manuscript.lines import Teller
from brief.model import Brief, Discrepancy
from brief.pages.speech import Said as Saying
from brief.pages.speech import positions, sayings


def stances(brief: Brief, teller: Teller) -> Iterator[Block]:
    """Who stands how, from welcome to opposition."""
    say = teller.words.say
    rows = tuple(
        Row(
            (
                ((Said(teller.words.word(position.actor)),),),
                ((Said(say(f"stance:{position.stance.value}")),),),
                (teller.cited(position.target or "", position.evidence),),
            ),
            f"position-{index}",
        )
        for index, position in positions(brief)
    )
    if rows:
        head = (say("Actor"), say("Positions"), say("The position as it stands"))
        yield Table(head, (22, 13, 65), rows)


def quotations(brief: Brief, teller: Teller) -> Iterator[Block]:
    """The quotations, those that the pages set large first."""
    said = sayings(brief, teller.words)
    if said.pulled or said.rest:
        yield Heading(2, teller.words.say("In their own words"), "quotes")
    for saying in (*said.pulled, *said.rest):
        yield Paragraph(teller.cited(saying.text, (saying.evidence,)), "quote", saying.id)
        yield Paragraph(tuple(_speaker(saying, teller)), "speaker")


def _speaker(saying: Saying, teller: Teller) -> Iterator[Said]:
    yield Said(saying.speaker, "strong")
    if saying.role:
        yield Said(f"{teller.words.say('list separator')}{saying.role}", "quiet")


def disagreements(brief: Brief, teller: Teller) -> Iterator[Block]:
    """What the sources tell differently, side by side."""
    if not brief.discrepancies:
        return
    say = teller.words.say
    yield Heading(2, say("Where the sources differ"), "discrepancies")
    yield Paragraph((Said(say("Put side by side as they stand in their sources.")),), "standfirst")
    rows = tuple(
        Row((tuple(_topic(one, teller)), tuple(_accounts(one, teller))), f"discrepancy-{index}")
        for index, one in enumerate(brief.discrepancies, 1)
    )
    yield Table((say("Topic"), say("Accounts")), (30, 70), rows, boxed=True)


def _topic(one: Discrepancy, teller: Teller) -> Iterator[Line]:
    yield (Said(one.topic),)
    yield (Said(teller.words.say(f"discrepancy:{one.kind}"), "quiet"),)
    if one.note:
        yield (Said(one.note, "quiet"),)


def _accounts(one: Discrepancy, teller: Teller) -> Iterator[Line]:
    for account in one.items:
        yield (Said(account.text),)
        yield tuple(_quiet(teller.proofs(account.evidence)))


def _quiet(line: Iterator[Said]) -> Iterator[Said]:
    for said in line:
        yield said if said.look == "strong" else Said(said.text, "quiet", said.to)
