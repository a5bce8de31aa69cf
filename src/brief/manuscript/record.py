"""Sources, method, the key to the stamps and the evidence, as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.annex import Passage
from brief.manuscript.blocks import Block, Heading, Line, Paragraph, Row, Said, Table
from brief.manuscript.lines import Teller, stamp
from brief.model import Brief, SourceEntry
from brief.pages import captions
from brief.pages.cover import Cover
from brief.pages.listed import Listed, method


def sources(brief: Brief, teller: Teller) -> Iterator[Block]:
    """The sources in use with their copies, and those set aside with the reason."""
    say = teller.words.say
    listed = Listed.of(brief)
    head = ("#", say("Source"), say("Grade"))
    yield Table(head, (9, 71, 20), tuple(_used(listed, teller)))
    if listed.earlier:
        yield Heading(2, say("From the earlier issue"), "earlier")
        rows = tuple(
            _row(
                captions.citation(entry.number, teller.words),
                entry,
                say("told only for what changed since"),
                teller,
            )
            for entry in listed.earlier
        )
        yield Table(("#", say("Source"), say("Reason")), (9, 56, 35), rows)
    if listed.aside:
        yield Heading(2, say("Set aside"), "aside")
        rows = tuple(
            _row("\u00d7", entry, captions.refusal(entry, teller.words), teller) for entry in listed.aside
        )
        yield Table(("#", say("Source"), say("Reason")), (9, 56, 35), rows)


def _used(listed: Listed, teller: Teller) -> Iterator[Row]:
    words = teller.words
    for entry, copies in listed.used:
        number = captions.citation(entry.number, words)
        yield _row(number, entry, entry.grade or words.say("not graded"), teller)
        for copy in copies:
            told = words.say("copy of source %(n)s", n=number) if number else ""
            yield _row(captions.citation(copy.number, words) or "=", copy, told, teller)


def _row(number: str, entry: SourceEntry, told: str, teller: Teller) -> Row:
    title = Said(captions.source_title(entry, teller.words), "strong")
    # Lines of their own: a title in another language than the frame's runs another way.
    named = ((title,), (Said(captions.imprint(entry, teller.words), "quiet"),))
    return Row((((Said(number),),), named, ((Said(told),),)), f"source-{entry.id}")


def methods(brief: Brief, teller: Teller) -> Iterator[Block]:
    """How the brief came to be, and what its reader should know of it."""
    say = teller.words.say
    told = method(brief, teller.annex, teller.words)
    automatic = (
        "The items were extracted automatically: each is words of its passage in their order, "
        "shortened only by dropping words."
    )
    yield Heading(2, say("Method and limits"), "method")
    yield Paragraph((Said(told.counts),))
    yield Paragraph((Said(f"{say(automatic)} {say('What was computed is marked as computed.')}"),))
    yield Paragraph((Said(told.judged),))
    if told.ungraded:
        yield Paragraph((Said(told.ungraded),))
    for note in told.notes:
        entry = teller.annex.entries.get(note.source or "")
        number = captions.citation(entry.number, teller.words) if entry else ""
        link = (Said(" "), Said(number, "strong", f"source-{note.source}")) if number else ()
        yield Paragraph((Said(captions.note(note, teller.words)), *link), "note")


def key(cover: Cover, teller: Teller) -> Iterator[Block]:
    """What the stamps of the items and the words of their notes mean."""
    say = teller.words.say
    yield Heading(2, say("How to read"), "key")
    yield Paragraph(tuple(_kinds(cover, teller)), "note")
    meanings = [
        (captions.citation(1, teller.words), say("number of the source")),
        (captions.leaf(1, teller.words), say("number of the passage")),
    ]
    if cover.compares:
        meanings.insert(1, (say("compare"), say("a source that tells it otherwise")))
    line = (
        part
        for sign, meaning in meanings
        for part in (Said(f"{sign} ", "strong"), Said(f"{meaning} {teller.words.dot} "))
    )
    yield Paragraph((*tuple(line)[:-1], Said(meanings[-1][1])), "note")


def _kinds(cover: Cover, teller: Teller) -> Iterator[Said]:
    for index, name in enumerate(cover.kinds):
        yield Said(f" {teller.words.dot} " if index else "")
        yield stamp(name, teller.words)
        yield Said(teller.words.say(f"meaning:{name}"))


def evidence(passages: Sequence[Passage], teller: Teller) -> Iterator[Block]:
    """Every passage letter by letter, and where the brief uses it."""
    say = teller.words.say
    told = "The passages letter by letter as they stand in their source, mistakes included."
    yield Paragraph((Said(say(told)),), "standfirst")
    head = tuple(map(say, ("Passage", "The text as it stands", "Source", "Place in the brief")))
    yield Table(head, (9, 62, 9, 20), tuple(_passage(passage, teller) for passage in passages))


def _passage(passage: Passage, teller: Teller) -> Row:
    number = captions.leaf(passage.number, teller.words)
    places = tuple((Said(place.title, "quiet", place.target),) for place in passage.places)
    cells: tuple[tuple[Line, ...], ...] = (
        ((Said(number),),),
        ((Said(passage.anchor.text, verbatim=True),),),
        (tuple(teller.number(passage.anchor)),),
        places,
    )
    return Row(cells, f"passage-{passage.number}")
