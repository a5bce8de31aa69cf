"""The type of a theme: files that a font package brings along, or that lie in the theme's folder."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from brief.errors import FontError


class Family(Struct, frozen=True):
    """A type family: its name, its files by CSS weight, and where they lie.

    They lie in the module of a font package, or in a `folder` where no module is named.
    """

    name: str
    faces: tuple[tuple[int, str], ...]
    module: str | None = None
    folder: Path = Path()

    def path(self, weight: int) -> Path:
        """The TrueType file of the weight nearest to `weight`; raises `FontError` with what to do."""
        name = dict(self.faces)[self.nearest(weight)]
        path = self._place() / name
        if not path.is_file():
            raise self._missing(name)
        return path

    def nearest(self, weight: int) -> int:
        """The weight that the family has nearest to `weight`, the heavier of two."""
        return min((one for one, _ in self.faces), key=lambda one: (abs(one - weight), -one))

    def _place(self) -> Path:
        if self.module is None:
            return self.folder
        try:
            return Path(str(files(self.module) / "files"))
        except (ImportError, TypeError, ValueError) as error:
            raise FontError(
                "font: %(family)s cannot be used, the package is not installed; "
                "install it with: pip install --force-reinstall %(package)s",
                family=self.name,
                package=self._package,
            ) from error

    def _missing(self, name: str) -> FontError:
        if self.module is None:
            return FontError(
                "font: %(family)s cannot be used, %(file)s is not there; put the file there.",
                family=self.name,
                file=self.folder / name,
            )
        return FontError(
            "font: %(family)s cannot be used, %(file)s is not in the package; "
            "install it with: pip install --force-reinstall %(package)s",
            family=self.name,
            file=name,
            package=self._package,
        )

    @property
    def _package(self) -> str:
        return (self.module or "").replace("_", "-")
