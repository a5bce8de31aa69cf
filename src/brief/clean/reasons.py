"""Why a row is no part of an article, as far as the row alone tells: its words, its form, its twins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate, islice

from brief import periods
from brief.clean.furniture import Cues, cues
from brief.clean.rows import LONG_WORDS, PROSE_WORDS, Row
from brief.language import Language
from brief.metadata.title import REPORTERS

LEAD_CHARACTERS = 60
# A page leads with few teasers; a text of broken lines has thousands of rows without an end.
MOST_LEADS = 50
HEADING_WORDS = 14
# Longer rows are paragraphs, whatever else they mention.
ASIDE_WORDS = 40
DATE_WORDS = 12
SIGNATURE_WORDS = 4
CODE_LETTERS = 2
# Words within which a notice comes to the point.
NOTICE_OPENING = 2
# A quote is pulled out once or twice; its words are not taken for one before they are so many.
PULLED_WORDS = range(7, 31)
MOST_PULLED = 100
MOST_TIMES = 5
# Letters: more than the marks around a quote.
BESIDE_QUOTE = 8
_QUOTES = ' ."«»“”:!؟?،'
# Letters of a long row by which its script is told.
SAMPLE = 200
MOSTLY = 0.5
# A date line is a date, and little else: its label, the hour, the place of the clock; between bars stand
# the page's section and the number of the issue beside it.
BESIDE_DATE = 5
_BETWEEN_BARS = 3
_BAR = re.compile(r"\s[|•·]\s")

_TRUNCATION = re.compile(r"(\.\.\.|…)\s*(?:[\"»”]\s*)?$")
_WORD = re.compile(r"\w+")
_HASHTAG = re.compile(r"#\w")
_LETTER = re.compile(r"[^\W\d_]")
# What no date and no hour can do without: a year, or parts set apart by signs.
_NUMBERS = re.compile(r"\d{4}|\d\s*[/.:\-]")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\s*[./]")
_INITIALS = re.compile(r"[^\W\d_]{1,2}(?:[ ./]+[^\W\d_]{1,2}){1,5}[ ./]*")
_COPYRIGHT = re.compile(r"\W*©(?!.*\d{4})(?:\W*\w+){1,8}\W*$")
_CREDIT = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$")
_FILES = re.compile(r"[a-z]+(?:[-_][a-z]+)+", re.ASCII)


class Reason(StrEnum):
    """Why a row was removed, as `brief sources` tells it."""

    RELATED = "related article"
    CREDIT = "credit"
    FRAME = "page frame"
    CAPTION = "caption"
    SHARE = "share bar"
    NOTICE = "notice"
    TAGS = "tags"
    COMMENTS = "comments"
    POLL = "poll"
    NOTES = "notes and references"
    DATE = "date line"
    SIGNATURE = "signature"
    HASHTAGS = "hashtags"
    LANGUAGE = "not in the language"
    NO_WORDS = "no words"
    LEAD = "truncated lead"
    TRUNCATED = "truncated"
    REPEATED = "said twice on the page"
    HABIT = "on other pages of the publisher"
    OUTSIDE = "outside the article"
    TITLE = "title"
    BEFORE = "before the article"
    AFTER = "after the article"
    JUDGED = "judged to be no part of the article"


def reasons(rows: Sequence[Row], language: Language) -> tuple[Reason | str | None, ...]:
    """For each row why it is removed, or None.

    What the format of the file says comes after what the words say: they say it more exactly.
    """
    known = cues(language)
    leads = _truncated_leads([row.key for row in rows], [row.ends for row in rows])
    seen = Counter(row.key for row in rows)
    short = frozenset(row.key for row in rows if row.words < PROSE_WORDS and not row.ends)
    pulled = _pulled(rows)
    told: set[str] = set()
    found: list[Reason | str | None] = []
    for number, row in enumerate(rows):
        reason: Reason | str | None = Reason.LEAD if number in leads else of_row(row, known, language)
        if reason is None and row.hint is not None and row.hint.kind == "aside":
            reason = row.hint.reason or Reason.FRAME
        if reason is None and not row.prose and _names_site(row, short):
            reason = Reason.FRAME
        if reason is None and number in pulled:
            reason = Reason.REPEATED
        if reason is None and seen[row.key] > 1 and (row.key in told or not row.prose):
            reason = _of_twin(row, told)
        told.add(row.key)
        found.append(reason)
    return tuple(found)


def _pulled(rows: Sequence[Row]) -> frozenset[int]:
    """Rows that a longer one says word for word: quotes pulled out of the text to be seen."""
    page = "\n".join(row.key for row in rows)
    some = ((number, row.key.strip(_QUOTES)) for number, row in enumerate(rows) if row.words in PULLED_WORDS)
    return frozenset(number for number, said in islice(some, MOST_PULLED) if _is_within(said, page))


def _is_within(said: str, page: str) -> bool:
    """Whether a row's words stand inside of a longer row of the page."""
    place = page.find(said)
    for _ in range(MOST_TIMES):
        if place < 0:
            return False
        end = page.find("\n", place)
        row = (end if end >= 0 else len(page)) - page.rfind("\n", 0, place) - 1
        if row - len(said) > BESIDE_QUOTE:
            return True
        place = page.find(said, place + len(said))
    return False


