"""The parts of the document in one file, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from msgspec import Struct

from brief.model import Brief
from brief.outputs.word.fonts import Face
from brief.outputs.word.logos import RELATION, Logo
from brief.outputs.word.pictures import Hung
from brief.printed import plain

_ODTTF = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_SPACES = "".join(
    f' xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
# Element, media type and relation of the parts beside the document, by their file's name.
_PARTS = {
    "styles": ("styles", CT.WML_STYLES, RT.STYLES),
    "settings": ("settings", CT.WML_SETTINGS, RT.SETTINGS),
    "numbering": ("numbering", CT.WML_NUMBERING, RT.NUMBERING),
    "footnotes": ("footnotes", CT.WML_FOOTNOTES, RT.FOOTNOTES),
    "fontTable": ("fonts", CT.WML_FONT_TABLE, RT.FONT_TABLE),
    "header": ("hdr", CT.WML_HEADER, RT.HEADER),
    "first": ("hdr", CT.WML_HEADER, RT.HEADER),
    "footer": ("ftr", CT.WML_FOOTER, RT.FOOTER),
}


class Parts(Struct, frozen=True):
    """The content of the document and of the parts beside it, by the names of their files."""

    document: str
    beside: dict[str, str]
    pictures: tuple[Hung, ...]
    faces: tuple[Face, ...]
    logo: Logo | None = None


def relation(name: str) -> str:
    """The id by which the document refers to a part."""
    return f"rId{name.title()}"


def packed(parts: Parts, brief: Brief) -> bytes:
    """The file of a document."""
    package = Package()
    document = _part(
        "document", "document", f"<w:body>{parts.document}</w:body>", CT.WML_DOCUMENT_MAIN, package
    )
    package.rels.add_relationship(RT.OFFICE_DOCUMENT, document, "rId1")
    for name, content in parts.beside.items():
        element, media, kind = _PARTS[name]
        part = _part(name, element, content, media, package)
        document.rels.add_relationship(kind, part, relation(name))
        if name == "fontTable":
            _embed(part, parts.faces, package)
        if name == "first" and parts.logo:
            _hang(part, parts.logo, package)
    for hung in parts.pictures:
        uri = PackURI(f"/word/media/chart{hung.number}.png")
        document.rels.add_relationship(
            RT.IMAGE, Part(uri, CT.PNG, hung.drawn.content, package), hung.relation
        )
    _describe(package, brief)
    target = io.BytesIO()
    package.save(target)
    return _dated(target.getvalue())


def _part(name: str, element: str, content: str, media: str, package: Package) -> Part:
    text = f"{_DECLARED}<w:{element}{_SPACES}>{content}</w:{element}>"
    return Part(PackURI(f"/word/{name}.xml"), media, text.encode(), package)


def _embed(table: Part, faces: tuple[Face, ...], package: Package) -> None:
    for number, face in enumerate(faces, 1):
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _ODTTF, face.content, package)
        table.rels.add_relationship(_FONT, part, f"rId{number}")


def _hang(head: Part, logo: Logo, package: Package) -> None:
    uri = PackURI(f"/word/media/logo.{logo.ending}")
    head.rels.add_relationship(RT.IMAGE, Part(uri, logo.media, logo.content, package), RELATION)


def _describe(package: Package, brief: Brief) -> None:
    """Title, language and the day of issue: the clock is no part of the result."""
    issued = datetime.fromisoformat(brief.issued)
    told = package.core_properties
    told.title, told.subject = plain(brief.title)[:255], plain(brief.subtitle or "")[:255]
    told.language, told.keywords = brief.language, plain(brief.marking or "")[:255]
    told.author = told.last_modified_by = "brief"
    told.created = told.modified = issued
    told.revision = 1


def _dated(content: bytes) -> bytes:
    """The archive with all its entries of one day."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(target, "w") as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            kept.writestr(entry, made.read(name))
    return target.getvalue()
