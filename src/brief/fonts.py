"""The type of a theme: files that font packages bring along, never copied."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from brief.errors import FontError, TopicError


class Family(Struct, frozen=True):
    """A type family: its name, the module that carries it, its files by CSS weight."""

    name: str
    module: str
    faces: tuple[tuple[int, str], ...]

    def path(self, weight: int) -> Path:
        """The TrueType file of a weight; raises `FontError` saying which package to install."""
        name = dict(self.faces)[weight]
        try:
            path = Path(str(files(self.module) / "files" / name))
        except ModuleNotFoundError as error:
            raise FontError(_missing(self, "the package is not installed")) from error
        if not path.is_file():
            raise FontError(_missing(self, f"{name} is not in the package"))
        return path


def _missing(family: Family, reason: str) -> str:
    package = family.module.replace("_", "-")
    remedy = f"install it with: pip install --force-reinstall {package}"
    return f"font: {family.name} cannot be used, {reason}; {remedy}"


PLEX = Family(
    "IBM Plex Sans Arabic",
    "fontpkg_ibm_plex_sans_arabic",
    (
        (300, "IBMPlexSansArabic-Light.ttf"),
        (400, "IBMPlexSansArabic-Regular.ttf"),
        (600, "IBMPlexSansArabic-SemiBold.ttf"),
    ),
)
THEMES = {"modern": PLEX}


def of_theme(theme: str) -> Family:
    """The family a theme is set in; raises `TopicError` naming the themes there are."""
    if theme not in THEMES:
        known = ", ".join(sorted(THEMES))
        message = f"theme: there is no theme {theme!r}; use one of: {known}."
        raise TopicError(message)
    return THEMES[theme]
