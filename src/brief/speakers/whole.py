"""A name as it is printed: not cut inside the marks it stands in, nor at its hyphen."""

from __future__ import annotations

import re

from brief.marks import PAIRS, STRAIGHT
from brief.subjects import Actor

_LONGEST = 80  # characters of a name in marks
_HYPHENED = re.compile(r"(?:-\w+)+")


def whole(text: str, actor: Actor, name: str) -> str:
    """The name of an actor in `text` with the rest of what stands in its marks, a person's with its hyphen.

    A mark that is closed nowhere near is left out: «منظمة «ضفاف النهر» is «منظمة «ضفاف النهر»», and a family
    name «ماري-لور» keeps both parts.
    """
    for opening, closing in PAIRS.items():
        if name.count(opening) > name.count(closing):
            start = text.rfind(name, 0, actor.end)
            end = _closed(text, start + len(name), closing) if start >= 0 else -1
            name = text[start:end] if end > 0 else name.replace(opening, "").strip()
        elif name.count(closing) > name.count(opening):
            name = name.replace(closing, "").strip()
    behind = _HYPHENED.match(text, actor.end) if actor.kind == "person" else None
    return name + behind.group() if behind else name


def whole_role(text: str, actor: Actor) -> str | None:
    """The role of an actor with the name in marks that it breaks off before: «محلل في شركة «المنارة»»."""
    role = actor.role
    start = text.find(role, actor.start) if role else -1
    end = start + len(role or "")
    closing = {**PAIRS, STRAIGHT: STRAIGHT}.get(text[end + 1 : end + 2])
    if start < 0 or closing is None or text[end] != " ":
        return role
    close = _closed(text, end + 2, closing)
    return text[start:close] if close > 0 else role


def _closed(text: str, place: int, closing: str) -> int:
    """The place behind the mark that closes near `place`; 0 where none does."""
    return text.find(closing, place, place + _LONGEST) + 1
