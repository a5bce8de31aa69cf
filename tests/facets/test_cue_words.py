"""Cue words by the clause they stand in."""

from brief.facets import cue_words
from tests.facets.builders import seen, told


def strength(text: str, group: str) -> float:
    """How strongly a group of cue words speaks in `text`."""
    return cue_words.signs(seen(told(text)))[0].get(f"cues.{group}", 0.0)


def test_a_cue_of_the_main_clause_counts_whole() -> None:
    """Late in the sentence, or in a clause beneath, it counts in part."""
    assert strength("انتقدت الجمعية إغلاق الساحة", "judging") == 1.0
    assert strength("أغلقت البلدية الساحة التي انتقدت الجمعية حالها", "judging") == cue_words.LATE_SHARE


def test_behind_an_adjunct_the_main_clause_comes_first() -> None:
    """«في بيان …، أدانت»: the verb counts whole however long the adjunct is."""
    text = "في بيان صدر مساء أمس عن ثلاث من جمعيات المدينة القديمة، أدانت التاجرات القرار"
    assert strength(text, "judging") == 1.0


def test_no_more_than_two_cues_of_a_group_count() -> None:
    """A third says the same once more."""
    assert strength("أدانت وانتقدت ورفضت الجمعية القرار", "judging") == cue_words.COUNTED
