"""The topics that are measured, each read, built and scored once in a process."""

from functools import cache
from pathlib import Path

from msgspec import Struct, structs

from brief import config
from brief.collect import collect
from brief.language import load
from brief.model import Brief, Document
from brief.pipeline import condense
from tests.evaluation.baselines import BASELINES, as_brief, within
from tests.evaluation.gold import Gold
from tests.evaluation.scorer import Scores, score

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


class Topic(Struct, frozen=True):
    """A topic with its gold, and how much its brief may hold; `name` is its first cell in the table."""

    name: str
    folder: Path
    gold: Path
    budget: config.Budget
    issued: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether texts and gold are on this machine."""
        return self.folder.is_dir() and self.gold.is_dir()

    @property
    def settings(self) -> config.Topic:
        """What the topic says of itself, under the budget that is measured."""
        said = config.load(self.folder)
        return structs.replace(said, budget=self.budget, issued=said.issued or self.issued)


def _own(name: str, folder: str, items: int, words: int) -> Topic:
    place = ROOT / "tests" / folder
    return Topic(name, place, place / "gold", config.Budget(items, words))


def _elsewhere(name: str, folder: str, items: int, words: int, issued: str) -> Topic:
    place = SHARED / "topics" / folder
    return Topic(name, place / "sources", place / "gold", config.Budget(items, words), issued)


# Less than a topic could fill, so that the choice matters. Floors hold for these budgets.
OWN = (
    _own("rail corridor", "topic", 20, 600),
    _own("bank rescue", "topics_condensed/bank_rescue", 40, 1300),
    _own("fuel strike", "topics_condensed/fuel_strike", 40, 1300),
    _own("quake relief", "topics_condensed/quake_relief", 60, 2000),
    _own("river treaty", "topics_condensed/river_treaty", 60, 2000),
)
SEEDS = Topic("seeds", ROOT / "seeds", SHARED / "eval" / "gold", config.Budget())
# Their articles or their gold may not be handed on: their rows are measured where they are.
ELSEWHERE = (
    SEEDS,
    _elsewhere("trade stop, 2024", "turkey_israel_trade_2024", 20, 700, "2024-05-15"),
    _elsewhere("grain exports, 2022", "ukraine_grain_2022", 30, 1000, "2022-07-25"),
)
TOPICS = (*OWN, *ELSEWHERE)


@cache
def gold(topic: Topic) -> Gold:
    """The gold of a topic."""
    return Gold(topic.folder, topic.gold)


@cache
def brief_of(topic: Topic) -> Brief:
    """The brief of a topic, from its metadata and the budget alone."""
    return condense(topic.folder, topic.settings)[0]


@cache
def documents(topic: Topic) -> tuple[Document, ...]:
    """The articles of a topic as the brief reads them, furniture removed and copies set aside."""
    return collect(topic.folder, topic.settings, load("ar")).documents


@cache
def scores(topic: Topic) -> Scores:
    """The figures of a topic's brief."""
    return score(brief_of(topic), gold(topic))


@cache
def baseline_scores(topic: Topic, method: str) -> tuple[Scores, ...]:
    """The figures of each draw of a baseline on a topic, within the same budget."""
    return tuple(
        score(as_brief(brief_of(topic), within(ranked, topic.budget)), gold(topic))
        for ranked in BASELINES[method](documents(topic))
    )
