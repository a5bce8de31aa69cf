"""What other formats print stands in the order of the pages, and says the same."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from brief import themes
from brief.manuscript import manuscript
from brief.manuscript.blocks import Block, Heading, Numbered, Paragraph, Proof, Said, Table
from brief.model import UNDATED, Brief, Item
from brief.render import render
from tests.check.issues import good


def places(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The ids of blocks, entries and rows in their order."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph) and block.id:
            yield block.id
        elif isinstance(block, Numbered):
            yield from block.ids
        elif isinstance(block, Table):
            yield from (row.id for row in block.rows if row.id)


def test_everything_stands_in_the_order_of_the_pages() -> None:
    """What has a place in both has the same neighbours; the timeline opens the context in both."""
    outcomes = next(one for one in good().sections if one.id == "outcomes")
    brief = replace(good(), sections=(replace(outcomes, id="context"), *good().sections))
    page = re.findall(r'\bid="([^"]+)"', render(brief, themes.load("modern")))
    told = [one for one in places(manuscript(brief).blocks) if one in page]
    assert {"timeline", "event-1", "context-1", "outcomes-1"} <= set(told)
    assert told == [one for one in page if one in set(told)]


def spoken(brief: Brief) -> list[str]:
    """The words of the first outcome in both forms."""
    block = next(
        one for one in manuscript(brief).blocks if isinstance(one, Numbered) and "outcomes-1" in one.ids
    )
    page = render(brief, themes.load("modern"))
    row = re.search(r'id="outcomes-1">.*?</li>', page, re.DOTALL)
    assert row
    entry = block.entries[block.ids.index("outcomes-1")]
    return ["".join(one.text for one in entry if isinstance(one, Said)), re.sub(r"<[^>]+>", "", row[0])]


@pytest.mark.parametrize(
    ("day", "said"),
    [("2023-03-04", "(كُتب في 4 مارس 2023)"), ("2023", "(كُتب في 2023)"), (UNDATED, "من مصدر بلا تاريخ")],
)
def test_the_day_of_writing_is_told_alike(day: str, said: str) -> None:
    """Pages and other formats say it in one way."""
    assert all(said in words for words in spoken(_with(good(), as_of=day)))


def test_the_note_stands_before_the_full_stop() -> None:
    """A line ends with its own stop, or with one of the frame, behind what it stands on."""
    brief = _with(good(), text="بقيت الأجور على حالها")
    block = next(
        one for one in manuscript(brief).blocks if isinstance(one, Numbered) and "outcomes-1" in one.ids
    )
    *_, words, proof, stop = block.entries[0]
    assert isinstance(words, Said)
    assert isinstance(proof, Proof)
    assert (words.text, stop) == ("بقيت الأجور على حالها", Said("."))


def _with(brief: Brief, **fields: object) -> Brief:
    """The brief, its first outcome changed."""

    def changed(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return (replace(items[0], **fields), *items[1:])

    sections = tuple(
        replace(one, items=changed(one.items)) if one.id == "outcomes" else one for one in brief.sections
    )
    return replace(brief, sections=sections)
