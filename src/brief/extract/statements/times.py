"""The times that words name, where only that they name one counts, and not which."""

from __future__ import annotations

from brief import periods
from brief.language import Language
from brief.periods import Mention

_SOME_YEAR = "2000-12-31"


def times(text: str, language: Language) -> tuple[Mention, ...]:
    """The periods in a text, read as if it were written in some year."""
    return periods.find(text, language, _SOME_YEAR)
