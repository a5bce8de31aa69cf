"""What a browser is told about each answer of the server: what a page may load, who may hold a copy."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from brief.site.editions import PAGE

# Style, type and script: they tell nothing of any issue, and the login page needs them.
ASSETS = re.compile(r"/assets/[\w-]+\.(?:css|js|woff2)", re.ASCII)
_CLOSED = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
# WebAssembly is what pagefind reads its index with; a page of a brief carries style, type and charts inside.
_OWN = (
    f"{_CLOSED}; form-action 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'"
)
_BRIEF = f"{_CLOSED}; form-action 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_YEAR = 31_536_000
_ODD = re.compile(r"[\\\x00-\x1f\x7f]")


class Guarded:
    """An application whose every answer carries these headers; a strange Host is refused.

    `hosts` are the names that a server without a login answers to, so that no foreign page reads it
    under a name of its own; None allows any.
    """

    def __init__(self, inner: ASGIApp, hosts: frozenset[str] | None, *, confidential: bool) -> None:
        self._inner = inner
        self._hosts = hosts
        self._confidential = confidential

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        await self._answering(scope)(scope, receive, self._telling(scope, send))

    def _answering(self, scope: Scope) -> ASGIApp:
        if self._hosts is not None and _host(scope) not in self._hosts:
            return PlainTextResponse("Unknown host", status_code=421)
        # What follows decides by the path as it is written, so there is one way to write it.
        return self._inner if is_plain(scope["path"]) else PlainTextResponse("Not Found", status_code=404)

    def _telling(self, scope: Scope, send: Send) -> Send:
        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(scope):
                    headers.setdefault(name, value)
            await send(message)

        return tell

    def _headers(self, scope: Scope) -> Iterator[tuple[str, str]]:
        path = scope["path"]
        yield from _ALWAYS.items()
        yield "Content-Security-Policy", policy(path)
        if ASSETS.fullmatch(path):
            yield "Cache-Control", f"public, max-age={_YEAR}, immutable"
        else:
            yield "Cache-Control", "no-store" if self._confidential else "no-cache"
        if scope["scheme"] == "https":
            yield "Strict-Transport-Security", f"max-age={_YEAR}"


def is_plain(path: str) -> bool:
    """Whether a path has no other spelling: no dots to go up by, no doubled stroke, nothing unseen."""
    bare = path[:-1] if path != "/" and path.endswith("/") else path
    return posixpath.normpath(bare) == bare and not bare.startswith("//") and _ODD.search(path) is None


def policy(path: str) -> str:
    """The Content-Security-Policy of what stands at a path."""
    if path.endswith(f"/{PAGE}"):
        return _BRIEF
    # A viewer of PDF files in the browser loads parts of its own.
    return "frame-ancestors 'none'" if path.endswith(".pdf") else _OWN


def _host(scope: Scope) -> str:
    try:
        return urlsplit(f"//{Headers(scope=scope).get('host', '')}").hostname or ""
    except ValueError:
        return ""
