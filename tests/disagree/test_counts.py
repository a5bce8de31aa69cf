"""Tolls: what grows from day to day, and what two sides claim of one day."""

import pytest
from msgspec import structs

from brief.disagree.counts import counts
from brief.disagree.passages import corpus
from brief.disagree.states import States
from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Discrepancy, Evidence
from brief.united import united
from tests.builders import document

ARABIC = load("ar")
DAY = "2023-05-10"


def evidence(line: str, published: str = DAY, said_by: str | None = None) -> Evidence:
    """The figures of an article of one line, said by somebody."""
    text = document(line, published=published)
    points = (structs.replace(point, said_by=said_by) for point in datapoints(text, ARABIC))
    return Evidence(document=text, datapoints=tuple(points))


def told(*texts: Evidence) -> list[Discrepancy]:
    """The disagreements among articles."""
    points = united(texts, ARABIC)
    states = States(points, corpus(texts, ARABIC))
    return list(counts(texts, points, states, ARABIC))


QUAKE = "ارتفعت حصيلة الزلزال في كينيا إلى 31 قتيلا وفق الدفاع المدني."
MORE = "أعلن الدفاع المدني في كينيا أن حصيلة الزلزال بلغت 54 قتيلا."


def test_two_tolls_of_one_day_differ() -> None:
    """Reports of the same day that count otherwise stand side by side."""
    (found,) = told(evidence(QUAKE), evidence(MORE))
    assert found.kind == "conflict"
    assert len(found.items) == 2


@pytest.mark.parametrize(("first", "last", "number"), [(QUAKE, MORE, 0), (MORE, QUAKE, 1)])
def test_a_toll_that_grows_is_no_disagreement(first: str, last: str, number: int) -> None:
    """A later and larger toll is news; a later and smaller one is another claim."""
    assert len(told(evidence(first), evidence(last, "2023-05-12"))) == number


def test_tolls_of_weeks_apart_are_of_other_events() -> None:
    """What is told long after and is smaller is told of something else."""
    assert told(evidence(MORE), evidence(QUAKE, "2023-07-12")) == []


def test_tolls_of_two_days_are_two_figures() -> None:
    """A day that is named keeps counts apart."""
    one = "أسفر القصف على الميناء في كينيا عن مقتل 12 شخصا في 3 مايو 2023."
    assert told(evidence(one), evidence(one.replace("12", "17").replace("3 مايو", "4 مايو"))) == []
    assert len(told(evidence(one), evidence(one.replace("12", "17")))) == 1


def test_tolls_of_two_places_are_two_figures() -> None:
    """A word that goes on differently tells of another place."""
    one = "أسفر الهجوم على سوق الزيتون في كينيا عن مقتل 12 شخصا."
    assert told(evidence(one), evidence(one.replace("12", "17").replace("الزيتون", "النخيل"))) == []


def test_what_befell_people_is_told_apart() -> None:
    """The killed are not set against the wounded, whatever noun counts them."""
    one = "أسفر القصف على الميناء في كينيا عن مقتل 12 شخصا."
    assert told(evidence(one), evidence(one.replace("مقتل 12", "إصابة 17"))) == []


def test_claims_of_two_sides_may_be_far_apart() -> None:
    """Ten times as many is no slip where another side says it; without sides it is another thing."""
    low, high = QUAKE, MORE.replace("54", "620")
    assert told(evidence(low), evidence(high)) == []
    assert len(told(evidence(low, said_by="أ"), evidence(high, said_by="ب"))) == 1


def test_figures_between_other_parties_are_no_two_sides() -> None:
    """Trade with one partner does not contradict trade with another; with the same one it does."""
    first = "بلغ حجم التجارة بين كينيا والبرازيل 24 مليار دولار خلال سنة 2019"
    last = "بينما بلغ حجم التجارة بين كينيا والهند 37 مليار دولار خلال سنة 2019"
    assert told(evidence(first), evidence(last)) == []
    (found,) = told(evidence(first), evidence(last.replace("الهند", "البرازيل")))
    assert found.topic == "المقدار: حجم التجارة"


@pytest.mark.parametrize(
    ("first", "last", "number"),
    [
        (
            "وضعت هيئة الموانئ الكينية عشرين معيارا لرخصة الرصيف.",
            "طبقت سبعة من المعايير لرخصة الرصيف، وفق هيئة الموانئ الكينية.",
            0,
        ),
        (
            "وضعت هيئة الموانئ الكينية عشرين معيارا لرخصة الرصيف.",
            "وضعت هيئة الموانئ الكينية ثلاثة عشر معيارا لرخصة الرصيف.",
            1,
        ),
    ],
    ids=["some of them", "all of them"],
)
def test_some_of_a_whole_are_no_other_count_of_it(first: str, last: str, number: int) -> None:
    """«Seven of the standards» is not at odds with twenty."""
    assert len(told(evidence(first), evidence(last))) == number
