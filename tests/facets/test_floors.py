"""Floors under how well facets are told: on articles that the weights were not fitted on."""

import pytest

from brief.facets.judged import IDEAS
from tests.builders import ARABIC
from tests.facets.ablation import left_out
from tests.facets.articles import HERE, decided, labelled, reports, training
from tests.facets.fit import fit, weights_in_use
from tests.facets.measure import Scores, measure, measured


def above(scores: Scores, strict: float, lenient: float, macro: float) -> bool:
    """Whether no figure lies under its floor."""
    return scores.strict >= strict and scores.lenient >= lenient and scores.macro >= macro


@pytest.mark.slow
def test_training_articles_each_judged_by_the_others() -> None:
    """Leave one article out: the floors lie two points under what was measured."""
    scores = measured(left_out([(article,) for article in decided()], IDEAS))
    assert above(scores, 0.74, 0.82, 0.73), scores
    assert scores.sure_half >= 0.91, scores


@pytest.mark.slow
def test_topics_each_judged_by_all_others() -> None:
    """Nine topics of dense reports: the floors lie two points under what was measured."""
    scores = measured(left_out(list(reports().values()), IDEAS))
    assert above(scores, 0.49, 0.59, 0.48), scores


def test_unseen_articles() -> None:
    """Two articles, written and labelled by someone who has not seen the code."""
    scores = measure(labelled(HERE / "unseen"))
    assert above(scores, 0.60, 0.70, 0.55), scores
    assert scores.sure_half > scores.lenient, scores


def test_unseen_articles_and_topics() -> None:
    """The same with two topics of as many texts again."""
    topics = (HERE.parent / "topics_condensed" / name for name in ("quake_relief", "river_treaty"))
    told = [one for folder in topics for one in labelled(folder, folder / "gold")]
    scores = measure([*labelled(HERE / "unseen"), *told])
    assert above(scores, 0.64, 0.74, 0.62), scores
    assert scores.sure_half > scores.lenient, scores


@pytest.mark.slow
def test_the_weights_in_use_are_those_of_the_fit() -> None:
    """`python -m tests.facets.fit` would write what the product reads."""
    fitted, used = fit(training()).signs, weights_in_use(ARABIC).signs
    assert {name: row for name, row in fitted.items() if row} == used
