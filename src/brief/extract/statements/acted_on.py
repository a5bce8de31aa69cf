"""Acts on something that a clause does not name: «إن تمديدها …», «تشير أرقام حديثة إلى أنها خسرت …»."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.pointers import folded
from brief.extract.statements.surroundings import Surroundings
from brief.gist import small_words
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

# A plural of things that has no ending for it has so many letters.
_BROKEN = 4
_WORD = re.compile(r"\w+")


def is_done_to_her(around: Surroundings, start: int, end: int) -> bool:
    """Whether something is lifted, extended or signed, told by «her» alone, or data tell what «she» did.

    Nothing that may be hers, no feminine and no plural of things, stands before it in the clause; nor does
    the name of anything but a person or of the place where something is done.
    """
    text, language = around.document.text, around.language
    key = fold(text[start:end])
    if cues.expression(language, "statements", "data_tell").match(key):
        return True
    found = _acts(language).search(text, start, end)
    if found is None or around.inside_quotation(found.start()):
        return False
    named = around.named_between(start, found.start())
    free = (
        word[0]
        for word in _WORD.finditer(text, start, found.start())
        if not any(one.start <= word.start() < one.end for one in named)
    )
    return not _names_thing(around, start, found.start()) and not any(
        _may_be_hers(word, language) for word in free
    )


@cache
def _acts(language: Language) -> re.Pattern[str]:
    """An act with «her» on it, where it is the subject behind «that» or what a preposition governs."""
    data = table(language.code, "statements")
    acts, before = ("|".join(map(re.escape, data[name])) for name in ("acts_on", "before_acts"))
    return re.compile(rf"(?<!\w)(?:(?:{before})\s+|[{language.proclitics}])(?:{acts})(?!\w)")


def _names_thing(around: Surroundings, start: int, end: int) -> bool:
    """Whether something is named between two places that is no person, nor where something is done.

    «The Maltese minister» names none.
    """
    text, language = around.document.text, around.language
    ending = morphology(language).adjective[0]
    place = re.compile(rf"(?<!\w){either(table(language.code, 'statements')['at_a_place'])}\s+\Z")
    return any(
        one.kind != "person"
        and not text[one.start : one.end].endswith(ending)
        and not place.search(fold(text[start : one.start]))
        for one in around.named_between(start, end)
    )


def _may_be_hers(word: str, language: Language) -> bool:
    """Whether a word may be a feminine or a plural of things."""
    letters, key = morphology(language), fold(word)
    bare = key.removeprefix(letters.conjunction).removeprefix(letters.article)
    act = cues.expression(language, "statements", "his_by_shape").fullmatch(word)
    if act or key in small_words(language.code) or bare in folded(language, "office_holders"):
        return False
    ends = word.endswith((letters.nominal[0], *table(language.code, "statements")["hers_by_ending"]))
    patterns = cues.expression(language, "statements", "plural_patterns")
    broken = len(bare) >= _BROKEN and not bare.endswith(letters.adjective[0])
    return ends or (broken and patterns.fullmatch(key) is not None)
