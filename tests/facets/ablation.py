"""What each idea is worth: `python -m tests.facets.ablation [SEEDS GOLD]`.

Every training article is judged by weights fitted on the others; the seeds, where given, by
weights fitted on all training articles, of which they are none.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from brief.facets.judged import IDEAS, Weights
from tests.facets.articles import Labelled, labelled, training
from tests.facets.fit import HELD, fit, judge_by, prior
from tests.facets.measure import HEAD, Judge, Scores, measure, measured


def left_out(articles: Sequence[Labelled], ideas: Sequence[str], held: float = HELD) -> list[Judge]:
    """For each article the judge that was fitted on the others."""
    return [
        partial(judge_by, fit([one for one in articles if one is not article], ideas, held), ideas)
        for article in articles
    ]


def rows(articles: Sequence[Labelled], seeds: Sequence[Labelled], ideas: Sequence[str]) -> list[Scores]:
    """Scores with `ideas` alone: training articles each left out, the seeds."""
    scores = [measured(list(zip(articles, left_out(articles, ideas), strict=True)))]
    if seeds:
        judge = partial(judge_by, fit(articles, ideas), ideas)
        scores.append(measure(seeds, judge))
    return scores


def main(seeds: Sequence[Labelled]) -> None:
    """Print the table: all ideas, the prior alone, then each idea off in turn."""
    articles = training()
    _print("", HEAD, HEAD if seeds else "")
    _print("all ideas", *(one.row() for one in rows(articles, seeds, IDEAS)))
    believed: Weights = prior()
    judge = partial(judge_by, believed, IDEAS)
    _print("not fitted", *(measure(part, judge).row() for part in (articles, seeds) if part))
    for idea in IDEAS:
        kept = [one for one in IDEAS if one != idea]
        _print(f"without {idea}", *(one.row() for one in rows(articles, seeds, kept)))


def _print(*cells: str) -> None:
    print(f"{cells[0]:22}", *cells[1:], sep=" | ", flush=True)  # noqa: T201 - the table is what is asked for


if __name__ == "__main__":
    main(labelled(*map(Path, sys.argv[1:])) if sys.argv[1:] else ())
