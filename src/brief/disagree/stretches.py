"""«Six days before it», «nine days after it», «late by two years»: lengths of time between two times."""

from __future__ import annotations

from brief import cues, quantities
from brief.language import Language, fold
from brief.model import Datapoint

_STRETCHES = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})


def lie_elsewhere(one: Datapoint, other: Datapoint, language: Language) -> bool:
    """Whether two lengths of time are not told to lie between times in one way.

    How long a thing lasts is set against no time that passed before or behind it.
    """
    return one.unit in _STRETCHES and _counted_from(one, language) != _counted_from(other, language)


def _counted_from(point: Datapoint, language: Language) -> str:
    """By what a length of time is told to lie between two times: «before», «after», «late by»."""
    text = point.anchor.text
    told = next((one for one in quantities.find(text, language) if one.value == point.value), None)
    sign = cues.expression(language, "disagreement", "durations", "counted_from")
    found = sign.search(fold(text[: told.start])) if told else None
    return found["by"] if found else ""
