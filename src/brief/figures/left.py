"""Figures that tell nothing alone: left for another («from 3 to 4 per cent»), or of an owner not named."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from brief import measures, quantities
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Datapoint
from brief.morphology import morphology

_NEAR = 24  # characters between the two figures


def is_left(point: Datapoint, language: Language) -> bool:
    """Whether, in each of its passages, «from» stands right before a figure and «to» before the next one."""
    return all(_is_left_in(anchor.text, point, language) for anchor in point.evidence)


def _is_left_in(text: str, point: Datapoint, language: Language) -> bool:
    words = _change(language)
    for one, other in pairwise(quantities.find(text, language)):
        if (one.value, one.low) != (point.value, point.low) or other.start - one.end > _NEAR:
            continue
        if words[0].search(fold(text[: one.start])) and words[1].search(fold(text[one.end : other.start])):
            return True
    return False


def is_anybodys(point: Datapoint, language: Language) -> bool:
    """Whether a figure of no known party is told of whoever a pronoun stands for: «and its budget»."""
    one = measures.known_as(point.measure, language)
    if one is None or one.place is None or one.national or point.subject is not None:
        return False
    text, owners = point.anchor.text, morphology(language).possessive
    seen = view(text)
    hits = (hit for hit in measures.hits(seen.text, measures.lexicon(language)) if hit.measure == one)
    ends = [seen.span(hit.end - 1, hit.end)[1] for hit in hits]
    return bool(ends) and all(text[:end].endswith(owners) for end in ends)


@cache
def _change(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """«From» and «to», right before numbers."""
    words = table(language.code, "disagreement")["change"]
    from_, to = (rf"(?<!\w){either(words[key])}\s+(?:\w+\s+)?$" for key in ("from", "to"))
    return re.compile(from_), re.compile(to)