def _names_site(row: Row, short: frozenset[str]) -> bool:
    """Whether a row ends in the name that stands alone elsewhere on the page, behind a bar."""
    head, bar, name = row.key.rpartition(" | ")
    return bool(bar and head) and name.strip() in short


def _of_twin(row: Row, told: set[str]) -> Reason | None:
    """A paragraph is told once; a scrap that comes twice is the page's, unless somebody says it."""
    if row.prose:
        return Reason.REPEATED
    return Reason.REPEATED if row.key in told and not row.stops else None


def of_row(row: Row, known: Cues, language: Language) -> Reason | None:
    """Why the words and the form of a row alone say that it is no part of an article, or None."""
    return (
        _of_opening(row, known)
        or _of_phrase(row, known)
        or _of_letters(row, known)
        or (_of_scrap(row, known, language) if row.words <= DATE_WORDS else None)
    )


def _of_opening(row: Row, known: Cues) -> Reason | None:
    first = _WORD.search(row.key)
    if first is None or first.group() not in known.first_words:
        return None
    if (match := known.related.fullmatch(row.key)) and not _is_sentence(row, match["rest"]):
        return Reason.RELATED
    if row.words <= HEADING_WORDS and known.credit.fullmatch(row.key):
        return Reason.CREDIT
    openings = (
        (known.tags, Reason.TAGS),
        (known.comments, Reason.COMMENTS),
        (known.notes, Reason.NOTES),
        (known.poll, Reason.POLL),
        (known.frame, Reason.FRAME),
    )
    for pattern, reason in openings:
        if (match := pattern.fullmatch(row.key)) and _is_frame(row, match["rest"]):
            return reason
    return None


def _is_sentence(row: Row, rest: str) -> bool:
    """A cue may open a sentence: one that goes on without a mark after it and ends as sentences do."""
    return row.words >= PROSE_WORDS and row.stops and not row.asks and rest[:2].strip()[:1].isalpha()


def _is_frame(row: Row, rest: str) -> bool:
    """The frame is short, or has no sentence's end."""
    return len(rest.split()) <= 3 or not row.ends or rest.lstrip().startswith(":")


def _of_phrase(row: Row, known: Cues) -> Reason | None:
    """What tells wherever it stands: a photographer's credit, a notice to the reader."""
    if row.words > ASIDE_WORDS:
        return None
    if _is_caption(row, known):
        return Reason.CAPTION
    return Reason.NOTICE if _is_notice(row, known) else None


def _is_notice(row: Row, known: Cues) -> bool:
    """Words to the reader: a sentence of an article may mention what they speak of, but hardly twice."""
    found = list(islice(known.notice.finditer(row.key), 2))
    if not found or not (row.prose and row.stops):
        return bool(found)
    return len(found) > 1 or len(row.key[: found[0].start()].split()) < NOTICE_OPENING


def _is_caption(row: Row, known: Cues) -> bool:
    """A picture's words: they open as such, or end in the credit of whoever took it."""
    if (match := known.caption.fullmatch(row.key)) and not _is_sentence(row, match["rest"]):
        return True
    if _COPYRIGHT.match(row.key):
        return True
    credit = _CREDIT.search(row.key)
    if credit is None:
        return known.photographer.search(row.key) is not None and row.words < LONG_WORDS and not row.stops
    return known.photographer.search(credit[1]) is not None and not row.key[
        : credit.start()
    ].rstrip().endswith((".", "»", '"'))


