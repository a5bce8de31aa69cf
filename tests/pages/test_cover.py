"""What the first page takes of the summary, and how wide it sets it."""

import re

import pytest
from msgspec.structs import replace

from brief.manuscript import manuscript
from brief.manuscript.blocks import Numbered, Paragraph, Said
from brief.model import Brief, Certainty, Section
from brief.pages.cover import cover
from brief.pages.extent import CARD
from brief.render import render, render_digest
from brief.themes import load
from brief.words import words
from tests.check.issues import good, item, line

SAID = words("ar", "ar")


def brief(points: int, words_each: int, label: str | None = None) -> Brief:
    """The small issue with a bottom line of three items, and so many key points below it."""
    plain = item(1, line("agency.txt", "47"))
    first = tuple(replace(plain, text="كلمة") for _ in range(3))
    rest = tuple(replace(plain, text=" ".join(["كلمة"] * words_each), label=label) for _ in range(points))
    return replace(good(), sections=(Section("summary", "A", (*first, *rest)),))


def test_key_points_are_as_wide_as_the_bottom_line_where_there_is_room() -> None:
    """A page with room to spare sets them in a measure; a full one goes across, and labels have it anyway."""
    assert cover(brief(3, 30), None, 0, SAID).measured
    full = cover(brief(9, 40), None, 0, SAID)
    assert full.key
    assert not full.measured
    nearly = cover(brief(7, 20), None, 0, SAID)
    assert nearly.key
    assert not nearly.measured
    assert not cover(brief(3, 30, "باب"), None, 0, SAID).measured


def test_no_line_of_the_first_page_goes_without_its_kind() -> None:
    """Bottom line and key points tell a claim, a hedge and a view from plain news, as the parts do."""
    plain = item(1, line("agency.txt", "47"))
    items = (
        plain,
        replace(plain, certainty=Certainty.ATTRIBUTED),
        replace(plain, certainty=Certainty.HEDGED),
        replace(plain, text=" ".join(["كلمة"] * 90)),
        replace(plain, view=True),
    )
    told = replace(good(), sections=(Section("summary", "A", items),))
    page = render(told, load("modern"))
    opened = page[page.index('id="summary"') : page.index('class="part"')]
    marks = re.findall(r'class="(?:sort|cell c-kind)"><span class="glyph (\w+)"', opened)
    assert marks == ["stated", "attributed", "hedged", "stated", "view"]
    written = [one for one in manuscript(told).blocks if isinstance(one, Numbered | Paragraph)]
    entries = [one.line for one in written if isinstance(one, Paragraph) and one.role == "lead"]
    entries += [entry for one in written if isinstance(one, Numbered) and one.close for entry in one.entries]
    assert [entry[0].look for entry in entries if isinstance(entry[0], Said)] == [
        "fact",
        "claim",
        "claim",
        "fact",
        "view",
    ]


@pytest.mark.parametrize("template", ["onepage.html", "card.html"])
def test_sheet_and_card_mark_the_kinds_too(template: str) -> None:
    """Whoever gets only these reads news and claims apart."""
    plain = item(1, line("agency.txt", "47"))
    items = (plain, replace(plain, certainty=Certainty.ATTRIBUTED))
    told = replace(good(), sections=(Section("summary", "A", items),))
    page = next(render_digest(told, load("modern"), template, CARD))
    assert re.findall(r'class="sort"><span class="glyph (\w+)"', page) == ["stated", "attributed"]
    assert ".glyph.attributed" in page


def test_the_key_takes_the_lines_that_its_words_make() -> None:
    """English words make more lines of a narrow column, and so need more room than Arabic ones."""
    english = words("en", "en_GB")
    mixed = tuple(
        replace(item(1, line("agency.txt", "47")), text=" ".join(["كلمة"] * 40), certainty=kind)
        for kind in Certainty
    )
    held = [
        [
            cover(
                replace(good(), sections=(Section("summary", "A", mixed * 2 + mixed[:more]),)), None, 0, said
            ).key
            for more in range(4)
        ]
        for said in (SAID, english)
    ]
    assert held[0] != held[1]
    assert all(arabic or not latin for arabic, latin in zip(*held, strict=True))


def test_a_cover_without_marking_and_readers_has_no_empty_rule() -> None:
    """Where nothing stands between the two rules of a sober first page, there is one."""
    bare = 'class="cover-top bare"'
    assert bare in render(replace(good(), marking=None, audience=None), load("sober"))
    assert bare not in render(replace(good(), marking="سري", audience=None), load("sober"))
    assert ".cover-top.bare { border-bottom: 0; }" in load("sober").style
