"""All approved issues of all topics -> a static archive that any file server can show.

Written whole beside its place and then exchanged with what stands there, so that a reader never meets
half a site. The same issues give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment
from msgspec import Struct

from brief import language, publish, themes, whole
from brief.errors import BriefError, TopicError
from brief.site import editions, faces, feed, pages, search
from brief.site.editions import Copied, Edition
from brief.site.shelves import SIGN, Sign, Site, related, shelves
from brief.themes import Theme
from brief.words import words

Warn = Callable[[BriefError], None]
Files = Iterator[tuple[str, bytes]]


class Request(Struct, frozen=True, kw_only=True):
    """What the command line asks for: where the issues are, where the site goes, and how it looks.

    `title` is the language's own where it is None, `theme` that of the latest issue. `url` is where the
    site will stand: with it the feed has whole addresses.
    """

    reports: Path
    out: Path
    title: str | None = None
    url: str | None = None
    language: str = "ar"
    locale: str | None = None
    theme: str | None = None


def build(request: Request, warn: Warn = lambda _: None) -> Path:
    """Build the archive of all approved issues and put it into its place; gives the path of its first page.

    `warn` is told of each issue that is left out, and why. Raises `TopicError` where there is no folder of
    reports, or what stands at the place of the site is none; `FontError` for missing type.
    """
    _refuse_others(request)
    site = _site(request)
    made = pages.templates(site.words)
    with publish.staging(request.out) as folder:
        found = related(tuple(_admitted(request, site, folder, made, warn)))
        theme = _theme(request, found)
        _put(folder, _framed(request, site, made, found, theme))
        if found:
            code = language.read_in(site.language)
            search.index(found, folder / search.FOLDER, made, code)
        publish.publish(folder, request.out, SIGN)
    return request.out / "index.html"


def _refuse_others(request: Request) -> None:
    if not request.reports.is_dir():
        raise TopicError(
            "%(folder)s: there is no such folder; name the folder that holds the issues of all topics.",
            folder=request.reports,
        )
    out = request.out
    if not publish.is_free(out, SIGN):
        raise TopicError(
            "%(folder)s: holds other files than a site; name an empty or a new folder.", folder=out
        )


def _site(request: Request) -> Site:
    said = words(request.language, request.locale or request.language)
    return Site(
        title=request.title or said.say("Archive of briefs"),
        language=request.language,
        direction=said.direction,
        words=said,
        url=request.url,
    )


def _admitted(request: Request, site: Site, into: Path, made: Environment, warn: Warn) -> Iterator[Edition]:
    """Every approved issue, its files written; what is none is told."""
    for folder in editions.folders(request.reports, request.out):
        found = editions.tried(folder, site.words)
        if isinstance(found, BriefError):
            warn(found)
        else:
            _put(into, _handed_out(found, site, made))
            yield found.edition


def _handed_out(found: Copied, site: Site, made: Environment) -> Files:
    for name, content in found.contents:
        is_page = name == editions.PAGE
        shown = pages.marked(made, site, found.edition, content) if is_page else content
        yield f"{found.edition.place}/{name}", shown


def _theme(request: Request, found: tuple[Edition, ...]) -> Theme:
    """The theme asked for, or that of the latest issue: an office's own look is that of its archive."""
    if request.theme is not None:
        known = request.theme in themes.bundled()
        return themes.load(request.theme) if known else themes.of_folder(Path(request.theme))
    if not found:
        return themes.load(themes.bundled()[0])
    latest = max(found, key=lambda one: (one.issued, one.place))
    kept = request.reports / latest.topic / latest.issue / themes.KEPT
    return themes.of_folder(kept) if kept.is_dir() else themes.load(latest.theme)


def _framed(
    request: Request, site: Site, made: Environment, found: tuple[Edition, ...], theme: Theme
) -> Files:
    """The pages and what they load, each by its place."""
    packed = tuple(faces.faces(theme))
    sheet, script = pages.style(theme, packed), search.script(language.read_in(site.language))
    style, code = pages.named("site", sheet, ".css"), pages.named("search", script, ".js")
    topics = shelves(found)
    shown: dict[str, object] = {"logo": theme.logo, "style": style, "script": code if found else None}
    for place, page in pages.pages(made, site, topics, shown):
        yield place, page.encode()
    yield from ((f"assets/{face.name}", face.content) for face in packed)
    yield from ((style, sheet), (code, script))
    yield feed.NAME, feed.feed(site, found)
    locale = request.locale or request.language
    sign = Sign(title=site.title, language=site.language, locale=locale, style=style)
    yield SIGN, whole.encoded(sign)


def _put(folder: Path, files: Files) -> None:
    for name, content in files:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
