"""A message -> a mail server, by SMTP over a line that proves who answers.

Between the end of the data and the server's answer nobody can know whether it has the message. So the
data is sent but for its end, then the sender is told by `mark`, then the end follows: what breaks before
was not delivered, what breaks after may have been.
"""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Literal

from msgspec import Struct

from brief import shelf
from brief.deliver import Mark, Server, UnreachableError, recipients
from brief.errors import Remark, TopicError
from brief.printed import plain
from brief.trust import trusting

PASSWORD = "BRIEF_MAIL_PASSWORD"  # noqa: S105 - the name of the variable
# Seconds for a server to take a call or to answer a command.
SECONDS = 60.0
# RFC 5321, 4.5.3.2.6: a sender that gives up sooner makes doubles, since the server may have the message.
SECONDS_TO_TAKE = 600.0
_SECONDS_TO_PART = 5.0
_GO_AHEAD = 354
_DOTS = re.compile(rb"^\.", re.MULTILINE)
_LONGEST_ANSWER = 300


class Answer(Struct, frozen=True):
    """What the server said to a message, and whether it is to be tried again, or nobody knows."""

    state: Literal["sent", "refused", "failed", "unknown"]
    detail: str | None = None


def hand(server: Server, to: str, message: bytes, mark: Mark) -> Answer:
    """Give `message`, its lines ended by CR LF, to the server for the address `to`.

    `mark` is called once, when the server is to have it from now on. Raises `UnreachableError` where no
    line can be had now, and `TopicError` where the server would not take any message as it is set up.
    """
    with _line(server) as line:
        return _handed(line, server.sender, to, message, mark)


def tell_operator(subject: str, text: str, now: datetime | None = None) -> None:
    """A plain message to the operator of the file of recipients; without `now` the server dates it.

    Raises `TopicError` where the file names no operator or no server, or the message was not taken.
    """
    book = recipients.load(recipients.place(os.environ), shelf.REPORTS)
    if book.operator is None or book.mail is None:
        raise TopicError(
            "%(path)s: names no [operator] with a [mail] server, so nobody can be told; add both.",
            path=recipients.place(os.environ),
        )
    message = EmailMessage(policy=SMTP)
    message["From"] = sender(book.mail)
    message["To"] = Address(addr_spec=book.operator.address)
    message["Subject"] = plain(subject)
    if now is not None:
        message["Date"] = format_datetime(now)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="base64")
    answer = hand(book.mail, book.operator.address, message.as_bytes(), lambda _=None: None)
    if answer.state != "sent":
        raise TopicError(
            "%(address)s: the operator was not told (%(reason)s); look after the mail server.",
            address=book.operator.address,
            reason=answer.detail or answer.state,
        )


def sender(server: Server) -> Address:
    """Whose name stands on the messages."""
    return Address(plain(server.name or ""), addr_spec=server.sender)


@contextmanager
def _line(server: Server) -> Iterator[smtplib.SMTP]:
    """A line to the server that was secured and logged in to; left in peace, or cut where something broke."""
    line = _opened(server)
    try:
        _secured(line, server)
        yield line
    except BaseException:
        # A parting word would become a part of the message where its data was not ended.
        line.close()
        raise
    with suppress(smtplib.SMTPException, OSError):
        if line.sock:
            line.sock.settimeout(_SECONDS_TO_PART)
            line.quit()
    line.close()


def _opened(server: Server) -> smtplib.SMTP:
    with _reached(server):
        if server.security == "tls":
            return smtplib.SMTP_SSL(
                server.host, server.door, server.domain, timeout=SECONDS, context=trusting()
            )
        return smtplib.SMTP(server.host, server.door, server.domain, timeout=SECONDS)


def _secured(line: smtplib.SMTP, server: Server) -> None:
    with _reached(server):
        line.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            line.starttls(context=trusting())
            line.ehlo_or_helo_if_needed()
        if server.user is not None:
            line.login(server.user, _password(os.environ))


