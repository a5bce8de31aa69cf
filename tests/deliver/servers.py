# ruff: noqa: ARG002, ANN401 - the library calls by names and types of its own
"""A mail server on this machine that refuses, drops lines and dies where a test wants it to."""

import asyncio
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "office", "a pass/word=1"


class Mail(NamedTuple):
    """A message that the server took for good."""

    to: str
    content: bytes


class Box:
    """What arrived, and how the server behaves.

    `at` is called with each verb (`EHLO`, `MAIL`, `RCPT`, `DATA`, `TAKEN` when all data is there, `DONE` when
    the answer to it is on its way) and the address; what it answers is said instead of the server's own
    word, and `DROP` cuts the line.
    """

    DROP = "drop"

    def __init__(self, at: Callable[[str, str], str | None] | None = None) -> None:
        self.at = at or (lambda _verb, _address: None)
        self.arrived: list[Mail] = []
        self.verbs: list[str] = []
        self._lock = threading.Lock()

    def to(self, address: str) -> list[bytes]:
        """The messages that one address got."""
        with self._lock:
            return [mail.content for mail in self.arrived if mail.to == address]

    def said(self, verb: str, address: str, own: str) -> str:
        """The server's word to a verb."""
        self.verbs.append(verb)
        return self.at(verb, address) or own

    def take(self, address: str, content: bytes) -> None:
        """Keep a message."""
        with self._lock:
            self.arrived.append(Mail(address, content))


def _cut(server: SMTP) -> None:
    """Drop the line as a server does that dies."""
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


class _Server(SMTP):
    """One line to the box."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - the library's name
        box, envelope = self.event_handler.box, self.envelope
        address = envelope.rcpt_tos[0] if envelope and envelope.rcpt_tos else ""
        word = box.said("DATA", address, "354")
        if word == Box.DROP:
            _cut(self)
        elif word != "354":
            await self.push(word)
        else:
            await super().smtp_DATA(arg)


class _Handler:
    """Asks the box what to say."""

    def __init__(self, box: Box) -> None:
        self.box = box

    async def handle_EHLO(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self._or_drop(server, "EHLO", "", "250")
        return responses

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self._or_drop(server, "MAIL", address, "250 OK")

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        word = self._or_drop(server, "RCPT", address, "250 OK")
        if word.startswith("250"):
            envelope.rcpt_tos.append(address)
        return word

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's name
        address = envelope.rcpt_tos[0]
        word = self.box.said("TAKEN", address, "250 taken")
        if word.startswith("250") or word == Box.DROP:
            self.box.take(address, bytes(envelope.original_content or b""))
        if word == Box.DROP:
            _cut(server)
        return self.box.said("DONE", address, word)

    def _or_drop(self, server: SMTP, verb: str, address: str, own: str) -> str:
        word = self.box.said(verb, address, own)
        if word == Box.DROP:
            _cut(server)
        return word


@contextmanager
def served(
    box: Box, secured: str = "none", certified: ssl.SSLContext | None = None, **options: Any
) -> Iterator[int]:
    """The port of a server for `box` while it runs, in a thread of its own."""
    loop = asyncio.new_event_loop()
    starting = certified if secured == "starttls" else None

    def line() -> SMTP:
        # The library warns of logins without STARTTLS, also where the line is secured from its beginning.
        warnings.simplefilter("ignore")
        return _Server(
            _Handler(box),
            hostname="localhost",
            loop=loop,
            tls_context=starting,
            require_starttls=starting is not None,
            **options,
        )

    opening = loop.create_server(line, "127.0.0.1", 0, ssl=certified if secured == "tls" else None)
    server = loop.run_until_complete(opening)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(_closed(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _closed(server: asyncio.Server) -> None:
    """End the server and every line that is still open."""
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0)


def login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, said: object) -> AuthResult:
    """Lets in the one user there is."""
    known = isinstance(said, LoginPassword) and (said.login, said.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=known, handled=False)


def certificate(folder: Path, name: str = "localhost") -> tuple[ssl.SSLContext, Path]:
    """A server's certificate for `name`, and the file of the authority that vouches for it."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    path = folder / "authority.pem"
    authority.cert_pem.write_to_path(path)
    return context, path
