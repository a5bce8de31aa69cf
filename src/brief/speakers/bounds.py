"""What keeps a verb of saying from taking its subject anywhere: a pronoun it has, the clause it stands in."""

from __future__ import annotations

from brief import cues, subjects
from brief.language import Language, fold
from brief.speakers.callings import first_named
from brief.speakers.holders import named_behind
from brief.speakers.places import Reading
from brief.speakers.words import Words
from brief.subjects import Actor, Line
from brief.subjects.words import words_of

_LONGEST = 6  # words of an office with its adjectives and where its holder is
_OPENERS = (2, 1)  # words of what puts one clause against another, the longest first


def has_pronoun(line: Line, index: int, language: Language) -> bool:
    """Whether the subject of a verb is the pronoun before it: in «أنه رأى العقد» nobody stands behind it."""
    pronoun = cues.of(language, "speech", "pronominal")
    return index > 0 and line.tokens[index].joined and bool(pronoun.fullmatch(line.tokens[index - 1].word))


def is_noun(line: Line, index: int, words: Words) -> bool:
    """Whether what looks like a verb stands right behind one as its subject: «قال طالب لزميله»."""
    token, before = line.tokens[index], line.words(index - 1, index)
    return token.joined and not words.stating.isdisjoint(before) and not is_conjoined(token.word, words)


def is_inscribed(line: Line, index: int, language: Language) -> bool:
    """Whether words stand written on a thing, so that nobody is told who says them.

    «لافتات كُتب عليها», «خانة في الأسفل تقول».
    """
    told = " ".join(line.words(index, index + 2))
    if cues.of(language, "speech", "inscribed").fullmatch(told) is not None:
        return True
    surface = cues.of(language, "speech", "surfaces")
    for place in range(index - 1, max(-1, index - _LONGEST), -1):
        if not line.tokens[place + 1].joined:
            return False
        if surface.fullmatch(line.tokens[place].word):
            return True
    return False


def issued_by(line: Line, verb: int, language: Language) -> Actor | None:
    """Whose a paper is in which something is said: «لم يصدر عن المصرف سوى بيان قال فيه إن»."""
    if not all(cues.of(language, "speech", "in_it").fullmatch(one) for one in line.words(verb + 1, verb + 2)):
        return None
    issuing, by = (cues.of(language, "speech", key) for key in ("issuing", "issued_by"))
    for place in range(verb - 1):
        if issuing.fullmatch(line.tokens[place].word) and by.fullmatch(line.tokens[place + 1].word):
            return subjects.actor(line, place + 2, language)
    return None


def is_conjoined(word: str, words: Words) -> bool:
    """Whether «and» or «so» is written onto a verb: «وقال», not «وصف»."""
    return word[:1] in words.carried and word[1:] in words.verbs


def held_subject(reading: Reading, line: Line, index: int) -> Actor | None:
    """The subject behind a verb that carries its object: «وهو ما نفته الوزارة»."""
    words, word = reading.words, line.tokens[index].word
    related = cues.of(reading.language, "speech", "relating")
    if index == 0 or related.fullmatch(line.tokens[index - 1].word) is None:
        return None
    owners = words_of(reading.language).letters.possessive
    stems = {word.removesuffix(owner) for owner in owners if word.endswith(owner)}
    return None if stems.isdisjoint(words.verbs) else subjects.after(line, index, reading.language)


def within(reading: Reading, line: Line, verb: int, found: Actor | None) -> Actor | None:
    """The subject of a verb behind it, where «but» opens its clause: nobody who stands before that.

    «تقدر النقابة …، لكن مسؤولا في البلدية، طلب عدم ذكر اسمه، قال إن». A participle or a verb with «and»
    may go on with an earlier one.
    """
    begin = _contrasted(line, verb, reading)
    if not begin:
        return found
    opening = subjects.actor(line, begin, reading.language)
    if opening and opening.kind == "role":
        opening = named_behind(line, opening, reading.language) or opening
    if opening is None and line.names.get(begin) is None:
        opening = _named(line, begin, reading.language)
    near = found if found and line.index(found.start) >= begin else None
    return opening or near or _ruled(line, begin, verb, reading.language)


def _ruled(line: Line, begin: int, verb: int, language: Language) -> Actor | None:
    """An office and its adjectives in the case that «but» asks for: «لكن دبلوماسيا عربيا في كمبالا قال»."""
    words, ending = words_of(language), words_of(language).letters.accusative
    office = line.tokens[begin].word
    known = words.offices | words.bodies
    run = range(begin, min(verb, begin + _LONGEST))
    end = next((place for place in run[1:] if not line.tokens[place].joined), verb)
    if not office.endswith(ending) or office[: -len(ending)] not in known or end not in {*run, verb}:
        return None
    start, stop = line.span(begin, end - 1)
    told = line.text[start - line.offset : stop - line.offset].split()
    ruled = next((n for n, word in enumerate(told) if not fold(word).endswith(ending)), len(told))
    bare = [word.rstrip(words.letters.nominal[1:] + ending) for word in told[:ruled]] + told[ruled:]
    label = " ".join(bare)
    return Actor(start, stop, label, label, None, fold(label), "role")


def _named(line: Line, begin: int, language: Language) -> Actor | None:
    """A name that no list knows, of two words or more up to a comma: «لكن سهى المراد، مديرة المرفأ، قالت»."""
    found = first_named(line, begin, language)
    last = line.index(found.end) if found else 0
    ended = found and last < len(line.tokens) and line.tokens[last].comma and " " in found.text
    return found if ended else None


def _contrasted(line: Line, verb: int, reading: Reading) -> int:
    """Where the words behind «but» begin that a finite verb stands in; 0 where none opens its clause."""
    words, word = reading.words, line.tokens[verb].word
    before = line.words(verb - 1, verb)
    if word in words.participles or is_conjoined(word, words) or not words.relative.isdisjoint(before):
        return 0
    against = cues.of(reading.language, "speech", "contrasting")
    for place in range(verb - 1, -1, -1):
        if _acts(line, place, words):
            return 0
        for count in _OPENERS:
            if place + count < verb and against.fullmatch(" ".join(line.words(place, place + count))):
                return place + count
    return 0


def _acts(line: Line, place: int, words: Words) -> bool:
    """Whether a verb of saying stands at `place` that has a subject of its own, and tells more of nobody."""
    word, before = line.tokens[place].word, line.words(place - 1, place)
    own = word in words.verbs and not (word in words.ambiguous or word in words.participles)
    return own and line.tokens[place].joined and (words.relative | words.unsaid).isdisjoint(before)
