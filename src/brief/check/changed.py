"""Proof that what is told to have changed did change, as far as the records at hand tell.

The issue alone proves that every line stands on its passages, that what is new, stronger or opened
is what the issue itself holds, and that figures, dates and counts are those of the passages. Where
the earlier issue stands beside it, or as one of its revisions, all of it is worked out once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from brief import quantities
from brief.changes import Earlier, told_since
from brief.changes.due import has_come
from brief.changes.earlier import RECORD, anchors
from brief.changes.sides import agreeing, tellers
from brief.check.issue import Finding, Issue
from brief.check.wording import in_order, words
from brief.errors import Remark
from brief.identity import digest
from brief.language import Language, read_in
from brief.model import Account, Brief, Changes, Datapoint, Item, Strengthened
from brief.rivals import relation
from brief.short import is_short

GATE = "changes"
_REVISIONS = "revisions"
_EXCERPT = 60


def prove_changes(issue: Issue) -> Iterator[Finding]:
    """Every change that is told follows from what both issues say; an issue that tells none is well."""
    changes = issue.brief.changes
    if changes is not None:
        yield from (Finding(GATE, problem) for problem in (*_unfaithful(changes), *_unsound(changes, issue)))
        # An issue of days without news tells nothing but what changed by itself.
        if not is_short(issue.brief):
            yield from (Finding(GATE, problem) for problem in (*_unheld(changes, issue), *_again(issue)))


# What the earlier issue said ---------------------------------------------------------------------


def _unfaithful(changes: Changes) -> Iterator[Remark]:
    """Lines of either issue that say more than their passages."""
    for item in _items(changes):
        if not item.evidence or not _is_told(item.text, item.evidence[0].text):
            yield Remark("item %(item)s: it is not told in its passage; build the issue again.", item=item.id)
    for account in _accounts(changes):
        if not any(_is_told(account.text, passage.text) for passage in account.evidence):
            message = "«%(text)s» is in none of its passages; build the issue again."
            yield Remark(message, text=account.text[:_EXCERPT])


def _items(changes: Changes) -> Iterator[Item]:
    yield from (one.item for one in changes.gone)
    yield from (one.item for one in changes.due)
    for strong in changes.strengthened:
        yield from (strong.earlier, strong.item)
    yield from (one.item for one in changes.new)


def _accounts(changes: Changes) -> Iterator[Account]:
    for doubt in (*changes.opened, *(one.doubt for one in changes.settled)):
        yield from doubt.items
    yield from (one.told for one in changes.due if one.told)


def _is_told(text: str, passage: str) -> bool:
    printed = words(text)
    return bool(printed) and in_order(printed, words(passage))


# What this issue says --------------------------------------------------------------------------


def _unheld(changes: Changes, issue: Issue) -> Iterator[Remark]:
    """What is told of this issue and does not stand in it."""
    brief = issue.brief
    printed = {(section.id, item.id): item for section in brief.sections for item in section.items}
    lines = {id_: item for (_, id_), item in printed.items()}
    for one in changes.new:
        if printed.get((one.section, one.item.id)) != one.item:
            yield _strange(one.item.id)
    for strong in changes.strengthened:
        if lines.get(strong.item.id) != strong.item or not set(strong.added) <= set(strong.item.evidence):
            yield _strange(strong.item.id)
    for doubt in changes.opened:
        if doubt not in brief.discrepancies:
            yield _strange(doubt.topic)
    for revision in changes.figures:
        if revision.after not in brief.datapoints:
            yield _strange(revision.after.id)


def _strange(what: str) -> Remark:
    return Remark("%(what)s: the issue itself does not say so; build the issue again.", what=what)


def _unsound(changes: Changes, issue: Issue) -> Iterator[Remark]:
    """What does not follow: figures that are no others, dates that did not come, counts, sources."""
    for told in (_figures, _days, _counts, _withdrawn, _settled, _idle):
        yield from told(changes, issue)


def _figures(changes: Changes, issue: Issue) -> Iterator[Remark]:
    language = read_in(issue.brief.language)
    for revision in changes.figures:
        yield from _unrevised(revision.before, revision.after, issue, language)


def _days(changes: Changes, issue: Issue) -> Iterator[Remark]:
    since, issued = changes.since, issue.brief.issued
    if since.issued > issued:
        yield Remark("the earlier issue is of a later day; build the issue again.")
    for due in changes.due:
        if not has_come(due.date, since.issued, issued):
            message = "%(date)s did not come since the earlier issue; build the issue again."
            yield Remark(message, date=due.date)


def _counts(changes: Changes, issue: Issue) -> Iterator[Remark]:
    for one in changes.strengthened:
        if not _is_stronger(one, issue.brief):
            message = "item %(item)s: so many sources do not tell it; build the issue again."
            yield Remark(message, item=one.item.id)


def _withdrawn(changes: Changes, issue: Issue) -> Iterator[Remark]:
    for item, texts in _taken_back(changes, issue):
        if any(item.evidence[0].text in text for text in texts):
            yield Remark("item %(item)s: its source still says it; build the issue again.", item=item.id)


def _settled(changes: Changes, _issue: Issue) -> Iterator[Remark]:
    for one in changes.settled:
        if not one.fallen or len(one.fallen) >= len(one.doubt.items):
            yield Remark("«%(topic)s» is not settled; build the issue again.", topic=one.doubt.topic)


def _idle(changes: Changes, issue: Issue) -> Iterator[Remark]:
    """Texts of the earlier issue that are listed for nothing."""
    cited = {anchor.source for anchor in anchors(changes)}
    for entry in issue.brief.sources:
        if entry.earlier is not None and entry.number is not None and entry.id not in cited:
            message = "%(path)s: nothing that changed is told from it; build the issue again."
            yield Remark(message, path=entry.path)


def _unrevised(before: Datapoint, after: Datapoint, issue: Issue, language: Language) -> Iterator[Remark]:
    if before.unit != after.unit or relation(before, after) != "conflict":
        yield Remark("datapoint %(point)s: it is no other figure; build the issue again.", point=after.id)
    for point in (before, after):
        if not any(_gives(text, point, language) for text in _around(point, issue)):
            yield Remark(
                "datapoint %(point)s: its passage does not give its figure; build the issue again.",
                point=point.id,
            )


def _around(point: Datapoint, issue: Issue) -> Iterator[str]:
    """The passage of a figure and the line it begins in: a scale may stand outside of the passage."""
    passage = point.anchor
    yield passage.text
    place = next((entry.place for entry in issue.brief.sources if entry.id == passage.source), "")
    text = issue.texts.get(place) or ""
    end = text.find("\n", passage.end)
    yield text[text.rfind("\n", 0, passage.start) + 1 : end if end >= 0 else len(text)]


def _gives(text: str, point: Datapoint, language: Language) -> bool:
    meant = (point.value, point.low, point.high)
    return any(meant == (one.value, one.low, one.high) for one in quantities.find(text, language))


def _is_stronger(one: Strengthened, brief: Brief) -> bool:
    """Whether the passages of both lines have as many tellers as is told."""
    entries = {entry.id: entry for entry in brief.sources}
    told = agreeing(one.earlier.evidence, one.earlier.contrary)
    tells = agreeing(one.item.evidence, one.item.contrary)
    most = len(tellers((*told, *tells), entries))
    return len(tellers(told, entries)) == one.before < one.now <= most and bool(one.added)


def _taken_back(changes: Changes, issue: Issue) -> Iterator[tuple[Item, list[str]]]:
    """The lines that are said to be withdrawn or lost, with this issue's texts at their sources' paths."""
    entries = {entry.id: entry for entry in issue.brief.sources}
    for one in changes.gone:
        if one.reason != "overtaken":
            path = entries[one.item.evidence[0].source].path
            there = (other for other in entries.values() if other.is_kept and other.earlier is None)
            yield one.item, [issue.texts.get(other.place) or "" for other in there if other.path == path]


# Both issues once more --------------------------------------------------------------------------


def _again(issue: Issue) -> Iterator[Remark]:
    """What differs from the changes that both records give; nothing where the earlier one is not at hand."""
    earlier = _earlier(issue)
    if earlier is None:
        return
    own = tuple(entry for entry in issue.brief.sources if entry.earlier is None)
    alone = replace(issue.brief, changes=None, sources=own)
    texts = {place: text for place, text in issue.texts.items() if text is not None}
    meant, _ = told_since(alone, texts, earlier)
    if meant.changes != issue.brief.changes or meant.sources != issue.brief.sources:
        message = "what changed since %(issue)s is not what both issues give; build the issue again."
        yield Remark(message, issue=earlier.since.name)


def _earlier(issue: Issue) -> Earlier | None:
    """The earlier issue as it was when changes were told: the one beside, or a revision of it."""
    since = issue.brief.changes.since if issue.brief.changes else None
    if since is None or Path(since.name).name != since.name:
        return None
    for folder in _beside(issue.folder.resolve(), since.name):
        record = folder / RECORD
        if record.is_file() and digest(record.read_bytes()) == since.digest:
            return Earlier.read(folder, since.name)
    return None


def _beside(folder: Path, name: str) -> Iterable[Path]:
    """Where an issue of the topic may stand, seen from an issue or a revision of one."""
    for root in (folder.parent, *folder.parents[2:3]):
        yield root / name
        yield from sorted((root / _REVISIONS / name).glob("*"))
