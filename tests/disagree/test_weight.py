"""Which disagreements are told first, how many of them, and under which words."""

import pytest

from brief import config, offered
from brief.disagree.vocabulary import phrase
from brief.disagree.weight import weighed
from brief.language import load
from brief.model import Account, Discrepancy, DiscrepancyKind, Evidence
from brief.pipeline import condense
from tests.builders import document
from tests.topics import ROOT

ARABIC = load("ar")
LINES = [f"هذه جملة طويلة رقمها {number} في مقال عن ميناء مومباسا." for number in range(9)]
EVIDENCE = Evidence(document=document(*LINES))


def doubt(line: int, kind: DiscrepancyKind = "conflict") -> Discrepancy:
    """A disagreement of one side, the sentence of a line."""
    anchor = EVIDENCE.document.sentences[line].anchor
    return Discrepancy(topic=str(line), kind=kind, items=(Account(anchor.text, (anchor,)),))


def test_a_conflict_comes_before_what_is_only_less_exact() -> None:
    """Whatever was found first, what cannot both be true is told first."""
    assert [one.kind for one in weighed([doubt(8, "precision"), doubt(8)], [EVIDENCE])] == [
        "conflict",
        "precision",
    ]


def test_the_head_of_an_article_comes_before_its_end() -> None:
    """Of two conflicts the one among the first sentences is told first; equal ones keep their order."""
    assert [one.topic for one in weighed([doubt(8), doubt(7), doubt(0)], [EVIDENCE])] == ["0", "8", "7"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ويلتزم الطرفان بموجب الاتفاق بخفض الرسوم.", "يلتزم الطرفان بموجب الاتفاق بخفض الرسوم"),
        ("من جهته نفى الوزير تأجيل الافتتاح، وقال إن العمل مستمر.", "نفى الوزير تأجيل الافتتاح"),
        ("وزير الري يزور السد.", "وزير الري يزور السد"),
    ],
)
def test_a_topic_line_is_a_plain_phrase(text: str, words: str) -> None:
    """What only leads to a clause is left out, and a word is never cut."""
    assert phrase(text, ARABIC) == words


def test_a_long_clause_says_that_it_goes_on() -> None:
    """No small word or number stands last before the sign that it goes on."""
    text = "أعلنت الشركة في بيان طويل عن مشروعها أنها ستنفق على 12 مصنعا جديدا في الجنوب."
    assert phrase(text, ARABIC) == "أعلنت الشركة في بيان طويل عن مشروعها أنها ستنفق…"


def test_what_is_not_told_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more disagreements than are printed the number of the others stands in a note."""
    monkeypatch.setattr(offered, "MOST_TOLD", 1)
    folder = ROOT / "tests" / "topic"
    brief, _ = condense(folder, config.load(folder))
    assert len(brief.discrepancies) == 1
    (note,) = (note for note in brief.notes if note.kind == "disagreements")
    assert int(note.message) > 1
