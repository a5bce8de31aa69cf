"""Fit the weights of the signs on the training articles: `python -m tests.facets.fit`.

Each weight starts at what is believed of its sign (`prior.toml`) and is held near it, so a
sign that the articles hardly show keeps what is believed. The seeds are never fitted on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import brief
from brief.facets.judged import IDEAS, LABELS, Shares, Weights, named, signs_of
from brief.facets.seen import Signs
from brief.judge.questions import Told
from brief.language import Language, table
from tests.builders import ARABIC
from tests.facets.articles import Label, Labelled, training

HELD = 15.0
# The label that an annotator hesitates over gets a part of the sentence.
HESITATION = 0.3
ROUNDS = 3
_STEPS = 400
_PACE = 0.03
_PLACES = 2
_HEADER = (
    "# What each sign of a facet weighs, in logarithms of odds: written by `python -m tests.facets.fit`.\n"
)
_BIAS = "bias"

Matrix = NDArray[np.float64]


def prior() -> Weights:
    """What is believed of each sign before any article is read."""
    return Weights(tomllib.loads(Path(__file__).with_name("prior.toml").read_text("utf-8")))


def fit(articles: Sequence[Labelled], ideas: Sequence[str] = IDEAS, held: float = HELD) -> Weights:
    """The weights that tell the labels of `articles` best without leaving the prior far behind."""
    start = weights = prior()
    for _ in range(ROUNDS):  # evidence is told by the weights of the round before
        rows = [
            (signs[label.number], _wanted(label, article.undecided, weights.shares(signs[label.number])))
            for article in articles
            for signs in [signs_of(article.statements, ARABIC, weights, ideas)]
            for label in article.labels
        ]
        weights = _fitted(rows, start, held)
    return weights


def judge_by(weights: Weights, ideas: Sequence[str], statements: Sequence[Told]) -> list[Shares]:
    """The facets that `weights` tell by `ideas` alone."""
    return [named(weights.shares(signs)) for signs in signs_of(statements, ARABIC, weights, ideas)]


def _fitted(rows: Sequence[tuple[Signs, Mapping[str, float]]], start: Weights, held: float) -> Weights:
    names = sorted({_BIAS, *start.signs, *(name for signs, _ in rows for name in signs)})
    seen = np.array([[{_BIAS: 1.0, **signs}.get(name, 0.0) for name in names] for signs, _ in rows])
    wanted = np.array([[told.get(label, 0.0) for label in LABELS] for _, told in rows])
    believed = np.array([[start.signs.get(name, {}).get(label, 0.0) for label in LABELS] for name in names])
    best = _ascended(seen, wanted, believed, held)
    return Weights({name: _told(row) for name, row in zip(names, best, strict=True)})


def _wanted(gold: Label, undecided: Collection[str], shares: Mapping[str, float]) -> dict[str, float]:
    """What the weights are to tell: the labels of a sentence, the undecided ones as the round before did."""
    told = {gold.label: 1.0} if gold.other is None else {gold.other: HESITATION, gold.label: 1 - HESITATION}
    mass, before = (sum(some.get(label, 0.0) for label in undecided) for some in (told, shares))
    return told | {label: mass * shares[label] / before for label in undecided if before}


def _ascended(seen: Matrix, wanted: Matrix, believed: Matrix, held: float) -> Matrix:
    """The likeliest weights, found by Adam's steps: the problem is convex."""
    weights, mean, spread = believed.copy(), np.zeros_like(believed), np.zeros_like(believed)
    for step in range(1, _STEPS + 1):
        scores = seen @ weights
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = seen.T @ (shares - wanted) + held * (weights - believed)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        weights -= _PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-9)
    return weights


def _told(row: NDArray[np.float64]) -> dict[str, float]:
    rounded = {label: round(float(weight), _PLACES) for label, weight in zip(LABELS, row, strict=True)}
    return {label: weight for label, weight in rounded.items() if weight}


def weights_in_use(language: Language) -> Weights:
    """The weights that the product reads."""
    return Weights(table(language.code, "facet_weights"))


def written(weights: Weights) -> str:
    """The weights as the data file of the language."""
    lines = [
        f'"{name}" = {{ {", ".join(f"{label} = {weight}" for label, weight in row.items())} }}\n'
        for name, row in sorted(weights.signs.items())
        if row
    ]
    return _HEADER + "".join(lines)


def main() -> None:
    """Fit on all training articles and write the weights where the product reads them."""
    articles = training()
    place = Path(brief.__file__).parent / "languages" / ARABIC.code / "facet_weights.toml"
    place.write_text(written(fit(articles)), "utf-8")


if __name__ == "__main__":
    main()
