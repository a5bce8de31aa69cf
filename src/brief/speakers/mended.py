"""Who speaks, told whole and alone: a name not cut short, a calling with its adjective, nobody for a pronoun.

A speaker is found by the words that lists know; what stands right behind them tells whether more belongs to
it. Who is only pointed at («أحدهما», «الأخيرة»), to whom something is told and a paper are no speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import structs

from brief import cues, subjects
from brief.gazetteer import Name
from brief.language import Language, fold, table
from brief.model import Document
from brief.speakers.holders import named_behind
from brief.speakers.issuers import issuing
from brief.speakers.whole import with_house
from brief.speakers.words import hears
from brief.speakers.words import words_of as speech_of
from brief.subjects import Actor
from brief.subjects.words import unowned, words_of

_FAR = 120  # characters behind a speaker in which more of it may stand
_WORD = re.compile(r" ([^\s،؛:.!?؟()«»\"“”]+)")
_LETTERS = re.compile(r"\w+")
_MARK = re.compile(r"\s*[،؛:.(«\"“»”]|\s*$")
_NEAR = 60  # characters before a speaker in which «as for» may stand
_FULL = 2  # words of a first name and a family's
_CALLED = 2  # words of a calling that nobody owns
_ADJECTIVES = 3
_HOUSE = 4  # words of a house that is named without marks
_SHORTEST = 3


def mended(document: Document, names: Sequence[Name], language: Language, one: Actor) -> Actor | None:
    """The speaker as the text tells him around that place; None where the words there are nobody's name."""
    words = fold(one.text).split()
    if not words:
        return None
    if words[0] in _listed(language, "pointers"):
        return _apposed(document, names, language, one) or _one_of(document, language, one)
    if cues.expression(language, "speech", "issued").match(" ".join(words)):
        return issuing(document, names, language, one)
    if hears(words, speech_of(language)) or (len(words) > 1 and words[0] in _listed(language, "papers")):
        return None
    return _whole(document, language, one)


def _whole(document: Document, language: Language, one: Actor) -> Actor:
    """The speaker with the words of the name or of the calling around that place."""
    one = _placed(document, one, language)
    one = _housed(document, _titled(_unheard(one, language), language), language)
    if document.text[one.start : one.end] not in {one.text, one.label}:
        return one
    if one.kind == "person":
        return _named(document, language, described(document, one, language))
    return _called(document, language, one) if one.kind == "role" else one


def titled(document: Document, language: Language, one: Actor) -> Actor | None:
    """Who is told by a bare word for a man or woman, with the name behind it: «السيدة فاتو،»; else nobody."""
    return _completed(document, language, one) if one.kind == "role" and " " not in one.text else None


def nominative(one: Actor, language: Language) -> Actor:
    """The actor with its label in the case of a heading: «متحدث باسم» for «متحدثا باسم»."""
    first, *rest = one.label.split()
    words, key = words_of(language), fold(first)
    ending = words.letters.accusative
    office = key.endswith(ending) and key[: -len(ending)] in words.offices
    if one.kind != "role" or not office or unowned(key, words):
        return one
    label = " ".join([first.rstrip(words.letters.nominal[1:] + ending), *rest])
    return structs.replace(one, label=label, text=label)


@cache
def _listed(language: Language, key: str) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "speech")[key]))


def _apposed(document: Document, names: Sequence[Name], language: Language, one: Actor) -> Actor | None:
    """Who «one of them» is, told right behind: «أحدهم، وهو النائب سامي عواضة، إن»."""
    text = document.text[one.end : one.end + _FAR]
    line = subjects.line(text, one.end, names, language)
    if not line.tokens or line.tokens[0].word not in speech_of(language).meanwhile:
        return None
    found = subjects.actor(line, 1, language)
    return (named_behind(line, found, language) or found) if found else None


def _one_of(document: Document, language: Language, one: Actor) -> Actor | None:
    """Of whom he is one, where the sentence before tells of one group: «… الصيادون. ويقول أحدهم»."""
    letters = words_of(language).letters
    nominative, oblique, _ = letters.plural
    first = one.text.removesuffix(letters.possessive[2])
    if " " in one.text or first == one.text:
        return None
    place = next((n for n, each in enumerate(document.sentences) if each.anchor.end > one.start), 0)
    here, before = document.sentences[place], document.sentences[place - 1]
    if not place or here.paragraph != before.paragraph:
        return None
    words = _LETTERS.findall(before.anchor.text)
    people = {word for word in words if word.startswith(letters.article) and word.endswith(nominative)}
    if len(people) != 1:
        return None
    label = f"{first} {people.pop().removesuffix(nominative)}{oblique}"
    return structs.replace(one, text=label, label=label, key=fold(label), kind="role")


