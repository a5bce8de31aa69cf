"""Which articles an issue of some days is about, and which older ones stand behind them.

What is dated after the days belongs to another issue. What is dated before them is known to its
readers: it explains and is no news, and of very much of it only what is nearest to the news does.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from brief.copies import originals
from brief.dating import DAY
from brief.identity import digest
from brief.language import Language
from brief.model import Article, Document, Note, SourceEntry
from brief.similarity import stems
from brief.weeks import Interval

# What the words of a document weigh.
_Row = dict[str, float]


class News(Struct, frozen=True):
    """What an issue is about: the documents of some `days`, with at most so many older ones behind them.

    A document that names no day is of the one it was first `seen` on (ISO days by addresses, or by the
    digests of texts that have none), and of these days where it was not seen before; but of no other
    month or year than it names.
    """

    days: Interval
    most: int
    seen: Mapping[str, str] = {}

    def day(self, published: str | None, known_as: str) -> str:
        """The day (or month, or year) that an article counts by; `known_as` is its address or digest."""
        first = self.seen.get(known_as) or self.days.end.isoformat()
        if published and (len(published) == DAY or not first.startswith(published)):
            return published
        return first

    def is_later(self, article: Article) -> bool:
        """Whether an article is of no day up to the last."""
        known_as = article.source.url or digest(article.source.text)
        return self.day(article.published, known_as) > self.days.end.isoformat()

    def is_older(self, document: Document) -> bool:
        """Whether a document is of no day from the first on."""
        day = self.day(document.published, document.url or digest(document.text))
        return day < self.days.start.isoformat()[: len(day)]


def seen(known: Mapping[str, str], sources: Iterable[SourceEntry], day: str) -> dict[str, str]:
    """When texts that name no day were first seen: those of these sources on `day`.

    A page is known by its address, for much of its text changes at every visit; other texts by digests.
    """
    found = (source for source in sources if source.digest and len(source.published or "") < DAY)
    return {**{source.url or source.digest: day for source in found}, **known}


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
