"""Whether words are their author's own view, or somebody else is named for them."""

from __future__ import annotations

import re

from brief import cues
from brief.language import Language, fold

# So many words between marks are somebody's speech, not a term.
SPOKEN_WORDS = 4
# A clause may end within them.
QUOTED = re.compile(r"«([^«»]*)(?:»|\Z)|\"([^\"]*)(?:\"|\Z)|“([^“”]*)(?:”|\Z)")
# So many words that an author says before he hands over to somebody are a clause of his own.
_OWN_WORDS = 4
_DIGIT = re.compile(r"\d")
_PAUSE = re.compile(r"[،,؛.؟!…]\s+")


def is_view(text: str, language: Language, *, before: str = "", opinion: bool = False) -> bool:
    """Whether `text` is its author's own view: nobody else is named for it, and he concludes or values.

    In a piece of `opinion` all is that he names nobody for, also what he says before or behind the words of
    others. `before` is what its sentence says before it.
    """
    if opinion:
        return not is_anothers_word(text, language) or _joins_in(text, language)
    return not is_anothers_word(text, language) and is_judged(fold(text), before, language)


def is_anothers_word(text: str, language: Language, key: str = "") -> bool:
    """Whether somebody is named for what is said: by a verb, by a document that tells, by marks.

    Verbs count where `key`, the words folded, has them still.
    """
    return _handed_over(text, key or fold(text), language) is not None


def is_judged(key: str, before: str, language: Language) -> bool:
    """Whether the author of folded words concludes or values rather than reports."""
    deduced = cues.opening(language, "facets", "certainty", "deduced")
    return bool(
        deduced.match(key) or deduced.fullmatch(fold(before).strip()) or _cued(language, "judging", key)
    )


def is_plain(text: str, language: Language) -> bool:
    """Whether words of an opinion piece tell a mere fact: an act, or a figure, that is past or present."""
    key = fold(text)
    if _cued(language, "read", key) or _pattern(language, "neither").search(key):
        return False
    acts = cues.opening(language, "facets", "certainty", "acts")
    return bool(acts.match(_pattern(language, "joined").sub("", key)) or _DIGIT.search(key))


def quoted_words(found: re.Match[str]) -> int:
    """How many words stand between the marks of `QUOTED`."""
    return len(next(filter(None, found.groups()), "").split())


def _handed_over(text: str, key: str, language: Language) -> int | None:
    """Where words first name somebody for what they say; `key` are the words folded.

    Who would say or see something («أن ترى») says nothing, and some words only look like speech.
    """
    sounding = _pattern(language, "no_speech").sub(lambda found: " " * len(found[0]), key)
    telling = (_pattern(language, name).search(fold(text)) for name in ("telling", "estimated"))
    said = (cues.of(language, "facets", "certainty", "attributed").search(sounding), *telling)
    places = [found.start() for found in said if found]
    marks = (one for one in QUOTED.finditer(text) if _is_spoken(text, one, language))
    places += [len(fold(text[: one.start()])) for one in marks]
    return min(places, default=None)


def _joins_in(text: str, language: Language) -> bool:
    """Whether the author of words that name somebody speaks for himself in them, too.

    He does where he judges what is said, frames it, adds his own to it, or has said a clause of his own
    when he goes on to others («لا تريد الحكومة …، وتقول صحف …»); one that tells a mere fact is none.
    """
    key = fold(text)
    if _pattern(language, "own_frame").match(key) or _pattern(language, "own_turn").search(key):
        return True
    if _pattern(language, "according").search(key):
        return False
    going_on = _pattern(language, "going_on")
    pauses = _PAUSE.finditer(key, 0, _handed_over(text, key, language) or 0)
    own = next((key[: pause.start()] for pause in pauses if going_on.match(key, pause.end())), "")
    return len(own.split()) >= _OWN_WORDS and not is_plain(own, language)


def _is_spoken(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether marks hold somebody's words: more than a term, and no title."""
    return quoted_words(found) >= SPOKEN_WORDS and not _pattern(language, "titled").search(
        fold(text[: found.start()])
    )


def _cued(language: Language, name: str, key: str) -> bool:
    return bool(cues.of(language, "facets", "certainty", name).search(key))


def _pattern(language: Language, name: str) -> re.Pattern[str]:
    return cues.expression(language, "facets", "certainty", name)
