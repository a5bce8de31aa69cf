"""Statements: sentences, or clauses of long sentences, that make sense alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brief import cues, names
from brief.facets import certainty, facets, standing
from brief.language import Language, fold, table, view
from brief.model import Document, Facet, Sentence, Statement
from brief.morphology import morphology

MIN_WORDS = 6
MAX_WORDS = 75
# Sentences up to this length are kept whole; each half of a cut has at least CLAUSE_WORDS.
WHOLE_WORDS = 30
CLAUSE_WORDS = 8
WIDENED_WORDS = 60
LABEL_WORDS = 7
ACTORS = 3

_QUOTES = re.compile(r"[\"“”«»]")


def statements(document: Document, language: Language) -> tuple[Statement, ...]:
    """All statements of a document in reading order; none leans on words that stand outside of it.

    A clause that speaks of «the two sides» without naming them begins with the sentence
    before it, or is left out.
    """
    found = []
    for sentence in document.sentences:
        for start, end in _clauses(document.text, sentence, language):
            span = _self_contained(document, sentence, start, end, language)
            if span is not None:
                found.append(_statement(document, sentence, *span, language))
    return tuple(found)


def _self_contained(
    document: Document, sentence: Sentence, start: int, end: int, language: Language
) -> tuple[int, int] | None:
    text = document.text[start:end]
    if not _stands_alone(text, language):
        return None
    if _names_its_parties(text, language):
        return start, end
    begin = _sentence_before(document, sentence, start)
    if begin is None:
        return None
    begin = _behind_lead_ins(document.text, begin, end, language)
    wider = document.text[begin:end]
    fits = len(wider.split()) <= WIDENED_WORDS and _stands_alone(wider, language)
    return (begin, end) if fits and _names_its_parties(wider, language) else None


def _names_its_parties(text: str, language: Language) -> bool:
    """Whether words such as «البلدان» find two parties named in the same text."""
    if not cues.of(language, "statements", "anaphors").search(fold(text)):
        return True
    return len({name.key for name in names.find(text, language) if name.kind in ("country", "person")}) > 1


def _sentence_before(document: Document, sentence: Sentence, start: int) -> int | None:
    """Where the sentence before begins, if nothing but blanks parts it from the clause at `start`."""
    if not sentence.position:
        return None
    before = document.sentences[sentence.position - 1].anchor
    return None if document.text[before.end : start].strip() else before.start


def _statement(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> Statement:
    anchor = document.anchor(start, end)
    lead = sentence.lead.text if sentence.lead else None
    heading = sentence.heading.text if sentence.heading else None
    # An article of long before the event explains; what it expected or reported is no news of it.
    background = ((Facet.CONTEXT, 1.0),)
    told = background if document.background else facets(anchor.text, heading, lead, language)
    found = [name.label for name in names.find(anchor.text, language)]
    return Statement(
        anchor=anchor,
        text=" ".join(anchor.text.split()),
        sentence=sentence,
        facets=told,
        certainty=certainty(anchor.text, language),
        standing=standing(anchor.text, language) if told[0][0] is Facet.OUTCOMES else None,
        label=sentence.lead if lead and len(lead.split()) <= LABEL_WORDS else None,
        actors=tuple(dict.fromkeys(found))[:ACTORS],
    )


@cache
def _boundary(language: Language) -> re.Pattern[str]:
    words = "|".join(
        sorted(
            (re.escape(fold(word)) for word in table(language.code, "statements")["boundaries"]), reverse=True
        )
    )
    return re.compile(rf"[؛;]|[،,](?=\s+[{language.proclitics}]?(?:{words})\s)")


def _clauses(text: str, sentence: Sentence, language: Language) -> Iterator[tuple[int, int]]:
    """Spans of the clauses of a sentence, lead-ins left out; one span where it need not be cut."""
    start, end = sentence.anchor.start, sentence.anchor.end
    for first, last in _cuts(text, start, end, language):
        begin = _behind_lead_ins(text, first, last, language)
        stop = begin + len(text[begin:last].rstrip(" \t\u00a0،؛,;:.-–"))
        if stop > begin:
            yield begin, stop


def _cuts(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    if len(text[start:end].split()) <= WHOLE_WORDS:
        yield start, end
        return
    folded = view(text[start:end])
    begin = start
    for match in _boundary(language).finditer(folded.text):
        cut = start + folded.span(match.start(), match.end())[1]
        if _may_cut(text, begin, cut, end, language):
            yield begin, cut
            begin = cut
    yield begin, end


def _may_cut(text: str, begin: int, cut: int, end: int, language: Language) -> bool:
    left, right = text[begin:cut], text[cut:end]
    following = right[_behind_lead_ins(right, 0, len(right), language) :]
    return (
        len(left.split()) >= CLAUSE_WORDS
        and len(following.split()) >= CLAUSE_WORDS
        and len(_QUOTES.findall(left)) % 2 == 0
        and left.count("(") == left.count(")")
        and not _leans(following, language)
        and not _goes_on(following, language)
        and not cues.of(language, "statements", "open_ended").search(fold(left))
    )


def _behind_lead_ins(text: str, start: int, end: int, language: Language) -> int:
    """Where the statement begins: lead-ins such as «جدير بالذكر أن» are passed over."""
    pattern = _openings(language, "lead_ins")
    while True:
        folded = view(text[start:end])
        match = pattern.match(folded.text)
        if not match or match.end() >= len(folded.text):
            return start
        start += folded.span(match.end(), match.end() + 1)[0]


@cache
def _openings(language: Language, name: str) -> re.Pattern[str]:
    """The pattern of a list of `statements.toml` for the start of a statement."""
    return cues.opening(table(language.code, "statements")[name])


def _goes_on(text: str, language: Language) -> bool:
    """Whether a clause only adds to the one before it: a preposition, or a purpose («لمواجهة …»)."""
    key = fold(text).lstrip(' "«“(')
    purpose = key.startswith(morphology(language).to) and not _openings(language, "no_purpose").match(key)
    return purpose or bool(_openings(language, "continuing").match(key))


def _leans(text: str, language: Language) -> bool:
    return bool(_openings(language, "dangling").match(fold(text)))


def _stands_alone(text: str, language: Language) -> bool:
    words = text.split()
    return (
        MIN_WORDS <= len(words) <= MAX_WORDS
        and not _leans(text, language)
        and "؟" not in text
        and len(_QUOTES.findall(text)) % 2 == 0
        and not cues.of(language, "statements", "announcing").search(" ".join(map(fold, words[-3:])))
    )
