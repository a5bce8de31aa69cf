"""Two issues of a topic side by side: which passages are news, and which stand no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from brief.language import Language, fold
from brief.model import Anchor, Brief, SourceEntry
from brief.segment import sentence_spans
from brief.stored import FOLDER


class Side(Struct, frozen=True, dict=True):
    """A brief with the texts its passages point into, by their places in the issue."""

    brief: Brief
    texts: Mapping[str, str | None]

    def text(self, entry: SourceEntry) -> str:
        """The text of a source; empty where it is not at hand."""
        return self.texts.get(entry.place) or ""

    def versions(self, entry: SourceEntry) -> Sequence[SourceEntry]:
        """What the issue has of the file or the address of a source."""
        return self._by_place.get(_where(entry), ())

    @cached_property
    def _by_place(self) -> Mapping[str, Sequence[SourceEntry]]:
        found: defaultdict[str, list[SourceEntry]] = defaultdict(list)
        for entry in kept(self.brief):
            found[_where(entry)].append(entry)
        return found


class Sides:
    """The earlier issue and the present one.

    A text that was read for both is no news. A file or address that has another text now is another
    version of one source: what both versions say word for word is no news either, and still stands.
    """

    def __init__(self, before: Side, after: Side) -> None:
        self.before, self.after = before, after
        self.entries = {entry.id: entry for side in (before, after) for entry in kept(side.brief)}
        self._told = [{entry.id for entry in kept(side.brief)} for side in (before, after)]
        self._read = [{entry.digest for entry in kept(side.brief)} for side in (before, after)]

    def is_new(self, passage: Anchor) -> bool:
        """Whether a passage of the present issue is news: of a new text, or new in another version of one.

        Background that the earlier issue had no room for is none; what is of a later day is, though it
        was news of an issue in between that nobody approved.
        """
        entry = self.entries[passage.source]
        later = (entry.published or "") > self.before.brief.issued
        if entry.background and not later and not self.before.versions(entry):
            return False
        return not self._is_said(passage, self.before, 0)

    def stands(self, passage: Anchor) -> bool:
        """Whether the present issue's version of its source still says a passage of the earlier one."""
        return self._is_said(passage, self.after, 1)

    def _is_said(self, passage: Anchor, there: Side, number: int) -> bool:
        entry = self.entries[passage.source]
        if self._is_there(entry, number):
            return True
        return any(passage.text in there.text(version) for version in there.versions(entry))

    def _is_there(self, entry: SourceEntry, number: int) -> bool:
        return entry.id in self._told[number] or entry.digest in self._read[number]

    def is_withdrawn(self, passage: Anchor) -> bool:
        """Whether the source of a passage of the earlier issue is there and does not say it any more."""
        return bool(self.after.versions(self.entries[passage.source])) and not self.stands(passage)

    def is_lost(self, passage: Anchor) -> bool:
        """Whether the source of a passage of the earlier issue was taken away.

        Nothing is lost where only those older texts are there that are nearest to the news, or none
        at all, nor where it was background already, nor what was fetched: a feed drops its oldest
        entries, and takes none of them back.
        """
        entry = self.entries[passage.source]
        there = self._is_there(entry, 1) or bool(self.after.versions(entry))
        fetched = entry.path.startswith(f"{FOLDER}/")
        return not there and not fetched and not entry.background and self._keeps_all

    @cached_property
    def _keeps_all(self) -> bool:
        if any(note.kind == "older" for note in self.after.brief.notes):
            return False
        return any(
            self._is_there(entry, 1) or bool(self.after.versions(entry)) for entry in kept(self.before.brief)
        )

    def tellers(self, passages: Iterable[Anchor]) -> frozenset[str]:
        """Who tells some passages: two texts of one publisher, or of one file, are one teller."""
        return tellers(passages, self.entries)

    def day(self, passage: Anchor) -> str:
        """The ISO date on which a passage was published, empty where nobody says."""
        return self.entries[passage.source].published or ""

    def sentences_of_versions(self, passage: Anchor, language: Language) -> Iterator[str]:
        """What the present version of a source says instead of a passage of the earlier one, by sentences."""
        for entry in self.after.versions(self.entries[passage.source]):
            text = self.after.text(entry)
            for line in entry.lines:
                yield from (
                    text[slice(*span)] for span in sentence_spans(text, line.start, line.end, language)
                )


def kept(brief: Brief) -> Iterator[SourceEntry]:
    """The sources of an issue whose texts it read itself, copies among them."""
    return (entry for entry in brief.sources if entry.is_kept and entry.earlier is None)


def _where(entry: SourceEntry) -> str:
    return entry.url or entry.path


def tellers(passages: Iterable[Anchor], entries: Mapping[str, SourceEntry]) -> frozenset[str]:
    """Who tells some passages, by their publishers or, where none is known, by their addresses or files."""
    found = (entries[passage.source] for passage in passages)
    return frozenset(fold(entry.publisher or "") or entry.url or entry.path for entry in found)


def agreeing(evidence: Iterable[Anchor], contrary: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """The passages that tell a thing as its first one does."""
    unlike = set(contrary)
    return tuple(one for one in evidence if one not in unlike)


def share(some: Iterable[Anchor], others: Iterable[Anchor]) -> bool:
    """Whether a passage of some has half of its words in common with one of others."""
    listed = tuple(others)
    return any(one.shares(other) for one in some for other in listed)
