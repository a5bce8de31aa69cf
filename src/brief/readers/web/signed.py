"""Who wrote an article and when it was published, as the markup of its page has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date
from itertools import islice

from htmldate import find_date
from lxml import html

from brief.readers.reasons import Reason
from brief.readers.web.body import letters
from brief.readers.web.head import MAX_ITEMS, Head, meta, name_and_kind, squeezed
from brief.readers.web.judging import Judged

ADDRESS = re.compile(r"@|https?:|www\.|\.com\b|/", re.IGNORECASE)
NAME_WORDS = 8
_DATE = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)")
_DIGIT = re.compile(r"\d")
_CLASS = re.compile(r"[a-z]+")
_BY = frozenset(["author", "byline", "writer"])
_OTHERS = frozenset(["comment", "comments", "related", "box", "list", "bio", "sidebar", "widget"])
_PUBLISHED = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time"),
    *("publisheddate", "published_date", "publishdate", "publish_date", "pubdate", "publication_date"),
    *("datepublished", "date_published", "parsely-pub-date", "sailthru.date", "originalpublicationdate"),
    *("dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date"),
)
_MODIFIED = re.compile(r"modif|updat|last|expir|revis", re.IGNORECASE)


def author(scope: html.HtmlElement, head: Head | None, publisher: str | None) -> str | None:
    """A person's name: what `head` says if it is no house's, or what the markup calls the author."""
    house = letters(publisher or "")
    said = next((name for name in _in_head(head) if _is_person(name, house)), None) if head else None
    return said or next((name for name in _signed(scope) if letters(name) != house), None)


def _in_head(head: Head) -> Iterator[str]:
    name, kind = name_and_kind(head.article.get("author"))
    if name and "Organization" not in kind:
        yield name
    yield from meta(head, "author", "article:author", "dc.creator", "parsely-author")


def _is_person(name: str, house: str) -> bool:
    plain = letters(name)
    same = bool(house) and (plain in house or house in plain)
    return not same and len(name.split()) > 1 and _is_name(name)


def _is_name(name: str) -> bool:
    return len(name.split()) <= NAME_WORDS and not ADDRESS.search(name) and not _DIGIT.search(name)


def _signed(scope: html.HtmlElement) -> Iterator[str]:
    """The first name that the markup itself calls the author's: a link or a card, but no commentator's."""
    for one in islice(scope.iter("a", "span"), MAX_ITEMS):
        around = [one, *islice(one.iterancestors(), 3)]
        classes = [set(_CLASS.findall((element.get("class") or "").lower())) for element in around]
        card = "author" in (one.get("rel"), one.get("itemprop")) or "fn" in classes[0]
        linked = one.tag == "a" and any(_BY & names for names in classes[:3])
        if (card or linked) and not any(_OTHERS & names for names in classes):
            name = squeezed("".join(one.itertext()))
            if name and _is_name(name):
                yield name
                return


def published(scope: html.HtmlElement, head: Head | None, lines: Sequence[Judged]) -> str | None:
    """The ISO date of publication, by the page's own word for it; never its last change, never a guess."""
    said = (_day(one) for one in _dates_said(scope, head))
    return next(filter(None, said), None) or (_by_htmldate(scope) if head else None) or _printed(lines)


def _dates_said(scope: html.HtmlElement, head: Head | None) -> Iterator[str]:
    if head:
        for key in ("datePublished", "dateCreated"):
            yield str(head.article.get(key) or "")
        yield from meta(head, *_PUBLISHED)
    times = islice(scope.iter("time"), MAX_ITEMS)
    yield from islice((one.get("datetime") or "" for one in times if _is_publication(one)), 1)


def _is_publication(time: html.HtmlElement) -> bool:
    said = time.get("itemprop") == "datePublished" or "published" in (time.get("class") or "")
    return said or time.get("pubdate") is not None


def _printed(lines: Sequence[Judged]) -> str | None:
    """A date in figures on a line between title and article that tells about it; the day stands first."""
    first = next((number for number, one in enumerate(lines) if one.kind == "paragraph"), 0)
    for one in lines[:first]:
        if one.reason in {Reason.ABOUT, Reason.DATE} and (match := _FIGURES.search(one.line.text)):
            day, month, year = match.groups()
            return _day(f"{year}-{month:0>2}-{day:0>2}")
    return None


def _by_htmldate(tree: html.HtmlElement) -> str | None:
    """What htmldate finds in the head alone: in the page it would take a teaser's date for the article's."""
    head = next(tree.iter("head"), None)
    if head is None:
        return None
    copy = html.document_fromstring("<html><head></head><body><p>.</p></body></html>")
    for one in head:
        if one.tag == "meta" and not _MODIFIED.search(" ".join(one.attrib.values())):
            copy.head.append(deepcopy(one))
    return find_date(copy, extensive_search=False, original_date=True)


def _day(text: str) -> str | None:
    match = _DATE.match(text)
    if match is None:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None
