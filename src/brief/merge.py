"""Evidence of all documents -> claims: what several sources say becomes one claim.

Near in wording is not enough. Two statements of different documents tell one claim when
each is the other's nearest there, they share rare words beside the names in them, their
actors agree, and neither their figures nor their polarity differ. Precision comes before
recall: a false corroboration is worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from brief import names
from brief.cues import pattern
from brief.identity import identifier
from brief.language import Language, fold, table
from brief.model import Anchor, Claim, Statement
from brief.similarity import MIN_STEM, Neighbour, stem, stems

# Measured on pairs of real articles: with four rare stems beside the names, seven merges of
# eight are right from .35 on, three of four from .25; with fewer stems every second one.
MIN_COSINE = 0.35
SAME_WORDS = 4
NEAR_COPY = 0.6


def merge(
    statements: Sequence[Statement], near: Sequence[Sequence[Neighbour]], language: Language
) -> tuple[Claim, ...]:
    """One claim for each statement that is not told by another, in the order of the statements.

    `near` holds the neighbours of each statement (see `similarity.neighbours`). The claim is
    told by the statement of the earliest document; its further passages are the partners'.
    """
    taken: set[int] = set()
    claims = []
    for index, statement in enumerate(statements):
        if index in taken:
            continue
        partners = [other for other in _partners(index, statements, near, language) if other not in taken]
        taken.update(partners)
        claims.append(claim(statement, (statements[other].anchor for other in partners)))
    return tuple(claims)


def claim(statement: Statement, others: Iterable[Anchor]) -> Claim:
    """The claim told by `statement`, with the passages that tell it too."""
    anchor = statement.anchor
    id_ = "s" + identifier("statement", anchor.source, anchor.start, anchor.end)
    return Claim(id=id_, statement=statement, evidence=(anchor, *others))


def _partners(
    index: int, statements: Sequence[Statement], near: Sequence[Sequence[Neighbour]], language: Language
) -> list[int]:
    """For each other document, the statement there that tells the same, if one does."""
    nearest: dict[str, Neighbour] = {}
    for neighbour in near[index]:
        source = statements[neighbour.index].anchor.source
        if source != statements[index].anchor.source:
            nearest.setdefault(source, neighbour)
    return [
        neighbour.index
        for neighbour in nearest.values()
        if _is_mutual(index, neighbour.index, statements, near)
        and _same(statements[index], statements[neighbour.index], neighbour, language)
    ]


def _is_mutual(
    one: int, other: int, statements: Sequence[Statement], near: Sequence[Sequence[Neighbour]]
) -> bool:
    home = statements[one].anchor.source
    back = next((n.index for n in near[other] if statements[n.index].anchor.source == home), None)
    return back == one


def _same(one: Statement, other: Statement, neighbour: Neighbour, language: Language) -> bool:
    if not _actors_agree(one, other) or not _figures_agree(one.text, other.text):
        return False
    if _polarity(one.text, language) != _polarity(other.text, language):
        return False
    if neighbour.cosine >= NEAR_COPY:
        return True
    return (
        neighbour.cosine >= MIN_COSINE
        and neighbour.shared >= SAME_WORDS
        and len(_content(one, language) & _content(other, language)) >= SAME_WORDS
    )


def _content(statement: Statement, language: Language) -> frozenset[str]:
    """The stems of a statement without its names: many statements share those and nothing else."""
    text = statement.text
    for name in sorted(names.find(text, language), reverse=True):
        text = f"{text[: name.start]} {text[name.end :]}"
    common = _function_words(language)
    return frozenset(word for word in stems(text, language) if len(word) >= MIN_STEM and word not in common)


@cache
def _function_words(language: Language) -> frozenset[str]:
    return frozenset(
        stem(fold(word), language) for word in table(language.code, "polarity")["function_words"]
    )


def _actors_agree(one: Statement, other: Statement) -> bool:
    """No more than one name of either is missing in the other; who names nobody agrees with all."""
    mine, theirs = set(one.actors), set(other.actors)
    return (
        not mine or not theirs or (bool(mine & theirs) and min(len(mine - theirs), len(theirs - mine)) <= 1)
    )


def _figures_agree(one: str, other: str) -> bool:
    mine, theirs = _figures(one), _figures(other)
    return not mine or not theirs or bool(mine & theirs)


def _figures(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+(?:[.,]\d+)?", fold(text)))


@cache
def _negations(language: Language) -> re.Pattern[str]:
    return pattern(table(language.code, "polarity")["negations"], language.proclitics)


def _polarity(text: str, language: Language) -> bool:
    """True where an odd number of negations turns the statement round."""
    return len(_negations(language).findall(fold(text))) % 2 == 1
