"""The styles of the document: type, sizes and colours of the theme, for both kinds of script."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from brief.fonts import Family
from brief.outputs.word.fonts import fit
from brief.themes import Theme


class Type(Struct, frozen=True):
    """How a style sets its text; sizes in points, distances in twentieths of a point.

    `most` is how much a size may be raised for a family of small letters.
    """

    id: str
    name: str
    size: float
    line: float = 1.5
    before: int = 0
    after: int = 80
    bold: bool = False
    colour: str = "ink"
    furniture: bool = False
    next: str = "BodyText"
    keep: bool = False
    whole: bool = True
    level: int | None = None
    most: float = 2.0
    more: str = ""


_QUOTED = '<w:ind w:left="340"/>'
_HANGING, _BELOW = '<w:ind w:left="737" w:hanging="425"/>', '<w:ind w:left="737"/>'
# The first page holds what it must, whatever the family.
_CLOSE = 1.04
TYPES = (
    Type("BodyText", "Body Text", 10.5, after=120),
    Type(
        "Title", "Title", 24, line=1.25, before=0, after=0, bold=True, next="Subtitle", keep=True, most=_CLOSE
    ),
    Type("Subtitle", "Subtitle", 13, line=1.35, colour="second", after=40, most=_CLOSE),
    Type("Kicker", "Kicker", 9, bold=True, colour="accent", furniture=True, after=0, next="Title", keep=True),
    Type(
        "PartNumber",
        "Part Number",
        8.5,
        before=360,
        after=0,
        bold=True,
        colour="accent",
        furniture=True,
        next="Heading1",
        keep=True,
    ),
    Type("Heading1", "heading 1", 18, line=1.3, after=80, bold=True, keep=True, level=0, most=_CLOSE),
    Type(
        "Heading2",
        "heading 2",
        12.5,
        line=1.35,
        before=120,
        after=40,
        bold=True,
        keep=True,
        level=1,
        most=_CLOSE,
    ),
    Type("Standfirst", "Standfirst", 9.5, colour="second", after=100, keep=True),
    Type("BottomLine", "Bottom Line", 11, line=1.4, after=40, next="BottomLine", most=_CLOSE),
    Type("BigFigure", "Big Figure", 18, line=1.2, after=0, colour="accent", furniture=True, keep=True),
    Type("Measured", "Measured", 10.5, line=1.4, after=40, next="Heading2", most=_CLOSE),
    Type("ListNumber", "List Number", 10, line=1.38, after=60, next="ListNumber", whole=False, more=_HANGING),
    Type(
        "ListLabel",
        "List Label",
        10,
        line=1.38,
        after=0,
        bold=True,
        next="ListContinue",
        keep=True,
        more=_HANGING,
    ),
    Type(
        "ListContinue", "List Continue", 10, line=1.38, after=60, next="ListNumber", whole=False, more=_BELOW
    ),
    Type("KeyPoint", "Key Point", 10, line=1.32, after=20, next="KeyPoint", most=_CLOSE, more=_HANGING),
    Type(
        "KeyPointLabel",
        "Key Point Label",
        10,
        line=1.32,
        after=0,
        bold=True,
        next="KeyPointContinue",
        keep=True,
        most=_CLOSE,
        more=_HANGING,
    ),
    Type(
        "KeyPointContinue",
        "Key Point Continue",
        10,
        line=1.32,
        after=20,
        next="KeyPoint",
        most=_CLOSE,
        more=_BELOW,
    ),
    Type("Quote", "Quote", 12, line=1.5, before=120, after=20, next="Speaker", keep=True, more=_QUOTED),
    Type("Speaker", "Speaker", 9, after=120, furniture=True, next="Quote", more=_QUOTED),
    Type("Note", "Note", 9, line=1.4, after=60, colour="second", furniture=True, next="Note"),
    Type("Caption", "caption", 12, line=1.35, before=320, after=40, bold=True, keep=True),
    Type("Picture", "Picture", 10, line=1.25, before=60, after=120, keep=True),
    Type(
        "TableHead",
        "Table Head",
        8,
        line=1.3,
        before=40,
        after=40,
        colour="quiet",
        furniture=True,
        next="Cell",
        keep=True,
    ),
    Type("RowHead", "Row Head", 9, line=1.4, before=50, after=50, bold=True, next="Cell"),
    Type("Cell", "Cell", 9.2, line=1.4, before=50, after=50, next="Cell"),
    Type("AfterTable", "After Table", 6, line=1.0, after=0),
    Type("ContentsHead", "Contents Head", 11, before=320, after=80, bold=True, next="TOC1", keep=True),
    Type("TOC1", "toc 1", 10, line=1.3, after=40, furniture=True, next="TOC1"),
    Type("Header", "header", 8, line=1.2, after=0, colour="quiet", furniture=True, next="Header"),
    Type("Footer", "footer", 8, line=1.2, after=0, colour="quiet", furniture=True, next="Footer"),
    Type(
        "FootnoteText",
        "footnote text",
        8,
        line=1.25,
        after=10,
        colour="second",
        furniture=True,
        next="FootnoteText",
    ),
)
# Tints and rules that belong to a style's paragraph.
_BOXED = {"BottomLine": "tint"}


def styles(theme: Theme, tongue: str, bidi: str) -> str:
    """The content of styles.xml; `tongue` is the language of Latin words, `bidi` that of the others."""
    family = _family(theme.text.name)
    lang = f'<w:lang w:val="{tongue}" w:eastAsia="{tongue}" w:bidi="{bidi}"/>'
    ink = f'<w:color w:val="{theme.colours.ink[1:]}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{family}{ink}{_sized(10.5, theme.text)}{lang}</w:rPr>"
        "</w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )
    paragraphs = "".join(_paragraph(one, theme) for one in TYPES)
    return defaults + normal + paragraphs + "".join(_characters(theme)) + "".join(_tables(theme))


def _family(name: str) -> str:
    said = "".join(f" w:{script}={quoteattr(name)}" for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts{said}/>"


def _sized(size: float, family: Family, most: float = 2.0) -> str:
    half = round(2 * size * min(most, fit(family).size))
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _pitch(one: Type, family: Family) -> int:
    """The distance of lines, 240 for the family's own: programs cut letters where it is less."""
    return max(240, round(240 * one.line / 1.25 * fit(family).line))


