"""Whether the author of a text speaks in his own person, or argues where he seems to report."""

from __future__ import annotations

import re
from bisect import bisect_right

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.facets import is_view
from brief.language import Language, fold, view
from brief.metadata.opinion import first_person, places_in
from brief.speakers.words import words_of

_WORD = re.compile(r"\w+")
# Signs of an author that are plain in any text, and those that a reporter's sources may use, too.
_ANYWHERE, _IN_OPINION = ("writing", "called", "family"), ("reproach", "place", "praise")
_MOVES = ("answer", "problem", "irony")
# Those that are another's word where the clause says whose: a court's ruling, a ministry's warning.
_UNLESS_ATTRIBUTED = ("unreal", "advice")


def is_authors(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause is its author's word to his readers, which a brief would seem to say itself.

    So is «I» or «we» outside quotations, what speaks of the very piece or of his family, what is called
    out, what could have been, an objection that is only supposed, a scene or an irony; of a column all
    but its plain facts and what others say in it. What somebody else is said to say is not.
    """
    return (
        _speaks_himself(around, start, end)
        or _argues(around, start, end)
        or (around.column and is_view(around.document.text[start:end], around.language, opinion=True))
    )


def _speaks_himself(around: Surroundings, start: int, end: int) -> bool:
    language, text = around.language, around.document.text[start:end]
    names = (*_ANYWHERE, *_IN_OPINION) if around.opinion else _ANYWHERE
    signs = [cues.of(language, "statements", "authors_voice")]
    signs += [cues.expression(language, "voice", "own", name) for name in names]
    seen = view(text)
    places = [place for sign in signs for place in places_in(seen, sign)]
    if around.opinion:
        places += first_person(text, language)
    return any(_is_his(around, start + place) for place in places)


def _argues(around: Surroundings, start: int, end: int) -> bool:
    language, seen = around.language, view(around.document.text[start:end])
    key = seen.text
    for name in _MOVES if _is_attributed(key, language) else (*_MOVES, *_UNLESS_ATTRIBUTED):
        sign = cues.expression(language, "voice", "move", name)
        if any(_is_his(around, start + place) for place in places_in(seen, sign)):
            return True
    return _is_unanswered(key, language) or _says_one_word(key, language) or _paints(around, key, start, end)


def _is_attributed(key: str, language: Language) -> bool:
    """Whether folded text says according to whom; a law, a plan or a promise is nobody who says it."""
    nobody = cues.expression(language, "voice", "move", "according_to_nobody")
    found = cues.of(language, "speech", "according").finditer(key)
    return any(nobody.match(key, one.end()) is None for one in found)


def _is_his(around: Surroundings, place: int) -> bool:
    """Whether nobody but the author speaks at a place."""
    return not around.inside_quotation(place) and not _is_handed_over(around, place)


def _is_handed_over(around: Surroundings, place: int) -> bool:
    """Whether a verb of speech stands before a place in its sentence: «وأكد النقيب أننا نطالب …»."""
    sentences = around.document.sentences
    number = bisect_right(sentences, place, key=lambda one: one.anchor.start) - 1
    said = around.document.text[sentences[max(number, 0)].anchor.start : place]
    speech = words_of(around.language)
    return any(word in speech.verbs and word not in speech.ambiguous for word in _WORD.findall(fold(said)))


def _is_unanswered(key: str, language: Language) -> bool:
    """Whether an objection that the author puts up himself is told without his answer."""
    supposed = cues.expression(language, "voice", "move", "supposed").match(key)
    return (
        supposed is not None
        and cues.expression(language, "voice", "move", "answered").search(key, supposed.end()) is None
    )


def _says_one_word(key: str, language: Language) -> bool:
    return cues.expression(language, "voice", "move", "one_word").search(key) is not None


def _paints(around: Surroundings, key: str, start: int, end: int) -> bool:
    """Whether somebody only stands or sits in a clause, and says nothing."""
    if not cues.expression(around.language, "voice", "move", "scene").search(key):
        return False
    speech = words_of(around.language)
    speaks = any(word.lstrip(around.language.proclitics) in speech.verbs for word in _WORD.findall(key))
    return not speaks and not around.quoted_between(start, end)
