"""What a report cannot bear out: what came after its day."""

import pytest
from msgspec import structs

from brief.model import Event, Evidence, Facet, Statement
from brief.same import Verdict
from brief.too_early import told_in_time
from tests.builders import ARABIC, document, event, statement

EARLY, LATE = "2021-03-01", "2021-03-09"


def kept(
    early: str,
    late: str,
    *others: Statement,
    days: tuple[str | None, str | None] = (EARLY, LATE),
    early_event: str = "",
    late_event: str = "",
) -> bool:
    """Whether two statements may still tell the same."""
    told = [statement(early, "a"), statement(late, "b"), *others]
    starts = (early_event, late_event)
    evidence = [
        Evidence(
            document=structs.replace(document("نص قصير."), id=one.anchor.source, published=day),
            events=_events(one, start),
        )
        for one, day, start in zip(told[:2], days, starts, strict=True)
    ]
    return bool(list(told_in_time([Verdict(0, 1, 0.9)], told, evidence, ARABIC)))


def _events(told: Statement, start: str) -> tuple[Event, ...]:
    return (event(start, told.text, evidence=(told.anchor,)),) if start else ()


TOLD = ("طالب الصيادون بخفض رسوم المرفأ", "خفض المرفأ رسوم الصيادين")


def test_what_happened_after_its_day_is_told_by_no_report() -> None:
    """Two reports of one matter agree unless the act is dated after the earlier one."""
    assert kept(*TOLD)
    assert kept(*TOLD, late_event="2021-02-20")
    assert not kept(*TOLD, late_event="2021-03-05")


@pytest.mark.parametrize(
    "fields",
    [
        {"days": (None, LATE)},
        {"days": (EARLY, None)},
        {"days": ("2021-03-06", LATE)},
        {"days": (EARLY, "2021-03-04")},
        {"early_event": "2021-03-05"},
    ],
)
def test_only_a_day_that_is_known_keeps_reports_apart(fields: dict[str, object]) -> None:
    """No day, a later report, a date ahead of both or an appointment that names it: they may agree."""
    assert kept(*TOLD, late_event="2021-03-05", **fields)  # type: ignore[arg-type]


def test_before_any_deal_nobody_tells_its_terms() -> None:
    """A report older than the first that tells of a settlement bears out no word about the deal."""
    settled = statement("وقعت نقابة الصيادين اتفاقا مع المرفأ", "b", 500)
    terms = "ولم يتضمن الاتفاق خفض رسوم المرفأ"
    assert not kept(TOLD[0], terms, settled)
    assert kept(TOLD[0], terms)
    assert kept("قد يتضمن الاتفاق خفض رسوم المرفأ", terms, settled)
    assert kept(TOLD[0], TOLD[1], settled)
    assert kept(TOLD[0], terms, settled, days=(LATE, LATE))
    made = "ووقعت نقابة الصيادين اتفاقا يخفض رسوم المرفأ"
    assert not kept(TOLD[0], made)
    assert kept("وكانت النقابة قد وقعت اتفاقا أول", made)
    assert kept(TOLD[0], "ووقع انفجار في المرفأ", settled)


@pytest.mark.parametrize(
    ("facet", "old", "late_event", "told"),
    [
        (Facet.OUTCOMES, True, "", False),
        (Facet.REACTIONS, True, "", False),
        (Facet.CONTEXT, True, "", True),
        (Facet.OUTCOMES, False, "", True),
        (Facet.OUTCOMES, True, "2021-02-20", True),
    ],
)
def test_background_bears_out_no_news(facet: Facet, *, old: bool, late_event: str, told: bool) -> None:
    """What came of the event is told by none that lay half a year behind it, unless it is dated before."""
    pair = [statement(TOLD[0], "a"), statement(TOLD[1], "b", facet=facet)]
    evidence = [
        Evidence(
            document=structs.replace(document("نص قصير."), id=name, published=day, background=background),
            events=_events(pair[1], late_event) if name == "b" else (),
        )
        for name, day, background in (("a", EARLY, old), ("b", LATE, False))
    ]
    assert bool(list(told_in_time([Verdict(0, 1, 0.9)], pair, evidence, ARABIC))) is told


def test_acts_of_two_years_are_two() -> None:
    """What was done last month and what was done two years ago, in like words."""
    assert kept(*TOLD, early_event="2021-01-20", late_event="2021-02-20")
    assert not kept(*TOLD, early_event="2019-01", late_event="2021-02-20")
    assert kept(*TOLD, early_event="2021-02-26", late_event="2022-12-31")
