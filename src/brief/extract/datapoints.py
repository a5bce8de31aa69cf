"""Document -> its figures: value, unit, what is measured, of whom, against whom, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct, structs

from brief import couples, measures, parties, periods, quantities
from brief.couples import Company, Pair
from brief.gazetteer import Name
from brief.identity import identifier
from brief.language import Language, View, fold, view
from brief.measures import Found, Words
from brief.model import Datapoint, Document, Qualifier, Sentence
from brief.parties import Parties, Scene, Seat
from brief.periods import Mention, Times
from brief.quantities import Quantity

_BREAK = re.compile(
    r"[;:()\[\]\u060c\u061b\u061f!?\u2013\u2014]|(?<!\d),|,(?!\d)|\.(?=\s|$)|(?<=\s)-(?=\S)|(?<=[^\s\d])-(?=\s)|\n"
)
_SHORTEST, _LONGEST = 15, 200  # characters of evidence
_REACH = 160  # characters before a figure in which its measure may be named
_PHRASE = 6  # words of a measure that is told in the words of the source
_SHORT_WORD = 3
_GREAT = 1000
_LEADING = 60  # characters between the time that opens a sentence and the clause it dates
_TIMES = frozenset({"day", "month", "year", "decade", "hour", "minute"})


def datapoints(document: Document, language: Language) -> tuple[Datapoint, ...]:
    """The figures of a document in their order, each with the clause it stands in."""
    words = measures.lexicon(language)
    found = [couples.named(sentence.anchor.text, language, words) for sentence in document.sentences]
    spoken = [
        couples.company(sentence.anchor.text, some, words)
        for sentence, some in zip(document.sentences, found, strict=True)
    ]
    pair = couples.principal(document, spoken, language, words)
    points: list[Datapoint] = []
    for at, sentence in enumerate(document.sentences):
        around = _Around(found[at], tuple(_earlier(document, spoken, at)), pair)
        points.extend(_of_sentence(sentence, document, language, around))
    return tuple(points)


class _Around(Struct, frozen=True):
    """The names of a sentence, those of its paragraph before it, the two its document is about."""

    names: tuple[Name, ...]
    earlier: tuple[Company, ...]
    principal: Pair | None


def _earlier(document: Document, spoken: Sequence[Company], at: int) -> Iterator[Company]:
    """What the sentences of the same paragraph name before it, the last first."""
    paragraph = document.sentences[at].paragraph
    for before in range(at - 1, -1, -1):
        if document.sentences[before].paragraph != paragraph:
            return
        yield spoken[before]


class _Place(Struct, frozen=True):
    """A sentence taken apart: its figures, times, names and clauses, all in its own places.

    It begins at `offset` of its document; the names of its scene are parties, no persons.
    """

    document: Document
    offset: int
    text: str
    folded: View
    figures: tuple[Quantity, ...]
    times: Times
    scene: Scene
    clauses: tuple[tuple[int, int], ...]
    words: Words

    def fold(self, start: int, end: int) -> str:
        """The folded sentence between two places of the original."""
        return self.folded.text[self.folded.position(start) : self.folded.position(end)]


def _of_sentence(
    sentence: Sentence, document: Document, language: Language, around: _Around
) -> Iterator[Datapoint]:
    text = sentence.anchor.text
    figures = quantities.find(text, language)
    if not figures:
        return
    folded, words = view(text), measures.lexicon(language)
    place = _Place(
        document=document,
        offset=sentence.anchor.start,
        text=text,
        folded=folded,
        figures=figures,
        times=_times(text, language, document.published),
        scene=Scene(
            text=text,
            folded=folded,
            names=tuple(_claimable(around.names, figures, folded, words)),
            earlier=around.earlier,
            principal=around.principal,
            words=words,
        ),
        clauses=_clauses(text, folded, words),
        words=words,
    )
    last: Datapoint | None = None
    for index, figure in enumerate(figures):
        lent = last.unit if last is not None and _unitless(index, place) else None
        if lent or _tells(figure, place):
            last = _datapoint(index, place, last, lent)
            yield last


def _claimable(
    found: Sequence[Name], figures: Sequence[Quantity], folded: View, words: Words
) -> Iterator[Name]:
    """The names that may be parties: no persons, and no nation that only names a unit."""
    units = [folded.span(*match.span()) for match in words.nations.finditer(folded.text)]
    units += [(figure.start, figure.end) for figure in figures]
    for name in found:
        inside = any(name.start < end and start < name.end for start, end in units)
        if name.kind in ("country", "organisation") and not inside and not _of_unit(name, figures, folded):
            yield name


def _of_unit(name: Name, figures: Sequence[Quantity], folded: View) -> bool:
    """Whether an adjective of nation follows a measured figure at once: «5 ملايين شيكل إسرائيلي»."""
    if not name.adjective:
        return False
    ends = [figure.end for figure in figures if figure.noun is None and figure.end <= name.start]
    gap = folded.text[folded.position(max(ends, default=0)) : folded.position(name.start)]
    return bool(ends) and not gap.strip(" ()\u00a0")


def _unitless(index: int, place: _Place) -> bool:
    """«10 مليارات دولار، مقابل 7 مليارات»: a great number with nothing counted leans on the one before."""
    figure = place.figures[index]
    if (
        index == 0
        or figure.unit != "count"
        or figure.noun is not None
        or (figure.high or figure.value or 0) < _GREAT
    ):
        return False
    return _elliptic(figure, place.figures[index - 1].end, place)


def _times(text: str, language: Language, published: str | None) -> Times:
    """The times of a sentence; «حتى عام 2022» is the day from which «العقدين الماضيين» count."""
    times = periods.in_context(text, language, published)
    until = next((time for time in times.mentions if time.until and not time.relative), None)
    if until is None or not any(time.relative and time.last for time in times.mentions):
        return times
    return periods.in_context(text, language, until.last or until.first)


def _tells(figure: Quantity, place: _Place) -> bool:
    """Whether a figure says something alone: a bare number does not, nor «الثاني» of no row."""
    value = figure.value or figure.high or Decimal(0)
    if figure.unit == "ordinal":
        before = place.fold(max(0, figure.start - 40), figure.start).split()[-4:]
        digits = any(sign.isdigit() for sign in place.text[figure.start : figure.end])
        definite = figure.noun is not None and place.text.find(figure.noun, figure.end) < 0
        if value == 1:
            return definite and bool(place.words.rank & set(before))
        return digits or not definite or bool(place.words.series & set(before))
    return figure.unit != "count" or (figure.noun is not None and value > 1)


class _Stand(Struct, frozen=True):
    """Where a figure stands: its clause, the end of the figure before it, the start of its reach."""

    figure: Quantity
    clause: tuple[int, int]
    previous: int
    since: int


def _datapoint(index: int, place: _Place, last: Datapoint | None, lent: str | None) -> Datapoint:
    figure = place.figures[index]
    previous = place.figures[index - 1].end if index else 0
    stand = _Stand(figure, _evidence(figure, place), previous, max(previous, figure.start - _REACH))
    model = last if last is not None and _elliptic(figure, previous, place) else None
    unit = lent or _unit(figure, model, place)
    found = _found(stand, unit, place)
    if model is not None and not (_alike(model.unit, unit) and _agrees(found, model, stand, place)):
        model = None
    sides = _parties(stand, place, model, found)
    time, settled = _time(stand, place)
    return Datapoint(
        id=_id(place.document.id, place.offset + figure.start),
        measure=_measure(found, sides, model, stand, place),
        subject=sides.subject,
        counterpart=sides.counterpart,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=unit,
        qualifier=_qualifier(stand, time, place),
        period=time.iso if time else model.period if model and settled else None,
        evidence=(place.document.anchor(*(place.offset + at for at in stand.clause)),),
    )


def _agrees(found: Found | None, model: Datapoint, stand: _Stand, place: _Place) -> bool:
    """Whether nothing says that a figure measures something else than the one it leans on."""
    if found is None:
        return True
    if found.end < 0:
        return measures.is_of(model.measure, found.measure)
    return _label(found, stand, place) == model.measure


def _alike(unit: str, other: str) -> bool:
    """«22 مليار متر مكعب … بدلا من 230 مليارا سنويا»: a rate and its amount measure one thing."""
    return unit.partition("_per_")[0] == other.partition("_per_")[0]


def _qualifier(stand: _Stand, time: Mention | None, place: _Place) -> Qualifier | None:
    """What the source adds to the figure; that it lies in the future weighs more than all else."""
    ahead = time.future if time else place.words.forecast.search(place.fold(*stand.clause)) is not None
    return Qualifier.FORECAST if ahead else stand.figure.qualifier


def _found(stand: _Stand, unit: str, place: _Place) -> Found | None:
    """The known measure of a figure."""
    window = place.fold(stand.since, stand.clause[1])
    return measures.measure(window, len(place.fold(stand.since, stand.figure.start)), unit, place.words)


def _measure(
    found: Found | None, sides: Parties, model: Datapoint | None, stand: _Stand, place: _Place
) -> str | None:
    """What a figure measures: the known name, else that of its model, else words of the source.

    A price of nobody is told with the words of the source: «سعر الغاز (السعر الفوري)».
    """
    if found is None:
        return (model.measure if model else None) or _phrase(stand, place)
    if found.end >= 0 or sides != Parties():
        return _label(found, stand, place)
    if model is not None and (model.subject, model.counterpart) == (None, None):
        return model.measure
    said = _price_words(stand, place)
    return f"{found.measure.label} ({said})" if said else found.measure.label


def _price_words(stand: _Stand, place: _Place) -> str | None:
    """The words that name a price, from «متوسط» or «سعر» to the figure."""
    said = place.text[max(stand.clause[0], stand.previous) : stand.figure.start].split()
    heads = [at for at, word in enumerate(said) if fold(word) in place.words.price_heads]
    kept = _closed(said[heads[0] :], place.words) if heads else []
    return " ".join(kept) if 1 < len(kept) <= _PHRASE else None


def _label(found: Found, stand: _Stand, place: _Place) -> str:
    """The canonical name of the measure, with the goods in question: «الصادرات (الغذاء)»."""
    label = found.measure.label
    if not found.measure.product or found.end < 0:
        return label
    end = place.folded.position(stand.since) + found.end
    at = place.folded.span(end, end)[0]
    following = re.match(r"\s+(\w+)", place.text[at:])
    if following is None or any(
        name.start <= at + following.start(1) < name.end for name in place.scene.names
    ):
        return label
    goods = following[1]
    plain = fold(goods).isalpha() and fold(goods) not in place.words.phrase_stops and len(goods) > _SHORT_WORD
    return f"{label} ({goods})" if plain else label


def _id(source: str, start: int) -> str:
    return "d" + identifier("datapoint", source, start)


def _elliptic(figure: Quantity, previous: int, place: _Place) -> bool:
    """Whether a figure leans on the one before it: «مقارنة بـ10 دولارات», «و5 دولارات»."""
    between = place.fold(previous, figure.start)
    if figure.unit in _TIMES or figure.unit == "ordinal" or figure.noun is not None:
        return False
    if place.words.comparison.search(between):
        return True
    return previous > 0 and len(re.findall(r"\w+", between)) <= 3


def _unit(figure: Quantity, model: Datapoint | None, place: _Place) -> str:
    if model is not None and model.unit.startswith(figure.unit + "_per_"):
        return model.unit
    if figure.unit in ("bcm", "tonne", "barrel") and place.words.yearly.search(
        place.fold(max(0, figure.start - _REACH // 2), figure.start)
    ):
        return figure.unit + "_per_year"
    if figure.unit in ("bcm", "tonne", "barrel"):
        rate = place.words.rate.match(place.folded.text, place.folded.position(figure.end))
        return figure.unit + (f"_per_{place.words.rates[rate['rate']]}" if rate else "")
    return figure.unit


# Where a figure stands ------------------------------------------------------------------


def _clauses(text: str, folded: View, words: Words) -> tuple[tuple[int, int], ...]:
    """The stretches between commas, stops and the words that open a clause."""
    cuts = {(0, 0), (len(text), len(text))}
    cuts.update(match.span() for match in _BREAK.finditer(text))
    cuts.update(
        (at, at) for match in words.splitter.finditer(folded.text) for at in [folded.span(*match.span())[0]]
    )
    ordered = sorted(cuts)
    return tuple((before[1], after[0]) for before, after in pairwise(ordered) if after[0] > before[1])


def _evidence(figure: Quantity, place: _Place) -> tuple[int, int]:
    """The clause of a figure, long enough to be found again and short enough to be read."""
    clauses = place.clauses
    first = next((i for i, clause in enumerate(clauses) if clause[1] > figure.start), len(clauses) - 1)
    last = next((i for i, clause in enumerate(clauses) if clause[1] >= figure.end), len(clauses) - 1)
    start, end = _trimmed(place.text, clauses[first][0], clauses[max(first, last)][1])
    while end - start < _SHORTEST and (first > 0 or last + 1 < len(clauses)):
        first, last = (first - 1, last) if first > 0 else (first, last + 1)
        start, end = _trimmed(place.text, clauses[first][0], clauses[last][1])
    return _shortened(place.text, start, end, figure) if end - start > _LONGEST else (start, end)


_EDGE = ' \t\r\n\u00a0.,;:()[]"\u060c\u061b\u00ab\u00bb\u201c\u201d\u2013\u2014'


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    passage = text[start:end]
    return start + len(passage) - len(passage.lstrip(_EDGE)), end - len(passage) + len(passage.rstrip(_EDGE))


def _shortened(text: str, start: int, end: int, figure: Quantity) -> tuple[int, int]:
    """Whole words around a figure, more of them before it than after it."""
    begin = max(start, figure.end - _LONGEST * 2 // 3)
    finish = min(end, max(figure.end, begin + _LONGEST))
    begin = begin if begin == start else text.find(" ", begin, figure.start) + 1 or figure.start
    cut = text.rfind(" ", figure.end, finish + 1)
    return begin, finish if finish == end else max(cut, figure.end)


# When, who, what ------------------------------------------------------------------------


def _time(stand: _Stand, place: _Place) -> tuple[Mention | None, bool]:
    """The time of a figure, in its own clause the nearest, else the one that opens its sentence.

    The second is false where its clause tells a time that nothing settles.
    """
    figure, clause, previous = stand.figure, stand.clause, stand.previous
    following = min(
        (other.start for other in place.figures if other.start > figure.start), default=len(place.text)
    )
    known = [time for time in place.times.mentions if time.last or not time.until]
    told: list[tuple[int, int, Mention | None]] = [(time.start, time.end, time) for time in known]
    told += [(start, end, None) for start, end in place.times.unsettled]
    own = [one for one in told if clause[0] <= one[0] < clause[1]]
    near = [one for one in own if previous <= one[0] < following] or own
    if near:
        nearest = min(near, key=lambda one: min(abs(one[0] - figure.end), abs(figure.start - one[1])))
        return nearest[2], nearest[2] is not None
    if place.words.comparison.match(place.fold(*clause)):
        return None, True
    return _leading([time for time in known if previous <= time.start < clause[0]], clause[0], place), True


def _leading(times: Sequence[Mention], start: int, place: _Place) -> Mention | None:
    """The last time before a clause, unless it stands in a comparison."""
    near = [time for time in times if start - time.end < _LEADING]
    if not near:
        return None
    home = next(clause for clause in place.clauses if near[-1].start < clause[1])
    return None if place.words.comparison.match(place.fold(*home)) else near[-1]


def _parties(stand: _Stand, place: _Place, model: Datapoint | None, found: Found | None) -> Parties:
    figure, clause = stand.figure, stand.clause
    if figure.unit in _TIMES:
        return Parties()
    told = tuple(name for name in place.scene.names if name.start < clause[1])
    own = _own_names(figure, [name for name in told if name.start >= clause[0]], place)
    seat = Seat(
        start=figure.start,
        end=figure.end,
        clause=clause,
        since=stand.since,
        own=tuple(own),
        measure=found.measure if found else None,
        model=Parties(model.subject, model.counterpart) if model else None,
        bare=_bare(figure, clause, place),
    )
    return parties.parties(seat, structs.replace(place.scene, names=told))


def _bare(figure: Quantity, clause: tuple[int, int], place: _Place) -> bool:
    """Whether nothing but comparing words leads to a figure."""
    leading = place.fold(clause[0], figure.start)
    left = place.words.comparison.sub(" ", leading).split()
    return all(
        word in place.words.phrase_stops or len(word) <= 2 or word[1:] in place.words.phrase_stops
        for word in left
    )


def _own_names(figure: Quantity, names: Sequence[Name], place: _Place) -> list[Name]:
    """The names of a clause that belong to one of its figures: those before it and those after all."""
    if not names:
        return []
    previous = max((other.end for other in place.figures if other.end <= figure.start), default=0)
    final = max(
        other.end
        for other in place.figures
        if other.start <= max(name.end for name in names) or other == figure
    )
    return [
        name
        for name in names
        if (
            previous <= name.start < figure.start
            or name.start >= final
            or (final == figure.end and name.start >= figure.start)
        )
        and not (name.start > figure.end and place.words.relatives.search(place.fold(figure.end, name.start)))
    ]


def _phrase(stand: _Stand, place: _Place) -> str | None:
    """What is measured in the words of the source: the counted noun, «من …», or what precedes."""
    figure, clause = stand.figure, stand.clause
    after = place.text[figure.end : clause[1]].split()
    previous = stand.previous
    before = place.text[max(clause[0], previous) : figure.start].split()
    if before and not place.text[figure.start - 1].isspace():
        before.pop()  # a preposition written to the figure
    if figure.unit == "ordinal":
        return _ordinal_phrase(figure, before, after, place.words)
    if figure.noun is not None:
        own = place.text[figure.start : figure.end].endswith(figure.noun)
        return _with_adjective(figure.noun, after, place.words) if own else figure.noun
    if figure.unit in _TIMES:
        return None
    if figure.unit == "percent" and after and fold(after[0]) in place.words.whole:
        return " ".join(_run(after[1:], place.words)[:_PHRASE]) or None
    earlier = place.text[previous : max(previous, clause[0])].rstrip(_EDGE).split()
    before = _closed(before, place.words) or _closed(earlier, place.words)
    kept = list(filter(None, (word.strip(_EDGE) for word in before[-_PHRASE:])))
    while kept and fold(kept[0]) in place.words.phrase_stops:
        kept.pop(0)
    return " ".join(kept) if len(" ".join(kept)) > _SHORT_WORD else None


def _closed(words: list[str], cues: Words) -> list[str]:
    """The words without those at their end that only lead to the figure."""
    end = len(words)
    while end and fold(words[end - 1]) in cues.phrase_stops:
        end -= 1
    return words[:end]


def _with_adjective(noun: str, after: Sequence[str], cues: Words) -> str:
    """The noun with the adjective that agrees with it in its ending."""
    following = after[0] if after else ""
    agrees = len(following) > _SHORT_WORD and fold(following)[-1:] == fold(noun)[-1:]
    return f"{noun} {following}" if agrees and _run([following], cues) else noun


def _ordinal_phrase(figure: Quantity, before: Sequence[str], after: Sequence[str], cues: Words) -> str | None:
    if before and figure.noun is not None and before[-1] == figure.noun:
        first = next(
            (at for at in range(len(before) - 1, -1, -1) if fold(before[at]) in cues.rank | cues.series),
            len(before) - 1,
        )
        return " ".join(before[max(first, len(before) - _PHRASE) :])
    return " ".join(_run(after, cues)[:3]) or figure.noun


def _run(words: Sequence[str], cues: Words) -> list[str]:
    """The words up to the first that ends a phrase."""
    taken: list[str] = []
    for word in words:
        if fold(word) in cues.phrase_stops or not fold(word).isalpha():
            break
        taken.append(word)
    return taken
