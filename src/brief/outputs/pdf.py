"""brief.pdf: WeasyPrint's PDF/A-3a with the record inside, a text layer and a structure that read right."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable
from html import escape

import pikepdf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from brief.errors import BriefError
from brief.fonts import Family
from brief.identity import digest
from brief.model import Artifact, Brief
from brief.outputs import Rendered, parted, spelled, tagged
from brief.outputs.enclosed import enclosed
from brief.outputs.reached import reached, tongues
from brief.themes import Theme
from brief.uncollected import uncollected

NAME = "brief.pdf"
_FONT_SCHEME = "brief-font:"
# A relative address becomes one that the fetcher refuses, instead of a line in a log.
_NOWHERE = "https://page.invalid/"
# PDF/A wants every schema that it does not know itself to be described where it is used.
_UA = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""
# XMP knows one RDF, WeasyPrint writes one for itself and one for what is added.
_SECOND_RDF = re.compile(rb"</rdf:RDF>\s*<rdf:RDF\b[^<>]*>")


def write(brief: Brief, page: Rendered) -> Artifact:
    """The page as PDF/A-3a: tagged, with bookmarks, and with the record, its figures and digests inside.

    The same brief gives the same bytes. Raises `FontError` for a missing font and
    `BriefError` where the page asks for anything from outside.
    """
    # A tenth and more of the time would go into looking for garbage among the boxes of all pages.
    with uncollected():
        document = Layout(page.theme, NAME).of(page.html)
        document.metadata.attachments = enclosed(brief)
        document.metadata.xmp_metadata = [_UA]
        content = written(document, pdf_variant="pdf/a-3a")
        identifier = digest(page.html)[:32].encode()
        return Artifact(NAME, "application/pdf", finished(content, page, identifier))


def sample(texts: Iterable[str], family: Family, weight: int, theme: Theme) -> bytes:
    """A PDF of `texts` in one face of a family of the theme, its text layer as a brief's."""
    style = f'body {{ font: {weight} 10pt "{family.name}"; font-kerning: none }}'
    lines = "".join(f"<p>{escape(text)}</p>" for text in texts)
    page = Rendered(f"<html><style>{style}</style><body>{lines}</body></html>", theme)
    return finished(written(Layout(theme, NAME).of(page.html)), page)


class Layout:
    """Lays pages out in one theme, its fonts read once, for the file of a name."""

    def __init__(self, theme: Theme, name: str) -> None:
        self._name = name
        self._fetcher = Bundled(theme)
        self._fonts = FontConfiguration()
        self._faces = CSS(string=font_faces(theme), font_config=self._fonts, url_fetcher=self._fetcher)

    def of(self, html: str) -> Document:
        """The page laid out; raises `BriefError` where it asks for a file from outside."""
        try:
            page = HTML(string=html, base_url=_NOWHERE, url_fetcher=self._fetcher)
            return page.render(stylesheets=[self._faces], font_config=self._fonts)
        except FatalURLFetchingError as error:
            raise BriefError(
                "%(name)s: the page asks for a file from outside (%(reason)s); "
                "a template must carry all it needs.",
                name=self._name,
                reason=error,
            ) from error


def written(document: Document, **options: object) -> bytes:
    """The PDF of a page that was laid out, not packed: `finished` packs it once its streams are right."""
    with warnings.catch_warnings():
        # WeasyPrint leaves its colour profile to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        content: bytes = document.write_pdf(uncompressed_pdf=True, **options)
    return content


def font_faces(theme: Theme) -> str:
    """The `@font-face` rules of a theme, served by `Bundled`; raises `FontError` for a missing file."""
    return "".join(
        _font_face(family, number, weight)
        for number, family in enumerate(theme.families)
        for weight, _ in family.faces
    )


def _font_face(family: Family, number: int, weight: int) -> str:
    family.path(weight)
    source = f'font-weight: {weight}; src: url("{_FONT_SCHEME}{number}/{weight}")'
    return f'@font-face {{ font-family: "{family.name}"; {source}; }}'


class Bundled(URLFetcher):  # type: ignore[misc]
    """Serves data: URIs and the fonts of one theme; anything else stops the build."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)
        self._families = theme.families

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The resource behind `url`; raises for whatever the package does not carry itself."""
        if url.startswith(_FONT_SCHEME):
            number, _, weight = url.removeprefix(_FONT_SCHEME).partition("/")
            path = self._families[int(number)].path(int(weight))
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})
        return super().fetch(url, headers)


def finished(content: bytes, page: Rendered, identifier: bytes | None = None) -> bytes:
    """The PDF that WeasyPrint made of `page` with text layer and structure put right; nothing moves.

    `identifier` is what the file and all its later versions are known by; one is made where it is None.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        spelled.mend(pdf, page.theme)
        parted.part(pdf)
        if "/StructTreeRoot" in pdf.Root:
            tagged.mend(pdf, reached(page.html), tongues(page.html))
        _single_attachment(pdf)
        if "/Metadata" in pdf.Root:
            pdf.Root.Metadata.write(_SECOND_RDF.sub(b"", pdf.Root.Metadata.read_bytes()))
        if identifier is not None:
            pdf.trailer.ID = pikepdf.Array([pikepdf.String(identifier)] * 2)
        target = io.BytesIO()
        # Many small streams of objects: whoever reads one object need not read them all.
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return target.getvalue()


def _single_attachment(pdf: pikepdf.Pdf) -> None:
    """WeasyPrint names an attachment twice among the associated files; once is right."""
    if "/AF" in pdf.Root:
        once = {str(item.objgen): item for item in pdf.Root.AF}
        pdf.Root.AF = pikepdf.Array(list(once.values()))
