"""Sentence -> clauses: a long sentence that makes several claims is cut where both sides can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brief import cues, subjects
from brief.extract.statements.openings import (
    answers,
    behind_dateline,
    behind_lead_ins,
    goes_on,
    leans,
    opens_condition,
    resumes,
)
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence

# Sentences up to this length are kept whole; each half of a cut has at least CLAUSE_WORDS.
WHOLE_WORDS = 30
CLAUSE_WORDS = 8
# What a statement does not end in.
STOPS = " \t\u00a0،؛,;:.-–"

# The first sentences of an article may open with a dateline.
DATELINED = 2

_COMMA = re.compile(r"[،,](?=\s+\S)")
_QUOTES = re.compile(r"[\"“”«»]")


def clauses(around: Surroundings, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """Where the clauses of a sentence begin and end, lead-ins left out, and how far they must be told.

    What a sentence takes back with «but» it never says without: such a clause is told to the end of what
    turns against it. One clause where the sentence need not be cut.
    """
    text = around.document.text
    for first, last, until in _with_turns(text, list(_cuts(around, sentence)), around.language):
        begin = behind_lead_ins(text, first, last, around.language)
        if text[begin:last].rstrip(STOPS):
            yield begin, _closed(text, begin, last), _closed(text, begin, until)


def _closed(text: str, begin: int, end: int) -> int:
    """Where words end, the stops behind them left out."""
    return begin + len(text[begin:end].rstrip(STOPS))


def _with_turns(text: str, cuts: list[tuple[int, int]], language: Language) -> list[tuple[int, int, int]]:
    """The spans of a sentence in order, each with the end of the last in a row that turns against it."""
    turning = cues.opening(language, "statements", "turning")
    ends: list[int] = []
    for number, (_, end) in reversed(list(enumerate(cuts))):
        later = slice(*cuts[number + 1]) if number + 1 < len(cuts) else slice(0, 0)
        turned = turning.match(fold(text[later])) is not None
        ends.append(ends[-1] if turned else end)
    return [(*cut, end) for cut, end in zip(cuts, reversed(ends), strict=True)]


def beginning(around: Surroundings, sentence: Sentence) -> int:
    """Where a sentence begins, behind its dateline."""
    text, start, end = around.document.text, sentence.anchor.start, sentence.anchor.end
    return behind_dateline(text, start, end) if sentence.position < DATELINED else start


def _cuts(around: Surroundings, sentence: Sentence) -> Iterator[tuple[int, int]]:
    text, end = around.document.text, sentence.anchor.end
    begin = beginning(around, sentence)
    if len(sentence.anchor.text.split()) > WHOLE_WORDS:
        for cut in _places(around, sentence):
            if _may_cut(text, begin, cut, end, around.language):
                yield begin, cut
                begin = cut
    yield begin, end


def _places(around: Surroundings, sentence: Sentence) -> list[int]:
    """Where the sentence may be cut: at joining words, and before a verb that has a subject of its own."""
    folded = view(sentence.anchor.text)
    start = sentence.anchor.start
    joints = _boundary(around.language).finditer(folded.text)
    marked = [start + folded.span(*match.span())[1] for match in joints]
    return sorted({*marked, *_new_subjects(around, sentence)})


def _new_subjects(around: Surroundings, sentence: Sentence) -> Iterator[int]:
    """The commas before «and» with a verb that is followed by who acts («، وأعلنت الحكومة …»)."""
    anchor = sentence.anchor
    commas = [anchor.start + match.end() for match in _COMMA.finditer(anchor.text)]
    if not commas:
        return
    line = subjects.line(anchor.text, anchor.start, around.names, around.language)
    for comma in commas:
        place = line.index(comma)
        acts = place + 1 < len(line.tokens) and line.tokens[place].word in _verbs(around.language)
        if acts and subjects.actor(line, place + 1, around.language):
            yield comma


@cache
def _verbs(language: Language) -> frozenset[str]:
    """Verbs behind «and» that begin a clause of their own when their subject follows them."""
    verbs = (*table(language.code, "speech")["verbs"], *table(language.code, "statements")["acts"])
    joint = table(language.code, "statements")["conjunctions"]
    return frozenset(joining + fold(verb) for verb in verbs for joining in joint)


@cache
def _boundary(language: Language) -> re.Pattern[str]:
    words = either(table(language.code, "statements")["boundaries"])
    return re.compile(rf"[؛;]|[،,](?=\s+[{language.proclitics}]?{words}\s)")


def _may_cut(text: str, begin: int, cut: int, end: int, language: Language) -> bool:
    left, right = text[begin:cut], text[cut:end]
    following = right[behind_lead_ins(right, 0, len(right), language) :]
    return (
        len(left.split()) >= CLAUSE_WORDS
        and len(following.split()) >= CLAUSE_WORDS
        and len(_QUOTES.findall(left)) % 2 == 0
        and left.count("(") == left.count(")")
        and (resumes(following, language) or not leans(following, language))
        and not answers(right, language)
        and not goes_on(following, language)
        and not cues.of(language, "statements", "open_ended").search(fold(left))
        and not cues.expression(language, "statements", "counted_list").search(fold(left))
        and not opens_condition(left, language)
        and not _is_laid_down(left, right, language)
        and not _is_adverbial(left, language)
    )


def _is_laid_down(left: str, right: str, language: Language) -> bool:
    """Whether what follows a cut is one more thing that a text lays down: «ينص على صرف …، ونقل …»."""
    lays, laid = (cues.expression(language, "statements", name) for name in ("lays_down", "laid_down"))
    return laid.match(fold(right)) is not None and lays.search(fold(left)) is not None


def _is_adverbial(left: str, language: Language) -> bool:
    """Whether words up to a cut only tell amid or because of what: «في ظل الحاجة إلى الماء؛ …»."""
    opening = cues.opening(language, "statements", "amid").match(fold(left))
    return opening is not None and _COMMA.search(left.rstrip(STOPS)) is None
