"""The frames of clauses."""

import pytest

from brief.facets import frames
from tests.facets.builders import named, seen, told


@pytest.mark.parametrize(
    ("text", "frame", "there"),
    [
        ("ستخسر البلدية نصف الرسوم", "future", True),
        ("سياسة البلدية واضحة", "future", False),
        ("وقال الأمين إن البلدية ستخسر نصف الرسوم", "future_said", True),
        ("قد تخسر البلدية نصف الرسوم", "may", True),
        ("وقد تعثرت أعمال البلدية", "may", False),
        ("كانت البلدية قد أغلقت الساحة", "past_perfect", True),
        ("وفي ربيع 2015 كانت البلدية قد أغلقت الساحة", "past_perfect", True),
        ("وكانت البلدية أغلقت الساحة", "past_perfect", True),
        ("وكانت البلدية القديمة جميلة", "past_perfect", False),
        ("أغلقت البلدية الساحة", "past_perfect", False),
        ("إن تعثر الإصلاح، فلن تعود الساحة", "condition", True),
        ("ولو أغلقت الساحة لصار الجسر سوقا", "condition", True),
        ("إن البلدية أغلقت الساحة، فغضب الباعة", "condition", False),
        ("وكانت البلدية تخشى الزحام", "was_wanting", True),
        ("وتخشى البلدية الزحام", "was_wanting", False),
        ("يملك السكان ما يريد الباعة", "was_wanting", False),
        ("أغلقت البلدية الساحة لتنظيم المرور", "purpose", True),
        ("أغلقت البلدية الساحة مما أغضب الباعة", "result", True),
        ("قال الأمين: «لن نعود إلى الساحة القديمة أبدا»", "quoted", True),
        ("هل تعود الساحة؟", "asking", True),
        ("أغلقت الساحة في 12 مارس", "day", True),
        ("يبيع 300 بائع", "figure", True),
    ],
)
def test_a_clause_is_known_by_its_form(text: str, frame: str, *, there: bool) -> None:
    """Mood, tense, purpose, result, quotation, question, date and figure."""
    assert (frame in named(frames.signs(seen(told(text)))[0], "frames")) is there


def test_a_year_before_that_of_the_article_is_earlier() -> None:
    """The date of the article says what is past; without one the years it names do."""
    dated = frames.signs(seen(told("فتحت الساحة في 2015", "وأغلقت في 2021", published="2021-04-01")))
    assert ["earlier_year" in named(one, "frames") for one in dated] == [True, False]
    undated = frames.signs(seen(told("فتحت في 2015", "وأغلقت في 2021", "وتعود في 2021")))
    assert ["earlier_year" in named(one, "frames") for one in undated] == [True, False, False]


def test_the_main_clause_begins_behind_what_opens_the_sentence() -> None:
    """An adjunct ends with its comma; a verb opens the main clause itself."""
    adjunct, verb = seen(told("في بيان صدر أمس، أدانت الجمعية القرار", "أدانت الجمعية القرار، ثم عادت"))
    assert adjunct.words[frames.main_start(adjunct)] == "ادانت"
    assert frames.main_start(verb) == 0


def test_a_clause_beneath_begins_at_its_conjunction() -> None:
    """«حيث» opens one; without any the whole sentence is the main clause."""
    (one, plain) = seen(told("أغلقت البلدية الساحة حيث يقف الباعة", "أغلقت البلدية الساحة"))
    assert one.words[frames.subordinate_from(one)] == "حيث"
    assert frames.subordinate_from(plain) == len(plain.words)
