"""Every passage the brief stands on, numbered in the order in which the pages use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from brief.model import Anchor, Brief, Event, Item, SourceEntry
from brief.pages.changes import evidence as changed_evidence
from brief.words import Words


class Place(Struct, frozen=True):
    """Where the brief uses a passage: the id of the element, and the name of its part."""

    target: str
    title: str


class Passage(Struct, frozen=True):
    """A row of the annex."""

    number: int
    anchor: Anchor
    source: SourceEntry
    places: tuple[Place, ...]


class Group(Struct, frozen=True):
    """The passages of one source among those of an item; whether they tell it otherwise."""

    source: SourceEntry
    anchors: tuple[Anchor, ...]
    differs: bool = False


class Annex(Struct, frozen=True):
    """All passages with the numbers and source entries that the pages refer to."""

    passages: tuple[Passage, ...]
    numbers: dict[Anchor, int]
    entries: dict[str, SourceEntry]

    def number(self, anchor: Anchor) -> int:
        """The number printed for a passage."""
        return self.numbers[anchor]

    def sources(self, evidence: Iterable[Anchor]) -> list[SourceEntry]:
        """The numbered sources of some passages, each once, in ascending order."""
        found = {anchor.source: self.entries[anchor.source] for anchor in evidence}
        numbered = (entry for entry in found.values() if entry.number is not None)
        return sorted(numbered, key=lambda entry: entry.number or 0)

    def by_source(self, evidence: Iterable[Anchor], contrary: Sequence[Anchor] = ()) -> list[Group]:
        """Passages under their sources, these in ascending order, those without a number last.

        Sources whose passages are `contrary`, which tell it otherwise, follow those that agree.
        """
        groups: dict[tuple[bool, str], dict[Anchor, None]] = {}
        for anchor in evidence:
            groups.setdefault((anchor in contrary, anchor.source), {})[anchor] = None
        made = (
            Group(self.entries[source], tuple(anchors), differs)
            for (differs, source), anchors in groups.items()
        )
        return sorted(made, key=lambda one: (one.differs, one.source.number is None, one.source.number or 0))


def annex(brief: Brief, words: Words) -> Annex:
    """The annex of a brief; a passage used in several places is one row, which leads once to each part.

    It stands there with its whole first word, also where a line was printed without what ties it.
    """
    entries = {entry.id: entry for entry in brief.sources}
    wholes = dict(_wholes(brief))
    places: dict[Anchor, list[Place]] = {}
    for anchors, place in _uses(brief, words):
        for anchor in anchors:
            places.setdefault(wholes.get(anchor, anchor), []).append(place)
    rows = tuple(
        Passage(number, anchor, entries[anchor.source], _one_of_each(found))
        for number, (anchor, found) in enumerate(places.items(), 1)
    )
    numbers = {row.anchor: row.number for row in rows}
    return Annex(rows, numbers | {cut: numbers[whole] for cut, whole in wholes.items()}, entries)


def _wholes(brief: Brief) -> Iterator[tuple[Anchor, Anchor]]:
    """The passages that begin within a word, each with the passage from the beginning of that word."""
    lines: list[Item | Event] = [item for section in brief.sections for item in section.items]
    for one in [*lines, *brief.timeline]:
        if one.joint:
            cut = one.evidence[0]
            start, text = cut.start - len(one.joint), one.joint + cut.text
            yield cut, structs.replace(cut, start=start, text=text)


def _one_of_each(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of each name: links of one name beside each other would not tell where they lead."""
    found: dict[str, Place] = {}
    for place in places:
        found.setdefault(place.title, place)
    return tuple(found.values())


def _uses(brief: Brief, words: Words) -> Iterator[tuple[tuple[Anchor, ...], Place]]:
    for section in brief.sections:
        for index, item in enumerate(section.items, 1):
            yield item.evidence, Place(f"{section.id}-{index}", section.title)
    for index, event in enumerate(brief.timeline, 1):
        yield event.evidence, Place(f"event-{index}", words.say("Timeline"))
    yield from _uses_of_speech(brief, words)
    yield from _uses_of_figures(brief, words)
    # The part on what changed comes first, but what it cites is what the others tell.
    for index, passages in enumerate(changed_evidence(brief.changes) if brief.changes else (), 1):
        yield passages, Place(f"change-{index}", words.say("What changed"))


def _uses_of_speech(brief: Brief, words: Words) -> Iterator[tuple[tuple[Anchor, ...], Place]]:
    for index, position in enumerate(brief.positions, 1):
        yield position.evidence, Place(f"position-{index}", words.say("Reactions"))
    for index, quote in enumerate(brief.quotes, 1):
        yield (quote.evidence,), Place(f"quote-{index}", words.say("In their own words"))
    for index, discrepancy in enumerate(brief.discrepancies, 1):
        for account in discrepancy.items:
            yield account.evidence, Place(f"discrepancy-{index}", words.say("Where the sources differ"))


def _uses_of_figures(brief: Brief, words: Words) -> Iterator[tuple[tuple[Anchor, ...], Place]]:
    for index, chart in enumerate(brief.charts, 1):
        title = words.say("Chart %(n)s", n=words.digits(str(index)))
        yield chart.evidence, Place(f"chart-{index}", title)
    points = {point.id: point for point in brief.datapoints}
    for index, name in enumerate(brief.key_figures, 1):
        if name in points:
            yield points[name].evidence, Place(f"figure-{index}", words.say("Key figures"))
