"""The two tables: how well items are chosen, next to the baselines, and what else a brief holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import mean

from tests.evaluation.baselines import BASELINES
from tests.evaluation.scorer import Scores
from tests.evaluation.topics import TOPICS, Topic, baseline_scores, scores

NONE = "–"
CHOICE = {
    "items": ("items",),
    "words": ("words",),
    "claims found": ("claim_recall",),
    "must-haves found": ("must_have_recall",),
    "items on a claim": ("item_precision",),
    "shared claims merged": ("merge_rate",),
    "merges right": ("merge_precision",),
}
REST = {
    "section strict / lenient": ("section_strict", "section_lenient"),
    "disagreements": ("discrepancy_recall", "discrepancy_precision"),
    "dated events": ("timeline_recall", "timeline_precision"),
    "misprinted dates": ("timeline_traps",),
    "quotations": ("quote_recall", "quote_precision"),
    "positions": ("position_recall", "position_precision"),
    "figures": ("datapoint_recall", "datapoint_precision"),
    "charts": ("chart_recall", "chart_precision"),
}

# The head of a table, and the rows of each topic by its name.
Rows = dict[str, list[str]]


def heads() -> tuple[str, str]:
    """The first two lines of both tables."""
    return _head(["topic", "method", *CHOICE]), _head(["topic", *REST])


def measured() -> tuple[Rows, Rows]:
    """The rows of both tables for the topics that are on this machine."""
    here = [topic for topic in TOPICS if topic.is_here]
    return {topic.name: list(_chosen(topic)) for topic in here}, {
        topic.name: [_row([topic.name, *_cells(REST, [scores(topic)])])] for topic in here
    }


def _chosen(topic: Topic) -> Iterator[str]:
    yield _row([topic.name, "**brief**", *_cells(CHOICE, [scores(topic)])])
    for method in BASELINES:
        yield _row([topic.name, method, *_cells(CHOICE, baseline_scores(topic, method))])


def _cells(columns: Mapping[str, tuple[str, ...]], draws: Sequence[Scores]) -> Iterator[str]:
    """A cell for each column: whole numbers, rounded down, of the mean of the draws."""
    for names in columns.values():
        told = [_mean(name, draws) for name in names]
        yield NONE if set(told) == {NONE} else " / ".join(told)


def _mean(name: str, draws: Sequence[Scores]) -> str:
    known = [value for one in draws if (value := _value(name, one)) is not None]
    return str(int(mean(known))) if known else NONE


def _value(name: str, one: Scores) -> float | None:
    if name == "timeline_traps" and "timeline_recall" not in one.shares:
        return None
    return one.counts[name] if name in one.counts else one.percent.get(name)


def _head(cells: Sequence[str]) -> str:
    return f"{_row(cells)}\n{'|---' * len(cells)}|"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
