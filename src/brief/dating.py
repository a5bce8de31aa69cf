"""The date of an issue, where nobody gave one: never today, so that a build can be repeated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brief import periods
from brief.errors import TopicError
from brief.language import Language
from brief.model import Document

DAY = len("2024-01-01")
# Half a year: an event has another course by then.
BACKGROUND_DAYS = 182


def issue_date(documents: Sequence[Document], language: Language) -> str:
    """The newest day among the dates of the sources, else the newest time that their texts name.

    A month or year counts as its first day; what lies ahead does not count. Raises
    `TopicError` where no time is named at all.
    """
    published = [document.published or "" for document in documents]
    newest = max((date for date in published if len(date) == DAY), default=max(published, default=""))
    newest = newest or max(_named(documents, language), default="")
    if not newest:
        raise TopicError(
            "The issue has no date: no source names a day, a month or a year. "
            'Add issued = "YYYY-MM-DD" to brief.toml or call with --issued.'
        )
    return f"{newest}-01-01"[:DAY]


def is_old(published: str | None, issued: str) -> bool:
    """Whether an article appeared so long before the issue that it can only be background.

    `published` may be a day, a month or a year, and counts from its last day on.
    """
    if not published:
        return False
    last = f"{published}-12-31"[:DAY] if len(published) == len("2024") else f"{published}-28"[:DAY]
    return (date.fromisoformat(issued) - date.fromisoformat(last)).days > BACKGROUND_DAYS


def _named(documents: Sequence[Document], language: Language) -> list[str]:
    """The times that the texts name outright, as ISO dates, months and years."""
    return [
        mention.first
        for document in documents
        for sentence in document.sentences
        for mention in periods.find(sentence.anchor.text, language)
        if mention.precision in ("day", "month", "year") and not mention.future
    ]
