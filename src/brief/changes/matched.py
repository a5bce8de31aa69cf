"""Which lines of two issues tell one thing.

By their ids, by the passages they share, by equal words, and by the rule that merges claims (`same`).
What the build read side by side it has judged, so there the rule has to be all but certain; a passage
that is no longer there, because its source told it anew or another one tells it, the build never saw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from brief import cues, periods
from brief.changes.sides import Sides, agreeing
from brief.dating import DAY
from brief.language import Language, fold
from brief.model import Anchor, Certainty, Item
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
    """The kin of each line, by its id, the surest first; `said_again` are those a source still tells.

    `loose` are lines of this issue that a new source tells first, and old ones only more or less.
    """

    earlier: Mapping[str, tuple[Kin, ...]]
    later: Mapping[str, tuple[Kin, ...]]
    said_again: frozenset[str]
    loose: frozenset[str] = frozenset()


def matches(before: Sequence[Item], after: Sequence[Item], sides: Sides, language: Language) -> Matches:
    """How the lines of two issues go together.

    A line may have several kin: what was told in one sentence may be told in two.
    """
    merged, again = _merged(before, after, sides, language)
    loose = _loose(before, after, sides, language)
    earlier = {
        new.id: tuple(_kin(new, before, merged[new.id], (0, 2) if new.id in loose else range(3)))
        for new in after
    }
    later: defaultdict[str, list[Kin]] = defaultdict(list)
    known = {item.id: item for item in after}
    for id_, kin in earlier.items():
        for one in kin:
            later[one.item.id].append(Kin(known[id_], one.differs))
    return Matches(earlier, {id_: tuple(kin) for id_, kin in later.items()}, again, loose)


def _kin(new: Item, before: Sequence[Item], merged: Mapping[str, bool], ranks: Iterable[int]) -> list[Kin]:
    """The earlier lines that tell what a new one tells, those of its own passages first."""
    found = {old.id: Kin(old) for rank in ranks for old in before if _is_one(new, old, rank)}
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
        if old.id not in gone and (at >= len(news) or not _is_sure(pair, old, after[at], sides, language)):
            continue
        if at < len(news):
            merged[after[at].id][old.id] = pair.differs
        else:
            again.add(old.id)
    return merged, frozenset(again)


def _loose(before: Sequence[Item], after: Sequence[Item], sides: Sides, language: Language) -> frozenset[str]:
    """The lines that a new source tells first, and that the rule is not sure an old one tells at all.

    The build finds room for both under one line; what the new source says of the matter is news.
    """
    behind = {
        new.id: [one.text for one in agreeing(new.evidence, new.contrary) if not sides.is_new(one)]
        for new in after
        if sides.is_new(new.evidence[0])
    }
    behind = {id_: texts for id_, texts in behind.items() if texts}
    if not behind:
        return frozenset()
    olds = list(
        dict.fromkeys([*(text for some in behind.values() for text in some), *(i.text for i in before)])
    )
    pairs = _told_as_one([*olds, *(item.text for item in after)], len(olds), language)
    sure = {(olds[pair.one], after[pair.other - len(olds)].id) for pair in pairs if pair.confidence >= SURE}
    return frozenset(id_ for id_, texts in behind.items() if not any((text, id_) in sure for text in texts))


def _is_sure(pair: Verdict, old: Item, new: Item, sides: Sides, language: Language) -> bool:
    """Whether the rule is sure of two lines; a plan and what came of it are two, whatever both share.

    So are what was told before and what was done on a day since, unless that day was told with it.
    """
    if new.certainty is Certainty.STATED and sides.is_new(new.evidence[0]):
        known = frozenset(day for passage in old.evidence for day in _days(passage, sides, language))
        issued = sides.before.brief.issued, sides.after.brief.issued
        done = {day for day in _days(new.evidence[0], sides, language) if issued[0] < day <= issued[1]}
        if done and not done & known:
            return False
    ahead = cues.expression(language, "rulings", "watched", "ahead")
    planned = [one.certainty is Certainty.HEDGED or bool(ahead.search(fold(one.text))) for one in (old, new)]
    return pair.confidence >= SURE and planned[0] == planned[1]


def _days(passage: Anchor, sides: Sides, language: Language) -> Iterator[str]:
    """The days (ISO) that a passage names."""
    mentions = periods.find(passage.text, language, sides.day(passage) or None)
    yield from (one.first for one in mentions if len(one.first) == DAY)


def _told_as_one(texts: Sequence[str], olds: int, language: Language) -> Sequence[Verdict]:
    """The pairs of an old text and a later one that tell the same, the surest first."""
    near = neighbours(vectors(texts, language), RELATED)
    # A pair is of two issues as a claim is of two sources.
    pairs = candidates(["before" if at < olds else "after" for at in range(len(texts))], near)
    sure = same(texts, pairs, language)
    return sorted(sure, key=lambda pair: (-pair.confidence, pair.one, pair.other))
