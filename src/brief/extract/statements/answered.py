"""Whether the sentence behind a statement answers it: told alone, it would be told as if nobody did."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.openings import behind_lead_ins
from brief.extract.statements.pointers import any_of
from brief.extract.statements.setups import roots
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table
from brief.measures import either
from brief.model import Sentence
from brief.morphology import morphology

# Who speaks, and that he does, is told within so many words at the head of a sentence.
_HEAD = 12
# What stands between the end of a clause and that of its sentence: its stop and marks.
_STOPS = 4
# An answer of so few words says only that it is one: the sentence behind it says what.
_BARE = 7
_DIGIT = re.compile(r"\d")


def answer(around: Surroundings, sentence: Sentence, start: int, end: int) -> Sentence | None:
    """The sentence behind `sentence` that answers what its clause says; None where none does.

    A clause that does not end its sentence is answered by none. What rejects «that» does so from a
    paragraph of its own, too.
    """
    if end < sentence.anchor.end - _STOPS:
        return None
    key, later = fold(around.document.text[start:end]), _next(around, sentence)
    if later is None or not _is_answered(around, sentence, key, later):
        return None
    more = around.after(later)
    bare = len(later.anchor.text.split()) <= _BARE
    return more if bare and more is not None and more.paragraph == later.paragraph else later


def answers_another(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause replies to the sentence before it, is the other side of it, or what it replaces."""
    earlier, language, text = around.before(sentence), around.language, around.document.text
    if _is(language, "charged", fold(text[start:end])):
        return True
    if earlier is None or start > behind_lead_ins(text, sentence.anchor.start, end, language):
        return False
    key, said = fold(earlier.anchor.text), fold(text[sentence.anchor.start : end])
    return (
        _is(language, "replying", said)
        or (_both_count(key, said) and _is(language, "claimed_before", said))
        or (_speaks(language, said) and _contradicts(language, key, said))
    )


def _next(around: Surroundings, sentence: Sentence) -> Sentence | None:
    """The sentence behind, be it of the next paragraph under the same heading."""
    sentences = around.document.sentences
    if sentence.position + 1 >= len(sentences):
        return None
    later = sentences[sentence.position + 1]
    gap = around.document.text[sentence.anchor.end : later.anchor.start]
    alike = (sentence.lead, sentence.heading) == (later.lead, later.heading)
    return later if alike and not gap.strip() else None


def _is_answered(around: Surroundings, sentence: Sentence, key: str, later: Sentence) -> bool:
    language, said = around.language, fold(later.anchor.text)
    if _is(language, "rejecting", said) or _is(language, "limiting", said):
        return True
    if around.after(sentence) is None:
        return False
    return (
        _is(language, "replying", said)
        or (around.inside_quotation(later.anchor.start) and _is(language, "outweighing", said))
        or (_is(language, "of_himself", key) and _is(language, "called", said))
        or (_is(language, "professed", key) and _turns(language, said))
        or (_speaks(language, said) and _contradicts(language, key, said))
    )


def _contradicts(language: Language, key: str, said: str) -> bool:
    """Whether somebody says the other side of a folded clause, or that it is not true."""
    if _turns(language, said):
        return _speaks(language, key) or _shares(language, key, said)
    if _is(language, "across", said):
        return _speaks(language, key)
    if _sees(language).match(said) is not None:
        return _speaks(language, key) and _shares(language, key, said)
    untrue = cues.expression(language, "answers", "untrue").search(said)
    return untrue is not None and _shares(language, key, said)


def _shares(language: Language, key: str, said: str) -> bool:
    """Whether two folded texts speak of the same, or both count."""
    return _both_count(key, said) or bool(roots(key, language) & roots(said, language))


def _both_count(key: str, said: str) -> bool:
    return _DIGIT.search(key) is not None and _DIGIT.search(said) is not None


def _turns(language: Language, said: str) -> bool:
    return cues.opening(language, "statements", "turning").match(said) is not None


def _speaks(language: Language, key: str) -> bool:
    """Whether somebody speaks, or holds to something, at the head of folded text."""
    head = " ".join(key.split()[:_HEAD])
    holding = cues.expression(language, "answers", "holding")
    return _speech(language).search(head) is not None or holding.search(head) is not None


@cache
def _speech(language: Language) -> re.Pattern[str]:
    speech = table(language.code, "speech")
    return cues.pattern((*speech["verbs"], *speech["according"]), language.proclitics)


@cache
def _sees(language: Language) -> re.Pattern[str]:
    """«As for him, so he says», up to the verb."""
    so, verbs = morphology(language).joining[1:], either(table(language.code, "speech")["verbs"])
    return re.compile(rf"\W*{any_of(language, 'contrasting')}\s[^.؛]*?(?<!\w){re.escape(so)}{verbs}(?!\w)")


def _is(language: Language, name: str, key: str) -> bool:
    return cues.expression(language, "answers", name).match(key) is not None
