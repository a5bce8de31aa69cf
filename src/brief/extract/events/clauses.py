"""The stretch of a sentence that tells what a date dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from msgspec import Struct

from brief.extract.events.cues import Cues
from brief.extract.events.signs import Kind, Told
from brief.language import Language, View, view
from brief.periods import Mention

_LONGEST = 200
# A sentence up to this length (code points) is an event's words whole: it names its subject.
_WHOLE = 160
# An event told with the rest of its sentence, up to this.
LONGEST = 300
_LEAST_WORDS = 5
_HARD = re.compile(r"[؛.!?؟:;]\s|[()\[\]]")
# So few words in brackets only explain those before them («yesterday (Sunday)»); an agency ends a dateline.
_NOTE = re.compile(r"\((?:[^\W\d_]+\s?){1,3}\)(?!\s*[-–—])")
_COMMA = re.compile(r"،\s*|(?<!\d),\s*|,(?!\d)\s*|(?<=\s)(?<![،,]\s)-(?=\S)|(?<=\S)-\s+")
# A time between two commas, with the words that bring it in.
_TIME = 30
_OPENED = re.compile(r"(?P<comma>[،,]\s+)(?:\w+\s+){0,2}\Z")
_CLOSED = re.compile(r"\s*[،,]\s*")
_TRIM = " \t\n\u00a0،,;:؛-\u2013\u2014()[]\u200f\u200e"


class Cuts(Struct, frozen=True):
    """A sentence and, in order, the places in it where clauses can begin and end.

    `opening` and `closing` lie behind and before the marks that no clause goes over, `soft`
    at commas and the words that open clauses.
    """

    text: str
    seen: View
    opening: list[int]
    closing: list[int]
    soft: list[int]

    def folded(self, start: int, end: int) -> str:
        """The folded words of a stretch."""
        return self.seen.text[self.seen.position(start) : self.seen.position(end)]


class Clause(Struct, frozen=True):
    """A stretch of a sentence, in code points of the sentence."""

    start: int
    end: int


def cuts(text: str, cues: Cues) -> Cuts:
    """Where the clauses of a sentence can begin and end."""
    seen = view(text)
    notes = [match.span() for match in _NOTE.finditer(text)]
    marks = (match.span() for match in _HARD.finditer(text))
    hard = [one for one in marks if not any(start <= one[0] < end for start, end in notes)]
    commas = [match.end() for match in _COMMA.finditer(text)]
    openers = [seen.span(match.start(), match.start())[0] for match in cues.openers.finditer(seen.text)]
    return Cuts(
        text=text,
        seen=seen,
        opening=[0, *(end for _, end in hard)],
        closing=[*(start for start, _ in hard), len(text)],
        soft=sorted({*commas, *openers}),
    )


def clause(cuts: Cuts, mention: Mention, cues: Cues, language: Language) -> Clause:
    """The words around a date: a short sentence whole, else from one break to the next.

    They are widened until they tell something.
    """
    text = cuts.text
    if len(text) <= _WHOLE:
        return _trimmed(text, 0, len(text))
    breaks = _breaks(cuts, mention)
    inserted = _around_inserted(cuts, mention)
    before = max((place for place in breaks if place < min(inserted, default=0)), default=breaks[0])
    opens = Told(cuts.folded(before, inserted[0]), language) if inserted else None
    if opens and (opens.has(Kind.PAST | Kind.PRESENT) or len(opens.text.split()) < _LEAST_WORDS):
        breaks = [place for place in breaks if place not in inserted]
    start = max(place for place in breaks if place <= mention.start)
    end = min((place for place in breaks if place >= mention.end), default=breaks[-1])
    for _ in breaks:
        if end - start > _LONGEST:
            break
        part = Told(cuts.folded(start, end), language)
        dated = len(text[max(start, mention.start) : min(end, mention.end)].split())
        hangs = start > breaks[0] and cues.adjunct.match(part.text) is not None
        if _tells(part, dated, cues) and not hangs:
            break
        joined = start == breaks[0] or cues.joined.match(part.text) is not None
        widened = _widened(breaks, start, end, mention, joined=joined)
        if widened == (start, end) or widened[1] - widened[0] > _LONGEST:
            break
        start, end = widened
    return _trimmed(text, *_shortened(text, start, end, mention))


def _around_inserted(cuts: Cuts, mention: Mention) -> tuple[int, ...]:
    """The places behind the commas around a time that is set between two («announced, on Sunday, that …»).

    Who announces stands before it, and what is announced behind it: no clause begins or ends there.
    """
    opened = _OPENED.search(cuts.text, max(0, mention.start - _TIME), mention.start)
    closed = _CLOSED.match(cuts.text, mention.end)
    return (opened.end("comma"), closed.end()) if opened and closed else ()


def _breaks(cuts: Cuts, mention: Mention) -> list[int]:
    """The marks that bound the clause of a date and, as far as a clause can reach, the breaks between."""
    left = cuts.opening[bisect_right(cuts.opening, mention.start) - 1]
    right = cuts.closing[bisect_left(cuts.closing, mention.end)]
    first = max(bisect_left(cuts.soft, mention.start - _LONGEST) - 1, bisect_right(cuts.soft, left))
    last = min(bisect_right(cuts.soft, mention.end + _LONGEST) + 1, bisect_left(cuts.soft, right))
    return [left, *cuts.soft[first:last], right]


def _tells(part: Told, dated: int, cues: Cues) -> bool:
    """Whether a stretch names what happened, besides the `dated` words, and hangs on none before it."""
    words = len(part.text.split()) - dated
    return words >= _LEAST_WORDS and not cues.hanging.match(part.text) and part.has(Kind.HAPPENING)


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


def _trimmed(text: str, start: int, end: int) -> Clause:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Clause(start, end)
