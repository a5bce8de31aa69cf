"""Dates in somebody's own words: they count from the day he spoke, and what they date is his to vouch for.

«On Thursday I paid 450, and today 900», says a driver: nothing that the article reports of Thursday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.extract.events.clauses import Cuts
from brief.periods import Mention

_PAIRS = re.compile(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
# A sentence that opens inside a quotation closes it before it opens another.
_CLOSING = re.compile(r"^[^«»]*»")
# Words beside its date with which a quotation tells something, and is no name or label.
_LEAST = 4


def is_quoted(cuts: Cuts, mention: Mention) -> bool:
    """Whether a time stands in a quotation that tells something beside it."""
    return any(
        start <= mention.start
        and mention.end <= end
        and len((cuts.text[start : mention.start] + cuts.text[mention.end : end]).split()) >= _LEAST
        for start, end in _quotations(cuts.text)
    )


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    opened = _CLOSING.match(text)
    if opened is not None:
        yield opened.span()
    yield from (one.span() for one in _PAIRS.finditer(text))
