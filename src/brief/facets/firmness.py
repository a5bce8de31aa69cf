"""How firmly a statement is put, and how far an outcome has come by its words."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from brief import cues
from brief.facets.views import QUOTED, SPOKEN_WORDS, is_anothers_word, is_judged, is_plain, quoted_words
from brief.language import Language, fold
from brief.model import Certainty, Standing

_SENTENCE = re.compile(r"(?<=[.؟!…])\s+")
_PAUSE = re.compile(r"[.،,؛;:]")
# A verb may stand in so many words, and a signing in so many, behind the word that makes it a mere time.
_NEAR, _NEAR_NOUN = 3, 6


def certainty(text: str, language: Language, *, before: str = "", opinion: bool = False) -> Certainty:
    """How firmly `text` puts what it says; a denial outweighs a hedge, a hedge an attribution.

    `before` is what its sentence says before it: a deduction stays its author's though the word
    that draws it is cut. In a piece of `opinion` only a plain fact, a figure or an act, is stated.
    """
    if _denies(text, language):
        return Certainty.DENIED
    key = fold(text)
    for name in ("done", "compared", "feared", "alleged", "own_act", "flatly"):
        key = _pattern(language, name).sub(" ", key)
    if _cued(language, "hedged", _tellers_words(key)) and not _cued(language, "certain", key):
        return Certainty.HEDGED
    if is_anothers_word(text, language, key) or is_judged(key, before, language):
        return Certainty.ATTRIBUTED
    if opinion and not is_plain(text, language):
        return Certainty.ATTRIBUTED
    return Certainty.STATED


def _tellers_words(key: str) -> str:
    """Folded words without what somebody is quoted with: his «may» hedges nothing that is told."""
    return QUOTED.sub(lambda found: found[0] if quoted_words(found) < SPOKEN_WORDS else " ", key)


def _cued(language: Language, name: str, key: str) -> bool:
    return bool(cues.of(language, "facets", "certainty", name).search(key))


def _pattern(language: Language, name: str) -> re.Pattern[str]:
    return cues.expression(language, "facets", "certainty", name)


def _denies(text: str, language: Language) -> bool:
    """Whether the main verb denies; the noun beside it is told from it by its last letter alone.

    Where somebody else holds against the denial, the line as a whole is none.
    """
    return not _pattern(language, "denied_answered").search(text) and bool(
        cues.written(language, "facets", "certainty", "denied").search(_affirmed(text, language))
    )


def _affirmed(text: str, language: Language) -> str:
    """Words, without vowel signs, less the denials that deny nothing of the whole, and all that they deny.

    So is one beneath another clause («أقر … بعدما كان قد نفى»), one that goes on from what else is said
    («أكد …، ونفى …»), one of a mere link, and one that is answered at once. A later sentence denies its own
    matter, unless it is the second and answers the first («ونفت الشركة ذلك»).
    """
    unmarked = text
    for sign in filter(unicodedata.combining, set(text)):
        unmarked = unmarked.replace(sign, "")
    first, *later = _SENTENCE.split(unmarked)
    if later:
        acted = _done(_main(fold(first), language), language) is not None
        second, *rest = later
        borne = [second] if _bears_on_first(second, language, acted=acted) else []
        unmarked = " ".join((first, *borne, *(one for one in rest if not _answers(one, language))))
    for name in ("meanwhile", "denied_before", "denied_besides", "denied_link", "denied_in_vain"):
        unmarked = _pattern(language, name).sub("", unmarked)
    relative = _pattern(language, "denied_relative").search(unmarked)
    if relative and not _cued(language, "attributed", fold(unmarked[: relative.start()])):
        return unmarked[: relative.start()]
    return unmarked


def _bears_on_first(text: str, language: Language, *, acted: bool) -> bool:
    """Whether a later sentence denies what is told before it, and not a matter of its own.

    Behind an act only what denies or does not bear out that very thing does.
    """
    if _pattern(language, "denied_own").match(text):
        return _pattern(language, "denied_that").match(text) is not None
    return not acted or cues.expression(language, "answers", "rejecting").match(fold(text)) is not None


def _answers(text: str, language: Language) -> bool:
    """Whether a sentence opens with a denial: of the one before it, or of its own matter."""
    rejecting = cues.expression(language, "answers", "rejecting")
    return bool(_pattern(language, "denied_own").match(text) or rejecting.match(fold(text)))


def standing(text: str, language: Language) -> Standing | None:
    """How far an outcome has come by its own words; None where they do not say.

    The main verb says so, of the first sentence that does; a later one adds but that it is denied or not
    confirmed; where it tells that the matter was undone again, nothing holds. Nothing is said where
    somebody merely arrives, or another judges what was done, nor of words that themselves deny: «denied»
    beside «denied that …» would read as a denied denial.
    """
    if _denies(text, language):
        return None if _pattern(language, "denied_own").match(text) else Standing.DENIED
    later = [fold(one) for one in _SENTENCE.split(text)[1:]]
    if any(_reached(language, "unverified").match(one) for one in later):
        return Standing.UNCONFIRMED
    if any(_reached(language, "undone").match(one) for one in later):
        return None
    sentences = _SENTENCE.split(_affirmed(text, language))
    told = (_stands(fold(one), language, first=not number) for number, one in enumerate(sentences))
    return next(filter(None, told), None)


def _stands(key: str, language: Language, *, first: bool) -> Standing | None:
    """How far an outcome has come by a folded sentence; what is unsure counts in the first one alone."""
    if any(_reached(language, name).search(key) for name in ("arriving", "judging")):
        return None
    main = _main(key, language)
    done = _done(main, language)
    open_ = cues.of(language, "facets", "standing", "unconfirmed") if first else None
    found = open_.search(_settled(main, language)) if open_ else None
    # What is signed is so, however hard it came about; what is only announced may still be open.
    if found and not (done and done[0] is not Standing.ANNOUNCED and done[1] < found.start()):
        return Standing.UNCONFIRMED
    unsure = cues.of(language, "facets", "standing", "unsure").search(main)
    # What is unsure of a thing named behind the verb speaks of what else there is, not of the act.
    if unsure and (done is None or unsure.start() < done[1]):
        return Standing.UNCONFIRMED
    if done:
        claimed = done[0] is Standing.ANNOUNCED and _reached(language, "claimed").search(key) is not None
        return Standing.REPORTED if claimed else done[0]
    if not first or not _reached(language, "reported").search(key):
        return None
    by_its_source = _reached(language, "announced_by").search(key) is not None
    return Standing.ANNOUNCED if by_its_source else Standing.REPORTED


def _main(key: str, language: Language) -> str:
    """A folded sentence without the clauses that only describe, compare, explain or set beside.

    What a text lays down is as far as the text: there, the clause that describes it tells how far.
    """
    if _reached(language, "lays_down").match(key):
        return key
    return _reached(language, "beneath").sub(" ", key)


def _settled(key: str, language: Language) -> str:
    """Folded text without the «قد» of what is done: before a verb of the present it would mean «may»."""
    return _pattern(language, "done").sub(lambda match: match[0].split()[-1], key)


def _done(key: str, language: Language) -> tuple[Standing, int] | None:
    """What was done in the sight of all, the furthest first, and where the words say so."""
    for degree in (Standing.ADOPTED, Standing.SIGNED, Standing.ANNOUNCED):
        patterns = [cues.of(language, "facets", "standing", degree)]
        if degree is not Standing.SIGNED:
            patterns.append(_reached(language, f"{degree}_so"))
        for found in chain.from_iterable(pattern.finditer(key) for pattern in patterns):
            told = degree is not Standing.SIGNED or _is_signing(key, found, language)
            if told and not _is_subordinate(key, found.start(), language):
                return _initialled(degree, found, language), found.start()
    return None


def _initialled(degree: Standing, found: re.Match[str], language: Language) -> Standing:
    """The degree; a text that is only initialled is announced, and not signed yet.

    The initials are those of the signing that is told next before them.
    """
    if degree is not Standing.SIGNED:
        return degree
    behind = found.string[found.end() :]
    initials = _reached(language, "initialled").search(behind)
    signed = cues.of(language, "facets", "standing", Standing.SIGNED)
    own = initials is not None and signed.search(behind, 0, initials.start()) is None
    return Standing.ANNOUNCED if own else degree


def _reached(language: Language, name: str) -> re.Pattern[str]:
    return cues.expression(language, "facets", "standing", name)


def _is_signing(key: str, found: re.Match[str], language: Language) -> bool:
    """Whether a word of signing tells that a text was signed: some of its letters mean «fell» or «happened».

    The noun does behind a verb that something came about with it: «تم توقيع», not «تمهيدا لتوقيع».
    """
    if _reached(language, "signing").fullmatch(found["cue"]):
        return _reached(language, "came_about").search(key[: found.start()]) is not None
    befell = any(one.end() == found.end() for one in _reached(language, "befell").finditer(key))
    fell = _reached(language, "fell").match(key, found.start()) is not None
    return not (fell or befell) and _reached(language, "signable").search(key) is not None


def _is_subordinate(key: str, at: int, language: Language) -> bool:
    """Whether the act at a place gives but the time («بعد يوم من توقيع …») or the condition of another.

    So it does where somebody opposes it or asks for it («اعترضت الكتلة على توقيع …»); an act that a verb
    of its own tells is done, whatever went before.
    """
    words = key[:at].split()
    own_verb = _reached(language, "acting").match(key, at)
    clause = _PAUSE.split(key[:at])[-1].split()[-_NEAR_NOUN:]
    near, nearest = " ".join(words[-_NEAR:] if own_verb else clause), " ".join(words[-2:])
    return bool(
        _reached(language, "as_said").search(key[:at])
        or (not own_verb and _reached(language, "opposing").search(key[:at]))
        or cues.of(language, "facets", "standing", "before").search(near)
        or cues.of(language, "facets", "standing", "condition").search(nearest)
        or (own_verb and _reached(language, "provided").search(nearest))
    )
