"""What each idea is worth: `python -m tests.facets.ablation [SEEDS GOLD]`.

Every decided article is judged by weights fitted on all others; the seeds, where given, by
weights fitted on all training articles, of which they are none.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from brief.facets.judged import IDEAS, Weights
from tests.facets.articles import Labelled, decided, labelled, training
from tests.facets.fit import fit, judge_by, prior
from tests.facets.measure import HEAD, Judge, Scores, measure, measured


def left_out(topics: Sequence[Sequence[Labelled]], ideas: Sequence[str]) -> list[tuple[Labelled, Judge]]:
    """The articles of each topic, with the judge that was fitted on all other training articles."""
    judged: list[tuple[Labelled, Judge]] = []
    for topic in topics:
        names = {one.name for one in topic}
        judge = partial(judge_by, fit([one for one in training() if one.name not in names], ideas), ideas)
        judged += [(article, judge) for article in topic]
    return judged


def rows(articles: Sequence[Labelled], seeds: Sequence[Labelled], ideas: Sequence[str]) -> list[Scores]:
    """Scores with `ideas` alone: the decided articles each left out, the seeds."""
    scores = [measured(left_out([(one,) for one in articles], ideas))]
    if seeds:
        judge = partial(judge_by, fit(training(), ideas), ideas)
        scores.append(measure(seeds, judge))
    return scores


def main(seeds: Sequence[Labelled]) -> None:
    """Print the table: all ideas, the prior alone, then each idea off in turn."""
    articles = decided()
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
