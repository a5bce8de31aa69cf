"""«Lowered its estimate from 800 to 700», «3 instead of the 5 announced»: what a later text sets anew.

What was estimated, foreseen or announced and is now told otherwise, beside the text that told it first. That
a thing itself has grown or fallen («the price rose from 3 to 4») is no revision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, fold, table, view
from brief.model import Anchor, Discrepancy
from brief.quantities import Quantity
from brief.rivals import COUNTED

_REACH = 60  # characters between «after it was» and the figure of before
_BEHIND = 24  # characters behind that figure in which it is said to have been announced
_SHARED = 2  # words in common with the text that told it first
_STOP = re.compile(r"[.؛!؟]\s")
_WORD = re.compile(r"\w+")


class _Revision(Struct, frozen=True):
    """A sentence that sets a figure anew, with the figure of before and the first number or word of it.

    `passage` is the clause of the new figure.
    """

    passage: Passage
    sentence: Anchor
    was: Quantity
    key: str


def revised(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each figure that a text sets anew, with the passage of an earlier text that gives the one of before."""
    seen: set[Anchor] = set()
    for one in _revisions(corpus):
        said = _said(one, corpus)
        if said and one.sentence not in seen:
            seen.add(one.sentence)
            what = phrase(one.passage.text, corpus.language)
            sides = [(said.anchor,), (one.sentence,)]
            yield told_apart(corpus.language, "differ: revision of %(what)s", what, "conflict", sides)


def _revisions(corpus: Corpus) -> Iterator[_Revision]:
    listed = table(corpus.language.code, "disagreement")["revised"]
    for passage in corpus.holding([*listed["before"], *listed["estimating"]]):
        sentence = corpus.whole(passage)
        found = _change(sentence.text, corpus.language)
        if found is None:
            continue
        was, new = found
        key = _WORD.search(fold(sentence.text[was.start : was.end]))
        start = sentence.start + new.start
        told = corpus.at(corpus.documents[passage.document].anchor(start, start + new.end - new.start))
        if key and told:
            yield _Revision(told, sentence, was, key.group())


def _change(text: str, language: Language) -> tuple[Quantity, Quantity] | None:
    """The figure of before and the new one of a sentence that sets it anew, both of one unit."""
    seen = view(text)
    figures = [one for one in quantities.find(text, language) if one.value]
    estimated = cues.of(language, "disagreement", "revised", "estimating").search(seen.text) is not None
    announced = cues.of(language, "disagreement", "revised", "announced")
    for mark in cues.of(language, "disagreement", "revised", "before").finditer(seen.text):
        places = ((one, seen.position(one.start)) for one in figures)
        was = next((one for one, place in places if 0 <= place - mark.end() <= _REACH), None)
        if was is None or _STOP.search(seen.text, mark.end(), seen.position(was.start)):
            continue
        behind = seen.position(was.end)
        told = estimated or announced.search(seen.text, behind, behind + _BEHIND) is not None
        new = [one for one in figures if seen.position(one.end) <= mark.start() and _fits(one, was)]
        if told and new and new[-1].value != was.value:
            return was, new[-1]
    return _stepped(text, figures, language) if estimated else None


def _stepped(text: str, figures: list[Quantity], language: Language) -> tuple[Quantity, Quantity] | None:
    """The figures of «from 800 to 700»."""
    seen = view(text)
    from_, to = _steps(language)
    for was, new in pairwise(figures):
        starts = seen.position(was.start), seen.position(new.start)
        if (
            from_.search(seen.text[: starts[0]])
            and to.search(seen.text[: starts[1]])
            and _fits(was, new)
            and was.value != new.value
        ):
            return was, new
    return None


@cache
def _steps(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """«From» and «to» right before a figure."""
    words = table(language.code, "disagreement")["change"]
    from_, to = ("|".join(map(fold, words[key])) for key in ("from", "to"))
    return re.compile(rf"(?<!\w)(?:{from_})\s+(?:\w+\s+)?$"), re.compile(rf"(?<!\w)(?:{to})\s+(?:\w+\s+)?$")


def _fits(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one unit; a bare one («2.6 مليار») takes that of the other."""
    bare = any(each.unit in COUNTED and each.noun is None for each in (one, other))
    return one.unit == other.unit or bare


def _said(one: _Revision, corpus: Corpus) -> Passage | None:
    """The clause of an earlier text that gives the figure of before, with most words of the sentence."""
    found: list[tuple[int, int, Passage]] = []
    here = content(one.sentence.text, corpus.language)
    published = corpus.published(one.passage) or ""
    near = (passage for passage, _ in corpus.near(here, 1))  # the figure may be spelled there
    for other in {each.order: each for each in (*corpus.holding([one.key]), *near)}.values():
        if other.document == one.passage.document or (corpus.published(other) or published) > published:
            continue
        shared = here & content(corpus.whole(other).text, corpus.language)
        rare = any(map(corpus.is_rare, shared))
        if len(shared) >= _SHARED and rare and _gives(one.was, other, corpus.language):
            found.append((len(shared), -other.order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _gives(was: Quantity, other: Passage, language: Language) -> bool:
    value: Decimal | None = was.value
    return any(one.value == value and _fits(one, was) for one in quantities.find(other.text, language))
