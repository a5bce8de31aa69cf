"""Text that was dumped as it looks: letters from left to right as on the screen, or as drawn shapes.

Old programs and some PDFs keep Arabic in the order of the page's ink («visual order») or as
presentation forms, one code point a shape. Whether they do is decided by evidence: shapes
that belong at a word's end, letters that open no word, the article, the commonest words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from brief.errors import SourceError
from brief.language import readable, table

# Below this much evidence a text is left as it is: a line of two words proves nothing.
LEAST = 3
# So much more must speak for the turned text than for the text as it stands.
TWICE = 2
# A text of so many words in the order of reading holds some that every text holds.
ENOUGH_WORDS = 60
COMMON_SHARE = 0.03
# Where more of the words are single letters, the letters did not come out whole.
SINGLE_SHARE = 0.2
SHAPES_SHARE = 0.01
# Letters at the beginning that mostly tell.
SAMPLE = 400
# How far (letters) a bracket's partner is looked for.
NEAR = 200

_SHAPE = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]")
_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
# The first is a range of one, the stroke that only lengthens a word.
_MARK = re.compile("[\u0640-\u0640\u064b-\u065f\u0670]")
# Letters of other languages in this script: their words are not counted against a text.
_FOREIGN = re.compile("[\u0679-\u06a9\u06ad-\u06bf\u06c1-\u06d3]")
# What stands between two letters of a left-to-right script belongs to them; a number keeps its separators.
_ISLAND = re.compile(r"(?:d(?:c?d)*h?)?l(?:[^a]*l)?(?:h?d(?:c?d)*)?|d(?:c?d)+")
_LEFTWARD = re.compile(r"a(?:[^l]*a)?")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING = "([{<«‹"
# What ends a sentence: at the left of a Latin line it tells that the line runs from the right.
_ENDING = ".,:;!?\u060c\u061b\u061f"
_WORD_END = '"”’.!?…%\u061f\u066a'
_PERCENT = re.compile(r"(?<!\S)([%\u066a])(\d[\d.,\u066b\u066c]*\d|\d)(?![%\u066a\d])")
_YEARS = re.compile(r"(?<![\d.,/-])([12]\d{3})(?=[-\u2010-\u2013]([12]\d{3})(?![\d/-]))([-\u2010-\u2013])\2")
_BRACKET = re.compile(r"[()\[\]{}<>«»‹›]")


class _Signs(Struct, frozen=True):
    """What the languages of a right-to-left script know of the order of letters."""

    common: frozenset[str]
    articles: tuple[str, ...]
    never_first: frozenset[str]


class Evidence(Struct, frozen=True):
    """How much speaks for a text as it stands, and how much for each line turned round."""

    forward: int
    backward: int

    @property
    def is_backward(self) -> bool:
        """Whether the text is to be turned: there is evidence, and most of it says so."""
        return self.backward >= LEAST and self.backward > TWICE * self.forward


@cache
def _signs() -> _Signs:
    tables = [table(code, "order") for code in readable() if table(code, "language")["direction"] == "rtl"]
    return _Signs(
        common=frozenset(word for one in tables for word in one["common"] if word != word[::-1]),
        articles=tuple(one["article"] for one in tables),
        never_first=frozenset("".join(one["never_first"] for one in tables)),
    )


def mend_order(text: str) -> str | None:
    """The text with its letters in the order they are read in; None where they stand so already.

    Lines are turned one by one, numbers and Latin words keep their direction, presentation
    forms become the letters they draw. Raises `SourceError` where neither order makes words.
    """
    shapes = has_shapes(text)
    if not shapes and _opens_forward(text):
        return None
    backward = evidence(text).is_backward
    if not shapes and not backward:
        return None
    mended = as_letters("".join(map(_turned_line, text.splitlines(keepends=True))) if backward else text)
    if not is_readable(mended):
        raise unreadable()
    return mended


def _opens_forward(text: str) -> bool:
    """Whether the first words tell that the text stands as it is read: most texts do."""
    said = evidence(text[:SAMPLE])
    return said.forward >= TWICE * LEAST and said.forward > TWICE * said.backward


def unreadable() -> SourceError:
    """The reason why a text whose letters make no words is set aside."""
    return SourceError(
        "holds its letters in an order that cannot be read; save the article as text, or run a text "
        "recognition over its pages.",
        "visual_order",
    )


def has_shapes(text: str) -> bool:
    """Whether more than a few of the text's letters are presentation forms."""
    if not _SHAPE.search(text):
        return False
    shapes = len(_SHAPE.findall(text))
    return shapes > SHAPES_SHARE * sum(map(len, _WORD.findall(text)))


def as_letters(text: str) -> str:
    """The text with each presentation form as the letters and marks it draws."""
    return _SHAPE.sub(lambda match: _letters(match.group()), text)


@lru_cache(maxsize=1024)
def _letters(shape: str) -> str:
    # The forms of marks that stand alone decompose into a space and the mark.
    return unicodedata.normalize("NFKC", shape).replace(" ", "") or shape


def _turned_line(line: str) -> str:
    """A line of a backward text turned round, unless it speaks for itself as it stands."""
    said = evidence(line)
    if said.forward > said.backward + 1:
        return line
    body = line.rstrip("\r\n\u2028\u2029\x0b\x0c\x85")
    return mend_brackets(logical(list(body))) + line[len(body) :]


