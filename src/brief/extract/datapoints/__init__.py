"""Document -> its figures: value, unit, what is measured, of whom, against whom, when, who says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from brief import couples, figure_words, measures, speakers
from brief.couples import Company
from brief.extract.datapoints import attribution, change, people, place, rows, voices, what, when, whose
from brief.extract.datapoints.attribution import Voice
from brief.extract.datapoints.place import Around, Place, Stand
from brief.extract.datapoints.voices import Memory
from brief.extract.datapoints.what import Found
from brief.identity import identifier
from brief.language import Language
from brief.model import Certainty, Datapoint, Document, Qualifier
from brief.quantities import Quantity
from brief.quantities.tender import is_called, national
from brief.sides import Parties
from brief.speakers import Reading

_GREAT = 1000
_RATED = frozenset({"bcm", "tonne", "barrel"})
_NEAR = 80  # characters before a figure in which it may be told to be a yearly one
_TIMES = frozenset({"day", "month", "year", "decade", "hour", "minute"})


def datapoints(document: Document, language: Language) -> tuple[Datapoint, ...]:
    """The figures of a document in their order, each with the clause it stands in."""
    words = figure_words.lexicon(language)
    reading = speakers.read(document, language)
    found = couples.by_sentence(document, reading.names, language, words)
    spoken = [
        couples.company(sentence.anchor.text, some, words)
        for sentence, some in zip(document.sentences, found, strict=True)
    ]
    pair = couples.principal(document, spoken, language, words)
    home = couples.home(document, spoken, language, words)
    states = [name for some in found for name in some if name.kind == "country"]
    counted = Counter(name.key for name in states)
    keys = {name.label: name.key for name in states}
    story = _Story(reading, voices.memory(reading))
    for at, sentence in enumerate(document.sentences):
        if at and sentence.paragraph != document.sentences[at - 1].paragraph:
            story.before = None
        around = Around(found[at], tuple(_earlier(document, spoken, at)), pair, home, counted, keys)
        taken = place.read(sentence, document, language, around)
        if taken is not None:
            story.points.extend(_of_sentence(taken, at, story))
    return tuple(story.points)


def _earlier(document: Document, spoken: Sequence[Company], at: int) -> Iterator[Company]:
    """What the sentences of the same paragraph name before it, the last first."""
    paragraph = document.sentences[at].paragraph
    for before in range(at - 1, -1, -1):
        if document.sentences[before].paragraph != paragraph:
            return
        yield spoken[before]


class _Last(Struct, frozen=True):
    """The figure told last in a sentence, with its known measure."""

    point: Datapoint
    found: Found | None


class _Story(Struct):
    """A document as far as it is read: who spoke, its figures, the last known one of the paragraph."""

    reading: Reading
    memory: Memory
    points: list[Datapoint] = []
    before: _Last | None = None


def _of_sentence(where: Place, number: int, story: _Story) -> Iterator[Datapoint]:
    """The figures of a sentence, each with the one before it at hand."""
    heard = attribution.hear(where.text, where.offset, number, story.reading)
    row = when.Row(when.times(where), set())
    named = rows.places(where)
    last: _Last | None = None
    for index, figure in enumerate(where.figures):
        stand = place.stand(index, where)
        unit = _unit(stand, where, last)
        if unit is None and not _tells(figure, where):
            continue
        told = attribution.voice(heard, (figure.start, figure.end), stand.clause, story.memory, story.reading)
        unit = _rated(unit or figure.unit, stand, where, last)
        one = _Figure(stand, unit, _without(where, told), told, named.get(index))
        last = _datapoint(one, last or story.before, row)
        story.before = last if last.found is not None else story.before
        yield last.point


def _without(where: Place, told: Voice) -> Place:
    """The sentence without the names of who speaks: they are no parties to what is said."""
    start, end = told.start - where.offset, told.end - where.offset
    names = where.scene.names
    kept = tuple(name for name in names if not (start <= name.start < end))
    return (
        structs.replace(where, scene=structs.replace(where.scene, names=kept))
        if len(kept) < len(names)
        else where
    )


class _Figure(Struct, frozen=True):
    """A figure of a sentence, in which unit, whose word it is, and what a row of them says it is of."""

    stand: Stand
    unit: str
    where: Place
    told: Voice
    place: str | None

    @property
    def start(self) -> int:
        """Where it begins in its document."""
        return self.where.offset + self.stand.figure.start


def _datapoint(one: _Figure, last: _Last | None, row: when.Row) -> _Last:
    """A figure with all that is known of it; `last` is the one told before it."""
    stand, where, figure = one.stand, one.where, one.stand.figure
    model, found = _led(one, last)
    sides = _of_row(whose.whose(stand, where, _sides(model), found), found, one.place)
    time, settled = when.when(stand, where, row)
    qualifier = when.qualifier(stand, time, where)
    inherited = model.point.period if model and stand.index and settled else None
    point = Datapoint(
        id="d" + identifier("datapoint", where.document.id, one.start),
        measure=_measure(found, sides, model, one),
        subject=sides.subject,
        counterpart=sides.counterpart,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=_in_money(one.unit, sides, last, where),
        qualifier=qualifier,
        period=time.iso if time else inherited,
        certainty=_certainty(one, qualifier),
        said_by=one.told.said_by,
        evidence=(where.document.anchor(*(where.offset + at for at in stand.clause)),),
    )
    return _Last(point, found)


def _led(one: _Figure, last: _Last | None) -> tuple[_Last | None, Found | None]:
    """The figure that a figure leans on, and its known measure, which that one may lend it."""
    stand, where = one.stand, one.where
    inside = last if stand.index else None
    model = inside if inside is not None and _elliptic(stand, where) else None
    found = what.known(stand, one.unit, where)
    if found is None and inside is not None and inside.found is not None:
        found = what.beside(stand, inside.found, where)
    if found is None and last is not None and last.found is not None:
        found = (what.carried if inside is not None else what.again)(stand, one.unit, last.found, where)
        if found is not None:
            return last, found
    if found is not None and inside is not None and _goes_on(found, inside, stand, where):
        return inside, structs.replace(found, carried=True)
    if model is not None and not (_alike(model.point.unit, one.unit) and _agrees(found, model, where)):
        model = None
    if found is None and model is None and inside is not None and _converts(one, inside):
        model = inside
    if found is None and model is not None and model.found is not None:
        found = structs.replace(model.found, carried=True)
    return model, found


def _goes_on(found: Found, last: _Last, stand: Stand, where: Place) -> bool:
    """«زاد عدد السياح في مصر 30% ليصل إلى 15 مليون سائح»: the same measure, named again."""
    same = last.found is not None and found.told and last.found.measure == found.measure
    return same and what.leads_on(stand, last.found, where)


def _converts(one: _Figure, last: _Last) -> bool:
    """«82 مليارا، أي نحو 26 مليار دولار»: an amount in another money."""
    both = {measures.family(unit, one.where.known) for unit in (one.unit, last.point.unit)}
    return both == {"money"} and what.leads_on(one.stand, last.found, one.where)


def _in_money(unit: str, told: Parties, last: _Last | None, where: Place) -> str:
    """The money of a figure: that of the figure before, where it is called so, else that of its parties."""
    before = [last.point.unit] if last is not None else []
    if is_called(before, unit, where.code):
        return before[0]
    return national(unit, where.territories(told.subject, told.counterpart), {}, where.code)


def _of_row(told: Parties, found: Found | None, place: str | None) -> Parties:
    """The sides of a figure, or the place that a row of figures gives it where it stands between none."""
    if place is None or found is None or found.measure.sided or told.counterpart:
        return told
    return Parties(place)


def _certainty(one: _Figure, qualifier: Qualifier | None) -> Certainty:
    """How firmly a figure is told; what lies ahead is no fact, whoever says it."""
    leading, _ = change.leading(one.stand, one.where)
    bounded = qualifier is not None and qualifier.is_bound
    if one.told.certainty is Certainty.DENIED or (not bounded and one.where.words.denied.search(leading)):
        return Certainty.DENIED
    open_ = qualifier is Qualifier.FORECAST or one.where.words.asked.search(leading)
    return Certainty.HEDGED if open_ else one.told.certainty


def _sides(model: _Last | None) -> Parties | None:
    return Parties(model.point.subject, model.point.counterpart) if model else None


def _measure(found: Found | None, sides: Parties, model: _Last | None, one: _Figure) -> str | None:
    """What a figure measures: the known name, else that of its model, else words of the source."""
    if found is None:
        return (model.point.measure if model else None) or what.in_words(one.stand, one.unit, one.where)
    if found.told or sides != Parties():
        return what.label(found, one.where)
    if model is not None and (model.point.subject, model.point.counterpart) == (None, None):
        return model.point.measure
    return what.priced(found, one.stand, one.where)


# Figures that lean on the one before -----------------------------------------------------------


def _elliptic(stand: Stand, where: Place) -> bool:
    """Whether a figure leans on the one before it: «مقارنة بـ10 دولارات», «و5 دولارات»."""
    figure = stand.figure
    between = where.fold(stand.previous, figure.start)
    if figure.unit in _TIMES or figure.unit == "ordinal" or figure.noun is not None:
        return False
    if where.words.comparison.search(between):
        return True
    return stand.previous > 0 and len(re.findall(r"\w+", between)) <= 3


def _agrees(found: Found | None, model: _Last, where: Place) -> bool:
    """Whether nothing says that a figure measures something else than the one it leans on."""
    if found is None:
        return True
    if not found.told:
        return model.found is not None and model.found.measure == found.measure
    return what.label(found, where) == model.point.measure


def _alike(unit: str, other: str) -> bool:
    """«12 مليار متر مكعب … بدلا من 140 مليارا سنويا»: a rate and its amount measure one thing."""
    return unit.partition("_per_")[0] == other.partition("_per_")[0]


def _rated(unit: str, stand: Stand, where: Place, last: _Last | None) -> str:
    """The unit, with the rate of the figure that it leans on."""
    leans = last is not None and last.point.unit.startswith(f"{unit}_per_") and _elliptic(stand, where)
    return last.point.unit if last is not None and leans else unit


# Units that the words around a figure tell -------------------------------------------------------


def _unit(stand: Stand, where: Place, last: _Last | None) -> str | None:
    """The unit of a figure where its sentence tells more than the number does, else None."""
    figure = stand.figure
    if figure.unit in _RATED:
        return _rate(figure, where)
    if last is not None and _unitless(stand, where):
        return last.point.unit
    if people.is_people(stand, where) or _of_people(stand, where, last):
        return "persons"
    return None


def _of_people(stand: Stand, where: Place, last: _Last | None) -> bool:
    """«18 قتيلا … إلى 37»: a bare number that goes on with one of people."""
    figure = stand.figure
    if last is None or last.point.unit != "persons" or last.found is None or figure.unit != "count":
        return False
    return figure.noun is None and what.carried(stand, "persons", last.found, where) is not None


def _unitless(stand: Stand, where: Place) -> bool:
    """«10 مليارات دولار، مقابل 7 مليارات»: a great number with nothing counted leans on the one before."""
    figure = stand.figure
    bare = figure.unit == "count" and figure.noun is None and stand.index > 0
    return bare and (figure.high or figure.value or 0) >= _GREAT and _elliptic(stand, where)


def _rate(figure: Quantity, where: Place) -> str:
    if where.words.yearly.search(where.fold(max(0, figure.start - _NEAR), figure.start)):
        return figure.unit + "_per_year"
    rate = where.words.rate.match(where.folded.text, where.folded.position(figure.end))
    return figure.unit + (f"_per_{where.words.rates[rate['rate']]}" if rate else "")


def _tells(figure: Quantity, where: Place) -> bool:
    """Whether a figure says something alone: a bare number does not, nor «الثاني» of no row."""
    value = figure.value or figure.high or Decimal(0)
    if figure.unit == "ordinal":
        before = where.fold(max(0, figure.start - 40), figure.start).split()[-4:]
        digits = any(sign.isdigit() for sign in where.text[figure.start : figure.end])
        definite = figure.noun is not None and where.text.find(figure.noun, figure.end) < 0
        if value == 1:
            return definite and bool(where.words.rank & set(before))
        return digits or not definite or bool(where.words.series & set(before))
    return figure.unit != "count" or (figure.noun is not None and value > 1)
