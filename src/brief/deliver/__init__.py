"""An approved issue -> the people and places it is meant for, one file for each channel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast

from msgspec import Struct

from brief.errors import BriefError

Clock = Callable[[], datetime]
# The port that belongs to each way of securing the line.
PORTS = {"starttls": 587, "tls": 465, "none": 25}


class Recipient(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who or what gets the issues of some topics (all of them where `topics` is empty).

    `address` is the channel's own: a mail address, a folder or bucket. `password` names the variable of
    the environment that holds the password of an encrypted copy.
    """

    channel: str
    address: str
    name: str | None = None
    topics: tuple[str, ...] = ()
    password: str | None = None


class Server(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mail server and whose name stands on the messages.

    `unknown` says what becomes of a message that may have arrived: held for a person, or sent again
    under the same Message-ID. `unsubscribe` is an https address that takes one-click requests, with
    `{address}` and `{topic}` in it where it wants them.
    """

    host: str
    sender: str
    port: int | None = None
    security: str = "starttls"
    user: str | None = None
    name: str | None = None
    unknown: str = "hold"
    unsubscribe: str | None = None

    @property
    def door(self) -> int:
        """The port to call."""
        return self.port or PORTS[self.security]

    @property
    def domain(self) -> str:
        """The domain that sends."""
        return self.sender.rpartition("@")[2].lower()


class Correction(Struct, frozen=True, kw_only=True):
    """That an issue takes the place of an earlier one, which stands in `folder`, and what was wrong with it.

    `issue` is the name under which people had the earlier one: that of the parcel itself for a revision.
    """

    issue: str
    folder: Path
    reason: str


class Parcel(Struct, frozen=True, kw_only=True):
    """An issue ready to go: its folder, and the digest of its files (`shelf.fingerprint`).

    `draft` says that nobody approved it, and `link` is the address of its page in the archive, where that
    has one. `server` sends the mails of it, as the list of recipients says that was read for this share.
    `reference` is the name under which this recipient was offered these files before: offered once more,
    they go under the same.
    """

    topic: str
    issue: str
    folder: Path
    digest: str
    corrects: Correction | None = None
    draft: bool = False
    link: str | None = None
    server: Server | None = None
    reference: str | None = None


class Receipt(Struct, frozen=True, kw_only=True):
    """What became of one parcel for one recipient; `at` is ISO in UTC.

    `unknown` is a message that may have arrived: the connection was lost after it was handed over.
    `reference` is the channel's name for it, such as a Message-ID. What failed and is `lasting` waits for
    a person: it would fail again in a moment.
    """

    channel: str
    recipient: str
    digest: str
    at: str
    state: Literal["sent", "refused", "failed", "unknown"]
    detail: str | None = None
    reference: str | None = None
    lasting: bool = False


class UnreachableError(BriefError):
    """A channel reaches nobody now, and may in a moment: the rest need not be tried one by one."""


class Mark(Protocol):
    """To be called at the last moment before the other side may have a parcel for good."""

    def __call__(self, reference: str | None = None) -> None:
        """Note that it is offered, under the name by which the other side knows it, if it has one."""


# A channel hands a parcel to one recipient. A fault of that recipient is a receipt; a `BriefError`
# says that the channel can serve nobody as it is set up, an `UnreachableError` that it cannot now.
Channel = Callable[[Parcel, Recipient, Clock, Mark], Receipt]

# Module names, not functions: who sends mail loads no client of buckets.
CHANNELS: dict[str, str] = {"mail": "mail", "folder": "folder"}


def channel(name: str) -> Channel:
    """The function that delivers by the channel `name`, a key of `CHANNELS`."""
    return cast("Channel", import_module(f"brief.deliver.{CHANNELS[name]}").deliver)
