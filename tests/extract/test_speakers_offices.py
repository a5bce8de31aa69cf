"""Who holds the office that speaks, whose a statement is, and what only looks like somebody who speaks."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document

SAID = "«سنعود إلى المرفأ حين تهدأ الريح تماما»"


def told(*lines: str) -> list[tuple[str | None, str | None]]:
    """The speakers of the quotes of an article of these lines, with their roles."""
    return [(one.speaker, one.role) for one in quotes(document(*lines), ARABIC)]


@pytest.mark.parametrize(
    ("line", "speaker", "role"),
    [
        (f"وقال معاون وزير الصيد نادر الكتبي إن الناس {SAID}.", "نادر الكتبي", "معاون وزير الصيد"),
        (
            f"ووقع عن الجانب البحري معاون وزير الصيد نادر الكتبي، الذي أكد أن الناس {SAID}.",
            "نادر الكتبي",
            "معاون وزير الصيد",
        ),
        (f"وقال وزير المياه سهوان القطرب السبت إن الناس {SAID}.", "سهوان القطرب", "وزير المياه"),
        (f"قالت النائبة المعارضة سهوان القطرب إن الناس {SAID}.", "سهوان القطرب", "النائبة المعارضة"),
        (
            f"غير أن ممثلة الصندوق في كينيا سهوان القطرب قالت، في المؤتمر، إن الناس {SAID}.",
            "سهوان القطرب",
            "ممثلة الصندوق",
        ),
        (f"فقد كررت مديرته سهوان القطرب الخميس، في مقابلة، أن الناس {SAID}.", "سهوان القطرب", None),
        (f"وقال نائب من كتلة «المرفأ أولا» إن الناس {SAID}.", "نائب من كتلة «المرفأ أولا»", None),
        (f"وقد قال لي دبلوماسي أفريقي قبل شهر إن الناس {SAID}.", "دبلوماسي أفريقي", None),
    ],
    ids=[
        "an aide",
        "an aide behind a side",
        "before a day",
        "behind an adjective",
        "before its verb",
        "repeats",
        "of a bloc",
        "to me",
    ],
)
def test_the_holder_of_an_office_is_named_with_the_whole_office(
    line: str, speaker: str, role: str | None
) -> None:
    """The name stands behind the whole office, whatever stands between it and what is said."""
    assert told(line) == [(speaker, role)]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (f"وقال بيان صدر عقب اجتماع لمجلس البلدية إن الناس {SAID}.", "مجلس البلدية"),
        (f"وقال بيان صادر عن مجلس البلدية إن الناس {SAID}.", "مجلس البلدية"),
        (f"وقال بيان صدر أمس إن الناس {SAID}.", None),
    ],
)
def test_a_statement_speaks_for_whoever_gave_it_out(line: str, speaker: str | None) -> None:
    """A paper is nobody; where its house is not told nobody speaks."""
    assert told(line) == [(speaker, None)]


def test_how_somebody_speaks_is_not_who() -> None:
    """An adverb behind the verb leaves the speaker of the sentence before."""
    lines = (f"يقول الصياد سامي القطان إن الناس {SAID}.", f"وعن الأجرة يضيف ساخرا إنها {SAID}.")
    assert [speaker for speaker, _ in told(*lines)] == ["سامي القطان"] * 2


def test_an_expectation_goes_on_with_who_spoke_before() -> None:
    """«Mentioned», where it opens a sentence, hands on its subject."""
    line = f"وذكر وزير الصيد نادر الكتبي أن المرفأ سيغلق. وتوقع أن يعود المرفأ مفتوحا {SAID}."
    assert told(line) == [("نادر الكتبي", "وزير الصيد")]


def test_a_paper_that_talked_to_somebody_says_nothing() -> None:
    """Its name stands between marks behind «talked», before «to»."""
    assert told("وتحدثت «المرساة» إلى ضابط في المرفأ قال إن القوارب ستعود قريبا.") == []
    assert told(f"وتحدث الضابط إلى الصيادين وقال إنهم {SAID}.") == [("الضابط", None)]


def test_a_weekday_is_no_part_of_a_body() -> None:
    """A body ends before the day on which it spoke."""
    assert told(f"وقال مجلس البلدية الثلاثاء إن الناس {SAID}.") == [("مجلس البلدية", None)]


def test_words_on_a_thing_are_nobodys() -> None:
    """What a field of a form says nobody says, nor who stands before it."""
    line = f"الاسم وعدد أفراد الأسرة، وخانة صغيرة في الأسفل تقول {SAID}."
    assert told(line) in ([], [(None, None)])
    assert told(f"وكانت الورقة على الطاولة، والمديرة تقول {SAID}.") == [("المديرة", None)]


def test_whom_the_reporter_met_speaks_in_the_paragraph() -> None:
    """Nobody else is told to speak behind «we met», and no man behind a woman who was met."""
    met = "في المدينة، حيث التقينا أحد حراس المرفأ القديم، كان المزاج مختلفا. قال إن القوارب كثيرة."
    assert told(f"{met} وأضاف: {SAID}.") == [("أحد حراس المرفأ القديم", None)]
    assert told(f"في المرفأ التقينا الحارسة سهى القطان قرب البوابة. وقال: {SAID}.") == [(None, None)]
