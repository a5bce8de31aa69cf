"""Figures that were revised, and those that only look as if they were."""

from decimal import Decimal
from typing import Any

import pytest

from brief.changes.figures import revised
from brief.model import Certainty, Qualifier
from tests.builders import ARABIC
from tests.changes.briefs import anchor, entry, figure, side, sides

OLD = "بلغ عدد الأطفال الذين شملتهم حملة التطعيم في إقليم الوادي 40200 طفل."
NEW = "بلغ عدد الأطفال الذين شملتهم حملة التطعيم في إقليم الوادي 55700 طفل."
LATER = "2024-03-19"


def found(new: str, value: str, old: str = OLD, first: str = "40200", **fields: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """From what to what a figure changed; `fields` are those of the later one."""
    day, measure = fields.pop("day", LATER), fields.pop("measure", "طفل")
    known = {"a.txt": old, "b.txt": new}
    before = side({"a.txt": old}, datapoints=(figure(anchor(old), first, "طفل"),))
    point = figure(anchor(new), value, measure, **{"unit": "persons", **fields})
    after = side((entry("a.txt", old), entry("b.txt", new, day)), (), known, datapoints=(point,))
    told = revised(sides(before, after), ARABIC)
    return [(str(one.before.value), str(one.after.value)) for one in told]


def test_a_later_count_of_one_thing_revises_the_earlier() -> None:
    """The same thing counted on a later day, in other numbers."""
    assert found(NEW, "55700") == [("40200", "55700")]


@pytest.mark.parametrize(
    ("new", "value", "fields"),
    [
        (NEW.replace("55700", "40200"), "40200", {}),
        (NEW.replace("55700", "40 ألف"), "40000", {}),
        (NEW, "55700", {"day": "2024-03-01"}),
        (NEW, "55700", {"qualifier": Qualifier.FORECAST}),
        (NEW, "55700", {"certainty": Certainty.HEDGED}),
        (NEW, "55700", {"certainty": Certainty.DENIED}),
        (NEW.replace("إقليم الوادي", "مصر"), "55700", {"subject": "مصر", "measure": "طفل"}),
        (NEW.replace("طفل.", "دولار."), "55700", {"unit": "usd", "measure": "الكلفة"}),
        (NEW.replace("55700 طفل", "1500 ممرض"), "1500", {"measure": "ممرض"}),
        (NEW.replace("55700", "955700"), "955700", {}),
        ("وصل 55700 طفل إلى المدارس صباح الأحد.", "55700", {}),
    ],
    ids=[
        "equal",
        "rounded",
        "older",
        "forecast",
        "hedged",
        "denied",
        "elsewhere",
        "unit",
        "noun",
        "far",
        "other matter",
    ],
)
def test_what_is_no_revision(new: str, value: str, fields: dict[str, Any]) -> None:
    """Equal, rounded, older, foreseen, denied figures and those of other things revise nothing."""
    old = OLD.replace("إقليم الوادي", "تونس") if fields.get("subject") else OLD
    assert found(new, value, old, **fields) == []


def test_a_demand_revises_nothing() -> None:
    """What somebody asks for is no count."""
    wanted = "طالبت الوزارة برفع عدد الأطفال الذين شملتهم حملة التطعيم في إقليم الوادي إلى 55700 طفل."
    assert found(wanted, "55700") == []


def test_figures_of_two_days_are_two_figures() -> None:
    """Each day has its own count, unless the words say that one grew."""
    daily = NEW.replace("بلغ", "سُجل يوم الأحد")
    old = OLD.replace("بلغ", "سُجل يوم السبت")
    point = figure(anchor(old), "40200", "طفل", period="2024-03-04")
    for new, many in (
        (daily, 0),
        (NEW.replace("بلغ", "ارتفع").replace("إقليم الوادي", "إقليم الوادي إلى"), 1),
    ):
        after = side(
            (entry("a.txt", old), entry("b.txt", new, LATER)),
            (),
            {"a.txt": old, "b.txt": new},
            datapoints=(figure(anchor(new), "55700", "طفل", period="2024-03-19"),),
        )
        before = side({"a.txt": old}, datapoints=(point,))
        assert len(list(revised(sides(before, after), ARABIC))) == many


def test_the_last_of_several_figures_counts() -> None:
    """What grew twice between two issues is told from the first to the last."""
    middle = NEW.replace("55700", "48300")
    points = (
        figure(anchor(middle), "48300", "طفل"),
        figure(anchor(NEW), "55700", "طفل"),
    )
    entries = (entry("a.txt", OLD), entry("b.txt", middle, "2024-03-12"), entry("c.txt", NEW, LATER))
    after = side(entries, (), {"a.txt": OLD, "b.txt": middle, "c.txt": NEW}, datapoints=points)
    before = side({"a.txt": OLD}, datapoints=(figure(anchor(OLD), "40200", "طفل"),))
    [one] = revised(sides(before, after), ARABIC)
    assert [one.before.value, one.after.value] == [Decimal(40200), Decimal(55700)]


def test_a_source_that_corrects_itself_revises_its_figure() -> None:
    """Another version of one file is a later word of it."""
    before = side({"a.txt": OLD}, datapoints=(figure(anchor(OLD), "40200", "طفل"),))
    after = side({"a.txt": NEW}, datapoints=(figure(anchor(NEW), "55700", "طفل"),))
    assert len(list(revised(sides(before, after), ARABIC))) == 1


LOAN = "أن المصرف سيقدم قرضًا بقيمة 90 مليون دولار لتوسعة ميناء الصفا وحوض السفن"
LARGER = "أن قيمة القرض الذي سيقدمه المصرف لتوسعة ميناء الصفا وحوض السفن هي 130 مليون دولار"


def loans(**fields: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """From what to what a loan changed that is announced twice; `fields` are those of the earlier one."""
    old, new = f"أعلنت الوزارة، الأحد، {LOAN}.", f"أعلنت الوزارة، الثلاثاء، {LARGER}."
    said: dict[str, Any] = {"said_by": "الوزارة", "certainty": Certainty.ATTRIBUTED}
    first = figure(
        anchor(old, LOAN), "90", "القروض", **{"unit": "usd", **said, "period": "2024-03-03", **fields}
    )
    then = figure(anchor(new, LARGER), "130", "القروض", unit="usd", period="2024-03-19", **said)
    before = side({"a.txt": old}, datapoints=(first,))
    texts = {"a.txt": old, "b.txt": new}
    entries = (entry("a.txt", old), entry("b.txt", new, LATER))
    after = side(entries, (), texts, datapoints=(then,))
    return [(str(one.before.value), str(one.after.value)) for one in revised(sides(before, after), ARABIC)]


def test_the_day_on_which_a_figure_is_told_is_not_its_own() -> None:
    """What is announced on two days may be one loan."""
    assert loans() == [("90", "130")]


def test_what_was_to_be_expected_is_revised_by_what_is_told() -> None:
    """A forecast is made good or not, but of another time it is another figure."""
    guess = {"qualifier": Qualifier.FORECAST, "certainty": Certainty.HEDGED}
    assert loans(**guess) == [("90", "130")]
    assert loans(**guess, period="2025") == []


TRADE = "وبلغ حجم التجارة بين الأردن والمغرب 40 مليون دولار عام 2023 وفق بيانات الجمارك."


@pytest.mark.parametrize(
    ("between", "told"),
    [
        (("المغرب", "الأردن"), [("40", "55")]),
        (("الأردن", "المغرب"), [("40", "55")]),
        (("المغرب", "تونس"), []),
    ],
)
def test_what_lies_between_two_has_no_first(between: tuple[str, str], told: list[tuple[str, str]]) -> None:
    """The trade of one with the other is that of the other with the one."""
    new = TRADE.replace("40", "55").replace("الأردن والمغرب", " و".join(between))
    known = {"unit": "usd", "period": "2023"}
    old_point = figure(anchor(TRADE), "40", "حجم التجارة", subject="الأردن", counterpart="المغرب", **known)
    new_point = figure(anchor(new), "55", "حجم التجارة", subject=between[0], counterpart=between[1], **known)
    before = side({"a.txt": TRADE}, datapoints=(old_point,))
    entries = (entry("a.txt", TRADE), entry("b.txt", new, LATER))
    after = side(entries, (), {"a.txt": TRADE, "b.txt": new}, datapoints=(new_point,))
    found = revised(sides(before, after), ARABIC)
    assert [(str(one.before.value), str(one.after.value)) for one in found] == told
