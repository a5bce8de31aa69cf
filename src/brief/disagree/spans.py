"""«A transition of 120 days», «a transition of 90 days»: one named term with two lengths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import told_apart
from brief.gist import stem_of
from brief.language import Language, fold, table
from brief.model import Discrepancy
from brief.morphology import morphology

_DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}
_FACTOR, _ROUNDED = 3, 1.25  # two units may tell one length so far apart
_DAYS = 31  # between two texts that tell of one term
_SHARED = 2  # words besides the term itself


class _Span(Struct, frozen=True):
    """A clause with the stems of a term («فترة انتقالية»), how many days it lasts, and in which unit."""

    passage: Passage
    term: tuple[str, str]
    label: str
    days: int
    unit: str


def spans(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each term that two texts name by the same noun and adjective and give two lengths."""
    by_term: defaultdict[tuple[str, str], list[_Span]] = defaultdict(list)
    for passage in corpus.cued("spans", "heads"):
        for one in _spans(passage, corpus.language):
            by_term[one.term].append(one)
    for told in by_term.values():
        pair = next((two for two in combinations(told, 2) if _differ(*two, corpus)), None)
        if pair:
            sides = [(one.passage.anchor,) for one in pair]
            yield told_apart(corpus.language, "differ: length of %(what)s", pair[0].label, "conflict", sides)


def _spans(passage: Passage, language: Language) -> Iterator[_Span]:
    """The terms of a clause whose length stands right behind them."""
    seen = passage.seen
    for figure in quantities.find(passage.text, language):
        if figure.value and figure.unit in _DAYS_OF:
            match = _named(language).search(seen.text[: seen.position(figure.start)])
            if match:
                term = (stem_of(match["head"], language), stem_of(match["which"], language))
                start, end = seen.span(match.start("head"), match.end("which"))
                label = passage.text[start:end]
                yield _Span(passage, term, label, int(figure.value * _DAYS_OF[figure.unit]), figure.unit)


@cache
def _named(language: Language) -> re.Pattern[str]:
    """A noun of a term with its adjective and «lasting» at the end of some words."""
    words = table(language.code, "disagreement")["spans"]
    heads, lasting = ("|".join(map(fold, words[key])) for key in ("heads", "lasting"))
    letters = morphology(language)
    clitics = rf"[{letters.joining}]?[{letters.prepositions}]?(?:{letters.article})?"
    return re.compile(rf"(?<!\w){clitics}(?P<head>{heads})\s+(?P<which>\w+)\s+(?:{lasting})\s*(?:\w+\s+)?$")


def _differ(one: _Span, other: _Span, corpus: Corpus) -> bool:
    """Whether two lengths are of one term in two texts of one time, and no rounding of each other."""
    mine, theirs = one.passage, other.passage
    low, high = sorted((one.days, other.days))
    if mine.document == theirs.document or low == high or high > low * _FACTOR:
        return False
    if one.unit != other.unit and high <= low * _ROUNDED:
        return False
    if _is_wanted(mine, corpus) is not _is_wanted(theirs, corpus) or not corpus.agree(mine, theirs):
        return False
    shared = content(mine.text, corpus.language) & content(theirs.text, corpus.language)
    return corpus.at_once(mine, theirs, _DAYS) and len(shared - set(one.term)) >= _SHARED


def _is_wanted(passage: Passage, corpus: Corpus) -> bool:
    """Whether somebody asks for a term, or it is still negotiated."""
    lists = (cues.of(corpus.language, "disagreement", "states", key) for key in ("wanted", "staged"))
    return any(one.search(passage.folded) for one in lists)
