"""Bodies and reports that a common noun names: with whose they are, or by the article alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brief.extract.statements.pointers import folded
from brief.language import Language, table
from brief.measures import either
from brief.morphology import morphology


def bodies(key: str, language: Language) -> Iterator[tuple[str, str, int]]:
    """The bodies and reports in folded text: the noun, the word that tells whose it is or none, and where.

    Those that are always said in full are no help, and left out.
    """
    letters = morphology(language)
    for match in _bodies(language).finditer(key):
        word, definite = match["next"] or "", bool(match["article"])
        if word and word not in folded(language, "not_theirs"):
            told = word.startswith(letters.article) or not definite or match["quoted"]
            owner = word.removeprefix(letters.article) if told else ""
            if owner not in folded(language, "said_in_full"):
                yield match["noun"], owner, match.start()
        elif definite:
            yield match["noun"], "", match.start()


@cache
def _bodies(language: Language) -> re.Pattern[str]:
    data = table(language.code, "statements")
    nouns = either((*data["bodies"], *data["reports"]))
    article = either(morphology(language).definite)
    return re.compile(
        rf"(?<!\w)(?:(?P<article>{article})|[{language.proclitics}])?(?P<noun>{nouns})(?!\w)"
        rf"(?=(?:\s+(?P<quoted>[\"«“])?(?P<next>\w+))?)"
    )
