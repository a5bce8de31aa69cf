"""What an overtaken passage still tells: what was done or said on its day was done and said."""

from __future__ import annotations

from brief import cues
from brief.language import Language, fold
from brief.model import Facet, Standing, Statement

# A result that came so far happened, whatever came of it later.
_SETTLED = {Standing.ADOPTED, Standing.SIGNED, Standing.ANNOUNCED}
_EXPLAINS = ((Facet.CONTEXT, 1.0),)


def facets(told: Statement, language: Language) -> tuple[tuple[Facet, float], ...]:
    """The facets of a statement that no longer holds: those that it had where it tells an act of its day.

    What was signed or announced stays a result, what somebody said a reaction. What was only going on,
    asked, expected or wanted is background once it is over.
    """
    first, key = told.facets[0][0] if told.facets else Facet.CONTEXT, fold(told.text)
    came = first is Facet.OUTCOMES and _came(told, key, language)
    said = first is Facet.REACTIONS and _opens(key, "spoken_then", language)
    return told.facets if came or said else _EXPLAINS


def _came(told: Statement, key: str, language: Language) -> bool:
    """Whether a result came on its day, or is a term of a text: not what had come before."""
    settled = told.standing in _SETTLED or _opens(key, "term_then", language)
    return settled and not _opens(key, "before_then", language)


def _opens(key: str, name: str, language: Language) -> bool:
    return cues.expression(language, "overtaken", name).match(key) is not None
