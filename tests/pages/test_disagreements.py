"""Disagreements as the pages set them: conflicts in full and first, the rest in a few words."""

from typing import get_args

import pytest
from msgspec import structs

from brief.model import Account, Anchor, Brief, Discrepancy, DiscrepancyKind
from brief.pages.disagreements import disagreements
from brief.render import render
from brief.themes import load
from tests.check.issues import good

LONG = (
    "وقال مدير الميناء في حديث مطول مع الصحفيين أمس إن العمال المضربين الذين تجمعوا أمام البوابة الشمالية "
    "منذ الفجر بلغ عددهم 480 عاملا وإنهم طالبوا بزيادة أجورهم وتحسين ظروف عملهم على الأرصفة كلها."
)
SHORT = "تجمع نحو 500 عامل أمام البوابة الشمالية."


def brief_of(*found: Discrepancy) -> Brief:
    """A brief with these disagreements."""
    return structs.replace(good(), discrepancies=found)


def differing(
    kind: DiscrepancyKind, *texts: str, topic: str = "العدد: عامل", note: str | None = None
) -> Discrepancy:
    """A disagreement of a kind between accounts with these texts."""
    source = good().sources[0].id
    accounts = tuple(
        Account(text, (Anchor(source, 100 * at, 100 * at + len(text), text),))
        for at, text in enumerate(texts)
    )
    return Discrepancy(topic=topic, kind=kind, items=accounts, note=note)


def test_conflicts_come_first_and_keep_their_places_in_the_record() -> None:
    """What contradicts is told before what is less exact, under the number that the record gives it."""
    found = disagreements(
        brief_of(differing("precision", SHORT), differing("conflict", SHORT), differing("typo", SHORT))
    )
    assert [number for number, _ in found.conflicts] == [2]
    assert [(kind, [number for number, _ in many]) for kind, many in found.in_short] == [
        ("precision", [1]),
        ("typo", [3]),
    ]


def test_an_account_in_short_keeps_the_figure_that_differs() -> None:
    """Of a long account the words around its own figure are left, in their order, with marks for the rest."""
    ((_, ((_, one),)),) = disagreements(brief_of(differing("precision", LONG, SHORT))).in_short
    told = one.items[0].text
    assert "480 عاملا" in told
    assert len(told.split()) < len(LONG.split()) / 2
    assert told.strip("… ") in LONG
    assert told.startswith("… ")
    assert told.endswith("…")
    assert one.items[1].text == SHORT


def test_an_account_of_a_conflict_is_told_whole() -> None:
    """Nothing of a contradiction is cut, however long its accounts are."""
    ((_, one),) = disagreements(brief_of(differing("conflict", LONG, SHORT))).conflicts
    assert [account.text for account in one.items] == [LONG, SHORT]


@pytest.mark.parametrize("kind", get_args(DiscrepancyKind))
def test_each_account_leads_to_its_passage(kind: DiscrepancyKind) -> None:
    """Whatever its kind, a disagreement has its place on the page and links to every passage."""
    page = render(brief_of(differing(kind, SHORT, LONG, note="ملاحظة")), load("modern"))
    told = page.partition('id="discrepancy-1"')[2].partition("</table>")[0]
    assert told.count('class="leaf"') == 2
    assert ("ملاحظة" in told) is (kind != "precision")


def test_a_heading_over_the_accounts_is_none_of_them() -> None:
    """The topic tells it already; an account that is the only other one stays."""
    topic = "روايات: أسباب متضاربة"
    told = [
        [account.text for account in one.items]
        for _, one in disagreements(
            brief_of(
                differing("conflict", "أسباب متضاربة", LONG, SHORT, topic=topic),
                differing("conflict", "أسباب متضاربة", LONG, topic=topic),
            )
        ).conflicts
    ]
    assert told == [[LONG, SHORT], ["أسباب متضاربة", LONG]]


def test_the_heading_keeps_its_passage_beside_the_topic() -> None:
    """What the annex leads back to the box stands in it."""
    topic = "روايات: أسباب متضاربة"
    one = differing("conflict", "أسباب متضاربة", LONG, SHORT, topic=topic)
    told = render(brief_of(one), load("modern")).partition('id="discrepancy-1"')[2].partition("</table>")[0]
    assert told.partition("</th>")[0].count('class="leaf"') == 1
    assert told.count('class="leaf"') == 3


def test_a_wording_that_one_source_alone_has_is_explained() -> None:
    """With no second account beside it nobody would know what differs."""
    one, both = (
        render(brief_of(differing("precision", *texts, note="ملاحظة")), load("modern"))
        for texts in ((SHORT,), (SHORT, LONG))
    )
    assert "ملاحظة" in one
    assert "ملاحظة" not in both
