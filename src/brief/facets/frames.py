"""The idea that clauses tell: time, mood, purpose and result, told or said, main clause or beneath one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from brief import cues
from brief.facets.seen import Seen, Signs
from brief.language import Language, fold, table

# A subordinate word among the first opens the sentence and does not yet end its main clause.
_OPENING = 2
_QUOTED = re.compile('[«"“]([^»"”]{20,})[»"”]')
# Frames that a pattern of their name finds.
_WRITTEN = ("may", "past_perfect", "was_wanting", "purpose", "condition")
_HANDING_OVER = frozenset({"saying", "more", "judging", "warning", "deciding", "according"})


def signs(document: Sequence[Seen]) -> list[Signs]:
    """The frames of each statement, each 1 where it is there."""
    latest = _latest_year(document)
    return [{f"frames.{name}": 1.0 for name in _frames(one, latest)} for one in document]


def subordinate_from(one: Seen) -> int:
    """The number of the word that opens the first clause beneath the main one; past the end if none."""
    places = (cue.place for cue in one.cues("frames") if cue.group == "subordinate" and cue.place >= _OPENING)
    return min(places, default=len(one.words))


def main_start(one: Seen) -> int:
    """The number of the word with which the main clause begins: behind what opens the sentence.

    «في بيان صدر أمس، أدانت …» and «أما الاتفاق …، فقد تكون له …» begin at the verb.
    """
    first = next(iter(one.words), "")
    openers = _openers(one.language)
    if first not in openers and first[1:] not in openers:
        return 0
    tokens = one.line.tokens
    stops = (place for place in range(1, len(tokens)) if not tokens[place].joined)
    return next(stops, 0)


def _frames(one: Seen, latest: int) -> Iterator[str]:
    said = any(cue.group in _HANDING_OVER for cue in one.cues())
    if _has_future(one):
        yield "future_said" if said else "future"
    yield from (name for name in _WRITTEN if _pattern(name, one.language).search(one.key))
    if "result" in one.groups("frames"):
        yield "result"
    if _QUOTED.search(one.told.text):
        yield "quoted"
    if one.told.text.rstrip(' "»').endswith("؟"):
        yield "asking"
    yield from _times(one, latest)
    if len(one.words) < 9:
        yield "short"
    if re.search(r"\d", one.key):
        yield "figure"


def _times(one: Seen, latest: int) -> Iterator[str]:
    years = _years(one)
    if years and max(years) < latest:
        yield "earlier_year"
    if years and max(years) >= latest:
        yield "this_year"
    if _pattern("day", one.language).search(one.key):
        yield "day"


def _has_future(one: Seen) -> bool:
    closed = _closed(one.language)
    return any(
        match.group().lstrip(one.language.proclitics) not in closed
        for match in _pattern("future", one.language).finditer(one.key)
    )


def _latest_year(document: Sequence[Seen]) -> int:
    """The year a document is told in: that of its date, else the median of the years it names."""
    published = next((one.told.published for one in document if one.told.published), None)
    if published:
        return int(published[:4])
    years = sorted(year for one in document for year in _years(one))
    return years[len(years) // 2] if years else 0


def _years(one: Seen) -> list[int]:
    return [int(year) for year in _pattern("year", one.language).findall(one.key)]


def _pattern(name: str, language: Language) -> re.Pattern[str]:
    return cues.expression(language, "facet_signs", "patterns", name)


@cache
def _openers(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "facet_signs")["patterns"]["openers"]))


@cache
def _closed(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "facet_signs")["patterns"]["no_future"]))
