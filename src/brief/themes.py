"""The look of a brief: a folder with a theme.toml and, as wanted, a style, fonts and a logo.

The package carries some in `templates/`; an office has its own in a folder that begins with
`base = "modern"` and tells only what differs.
"""

from __future__ import annotations

import base64
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from brief.errors import Remark, TopicError
from brief.fonts import Family

_LEAST_HEIGHT, _MOST_HEIGHT = 0.5, 3.0
FILE_NAME, STYLE_NAME = "theme.toml", "theme.css"
# Where an issue keeps the theme of an office, by which its pages can be made again.
KEPT = "theme"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LOGOS = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_MOST_LOGO_BYTES = 1024 * 1024
# Fonts come from packages that hold nothing else: naming a package here means loading it.
_PACKAGE = re.compile(r"fontpkg-[a-z0-9-]+")
_NO_NAME = re.compile(r"[\"'\\<>{};\x00-\x1f\x7f]")
# What a TrueType or OpenType file begins with.
_FONT_SIGNS = (b"\x00\x01\x00\x00", b"true", b"OTTO")


class Colours(Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of a theme, #RRGGBB, by what they are for; few, so that the accent is seen.

    `second` is for text of less weight, `neutral` for bars and outlines, `rule` for hairlines,
    `tint` for boxes and `hedge` behind words of caution.
    """

    ink: str = "#1A1A1A"
    accent: str = "#00566B"
    second: str = "#4B545C"
    quiet: str = "#56606A"
    neutral: str = "#838E95"
    rule: str = "#C4CACC"
    tint: str = "#EEF2F3"
    hedge: str = "#E3EAEC"


class FamilySettings(Struct, frozen=True, forbid_unknown_fields=True):
    """A family as theme.toml names it: a `package` of PyPI, or files of the theme's own folder."""

    family: str
    faces: dict[str, str]
    package: str | None = None


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """What a theme.toml may say; all but the base's own file may leave out anything.

    `height` is how high the theme's lines stand against those of `modern`, by which it is estimated
    how much fits on the first page.
    """

    base: str | None = None
    logo: str | None = None
    height: float | None = None
    text: FamilySettings | None = None
    furniture: FamilySettings | None = None
    colours: dict[str, str] = {}


class Theme(Struct, frozen=True):
    """How pages look: type of text and of furniture, colours, style rules, a logo as a data: URI.

    `files` are what an office's own theme is made of, by their names within its folder; a theme of
    the package has none.
    """

    name: str
    text: Family
    furniture: Family
    colours: Colours
    style: str
    logo: str | None = None
    height: float = 1.0
    files: tuple[tuple[str, Path], ...] = ()

    @property
    def families(self) -> tuple[Family, ...]:
        """The families in use, each once."""
        return tuple(dict.fromkeys((self.text, self.furniture)))

    @property
    def variables(self) -> str:
        """The theme's colours and families as declarations of CSS variables."""
        colours = "".join(
            f" --{name}: {value};" for name, value in msgspec.structs.asdict(self.colours).items()
        )
        return f'--text: "{self.text.name}"; --furniture: "{self.furniture.name}";{colours}'


def bundled() -> tuple[str, ...]:
    """The names of the themes that the package carries, sorted."""
    return tuple(sorted(path.parent.name for path in _templates().glob(f"*/{FILE_NAME}")))


def load(name: str, topic: Path | None = None) -> Theme:
    """The theme `name`: one of the package or, where a topic is given, a folder within its folder.

    Raises `TopicError` naming the themes there are, or what in a theme.toml cannot be used.
    """
    if name in bundled():
        return _bundled(name)
    if topic is None or not is_within(name, topic):
        raise TopicError("theme: there is no theme %(name)r; use %(known)s.", name=name, known=known())
    return of_folder(topic / name)


def known() -> Remark:
    """What a topic may name as its theme."""
    return Remark(
        "one of: %(names)s, or a folder of the topic that holds a %(file)s",
        names=", ".join(bundled()),
        file=FILE_NAME,
    )


def of_folder(folder: Path) -> Theme:
    """The theme in a folder, wherever it lies; raises `TopicError` for what in it cannot be used."""
    path = folder / FILE_NAME
    settings = _settings(path)
    if settings.base is None:
        return _made(folder, settings, None)
    if settings.base not in bundled():
        raise TopicError(
            "%(path)s: 'base' must be one of: %(names)s, but is %(base)r.",
            path=path,
            names=", ".join(bundled()),
            base=settings.base,
        )
    return _made(folder, settings, _bundled(settings.base))


@cache
def _bundled(name: str) -> Theme:
    return msgspec.structs.replace(of_folder(_templates() / name), files=())


def _templates() -> Path:
    return Path(str(files("brief") / "templates"))


def is_within(name: str, topic: Path) -> bool:
    """Whether a topic has a folder of that name which holds a theme."""
    try:
        folder = (topic / name).resolve()
        return folder.is_relative_to(topic.resolve()) and (folder / FILE_NAME).is_file()
    except (OSError, ValueError, RuntimeError):
        return False


def _settings(path: Path) -> Settings:
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8-sig")), Settings)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise TopicError(
            "%(path)s: cannot be read as TOML (%(error)s); mend that place and build again.",
            path=path,
            error=error,
        ) from error
    except msgspec.ValidationError as error:
        raise TopicError(
            "%(path)s: does not fit (%(reason)s); the README tells what a theme may hold.",
            path=path,
            reason=error,
        ) from error


