"""Document -> events: what happened, or is to happen, on a date the text gives.

The date belongs to the clause whose event it dates; a line of publication, a stretch of
years, a bound («حتى») and a figure of a year are no events.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from brief import periods
from brief.language import Language, View, fold, table, view
from brief.model import Document, Event, Sentence
from brief.morphology import morphology
from brief.periods import Mention

_LONGEST = 200
# A sentence up to this length (code points) is an event's words whole: it names its subject.
_WHOLE = 160
_LEAST_WORDS = 5
_LONGEST_YEARS = 5
_BOUND = 60  # characters in which a bound before a date is looked for
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_HARD = re.compile(r"[؛.!?؟:;]\s|[()\[\]]")
_COMMA = re.compile(r"[،,]\s*|(?<=\s)(?<![،,]\s)-(?=\S)|(?<=\S)-\s+")
_TRIM = " \t\n\u00a0،,;:؛-\u2013\u2014()[]\u200f\u200e"
_COARSE = frozenset({"year", "quarter", "span", "half", "decade"})


class _Cues(Struct, frozen=True):
    happening: re.Pattern[str]
    bounds: re.Pattern[str]
    forecast: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    openers: re.Pattern[str]
    hanging: re.Pattern[str]
    joined: re.Pattern[str]
    measures: re.Pattern[str]


class _Cuts(Struct, frozen=True):
    """A sentence and, in order, the places in it where clauses can begin and end.

    `opening` and `closing` lie behind and before the marks that no clause goes over, `soft`
    at commas and the words that open clauses.
    """

    text: str
    seen: View
    opening: list[int]
    closing: list[int]
    soft: list[int]


class _Clause(Struct, frozen=True):
    """A stretch of a sentence, in code points of the sentence."""

    start: int
    end: int


def events(document: Document, language: Language) -> tuple[Event, ...]:
    """The dated happenings of a document in its order, each with the clause that tells it."""
    cues = _cues(language)
    return tuple(
        event for sentence in document.sentences for event in _events(document, sentence, language, cues)
    )


def _events(document: Document, sentence: Sentence, language: Language, cues: _Cues) -> Iterator[Event]:
    mentions = periods.find(sentence.anchor.text, language, document.published)
    if mentions:
        cuts = _cuts(sentence.anchor.text, cues)
        found = (_event(document, sentence, cuts, mention, cues) for mention in mentions)
        yield from (event for event in found if event)


@cache
def _cues(language: Language) -> _Cues:
    data, letters = table(language.code, "events"), morphology(language)
    joining, conjunction = letters.joining, letters.conjunction

    def words(key: str) -> str:
        return "|".join(sorted({fold(word) for word in data[key]}, key=len, reverse=True))

    verbs = rf"[{joining}]?{letters.future}?(?:{words('verbs')}){letters.feminine}?"
    before = rf"[{joining}]?[{letters.prepositions}]?(?:{letters.article}|{letters.to})?"
    nouns = rf"{before}(?:{words('nouns')})(?:{'|'.join(letters.possessive)})?"
    return _Cues(
        happening=re.compile(rf"\b(?:{verbs}|{nouns})\b"),
        bounds=re.compile(rf"\b{conjunction}?(?:{words('bounds')})(?:\s+\S+)?\s*$"),
        forecast=re.compile(rf"\b(?:{words('forecast')})\b"),
        future=re.compile(
            rf"\b[{joining}]?(?!{words('not_future')}){letters.future}[{letters.imperfect}]\w{{3,}}"
        ),
        past=re.compile(rf"\b(?:{words('past')})\b"),
        openers=re.compile(
            rf"(?<=\s)(?={'|'.join(rf'{fold(word)}' + chr(92) + 'b' for word in data['openers'])})"
        ),
        hanging=re.compile(rf"\s*(?:{words('hanging')})\b"),
        joined=re.compile(rf"\s*(?:(?!(?:{words('not_joined')})\b)[{joining}]|(?:{words('openers')})\b)"),
        measures=re.compile(rf"\b[{conjunction}{letters.by}{letters.to}]?(?:{words('measures')})\b|%"),
    )


def _event(
    document: Document, sentence: Sentence, cuts: _Cuts, mention: Mention, cues: _Cues
) -> Event | None:
    seen = cuts.seen
    place = seen.position(mention.start)
    if not _is_dated(mention) or cues.bounds.search(seen.text, max(0, place - _BOUND), place):
        return None
    clause = _clause(cuts, mention, cues)
    told = seen.text[seen.position(clause.start) : seen.position(clause.end)]
    if not cues.happening.search(told) or _is_figure(told, mention, cues):
        return None
    ahead = cues.future.search(told) is not None and cues.past.search(told) is None
    start, end = _dates(mention, future=ahead)
    anchor = document.anchor(sentence.anchor.start + clause.start, sentence.anchor.start + clause.end)
    return Event(start=start, end=end, text=anchor.text, evidence=(anchor,))


def _is_dated(mention: Mention) -> bool:
    """Whether a mention can date one event: no bound, no stretch longer than such a thing lasts."""
    if mention.until:
        return False
    years = int((mention.last or mention.first)[:4]) - int(mention.first[:4])
    return years == 0 or (
        0 < years <= _LONGEST_YEARS and not mention.relative and mention.precision != "span"
    )


def _is_figure(told: str, mention: Mention, cues: _Cues) -> bool:
    if mention.precision not in _COARSE or (
        mention.last and mention.precision == "span" and len(mention.first) > 4
    ):
        return False
    return cues.measures.search(told) is not None or cues.forecast.search(told) is not None


def _dates(mention: Mention, *, future: bool) -> tuple[str, str | None]:
    """ISO year, month or day of start and end; a quarter is its first and its last month."""
    first, last = mention.first, mention.last
    quarter = _QUARTER.match(first)
    if quarter:
        year, number = quarter.group(1), int(quarter.group(2))
        return f"{year}-{3 * number - 2:02d}", f"{year}-{3 * number:02d}"
    if future and mention.relative and mention.precision == "month" and not mention.future:
        return f"{int(first[:4]) + 1}{first[4:]}", last
    return first, last


# The clause a date belongs to ----------------------------------------------------------


def _cuts(text: str, cues: _Cues) -> _Cuts:
    seen = view(text)
    hard = [match.span() for match in _HARD.finditer(text)]
    commas = [match.end() for match in _COMMA.finditer(text)]
    openers = [seen.span(match.start(), match.start())[0] for match in cues.openers.finditer(seen.text)]
    return _Cuts(
        text=text,
        seen=seen,
        opening=[0, *(end for _, end in hard)],
        closing=[*(start for start, _ in hard), len(text)],
        soft=sorted({*commas, *openers}),
    )


def _clause(cuts: _Cuts, mention: Mention, cues: _Cues) -> _Clause:
    """The words around a date: a short sentence whole, else from one break to the next.

    They are widened until they tell something.
    """
    text, seen = cuts.text, cuts.seen
    if len(text) <= _WHOLE:
        return _trimmed(text, 0, len(text))
    breaks = _breaks(cuts, mention)
    start = max(place for place in breaks if place <= mention.start)
    end = min((place for place in breaks if place >= mention.end), default=breaks[-1])
    for _ in breaks:
        if end - start > _LONGEST:
            break
        part = seen.text[seen.position(start) : seen.position(end)]
        if _tells(text[start:end], part, start, mention, cues):
            break
        widened = _widened(
            breaks, start, end, mention, joined=start == breaks[0] or cues.joined.match(part) is not None
        )
        if widened == (start, end) or widened[1] - widened[0] > _LONGEST:
            break
        start, end = widened
    return _trimmed(text, *_shortened(text, start, end, mention))


def _breaks(cuts: _Cuts, mention: Mention) -> list[int]:
    """The marks that bound the clause of a date and, as far as a clause can reach, the breaks between."""
    left = cuts.opening[bisect_right(cuts.opening, mention.start) - 1]
    right = cuts.closing[bisect_left(cuts.closing, mention.end)]
    first = max(bisect_left(cuts.soft, mention.start - _LONGEST) - 1, bisect_right(cuts.soft, left))
    last = min(bisect_right(cuts.soft, mention.end + _LONGEST) + 1, bisect_left(cuts.soft, right))
    return [left, *cuts.soft[first:last], right]


def _tells(part: str, folded: str, start: int, mention: Mention, cues: _Cues) -> bool:
    """Whether a stretch names what happened and does not hang on the words before it."""
    words = len(part.split()) - len(part[max(0, mention.start - start) : mention.end - start].split())
    return (
        words >= _LEAST_WORDS and cues.happening.search(folded) is not None and not cues.hanging.match(folded)
    )


def _widened(breaks: list[int], start: int, end: int, mention: Mention, *, joined: bool) -> tuple[int, int]:
    """One more stretch: to the right of a date that opens its clause, else to the left."""
    opens = joined and mention.start - start <= _LEAST_WORDS
    later = [place for place in breaks if place > end]
    earlier = [place for place in breaks if place < start]
    if later and (opens or not earlier):
        return start, later[0]
    return (earlier[-1] if earlier else start), end


def _shortened(text: str, start: int, end: int, mention: Mention) -> tuple[int, int]:
    """At most `_LONGEST` characters, cut between words, the date inside."""
    if end - start > _LONGEST:
        cut = text.find(" ", max(start, end - _LONGEST - 1), mention.start)
        cut = cut if cut >= 0 else text.rfind(" ", start, mention.start)
        start = cut + 1 if cut >= 0 else start
    if end - start > _LONGEST:
        cut = text.rfind(" ", mention.end, start + _LONGEST)
        end = cut if cut > 0 else end
    return start, end


def _trimmed(text: str, start: int, end: int) -> _Clause:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return _Clause(start, end)
