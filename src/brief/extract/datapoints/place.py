"""A sentence taken apart once for all of its figures, and where each figure stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from brief import figure_words, measures, periods, quantities
from brief.couples import Company, Pair
from brief.extract.datapoints import clauses
from brief.figure_words import Words
from brief.gazetteer import Name
from brief.language import Language, View, fold, view
from brief.measures import Catalogue, Hit
from brief.model import Document, Sentence
from brief.periods import Mention, Times
from brief.quantities import Quantity
from brief.quantities.tender import national
from brief.sides import Scene

_REACH = 160  # characters before a figure in which its measure may be named
SHORT_WORD = 3
_WORD = 24  # characters before a name in which the word before it stands
_TAIL = 2  # words from a figure to a name that belongs to it, its preposition included
_NEAR = 20  # and characters
_SAME = re.compile(r"[^\u060c,;]*")
_LAST_WORD = re.compile(r"(\w+)\s+\w{0,2}$")


class Around(Struct, frozen=True):
    """The names of a sentence, those of its paragraph before it, and whom its document is about.

    `counted` says how often the document names each state, `keys` which territory (ISO) each is.
    """

    names: tuple[Name, ...]
    earlier: tuple[Company, ...]
    principal: Pair | None
    home: str | None
    counted: Mapping[str, int]
    keys: Mapping[str, str]


class Place(Struct, frozen=True):
    """A sentence with its figures, times, names, clauses and measures, all in its own places.

    It begins at `offset` of its document; the names of its scene are parties, no persons.
    `hits` lie in the folded sentence; `keys` are the territories (ISO) of the states. `tails` are
    the names that a preposition binds to the figure right before them, by where they begin: the
    number of that figure.
    """

    document: Document
    offset: int
    text: str
    folded: View
    figures: tuple[Quantity, ...]
    times: Times
    names: tuple[Name, ...]
    scene: Scene
    clauses: tuple[clauses.Clause, ...]
    hits: tuple[Hit, ...]
    tails: dict[int, int]
    words: Words
    known: Catalogue
    keys: Mapping[str, str]
    code: str

    def territories(self, *states: str | None) -> list[str]:
        """The territories of states by their names; none where one is no state."""
        return [self.keys[state] for state in states if state is not None and state in self.keys]

    def fold(self, start: int, end: int) -> str:
        """The folded sentence between two places of the original."""
        return self.folded.text[self.folded.position(start) : self.folded.position(end)]


class Stand(Struct, frozen=True):
    """Where a figure stands: its clause, the figures beside it, the start of its reach.

    `previous` is where the figure before it ends, `following` where the one after it begins;
    `bare` says that nothing but stops and comparing words leads to it from its clause's start.
    """

    figure: Quantity
    index: int
    clause: clauses.Clause
    previous: int
    following: int
    since: int
    bare: bool


def read(sentence: Sentence, document: Document, language: Language, around: Around) -> Place | None:
    """The sentence taken apart; None where it holds no figure."""
    text = sentence.anchor.text
    found = quantities.find(text, language)
    if not found:
        return None
    folded, words, known = view(text), figure_words.lexicon(language), measures.lexicon(language)
    figures = tuple(
        _in_money(_without_party(figure, around.names, text, words), around, language) for figure in found
    )
    return Place(
        document=document,
        offset=sentence.anchor.start,
        text=text,
        folded=folded,
        figures=figures,
        times=_times(sentence, document, language),
        names=around.names,
        scene=Scene(
            text=text,
            folded=folded,
            names=tuple(_claimable(around.names, figures, folded, words)),
            earlier=around.earlier,
            principal=around.principal,
            home=around.home,
            words=words,
        ),
        clauses=clauses.clauses(text, folded, words),
        hits=tuple(sorted(_hits(around.names, folded, known), key=lambda one: one.start)),
        tails=dict(_tails(around.names, figures, text, words)),
        words=words,
        known=known,
        keys=around.keys,
        code=language.code,
    )


def _in_money(figure: Quantity, around: Around, language: Language) -> Quantity:
    """The figure in the money of the state that is spoken of, where its source says «dinar» alone."""
    near = [name.key for name in around.names if name.kind == "country"]
    home = around.keys.get(around.home or "")
    unit = national(figure.unit, near, around.counted, language.code, home)
    return structs.replace(figure, unit=unit) if unit != figure.unit else figure


def _hits(names: Sequence[Name], folded: View, known: Catalogue) -> Iterator[Hit]:
    yield from measures.hits(folded.text, known)
    yield from _headed(names, folded, known)


def _tails(
    names: Sequence[Name], figures: Sequence[Quantity], text: str, words: Words
) -> Iterator[tuple[int, int]]:
    """Names with the figure that they belong to: «33% في مصر و9% في تونس»."""
    for name in names:
        at = bisect_right(figures, name.start, key=lambda one: one.end) - 1
        gap = text[figures[at].end : name.start] if at >= 0 else ""
        if at < 0 or len(gap) > _NEAR or not _SAME.fullmatch(gap):
            continue
        said = fold(gap).split()
        bound = said[-1:] in ([words.for_], [words.for_ * 2])
        leads = any(word in some for word in said[:1] for some in (words.places, words.to, words.source))
        if 0 < len(said) <= _TAIL and (bound or leads):
            yield name.start, at


def _headed(names: Sequence[Name], folded: View, known: Catalogue) -> Iterator[Hit]:
    """The measures that a state's name alone goes on with: «لنمو المغرب»."""
    for name in names:
        end = folded.position(name.start)
        match = _LAST_WORD.search(folded.text, max(0, end - _WORD), end)
        for one in known.measures if match and name.kind == "country" and not name.adjective else ():
            if match and any(
                match[1].endswith(head) and len(match[1]) - len(head) < SHORT_WORD for head in one.heads
            ):
                yield Hit(match.start(1), match.end(1), one)


