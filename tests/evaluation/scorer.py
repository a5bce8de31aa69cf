"""How much of a topic's gold a brief holds, by the characters that its passages stand on.

An item counts when it is words of its passages in their order and prints half of the first; a
passage counts when it is neither a wide window around the gold nor a crumb of it.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from brief.model import Brief
from tests.evaluation import choice, record
from tests.evaluation.found import Found
from tests.evaluation.gold import Gold
from tests.evaluation.shares import Share


class Scores(Struct, frozen=True):
    """Shares by name, and counts of what must stay rare or short."""

    shares: dict[str, Share]
    counts: dict[str, int]

    @property
    def percent(self) -> dict[str, float | None]:
        """The shares in percent; None where there is nothing to judge."""
        return {name: share.percent for name, share in self.shares.items()}


# Each figure with the part of the gold without which there is nothing to measure.
_PARTS: tuple[tuple[str, Callable[[Found, Gold], dict[str, Share]]], ...] = (
    ("claims", choice.claims),
    ("claims", choice.merges),
    ("sentences", choice.sections),
    ("datapoints", record.datapoints),
    ("datapoints", record.charts),
    ("discrepancies", record.discrepancies),
    ("events", record.timeline),
    ("quotes", record.quotes),
    ("positions", record.positions),
)


def score(brief: Brief, gold: Gold) -> Scores:
    """The figures of a brief for which there is gold."""
    found = Found(brief)
    shares = {
        "anchors_exact": _exact(found, gold),
        "faithful_items": Share(len(found.faithful), len(found.rows)),
    }
    for part, measure in _PARTS:
        if getattr(gold, part):
            shares |= measure(found, gold)
    return Scores(shares, _counts(found, gold))


def _exact(found: Found, gold: Gold) -> Share:
    """Passages that the texts hold where the brief says."""
    places = found.places(tuple(found.passages))
    return Share.of_those(
        gold.texts[place.file][place.start : place.end] == anchor.text
        for anchor, place in zip(found.passages, places, strict=True)
    )


def _counts(found: Found, gold: Gold) -> dict[str, int]:
    places = found.places(tuple(found.passages))
    return {
        "boilerplate_leaks": sum(any(map(place.shared, gold.furniture)) for place in places),
        "timeline_traps": record.traps(found, gold),
        "items": len(found.rows),
        "words": sum(len(row.item.text.split()) for row in found.rows),
    }


def fingerprint(topic: Path) -> str:
    """A digest of all files of a topic: floors hold for one corpus only."""
    digest = hashlib.sha256()
    for path in sorted(topic.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(topic).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
