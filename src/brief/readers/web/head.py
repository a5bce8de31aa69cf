"""The head of a page: its meta elements, its JSON-LD article, its window's title."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import html
from msgspec import Struct

MAX_JSON = 2_000_000
MAX_ITEMS = 2000


class Head(Struct, frozen=True):
    """The meta elements of a page by their lower-case names, and its JSON-LD article."""

    metas: dict[str, list[str]]
    article: dict[str, Any]
    window: str | None


def head_of(tree: html.HtmlElement) -> Head:
    """What stands in the head of the page, and in the JSON-LD anywhere in it."""
    metas: dict[str, list[str]] = {}
    for meta in islice(tree.iter("meta"), MAX_ITEMS):
        content = squeezed(meta.get("content"))
        for name in {(meta.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")} - {
            ""
        }:
            if content:
                metas.setdefault(name, []).append(content)
    window = next(tree.iter("title"), None)
    return Head(metas, _json_article(tree), squeezed(window.text) if window is not None else None)


def squeezed(text: object) -> str | None:
    """A text of one line, or None where there is none."""
    return " ".join(text.split()) or None if isinstance(text, str) else None


def _json_article(tree: html.HtmlElement) -> dict[str, Any]:
    for script in tree.iter("script"):
        if (
            "ld+json" not in (script.get("type") or "").lower()
            or not script.text
            or len(script.text) > MAX_JSON
        ):
            continue
        try:
            found = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(found):
            if "headline" in item or "datePublished" in item:
                return item
    return {}


def _items(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON is whatever it is
    """The objects of a JSON-LD block: alone, in a list, or in a graph."""
    waiting, seen = [value], 0
    while waiting and (seen := seen + 1) < MAX_ITEMS:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(one[key] for key in ("@graph", "mainEntity", "itemListElement") if key in one)
            yield one


def name_and_kind(value: Any) -> tuple[str | None, str]:  # noqa: ANN401 - JSON is whatever it is
    """The name of a person or house in JSON-LD, and what it is."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return squeezed(value.get("name")), str(value.get("@type", ""))
    return squeezed(value), ""


def meta(head: Head, *names: str) -> Iterator[str]:
    """What the meta elements of these names say, the first name first."""
    for name in names:
        yield from head.metas.get(name, ())
