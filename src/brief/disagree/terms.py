"""Years of a term that no term lasts, or that run backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief import periods
from brief.disagree.vocabulary import Vocabulary, told_apart, vocabulary
from brief.language import Language, fold, view
from brief.model import Discrepancy, Evidence

_WORD = re.compile(r"\w+")
_NEAR = 12  # words before the years among which their noun stands


def terms(evidence: Sequence[Evidence], language: Language) -> Iterator[Discrepancy]:
    """Each stretch of years that cannot be that of the term named before it."""
    words = vocabulary(language.code)
    for each in evidence:
        document = each.document
        for sentence in document.sentences:
            text = sentence.anchor.text
            if words.longest.keys().isdisjoint(_WORD.findall(fold(text))):
                continue
            for mention in periods.find(text, language, document.published):
                found = _too_long(text, mention, words)
                if found:
                    start, noun = found
                    at = sentence.anchor.start
                    anchor = document.anchor(at + start, at + closed(text, mention.end))
                    yield told_apart(language, "differ: years of %(what)s", noun, "typo", ((anchor,),))


def _too_long(text: str, mention: periods.Mention, words: Vocabulary) -> tuple[int, str] | None:
    """Where the noun of a term begins whose years are too many, with the noun."""
    if not mention.last or mention.relative:
        return None
    years = int(mention.last[:4]) - int(mention.first[:4])
    seen = view(text)
    before = seen.text[: seen.position(mention.start)]
    for match in reversed(list(_WORD.finditer(before))[-_NEAR:]):
        longest = words.longest.get(match.group())
        if longest and not 0 <= years <= longest:
            start, end = seen.span(match.start(), match.end())
            return start, text[start:end]
    return None


def closed(text: str, end: int) -> int:
    """`end`, moved behind the closing brackets that follow it."""
    while end < len(text) and text[end] in ")]":
        end += 1
    return end
