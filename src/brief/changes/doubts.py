"""Conflicts between sources that are new, and those that are settled because a side was taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from brief.changes.sides import Sides, share
from brief.language import fold
from brief.model import Account, Anchor, Brief, Discrepancy, Revision, Settled


def opened(sides: Sides, figures: Collection[Revision]) -> Iterator[Discrepancy]:
    """The conflicts that the earlier issue did not have, with a side that no source told then.

    Only conflicts: what is told less exactly, or misprinted, changes no decision. What a source tells
    otherwise than itself is a figure that was revised, not a conflict. A claim that contradicts two
    others in one matter opens one conflict.
    """
    known = list(sides.before.brief.discrepancies)
    claims: defaultdict[str, list[Anchor]] = defaultdict(list)
    for one in conflicts(sides.after.brief):
        news = [passage for account in one.items for passage in account.evidence if sides.is_new(passage)]
        told = all(share((passage,), claims[one.topic]) for passage in news)
        if told or any(_is_one(one, other) for other in known) or _is_revision(one, figures):
            continue
        known.append(one)
        claims[one.topic] += news
        yield one


def settled(sides: Sides) -> Iterator[Settled]:
    """The conflicts of the earlier issue of which a side is told by nobody any more, but another is.

    Where all sides are told it is still open, whether there is room to print it or not. So is one whose
    fallen side tells otherwise now, and contradicts the other again.
    """
    for one in conflicts(sides.before.brief):
        if any(_is_one(one, other) for other in sides.after.brief.discrepancies):
            continue
        fallen = tuple(at for at, account in enumerate(one.items) if _is_taken_back(account, sides))
        standing = [account for account in one.items if any(map(sides.stands, account.evidence))]
        if fallen and standing and not _goes_on([one.items[at] for at in fallen], standing, sides):
            yield Settled(one, fallen)


def settles(figure: Revision, found: Iterable[Settled], sides: Sides) -> bool:
    """Whether a figure was corrected to what the other side of a settled conflict told all along.

    Readers of the earlier issue had both values: that the sources agree is the news, not the value.
    """
    return any(
        share(figure.before.evidence, _told(one, of_fallen=True))
        and any(
            point.value is not None
            and (point.value, point.unit) == (figure.after.value, figure.after.unit)
            and share(point.evidence, _told(one, of_fallen=False))
            for point in sides.before.brief.datapoints
        )
        for one in found
    )


def conflicts(brief: Brief) -> Iterator[Discrepancy]:
    """What cannot all be true, without what is less exact or misprinted."""
    return (one for one in brief.discrepancies if one.kind == "conflict")


def _told(one: Settled, *, of_fallen: bool) -> tuple[Anchor, ...]:
    """The passages of the sides of a settled conflict that fell, or of those that did not."""
    sides = (account for at, account in enumerate(one.doubt.items) if (at in one.fallen) is of_fallen)
    return tuple(passage for account in sides for passage in account.evidence)


def _goes_on(fallen: Iterable[Account], standing: Iterable[Account], sides: Sides) -> bool:
    """Whether a source of a fallen side is in a conflict with a side that stands, by what it tells now."""
    entries = (sides.entries[passage.source] for account in fallen for passage in account.evidence)
    now = {version.id for entry in entries for version in sides.after.versions(entry)}
    kept = tuple(standing)
    return any(
        any(_is_one_side(mine, theirs) for mine in kept for theirs in one.items)
        and any(passage.source in now for account in one.items for passage in account.evidence)
        for one in conflicts(sides.after.brief)
    )


def _is_taken_back(account: Account, sides: Sides) -> bool:
    """Whether nobody tells a side any more: its sources say otherwise now, or were taken away."""
    return all(sides.is_withdrawn(one) or sides.is_lost(one) for one in account.evidence)


def _is_one(one: Discrepancy, other: Discrepancy) -> bool:
    """Whether two or more sides of two disagreements are told in the same passages or words."""
    met = sum(any(_is_one_side(mine, theirs) for theirs in other.items) for mine in one.items)
    return met >= min(2, len(one.items), len(other.items))


def _is_one_side(one: Account, other: Account) -> bool:
    return share(one.evidence, other.evidence) or fold(one.text) == fold(other.text)


def _is_revision(one: Discrepancy, figures: Collection[Revision]) -> bool:
    """Whether the sides of a disagreement are the earlier and the later value of a figure."""
    told: list[Anchor] = [passage for account in one.items for passage in account.evidence]
    return any(
        share(figure.before.evidence, told) and share(figure.after.evidence, told) for figure in figures
    )
