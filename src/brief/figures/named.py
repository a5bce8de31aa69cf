"""Whether what a figure measures is told by a noun phrase, so that it can be printed large."""

from __future__ import annotations

import re
from functools import cache

from brief import cues, measures
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold, table
from brief.morphology import morphology

_WORD = re.compile(r"\w+")
_VERB = Kind.PAST | Kind.PRESENT | Kind.AHEAD | Kind.WAS
_SHORT = 4  # letters of a word of the present, at least
_CUT = 6  # words at which those of a source are cut off, wherever their phrase begins
_OWNED = 5  # of a noun with the pronoun of whose it is
_CLOSED = re.compile(r"\([^()]*\)")


def is_named(measure: str | None, language: Language) -> bool:
    """Whether a measure is a known one, or words of its source that are a noun and what belongs to it.

    Not where they open with «and», a preposition or a noun that belongs to somebody named before, nor
    where a verb, «that» or a day stands among them: «and its amount», «while the union insisted»; nor where
    they may be cut off.
    """
    if not measure:
        return False
    if measures.known_as(measure, language) is not None or _is_known(measure, language):
        return True
    said = _WORD.findall(fold(measure))
    written = _WORD.findall(measure)
    if not said or len(said) >= _CUT or _is_clause(said, language):
        return False
    return not _opens_badly(said[0], written[0], language) and not _holds_verb(said, language)


def _is_clause(said: list[str], language: Language) -> bool:
    """Whether words hold «that», or a day; or a word of speech, «and» or a time opens them."""
    data, key = _listed(language), " ".join(said)
    if not data["clause"].isdisjoint(said) or said[0] in data["saying"]:
        return True
    if cues.expression(language, "measures", "named", "badly").match(key) is not None:
        return True
    letters = morphology(language)
    tied = said[0][:1] in letters.joining + letters.prepositions
    return tied and said[0][1:] in _papers(language) and said[0] not in _papers(language)


@cache
def _papers(language: Language) -> frozenset[str]:
    """Nouns of happenings and papers: what is written to one of them is a particle («for the contract»)."""
    data = table(language.code, "events")
    return frozenset(
        map(fold, (*data["nouns"], *data["documents"], *table(language.code, "measures")["named"]["amounts"]))
    )


def _is_known(measure: str, language: Language) -> bool:
    """Whether a measure is a known one, its change or its share, whatever it is of."""
    return _CLOSED.sub("", measure).strip() in _called(language)


@cache
def _called(language: Language) -> frozenset[str]:
    """What the known measures are called, told as levels, changes, shares or ratios."""
    known = measures.lexicon(language)
    return frozenset(
        measures.called(one.label, kind, one, known) for one in known.measures for kind in measures.Kind
    )


def _opens_badly(first: str, written: str, language: Language) -> bool:
    letters, data = morphology(language), _listed(language)
    joined = first.startswith(letters.conjunction) and first not in data["nouns"] and len(first) >= _SHORT
    feminine = written.endswith(letters.nominal[0])
    owned = not feminine and len(first) >= _OWNED and first.endswith(letters.possessive[:2])
    tied = joined and _is_joined(first, language, feminine=feminine)
    return first in data["first"] or tied or owned


def _is_joined(first: str, language: Language, *, feminine: bool) -> bool:
    """Whether a first letter is «and»: what is left is a verb, a known opening or an owned noun."""
    letters = morphology(language)
    rest = first[len(letters.conjunction) :]
    if feminine:
        return False
    hers = (
        len(rest) >= _SHORT
        and rest.endswith(letters.feminine)
        and not rest.endswith(letters.accusative + letters.feminine)
    )
    verb = Told(rest, language).has(_VERB) or rest in _listed(language)["first"]
    present = len(rest) >= _SHORT and rest.startswith(tuple(letters.imperfect))
    present = present and rest not in _listed(language)["nouns"]
    return verb or hers or present or rest.endswith(letters.possessive[:2])


def _holds_verb(said: list[str], language: Language) -> bool:
    letters, nouns = morphology(language), _listed(language)["nouns"]
    told = Told(" ".join(said), language)
    if any((at or kind & Kind.DUE) and kind & _VERB and not kind & Kind.NOUN for at, _, kind in told.signs):
        return True
    hers = cues.expression(language, "measures", "named", "hers")
    if any(hers.fullmatch(word) for word in said):
        return True
    present, nominal = tuple(letters.imperfect), cues.expression(language, "measures", "named", "nouns")
    return any(
        len(word) >= _SHORT
        and word.startswith(present)
        and word not in nouns
        and not nominal.fullmatch(word)
        and not word.endswith(fold(letters.nominal[0]))
        for word in said
        if not word.startswith(letters.article)
    )


@cache
def _listed(language: Language) -> dict[str, frozenset[str]]:
    data = table(language.code, "measures")["unnamed"]
    return {key: frozenset(map(fold, words)) for key, words in data.items()}
