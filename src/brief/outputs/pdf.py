"""brief.pdf: WeasyPrint's PDF/A-3a with brief.json inside, and a text layer that reads right."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from datetime import datetime

import pikepdf
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from brief.errors import BriefError
from brief.fonts import Family, of_theme
from brief.identity import digest
from brief.model import Artifact, Brief
from brief.outputs import record

_FONT_SCHEME = "brief-font:"
# A relative address becomes one that the fetcher refuses, instead of a line in a log.
_NOWHERE = "https://page.invalid/"
_UA = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
</rdf:RDF>"""


def write(brief: Brief, html: str) -> Artifact:
    """The page as PDF/A-3a: tagged, with language, bookmarks and the record attached.

    The same brief gives the same bytes. Raises `FontError` for a missing font and
    `BriefError` where the page asks for anything from outside.
    """
    family = of_theme(brief.theme)
    fetcher = Bundled(family)
    fonts = FontConfiguration()
    style = CSS(string=font_faces(family), font_config=fonts, url_fetcher=fetcher)
    try:
        document = HTML(string=html, base_url=_NOWHERE, url_fetcher=fetcher).render(
            stylesheets=[style], font_config=fonts
        )
    except FatalURLFetchingError as error:
        message = (
            f"brief.pdf: the page asks for a file from outside ({error}); a template must carry all it needs."
        )
        raise BriefError(message) from error
    document.metadata.attachments = [_record(brief)]
    document.metadata.xmp_metadata = [_UA]
    identifier = digest(html)[:32].encode()
    with warnings.catch_warnings():
        # WeasyPrint leaves its colour profile to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        content = document.write_pdf(pdf_variant="pdf/a-3a", pdf_identifier=identifier)
    return Artifact("brief.pdf", "application/pdf", mended(content))


def font_faces(family: Family) -> str:
    """The `@font-face` rules of a family, served by `Bundled`; raises `FontError` for a missing file."""
    return "".join(_font_face(family, weight) for weight, _ in family.faces)


def _font_face(family: Family, weight: int) -> str:
    family.path(weight)
    source = f'font-weight: {weight}; src: url("{_FONT_SCHEME}{weight}")'
    return f'@font-face {{ font-family: "{family.name}"; {source}; }}'


class Bundled(URLFetcher):  # type: ignore[misc]
    """Serves data: URIs and the fonts of one family; anything else stops the build."""

    def __init__(self, family: Family) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)
        self._family = family

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The resource behind `url`; raises for whatever the package does not carry itself."""
        if url.startswith(_FONT_SCHEME):
            path = self._family.path(int(url.removeprefix(_FONT_SCHEME)))
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})
        return super().fetch(url, headers)


def _record(brief: Brief) -> Attachment:
    """brief.json inside the PDF, dated by the issue: the clock is no part of the result."""
    artifact = record.write(brief)
    issued = datetime.fromisoformat(brief.issued)
    return Attachment(
        string=artifact.content,
        name=artifact.name,
        description=brief.schema,
        created=issued,
        modified=issued,
        relationship="Source",
    )


# The text layer -------------------------------------------------------------------------

_ENTRY = re.compile(rb"<([0-9a-fA-F]+)>(\s*)<([0-9a-fA-F]{8,})>")


def mended(content: bytes) -> bytes:
    """The PDF with each ligature mapped to the one code point that stands for its letters.

    Most readers reverse a glyph that is mapped to several Arabic letters, so that copied
    and searched words come out wrong. The page itself does not change.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                _mend(item.ToUnicode)
        _single_attachment(pdf)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
        return target.getvalue()


def _mend(stream: pikepdf.Object) -> None:
    before = stream.read_bytes()
    after = _ENTRY.sub(_single, before)
    if after != before:
        stream.write(after)


def _single(match: re.Match[bytes]) -> bytes:
    letters = bytes.fromhex(match.group(3).decode()).decode("utf-16-be", "replace")
    form = _forms().get(letters)
    if form is None:
        return match.group()
    return b"<%s>%s<%04x>" % (match.group(1), match.group(2), ord(form))


def _forms() -> dict[str, str]:
    """Presentation forms by the letters they stand for; isolated forms win, they come first."""
    forms: dict[str, str] = {}
    for code in (*range(0xFEF5, 0xFEFD), *range(0xFC00, 0xFDFC)):
        letters = unicodedata.normalize("NFKC", chr(code))
        if len(letters) > 1:
            forms.setdefault(letters, chr(code))
    return forms


def _single_attachment(pdf: pikepdf.Pdf) -> None:
    """WeasyPrint names an attachment twice among the associated files; once is right."""
    if "/AF" in pdf.Root:
        once = {str(item.objgen): item for item in pdf.Root.AF}
        pdf.Root.AF = pikepdf.Array(list(once.values()))
