"""The type of a theme comes from its package or its folder, or the build says what to do."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from brief import themes
from brief.errors import FontError
from brief.fonts import Family

PLEX = themes.load("modern").text


@pytest.mark.parametrize("name", themes.bundled())
def test_every_face_is_there(name: str) -> None:
    """All weights of a theme's families are TrueType files."""
    families = themes.load(name).families
    assert {family.path(weight).suffix for family in families for weight, _ in family.faces} == {".ttf"}


def test_a_missing_package_says_what_to_install() -> None:
    """The sentence names the family and the command."""
    with pytest.raises(FontError, match=r"pip install .*fontpkg-nowhere"):
        replace(PLEX, module="fontpkg_nowhere").path(400)


def test_a_missing_file_says_which() -> None:
    """A package without the file is told apart from no package."""
    with pytest.raises(FontError, match=r"None\.ttf is not in the package"):
        replace(PLEX, faces=((400, "None.ttf"),)).path(400)


def test_a_file_that_left_the_theme_is_told(tmp_path: Path) -> None:
    """An office reads which file its own theme lacks."""
    with pytest.raises(FontError, match=r"Text\.ttf is not there; put the file there"):
        Family("House", ((400, "Text.ttf"),), folder=tmp_path).path(400)


@pytest.mark.parametrize(("asked", "given"), [(300, 400), (400, 400), (550, 700), (600, 700), (900, 700)])
def test_the_nearest_weight_stands_in(asked: int, given: int) -> None:
    """A family without a weight gives the nearest, the heavier of two."""
    assert Family("House", ((400, "a.ttf"), (700, "b.ttf"))).nearest(asked) == given
