"""Proof that the words of the brief can be copied, searched and read aloud in the PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from brief.check.issue import Finding
from brief.check.printed import Printed
from brief.check.wording import plain
from brief.model import Brief

GATE = "text layer"
FLOOR = 0.98
# A citation may touch the word before it, so letters and digits are parted.
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_LOST = 5


def prove_text_layer(brief: Brief, printed: Printed) -> Iterator[Finding]:
    """Each extractor finds the words of items and titles, each as often as it is printed: 98 % of them."""
    wanted = Counter(piece for text in _texts(brief) for piece in _pieces(text))
    for extractor, text in printed.texts.items():
        lost = wanted - _found(text)
        share = 1 - lost.total() / max(1, wanted.total())
        if share < FLOOR:
            yield Finding(GATE, _sentence(extractor, share, lost, printed.fonts))


def _texts(brief: Brief) -> Iterator[str]:
    """What the PDF certainly prints."""
    yield brief.title
    yield brief.subtitle or ""
    yield from (chart.title for chart in brief.charts)
    for section in brief.sections:
        yield section.title
        yield from (item.text for item in section.items)


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(plain(text))


def _found(text: str) -> Counter[str]:
    """The words of a PDF's text; lines in the order of the eye count by their reverse."""
    found: Counter[str] = Counter()
    for line in text.splitlines():
        found.update(_pieces(line))
        found.update(_pieces(line[::-1]))
    return found


def _sentence(extractor: str, share: float, lost: Counter[str], fonts: tuple[str, ...]) -> str:
    examples = ", ".join(sorted(lost, key=lambda word: (-lost[word], word))[:_LOST])
    return (
        f"brief.pdf: {extractor} finds {share:.1%} of the words again, and {FLOOR:.0%} is the least "
        f"(lost, for example: {examples}). Fonts of the file: {', '.join(fonts) or 'none'}; set the theme in another font."
    )
