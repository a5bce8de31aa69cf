"""The box of a message on what changed since the last issue: counts, and the changes that tell most."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from brief.annex import Annex
from brief.deliver.lines import Line, cited, flat, spoken
from brief.model import Anchor, Brief
from brief.pages.changes import Row, changed
from brief.short import NO_NEWS, is_short
from brief.words import Words


class Change(Struct, frozen=True):
    """One change: its kind, the topic where two accounts differ, and what is told of it."""

    kind: str
    topic: str
    told: tuple[Line, ...]


class News(Struct, frozen=True, kw_only=True):
    """What changed: since when, that nothing did or came in, how many changes, and the foremost of them.

    `passages` are those that the foremost stand on.
    """

    since: str
    silent: tuple[str, ...]
    counts: str
    foremost: tuple[Change, ...]
    passages: tuple[Anchor, ...]


def news(brief: Brief, found: Annex, said: Words) -> News | None:
    """What changed since the earlier issue; None where the brief is compared with none and has news."""
    since = changed(brief, said)
    quiet = (said.say(f"note:{NO_NEWS}"),) if is_short(brief) else ()
    if since is None or brief.changes is None:
        empty = News(since="", silent=quiet, counts="", foremost=(), passages=())
        return empty if quiet else None
    compared = said.say("Compared with the issue of %(date)s.", date=said.date(brief.changes.since.issued))
    return News(
        since="" if since.nothing else compared,
        silent=(*quiet, *((since.nothing,) if since.nothing else ())),
        counts=f" {said.dot} ".join(since.counts),
        foremost=tuple(_change(row, found, said) for row in since.foremost),
        passages=tuple(one for row in since.foremost for told in row.short for one in told.evidence),
    )


def blocks(told: News, said: Words) -> Iterator[str]:
    """The box as lines of plain text."""
    yield f"{said.say('What changed')}:"
    yield from (flat(one, said) for one in (*told.silent, told.since, told.counts) if one)
    yield from (f"- {_flat(change, said)}" for change in told.foremost)


def _change(row: Row, found: Annex, said: Words) -> Change:
    # Accounts that differ are told beside each other, so no full stop ends them.
    apart = len(row.short) > 1
    lines = (cited(one, found, said, "" if apart else ".") for one in row.short)
    told = tuple(
        structs.replace(line, written=f"({one.remark})" if one.remark else "")
        for line, one in zip(lines, row.short, strict=True)
    )
    return Change(said.say(f"change:{row.kind}"), (row.topic or "") if apart else "", told)


def _flat(change: Change, said: Words) -> str:
    topic = f"{flat(change.topic, said)} {said.dot} " if change.topic else ""
    return f"{change.kind}: {topic}" + " / ".join(spoken(one, said) for one in change.told)
