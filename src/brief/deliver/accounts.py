"""Who has an issue, as the ledger tells it: `brief receipts`."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from brief import lock
from brief.deliver import Clock, ledger, parcels, share
from brief.deliver.ledger import Event, State


class Account(Struct, frozen=True, kw_only=True):
    """A delivery with all that became of it; times are ISO in UTC.

    `current` says whether it is of the files that stand in the issue now, `offered` how often the message
    was handed over, always under the one `message_id`.
    """

    topic: str
    issue: str
    digest: str
    current: bool
    channel: str
    recipient: str
    message_id: str | None
    state: State
    at: str
    detail: str | None
    offered: int
    events: tuple[Event, ...]


def accounts(folder: Path) -> tuple[Account, ...]:
    """The deliveries of the issue in `folder`; raises the errors of `parcels.issue_in` and of the ledger."""
    issue = parcels.issue_in(folder)
    path = parcels.reports_of(issue) / ledger.NAME
    if not path.is_file():
        return ()
    with ledger.opened(path) as known:
        entries = known.entries(issue.topic, issue.issue)
        told = [(entry, known.history(entry)) for entry in entries]
    return tuple(
        Account(
            topic=entry.topic,
            issue=entry.issue,
            digest=entry.digest,
            current=entry.digest == issue.digest,
            channel=entry.channel,
            recipient=entry.recipient,
            message_id=entry.message_id,
            state=entry.state,
            at=entry.at,
            detail=entry.detail,
            offered=sum(event.state == "offered" for event in events),
            events=events,
        )
        for entry, events in told
    )


def settle(folder: Path, address: str, clock: Clock) -> None:
    """Note that a person says the message to `address` arrived, whose fate was unknown.

    Raises the errors of `accounts` and `lock.alone`, and `TopicError` where no such delivery is in doubt.
    """
    issue = parcels.issue_in(folder)
    reports = parcels.reports_of(issue)
    with lock.alone(reports / share.LOCK, clock()), ledger.opened(reports / ledger.NAME) as known:
        share.settle(issue, address, known, clock)
