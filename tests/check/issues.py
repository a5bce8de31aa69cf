"""A small issue that holds, as data and as files, for tests that break it."""

import hashlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from brief.check import Proof
from brief.check.issue import Finding, open_issue
from brief.model import (
    Account,
    Anchor,
    Brief,
    Certainty,
    Chart,
    Datapoint,
    Discrepancy,
    Event,
    Item,
    Mark,
    Period,
    Position,
    Quote,
    Section,
    SourceEntry,
    Stance,
)
from tests.topics import STRIKE

TEXTS = {name: content.decode() for name, content in STRIKE.items()}
PAGE = '<a href="#b">x</a><p id="b" style="background: url(data:,x)">y</p><img src="data:,x">'


def line(name: str, mark: str) -> Anchor:
    """The line of a text that holds `mark`."""
    text = TEXTS[name]
    at = text.index(mark)
    start, end = text.rfind("\n", 0, at) + 1, text.index("\n", at)
    return Anchor(name, start, end, text[start:end])


def within(anchor: Anchor, opening: str, closing: str) -> Anchor:
    """The part of a passage between two marks."""
    start = anchor.text.index(opening) + len(opening)
    end = anchor.text.index(closing, start)
    return Anchor(anchor.source, anchor.start + start, anchor.start + end, anchor.text[start:end])


def item(number: int, evidence: Anchor, *more: Anchor) -> Item:
    """An item that prints all words of its passage but the last."""
    return Item(
        id=f"s{number}",
        label=None,
        text=" ".join(evidence.text.split()[:-1]),
        actors=(),
        certainty=Certainty.STATED,
        standing=None,
        evidence=(evidence, *more),
    )


def datapoint(id_: str, value: str | None, unit: str, evidence: Anchor, period: str | None) -> Datapoint:
    """A datapoint of a single value."""
    return Datapoint(
        id=id_,
        measure=None,
        subject=None,
        counterpart=None,
        value=Decimal(value) if value else None,
        low=None,
        high=None,
        unit=unit,
        qualifier=None,
        period=period,
        evidence=(evidence,),
    )


def mark(id_: str, value: str, period: str) -> Mark:
    """The drawn figure of a datapoint."""
    low = Decimal(value)
    return Mark(label=period, group=None, low=low, high=low, qualifier=None, period=period, datapoint=id_)


def good() -> Brief:
    """A brief of the strike in which everything stands on its passage."""
    wages, ships, deal = line("agency.txt", "10.4%"), line("agency.txt", "47"), line("agency.txt", "12 ")
    trade, long, fleet = line("centre.txt", "7.2"), line("centre.txt", "2011"), line("paper.txt", "52")
    said = line("paper.txt", '"')
    items = (item(1, wages), item(2, ships, fleet), item(3, deal), item(4, trade), item(5, long))
    return Brief(
        topic="strike",
        title=TEXTS["agency.txt"].splitlines()[0],
        subtitle=None,
        issued="2023-03-18",
        language="ar",
        locale="ar",
        direction="rtl",
        audience=None,
        marking=None,
        theme="modern",
        period=Period(None, None),
        sources=tuple(entry(name) for name in TEXTS),
        sections=(Section("summary", "A", items[:2]), Section("outcomes", "B", items)),
        datapoints=(
            datapoint("d1", "7200000000", "usd", trade, "2022"),
            datapoint("d2", "6100000000", "usd", trade, "2021"),
            datapoint("d3", "10.4", "percent", wages, "2022"),
        ),
        key_figures=("d1", "d3"),
        charts=(chart(trade),),
        quotes=(quote(said),),
        timeline=(Event(start="2023-03-12", end=None, text=deal.text, evidence=(deal, long)),),
        positions=(Position(actor="x", target=None, stance=Stance.SUPPORT, evidence=(said,)),),
        discrepancies=(
            Discrepancy(
                topic="ships",
                kind="conflict",
                items=(Account(ships.text, (ships,)), Account(fleet.text, (fleet,))),
            ),
        ),
        notes=(),
    )


def quote(passage: Anchor) -> Quote:
    """What stands between the quotation marks of a passage."""
    return Quote(
        id="q1", speaker=None, role=None, via=None, text=within(passage, '"', '"').text, evidence=passage
    )


def chart(evidence: Anchor) -> Chart:
    """The two trade figures in milliards."""
    return Chart(
        id="trade",
        title="T",
        kind="bars",
        unit="usd",
        unit_label=None,
        scale=10**9,
        datapoints=("d1", "d2"),
        marks=(mark("d1", "7.2", "2022"), mark("d2", "6.1", "2021")),
        evidence=(evidence,),
        note=None,
        alt="",
    )


def entry(name: str) -> SourceEntry:
    """How the brief lists a text."""
    return SourceEntry(
        id=name,
        path=name,
        number=1,
        title=None,
        publisher=None,
        author=None,
        published=None,
        language="ar",
        digest=hashlib.sha256(TEXTS[name].encode()).hexdigest(),
        grade=None,
        background=False,
        status="used",
        reason=None,
    )


def tree(brief: Brief) -> Any:  # noqa: ANN401 - JSON is a tree of anything
    """The record as a tree that a test may change."""
    return msgspec.json.decode(msgspec.json.Encoder(decimal_format="number").encode(brief))


def write(folder: Path, record: Any, page: str | None = PAGE) -> Path:  # noqa: ANN401 - see tree
    """The issue's folder with `record` (a `Brief` or a tree) as its brief.json."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / "sources" / name).write_bytes(text.encode())
    content = msgspec.json.Encoder(decimal_format="number").encode(record)
    (folder / "brief.json").write_bytes(content)
    if page is not None:
        (folder / "brief.html").write_text(page, "utf-8")
    return folder


def proved(prove: Proof, folder: Path) -> tuple[Finding, ...]:
    """What one proof finds in the issue in `folder`."""
    return tuple(prove(open_issue(folder)))
