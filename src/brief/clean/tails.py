"""The end of a paragraph that is the page's: a call to follow the site, behind the last sentence."""

from __future__ import annotations

import re
from functools import cache

from brief.language import Language, fold, table, view

# What a call names and where: so many words at most.
_MOST = 8


def tail(text: str, language: Language) -> int:
    """How many letters at the end of a row call on the reader to follow a site or to join it; often none.

    «… في العام الماضي. تابع موقع النهر على:» A sentence ends in no preposition: what follows a stop, opens
    with a call and ends so is no part of the article.
    """
    key = view(text)
    match = _call(language).search(key.text)
    if match is None or not match.start():
        return 0
    return len(text) - key.span(match.start(), match.start() + 1)[0]


@cache
def _call(language: Language) -> re.Pattern[str]:
    data = table(language.code, "furniture")
    calls, places = ("|".join(map(re.escape, map(fold, data[key]))) for key in ("calls", "called_to"))
    return re.compile(
        rf"(?<=[.!؟?…»\"”])\s+(?:{calls})(?:\s+[^\s.!؟?]+){{0,{_MOST}}}?\s+(?:{places})\s*:?\s*\Z"
    )
