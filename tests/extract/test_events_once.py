"""Events of several documents, each told once."""

from msgspec import structs

from brief.extract.events import events
from brief.extract.events.once import told_once
from brief.extract.events.reprinted import as_first_printed
from brief.language import load
from brief.model import Claim, Event
from tests.builders import claim, document

ARABIC = load("ar")


def told(*lines: str, claims: tuple[Claim, ...] = ()) -> tuple[Event, ...]:
    """The events of articles of one line each, of 10 May 2023."""
    articles = (document(line, path=f"{n}.txt", published="2023-05-10") for n, line in enumerate(lines))
    found = [event for article in articles for event in events(article, ARABIC)]
    return told_once(found, claims, ARABIC)


def test_one_event_of_two_sources_has_both_passages() -> None:
    """The same day, actors and words make one event that cites both."""
    (event,) = told(
        "افتتح الرئيس الكيني السد الجديد على نهر تانا في 3 مارس 2021.",
        "وكان الرئيس الكيني افتتح السد على نهر تانا في الثالث من مارس 2021 بحضور ضيوف.",
    )
    assert len({anchor.source for anchor in event.evidence}) == 2
    assert event.text == event.evidence[0].text


def test_two_things_of_one_day_stay_two() -> None:
    """Other words on the same day, or other numbers in the same words, are other events."""
    apart = told(
        "افتتح الرئيس الكيني السد الجديد على نهر تانا في 3 مارس 2021.",
        "أضرب عمال الميناء في مومباسا عن العمل في 3 مارس 2021.",
    )
    assert len(apart) == 2
    numbers = told(
        "أفرج البنك الأفريقي عن دفعة قدرها 40 مليون شلن للسد في 3 مارس 2021.",
        "أفرج البنك الأفريقي عن دفعة قدرها 75 مليون شلن للسد في 3 مارس 2021.",
    )
    assert len(numbers) == 2


def test_two_sentences_of_one_source_are_two_events() -> None:
    """One article does not back itself."""
    line = "افتتح الرئيس الكيني السد على نهر تانا في 3 مارس 2021. "
    assert len(told(line + "ثم افتتح الرئيس الكيني جسر السد على نهر تانا في 3 مارس 2021.")) == 2


def test_what_happened_is_told_before_what_was_expected() -> None:
    """The passage that tells the event as happened is the first, though its source comes later."""
    (event,) = told(
        "وإذا افتتح الرئيس الكيني السد على نهر تانا في 3 مارس 2021 فستبدأ الزراعة.",
        "افتتح الرئيس الكيني السد على نهر تانا في 3 مارس 2021.",
    )
    assert event.text.startswith("افتتح")


def test_a_year_that_another_source_gives_otherwise_is_left_out() -> None:
    """Exchanged digits or a wrong decade for the same happening: neither year is taken up."""
    assert told("تعيش الجزيرة في هدوء منذ استقلالها عام 2012.", "استقلت الجزيرة عام 2021 عن جارتها.") == ()
    assert told("لم تشهد المدينة مثله منذ زلزال عام 1987.", "دمر زلزال عام 1997 نصف بيوت المدينة.") == ()


def test_the_year_with_more_sources_stays() -> None:
    """Two sources against one keep their year."""
    found = told(
        "لم تشهد المدينة مثله منذ زلزال عام 1987.",
        "دمر زلزال عام 1997 نصف بيوت المدينة.",
        "وكان زلزال عام 1987 قد شرد سكان الوادي.",
    )
    assert {event.start for event in found} == {"1987"}


def test_what_comes_again_has_many_years() -> None:
    """Elections of two decades are two elections."""
    found = told("فاز الحزب في انتخابات عام 2007.", "خسر الحزب انتخابات عام 2017.")
    assert [event.start for event in found] == ["2007", "2017"]


def test_the_order_of_sources_changes_nothing_but_the_passages() -> None:
    """The same events come out whichever way they are handed in."""
    lines = ["افتتح الرئيس الكيني السد على نهر تانا في 3 مارس 2021.", "أضرب عمال الميناء في 4 مارس 2021."]
    articles = [document(line, path=f"{n}.txt", published="2023-05-10") for n, line in enumerate(lines)]
    found = [event for article in articles for event in events(article, ARABIC)]
    assert told_once(found, (), ARABIC) == told_once(found[::-1], (), ARABIC)


