"""The line to a model: to the machine that was meant and no other, within a time and a size.

The library of the protocol speaks over it. Of what that would send only the question itself goes out;
the key is put in here, so that nothing else ever holds it.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR, socket
from typing import Any, Literal

import httpcore2
import httpx2

from brief.addresses import Address
from brief.fetch.client import CONNECT_SECONDS, agent, chain

# The longest answer takes far less; what is longer is none.
MOST_BYTES = 1 << 20
_BROKEN = (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException)
_Options = Iterable[tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]]
Numbers = Callable[[], Sequence[str]]


class LineError(httpx2.TransportError):
    """Why there was no answer: `why` is refused, untrusted, slow, large, packed or broken."""

    def __init__(self, why: Literal["refused", "untrusted", "slow", "large", "packed", "broken"]) -> None:
        super().__init__(why)
        self.why = why


class _Call:
    """One call, which can be hung up from outside at any time."""

    def __init__(self, seconds: float) -> None:
        self.deadline = time.monotonic() + seconds
        self.late = threading.Event()
        self.large = False
        self._over = False
        self._lines: list[socket] = []

    @property
    def left(self) -> float:
        """Seconds until the call is cut."""
        return max(self.deadline - time.monotonic(), 0.001)

    @property
    def connected(self) -> bool:
        """Whether a machine took the call."""
        return bool(self._lines)

    def holds(self, line: socket) -> None:
        # The line itself may be wrapped for secrecy and so be lost to us; a double of it stays.
        self._lines.append(line.dup())
        if self._over:
            self.hang_up()

    def hang_up(self) -> None:
        self._over = True
        for line in self._lines:
            with suppress(OSError):
                line.shutdown(SHUT_RDWR)

    def close(self) -> None:
        for line in self._lines:
            line.close()


class _Stream(httpcore2.NetworkStream):
    """A stream that tells how much came; what is more than an answer ends it."""

    def __init__(self, inner: httpcore2.NetworkStream, call: _Call, size: int) -> None:
        self._inner, self._call, self._left = inner, call, size

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the call's own counts
        content = self._inner.read(max_bytes, self._call.left)
        self._left -= len(content)
        if self._left < 0:
            self._call.large = True
            raise httpcore2.ReadError
        return content

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as above
        self._inner.write(buffer, self._call.left)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - as above
    ) -> httpcore2.NetworkStream:
        secret = self._inner.start_tls(ssl_context, server_hostname, self._call.left)
        return _Stream(secret, self._call, self._left)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the library has it
        return self._inner.get_extra_info(info)


class _Wire(httpcore2.NetworkBackend):
    """Calls the numbers that were looked at, whatever a name may stand for by now."""

    def __init__(self, numbers: Sequence[str], call: _Call) -> None:
        self._numbers, self._call = numbers, call

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - its numbers are called
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - as above
        local_address: str | None = None,
        socket_options: _Options | None = None,  # noqa: ARG002 - none is needed
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError()
        for number in self._numbers:
            try:
                seconds = min(CONNECT_SECONDS, self._call.left)
                line = httpcore2.SyncBackend().connect_tcp(number, port, seconds, local_address)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                self._call.holds(line.get_extra_info("socket"))
                return _Stream(line, self._call, MOST_BYTES)
        raise failure


class Line(httpx2.BaseTransport):
    """The line to the machine of `address`, which stands for `numbers`; each call is one of its own.

    `seconds` is the longest that a call takes, however it drips. Raises `LineError`, and what `numbers`
    raises.
    """

    def __init__(
        self,
        address: Address,
        numbers: Numbers,
        *,
        key: str | None,
        seconds: float,
        trust: Callable[[], ssl.SSLContext],
    ) -> None:
        self._address, self._numbers, self._trust = address, numbers, trust
        self._seconds = seconds
        self._key = key
        self._calls: set[_Call] = set()
        self._lock = threading.Lock()
        self._over = False

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The whole answer to a request to the address, which is where every request goes."""
        numbers = self._numbers()
        with self._call() as call:
            answer = self._asked(request, _Wire(numbers, call), call)
        if answer.status == 200 and any(name.lower() == b"content-encoding" for name, _ in answer.headers):
            raise LineError("packed")
        return httpx2.Response(answer.status, headers=answer.headers, content=answer.content)

    def _asked(self, request: httpx2.Request, wire: _Wire, call: _Call) -> httpcore2.Response:
        address = self._address
        url = httpcore2.URL(
            scheme=address.scheme, host=address.host, port=address.port, target=request.url.raw_path
        )
        patience = {"connect": call.left, "read": call.left, "write": call.left, "pool": call.left}
        with httpcore2.ConnectionPool(ssl_context=self._context(), network_backend=wire) as pool:
            return pool.request(
                request.method,
                url,
                headers=self._headers(request),
                content=request.read(),
                extensions={"timeout": patience},
            )

    def _context(self) -> ssl.SSLContext | None:
        return self._trust() if self._address.scheme == "https" else None

    def _headers(self, request: httpx2.Request) -> list[tuple[str, str]]:
        """What the protocol needs; nothing about this machine, its settings or who uses it."""
        sent = [
            ("Host", self._address.authority),
            ("User-Agent", agent()),
            ("Accept", "application/json"),
            ("Accept-Encoding", "identity"),
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(request.read()))),
            ("Connection", "close"),
        ]
        return [*sent, ("Authorization", f"Bearer {self._key}")] if self._key else sent

    @contextmanager
    def _call(self) -> Iterator[_Call]:
        """A call that is hung up when its time is over; what goes wrong in it is told in one way."""
        call = _Call(self._seconds)

        def too_late() -> None:
            call.late.set()
            call.hang_up()

        timer = threading.Timer(call.left, too_late)
        timer.daemon = True
        with self._lock:
            self._calls.add(call)
            if self._over:
                call.hang_up()
        timer.start()
        try:
            yield call
        except (*_BROKEN, OSError) as error:
            raise _told(error, call) from None
        else:
            # An answer without a length ends where the line does.
            if call.late.is_set():
                raise LineError("slow")
        finally:
            timer.cancel()
            with self._lock:
                self._calls.discard(call)
            call.close()

    def hang_up(self) -> None:
        """End all calls that are under way, and all that come after."""
        with self._lock:
            self._over = True
            for call in self._calls:
                call.hang_up()


def _told(error: Exception, call: _Call) -> LineError:
    """What went wrong on the line; one that was never connected was refused, whatever is said of it."""
    causes = chain(error)
    if call.large:
        return LineError("large")
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return LineError("untrusted")
    if call.connected and (call.late.is_set() or any(isinstance(cause, TimeoutError) for cause in causes)):
        return LineError("slow")
    hung_up = any(isinstance(cause, (ssl.SSLEOFError, ConnectionError)) for cause in causes)
    unspoken = isinstance(error, httpcore2.ConnectError) and not hung_up
    return LineError("broken" if call.connected and not unspoken else "refused")
