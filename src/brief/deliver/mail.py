"""An issue -> one person by mail: its summary as text and page, the PDF attached."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

import msgspec
from msgspec import Struct

from brief import shelf, whole
from brief.deliver import Clock, Mark, Parcel, Receipt, Recipient, Server, post, recipients
from brief.deliver.letter import Letter, letter, page, sealed, text
from brief.deliver.recipients import identity
from brief.errors import TopicError
from brief.identity import digest, identifier
from brief.printed import plain
from brief.protect import handed
from brief.protect.passwords import PasswordError

PRINT = "brief.pdf"
# Bytes of a message; many servers take no more.
MOST_BYTES = 25 * 1024 * 1024
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?")
_UNSAFE = re.compile(r"[^a-z0-9@.-]+")


class _Policy(EmailPolicy):
    """Heads as SMTP wants them, where the library's own folding loses blanks between encoded words."""

    def fold_binary(self, name: str, value: str) -> bytes:
        """The head as it is sent."""
        if name == "Subject":
            return f"{name}: {_encoded(value, name)}\r\n".encode("ascii")
        if name in {"From", "To"}:
            (one,) = value.addresses  # type: ignore[attr-defined]  # a head of addresses
            called = f"{_encoded(one.display_name, name)}\r\n " if one.display_name else ""
            return f"{name}: {called}<{one.addr_spec}>\r\n".encode("ascii")
        if name.startswith("List-"):
            # It holds addresses, which the library would encode where they are long.
            return f"{name}: {value}".replace(">, <", ">,\r\n <").encode("ascii") + b"\r\n"
        return super().fold_binary(name, value)


def _encoded(text: str, name: str) -> str:
    return Header(str(text), "utf-8", header_name=name).encode(linesep="\r\n")


class Enclosure(Struct, frozen=True):
    """What every message of a parcel carries."""

    subject: str
    language: str
    text: str
    page: str
    pdf: bytes


def deliver(parcel: Parcel, recipient: Recipient, clock: Clock, mark: Mark) -> Receipt:
    """Send the issue to one recipient over the server of the file of recipients.

    Raises `UnreachableError` and `TopicError` as `post.hand` does, and `TopicError` where the issue has no
    PDF, is too large, or its files are not those that were approved.
    """
    server = server_of(parcel)
    reference = parcel.reference or message_id(parcel, recipient, server)
    try:
        content = composed(parcel, recipient, server, reference, clock())
    except PasswordError as error:
        answer, lasting = post.Answer("failed", error.message), True
    else:
        lasting = False
        answer = post.hand(server, recipient.address, content, lambda _=None: mark(reference))
    return Receipt(
        channel=recipient.channel,
        recipient=recipient.address,
        digest=parcel.digest,
        at=clock().astimezone(UTC).isoformat(timespec="seconds"),
        state=answer.state,
        detail=answer.detail,
        reference=reference,
        lasting=lasting,
    )


def drafted(parcel: Parcel, people: Iterable[Recipient], folder: Path, now: datetime) -> Iterator[Path]:
    """Write the messages of a parcel as `.eml` files into `folder` instead of sending them.

    Raises the errors of `deliver` but for those of the network, `TopicError` where a file cannot be
    written, and when all others are written `PasswordError` for whom there is no password.
    """
    server = server_of(parcel)
    missing: list[PasswordError] = []
    for recipient in people:
        reference = message_id(parcel, recipient, server)
        safe = _UNSAFE.sub("_", recipient.address.lower())[:80]
        path = folder / f"{parcel.issue}-{safe}-{identifier(identity(recipient))[:6]}.eml"
        try:
            content = composed(parcel, recipient, server, reference, now)
            folder.mkdir(parents=True, exist_ok=True)
            whole.put(path, content)
        except PasswordError as error:
            missing.append(error)
            continue
        except OSError as error:
            raise TopicError(
                "%(path)s: cannot be written (%(reason)s); choose another folder.",
                path=path,
                reason=error.strerror,
            ) from error
        yield path
    if missing:
        raise missing[0]


def server_of(parcel: Parcel) -> Server:
    """The mail server that a parcel goes by; raises `TopicError` where the file of recipients names none."""
    if parcel.server is None:
        raise TopicError(
            "%(path)s: names no mail server; add [mail] with host, sender and security.",
            path=recipients.place(os.environ),
        )
    return parcel.server


