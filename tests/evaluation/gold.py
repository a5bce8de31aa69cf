"""What an annotator found in the texts of a topic, and where it stands in them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from tests.evaluation.places import Place, occurrences, texts_of


class Entry(Struct, frozen=True):
    """An entry of a gold file, whatever its kind: what its kind does not know stays empty."""

    file: str = ""
    span: str = ""
    sentence: str = ""
    start: int | None = None
    end: int | None = None
    evidence: tuple["Entry", ...] = ()
    items: tuple["Entry", ...] = ()
    importance: int = 1
    kind: str = ""
    facet: str | None = None
    alt_facet: str | None = None
    topic: str = ""
    date: str | None = None
    status: str = ""
    stance: str = ""
    alt_stance: str | None = None
    value: float | tuple[float, ...] | None = None
    low: float | None = None
    high: float | None = None
    unit: str = "count"
    chart: str | None = None


class _Page(Struct):
    path: str
    boilerplate_line_numbers: list[int] = field(default_factory=list)


# For each passage of an entry, wherever its words stand in the text.
Passages = list[list[Place]]


class Gold:
    """The entries of each gold file with their passages; a kind without a file has no entries."""

    def __init__(self, texts: Path, gold: Path) -> None:
        self.texts = texts_of(texts)
        found = partial(self._found, gold)
        self.claims = found("claims")
        self.sentences = [(one, at) for one, at in found("sentence_facets") if one.kind == "sentence"]
        self.datapoints = found("datapoints")
        self.discrepancies = found("discrepancies")
        self.events = [(one, at) for one, at in found("timeline") if one.date]
        self.quotes = found("quotes")
        self.positions = found("reactions")
        self.furniture = [place for page in _load(gold, "documents", _Page) for place in self._lines(page)]

    def _found(self, gold: Path, name: str) -> list[tuple[Entry, Passages]]:
        return [
            (entry, [self._places(one) for one in entry.evidence or entry.items or (entry,)])
            for entry in _load(gold, name, Entry)
        ]

    def _places(self, entry: Entry) -> list[Place]:
        """Where the entry stands: by its offsets, or wherever its words do."""
        file = next(name for name in self.texts if name.startswith(entry.file.partition(".")[0]))
        if entry.start is not None and entry.end is not None:
            return [Place(file, entry.start, entry.end)]
        return occurrences(entry.span or entry.sentence, file, self.texts[file])

    def _lines(self, page: _Page) -> Iterator[Place]:
        start = 0
        for number, line in enumerate(self.texts[page.path].split("\n"), 1):
            if number in page.boilerplate_line_numbers:
                yield Place(page.path, start, start + len(line))
            start += len(line) + 1


Kind = TypeVar("Kind", bound=Struct)


def _load(folder: Path, name: str, kind: type[Kind]) -> list[Kind]:
    path = folder / f"{name}.json"
    if not path.is_file():
        return []
    return msgspec.json.decode(path.read_bytes(), type=list[kind])  # type: ignore[valid-type]
