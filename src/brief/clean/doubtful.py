"""The rows of a page that the rules place on weak evidence, and the article with or without them.

Rules are sure of a paragraph between paragraphs, and of a row that a sign speaks against far from any.
They are less so where an article begins and ends, of short rows beside something that was removed, and
where one sign speaks against a row amid the text. Of the annotated pages of `tests/scrapes` a tenth of
all rows is doubtful, and of the rules' mistakes all but a few are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum, auto
from operator import attrgetter, itemgetter
from typing import TypeVar

from msgspec import Struct, structs

from brief.clean.inside import SHORT_HEADING, calls, is_heading
from brief.clean.reasons import HEADING_WORDS, Reason, reasons
from brief.clean.rows import rows
from brief.clean.stretch import BOX_WORDS, Judged, judged
from brief.clean.tails import tail
from brief.language import Language
from brief.model import Article, Furniture, Line

Piece = TypeVar("Piece", Line, Furniture)

# So many rows of an article are doubtful at most, those of the first doubts before the others.
MOST = 8
# What the words of an article may say as well; other reasons are told by form.
_SAID = {Reason.RELATED, Reason.CREDIT, Reason.FRAME, Reason.CAPTION, Reason.NOTICE}
_SAID |= {Reason.TAGS, Reason.COMMENTS, Reason.POLL, Reason.NOTES}
# Nobody doubts these, wherever the row stands.
_SURE = {Reason.TITLE, Reason.LANGUAGE}


class Doubt(IntEnum):
    """Why a row may belong elsewhere, what is most often a mistake first."""

    # Kept: as long and as open as the title of another article.
    TITLE = auto()
    # Kept: no longer than a heading, at the beginning or the end of the article.
    EDGE = auto()
    # Removed: nothing speaks against it, and it stands right beside the article.
    BESIDE = auto()
    # Kept: no longer than a heading, beside what was removed from amid the article.
    GAP = auto()
    # Removed from amid the article: one sign speaks against it, which an article's own row may bear.
    SIGN = auto()
    # Removed from amid the article: nothing but the company it keeps speaks against it.
    COMPANY = auto()


class Placed(Struct, frozen=True):
    """A row of the part of a page that is an article's: kept, or removed for a `reason`."""

    row: Judged
    reason: str | None

    @property
    def kept(self) -> bool:
        """Whether it is part of the article."""
        return self.reason is None


def placed(article: Article, language: Language) -> tuple[Placed, ...]:
    """The rows of the article's part of its page in their order, as the rules see them."""
    found = rows(article.source.text, article.source.hints)
    kept: dict[int, str | None] = dict.fromkeys(line.start for line in article.lines)
    where = {piece.start: piece.reason for piece in article.furniture} | kept
    told = judged(found, reasons(found, language), language)
    return tuple(Placed(one, where[one.row.start]) for one in told if one.row.start in where)


def doubts(page: Sequence[Placed]) -> dict[int, Doubt]:
    """The doubtful rows of a page by their places, in the order of the page; `MOST` of them at most."""
    kept = [number for number, one in enumerate(page) if one.kept]
    if not kept:
        return {}
    inside = range(kept[0], kept[-1] + 1)
    found = (
        (doubt, number)
        for number, one in enumerate(page)
        if (doubt := _of_kept(page, number, inside) if one.kept else _of_removed(page, number, inside))
    )
    return {number: doubt for doubt, number in sorted(sorted(found)[:MOST], key=itemgetter(1))}


def _of_kept(page: Sequence[Placed], number: int, inside: range) -> Doubt | None:
    """A short row that the format does not name a heading."""
    row = page[number].row.row
    if row.words > HEADING_WORDS or (row.hint is not None and row.hint.kind == "heading"):
        return None
    if number in {inside[0], inside[-1]}:
        return Doubt.EDGE
    formed = row.prose or row.stops or row.listed or row.cells > 1 or row.text.endswith(":")
    if not formed and row.words > SHORT_HEADING:
        return Doubt.TITLE
    beside = not (page[number - 1].kept and page[number + 1].kept)
    return Doubt.GAP if formed and beside and row.hint is None else None


def _of_removed(page: Sequence[Placed], number: int, inside: range) -> Doubt | None:
    """A row that the format does not keep out, or keeps out because it could not tell what it is."""
    one, reason = page[number].row, page[number].reason
    if number in inside and reason == Reason.OUTSIDE:
        return Doubt.SIGN
    if reason in _SURE or one.row.hint is not None:
        return None
    if number not in inside:
        beside = number in {inside[0] - 1, inside[-1] + 1}
        return Doubt.BESIDE if beside and one.reason is None else None
    if one.reason is None:
        return Doubt.COMPANY
    return Doubt.SIGN if reason in _SAID and one.row.words > BOX_WORDS else None


def corrected(
    article: Article, page: Sequence[Placed], kept: Mapping[int, bool], language: Language
) -> Article:
    """The article with the rows of its page that somebody keeps, and without those that he removes.

    `kept` says so by the places of rows in `page`. Where nothing but headings would be left the article
    stays as it is.
    """
    away = {number for number, one in enumerate(page) if one.kept and not kept.get(number, True)}
    back = {number for number, one in enumerate(page) if not one.kept and kept.get(number, False)}
    if not away and not back:
        return article
    gone = {page[number].row.row.start for number in away}
    found = {page[number].row.row.start for number in back}
    lines = [line for line in article.lines if line.start not in gone]
    lines += _found(page, away, back, language)
    if all(line.heading for line in lines):
        return article
    removed = [piece for piece in article.furniture if piece.start not in found]
    out = (line for line in article.lines if line.start in gone)
    removed += (Furniture(line.start, line.end, Reason.JUDGED) for line in out)
    removed += calls((page[number].row for number in back), language)
    return structs.replace(article, lines=_in_order(lines), furniture=_in_order(removed))


def _found(
    page: Sequence[Placed], away: Collection[int], back: Collection[int], language: Language
) -> Iterator[Line]:
    """The rows that come back as lines, as they stand among those that are kept."""
    kept = [number for number, one in enumerate(page) if (one.kept and number not in away) or number in back]
    told = [page[number].row for number in kept]
    for place, (number, one) in enumerate(zip(kept, told, strict=True)):
        if number in back:
            cut = tail(one.row.text, language)
            heading = not cut and is_heading(told, place)
            yield Line(one.row.start, one.row.end - cut, heading, judged=True)


def _in_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=attrgetter("start")))
