"""Which lines of two issues tell one thing.

By their ids, by the passages they share, by equal words, and by the rule that merges claims (`same`).
What the build read side by side it has judged, so there the rule has to be all but certain; a passage
that is no longer there, because its source told it anew or another one tells it, the build never saw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from brief import cues
from brief.changes.sides import Sides, agreeing
from brief.language import Language, fold
from brief.model import Certainty, Item
from brief.same import Verdict, candidates, same
from brief.similarity import neighbours, vectors

# Below this cosine two lines have nothing to do with each other.
RELATED = 0.08
# How sure it has to be that two lines tell one thing which the build had before it and did not merge.
SURE = 0.95


class Kin(Struct, frozen=True):
    """A line of the other issue that tells the same; `differs` where it tells it otherwise."""

    item: Item
    differs: bool = False


class Matches(Struct, frozen=True):
    """The kin of each line, by its id, the surest first; `said_again` are those a source still tells."""

    earlier: Mapping[str, tuple[Kin, ...]]
    later: Mapping[str, tuple[Kin, ...]]
    said_again: frozenset[str]


def matches(before: Sequence[Item], after: Sequence[Item], sides: Sides, language: Language) -> Matches:
    """How the lines of two issues go together.

    A line may have several kin: what was told in one sentence may be told in two.
    """
    merged, again = _merged(before, after, sides, language)
    earlier = {new.id: tuple(_kin(new, before, merged[new.id])) for new in after}
    later: defaultdict[str, list[Kin]] = defaultdict(list)
    known = {item.id: item for item in after}
    for id_, kin in earlier.items():
        for one in kin:
            later[one.item.id].append(Kin(known[id_], one.differs))
    return Matches(earlier, {id_: tuple(kin) for id_, kin in later.items()}, again)


def _kin(new: Item, before: Sequence[Item], merged: Mapping[str, bool]) -> list[Kin]:
    """The earlier lines that tell what a new one tells, those of its own passages first."""
    found = {old.id: Kin(old) for rank in range(3) for old in before if _is_one(new, old, rank)}
    for old in before:
        if old.id in merged:
            found.setdefault(old.id, Kin(old, merged[old.id]))
    return list(found.values())


def _is_one(new: Item, old: Item, rank: int) -> bool:
    """Whether two lines are one by what they stand on: the same claim, the same passage, the same words."""
    if rank == 0:
        return new.id == old.id
    if rank == 1:
        return _tells(new, old) or _tells(old, new)
    return fold(new.text) == fold(old.text)


def _tells(one: Item, other: Item) -> bool:
    """Whether the passage that the first is told by bears out the other."""
    first = one.evidence[0]
    return any(first.shares(passage) for passage in agreeing(other.evidence, other.contrary))


def _merged(
    before: Sequence[Item], after: Sequence[Item], sides: Sides, language: Language
) -> tuple[defaultdict[str, dict[str, bool]], frozenset[str]]:
    """What the rule sees as one: for each new line the old ones, and whether they tell it otherwise."""
    merged: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    gone = {item.id for item in before if not any(map(sides.stands, item.evidence))}
    anew = dict.fromkeys(
        text
        for item in before
        if item.id in gone
        for passage in item.evidence
        for text in sides.sentences_of_versions(passage, language)
    )
    olds, news = [item.text for item in before], [item.text for item in after]
    again = set()
    for pair in _told_as_one([*olds, *news, *anew], len(olds), language):
        old, at = before[pair.one], pair.other - len(olds)
        if old.id not in gone and (at >= len(news) or not _is_sure(pair, old, after[at], language)):
            continue
        if at < len(news):
            merged[after[at].id][old.id] = pair.differs
        else:
            again.add(old.id)
    return merged, frozenset(again)


def _is_sure(pair: Verdict, old: Item, new: Item, language: Language) -> bool:
    """Whether the rule is sure of two lines; a plan and what came of it are two, whatever both share."""
    ahead = cues.expression(language, "rulings", "watched", "ahead")
    planned = [one.certainty is Certainty.HEDGED or bool(ahead.search(fold(one.text))) for one in (old, new)]
    return pair.confidence >= SURE and planned[0] == planned[1]


def _told_as_one(texts: Sequence[str], olds: int, language: Language) -> Sequence[Verdict]:
    """The pairs of an old text and a later one that tell the same, the surest first."""
    near = neighbours(vectors(texts, language), RELATED)
    # A pair is of two issues as a claim is of two sources.
    pairs = candidates(["before" if at < olds else "after" for at in range(len(texts))], near)
    sure = same(texts, pairs, language)
    return sorted(sure, key=lambda pair: (-pair.confidence, pair.one, pair.other))
