"""Lines of the brief with their proofs: items, quotations, accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from brief.annex import Annex
from brief.manuscript.blocks import TIE, Break, Line, Look, Proof, Said
from brief.model import Anchor, Item
from brief.pages import captions
from brief.pages.geometry import kind
from brief.printed import split_stop
from brief.words import Words

_LOOKS: dict[str, Look] = {
    "attributed": "claim",
    "hedged": "claim",
    "denied": "claim",
    "view": "view",
    "analyst": "judgement",
}


def stamp(kind: str, words: Words) -> Said:
    """The stamp of a kind of statement, one of the `KINDS` of pages."""
    return Said(words.say(f"kind:{kind}"), _LOOKS.get(kind, "fact"))


class Teller(Struct, frozen=True):
    """Tells lines in the words of a language, and where they stand by the annex."""

    words: Words
    annex: Annex

    def cited(
        self, text: str, evidence: Sequence[Anchor], contrary: Sequence[Anchor] = (), stop: str = ""
    ) -> Line:
        """A text with a note that names its sources and passages before its full stop, or `stop`."""
        body, end = split_stop(text)
        proof = (Proof(tuple(self.proofs(evidence, contrary))),) if evidence else ()
        return (Said(body), *proof, *((Said(end or stop),) if end or stop else ()))

    def proofs(self, evidence: Iterable[Anchor], contrary: Sequence[Anchor] = ()) -> Iterator[Said]:
        """The sources of some passages with their days, each followed by its passages."""
        for index, group in enumerate(self.annex.by_source(evidence, contrary)):
            if index:
                yield Said(" \u2014 ", "quiet")
            if group.differs:
                yield Said(f"{self.words.say('compare')} ", "strong")
            yield from self.number(group.anchors[0])
            told = self._dated(group.anchors[0])
            yield Said(told)
            for number, anchor in enumerate(group.anchors):
                yield Said(f"{' ' if told or number else ''}{self.words.dot} ", "quiet")
                yield self.leaf(anchor)

    def number(self, anchor: Anchor) -> Iterator[Said]:
        """The number of the source of a passage and a blank, where it has one."""
        entry = self.annex.entries[anchor.source]
        if entry.number is not None:
            yield Said(captions.citation(entry.number, self.words), "strong", f"source-{entry.id}")
            yield Said(TIE)

    def leaf(self, anchor: Anchor) -> Said:
        """The label of a passage, leading to it."""
        number = self.annex.number(anchor)
        return Said(captions.leaf(number, self.words), "quiet", f"passage-{number}")

    def point(self, item: Item) -> Line:
        """A line of the first page: its kind and label, its text, and on what it stands."""
        return (stamp(kind(item), self.words), *self._told(item))

    def item(self, item: Item) -> Line:
        """A line of the brief: its kind, standing and label, its text, and on what it stands."""
        return (*self._stamps(item), *self._told(item))

    def _told(self, item: Item) -> Iterator[Said | Proof | Break]:
        if item.label:
            yield from (Said(captions.label(item.label, self.words), "strong"), Break())
        yield from self.cited(item.text, item.evidence, item.contrary, ".")
        yield from (Said(f" {said}", "quiet") for said in self._afterwards(item))

    def _stamps(self, item: Item) -> Iterator[Said]:
        yield stamp(kind(item), self.words)
        if item.standing:
            yield Said(self.words.say(f"standing:{item.standing.value}"), "standing")

    def _afterwards(self, item: Item) -> Iterator[str]:
        if item.as_of:
            yield captions.written(item.as_of, self.words)
        if item.analyst:
            yield f"({self.words.say('judgement of %(name)s', name=item.analyst)})"

    def _dated(self, anchor: Anchor) -> str:
        entry = self.annex.entries[anchor.source]
        day = self.words.date(entry.published) if entry.published else None
        name = self.words.word(captions.source_name(entry, self.words))
        return self.words.say("list separator").join(filter(None, (name, day)))
