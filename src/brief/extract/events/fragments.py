"""Words of an event that are only a part of their sentence: freed of what ties them to it, or widened.

«according to a toll given out on Saturday» tells the toll with the rest of its sentence; «so after the
failure of the round on 11 January» tells the failure without its first word. What nothing helps is none.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief import names
from brief.cues import expression
from brief.extract.events.clauses import LONGEST
from brief.extract.events.cues import cues
from brief.extract.events.signs import Told
from brief.extract.events.things import COMMA, VERB
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Document, Sentence
from brief.morphology import morphology


class _Fragments(Struct, frozen=True):
    """Patterns for where folded words of an event open."""

    according: re.Pattern[str]
    after: re.Pattern[str]
    leaning: re.Pattern[str]
    pointing_back: re.Pattern[str]
    relative: re.Pattern[str]
    spokesman: re.Pattern[str]
    denied: re.Pattern[str]
    object_: re.Pattern[str]
    noun_ending: str


def freed(
    document: Document, sentence: Sentence, begin: int, end: int, language: Language
) -> tuple[int, int] | None:
    """Where words from `begin` to `end` begin and end to stand alone; None where they cannot."""
    words, seen = _fragments(language), view(document.text[begin:end])
    whole = sentence.anchor
    if _leans(seen.text, document.text[begin:end], language):
        return None
    cut = end < whole.end
    effect = expression(language, "events", "fragments", "effect").match(seen.text)
    if cut and effect is not None:
        return begin + seen.span(effect.end(), effect.end() + 1)[0], end
    if words.according.match(seen.text):
        return (begin, end) if begin <= whole.start else _widened(whole.start, end)
    # Behind a comma the sentence tells what was done «before» that.
    after = None if COMMA.search(seen.text) else words.after.match(seen.text)
    if after is not None and cut and not Told(seen.text, language).has(VERB):
        begin += seen.span(after.end(), after.end() + 1)[0]
        return (begin, end) if _names_something(document.text[begin:end], language) else None
    return begin, end


def _leans(text: str, printed: str, language: Language) -> bool:
    """Whether folded words speak of whom or what stands before them, whatever they are widened by."""
    words = _fragments(language)
    leaning = words.leaning.match(text) and words.relative.search(text)
    of_this = expression(language, "events", "fragments", "of_this").match(text)
    pointing = words.pointing_back.match(text) or of_this
    return bool(leaning or pointing or words.spokesman.match(text)) or _lacks_object(text, printed, language)


def _lacks_object(text: str, printed: str, language: Language) -> bool:
    """Whether the verb that opens folded words has its object before them: «and described it as …».

    What is `printed` tells the pronoun from the ending of a noun («and a blow»).
    """
    words = _fragments(language)
    if words.denied.match(text):
        return True
    opened = words.object_.match(text)
    if any(word.endswith(words.noun_ending) for word in printed.split(maxsplit=1)[:1]):
        return False
    return opened is not None and cues(language).past.fullmatch(opened["verb"]) is not None


def _names_something(text: str, language: Language) -> bool:
    """Whether words hold a definite noun or a name: «the board's meeting», not «a meeting that lasted»."""
    article = morphology(language).article
    return any(word.startswith(article) for word in fold(text).split()) or bool(names.find(text, language))


def _widened(begin: int, end: int) -> tuple[int, int] | None:
    """The words from the beginning of their sentence, where that is not too long."""
    return (begin, end) if end - begin <= LONGEST else None


@cache
def _fragments(language: Language) -> _Fragments:
    data, letters = table(language.code, "events"), morphology(language)
    own = data["fragments"]
    joint = f"[{letters.joining}]?"
    owned, objects = either(own["owned"]), either(data["objects"])
    span = either(data["unreal"]["spans"])
    return _Fragments(
        according=re.compile(rf"{joint}{either(own['according'])}(?!\w)"),
        after=re.compile(rf"{joint}{either(own['after'])}\s+(?!\d|{span}(?!\w)|\w+{owned}(?!\w))"),
        pointing_back=re.compile(rf"\W*{either(own['pointing_back'])}(?!\w)"),
        leaning=re.compile(rf"\W*{either(own['leaning'])}(?!\w)"),
        denied=re.compile(rf"{joint}{either(data['denied'])}\s+[{letters.imperfect}]\w{{2,}}{objects}(?!\w)"),
        object_=re.compile(rf"(?P<verb>{letters.conjunction}\w{{3,}}?){objects}(?!\w)"),
        relative=re.compile(rf"(?<!\w){either(data['relatives'])}(?!\w)"),
        noun_ending=data["feminine_endings"][0],
        spokesman=re.compile(rf"(?:\w+\s+){{1,2}}{either(own['for'])}\s+\w{{3,}}{owned}(?!\w)"),
    )
