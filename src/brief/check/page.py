"""Proof that page and print show the record and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

from brief.check.issue import RECORD, Finding, Issue, theme_of
from brief.check.readout import Readout
from brief.check.wording import pieces, plain
from brief.errors import Remark
from brief.outputs.lettering import lettered, unlettered
from brief.render import render, render_screen

GATE = "page"
EXCERPT = 60
# Extractors garble few words beside vowel marks and hamza; a sentence of an author has more.
STRANGE_WORDS = 4
STRANGE_LINES = 1
_LINE = 6  # words of a line long enough to be judged by their neighbours
_KNOWN = 0.5  # share of neighbours that stand side by side in the page too
_GARBLED = frozenset(map(chr, (0x0624, 0x0626)))
_MARKS = frozenset(map(chr, (*range(0x064B, 0x0660), 0x0670)))


def rendered(issue: Issue) -> tuple[str, str]:
    """The pages for print and for a screen as the record gives them.

    Raises `ValueError` for a record that gives none.
    """
    try:
        theme = theme_of(issue)
        screen = lettered(render_screen(issue.brief, theme, issue.texts), theme)
        pages = render(issue.brief, theme), screen
        "".join(pages).encode("utf-8")
    except Exception as error:  # A changed record breaks a template in any way it likes.
        raise ValueError(str(error) or type(error).__name__) from error
    return pages


def prove_page(issue: Issue, meant: str) -> Iterator[Finding]:
    """brief.html is byte for byte the page of the record, which is `meant`."""
    if issue.page is None or issue.page == meant:
        return
    if unlettered(issue.page) == unlettered(meant):
        # Other versions of the library that cuts type give other bytes: nobody can say what those show.
        message = "brief.html: its type is not what this program cuts for it; build the issue again."
        yield Finding(GATE, Remark(message))
        return
    at = _first_difference(issue.page, meant)
    start = max(meant.rfind(sign, 0, at) for sign in " >\n") + 1
    said, told = (_visible(text[start : start + EXCERPT]) for text in (issue.page, meant))
    message = "brief.html: it says «%(said)s» where brief.json gives «%(told)s»; build the issue again."
    yield Finding(GATE, Remark(message, said=said, told=told))


def _first_difference(one: str, other: str) -> int:
    places = range(min(len(one), len(other)))
    return next((at for at in places if one[at] != other[at]), len(places))


def _visible(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().split())


def prove_print(issue: Issue, readout: Readout, known: Text | None) -> Iterator[Finding]:
    """brief.pdf carries this record, and its text has no words but those that are `known`."""
    if readout.attached.get(RECORD) != ((issue.folder / RECORD).read_bytes(),):
        message = "brief.pdf: the record inside is another one than brief.json; build the issue again."
        yield Finding(GATE, Remark(message))
    if known is not None and (strange := added(readout, known)):
        message = "brief.pdf: «%(text)s» stands in it, but not in the page; build the issue again."
        yield Finding(GATE, Remark(message, text=strange[:EXCERPT]))


class Text(HTMLParser):
    """The words of a page as they can be found again: alone, and beside their neighbours."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._in_style = False
        self.feed(markup)
        self.close()
        words = pieces(" ".join(self._parts))
        self.words = f"{' '.join(words)} {plain(''.join(self._parts))}"
        self.neighbours = frozenset(pairwise(_letters(words)))

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """A style begins, or ends with whatever comes next."""
        self._in_style = tag == "style"

    def handle_endtag(self, _tag: str) -> None:
        """What follows is no style."""
        self._in_style = False

    def handle_data(self, data: str) -> None:
        """Text, unless it is a style's."""
        if not self._in_style:
            self._parts.append(data)

    def has(self, word: str) -> bool:
        """Whether a word, or its reverse, stands in the page, alone or in another one."""
        return word in self.words or word[::-1] in self.words

    def follows(self, words: list[str]) -> bool:
        """Whether most neighbours in a line are neighbours in the page too."""
        pairs = list(pairwise(words))
        return sum(pair in self.neighbours for pair in pairs) >= _KNOWN * len(pairs)


def known_words(meant: str, again: Readout | None) -> Text:
    """The words of the page `meant`, and what a print of it in poor type was read as."""
    return Text(meant + escape(" ".join(again.pages["pdfium"])) if again else meant)


def _letters(words: list[str]) -> list[str]:
    return [word for word in words if word.isalpha()]


def added(readout: Readout, known: Text) -> str:
    """What the print says beyond the page: its strange words, else its strange lines.

    pdfium reads a whole brief in a tenth of a second; what it makes of words with vowel
    marks says nothing.
    """
    lines = [line for text in readout.pages["pdfium"] for line in text.splitlines() if not _MARKS & set(line)]
    words = dict.fromkeys(word for line in lines for word in pieces(line))
    strange = [word for word in words if not _GARBLED & set(word) and not known.has(word)]
    if len(strange) > STRANGE_WORDS:
        return " ".join(strange)
    odd = [line for line in lines if _is_odd(line, known)]
    return " ".join(odd) if len(odd) > STRANGE_LINES else ""


def _is_odd(line: str, known: Text) -> bool:
    """Whether a line has the page's words in no order of the page.

    Where Latin letters turn the direction extractors shuffle a line themselves: it says nothing.
    """
    if any(sign.isascii() and sign.isalpha() for sign in line):
        return False
    orders = [_letters(pieces(order)) for order in (line, line[::-1])]
    return len(orders[0]) >= _LINE and not any(map(known.follows, orders))
