"""The type that a page for a screen carries along."""

import base64
import io
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from msgspec.structs import replace

from brief import themes
from brief.errors import FontError
from brief.fonts import Family
from brief.outputs import Rendered, lettering, page
from brief.site import faces
from brief.themes import Theme
from tests.check.issues import good
from tests.outputs.test_page_texts import kept

MODERN = themes.load("modern")
# Bytes of the type of a page, so that it still goes by mail.
MOST = 400_000


def carried(html: str) -> list[TTFont]:
    """The faces within a page."""
    packed = re.findall(r'url\("data:font/woff2;base64,([^"]+)"\)', html)
    return [TTFont(io.BytesIO(base64.b64decode(one))) for one in packed]


@pytest.mark.parametrize("name", ["modern", "sober"])
def test_every_letter_of_the_page_has_its_glyph(name: str) -> None:
    """Each face has the letters that are read and few others, and all of them together stay small."""
    theme = themes.load(name)
    html = page.write(good(), Rendered("", theme, kept())).content.decode()
    read = unescape(re.sub("<style.*?</style>|<[^>]*>", "", html, flags=re.DOTALL))
    within = carried(html)
    assert len(within) == sum(len(family.faces) for family in theme.families)
    letters = set(map(ord, re.findall("[\u0620-\u064aA-Za-z0-9]", read)))
    assert len(letters) > 20
    for face in within:
        assert letters <= set(face.getBestCmap())
        assert ord("ظ") in letters or ord("ظ") not in face.getBestCmap()
    assert sum(map(len, re.findall(r"base64,[^\"]+", html))) < MOST


def test_cut_type_goes_by_a_name_of_its_own() -> None:
    """What was cut down does not call itself by the name of the family, in the file or in the page."""
    html = lettering.lettered("<head></head>سلام", MODERN)
    within = carried(html)
    assert within
    for face in within:
        assert not any("Plex" in str(record) for record in face["name"].names)
    assert ':root { --text: "brief-1", "IBM Plex Sans Arabic"; }' in html


def restricted(folder: Path, use: int) -> Theme:
    """The theme in one face whose maker says `use` of embedding it."""
    path = folder / "Text.ttf"
    with TTFont(MODERN.text.path(400)) as font:
        font["OS/2"].fsType = use
        font.save(path)
    family = Family("House", ((400, path.name),), folder=folder)
    return replace(MODERN, text=family, furniture=family)


@pytest.mark.parametrize(("use", "goes"), [(0, True), (8, True), (2, False), (4, False), (0x100, False)])
def test_type_that_may_not_go_along_stays_out(tmp_path: Path, use: int, *, goes: bool) -> None:
    """A face that may not be embedded in what is edited, or not cut down, is not in the page."""
    html = lettering.lettered("<head></head>سلام", restricted(tmp_path, use))
    assert ("@font-face" in html) is goes
    assert goes or html == "<head></head>سلام"


def test_broken_type_is_told(tmp_path: Path) -> None:
    """A file that is no type stops the page with a sentence that names it, and that of a site too."""
    theme = restricted(tmp_path, 0)
    shutil.copy(__file__, tmp_path / "Text.ttf")
    told = r"font: House cannot go along, Text\.ttf cannot be packed \(.+\); put another file"
    with pytest.raises(FontError, match=told):
        lettering.lettered("<head></head>كلام", theme)
    with pytest.raises(FontError, match=told):
        list(faces.faces(theme))


def test_a_fault_in_cutting_is_told(tmp_path: Path) -> None:
    """So does type that is read well, but a table of which cannot be cut down."""
    theme = restricted(tmp_path, 0)
    with TTFont(tmp_path / "Text.ttf") as font:
        broken = DefaultTable("GSUB")
        broken.data = b"\x00\x01\x00\x00\xff\xff\xff\xff\xff\xff"
        font["GSUB"] = broken
        font.save(tmp_path / "Text.ttf")
    with pytest.raises(FontError, match=r"Text\.ttf cannot be packed"):
        lettering.lettered("<head></head>كلام", theme)


def test_a_library_that_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library that packs, the sentence says what lacks; no page goes out without its type."""
    monkeypatch.setattr("fontTools.ttLib.woff2.haveBrotli", False)
    with pytest.raises(FontError, match=r"cannot be packed \(.*[Bb]rotli.*\)"):
        lettering.lettered("<head></head>كلمة بلا مكتبة", MODERN)


def test_a_page_is_the_same_without_its_type() -> None:
    """What was put in can be taken out again to the letter; a page without type stays as it is."""
    bare = "<html><head><style>p {}</style>\n</head><body>سلام</body></html>"
    with_type = lettering.lettered(bare, MODERN)
    assert "@font-face" in with_type
    assert lettering.unlettered(with_type) == bare
    assert lettering.unlettered(bare) == bare
