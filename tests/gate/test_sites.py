"""Pages of many kinds of Arabic sites: the article, the whole article, and nothing but the article.

The measure is the words of the kept lines against those of the article; the yardstick is what
trafilatura alone takes out of the same page, and out of the page without classes and ids. Floors
only go up.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from trafilatura import extract

from brief.clean import clean
from brief.model import Article, Page, Source
from brief.readers import pages
from brief.readers.web.tree import web_text
from tests.builders import ARABIC

FOLDER = Path(__file__).parents[1] / "sites"
FLOORS = Path(__file__).with_name("sites_floors.json")
FLOOR: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
NAMES = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.html"))
# The pages of `later` were written and measured by somebody who saw no code, then mended on.
PARTS = {
    "first": [name for name in NAMES if not name.startswith("later/")],
    "later": [name for name in NAMES if name.startswith("later/")],
}
FIELDS = ("title", "publisher", "author", "published")
_NAMING = re.compile(r"\s(?:class|id|role|itemprop|data-[\w-]+|aria-label\w*)=(?:\"[^\"]*\"|'[^']*'|[^\s>]+)")


def words(text: str) -> Counter[str]:
    """The words of a text and how often it has each."""
    return Counter(re.findall(r"\w+", text))


def letters(text: str) -> str:
    """A text without blanks and marks, by which it is found again."""
    return "".join(re.findall(r"\w+", text))


def f1(text: str, expected: str) -> float:
    """The harmonic mean of precision and recall of the words, in percent."""
    found, wanted = words(text), words(expected)
    return 200 * (found & wanted).total() / max(1, (found + wanted).total())


def gold(name: str) -> dict[str, Any]:
    """What is right for a page."""
    said: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return said


@cache
def page(name: str, *, bare: bool) -> bytes:
    """The bytes of a page; `bare` without the names that tell what its elements are for."""
    content = (FOLDER / f"{name}.html").read_bytes()
    return _NAMING.sub("", web_text(content, None).text).encode("utf-8-sig") if bare else content


@cache
def read(name: str) -> tuple[Page, ...]:
    """The pages of a fixture as it stands."""
    return pages(".html", page(name, bare=False))


@cache
def articles(name: str, *, bare: bool = False) -> tuple[Article, ...]:
    """The articles that are kept of a page."""
    found = pages(".html", page(name, bare=bare))
    return tuple(article for one in found for article in clean(source(one), ARABIC))


def source(one: Page) -> Source:
    """A page as `collect` hands it on."""
    said = {field: getattr(one, field) for field in FIELDS}
    return Source(path="a.html", text=one.text, hints=one.hints, **said)


def kept(article: Article) -> list[str]:
    """The lines of an article."""
    return [article.source.text[line.start : line.end] for line in article.lines]


def reached(name: str, *, bare: bool) -> tuple[float, float]:
    """The figures of a page: ours, and trafilatura's alone."""
    expected = "\n".join([*gold(name)["body"], *gold(name)["headings"]])
    theirs = extract(page(name, bare=bare), include_comments=False, include_tables=True) or ""
    found = articles(name, bare=bare)
    return f1("\n".join(kept(found[0])) if found else "", expected), f1(theirs, expected)


@pytest.mark.parametrize("bare", [False, True], ids=["named", "bare"])
@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_read_worse_than_by_trafilatura(name: str, *, bare: bool) -> None:
    """What the elements say is added to the library's judgement and never costs any of it."""
    ours, theirs = reached(name, bare=bare)
    assert ours >= theirs


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("bare", [False, True], ids=["named", "bare"])
def test_the_mean_is_above_its_floor(part: str, *, bare: bool) -> None:
    """All pages together are read as well as they ever were, and better than by trafilatura."""
    figures = [reached(name, bare=bare) for name in PARTS[part]]
    ours, theirs = (sum(side) / len(figures) for side in zip(*figures, strict=True))
    assert ours > theirs
    assert ours >= FLOOR[part]["bare" if bare else "named"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_visible_is_lost_and_nothing_hidden_is_shown(name: str) -> None:
    """Every line of the page stands in the text, kept or not; what no visitor sees stands nowhere."""
    text = letters("\n".join(one.text for one in read(name)))
    said = gold(name)
    seen = [*said["body"], *said["headings"], *said["furniture"]]
    assert not [line for line in seen if letters(line) not in text]
    assert not [line for line in said["hidden"] if letters(line) in text]


@pytest.mark.parametrize("part", PARTS)
def test_furniture_is_removed(part: str) -> None:
    """Of all lines that are no part of an article hardly one is kept."""
    leaks = [
        line
        for name in PARTS[part]
        for line in gold(name)["furniture"]
        if any(letters(line) == letters(one) for article in articles(name) for one in kept(article))
    ]
    assert len(leaks) <= FLOOR[part]["furniture_kept"], leaks


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("field", FIELDS)
def test_metadata_is_right(part: str, field: str) -> None:
    """Title, house, author and date are those of the page; a floor counts the pages that are right."""
    wrong = {
        name: (getattr(articles(name)[0], field), gold(name)[field])
        for name in PARTS[part]
        if not articles(name) or getattr(articles(name)[0], field) != gold(name)[field]
    }
    assert 100 * (1 - len(wrong) / len(PARTS[part])) >= FLOOR[part][field], wrong


@pytest.mark.parametrize("name", [name for name in NAMES if gold(name)["second"]])
def test_a_second_article_stands_alone(name: str) -> None:
    """The next article of an endless page is an article of its own, whole."""
    second = gold(name)["second"]
    _, found = articles(name)
    assert found.title == second["title"]
    assert f1("\n".join(kept(found)), "\n".join(second["body"])) >= FLOOR["first"]["second"]
