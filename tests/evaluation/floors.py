"""The floors under the figures of our own topics: they are raised, never lowered."""

import json
from pathlib import Path

from msgspec import Struct, field
from msgspec import json as packed

from tests.evaluation.scorer import Scores, fingerprint
from tests.evaluation.topics import OWN, Topic, scores

PATH = Path(__file__).parents[1] / "gate" / "floors.json"
# What may never slip, not even by one item.
ALWAYS = ("anchors_exact", "faithful_items")
# Claims count one to three times.
STEPS = {"claim_recall": 3}
CEILINGS = ("boilerplate_leaks", "timeline_traps")


class Floor(Struct, frozen=True):
    """What a topic reaches at least (percent) and counts at most; `corpus` is its fingerprint."""

    corpus: str
    at_least: dict[str, float] = field(default_factory=dict)
    at_most: dict[str, int] = field(default_factory=dict)


def load() -> dict[str, Floor]:
    """The floors of each topic by its name."""
    return packed.decode(PATH.read_bytes(), type=dict[str, Floor])


def raised(topic: Topic, old: Floor | None) -> Floor:
    """Floors one item below what is reached, where that is higher than the old ones.

    Raises `ValueError` where the topic has changed since: what was reached on other texts says nothing.
    """
    corpus = fingerprint(topic.folder)
    if old and old.corpus != corpus:
        raise ValueError(f"{topic.name} has changed: take its floors out of {PATH.name} to set them anew")
    reached, before = scores(topic), old or Floor(corpus)
    lower = {name: _one_below(name, reached) for name in reached.shares}
    counted = {name: reached.counts[name] for name in CEILINGS}
    return Floor(
        corpus,
        {name: max(value, before.at_least.get(name, 0.0)) for name, value in lower.items()},
        {name: min(value, before.at_most.get(name, value)) for name, value in counted.items()},
    )


def _one_below(name: str, reached: Scores) -> float:
    return reached.shares[name].below(0 if name in ALWAYS else STEPS.get(name, 1))


def room(name: str, reached: Scores) -> float:
    """How far a figure may stand above its floor before somebody raises it: four items or 10 points."""
    share = reached.shares[name]
    return max(10.0, 4 * STEPS.get(name, 1) * 100 / max(1, share.of))


def raise_all() -> None:
    """Raise the floors of all our own topics."""
    old = load()
    new = {topic.name: raised(topic, old.get(topic.name)) for topic in OWN}
    PATH.write_text(json.dumps(packed.decode(packed.encode(new)), indent=1) + "\n", "utf-8")
