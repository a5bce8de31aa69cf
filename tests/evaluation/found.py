"""A brief as the scorer sees it: its lines and findings with the places that their passages stand on."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from brief.model import Anchor, Brief, Facet, Item
from tests.evaluation.places import Place

# Marks, tatweel and the controls of direction; written here once more, for a judge stands alone.
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069]")


class Row(Struct, frozen=True):
    """An item of one of the five facets."""

    facet: Facet
    item: Item
    passages: tuple[Place, ...]

    @property
    def first(self) -> tuple[Place, ...]:
        """The passage that alone counts for what is covered."""
        return self.passages[:1]


class Found:
    """The items of the five facets, and every passage that the brief cites."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._files = {entry.id: entry.path for entry in brief.sources}
        self.rows = [
            Row(Facet(section.id), item, self.places(item.evidence))
            for section in brief.sections
            if section.id in set(Facet)
            for item in section.items
        ]
        self.faithful = [row for row in self.rows if is_faithful(row.item)]
        self.passages = list(_passages(brief))

    def places(self, anchors: tuple[Anchor, ...]) -> tuple[Place, ...]:
        """Where the passages stand."""
        return tuple(Place(self._files[one.source], one.start, one.end) for one in anchors)


def _passages(brief: Brief) -> Iterator[Anchor]:
    for section in brief.sections:
        for item in section.items:
            yield from item.evidence
    for event in brief.timeline:
        yield from event.evidence
    for position in brief.positions:
        yield from position.evidence
    yield from (anchor for point in brief.datapoints for anchor in point.evidence)
    yield from (quote.evidence for quote in brief.quotes)
    for account in (account for one in brief.discrepancies for account in one.items):
        yield from account.evidence


def is_faithful(item: Item) -> bool:
    """Words of its passages in their order, at least half of those of the first."""
    text, rest = words(item.text), iter([word for one in item.evidence for word in words(one.text)])
    in_order = all(any(word == other for other in rest) for word in text)
    return bool(text) and in_order and 2 * len(text) >= len(words(item.evidence[0].text))


def words(text: str) -> list[str]:
    """The words of a text without marks, digits of all families alike."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    return re.findall(r"\w+", "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in plain))
