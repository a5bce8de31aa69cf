"""How well the facets of labelled articles are told: `python -m tests.facets.measure FOLDER [GOLD]`.

Strict takes the annotator's label, lenient the alternative too; macro-F1 is over all six labels
that occur, «nothing» being one, a lenient hit counting for the label it hits strictly or not at
all. The surest half is scored too: a brief prints the sure ones.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from brief.facets.judged import LABELS, NOTHING, Shares, told_facets
from brief.judge.questions import Told
from tests.builders import ARABIC
from tests.facets.articles import Label, Labelled, labelled

Judge = Callable[[Sequence[Told]], Sequence[Shares]]


class Scores(Struct, frozen=True):
    """Shares of all labelled sentences, 0 to 1; `sure` ones are lenient scores of the surest part."""

    sentences: int
    strict: float
    lenient: float
    macro: float
    sure_half: float
    sure_fifth: float

    def row(self) -> str:
        """The scores in percent, for a table."""
        figures = (self.strict, self.lenient, self.macro, self.sure_half, self.sure_fifth)
        return " ".join(f"{100 * figure:8.1f}" for figure in figures)


HEAD = " ".join(f"{name:>8}" for name in ("strict", "lenient", "macroF1", "half", "fifth"))


class _Told(Struct, frozen=True):
    gold: Label
    label: str
    share: float


def judge(statements: Sequence[Told]) -> Sequence[Shares]:
    """The product's judge."""
    return told_facets(statements, ARABIC)


def measure(articles: Sequence[Labelled], judged_by: Judge = judge) -> Scores:
    """The scores of a judge over all sentences of `articles` that have a label."""
    return measured([(article, judged_by) for article in articles])


def measured(judged: Sequence[tuple[Labelled, Judge]]) -> Scores:
    """The same where each article has a judge of its own."""
    told = [one for article, judged_by in judged for one in _told(article, judged_by)]
    ranked = sorted(told, key=lambda one: -one.share)
    return Scores(
        sentences=len(told),
        strict=_share(told, strict=True),
        lenient=_share(told, strict=False),
        macro=macro(told),
        sure_half=_share(ranked[: len(ranked) // 2], strict=False),
        sure_fifth=_share(ranked[: len(ranked) // 5], strict=False),
    )


def _told(article: Labelled, judged_by: Judge) -> list[_Told]:
    answers = judged_by(article.statements)
    first = [answer[0] if answer else (NOTHING, 0.0) for answer in answers]
    return [_Told(gold, *first[gold.number]) for gold in article.labels]


def _share(told: Sequence[_Told], *, strict: bool) -> float:
    right = sum(one.label == one.gold.label if strict else one.label in one.gold.both for one in told)
    return right / len(told) if told else 0.0


def macro(told: Sequence[_Told]) -> float:
    """The mean F1 of the labels that the annotator gives."""
    labels = [label for label in LABELS if any(one.gold.label == label for one in told)]
    return sum(_f1(told, label) for label in labels) / len(labels) if labels else 0.0


def _f1(told: Sequence[_Told], label: str) -> float:
    hits = sum(one.label == label == one.gold.label for one in told)
    named = sum(one.label == label for one in told) + sum(one.gold.label == label for one in told)
    return 2 * hits / named if named else 0.0


def main(folder: Path, gold: Path | None = None) -> None:
    """Print the scores of each article and of all."""
    articles = labelled(folder, gold)
    print(f"{'':24} {'n':>4} {HEAD}")  # noqa: T201 - the table is what is asked for
    for name, part in [*((one.name, (one,)) for one in articles), ("all", articles)]:
        scores = measure(part)
        print(f"{name[:24]:24} {scores.sentences:4} {scores.row()}")  # noqa: T201


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
