"""feed.xml: the issues as an Atom feed (RFC 4287); a withdrawn one says so and comes up again as new."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from xml.etree import ElementTree as ET  # only written, never read

from brief.printed import plain, split_stop
from brief.site.editions import Edition
from brief.site.shelves import Site

NAME = "feed.xml"
MOST = 100  # entries; who subscribes late finds the rest in the archive
_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PDF = "application/pdf"


def feed(site: Site, editions: Sequence[Edition]) -> bytes:
    """The feed of `editions`, what changed last first; ids are the same as long as `site.url` is.

    Without an address of the site its links are relative to the feed.
    """
    ET.register_namespace("", _ATOM)
    latest = sorted(editions, key=lambda one: (one.updated, one.issued, one.place), reverse=True)[:MOST]
    root = ET.Element(f"{{{_ATOM}}}feed", {f"{_XML}lang": site.language})
    _add(root, "id", _urn(_identity(site)))
    _add(root, "title", site.title)
    _add(root, "updated", latest[0].updated if latest else "1970-01-01T00:00:00+00:00")
    _add(_add(root, "author"), "name", site.title)
    _link(root, "alternate", site.address("index.html"), "text/html")
    if site.url:
        _link(root, "self", site.address(NAME), "application/atom+xml")
    known = {edition.place for edition in editions}
    for edition in latest:
        _entry(root, site, edition, known)
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: ET.Element, site: Site, edition: Edition, known: set[str]) -> None:
    entry = _add(root, "entry")
    entry.set(f"{_XML}lang", edition.language)
    _add(entry, "id", _urn(uuid.uuid5(_identity(site), f"{edition.topic}/{edition.issue}")))
    _add(entry, "title", _title(site, edition))
    _add(entry, "published", edition.approved)
    _add(entry, "updated", edition.updated)
    _add(entry, "summary", _summary(site, edition))
    _add(entry, "category").set("term", edition.topic)
    _link(entry, "alternate", site.address(f"{edition.place}/index.html"), "text/html")
    for name, size in edition.files:
        if name.endswith(".pdf"):
            link = _link(entry, "enclosure", site.address(f"{edition.place}/{name}"), _PDF)
            link.set("length", str(size))
    if edition.correction:
        _add(entry, "category").set("term", "corrected")
    if edition.withdrawn:
        _add(entry, "category").set("term", "withdrawn")
        corrected = f"topics/{edition.topic}/{edition.withdrawn.by}"
        if corrected in known:
            _link(entry, "related", site.address(f"{corrected}/index.html"), "text/html")


def _title(site: Site, edition: Edition) -> str:
    title = f"{edition.title} {site.words.dot} {edition.date}"
    return site.words.say("Withdrawn: %(title)s", title=title) if edition.withdrawn else title


def _summary(site: Site, edition: Edition) -> str:
    """The bottom line, of a correction behind what was wrong; of a withdrawn issue why it was instead."""
    if edition.withdrawn:
        return site.words.say("This issue was withdrawn: %(reason)s", reason=edition.withdrawn.reason)
    said = [f"{text}{stop or '.'}" for text, stop in map(split_stop, edition.bottom_line)]
    if edition.correction:
        said.insert(0, site.words.say("What was wrong: %(reason)s", reason=edition.correction.reason))
    return " ".join(said)


def _identity(site: Site) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, site.url or "brief")


def _urn(name: uuid.UUID) -> str:
    return f"urn:uuid:{name}"


def _link(parent: ET.Element, relation: str, href: str, media_type: str) -> ET.Element:
    link = _add(parent, "link")
    link.set("rel", relation)
    link.set("type", media_type)
    link.set("href", href)
    return link


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = plain(text) if text is not None else None
    return element
