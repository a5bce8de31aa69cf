"""brief.docx: the brief for offices that edit it, right to left, with real styles and notes."""

from __future__ import annotations

from brief import charts
from brief.charts import Drawn
from brief.manuscript import manuscript
from brief.manuscript.blocks import Drawing, Said
from brief.model import Artifact, Brief
from brief.outputs import Rendered
from brief.outputs.word import footnotes
from brief.outputs.word.body import Body, page_number
from brief.outputs.word.fonts import faces, font_table
from brief.outputs.word.logos import logo_of, placed
from brief.outputs.word.package import Parts, packed, relation
from brief.outputs.word.runs import Marks, said
from brief.outputs.word.styles import styles
from brief.words import Words

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Twentieths of a point: A4 with the margins of the pages.
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1361" w:right="1247" w:bottom="1247" w:left="1247"'
    ' w:header="737" w:footer="624" w:gutter="0"/>'
)
# The frame's own way writes a stop after a number; against it that would stand before the number.
_LEVEL = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1{stop}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="737" w:hanging="425"/></w:pPr>'
    '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr></w:lvl>'
    "</w:abstractNum>"
)


def write(brief: Brief, page: Rendered) -> Artifact:
    """The brief as a document of Word; the same brief gives the same bytes.

    Raises `TopicError` for an unknown locale and `FontError` for a missing font.
    """
    whole = manuscript(brief)
    words, marks, theme = whole.words, Marks(), page.theme
    style = charts.Style.of(theme, words, brief.direction)

    def paint(drawing: Drawing) -> Drawn:
        return charts.painted(drawing.chart, style)

    body = Body(words, marks, paint)
    text = body.written(whole)
    found, logo = tuple(faces(theme)), logo_of(theme)
    marking = said(Said(words.word(whole.marking), "strong"), words, rtl=_rtl(words))
    beside = {
        "styles": styles(theme, *_tongues(brief, words)),
        "settings": _settings(bool(found)),
        "numbering": _numbering(body.lists, "" if words.aside else "."),
        "footnotes": footnotes.footnotes(marks.notes, words),
        "fontTable": font_table(theme, list(found)),
        "header": _running(body, "Header", words.word(whole.title), marking),
        "first": _running(body, "Header", "", marking, placed(logo) if logo else ""),
        "footer": _running(body, "Footer", whole.edition, page_number(words)),
    }
    parts = Parts(text + _section(words), beside, tuple(body.gallery.hung), found, logo)
    return Artifact("brief.docx", _MEDIA, packed(parts, brief))


def _tongues(brief: Brief, words: Words) -> tuple[str, str]:
    """The languages of Latin words and of Arabic ones, as the locale has them."""
    locale = words.locale.replace("_", "-")
    if not _rtl(words):
        return (locale if "-" in locale else "en-US"), "ar-SA"
    return "en-US", locale if "-" in locale else {"ar": "ar-SA"}.get(locale, locale)


def _rtl(words: Words) -> bool:
    return words.direction == "rtl"


def _section(words: Words) -> str:
    """Page, margins, running head and foot; the first page has the logo and marking alone at its head."""
    foot = relation("footer")
    shown = (
        f'<w:headerReference w:type="default" r:id="{relation("header")}"/>'
        f'<w:headerReference w:type="first" r:id="{relation("first")}"/>'
        f'<w:footerReference w:type="default" r:id="{foot}"/>'
        f'<w:footerReference w:type="first" r:id="{foot}"/>'
    )
    return f"<w:sectPr>{shown}{_PAGE}<w:titlePg/>{'<w:bidi/>' if _rtl(words) else ''}</w:sectPr>"


def _running(body: Body, style: str, text: str, far: str, near: str = "") -> str:
    """A line with words or a picture at its start and something at its far end."""
    paragraph = body.paragraph(style, (Said(text),) if text else ())
    return paragraph.replace("</w:p>", f"{near}<w:r><w:tab/></w:r>{far}</w:p>")


def _numbering(lists: int, stop: str) -> str:
    """A number format, and a count of its own for each list."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return _LEVEL.format(stop=stop) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{start}</w:num>'
        for number in range(1, lists + 1)
    )


def _settings(embedded: bool) -> str:  # noqa: FBT001 - the setting is a flag
    mode = "http://schemas.microsoft.com/office/word"
    fonts = "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>" if embedded else ""
    return (
        f'{fonts}<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"{footnotes.SETTINGS}"
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{mode}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )
