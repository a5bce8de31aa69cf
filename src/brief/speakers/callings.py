"""Who speaks where no list knows it: the noun behind a verb of saying, the name behind an office."""

from __future__ import annotations

from brief import cues
from brief.gazetteer import Token
from brief.language import Language, fold
from brief.speakers.words import words_of as speech_of
from brief.subjects import Actor, Line
from brief.subjects.phrases import actor
from brief.subjects.words import Words, unowned, words_of

_LONGEST_CALLING = 4
_LONGEST_NAME = 4
_LONGEST_HELD = 6  # words of a name behind an office, «son of» among them
_FULL = 2  # words of a first name and a family's
_LONGEST_PLACE = 2
_SHORTEST = 3


def called(line: Line, verb: int, language: Language) -> Actor | None:
    """Whoever stands right behind a verb that takes no object but what is said.

    «قال متعامل في المرفأ إن», «قال دبلوماسي عربي يتابع الملف»: up to a verb, a mark or what is said. A name
    that stands there alone («قال أوندي للصحفيين») is a person.
    """
    start = beyond_whom(line, verb, language)
    end = start
    furthest = min(start + _LONGEST_CALLING, len(line.tokens))
    while end < furthest and _calls(line, start, end, language):
        end += 1
        if _is_owned(line, end - 1, language):
            break
    if end == start or (end == start + 1 and _is_owned(line, start, language)):
        return None
    end = _with_place(line, end, language)
    first, stop = line.span(start, end - 1)
    text = line.text[first - line.offset : stop - line.offset]
    return Actor(first, stop, text, text, None, fold(text), "role")


def first_named(line: Line, start: int, language: Language) -> Actor | None:
    """The name at word `start`, up to an office behind it or to a mark.

    «أبو حامد، الذي …», «سهى مراد مديرة المرفأ».
    """
    end = start
    furthest = min(start + _LONGEST_NAME, len(line.tokens))
    while end < furthest and _names(line, start, end, language) and not _stops(line, start, end, language):
        end += 1
    if end == start:
        return None
    first, stop = line.span(start, end - 1)
    text = line.text[first - line.offset : stop - line.offset]
    return Actor(first, stop, text, text, _office_at(line, end, language), fold(text), "person")


def _stops(line: Line, start: int, place: int, language: Language) -> bool:
    """Whether a name ends before the word at `place`: an office, or what is said of the one put first."""
    words, word = words_of(language), line.tokens[place].word
    return word in words.offices or (place > start and word.startswith(words.letters.joining[-1]))


def _office_at(line: Line, place: int, language: Language) -> str | None:
    """The office that begins at `place`, if one does."""
    if place >= len(line.tokens) or line.tokens[place].word not in words_of(language).offices:
        return None
    found = actor(line, place, language)
    return found.text if found and found.kind == "role" else None


def is_whereabouts(one: Actor, language: Language) -> bool:
    """Whether a phrase tells where somebody stands and not who: «أمام اللجنة», not «إمام المسجد»."""
    return cues.written(language, "speech", "whereabouts").match(one.text) is not None


def beyond_whom(line: Line, verb: int, language: Language) -> int:
    """The word behind a verb of saying and whom it is said to: «قال لنا …»."""
    told = line.words(verb + 1, verb + 2)
    after = line.tokens[verb + 2 : verb + 3]
    alone = all(not one.joined or one.word.startswith(words_of(language).letters.article) for one in after)
    alone = alone and verb + 1 not in line.names
    return verb + 1 + (alone and not speech_of(language).to_whom.isdisjoint(told))


def _calls(line: Line, start: int, place: int, language: Language) -> bool:
    """Whether the word at `place` can be who speaks, or an adjective of the word before it."""
    words, speech, token = words_of(language), speech_of(language), line.tokens[place]
    if not token.joined or token.word.isascii() or len(token.word) < _SHORTEST or _is_marked(line, place):
        return False
    small = (words.asides, words.times, words.closing, words.governing, words.clauses, words.openers)
    if any(token.word in known for known in (*small, speech.when, speech.manners)):
        return False
    if token.word.startswith(words.letters.bound[:2]) or _is_adverb(line, place, language):
        return False
    if place == start:
        return token.word not in speech.no_speaker
    if _is_owned(line, place, language):
        return place == start + 1 and line.tokens[start].word in words.heads
    opened = line.tokens[start].word.startswith(words.letters.article)
    return opened is token.word.startswith(words.letters.article) and not _is_verb(
        token, words.letters.imperfect
    )


def _is_marked(line: Line, place: int) -> bool:
    """Whether a mark stands between the word at `place` and the one before it."""
    return bool(line.seen.text[line.tokens[place - 1].end : line.tokens[place].start].strip())


