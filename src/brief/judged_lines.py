"""The doubtful lines of an article, put before a judge: which belong to it, which to the page around it.

Where nobody but the rules judges, no question is made. A judge can move a line of the page into the
article or out of it, and only one that the rules are unsure of; it can empty no article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import structs

from brief.clean.doubtful import Doubt, Placed, corrected, doubts, placed
from brief.judge.hearing import Hearing
from brief.judge.questions import BodyOf, Kept, Told
from brief.language import Language
from brief.model import Article
from brief.segment import document_id

# So many rows before and after each doubtful one show where it stands, each with so many of its words.
AROUND = 2
_OPENING = re.compile(r"\S+(?:\s+\S+){0,24}")


def as_judged(article: Article, hearing: Hearing | None, language: Language) -> Article:
    """The article with the lines that the judge sees in it.

    What the analyst calls background only explains: nothing is asked of it.
    """
    if hearing is None or article.source.background:
        return article
    page = placed(article, language)
    doubtful = doubts(page)
    if not doubtful:
        return article
    question, places = _question(article, page, doubtful)
    kept = hearing.ask(question, Kept).lines
    judged = corrected(article, page, {places[number]: told for number, told in kept.items()}, language)
    if _id(judged) != _id(article):
        # It begins elsewhere now: what is kept of the answer names it as the issue does.
        hearing.ask(_of(question, _id(judged)), Kept)
    return judged


def _question(
    article: Article, page: Sequence[Placed], doubtful: Mapping[int, Doubt]
) -> tuple[BodyOf, Sequence[int]]:
    """What is asked, and the places of the rows that it numbers."""
    near = (range(place - AROUND, place + AROUND + 1) for place in doubtful)
    places = sorted({place for place in chain.from_iterable(near) if 0 <= place < len(page)})
    source = _id(article)
    told = tuple(
        structs.replace(_told(article, number, page[place], whole=place in doubtful), source=source)
        for number, place in enumerate(places)
    )
    asked = tuple(number for number, place in enumerate(places) if place in doubtful)
    read = Kept({number: page[places[number]].kept for number in asked})
    return BodyOf(article.title, told, asked, read), places


def _told(article: Article, number: int, one: Placed, *, whole: bool) -> Told:
    """A row as a judge sees it: the whole of it, or how it opens."""
    start, end = one.row.row.start, one.row.row.end
    text = article.source.text[start:end]
    opening = None if whole else _OPENING.match(text)
    text = opening.group() if opening else text
    return Told(number, text, "", start, start + len(text))


def _id(article: Article) -> str:
    return document_id(article.source.text, article.lines[0].start)


def _of(question: BodyOf, source: str) -> BodyOf:
    """The same question, asked of the document of that id."""
    statements = tuple(structs.replace(one, source=source) for one in question.statements)
    return structs.replace(question, statements=statements)
