"""What the frame of a page says about its article: title, publisher, author, date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from brief import periods
from brief.language import Language, fold, table

TITLE_WORDS = range(3, 26)
SHARED_WORDS = 2
NAME_WORDS = range(2, 5)
# What a page's picture of its name leaves in text: its description in HTML is «… logo».
_LOGO = "logo"


class About(Struct, frozen=True):
    """What was found out about an article; None where its page does not say."""

    title: str | None
    publisher: str | None
    author: str | None
    published: str | None


@cache
def _cues(code: str) -> dict[str, tuple[str, ...]]:
    lists = table(code, "furniture")
    return {
        name: tuple(map(fold, lists[name])) for name in ("credit", "byline", "publisher", "related", "frame")
    }


def describe(before: Sequence[str], after: Sequence[str], body: Sequence[str], language: Language) -> About:
    """What the lines `before` and `after` the article's `body` say about it."""
    cues = _cues(language.code)
    title = _title(before, body, cues)
    return About(
        title=title,
        publisher=_credited(after, cues) or _publisher(before, cues),
        author=_author(before, title, cues),
        published=_date(before, language),
    )


def _title(before: Sequence[str], body: Sequence[str], cues: dict[str, tuple[str, ...]]) -> str | None:
    """The first line of title's length that shares words with the article.

    A line above it that ends in a colon opens the same title.
    """
    known = Counter(word for line in body for word in set(_words(line)))
    for number, line in enumerate(before):
        shared = {word for word in _words(line) if known[word] and len(word) > 3}
        if _can_be_title(line, cues) and len(shared) >= SHARED_WORDS:
            above = before[number - 1] if number else ""
            opens = above.rstrip().endswith(":") and not fold(above).startswith(cues["related"])
            return f"{above} {line}" if opens else line
    return None


def _can_be_title(line: str, cues: dict[str, tuple[str, ...]]) -> bool:
    words = fold(line).split()
    opens = fold(line).startswith((*cues["related"], *cues["frame"], *cues["credit"]))
    return (
        len(words) in TITLE_WORDS and not opens and "#" not in line and not line.startswith(("•", "-", "*"))
    )


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", fold(line))


def _credited(after: Sequence[str], cues: dict[str, tuple[str, ...]]) -> str | None:
    for line in after:
        head, colon, rest = line.partition(":")
        if colon and fold(head).strip() in cues["credit"] and rest.strip():
            return rest.strip()
    return None


def _publisher(before: Sequence[str], cues: dict[str, tuple[str, ...]]) -> str | None:
    """The lowest short line that names a house, or a line that a site's logo left."""
    for line in reversed(before):
        words = _words(line)
        if words and words[0] in cues["publisher"] and 2 <= len(words) <= 7 and not line.startswith("•"):
            return line.strip()
    logo = next((line for line in before if fold(line).split()[-1:] == [_LOGO]), None)
    return logo.rsplit(maxsplit=1)[0] if logo and len(logo.split()) > 1 else None


def _author(before: Sequence[str], title: str | None, cues: dict[str, tuple[str, ...]]) -> str | None:
    """A line that opens with a byline's word, or a short name that the page prints twice in a row."""
    for line in before:
        words = fold(line).replace(":", " ").split()
        if words and words[0] in cues["byline"] and len(words) - 1 in NAME_WORDS:
            return " ".join(line.replace(":", " ").split()[1:])
    for line, following in pairwise(before):
        if line == following and line != title and len(line.split()) in NAME_WORDS:
            return line
    return None


def _date(before: Sequence[str], language: Language) -> str | None:
    """The lowest line above the article that is little else than a day of the calendar."""
    for line in reversed(before):
        for mention in periods.find(line, language, None):
            letters = len(line[: mention.start].split()) + len(line[mention.end :].split())
            if len(mention.first) == len("2024-01-01") and letters <= 5:
                return mention.first
    return None
