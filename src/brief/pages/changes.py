"""What changed since an earlier issue, as pages set it: a box for the first one and a part of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile, zip_longest

from msgspec import Struct, structs

from brief.model import (
    Account,
    Anchor,
    Brief,
    Changes,
    Datapoint,
    Due,
    Gone,
    Item,
    Revision,
    Settled,
    Strengthened,
)
from brief.pages.excerpts import excerpt
from brief.pages.figures import figure
from brief.words import Words

PART = "changes"
MOST = 4
# Words of an account that the first page has room for, and those of them before the difference.
ROOM, LEAD = 8, 4
_EDGES = '()\u00ab\u00bb"\u060c\u061b,;:.'
# The kinds in the order of the part, and in the order in which the box takes one of each.
FOREMOST = ("figures", "opened", "due", "gone", "new", "settled", "strengthened")


class Told(Struct, frozen=True):
    """Words with the passages they stand on, under a remark; `fallen` where nobody says them any more."""

    text: str
    evidence: tuple[Anchor, ...]
    contrary: tuple[Anchor, ...] = ()
    remark: str | None = None
    fallen: bool = False


class Row(Struct, frozen=True):
    """One change: what it is about, and what is told of it, earlier words first.

    `short` is what the first page says of it, behind the topic where two accounts differ; its `label` is
    a date or a part of the brief. `silent` is a date of which the sources tell nothing new.
    """

    id: str
    kind: str
    label: str | None
    topic: str | None
    told: tuple[Told, ...]
    short: tuple[Told, ...]
    silent: bool = False

    @property
    def summed_up(self) -> str:
        """The words of the first page, to tell how long they are."""
        return " ".join((self.topic or "", *(f"{one.text} {one.remark or ''}" for one in self.short)))


class Group(Struct, frozen=True):
    """The changes of one kind under their title; `sided` where two accounts stand beside each other."""

    kind: str
    title: str
    count: str
    rows: tuple[Row, ...]
    sided: bool = False


class Changed(Struct, frozen=True):
    """All that changed: in a sentence since when, by kinds with their counts, and what tells most.

    `nothing` is the sentence that says so where nothing did.
    """

    since: str
    nothing: str | None
    groups: tuple[Group, ...]
    foremost: tuple[Row, ...]

    @property
    def counts(self) -> tuple[str, ...]:
        """How many changes of each kind there are."""
        return tuple(group.count for group in self.groups)


def changed(brief: Brief, words: Words) -> Changed | None:
    """What changed since the earlier issue in words; None where the brief is compared with none."""
    changes = brief.changes
    if changes is None:
        return None
    date = words.date(changes.since.issued)
    groups = tuple(_groups(changes, brief, words))
    named = changes.since.name != changes.since.issued
    since = (
        words.say("Compared with the issue %(name)s of %(date)s.", name=changes.since.name, date=date)
        if named
        else words.say("Compared with the issue of %(date)s.", date=date)
    )
    nothing = None if groups else words.say("Nothing has changed since the issue of %(date)s.", date=date)
    return Changed(since, nothing, groups, _foremost(groups))


def evidence(changes: Changes) -> Iterator[tuple[Anchor, ...]]:
    """The passages of each change, in the order of the part: the first is of the row `change-1`."""
    for revision in changes.figures:
        yield (*revision.before.evidence, *revision.after.evidence)
    for doubt in (*changes.opened, *(one.doubt for one in changes.settled)):
        yield tuple(passage for account in doubt.items for passage in account.evidence)
    for due in changes.due:
        yield (*due.item.evidence, *(due.told.evidence if due.told else ()))
    yield from (gone.item.evidence for gone in changes.gone)
    for strong in changes.strengthened:
        yield tuple(dict.fromkeys((*strong.item.evidence, *strong.earlier.evidence)))
    yield from (one.item.evidence for one in changes.new)


def _foremost(groups: Sequence[Group]) -> tuple[Row, ...]:
    """One change of each kind, then a second of each, as many as the first page tells.

    A date of which the sources are silent comes after those of which they tell.
    """
    ranked = sorted(groups, key=lambda group: FOREMOST.index(group.kind))
    rounds = zip_longest(*(sorted(group.rows, key=lambda row: row.silent) for group in ranked))
    return tuple(row for some in rounds for row in some if row is not None)[:MOST]


def _groups(changes: Changes, brief: Brief, words: Words) -> Iterator[Group]:
    """The kinds that have something to tell, their rows numbered through."""
    first = 1
    for group in _kinds(changes, brief, words):
        rows = tuple(_numbered(group.rows, first))
        first += len(rows)
        if rows:
            yield Group(group.kind, group.title, group.count, rows, group.sided)


def _numbered(rows: Iterable[Row], first: int) -> Iterator[Row]:
    for number, row in enumerate(rows, first):
        yield structs.replace(row, id=f"change-{number}")


def _kinds(changes: Changes, brief: Brief, words: Words) -> Iterator[Group]:
    say, many = words.say, words.counted
    figures = tuple(_revised(one, words) for one in changes.figures)
    count = many(len(figures), "%(n)s revised figure", "%(n)s revised figures")
    yield Group("figures", say("Revised figures"), count, figures, sided=True)
    opened = tuple(_doubt("opened", one.topic, one.items, (), words) for one in changes.opened)
    count = many(len(opened), "%(n)s new difference", "%(n)s new differences")
    yield Group("opened", say("New differences between sources"), count, opened, sided=True)
    settled = tuple(_settled(one, words) for one in changes.settled)
    count = many(len(settled), "%(n)s settled difference", "%(n)s settled differences")
    yield Group("settled", say("Settled differences"), count, settled, sided=True)
    due = tuple(_due(one, words) for one in changes.due)
    yield Group("due", say("Dates that came"), many(len(due), "%(n)s date came", "%(n)s dates came"), due)
    gone = tuple(_gone(one, words) for one in changes.gone)
    yield Group("gone", say("No longer stands"), many(len(gone), "%(n)s gone", "%(n)s gone items"), gone)
    strong = tuple(_strengthened(one, words) for one in changes.strengthened)
    count = many(len(strong), "%(n)s told by more", "%(n)s items told by more")
    yield Group("strengthened", say("Told by more independent sources"), count, strong)
    titles = {section.id: section.title for section in brief.sections}
    new = tuple(_line("new", one.item, titles.get(one.section), None) for one in changes.new)
    yield Group("new", say("New"), many(len(new), "%(n)s new item", "%(n)s new items"), new)


def _line(kind: str, item: Item, label: str | None, remark: str | None) -> Row:
    told = Told(item.text, item.evidence, item.contrary, remark)
    return Row("", kind, label, None, (told,), (told,))


def _strengthened(one: Strengthened, words: Words) -> Row:
    """A line with all who tell it, be it in the earlier issue alone, and how many that are."""
    steps = _from_to(_number(one.before, words), _number(one.now, words), words)
    passages = tuple(dict.fromkeys((*one.item.evidence, *one.earlier.evidence)))
    contrary = tuple(dict.fromkeys((*one.item.contrary, *one.earlier.contrary)))
    told = Told(one.item.text, passages, contrary, steps)
    return Row("", "strengthened", None, None, (told,), (told,))


def _number(count: int, words: Words) -> str:
    return words.counted(count, "of %(n)s source", "of %(n)s sources")


def _from_to(before: str, after: str, words: Words) -> str:
    return words.say("from %(before)s to %(after)s", before=before, after=after)


def _revised(one: Revision, words: Words) -> Row:
    """A figure with both passages; its head says from what to what."""
    what = next((shown.what for point in (one.after, one.before) if (shown := figure(point, "", words))), "")
    steps = _from_to(_amount(one.before, words), _amount(one.after, words), words)
    told = (
        Told(one.before.anchor.text, one.before.evidence, remark=words.say("before")),
        Told(one.after.anchor.text, one.after.evidence, remark=words.say("now")),
    )
    short = Told(": ".join(filter(None, (what, steps))), (one.after.anchor, one.before.anchor))
    return Row("", "figures", steps, what, told, (short,))


def _amount(point: Datapoint, words: Words) -> str:
    shown = figure(point, "", words)
    return " ".join(filter(None, (shown.amount, shown.unit))) if shown else ""


def _doubt(kind: str, topic: str, accounts: Sequence[Account], fallen: Sequence[int], words: Words) -> Row:
    told = tuple(
        Told(
            account.text,
            account.evidence,
            remark=words.say("its source does not say so any more") if at in fallen else None,
            fallen=at in fallen,
        )
        for at, account in enumerate(accounts)
    )
    short = (
        Told(text, one.evidence[:1], remark=one.remark, fallen=one.fallen)
        for text, one in zip(_in_short([one.text for one in told]), told, strict=True)
    )
    return Row("", kind, None, topic, told, tuple(sorted(short, key=lambda one: one.fallen)))


def _in_short(texts: Sequence[str]) -> list[str]:
    """The words of some accounts around the first figure of each that no other has.

    Where one has no such figure, those around the first word that is not the same in all.
    """
    told = [[one.strip(_EDGES) for one in text.split()] for text in texts]
    places = [_own_figure(at, told) for at in range(len(told))]
    if None in places:
        alike = takewhile(lambda words: len(set(words)) == 1, zip(*map(str.split, texts), strict=False))
        places = [sum(1 for _ in alike)] * len(texts)
    return [excerpt(text, max(0, (at or 0) - LEAD), ROOM) for text, at in zip(texts, places, strict=True)]


def _own_figure(at: int, told: Sequence[Sequence[str]]) -> int | None:
    """Where the words of an account have a figure that those of no other have."""
    others = {word for place, words in enumerate(told) if place != at for word in words}
    return next(
        (place for place, word in enumerate(told[at]) if any(map(str.isdigit, word)) and word not in others),
        None,
    )


def _settled(one: Settled, words: Words) -> Row:
    return _doubt("settled", one.doubt.topic, one.doubt.items, one.fallen, words)


def _due(one: Due, words: Words) -> Row:
    """A date with what was told of it, and what is told now."""
    first = Told(one.item.text, one.item.evidence, one.item.contrary, words.say("before"))
    now = Told(one.told.text, one.told.evidence, remark=words.say("now")) if one.told else None
    silent = None if now else words.say("The sources tell nothing new of it.")
    last = now or Told(one.item.text, one.item.evidence, one.item.contrary, silent)
    date = words.date(one.date)
    short = Told(last.text, last.evidence, last.contrary, date)
    return Row("", "due", date, None, (first, now) if now else (last,), (short,), silent=now is None)


def _gone(one: Gone, words: Words) -> Row:
    reasons = {
        "withdrawn": words.say("its source does not say so any more"),
        "lost": words.say("its source was taken back"),
        "overtaken": words.say("a later source overtook it"),
    }
    return _line("gone", one.item, None, reasons[one.reason])
