"""What a page says that its PDF must say too: where its links lead, and its languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from brief.printed import plain

_OPENED = re.compile(r'<(\w+)[^<>]*? id="([^"]+)"[^<>]*>')
_TAG = re.compile(r"<[^<>]*(?:>|$)")
_TONGUE = re.compile(r' lang="([^"]+)" dir="(rtl|ltr)"')
_WORDS = 12
# Twelve words with their markup are shorter.
_SPAN = 3000


def reached(html: str) -> Mapping[str, str]:
    """The first words of each element that has an id, by that id."""
    return {found[2]: _beginning(html, found) for found in _OPENED.finditer(html)}


def tongues(html: str) -> Mapping[str, str]:
    """The languages of a page by the direction they run in, its own first."""
    found: dict[str, str] = {}
    for code, direction in _TONGUE.findall(html):
        found.setdefault(direction, code)
    return found


def _beginning(html: str, opened: re.Match[str]) -> str:
    span = html[opened.end() : opened.end() + _SPAN].partition(f"</{opened[1]}>")[0]
    words = plain(unescape(_TAG.sub(" ", span))).split()
    return " ".join(words[:_WORDS]) + ("\u2026" if len(words) > _WORDS else "")
