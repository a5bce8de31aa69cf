"""What a figure measures: a known measure, its level, change, share or ratio, or the source's words."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct, structs

from brief import measures
from brief.extract.datapoints import change, clauses
from brief.extract.datapoints.phrase import phrase, price
from brief.extract.datapoints.place import SHORT_WORD, Place, Stand
from brief.language import fold
from brief.measures import Hit, Kind, Measure
from brief.quantities import Quantity

_WEAK = 30  # characters that the noun of a figure counts for where it only says who somebody was
_AFTER = 4  # and what stands behind a figure
_NEAR = 60  # characters from a percentage to what it is a share of
_DIRECT = 3  # words from a figure to what it is a share or a change of
_CHANGES = frozenset({Kind.RISE, Kind.FALL})


class Found(Struct, frozen=True):
    """A known measure, as its figure tells it; `name` is its label with the goods in question.

    `told` is false where only the unit says it, `carried` where the figure before does.
    """

    measure: Measure
    name: str
    kind: Kind = Kind.LEVEL
    told: bool = True
    carried: bool = False


def known(stand: Stand, unit: str, place: Place) -> Found | None:
    """The known measure that the words around a figure name."""
    family = measures.family(unit, place.known)
    if change.is_part(stand, place):
        return _noun(stand, family, place)
    for one in place.known.measures:
        if one.alone and family in one.units:
            return Found(one, one.label, told=False)
    kind = change.change(stand, unit, place)
    if kind is not None:
        hit = _nearest(stand, place, lambda _: True, changed=True)
        return _named(hit, kind, stand, place) if hit else None
    fits = _fits(family, stand.figure)
    if family == "percent":
        return _of_hundred(stand, place, fits)
    hit = _nearest(stand, place, fits)
    return _named(hit, Kind.NEED if _is_needed(stand, place) else Kind.LEVEL, stand, place) if hit else None


def _is_needed(stand: Stand, place: Place) -> bool:
    """Whether a figure tells what is needed: the word for it leads to the figure in its clause."""
    leading, _ = change.leading(stand, place)
    return place.words.need.search(leading) is not None


def _noun(stand: Stand, family: str, place: Place) -> Found | None:
    """The measure that the noun of a figure names itself: «بينهم 5 جرحى»."""
    first, end = place.folded.position(stand.figure.start), place.folded.position(stand.figure.end)
    fits = _fits(family, stand.figure)
    hit = next((one for one in clauses.within(place.hits, first, end) if fits(one)), None)
    return _named(hit, Kind.LEVEL, stand, place) if hit else None


def label(found: Found, place: Place) -> str:
    """How the measure is called."""
    return measures.called(found.name, found.kind, found.measure, place.known)


def in_words(stand: Stand, unit: str, place: Place) -> str | None:
    """What is measured in the source's words, a change told as one."""
    said, kind = phrase(stand, place), change.change(stand, unit, place)
    if said is None or kind is None or place.words.change.any.search(fold(said)):
        return said
    return measures.called(said, kind, None, place.known)


def priced(found: Found, stand: Stand, place: Place) -> str:
    """The name of a price of nobody, with the words of the source: «سعر الغاز (السعر الفوري)»."""
    said = price(stand, place)
    return f"{found.name} ({said})" if said else found.name


# The measure named nearest ------------------------------------------------------------------------


def _fits(family: str, figure: Quantity) -> Callable[[Hit], bool]:
    value = figure.value or figure.high or 0
    return lambda hit: family in hit.measure.units and (hit.measure.most is None or value < hit.measure.most)


def _nearest(stand: Stand, place: Place, fits: Callable[[Hit], bool], *, changed: bool = False) -> Hit | None:
    """The measure whose cue stands nearest to a figure, its own noun first."""
    at, end = place.folded.position(stand.figure.start), place.folded.position(stand.figure.end)
    first, since = place.folded.position(stand.clause[0]), place.folded.position(stand.since)
    last = place.folded.position(stand.clause[1])
    window, best, least = place.folded.text[since:last], None, 0
    supposed = change.is_supposed(stand, place)
    for hit in clauses.within(place.hits, since, last):
        if not fits(hit) or (supposed and hit.measure.national):
            continue
        if hit.start < first and not (stand.bare or hit.measure.wide):
            continue
        if hit.measure.excluded and hit.measure.excluded.search(window):
            continue
        if (
            hit.start >= end
            and (changed or _of_next(hit, stand, place))
            and not (changed and _in(hit, end, place))
        ):
            continue
        cost = _cost(hit, at, end)
        if best is None or cost < least:
            best, least = hit, cost
    return best


