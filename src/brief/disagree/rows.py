"""«The first stage» and «the second stage»: two of a row, of which two things may be told."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from brief import cues
from brief.gist import stem_of
from brief.language import Language, fold, table
from brief.model import Discrepancy
from brief.morphology import morphology


def of_one_row(found: Discrepancy, language: Language) -> bool:
    """Whether the first two sides of a disagreement name different members of one row."""
    if len(found.items) < 2 or found.kind == "typo":
        return False
    mine, theirs = (_members(account.text, language) for account in found.items[:2])
    return any(theirs.get(head, ordinal) != ordinal for head, ordinal in mine.items())


def is_of_a_rumour(found: Discrepancy, language: Language) -> bool:
    """Whether a side of a disagreement is only talked of, and nobody on the other side denies it."""
    opening = cues.expression(language, "disagreement", "rumoured", "opening")
    denying = cues.written(language, "disagreement", "denial", "denying")
    talked = any(opening.match(fold(account.text)) for account in found.items)
    return talked and not any(denying.search(account.text) for account in found.items)


def _members(text: str, language: Language) -> dict[str, str]:
    """The ordinal behind each word of a row."""
    words = [word.strip('،؛:."«»()') for word in fold(text).split()]
    heads, ordinals = _rows(language)
    found: dict[str, str] = {}
    for head, after in pairwise(words):
        ordinal = ordinals.get(after)
        if ordinal and stem_of(head, language) in heads:
            found.setdefault(stem_of(head, language), ordinal)
    return found


@cache
def _rows(language: Language) -> tuple[frozenset[str], dict[str, str]]:
    """The stems of words of a row, and the ordinals without article and ending."""
    data = table(language.code, "disagreement")["rows"]
    article = morphology(language).article
    folded = [fold(word) for word in data["ordinals"]]
    bare = {form: form.removeprefix(article) for form in folded}
    stems = {word: stem_of(word, language) for word in bare.values()}
    ordinals = {**stems, **{form: stems[word] for form, word in bare.items()}}
    return frozenset(stem_of(word, language) for word in data["heads"]), ordinals
