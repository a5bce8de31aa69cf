"""The site on a port: on this machine for whoever sits at it, elsewhere only behind a login.

Starlette and Uvicorn do the work: the standard library's own server is not meant for anybody but its
developer.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from brief.errors import TopicError, UsageError

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_SECONDS_TO_END = 5
Tell = Callable[[str, str], None]
Application = Callable[..., Any]  # of ASGI, as both libraries take it


class Request(Struct, frozen=True, kw_only=True):
    """What the command line asks for; `certificate` and `key` are PEM files, for HTTPS."""

    site: Path
    host: str = "127.0.0.1"
    port: int = 8000
    users: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

    @property
    def is_open_line(self) -> bool:
        """Whether passwords would cross a network in the clear."""
        return self.certificate is None and not is_loopback(self.host)


def serve(request: Request, ready: Callable[[str], None], refused: Tell) -> None:
    """Show the site until SIGTERM or SIGINT; `ready` is told its address once it answers.

    `refused` is told name and address of whoever did not get in. Raises `UsageError` for an address that
    others reach where there are no users, and for one that cannot be had.
    """
    from brief.site.entrance import read_sign  # noqa: PLC0415 - the server loads when it is needed

    read_sign(request.site)
    _refuse(request)
    inner = application(request, secrets.token_bytes(32), time.monotonic, refused)
    with _bound(request) as listening:
        _run(request, inner, listening, ready)


def _refuse(request: Request) -> None:
    if request.users is None and not is_loopback(request.host):
        raise UsageError(
            "--host: '%(host)s' is reached from other machines, which needs a login; add --users FILE, "
            "made with: brief site user NAME",
            host=request.host,
        )
    if request.users and request.users.resolve().is_relative_to(request.site.resolve()):
        raise UsageError("--users: %(path)s lies within the site itself; move it out.", path=request.users)
    if (request.certificate is None) != (request.key is None):
        raise UsageError("--certificate and --key belong together; give both.")


def is_loopback(host: str) -> bool:
    """Whether a name or an address means this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def application(request: Request, secret: bytes, clock: Callable[[], float], refused: Tell) -> Application:
    """The ASGI application: the files, a login before them where there are users, headers around all."""
    from starlette.applications import Starlette  # noqa: PLC0415 - see serve
    from starlette.routing import Mount  # noqa: PLC0415 - see serve
    from starlette.staticfiles import StaticFiles  # noqa: PLC0415 - see serve

    from brief.site.entrance import Behind, entrance  # noqa: PLC0415 - see serve
    from brief.site.guarded import Guarded  # noqa: PLC0415 - see serve
    from brief.site.users import Door  # noqa: PLC0415 - see serve

    files = Starlette(routes=[Mount("/", StaticFiles(directory=request.site, html=True))])
    if request.users is None:
        return Guarded(files, _LOOPBACK | {request.host.lower()}, confidential=False)
    made = entrance(request.site, Door(request.users), secret, clock, refused)
    return Guarded(Behind(files, made), None, confidential=True)


def _bound(request: Request) -> socket.socket:
    try:
        family = socket.getaddrinfo(request.host, request.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((request.host, request.port), family=family)
    except (OSError, OverflowError) as error:
        raise UsageError(
            "--host, --port: %(host)s:%(port)s cannot be had (%(reason)s); choose another.",
            host=request.host,
            port=request.port,
            reason=getattr(error, "strerror", None) or error,
        ) from error


def _run(
    request: Request, inner: Application, listening: socket.socket, ready: Callable[[str], None]
) -> None:
    import uvicorn  # noqa: PLC0415 - see serve

    try:
        config = uvicorn.Config(
            inner,
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            limit_concurrency=200,
            # What a proxy on this machine tells of scheme and client is believed, of no other.
            forwarded_allow_ips="127.0.0.1,::1",
            timeout_graceful_shutdown=_SECONDS_TO_END,
            ssl_certfile=request.certificate,
            ssl_keyfile=request.key,
        )
        config.load()
    except OSError as error:
        raise TopicError(
            "--certificate, --key: cannot be used (%(reason)s); give two PEM files that belong together.",
            reason=error,
        ) from error
    # The server gives a signal back once it has stopped; it has done its part then.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    ready(_address(request, listening))
    asyncio.run(uvicorn.Server(config).serve(sockets=[listening]))


def _address(request: Request, listening: socket.socket) -> str:
    host = f"[{request.host}]" if ":" in request.host else request.host
    scheme = "https" if request.certificate else "http"
    return f"{scheme}://{host}:{listening.getsockname()[1]}/"
