"""Words of an event that begin inside their sentence: only where a clause of its own begins there.

«… promised, in a speech, not to touch the prices before June, …» does not begin with «not to touch»: it is
told from the beginning of its sentence, or not at all.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief import names
from brief.extract.events.clauses import LONGEST
from brief.extract.events.signs import Kind, Told
from brief.extract.events.subjectless import lacks_subject
from brief.extract.events.things import VERB
from brief.extract.statements.openings import behind_lead_ins
from brief.language import Language, fold, table
from brief.measures import either
from brief.model import Document, Sentence
from brief.morphology import morphology

_WORD = re.compile(r"\w+")
_PAIR = 2
_MARKS = ' "«“'
# What a dateline ends in.
_DATELINE = ("-", "–", "—")


def opened(document: Document, sentence: Sentence, begin: int, end: int, language: Language) -> int | None:
    """Where words from `begin` to `end` must begin to hold who does what; None where that is too far before.

    What lies too far inside a long sentence stays as it is where it tells an act.
    """
    first = sentence.anchor.start
    if (
        begin <= first
        or document.text[first:begin].rstrip().endswith(_DATELINE)
        or _opens(document.text[begin:end], language)
    ):
        return begin
    lead = behind_lead_ins(document.text, first, end, language)
    if end - lead <= LONGEST and not lacks_subject(document.text[lead:end], language):
        return lead
    told = Told(fold(document.text[begin:end]), language)
    begun = told.signs and told.signs[0][2] & VERB and not told.text[: told.signs[0][0]].strip(_MARKS)
    owned = document.text[begin:end].split(maxsplit=1)[0].endswith(morphology(language).possessive)
    return begin if told.has(Kind.PAST) and not (begun or owned) else None


def _opens(text: str, language: Language) -> bool:
    """Whether a clause of its own opens with words: a verb with its subject, or a subject with its verb."""
    key, letters = fold(text), morphology(language)
    words = _WORD.findall(key)
    if len(words) < _PAIR:
        return False
    told, words_ = Told(key, language), _words(language)
    if words_.denied.fullmatch(words[0]):
        return _opens(text.lstrip(_MARKS).split(maxsplit=1)[1], language)
    names_who = told.has(VERB) or words_.relative.search(key) is not None
    opening = next((one for one in told.signs if not key[: one[0]].strip(_MARKS)), None)
    if opening is not None and opening[2] & VERB:
        behind = key[opening[1] :].lstrip()
        governed = behind[:1] == letters.to and not any(
            one.start == 0 for one in names.find(behind, language)
        )
        return not (governed or words[1].isdigit() or words_.particle.fullmatch(words[1]))
    if any(one.start <= len(letters.conjunction) for one in names.find(text.lstrip(_MARKS), language)):
        return names_who
    definite = words[0].removeprefix(letters.conjunction).startswith(letters.article)
    return definite and names_who and not words[0].endswith(words_.oblique)


class _Words(Struct, frozen=True):
    """What stands behind a verb whose subject stands before it, before one denied, and in no subject."""

    particle: re.Pattern[str]
    denied: re.Pattern[str]
    relative: re.Pattern[str]
    oblique: str


@cache
def _words(language: Language) -> _Words:
    data, joint = table(language.code, "events"), f"[{morphology(language).joining}]?"
    return _Words(
        particle=re.compile(either((*data["before_times"], *data["opened"]["particles"]))),
        denied=re.compile(rf"{joint}{either(data['denied'])}"),
        relative=re.compile(rf"(?<!\w){either(data['relatives'])}(?!\w)"),
        oblique=fold(data["opened"]["oblique"]),
    )
