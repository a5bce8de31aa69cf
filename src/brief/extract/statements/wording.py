"""The words of a statement as they are printed: those of its passage, asides left out."""

from __future__ import annotations

import re

from brief import cues
from brief.extract.statements.openings import behind_had, without_ours
from brief.extract.statements.surroundings import Surroundings
from brief.facets import certainty
from brief.language import Language, fold, view
from brief.model import Certainty

# A quotation that goes on behind the statement is closed with this.
CUT_OFF = "…"
_LATIN = re.compile(r"\s*\([A-Za-z][A-Za-z.&\- ]*\)(?![^\s،.,؛:])")
# What somebody says is set apart from the colon, not from its mark.
_GLUED = re.compile(r"(?<=\w):\s?(?P<mark>[\"\u00ab\u201c])\s+")
_ASIDE = re.compile(r"\s[-–—]\s?(?P<aside>[^-–—\d]{8,90}?)\s?[-–—](?=[\s،,])")


def printed(around: Surroundings, start: int, end: int) -> str:
    """The text of `document.text[start:end]` as the brief prints it, blanks made single.

    What only ties it to the statement before, foreign abbreviations in brackets and asides that only
    describe go; an aside that denies, hedges, counts or names who says it stays.
    """
    text = around.document.text
    text = text[behind_had(text, start, end, around.language) : end]
    text = _LATIN.sub("", text)
    text = _ASIDE.sub(lambda match: "" if _describes(match["aside"], around.language) else match[0], text)
    text = _GLUED.sub(r": \g<mark>", " ".join(_without_ours(text, around.language).split()))
    return text + _closing(around, start, end)


def _without_ours(text: str, language: Language) -> str:
    """Without to whom somebody spoke, where the paper names itself by that."""
    key = view(text)
    found = [key.span(*match.span()) for match in without_ours(language).finditer(key.text)]
    for start, end in reversed(found):
        text = text[:start] + text[end:]
    return text


def _describes(aside: str, language: Language) -> bool:
    key = fold(aside)
    return (
        cues.opening(language, "statements", "asides").match(key) is not None
        and certainty(aside, language) is Certainty.STATED
        and not cues.of(language, "polarity", "negations").search(key)
    )


def _closing(around: Surroundings, start: int, end: int) -> str:
    """What closes a quotation that goes on behind `end`, in the sign it was opened with."""
    for one in around.quoted_between(start, end):
        if start <= one.start < end < one.inner[1]:
            opened = around.document.text[one.start]
            closing = {"«": "»", "“": "”"}.get(opened, opened)
            text = around.document.text[start:end]
            odd = text.count(opened) % 2 if opened == closing else text.count(opened) - text.count(closing)
            return CUT_OFF + closing if odd else ""
    return ""
