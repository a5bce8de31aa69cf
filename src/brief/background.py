"""Which articles an issue of some days is about, and which older ones stand behind them.

What is dated after the days belongs to another issue. What is dated before them is known to its
readers: it explains and is no news, and of very much of it only what is nearest to the news does.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, structs

from brief.clean.reasons import Reason
from brief.clean.rows import rows
from brief.copies import originals
from brief.dating import DAY
from brief.identity import digest
from brief.language import Language
from brief.model import Article, Document, Line, Note, SourceEntry
from brief.similarity import stems
from brief.weeks import Interval

# Why a line is no part of an article, where more than its page says so.
_BY_OTHERS = {Reason.HABIT, Reason.JUDGED}
# What the words of a document weigh.
_Row = dict[str, float]


class News(Struct, frozen=True):
    """What an issue is about: the documents of some `days`, with at most so many older ones behind them.

    A document that names no day is of the one it was first `seen` on (see `seen`), and of these days where
    it was not seen before; but of no other month or year than it names.
    """

    days: Interval
    most: int
    seen: Mapping[str, str] = {}

    def is_later(self, article: Article) -> bool:
        """Whether an article is of no day up to the last."""
        return self._day(_told(article)) > self.days.end.isoformat()

    def is_older(self, document: Document) -> bool:
        """Whether a document is of no day from the first on."""
        day = self._day(_read(document, document.text))
        return day < self.days.start.isoformat()[: len(day)]

    def _day(self, told: _Told) -> str:
        """The day (or month, or year) that a text counts by."""
        if told.is_dated:
            return told.published
        first = _first_seen(told, self.seen) or self.days.end.isoformat()
        return first if first.startswith(told.published) else told.published


class _Told(Struct, frozen=True, dict=True):
    """What is told under an address, if it has one, with the lines that are its own; a date may be none."""

    published: str
    url: str | None
    text: str
    lines: Sequence[Line]

    @property
    def is_dated(self) -> bool:
        return len(self.published) == DAY

    @cached_property
    def name(self) -> str:
        """What a version of it is known by: all of a text; of a page its address and its sentences.

        What stands around them, such as how many have read it, is another at every visit.
        """
        if self.url is None:
            return digest(self.text)
        own = "\n\n".join(self.text[line.start : line.end] for line in self.lines if not line.heading)
        sentences = "\n".join(row.key for row in rows(own) if row.prose or row.stops)
        return f"{self.url} {digest(sentences)}"


def _told(article: Article) -> _Told:
    source = article.source
    return _Told(article.published or "", source.url, source.text, article.lines)


def _read(one: Document | SourceEntry, text: str) -> _Told:
    """The same of what was read: what other pages or a judge say of a line makes no other version."""
    removed = one.furniture if isinstance(one, Document) else one.removed
    apart = (Line(piece.start, piece.end) for piece in removed if piece.reason in _BY_OTHERS)
    own = (line for line in one.lines if not line.judged)
    lines = sorted((*own, *apart), key=lambda line: line.start)
    return _Told(one.published or "", one.url, text, lines)


def _first_seen(told: _Told, known: Mapping[str, str]) -> str | None:
    """The day on which a version was first seen; where addresses alone were kept, that of its address."""
    return known.get(told.name) or (known.get(told.url) if told.url else None)


def seen(
    known: Mapping[str, str], sources: Iterable[SourceEntry], texts: Mapping[str, str], day: str
) -> dict[str, str]:
    """When texts that name no day were first seen: those of these sources on `day`.

    `texts` are those of the sources by their places. A text is kept by its digest, a page by its address
    and what it says in sentences, so that a page which says something else is news. A record that knows an
    address alone cannot tell what it said: what it says now takes over the day of the address.
    """
    read = (_read(one, texts[one.place]) for one in sources if one.digest and one.place in texts)
    undated = [told for told in read if not told.is_dated]
    found = {told.name: _first_seen(told, known) or day for told in undated}
    pages = {told.url for told in undated}
    return {**found, **{name: first for name, first in known.items() if name not in pages}}


def until(articles: Sequence[Article], news: News | None) -> Sequence[Article]:
    """The articles without those of later days: whenever an issue is made, it knows what its days knew."""
    if news is None:
        return articles
    return [one for one in articles if not news.is_later(one)]


def covering(documents: Sequence[Document], news: News | None, language: Language) -> Sequence[Document]:
    """The documents of the days of an issue in their order, and as background the older ones nearest to them.

    Of what was told before, the first version stands behind the second, whatever else does.
    """
    if news is None:
        return documents
    older = [news.is_older(document) for document in documents]
    firsts = originals(documents)
    told_again = {firsts[place] for place, old in enumerate(older) if not old}
    behind = {place for place in told_again if older[place]}
    behind |= {place for place, old in enumerate(older) if old and not older[firsts[place]]}
    asked = [place for place, old in enumerate(older) if not old]
    first = (place for place, old in enumerate(older) if old and firsts[place] == place)
    others = [place for place in first if place not in behind]
    room = max(0, news.most - len(behind))
    if len(others) > room:
        others = _nearest([documents[place] for place in asked], others, documents, language)[:room]
    kept = {*asked, *behind, *others}
    return tuple(
        structs.replace(document, background=document.background or older[place])
        for place, document in enumerate(documents)
        if place in kept
    )


def notes(told: Sequence[Document], used: Sequence[Document]) -> tuple[Note, ...]:
    """How many older articles do not stand behind the news, as others are nearer to it.

    What belongs to later issues is not told: whenever an issue is made, it is the same.
    """
    return (Note("older", str(len(told) - len(used))),) if len(told) > len(used) else ()


def _nearest(
    news: Sequence[Document], places: Sequence[int], documents: Sequence[Document], language: Language
) -> list[int]:
    """The places of older documents, those first that share most of the rarest words with one of the news.

    Where there is no news, the latest come first.
    """
    counts = [_counted(document, language) for document in news]
    old = {place: _counted(documents[place], language) for place in places}
    seen_in = Counter(stem for words in (*counts, *old.values()) for stem in words)
    number = len(counts) + len(old)
    telling = {stem: math.log(number / often) for stem, often in seen_in.items() if often < number}
    wanted: defaultdict[str, float] = defaultdict(float)
    for words in counts:
        for stem, weight in _weighed(words, telling).items():
            wanted[stem] = max(wanted[stem], weight)
    near = {place: _shared(_weighed(words, telling), wanted) for place, words in old.items()}
    newest = sorted(places, key=lambda place: documents[place].published or "", reverse=True)
    return sorted(newest, key=lambda place: near[place], reverse=True)


def _shared(one: _Row, other: Mapping[str, float]) -> float:
    return math.fsum(weight * other[stem] for stem, weight in one.items() if stem in other)


def _counted(document: Document, language: Language) -> Counter[str]:
    return Counter(stem for one in document.sentences for stem in stems(one.anchor.text, language))


def _weighed(words: Mapping[str, int], telling: Mapping[str, float]) -> _Row:
    """The unit vector of a document: how often a word stands there, and how few others have it."""
    row = {stem: (1 + math.log(often)) * telling[stem] for stem, often in words.items() if stem in telling}
    length = math.sqrt(math.fsum(weight * weight for weight in row.values())) or 1.0
    return {stem: weight / length for stem, weight in row.items()}
