"""Articles one below the other on one page: alike elements, each with a title and prose of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import html

from brief.readers.web.roles import hidden

PROSE_LETTERS = 60
PROSE_PARAGRAPHS = 3
MAX_PARTS = 20
MAX_TITLES = 200
_ENDS = re.compile(r"[.!؟?…\"”»]\s*$")


def article_parts(tree: html.HtmlElement) -> tuple[html.HtmlElement, ...]:
    """The elements that hold an article each, in their order; none where the page has one article."""
    for tags in (("h1",), ("h1", "h2")):
        titles = [element for element in islice(tree.iter(*tags), MAX_TITLES) if _shown(element)]
        found = tuple(_alike(titles)) if len(titles) > 1 else ()
        if len(found) > 1:
            return found[:MAX_PARTS]
        if titles:
            return ()
    return ()


def _alike(titles: Sequence[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """The elements around the titles that stand side by side, look alike and hold prose."""
    first = [titles[0], *titles[0].iterancestors()]
    above = dict(zip(first[1:], first, strict=False))
    beside: dict[html.HtmlElement, list[html.HtmlElement]] = {}
    for title in titles[1:]:
        element = title
        while (parent := element.getparent()) is not None and parent not in above:
            element = parent
        if parent is not None:
            beside.setdefault(parent, []).append(element)
    for parent, element in above.items():
        twins = [other for other in beside.get(parent, ()) if _look(other) == _look(element)]
        if twins:
            yield from (twin for twin in dict.fromkeys([element, *twins]) if _is_article(twin))
            return


def _look(element: html.HtmlElement) -> tuple[object, str]:
    return element.tag, element.get("class", "").strip()


def _is_article(element: html.HtmlElement) -> bool:
    long = 0
    for paragraph in element.iter("p", "div"):
        text = (
            "".join(paragraph.itertext()).strip() if paragraph.tag == "p" else (paragraph.text or "").strip()
        )
        long += len(text) >= PROSE_LETTERS and bool(_ENDS.search(text))
        if long >= PROSE_PARAGRAPHS:
            return True
    return False


def _shown(element: html.HtmlElement) -> bool:
    return not any(hidden(str(one.tag), one.attrib) for one in (element, *element.iterancestors()))
