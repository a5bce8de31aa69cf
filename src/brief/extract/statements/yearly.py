"""A time that only the sentences before name: the year of a sum, the day on which somebody spoke, too."""

from __future__ import annotations

import re

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.extract.statements.times import times
from brief.language import Language, fold, view
from brief.model import Sentence

# So many sentences back, each with figures, a year holds on.
_BACK = 3
_DIGITS = re.compile(r"\d{2}")


def owes_time(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the sentences before a clause tell when what it tells was so."""
    return _owes_year(around, sentence, start, end) or _owes_day(around, sentence, start, end)


def _owes_day(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause goes on with what was said «that day»: «قيل يومها … . وكتب معلقون …»."""
    earlier, language = around.before(sentence), around.language
    if earlier is None or start > sentence.anchor.start:
        return False
    then, too = (cues.expression(language, "statements", name) for name in ("back_then", "said_then_too"))
    seen = view(around.document.text[start:end])
    said = too.match(seen.text)
    if said is None or then.match(fold(earlier.anchor.text)) is None:
        return False
    return not times(around.document.text[start : start + seen.span(*said.span())[1]], language)


def _owes_year(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause tells what was traded, made or earned, in all or most, and its year is said before."""
    text = around.document.text[start:end]
    if not _is_sum(text, around.language) or _tells_time(text, around.language):
        return False
    earlier = around.before(sentence)
    for _ in range(_BACK):
        if earlier is None or not _DIGITS.search(fold(earlier.anchor.text)):
            return False
        if _tells_time(earlier.anchor.text, around.language):
            return _tells_year(earlier.anchor.text, around.language)
        earlier = around.before(earlier)
    return False


def _is_sum(text: str, language: Language) -> bool:
    key = fold(text)
    named = (cues.of(language, "periods", "yearly", name) for name in ("sums", "ranks"))
    return bool(_DIGITS.search(key) and any(one.search(key) for one in named))


def _tells_time(text: str, language: Language) -> bool:
    rate = cues.of(language, "periods", "yearly", "rates")
    return bool(times(text, language)) or rate.search(fold(text)) is not None


def _tells_year(text: str, language: Language) -> bool:
    """Whether words name a year with what was so in it."""
    return any(one.precision == "year" for one in times(text, language))
