"""Who speaks in a sentence with figures: who stands beside the word that hands them over, or spoke last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct

from brief import subjects
from brief.extract.datapoints.handing import Words, lexicon
from brief.language import Language, fold
from brief.morphology import morphology
from brief.speakers import Reading
from brief.subjects import Actor, Line

_LONGEST = 9  # words of a speaker that is told by what stands after it
_WORD = 3  # letters of a word that is no particle
_SHORT = 4  # and of one that ends with its clause
_CUES = 3  # cues before a cue that are looked at for its subject
_BACK = 3  # sentences in which a speaker goes on without a name
_ENDS = frozenset("\u060c,;:.()\u061b\n\u2013\u2014")


class Speaker(Struct, frozen=True):
    """Who is given words: the words of the passage or the canonical name, and where they stand."""

    name: str
    start: int
    end: int


class Cue(Struct, frozen=True):
    """A word that hands over what follows it, or what stands before it (`according`), or denies it."""

    start: int
    end: int
    according: bool = False
    denies: bool = False


class Memory(Struct):
    """Who spoke so far in a document: by the head of the name, and last, in which sentence."""

    heads: dict[str, str]
    last: Speaker | None = None
    sentence: int = -9


class Heard(Struct, frozen=True):
    """A sentence with the words that hand over its figures, and where another voice begins."""

    start: int
    number: int
    text: str
    line: Line
    cues: tuple[Cue, ...]
    breaks: tuple[int, ...]


def memory(reading: Reading) -> Memory:
    """Nobody has spoken yet; the bodies that the document names are known by their heads."""
    heads: dict[str, str] = {}
    for name in reading.names:
        if name.kind == "organisation":
            heads.setdefault(head(name.label, reading.language), name.label)
    return Memory(heads)


def head(phrase: str, language: Language) -> str:
    """The first word of a name without its article: what it is called by later."""
    return fold(phrase).split()[0].removeprefix(morphology(language).article)


def speaker(heard: Heard, cue: Cue, known: Memory, reading: Reading) -> Speaker | None:
    """Whose words a cue hands over: named beside it or a cue before it, or going on from before."""
    words = lexicon(reading.language)
    at = bisect_left(heard.cues, cue.start, key=lambda one: one.start)
    earlier = () if cue.according else heard.cues[max(0, at - _CUES) : at]
    for one in (cue, *reversed(earlier)):
        index = _token(heard.line, one.start + heard.start)
        found = _named(heard, index, one, reading) if index is not None else None
        if found is not None and words.papers.isdisjoint(fold(found.name).split()):
            return _in_full(found, known, reading.language)
        if found is not None or (index is not None and _is_of_another(heard.line, index, reading.language)):
            return known.last if found is not None else None
    goes_on = 0 <= heard.number - known.sentence <= _BACK and not cue.according
    return known.last if goes_on and not _is_somebodys(heard, cue, reading.language) else None


def _is_somebodys(heard: Heard, cue: Cue, language: Language) -> bool:
    """Whether words stand before a verb of speech in its clause: who speaks is among them, if unknown."""
    line, words = heard.line, lexicon(language)
    index = _token(line, cue.start + heard.start)
    if index is None or line.tokens[index].word in words.participles | words.holding:
        return False
    first = subjects.clause_start(line, index, language)
    before = [token.word for token in line.tokens[first:index] if token.word not in words.opening]
    placed = bool(before) and before[0] in words.governing
    return len(before) > 1 and not placed


def _token(line: Line, place: int) -> int | None:
    """The number of the word that stands at a place of the document."""
    at = bisect_right(line.tokens, line.seen.position(place - line.offset), key=lambda token: token.start) - 1
    return at if at >= 0 else None


def _named(heard: Heard, index: int, cue: Cue, reading: Reading) -> Speaker | None:
    """Who stands beside a word that hands over: after it, or before it as its subject."""
    line, words = heard.line, lexicon(reading.language)
    word = line.tokens[index].word
    if word in words.participles:
        return None
    if word in words.holding:
        return _before(heard, index, cue, reading)
    first = index + 1
    while (
        first < len(line.tokens)
        and cue.according
        and line.tokens[first].word in words.sources | words.links | words.hearers
    ):
        first += 1
    while not cue.according and first < len(line.tokens) and line.tokens[first].word in words.times:
        first += 1
    told = _told(line, first, words, closed=cue.according)
    loose = line.tokens[first - 1].word in words.sources
    if told and loose and not line.tokens[first].word.startswith(words.article):
        told = None  # a report with no owner: whose it is, is not said
    actor = _actor(line, index, first, told, reading.language)
    found = actor or told
    if found is not None:
        return _person(line, found) or _canonical(found, reading)
    if _is_of_another(line, index, reading.language):
        return _of_relative(line, index, reading)
    return _before(heard, index, cue, reading)


def _is_of_another(line: Line, index: int, language: Language) -> bool:
    """Whether a verb stands right behind «who»: it is the act of the one named before that."""
    return index > 1 and line.tokens[index - 1].word in lexicon(language).relatives


def _of_relative(line: Line, index: int, reading: Reading) -> Speaker | None:
    """«The mayor, who spoke last month of …»: who is named before «who»."""
    start = subjects.clause_start(line, index - 2, reading.language)
    found = subjects.first(line, start, index - 1, reading.language)
    if found is None:
        return None
    return Speaker(found.text if found.kind == "role" else found.label, found.start, found.end)


def _actor(line: Line, index: int, first: int, told: Speaker | None, language: Language) -> Speaker | None:
    """The subject that the names and offices tell, where it says more than the words up to «إن»."""
    found = subjects.actor(line, first, language) or (None if told else subjects.after(line, index, language))
    if found is None or (
        told and found.kind != "person" and found.start >= told.start and found.end <= told.end
    ):
        return None
    return Speaker(found.text if found.kind == "role" else found.label, found.start, found.end)


def _before(heard: Heard, index: int, cue: Cue, reading: Reading) -> Speaker | None:
    """«صندوق النقد يتوقع …», «أما الوزارة فقالت …»: who stands before the verb as its subject."""
    if cue.according:
        return None
    line, words = heard.line, lexicon(reading.language)
    turned = [at for at in range(max(0, index - _LONGEST), index) if line.tokens[at].word in words.but]
    if turned and 1 < index - turned[-1] <= _SHORT and line.tokens[index].word[:1] in words.joining:
        return _canonical(_between(line, turned[-1] + 1, index), reading)
    if line.tokens[index].word[:1] in words.joining and cue.start + heard.start < _start(line, index):
        return None
    found = subjects.before(line, index, reading.language)
    if found is None:
        return None
    return Speaker(found.text if found.kind == "role" else found.label, found.start, found.end)


def _start(line: Line, index: int) -> int:
    return line.span(index, index)[0]


def _between(line: Line, first: int, end: int) -> Speaker:
    start, stop = line.span(first, end - 1)
    return Speaker(line.text[start - line.offset : stop - line.offset], start, stop)


def _told(line: Line, first: int, words: Words, *, closed: bool) -> Speaker | None:
    """The words from `first` that can be a name: all up to «إن», else a noun and definite words after it."""
    end = first
    while end < min(first + _LONGEST, len(line.tokens)):
        token = line.tokens[end]
        if (
            token.word in words.particles
            or token.word in words.ends
            or token.word in words.hearers
            or (end > first and not _joined(line, end))
        ):
            break
        end += 1
    if end == first or not line.tokens[first].word.isalpha() or len(line.tokens[first].word) < _WORD:
        return None
    handed = (
        end < len(line.tokens)
        and line.tokens[end].word in words.particles | words.hearers
        and _joined(line, end)
    )
    short = closed and end - first <= _SHORT
    end = end if handed or short else _definite(line, first, end, words)
    if end == first or _is_report(line.tokens[first].word, words):
        return None
    said = _between(line, first, end)
    counts = words.tatweel in said.name.split()[0] or any(sign.isdigit() for sign in said.name)
    return None if counts else _freed(said, words)


def _freed(told: Speaker, words: Words) -> Speaker:
    """A name without the preposition that is written to it: «وفقا للوزارة»."""
    written = words.to + words.article[1:]
    if not told.name.startswith(written):
        return told
    return Speaker(words.article + told.name.removeprefix(written), told.start, told.end)


def _is_report(word: str, words: Words) -> bool:
    """Whether «the data» are spoken of, «وفقا للبيانات»: whose they are, is not said."""
    bare = word.removeprefix(words.to + words.article[1:]).removeprefix(words.article)
    return bare != word and bare in words.sources


def _joined(line: Line, index: int) -> bool:
    """Whether nothing that ends a name stands before a word."""
    gap = line.seen.text[line.tokens[index - 1].end : line.tokens[index].start]
    return not _ENDS & set(gap)


def _definite(line: Line, first: int, end: int, words: Words) -> int:
    """Where a run of definite words ends, up to two nouns before them; `first` where there is none."""
    article = (words.article, words.to + words.article[1:])
    start = first
    while start < min(first + 2, end) and not line.tokens[start].word.startswith(article):
        start += 1
    at = start
    while at < end and line.tokens[at].word.startswith(article):
        at += 1
    return at if at > start else first


def _canonical(told: Speaker, reading: Reading) -> Speaker:
    """A speaker under the label of the name that its words are."""
    at = bisect_right(reading.names, told.start, key=lambda name: name.start) - 1
    for name in reading.names[max(at, 0) : at + 2]:
        if told.start <= name.start < told.end and told.end - name.end + name.start - told.start <= 1:
            return Speaker(name.label, told.start, told.end)
    return told


def _person(line: Line, office: Actor | Speaker) -> Speaker | None:
    """The person named right after an office: «المدير العام للبنك، فلان»."""
    index = line.index(office.end)
    for place in range(index, min(index + _SHORT, len(line.tokens))):
        if place in line.names:
            name = line.names[place][0]
            return Speaker(name.label, office.start, name.end) if name.kind == "person" else None
    return None


def _in_full(found: Speaker, known: Memory, language: Language) -> Speaker:
    """«الوزارة» is the ministry named before."""
    article = morphology(language).article
    key = fold(found.name)
    if " " in key or not key.startswith(article):
        return found
    return Speaker(known.heads.get(key.removeprefix(article), found.name), found.start, found.end)
