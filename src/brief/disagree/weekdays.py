"""A weekday beside a date that falls on another day of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from brief import periods
from brief.disagree.passages import Corpus
from brief.disagree.vocabulary import told_apart
from brief.language import Language, fold, table
from brief.model import Discrepancy

_NEAR = 4  # characters between a weekday and its date
_DAY = 10
_YEAR = re.compile(r"\d{4}")


def weekdays(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each date with its year and a weekday that do not fit, one of which must be a slip."""
    pattern, days = _weekdays(corpus.language)
    for passage in corpus.passages:
        if pattern.search(passage.folded) is None:
            continue
        seen = passage.seen
        found = list(pattern.finditer(seen.text))
        for mention in periods.find(passage.text, corpus.language, corpus.published(passage)):
            start, end = seen.position(mention.start), seen.position(mention.end)
            if not _is_exact(mention, seen.text[start:end]):
                continue
            near = (word for word in found if start - _NEAR <= word.end() and word.start() <= end + _NEAR)
            told = {days[word[1]] for word in near}
            if told and date.fromisoformat(mention.first).weekday() not in told:
                anchor = passage.anchor
                what = passage.text[mention.start : mention.end]
                yield told_apart(corpus.language, "differ: weekday of %(what)s", what, "typo", ((anchor,),))


def _is_exact(mention: periods.Mention, text: str) -> bool:
    """Whether a mention tells a day with its year, in its own words."""
    return len(mention.first) == _DAY and not mention.last and _YEAR.search(text) is not None


@cache
def _weekdays(language: Language) -> tuple[re.Pattern[str], dict[str, int]]:
    """The weekdays of a language as a pattern, and their numbers, Monday being 0."""
    names = table(language.code, "disagreement")["weekdays"]["names"]
    days = {fold(word): number for number, words in enumerate(names) for word in words}
    return re.compile(rf"(?<!\w)(?:[{language.proclitics}])?({'|'.join(days)})(?!\w)"), days
