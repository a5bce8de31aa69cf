"""Lists of words as patterns over folded text."""

import re

import pytest

from brief import cues
from brief.language import fold
from tests.builders import ARABIC


def found(phrases: list[str], text: str) -> list[str]:
    """The cues of a list that stand in a text."""
    pattern = cues.pattern(phrases, ARABIC.proclitics)
    return [match["cue"] for match in pattern.finditer(fold(text))]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("رحّبت البلدية", ["رحبت"]),
        ("ورحبت البلدية", ["رحبت"]),
        ("ترحبت البلدية", []),
        ("رحبتا بالقرار", []),
        ("مرحبت", []),
    ],
)
def test_a_cue_is_a_whole_word_after_one_proclitic(text: str, cue: list[str]) -> None:
    """Marks are overlooked and one joined letter is allowed before it; a longer word is another word."""
    assert found(["رحبت"], text) == cue


def test_a_star_lets_the_last_word_go_on() -> None:
    """«انتقاد*» finds انتقادات as well."""
    assert found(["انتقاد*"], "سمع انتقادات بعد انتقاد") == [fold("انتقادات"), fold("انتقاد")]


def test_the_longest_phrase_wins() -> None:
    """Of two phrases that open alike the longer one is found."""
    assert found(["قد", "قد يؤدي إلى"], "قد يؤدي إلى ازدحام") == [fold("قد يؤدي إلى")]


def test_what_looks_like_a_pattern_is_text() -> None:
    """Brackets and dots of a phrase stand for themselves."""
    assert found(["أ.ب"], "اxب") == []
    assert found(["أ.ب"], "أ.ب") == ["ا.ب"]


def test_an_opening_stands_at_the_start_only() -> None:
    """An opening is matched with the marks before and the comma behind it, and only as whole words."""
    pattern = cues.starting(["ومن ثم", "لكن"])
    assert pattern.match(fold("«ومن ثم، عاد الباعة")) is not None
    assert pattern.match(fold("لكنه عاد")) is None
    assert pattern.match(fold("عاد لكن متأخرا")) is None


def test_a_list_of_the_data_is_found_by_its_keys() -> None:
    """`of` compiles the list under the given keys, once."""
    pattern = cues.of(ARABIC, "facets", "certainty", "hedged")
    assert isinstance(pattern, re.Pattern)
    assert pattern is cues.of(ARABIC, "facets", "certainty", "hedged")
    assert pattern.search(fold("ربما يعود الباعة"))


def test_a_pattern_of_the_data_may_be_several() -> None:
    """A list of patterns finds what any of them finds, and is compiled once."""
    never = cues.expression(ARABIC, "rulings", "summary", "never")
    assert never is cues.expression(ARABIC, "rulings", "summary", "never")
    assert never.search("دعا الوزير رييس البلديه لحضور الحفل")
    assert never.search("يتابع العالم اخبار الحديقه")
    assert not never.search("اقرت البلديه رسوما علي المواقف")
