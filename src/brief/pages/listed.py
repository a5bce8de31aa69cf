"""What the part on sources and method lists: sources with their copies, those set aside, counts and notes."""

from __future__ import annotations

from msgspec import Struct

from brief.annex import Annex
from brief.model import Brief, Note, SourceEntry, Who
from brief.words import Words

# What notes of these kinds say stands in the list of sources.
_LISTED = {"set_aside", "undated"}


class Listed(Struct, frozen=True):
    """The list of sources: those used, by number, with their copies, an earlier issue's, those set aside."""

    used: tuple[tuple[SourceEntry, tuple[SourceEntry, ...]], ...]
    aside: tuple[SourceEntry, ...]
    earlier: tuple[SourceEntry, ...] = ()

    @classmethod
    def of(cls, brief: Brief) -> Listed:
        """The sources of a brief."""
        used = [entry for entry in brief.sources if entry.status == "used"]
        used.sort(key=lambda entry: (entry.number is None, entry.number or 0))
        copies: dict[str | None, list[SourceEntry]] = {}
        for entry in brief.sources:
            copies.setdefault(entry.copy_of, []).append(entry)
        aside = tuple(entry for entry in brief.sources if not entry.is_kept)
        earlier = tuple(entry for entry in brief.sources if entry.earlier is not None)
        return cls(tuple((entry, tuple(copies.get(entry.id, ()))) for entry in used), aside, earlier)


class Method(Struct, frozen=True):
    """What the note on method says beside its fixed sentences."""

    counts: str
    judged: str
    ungraded: str | None
    notes: tuple[Note, ...]


def method(brief: Brief, found: Annex, said: Words) -> Method:
    """Counts of sources and passages, who judged, and how many sources nobody graded."""
    used = [entry for entry in brief.sources if entry.status == "used"]
    ungraded = sum(entry.grade is None for entry in used)
    counts = said.say(
        "The brief stands on %(passages)s from %(sources)s.",
        passages=said.counted(len(found.passages), "of %(n)s passage", "of %(n)s passages"),
        sources=said.counted(len(used), "of %(n)s source", "of %(n)s sources"),
    )
    unsaid = said.say("Sources without a grade: %(n)s.", n=said.digits(str(ungraded))) if ungraded else None
    return Method(
        counts, _judged(brief, said), unsaid, tuple(note for note in brief.notes if note.kind not in _LISTED)
    )


def _judged(brief: Brief, said: Words) -> str:
    """Whose the decisions were that need judgement."""
    if not brief.judges:
        return said.say(
            "The program's rules alone decided what belongs where, what tells the same and what matters."
        )
    told = said.say("list separator").join(
        said.say(_SHARES[one.judge], n=said.digits(str(one.decisions)), name=one.name or "")
        for one in brief.judges
    )
    return said.say("Decisions on what belongs where, tells the same and matters: %(told)s.", told=told)


# How the share of each kind of judge is told; none of them writes a word of the brief.
_SHARES: dict[Who, str] = {
    "rules": "by the program's rules %(n)s",
    "model": "by the language model %(name)s %(n)s",
    "person": "by %(name)s %(n)s",
}
