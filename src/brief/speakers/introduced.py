"""Who is brought on in a paragraph by a name that no list knows: «يدير سامي عواضة، وهو تاجر …، متجرا»."""

from __future__ import annotations

from functools import cache

from brief.language import Language, fold, table
from brief.speakers.callings import is_marked, names
from brief.speakers.places import Reading, lines_before
from brief.subjects import Actor, Line
from brief.subjects.words import words_of

_BACK = 3  # sentences
_LONGEST = 3  # words of a name
_LETTERS = 3  # of a verb at least


def introduced(reading: Reading, index: int, told: str) -> Actor | None:
    """The last person brought on before the sentence of number `index`, in its paragraph.

    That is the subject of a verb of the present with «وهو» or «وهي» behind a comma. Nobody of the other
    gender than `told`, where that is known.
    """
    for _, line in lines_before(reading, index, _BACK):
        for place, token in enumerate(line.tokens):
            if token.comma and token.word in reading.words.meanwhile:
                found = _before(line, place, told, reading.language)
                if found:
                    return found
    return None


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
