"""A journey that one article tells both as made and as still to come."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from brief import cues, names, periods
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import table
from brief.model import Discrepancy

_PERSON = "person:"
_SHORTEST = 3
_WORD = re.compile(r"\w+")


def tenses(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each journey of a person to a place that an article tells in the past and, undated, in the future."""
    made: defaultdict[tuple[int, str], list[Passage]] = defaultdict(list)
    planned: list[Passage] = []
    listed = table(corpus.language.code, "disagreement")["journeys"]
    for passage in corpus.holding([*listed["past"], *listed["future"]]):
        past, future = _has(passage, "past", corpus), _has(passage, "future", corpus)
        if past and not future:
            for place in _places(passage, corpus):
                made[passage.document, place].append(passage)
        elif future and not past and not _is_dated(passage, corpus):
            planned.append(passage)
    told: set[int] = set()
    for passage in planned:
        before = [one for place in _places(passage, corpus) for one in made[passage.document, place]]
        same = next((one for one in before if _is_same(one, passage, corpus)), None)
        if same and same.order not in told:
            told.add(same.order)
            what = phrase(same.text, corpus.language)
            sides = [(same.anchor,), (passage.anchor,)]
            yield told_apart(corpus.language, "differ: tense of %(what)s", what, "conflict", sides)


def _has(passage: Passage, key: str, corpus: Corpus) -> bool:
    pattern = cues.of(corpus.language, "disagreement", "journeys", key)
    return pattern.search(passage.folded) is not None


def _is_dated(passage: Passage, corpus: Corpus) -> bool:
    return bool(periods.find(passage.text, corpus.language, corpus.published(passage)))


def _places(passage: Passage, corpus: Corpus) -> list[str]:
    """The places of a clause, adjectives of nation left out."""
    return sorted(key for key in corpus.names(passage, adjectives=False) if not key.startswith(_PERSON))


def _is_same(made: Passage, planned: Passage, corpus: Corpus) -> bool:
    """Whether the traveller of one clause is named, be it by one word of the name, in the other."""
    travellers = {word for key in corpus.people(made) for word in key.removeprefix(_PERSON).split()}
    words = (word for word in _WORD.findall(planned.text) if len(word) >= _SHORTEST)
    return any(names.person_key(word, corpus.language).removeprefix(_PERSON) in travellers for word in words)
