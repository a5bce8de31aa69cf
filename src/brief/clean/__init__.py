"""Source -> articles: the lines of each article, and why every other line was removed.

The decision rests on evidence: what a line says and how it is formed (`reasons`), where it
stands (`stretch`), what stands beside it (`inside`), and whether other pages have it, too
(`habits`). Where the format of a file told which lines are the article, that comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from brief.clean.inside import calls, is_heading, leading_away
from brief.clean.reasons import Reason, reasons
from brief.clean.rows import rows
from brief.clean.stretch import Judged, Stretch, articles, judged
from brief.clean.tails import tail
from brief.decoding.damage import sound
from brief.language import Language
from brief.metadata import describe
from brief.model import Article, Furniture, Line, Source

__all__ = ["clean"]


def clean(source: Source, language: Language) -> tuple[Article, ...]:
    """The articles of a page in their order, each with its lines and all that was removed.

    An empty tuple means that the page holds no prose.
    """
    found = rows(source.text, source.hints)
    told = judged(found, reasons(found, language), language)
    return tuple(_article(source, told, stretch, language) for stretch in articles(told, language))


def _article(source: Source, page: Sequence[Judged], stretch: Stretch, language: Language) -> Article:
    inside = _without_pointers(page[stretch.first : stretch.last + 1], language)
    kept = [one for one in inside if one.reason is None]
    about = describe(
        [one.row.text for one in page[stretch.begin : stretch.first]],
        [one.row.text for one in page[stretch.last + 1 :]],
        [one.row.text for one in kept],
        language,
    )
    opening = _standfirst(page, stretch, about.title)
    above = [one for one in page[stretch.begin : stretch.first] if one not in opening]
    removed = [
        *(_furniture(one, _reason_above(one, about.title)) for one in above),
        *(_furniture(one, one.reason) for one in inside if one.reason is not None),
        *_below(page[stretch.last + 1 : stretch.end]),
        *calls([*opening, *kept], language),
    ]
    return Article(
        source=source,
        lines=(
            *(_line(one, language, heading=False) for one in opening),
            *(_line(one, language, heading=is_heading(kept, number)) for number, one in enumerate(kept)),
        ),
        furniture=tuple(removed),
        title=source.title or sound(about.title),
        publisher=source.publisher or sound(about.publisher),
        author=source.author or sound(about.author),
        published=source.published or about.published,
    )


def _standfirst(page: Sequence[Judged], stretch: Stretch, title: str | None) -> list[Judged]:
    """The row above byline and date that belongs to the article, unless it is the title itself."""
    if stretch.standfirst is None or _is_of_title(page[stretch.standfirst], title):
        return []
    return [page[stretch.standfirst]]


def _is_of_title(one: Judged, title: str | None) -> bool:
    """Whether a row is the title, or one of the lines that make it."""
    words, whole = one.row.text.split(), (title or "").split()
    return words == whole or (len(words) > 1 and words in (whole[: len(words)], whole[-len(words) :]))


def _reason_above(one: Judged, title: str | None) -> Reason:
    return Reason.TITLE if _is_of_title(one, title) else Reason.BEFORE


def _line(one: Judged, language: Language, *, heading: bool) -> Line:
    return Line(one.row.start, one.row.end - tail(one.row.text, language), heading)


def _without_pointers(inside: Sequence[Judged], language: Language) -> list[Judged]:
    """The rows of an article's stretch, those with a reason that lead away from it."""
    away = dict(leading_away(inside, language))
    return [structs.replace(one, reason=away.get(number, one.reason)) for number, one in enumerate(inside)]


def _below(rows: Sequence[Judged]) -> Iterator[Furniture]:
    """What stands below an article, from the first pointer to others on as such."""
    reason = Reason.AFTER
    for one in rows:
        reason = Reason.RELATED if one.announces else reason
        yield _furniture(one, reason)


def _furniture(one: Judged, reason: Reason | str) -> Furniture:
    return Furniture(one.row.start, one.row.end, str(one.reason or reason))
