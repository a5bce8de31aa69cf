"""Sentences of two versions side by side."""

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from brief.copies.alignment import aligned
from tests.builders import WORDS, document


def test_sentences_meet_their_nearest_alone() -> None:
    """Each sentence has one partner, the one that shares most of its words."""
    lines = [f"بلغت صادرات البلد من {good} نحو {n}0 طن في الموسم." for n, good in enumerate("قشو", 1)]
    one, other = document(*lines), document(*(line.replace("0 طن", "5 طن") for line in lines))
    pairs = [(a.position, b.position) for a, b in aligned(one.sentences, other.sentences)]
    assert pairs == [(0, 0), (1, 1), (2, 2)]


def test_equal_sentences_and_other_sentences_are_left_out() -> None:
    """Only what was changed, and only a little, has a partner."""
    one = document(
        "افتتحت البلدية سوق الخضار القديم صباح أمس.", "وكلفت الأعمال 40 دينارا بعد عامين من العمل."
    )
    other = document(
        "وكلفت الأعمال 45 دينارا بعد عامين من العمل.",
        "افتتحت البلدية سوق الخضار القديم صباح أمس.",
        "لا صلة لهذا السطر بما سبقه.",
    )
    pairs = [(a.position, b.position) for a, b in aligned(one.sentences, other.sentences)]
    assert pairs == [(1, 0)]


lines = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), min_size=1, max_size=9
)


@given(lines, lines)
def test_no_sentence_has_two_partners(one: list[str], other: list[str]) -> None:
    """Each sentence of either side stands in one pair at most."""
    texts = [document(*(f"x {line}" for line in some)) for some in (one, other)]
    pairs = list(aligned(texts[0].sentences, texts[1].sentences))
    for side in zip(*pairs, strict=True):
        assert len(set(side)) == len(side)


TIED = """
from brief.copies.alignment import aligned
from tests.builders import document
one = document("ورد شمس بحر جبل قمر نجم.", "سطر بين هذا وذاك لا صلة له.", "سحب مطر ريح نهر سهل شجر.")
other = document("لا صلة لهذا بما سبق.", "سحب مطر ريح ورد شمس بحر جبل قمر نجم نهر سهل شجر.", "ولا لهذا أيضا.")
print([(a.position, b.position) for a, b in aligned(one.sentences, other.sentences)])
"""


def test_of_two_sentences_as_near_the_first_is_taken() -> None:
    """Which one it is does not hang on the order that this run gives to words."""
    for seed in ("1", "2", "3", "4"):
        told = subprocess.run(
            [sys.executable, "-c", TIED],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert told.stdout.strip() == "[(0, 1)]"
