"""The holder of an office, by a name that no list knows: behind the office, beside it, before its verb."""

from __future__ import annotations

from brief import cues
from brief.language import Language, fold
from brief.marks import PAIRS
from brief.speakers.callings import is_adverb, is_marked, is_owned, names
from brief.speakers.words import words_of as speech_of
from brief.subjects import Actor, Line
from brief.subjects.words import Words, unowned, words_of

_LONGEST_NAME = 4
_LONGEST_HELD = 6  # words of a name behind an office, «son of» among them
_LONGEST_TITLE = 3  # words of an office between commas before the name of who holds it
_FULL = 2  # words of a first name and a family's
_SHORTEST = 3
_OWNED = 4  # letters of a name that ends as a pronoun does


def named_behind(line: Line, office: Actor, language: Language) -> Actor | None:
    """The holder of an office by the name right behind it, up to a mark or to what is said.

    «وكيل وزارة الزراعة عبدالحكيم الطويل إن …»; None where it is no office of one person.
    """
    words = words_of(language)
    first, start = line.index(office.start), line.index(office.end)
    if not _is_office(line, first, start, language):
        return None
    if _is_described(line, first, start, language):
        start += 1
        office = _until(line, office, start)
    beyond = _beyond_house(line, start, language)
    if beyond == start < len(line.tokens) and is_marked(line, start):
        if line.tokens[start].comma:
            return _beside(line, office, start, language)
        if not _is_closing(line, start):
            return None
    if beyond > start and beyond < len(line.tokens) and line.tokens[beyond].comma:
        return _beside(line, office, beyond, language)
    end = start = beyond
    while end < min(start + _LONGEST_HELD, len(line.tokens)) and names(line, start, end, language):
        end += 1
    if end - start < _FULL or not _is_closed(line, end, language) or _is_object(line, start, words):
        return None
    role = line.text[office.start - line.offset : line.span(start, start)[0] - line.offset].rstrip()
    role = role if _is_closing(line, start) and beyond == line.index(office.end) else office.text
    if end - start > _FULL and _lacks_name(line, first, start, words):
        role = line.text[office.start - line.offset : line.span(start, start)[1] - line.offset]
        start += 1
    begin, stop = line.span(start, end - 1)
    text = line.text[begin - line.offset : stop - line.offset]
    return Actor(office.start, stop, text, text, role, fold(text), "person")


def _is_object(line: Line, place: int, words: Words) -> bool:
    """Whether somebody's own thing with its adjective stands behind an office: «برر الوزير موقفه الجديد»."""
    told = line.words(place, place + _FULL)
    owned = len(told) == _FULL and told[0].endswith(words.letters.possessive) and len(told[0]) > _OWNED
    return owned and told[1].startswith(words.letters.article) and not line.tokens[place].nominal


def _is_described(line: Line, first: int, place: int, language: Language) -> bool:
    """Whether a word for a body is an adjective of the office of one word before it: «النائبة المعارضة».

    Both have the article, and they end alike.
    """
    words = words_of(language)
    if place != first + 1 or place >= len(line.tokens) or not line.tokens[place].joined:
        return False
    office, word = line.tokens[first].word, line.tokens[place].word
    ending = words.letters.nominal[0]
    definite = all(one.startswith(words.letters.article) for one in (office, word))
    return definite and word in words.bodies and office.endswith(ending) is word.endswith(ending)


def _until(line: Line, office: Actor, end: int) -> Actor:
    """An office with its words up to the place `end`."""
    start, stop = line.index(office.start), line.span(end - 1, end - 1)[1]
    text = line.text[line.span(start, start)[0] - line.offset : stop - line.offset]
    return Actor(office.start, stop, text, text, None, fold(text), "role")


def _is_closing(line: Line, place: int) -> bool:
    """Whether only a mark that closes a name stands before `place`: «شركة «المنارة» سامي عواضة»."""
    mark = line.seen.text[line.tokens[place - 1].end : line.tokens[place].start].strip()
    return mark in PAIRS.values()


def _beside(line: Line, office: Actor, start: int, language: Language) -> Actor | None:
    """The holder of an office between commas behind it: «رئيسها، النقيب سامي عواضة، أن»."""
    words, end = words_of(language), start
    titled = line.tokens[start].word in words.offices and start + 1 < len(line.tokens)
    for place in range(start, min(start + _LONGEST_TITLE + titled, len(line.tokens))):
        name, _ = line.names.get(place, (None, place))
        if name and name.kind == "person" and not name.clitic and (titled or place == start):
            role = office.text
            return Actor(office.start, name.end, name.label, name.label, role, name.key, "person")
    end = start = start + titled
    while end < min(start + _LONGEST_NAME, len(line.tokens)) and (
        (end == start or line.tokens[end].joined) and _stands_alone(line, start, end, language)
    ):
        end += 1
    closed = end < len(line.tokens) and not line.tokens[end].joined
    if end - start < _FULL or not closed:
        return None
    begin, stop = line.span(start, end - 1)
    text = line.text[begin - line.offset : stop - line.offset]
    return Actor(office.start, stop, text, text, office.text, fold(text), "person")


