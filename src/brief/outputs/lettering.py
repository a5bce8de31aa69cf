"""The type of a page within the page: of each face the letters that its text has, packed as WOFF2.

So a page looks alike wherever it is opened and still asks nobody for anything. A face that its
maker does not let be embedded or cut down stays out, and the reader's machine has one of its kind.
The cut face goes by a name of its own, as licences ask for what was changed.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from io import BytesIO
from pathlib import Path

from brief.fonts import Family
from brief.themes import Theme

# What OS/2 says of embedding: freely, or in documents that may be edited; and that all of it must go along.
_USAGE, _ALLOWED, _WHOLE_ONLY = 0x000F, {0, 8}, 0x0100
_TYPE = re.compile(r"<style>@font-face[^<]*</style>\n(?=</head>)")
_UNREAD = re.compile(r"<style\b.*?</style>|<[^>]*>", re.DOTALL)


def lettered(page: str, theme: Theme) -> str:
    """The page with the theme's type in it, as rules at the end of its head; raises `FontError`."""
    text = "".join(sorted(set(unescape(_UNREAD.sub("", page)))))
    rules = "\n".join(_rules(theme, text))
    return page.replace("</head>", f"<style>{rules}</style>\n</head>", 1) if rules else page


def unlettered(page: str) -> str:
    """The page without the type in it."""
    return _TYPE.sub("", page, count=1)


def _rules(theme: Theme, text: str) -> Iterator[str]:
    """The rules that load each family, and put it before the same one of the reader's machine."""
    for number, family in enumerate(theme.families, 1):
        name = f"brief-{number}"
        faces = [rule for weight, _ in family.faces if (rule := _rule(family, weight, name, text))]
        yield from faces
        for role, one in (("text", theme.text), ("furniture", theme.furniture)):
            if faces and one == family:
                yield f':root {{ --{role}: "{name}", "{family.name}"; }}'


def _rule(family: Family, weight: int, name: str, text: str) -> str:
    content = _cut(family.path(weight), text)
    source = f'src: url("data:font/woff2;base64,{b64encode(content).decode()}") format("woff2")'
    return f'@font-face {{ font-family: "{name}"; font-weight: {weight}; {source}; }}' if content else ""


# The proof of an issue makes its page once more.
@lru_cache(maxsize=8)
def _cut(path: Path, text: str) -> bytes:
    """A file of type with the glyphs of a text alone; nothing where its maker does not want that."""
    from fontTools import subset  # noqa: PLC0415 - only a page for a screen cuts type
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    wanted = subset.Options(hinting=False, obfuscate_names=True)
    wanted.drop_tables += ["meta"]
    target = BytesIO()
    try:
        with TTFont(BytesIO(path.read_bytes()), lazy=True, recalcTimestamp=False) as font:
            use = font["OS/2"].fsType
            if use & _USAGE not in _ALLOWED or use & _WHOLE_ONLY:
                return b""
            cutter = subset.Subsetter(wanted)
            cutter.populate(text=text)
            cutter.subset(font)
            font.flavor = "woff2"
            font.save(target)
    except Exception:  # noqa: BLE001 - type that is broken breaks a program in any way it likes
        return b""
    return target.getvalue()