def _made(folder: Path, settings: Settings, base: Theme | None) -> Theme:
    if settings.height is not None and not _LEAST_HEIGHT <= settings.height <= _MOST_HEIGHT:
        raise TopicError(
            "%(path)s: height must be from %(least)s to %(most)s, but is %(height)s.",
            path=folder / FILE_NAME,
            least=_LEAST_HEIGHT,
            most=_MOST_HEIGHT,
            height=settings.height,
        )
    text = _family(folder, settings.text, base.text if base else None)
    if text is None:
        raise TopicError(
            '%(path)s: names no type; add base = "modern", or a [text] with its faces.',
            path=folder / FILE_NAME,
        )
    return Theme(
        name=folder.name,
        text=text,
        furniture=_family(folder, settings.furniture, base.furniture if base else None) or text,
        colours=_colours(folder, settings.colours, base.colours if base else Colours()),
        style=(base.style if base else "") + _style(folder),
        logo=_logo(folder, settings.logo) or (base.logo if base else None),
        height=settings.height or (base.height if base else 1.0),
        files=tuple(_files(folder, settings)),
    )


def _files(folder: Path, settings: Settings) -> Iterator[tuple[str, Path]]:
    """What a theme is made of, each file once, by its name."""
    families = (one for one in (settings.text, settings.furniture) if one and one.package is None)
    faces = (name for family in families for name in family.faces.values())
    for name in dict.fromkeys((FILE_NAME, STYLE_NAME, settings.logo, *faces)):
        if name and _is_file_of(folder, name):
            yield name, folder / name


def _family(folder: Path, said: FamilySettings | None, otherwise: Family | None) -> Family | None:
    if said is None:
        return otherwise
    where = folder / FILE_NAME
    if not said.faces or not all(weight.isdecimal() for weight in said.faces):
        raise TopicError(
            '%(path)s: the faces of %(family)r need weights, such as 400 = "Text.ttf".',
            path=where,
            family=said.family,
        )
    if not said.family.strip() or _NO_NAME.search(said.family):
        raise TopicError(
            "%(path)s: %(family)r is no name of a family; leave out quotes and brackets.",
            path=where,
            family=said.family,
        )
    faces = tuple(sorted((int(weight), name) for weight, name in said.faces.items()))
    if said.package is not None:
        return Family(said.family, faces, _module(where, said.package, said.faces.values()))
    for name in said.faces.values():
        _check_face(where, folder, name)
    return Family(said.family, faces, folder=folder)


def _module(where: Path, package: str, names: Iterable[str]) -> str:
    if not _PACKAGE.fullmatch(package):
        raise TopicError(
            '%(path)s: %(package)r is no package of fonts; name one such as "fontpkg-amiri".',
            path=where,
            package=package,
        )
    if any(Path(name).name != name for name in names):
        raise TopicError(
            "%(path)s: a face of %(package)r is named with a folder; name the file alone.",
            path=where,
            package=package,
        )
    return package.replace("-", "_")


def _check_face(where: Path, folder: Path, name: str) -> None:
    if not _is_file_of(folder, name):
        raise TopicError(
            "%(path)s: the face %(name)r is no file of the theme's folder; put it there.",
            path=where,
            name=name,
        )
    try:
        with (folder / name).open("rb") as face:
            is_font = face.read(4) in _FONT_SIGNS
    except OSError as error:
        raise TopicError(
            "%(path)s: the face %(name)r cannot be read (%(reason)s).",
            path=where,
            name=name,
            reason=error.strerror,
        ) from error
    if not is_font:
        raise TopicError(
            "%(path)s: the face %(name)r is no TrueType or OpenType file; put one there.",
            path=where,
            name=name,
        )


def _is_file_of(folder: Path, name: str) -> bool:
    path = (folder / name).resolve()
    return path.is_relative_to(folder.resolve()) and path.is_file()


def _colours(folder: Path, said: dict[str, str], base: Colours) -> Colours:
    allowed = msgspec.structs.asdict(base)
    for name, value in said.items():
        if name not in allowed:
            raise TopicError(
                "%(path)s: colours.%(name)s is not known; allowed here: %(allowed)s.",
                path=folder / FILE_NAME,
                name=name,
                allowed=", ".join(allowed),
            )
        if not _COLOUR.fullmatch(value):
            raise TopicError(
                "%(path)s: colours.%(name)s must be #RRGGBB, but is %(value)r.",
                path=folder / FILE_NAME,
                name=name,
                value=value,
            )
    return msgspec.structs.replace(base, **said)


def _style(folder: Path) -> str:
    path = folder / STYLE_NAME
    try:
        # The style stands within a page: what would end its element there is written otherwise.
        return path.read_text("utf-8-sig").replace("</", "<\\/") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s); mend it or remove it.", path=path, reason=error
        ) from error


def _logo(folder: Path, name: str | None) -> str | None:
    if name is None:
        return None
    where = folder / FILE_NAME
    kind: Any = _LOGOS.get(Path(name).suffix.lower())
    if kind is None or not _is_file_of(folder, name):
        raise TopicError(
            "%(path)s: the logo %(name)r is no SVG, PNG or JPEG of the theme's folder; put it there.",
            path=where,
            name=name,
        )
    content = (folder / name).read_bytes()
    if len(content) > _MOST_LOGO_BYTES:
        raise TopicError(
            "%(path)s: the logo %(name)r is larger than a megabyte; make it smaller.", path=where, name=name
        )
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
