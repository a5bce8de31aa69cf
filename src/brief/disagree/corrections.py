"""«40 million, not 45 as was said»: what a text itself puts right, beside the text that said so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import YEAR, phrase, told_apart
from brief.language import fold
from brief.model import Discrepancy
from brief.rivals import COUNTED

_PLAIN = 2  # digits of a figure that is told by itself; rounder ones need words in common
_DIGITS = re.compile(r"\d+")
_SCALED = re.compile(r"\d[\d.,]*\s\w")
_KEY = re.compile(r"\w+")
_SPAN = range(2, 4)  # words of a length of time, as «nine months»
_SPOKEN, _FEWEST = 2, 4


class _Corrected(Struct, frozen=True):
    """A clause that calls a figure or a time wrong, with the figure or the year and the words around it.

    `counted` are the words of a length of time, `key` is the first number or word of what is wrong, `shown`
    what is written of the figure: of another unit («1.6 million cubic metres») it may have another value.
    """

    passage: Passage
    value: Decimal | None
    year: str | None
    counted: str | None
    stems: frozenset[str]
    key: str
    shown: str = ""


def corrections(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each figure or year that a text corrects, with the passage of another text that gives it.

    «…، لا 45 مليونا كما تردد», «يتجاوز السقف البالغ 2.6 مليار الذي تحدث عنه الوزير».
    """
    for one in _corrected(corpus):
        said = _said(one, corpus)
        if said:
            what = phrase(said.text, corpus.language)
            short = len(said.text.split()) < _FEWEST
            sides = [(corpus.whole(said) if short else said.anchor,), (corpus.whole(one.passage),)]
            template = "differ: date of %(what)s" if one.year else "differ: amount of %(what)s"
            yield told_apart(corpus.language, template, what, "conflict", sides)


def _corrected(corpus: Corpus) -> Iterator[_Corrected]:
    against = cues.of(corpus.language, "disagreement", "corrections", "against")
    told = cues.of(corpus.language, "disagreement", "corrections", "told")
    for passage in corpus.cued("corrections", "told"):
        text = passage.folded
        after = told.search(text)
        before = against.search(text[: after.start()]) if after else None
        if after is None or before is None:
            continue
        start, end = passage.seen.span(before.end(), after.start())
        words = passage.text[start:end]
        folded = fold(words)
        opening = _DIGITS.search(folded) or _KEY.search(folded)
        if opening is None:
            continue
        key = opening.group()
        stems = content(corpus.whole(passage).text, corpus.language)
        figures = [one for one in quantities.find(words, corpus.language) if one.value]
        year = YEAR.search(folded)
        short = len(folded.split()) in _SPAN
        if year and all(one.value != int(year.group()) for one in figures):
            yield _Corrected(passage, None, year.group(), None, stems, year.group())
        elif figures:
            spelled = short and _DIGITS.search(folded) is None
            counted = folded.strip() if spelled else None
            shown = fold(words[figures[-1].start : figures[-1].end]).strip()
            yield _Corrected(passage, figures[-1].value, None, counted, stems, key, shown)
        elif short:
            yield _Corrected(passage, None, None, folded.strip(), stems, key)


def _said(one: _Corrected, corpus: Corpus) -> Passage | None:
    """The clause of another text that gives the figure or the year, that which shares most words with it."""
    found: list[tuple[int, int, Passage]] = []
    published = corpus.published(one.passage) or ""
    for other in corpus.holding([one.key]):
        if other.document == one.passage.document or (corpus.published(other) or published) > published:
            continue
        if one.counted:
            if one.counted in other.folded and not _corrects(other, corpus):
                found.append((_told(other, corpus), -other.order, other))
        elif one.value is not None and _gives(one, one.value, other, corpus):
            shared = len(one.stems & content(corpus.whole(other).text, corpus.language))
            if shared or len(one.value.normalize().as_tuple().digits) > _PLAIN:
                found.append((shared + _told(other, corpus), -other.order, other))
        elif one.year and _expects(one.year, other, corpus):
            found.append((len(one.stems.intersection(other.kept)), -other.order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _told(other: Passage, corpus: Corpus) -> int:
    """How much more a clause weighs that hands the figure to somebody, and tells more than the figure."""
    spoken = cues.of(corpus.language, "disagreement", "silence", "spoken").search(other.folded)
    return _SPOKEN * (spoken is not None) - _SPOKEN * (len(other.text.split()) < _FEWEST)


def _gives(one: _Corrected, value: Decimal, other: Passage, corpus: Corpus) -> bool:
    """Whether a clause gives a figure, and corrects none itself."""
    if _DIGITS.search(other.text) is None or _corrects(other, corpus):
        return False
    told = [each for each in quantities.find(other.text, corpus.language) if each.unit not in COUNTED]
    as_written = _SCALED.match(one.shown) is not None and f" {one.shown} " in f" {other.folded} "
    return any(each.value == value or (as_written and each.value is not None) for each in told)


def _corrects(other: Passage, corpus: Corpus) -> bool:
    return cues.of(corpus.language, "disagreement", "corrections", "told").search(other.folded) is not None


def _expects(year: str, other: Passage, corpus: Corpus) -> bool:
    """Whether a clause looks forward to a year: «من المتوقع أن يبدأ الضخ في 2027»."""
    ahead = cues.of(corpus.language, "disagreement", "corrections", "ahead").search(other.folded)
    return ahead is not None and re.search(rf"(?<!\d){year}(?!\d)", fold(other.text)) is not None
