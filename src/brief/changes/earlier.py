"""The earlier issue as it stands on disk, and what of its texts a later one has to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, structs

from brief.changes.sides import Side, kept
from brief.identity import digest
from brief.model import TEXTS, Anchor, Brief, Changes, Since, SourceEntry
from brief.outputs import record

RECORD = "brief.json"
# Where the texts of an earlier issue stand within a later one.
PLACE = "sources/earlier"


class Earlier(Struct, frozen=True):
    """An earlier issue: its name, date and digest, its brief and the texts behind it."""

    since: Since
    side: Side

    @classmethod
    def read(cls, folder: Path, name: str | None = None) -> Earlier:
        """The issue in a folder, called as that is if it has no other `name`.

        Raises `TopicError` where it has no record that can be read.
        """
        brief = record.load(folder / RECORD)
        since = Since(name or folder.name, brief.issued, digest((folder / RECORD).read_bytes()))
        return cls(since, Side(brief, {entry.place: _text(folder, entry) for entry in kept(brief)}))


def _text(folder: Path, entry: SourceEntry) -> str | None:
    """The text of a source with its line ends; None where it is not there, leads out or is no UTF-8."""
    place = folder / entry.place
    if not place.resolve().is_relative_to((folder / TEXTS).resolve()):
        return None
    try:
        return place.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def carried(
    changes: Changes, earlier: Earlier, brief: Brief
) -> tuple[tuple[SourceEntry, ...], dict[str, str]]:
    """The sources of the earlier issue that changes cite and the brief does not have, and their texts.

    They are numbered after the brief's own. Where two articles stand in one text both are listed, so
    that all of the text is accounted for.
    """
    known = {entry.id for entry in brief.sources if entry.is_kept}
    cited = {anchor.source for anchor in anchors(changes)} - known
    by_place: defaultdict[str, list[SourceEntry]] = defaultdict(list)
    for entry in kept(earlier.side.brief):
        by_place[entry.place].append(entry)
    wanted = [entry for group in by_place.values() if cited & {one.id for one in group} for entry in group]
    last = max((entry.number or 0 for entry in brief.sources), default=0)
    numbers = {
        id_: number for number, id_ in enumerate((one.id for one in wanted if one.id in cited), last + 1)
    }
    entries = tuple(_listed(entry, numbers.get(entry.id), earlier.since) for entry in wanted)
    texts = {made.place: earlier.side.text(one) for one, made in zip(wanted, entries, strict=True)}
    return entries, texts


def _listed(entry: SourceEntry, number: int | None, since: Since) -> SourceEntry:
    """How the list of sources tells that a text is an earlier issue's."""
    return structs.replace(
        entry,
        number=number,
        text_path=f"{PLACE}/{entry.place.removeprefix(f'{TEXTS}/')}",
        background=True,
        status="set_aside",
        reason=f"stood in the issue {since.name} and is no source of this one.",
        reason_kind="earlier",
        copy_of=None,
        earlier=since.name,
    )


def anchors(value: object) -> Iterator[Anchor]:
    """Every passage inside of `value`."""
    if isinstance(value, Anchor):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from anchors(inner)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from anchors(getattr(value, name))