def evidence(text: str) -> Evidence:
    """What the words of a text say about the order of their letters."""
    signs = _signs()
    forward = backward = 0
    for word in _WORD.findall(text):
        ahead, back = _word_evidence(word, signs)
        forward += ahead
        backward += back
    return Evidence(forward, backward)


def _word_evidence(word: str, signs: _Signs) -> tuple[bool, bool]:
    if _SHAPE.search(word):
        return _form(word[0], word[-1]), _form(word[-1], word[0])
    plain = _MARK.sub("", word)
    return _reads(plain, signs), _reads(plain[::-1], signs)


def _form(first: str, last: str) -> bool:
    """Whether these shapes stand at the first and last place of a word."""
    return _drawn(first) == "<initial>" or _drawn(last) == "<final>"


@lru_cache(maxsize=1024)
def _drawn(shape: str) -> str:
    return unicodedata.decomposition(shape).partition(" ")[0]


def _reads(word: str, signs: _Signs) -> bool:
    if word in signs.common:
        return True
    if len(word) < 3 or word[0] in signs.never_first:
        return False
    return word[-1] in signs.never_first or (len(word) > 4 and word.startswith(signs.articles))


def is_readable(text: str) -> bool:
    """Whether the words of a text are words: prose of some length holds the commonest ones, and few letters.

    True for short texts and for other languages in the same script.
    """
    signs = _signs()
    words = [_MARK.sub("", word) for word in _WORD.findall(text)]
    if len(words) < ENOUGH_WORDS:
        return True
    if sum(len(word) == 1 for word in words) > SINGLE_SHARE * len(words):
        return False
    known = sum(word in signs.common for word in words)
    foreign = sum(bool(_FOREIGN.search(word)) for word in words)
    return known >= COMMON_SHARE * len(words) or foreign > len(words) / 20


def logical(clusters: Sequence[str], *, rtl: bool = True) -> str:
    """What is read in a line whose letters stand in `clusters` from left to right.

    A cluster is what one drawn sign stands for, its own letters in reading order; `rtl` is the
    direction of a line that holds no letter of its own.
    """
    kinds = "".join(map(_kind, clusters))
    arabic, latin = kinds.count("a"), kinds.count("l")
    if latin > 2 * arabic and not (rtl and clusters[0] in _ENDING):
        return _with_islands(clusters, kinds, _LEFTWARD)
    if not arabic and not rtl:
        return "".join(clusters)
    return _as_typed(_with_islands(clusters[::-1], kinds[::-1], _ISLAND))


def _as_typed(line: str) -> str:
    """A per cent sign stands behind its number and the earlier year first, wherever they were drawn."""
    line = _PERCENT.sub(r"\2\1", line)
    return _YEARS.sub(lambda match: match[2] + match[3] + match[1] if match[2] < match[1] else match[0], line)


def _with_islands(clusters: Sequence[str], kinds: str, island: re.Pattern[str]) -> str:
    """The clusters joined, those of each island in opposite order."""
    pieces: list[str] = []
    place = 0
    for match in island.finditer(kinds):
        pieces.extend(clusters[place : match.start()])
        pieces.extend(clusters[match.start() : match.end()][::-1])
        place = match.end()
    return "".join([*pieces, *clusters[place:]])


_KINDS = {"L": "l", "R": "a", "AL": "a", "EN": "d", "AN": "d", "CS": "c", "WS": "s"}


@lru_cache(maxsize=4096)
def _kind(cluster: str) -> str:
    """What a cluster is for the order of a line: letter of either direction, digit, separator, other."""
    if cluster in "-\u2010\u2011":
        return "h"
    return _KINDS.get(unicodedata.bidirectional(cluster[:1]), "n")


def mend_brackets(text: str) -> str:
    """The text with brackets that look the wrong way turned: one opens after a space and before a word.

    Programs differ in whether they keep the sign that was meant or the mirrored one that was drawn.
    """
    pending: set[str] = set()

    def facing(match: re.Match[str]) -> str:
        bracket = _facing(text, match.start(), pending)
        (pending.add if bracket in _OPENING else pending.discard)(_pair(bracket))
        return bracket

    return _BRACKET.sub(facing, text)


def _facing(text: str, place: int, pending: set[str]) -> str:
    """A bracket as it must face; a closing one between words opens where none is open and the next closes."""
    bracket = text[place]
    opens, closes = _sides(text, place)
    if opens == closes and bracket not in _OPENING and _pair(bracket) not in pending:
        following = [
            text.find(sign, place + 1, place + NEAR) for sign in (bracket, bracket.translate(_MIRRORED))
        ]
        following = [found for found in following if found >= 0]
        opens = bool(following) and _sides(text, min(following)) == (False, True)
    wrong = closes if bracket in _OPENING else opens
    return bracket.translate(_MIRRORED) if wrong else bracket


def _sides(text: str, place: int) -> tuple[bool, bool]:
    """Whether a bracket opens and whether it closes, by what stands beside it."""
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    ends, begins = _ends_word(before), _begins_word(after)
    return begins and not ends, ends and not begins


def _pair(bracket: str) -> str:
    return min(bracket, bracket.translate(_MIRRORED))


def _begins_word(sign: str) -> bool:
    return bool(sign) and (sign.isalnum() or sign in '"“‘#$€+')


def _ends_word(sign: str) -> bool:
    return bool(sign) and (sign.isalnum() or unicodedata.category(sign) == "Mn" or sign in _WORD_END)