@contextmanager
def _reached(server: Server) -> Iterator[None]:
    """Why there is no line: for a moment, or as things are set up."""
    try:
        yield
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
        raise _silent(server, error.reason or str(error)) from error
    except ssl.SSLError as error:
        raise TopicError(
            "%(host)s: does not prove that it is that server (%(reason)s); mend host, port and security of "
            "[mail], or name the authority's certificate by SSL_CERT_FILE.",
            host=f"{server.host}:{server.door}",
            reason=error.reason or error,
        ) from error
    except smtplib.SMTPResponseException as error:
        answer = _answer(error.smtp_code, error.smtp_error)
        if error.smtp_code >= 500:
            raise _refusing(server, answer) from error
        raise _silent(server, answer) from error
    except smtplib.SMTPServerDisconnected as error:
        raise _silent(server, str(error)) from error
    except smtplib.SMTPException as error:
        raise _refusing(server, str(error)) from error
    except OSError as error:
        raise _silent(server, error.strerror or str(error) or type(error).__name__) from error


def _silent(server: Server, reason: str) -> UnreachableError:
    return UnreachableError(
        "%(host)s: the mail server cannot be reached (%(reason)s); share again later.",
        host=f"{server.host}:{server.door}",
        reason=plain(reason),
    )


def _refusing(server: Server, reason: str) -> TopicError:
    return TopicError(
        "%(host)s: the mail server takes nothing from here (%(reason)s); "
        "mend [mail] of the file of recipients, or the password in %(variable)s.",
        host=f"{server.host}:{server.door}",
        reason=plain(reason),
        variable=PASSWORD,
    )


def _password(environment: Mapping[str, str]) -> str:
    password = environment.get(PASSWORD)
    if not password or not password.isascii():
        raise TopicError(
            "%(variable)s: holds no password that a mail server takes (ASCII letters and signs); "
            "set it in the environment, or take user out of [mail].",
            variable=PASSWORD,
        )
    return password


def _handed(line: smtplib.SMTP, own: str, to: str, message: bytes, mark: Mark) -> Answer:
    try:
        early = _announced(line, own, to, len(message))
        if early is not None:
            return early
        line.send(_DOTS.sub(b"..", message if message.endswith(b"\r\n") else message + b"\r\n"))
    except (smtplib.SMTPException, OSError) as error:
        line.close()
        return Answer("failed", _broken(error))
    mark()
    try:
        if line.sock:
            line.sock.settimeout(SECONDS_TO_TAKE)
        line.send(b".\r\n")
        code, said = line.getreply()
    except (smtplib.SMTPException, OSError) as error:
        line.close()
        return Answer("unknown", _lost(error))
    return _judged(code, said, sent=250)


def _announced(line: smtplib.SMTP, own: str, to: str, size: int) -> Answer | None:
    """What the server says before it takes the data, None where it waits for it."""
    code, said = line.mail(own, [f"size={size}"] if line.has_extn("size") else [])
    if code >= 500:
        raise TopicError(
            "%(sender)s: the mail server does not take this message from that address (%(reason)s); "
            "mend sender of [mail], or ask who keeps the server.",
            sender=own,
            reason=_answer(code, said),
        )
    if code != 250:
        return _judged(code, said, sent=0)
    code, said = line.rcpt(to)
    if code not in {250, 251}:
        return _judged(code, said, sent=0)
    code, said = line.docmd("DATA")
    return None if code == _GO_AHEAD else _judged(code, said, sent=0)


def _judged(code: int, said: bytes, sent: int) -> Answer:
    """An answer of the server by its number: for good, for now, or as it should be."""
    if code == sent:
        return Answer("sent", _answer(code, said))
    return Answer("refused" if 500 <= code < 600 else "failed", _answer(code, said))


def _answer(code: int, said: bytes | str) -> str:
    """What the server said, on one line that no terminal obeys."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return plain(f"{code} {text}")[:_LONGEST_ANSWER]


def _broken(error: Exception) -> Remark:
    return Remark("the line broke before the message was handed over (%(reason)s)", reason=plain(str(error)))


def _lost(error: Exception) -> Remark:
    return Remark(
        "the line broke after the message was handed over, so it may have arrived (%(reason)s)",
        reason=plain(str(error)),
    )
