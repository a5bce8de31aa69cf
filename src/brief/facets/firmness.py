"""How firmly a statement is put, and how far an outcome has come by its words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from brief import cues
from brief.language import Language, fold, table
from brief.model import Certainty, Standing


def certainty(text: str, language: Language) -> Certainty:
    """How firmly `text` puts what it says; a denial outweighs a hedge, a hedge an attribution."""
    if _denies(text, language):
        return Certainty.DENIED
    key = _pattern(language, "done").sub(" ", _pattern(language, "compared").sub(" ", fold(text)))
    for degree in (Certainty.HEDGED, Certainty.ATTRIBUTED):
        if cues.of(language, "facets", "certainty", degree).search(key):
            return degree
    return Certainty.STATED


@cache
def _pattern(language: Language, name: str) -> re.Pattern[str]:
    return re.compile(table(language.code, "facets")["certainty"][name])


def _denies(text: str, language: Language) -> bool:
    """Whether a verb denies; the noun beside it is told from it by its last letter alone."""
    unmarked = "".join(sign for sign in text if not unicodedata.combining(sign))
    return bool(cues.written(language, "facets", "certainty", "denied").search(unmarked))


def standing(text: str, language: Language) -> Standing | None:
    """How far an outcome has come by its own words; None where they do not say."""
    if _denies(text, language):
        return Standing.DENIED
    key = fold(text)
    for degree in (Standing.UNCONFIRMED, Standing.SIGNED, Standing.ANNOUNCED, Standing.REPORTED):
        found = cues.of(language, "facets", "standing", degree).search(key)
        if found and not _only_dates(key[: found.start()], language):
            return degree
    return None


def _only_dates(before: str, language: Language) -> bool:
    """Whether a signing gives but the time of something else («بعد يوم من توقيع …»)."""
    near = " ".join(before.split()[-3:])
    return bool(cues.of(language, "facets", "standing", "before").search(near))
