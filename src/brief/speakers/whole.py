"""A name as it is printed: not cut inside the marks it stands in, nor at its hyphen."""

from __future__ import annotations

import re

_PAIRS = (("\u00ab", "\u00bb"), ("\u201c", "\u201d"))
_LONGEST = 80  # characters of a name in marks
_HYPHENED = re.compile(r"(?:-\w+)+")


def whole(text: str, name: str) -> str:
    """The name with the rest of what stands in its marks and behind its hyphen in `text`.

    A mark that is closed nowhere near is left out: «منظمة «ضفاف النهر» is «منظمة «ضفاف النهر»», and a family
    name «ماري-لور» keeps both parts.
    """
    for opening, closing in _PAIRS:
        if name.count(opening) > name.count(closing):
            start = text.find(name)
            end = text.find(closing, start + len(name)) if start >= 0 else -1
            near = 0 <= end <= start + _LONGEST
            name = text[start : end + 1] if near else name.replace(opening, "").strip()
        elif name.count(closing) > name.count(opening):
            name = name.replace(closing, "").strip()
    start = text.find(f"{name}-") if name else -1
    behind = _HYPHENED.match(text, start + len(name)) if start >= 0 else None
    return name + behind.group() if behind else name
