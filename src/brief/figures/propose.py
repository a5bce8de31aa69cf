"""The charts that a topic's own figures suggest, where nobody asked for any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brief import measures
from brief.figures.cells import groups
from brief.figures.drawn import drawn
from brief.figures.ready import names, ready
from brief.figures.shapes import Shape, shapes
from brief.figures.wholes import without_wholes
from brief.identity import identifier
from brief.language import Language
from brief.model import Certainty, Chart, Datapoint
from brief.words import Words

_MOST = 4
_ENOUGH = 8  # figures beyond which a chart tells no more
_SOURCE, _DOUBT = 0.5, 0.5
# What a reader sees at once weighs more than what he has to compare.
_KINDS = {"line": 1.5, "share": 1.5, "grouped": 1.0, "bars": 1.0, "range": 0.5, "change": 0.0}


def proposed(points: Sequence[Datapoint], language: Language, said: Words) -> tuple[Chart, ...]:
    """The best charts of a topic, at most four; none where no figures can be compared.

    No figure stands in two of them, and no measure has two.
    """
    charts = [chart for chart in _ready(points, language, said) if _is_telling(chart)]
    drawn_ids = {id_ for chart in charts for id_ in chart.datapoints}
    for shape in sorted(_candidates(points, language), key=lambda one: -_score(one)):
        ids = {point.id for point in shape.points}
        told = {one.measure for one in points if one.id in drawn_ids}
        if len(charts) < _MOST and not ids & drawn_ids and shape.measure not in told:
            charts.append(drawn(_name(shape), shape, said))
            drawn_ids |= ids
    return tuple(charts)


def _ready(points: Sequence[Datapoint], language: Language, said: Words) -> Iterator[Chart]:
    return (ready(name, points, language, said) for name in names(language))


def _is_telling(chart: Chart) -> bool:
    """Whether a chart compares: a single bar says no more than its figure, a share has its rest."""
    return chart.kind == "share" or sum(not mark.apart for mark in chart.marks) > 1


def _candidates(points: Iterable[Datapoint], language: Language) -> Iterator[Shape]:
    """The shapes of measures known by name: figures told in one word of a source may count many things."""
    known = measures.lexicon(language)
    for group in groups(points):
        if measures.is_share(group.measure, known):
            yield from shapes(group, ("share", "line"))
        elif any(measures.is_of(group.measure, one) for one in known.measures):
            yield from shapes(without_wholes(group, language))


def _score(shape: Shape) -> float:
    """How much a chart tells: its figures and their sources; doubt counts against it."""
    sources = {anchor.source for point in shape.points for anchor in point.evidence}
    doubtful = sum(point.certainty is Certainty.HEDGED for point in shape.points)
    size = min(len(shape.points), _ENOUGH)
    return size + _KINDS[shape.kind] + _SOURCE * len(sources) - _DOUBT * doubtful


def _name(shape: Shape) -> str:
    return "c" + identifier("chart", shape.kind, shape.unit, shape.measure)
