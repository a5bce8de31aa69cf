"""Who speaks where no list knows it: the noun or the name behind a verb of saying."""

from __future__ import annotations

from functools import cache

from brief import cues
from brief.gazetteer import Token
from brief.language import Language, fold, table
from brief.speakers.words import words_of as speech_of
from brief.subjects import Actor, Line
from brief.subjects.phrases import actor
from brief.subjects.words import words_of

_LONGEST_CALLING = 4
_LONGEST_NAME = 4
_LONGEST_PLACE = 2
_SHORTEST = 3


def called(line: Line, verb: int, language: Language) -> Actor | None:
    """Whoever stands right behind a verb that takes no object but what is said.

    «قال متعامل في المرفأ إن», «قال دبلوماسي عربي يتابع الملف»: up to a verb, a mark or what is said. A name
    that stands there alone («قال أوندي للصحفيين») is a person.
    """
    start = beyond_whom(line, verb, language)
    end = start
    if (one := _one_of_several(line, start, language)) is not None:
        return one
    furthest = min(start + _LONGEST_CALLING, len(line.tokens))
    while end < furthest and _calls(line, start, end, language):
        end += 1
        if is_owned(line, end - 1, language):
            break
    if end == start or (end == start + 1 and is_owned(line, start, language)):
        return None
    end = _with_place(line, end, language)
    first, stop = line.span(start, end - 1)
    text = line.text[first - line.offset : stop - line.offset]
    return Actor(first, stop, text, text, None, fold(text), "role")


def _one_of_several(line: Line, start: int, language: Language) -> Actor | None:
    """Whoever is told as one of people who are told by the article: «أحد المنظمين»."""
    end, article = start + 1, words_of(language).letters.article
    if end >= len(line.tokens) or not cues.of(language, "speech", "one_of").fullmatch(
        line.tokens[start].word
    ):
        return None
    while end < min(start + _LONGEST_CALLING, len(line.tokens)) and line.tokens[end].joined:
        if not line.tokens[end].word.startswith(article):
            break
        end += 1
    if end == start + 1:
        return None
    first, stop = line.span(start, end - 1)
    text = line.text[first - line.offset : stop - line.offset]
    return Actor(first, stop, text, text, None, fold(text), "role")


def first_named(line: Line, start: int, language: Language) -> Actor | None:
    """The name at word `start`, up to an office behind it or to a mark.

    «أبو حامد، الذي …», «سهى مراد مديرة المرفأ».
    """
    end = start
    furthest = min(start + _LONGEST_NAME, len(line.tokens))
    while end < furthest and names(line, start, end, language) and not _stops(line, start, end, language):
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
    words = words_of(language)
    alone = all(
        not one.joined or one.word.startswith(words.letters.article) or one.word in words.offices - words.weak
        for one in after
    )
    alone = alone and verb + 1 not in line.names
    return verb + 1 + (alone and not speech_of(language).to_whom.isdisjoint(told))


def _calls(line: Line, start: int, place: int, language: Language) -> bool:
    """Whether the word at `place` can be who speaks, or an adjective of the word before it."""
    words, speech, token = words_of(language), speech_of(language), line.tokens[place]
    if not token.joined or token.word.isascii() or len(token.word) < _SHORTEST or is_marked(line, place):
        return False
    small = (words.asides, words.times, words.closing, words.governing, words.clauses, words.openers)
    if any(token.word in known for known in (*small, speech.when, speech.manners)):
        return False
    if token.word.startswith(words.letters.bound[:2]) or is_adverb(line, place, language):
        return False
    if place == start:
        return token.word not in speech.no_speaker
    if is_owned(line, place, language):
        return place == start + 1 and line.tokens[start].word in words.heads
    opened = line.tokens[start].word.startswith(words.letters.article)
    acts = _is_verb(token, words.letters.imperfect)
    acts = acts or cues.of(language, "speech", "of_oneself").fullmatch(token.word) is not None
    return opened is token.word.startswith(words.letters.article) and not acts


def is_marked(line: Line, place: int) -> bool:
    """Whether a mark stands between the word at `place` and the one before it."""
    return bool(line.seen.text[line.tokens[place - 1].end : line.tokens[place].start].strip())


def is_adverb(line: Line, place: int, language: Language) -> bool:
    """Whether the word at `place` ends as an adverb or an object does: «مبرراً», «ضاحكا»."""
    word, ending = line.tokens[place].word, words_of(language).letters.accusative
    if place in line.names or is_owned(line, place, language):
        return False
    return word.endswith(ending) and len(word) > _SHORTEST


def is_owned(line: Line, place: int, language: Language) -> bool:
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


def names(line: Line, start: int, place: int, language: Language) -> bool:
    """Whether the word at `place` can be of a personal name that no list knows."""
    words, speech, token = words_of(language), speech_of(language), line.tokens[place]
    feminine = place > start and token.word.endswith(fold(words.letters.nominal[0]))
    common = token.nominal and not feminine and token.word not in _given(language)
    if not token.joined or token.word.isascii() or common:
        return False
    pronoun = cues.of(language, "speech", "pronominal").fullmatch(token.word)
    if pronoun or token.word == words.letters.to or (place > start and is_marked(line, place)):
        return False
    small = (words.asides, words.times, words.closing, words.governing, words.clauses, words.nameless)
    if any(token.word in known for known in (*small, speech.when, speech.objects)):
        return False
    if token.word.startswith(words.letters.bound[:2]) or (place == start and token.word in words.serving):
        return False
    if token.word.startswith(words.letters.by) and token.word[len(words.letters.by) :] in words.bodies:
        return False
    answers = place > start and _answers(line, token.word, language)
    return not answers and (place > start or not token.word.startswith(words.letters.article))


@cache
def _given(language: Language) -> frozenset[str]:
    """Given names, of which many end as nouns of women do: «سمية»."""
    return frozenset(map(fold, table(language.code, "names")["person"]["given"]))


def _answers(line: Line, word: str, language: Language) -> bool:
    """Whether a word is what is said of the one that «أما» puts first: «أما السائق نادر كامل فاختار»."""
    topics = speech_of(language).topics
    first = line.tokens[0].word if line.tokens else ""
    return first in topics and word.startswith(words_of(language).letters.joining[-1])
