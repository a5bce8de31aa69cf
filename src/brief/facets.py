"""What a statement tells (its facet), how firmly, and how far an outcome has come.

Facets are decided by votes: the heading a statement stands under, its run-in heading, and
cue words with their weights. All words and weights are data (`facets.toml`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache

from msgspec import Struct

from brief import cues
from brief.language import Language, fold, table
from brief.model import Certainty, Facet, Standing

HEADING_VOTE = 2.5
LEAD_VOTE = 1.5
# Without any cue a statement gives background: two thirds of the sentences of analyses do.
CONTEXT_VOTE = 1.0
# A cue counts less the later it stands: the main clause comes first in Arabic prose.
EARLY_WORDS = 6
LATE_SHARE = 0.5


class _Vote(Struct, frozen=True):
    facet: Facet
    weight: float
    pattern: re.Pattern[str]


@cache
def _votes(language: Language) -> tuple[_Vote, ...]:
    entries = table(language.code, "facets")["cues"]
    return tuple(
        _Vote(Facet(entry["facet"]), entry["weight"], cues.pattern(entry["phrases"], language.proclitics))
        for entry in entries
    )


def facets(
    text: str, heading: str | None, lead: str | None, language: Language
) -> tuple[tuple[Facet, float], ...]:
    """The facets that `text` may have with their share of the votes (0 to 1), the surest first."""
    votes: defaultdict[Facet, float] = defaultdict(float, {Facet.CONTEXT: CONTEXT_VOTE})
    for words, weight in ((heading, HEADING_VOTE), (lead, LEAD_VOTE)):
        for facet in heading_facets(words or "", language):
            votes[facet] += weight
    key = fold(text)
    for vote in _votes(language):
        votes[vote.facet] += _strength(key, vote.pattern) * vote.weight
    total = sum(votes.values())
    order = list(Facet)
    ranked = sorted(votes.items(), key=lambda pair: (-pair[1], order.index(pair[0])))
    return tuple((facet, round(share / total, 3)) for facet, share in ranked if share > 0)


def heading_facets(heading: str, language: Language) -> tuple[Facet, ...]:
    """The facets that a heading announces, in the order of the sections; often none or one."""
    key = fold(heading)
    return tuple(
        facet for facet in Facet if key and cues.of(language, "facets", "headings", facet).search(key)
    )


def _strength(key: str, pattern: re.Pattern[str]) -> float:
    """Up to two different cues count; one within the first words counts whole, a later one half."""
    found: dict[str, float] = {}
    for match in pattern.finditer(key):
        early = key.count(" ", 0, match.start()) < EARLY_WORDS
        found[match["cue"]] = max(found.get(match["cue"], 0.0), 1.0 if early else LATE_SHARE)
    return sum(sorted(found.values(), reverse=True)[:2])


def certainty(text: str, language: Language) -> Certainty:
    """How firmly `text` puts what it says; a denial outweighs a hedge, a hedge an attribution."""
    if _denies(text, language):
        return Certainty.DENIED
    key = fold(text)
    for degree in (Certainty.HEDGED, Certainty.ATTRIBUTED):
        if cues.of(language, "facets", "certainty", degree).search(key):
            return degree
    return Certainty.STATED


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
