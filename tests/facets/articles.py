"""Labelled articles as the program sees them: its own sentences, each with the annotator's labels."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from brief.collect import collect
from brief.config import Topic
from brief.facets.judged import NOTHING
from brief.judge.questions import Told
from brief.model import Document, Facet
from tests.builders import ARABIC

HERE = Path(__file__).parent
TRAINING = (HERE / "articles", HERE / "analyses")
# Topics of several outlets each. Their annotators took every event of the matter for an outcome, the others
# what was decided and settled alone: which of these two labels a sentence has is not learned from them.
REPORTS = HERE / "reports"
UNDECIDED = frozenset({Facet.CONTEXT, Facet.OUTCOMES})
OWN = HERE.parent / "topic"
_LABELS = {
    "context": Facet.CONTEXT,
    "motive": Facet.MOTIVES,
    "outcome": Facet.OUTCOMES,
    "reaction": Facet.REACTIONS,
    "implication": Facet.IMPLICATIONS,
    "other": NOTHING,
}


class Label(Struct, frozen=True):
    """What the annotator says a sentence tells; `other` where an analyst would hesitate."""

    number: int
    label: str
    other: str | None

    @property
    def both(self) -> frozenset[str]:
        """Both labels."""
        return frozenset({self.label, self.other or self.label})


class Labelled(Struct, frozen=True):
    """An article: all of its sentences, and the labels of those that have one.

    Of labels in `undecided` it only tells that a sentence has one of them.
    """

    name: str
    statements: tuple[Told, ...]
    labels: tuple[Label, ...]
    undecided: frozenset[str] = frozenset()


def told(document: Document) -> tuple[Told, ...]:
    """The sentences of a document as a judge is asked about them."""
    return tuple(
        Told(
            number=number,
            text=sentence.anchor.text,
            source=document.id,
            published=document.published,
            heading=sentence.heading.text if sentence.heading else None,
            lead=sentence.lead.text if sentence.lead else None,
            paragraph=sentence.paragraph,
        )
        for number, sentence in enumerate(document.sentences)
    )


def training() -> tuple[Labelled, ...]:
    """All articles that weights may be fitted on."""
    return (*decided(), *(one for topic in reports().values() for one in topic))


def decided() -> tuple[Labelled, ...]:
    """Those whose annotators tell all labels as the annotators of the tests do."""
    folders = ((OWN, OWN / "gold"), *((folder, folder) for folder in TRAINING))
    return tuple(one for folder, gold in folders for one in labelled(folder, gold))


def reports() -> dict[str, tuple[Labelled, ...]]:
    """The articles of each topic of several outlets."""
    return {
        folder.name: tuple(structs.replace(one, undecided=UNDECIDED) for one in labelled(folder))
        for folder in sorted(REPORTS.iterdir())
    }


def labelled(folder: Path, gold: Path | None = None) -> tuple[Labelled, ...]:
    """The labelled articles of `folder`; labels stand in `sentence_facets.json` of it or of `gold`."""
    entries = json.loads(((gold or folder) / "sentence_facets.json").read_text("utf-8"))
    by_file: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        if entry.get("kind", "sentence") == "sentence":
            by_file[entry["file"].split(".")[0]].append(entry)
    found = []
    for document in collect(folder, Topic(), ARABIC).documents:
        stem = next((stem for stem in by_file if Path(document.path).name.startswith(stem)), None)
        labels = tuple(_labels(document, by_file[stem])) if stem else ()
        if labels:
            found.append(Labelled(f"{folder.name}/{document.path}", told(document), labels))
    return tuple(found)


def _labels(document: Document, entries: list[dict[str, Any]]) -> Iterator[Label]:
    for entry in entries:
        start = document.text.find(entry["sentence"])
        number = _overlapping(document, start, start + len(entry["sentence"])) if start >= 0 else None
        if number is not None:
            other = entry.get("alt_facet")
            yield Label(number, _LABELS[entry["facet"]], _LABELS[other] if other else None)


def _overlapping(document: Document, start: int, end: int) -> int | None:
    """The sentence that shares most with a span; None where it shares less than half of itself."""

    def shared(number: int) -> int:
        anchor = document.sentences[number].anchor
        return min(end, anchor.end) - max(start, anchor.start)

    best = max(range(len(document.sentences)), key=shared, default=None)
    if best is None:
        return None
    anchor = document.sentences[best].anchor
    return best if 2 * shared(best) >= anchor.end - anchor.start else None
