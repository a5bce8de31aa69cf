"""What sources tell differently."""

from decimal import Decimal

from brief.disagree import discrepancies
from brief.extract.datapoints import datapoints
from brief.extract.events import events
from brief.language import load
from brief.model import Discrepancy, Evidence
from brief.united import united
from tests.builders import document

ARABIC = load("ar")


def evidence(line: str, published: str = "2023-05-10") -> Evidence:
    """What an article of one line offers."""
    text = document(line, published=published)
    return Evidence(document=text, datapoints=datapoints(text, ARABIC), events=events(text, ARABIC))


def told(*lines: str) -> tuple[Discrepancy, ...]:
    """The disagreements among articles of one line each."""
    return disagreements(*map(evidence, lines))


def disagreements(*texts: Evidence) -> tuple[Discrepancy, ...]:
    """The disagreements among what some articles offer."""
    return discrepancies(texts, united(texts, ARABIC), ARABIC)


def test_counts_of_one_thing_that_differ_stand_side_by_side() -> None:
    """Two counts of one noun in like surroundings are one disagreement with both passages."""
    (found,) = told(
        "حظرت وزارة التجارة الكينية استيراد 31 منتجا زراعيا من تنزانيا.",
        "وشمل قرار الوزارة حظر استيراد 27 منتجا زراعيا.",
    )
    assert found.kind == "conflict"
    assert len(found.items) == 2
    assert all(item.text == item.evidence[0].text for item in found.items)


def test_counts_that_agree_or_count_other_things_do_not() -> None:
    """The same value, another noun, another country or another year is no disagreement."""
    line = "حظرت وزارة التجارة الكينية استيراد 31 منتجا زراعيا من تنزانيا."
    assert told(line, line + " ") == ()
    assert told(line, "حظرت وزارة التجارة الكينية دخول 27 شاحنة من تنزانيا.") == ()
    assert told(line, "حظرت وزارة التجارة النرويجية استيراد 27 منتجا زراعيا من السويد.") == ()
    assert (
        told(
            "استوردت كينيا 31 منتجا زراعيا جديدا في عام 2020.",
            "استوردت كينيا 27 منتجا زراعيا جديدا في عام 2022.",
        )
        == ()
    )


def test_amounts_of_one_thing_that_differ() -> None:
    """Quantities of one good in one place differ as counts do."""
    (found,) = told(
        "تنتظر 40 مليون طن من الذرة في مخازن الموانئ الكينية.",
        "تتكدس نحو 45 مليون طن من الذرة داخل مخازن الموانئ الكينية.",
    )
    assert found.kind == "conflict"


def test_days_of_one_arrival_that_differ() -> None:
    """A person who arrives in a country on two days is shown; two persons are not."""
    line = "وصل وزير الزراعة بيتر مونيا إلى مصر في 3 مايو 2023 في زيارة رسمية."
    (found,) = told(line, "بدأ وزير الزراعة بيتر مونيا زيارة إلى مصر في 4 مايو 2023 مع وفد كبير.")
    assert len(found.items) == 2
    assert told(line, "بدأ وزير التجارة سمير عواد زيارة إلى مصر في 4 مايو 2023 مع وفد كبير.") == ()


def test_a_term_longer_than_any_is_a_misprint() -> None:
    """A presidential term of thirty years cannot be; one of four can."""
    (found,) = told("خلال الولاية الأولى للرئيس بيتر مونيا (1990- 2020) نما الاقتصاد.")
    assert found.kind == "typo"
    assert found.items[0].text.endswith("(1990- 2020)")
    assert told("خلال الولاية الأولى للرئيس بيتر مونيا (2016- 2020) نما الاقتصاد.") == ()


def test_a_bound_and_an_approximation_on_one_figure() -> None:
    """«أكثر من … تقريبا» says two things of one figure."""
    (found,) = told("تعمل في الميناء أكثر من ستين شركة تقريبا منذ افتتاحه.")
    assert found.kind == "precision"


def test_last_year_means_another_year_in_another_text() -> None:
    """A relative year beside amounts of one unit is shown where the texts' years differ."""
    old = evidence("بلغت صادرات كينيا 7 مليارات دولار العام الماضي.", "2021-03-01")
    new = evidence("بلغت واردات كينيا 9 مليارات دولار العام الماضي.", "2023-03-01")
    (found,) = disagreements(old, new)
    assert found.kind == "precision"
    assert disagreements(new) == ()


def test_the_cost_stays_near_linear() -> None:
    """Crowds of like figures are compared within a bound, not all with all."""
    many = [
        evidence(f"وزع مركز رقم {number} في كينيا {number + 20} خيمة كبيرة للنازحين.") for number in range(60)
    ]
    found = disagreements(*many)
    assert sum(len(one.items) for one in found) < 60
    assert all(isinstance(point.value, Decimal) for one in many for point in one.datapoints)
