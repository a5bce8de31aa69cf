"""The baselines take whole sentences within the budget, and are the same each time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from brief.config import Budget
from tests.builders import anchor, document
from tests.evaluation.baselines import BASELINES, DRAWS, at_random, first_sentences, lexrank, within

ROOT = Path(__file__).parents[2]
# It shares words with three others, which share none with each other.
CENTRE = "افتتحت البلدية سوق النخيل وأقامت مهرجان الزهور ورممت جسر الوادي."
ARTICLES = (
    document("هطل المطر على الجبل ليلا.", "ازدحم سوق النخيل صباحا.", "أغلق جسر الوادي شهرين."),
    document("نجح مهرجان الزهور كثيرا.", CENTRE, path="b.txt"),
    document("نام القط تحت الشجرة.", "كتب المعلم رسالة طويلة.", "غادر القطار محطته مبكرا.", path="c.txt"),
)


@pytest.mark.parametrize("method", BASELINES)
def test_every_sentence_is_ranked_once(method: str) -> None:
    """Each order holds all sentences of all articles, as they stand."""
    whole = sorted(sentence.anchor for article in ARTICLES for sentence in article.sentences)
    assert [sorted(ranked) for ranked in BASELINES[method](ARTICLES)] == [whole] * len(
        BASELINES[method](ARTICLES)
    )


def test_first_sentences_go_round() -> None:
    """The first of each article comes before the second of any."""
    (ranked,) = first_sentences(ARTICLES)
    sentences = [[sentence.anchor for sentence in article.sentences] for article in ARTICLES]
    assert ranked[:4] == [sentences[0][0], sentences[1][0], sentences[2][0], sentences[0][1]]
    assert ranked[-2:] == [sentences[0][2], sentences[2][2]]


def test_lexrank_puts_what_others_tell_first() -> None:
    """The sentence that is like most others comes first, wherever it stands."""
    (ranked,) = lexrank(ARTICLES)
    assert ranked[0].text == CENTRE


def test_lexrank_is_the_same_in_every_process() -> None:
    """The order of sets, which differs from process to process, decides nothing."""
    program = (
        "import sys; from tests.builders import document; from tests.evaluation.baselines import lexrank;"
        "print([one.start for one in lexrank([document(*sys.argv[1:])])[0]])"
    )
    lines = (ROOT / "tests" / "topic" / "02.txt").read_text("utf-8").split("\n")
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    said = subprocess.run(
        [sys.executable, "-c", program, *lines],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "1"},
    ).stdout
    assert said.strip() == str([one.start for one in lexrank([document(*lines)])[0]])


def test_chance_is_fixed_and_drawn_several_times() -> None:
    """The draws differ from each other and are the same the next time."""
    draws = at_random(ARTICLES)
    assert draws == at_random(ARTICLES)
    assert len(draws) == DRAWS
    assert len({tuple(draw) for draw in draws}) > 1


def test_what_does_not_fit_is_passed_over() -> None:
    """A long passage leaves its place to a shorter one; items and words both bind."""
    ranked = [anchor("واحد اثنان"), anchor("ثلاثة أربعة خمسة ستة"), anchor("سبعة"), anchor("ثمانية")]
    assert [one.text for one in within(ranked, Budget(items=2, words=4))] == ["واحد اثنان", "سبعة"]
    assert [one.text for one in within(ranked, Budget(items=9, words=3))] == ["واحد اثنان", "سبعة"]
