"""The type of a page within the page: of each face the letters that its text has, packed as WOFF2.

So a page looks alike wherever it is opened and still asks nobody for anything. A face that its
maker does not let be embedded or cut down stays out, and the reader's machine has one of its kind.
The cut face goes by a name of its own, as licences ask for what was changed. A face that cannot be
read, cut or packed stops the page: a reader would see other type than the office chose, and nobody knew.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

from brief.fonts import Family
from brief.outputs.embedding import may_be_embedded, opened
from brief.themes import Theme

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# What OS/2 says of embedding: all of a face must go along.
_WHOLE_ONLY = 0x0100
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
    if not goes_along(family, weight):
        return ""
    content = _cut(family, weight, text)
    source = f'src: url("data:font/woff2;base64,{b64encode(content).decode()}") format("woff2")'
    return f'@font-face {{ font-family: "{name}"; font-weight: {weight}; {source}; }}'


def goes_along(family: Family, weight: int) -> bool:
    """Whether the maker of a face lets it be embedded and cut down; raises `FontError` for no type."""
    with opened(family, weight) as font:
        return may_be_embedded(font) and not font["OS/2"].fsType & _WHOLE_ONLY


# The proof of an issue makes its page once more.
@lru_cache(maxsize=8)
def _cut(family: Family, weight: int, text: str) -> bytes:
    """A face with the glyphs of a text alone."""
    from fontTools import subset  # noqa: PLC0415 - only a page for a screen cuts type

    wanted = subset.Options(hinting=False, obfuscate_names=True)
    wanted.drop_tables += ["meta"]
    with opened(family, weight) as font:
        cutter = subset.Subsetter(wanted)
        cutter.populate(text=text)
        cutter.subset(font)
        return packed(font)


def packed(font: TTFont) -> bytes:
    """A face, as it is by now, as WOFF2."""
    target = BytesIO()
    font.flavor = "woff2"
    font.save(target)
    return target.getvalue()
