"""Proof that the words of the brief can be copied, searched and read aloud in the PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from brief.check.issue import Finding, Issue
from brief.check.readout import Readout
from brief.check.wording import pieces
from brief.errors import Remark
from brief.model import Brief

GATE = "text layer"
FLOOR = 0.99
# The kind of the note on a theme whose words cannot all be found again.
POOR = "font"
_MARK = re.compile(r"[\u064b-\u065f\u0670]+")
_EXAMPLES = 5


class _Word(Struct, frozen=True):
    """A word as it is printed, and what an extractor may make of it.

    pdfium parts words at vowel marks, whatever the font, so the parts count for the word.
    """

    text: str
    pieces: frozenset[str]
    parts: frozenset[str]


def prove_text_layer(issue: Issue, readout: Readout, again: Readout | None = None) -> Iterator[Finding]:
    """Each extractor finds again 99 % of the words that stand in items and titles.

    Words are let off that are lost `again`, in the print as the record and its own type give it.
    """
    excused = {name: lost.words for name, lost in _losses(texts(issue.brief), again)} if again else {}
    for extractor, lost in _losses(texts(issue.brief), readout, excused):
        if lost.share < FLOOR:
            yield Finding(GATE, _sentence(extractor, lost, readout.fonts))


def least_share(said: Iterable[str], readout: Readout) -> float:
    """The share of the words of `said` that the poorest extractor finds again; all above 99 % are alike."""
    return min(lost.share for _, lost in _losses(said, readout))


class _Loss(Struct, frozen=True):
    """The share of words that are found again, and those that are not."""

    share: float
    words: Counter[_Word]


def _losses(
    said: Iterable[str], readout: Readout, excused: Mapping[str, Counter[_Word]] = MappingProxyType({})
) -> Iterator[tuple[str, _Loss]]:
    words = Counter(_word(word) for text in said for word in _shown(text).split() if pieces(word))
    for extractor, pages in readout.pages.items():
        wanted = words - excused.get(extractor, Counter())
        lost = _lost(wanted, pages)
        yield extractor, _Loss(1 - lost.total() / max(1, wanted.total()), lost)


def texts(brief: Brief) -> Iterator[str]:
    """What the PDF prints for certain."""
    yield brief.title
    yield brief.subtitle or ""
    yield from (chart.title for chart in brief.charts)
    for section in brief.sections:
        yield section.title
        yield from (item.text for item in section.items)


def _shown(text: str) -> str:
    """`text` without what no page shows: control, private and unassigned characters."""
    return "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign)[0] != "C")


def _word(text: str) -> _Word:
    return _Word(text, frozenset(pieces(text)), frozenset(pieces(_MARK.sub(" ", text))))


def _lost(wanted: Counter[_Word], pages: Iterable[str]) -> Counter[_Word]:
    """What is not found; reading stops where enough is, since an annex is long and extractors are slow."""
    lost, tolerated = wanted, (1 - FLOOR) * wanted.total()
    found: set[str] = set()
    for page in pages:
        for line in page.splitlines():
            # A line in the order of the eye counts by its reverse.
            found.update(pieces(line), pieces(line[::-1]))
        lost = Counter({word: count for word, count in lost.items() if not _stands(word, found)})
        if lost.total() <= tolerated:
            return lost
    return Counter({word: count for word, count in lost.items() if not _is_joined(word, found)})


def _is_joined(word: _Word, found: set[str]) -> bool:
    """Whether a word stands together with another one, as pypdf writes two cells in which it sees no gap."""
    return all(
        piece in found or any(one.endswith(piece) and one.removesuffix(piece) in found for one in found)
        for piece in word.pieces
    )


def _stands(word: _Word, found: set[str]) -> bool:
    return word.pieces <= found or word.parts <= found


def _sentence(extractor: str, lost: _Loss, fonts: tuple[str, ...]) -> Remark:
    words = sorted(lost.words, key=lambda word: (-lost.words[word], word.text))
    examples = ", ".join(word.text for word in words[:_EXAMPLES])
    return Remark(
        "brief.pdf: %(extractor)s finds %(share)s of the words again, and %(floor)s is the least "
        "(lost, for example: %(examples)s). Set the theme in another font than %(fonts)s.",
        extractor=extractor,
        share=f"{lost.share:.1%}",
        floor=f"{FLOOR:.0%}",
        examples=examples,
        fonts=", ".join(fonts) or Remark("none"),
    )