def _unheard(one: Actor, language: Language) -> Actor:
    """The speaker without those who hear him: «المدير للصحفيين»."""
    cut = {
        key: told
        for key in ("text", "label", "role")
        if (value := getattr(one, key)) and (told := _until_heard(value, language)) != value
    }
    return structs.replace(one, **cut) if cut else one


def _until_heard(text: str, language: Language) -> str:
    """The words of a text before the first that tells to whom something is said: «لوكالة», «للصحفيين»."""
    words, hearers = text.split(), cues.of(language, "speech", "hearers")
    folded = [fold(word) for word in words]
    at = next(
        (
            n
            for n, word in enumerate(folded)
            if n and (hearers.match(word) or hears(folded[n : n + _CALLED], speech_of(language)))
        ),
        len(words),
    )
    return " ".join(words[:at]) if at < len(words) else text


def _titled(one: Actor, language: Language) -> Actor:
    """A person whose name opens with the article behind a long office: «الأمين العام الهادي الزين»."""
    words = one.text.split()
    article = words_of(language).letters.article
    office = " ".join(words[:_CALLED])
    rest = words[_CALLED:]
    if (
        one.kind != "role"
        or len(rest) != _FULL
        or not cues.of(language, "speech", "general").match(fold(office))
    ):
        return one
    if not all(fold(word).startswith(article) for word in rest):
        return one
    name = " ".join(rest)
    return structs.replace(one, text=name, label=name, role=office, key=fold(name), kind="person")


def _housed(document: Document, one: Actor, language: Language) -> Actor:
    """A role that breaks off before the name of a house without marks: «خبيرة لدى مؤسسة أطلس»."""
    last = fold(one.role).split()[-1] if one.role else ""
    start = document.text.find(one.role, one.start) if one.role else -1
    if start < 0 or one.role is None or last not in words_of(language).bodies:
        return one
    if last.startswith(words_of(language).letters.article):
        return one
    end = start + len(one.role)
    behind = list(_behind(document, end))[:_HOUSE]
    stop = next((place for _, place in behind if _is_end(document, place, language)), end)
    return structs.replace(one, role=document.text[start:stop])


def _placed(document: Document, one: Actor, language: Language) -> Actor:
    """A calling that breaks off before the name of a house or a district: «مسؤول في محافظة أطلس،»."""
    words, told = words_of(language), fold(one.text).split()
    last = told[-1]
    opens = last.endswith(fold(words.letters.nominal[0])) and (last in words.inside or last in words.bodies)
    whole = one.kind != "role" or len(told) < _HOUSE - 1 or document.text[one.start : one.end] != one.text
    if whole or not opens or last.startswith(words.letters.article):
        return one
    word, stop = next(_behind(document, one.end), ("", one.end))
    if not word or not _is_name(word, language) or not _is_end(document, stop, language):
        return one
    return _renamed(one, document.text[one.start : stop], stop)


def described(document: Document, one: Actor, language: Language) -> Actor:
    """An office with its adjectives that was taken for a name: «مسؤول خليجي سابق»."""
    words = fold(one.label).split()
    bare = one.role is not None and len(one.role.split()) == 1
    if one.role is None or not bare or _listed(language, "describing").isdisjoint(words):
        return one
    if one.role.startswith(words_of(language).letters.article) or not all(
        _is_adjective(word, language) for word in words
    ):
        return one
    start = document.text.rfind(one.role, max(0, one.start - _FAR), one.start)
    if start < 0 or document.text[start + len(one.role) : one.start].strip():
        return one
    text = document.text[start : one.end]
    return Actor(start, one.end, text, text, None, fold(text), "role")


def _is_adjective(word: str, language: Language) -> bool:
    """Whether a word without the article describes the one before it: «أميركي», «سابق»."""
    letters = words_of(language).letters
    if word.startswith(letters.article) or len(word) <= _SHORTEST:
        return False
    return word.endswith(letters.adjective) or word in _listed(language, "describing")


def _behind(document: Document, place: int) -> Iterator[tuple[str, int]]:
    """The words right behind a place, nothing but a blank between, each with its end."""
    text = document.text
    while match := _WORD.match(text, place, place + _FAR):
        yield match[1], match.end()
        place = match.end()


def _is_end(document: Document, place: int, language: Language) -> bool:
    """Whether a mark or what is said begins at a place."""
    if _MARK.match(document.text, place):
        return True
    match = _WORD.match(document.text, place)
    return match is not None and fold(match[1]) in words_of(language).clauses


