"""Lines begin without the «and» that their source wrote onto the first word."""

import pytest

from brief.language import load
from brief.model import Anchor, Certainty, Event, Item, Section
from brief.sections.unjoined import unjoined
from tests.builders import document

ARABIC = load("ar")


def line(text: str, passage: str | None = None) -> tuple[str, str]:
    """What is printed of a line over its passage, and the passage."""
    whole = passage or text
    article = document(f"قال المتحدث إن السعر ثابت.\n{whole}")
    start = article.text.index(whole)
    anchor = Anchor(article.id, start, start + len(whole), whole)
    item = Item(
        id="s1",
        label=None,
        text=text,
        actors=(),
        certainty=Certainty.STATED,
        standing=None,
        evidence=(anchor,),
    )
    event = Event(start="2024-05-01", end=None, text=text, evidence=(anchor,))
    (section,), (told,) = unjoined([Section("context", "", (item,))], [event], [article], ARABIC)
    (printed,) = section.items
    (own,) = printed.evidence
    assert article.text[own.start : own.end] == own.text
    assert (told.text, told.evidence) == (printed.text, printed.evidence)
    return printed.text, own.text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("وقال الوزير إن المصنع سيفتح", "قال الوزير إن المصنع سيفتح"),
        ("فالسعر لم يتغير منذ عام", "السعر لم يتغير منذ عام"),
        ("ويعتزم المصرف خفض الفائدة", "يعتزم المصرف خفض الفائدة"),
        ("وستقدم اللجنة تقريرها", "ستقدم اللجنة تقريرها"),
        ("وانخفضت الأرباح إلى النصف", "انخفضت الأرباح إلى النصف"),
        ("وأُغلقت ثلاثة موانئ", "أُغلقت ثلاثة موانئ"),
        ("ووقع الطرفان العقد", "وقع الطرفان العقد"),
        ("وصوّت المجلس على القانون", "صوّت المجلس على القانون"),
        ("وطرحت الهيئة مناقصة", "طرحت الهيئة مناقصة"),
    ],
)
def test_a_line_begins_without_the_letter_that_ties_it(text: str, bare: str) -> None:
    """Conjunctions before verbs and nouns go, vowel marks or not."""
    assert line(text) == (bare, bare)


@pytest.mark.parametrize(
    "text",
    [
        "وزير المالية يعد بخفض الضرائب",
        "وقع الطرفان العقد",
        "وسّع المصنع طاقته",
        "وقد يرتفع السعر",
        "وأن السعر ثابت",
        "وهو ما نفاه الوزير",
        "فيتنام تشتري القمح",
        "فرد الوزير على السؤال",
        "في المدينة مصنعان",
        "السعر ثابت",
    ],
)
def test_what_is_no_conjunction_or_is_needed_stays(text: str) -> None:
    """Letters of the word itself stay, and those that the sentence needs."""
    assert line(text) == (text, text)


def test_the_passage_begins_where_the_line_does() -> None:
    """Words that only lead in go with the letter."""
    assert line("وقال الوزير إن السعر ثابت", "من جهته، وقال الوزير إن السعر ثابت") == (
        "قال الوزير إن السعر ثابت",
        "قال الوزير إن السعر ثابت",
    )


def test_an_analysts_own_line_has_no_passage_and_stays() -> None:
    """Nothing is taken from what no source says."""
    own = Item(
        id="a1",
        label=None,
        text="والسعر سيرتفع",
        actors=(),
        certainty=Certainty.STATED,
        standing=None,
        evidence=(),
        kind="analyst",
        analyst="المحلل",
    )
    section = Section("context", "", (own,))
    assert unjoined([section], [], [], ARABIC) == ((section,), ())
