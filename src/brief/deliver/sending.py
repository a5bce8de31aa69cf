"""One share of an issue, from what a person asks for to a receipt for everybody: `brief share`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct, structs

from brief import config, lock
from brief.deliver import (
    CHANNELS,
    Clock,
    Parcel,
    Receipt,
    Recipient,
    ledger,
    mail,
    parcels,
    recipients,
    share,
)
from brief.deliver.parcels import People
from brief.deliver.recipients import Book, identity, is_called
from brief.deliver.share import Terms, Wait
from brief.errors import TopicError, UsageError


class Request(Struct, frozen=True, kw_only=True):
    """Which issue goes to whom: all who get its topic, or those of one `channel` or `to` some addresses.

    `topic` is the folder whose brief.toml says whether drafts may go; beside reports/ it need not be named.
    `corrects` names the earlier issue that is withdrawn for the `reason` given, and `again` are addresses
    that get it once more, under the same Message-ID, whatever the ledger says.
    """

    issue: Path
    topic: Path | None = None
    to: tuple[str, ...] = ()
    channel: str | None = None
    again: tuple[str, ...] = ()
    corrects: str | None = None
    reason: str | None = None


def send(request: Request, clock: Clock, wait: Wait) -> Iterator[Receipt]:
    """Share the issue; yields what became of each recipient that does not have it yet.

    Raises `UsageError` for a request that contradicts itself, and the errors of `parcels.parcel`,
    `recipients.load`, `lock.alone` and `share.share`.
    """
    issue = _parcel(request, drafts=_lets_drafts(request))
    reports = parcels.reports_of(issue)
    book = recipients.load(recipients.place(os.environ), reports)
    issue = _addressed(issue, book)
    with lock.alone(reports / share.LOCK, clock()), ledger.opened(reports / ledger.NAME) as known:
        chosen = _chosen(request, parcels.people(issue, book, known), issue)
        parcels.check_untold(issue, known)
        parcels.withdraw(issue, clock())
        terms = Terms(_sends_unknown(book), _again(request, chosen.certain), wait)
        yield from share.hold(issue, chosen.doubtful, known, clock)
        yield from share.share(issue, chosen.certain, known, clock, terms)


def drafted(request: Request, folder: Path, now: datetime) -> Iterator[Path]:
    """Write the mails of a share into `folder`, drafts too; nothing is sent, and no ledger written.

    Raises the errors of `send` but for those of the network, and `TopicError` for a folder that cannot be
    written.
    """
    issue = _parcel(request, drafts=True)
    reports = parcels.reports_of(issue)
    book = recipients.load(recipients.place(os.environ), reports)
    issue = _addressed(issue, book)
    with ledger.looked_at(reports / ledger.NAME) as known:
        parcels.check_untold(issue, known)
        chosen = _chosen(request, parcels.people(issue, book, known), issue).certain
    yield from mail.drafted(issue, (one for one in chosen if one.channel == "mail"), folder, now)


def _parcel(request: Request, *, drafts: bool) -> Parcel:
    issue = parcels.parcel(request.issue, drafts=drafts)
    if request.corrects is None:
        if request.reason is not None:
            raise UsageError("--reason: says why an issue is corrected; add --corrects ISSUE.")
        return issue
    return parcels.correcting(issue, request.corrects, request.reason or "")


def _addressed(issue: Parcel, book: Book) -> Parcel:
    """The parcel with its page in the archive, which a draft has not, and the server that sends it."""
    link = None if issue.draft else book.page(issue.topic, issue.issue)
    return structs.replace(issue, link=link, server=book.mail)


def _lets_drafts(request: Request) -> bool:
    """Whether the topic lets go what nobody approved; one whose folder is not found does not."""
    issue = parcels.issue_in(request.issue)
    beside = parcels.reports_of(issue).parent / issue.topic
    if request.topic is not None and not request.topic.is_dir():
        raise UsageError("--topic: %(folder)s is no folder; name that of the topic.", folder=request.topic)
    return config.load(request.topic or beside).weekly.drafts == "share"


def _sends_unknown(book: Book) -> bool:
    return book.mail is not None and book.mail.unknown == "again"


def _chosen(request: Request, people: People, issue: Parcel) -> People:
    """Those whom the request names."""
    if request.channel is not None and request.channel not in CHANNELS:
        raise UsageError(
            "--channel: '%(name)s' is not known; known: %(known)s.",
            name=request.channel,
            known=", ".join(sorted(CHANNELS)),
        )
    everybody = (*people.certain, *people.doubtful)
    for option, addresses in (("--to", request.to), ("--again", request.again)):
        for address in addresses:
            if not any(is_called(one, address) for one in everybody):
                raise UsageError(
                    "%(option)s: '%(address)s' is nobody who gets %(topic)s; "
                    "add a [[recipient]] to the file of recipients.",
                    option=option,
                    address=address,
                    topic=issue.topic,
                )
    certain, doubtful = (
        tuple(one for one in some if _is_meant(one, request)) for some in (people.certain, people.doubtful)
    )
    if not certain and not doubtful:
        raise TopicError(
            "%(path)s: nobody there gets %(topic)s; add a [[recipient]].",
            path=recipients.place(os.environ),
            topic=issue.topic,
        )
    return People(certain, doubtful)


def _is_meant(one: Recipient, request: Request) -> bool:
    named = not request.to or any(is_called(one, address) for address in (*request.to, *request.again))
    return named and request.channel in {None, one.channel}


def _again(request: Request, chosen: Iterable[Recipient]) -> frozenset[str]:
    return frozenset(identity(one) for one in chosen for address in request.again if is_called(one, address))
