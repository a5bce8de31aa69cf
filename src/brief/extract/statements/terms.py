"""The terms of a deal, told as if in force: they hold as far as the document says that the deal has come."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.facets import heading_facets, standing
from brief.language import Language, fold, view
from brief.model import Facet, Sentence, Standing

# An article on a deal says in its first sentences that it was signed.
OPENING = 3
_DAMMA = unicodedata.lookup("ARABIC DAMMA")


def terms(around: Surroundings) -> Mapping[int, Standing]:
    """The places of the sentences that give a term of the document's deal, each with how far that has come.

    None where the document does not say how far; what an older deal provides is no term of it.
    """
    deal = _reached(around)
    if deal is None:
        return {}
    found: dict[int, Standing] = {}
    for sentence in around.document.sentences:
        earlier = around.before(sentence)
        behind = earlier is not None and earlier.position in found
        if _is_term(sentence, around.language, behind=behind, signed=deal is Standing.SIGNED):
            found[sentence.position] = deal
    return found


def _reached(around: Surroundings) -> Standing | None:
    """How far the deal of the document has come: what is still to be signed is announced and no more."""
    language = around.language
    keys = [fold(sentence.anchor.text) for sentence in around.document.sentences]
    deal, unsigned = (cues.expression(language, "terms", "deal", name) for name in ("noun", "unsigned"))
    if any(unsigned.search(key) and deal.search(key) for key in keys):
        return Standing.ANNOUNCED
    named = cues.expression(language, "terms", "deal", "signed")
    opening = around.document.sentences[:OPENING]
    signed = any(named.search(key) for key in keys) or any(
        standing(one.anchor.text, language) is Standing.SIGNED and deal.search(key)
        for one, key in zip(opening, keys, strict=False)
    )
    return Standing.SIGNED if signed else None


def _is_term(sentence: Sentence, language: Language, *, behind: bool, signed: bool) -> bool:
    """Whether a sentence gives a term: it says so, its heading does, or it goes on with those before it."""
    text, key = sentence.anchor.text, fold(sentence.anchor.text)
    if _found(language, "older", key):
        return False
    if _found(language, "shown", key):
        return True
    if _found(language, "spoken", key):
        return False
    listed = behind or _is_headed(sentence, language)
    fixes = behind or (signed and not _promises_else(sentence, language))
    return (
        _found(language, "frame", key)
        or (listed and _found(language, "going_on", key))
        or (fixes and _is_fixed(text, key, language))
    )


def _is_headed(sentence: Sentence, language: Language) -> bool:
    above = (one.text for one in (sentence.heading, sentence.lead) if one)
    return any(_found(language, "heading", fold(text)) for text in above)


def _promises_else(sentence: Sentence, language: Language) -> bool:
    """Whether what stands above a sentence promises a facet, and not what came of the matter."""
    above = (one.text for one in (sentence.heading, sentence.lead) if one)
    promised = {facet for text in above for facet in heading_facets(text, language)}
    return bool(promised) and Facet.OUTCOMES not in promised


def _is_fixed(text: str, key: str, language: Language) -> bool:
    """Whether a passive at the head, its vowel written, tells what was fixed, and of no day of its own."""
    found = cues.expression(language, "terms", "fixed").match(key)
    if found is None or _found(language, "dated", key):
        return False
    first, last = view(text).span(*found.span("verb"))
    return _DAMMA in text[first:last]


def _found(language: Language, name: str, key: str) -> bool:
    sign: re.Pattern[str] = cues.expression(language, "terms", name)
    return sign.search(key) is not None
