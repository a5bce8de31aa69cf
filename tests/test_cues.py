"""Lists of words as patterns over folded text."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from brief import cues
from brief.language import fold, table
from tests.builders import ARABIC

TABLES = ("facets", "overtaken", "sameness", "scenes", "statements", "terms", "voice")
MANY = 30  # expressions that these tables hold at the least


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


@pytest.mark.parametrize(
    ("expressions", "made"),
    [
        (["سوق", "سوار", "باب"], "س(?:وق|وار)|ب(?:اب)"),
        (["(سوق", r"\(باب"], r"(سوق|\(باب"),
        (["سوق", r"\w+ باب"], r"سوق|\w+ باب"),
        (["سوق", "ا?باب"], "سوق|ا?باب"),
        ([r"\.سوق", r"\.باب"], r"\.(?:سوق|باب)"),
    ],
)
def test_alternatives_of_one_letter_stand_together(expressions: list[str], made: str) -> None:
    """So they do where every one begins with a letter or sign as it stands; else they stay as they are."""
    assert cues.alternatives(expressions) == made


@pytest.mark.parametrize(
    ("expression", "made"),
    [
        (r"(?<!\w)سوق|(?<!\w)باب|دار", r"(?<!\w)(?:سوق|باب)|دار"),
        (r"(?<!\w)سوق|دار|(?<!\w)باب", r"(?<!\w)سوق|دار|(?<!\w)باب"),
        (r"(?:(?<!\w)سوق|(?<!\w)باب)", r"(?:(?<!\w)سوق|(?<!\w)باب)"),
        (r"(?<!\w)[|(]سوق\||(?<!\w)(?P<a>باب|دار)", r"(?<!\w)(?:[|(]سوق\||(?P<a>باب|دار))"),
        (r"(?<!\w)[^]|]سوق[\]|]|(?<!\w)باب", r"(?<!\w)(?:[^]|]سوق[\]|]|باب)"),
    ],
)
def test_neighbouring_alternatives_ask_once_whether_a_word_begins(expression: str, made: str) -> None:
    """Only those of the whole expression, and in their order: bars in sets and brackets part nothing."""
    assert cues.at_words(expression) == made


def test_the_expressions_of_the_data_find_the_same_at_words() -> None:
    """Whatever a written expression finds, with its groups, it finds in the form that is searched."""
    texts = [fold(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("topic/*.txt"))]
    written = [one for name in TABLES for one in expressions(table(ARABIC.code, name))]
    assert len(written) > MANY
    assert texts
    for one in written:
        plain, made = re.compile(one), re.compile(cues.at_words(one))
        for text in texts:
            found, expected = (
                [(match.regs, match.lastindex) for match in pattern.finditer(text)]
                for pattern in (made, plain)
            )
            assert found == expected, one


def expressions(entry: object) -> Iterator[str]:
    """The values of a table that ask where a word begins."""
    if isinstance(entry, str):
        yield from [entry] if entry.count(r"(?<!\w)") > 1 else []
    elif isinstance(entry, list):
        alone = all(isinstance(one, str) for one in entry)
        yield from expressions("|".join(entry)) if alone else chain.from_iterable(map(expressions, entry))
    elif isinstance(entry, dict):
        yield from chain.from_iterable(map(expressions, entry.values()))
