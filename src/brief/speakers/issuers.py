"""Who speaks through a paper that a text names by the article, or an office told by a pronoun."""

from __future__ import annotations

from msgspec import structs

from brief import subjects
from brief.cues import of as pattern_of
from brief.language import Language, fold
from brief.speakers.places import Reading
from brief.speakers.sentences import subject_of
from brief.subjects import Actor
from brief.subjects.words import unowned, words_of


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