def _colour(theme: Theme, name: str) -> str:
    return str(getattr(theme.colours, name))[1:]


def _paragraph(one: Type, theme: Theme) -> str:
    family = theme.furniture if one.furniture else theme.text
    keep = "<w:keepNext/>" if one.keep else ""
    whole = "<w:keepLines/>" if one.whole else ""
    shade, more = "", one.more
    if one.id in _BOXED:
        tint = _colour(theme, _BOXED[one.id])
        edge = f'w:val="single" w:sz="24" w:space="4" w:color="{tint}"'
        sides = "".join(f"<w:{side} {edge}/>" for side in ("top", "left", "bottom", "right"))
        shade = f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
        more += '<w:ind w:left="113" w:right="113"/>'
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>' if one.id in {"Header", "Footer"} else ""
    spacing = (
        f'<w:spacing w:before="{one.before}" w:after="{one.after}" w:line="{_pitch(one, family)}"'
        ' w:lineRule="auto"/>'
    )
    outline = f'<w:outlineLvl w:val="{one.level}"/>' if one.level is not None else ""
    face = _family(theme.furniture.name) if one.furniture else ""
    bold = "<w:b/><w:bCs/>" if one.bold else ""
    look = f'{face}{bold}<w:color w:val="{_colour(theme, one.colour)}"/>{_sized(one.size, family, one.most)}'
    return (
        f'<w:style w:type="paragraph" w:styleId="{one.id}"><w:name w:val="{one.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{one.next}"/><w:qFormat/>'
        f"<w:pPr>{keep}{whole}{shade}{tabs}{spacing}{more}{outline}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _characters(theme: Theme) -> Iterator[str]:
    """Weight, quiet words, stamps and the marks of notes."""
    accent, quiet = _colour(theme, "accent"), _colour(theme, "quiet")
    for id_, name, look in (
        ("Strong", "Strong", "<w:b/><w:bCs/>"),
        ("Quiet", "Quiet", f'<w:color w:val="{quiet}"/>{_sized(8.4, theme.furniture)}'),
        ("StampFact", "Stamp of a Fact", _stamp(theme, "FFFFFF", "second")),
        ("StampClaim", "Stamp of a Claim", _stamp(theme, _colour(theme, "ink"), "hedge")),
        ("StampView", "Stamp of a View", _underlined(theme)),
        ("StampJudgement", "Stamp of a Judgement", _stamp(theme, "FFFFFF", "accent")),
        ("StampStanding", "Stamp of a Standing", _stamp(theme, accent, "tint")),
        (
            "FootnoteReference",
            "footnote reference",
            f'<w:b/><w:bCs/><w:color w:val="{accent}"/><w:vertAlign w:val="superscript"/>',
        ),
    ):
        yield (
            f'<w:style w:type="character" w:styleId="{id_}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
        )


def _stamp(theme: Theme, colour: str, fill: str) -> str:
    """Small bold words on a ground."""
    return f'{_label(theme, colour)}<w:shd w:val="clear" w:color="auto" w:fill="{_colour(theme, fill)}"/>'


def _underlined(theme: Theme) -> str:
    """Small bold words with a line below: what is held, apart from what is told by more than a shade.

    A frame would say it, too, but programs leave its side out where the words run from right to left.
    """
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{_colour(theme, "hedge")}"/>'
    return f'{_label(theme, _colour(theme, "ink"))}<w:u w:val="single"/>{ground}'


def _label(theme: Theme, colour: str) -> str:
    family = theme.furniture
    return f'{_family(family.name)}<w:b/><w:bCs/><w:color w:val="{colour}"/>{_sized(8, family)}'


def _tables(theme: Theme) -> Iterator[str]:
    """Horizontal rules only; the boxed one on a tint."""
    ink, rule = _colour(theme, "ink"), _colour(theme, "rule")
    tint = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_colour(theme, "tint")}"/></w:tcPr>'
    margins = "".join(f'<w:{side} w:w="70" w:type="dxa"/>' for side in ("left", "right"))
    hairline = f'w:val="single" w:sz="4" w:space="0" w:color="{rule}"'
    for id_, name, shade in (("BriefTable", "Brief Table", ""), ("BriefBox", "Brief Box", tint)):
        yield (
            f'<w:style w:type="table" w:styleId="{id_}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="TableNormal"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders><w:bottom {hairline}/><w:insideH {hairline}/></w:tblBorders>"
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{shade}"
            '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
            f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ink}"/>'
            "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
        )
