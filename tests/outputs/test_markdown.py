"""brief.md: tables and notes that parse, and sources that stay text."""

import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from brief import themes
from brief.check.wording import words
from brief.manuscript import manuscript
from brief.manuscript.blocks import Heading, Table
from brief.model import Brief, Section
from brief.outputs import Rendered, markdown
from brief.printed import plain
from tests.builders import mixed_texts
from tests.check.issues import good

PAGE = Rendered("", themes.load("modern"))
HOSTILE = (
    "1. <script>x</script> [l](http://a.b) ![i](x) `c` **b** | cell | https://a.b www.a.b a@b.c "
    "&lt; ~~s~~ [^1]: # h \\ $x$ :tada: _e_ <!-- --> ==m=="
)
# What a line of a source must never become.
MARKUP = {"html_inline", "link_open", "image", "code_inline", "s_open", "entity", "hardbreak"}
PLAIN = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


@pytest.fixture(scope="module")
def brief() -> Brief:
    """The small issue."""
    return good()


def written(brief: Brief) -> str:
    """Its file."""
    return markdown.write(brief, PAGE).content.decode()


def inline(text: str) -> list[Token]:
    """The pieces within the paragraphs, headings and cells of a text."""
    return [child for token in PLAIN.parse(text) for child in token.children or ()]


def test_headings_and_tables_are_those_of_the_manuscript(brief: Brief) -> None:
    """The file parses into as many headings and tables as the manuscript has, title and captions added."""
    blocks = manuscript(brief).blocks
    tokens = PLAIN.parse(written(brief))
    tables = [token for token in tokens if token.type == "table_open"]
    headings = [tokens[place + 1].content for place, one in enumerate(tokens) if one.type == "heading_open"]
    assert len(tables) == sum(isinstance(block, Table) for block in blocks)
    assert headings[0] == brief.title
    assert {block.text for block in blocks if isinstance(block, Heading)} <= set(headings)


def test_each_note_is_referred_to_once(brief: Brief) -> None:
    """Notes are numbered from one, and each stands at the end with one mark in the text."""
    text = written(brief)
    notes = re.findall(r"^\[\^([0-9]+)\]: ", text, re.MULTILINE)
    marks = re.findall(r"\[\^([0-9]+)\](?!:)", text)
    assert len(notes) > 5
    assert notes == marks == [str(number) for number in range(1, len(notes) + 1)]


def test_every_item_is_printed_whole(brief: Brief) -> None:
    """The words of each item stand in the file in their order."""
    shown = " ".join(words(markdown_text(written(brief))))
    for section in brief.sections:
        for item in section.items:
            assert " ".join(words(item.text)) in shown


def markdown_text(text: str) -> str:
    """A file without its escapes."""
    return re.sub(r"\\([^\w\s])", r"\1", text)


def test_the_file_tells_its_language_and_direction(brief: Brief) -> None:
    """The only markup of HTML is the element around all."""
    text = written(brief)
    assert text.startswith('<div lang="ar" dir="rtl">\n\n')
    assert text.endswith("\n\n</div>\n")
    assert [token.type for token in PLAIN.parse(text)].count("html_block") == 2


def test_the_words_of_a_source_are_no_markup(brief: Brief) -> None:
    """Whatever a source says in Markdown or HTML is shown as it stands."""
    items = tuple(replace(one, text=HOSTILE, label=HOSTILE) for one in brief.sections[1].items)
    changed = replace(brief, title=HOSTILE, sections=(brief.sections[0], Section("outcomes", HOSTILE, items)))
    found = inline(written(changed))
    assert not {token.type for token in found} & (MARKUP - {"hardbreak"})
    shown = "".join(token.content for token in found if token.type in {"text", "text_special"})
    assert "<script>x</script> [l](" in shown.replace("\u200e", "")
    # A program that makes links of bare addresses meets none.
    assert not re.search(r"(?<!\\)://|(?<=www)(?<!\\)\.|(?<!\\)@", re.sub(r"\\.", "", written(changed)))


@pytest.mark.parametrize(
    "opening", ["- قائمة", "+ قائمة", "1. قائمة", "12) قائمة", "# قائمة", "> قائمة", "---"]
)
def test_a_note_opens_as_text(brief: Brief, opening: str) -> None:
    """Whoever published a source without a number, its note is no list, rule, heading or quotation."""
    changed = replace(
        brief, sources=tuple(replace(one, number=None, publisher=opening) for one in brief.sources)
    )
    notes = re.findall(r"^\[\^[0-9]+\]: (.+)", written(changed), re.MULTILINE)
    assert any(opening[-3:] in note for note in notes)
    for note in notes:
        assert PLAIN.parse(note)[0].type == "paragraph_open"


@given(mixed_texts)
def test_escaped_text_comes_back(text: str) -> None:
    """What is escaped reads as it was, whatever a line holds."""
    line = plain(text)
    found = PLAIN.parseInline(f"x {markdown.escaped(line)} x")[0].children or []
    assert not {token.type for token in found} & MARKUP
    assert "".join(token.content for token in found) == f"x {line} x".replace("x  x", "x  x")


def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    """Nothing of the clock or of an earlier file gets into it."""
    assert written(brief) == written(brief)
