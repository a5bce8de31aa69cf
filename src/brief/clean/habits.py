"""Lines that a publisher prints with every article: seen only when several of its pages are.

A paragraph may be told in two articles of one house, and headings return from week to week;
so only what stands at the edge of three articles or more, or breaks into three of them
without heading anything, is the house's own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from msgspec import structs

from brief.clean.reasons import Reason
from brief.clean.rows import PROSE_WORDS
from brief.language import fold
from brief.model import Article, Furniture, Line

PAGES = 3
EDGE = 2
# Two articles that share more of their lines are one text in two files.
COPY = 0.5
# No text stands in more files than this; more pages than that share a habit.
MOST_COPIES = 20


def without_habits(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in their order, without the lines that three or more of one publisher share."""
    keys = [
        [fold(article.source.text[line.start : line.end]) for line in article.lines] for article in articles
    ]
    groups: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.publisher:
            groups[article.publisher].append(number)
    habits = {number: habit for group in groups.values() for number, habit in _habits(group, keys)}
    return tuple(
        _without(article, keys[number], habits[number]) if habits.get(number) else article
        for number, article in enumerate(articles)
    )


def _habits(group: Sequence[int], keys: Sequence[Sequence[str]]) -> Iterator[tuple[int, frozenset[str]]]:
    """For each article of a group the keys that it shares with others that are no copies of it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number in group:
        for key in dict.fromkeys(keys[number]):
            holders[key].append(number)
    shared = {key: numbers for key, numbers in holders.items() if len(numbers) >= PAGES}
    copies = _copies(shared.values(), keys)
    for number in group:
        mine = {key for key in keys[number] if key in shared}
        yield (
            number,
            frozenset(key for key in mine if _is_shared(number, shared[key], copies)),
        )


def _is_shared(number: int, holders: Sequence[int], copies: set[tuple[int, int]]) -> bool:
    """Whether enough of the articles that hold a line are no copies of this one."""
    others = (other for other in holders if (number, other) not in copies)
    return sum(1 for _ in islice(others, PAGES)) == PAGES


def _copies(holders: Iterable[Sequence[int]], keys: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Pairs of articles, either way round, that share most of their lines."""
    together = Counter(
        pair for numbers in holders if len(numbers) <= MOST_COPIES for pair in combinations(numbers, 2)
    )
    alike = {
        pair for pair, lines in together.items() if lines > COPY * min(len(keys[pair[0]]), len(keys[pair[1]]))
    }
    return alike | {(other, one) for one, other in alike}


def _without(article: Article, keys: Sequence[str], habits: frozenset[str]) -> Article:
    gone = [line for place, line in enumerate(article.lines) if _is_habit(article, place, keys, habits)]
    if len(gone) == len(article.lines):
        return article
    removed = [Furniture(line.start, line.end, Reason.HABIT) for line in gone]
    return structs.replace(
        article,
        lines=tuple(line for line in article.lines if line not in gone),
        furniture=tuple(sorted([*article.furniture, *removed], key=lambda piece: piece.start)),
    )


def _is_habit(article: Article, place: int, keys: Sequence[str], habits: frozenset[str]) -> bool:
    """Whether a shared line stands where a house prints its own: at an edge, or heading nothing."""
    if keys[place] not in habits:
        return False
    at_edge = place < EDGE - 1 or place >= len(keys) - EDGE
    return (at_edge and not article.lines[place].heading) or _is_scrap(article.lines[place], keys[place])


def _is_scrap(line: Line, key: str) -> bool:
    return not line.heading and len(key.split()) < PROSE_WORDS
