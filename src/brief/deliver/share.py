"""An approved issue -> everybody who is to have it, each once, whenever it is stopped and taken up again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC
from itertools import groupby

from msgspec import Struct, structs

from brief.deliver import (
    Channel,
    Clock,
    Parcel,
    Receipt,
    Recipient,
    UnreachableError,
    channel,
)
from brief.deliver.ledger import Entry, Event, Ledger, State
from brief.deliver.recipients import identity, is_called
from brief.errors import BriefError, Remark, TopicError

LOCK = ".share.lock"
# Seconds to wait before those that failed are tried once more, and then again.
PAUSES = (2.0, 10.0)
Wait = Callable[[float], None]

_CUT_OFF = Remark("the run died between handing the message over and the answer, so it may have arrived")
_DOUBTFUL = Remark(
    "nobody knows any more whether the earlier one went there under a password; "
    "add a [[recipient]] to the file of recipients, with a password if it is to have one"
)
_BY_HAND = Remark("a person says that it arrived")


class Terms(Struct, frozen=True):
    """What is sent though it may have arrived, all of `unknown` fate or to those `again` (`identity`).

    `wait` lets some seconds pass.
    """

    unknown: bool
    again: frozenset[str]
    wait: Wait


def share(
    issue: Parcel,
    listed: Sequence[Recipient],
    ledger: Ledger,
    clock: Clock,
    terms: Terms,
) -> Iterator[Receipt]:
    """Hand the parcel to everybody listed who has no receipt for it; yields what became of each.

    Who has it already is passed over in silence, and whoever was not reached before and is not tried
    again has her last receipt. One at a time may do this (`lock.alone`). Raises the first `BriefError`
    that stopped a channel when the other channels are done.
    """
    desk = _Desk(issue, ledger, clock, terms)
    stopped: list[BriefError] = []
    for name, group in groupby(sorted(listed, key=lambda one: one.channel), lambda one: one.channel):
        try:
            yield from _over(name, tuple(group), desk)
        except BriefError as error:
            stopped.append(error)
    if stopped:
        raise stopped[0]


def hold(issue: Parcel, doubtful: Iterable[Recipient], ledger: Ledger, clock: Clock) -> Iterator[Receipt]:
    """Note that nothing goes to those of whom nobody knows whether they are to have it under a password.

    Who was sent these files before is passed over.
    """
    for recipient in doubtful:
        entry = ledger.entry(issue, recipient)
        if entry is not None and entry.state not in {"prepared", "failed"}:
            continue
        at = _now(clock)
        ledger.record(issue, recipient, Event("failed", at, _DOUBTFUL))
        yield Receipt(
            channel=recipient.channel,
            recipient=recipient.address,
            digest=issue.digest,
            at=at,
            state="failed",
            detail=_DOUBTFUL,
            lasting=True,
        )


def settle(issue: Parcel, address: str, ledger: Ledger, clock: Clock) -> None:
    """Note that a person says a message of unknown fate arrived; raises `TopicError` where there is none."""
    for entry in ledger.entries(issue.topic, issue.issue):
        recipient = Recipient(channel=entry.channel, address=entry.recipient)
        is_doubtful = entry.digest == issue.digest and entry.state in {"unknown", "offered"}
        if is_doubtful and is_called(recipient, address):
            ledger.record(issue, recipient, Event("sent", _now(clock), _BY_HAND))
            return
    raise TopicError(
        "%(folder)s: no delivery to %(address)s is in doubt; `brief receipts` lists those that are.",
        folder=issue.folder,
        address=address,
    )


class _Desk(Struct, frozen=True):
    """Writes into the ledger what is done with a parcel."""

    parcel: Parcel
    ledger: Ledger
    clock: Clock
    terms: Terms

    def fate(self, recipient: Recipient) -> Entry | None:
        """What the ledger says; a delivery that a dead run left open is of unknown fate from now on."""
        entry = self.ledger.entry(self.parcel, recipient)
        if entry is None or entry.state != "offered":
            return entry
        self.note(recipient, "unknown", _CUT_OFF)
        return self.ledger.entry(self.parcel, recipient)

    def is_due(self, recipient: Recipient, entry: Entry | None) -> bool:
        """Whether something is to be sent."""
        if entry is None or entry.state in {"prepared", "failed"} or identity(recipient) in self.terms.again:
            return True
        return entry.state == "unknown" and self.terms.unknown

    def note(
        self, recipient: Recipient, state: State, detail: str | None = None, reference: str | None = None
    ) -> None:
        self.ledger.record(self.parcel, recipient, Event(state, _now(self.clock), detail), reference)

    def hand(self, recipient: Recipient, over: Channel) -> Receipt:
        """Give the parcel to the channel, noted before and after."""
        before = self.ledger.entry(self.parcel, recipient)
        known = before.message_id if before else None
        self.note(recipient, "prepared")

        def mark(reference: str | None = None) -> None:
            self.note(recipient, "offered", reference=reference)

        receipt = over(structs.replace(self.parcel, reference=known), recipient, self.clock, mark)
        self.note(recipient, receipt.state, receipt.detail, receipt.reference)
        return receipt

    def missed(self, recipient: Recipient, error: BriefError) -> Receipt:
        """Nothing left this machine."""
        self.note(recipient, "failed", str(error))
        return Receipt(
            channel=recipient.channel,
            recipient=recipient.address,
            digest=self.parcel.digest,
            at=_now(self.clock),
            state="failed",
            detail=error.message,
        )


def _over(name: str, group: Sequence[Recipient], desk: _Desk) -> Iterator[Receipt]:
    """What becomes of a parcel over one channel; who failed for now is tried again after a pause."""
    fates = [(recipient, desk.fate(recipient)) for recipient in group]
    yield from (
        _held(entry) for one, entry in fates if entry and _is_open(entry) and not desk.is_due(one, entry)
    )
    due = [recipient for recipient, entry in fates if desk.is_due(recipient, entry)]
    over = channel(name)
    for pause in (*PAUSES, None):
        failed = []
        for recipient, receipt in _round(due, desk, over):
            if receipt.state == "failed" and not receipt.lasting and pause is not None:
                failed.append(recipient)
            else:
                yield receipt
        if not failed or pause is None:
            return
        desk.terms.wait(pause)
        due = failed


def _round(due: Iterable[Recipient], desk: _Desk, over: Channel) -> Iterator[tuple[Recipient, Receipt]]:
    """Everybody once; where the channel reaches nobody, the rest are not tried one by one."""
    unreachable: UnreachableError | None = None
    for recipient in due:
        if unreachable is None:
            try:
                yield recipient, desk.hand(recipient, over)
                continue
            except UnreachableError as error:
                unreachable = error
        yield recipient, desk.missed(recipient, unreachable)


def _is_open(entry: Entry) -> bool:
    return entry.state in {"refused", "unknown"}


def _held(entry: Entry) -> Receipt:
    """The last receipt of a delivery that is not tried again."""
    return Receipt(
        channel=entry.channel,
        recipient=entry.recipient,
        digest=entry.digest,
        at=entry.at,
        state="unknown" if entry.state == "unknown" else "refused",
        detail=entry.detail,
        reference=entry.message_id,
    )


def _now(clock: Clock) -> str:
    return clock().astimezone(UTC).isoformat(timespec="seconds")
