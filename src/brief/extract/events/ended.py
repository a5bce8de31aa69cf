"""Where the words of an event end: not right behind a verb whose object or whose words come after it."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief import cues as cues_of
from brief.extract.events.clauses import LONGEST
from brief.extract.events.cues import saying
from brief.extract.events.signs import Kind, Told
from brief.extract.events.things import COMMA
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

_WORD = re.compile(r"\w+")
_SAID = re.compile(r"[:«\"“]")
_BEING = 3  # words of a noun behind «whether it was»
_BRACKET = re.compile(r"\s*\(")


def ended(text: str, begin: int, end: int, last: int, language: Language) -> int | None:
    """The end of words from `begin` to `end` in a sentence that ends at `last`; None where they are cut off.

    Where they stop at a verb that still waits for what it tells, or before «but», they go on to the end of
    their sentence, if that is not too long.
    """
    rest = text[end:last]
    if end >= last:
        return end
    if (_BRACKET.match(rest) or _saying(language).contrast.match(fold(rest))) and last - begin <= LONGEST:
        return last
    if _waits_for_thing(fold(text[begin:end]), rest, language):
        behind = COMMA.search(rest, 1 + len(rest) - len(rest.lstrip(" ،,")))
        close = end + behind.start() if behind else last
        return close if close - begin <= LONGEST else None
    if not _waits(fold(text[begin:end]), rest, language):
        return end
    return last if last - begin <= LONGEST else None


def _waits(key: str, rest: str, language: Language) -> bool:
    """Whether folded words end in a verb of the past or of speech, or in whom one speaks to."""
    words = [match.span() for match in _WORD.finditer(key)]
    if not words or not _WORD.search(rest):
        return False
    if _saying(language).whether.search(key) is not None and _saying(language).beside.match(fold(rest)):
        return True
    says = _speaking(language).search(key) is not None or _is_unsaid(key, rest, language)
    signs = {sign[0]: sign[2] for sign in Told(key, language).signs}
    kind = signs.get(words[-1][0], Kind(0))
    cut = (
        _saying(language).cut.search(key) is not None
        and _saying(language).aside.match(fold(rest)) is not None
    )
    return says or cut or bool(kind & Kind.PAST and not kind & Kind.NOUN)


def _waits_for_thing(key: str, rest: str, language: Language) -> bool:
    """Whether what a verb is done to comes behind an aside: «approved, in a meeting, the deal»."""
    pairs = (("onto", "onto_follows"), ("made", "made_follows"))
    for names in pairs:
        opens, follows = (cues_of.expression(language, "events", name) for name in names)
        if opens.match(key) is not None and follows.match(fold(rest)) is not None:
            return True
    return False


def _is_unsaid(key: str, rest: str, language: Language) -> bool:
    """Whether somebody speaks in folded words, and what he says comes behind: «… said, in a report, that»."""
    words = _saying(language)
    speech = words.speech.search(key)
    if speech is None or words.relative.search(key, 0, speech.start()):
        return False
    told = words.that.search(key, speech.end()) or _SAID.search(key, speech.end())
    return not told and words.that_follows.match(fold(rest)) is not None


class _Saying(Struct, frozen=True):
    speech: re.Pattern[str]
    that: re.Pattern[str]
    relative: re.Pattern[str]
    that_follows: re.Pattern[str]
    cut: re.Pattern[str]
    contrast: re.Pattern[str]
    aside: re.Pattern[str]
    whether: re.Pattern[str]
    beside: re.Pattern[str]


@cache
def _saying(language: Language) -> _Saying:
    that = either(table(language.code, "events")["bounding"]["that"])
    letters = morphology(language)
    by, feminine = letters.by, letters.feminine
    according = either(table(language.code, "events")["fragments"]["according"])
    data = table(language.code, "events")
    being, beside = either(data["being"]), either(data["unreal"]["aside"])
    return _Saying(
        speech=re.compile(rf"(?<!\w)[{language.proclitics}]?{saying(language)}(?!\w)"),
        that=re.compile(rf"(?<!\w){by}?{that}(?!\w)"),
        relative=re.compile(rf"(?<!\w){either(table(language.code, 'events')['relatives'])}(?!\w)"),
        contrast=cues_of.expression(language, "events", "contrasting"),
        cut=re.compile(rf"(?<!\w)(?!{letters.article})\w{{3,}}{feminine}\s*$"),
        aside=re.compile(rf"\s*[،,]\s*{according}(?!\w)[^،,]*[،,]"),
        # «Whether its load», before «, which is 900 tonnes, …»: what is said of it comes behind.
        whether=re.compile(rf"(?<!\w){being}(?:\s+\w+){{1,{_BEING}}}\s*$"),
        beside=re.compile(rf"\s*[،,]\s*{beside}(?!\w)[^،,]*[،,]"),
        that_follows=re.compile(rf"\s*[،,]?\s*{by}?{that}(?!\w)"),
    )


@cache
def _speaking(language: Language) -> re.Pattern[str]:
    """A verb of speech, and to whom one speaks, at the end of folded words: «ليقول للصحفيين»."""
    return re.compile(
        rf"(?<!\w)[{language.proclitics}]?{saying(language)}(?P<whom>\s+{morphology(language).to}\w+)?\s*$"
    )
