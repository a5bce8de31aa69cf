"""Halves that two sentences share: a reading that is put up to be set aside, words that are replied to."""

from __future__ import annotations

import re

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.gist import small_words
from brief.language import Language, fold
from brief.model import Sentence
from brief.similarity import stem

# A reading that is put up is set aside within so many sentences.
_SETS_ASIDE = 3
# What stands between the end of a clause and the next sentence: its stop and marks.
_STOPS = 4
_CONTENT = 4
_WORD = re.compile(r"\w+")


def is_set_up(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether words from `sentence` on put up a reading, and are not told on to what sets it aside.

    «يغري الخلاف بقراءته … . غير أن هذه القراءة …»: half of that would be told as the author's view.
    """
    language, key = around.language, fold(around.document.text[start:end])
    if cues.expression(language, "statements", "setting_up").match(key) is None:
        return False
    if cues.expression(language, "statements", "set_aside").search(key):
        return False
    behind = around.document.sentences[sentence.position + 1 : sentence.position + 1 + _SETS_ASIDE]
    return any(one.anchor.start >= end - _STOPS and sets_aside(one, language) for one in behind)


def sets_aside(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence turns against a reading that was put up: «غير أن هذه القراءة …»."""
    opening = cues.expression(language, "statements", "setting_aside")
    return opening.match(fold(sentence.anchor.text)) is not None


def is_reply(answer: str, language: Language) -> bool:
    """Whether folded text is somebody's reply that something is not so: «ورد مسؤول … لا …»."""
    return cues.expression(language, "statements", "replying").match(answer) is not None


def replies(key: str, answer: str, language: Language) -> bool:
    """Whether the second of two folded texts replies that what the first says is not so."""
    return is_reply(answer, language) and bool(roots(key, language) & roots(answer, language))


def roots(key: str, language: Language) -> set[str]:
    """The stems of the words of folded text that bear meaning, as far as they tell one from another."""
    small = small_words(language.code)
    words = (word for word in _WORD.findall(key) if len(word) >= _CONTENT and word not in small)
    return {stem(word, language) for word in words}