def _of_letters(row: Row, known: Cues) -> Reason | None:
    if len(_HASHTAG.findall(row.text)) > 1:
        return Reason.HASHTAGS
    # Most rows hold no other letters at all; a long one is told by how it opens.
    if not known.foreign_letters.search(row.text):
        tabular = row.cells > 1 and any(map(str.isdigit, row.key))
        return None if tabular or _LETTER.search(row.text) else Reason.NO_WORDS
    if _share(row.text[:SAMPLE], known) >= MOSTLY or _share(row.text, known) >= MOSTLY:
        return None
    return Reason.LANGUAGE


def _share(text: str, known: Cues) -> float:
    """The share of the letters that are of the language's script."""
    letters = len(_LETTER.findall(text))
    return 1 - len(known.foreign_letters.findall(text)) / letters if letters else 0.0


def _of_scrap(row: Row, known: Cues, language: Language) -> Reason | None:
    """What short rows are: the buttons to share, a date, the reporter's initials."""
    words = re.findall(r"\w+", row.key)
    if words and all(word in known.share or _FILES.fullmatch(word) for word in words):
        return Reason.SHARE
    if _NUMBERS.search(row.key) and is_date(row, language):
        return Reason.DATE
    return Reason.SIGNATURE if _is_signature(row, known) else None


def _is_signature(row: Row, known: Cues) -> bool:
    """Whether a row is who reported from where, initials, or an agency's word for the end with its codes."""
    if REPORTERS.search(row.text) and not row.text.endswith((".", '."', ".»")):
        return True
    if end := known.ending.fullmatch(row.key):
        return all(len(word) <= CODE_LETTERS for word in re.findall(r"\w+", end["rest"]))
    if _INITIALS.fullmatch(row.key):
        return True
    return row.words <= SIGNATURE_WORDS and row.hint is None and _INITIAL.search(row.key) is not None


def is_date(row: Row, language: Language) -> bool:
    """Whether a row is little else than a day of the calendar or an hour, or the head line of an issue."""
    if _CLOCK.search(row.key) and row.words <= BESIDE_DATE:
        return True
    if row.stops:
        return False
    parts = _BAR.split(row.text)
    if _is_day(row.text, BESIDE_DATE, language):
        return True
    return len(parts) > 2 and _is_head(parts, language)


def _is_head(parts: Sequence[str], language: Language) -> bool:
    """Whether a day stands alone between bars, beside it no more than a section and an issue's number."""
    others = [part for part in parts if not _is_day(part, 0, language)]
    return len(others) == len(parts) - 1 and all(len(part.split()) <= _BETWEEN_BARS for part in others)


def _is_day(text: str, most: int, language: Language) -> bool:
    """Whether words name a day of the calendar and at most so many words beside it."""
    return any(
        mention.precision == "day"
        and len(_WORD.findall(_CLOCK.sub("", f"{text[: mention.start]} {text[mention.end :]}"))) <= most
        for mention in periods.find(text, language, None)
    )


def _truncated_leads(keys: Sequence[str], ends: Sequence[bool]) -> frozenset[int]:
    """Rows without an end whose opening stands again in a later row: teasers of the body."""
    open_ = (
        number
        for number, key in enumerate(keys)
        if len(key) >= LEAD_CHARACTERS and (not ends[number] or _TRUNCATION.search(key))
    )
    page = "\n".join(keys)
    ends_at = list(accumulate(len(key) + 1 for key in keys))
    return frozenset(
        number
        for number in islice(open_, MOST_LEADS)
        if _last(_TRUNCATION.sub("", keys[number])[:LEAD_CHARACTERS].lstrip(), page) >= ends_at[number]
    )


def _last(opening: str, page: str) -> int:
    """Where `opening` stands last in the folded page, at the start of a word; -1 where it does not."""
    place = page.rfind(opening)
    while place > 0 and page[place - 1].isalnum():
        place = page.rfind(opening, 0, place + len(opening) - 1)
    return place
