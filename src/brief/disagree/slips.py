"""Years that are likely slips of the pen: of the past, and yet to come; or one digit from another text's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage, content, happenings, kind_of
from brief.disagree.vocabulary import YEAR, told_apart
from brief.language import Language, table
from brief.model import Discrepancy

_LONG_AGO = 2  # years before a text from which on what happened is history to it
_DECADE = 10
_CROWD = 24


class _Dated(Struct, frozen=True):
    """A clause with the one year that it names, and the year of its text."""

    passage: Passage
    year: str
    published: int


def slips(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each year that cannot be, beside the passage that has its digits in another order; and its kin."""
    dated = list(_dated(corpus))
    alike: defaultdict[str, list[_Dated]] = defaultdict(list)
    for one in dated:
        alike["".join(sorted(one.year))].append(one)
    for one in dated:
        if int(one.year) > one.published and _is_past(one.passage, corpus.language):
            kin = alike["".join(sorted(one.year))]
            twin = next((other for other in kin if _is_twin(one, other, corpus)), None)
            if twin:
                yield _told(one, twin, corpus)
    yield from _of_history(dated, corpus)


def _dated(corpus: Corpus) -> Iterator[_Dated]:
    for passage in corpus.passages:
        found = YEAR.findall(passage.folded)
        published = (corpus.published(passage) or "")[:4]
        if len(found) == 1 and published:
            yield _Dated(passage, found[0], int(published))


def _told(one: _Dated, other: _Dated, corpus: Corpus) -> Discrepancy:
    sides = [(one.passage.anchor,), (other.passage.anchor,)]
    return told_apart(corpus.language, "differ: slip in %(what)s", one.year, "typo", sides)


def _is_past(passage: Passage, language: Language) -> bool:
    """Whether a clause tells what was, and nothing that is to come."""
    text = passage.folded
    ahead = cues.of(language, "disagreement", "slips", "ahead").search(text)
    return ahead is None and cues.of(language, "disagreement", "slips", "past").search(text) is not None


def _is_twin(one: _Dated, other: _Dated, corpus: Corpus) -> bool:
    """Whether another clause with the digits of a year has them in another order and speaks of the same."""
    if one.year == other.year:
        return False
    mine, theirs = (content(corpus.whole(each.passage).text, corpus.language) for each in (one, other))
    return int(other.year) <= other.published and bool(mine & theirs)


def _of_history(dated: list[_Dated], corpus: Corpus) -> Iterator[Discrepancy]:
    """The years that two texts give to one bygone happening, a decade or two digits from each other."""
    groups: defaultdict[str, list[_Dated]] = defaultdict(list)
    for one in dated:
        if int(one.year) <= one.published - _LONG_AGO:
            for kind in sorted(happenings(one.passage) - _recurring(corpus.language)):
                groups[kind].append(one)
    for members in groups.values():
        for one, other in combinations(members[:_CROWD], 2):
            if one.passage.document != other.passage.document and _slipped(one, other, members, corpus):
                yield _told(one, other, corpus)
                break


def _slipped(one: _Dated, other: _Dated, members: list[_Dated], corpus: Corpus) -> bool:
    """Whether two years are a slip apart, neither text knows both, and the clauses agree."""
    decade = abs(int(one.year) - int(other.year)) == _DECADE
    swapped = one.year != other.year and sorted(one.year) == sorted(other.year)
    if not (decade or swapped) or not corpus.agree(one.passage, other.passage):
        return False
    known = {(each.passage.document, each.year) for each in members}
    crossed = {(one.passage.document, other.year), (other.passage.document, one.year)}
    return not known & crossed


@cache
def _recurring(language: Language) -> frozenset[str]:
    return frozenset(map(kind_of, table(language.code, "disagreement")["slips"]["recurring"]))
