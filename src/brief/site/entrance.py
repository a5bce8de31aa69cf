"""The login of a guarded site: a form, a limit to attempts, a cookie; without it nothing is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import msgspec
from anyio import CapacityLimiter, to_thread
from jinja2 import Environment
from msgspec import Struct
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from brief import whole
from brief.errors import TopicError
from brief.site import pages, users
from brief.site.attempts import SECONDS, Attempts
from brief.site.guarded import ASSETS
from brief.site.sessions import Sessions
from brief.site.shelves import SIGN, Sign, Site
from brief.site.users import Door
from brief.words import words

LOGIN, LOGOUT = "/login", "/logout"
_MOST_BYTES = 8192
_SEE_OTHER = 303
Tell = Callable[[str, str], None]


class Entrance(Struct, frozen=True):
    """What a login needs; `tell` is told the name and address of who was refused."""

    site: Path
    door: Door
    sessions: Sessions
    attempts: Attempts
    tell: Tell
    # A hash takes 64 MiB for as long as it is made.
    hashing: CapacityLimiter


class Behind:
    """An application that only those who are signed in reach; the others are led to the login."""

    def __init__(self, inner: ASGIApp, entrance: Entrance) -> None:
        self._inner = inner
        self._entrance = entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        request = Request(scope, receive)
        user = self._entrance.sessions.user(request.cookies.get(_cookie(request)))
        # Never `request.url`: it is put together from the Host that the other side sends.
        if scope["path"] in {LOGIN, LOGOUT}:
            answer: ASGIApp = await _at_the_door(request, self._entrance, user)
        elif user or ASSETS.fullmatch(scope["path"]):
            answer = self._inner
        else:
            answer = _turned_away(request)
        await answer(scope, receive, send)


def _turned_away(request: Request) -> Response:
    """To the login, and from there to where one wanted to go; a program is only told no."""
    if request.method != "GET" or "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse("Sign in first", status_code=401)
    query = request.scope["query_string"].decode("latin-1")
    wanted = request.scope["path"] + (f"?{query}" if query else "")
    return RedirectResponse(f"{LOGIN}?next={quote(wanted, safe='')}", _SEE_OTHER)


async def _at_the_door(request: Request, entrance: Entrance, user: str | None) -> Response:
    if request.method in {"GET", "HEAD"} and request.scope["path"] == LOGIN:
        return _page(entrance.site, 200, user=user)
    if request.method != "POST":
        return PlainTextResponse("Method not allowed", status_code=405)
    if not _is_from_here(request):
        return PlainTextResponse("Not from this site", status_code=403)
    return _signed_out(request) if request.scope["path"] == LOGOUT else await _tried(request, entrance)


async def _tried(request: Request, entrance: Entrance) -> Response:
    form = await _form(request)
    if form is None:
        return PlainTextResponse("Too much", status_code=413)
    name, password = users.key(form.get("name", "")), form.get("password", "")
    address = request.client.host if request.client else ""
    if not entrance.attempts.begin(name, address):
        entrance.tell(name, address)
        late = _page(entrance.site, 429, problem="Too many attempts; try again later.")
        late.headers["Retry-After"] = str(SECONDS)
        return late
    right = await to_thread.run_sync(entrance.door.opens, name, password, limiter=entrance.hashing)
    if not right:
        entrance.tell(name, address)
        return _page(entrance.site, 401, problem="The name or the password is not right.")
    entrance.attempts.succeeded(name, address)
    return _signed_in(request, entrance.sessions.cookie(name))


def _signed_in(request: Request, value: str) -> Response:
    answer = RedirectResponse(place(request.query_params), _SEE_OTHER)
    # Without an age it ends with the browser, and after twelve hours in any case.
    is_secure = request.scope["scheme"] == "https"
    answer.set_cookie(_cookie(request), value, path="/", secure=is_secure, httponly=True, samesite="lax")
    return answer


def _signed_out(request: Request) -> Response:
    answer = RedirectResponse(LOGIN, _SEE_OTHER)
    is_secure = request.scope["scheme"] == "https"
    answer.delete_cookie(_cookie(request), path="/", secure=is_secure, httponly=True, samesite="lax")
    return answer


def _cookie(request: Request) -> str:
    """The name of the cookie; one with this prefix no other host and no open line can set."""
    return "__Host-brief" if request.scope["scheme"] == "https" else "brief"


def place(asked: QueryParams) -> str:
    """Where to go after the login: a page of this site, whatever the address asks for."""
    wanted = asked.get("next", "/")
    is_own = wanted.startswith("/") and not wanted.startswith("//") and wanted.isprintable()
    return quote(wanted, safe="/?=&%#") if is_own and "\\" not in wanted else "/"


def _is_from_here(request: Request) -> bool:
    """Whether a form was sent from a page of this site: browsers say so, others have no cookie to abuse."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


async def _form(request: Request) -> dict[str, str] | None:
    """The fields of the form, None where it is larger than a form can be."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_BYTES:
            return None
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=8)
    except ValueError:
        return None
    return {name: values[0] for name, values in fields.items()}


def _page(folder: Path, status: int, *, user: str | None = None, problem: str | None = None) -> HTMLResponse:
    sign = read_sign(folder)
    made, site = _frame(sign.language, sign.locale, sign.title)
    said = site.words.say(problem) if problem else None
    shown = {"site": site, "words": site.words, "root": "/", "logo": None, "style": sign.style}
    page = made.get_template("site/login.html").render({**shown, "name": user, "problem": said})
    return HTMLResponse(page, status)


@lru_cache(maxsize=4)
def _frame(language: str, locale: str, title: str) -> tuple[Environment, Site]:
    said = words(language, locale)
    return pages.templates(said), Site(title, language, said.direction, said)


def read_sign(folder: Path) -> Sign:
    """What the site in a folder says of itself; raises `TopicError` where there is none."""
    path = folder / SIGN
    try:
        return whole.load(path, Sign)
    except (OSError, msgspec.DecodeError) as error:
        raise TopicError(
            "%(folder)s: holds no site; make it with: brief site build", folder=folder
        ) from error


def entrance(site: Path, door: Door, secret: bytes, clock: Callable[[], float], tell: Tell) -> Entrance:
    """The login of a site for the users of a file."""
    return Entrance(site, door, Sessions(secret, door), Attempts(clock), tell, CapacityLimiter(2))
