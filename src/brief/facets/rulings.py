"""Rules of filing that no weight of words may outvote: grammar tells them, one at a time."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from brief.facets.judged import Shares
from brief.language import Language, fold, table
from brief.model import Facet


def ruled(
    text: str, shares: Shares, promised: Container[Facet], language: Language, *, aside: bool = False
) -> Shares:
    """The facets of a statement, the surest first, as the first rule that fits files it.

    `promised` are the facets that the heading above it promises: a rule may leave those alone, all or
    those that do more than describe. What a rule only takes from its facet is ruled on once more where it
    goes then. An `aside` («worth mentioning …») is nothing of what the heading promises.
    """
    if not shares:
        return shares
    if aside and shares[0][0] in promised and shares[0][0] in _aside_from(language):
        return ruled(text, _filed(shares, None), (), language)
    (first, share), key = shares[0], fold(text)
    for rule in _rules(language):
        if not (first in rule.facets and share < rule.below and rule.fits(text, key)):
            continue
        if not (first in promised and rule.spares(key)):
            filed = _filed(shares, rule.to)
            return filed if rule.to else ruled(text, filed, promised, language)
    return shares


def _filed(shares: Shares, to: Facet | None) -> Shares:
    """The shares with `to` first, or without the first where none is named; shares stay as they were."""
    (first, surest), *rest = shares
    if to is None:
        to = rest[0][0] if rest else Facet.CONTEXT
    others: Sequence[tuple[Facet, float]] = [pair for pair in rest if pair[0] is not to]
    return ((to, surest), *others) if to is not first else shares


# No share reaches it: such a rule is never outvoted.
_ALWAYS = 2.0


class _Rule(Struct, frozen=True):
    facets: frozenset[Facet]
    sign: re.Pattern[str] | None
    marked: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    below: float
    headed: bool
    described: re.Pattern[str] | None
    to: Facet | None

    def spares(self, key: str) -> bool:
        """Whether folded words are left to what the heading promises: those that only describe are not.

        «تأسست الجمعية عام …» tells no motive under any heading.
        """
        return self.headed and not (self.described is not None and self.described.search(key))

    def fits(self, text: str, key: str) -> bool:
        """Whether words, folded to `key`, have the signs of the rule and nothing that speaks against it."""
        return (
            (self.sign is None or self.sign.search(key) is not None)
            and (self.marked is None or self.marked.search(text) is not None)
            and not (self.unless is not None and self.unless.search(key))
        )


@cache
def _aside_from(language: Language) -> frozenset[Facet]:
    return frozenset(map(Facet, table(language.code, "rulings")["aside"]["from"]))


@cache
def _rules(language: Language) -> tuple[_Rule, ...]:
    return tuple(map(_rule, table(language.code, "rulings")["rule"]))


def _rule(entry: dict[str, Any]) -> _Rule:
    return _Rule(
        facets=frozenset(map(Facet, entry["from"])),
        sign=_written(entry, "sign"),
        marked=_written(entry, "marked"),
        unless=_written(entry, "unless"),
        below=entry.get("below", _ALWAYS),
        headed=entry.get("headed", False),
        described=_written(entry, "described"),
        to=Facet(entry["to"]) if "to" in entry else None,
    )


def _written(entry: dict[str, Any], key: str) -> re.Pattern[str] | None:
    return re.compile(entry[key]) if key in entry else None
