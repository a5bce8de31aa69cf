"""What a chart request asks for -> the figures that answer it, and the chart of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brief import measures, names
from brief.figures.cells import groups
from brief.figures.drawn import drawn, refused
from brief.figures.shapes import SHAPES, Shape, shapes
from brief.figures.wholes import without_wholes
from brief.language import Language, fold
from brief.model import Certainty, Chart, Datapoint, Query
from brief.words import Words


def answered(query: Query, points: Sequence[Datapoint], language: Language, said: Words) -> Chart:
    """The chart that shows most of what is asked; kind «none», and a note, where nothing is comparable."""
    fit = [point for point in points if _fits(point, query, language)]
    kinds = (query.kind,) if query.kind else tuple(SHAPES)
    told = [without_wholes(group, language) for group in groups(fit)]
    found = [shape for group in told for shape in shapes(group, kinds) if _is_honest(shape, language)]
    best = max(found, key=_size, default=None)
    return drawn(query.id, best, said, query.title) if best else refused(query.id, said, query.title)


def _is_honest(shape: Shape, language: Language) -> bool:
    """Percentages are parts of one whole only where their measure is a share."""
    return shape.kind != "share" or measures.is_share(shape.measure, measures.lexicon(language))


def _size(shape: Shape) -> int:
    return len(shape.points)


def _fits(point: Datapoint, query: Query, language: Language) -> bool:
    return (
        point.certainty is not Certainty.DENIED
        and (query.measure is None or _measures(point, query.measure, language))
        and (query.unit is None or point.unit == query.unit)
        and (not query.subject or _names(point.subject, query.subject, language))
        and (not query.counterpart or _names(point.counterpart, query.counterpart, language))
        and (query.period is None or _within(point.period, query.period))
    )


def _measures(point: Datapoint, asked: str, language: Language) -> bool:
    """Whether a figure measures what is asked: a known measure by id or name, or the source's own words."""
    known = next((one for one in measures.lexicon(language).measures if one.id == asked), None)
    if known is not None:
        return measures.is_of(point.measure, known)
    return point.measure is not None and fold(asked) in fold(point.measure)


def _names(party: str | None, asked: Iterable[str], language: Language) -> bool:
    return party is not None and fold(party) in {fold(_canonical(one, language)) for one in asked}


def _canonical(asked: str, language: Language) -> str:
    """A party by the one name that figures bear."""
    found = names.find(asked, language)
    return found[0].label if len(found) == 1 else asked


def _within(period: str | None, asked: str) -> bool:
    """Whether a period lies in the one asked for, ISO times both."""
    if period is None:
        return False
    first, _, last = asked.partition("/")
    start, _, end = period.partition("/")
    return start >= first and (end or start)[: len(last or first)] <= (last or first)
