"""The archive in a browser: what search finds, on a phone and at a desk, by keyboard, behind a login."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.deliver import withdrawn
from brief.language import load
from brief.site import users
from brief.site.archive import Request, build
from brief.site.forms import forms, words
from tests.outputs.test_page_screen import CHROMIUM, FLAGS
from tests.site.shelf import approved
from tests.site.test_serve import PASSWORD, Server, started, stopped

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.slow,  # a browser takes half a minute
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
PHONE, DESK = 390, 1280
NOUN = "زار الوفد فيتنام في يونيو"
ADJECTIVE = "وقّعت الحكومة الفيتنامية اتفاقية للطاقة"
OTHER = "ارتفعت الإيرادات في الموانئ"
LONG = "تقرير عن أسعار الشحن في الموانئ المطلة على المحيط وأثرها في موازنات الدول المستوردة"


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Chromium, driven by Playwright; the tests are skipped where that is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four issues of two topics; that of 11 March is withdrawn."""
    reports = tmp_path_factory.mktemp("reports")
    approved(reports, "2023-03-04", NOUN, title="A")
    wrong = approved(reports, "2023-03-11", ADJECTIVE, title="B")
    approved(reports, "2023-03-18", OTHER, NOUN, title="C")
    approved(reports, "2023-03-20", OTHER, topic="u", title=LONG)
    withdrawn.put(
        wrong, withdrawn.Withdrawal(by="2023-03-18", digest="d", reason="R", at="2024-07-02T06:00:00+00:00")
    )
    users.put(reports / "users.json", "amina", PASSWORD)
    return build(Request(reports=reports, out=reports / "site")).parent


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[Server]:
    """The site on this machine, without a login."""
    server = started(site)
    yield server
    stopped(server)


class Window:
    """A page in a window, and whatever it complained of or asked another host for."""

    def __init__(self, browser: "Browser", base: str, width: int = PHONE, *, scripts: bool = True) -> None:
        size = {"width": width, "height": 844}
        context = browser.new_context(viewport=size, java_script_enabled=scripts)  # type: ignore[arg-type]
        self.base, self.page = base, context.new_page()
        self.told = list[str]()
        self.page.on("request", lambda one: self._asked(one.url))
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.base, "data:", f"blob:{self.base}")):
            self.told.append(url)

    def open(self, path: str = "") -> "Page":
        """Go to a page of the site."""
        self.page.goto(self.base + path)
        return self.page

    def find(self, asked: str) -> list[str]:
        """The titles of what is found, in their order."""
        box = self.page.get_by_role("searchbox")
        box.fill(asked)
        box.press("Enter")
        self.page.wait_for_function(
            "asked => document.getElementById('results').dataset.asked === asked", arg=asked
        )
        return [
            str(one)
            for one in self.page.locator(".result-title a").evaluate_all(
                "all => all.map(one => one.firstChild.textContent)"
            )
        ]


def base(server: Server) -> str:
    """The address of a server."""
    return f"http://127.0.0.1:{server.port}/"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("فيتنام", ["C", "B", "A"]),
        ("الفيتنامية", ["B", "C", "A"]),
        ("وفيتنام", ["C", "B", "A"]),
        ("فيتن", ["C", "B", "A"]),
        ("الطاقات", ["B"]),
        ("طاقه فيتنام", ["B"]),
        ("إيران", []),
        ("الايرادات", [LONG, "C"]),
        ("«زيارة»", []),
    ],
)
def test_search_finds_words_in_all_their_forms(
    browser: "Browser", served: Server, asked: str, found: list[str]
) -> None:
    """Article, endings and spelling matter to nobody: nearest forms first, then the latest issue."""
    window = Window(browser, base(served))
    window.open()
    assert window.find(asked) == found
    assert not window.told


def test_what_is_found_is_shown_and_led_to(browser: "Browser", served: Server) -> None:
    """A result shows the passage with its word marked, says what is withdrawn, and leads to the place."""
    window = Window(browser, base(served))
    page = window.open()
    window.find("فيتنام")
    result = page.locator(".result").nth(1)
    assert result.locator("mark").all_inner_texts() == ["الفيتنامية"]
    assert ADJECTIVE in result.locator(".hit").inner_text()
    assert result.locator(".badge").inner_text() == "مسحوب"
    assert page.locator("#count").inner_text() == "الأعداد المطابقة: 3"
    result.locator(".hit a").click()
    page.wait_for_url("**/topics/t/2023-03-11/brief.html#summary")


def test_a_search_has_an_address(browser: "Browser", served: Server) -> None:
    """A question can be sent on as a link, and Escape brings the list back."""
    window = Window(browser, base(served))
    page = window.open("index.html?q=%D9%81%D9%8A%D8%AA%D9%86%D8%A7%D9%85")
    page.wait_for_selector(".result")
    assert page.get_by_role("searchbox").input_value() == "فيتنام"
    page.get_by_role("searchbox").press("Escape")
    page.wait_for_selector("#list", state="visible")
    assert page.url == window.base + "index.html"
    assert not window.told


