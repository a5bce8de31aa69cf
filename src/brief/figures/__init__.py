"""Datapoints -> charts as data, and the choice of the key figures."""

from __future__ import annotations

from collections.abc import Sequence

from brief.figures import ready
from brief.figures.drawn import refused
from brief.figures.propose import proposed
from brief.figures.query import answered
from brief.figures.telling import key_figures
from brief.language import Language
from brief.model import Chart, Datapoint, Query
from brief.words import Words, words

__all__ = ["charts", "key_figures"]


def charts(
    points: Sequence[Datapoint], queries: Sequence[Query], language: Language, locale: str
) -> tuple[Chart, ...]:
    """The charts that are asked for, in their order; without any, those that the figures suggest.

    One without comparable figures has kind «none» and says so in its note.
    """
    said = words(language.frame, locale)
    if not queries:
        return proposed(points, language, said) or (refused("charts", said),)
    return tuple(_chart(query, points, language, said) for query in queries)


def _chart(query: Query, points: Sequence[Datapoint], language: Language, said: Words) -> Chart:
    if query == Query(id=query.id) and query.id in ready.names(language):
        return ready.ready(query.id, points, language, said)
    return answered(query, points, language, said)
