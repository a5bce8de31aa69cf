"""What a clause owes to the words before it, though it opens on its own: a speaker, a cause, a first half."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.openings import behind_openers
from brief.extract.statements.pointers import DATED, any_of, conjunctions, folded
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

# What is denied may have been told in so many words before the denial.
_TOLD = 9
# A name with an office before it has so many words.
_WHO = 8
_DIGIT = re.compile(r"\d")
_MARKS = '"«“'


def owes(text: str, before: str, language: Language) -> bool:
    """Whether a clause explains, goes on with, denies or answers what is said before it.

    `before` is what its sentence says before it: words that turn, which the clause has lost.
    """
    begin = behind_openers(text, 0, len(text), language)
    key, passed = fold(text[begin:]), fold(before + text[:begin])
    return bool(
        (_explains(text, language) and not DATED.search(key))
        or cues.opening(language, "statements", "unfolding").match(fold(text))
        or _speaking(language).match(key)
        or _denies_that(key, language)
        or _affirms_that(language).match(key)
        or any(
            cues.expression(language, "statements", name).match(key)
            for name in ("of_a_pronoun", "all_that", "that_does")
        )
        or cues.opening(language, "statements", "turning").match(fold(text))
        or (_summing(language).search(passed) and _DIGIT.search(key))
        or _goes_on_with(key, fold(before), language)
        or _his_reasons(language).match(fold(before))
    )


def _explains(text: str, language: Language) -> bool:
    """Whether a clause opens with «for» and a verb of the past, behind whatever else ties it.

    What somebody announced is news by itself.
    """
    begin = behind_openers(text, 0, len(text), language)
    passed, verb = fold(text[:begin]).split()[-1:], fold(text[begin:]).split()[:1]
    return not folded(language, "explaining").isdisjoint(passed) and folded(language, "announced").isdisjoint(
        verb
    )


@cache
def _speaking(language: Language) -> re.Pattern[str]:
    """A verb of speech, and at once the words, or when and where they were spoken: nobody is named.

    A few words in marks that the sentence goes on from are a name («وكتبت «النهار» أن …»).
    """
    speech = table(language.code, "speech")
    going_on = table(language.code, "statements")["going_on"]
    verbs = either((*speech["verbs"], *speech["later_verbs"], *going_on))
    joint = conjunctions(language)
    name = rf"[{_MARKS}][^\"»”]{{1,25}}[\"»”]\s*[\w:،,]"
    tatweel = table(language.code, "morphology")["written"]["tatweel"]
    paper = rf"{morphology(language).to}{tatweel}?\s?[{_MARKS}][^\"»”]{{1,30}}[\"»”]\s*"
    told_to = rf"(?:{any_of(language, 'told_to')}(?:\s+[^\s:\"«“،]+){{0,2}}?\s*|{paper})"
    how = rf"(?:\s+{either((*speech['participles'], *table(language.code, 'statements')['manners']))})?"
    where = rf"{any_of(language, 'settings')}\s+\w+(?:\s+\w+)?[،,]?\s*"
    aside = rf"\s*[،,]\s*{any_of(language, 'settings')}\s[^،,.:\"«»“”]{{1,60}}[،,]\s*"
    by = rf"(?:{morphology(language).by}\s?)?"
    return re.compile(
        rf"[\s{_MARKS}(]*(?:{any_of(language, 'then')}\s+|{joint})?{verbs}{how}"
        rf"(?:\s*[:،,]?\s*{by}(?!{name})[{_MARKS}]|{aside}(?:[{_MARKS}]|{either(speech['from'])}(?!\w))"
        rf"|\s*:|\s+(?:{where}){{1,2}}(?:{either(speech['from'])}(?!\w)|:)"
        rf"|\s+{told_to}(?:[:\"«“]|{either(speech['from'])}(?!\w)))"
    )


def _denies_that(key: str, language: Language) -> bool:
    """Whether somebody denies «that», or «the news», and the words before do not tell what."""
    match = _denial(language).search(key)
    return match is not None and len(key[: match.start()].split()) <= _TOLD


@cache
def _denial(language: Language) -> re.Pattern[str]:
    denying = rf"(?<!\w)[{language.proclitics}]?{any_of(language, 'denying')}"
    article = morphology(language).article
    that = rf"{any_of(language, 'demonstratives')}(?!\w)(?!\s+{article})"
    told = rf"{article}|{any_of(language, 'governed')}|\w+ {article}"
    news = rf"{any_of(language, 'rumours')}(?!\w)(?!\s+(?:{told}))"
    theirs = either(morphology(language).possessive[:2])
    someone = _someone(language)
    return re.compile(rf"{denying}(?:{theirs}(?!\w)|\s+(?:\w+\s+){{0,3}}?{news}|{someone}\s+{that})")


@cache
def _affirms_that(language: Language) -> re.Pattern[str]:
    """Whoever affirms «that», and nothing before tells what: «وأكد رئيس الغرفة حسان الأمين ذلك في بيان».

    Behind «after» or «despite» the demonstrative tells when or why he speaks.
    """
    joint = conjunctions(language)
    article, said = morphology(language).article, any_of(language, "affirmed")
    that = rf"{any_of(language, 'demonstratives')}(?!\w)(?!\s+{article})"
    verb = rf"\W*(?:{joint})?{_saying(language)}"
    return re.compile(rf"{verb}{_someone(language)}(?:\s+{said})?\s+{that}")


def _someone(language: Language) -> str:
    """Who does it, between a verb and «that»: no clause of its own, and no preposition at the end."""
    that = any_of(language, "that_two")
    apart = "|".join(any_of(language, name) for name in ("subordinating", "before_plurals", "that_two"))
    office = rf"(?:{morphology(language).article})?{any_of(language, 'offices_like_and')}(?!\w)"
    joint = rf"(?!{office}){morphology(language).conjunction}"
    word = rf"\s+(?!{that}(?!\w)|{joint})[^\W\d]+"
    return rf"(?:(?:{word}){{0,{_WHO}}}?\s+(?!(?:{apart})(?!\w)|{joint})[^\W\d]+)??"


def _goes_on_with(key: str, before: str, language: Language) -> bool:
    """Whether a clause tells what is given in return, or what «other» things hold as well («كما»)."""
    returned, terms = (cues.expression(language, "statements", name) for name in ("in_return", "terms"))
    adds = bool(set(before.split()[-1:]) & folded(language, "adding"))
    return bool(
        (returned.search(before) and terms.match(key))
        or (adds and cues.of(language, "statements", "others").search(key))
    )


@cache
def _his_reasons(language: Language) -> re.Pattern[str]:
    """Somebody says or expects something because of what goes on up to the clause: it is his reason, too."""
    data = table(language.code, "statements")
    joint = conjunctions(language)
    verb, because = rf"\W*(?:{joint})?{_saying(language)}", either(data["because"])
    return re.compile(rf"{verb}(?!\w)[^.]*?(?<!\w){because}(?!\w)[^.؛]*\Z")


def _saying(language: Language) -> str:
    """Verbs by which somebody says, thinks or refuses something."""
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    return either((*speech["verbs"], *speech["later_verbs"], *data["subject_verbs"], *data["affirming"]))


@cache
def _summing(language: Language) -> re.Pattern[str]:
    """«By that», before a figure: it adds up what was told before."""
    return re.compile(rf"(?<!\w){any_of(language, 'by_that')}[\s،,]*\Z")


def says_nothing(key: str, language: Language) -> bool:
    """Whether folded text is a mere bridge: unnamed others, and a figure of speech."""
    return all(cues.of(language, "statements", name).search(key) for name in ("unnamed", "bridging"))


def is_half_denied(key: str, language: Language) -> bool:
    """Whether folded text says what something is not, or not merely, and not what it is instead."""
    merely, rather, neither = (
        cues.expression(language, "statements", name) for name in ("not_merely", "but_rather", "neither_nor")
    )
    found = merely.search(key)
    return (found is not None and not rather.search(key)) or neither.search(key) is not None
