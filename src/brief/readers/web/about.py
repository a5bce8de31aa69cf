"""What a page says of its article in its head and in its own lines; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import html
from msgspec import Struct

from brief.readers.web.body import letters
from brief.readers.web.head import MAX_ITEMS, Head, head_of, meta, name_and_kind, squeezed
from brief.readers.web.judging import Judged
from brief.readers.web.signed import ADDRESS, author, published

TITLE_WORDS = range(3, 31)
_MARKS = " |\u2013\u2014-»«:•·/"
_CUT = re.compile(rf"\s+[{re.escape(_MARKS[1:])}]+\s+")
_HOME = re.compile(r"/|(?:https?://)?[^/]+/?|(?:index|default)\.\w+", re.IGNORECASE)
_RIGHTS = re.compile(r"©|\b(?:19|20)\d\d\b")
_WEB = re.compile(r"https?://[^\s<>\"]+")


class Said(Struct, frozen=True):
    """What a page says of one of its articles."""

    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    url: str | None


def about(
    tree: html.HtmlElement, lines: Sequence[Judged], part: html.HtmlElement | None, *, later: bool
) -> Said:
    """What the page says of the article in `part` of it, or in all of it.

    Of a `later` article it tells the house alone; the rest is looked for in its own part.
    """
    head = head_of(tree)
    scope = tree if part is None else part
    title = _title(scope, head, lines)
    publisher = _publisher(tree, head, title, lines)
    own = None if later else head
    return Said(
        title=next(iter(_headings(scope, "h1", "h2")), None) if later else title,
        publisher=publisher,
        author=author(scope, own, publisher),
        published=published(scope, own, lines),
        url=_url(tree, own) if own else None,
    )


def _title(scope: html.HtmlElement, head: Head, lines: Sequence[Judged]) -> str | None:
    """The headline: as the page shows it where its head says the same with the site's name added."""
    shown = _headings(scope, "h1", "h2") or _titled_lines(lines)
    headline = squeezed(head.article.get("headline"))
    said = [headline, *meta(head, "og:title", "twitter:title", "title"), head.window]
    for one in filter(None, said):
        if same := next((title for title in shown if _is_of(title, one)), None):
            return same
    only = _headings(scope, "h1") or shown
    return headline or next(meta(head, "og:title"), None) or (only[0] if len(only) == 1 else None)


def _is_of(title: str, said: str) -> bool:
    """Whether `said` is the title with little else, such as the site's name."""
    return bool(letters(title)) and letters(title) in letters(said) and len(title) > len(said) / 3


def _headings(scope: html.HtmlElement, *tags: str) -> list[str]:
    found = (" ".join(" ".join(one.itertext()).split()) for one in islice(scope.iter(*tags), MAX_ITEMS))
    return [one for one in found if len(one.split()) in TITLE_WORDS]


def _titled_lines(lines: Sequence[Judged]) -> list[str]:
    """Lines above the article that are styled as its title, those of one block together."""
    first = next((number for number, one in enumerate(lines) if one.kind == "paragraph"), 0)
    blocks: dict[int, list[str]] = {}
    for one in lines[:first]:
        if one.line.titled or one.line.bold > 0.95:
            blocks.setdefault(one.line.block, []).append(one.line.text)
    found = (" ".join(block) for block in blocks.values())
    return [one for one in found if len(one.split()) in TITLE_WORDS]


def _publisher(tree: html.HtmlElement, head: Head, title: str | None, lines: Sequence[Judged]) -> str | None:
    name, _ = name_and_kind(head.article.get("publisher"))
    said = name or next(meta(head, "og:site_name", "application-name", "dc.publisher"), None)
    if said and not ADDRESS.search(said):
        return said
    return _site(tree, head.window, title, lines)


def _site(
    tree: html.HtmlElement, window: str | None, title: str | None, lines: Sequence[Judged]
) -> str | None:
    """The part of the window's title beside the headline; of several the one by which the page is called."""
    headline = letters(title or "")
    rest = (window or "").replace(title, " | ") if title else window or ""
    pieces = [piece.strip(_MARKS) for piece in _CUT.split(f" {rest} ")]
    pieces = [
        piece
        for piece in pieces
        if letters(piece) and letters(piece) not in headline and len(piece.split()) < 8
    ]
    own = list(_own_names(tree, lines))
    for piece in sorted(pieces, key=len, reverse=True):
        if name := next((name for name in own if letters(piece) in letters(name)), None):
            return name if len(name.split()) <= len(piece.split()) + 2 else piece
    return pieces[0] if len(pieces) == 1 and headline else None


def _own_names(tree: html.HtmlElement, lines: Sequence[Judged]) -> Iterator[str]:
    """What the page calls its home, its logo, and the holder of its rights."""
    for link in islice(tree.iter("a"), MAX_ITEMS):
        if link.get("rel") == "home" or _HOME.fullmatch(link.get("href") or ""):
            yield squeezed("".join(link.itertext())) or ""
    for image in islice(tree.iter("img"), MAX_ITEMS):
        yield image.get("alt") or ""
    for one in lines:
        if _RIGHTS.search(one.line.text):
            yield one.line.text


def _url(tree: html.HtmlElement, head: Head) -> str | None:
    links = [one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"]
    addresses = [squeezed(link) for link in [*links, *meta(head, "og:url")]]
    return next((one for one in addresses if one and _WEB.fullmatch(one)), None)
