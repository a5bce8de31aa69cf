"""The day of the paper itself, which dates nothing that the article tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from brief.extract.events.signs import Kind, Told
from brief.extract.statements.clauses import DATELINED
from brief.extract.statements.openings import behind_dateline
from brief.language import Language, fold
from brief.model import Sentence
from brief.periods import Mention

# Who publishes, and what it is, before the day.
_SIGNED = re.compile(r"\w\s*[-–—|]\s*\Z")


def is_of_the_paper(
    sentence: Sentence, mention: Mention, mentions: Iterable[Mention], language: Language
) -> bool:
    """Whether a day of `mentions` stands in a dateline before words with a time of their own, or in a byline.

    A byline ends in the day behind a dash, and has no verb («… - تقدير موقف - 30 أغسطس»).
    """
    if sentence.position >= DATELINED:
        return False
    text = sentence.anchor.text
    begin = behind_dateline(text, 0, len(text))
    if mention.end <= begin:
        return any(other.start >= begin for other in mentions)
    if _SIGNED.search(text, 0, mention.start) is None or text[mention.end :].strip():
        return False
    return not Told(fold(text), language).has(Kind.PAST | Kind.PRESENT | Kind.AHEAD)
