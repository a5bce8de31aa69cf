"""Whether the verb that opens a clause has somebody who does it."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.pointers import any_of, conjunctions, folded
from brief.language import Language, table
from brief.measures import either
from brief.morphology import morphology


def lacks_doer(key: str, language: Language) -> bool:
    """Whether the first verb of folded text was done by somebody named before it, and not in it."""
    present, done = _present(language).match(key), _done_to_it(language).match(key)
    return bool(
        _subjectless(language).match(key)
        or (present is not None and present["verb"] not in folded(language, "impersonal"))
        or _had_done(language).match(key)
        or any(
            cues.expression(language, "statements", name).match(key)
            for name in ("urging", "of_them", "is_not_but", "done_before")
        )
        or _asked_about(language).match(key)
        or (done is not None and done["verb"] not in folded(language, "unowned"))
    )


@cache
def _subjectless(language: Language) -> re.Pattern[str]:
    """A verb at once followed by what it governs: nobody stands between them to be its subject."""
    also = rf"(?:{any_of(language, 'also')}[\s،,:\"«“]+)?"
    verb = rf"(?:{conjunctions(language)})?{_saying(language)}"
    article = morphology(language).article
    other = rf"(?:{conjunctions(language)})?(?!{article})\w{{3,}}\s+{any_of(language, 'also')}\s+"
    behind = either((*_listed(language, "governed"), *_listed(language, "asides")))
    return re.compile(rf"[\s\"«“(]*(?:{verb}[\s،,:\"«“]+{also}|{other}){behind}(?!\w)")


@cache
def _present(language: Language) -> re.Pattern[str]:
    """A verb of the present or future, at once followed by a preposition."""
    person, ahead = morphology(language).imperfect, morphology(language).future
    return re.compile(
        rf"\s*(?:{conjunctions(language)})?(?:{ahead})?(?P<verb>[{person}]\w{{3,}})"
        rf"\s+{any_of(language, 'after_subjectless')}(?!\w)"
    )


@cache
def _had_done(language: Language) -> re.Pattern[str]:
    """«He had», the verb, and at once a preposition: «وكان قد تخلى في 2021 عن …»."""
    behind = any_of(language, "after_subjectless")
    return re.compile(
        rf"\W*(?:{conjunctions(language)})?{any_of(language, 'had')}\s+\w{{3,}}\s+{behind}(?!\w)"
    )


@cache
def _asked_about(language: Language) -> re.Pattern[str]:
    """What somebody was asked about, and a verb of speech with what it governs: «وعن الكلفة قال إنها …»."""
    topic = rf"{any_of(language, 'asked_about')}\s+\w+(?:\s+\w+){{0,7}}?[،,]?\s+"
    verb = rf"(?:{conjunctions(language)})?{_saying(language)}(?:\s+{any_of(language, 'manners')})?"
    return re.compile(
        rf"\W*(?:{conjunctions(language)})?{topic}{verb}\s+{any_of(language, 'governed')}(?!\w)"
    )


@cache
def _done_to_it(language: Language) -> re.Pattern[str]:
    """«Is expected to», and a verb with its object written onto it and no subject behind: «أن تقبله علنا»."""
    letters = morphology(language)
    may, that = any_of(language, "impersonal"), any_of(language, "affirmed")
    verb = rf"(?P<verb>[{letters.imperfect}]\w{{2,}}(?:{'|'.join(letters.possessive)}))"
    behind = either((*_listed(language, "after_subjectless"), *_listed(language, "before_owner")))
    return re.compile(
        rf"\W*(?:{conjunctions(language)})?(?:{any_of(language, 'negated')}\s+)?{may}\s+{that}\s+{verb}"
        rf"(?:\s+\w+{letters.accusative})?(?=\s+{behind}(?!\w)|\s*[.،,؛:]|\s*\Z)"
    )


def _saying(language: Language) -> str:
    """Verbs of saying and thinking, whose subject must be named."""
    speech = table(language.code, "speech")
    more = (*_listed(language, "subject_verbs"), *_listed(language, "going_on"))
    return either((*speech["verbs"], *speech["later_verbs"], *more))


def _listed(language: Language, name: str) -> list[str]:
    found: list[str] = table(language.code, "statements")[name]
    return found
