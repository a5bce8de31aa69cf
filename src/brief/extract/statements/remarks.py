"""What somebody says of something that the sentence before tells: «إن العرض "جاء متأخرا"»."""

from __future__ import annotations

from brief import cues
from brief.extract.statements.nouns import nouns, stem_of
from brief.extract.statements.surroundings import Surroundings
from brief.language import fold
from brief.model import Sentence
from brief.morphology import morphology

# What the title and so many first sentences name, or so many of all, the article is about.
_HEAD, _OFTEN = 2, 5


def answers_told(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause answers what only the sentence before it in the paragraph tells.

    It judges «what happened», or gives words in marks to «the agreement», which is not what the article is
    about; or it is what somebody calls for where the sentence before tells what stirs people up.
    """
    earlier = around.before(sentence)
    if earlier is None or earlier.paragraph != sentence.paragraph:
        return False
    key = fold(around.document.text[start:end])
    happened = cues.expression(around.language, "statements", "of_what_happened").match(key)
    remarks = _remarks(around, sentence, key)
    return happened is not None or remarks or _is_stirred_up(around, earlier, key)


def _remarks(around: Surroundings, sentence: Sentence, key: str) -> bool:
    """Whether folded text of a sentence gives words in marks to a noun that only its article tells."""
    found = cues.expression(around.language, "statements", "remark_on").match(key)
    if found is None:
        return False
    noun = found["noun"].removeprefix(morphology(around.language).article)
    named = stem_of(noun, around.language)
    here = nouns(key[: found.start("noun")], around.language)
    return named not in here and not _is_matter(around, sentence, named)


def _is_matter(around: Surroundings, sentence: Sentence, noun: str) -> bool:
    """Whether a noun stands in the title, in the first sentences before this one or often in the article."""
    title = nouns(fold(around.document.title or ""), around.language)
    head = any(noun in some for some in (title, *around.nouns[: min(_HEAD, sentence.position)]))
    return head or sum(noun in some for some in around.nouns) >= _OFTEN


def _is_stirred_up(around: Surroundings, earlier: Sentence, key: str) -> bool:
    """Whether folded text goes on with what somebody says or calls for against what stirs people up."""
    stirs = cues.expression(around.language, "statements", "stirs_up").match(fold(earlier.anchor.text))
    return (
        stirs is not None
        and cues.expression(around.language, "statements", "calls_for").match(key) is not None
    )