def _named(document: Document, language: Language, one: Actor) -> Actor:
    """A person with the words of the name that no list knows, up to a mark or to what is said."""
    if one.kind != "person" or one.text != one.label:
        return one
    topic = cues.of(language, "speech", "topics").search(
        fold(document.text[max(0, one.start - _NEAR) : one.start])
    )
    answer = words_of(language).letters.joining[-1] if topic else None
    cut = _trimmed(one, answer, language)
    if cut is not one:
        return cut
    room = _FULL if len(one.text.split()) < _FULL else 1
    end, count = one.end, 0
    for word, stop in _behind(document, one.end):
        own = _is_name(word, language) or _is_last(document, word, stop, language)
        if count == room or not own or (answer and word.startswith(answer)):
            break
        end, count = stop, count + 1
    last = end
    for word, stop in _behind(document, end):
        if not _is_manner(word, language):
            break
        last = stop
    if end == one.end or not _is_end(document, last, language):
        return one
    return _renamed(one, document.text[one.start : end], end)


def _trimmed(one: Actor, answer: str | None, language: Language) -> Actor:
    """A person without a last word that is the object of a verb, or what answers «أما»."""
    words = one.text.split()
    last = fold(words[-1])
    known = last in speech_of(language).objects or (answer is not None and last.startswith(answer))
    if len(words) <= _FULL or not known:
        return one
    name = one.text[: one.text.rindex(words[-1])].rstrip()
    return _renamed(one, name, one.start + len(name))


def _renamed(one: Actor, name: str, end: int) -> Actor:
    return structs.replace(one, end=end, text=name, label=name, key=fold(name))


def _is_name(word: str, language: Language) -> bool:
    words, folded = words_of(language), fold(word)
    if len(folded.rstrip(words.letters.tatweel)) == 1:
        return False
    known = (words.asides, words.times, words.governing, words.clauses, words.openers, words.heads)
    if any(folded in one for one in (*known, words.closing, speech_of(language).objects)):
        return False
    if _is_manner(word, language):
        return False
    if folded.startswith(words.letters.bound[:2]) or hears([folded], speech_of(language)):
        return False
    return folded.removeprefix(words.letters.by) == folded and not _is_adjective(folded, language)


def _is_last(document: Document, word: str, stop: int, language: Language) -> bool:
    """Whether a word that looks like a small one is of a name: no «and …» stands right before a mark."""
    words, folded = words_of(language), fold(word)
    joined = folded[0] in words.letters.joining and folded not in words.asides | words.times
    return joined and len(folded) <= _SHORTEST and _MARK.match(document.text, stop) is not None


def _is_manner(word: str, language: Language) -> bool:
    """Whether a word tells how somebody spoke: «ضاحكا», «مبتسما»."""
    letters, folded = words_of(language).letters, fold(word)
    if not folded.endswith(letters.accusative) or len(folded) <= _SHORTEST + 1:
        return False
    return folded.startswith(letters.participle) or folded[1] == letters.accusative


def _called(document: Document, language: Language, one: Actor) -> Actor:
    """A calling that nobody owns («مسؤول», «وسيط») with its adjectives and where he is."""
    words = fold(one.text).split()
    article = words_of(language).letters.article
    if len(words) > _CALLED or any(word.startswith(article) for word in words):
        return one
    if len(words) == 1 and (whole := _completed(document, language, one)):
        return whole
    end = one.end
    for word, stop in list(_behind(document, end))[:_ADJECTIVES]:
        if not _is_adjective(fold(word), language):
            break
        end = stop
    end = with_house(document.text, _with_place(document, end, language), language)
    text = document.text[one.start : end]
    return structs.replace(one, end=end, text=text, label=text, key=fold(text))


def _completed(document: Document, language: Language, one: Actor) -> Actor | None:
    """A bare word with the one behind it, up to a mark: «مدير مصنع،», «سنية القلال،»."""
    word, stop = next(_behind(document, one.end), ("", one.end))
    if not word or not _is_name(word, language) or not _MARK.match(document.text, stop):
        return None
    text = document.text[one.start : stop]
    return structs.replace(one, end=stop, text=text, label=text, key=fold(text))


def _with_place(document: Document, end: int, language: Language) -> int:
    """The place behind «في سوق المدينة», where that stands between who speaks and a mark or what is said."""
    behind = list(_behind(document, end))[:_HOUSE]
    where = speech_of(language).where
    if len(behind) < _FULL or fold(behind[0][0]) not in where or _is_occasion(behind[1][0], language):
        return end
    return next((stop for _, stop in behind[1:] if _is_end(document, stop, language)), end)


def _is_occasion(word: str, language: Language) -> bool:
    """Whether a word tells at what or when something was said, not where somebody is."""
    speech, words, folded = speech_of(language), words_of(language), fold(word)
    known = (speech.occasions, speech.nouns, words.times, words.asides, _listed(language, "moments"))
    return any(folded in one for one in known)
