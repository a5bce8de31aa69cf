"""What other programs read out of a brief: its words, and its structure as checkers judge it."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from brief import config, themes
from brief.check.text_layer import texts
from brief.check.wording import pieces
from brief.model import Brief
from brief.outputs import Rendered, pdf, spelled
from brief.pipeline import condense
from brief.render import render

TESTS = Path(__file__).parents[1]
TOPICS = {"corridor": TESTS / "topic", "figures": TESTS / "topics_of_figures" / "economy"}
LEAST = 0.99
# What checkers find that is meant to be so, and why.
MEANT = {
    "ORD-001": "what stands apart, as the word of a stance's sign, is painted last and read in its place",
    "PAG-001": "the head of a table is repeated on each page that the table goes on to",
    "FIG-012": "a chart's words for those who do not see it are mostly its figures",
    "TBL-010": "a chart of two figures has a table of two rows, whose headers are more than its figures",
    "TBL-012": "an actor takes one of five stances, so four of five cells are empty",
    "TXT-004": "an Arabic letter has a glyph for each of its forms",
    "TAG-003": "where Latin and Arabic meet in a line the checker joins words otherwise than the tags",
}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=list(TOPICS))
def brief(request: pytest.FixtureRequest) -> Brief:
    """The brief of a topic."""
    folder = TOPICS[request.param]
    return condense(folder, config.load(folder))[0]


@pytest.fixture(scope="module", params=themes.bundled())
def printed(request: pytest.FixtureRequest, brief: Brief, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its PDF in a theme."""
    theme = themes.load(request.param)
    themed = replace(brief, theme=theme.name)
    place = tmp_path_factory.mktemp("print") / "brief.pdf"
    place.write_bytes(pdf.write(themed, Rendered(render(themed, theme), theme)).content)
    return place


def poppler(path: Path) -> str:
    """What `pdftotext` reads, of the system's package poppler-utils."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: it is in the system's package poppler-utils")
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pdfminer(path: Path) -> str:
    """What pdfminer.six reads."""
    from pdfminer.high_level import extract_text  # noqa: PLC0415 - slow to load, as all here

    return extract_text(path)


def pdfium(path: Path) -> str:
    """What the reader of Chromium reads."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    with PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def mupdf(path: Path) -> str:
    """What PyMuPDF reads."""
    from pymupdf import open as opened  # noqa: PLC0415

    with opened(path) as document:  # type: ignore[no-untyped-call]
        return "\n".join(page.get_text() for page in document)


def pypdf(path: Path) -> str:
    """What pypdf reads."""
    from pypdf import PdfReader  # noqa: PLC0415

    with PdfReader(path) as reader:
        return "\n".join(page.extract_text() for page in reader.pages)


EXTRACTORS: tuple[Callable[[Path], str], ...] = (poppler, pdfminer, pdfium, mupdf, pypdf)


def share(brief: Brief, text: str) -> float:
    """The share of the words in titles and items that stand in a text, each line read from either end."""
    wanted = Counter(piece for said in texts(brief) for piece in pieces(said))
    lines = text.splitlines()
    found = {piece for line in lines for order in (line, line[::-1]) for piece in pieces(order)}
    assert wanted.total() > 400
    return sum(count for piece, count in wanted.items() if piece in found) / wanted.total()


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_words_come_back(brief: Brief, printed: Path, extractor: Callable[[Path], str]) -> None:
    """Each of five extractors finds at least 99 % of the words again, in each theme."""
    assert share(brief, extractor(printed)) >= LEAST


def test_the_mend_makes_no_font_worse(brief: Brief, printed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No fewer words are found with the letters of the font, and with ligatures whole, than without."""
    theme = themes.load("sober" if "Amiri" in str(fonts(printed)) else "modern")
    themed = replace(brief, theme=theme.name)
    with monkeypatch.context() as patched:
        patched.setattr(spelled, "mend", lambda *_: None)
        raw = printed.with_name("raw.pdf")
        raw.write_bytes(pdf.write(themed, Rendered(render(themed, theme), theme)).content)
    assert share(brief, pdfium(printed)) >= share(brief, pdfium(raw))


def fonts(path: Path) -> set[str]:
    """The names of the fonts in a PDF."""
    with pikepdf.open(path) as document:
        return {
            str(item.FontName)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item
        }


def findings(path: Path) -> Iterator[str]:
    """What both checkers of accessibility find, the rule before the words."""
    import outloud  # noqa: PLC0415 - see pdfminer
    import pdfua  # noqa: PLC0415 - see pdfminer

    judged = outloud.check(str(path))
    assert judged.error is None
    yield from (f"{found.rule}: {found.message}" for found in judged.findings if found.rule not in MEANT)
    yield from (f"{found.rule_id}: {found.message}" for found in pdfua.validate(str(path)).findings)


def test_checkers_of_accessibility_find_nothing(printed: Path) -> None:
    """Neither outloud nor pdfua finds a fault in the tags but those that are none."""
    assert list(findings(printed)) == []
