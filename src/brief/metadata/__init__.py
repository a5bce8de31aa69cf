"""What the frame of a page says about its article: title, publisher, author, date."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brief.language import Language
from brief.metadata import author, day, publisher, title
from brief.metadata.frame import framed

__all__ = ["About", "describe"]


class About(Struct, frozen=True):
    """What was found out about an article; None where its page does not say."""

    title: str | None
    publisher: str | None
    author: str | None
    published: str | None


def describe(before: Sequence[str], after: Sequence[str], body: Sequence[str], language: Language) -> About:
    """What the lines `before` and `after` the article's `body` say about it.

    `before` may hold lines that stand between the first paragraphs, `after` all that is
    below the article, other articles' titles included. A doubtful value is None.
    """
    page = framed(before, after, body, language)
    days = {number: found for number, entry in enumerate(page.before) if (found := day.dated(entry, page))}
    heading = title.find(page, days)
    line = heading.line if heading else None
    taken = {*days} | ({line} if line is not None else set())
    return About(
        title=heading.text if heading else None,
        publisher=publisher.find(page, line, heading.site if heading else None, taken),
        author=author.find(page, line, taken),
        published=day.published(page, days, line),
    )
