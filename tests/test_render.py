"""The page: its order, its links, and that text of a source stays text."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from brief.language import resource
from brief.model import Brief, Note
from brief.pages.edition import QUOTES_A_SPEAKER, edition
from brief.render import render, render_screen
from brief.themes import load
from tests.check.issues import good

MODERN = load("modern")
HOSTILE = "<script>x</script> {{ 7 * 7 }} </style> url(file:///etc/passwd) \u202eabc & \"'"


@pytest.fixture(scope="module")
def page() -> str:
    """The small issue as a page."""
    return render(good(), MODERN)


def hostile(brief: Brief) -> Brief:
    """The brief with hostile text wherever a text is printed."""
    items = tuple(replace(item, text=HOSTILE, label=HOSTILE) for item in brief.sections[1].items)
    return replace(
        brief,
        title=HOSTILE,
        subtitle=HOSTILE,
        marking=HOSTILE,
        audience=HOSTILE,
        sections=(brief.sections[0], replace(brief.sections[1], title=HOSTILE, items=items)),
        sources=tuple(replace(entry, title=HOSTILE, publisher=HOSTILE) for entry in brief.sources),
        quotes=tuple(
            replace(quote, text=HOSTILE * 3, speaker=HOSTILE, role=HOSTILE) for quote in brief.quotes
        ),
        positions=tuple(replace(position, actor=HOSTILE, target=HOSTILE) for position in brief.positions),
        charts=tuple(replace(chart, title=HOSTILE, note=HOSTILE, alt=HOSTILE) for chart in brief.charts),
        notes=(Note("x", HOSTILE, None),),
    )


def test_text_of_a_source_is_data() -> None:
    """No markup, template or direction mark of a source reaches the page as such."""
    page = render(hostile(good()), MODERN)
    assert "<script" not in page
    assert "{{ 7 * 7 }}" in page
    assert "\u202e" not in page
    assert page.count("</style>") == 1


def test_every_link_has_its_target(page: str) -> None:
    """Every internal link leads to an id, and no id is there twice."""
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_nothing_is_asked_of_the_outside(page: str) -> None:
    """The page names no address that a browser would fetch."""
    assert not re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', page)
    assert not re.findall(r"url\((?!\s*[\"']?data:)", page)


def test_items_lead_to_passages_and_back(page: str) -> None:
    """An item links to its passage in the annex, and the passage to each place that uses it."""
    assert re.search(r'id="outcomes-1".*?class="passage" href="#passage-1"', page, re.DOTALL)
    row = page[page.index('id="passage-1"') :]
    row = row[: row.index("</tr>")]
    assert {'href="#summary-1"', 'href="#outcomes-1"'} <= set(re.findall(r'href="#[^"]+"', row))


def test_language_and_direction_are_stated(page: str) -> None:
    """The root element says both."""
    assert '<html lang="ar" dir="rtl">' in page


def test_a_chart_has_size_alternative_and_table(page: str) -> None:
    """A drawing has explicit size and alt text; its figures stand beside it as text."""
    assert re.search(
        r'<img src="data:image/svg\+xml;base64,[^"]+" alt="[^"]*" style="width: [\d.]+pt; height', page
    )
    assert re.search(r'<td class="value"[^>]*><bdi[^>]*>7\.2</bdi></td>', page)


def test_a_chart_without_figures_keeps_its_place() -> None:
    """Its note stands where the drawing would."""
    brief = good()
    empty = replace(brief.charts[0], kind="none", marks=(), note="no figures here")
    page = render(replace(brief, charts=(empty,)), MODERN)
    assert '<p class="chart-empty">no figures here</p>' in page


def test_no_interface_word_is_left_in_english(page: str) -> None:
    """Every message id of the templates has its Arabic words."""
    source = resource("ar", "messages.po").decode()
    missing = [
        message
        for name in ("brief", "parts", "cover", "facet", "context", "reactions", "figures", "record", "annex")
        for message in re.findall(r'\b_\("([^"]+)"', _template(name))
        if not message.endswith(":") and f'msgid "{message}"' not in source
    ]
    assert missing == []


def _template(name: str) -> str:
    from importlib.resources import files  # noqa: PLC0415

    return (files("brief") / "templates" / f"{name}.html").read_text("utf-8")


def test_templates_hold_no_arabic() -> None:
    """Words of the page come from the catalogue."""
    for name in ("brief", "parts", "cover", "facet", "context", "reactions", "figures", "record", "annex"):
        assert not re.search("[\u0620-\u064a]", _template(name))


def test_pages_hold_a_few_sayings_of_each_speaker() -> None:
    """The record keeps all quotations, the pages a few of each known speaker."""
    brief = good()
    quote = replace(brief.quotes[0], speaker="A", text="five words of a speaker")
    many = replace(brief, quotes=(replace(quote, speaker=None), *[quote] * 9))
    assert len(edition(many).quotes) == QUOTES_A_SPEAKER


def test_a_brief_of_almost_nothing_is_a_page() -> None:
    """Without timeline, quotes, charts or disagreements the page still stands."""
    brief = replace(
        good(), timeline=(), quotes=(), charts=(), positions=(), discrepancies=(), key_figures=(), sections=()
    )
    assert 'id="annex"' in render(brief, MODERN)


GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("name", "block"),
    [
        ("item", r'<li class="row[^"]*" id="outcomes-1">.*?</li>'),
        ("source", r'<li class="row" id="source-[^"]*">.*?</li>'),
        ("passage", r'<tr id="passage-1">.*?</tr>'),
    ],
)
def test_a_block_is_marked_up_as_before(page: str, name: str, block: str) -> None:
    """One block of each kind, letter by letter; a change that is meant is made in the golden file, too."""
    found = re.search(block, page, re.DOTALL)
    assert found
    assert found.group() + "\n" == (GOLDEN / f"{name}.html").read_text("utf-8")


def test_the_annex_leads_back_once_to_each_part() -> None:
    """Links of one name beside each other would not tell where they lead."""
    brief = good()
    section = next(one for one in brief.sections if one.items)
    twice = replace(section, items=(section.items[0], replace(section.items[0], id="c2")))
    told = replace(brief, sections=tuple(twice if one is section else one for one in brief.sections))
    rows = [
        re.findall(r'<a class="back" href="[^"]+"><span class="glyph return"></span>([^<]+)', row)
        for row in re.findall(r'<tr id="passage-.*?</tr>', render(told, MODERN), re.DOTALL)
    ]
    assert any(rows)
    assert all(len(row) == len(set(row)) for row in rows)


def test_a_screen_holds_the_room_that_brings_numbers_in_line() -> None:
    """Decimals that a number has not are left free on a screen as on paper."""
    page = render_screen(good(), MODERN, {})
    screen = page[page.index('<style media="screen">') :]
    assert "[data-behind]::after { content: attr(data-behind)" in screen[: screen.index("</style>")]


def test_no_word_of_a_title_is_left_alone() -> None:
    """The last two words of a long title stay on one line."""
    page = render(replace(good(), title="خطة إعادة فتح الموانئ الشمالية أمام السفن"), MODERN)
    assert "أمام\u00a0السفن</h1>" in page
