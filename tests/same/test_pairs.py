"""Pairs of passages of our own writing: how many the rule tells rightly, and which traps it withstands."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from brief.same import candidates, same
from brief.similarity import neighbours, vectors
from tests.builders import ARABIC

FOLDER = Path(__file__).parents[1] / "merge"
# Rightly told same, rightly kept apart, of each file: floors, never to be lowered.
FLOORS = {"pairs_first": (16, 15), "pairs_second": (11, 14)}
RELATED = 0.08
# What must never be one claim, whatever else is missed.
WITHSTOOD = {
    "one template with another country in it",
    "opposites",
    "negated",
    "support and rejection",
    "accepts and rejects",
    "support and doubt",
    "one agency frame around two statements",
    "one speaker, two statements",
    "another figure of the same kind",
    "another count of another head noun",
    "dead and injured",
    "another month",
    "one matter, another party",
    "other teachers",
}


class Told(NamedTuple):
    """A labelled pair with what the rule says of it."""

    label: bool
    said: bool
    trap: str | None
    passages: tuple[str, str]


@cache
def told(name: str) -> tuple[Told, ...]:
    """All pairs of a file, each topic read together, every passage as a source of its own."""
    topics = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["topic"]
    return tuple(pair for topic in topics for pair in _topic(topic["pair"]))


def _topic(pairs: list[dict[str, object]]) -> Iterator[Told]:
    texts = list(dict.fromkeys(str(pair[side]) for pair in pairs for side in ("one", "other")))
    near = neighbours(vectors(texts, ARABIC), RELATED)
    asked = candidates([str(number) for number in range(len(texts))], near)
    yes = {frozenset((verdict.one, verdict.other)) for verdict in same(texts, asked, ARABIC)}
    for pair in pairs:
        one, other = str(pair["one"]), str(pair["other"])
        said = frozenset((texts.index(one), texts.index(other))) in yes
        trap = pair.get("trap")
        yield Told(bool(pair["same"]), said, str(trap) if trap else None, (one, other))


def test_the_pairs_are_many_and_of_both_kinds() -> None:
    """At least sixty pairs, none of the two kinds rare."""
    kinds = Counter(pair.label for name in FLOORS for pair in told(name))
    assert kinds.total() >= 60
    assert min(kinds.values()) >= 30


@pytest.mark.parametrize("name", FLOORS)
def test_the_rule_holds_its_floors(name: str) -> None:
    """As many pairs as ever are told rightly, of those that are the same and of those that are not."""
    right = Counter(pair.label for pair in told(name) if pair.label == pair.said)
    assert right[True] >= FLOORS[name][0]
    assert right[False] >= FLOORS[name][1]


@pytest.mark.parametrize("trap", sorted(WITHSTOOD))
def test_a_trap_is_withstood(trap: str) -> None:
    """Passages that differ in one word that matters are never one claim."""
    caught = [pair.passages for name in FLOORS for pair in told(name) if pair.trap == trap and pair.said]
    assert not caught
