"""How much of a topic's gold a brief holds, by the characters that its passages stand on.

Figures are percent, but for `boilerplate_leaks`, a count. An item counts when it is words of
its passages in their order and prints half of the first; a passage counts when it is neither
a wide window around the gold nor a crumb of it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from brief.language import fold
from brief.model import Anchor, Brief, Datapoint, Facet, Item

WINDOW, CRUMB = 560, 15
CHARTS = ("trade", "gas_prices", "arms_share")
SECTION = {
    "context": Facet.CONTEXT,
    "motive": Facet.MOTIVES,
    "outcome": Facet.OUTCOMES,
    "reaction": Facet.REACTIONS,
    "implication": Facet.IMPLICATIONS,
}


class Place(Struct, frozen=True):
    """A stretch of a file's text."""

    file: str
    start: int
    end: int

    def shared(self, other: "Place") -> int:
        """How many characters lie in both."""
        return (
            max(0, min(self.end, other.end) - max(self.start, other.start)) if self.file == other.file else 0
        )

    def rests_on(self, gold: "Place") -> bool:
        """Whether this passage is evidence of the gold one: it shares half of the shorter of the two."""
        size, want = self.end - self.start, gold.end - gold.start
        fits = min(CRUMB, want) <= size <= max(WINDOW, 2 * want)
        return fits and 2 * self.shared(gold) >= min(size, want) > 0


class _Passage(Struct):
    file: str
    span: str


class _Claim(Struct):
    importance: int
    evidence: list[_Passage]


class _Sentence(Struct):
    file: str
    kind: str
    sentence: str
    facet: str
    alt_facet: str | None


class _Figure(_Passage):
    value: float
    unit: str
    chart: str | None


class _Page(Struct):
    path: str
    boilerplate_line_numbers: list[int]


Kind = TypeVar("Kind", bound=Struct)


class Gold:
    """The texts of a topic, and where what an annotator found stands in them."""

    def __init__(self, topic: Path) -> None:
        self.texts = {
            path.name: path.read_bytes().decode("utf-8-sig") for path in sorted(topic.glob("*.txt"))
        }
        found = partial(_load, topic / "gold")
        self.claims = [
            (
                claim.importance,
                [place for one in claim.evidence for place in self._places(one.file, one.span)],
            )
            for claim in found("claims", _Claim)
        ]
        self.sentences = [
            (place, {SECTION.get(one.facet), SECTION.get(one.alt_facet or "")} - {None})
            for one in found("sentence_facets", _Sentence)
            for place in self._places(one.file, one.sentence)
            if one.kind == "sentence"
        ]
        self.figures = [(one, self._places(one.file, one.span)) for one in found("datapoints", _Figure)]
        self.furniture = [place for page in found("documents", _Page) for place in self._lines(page)]

    def _places(self, file: str, words: str) -> list[Place]:
        """Wherever the words stand in the text whose name begins with `file`."""
        name = next(name for name in self.texts if name.startswith(file))
        starts = [match.start() for match in re.finditer(re.escape(words), self.texts[name])]
        assert starts, f"the gold says {words!r}, which {name} does not"
        return [Place(name, start, start + len(words)) for start in starts]

    def _lines(self, page: _Page) -> Iterator[Place]:
        start = 0
        for number, line in enumerate(self.texts[page.path].split("\n"), 1):
            if number in page.boilerplate_line_numbers:
                yield Place(page.path, start, start + len(line))
            start += len(line) + 1


def _load(folder: Path, name: str, kind: type[Kind]) -> list[Kind]:
    return msgspec.json.decode((folder / f"{name}.json").read_bytes(), type=list[kind])  # type: ignore[valid-type]


def fingerprint(topic: Path) -> str:
    """A digest of all files of a topic: floors hold for one corpus only."""
    digest = hashlib.sha256()
    for path in sorted(topic.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(topic).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def score(brief: Brief, gold: Gold) -> dict[str, float]:
    """The figures of a brief against the gold."""
    files = {entry.id: entry.path for entry in brief.sources}
    where = partial(_place, files)
    rows = [(Facet(s.id), item) for s in brief.sections if s.id in set(Facet) for item in s.items]
    faithful = [(facet, item, where(item.evidence[0])) for facet, item in rows if is_faithful(item)]
    told = [
        [first.rests_on(place) for _, _, first in faithful for place in places] for _, places in gold.claims
    ]
    reached = [(importance, any(hits)) for (importance, _), hits in zip(gold.claims, told, strict=True)]
    every = [place for _, places in gold.claims for place in places]
    passages = list(_passages(brief))
    return {
        "anchors_exact": _percent(gold.texts[files[p.source]][p.start : p.end] == p.text for p in passages),
        "boilerplate_leaks": sum(any(map(where(p).shared, gold.furniture)) for p in passages),
        "faithful_items": _percent(is_faithful(item) for _, item in rows),
        "claim_recall": _percent(hit for weight, hit in reached for _ in range(weight)),
        "must_have_recall": _percent(hit for weight, hit in reached if weight == 3),
        "item_precision": 100 * sum(any(map(p.rests_on, every)) for _, _, p in faithful) / max(1, len(rows)),
        "section_lenient": _section_lenient([(facet, where(item.evidence[0])) for facet, item in rows], gold),
        "chart_recall": _chart_recall(brief, gold, where),
    }


def is_faithful(item: Item) -> bool:
    """Words of its passages in their order, at least half of those of the first."""
    text, rest = _words(item.text), iter([word for one in item.evidence for word in _words(one.text)])
    in_order = all(any(word == other for other in rest) for word in text)
    return bool(text) and in_order and 2 * len(text) >= len(_words(item.evidence[0].text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _place(files: dict[str, str], anchor: Anchor) -> Place:
    return Place(files[anchor.source], anchor.start, anchor.end)


def _percent(answers: Iterable[bool]) -> float:
    given = list(answers)
    return 100 * sum(given) / max(1, len(given))


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


def _section_lenient(rows: Sequence[tuple[Facet, Place]], gold: Gold) -> float:
    """Items from annotated sentences that stand under the sentence's facet or its alternative."""
    asked = [
        (facet, next((facets for place, facets in gold.sentences if first.rests_on(place)), None))
        for facet, first in rows
    ]
    return _percent(facet in facets for facet, facets in asked if facets is not None)


def _chart_recall(brief: Brief, gold: Gold, where: "partial[Place]") -> float:
    """Gold figures of a chart that are drawn in it; a chart of two units shows none."""
    drawn: dict[str, list[Datapoint]] = {
        chart.id: [point for point in brief.datapoints if point.id in chart.datapoints]
        for chart in brief.charts
    }
    fit = {id_: points for id_, points in drawn.items() if len({point.unit for point in points}) == 1}
    return _percent(
        any(
            _is_figure(point, figure)
            and any(where(anchor).rests_on(place) for anchor in point.evidence for place in places)
            for point in fit.get(figure.chart or "", ())
        )
        for figure, places in gold.figures
        if figure.chart in CHARTS
    )


def _is_figure(point: Datapoint, figure: _Figure) -> bool:
    same = point.value is not None and abs(float(point.value) - figure.value) <= 1e-6 * max(
        1, abs(figure.value)
    )
    return same and point.unit == figure.unit
