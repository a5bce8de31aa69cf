"""Proof that the words of the brief can be copied, searched and read aloud in the PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from brief.check.issue import Finding
from brief.check.readout import Readout
from brief.check.wording import plain
from brief.model import Brief

GATE = "text layer"
FLOOR = 0.98
# Extractors drop the blank where the direction turns, so digits and scripts are parted.
_PIECE = re.compile(r"(?:(?=[\u0600-\u06ff])[^\W\d_])+|[^\W\d_\u0600-\u06ff]+|\d+")
_EXAMPLES = 5


def prove_text_layer(brief: Brief, readout: Readout) -> Iterator[Finding]:
    """Each extractor finds 98 % of the words of items and titles, each as often as the record has it."""
    wanted = Counter(piece for text in _texts(brief) for piece in _pieces(text))
    for extractor, pages in readout.pages.items():
        lost = _lost(wanted, pages)
        share = 1 - lost.total() / max(1, wanted.total())
        if share < FLOOR:
            yield Finding(GATE, _sentence(extractor, share, lost, readout.fonts))


def _texts(brief: Brief) -> Iterator[str]:
    """What the PDF prints for certain."""
    yield brief.title
    yield brief.subtitle or ""
    yield from (chart.title for chart in brief.charts)
    for section in brief.sections:
        yield section.title
        yield from (item.text for item in section.items)


def _pieces(text: str) -> list[str]:
    """The words of `text` without what no page shows: control, private and unassigned characters."""
    shown = (sign for sign in text if sign.isspace() or unicodedata.category(sign)[0] != "C")
    return _PIECE.findall(plain("".join(shown)))


def _lost(wanted: Counter[str], pages: Iterable[str]) -> Counter[str]:
    """What is not found; reading stops where enough is, since an annex is long and extractors are slow."""
    lost, tolerated = wanted, (1 - FLOOR) * wanted.total()
    for page in pages:
        lost = lost - _found(page)
        if lost.total() <= tolerated:
            break
    return lost


def _found(page: str) -> Counter[str]:
    """The words of a page; a line in the order of the eye counts by its reverse."""
    found: Counter[str] = Counter()
    for line in page.splitlines():
        found.update(Counter(_pieces(line)) | Counter(_pieces(line[::-1])))
    return found


def _sentence(extractor: str, share: float, lost: Counter[str], fonts: tuple[str, ...]) -> str:
    examples = ", ".join(sorted(lost, key=lambda word: (-lost[word], word))[:_EXAMPLES])
    return (
        f"brief.pdf: {extractor} finds {share:.1%} of the words again, and {FLOOR:.0%} is the least "
        f"(lost, for example: {examples}). Set the theme in another font than {', '.join(fonts) or 'none'}."
    )
