"""Document -> its figures: value, unit, what is measured, of whom, against whom, when."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from brief import measures, names, periods, quantities
from brief.gazetteer import Name
from brief.language import Language, View, fold, view
from brief.measures import Parties, Words
from brief.model import Datapoint, Document, Qualifier, Sentence
from brief.periods import Mention
from brief.quantities import Quantity

_BREAK = re.compile(
    r"[;:()\[\]\u060c\u061b\u061f!?\u2013\u2014]|(?<!\d),|,(?!\d)|\.(?=\s|$)|(?<=\s)-(?=\S)|(?<=[^\s\d])-(?=\s)|\n"
)
_SHORTEST, _LONGEST = 15, 200  # characters of evidence
_REACH = 160  # characters before a figure in which its measure may be named
_PHRASE = 6  # words of a measure that is told in the words of the source
_SHORT_WORD = 3
_GREAT = 1000
_TIMES = frozenset({"day", "month", "year", "decade", "hour", "minute"})


def datapoints(document: Document, language: Language) -> tuple[Datapoint, ...]:
    """The figures of a document in their order, each with the clause it stands in."""
    points: list[Datapoint] = []
    recent: tuple[str, ...] = ()
    for sentence in document.sentences:
        found = names.find(sentence.anchor.text, language)
        points.extend(_of_sentence(sentence, document, language, found, recent))
        recent = _recent(recent, found)
    return tuple(points)


def _recent(labels: tuple[str, ...], found: Sequence[Name]) -> tuple[str, ...]:
    """The two states named last, for «البلدين» in a later sentence."""
    states = [*labels, *(name.label for name in found if name.kind == "country")]
    return tuple(dict.fromkeys(reversed(states)))[:2][::-1]


class _Place(Struct, frozen=True):
    """A sentence taken apart: its figures, times, names and clauses, all in its own places.

    It begins at `offset` of its document; `recent` are the states named before it.
    """

    document: Document
    offset: int
    text: str
    folded: View
    figures: tuple[Quantity, ...]
    times: tuple[Mention, ...]
    names: tuple[Name, ...]
    recent: tuple[str, ...]
    clauses: tuple[tuple[int, int], ...]
    words: Words

    def fold(self, start: int, end: int) -> str:
        """The folded sentence between two places of the original."""
        return self.folded.text[self.folded.position(start) : self.folded.position(end)]


def _of_sentence(
    sentence: Sentence, document: Document, language: Language, found: Sequence[Name], recent: tuple[str, ...]
) -> Iterator[Datapoint]:
    text = sentence.anchor.text
    times = _times(text, language, document.published)
    dated = [(time.start, time.end) for time in times] if document.published else None
    figures = quantities.find(text, language, dated)
    if not figures:
        return
    folded, words = view(text), measures.lexicon(language)
    named = tuple(name for name in found if name.kind != "role")
    place = _Place(
        document,
        sentence.anchor.start,
        text,
        folded,
        figures,
        times,
        named,
        recent,
        _clauses(text, folded, words),
        words,
    )
    last: Datapoint | None = None
    for index, figure in enumerate(figures):
        lent = last.unit if last is not None and _unitless(index, place) else None
        if lent or _tells(figure, place):
            last = _datapoint(index, place, last, lent)
            yield last


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


def _times(text: str, language: Language, published: str | None) -> tuple[Mention, ...]:
    """The times of a sentence; «حتى عام 2022» is the day from which «العقدين الماضيين» count."""
    times = periods.find(text, language, published)
    until = next((time for time in times if time.until and not time.relative), None)
    if until is None or not any(time.relative and time.last for time in times):
        return times
    return periods.find(text, language, until.last or until.first)


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
    measure = _measure(stand, unit, place)
    if model is not None and (not _alike(model.unit, unit) or (measure or model.measure) != model.measure):
        model = None
    sides = _parties(stand, place, model, known=measure is not None)
    time = _time(stand, place)
    own = measure or (model.measure if model else None) or _phrase(stand, place)
    return Datapoint(
        id=_id(place.document.id, place.offset + figure.start),
        measure=own,
        subject=sides.subject,
        counterpart=sides.counterpart,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=unit,
        qualifier=_qualifier(stand, time, place),
        period=time.iso if time else model.period if model else None,
        evidence=place.document.anchor(*(place.offset + at for at in stand.clause)),
    )


def _alike(unit: str, other: str) -> bool:
    """«22 مليار متر مكعب … بدلا من 230 مليارا سنويا»: a rate and its amount measure one thing."""
    return unit.partition("_per_")[0] == other.partition("_per_")[0]


def _qualifier(stand: _Stand, time: Mention | None, place: _Place) -> Qualifier | None:
    """What the source adds to the figure; that it lies in the future weighs more than all else."""
    ahead = time.future if time else place.words.forecast.search(place.fold(*stand.clause)) is not None
    return Qualifier.FORECAST if ahead else stand.figure.qualifier


def _measure(stand: _Stand, unit: str, place: _Place) -> str | None:
    """The canonical name of the measure, with the goods in question: «الصادرات (الغذاء)»."""
    window = place.fold(stand.since, stand.clause[1])
    told = measures.measure(window, len(place.fold(stand.since, stand.figure.start)), unit, place.words)
    if told is None or not told.measure.product or told.end < 0:
        return told.measure.label if told else None
    label, end = told.measure.label, place.folded.position(stand.since) + told.end
    at = place.folded.span(end, end)[0]
    following = re.match(r"\s+(\w+)", place.text[at:])
    if following is None or any(name.start <= at + following.start(1) < name.end for name in place.names):
        return label
    goods = following[1]
    plain = fold(goods).isalpha() and fold(goods) not in place.words.phrase_stops and len(goods) > _SHORT_WORD
    return f"{label} ({goods})" if plain else label


def _id(source: str, start: int) -> str:
    return "d" + hashlib.sha256(f"datapoint {source} {start}".encode()).hexdigest()[:10]


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


def _time(stand: _Stand, place: _Place) -> Mention | None:
    """The time of a figure: in its own clause the nearest, else the one that opens its sentence."""
    figure, clause, previous = stand.figure, stand.clause, stand.previous
    following = min(
        (other.start for other in place.figures if other.start > figure.start), default=len(place.text)
    )
    own = [time for time in place.times if clause[0] <= time.start < clause[1]]
    near = [time for time in own if previous <= time.start < following] or own
    if near:
        return min(near, key=lambda time: min(abs(time.start - figure.end), abs(figure.start - time.end)))
    if place.words.comparison.match(place.fold(*clause)):
        return None
    leading = [
        time for time in place.times if previous <= time.start < clause[0] and clause[0] - time.end < 60
    ]
    return leading[-1] if leading else None


def _parties(stand: _Stand, place: _Place, model: Datapoint | None, *, known: bool) -> Parties:
    figure, clause = stand.figure, stand.clause
    told = [name for name in place.names if name.start < clause[1]]
    states = [name for name in told if name.kind != "person"] or told
    own = _own_names(figure, [name for name in states if name.start >= clause[0]], place)
    earlier = [name.label for name in states if name.start < clause[0]]
    within = place.fold(*clause)
    if place.words.last_named.search(within) and earlier:
        other = next((name.label for name in own if name.label != earlier[-1]), None)
        return Parties(other, earlier[-1]) if other else Parties(earlier[-1], None)
    distinct = list(dict.fromkeys(reversed(earlier)))
    distinct = distinct if len(distinct) > 1 else list(place.recent[::-1])
    if place.words.both_named.search(within) and len(distinct) > 1 and not own and known:
        return Parties(distinct[1], distinct[0])
    labels = list(dict.fromkeys(name.label for name in own))
    if model is not None and not labels and not _bare(figure, clause, place):
        return Parties()  # it speaks of somebody whom the names do not know
    if model is not None and len(labels) < 2:
        return Parties(labels[0] if labels else model.subject, model.counterpart)
    if known:
        return measures.parties(place.fold(stand.since, figure.start), states, own, place.words, stand.since)
    return _guarded(own, place)


def _bare(figure: Quantity, clause: tuple[int, int], place: _Place) -> bool:
    """Whether nothing but comparing words leads to a figure."""
    leading = place.fold(clause[0], figure.start)
    left = place.words.comparison.sub(" ", leading).split()
    return all(
        word in place.words.phrase_stops or len(word) <= 2 or word[1:] in place.words.phrase_stops
        for word in left
    )


def _guarded(own: Sequence[Name], place: _Place) -> Parties:
    """Of a figure that measures nothing known only what its own clause names, no mere adjective as second."""
    if not own:
        return Parties()
    plain = [name.label for name in own[1:] if fold(place.text[name.start : name.end]) == fold(name.label)]
    return Parties(own[0].label, next((label for label in plain if label != own[0].label), None))


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
        if previous <= name.start < figure.start
        or name.start >= final
        or (final == figure.end and name.start >= figure.start)
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
