"""The type of a theme comes from its package, or the build says what to install."""

import pytest
from msgspec.structs import replace

from brief.errors import FontError, TopicError
from brief.fonts import PLEX, of_theme


def test_every_face_is_there() -> None:
    """All weights of the family are TrueType files of the package."""
    assert {PLEX.path(weight).suffix for weight, _ in PLEX.faces} == {".ttf"}


def test_a_missing_package_says_what_to_install() -> None:
    """The sentence names the family and the command."""
    with pytest.raises(FontError, match=r"pip install .*fontpkg-nowhere"):
        replace(PLEX, module="fontpkg_nowhere").path(400)


def test_a_missing_file_says_which() -> None:
    """A package without the file is told apart from no package."""
    with pytest.raises(FontError, match=r"None\.ttf is not in the package"):
        replace(PLEX, faces=((400, "None.ttf"),)).path(400)


def test_an_unknown_theme_is_a_sentence() -> None:
    """The message lists the themes there are."""
    with pytest.raises(TopicError, match="modern"):
        of_theme("rococo")
