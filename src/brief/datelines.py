"""The year of an article that only its dateline dates: «Oran/Nantes 14 March (agency) - …»."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Sequence
from datetime import date

from msgspec import structs

from brief import periods
from brief.dating import BACKGROUND_DAYS, DAY
from brief.language import Language, fold, table
from brief.model import Document

# It is of the days before the newest of the other sources, or soon after.
_AHEAD = 31
# A dateline stands at the head and names few places.
_HEAD, _PLACES = 90, 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
# What stands between the day and the first sentence: an agency, and the dash.
_AFTER = re.compile(r"\s*(?:\([^()]{2,40}\))?\s*[-–—]\s")


def with_years(documents: Sequence[Document], language: Language) -> list[Document]:
    """The documents, those that only a dateline of no year dates as near to the newest as they can be.

    Where no other source has a day, or none within half a year, the dateline tells none.
    """
    days = [one.published for one in documents if one.published and len(one.published) == DAY]
    if not days:
        return list(documents)
    newest = max(days)
    return [
        one if one.published else structs.replace(one, published=_day(one, newest, language) or one.published)
        for one in documents
    ]


def _day(document: Document, newest: str, language: Language) -> str | None:
    """The day of a dateline that names no year, nearest to the `newest` of the other sources."""
    head = document.sentences[0].anchor.text[:_HEAD] if document.sentences else ""
    found = next((one for one in periods.find(head, language, newest) if len(one.first) == DAY), None)
    if found is None or found.last or _YEAR.search(fold(head[: found.end])):
        return None
    places = _WORD.findall(fold(head[: found.start]))
    barred = {fold(one) for one in table(language.code, "imprint")["day"]["event"]}
    if (
        len(places) > _PLACES
        or barred.intersection(places)
        or not _DIGIT.search(fold(head[found.start : found.end]))
    ):
        return None
    return _nearest(found.first, newest) if _AFTER.match(head[found.end :]) else None


def _nearest(day: str, newest: str) -> str | None:
    """The day of a year in which it lies nearest to another, within half a year before it or soon after."""
    other = date.fromisoformat(newest)
    years = (other.year - 1, other.year, other.year + 1)
    days = [date.fromisoformat(f"{year}{day[4:]}") for year in years if day[5:] != "02-29" or isleap(year)]
    near = [one for one in days if -BACKGROUND_DAYS <= (one - other).days <= _AHEAD]
    return max(near).isoformat() if near else None