def _cost(hit: Hit, at: int, end: int) -> int:
    if at <= hit.start < end:
        return _WEAK if hit.measure.weak else 0
    if hit.end <= at:
        return at - hit.end
    return 1 if hit.start - end <= 1 else hit.end - at + _AFTER


def _of_next(hit: Hit, stand: Stand, place: Place) -> bool:
    """Whether «and» leads from a figure to a cue before the next one: it is that one's."""
    following = place.folded.position(stand.following)
    if hit.start >= following or stand.following >= min(stand.clause[1], len(place.text)):
        return False
    gap = place.folded.text[place.folded.position(stand.figure.end) : hit.end].split()
    return any(word.startswith(place.words.conjunction) for word in gap)


def _in(hit: Hit, end: int, place: Place) -> bool:
    """Whether a cue stands right after a change: «نموا بنسبة 5% في الصادرات»."""
    gap = place.folded.text[end : hit.start].split()
    return len(gap) == 1 and gap[0] in place.words.places


def _named(hit: Hit, kind: Kind, stand: Stand, place: Place) -> Found:
    return Found(hit.measure, _with_goods(hit, stand, place), kind)


def _with_goods(hit: Hit, stand: Stand, place: Place) -> str:
    """The label of a measure with the goods in question: «الصادرات (الغذاء)»."""
    one = hit.measure
    if one.who:
        return _of_whom(one, stand, place)
    if not one.product:
        return one.label
    goods = _goods(hit.end, place)
    before = hit.end <= place.folded.position(stand.figure.start)
    if goods is None and before and measures.family(stand.figure.unit, place.known) != "money":
        end = place.folded.position(stand.figure.end)
        match = re.match(r"\s+(\w+)", place.folded.text[end:])
        goods = _goods(end + match.end(), place) if match and match[1] in place.words.source else None
    return f"{one.label} ({goods})" if goods else one.label


def _of_whom(one: Measure, stand: Stand, place: Place) -> str:
    who = _who(stand, place)
    return f"{one.label} ({who})" if who else one.label


def _who(stand: Stand, place: Place) -> str | None:
    """Whom a figure counts: «مقتل 30 جنديا», «مقتل 4 من جنوده»."""
    figure = stand.figure
    after = place.fold(figure.end, stand.clause[1]).strip() if figure.end < stand.clause[1] else ""
    noun = fold(figure.noun or "")
    for stem, who in place.known.who:
        if noun.startswith(stem) or (
            after.startswith(tuple(f"{word} {stem}" for word in place.words.source))
        ):
            return who
    return None


def _goods(at: int, place: Place) -> str | None:
    """The word of the source after place `at` of the folded sentence, where it can be goods."""
    begin = place.folded.span(at, at)[0]
    following = re.match(r"\s+(\w+)", place.text[begin:])
    if following is None or any(
        name.start <= begin + following.start(1) < name.end for name in place.scene.names
    ):
        return None
    goods = following[1]
    plain = (
        fold(goods).isalpha()
        and fold(goods) not in place.words.phrase_stops
        and fold(goods) not in place.words.country
        and len(goods) > SHORT_WORD
    )
    return goods if plain else None


# Of a hundred ----------------------------------------------------------------------------------------


def _of_hundred(stand: Stand, place: Place, fits: Callable[[Hit], bool]) -> Found | None:
    """A percentage: against the country's output, of a known measure, or a share of one."""
    end = place.folded.position(stand.figure.end)
    if place.words.output.match(place.folded.text, end):
        hit = _nearest(stand, place, lambda one: one.end <= end)
        return _named(hit, Kind.RATIO, stand, place) if hit else None
    hit = _nearest(stand, place, fits)
    if hit is not None:
        return _named(hit, Kind.LEVEL, stand, place)
    near = clauses.within(place.hits, end, end + _NEAR)
    window = place.folded.text[place.folded.position(stand.since) : place.folded.position(stand.clause[1])]
    shared = next((one for one in near if _shares(one, end, place)), None)
    if shared is not None and shared.measure.excluded and shared.measure.excluded.search(window):
        return None
    return _named(shared, Kind.SHARE, stand, place) if shared else None


