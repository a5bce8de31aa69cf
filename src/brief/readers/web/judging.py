"""What the elements of a page and trafilatura say together -> hints for its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from brief.decoding import script
from brief.model import Hint
from brief.readers.reasons import Reason
from brief.readers.web.body import found, inside, letters
from brief.readers.web.seen import Mark, Seen

PROSE_WORDS = 8
LONG_WORDS = 25
HEADING_WORDS = 14
# An element that holds this share of the article is no menu, whatever its class says.
OVERRULED = 0.3
# Lines of links are no prose from this share of their letters.
LINKED = 0.8
# So much of a page's prose outside of any furniture trafilatura has to find to be followed.
TRUSTED = 0.4
SHORT_WORDS = 20
# So many lines of one look show what the paragraphs of the page look like.
USUAL = 4
# Of the letters of a page in a script of ours so many are of it at least: names and terms may be Latin.
OWN_SCRIPT = 0.3
# The share of links from which a choice is doubted; how much counts what speaks against a line elsewhere.
MENUS = 0.08
SURE = 0.2
WEIGHT_MARKED = -0.5
WEIGHT_OTHER = -2.0
_LISTED = frozenset(["li", "tr", "td", "dd", "dt", "blockquote"])
_ENDS = re.compile(r"[.!؟?…:؛»\"”)\]\u200f]\s*$")
_STOPS = re.compile(r"[.!…،؛,»\"”]\s*$")


class Judged(Struct, frozen=True):
    """A line and what became of it; `kind` is None where only its form can tell."""

    line: Seen
    kind: str | None
    reason: str | None = None


class _Article(Struct, frozen=True):
    """What is known of the article as a whole when its lines are judged."""

    stretch: range
    chosen: frozenset[int]
    homes: Counter[int]
    looks: Counter[str]
    linked: bool


def judged(lines: Sequence[Seen], main: str) -> tuple[Judged, ...]:
    """Each line of an article's part of the page; `main` are the letters that trafilatura took.

    What tells prose and furniture here was measured on pages in the script of our languages;
    for any other trafilatura's word stands alone.
    """
    written = [letters(line.text) for line in lines]
    taken = inside(written, main) if main else frozenset()
    if script.letters(main) < OWN_SCRIPT * len(main):
        taken |= found(written, main)
        return tuple(_as_taken(line, taken=number in taken) for number, line in enumerate(lines))
    void = _void(lines, taken)
    reasons = [_reason(line, void, main=number in taken) for number, line in enumerate(lines)]
    article = _article(lines, _trusted(lines, taken, reasons), reasons)
    if not article.stretch:
        pairs = zip(lines, reasons, strict=True)
        return tuple(Judged(line, "aside" if reason else None, reason) for line, reason in pairs)
    return tuple(_judged(number, line, reasons[number], article) for number, line in enumerate(lines))


def _as_taken(line: Seen, *, taken: bool) -> Judged:
    if not taken:
        return Judged(line, "aside", Reason.OUTSIDE)
    return Judged(line, "heading" if line.level else "paragraph")


def _article(lines: Sequence[Seen], chosen: frozenset[int], reasons: Sequence[str | None]) -> _Article:
    stretch = _with_heading(_stretch(lines, chosen, reasons), lines, reasons)
    prose = [lines[number] for number in stretch if number in chosen and _is_prose(lines[number])]
    return _Article(
        stretch=stretch,
        chosen=chosen,
        homes=Counter([*(line.home for line in prose), *(-line.block for line in prose)]),
        looks=Counter(lines[number].look for number in stretch if not reasons[number]),
        linked=_is_linked([lines[number] for number in chosen]),
    )


def hints(lines: Iterable[Judged]) -> Iterator[Hint]:
    """The hints of a page whose text is these lines, one after another."""
    start = 0
    for one in lines:
        end = start + len(one.line.text)
        if one.kind == "aside":
            yield Hint(start, end, "aside", one.reason)
        elif one.kind == "heading":
            yield Hint(start, end, "heading")
        elif one.kind == "paragraph":
            yield Hint(start, end, "paragraph")
        start = end + 1


def _judged(number: int, line: Seen, reason: str | None, article: _Article) -> Judged:
    if said := reason or _set_apart(line, article.looks):
        return Judged(line, "aside", said)
    if number not in article.stretch or not (number in article.chosen or _is_kin(line, article.homes)):
        return Judged(line, "aside", Reason.OUTSIDE)
    if line.linked >= LINKED and not article.linked and not _is_prose(line):
        return Judged(line, "aside", Reason.LINK)
    return Judged(line, "heading" if _is_heading(line) else "paragraph")


def _set_apart(line: Seen, looks: Counter[str]) -> str | None:
    """Why a short line among the paragraphs is none: a note in italics, or styled as no other line."""
    if line.level or line.tag in _LISTED or line.look.startswith("blockquote."):
        return None
    if _ENDS.search(line.text) or len(line.text.split()) > SHORT_WORDS:
        return None
    if line.slanted > 0.95:
        return Reason.ITALICS
    usual = max(looks.values(), default=0) >= USUAL
    alone = looks[line.look] == 1 and line.bold < 0.95 and not line.titled
    return Reason.SET_APART if usual and alone else None


def _is_heading(line: Seen) -> bool:
    if line.level:
        return True
    marked = line.bold > 0.95 or (line.titled and line.tag != "li")
    return marked and len(line.text.split()) <= HEADING_WORDS and not _STOPS.search(line.text)


def _is_prose(line: Seen) -> bool:
    words = len(line.text.split())
    return line.linked < LINKED and (
        words >= LONG_WORDS or (words >= PROSE_WORDS and bool(_ENDS.search(line.text)))
    )


def _is_kin(line: Seen, homes: Counter[int]) -> bool:
    """Whether a line stands among paragraphs: in their block, or in their container."""
    return homes[-line.block] > 0 or homes[line.home] > 1


def _is_linked(lines: Sequence[Seen]) -> bool:
    """Whether the article itself stands within links, as on pages where one was never closed."""
    total = sum(len(line.text) for line in lines)
    return sum(len(line.text) * line.linked for line in lines) > total / 2


def _void(lines: Sequence[Seen], chosen: frozenset[int]) -> frozenset[Mark]:
    """The marks that the page overrules: a good part of the article stands under them."""
    weight: Counter[Mark] = Counter()
    total = 0
    for number, line in enumerate(lines):
        if _is_prose(line) and (number in chosen or not chosen):
            total += len(line.text)
            for mark in line.marks:
                weight[mark] += len(line.text)
    return frozenset(mark for mark, size in weight.items() if size > total * OVERRULED)


def _reason(line: Seen, void: frozenset[Mark], *, main: bool) -> str | None:
    """Why the elements around a line say that it is no part of the article; a lead may stand in a header."""
    reasons = (mark.reason for mark in reversed(line.marks) if mark not in void)
    spared = {Reason.PAGE_HEADER} if main and _is_prose(line) else set()
    return next((reason for reason in reasons if reason not in spared), None)


def _trusted(lines: Sequence[Seen], chosen: frozenset[int], reasons: Sequence[str | None]) -> frozenset[int]:
    """What trafilatura chose, or all lines that are no furniture where it missed most of the prose."""
    free = frozenset(n for n, line in enumerate(lines) if not reasons[n])
    prose = {n: len(lines[n].text) for n in free if _is_prose(lines[n])}
    size = sum(size for n, size in prose.items() if n in chosen)
    return chosen if size and size >= TRUSTED * sum(prose.values()) else free


def _stretch(lines: Sequence[Seen], chosen: frozenset[int], reasons: Sequence[str | None]) -> range:
    """The lines of the heaviest stretch of prose; none where there is no prose."""
    doubt = 1.0 if _is_doubtful(lines, chosen) else SURE
    best, weight, start, stretch = 0.0, 0.0, 0, range(0)
    for number, line in enumerate(lines):
        if weight <= 0:
            weight, start = 0.0, number
        change = WEIGHT_MARKED if reasons[number] else _weight(line) if number in chosen else WEIGHT_OTHER
        weight += change if change > 0 else change * doubt
        if weight > best:
            best, stretch = weight, range(start, number + 1)
    return stretch


def _with_heading(stretch: range, lines: Sequence[Seen], reasons: Sequence[str | None]) -> range:
    """The stretch with the heading right above its first paragraph, which may stand under the title."""
    above = stretch.start - 1
    if stretch and above >= 0 and lines[above].level > 1 and not reasons[above]:
        return range(above, stretch.stop)
    return stretch


def _is_doubtful(lines: Sequence[Seen], chosen: frozenset[int]) -> bool:
    """Whether what was chosen holds menus too: trafilatura takes the whole of a page that it cannot read."""
    total = sum(len(lines[number].text) for number in chosen)
    return sum(len(lines[number].text) for number in chosen if lines[number].linked >= LINKED) > total * MENUS


def _weight(line: Seen) -> float:
    """What a line says for the article standing here: its words where it is prose, links speak against it."""
    if line.linked >= LINKED:
        return -6
    if _is_prose(line):
        return len(line.text.split())
    if line.level:
        return 0.1
    return -1 if line.bold > 0.95 else 0.05
