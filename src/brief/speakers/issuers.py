"""Who speaks through a paper that a text names by the article, or an office told by a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from brief import subjects
from brief.cues import of as pattern_of
from brief.gazetteer import Name
from brief.language import Language, fold
from brief.model import Document
from brief.speakers.places import Reading
from brief.speakers.sentences import subject_of
from brief.speakers.words import words_of as speech_of
from brief.subjects import Actor
from brief.subjects.words import unowned, words_of

_FAR = 120  # characters behind a paper in which it is told whose it is


def issuer(reading: Reading, paper: Actor, number: int) -> Actor:
    """Who spoke in such a paper in the sentence before that of `number`, in its paragraph; else the paper.

    «قالت الوزارة في بيان إن …. وشدد البيان على أن …».
    """
    known = pattern_of(reading.language, "speech", "papers")
    if paper.kind != "role" or not known.fullmatch(fold(paper.text)) or number < 1:
        return paper
    before, here = (reading.document.sentences[one] for one in (number - 1, number))
    bare = fold(paper.text).removeprefix(words_of(reading.language).letters.article)
    words = fold(before.anchor.text).split()
    if before.paragraph != here.paragraph or bare not in words:
        return paper
    told = subject_of(reading, number - 1)
    single = told.actor is not None and told.verb and not subjects.is_plural(told.actor, reading.language)
    return told.actor if told.actor and single else paper


def issuing(document: Document, names: Sequence[Name], language: Language, one: Actor) -> Actor | None:
    """Whose «a statement that came out after a meeting of the council» is; None where that is not told."""
    words = words_of(language)
    line = subjects.line(document.text[one.start : one.start + _FAR], one.start, names, language)
    for place, token in enumerate(line.tokens):
        bare = token.word.removeprefix(words.letters.to)
        if token.word in words.clauses:
            said = token.word in speech_of(language).that
            return None if said else subjects.actor(line, place + 1, language)
        if bare != token.word and bare in words.bodies:
            start = line.span(place, place)[0] + len(words.letters.to)
            house = document.text[start : start + _FAR]
            return subjects.actor(subjects.line(house, start, names, language), 0, language)
    return None


def office_of(found: Actor, owner: Actor, language: Language) -> Actor:
    """An office of one word with whose it is in place of its pronoun: «رئيس لجنة المال» for «رئيسها».

    Of a longer office only the house is told that speaks through it.
    """
    words = words_of(language)
    office = unowned(fold(found.text), words)
    if " " in found.text or office is None or office not in words.offices:
        return subjects.owned(found, owner)
    stem = found.text[: len(office)]
    if office.endswith(words.opened):
        stem = stem[:-1] + words.letters.nominal[0]
    label = f"{stem} {owner.text}"
    return structs.replace(found, text=label, label=label, key=fold(label))
