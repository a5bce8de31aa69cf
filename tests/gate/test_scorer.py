"""The scorer itself, on passages small enough to count by hand."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from brief.model import (
    Account,
    Anchor,
    Brief,
    Chart,
    Discrepancy,
    Facet,
    Item,
    Period,
    Position,
    Quote,
    Section,
    SourceEntry,
    Stance,
)
from brief.sections.item import item
from tests.builders import anchor, claim, datapoint, event, statement
from tests.evaluation.found import is_faithful
from tests.evaluation.gold import Gold
from tests.evaluation.places import Place
from tests.evaluation.scorer import Scores, score
from tests.evaluation.shares import Share

GOLD = Place("a.txt", 100, 200)

TEXTS = {
    "a.txt": "افتتحت البلدية حديقة النخيل في 4 مارس 2019. قال الحارس «الحديقة للجميع» ورحب بها. "
    "زارها 300 طفل.",
    "b.txt": "حديقة النخيل افتتحت يوم الاثنين أمام الجمهور. زارها 500 طفل في اليوم الأول. يعود السوق قريبا.",
}
OPENED, SAID, CAME = (f"{part}." for part in TEXTS["a.txt"].rstrip(".").split(". "))
OPENED_TOO, CAME_TOO, MARKET = (f"{part}." for part in TEXTS["b.txt"].rstrip(".").split(". "))


def spans(*told: tuple[str, str]) -> list[dict[str, str]]:
    """Gold passages by file and words."""
    return [{"file": file, "span": words} for file, words in told]


ENTRIES: dict[str, list[dict[str, Any]]] = {
    "claims": [
        {
            "importance": 3,
            "facet": "outcomes",
            "evidence": spans(("a", OPENED), ("b", OPENED_TOO)),
        },
        {"importance": 1, "facet": "context", "evidence": spans(("a", CAME))},
        {"importance": 2, "facet": "reactions", "evidence": spans(("a", SAID))},
    ],
    "sentence_facets": [
        {"file": "a", "kind": "sentence", "sentence": OPENED, "facet": "outcome", "alt_facet": None},
        {"file": "a", "kind": "sentence", "sentence": CAME, "facet": "outcome", "alt_facet": "context"},
    ],
    "discrepancies": [
        {"topic": "How many came", "items": spans(("a", CAME), ("b", CAME_TOO))},
        {"topic": "Spelling of a name", "items": spans(("a", OPENED), ("b", OPENED_TOO))},
        {"topic": "The day", "items": spans(("a", OPENED), ("b", MARKET))},
    ],
    "timeline": [
        {"date": "2019-03-04", "evidence": spans(("a", OPENED))},
        {"date": "2091-03-04", "status": "do_not_use", "evidence": spans(("a", OPENED))},
    ],
    "quotes": [{"file": "a", "span": "الحديقة للجميع"}],
    "reactions": [{"file": "a", "span": SAID, "stance": "support", "alt_stance": None}],
}


def cited(words: str, file: str = "a.txt") -> Anchor:
    """A passage of one of the texts."""
    return anchor(words, file[0], TEXTS[file].index(words))


def line(*passages: Anchor) -> Item:
    """An item that prints its first passage."""
    first, *others = passages
    return item(claim(statement(first.text, first.source, first.start), *others))


def scored(folder: Path, sections: Sequence[tuple[Facet, Sequence[Item]]] = (), **parts: Any) -> Scores:  # noqa: ANN401
    """The score of a brief with these items and parts against the gold above."""
    (folder / "gold").mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    for name, entries in (ENTRIES | parts.pop("gold", {})).items():
        (folder / "gold" / f"{name}.json").write_text(json.dumps(entries), "utf-8")
    brief = structs.replace(EMPTY, sections=tuple(Section(id_, "", tuple(rows)) for id_, rows in sections))
    return score(structs.replace(brief, **parts), Gold(folder, folder / "gold"))


EMPTY = Brief(
    topic="park",
    title="",
    subtitle=None,
    issued="2019-03-05",
    language="ar",
    locale="ar",
    direction="rtl",
    audience=None,
    marking=None,
    theme="modern",
    period=Period(None, None),
    sources=tuple(
        SourceEntry(
            id=name[0],
            path=name,
            number=number,
            title=None,
            publisher=None,
            author=None,
            published=None,
            language="ar",
            digest="",
            grade=None,
            background=False,
            status="used",
            reason=None,
        )
        for number, name in enumerate(TEXTS, 1)
    ),
    sections=(),
    datapoints=(),
    key_figures=(),
    charts=(),
    quotes=(),
    timeline=(),
    positions=(),
    discrepancies=(),
    notes=(),
)


@pytest.mark.parametrize(
    ("start", "end", "rests"),
    [
        (100, 200, True),
        (150, 250, True),
        (151, 251, False),
        (120, 140, True),
        (0, 600, False),
        (0, 560, True),
        (100, 112, False),
    ],
    ids=["the same", "half", "less than half", "a part", "a window", "a paragraph", "a crumb"],
)
def test_a_passage_rests_on_gold_it_shares_half_with(start: int, end: int, rests: bool) -> None:  # noqa: FBT001
    """Half of the shorter of the two must be shared; windows and crumbs do not count, nor other files."""
    assert Place("a.txt", start, end).rests_on(GOLD) is rests
    assert not Place("b.txt", start, end).rests_on(GOLD)


@pytest.mark.parametrize(
    ("text", "passage", "faithful"),
    [
        ("افتتحت البلدية الحديقة", "افتتحت البلدية أمس الحديقة الجديدة", True),
        ("افتتحت الحديقة البلدية", "افتتحت البلدية الحديقة", False),
        ("افتتحت البلدية المكتبة", "افتتحت البلدية الحديقة", False),
        ("البلدية", "افتتحت البلدية الحديقة", False),
        ("بلغت 40", "بلغت ٤٠", True),
    ],
    ids=["words dropped", "another order", "another word", "too little", "other digits"],
)
def test_an_item_is_words_of_its_passage_in_order(text: str, passage: str, faithful: bool) -> None:  # noqa: FBT001
    """Dropping words is allowed up to half of them; adding, swapping and reordering is not."""
    assert is_faithful(item(claim(statement(text, anchor=anchor(passage))))) is faithful


def test_claims_count_by_importance_and_once(tmp_path: Path) -> None:
    """Two items of one claim cover it once; the market is no claim and costs precision."""
    rows = [line(cited(OPENED)), line(cited(OPENED_TOO, "b.txt")), line(cited(MARKET, "b.txt"))]
    shares = scored(tmp_path, [(Facet.CONTEXT, rows)]).shares
    assert shares["claim_recall"] == Share(3, 6)
    assert shares["must_have_recall"] == Share(1, 1)
    assert shares["item_precision"] == Share(2, 3)
    assert shares["facet_accuracy"] == Share(0, 1)


def test_only_the_first_passage_covers_a_claim(tmp_path: Path) -> None:
    """A further passage on another claim does not count as told, and is a false merge."""
    shares = scored(tmp_path, [(Facet.CONTEXT, [line(cited(CAME), cited(OPENED_TOO, "b.txt"))])]).shares
    assert shares["claim_recall"] == Share(1, 6)
    assert shares["merge_rate"] == Share(0, 1)
    assert shares["merge_precision"] == Share(0, 1)


def test_a_claim_of_two_sources_in_one_item_is_merged(tmp_path: Path) -> None:
    """Both passages tell the claim."""
    shares = scored(tmp_path, [(Facet.OUTCOMES, [line(cited(OPENED), cited(OPENED_TOO, "b.txt"))])]).shares
    assert (shares["merge_rate"], shares["merge_precision"]) == (Share(1, 1), Share(1, 1))


def test_sections_are_judged_on_annotated_sentences(tmp_path: Path) -> None:
    """The alternative counts for the lenient figure only; a sentence without a label for neither."""
    rows = [line(cited(CAME)), line(cited(SAID))]
    shares = scored(tmp_path, [(Facet.CONTEXT, rows), (Facet.OUTCOMES, [line(cited(OPENED))])]).shares
    assert (shares["section_strict"], shares["section_lenient"]) == (Share(1, 2), Share(2, 2))


def test_disagreements_need_both_sides_and_spelling_is_left_aside(tmp_path: Path) -> None:
    """One is met by both of its passages; one passage is not enough; a variant of spelling is no fault."""

    def doubt(*passages: Anchor) -> Discrepancy:
        return Discrepancy(
            topic="", kind="conflict", items=tuple(Account(one.text, (one,)) for one in passages)
        )

    doubts = (
        doubt(cited(CAME), cited(CAME_TOO, "b.txt")),
        doubt(cited(OPENED), cited(OPENED_TOO, "b.txt")),
        doubt(cited(MARKET, "b.txt"), cited(SAID)),
    )
    shares = scored(tmp_path, discrepancies=doubts).shares
    assert shares["discrepancy_recall"] == Share(1, 2)
    assert shares["discrepancy_precision"] == Share(1, 2)


@pytest.mark.parametrize(
    ("start", "found", "trapped"),
    [("2019-03-04", 1, 0), ("2019-03", 1, 0), ("2019", 0, 0), ("2019-03-05", 0, 0), ("2091", 0, 1)],
)
def test_dates_count_to_the_month_and_misprints_are_traps(
    tmp_path: Path, start: str, found: int, trapped: int
) -> None:
    """A date is right to the month at least; a known misprint is counted apart."""
    told = scored(tmp_path, timeline=(event(start, OPENED, evidence=(cited(OPENED),)),))
    assert told.shares["timeline_recall"] == Share(found, 1)
    assert told.shares["timeline_precision"] == Share(found, 1)
    assert told.counts["timeline_traps"] == trapped


def test_quotes_count_by_place_and_positions_by_stance(tmp_path: Path) -> None:
    """The words of a quotation are enough; a position must agree in its stance."""
    quote = Quote(id="q", speaker=None, role=None, via=None, text="", evidence=cited("«الحديقة للجميع»"))
    stances = [Position(actor="", target=None, stance=one, evidence=(cited(SAID),)) for one in Stance]
    shares = scored(tmp_path, quotes=(quote,), positions=tuple(stances)).shares
    assert (shares["quote_recall"], shares["quote_precision"]) == (Share(1, 1), Share(1, 1))
    assert (shares["position_recall"], shares["position_precision"]) == (Share(1, 1), Share(1, len(Stance)))


@pytest.mark.parametrize(
    ("value", "unit", "second", "right", "drawn"),
    [
        (300, "count", "count", 1, 1),
        (301, "count", "count", 0, 0),
        (300, "usd", "usd", 0, 0),
        (300, "count", "usd", 1, 0),
    ],
    ids=["right", "another value", "another unit", "a chart of two units"],
)
def test_figures_need_value_and_unit_and_charts_one_unit(  # noqa: PLR0913, PLR0917 - what is varied
    tmp_path: Path, value: int, unit: str, second: str, right: int, drawn: int
) -> None:
    """A figure is its value in its unit on its passage; figures off the marked passages are not judged."""
    figure = {"file": "a", "span": CAME, "value": 300, "unit": "persons", "chart": "trade"}
    points = (
        datapoint(id="d1", value=Decimal(value), unit=unit, evidence=(cited(CAME),)),
        datapoint(id="d2", value=Decimal(7), unit=second, evidence=(cited(MARKET, "b.txt"),)),
    )
    chart = Chart(
        id="trade",
        title="",
        kind="bars",
        unit=unit,
        unit_label=None,
        scale=1,
        datapoints=("d1", "d2"),
        marks=(),
        evidence=(),
        note=None,
        alt="",
    )
    shares = scored(tmp_path, gold={"datapoints": [figure]}, datapoints=points, charts=(chart,)).shares
    assert (shares["datapoint_recall"], shares["datapoint_precision"]) == (Share(right, 1), Share(right, 1))
    assert shares["chart_recall"] == Share(drawn, 1)
    assert shares["chart_precision"].hits == drawn


def test_what_the_gold_does_not_hold_is_not_measured(tmp_path: Path) -> None:
    """Without marked figures there is no figure for figures."""
    assert not {name for name in scored(tmp_path).shares if name.startswith(("datapoint", "chart"))}
