"""What was decided on a passage, in one line each: for whoever asks why a line stands where it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from brief.judge.answers import Decision, Place
from brief.judge.forms import NONE
from brief.judge.questions import Kept, Relations, Shares, Verdict, Weights
from brief.model import Anchor

# So many letters of a statement tell which one it is.
_SHOWN = 60
# How a passage is called: its file, its place there and how it begins.
Name = Callable[[Place], str]


class Text(Struct, frozen=True):
    """A source by the name of its file, with its text where there is one."""

    path: str
    text: str | None = None


def on_passages(
    decisions: Iterable[Decision], passages: Iterable[Anchor], sources: Mapping[str, Text]
) -> Iterator[str]:
    """Each decision on one of these passages: its kind, on which statement, what it says, who took it when.

    `sources` stand under their ids.
    """
    asked = tuple(passages)

    def named(place: Place) -> str:
        source = sources.get(place.source, Text(place.source))
        where = f"{source.path} {place.start}-{place.end}"
        words = " ".join((source.text or "")[place.start : place.end].split())
        return f"{where} \u00ab{_opening(words)}\u00bb" if words else where

    for decision in decisions:
        for place in decision.about:
            if any(_is_of(one, place, decision) for one in asked) and (said := _said(decision, place, named)):
                by = f"{decision.judge} {decision.name}, {decision.at}"
                yield f"{decision.kind}, {named(place)}: {said} ({by})"


def _opening(words: str) -> str:
    """How a statement begins, cut between two words."""
    if len(words) <= _SHOWN:
        return words
    return f"{words[:_SHOWN].rpartition(' ')[0] or words[:_SHOWN]}\u2026"


def _is_of(passage: Anchor, place: Place, decision: Decision) -> bool:
    """Whether a place is the passage, or the line that it stands in where lines were judged."""
    if passage.source != place.source:
        return False
    if isinstance(decision.answer, Kept):
        return place.start <= passage.start and passage.end <= place.end
    return (passage.start, passage.end) == (place.start, place.end)


def _said(decision: Decision, place: Place, named: Name) -> str:
    """What a decision says of the statement in a place; nothing where it says nothing of it."""
    number = place.number
    match decision.answer:
        case Kept(lines):
            return ("article" if lines[number] else "page") if number in lines else ""
        case Shares(facets):
            told = facets.get(number)
            return "" if told is None else ", ".join(f"{facet} {share:g}" for facet, share in told) or NONE
        case Weights(weights):
            return f"{weights[number]:g}" if number in weights else ""
        case Relations(relations):
            first, *others = decision.about
            met = [(one, relations.get(one.number, "apart")) for one in others]
            mine = [(first, told) for one, told in met if one == place] if number else met
            return ", ".join(f"{told} {named(one)}" for one, told in mine if told != "apart")
        case Verdict(kind):
            return kind or NONE
        case _:
            return ""