def _stands_alone(line: Line, start: int, place: int, language: Language) -> bool:
    """Whether the word at `place` can be of a name between commas: no object, no way in which it was said."""
    words, word = words_of(language), line.tokens[place].word
    if place == start and (word.startswith(words.letters.article) or word in words.nameless):
        return False
    said = speech_of(language).verbs
    if word in said or is_owned(line, place, language) or word.endswith(words.letters.nominal[0]):
        return False
    last = place + 1 == len(line.tokens) or not line.tokens[place + 1].joined
    adverb = is_adverb(line, place, language) and not (last and place > start)
    return not adverb and (
        names(line, start, place, language) if place > start else _opens(line, place, language)
    )


def _opens(line: Line, place: int, language: Language) -> bool:
    """Whether a name that no list knows can begin at `place`, behind a comma."""
    words, speech, token = words_of(language), speech_of(language), line.tokens[place]
    small = (words.asides, words.times, words.closing, words.governing, words.clauses, words.offices)
    known = any(token.word in one for one in (*small, words.bodies, speech.when, speech.manners))
    return not (known or token.word.isascii() or token.nominal or len(token.word) < _SHORTEST)


def named_until(line: Line, office: Actor, end: int, language: Language) -> Actor | None:
    """The holder of an office by the words between it and the verb at `end`: «لكن مديرتها سهى مراد نفت»."""
    first, start = line.index(office.start), line.index(office.end)
    if not _FULL <= end - start <= _LONGEST_NAME or not _is_office(line, first, start, language):
        return None
    if not all(names(line, start, place, language) for place in range(start, end)):
        return None
    begin, stop = line.span(start, end - 1)
    text = line.text[begin - line.offset : stop - line.offset]
    return Actor(office.start, stop, text, text, office.text, fold(text), "person")


def _lacks_name(line: Line, first: int, end: int, words: Words) -> bool:
    """Whether an office breaks off at a house whose name is the word behind it: «أستاذ في جامعة سلوان»."""
    if end - first < _FULL or end - 1 in line.places:
        return False
    house, before = line.tokens[end - 1].word, line.tokens[end - 2].word
    bare = (house in words.bodies or house in words.missions) and house not in words.offices
    return bare and not house.startswith(words.letters.article) and before in words.governing


def holder_of_own(line: Line, place: int, language: Language) -> Actor | None:
    """The holder of the office at `place`, told by whose it is: «مديرتها سهى المراد»; None where none is."""
    if not unowned(line.tokens[place].word, words_of(language)):
        return None
    start, stop = line.span(place, place)
    office = line.text[start - line.offset : stop - line.offset]
    return named_behind(line, Actor(start, stop, office, office, None, fold(office), "role"), language)


def _beyond_house(line: Line, start: int, language: Language) -> int:
    """The place behind «في «بيت الأسواق»» or «في كينيا», which stands between an office and its holder."""
    if line.words(start, start + 1) and line.tokens[start].word in speech_of(language).there:
        return start + 1
    place, last = line.names.get(start + 1, (None, start))
    if place and place.kind == "country" and line.tokens[start].word in speech_of(language).where:
        return last + 1
    if (aside := _beyond_place(line, start, language)) is not None:
        return aside
    house = range(start + 1, min(start + 1 + _LONGEST_NAME, len(line.tokens)))
    served = {*speech_of(language).where, words_of(language).letters.to}
    if not house or line.tokens[start].word not in served or not is_marked(line, start + 1):
        return start
    return next((place for place in house[1:] if is_marked(line, place)), start)


def _beyond_place(line: Line, start: int, language: Language) -> int | None:
    """The place behind the comma that ends where an office is held: «في المنطقة، العقيد …»."""
    words, letters = words_of(language), words_of(language).letters
    word = line.words(start, start + 1)
    led = word and (word[0] in speech_of(language).where or word[0].removeprefix(letters.by) in words.bodies)
    if not led or not line.tokens[start].joined:
        return None
    for place in range(start + 1, min(start + 1 + _LONGEST_NAME, len(line.tokens))):
        if not line.tokens[place].joined or is_marked(line, place):
            return place if line.tokens[place].comma else None
    return None


def _is_office(line: Line, first: int, end: int, language: Language) -> bool:
    words = words_of(language)
    told = line.words(first, end)
    if not told or not (
        told[0] in words.offices or unowned(told[0], words) or told[0] in words.heads - words.bodies
    ):
        return False
    own = any(word in words.own or unowned(word, words) for word in told)
    return (
        own
        or is_owned(line, end - 1, language)
        or any(word.startswith(words.definite) for word in told)
        or any(place in line.names for place in range(first, end))
    )


def _is_closed(line: Line, end: int, language: Language) -> bool:
    """Whether a name ends at `end`: before a mark, a verb, what is said or when, or a preposition."""
    words = words_of(language)
    if end >= len(line.tokens) or not line.tokens[end].joined:
        return True
    word = line.tokens[end].word
    led = word in words.governing or word.startswith(words.letters.bound[:2]) or word == words.letters.to
    said = word in words.clauses or cues.of(language, "speech", "pronominal").fullmatch(word) is not None
    speech = speech_of(language)
    acts = word in speech.verbs - speech.ambiguous
    return led or said or acts or word in speech.when or word in words.times
