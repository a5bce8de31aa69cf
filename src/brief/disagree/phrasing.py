"""«أكثر من … تقريبا»: one figure both bounded and approximate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief import periods
from brief.disagree.terms import closed
from brief.disagree.vocabulary import told_apart, vocabulary
from brief.language import Language, view
from brief.model import Discrepancy, Evidence


def phrasing(evidence: Sequence[Evidence], language: Language) -> Iterator[Discrepancy]:
    """Each figure that its own wording contradicts."""
    words = vocabulary(language.code)
    for each in evidence:
        for sentence in each.document.sentences:
            text = sentence.anchor.text
            seen = view(text)
            for match in words.imprecise.finditer(seen.text):
                start, end = seen.span(match.start(), match.end())
                at = sentence.anchor.start
                anchor = each.document.anchor(at + start, at + closed(text, periods.word_end(text, end)))
                yield told_apart(
                    language, "differ: wording of %(what)s", anchor.text, "precision", ((anchor,),)
                )
