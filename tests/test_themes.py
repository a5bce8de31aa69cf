"""The look of a brief is a folder: the package's own, or an office's."""

from pathlib import Path

import pytest

from brief import themes
from brief.build import Request, build
from brief.check import check
from brief.errors import TopicError
from tests.topics import STRIKE, topic

PLEX = themes.load("modern").text
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>'
OWN = """base = "sober"
logo = "crest.svg"

[text]
family = "House"

[text.faces]
400 = "fonts/House.ttf"

[colours]
accent = "#1B5E20"
"""


def office(folder: Path, settings: str = OWN, style: str = "h1 { color: var(--accent); }") -> Path:
    """An office's theme in `folder`, with a logo and a font of its own."""
    (folder / "fonts").mkdir(parents=True)
    (folder / "theme.toml").write_text(settings, "utf-8")
    (folder / "theme.css").write_text(style, "utf-8")
    (folder / "crest.svg").write_bytes(LOGO)
    (folder / "fonts" / "House.ttf").write_bytes(PLEX.path(400).read_bytes())
    return folder


@pytest.mark.parametrize("name", themes.bundled())
def test_a_theme_of_the_package_is_whole(name: str) -> None:
    """It names its type, and has a style and no files that an issue would have to keep."""
    theme = themes.load(name)
    assert theme.name == name
    assert {weight for weight, _ in theme.furniture.faces} >= {400, 600}
    assert theme.files == ()


def test_an_office_tells_only_what_differs(tmp_path: Path) -> None:
    """Colours, type and rules come on top of those of the base."""
    theme, base = themes.of_folder(office(tmp_path / "house")), themes.load("sober")
    assert (theme.name, theme.text.name, theme.furniture) == ("house", "House", base.furniture)
    assert (theme.colours.accent, theme.colours.tint) == ("#1B5E20", base.colours.tint)
    assert theme.style.startswith(base.style)
    assert theme.style.endswith("h1 { color: var(--accent); }")
    assert (theme.logo or "").startswith("data:image/svg+xml;base64,")
    assert "--accent: #1B5E20;" in theme.variables


def test_a_style_cannot_leave_its_element(tmp_path: Path) -> None:
    """What would end the element of the style is written otherwise."""
    theme = themes.of_folder(office(tmp_path / "house", style="</style><script>x</script>"))
    assert "</" not in theme.style


@pytest.mark.parametrize("name", ["rococo", "..", "../other", "/etc", "fonts"])
def test_a_theme_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    """The sentence names the themes there are; a path out of the topic is none of them."""
    office(tmp_path / "other")
    (tmp_path / "topic" / "fonts").mkdir(parents=True)
    with pytest.raises(TopicError, match="use one of: modern, sober, or a folder"):
        themes.load(name, tmp_path / "topic")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('base = "sober"', 'base = "house"', "'base' must be one of: modern, sober"),
        ('"crest.svg"', '"../crest.svg"', "no SVG, PNG or JPEG of the theme's folder"),
        ('"crest.svg"', '"theme.css"', "no SVG, PNG or JPEG"),
        ('"fonts/House.ttf"', '"None.ttf"', "is no file of the theme's folder"),
        ('"fonts/House.ttf"', '"theme.css"', "is no TrueType or OpenType file"),
        ('family = "House"', 'family = "House"\npackage = ""', "is no package of fonts"),
        ('family = "House"', 'family = "House"\npackage = "antigravity"', "is no package of fonts"),
        ('family = "House"', 'family = "House"\npackage = "fontpkg-amiri"', "name the file alone"),
        ('base = "sober"', 'base = "sober"\nheight = -3.0', "height must be from 0.5 to 3.0"),
        ('base = "sober"', 'base = "sober"\nx = ' + "[" * 9000, "cannot be read as TOML"),
        ("400 =", "bold =", 'such as 400 = "Text.ttf"'),
        ('"House"', "'a\"b'", "is no name of a family"),
        ("#1B5E20", "green", "must be #RRGGBB"),
        ("accent =", "main =", "colours.main is not known; allowed here: ink, accent"),
        ("[colours]", "[colors]", "README"),
        ('base = "sober"', "base = ", "cannot be read as TOML"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Each mistake of a theme.toml has a sentence with its file and what to do."""
    folder = office(tmp_path / "house", OWN.replace(old, new))
    with pytest.raises(TopicError, match=said) as caught:
        themes.of_folder(folder)
    assert str(folder / "theme.toml") in str(caught.value)


@pytest.mark.parametrize("name", ["", " ", "Office's Own", "a\tb", "a<b"])
def test_a_name_that_would_leave_its_quotes_is_refused(tmp_path: Path, name: str) -> None:
    """The name of a family stands in rules and attributes."""
    settings = OWN.replace('"House"', '"' + name.replace("\t", "\\t") + '"')
    with pytest.raises(TopicError, match="is no name of a family"):
        themes.of_folder(office(tmp_path / "house", settings))


def test_a_theme_without_type_is_told(tmp_path: Path) -> None:
    """Without a base there must be a text face."""
    with pytest.raises(TopicError, match="names no type"):
        themes.of_folder(office(tmp_path / "house", "[colours]\n"))


def test_an_issue_keeps_the_theme_of_its_office(tmp_path: Path) -> None:
    """It can be proved again where the theme itself is not at hand."""
    folder = topic(tmp_path / "topic", {**STRIKE, "brief.toml": 'theme = "house"'})
    office(folder / "house")
    out = tmp_path / "issue"
    build(Request(folder, out=out, formats=("html",)), lambda _stage: None)
    kept = {str(path.relative_to(out / "theme")) for path in (out / "theme").rglob("*") if path.is_file()}
    assert kept == {"theme.toml", "theme.css", "crest.svg", "fonts/House.ttf"}
    (folder / "house" / "theme.toml").unlink()
    assert check(out) == ()
    (out / "theme" / "theme.css").write_text("h1 { color: red; }", "utf-8")
    assert [finding.gate for finding in check(out)] == ["page"]