def stand(index: int, place: Place) -> Stand:
    """Where the figure number `index` of a sentence stands."""
    figures = place.figures
    figure = figures[index]
    previous = figures[index - 1].end if index else 0
    clause = clauses.passage(figure, place.text, place.clauses)
    return Stand(
        figure=figure,
        index=index,
        clause=clause,
        previous=previous,
        following=figures[index + 1].start if index + 1 < len(figures) else len(place.text),
        since=max(previous, figure.start - _REACH),
        bare=bare(place.fold(min(clause[0], figure.start), figure.start), place.words),
    )


def bare(leading: str, words: Words) -> bool:
    """Whether folded words are nothing but stops and comparing words."""
    left = words.comparison.sub(" ", leading).split()
    return all(
        word in words.phrase_stops or len(word) <= 2 or word[1:] in words.phrase_stops for word in left
    )


def _without_party(figure: Quantity, names: Sequence[Name], text: str, words: Words) -> Quantity:
    """A number alone where what seems to be counted is who gets it: «و10 ملايين لليمن»."""
    for name in clauses.within(names, figure.start + 1, figure.end):
        if words.for_ in name.clitic and figure.unit == "count":
            end = name.start - len(name.clitic)
            return structs.replace(
                figure, noun=None, end=figure.start + len(text[figure.start : end].rstrip())
            )
    return figure


def _claimable(
    found: Sequence[Name], figures: Sequence[Quantity], folded: View, words: Words
) -> Iterator[Name]:
    """The names that may be parties: no persons, and no nation that only names a unit."""
    units = [folded.span(*match.span()) for match in words.nations.finditer(folded.text)]
    units = sorted([*units, *((figure.start, figure.end) for figure in figures)])
    for name in found:
        before = units[max(bisect_right(units, (name.start, name.end)) - 2, 0) :][:3]
        inside = any(name.start < end and start < name.end for start, end in before)
        if name.kind in ("country", "organisation") and not inside and not _of_unit(name, figures, folded):
            yield name


def _of_unit(name: Name, figures: Sequence[Quantity], folded: View) -> bool:
    """Whether an adjective of nation follows a measured figure at once: «5 ملايين شيكل إسرائيلي»."""
    at = bisect_right(figures, name.start, key=lambda one: one.end) - 1
    if not name.adjective or at < 0 or figures[at].noun is not None:
        return False
    gap = folded.text[folded.position(figures[at].end) : folded.position(name.start)]
    return not gap.strip(" ()\u00a0")


def _times(sentence: Sentence, document: Document, language: Language) -> Times:
    """The times of a sentence; «حتى عام 2022» is the day from which «العقدين الماضيين» count."""
    text, published = sentence.anchor.text, document.published
    times = periods.in_context(text, language, published)
    if times.unsettled and (before := _time_before(sentence, document, language)) is not None:
        times = periods.in_context(text, language, published, before)
    until = next((time for time in times.mentions if time.until and not time.relative), None)
    if until is None or not any(time.relative and time.last for time in times.mentions):
        return times
    return periods.in_context(text, language, until.last or until.first)


def _time_before(sentence: Sentence, document: Document, language: Language) -> Mention | None:
    """The last time that the paragraph names before a sentence, for «in the same quarter»."""
    before = [one for one in document.sentences if one.paragraph == sentence.paragraph]
    for one in reversed(before[: before.index(sentence)]):
        found = periods.find(one.anchor.text, language, document.published)
        if found:
            return found[-1]
    return None
