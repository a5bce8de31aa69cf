"""Whether a sentence answers a question: without it the answer says nothing, and a brief asks none."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table
from brief.measures import either
from brief.model import Sentence

# What may stand behind the sign of a question.
_CLOSING = " \t!.\"'»”’)]"
# What a question is about is told at once behind «the answer».
_NEAR = 3
_WORD = re.compile(r"\w{3,}")


def answers_question(around: Surroundings, sentence: Sentence) -> bool:
    """Whether a sentence answers what the text asks before it: amid a paragraph, or by its own first word.

    «نعم، تأخر الجسر.» behind «هل تأخر الجسر؟»; «سؤال متأخر، لكنه …» speaks of a question wherever it stands.
    """
    language, key = around.language, fold(sentence.anchor.text)
    if _of_question(language).match(key) or _tells_who(around, sentence, key):
        return True
    question = around.before(sentence)
    if question is None or not _asks(question.anchor.text, language):
        return False
    answers = cues.opening(language, "statements", "answers").match(key)
    return answers is not None or _is_amid(around, question, sentence)


def _tells_who(around: Surroundings, sentence: Sentence, key: str) -> bool:
    """Whether a sentence under «who is X?» is the first to tell it, and does not say of whom.

    Who does something («من هم الرافضون؟») is asked with the article, and the answer names him.
    """
    heading = sentence.heading
    if heading is None or (
        sentence.position and around.document.sentences[sentence.position - 1].heading == heading
    ):
        return False
    question = fold(heading.text)
    asked = cues.expression(around.language, "statements", "who_is").match(question)
    words = _WORD.findall(question[asked.end() :]) if asked else []
    return bool(words) and not any(word in key for word in words)


def _asks(text: str, language: Language) -> bool:
    """Whether a sentence ends as a question, within quotation marks or not."""
    return text.rstrip(_CLOSING).endswith(_signs(language))


def holds_question(text: str, language: Language) -> bool:
    """Whether something is asked anywhere in a text."""
    return any(sign in text for sign in _signs(language))


def _signs(language: Language) -> tuple[str, ...]:
    return tuple(table(language.code, "statements")["asking"])


def _is_amid(around: Surroundings, question: Sentence, sentence: Sentence) -> bool:
    """Whether a question stands amid the paragraph of the next sentence: one that opens it is a heading."""
    first = around.before(question)
    return first is not None and first.paragraph == question.paragraph == sentence.paragraph


@cache
def _of_question(language: Language) -> re.Pattern[str]:
    """«A question …», «the answer …»: of what is not said next."""
    data = table(language.code, "statements")
    words, about = either(data["of_questions"]), either(data["about"])
    return re.compile(rf"\W*{words}(?!\w)(?!(?:\s+\w+){{0,{_NEAR - 1}}}?\s+{about}(?!\w))")
