"""Lines that are new, that more tell now, and that no longer stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from brief.changes.matched import Matches
from brief.changes.sides import Sides, agreeing
from brief.language import fold, read_in
from brief.model import Brief, Facet, Fresh, Gone, GoneReason, Item, Strengthened
from brief.overtaken import is_of_its_day

# What a decision-maker asks for first.
_ORDER = ("outcomes", "reactions", "implications", "indicators", "motives", "context")


class Placed(Struct, frozen=True):
    """A line with the section that prints it."""

    section: str
    item: Item


def placed(brief: Brief) -> tuple[Placed, ...]:
    """The lines of a brief that stand on passages, each once, under the section it is told in."""
    wanted = {*Facet, "indicators"}
    found = (
        Placed(section.id, item)
        for section in brief.sections
        if section.id in wanted
        for item in section.items
        if item.kind == "passage"
    )
    return tuple({one.item.id: one for one in found}.values())


def fresh(lines: Iterable[Placed], found: Matches, sides: Sides) -> Iterator[Fresh]:
    """The lines that no earlier one tells and that only sources tell which were not there.

    What an old source said all along is no news, printed now because there is room; where a new one says
    it too it is stronger (`strengthened`). An indicator that another new line tells already is not told
    twice.
    """
    new = [
        one
        for one in lines
        if all(kin.differs for kin in found.earlier[one.item.id])
        and (
            one.item.id in found.loose
            or all(map(sides.is_new, agreeing(one.item.evidence, one.item.contrary)))
        )
    ]
    told: list[Item] = []
    for one in sorted(new, key=lambda one: (_ORDER.index(one.section), -one.item.score)):
        if not any(one.item.evidence[0].shares(other.evidence[0]) for other in told):
            told.append(one.item)
            yield Fresh(one.section, one.item)


def strengthened(lines: Iterable[Placed], found: Matches, sides: Sides) -> Iterator[Strengthened]:
    """The lines that more independent sources tell than before, those with the most first.

    A line that the earlier issue did not print was told before by the old sources that tell it.
    """
    made = [one for line in lines if (one := _strengthened(line.item, found, sides))]
    yield from sorted(made, key=lambda one: (-one.now, one.item.id))


def _strengthened(item: Item, found: Matches, sides: Sides) -> Strengthened | None:
    printed = next((kin.item for kin in found.earlier[item.id] if not kin.differs), None)
    earlier = printed or (None if item.id in found.loose else _unprinted(item, sides))
    if earlier is None:
        return None
    told = agreeing(earlier.evidence, earlier.contrary)
    tells = agreeing(item.evidence, item.contrary)
    before = sides.tellers(told)
    now = sides.tellers((*tells, *filter(sides.stands, told)))
    added = tuple(one for one in tells if sides.is_new(one) and not sides.tellers((one,)) <= before)
    if not added or len(now) <= len(before):
        return None
    return Strengthened(item=item, earlier=earlier, added=added, before=len(before), now=len(now))


def _unprinted(item: Item, sides: Sides) -> Item | None:
    """A line as those tell it that are no news, though no issue printed it; None where nobody does."""
    tells = agreeing(item.evidence, item.contrary)
    old = tuple(one for one in tells if not sides.is_new(one))
    if not old:
        return None
    text = item.text if old[0] == item.evidence[0] else old[0].text
    return structs.replace(item, text=text, evidence=old, contrary=())


def gone(before: Iterable[Placed], found: Matches, sides: Sides) -> Iterator[Gone]:
    """The earlier lines that no longer stand: not those that are only older news.

    What a text of this issue still says stands, printed or not; what was left out for want of room,
    or is no news any more, is not gone.
    """
    for one in before:
        if reason := _reason(one.item, found, sides):
            yield Gone(one.item, reason)


def _reason(item: Item, found: Matches, sides: Sides) -> GoneReason | None:
    kin = found.later.get(item.id, ())
    if kin:
        own = next((one.item for one in kin if one.item.id == item.id), None)
        return "overtaken" if own and _is_overtaken(own, sides) and not _is_overtaken(item, sides) else None
    if item.id in found.said_again or any(map(sides.stands, item.evidence)):
        return None
    if any(map(sides.is_withdrawn, item.evidence)):
        return "withdrawn"
    return "lost" if all(map(sides.is_lost, item.evidence)) else None


def _is_overtaken(item: Item, sides: Sides) -> bool:
    """Whether a later source tells how the matter went on: that an article is old now overtakes nothing."""
    ranked = any(name == "overtaken" for name, _ in item.reasons)
    return ranked and not is_of_its_day(fold(item.text), read_in(sides.after.brief.language))
