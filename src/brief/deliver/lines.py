"""Words of a brief as a message sets them: without links, with the numbers of the sources behind them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, structs

from brief.annex import Annex
from brief.model import Item, SourceEntry
from brief.pages.captions import citation, label, written
from brief.pages.changes import Told
from brief.printed import plain, split_stop
from brief.words import Words


class Line(Struct, frozen=True):
    """A line of the brief, with the numbers of its sources and of those that tell it otherwise.

    `written` is a remark of the brief on it, such as who says so or when it was written.
    """

    text: str
    stop: str
    cites: str
    compare: str
    label: str = ""
    written: str = ""


def line(item: Item, found: Annex, said: Words) -> Line:
    """An item of the brief."""
    name = said.say("judgement of %(name)s", name=item.analyst) if item.analyst else ""
    since = written(item.as_of, said) if item.as_of else ""
    return structs.replace(
        cited(item, found, said),
        label=label(item.label, said) if item.label else "",
        written=" ".join(filter(None, (since, f"({name})" if name else ""))),
    )


def cited(told: Item | Told, found: Annex, said: Words, end: str = ".") -> Line:
    """Words with the numbers of their sources, and `end` behind those that have no stop of their own."""
    body, stop = split_stop(told.text)
    contrary = _numbers(found.sources(told.contrary), said)
    own = (anchor for anchor in told.evidence if anchor not in told.contrary)
    return Line(
        text=body,
        stop=stop or end,
        cites=_numbers(found.sources(own), said),
        compare=f"{said.say('compare')} {contrary}" if contrary else "",
    )


def flat(text: str, said: Words) -> str:
    """Words as plain text, in the digits of the brief."""
    return plain(said.shown(text))


def spoken(line: Line, said: Words) -> str:
    """A line as plain text."""
    head = f"{flat(line.label, said)}: " if line.label else ""
    parts = (f"{flat(line.text, said)}{line.stop}", line.cites, line.compare, line.written)
    return head + " ".join(filter(None, parts))


def _numbers(entries: Iterable[SourceEntry], said: Words) -> str:
    return "".join(citation(entry.number, said) for entry in entries)