def test_passages_of_one_claim_are_one_event() -> None:
    """Where two sources were found to tell one claim, its date is one event, however they word it."""
    lines = ("أضرب عمال الميناء في 4 مارس 2021.", "توقف تفريغ السفن في مومباسا يوم 4 مارس 2021.")
    articles = [document(line, path=f"{n}.txt", published="2023-05-10") for n, line in enumerate(lines)]
    found = [event for article in articles for event in events(article, ARABIC)]
    shared = structs.replace(claim(lines[0]), evidence=tuple(event.evidence[0] for event in found))
    assert len(told_once(found, (), ARABIC)) == 2
    assert len(told_once(found, (shared,), ARABIC)) == 1


def test_a_plan_goes_where_another_source_tells_the_day() -> None:
    """What was expected of a day is not told beside what came on it; a plan that nobody answers stays."""
    plan = "ومن المقرر أن يعقد مجلس البلدية جلسته يوم 12 مايو 2023."
    done = "عقد مجلس البلدية جلسته في 12 مايو 2023 وأقر الموازنة بعد نقاش طويل."
    early = events(document(plan, path="a.txt", published="2023-05-10"), ARABIC)
    late = events(document(done, path="b.txt", published="2023-05-14"), ARABIC)
    assert [one.text for one in told_once([*early, *late], (), ARABIC)] == [done]
    assert [one.text for one in told_once(early, (), ARABIC)] == [plan]


def test_a_plan_stays_beside_what_else_came_on_its_day() -> None:
    """An earthquake elsewhere does not tell how a session of the council went."""
    plan = "ومن المقرر أن يعقد مجلس البلدية جلسته يوم 12 مايو 2023."
    other = "ضرب زلزال عنيف جزيرة بعيدة في 12 مايو 2023 وهدم عشرات البيوت."
    early = events(document(plan, path="a.txt", published="2023-05-10"), ARABIC)
    late = events(document(other, path="b.txt", published="2023-05-14"), ARABIC)
    assert [one.text for one in told_once([*early, *late], (), ARABIC)] == [plan, other]


REPRINTED = "أغلقت بلدية الزيتون يوم الأربعاء سوق السمك القديم أمام الباعة والزبائن."
OTHERWISE = "أغلقت بلدية الزيتون يوم الأربعاء سوق الطيور القديم أمام الباعة والزبائن."


def printed(first: tuple[str, str], second: tuple[str, str], known: str | None = "") -> list[str]:
    """The days of the events of two papers, each of a line and a day; of the first's what is `known`."""
    made = [document(line, day, published=day) for line, day in (first, second)]
    found = [event for article in made for event in events(article, ARABIC)]
    days = {made[0].id: first[1] if known == "" else known, made[1].id: second[1]}
    return [event.start for event in as_first_printed(found, days)]


def test_a_reprint_gives_its_words_no_day_of_its_own() -> None:
    """«On Wednesday», printed again nine days later, is still the Wednesday of the first paper."""
    assert printed((REPRINTED, "2023-05-19"), (REPRINTED, "2023-05-12")) == ["2023-05-10"]
    assert printed((REPRINTED, "2023-05-05"), (REPRINTED, "2023-05-12"), known=None) == ["2023-05-10"]
    assert printed((OTHERWISE, "2023-05-19"), (REPRINTED, "2023-05-12")) == ["2023-05-17", "2023-05-10"]
    assert printed((REPRINTED, "2023-05-11"), (REPRINTED, "2023-05-12")) == ["2023-05-10"] * 2


def test_few_words_are_alike_by_chance() -> None:
    """«The market closed higher on Wednesday» is told of many Wednesdays."""
    line = "أغلق مؤشر سوق الزيتون يوم الأربعاء على ارتفاع طفيف."
    assert printed((line, "2023-05-19"), (line, "2023-05-12")) == ["2023-05-17", "2023-05-10"]
