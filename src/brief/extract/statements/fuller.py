"""How a statement is told where there is room: with what its paragraph says before it of the same."""

from __future__ import annotations

import re

from brief.extract.statements.alone import WIDENED_SENTENCES, Span, from_sentence
from brief.extract.statements.clauses import beginning
from brief.extract.statements.nouns import stem_of
from brief.extract.statements.openings import behind_lead_ins
from brief.extract.statements.pointers import folded
from brief.extract.statements.surroundings import Surroundings
from brief.language import fold
from brief.model import Sentence, Statement
from brief.morphology import morphology

_WORD = re.compile(r"[^\W\d]+")
_NOUN = 3  # letters, without article and ending


def span_with_before(around: Surroundings, statement: Statement) -> Span | None:
    """The words of a statement with those sentences of its paragraph before it that it goes on from.

    None where it opens its paragraph, where it begins within its sentence, or where both together are
    too long or lean on others.
    """
    if not _opens_sentence(around, statement) or not _goes_on(around, statement):
        return None
    sentence, end = statement.sentence, statement.anchor.end
    for _ in range(WIDENED_SENTENCES):
        earlier = _before(around, sentence)
        if earlier is None:
            return None
        sentence = earlier
        if found := from_sentence(around, sentence, end):
            return found
    return None


def _goes_on(around: Surroundings, statement: Statement) -> bool:
    """Whether a statement goes on from the sentence before it in its paragraph.

    It does where it names nobody itself, points back, or calls by its article what that one speaks of.
    """
    sentence, start, end = statement.sentence, statement.anchor.start, statement.anchor.end
    earlier = _before(around, sentence)
    if earlier is None:
        return False
    if not around.named_between(start, end) or _points(around, start, end):
        return True
    return not _definite(around, start, end).isdisjoint(around.nouns[earlier.position])


def _before(around: Surroundings, sentence: Sentence) -> Sentence | None:
    """The sentence before one in its paragraph."""
    earlier = around.before(sentence)
    return earlier if earlier is not None and earlier.paragraph == sentence.paragraph else None


def _opens_sentence(around: Surroundings, statement: Statement) -> bool:
    sentence, anchor = statement.sentence, statement.anchor
    begin = behind_lead_ins(around.document.text, beginning(around, sentence), anchor.end, around.language)
    return anchor.start <= begin


def _points(around: Surroundings, start: int, end: int) -> bool:
    """Whether a word between two places stands for something: «ذلك»."""
    words = _WORD.findall(fold(around.document.text[start:end]))
    return not folded(around.language, "pointing_back").isdisjoint(words)


def _definite(around: Surroundings, start: int, end: int) -> frozenset[str]:
    """The nouns that stand with the article between two places of the document."""
    language = around.language
    article = morphology(language).article
    words = _WORD.findall(fold(around.document.text[start:end]))
    bare = (word[word[0] in language.proclitics and word[1:].startswith(article) :] for word in words)
    nouns = (stem_of(word.removeprefix(article), language) for word in bare if word.startswith(article))
    return frozenset(noun for noun in nouns if len(noun) >= _NOUN)
