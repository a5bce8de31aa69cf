"""Who is brought on in a paragraph: «يدير سامي عواضة، وهو تاجر …، متجرا», «التقينا أحد حراس المرفأ»."""

from __future__ import annotations

from functools import cache

from brief import cues, subjects
from brief.language import Language, fold, table
from brief.speakers.callings import is_marked, names
from brief.speakers.places import Reading, lines_before
from brief.subjects import Actor, Line
from brief.subjects.words import words_of

_BACK = 3  # sentences
_LONGEST = 3  # words of a name
_CALLING = 5  # words of «one of the keepers of the harbour»
_PEOPLE = frozenset({"person", "role"})
_LETTERS = 3  # of a verb at least


def introduced(reading: Reading, index: int, told: str) -> Actor | None:
    """The last person brought on before the sentence of number `index`, in its paragraph.

    That is the subject of a verb of the present with «وهو» or «وهي» behind a comma, or whom the reporter met.
    Nobody of the other gender than `told`, where that is known.
    """
    for _, line in lines_before(reading, index, _BACK):
        for place, token in enumerate(line.tokens):
            if token.comma and token.word in reading.words.meanwhile:
                found = _before(line, place, told, reading.language)
                if found:
                    return found
            if cues.of(reading.language, "speech", "met").fullmatch(token.word):
                found = _met(line, place + 1, reading.language)
                if found and _fits(line, place + 1, told, reading.language):
                    return found
    return None


def _met(line: Line, start: int, language: Language) -> Actor | None:
    """Whom a reporter met, up to a mark: «التقينا أحد حراس المرفأ،», «سألنا الحارس سامي القطان»."""
    if start >= len(line.tokens):
        return None
    if not cues.of(language, "speech", "one_of").fullmatch(line.tokens[start].word):
        found = subjects.actor(line, start, language)
        return found if found and found.kind in _PEOPLE and not subjects.is_plural(found, language) else None
    end = start + 1
    while end < min(start + _CALLING, len(line.tokens)) and line.tokens[end].joined:
        end += 1
    ended = end >= len(line.tokens) or not line.tokens[end].joined
    if not ended or end < start + 2 or not _is_definite(line, end - 1, language):
        return None
    first, stop = line.span(start, end - 1)
    text = line.text[first - line.offset : stop - line.offset]
    return Actor(first, stop, text, text, None, fold(text), "role")


def _fits(line: Line, start: int, told: str, language: Language) -> bool:
    """Whether somebody who is met is of the gender of a verb that tells of one woman or one man."""
    opening = fold(words_of(language).letters.nominal[0])
    hers = line.tokens[start].word.endswith((opening, words_of(language).letters.dotted_ya))
    return told not in {"f", "m"} or told == ("f" if hers else "m")


def _before(line: Line, place: int, told: str, language: Language) -> Actor | None:
    """The name that ends before «وهو» at `place` and begins behind a verb of that gender."""
    words = words_of(language)
    hers = line.tokens[place].word.endswith(fold(words.letters.dotted_ya))
    if told not in {"", "f" if hers else "m"} or _is_definite(line, place + 1, language):
        return None
    person = words.letters.imperfect[hers]
    for start in range(place - 1, max(place - 1 - _LONGEST, 0), -1):
        if is_marked(line, start):
            return None
        verb = line.tokens[start - 1]
        acts = verb.word.lstrip(words.letters.joining).startswith(person) and len(verb.word) >= _LETTERS
        run = range(start, place)
        if acts and not verb.nominal and start - 1 not in line.names and _is_name(line, run, language):
            first, stop = line.span(start, place - 1)
            text = line.text[first - line.offset : stop - line.offset]
            return Actor(first, stop, text, text, None, fold(text), "person")
    return None


def _is_name(line: Line, run: range, language: Language) -> bool:
    """Whether words can be a name; one that opens with an honour («الحاج سامي») has another behind it."""
    start, heads = run[0], words_of(language).heads
    honoured = line.tokens[start].word in _honours(language)
    if line.tokens[start].word in heads or len(run) == honoured:
        return False
    return all(names(line, start + honoured, place, language) for place in run[honoured:])


@cache
def _honours(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "names")["person"]["honours"]))


def _is_definite(line: Line, place: int, language: Language) -> bool:
    """Whether what is told of the name is definite, as of a thing: «وهو الأكبر»."""
    return place >= len(line.tokens) or line.tokens[place].word.startswith(words_of(language).definite)
