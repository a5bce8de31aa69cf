"""What changed since an earlier issue: a pure function of two briefs and the texts behind them.

A decision-maker hears of figures that were revised, of conflicts between sources that are new or
settled, of dates that came, of what no longer stands, of what more sources tell, and of what is
new; each thing once, under the first of these that fits (a figure corrected to what another source told
before settles a conflict, and is told as that).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from brief.changes import doubts, figures, items
from brief.changes.due import due
from brief.changes.earlier import Earlier, anchors, carried
from brief.changes.items import Placed
from brief.changes.matched import Matches, matches
from brief.changes.sides import Side, Sides, share
from brief.language import Language, read_in
from brief.model import Anchor, Brief, Changes, Strengthened

__all__ = ["Earlier", "changes", "told_since"]


def told_since(brief: Brief, texts: dict[str, str], earlier: Earlier) -> tuple[Brief, dict[str, str]]:
    """The brief with what changed since an earlier issue, and the texts that its passages point into.

    Texts of the earlier issue that are cited and no sources any more stand among them, listed as such.
    """
    after = Side(brief, texts)
    found = changes(earlier, after, read_in(brief.language))
    entries, more = carried(found, earlier, brief)
    told = structs.replace(brief, changes=found, sources=(*brief.sources, *entries))
    return told, {**texts, **more}


def changes(earlier: Earlier, after: Side, language: Language) -> Changes:
    """What changed between two issues of one topic.

    `language` is the one that is read.
    """
    sides = Sides(earlier.side, after)
    lines = items.placed(sides.before.brief), items.placed(after.brief)
    olds, news = ([one.item for one in some] for some in lines)
    found = matches(olds, news, sides, language)
    revised = tuple(figures.revised(sides, language))
    settled = tuple(doubts.settled(sides))
    first = Changes(
        since=earlier.since,
        figures=tuple(one for one in revised if not doubts.settles(one, settled, sides)),
        opened=tuple(doubts.opened(sides, revised)),
        settled=settled,
        due=tuple(due(olds, news, found, sides, language)),
    )
    # What a figure was corrected to is told with the conflict that it settles, too.
    told = anchors((revised, first.opened, settled))
    return _with_lines(first, lines, found, sides, tuple(told))


def _with_lines(
    first: Changes,
    lines: tuple[Sequence[Placed], Sequence[Placed]],
    found: Matches,
    sides: Sides,
    known: Sequence[Anchor],
) -> Changes:
    """The changes with the lines that are gone, stronger and new, but for what is told already.

    The passages of figures and conflicts are `known`.
    """
    told = list(known)
    # A plan whose day came is told as that, also where a later source overtook it.
    ahead = [*told, *anchors(tuple(one.item for one in first.due))]
    gone = [one for one in items.gone(lines[0], found, sides) if not share(one.item.evidence[:1], ahead)]
    stronger = [one for one in items.strengthened(lines[1], found, sides) if not _is_told(one, told)]
    told += anchors((tuple(one.told for one in first.due), tuple(one.added for one in stronger)))
    fresh = (one for one in items.fresh(lines[1], found, sides) if not share(one.item.evidence[:1], told))
    return structs.replace(first, gone=tuple(gone), strengthened=tuple(stronger), new=tuple(fresh))


def _is_told(one: Strengthened, told: Sequence[Anchor]) -> bool:
    """Whether a line is told already: the line itself, as it was or is, or all that came to it."""
    own = (*one.item.evidence[:1], *one.earlier.evidence[:1])
    return share(own, told) or all(share((passage,), told) for passage in one.added)
