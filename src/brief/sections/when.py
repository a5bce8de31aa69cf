"""When the lines of a section happened or were said: what puts them in an order that can be followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from brief.dating import DAY
from brief.model import UNDATED, Anchor, Claim, Document, Pool

# The ISO day on which each document was published, by its id; None for one without.
Days = Mapping[str, str | None]
NO_DAYS: Days = MappingProxyType({})


def days(documents: Iterable[Document]) -> Days:
    """When each of the documents was published."""
    return {document.id: document.published for document in documents}


def happened(claim: Claim, pool: Pool, issued: str, days: Days) -> str:
    """The ISO date of what a claim tells, as exact as it is known; empty for what has none.

    Of several dates it is the last that lies ahead neither of its report nor of `issued`: the
    others are what went before. Without any it is the day of writing, where the words cannot be
    understood without it.
    """
    published = days.get(claim.evidence[0].source) or ""
    until = min(published, issued) if len(published) == DAY else issued
    told = (event.start for event in pool.events if any(_tells(claim, one) for one in event.evidence))
    written = "" if claim.as_of in (None, UNDATED) else claim.as_of
    return max((start for start in told if start <= until), default=written or "")


def said(claim: Claim, pool: Pool, issued: str, days: Days) -> str:
    """The ISO date on which somebody said or did what a claim tells: that of the report, if no other."""
    return happened(claim, pool, issued, days) or days.get(claim.evidence[0].source) or ""


def _tells(claim: Claim, passage: Anchor) -> bool:
    return claim.evidence[0].shares(passage)
