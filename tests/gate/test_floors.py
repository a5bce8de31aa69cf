"""The quality gate: topics written for the purpose, scored against floors that only go up.

Their articles and their gold were written by people who had not seen the code. A floor lies one
item below what was reached when it was set, so that a fair exchange of items does not break it;
`make floors` raises them.
"""

import pytest

from tests.evaluation import floors
from tests.evaluation.baselines import BASELINES
from tests.evaluation.scorer import Scores, fingerprint
from tests.evaluation.shares import Share
from tests.evaluation.topics import OWN, Topic, baseline_scores, scores

FLOORS = floors.load()
HELD = [(topic, figure) for topic in OWN for figure in FLOORS[topic.name].at_least]
COUNTED = [(topic, figure) for topic in OWN for figure in FLOORS[topic.name].at_most]
CHOSEN = ("claim_recall", "must_have_recall", "item_precision")

each_topic = pytest.mark.parametrize("topic", OWN, ids=lambda topic: topic.name)


def named(value: Topic | str) -> str:
    """The name of a case in the report."""
    return value if isinstance(value, str) else value.name


@each_topic
def test_the_floors_belong_to_this_corpus(topic: Topic) -> None:
    """Whoever changes a topic or its gold measures again and sets the floors anew."""
    assert fingerprint(topic.folder) == FLOORS[topic.name].corpus, (
        f"{topic.folder.name} has changed: take its floors out of {floors.PATH.name} and run `make floors`"
    )


@pytest.mark.parametrize(("topic", "figure"), HELD, ids=named)
def test_no_figure_falls_below_its_floor(topic: Topic, figure: str) -> None:
    """A floor may only go up: below it the build is red, and well above it somebody raises it."""
    reached, floor = scores(topic), FLOORS[topic.name].at_least[figure]
    value = reached.percent[figure]
    if value is None:
        pytest.skip(f"the brief holds nothing that {figure} could judge")
    assert value >= floor, f"{figure} fell to {value}, its floor is {floor}: {reached.percent}"
    assert value <= floor + floors.room(figure, reached), (
        f"well done: {figure} is {value} now, its floor {floor}; run `make floors`"
    )


@pytest.mark.parametrize(("topic", "figure"), COUNTED, ids=named)
def test_no_figure_rises_above_its_ceiling(topic: Topic, figure: str) -> None:
    """What must not happen is counted, and may only become less."""
    assert scores(topic).counts[figure] <= FLOORS[topic.name].at_most[figure]


@each_topic
def test_every_figure_is_held(topic: Topic) -> None:
    """No figure of the scorer is left without a floor or a ceiling; what finds things finds some."""
    assert set(scores(topic).shares) == set(FLOORS[topic.name].at_least)
    assert set(FLOORS[topic.name].at_most) == set(floors.CEILINGS)


@each_topic
def test_the_brief_keeps_to_its_budget(topic: Topic) -> None:
    """What is scored is as short as was asked for."""
    counts = scores(topic).counts
    assert counts["items"] <= topic.budget.items
    assert counts["words"] <= topic.budget.words


@each_topic
@pytest.mark.parametrize("figure", CHOSEN)
def test_the_choice_beats_the_first_sentences(topic: Topic, figure: str) -> None:
    """On each topic choosing is worth more than printing what stands at the top of each article."""
    first = together(figure, baseline_scores(topic, "first sentences"))
    assert together(figure, [scores(topic)]) > first


@pytest.mark.parametrize("method", BASELINES)
@pytest.mark.parametrize("figure", CHOSEN)
def test_the_choice_beats_each_baseline(method: str, figure: str) -> None:
    """Over all topics together the brief holds more than what takes no thought, and than LexRank."""
    theirs = together(figure, [draw for topic in OWN for draw in baseline_scores(topic, method)])
    assert together(figure, [scores(topic) for topic in OWN]) > theirs


def together(figure: str, many: "list[Scores] | tuple[Scores, ...]") -> float:
    """The share of all together, in percent."""
    hits, of = (sum(one.shares[figure][place] for one in many) for place in (0, 1))
    return Share(hits, of).percent or 0.0