def message_id(parcel: Parcel, recipient: Recipient, server: Server) -> str:
    """The Message-ID of an edition for a recipient, the same whenever it is sent."""
    parts = (parcel.topic, parcel.issue, parcel.digest, identity(recipient))
    return f"<{digest(' '.join(parts))[:32]}@{server.domain}>"


def composed(parcel: Parcel, recipient: Recipient, server: Server, reference: str, now: datetime) -> bytes:
    """The message as it goes out: the same but for its date whenever it is composed.

    Who has a password gets the encrypted PDF with nothing of the summary. Raises `TopicError` where it
    cannot be made or is too large, `PasswordError` where that password is not in the environment.
    """
    parcel = msgspec.structs.replace(parcel, reference=None)
    carried = _enclosure(parcel) if recipient.password is None else _sealed(parcel)
    pdf = handed.pdf(parcel.folder, carried.pdf, recipient.password, os.environ)
    message = EmailMessage(policy=_Policy(linesep="\r\n"))
    message["From"] = post.sender(server)
    message["To"] = Address(plain(recipient.name or ""), addr_spec=recipient.address)
    message["Subject"] = carried.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = reference
    for name, value in _list_headers(parcel, recipient, server):
        message[name] = value
    message["Auto-Submitted"] = "auto-generated"
    _fill(message, carried, pdf, f"{_ascii(parcel.topic)}-{_ascii(parcel.issue)}.pdf")
    _bound(message, digest(reference)[:24])
    content = message.as_bytes()
    if len(content) > MOST_BYTES:
        raise TopicError(
            "%(folder)s: makes a message of %(size)s MB, more than mail servers take; share it as a folder.",
            folder=parcel.folder,
            size=len(content) // 1_000_000,
        )
    return content


def _fill(message: EmailMessage, carried: Enclosure, pdf: bytes, name: str) -> None:
    message.set_content(carried.text, cte="base64")
    message["Content-Language"] = carried.language
    message.add_alternative(carried.page, subtype="html", cte="base64")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)


def _bound(message: EmailMessage, mark: str) -> None:
    """Set what stands between the parts: drawn by chance, it would make every copy another one."""
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        # No base64 holds this.
        part.set_boundary(f"=_{number}_{mark}")


@lru_cache(maxsize=1)
def _enclosure(parcel: Parcel) -> Enclosure:
    """What all messages of a parcel carry; its files were read while they were those of its digest."""
    return _enclosed(parcel, letter(parcel))


@lru_cache(maxsize=1)
def _sealed(parcel: Parcel) -> Enclosure:
    """The same for those who get an encrypted PDF: its words tell nothing of the brief."""
    return _enclosed(parcel, sealed(parcel))


def _enclosed(parcel: Parcel, told: Letter) -> Enclosure:
    """Raises `TopicError` unless the files are those of the parcel, from which the words were `told`."""
    pdf = _print(parcel.folder / PRINT)
    if shelf.fingerprint(parcel.folder) != parcel.digest:
        raise TopicError(
            "%(folder)s: was changed while it was shared; approve it again, then share it.",
            folder=parcel.folder,
        )
    return Enclosure(told.subject, told.language, text(told), page(told), pdf)


def _print(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s), and a mail carries it; build the issue with --to pdf.",
            path=path,
            reason=error.strerror,
        ) from error


def _list_headers(parcel: Parcel, recipient: Recipient, server: Server) -> Iterator[tuple[str, str]]:
    """What lets a mail program file the messages of a topic, and leave the list (RFC 2919, 2369, 8058)."""
    yield "List-Id", f"<{_ascii(parcel.topic)}.{server.domain}>"
    wish = quote(f"unsubscribe {parcel.topic}", safe="")
    mailto = f"<mailto:{quote(server.sender, safe='@')}?subject={wish}>"
    if server.unsubscribe is None:
        yield "List-Unsubscribe", mailto
        return
    address = server.unsubscribe.replace("{address}", quote(recipient.address, safe=""))
    address = address.replace("{topic}", quote(parcel.topic, safe=""))
    yield "List-Unsubscribe", f"<{address}>, {mailto}"
    # One click is promised for https alone: a mail is answered by a person.
    yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"


def _ascii(name: str) -> str:
    """A name as a header and every system takes it: its own where it is plain, or else a stand-in."""
    small = name.lower().replace("_", "-")
    return small if _LABEL.fullmatch(small) else f"t{identifier(name)}"
