"""The clauses of a sentence, and what stands between two places."""

from hypothesis import given
from hypothesis import strategies as st

from brief import figure_words
from brief.extract.datapoints import clauses
from brief.language import load, view
from brief.measures import Hit, lexicon

ARABIC = load("ar")
ANY = lexicon(ARABIC).measures[0]


def parts(text: str) -> list[str]:
    """The clauses of a text."""
    return [text[a:z] for a, z in clauses.clauses(text, view(text), figure_words.lexicon(ARABIC))]


def test_a_sentence_is_cut_at_commas_and_opening_words_but_not_in_numbers() -> None:
    """A comma between digits cuts nothing."""
    assert parts("بلغ 1,200 طن، ثم تراجع بينما زاد غيره") == ["بلغ 1,200 طن", " ثم تراجع ", "بينما زاد غيره"]


@given(st.lists(st.integers(0, 50), max_size=20), st.integers(-5, 55), st.integers(-5, 55))
def test_within_gives_what_begins_between(starts: list[int], first: int, last: int) -> None:
    """As a plain search through all would."""
    told = [Hit(start, start + 1, ANY) for start in sorted(starts)]
    assert list(clauses.within(told, first, last)) == [hit for hit in told if first <= hit.start < last]


@given(st.text(alphabet="اب ،.;1,\n-", max_size=60))
def test_clauses_lie_in_order(text: str) -> None:
    """None is empty, none overlaps the next, all lie in the text."""
    found = clauses.clauses(text, view(text), figure_words.lexicon(ARABIC))
    places = [place for clause in found for place in clause]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in found)
