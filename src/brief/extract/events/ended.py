"""Where the words of an event end: not right behind a verb whose object or whose words come after it."""

from __future__ import annotations

import re
from functools import cache

from brief.extract.events.clauses import LONGEST
from brief.extract.events.cues import saying
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold
from brief.morphology import morphology

_WORD = re.compile(r"\w+")
_ANNOUNCED = re.compile(r"\s*[،,]?\s*[:«\"“]")


def ended(text: str, begin: int, end: int, last: int, language: Language) -> int | None:
    """The end of words from `begin` to `end` in a sentence that ends at `last`; None where they are cut off.

    Where they stop at a verb that still waits for what it tells, they go on to the end of their sentence,
    if that is not too long.
    """
    if end >= last or not _waits(fold(text[begin:end]), text[end:last], language):
        return end
    return last if last - begin <= LONGEST else None


def _waits(key: str, rest: str, language: Language) -> bool:
    """Whether folded words end in a verb of the past or of speech, or in whom one speaks to."""
    words = [match.span() for match in _WORD.finditer(key)]
    if not words or not _WORD.search(rest):
        return False
    speech = _speaking(language).search(key)
    says = speech is not None and (not speech["whom"] or _ANNOUNCED.match(rest) is not None)
    signs = {sign[0]: sign[2] for sign in Told(key, language).signs}
    kind = signs.get(words[-1][0], Kind(0))
    return says or bool(kind & Kind.PAST and not kind & Kind.NOUN)


@cache
def _speaking(language: Language) -> re.Pattern[str]:
    """A verb of speech, and to whom one speaks, at the end of folded words: «ليقول للصحفيين»."""
    return re.compile(
        rf"(?<!\w)[{language.proclitics}]?{saying(language)}(?P<whom>\s+{morphology(language).to}\w+)?\s*$"
    )