def test_the_script_makes_the_forms_that_the_index_holds(browser: "Browser", served: Server) -> None:
    """For every word of the language's own data the script and the program give the same forms."""
    folder = Path(str(Path(forms.__wrapped__.__code__.co_filename).parents[1] / "languages" / "ar"))
    told = " ".join(path.read_text("utf-8") for path in sorted(folder.glob("*.toml")))
    known = sorted(set(words(told)))
    assert len(known) > 3000
    window = Window(browser, base(served))
    page = window.open()
    made = page.evaluate("text => Object.fromEntries(wordsOf(text).map(word => [word, formsOf(word)]))", told)
    language = load("ar")
    assert made == {word: list(forms(word, language)) for word in known}


@pytest.mark.parametrize("width", [320, PHONE, 768, DESK])
@pytest.mark.parametrize(
    "path", ["", "topics/u/index.html", "topics/u/2023-03-20/index.html", "topics/t/2023-03-11/index.html"]
)
def test_nothing_runs_out_of_the_window(browser: "Browser", served: Server, width: int, path: str) -> None:
    """No width makes a page scroll sideways, letters are 13 pixels or more, and nothing complains."""
    window = Window(browser, base(served), width)
    page = window.open(path)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('body *')].filter(one => one.innerText)"
        ".map(one => parseFloat(getComputedStyle(one).fontSize)))"
    )
    assert smallest >= 13
    assert page.evaluate("document.fonts.ready.then(all => all.check('16px \"IBM Plex Sans Arabic\"'))")
    assert not window.told


def test_results_fit_a_phone(browser: "Browser", served: Server) -> None:
    """What is found does not scroll sideways either."""
    window = Window(browser, base(served), 320)
    page = window.open()
    window.find("الموانئ")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_everything_is_reached_by_keyboard(browser: "Browser", served: Server) -> None:
    """Tab leads past the head to the search, from there to a result and to its passage, each seen."""
    window = Window(browser, base(served), DESK)
    page = window.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "asked"
    page.keyboard.type("فيتنام")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    seen = page.evaluate(
        "[document.activeElement.closest('.result-title') !== null,"
        " getComputedStyle(document.activeElement).outlineStyle]"
    )
    assert seen == [True, "solid"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/t/2023-03-18/index.html")
    assert not window.told


def test_without_a_script_everything_can_be_read(browser: "Browser", served: Server) -> None:
    """The list, the pages and the files are there; only the search is not offered."""
    window = Window(browser, base(served), scripts=False)
    page = window.open()
    assert not page.locator("#search").is_visible()
    page.get_by_role("link", name="السبت 18 مارس 2023", exact=True).click()
    page.wait_for_url("**/topics/t/2023-03-18/index.html")
    page.get_by_role("link", name="اقرأه على الشاشة").click()
    page.wait_for_url("**/brief.html")


def test_as_a_file_it_is_a_list(browser: "Browser", site: Path) -> None:
    """Opened from a folder the archive can be read and leads on; it offers no search and breaks nothing."""
    window = Window(browser, f"{site.as_uri()}/")
    page = window.open("index.html")
    assert not page.locator("#search").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.bottom-line')).borderRightWidth") == "4px"
    page.get_by_role("link", name="السبت 18 مارس 2023", exact=True).click()
    assert page.locator("h1").inner_text() == "C"
    assert not window.told


def test_one_signs_in_by_the_form(browser: "Browser", site: Path) -> None:
    """A wrong password is told, the right one leads to the page asked for, and search works behind it."""
    server = started(site, "--users", str(site.parent / "users.json"))
    window = Window(browser, base(server))
    page = window.open("topics/t/2023-03-18/index.html")
    page.get_by_label("الاسم").fill("Amina")
    page.get_by_label("كلمة المرور").fill("wrong")
    page.get_by_role("button").click()
    assert "غير صحيحة" in page.get_by_role("alert").inner_text()
    page.get_by_label("الاسم").fill("Amina")
    page.get_by_label("كلمة المرور").fill(PASSWORD)
    page.get_by_role("button").click()
    page.wait_for_url("**/topics/t/2023-03-18/index.html")
    window.open()
    assert window.find("فيتنام") == ["C", "B", "A"]
    window.open("login")
    page.get_by_role("button").click()
    page.wait_for_url("**/login")
    page.goto(window.base)
    assert page.get_by_label("كلمة المرور").is_visible()
    stopped(server)
    # A browser tells of each answer that is none in the two hundreds.
    assert all("401" in line for line in window.told)
