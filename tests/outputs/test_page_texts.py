"""The texts behind the brief on the screen page: every passage marked where it stands."""

import re
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brief import themes
from brief.annex import Annex, Passage, Place
from brief.model import Anchor, Brief, Furniture, Line, SourceEntry
from brief.outputs import Rendered, page
from brief.pages import texts as pages
from brief.pages.texts import Text, scattered, texts
from brief.render import render_screen
from tests.check.issues import TEXTS, entry, good

MODERN = themes.load("modern")
TEXT = "alpha beta gamma\nmenu\ndelta  epsilon\nzeta"
LINES = (Line(0, 16), Line(22, 36), Line(37, 41))
REMOVED = (Furniture(17, 21, "menu"),)
spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 41)).filter(lambda one: one[0] < one[1]), max_size=6
)


def source(**fields: object) -> SourceEntry:
    """The entry of `TEXT`."""
    known = replace(entry("agency.txt"), lines=LINES, removed=REMOVED)
    return replace(known, **fields)


def shown(*passages: tuple[int, int], text: str | None = TEXT) -> Text:
    """The one text with passages of these spans."""
    anchors = [Anchor("agency.txt", start, end, TEXT[start:end]) for start, end in dict.fromkeys(passages)]
    rows = tuple(
        Passage(number, anchor, source(), (Place(f"place-{number}", "P"),))
        for number, anchor in enumerate(anchors, 1)
    )
    found = Annex(rows, {row.anchor: row.number for row in rows}, {"agency.txt": source()})
    (told,) = texts(found, {source().place: text})
    return told


def kept() -> dict[str, str]:
    """The texts of the small issue by their places."""
    return {entry(name).place: text for name, text in TEXTS.items()}


@given(spans)
def test_every_passage_has_one_place(passages: list[tuple[int, int]]) -> None:
    """However passages overlap, each that has words is opened once and leads back once or more."""
    told = shown(*passages)
    pieces = list(chain.from_iterable(row.pieces for row in told.rows))
    wanted = [
        number for number, (start, end) in enumerate(dict.fromkeys(passages), 1) if TEXT[start:end].strip()
    ]
    blank = {number for number, (a, b) in enumerate(dict.fromkeys(passages), 1) if not TEXT[a:b].strip()}
    opened = sorted(number for piece in pieces for number in piece.opens)
    assert sorted(set(opened) - blank) == wanted
    assert len(opened) == len(set(opened))
    assert {place.target for piece in pieces for _, place in piece.places} >= {
        f"place-{one}" for one in wanted
    }


@given(spans)
def test_no_word_is_lost_or_doubled(passages: list[tuple[int, int]]) -> None:
    """The pieces of the kept lines make up their text, blanks where the text has them."""
    said = ["".join(piece.text + " " * piece.apart for piece in row.pieces) for row in shown(*passages).rows]
    lines = [TEXT[line.start : line.end] for line in LINES]
    squeezed = [" ".join(line.split()) for line in said]
    assert [line for line in squeezed if line in {" ".join(one.split()) for one in lines}] == [
        " ".join(one.split()) for one in lines
    ]


def test_lines_left_out_leave_a_sign() -> None:
    """Furniture is not shown, but its gap is; a passage that stands on it brings it back."""
    assert [row.after_gap for row in shown((0, 5)).rows] == [False, True, False]
    assert ["".join(piece.text for piece in row.pieces) for row in shown((17, 21)).rows][1] == "menu"


def test_a_passage_over_two_lines_is_told_by_all_its_parts() -> None:
    """Its first part is the target, the others are lit with it, and the way back stands at its end."""
    told = shown((6, 29))
    parts = [piece for row in told.rows for piece in row.pieces if piece.within]
    assert [piece.text for piece in parts] == ["beta gamma", "menu", "delta  "]
    assert [bool(piece.opens) for piece in parts] == [True, False, False]
    assert [bool(piece.places) for piece in parts] == [False, False, True]
    assert scattered([told]) == [1]


def test_a_text_that_is_not_there_leaves_its_passages() -> None:
    """Where the text is missing or another one, the passages stand alone and links still lead to them."""
    for text in (None, "another text"):
        rows = shown((0, 5), (22, 27), text=text).rows
        told = [piece for row in rows for piece in row.pieces if piece.opens]
        assert [piece.text for piece in told] == ["alpha", "delta"]


