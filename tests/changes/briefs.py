"""Small issues of one topic, each text a source of its own, for tests that compare two of them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from brief.changes import Earlier
from brief.changes.sides import Side, Sides
from brief.identity import digest, identifier
from brief.model import (
    Account,
    Anchor,
    Brief,
    Certainty,
    Datapoint,
    Discrepancy,
    Event,
    Item,
    Line,
    Period,
    Section,
    Since,
    SourceEntry,
)
from tests.builders import datapoint


def entry(path: str, text: str, published: str | None = "2024-03-04", **fields: Any) -> SourceEntry:  # noqa: ANN401
    """How an issue lists a text."""
    return SourceEntry(
        **{
            "id": identifier(text),
            "path": path,
            "number": 1,
            "title": None,
            "publisher": path,
            "author": None,
            "published": published,
            "language": "ar",
            "digest": digest(text),
            "grade": None,
            "background": False,
            "status": "used",
            "reason": None,
            "lines": (Line(0, len(text)),),
            **fields,
        }
    )


def anchor(text: str, words: str | None = None) -> Anchor:
    """The passage of a text that reads `words`, all of it if nothing is said."""
    start = text.index(words or text)
    return Anchor(identifier(text), start, start + len(words or text), words or text)


def item(*passages: Anchor, **fields: Any) -> Item:  # noqa: ANN401 - fields of Item
    """The line that the first passage tells, and the others too."""
    return Item(
        **{
            "id": "s" + identifier(passages[0].source, passages[0].start),
            "label": None,
            "text": passages[0].text,
            "actors": (),
            "certainty": Certainty.STATED,
            "standing": None,
            "evidence": passages,
            **fields,
        }
    )


def figure(passage: Anchor, value: str, measure: str, unit: str = "persons", **fields: Any) -> Datapoint:  # noqa: ANN401
    """A figure that a passage tells."""
    known = {"id": f"d{passage.source}", "measure": measure, "value": Decimal(value), "unit": unit}
    return datapoint(**known, evidence=(passage,), **fields)


def conflict(*passages: Anchor) -> Discrepancy:
    """What these passages tell differently."""
    return Discrepancy(topic="x", kind="conflict", items=tuple(Account(one.text, (one,)) for one in passages))


def event(start: str, *passages: Anchor) -> Event:
    """What these passages tell of a day."""
    return Event(start=start, end=None, text=passages[0].text, evidence=passages)


def side(
    texts: dict[str, str] | Sequence[SourceEntry],
    items: Sequence[Item] = (),
    kept: dict[str, str] | None = None,
    **fields: Any,  # noqa: ANN401 - fields of Brief
) -> Side:
    """An issue that reads `texts` by their paths (or lists entries) and prints `items` as outcomes."""
    entries = [entry(path, text) for path, text in texts.items()] if isinstance(texts, dict) else texts
    known = kept or (texts if isinstance(texts, dict) else {})
    brief = Brief(
        **{
            "topic": "t",
            "title": "t",
            "subtitle": None,
            "issued": "2024-03-10",
            "language": "ar",
            "locale": "ar",
            "direction": "rtl",
            "audience": None,
            "marking": None,
            "theme": "modern",
            "period": Period(None, None),
            "sources": tuple(entries),
            "sections": (Section("outcomes", "o", tuple(items)),),
            "datapoints": (),
            "key_figures": (),
            "charts": (),
            "quotes": (),
            "timeline": (),
            "positions": (),
            "discrepancies": (),
            "notes": (),
            **fields,
        }
    )
    return Side(brief, {f"sources/{path}": text for path, text in known.items()})


def texts_of(one: Side) -> dict[str, str]:
    """The texts of an issue, by their places in it."""
    return {place: text for place, text in one.texts.items() if text is not None}


def sides(before: Side, after: Side) -> Sides:
    """Two issues side by side."""
    return Sides(before, after)


def earlier(before: Side, name: str = "2024-W10") -> Earlier:
    """An issue as the one that changes are told from."""
    return Earlier(Since(name, before.brief.issued, ""), before)
