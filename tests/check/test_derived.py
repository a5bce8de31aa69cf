"""A record that says something else than its texts is found, whichever field it is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from brief.check import check, derived
from brief.errors import TopicError

# What only the analyst, a judge or a file's format says, and what the choice among all claims left behind.
HERS = {
    "topic",
    "title",
    "subtitle",
    "audience",
    "marking",
    "theme",
    "period.start",
    "period.end",
    "sources.title",
    "sources.publisher",
    "sources.author",
    "sources.grade",
    "sources.url",
    "sources.lines.judged",
    "sources.removed.reason",
}
OTHERS = {
    "certainty": ("denied", "stated"),
    "standing": ("denied", "signed"),
    "stance": ("oppose", "support"),
    "qualifier": ("record", "approx"),
    "direction": ("ltr", "rtl"),
    "status": ("set_aside", "used"),
    "published": ("2001-01-01", "2001-01-02"),
}
KINDS = {"sections": "analyst", "charts": "share", "discrepancies": "typo"}

Place = tuple[str | int, ...]


def places(node: Any, place: Place = ()) -> Iterator[Place]:  # noqa: ANN401 - JSON is a tree of anything
    """The way to every value of a record that holds no other."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from places(inner, (*place, key))
    elif isinstance(node, list):
        for number, inner in enumerate(node):
            yield from places(inner, (*place, number))
    else:
        yield place


def name(place: Place) -> str:
    """The field that a place belongs to: its way without the numbers."""
    return ".".join(part for part in place if isinstance(part, str))


def parent(record: Any, place: Place) -> Any:  # noqa: ANN401 - see places
    """What holds the value at a place."""
    for part in place[:-1]:
        record = record[part]
    return record


def another(value: Any, place: Place) -> Any:  # noqa: ANN401 - see places
    """A value that the field may have, but has not."""
    field = str(place[-1])
    if field in OTHERS:
        return next(other for other in OTHERS[field] if other != value)
    if field == "kind":
        return KINDS.get(str(place[0]), "other")
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"{value} x"


@pytest.fixture
def record(issue: Path, monkeypatch: pytest.MonkeyPatch, read_once: Callable[..., object]) -> Path:
    """The issue as its record alone, its texts read once for all tests."""
    monkeypatch.setattr(derived, "extracted", read_once)
    (issue / "brief.html").unlink()
    (issue / "brief.pdf").unlink()
    return issue


def tampered(issue: Path, change: Callable[[Any], None]) -> Path:
    """The issue with a change in its brief.json."""
    place = issue / "brief.json"
    tree = msgspec.json.decode(place.read_bytes())
    change(tree)
    place.write_bytes(msgspec.json.encode(tree))
    return issue


def is_found(issue: Path) -> bool:
    """Whether the change shows, as a finding or as a record that is none any more."""
    try:
        return bool(check(issue))
    except TopicError:
        return True


def one_of_each(tree: Any) -> dict[str, Place]:  # noqa: ANN401 - see places
    """A place for every field of the record, one with a value where there is any."""
    chosen: dict[str, Place] = {}
    for place in places(tree):
        field = name(place)
        if field not in chosen or parent(tree, chosen[field])[chosen[field][-1]] is None:
            chosen[field] = place
    return chosen


def test_every_field_of_the_record_is_proved(record: Path) -> None:
    """Whichever field is changed, it is found, unless it is the analyst's to say."""
    content = (record / "brief.json").read_bytes()
    chosen = one_of_each(msgspec.json.decode(content))
    unseen = set()
    for field, place in chosen.items():

        def change(tree: Any, place: Place = place) -> None:  # noqa: ANN401 - see places
            holder = parent(tree, place)
            holder[place[-1]] = another(holder[place[-1]], place)

        (record / "brief.json").write_bytes(content)
        if not is_found(tampered(record, change)):
            unseen.add(field)
    assert unseen == HERS
    assert len(chosen) > 70


@pytest.mark.parametrize(
    "part", ["sources", "datapoints", "key_figures", "quotes", "timeline", "positions", "charts", "notes"]
)
def test_what_is_left_out_is_found(record: Path, part: str) -> None:
    """What the texts offer may not be missing, nor a chart that was asked for."""

    def change(tree: Any) -> None:  # noqa: ANN401 - see places
        tree[part].pop()

    assert is_found(tampered(record, change))


@pytest.mark.parametrize("part", ["datapoints", "quotes", "timeline", "positions", "discrepancies", "notes"])
def test_what_is_added_is_found(record: Path, part: str) -> None:
    """Nothing may be told twice or of one's own making."""

    def change(tree: Any) -> None:  # noqa: ANN401 - see places
        note = {"kind": "own", "message": "told by nobody", "source": None}
        tree[part].append(tree[part][0] if tree[part] else note)

    assert is_found(tampered(record, change))


def test_a_passage_from_elsewhere_is_no_evidence(record: Path) -> None:
    """A second passage that stands in its text but does not tell the claim is found."""

    def change(tree: Any) -> None:  # noqa: ANN401 - see places
        passage = tree["datapoints"][0]["evidence"][0]
        tree["sections"][1]["items"][0]["evidence"].append(passage)

    assert any("evidence" in finding.message for finding in check(tampered(record, change)))


def test_an_item_under_another_heading_is_found(record: Path) -> None:
    """A claim stands in the section of its facet."""

    def change(tree: Any) -> None:  # noqa: ANN401 - see places
        one, other = tree["sections"][1:3]
        other["items"].append(one["items"].pop())

    assert is_found(tampered(record, change))


def test_a_finding_names_the_field_and_both_values(record: Path) -> None:
    """What is wrong, where, and what to do."""

    def change(tree: Any) -> None:  # noqa: ANN401 - see places
        tree["positions"][0]["actor"] = "somebody"

    (finding,) = check(tampered(record, change))
    assert finding.gate == "record"
    assert finding.message.startswith("positions 1.actor: it is «somebody», the texts give «")
    assert finding.message.endswith("build the issue again.")
