"""Whether the sentence behind a statement answers it: told alone, it would be told as if nobody did."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.openings import behind_lead_ins
from brief.extract.statements.pointers import any_of
from brief.extract.statements.setups import roots
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence
from brief.morphology import morphology

# Who speaks, and that he does, is told within so many words at the head of a sentence.
_HEAD = 12
# What stands between the end of a clause and that of its sentence: its stop and marks.
_STOPS = 4
# An answer of so few words says only that it is one: the sentence behind it says what.
_BARE = 7
# A noun that both speak of has so many letters.
_NOUN = 3
_DIGIT = re.compile(r"\d")
# How a clause opens that is of what others said or did.
_OF_OTHERS = ("charged", "cleared", "the_latter", "to_a_paper", "affirming", "granting")


def answer(around: Surroundings, sentence: Sentence, start: int, end: int) -> Sentence | None:
    """The sentence behind `sentence` that answers what its clause says; None where none does.

    A clause that does not end its sentence is answered by none. What rejects «that» does so from a
    paragraph of its own, too.
    """
    if end < sentence.anchor.end - _STOPS:
        return None
    key, later = fold(around.document.text[start:end]), following(around, sentence)
    if later is None or not _is_answered(around, sentence, key, later):
        return None
    more = around.after(later)
    bare = len(later.anchor.text.split()) <= _BARE
    return more if bare and more is not None and more.paragraph == later.paragraph else later


def answers_another(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause replies to the sentence before it, is the other side of it, or what it replaces.

    So does one that comments on it, tells of the second of two, of what a report leaves unsaid or of what
    somebody said before then. What is granted, affirmed or said to a paper is of others, whoever tells it.
    """
    earlier, language, text = around.before(sentence), around.language, around.document.text
    own = fold(text[start:end])
    if any(_is(language, name, own) for name in _OF_OTHERS):
        return True
    if _is_by_his_word(around, start, end):
        return True
    if earlier is None or start > behind_lead_ins(text, sentence.anchor.start, end, language):
        return False
    key, said = fold(earlier.anchor.text), fold(text[sentence.anchor.start : end])
    return (
        any(_is(language, name, said) for name in ("replying", "commenting", "the_second", "unsaid"))
        or (_both_count(key, said) and _is(language, "claimed_before", said))
        or (_is(language, "said_before", said) and _tells_of_him(around, earlier, sentence, end))
        or (_is(language, "pledging", key) and _is(language, "as_for", said))
        or _is_taken_up_again(language, key, said)
        or (
            speaks(language, said)
            and cues.expression(language, "answers", "told_untrue").search(said) is None
            and _contradicts(language, key, said)
        )
    )


def _is_by_his_word(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause is told «as he says», and nobody is named or speaks in it before that."""
    seen = view(around.document.text[start:end])
    found = cues.expression(around.language, "answers", "as_he_says").search(seen.text)
    if found is None or _speech(around.language).search(seen.text, 0, found.start()):
        return False
    place = start + seen.span(*found.span())[0]
    return all(name.kind != "person" for name in around.named_between(start, place))


def _tells_of_him(around: Surroundings, earlier: Sentence, sentence: Sentence, end: int) -> bool:
    """Whether the sentence before tells something newer of who said something before then."""
    before = {one.key for one in around.named_between(earlier.anchor.start, earlier.anchor.end)}
    named = around.named_between(sentence.anchor.start, end)[:1]
    return any(one.key in before for one in named)


def following(around: Surroundings, sentence: Sentence) -> Sentence | None:
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
    if any(_is(language, name, said) for name in ("rejecting", "limiting", "granting", "misreading")):
        return True
    if around.after(sentence) is None:
        return False
    first = cues.expression(language, "answers", "the_first").search(key)
    return (
        any(_is(language, name, said) for name in ("replying", "conditioning", "unverified"))
        or (first is not None and _is(language, "the_second", said))
        or (_goes_on_quoting(around, sentence, later) and _is(language, "outweighing", said))
        or _makes_exception(language, key, said)
        or _takes_up(language, key, said)
        or (_is(language, "of_himself", key) and _is(language, "called", said))
        or (_is(language, "professed", key) and _turns(language, said))
        or _is_taken_up_again(language, key, said)
        or (
            speaks(language, said)
            and cues.expression(language, "answers", "denied_already").search(key) is None
            and _contradicts(language, key, said)
        )
    )


def _goes_on_quoting(around: Surroundings, sentence: Sentence, later: Sentence) -> bool:
    """Whether a quotation goes on behind a sentence, be it to tell whose it is that it breaks off."""
    if around.inside_quotation(later.anchor.start):
        return True
    opens = any(one.start == later.anchor.start for one in around.quotations)
    return opens and bool(around.quoted_between(sentence.anchor.start, sentence.anchor.end))


def _makes_exception(language: Language, key: str, said: str) -> bool:
    """Whether the sentence behind excepts something from what a folded clause speaks of.

    «بند في العقد …. … البند فعلا، مع استثناء …»: both have the noun.
    """
    found = cues.expression(language, "answers", "exceptive").search(said)
    if found is None:
        return False
    article = morphology(language).article
    known = {word.removeprefix(article) for word in said[: found.start()].split() if word.startswith(article)}
    return bool({word for word in key.split() if len(word) >= _NOUN} & known)


def _is_taken_up_again(language: Language, key: str, said: str) -> bool:
    """Whether a folded clause ends in what was given up, and the sentence behind takes it up again."""
    given_up, again = (
        cues.expression(language, "statements", name) for name in ("given_up", "taken_up_again")
    )
    return given_up.search(key) is not None and again.match(said) is not None


def _takes_up(language: Language, key: str, said: str) -> bool:
    """Whether the sentence behind turns against a folded clause with a noun of the clause, and «no»."""
    found = cues.expression(language, "answers", "taking_up").match(said)
    if found is None:
        return False
    noun, words = found["noun"], set(key.split())
    return noun in words or noun.removeprefix(morphology(language).article) in words


def _contradicts(language: Language, key: str, said: str) -> bool:
    """Whether somebody says the other side of a folded clause, or that it is not true."""
    if _turns(language, said):
        return speaks(language, key) or _shares(language, key, said)
    if _is(language, "across", said):
        return speaks(language, key)
    if _sees(language).match(said) is not None:
        return speaks(language, key) and _shares(language, key, said)
    untrue = cues.expression(language, "answers", "untrue").search(said)
    return untrue is not None and _shares(language, key, said)


def _shares(language: Language, key: str, said: str) -> bool:
    """Whether two folded texts speak of the same, or both count."""
    return _both_count(key, said) or bool(roots(key, language) & roots(said, language))


def _both_count(key: str, said: str) -> bool:
    return _DIGIT.search(key) is not None and _DIGIT.search(said) is not None


def _turns(language: Language, said: str) -> bool:
    return cues.opening(language, "statements", "turning").match(said) is not None


def speaks(language: Language, key: str) -> bool:
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
