"""What rows speak of: their words without what grammar writes onto them, and how much two share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from statistics import fmean

from brief.clean.rows import Row
from brief.language import Language
from brief.morphology import morphology

# Shorter words are mostly particles; longer ones differ in their endings.
LETTERS = range(3, 6)


@lru_cache(maxsize=4096)
def subjects(row: Row, language: Language) -> frozenset[str]:
    """The beginnings of the row's words, without particles and article; short words are left out."""
    stems = (
        _prefixes(language).sub("", word)[: LETTERS.stop - 1] for word in re.findall(r"[^\W\d_]+", row.key)
    )
    return frozenset(stem for stem in stems if len(stem) >= LETTERS.start)


def of_all(rows: Iterable[Row], language: Language) -> frozenset[str]:
    """What several rows speak of."""
    return frozenset(stem for row in rows for stem in subjects(row, language))


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The share (0 to 1) of what `one` speaks of that `other` speaks of, too."""
    return len(one & other) / len(one) if one else 0.0


def likeness(some: Sequence[Row], text: Sequence[Row], language: Language) -> float:
    """How far some rows speak of what a text speaks of, against its own rows: 1 is like one of them.

    0 where the text shares nothing, neither with them nor among its own rows.
    """
    said = Counter(stem for row in text for stem in subjects(row, language))
    known = frozenset(said)
    repeated = frozenset(stem for stem, times in said.items() if times > 1)
    among = fmean(share(subjects(row, language), repeated) for row in text)
    return fmean(share(subjects(row, language), known) for row in some) / among if among else 0.0


@cache
def _prefixes(language: Language) -> re.Pattern[str]:
    article = re.escape(morphology(language).article)
    return re.compile(
        rf"^[{language.proclitics}]{{0,2}}{article}(?=\w{{2}})|^[{language.proclitics}](?={article})"
    )
