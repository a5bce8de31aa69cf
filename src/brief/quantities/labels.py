"""Numbers in form only: of lists, articles, streets, channels, phones, the hour of the day."""

from __future__ import annotations

import re

from brief.quantities.numerals import Numeral
from brief.quantities.passage import Passage

_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_MARKS = frozenset({".", ")", "-"})
_PART_VOWEL = "\u064f"  # damma
_LARGEST_LISTED = 99
# Sets, since a Decimal is looked for in a range one number after another.
_YEARS = frozenset(range(1300, 2101))
_MODERN_YEARS = frozenset(range(1900, 2101))


def is_year(numeral: Numeral) -> bool:
    """Whether bare digits look like a year of our time."""
    return numeral.digits and numeral.scale == 1 and numeral.value in _MODERN_YEARS


def is_form(passage: Passage, numeral: Numeral) -> bool:
    """Whether a number measures nothing, whatever follows it."""
    if numeral.digits:
        return (
            _listed(passage, numeral)
            or _coded(passage, numeral)
            or _hour(passage, numeral)
            or _of_year(passage, numeral)
        )
    vague = passage.word(numeral.first - 1) in passage.words.sets["vague"]
    return vague or _part(passage, numeral) or _hour(passage, numeral)


def labelled(passage: Passage, at: int) -> bool:
    """Whether the word before a place makes its digits or its ordinal a name: «المادة 5»."""
    return passage.word(at - 1) in passage.words.sets["label"]


def grouped(passage: Passage, at: int) -> bool:
    """«مجموعة العشرين»: a number that is the name of a group."""
    return passage.word(at - 1) in passage.words.sets["groups"]


def _listed(passage: Passage, numeral: Numeral) -> bool:
    """«2. » at the start of a line."""
    if numeral.value > _LARGEST_LISTED or numeral.next - numeral.first != 1:
        return False
    text, end = passage.folded.text, numeral.end
    if text[end : end + 1] not in _MARKS or text[end + 1 : end + 2] not in {" ", ""}:
        return False
    start = passage.folded.span(numeral.start, numeral.end)[0]
    return not re.search(r"\w", passage.text[passage.text.rfind("\n", 0, start) + 1 : start])


def _coded(passage: Passage, numeral: Numeral) -> bool:
    """«00962», «6-567-7890», «5+1»: digits that are dialled or belong to a formula."""
    word = passage.word(numeral.next - 1) if numeral.next - numeral.first <= 2 else ""
    if word[:1] == "0" and word[1:2].isdigit():
        return True
    if not (passage.glued(numeral.first) or passage.glued(numeral.next)):
        return False
    return _joined(passage, numeral, "+") or _chained(passage, numeral)


def _joined(passage: Passage, numeral: Numeral, sign: str) -> bool:
    """Whether a sign without blanks joins the number to another one."""
    return _beside(passage, numeral.next, 1, frozenset(sign)) or _beside(
        passage, numeral.first - 1, -1, frozenset(sign)
    )


def _beside(passage: Passage, at: int, step: int, signs: frozenset[str]) -> bool:
    if passage.word(at) not in signs or not passage.word(at + step)[:1].isdigit():
        return False
    inner = at if step > 0 else at + 1
    outer = at + 1 if step > 0 else at
    return passage.tokens[inner].glued and passage.tokens[outer].glued


def _chained(passage: Passage, numeral: Numeral) -> bool:
    """Three numbers or more with dashes between them."""
    after = _beside(passage, numeral.next, 1, _DASHES)
    before = _beside(passage, numeral.first - 1, -1, _DASHES)
    if after and before:
        return True
    return (after and _beside(passage, numeral.next + 2, 1, _DASHES)) or (
        before and _beside(passage, numeral.first - 3, -1, _DASHES)
    )


def _hour(passage: Passage, numeral: Numeral) -> bool:
    """«الساعة 8», «8 مساء»."""
    sets = passage.words.sets
    return passage.word(numeral.first - 1) in sets["clock"] or (
        passage.word(numeral.next) in sets["day_parts"] and numeral.scale == 1
    )


def _of_year(passage: Passage, numeral: Numeral) -> bool:
    """«سنة 1332», «عام 2022»."""
    return (
        passage.word(numeral.first - 1) in passage.words.sets["year"]
        and numeral.scale == 1
        and numeral.value in _YEARS
        and passage.word(numeral.first).isdigit()
    )


def _part(passage: Passage, numeral: Numeral) -> bool:
    """«خُمس»: with this vowel a number word is the part of one that its folded form hides."""
    if numeral.next - numeral.first > 1 or _PART_VOWEL not in passage.text:
        return False
    return passage.original(numeral.start, numeral.end)[1:2] == _PART_VOWEL
