"""One request of one address, within a time and a size, to a machine that was looked at before."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from email.message import Message
from importlib.metadata import PackageNotFoundError, version

import urllib3
from msgspec import Struct
from urllib3.connection import HTTPConnection, HTTPSConnection

from brief.addresses import Address
from brief.errors import SourceError
from brief.trust import trusting

NAME = "policy-brief"
# A machine that does not answer the call at all is given up sooner than one that is slow to tell.
CONNECT_SECONDS = 10.0
CHUNK = 65536
UNKNOWN = "application/octet-stream"
_PLAIN = re.compile(r"[A-Za-z0-9!#$&^_.+/:-]{1,100}")
_ENCODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}
_SLOW = (TimeoutError, urllib3.exceptions.TimeoutError)
_BUSY = {429, 502, 503, 504}


class TransientError(SourceError):
    """What may be over in a moment; `wait` is for how many seconds the server asks."""

    def __init__(self, message: str, wait: float | None = None, **values: object) -> None:
        super().__init__(message, "unreachable", "und", **values)
        self.wait = wait


class Answer(Struct, frozen=True, kw_only=True):
    """What a server answered: `headers` by their small names; `content` of a page that is there."""

    address: Address
    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """What the server calls the content, without its parameters."""
        return _word(self._content_type().get_content_type()) or UNKNOWN

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares."""
        return _word(self._content_type().get_content_charset() or "")

    def _content_type(self) -> Message:
        message = Message()
        message["content-type"] = self.headers.get("content-type", UNKNOWN).partition(",")[0]
        return message


def _word(text: str) -> str | None:
    """What a header says, if it is a plain word: it may be told to the analyst."""
    return text if _PLAIN.fullmatch(text) else None


def agent() -> str:
    """How this program calls itself: its name and version, nothing about who runs it."""
    try:
        return f"{NAME}/{version(NAME)} (+local)"
    except PackageNotFoundError:
        return f"{NAME}/0 (+local)"


def ask(
    address: Address, numbers: Sequence[str], headers: Mapping[str, str], *, seconds: float, size: int
) -> Answer:
    """What the first machine of `numbers` that can be reached answers to a GET.

    The name of the host goes into the request and is what the certificate must prove, but
    only `numbers` are called. Raises `SourceError`, `TransientError` where trying again
    may help.
    """
    deadline = time.monotonic() + seconds
    connection = _connected(address, numbers, deadline)
    # The line itself: the library lets go of it before the answer is read.
    line = connection.sock
    try:
        with _cut_at(deadline, line):
            return _answer(connection, address, headers, size)
    finally:
        connection.close()


def _connected(address: Address, numbers: Sequence[str], deadline: float) -> HTTPConnection:
    failure: Exception | None = None
    for number in numbers:
        seconds = deadline - time.monotonic()
        if seconds <= 0:
            break
        connection = _line(address, number, min(seconds, CONNECT_SECONDS))
        try:
            connection.connect()
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            connection.close()
            failure = error
        else:
            return connection
    raise _told(failure) from failure


def _line(address: Address, number: str, seconds: float) -> HTTPConnection:
    if address.scheme == "http":
        return HTTPConnection(number, address.port, timeout=seconds)
    return HTTPSConnection(
        number,
        address.port,
        timeout=seconds,
        ssl_context=trusting(),
        server_hostname=address.host,
    )


@contextmanager
def _cut_at(deadline: float, line: socket.socket) -> Iterator[None]:
    """Hang up at the deadline: a server that sends a byte now and then keeps every read alive."""
    cut = threading.Event()

    def hang_up() -> None:
        cut.set()
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(deadline - time.monotonic(), 0), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    except SourceError:
        raise
    except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        raise (_too_slow() if cut.is_set() else _told(error)) from error
    else:
        if cut.is_set():
            raise _too_slow()
    finally:
        timer.cancel()


def _answer(connection: HTTPConnection, address: Address, headers: Mapping[str, str], size: int) -> Answer:
    sent = {
        "Host": address.authority,
        "User-Agent": agent(),
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
        **headers,
    }
    connection.request("GET", address.target, headers=sent, preload_content=False)
    response = connection.getresponse()
    try:
        received = {name.lower(): value for name, value in response.headers.items()}
        if response.status in _BUSY:
            raise TransientError(
                "answers with status %(status)s; fetch again later.",
                wait_asked(received),
                status=response.status,
            )
        content = _content(response, received, size) if response.status == 200 else b""
    finally:
        response.close()
    return Answer(address=address, status=response.status, headers=received, content=content)


def _content(response: urllib3.BaseHTTPResponse, headers: Mapping[str, str], size: int) -> bytes:
    """The body, unpacked, piece by piece, so that what packs a world into a letter is noticed."""
    packed = {name.strip().lower() for name in headers.get("content-encoding", "").split(",")}
    if not packed <= _ENCODINGS:
        raise SourceError("comes packed in a way that was not asked for; save the page by hand.", "format")
    content = bytearray()
    while piece := response.read(CHUNK):
        content += piece
        if len(content) > size:
            raise SourceError(
                "is larger than %(size)s bytes; raise max_bytes of [fetch] if it is meant.",
                "large",
                size=size,
            )
    return bytes(content)


def wait_asked(headers: Mapping[str, str]) -> float | None:
    """For how many seconds a server asks before another try, if its headers (by small names) say so."""
    with suppress(urllib3.exceptions.InvalidHeader, ValueError, OverflowError):
        return urllib3.Retry().parse_retry_after(headers["retry-after"]) if "retry-after" in headers else None
    return None


def _too_slow() -> SourceError:
    return SourceError(
        "did not come whole in the time allowed; raise timeout of [fetch] or fetch again later.",
        "unreachable",
    )


def _told(error: Exception | None) -> SourceError:
    """What went wrong on the line, as a sentence."""
    causes = chain(error)
    if any(isinstance(cause, ssl.CertificateError) for cause in causes):
        return SourceError(
            "cannot prove that it is what it names (its certificate does not hold) and was not read; "
            "mend the address, or name the authority's certificate by SSL_CERT_FILE.",
            "unreachable",
        )
    # First the broken line: the library files it under slow ones.
    if any(isinstance(cause, (ConnectionError, urllib3.exceptions.ProtocolError)) for cause in causes):
        return TransientError("broke off or refused the connection; fetch again later.")
    if error is None or any(isinstance(cause, _SLOW) for cause in causes):
        return _too_slow()
    return SourceError(
        "cannot be reached, or does not speak http; mend the address or the network.", "unreachable"
    )


def chain(error: BaseException | None) -> list[BaseException]:
    """An error and what brought it about, one behind the other."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
