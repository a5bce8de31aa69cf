"""Rows of figures by place: «في عجلون 54%، وفي المفرق 51%، وفي الكرك 49%».

The names know states; of towns, provinces and camps only a row of them tells that they are what
its figures are of. One alone may be anything that «in» is said of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from brief.extract.datapoints.place import Place

_FEWEST = 3  # figures that make a row
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 3  # words of a place


def places(where: Place) -> dict[int, str]:
    """Figure (its number in the sentence) -> the words of the place it is of, where a row tells it."""
    found = dict(_places(where))
    units = Counter(where.figures[index].unit for index in found)
    return {index: said for index, said in found.items() if units[where.figures[index].unit] >= _FEWEST}


def _places(where: Place) -> Iterator[tuple[int, str]]:
    end = 0
    for index, figure in enumerate(where.figures):
        said = _before(where, end, figure.start)
        if said is not None:
            yield index, said
        end = figure.end


def _before(where: Place, start: int, end: int) -> str | None:
    """The words between the last «in» before a figure and the figure, if they can name a place."""
    words = where.words
    leading = [(match.start() + start, match[0]) for match in _WORD.finditer(where.text[start:end])]
    folded = [where.fold(at, at + len(word)) for at, word in leading]
    while folded and folded[-1] in words.change.near | words.change.by:
        folded.pop()
    opens = next((at for at in range(len(folded) - 1, -1, -1) if _opens(folded[at], where)), None)
    if opens is None or not 0 < len(folded) - opens - 1 <= _MOST:
        return None
    first, last = opens + 1, len(folded) - 1
    if any(word in words.phrase_stops or word in words.no_places for word in folded[first : last + 1]):
        return None
    begin, finish = leading[first][0], leading[last][0] + len(leading[last][1])
    if any(time.start < finish and begin < time.end for time in where.times.mentions):
        return None
    return where.text[begin:finish]


def _opens(word: str, where: Place) -> bool:
    joined = word[:1] == where.words.conjunction and word[1:] in where.words.places
    return word in where.words.places or joined