def test_a_passage_is_looked_for_on_its_own_lines_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A source of many lines and many passages is gone through once, not once for each passage."""
    asked = 0

    def meet(*given: Any) -> bool:  # noqa: ANN401 - as the page asks
        nonlocal asked
        asked += 1
        return found(*given)

    found, size = pages._meet, 200
    monkeypatch.setattr(pages, "_meet", meet)
    text = "\n".join(["line of a text"] * size)
    lines = tuple(Line(15 * number, 15 * number + 14) for number in range(size))
    known = source(lines=lines, removed=())
    anchors = [Anchor("agency.txt", one.start, one.start + 4, "line") for one in lines]
    rows = tuple(Passage(number, anchor, known, ()) for number, anchor in enumerate(anchors, 1))
    (told,) = texts(Annex(rows, {}, {"agency.txt": known}), {known.place: text})
    assert [row.pieces[0].opens for row in told.rows] == [(number,) for number in range(1, size + 1)]
    assert asked < 4 * size


def test_lines_may_overlap() -> None:
    """A record that somebody edited may tell a long line before short ones within it."""
    known = source(lines=(Line(0, 41), Line(1, 5), Line(6, 10)), removed=())
    anchor = Anchor("agency.txt", 11, 16, "gamma")
    found = Annex((Passage(1, anchor, known, ()),), {anchor: 1}, {"agency.txt": known})
    (told,) = texts(found, {known.place: TEXT})
    assert [[piece.text for piece in row.pieces if piece.marked] for row in told.rows] == [["gamma"], [], []]


def test_every_citation_leads_into_a_text() -> None:
    """No line and no number leads to a place that is not there, and ids stand once."""
    html = render_screen(good(), MODERN, kept())
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    cites = re.findall(r'<a class="cite" href="#([^"]+)"', html.split('class="text"')[0])
    assert cites
    assert all(target.startswith("passage-") for target in cites)


def test_a_text_is_data() -> None:
    """Markup, scripts and signs that turn the direction stand as text or not at all."""
    hostile = "<script>x()</script> <b onclick=y>&amp; \u202eabc"
    told = {place: text + hostile for place, text in kept().items()}
    brief = replace(good(), sources=tuple(_with_lines(one, told[one.place]) for one in good().sources))
    html = render_screen(brief, MODERN, told)
    assert "&lt;script&gt;x()" in html
    assert "<script" not in html
    assert "<b " not in html
    assert "\u202e" not in html


def _with_lines(one: SourceEntry, text: str) -> SourceEntry:
    return replace(one, lines=(Line(0, len(text)),))


def test_the_page_stands_alone() -> None:
    """No script, and no address but places of its own and data."""
    brief: Brief = good()
    html = page.write(brief, Rendered("", MODERN, kept())).content.decode()
    assert "<script" not in html
    addresses = re.findall(r"""(?:href=|src=|url\()["']?([^"')\s>]+)""", html)
    assert addresses
    assert all(address.startswith(("#", "data:")) for address in addresses)


def test_links_of_one_name_say_of_which_passage_they_are() -> None:
    """Two passages that end at one mark, and that one part of the brief uses, have a name each."""
    (piece,) = [
        piece for row in shown((6, 16), (11, 16)).rows for piece in row.pieces if len(piece.places) > 1
    ]
    assert [number for number, _ in piece.places] == [1, 2]
    (known, *_) = good().sections[0].items
    anchor = known.evidence[0]
    inner = replace(anchor, start=anchor.start + 1, text=anchor.text[1:])
    twice = replace(known, evidence=(inner,))
    (first, *others) = good().sections
    told = replace(good(), sections=(replace(first, items=(known, twice)), *others))
    names = re.findall(r'class="back"[^>]*aria-label="([^"]*)"', render_screen(told, MODERN, kept()))
    assert len(names) == len(set(names)) > 1


def test_a_heading_is_shown_without_the_signs_of_its_file() -> None:
    """Those of a plain text («##») mark it there; a line that is none keeps every sign."""
    text = "## Alpha\n# beta"
    anchor = Anchor("agency.txt", 12, 15, "eta")
    entry = source(lines=(Line(0, 8, heading=True), Line(9, 15)), removed=())
    row = Passage(1, anchor, entry, ())
    (told,) = texts(Annex((row,), {anchor: 1}, {"agency.txt": entry}), {entry.place: text})
    assert ["".join(piece.text for piece in row.pieces) for row in told.rows] == ["Alpha", "# beta"]


def test_a_full_stop_keeps_to_its_words() -> None:
    """What leads back stands behind it, not between the two."""
    text = "Alpha beta. Gamma"
    anchor = Anchor("agency.txt", 0, 10, "Alpha beta")
    entry = source(lines=(Line(0, 17),), removed=())
    row = Passage(1, anchor, entry, (Place("place-1", "P"),))
    (told,) = texts(Annex((row,), {anchor: 1}, {"agency.txt": entry}), {entry.place: text})
    assert [(piece.text.strip(), len(piece.places)) for piece in told.rows[0].pieces] == [
        ("Alpha beta", 0),
        (".", 1),
        ("Gamma", 0),
    ]
