"""The same act told with another day: two clauses that share who did it and to what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations, pairwise

from msgspec import Struct

from brief import periods
from brief.disagree.other_times import is_of_another
from brief.disagree.passages import Corpus, Passage, agree, in_order
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, fold, table
from brief.model import Discrepancy

_CROWD = 24
_DAY = len("2024-06-20")
_APART = 3  # days between two tellings of one act
_PHRASES, _SHARED = 2, 4


class _Act(Struct, frozen=True):
    """A clause with its one day, its stems and those pairs of them that stand side by side."""

    passage: Passage
    day: date
    stems: frozenset[str]
    phrases: frozenset[tuple[str, str]]


def acts(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each two clauses of two texts that share two phrases and are of days close to each other."""
    found = [act for passage in corpus.passages for act in _acts(passage, corpus)]
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, act in enumerate(found):
        for stem in act.stems:
            if corpus.is_rare(stem):
                groups[stem].append(number)
    pairs = {pair for members in groups.values() for pair in combinations(members[:_CROWD], 2)}
    told: set[int] = set()
    for first, second in sorted(pairs):
        if not told & {first, second} and _differ(found[first], found[second], corpus):
            told |= {first, second}
            passages = [(found[number].passage.anchor,) for number in (first, second)]
            what = phrase(passages[0][0].text, corpus.language)
            yield told_apart(corpus.language, "differ: date of %(what)s", what, "conflict", passages)


def _acts(passage: Passage, corpus: Corpus) -> Iterator[_Act]:
    if _calendar(corpus.language).search(passage.folded) is None:
        return
    mentions = periods.find(passage.text, corpus.language, corpus.published(passage))
    days = [one for one in mentions if len(one.first) == _DAY and not one.last]
    if len(days) != 1 or len(mentions) != 1 or days[0].future:
        return
    before, behind = passage.text[: days[0].start], passage.text[days[0].end :]
    if is_of_another(before, behind, corpus.language):
        return
    text = f"{before} {behind}"
    ordered = in_order(text, corpus.language)
    phrases = frozenset(pairwise(ordered))
    yield _Act(passage, date.fromisoformat(days[0].first), frozenset(ordered), phrases)


@cache
def _calendar(language: Language) -> re.Pattern[str]:
    """The names of months and weekdays: a clause without one tells no day worth comparing."""
    months = table(language.code, "months")["gregorian"]
    days = table(language.code, "disagreement")["weekdays"]["names"]
    words = sorted({fold(word) for line in (*months, *days) for word in line}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _differ(one: _Act, other: _Act, corpus: Corpus) -> bool:
    if one.passage.document == other.passage.document or not 0 < abs((one.day - other.day).days) <= _APART:
        return False
    shared = one.stems & other.stems
    if len(one.phrases & other.phrases) < _PHRASES or len(shared) < _SHARED:
        return False
    return agree(corpus.names(one.passage), corpus.names(other.passage))
