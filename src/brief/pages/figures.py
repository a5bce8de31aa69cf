"""Datapoints and the figures of charts in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct, structs

from brief.figures.telling import disputed
from brief.model import Anchor, Brief, Certainty, Chart, Datapoint
from brief.words import Words, scale_of

# The unit of gas and water, and what it is the billionfold of.
_BILLIONS, _CUBIC_METRES, _NINE = "bcm", "cubic_metre", 9


class Figure(Struct, frozen=True):
    """A datapoint in words; `rivals` is the element that tells what other sources say instead.

    What its source adds to the `number` stands in `amount` where it goes before it, else behind the `unit`.
    """

    id: str
    number: str
    amount: str
    unit: str
    what: str
    when: str
    said: str
    rivals: str | None
    evidence: tuple[Anchor, ...]
    parties: tuple[str, ...] = ()


def figure(point: Datapoint, target: str, words: Words, rivals: str | None = None) -> Figure | None:
    """The datapoint as it is printed; nothing where it holds no number."""
    low = point.value if point.value is not None else point.low
    high = point.value if point.value is not None else point.high
    first, last = low if low is not None else high, high if high is not None else low
    if first is None or last is None:
        return None
    unit, first, last = _as_told(point.unit, first, last)
    scale = scale_of(last)
    ends = first.scaleb(-scale), last.scaleb(-scale)
    sign = "%" if point.unit == "percent" else ""
    named = point.measure or ""
    sides = (words.word(side) for side in (point.subject, point.counterpart) if side and side not in named)
    parties = words.say("list separator").join(sides)
    number = words.amount(*ends, None, sign)
    before, _, behind = words.amount(*ends, point.qualifier, sign).partition(number)
    return Figure(
        id=target,
        number=number,
        amount=before + number,
        unit=" ".join(filter(None, (words.unit(unit, last), behind.strip()))),
        what=": ".join(words.word(told) for told in (point.measure, parties) if told),
        when=words.period(point.period) if point.period else "",
        said=_said(point, words),
        rivals=rivals,
        evidence=point.evidence,
        parties=tuple(filter(None, (point.subject, point.counterpart))),
    )


def _as_told(unit: str, first: Decimal, last: Decimal) -> tuple[str, Decimal, Decimal]:
    """Unit and ends as texts have them: less than a billion cubic metres is told in millions, not as 0.62."""
    if unit.startswith(_BILLIONS) and 0 < abs(last) < 1:
        own = _CUBIC_METRES + unit.removeprefix(_BILLIONS)
        return own, first.scaleb(_NINE), last.scaleb(_NINE)
    return unit, first, last


def _said(point: Datapoint, words: Words) -> str:
    """Whose word a figure is, and that its source itself puts it with caution."""
    speaker = words.say("according to %(who)s", who=point.said_by) if point.said_by else None
    caution = words.say("meaning:hedged") if point.certainty is Certainty.HEDGED else None
    return words.say("list separator").join(filter(None, (speaker, caution)))


def key_figures(brief: Brief, words: Words) -> list[Figure]:
    """The key figures of the brief in its order, each with all its passages."""
    points = {point.id: point for point in brief.datapoints}
    doubts = disputed(brief.datapoints, brief.discrepancies)
    found = (
        figure(
            points[name],
            f"figure-{index}",
            words,
            f"discrepancy-{doubts[name] + 1}" if name in doubts else None,
        )
        for index, name in enumerate(brief.key_figures, 1)
        if name in points
    )
    return [one for one in found if one is not None]


def foremost(brief: Brief, figures: Sequence[Figure]) -> Figure | None:
    """The key figure that the summary tells first, and whose parties it names most; nothing without any.

    Of equals it is the first.
    """
    items = [item for section in brief.sections if section.id == "summary" for item in section.items]
    named = Counter(actor for item in items for actor in item.actors)
    told = [item.evidence[0] for item in items if item.evidence]

    def weight(one: Figure) -> tuple[int, int]:
        places = (at for at, line in enumerate(told) if any(line.common(mine) for mine in one.evidence))
        return next(places, len(told)), -sum(named[party] for party in one.parties)

    return min(figures, key=weight, default=None)


class Datum(Struct, frozen=True):
    """A row of the table beside a chart: its value is `before`, `number` and `after`.

    So that units stand under units, as much room as `beside` takes is left before a value without words,
    and behind a number as much as the decimals take that it has fewer than others (`behind`).
    """

    label: str
    period: str
    before: str
    number: str
    after: str
    beside: str = ""
    behind: str = ""

    @property
    def value(self) -> str:
        """The whole of it."""
        return self.before + self.number + self.after


def data(chart: Chart, words: Words) -> list[Datum]:
    """The drawn figures as rows, in the order of the drawing, their numbers in line."""
    sign = "%" if chart.unit == "percent" else ""
    rows, decimals = [], []
    for mark, label in zip(chart.marks, _labels(chart), strict=True):
        value = words.amount(mark.low, mark.high, mark.qualifier, sign)
        number = words.number(mark.low) if mark.low == mark.high else value
        before, _, after = value.partition(number)
        period = words.period(mark.period) if mark.period else ""
        rows.append(Datum(label, period, before, number, after))
        whole, size = words.number(Decimal(int(abs(mark.low)))), words.number(abs(mark.low))
        decimals.append(size[len(whole) :] if mark.low == mark.high else None)
    return _in_line(rows, decimals)


def _in_line(rows: Sequence[Datum], decimals: Sequence[str | None]) -> list[Datum]:
    """The rows with the room that brings their numbers in line; a range, which has no decimals, takes none.

    The words before them leave room only where all that have any have the same.
    """
    longest = max((own for own in decimals if own), key=len, default="")
    said = {row.before for row in rows if row.before}
    beside = said.pop() if len(said) == 1 else ""
    return [
        row
        if own is None
        else structs.replace(row, beside="" if row.before else beside, behind=longest[len(own) :])
        for row, own in zip(rows, decimals, strict=True)
    ]


def _labels(chart: Chart) -> list[str]:
    """What each figure is called where its period stands beside it."""
    if chart.kind == "line":
        return [mark.group or mark.label for mark in chart.marks]
    told_apart = len({mark.label for mark in chart.marks}) == len(chart.marks)
    if told_apart or chart.kind in {"grouped", "change"}:
        return [mark.label for mark in chart.marks]
    return [": ".join(filter(None, (mark.group, mark.label))) for mark in chart.marks]
