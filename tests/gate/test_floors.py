"""The quality gate: a topic written for the purpose, scored against floors that only go up.

Its articles and its gold were written by somebody who had not seen the code. A floor lies one
item below what was reached when it was set, so that a fair exchange of items does not break it.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path

import msgspec
import pytest

from brief import config
from brief.collect import collect
from brief.extract.statements import statements
from brief.language import load
from brief.merge import claim
from brief.model import Brief, Facet, Item, Section
from brief.pipeline import condense
from brief.sections.item import item
from tests.gate.scorer import Gold, fingerprint, score

TOPIC = Path(__file__).parents[1] / "topic"
FLOORS = Path(__file__).with_name("floors.json")
# Less than the topic could fill, so that the choice matters.
BUDGET = config.Budget(items=20, words=600)
# So many points above a floor are more than one item's worth: time to raise it.
SLACK = 10.0

FLOOR = json.loads(FLOORS.read_text("utf-8"))


@cache
def gold() -> Gold:
    """The gold of the topic."""
    return Gold(TOPIC)


@cache
def built() -> Brief:
    """The brief of the topic, from its metadata and the budget alone."""
    return condense(TOPIC, msgspec.structs.replace(config.load(TOPIC), budget=BUDGET))[0]


@cache
def reached() -> dict[str, float]:
    """The figures of the brief."""
    return score(built(), gold())


def first_statements() -> Iterator[Item]:
    """The first statements of all articles in turn, up to the budget: what takes no thought."""
    language = load("ar")
    documents = collect(TOPIC, config.load(TOPIC), language).documents
    in_turn = chain.from_iterable(zip_longest(*(statements(document, language) for document in documents)))
    words = 0
    for statement in [one for one in in_turn if one][: BUDGET.items]:
        words += len(statement.text.split())
        if words <= BUDGET.words:
            yield item(claim(statement, ()))


def baseline() -> dict[str, float]:
    """The figures of the first statements."""
    section = Section(Facet.CONTEXT, "", tuple(first_statements()))
    return score(msgspec.structs.replace(built(), sections=(section,)), gold())


def test_the_floors_belong_to_this_corpus() -> None:
    """Whoever changes the topic or its gold measures again and sets the floors anew."""
    assert fingerprint(TOPIC) == FLOOR["corpus"], (
        f"tests/topic has changed: measure again and mend {FLOORS.name}"
    )


@pytest.mark.parametrize("figure", FLOOR["at_least"])
def test_no_figure_falls_below_its_floor(figure: str) -> None:
    """A floor may only go up: below it the build is red, and well above it somebody raises it."""
    value, floor = round(reached()[figure], 1), FLOOR["at_least"][figure]
    assert value >= floor, f"{figure} fell to {value}, its floor is {floor}: {reached()}"
    assert value < floor + SLACK, (
        f"well done: {figure} is {value} now; raise its floor of {floor} in {FLOORS.name}"
    )


@pytest.mark.parametrize("figure", FLOOR["at_most"])
def test_no_figure_rises_above_its_ceiling(figure: str) -> None:
    """What must not happen is counted, and may only become less."""
    assert reached()[figure] <= FLOOR["at_most"][figure], reached()


def test_every_figure_is_held() -> None:
    """No figure of the scorer is left without a floor or a ceiling."""
    assert set(reached()) == {*FLOOR["at_least"], *FLOOR["at_most"]}


def test_the_brief_keeps_to_its_budget() -> None:
    """What is scored is as short as was asked for."""
    items = [line for section in built().sections if section.id in set(Facet) for line in section.items]
    assert len(items) <= BUDGET.items
    assert sum(len(line.text.split()) for line in items) <= BUDGET.words


@pytest.mark.parametrize("figure", ["claim_recall", "must_have_recall", "item_precision"])
def test_the_choice_beats_the_first_statements(figure: str) -> None:
    """Choosing is worth more than printing what stands at the top of each article."""
    assert reached()[figure] > baseline()[figure]
