"""What a clause takes as known and only the words before it name: «the gap», «by it», a number of nothing."""

from __future__ import annotations

import re

from brief import cues
from brief.extract.statements.pointers import begins_in
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold
from brief.model import Sentence
from brief.similarity import stem

_CONTENT = 4
# Patterns of what is told of nothing.
_OF_NOTHING = (
    "far_off",
    "bare_number",
    "more_than_seems",
    "out_of_nothing",
    "affirmed_as_known",
    "that_means",
    "amount_of_nothing",
    "share_of_nothing",
)
# So few words may be a heading of what comes.
_HEADING = 8
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


def is_unexplained(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause that begins in `sentence` speaks of something as known which it does not name."""
    language, key = around.language, fold(around.document.text[start:end])
    return (
        _is_known_before(key, language)
        or _is_by_nothing(key, language)
        or any(cues.expression(language, "statements", name).search(key) for name in _OF_NOTHING)
        or _is_similar(key, language)
        or _is_own_government(around, start, end, key)
        or _may_only_be_done(around, sentence, key)
    )


def only_heads(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether words only head what the next sentence begins to tell.

    A few, with no figure and no name; that a mood or a kind is another one; or the questions that the text
    then announces to answer.
    """
    text, later, language = around.document.text[start:end], around.after(sentence), around.language
    if later is None or end < sentence.anchor.end - _CONTENT:
        return False
    behind = fold(later.anchor.text)
    raised = cues.expression(language, "statements", "raises_questions").search(fold(text))
    if raised and cues.opening(language, "statements", "about_texts").match(behind):
        return True
    if cues.expression(language, "statements", "another_kind").search(fold(text)):
        return True
    telling = cues.opening(language, "statements", "telling_on").match(behind)
    told = _DIGIT.search(text) is not None or around.named_between(start, end)
    return telling is not None and len(text.split()) <= _HEADING and not told


def _is_known_before(key: str, language: Language) -> bool:
    """Whether «the deadline», «the remaining sum» or «the town» is not named before in folded text."""
    found = cues.expression(language, "statements", "known_before").finditer(key)
    return any(
        not begins_in(key[: match.start(group)], noun.split()[0], language)
        for match in found
        for group, noun in match.groupdict().items()
        if noun
    )


def _is_similar(key: str, language: Language) -> bool:
    """Whether something is «similar», and nothing of the kind is named before it."""
    found = cues.expression(language, "statements", "similar").finditer(key)
    return any(not begins_in(key[: match.start()], match["noun"], language) for match in found)


def _is_by_nothing(key: str, language: Language) -> bool:
    """Whether something is done «by it», and no text is named that it could be done by."""
    found = cues.expression(language, "statements", "by_it").search(key)
    texts = cues.expression(language, "statements", "texts")
    return found is not None and texts.search(key, 0, found.start()) is None


def _is_own_government(around: Surroundings, start: int, end: int, key: str) -> bool:
    """Whether «the government» acts in an article about two states, and the clause names neither."""
    if not around.has_principals:
        return False
    acts = cues.expression(around.language, "statements", "own_government").match(key)
    return acts is not None and all(name.kind != "country" for name in around.named_between(start, end))


def _may_only_be_done(around: Surroundings, sentence: Sentence, key: str) -> bool:
    """Whether what a clause says will follow hangs on what the sentence before says may be done."""
    earlier = around.before(sentence)
    if earlier is None or cues.expression(around.language, "statements", "doing").match(key) is None:
        return False
    before = fold(earlier.anchor.text)
    possible = cues.expression(around.language, "statements", "may_be_done")
    same = _content(key, around.language) & _content(before, around.language)
    return bool(same) and possible.search(before) is not None and possible.search(key) is None


def _content(key: str, language: Language) -> set[str]:
    return {stem(word, language) for word in _WORD.findall(key) if len(word) >= _CONTENT}