def _is_adverb(line: Line, place: int, language: Language) -> bool:
    """Whether the word at `place` ends as an adverb or an object does: «مبرراً», «ضاحكا»."""
    word, ending = line.tokens[place].word, words_of(language).letters.accusative
    if place in line.names or _is_owned(line, place, language):
        return False
    return word.endswith(ending) and len(word) > _SHORTEST


def _is_owned(line: Line, place: int, language: Language) -> bool:
    """Whether a pronoun on the word at `place` tells whose it is: «مفاوضيها»."""
    token = line.tokens[place]
    return token.word.endswith(words_of(language).letters.possessive) and not token.nominal


def _is_verb(token: Token, persons: str) -> bool:
    """Whether a word looks like a verb of the present; adjectives of relation end in ya."""
    return token.word.startswith(tuple(persons)) and not (token.nominal or token.dotted)


def _with_place(line: Line, end: int, language: Language) -> int:
    """The place behind «في المرفأ», where that stands between who speaks and what is said."""
    words = words_of(language)
    if end >= len(line.tokens) or line.tokens[end].word not in speech_of(language).where:
        return end
    for stop in range(end + 2, min(end + 2 + _LONGEST_PLACE, len(line.tokens))):
        if line.tokens[stop].word in words.clauses and all(one.joined for one in line.tokens[end:stop]):
            return stop
    return end


def named_behind(line: Line, office: Actor, language: Language) -> Actor | None:
    """The holder of an office by the name right behind it, up to a mark or to what is said.

    «وكيل وزارة الزراعة عبدالحكيم الطويل إن …»; None where it is no office of one person.
    """
    words = words_of(language)
    first, start = line.index(office.start), line.index(office.end)
    if not _is_office(line, first, start, language):
        return None
    beyond = _beyond_house(line, start, language)
    if beyond == start < len(line.tokens) and _is_marked(line, start):
        return None
    end = start = beyond
    while end < min(start + _LONGEST_HELD, len(line.tokens)) and _names(line, start, end, language):
        end += 1
    if end - start < _FULL or not _is_closed(line, end, words):
        return None
    role = office.text
    if end - start > _FULL and _lacks_name(line, first, start, words):
        role = line.text[office.start - line.offset : line.span(start, start)[1] - line.offset]
        start += 1
    begin, stop = line.span(start, end - 1)
    text = line.text[begin - line.offset : stop - line.offset]
    return Actor(office.start, stop, text, text, role, fold(text), "person")


def _lacks_name(line: Line, first: int, end: int, words: Words) -> bool:
    """Whether an office breaks off at a house whose name is the word behind it: «أستاذ في جامعة سلوان»."""
    if end - first < _FULL or end - 1 in line.places:
        return False
    house, before = line.tokens[end - 1].word, line.tokens[end - 2].word
    bare = house in (words.bodies | words.missions) - words.offices
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
    house = range(start + 1, min(start + 1 + _LONGEST_NAME, len(line.tokens)))
    if (
        not house
        or line.tokens[start].word not in speech_of(language).where
        or not _is_marked(line, start + 1)
    ):
        return start
    return next((place for place in house[1:] if _is_marked(line, place)), start)


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
        or _is_owned(line, end - 1, language)
        or any(word.startswith(words.definite) for word in told)
        or any(place in line.names for place in range(first, end))
    )


def _names(line: Line, start: int, place: int, language: Language) -> bool:
    """Whether the word at `place` can be of a personal name that no list knows."""
    words, speech, token = words_of(language), speech_of(language), line.tokens[place]
    feminine = place > start and token.word.endswith(fold(words.letters.nominal[0]))
    if not token.joined or token.word.isascii() or (token.nominal and not feminine):
        return False
    if place > start and _is_marked(line, place):
        return False
    small = (words.asides, words.times, words.closing, words.governing, words.clauses, words.nameless)
    if any(token.word in known for known in (*small, speech.when, speech.objects)):
        return False
    if place > start and _answers(line, token.word, language):
        return False
    if token.word.startswith(words.letters.bound[:2]) or (place == start and token.word in words.serving):
        return False
    return place > start or not token.word.startswith(words.letters.article)


def _answers(line: Line, word: str, language: Language) -> bool:
    """Whether a word is what is said of the one that «أما» puts first: «أما السائق نادر كامل فاختار»."""
    topics = speech_of(language).topics
    first = line.tokens[0].word if line.tokens else ""
    return first in topics and word.startswith(words_of(language).letters.joining[-1])


def _is_closed(line: Line, end: int, words: Words) -> bool:
    """Whether a name ends at `end`: before a mark, what is said, a preposition or one on a definite noun."""
    if end >= len(line.tokens) or not line.tokens[end].joined:
        return True
    word = line.tokens[end].word
    led = word in words.governing or word.startswith(words.letters.bound[:2])
    return led or word in words.clauses
