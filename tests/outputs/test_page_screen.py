"""brief.html as a browser shows it: on a phone and at a desk, with and without scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief import themes
from brief.outputs import Rendered, page
from tests.check.issues import good
from tests.outputs.test_page_texts import kept

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Locator, Page

MODERN = themes.load("modern")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = 390, 1280
HEIGHT = 844
DAYS = (12, 13, 13, 14, 15, 16)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.slow,  # a browser takes half a minute
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, driven by Playwright; the tests are skipped where that is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the small issue, long enough to scroll, as a file."""
    place = tmp_path_factory.mktemp("screen") / "brief.html"
    brief = good()
    many = tuple(replace(section, items=section.items * 4) for section in brief.sections[1:])
    (event,) = brief.timeline
    days = tuple(replace(event, start=start) for start in ("2022-05", *(f"2023-03-{day}" for day in DAYS)))
    brief = replace(brief, marking="M", sections=(brief.sections[0], *many), timeline=days)
    place.write_bytes(page.write(brief, Rendered("", MODERN, kept())).content)
    return Path(place).as_uri()


def opened(browser: Browser, address: str, width: int, *, scripts: bool = True) -> tuple[Page, list[str]]:
    """The page in a window of this width, and what it asked for and complained of."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, java_script_enabled=scripts, has_touch=width == PHONE
    )
    shown, told = context.new_page(), []
    shown.on("request", lambda request: told.append(request.url))
    shown.on("console", lambda message: told.append(message.text))
    shown.on("pageerror", lambda error: told.append(str(error)))
    shown.goto(address)
    return shown, told


def placed(one: Locator) -> FloatRect:
    """Where an element stands in the window."""
    box = one.bounding_box()
    assert box is not None
    return box


@pytest.mark.parametrize("width", [320, 360, PHONE, 768, 1024, DESK])
def test_nothing_runs_out_of_the_window(browser: Browser, address: str, width: int) -> None:
    """No width makes the page scroll sideways, and the text begins at the right."""
    shown, told = opened(browser, address, width)
    wide, room = shown.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room
    assert shown.evaluate("getComputedStyle(document.body).direction") == "rtl"
    edges = shown.locator("h1").evaluate(
        "one => {const words = document.createRange(); words.selectNodeContents(one);"
        " return [words.getBoundingClientRect().right, one.getBoundingClientRect().right]}"
    )
    assert edges[0] == pytest.approx(edges[1], abs=2)
    assert told == [address]


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("scripts", ["on", "off"])
@pytest.mark.parametrize("link", ["a.passage", ".cites a.cite", "a.leaf"])
def test_a_citation_opens_its_passage(
    browser: Browser, address: str, width: int, scripts: str, link: str
) -> None:
    """A click on a line or a number brings the marked passage into the window, and its arrow leads back."""
    shown, told = opened(browser, address, width, scripts=scripts == "on")
    clicked = shown.locator(f"#outcomes {link}").nth(2)
    target = clicked.get_attribute("href") or ""
    assert not shown.locator(target).is_visible()
    clicked.click()
    passage = shown.locator(target)
    box, bar = placed(passage), placed(shown.locator(".guide"))
    under_bar = bar["y"] + bar["height"] if width == PHONE else 0
    assert under_bar <= box["y"] < HEIGHT - 40
    assert passage.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 224, 138)"
    back = shown.locator(f"{target} ~ a.back").first
    place = back.get_attribute("href") or ""
    back.click()
    assert 0 <= placed(shown.locator(place))["y"] < HEIGHT
    assert not passage.is_visible()
    assert told == [address]


def test_at_a_desk_the_brief_stays_in_its_place(browser: Browser, address: str) -> None:
    """The text opens beside the line that was clicked, which does not move."""
    shown, _ = opened(browser, address, DESK)
    line = shown.locator("#outcomes a.passage").nth(9)
    line.scroll_into_view_if_needed()
    before = placed(line)
    line.click()
    after, text = placed(line), placed(shown.locator(".opened:visible"))
    assert after == before
    assert text["x"] + text["width"] <= after["x"]


def test_words_are_large_enough_for_the_hand(browser: Browser, address: str) -> None:
    """On a phone what is read has 16 pixels or more, and nothing less than 13."""
    shown, _ = opened(browser, address, PHONE)
    size = "all => all.filter(one => one.offsetParent).map(one => parseFloat(getComputedStyle(one).fontSize))"
    assert min(shown.locator("a.passage").evaluate_all(size)) >= 16
    assert min(shown.locator("body *").evaluate_all(size)) >= 13


def test_a_chart_is_read_at_its_size_in_the_hand(browser: Browser, address: str) -> None:
    """On a phone a chart is no smaller than drawn, scrolls in its own box, and a keyboard reaches that."""
    shown, _ = opened(browser, address, PHONE)
    view = shown.locator(".chart-view").first
    drawn = "one => one.getBoundingClientRect().width / (parseFloat(one.style.width) * 96 / 72)"
    assert view.locator("img").evaluate(drawn) >= 11 / 10
    assert view.evaluate("one => one.scrollWidth > one.clientWidth")
    assert placed(view)["x"] >= 0
    view.focus()
    assert view.evaluate("one => one === document.activeElement && one.ariaLabel.length > 0")


@pytest.mark.parametrize("width", [768, 1024, DESK, 1600])
def test_the_timeline_is_drawn_where_it_has_room(browser: Browser, address: str, width: int) -> None:
    """On a phone the list tells it; where there is room it is drawn, whole, in words of 11 pixels or more."""
    shown, _ = opened(browser, address, PHONE)
    assert shown.locator(".scale").count() == shown.locator(".days").count() == 1
    assert not shown.locator(".scale").is_visible()
    shown, _ = opened(browser, address, width)
    text = placed(shown.locator("ol.timeline"))
    for part in (".scale", ".days"):
        drawn = placed(shown.locator(part))
        assert text["x"] - 1 <= drawn["x"]
        assert drawn["x"] + drawn["width"] <= text["x"] + text["width"] + 1
    size = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom)"
    assert min(shown.locator(".bar-words").evaluate_all(size)) >= 11


def test_the_guide_stands_where_reading_begins(browser: Browser, address: str) -> None:
    """At a desk the parts stand narrow at the right of an Arabic brief, and all of them are seen."""
    shown, _ = opened(browser, address, DESK)
    guide, title = placed(shown.locator(".guide")), placed(shown.locator("h1"))
    assert title["x"] + title["width"] < guide["x"]
    assert guide["width"] <= 230
    assert all(placed(one)["y"] < HEIGHT for one in shown.locator(".guide-parts a").all())


def test_a_book_face_falls_back_to_one(browser: Browser, address: str, tmp_path: Path) -> None:
    """Where Amiri is missing the text stands in a book face, while the furniture stays a sans."""
    place = tmp_path / "brief.html"
    place.write_bytes(page.write(good(), Rendered("", themes.load("sober"), kept())).content)
    family = "one => getComputedStyle(one).fontFamily.split(', ').at(-1)"
    for one, text in ((place.as_uri(), "serif"), (address, "sans-serif")):
        shown, _ = opened(browser, one, PHONE)
        assert shown.locator("#summary-1").evaluate(family) == text
        assert shown.locator(".guide").evaluate(family) == "sans-serif"


def test_a_browser_prints_it_as_pages(browser: Browser, address: str) -> None:
    """On paper the bar and the opened texts are left out, and nothing reaches beyond a margin."""
    shown, _ = opened(browser, address + "#passage-1", DESK)
    assert shown.locator(".opened:visible").count() == 1
    shown.emulate_media(media="print")
    assert shown.locator(".opened:visible").count() == 0
    assert not shown.locator(".guide").is_visible()
    wide, room = shown.evaluate("[document.body.scrollWidth, document.body.clientWidth]")
    assert wide <= room