def _shares(hit: Hit, end: int, place: Place) -> bool:
    """Whether «of» and few words lead from a figure to a cue: «26% من إجمالي الصادرات»."""
    gap = place.folded.text[end : hit.start].split()
    return 0 < len(gap) <= _DIRECT and gap[0] in place.words.source


# What goes on with the figure before ------------------------------------------------------------------


def carried(stand: Stand, unit: str, last: Found, place: Place) -> Found | None:
    """The measure of the figure before, where only words of change and comparison lead on from it."""
    return _again(last, stand, unit, place) if leads_on(stand, last, place) else None


def leads_on(stand: Stand, last: Found | None, place: Place) -> bool:
    """Whether only words of change, comparison and time lead from the figure before to a figure.

    The measure `last` of the one before may be named again.
    """
    if stand.index == 0 or change.is_part(stand, place):
        return False
    words = place.words.change
    leading = place.words.forecast.sub(" ", words.bounds.sub(" ", _unnamed(stand, last, place)))
    left = words.any.sub(" ", leading)
    stops = words.carried | words.by | words.near | words.reached | words.level | words.verbs
    return all(word in stops or len(word) <= 2 for word in re.findall(r"[^\W\d]+", left))


def beside(stand: Stand, last: Found, place: Place) -> Found | None:
    """Another measure that changed alike: «ارتفعت الصادرات 5% والواردات 3%»."""
    first, at = place.folded.position(stand.previous), place.folded.position(stand.figure.start)
    others = [
        one for one in clauses.within(place.hits, first, at) if one.end <= at and one.measure != last.measure
    ]
    if not others or last.kind not in _CHANGES or stand.figure.unit != "percent":
        return None
    return _named(others[-1], last.kind, stand, place)


def again(stand: Stand, unit: str, last: Found, place: Place) -> Found | None:
    """The measure of the sentence before, where a word points back to it: «وكان المعدل قد بلغ 5%»."""
    leading, _ = change.leading(stand, place)
    if not place.words.again.search(leading) or change.is_part(stand, place):
        return None
    return _again(last, stand, unit, place)


def _again(last: Found, stand: Stand, unit: str, place: Place) -> Found | None:
    """A measure told before, as a figure tells it now: its change, its level, or as it was told."""
    kind, family = change.change(stand, unit, place), measures.family(unit, place.known)
    words = place.fold(stand.since, stand.figure.start).split()
    if kind is None and last.kind in _CHANGES and family == "percent":
        kind = (
            last.kind if not (words and words[-1] in place.words.change.level) or last.measure.rise else None
        )
    if kind is None and family == "percent":
        kind = _against(last, stand, place)
    if kind is None and family not in last.measure.units:
        return None
    name = _of_whom(last.measure, stand, place) if last.measure.who else last.name
    return structs.replace(last, name=name, kind=kind or Kind.LEVEL, carried=True)


def _against(last: Found, stand: Stand, place: Place) -> Kind | None:
    """«40 مليار دولار، أي 90% من الناتج»: a ratio of the measure told before, or a share as that was."""
    end = place.folded.position(stand.figure.end)
    if last.kind is Kind.LEVEL and place.words.output.match(place.folded.text, end):
        return Kind.RATIO
    return last.kind if last.kind in (Kind.RATIO, Kind.SHARE) else None


def _unnamed(stand: Stand, last: Found | None, place: Place) -> str:
    """The folded words from the figure before to a figure, without names of states and the measure `last`."""
    start, end = place.folded.position(stand.previous), place.folded.position(stand.figure.start)
    spans = [
        (place.folded.position(name.start), place.folded.position(name.end))
        for name in clauses.within(place.names, stand.previous, stand.figure.start)
        if name.kind != "person"
    ]
    named = clauses.within(place.hits, start, end) if last is not None else ()
    spans += [(hit.start, hit.end) for hit in named if last is not None and hit.measure == last.measure]
    spans += [
        (place.folded.position(one.start), place.folded.position(one.end))
        for one in clauses.within(place.times.mentions, stand.previous, stand.figure.start)
    ]
    text, at = [], start
    for first, final in sorted(spans):
        if start <= first < end:
            text.append(place.folded.text[at:first])
            at = max(at, final)
    return " ".join([*text, place.folded.text[at:end]])
