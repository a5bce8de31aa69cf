"""What each statement of a document tells: the signs of all ideas, weighed together."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from brief.facets import above, cue_words, evidence, frames, openings, places, voices
from brief.facets.seen import Signs, read
from brief.judge.questions import Told
from brief.language import Language, table
from brief.model import Facet

# What a statement tells where it tells no facet: it announces, asks or turns a phrase.
NOTHING = "nothing"
LABELS = (*Facet, NOTHING)
# A facet with less than this share is not named.
NAMED_SHARE = 0.05

_BIAS = "bias"
_IDEAS = {
    "cues": cue_words.signs,
    "frames": frames.signs,
    "openings": openings.signs,
    "headings": above.headings,
    "leads": above.leads,
    "announced": above.announced,
    "voices": voices.signs,
    "places": places.signs,
}
_SECOND = {"evidence": evidence.inherited, "flow": evidence.beside}
IDEAS = (*_IDEAS, *_SECOND)

_ABOVE = frozenset({"headings", "announced", "places"})

Shares = tuple[tuple[Facet, float], ...]


class Weights(Struct, frozen=True):
    """How much each sign speaks for each label, by the name of the sign."""

    signs: Mapping[str, Mapping[str, float]]

    def shares(self, signs: Signs) -> dict[str, float]:
        """The share of each label; together 1."""
        scores = dict.fromkeys(LABELS, 0.0)
        for name, strength in {_BIAS: 1.0, **signs}.items():
            for label, weight in self.signs.get(name, {}).items():
                scores[label] += strength * weight
        top = max(scores.values())
        grown = {label: math.exp(score - top) for label, score in scores.items()}
        whole = sum(grown.values())
        return {label: one / whole for label, one in grown.items()}


def told_facets(statements: Sequence[Told], language: Language) -> tuple[Shares, ...]:
    """The facets of each statement of one document, in reading order, with their shares, the surest first.

    Shares (0 to 1) say how likely each facet is; what is missing to 1 is the chance that the
    statement tells none. A statement that most likely tells none (it announces a list, it
    asks) has no facets.
    """
    weights = _weights(language)
    return tuple(named(weights.shares(signs)) for signs in signs_of(statements, language, weights))


def facets(text: str, heading: str | None, lead: str | None, language: Language) -> Shares:
    """The facets of a statement that is seen alone, at least one: its place and neighbours are unknown."""
    told = Told(number=0, text=text, source="", heading=heading, lead=lead)
    weights = _weights(language)
    ideas = [idea for idea in IDEAS if idea != "places"]
    return _ranked(weights.shares(signs_of((told,), language, weights, ideas)[0]))


def signs_of(
    statements: Sequence[Told], language: Language, weights: Weights, ideas: Sequence[str] = IDEAS
) -> list[Signs]:
    """The signs of each statement that `ideas` find."""
    document = read(statements, language)
    found: list[Signs] = [{} for _ in document]
    for idea in ideas:
        if idea in _IDEAS:
            _join(found, _IDEAS[idea](document))
    own = [dict(_facets(weights.shares(_own(signs)))) for signs in found]
    for idea in ideas:
        if idea in _SECOND:
            _join(found, _SECOND[idea](document, own))
    return found


def _own(signs: Signs) -> Signs:
    """The signs of a statement itself, without what stands above it."""
    return {name: strength for name, strength in signs.items() if name.partition(".")[0] not in _ABOVE}


def named(shares: Mapping[str, float]) -> Shares:
    """The facets worth naming, the surest first; none where nothing is the likeliest."""
    return () if max(LABELS, key=lambda label: shares[label]) == NOTHING else _ranked(shares)


def _ranked(shares: Mapping[str, float]) -> Shares:
    ranked = sorted(_facets(shares), key=lambda pair: -pair[1])
    return tuple((facet, round(share, 3)) for facet, share in ranked if share >= NAMED_SHARE)


def _facets(shares: Mapping[str, float]) -> list[tuple[Facet, float]]:
    return [(facet, shares[facet]) for facet in Facet]


def _join(signs: Sequence[Signs], more: Sequence[Signs]) -> None:
    for one, other in zip(signs, more, strict=True):
        one.update(other)


@cache
def _weights(language: Language) -> Weights:
    return Weights(table(language.code, "facet_weights"))
