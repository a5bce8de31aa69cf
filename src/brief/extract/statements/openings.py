"""How a clause opens: with words that add nothing, with words that lean on those before, on its own."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.morphology import morphology

# A word up to so many letters ends in alef for other reasons than its case.
_SHORT = 4


def behind_lead_ins(text: str, start: int, end: int, language: Language) -> int:
    """Where the statement begins: lead-ins such as «جدير بالذكر أن» are passed over.

    One that puts the noun after it into the accusative («لكن مصدرا …») stays with it.
    """
    pattern = _openings(language, "lead_ins")
    while True:
        folded = view(text[start:end])
        match = pattern.match(folded.text)
        if not match or match.end() >= len(folded.text) or _is_governed(folded.text[match.end() :], language):
            return start
        start += folded.span(match.end(), match.end() + 1)[0]


def _is_governed(rest: str, language: Language) -> bool:
    """Whether the first word shows the accusative."""
    word = rest.split(maxsplit=1)[0]
    return len(word) > _SHORT and word.endswith(morphology(language).accusative)


def goes_on(text: str, language: Language) -> bool:
    """Whether a clause only adds to the one before it: a preposition, or a purpose («لمواجهة …»)."""
    key = fold(text).lstrip(' "«“(')
    purpose = key.startswith(morphology(language).to) and not _openings(language, "no_purpose").match(key)
    return purpose or bool(_openings(language, "continuing").match(key))


def answers(text: str, language: Language) -> bool:
    """Whether a clause is the second half of a sentence whose first half waits for it."""
    return bool(_openings(language, "answering").match(fold(text)))


def leans(text: str, language: Language) -> bool:
    """Whether a clause leans on words before it.

    It opens with a pronoun, a demonstrative or a verb whose subject was named before, speaks of
    «the report» or «the minister» without saying whose or which, points at a noun it does not
    hold, ends in a demonstrative, or hands its quotation to somebody it does not name.
    """
    key = fold(text)
    return bool(
        _openings(language, "dangling").match(key)
        or _subjectless(language).match(key)
        or _is_subjectless(key, language)
        or _bare(language).match(key)
        or _points_back(key, language)
        or _unsaid(language).search(key)
        or cues.of(language, "statements", "pointing_back").fullmatch("".join(key.split()[-1:]))
    )


@cache
def _openings(language: Language, name: str) -> re.Pattern[str]:
    """The pattern of a list of `statements.toml` for the start of a statement."""
    return cues.opening(table(language.code, "statements")[name])


@cache
def _subjectless(language: Language) -> re.Pattern[str]:
    """A verb at once followed by what it governs: nobody stands between them to be its subject."""
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    verbs = either((*speech["verbs"], *speech["later_verbs"], *data["subject_verbs"]))
    joint = "|".join(re.escape(one) for one in data["conjunctions"])
    return re.compile(rf"[\s\"«“(]*(?:{joint})?{verbs}[\s،,:\"«“]+{either(data['governed'])}(?!\w)")


def _is_subjectless(key: str, language: Language) -> bool:
    """Whether a verb of the present is at once followed by a preposition: its subject came before."""
    match = _present(language).match(key)
    return match is not None and match["verb"] not in _folded(language, "impersonal")


@cache
def _present(language: Language) -> re.Pattern[str]:
    data = table(language.code, "statements")
    joint = "|".join(re.escape(one) for one in data["conjunctions"])
    person = morphology(language).imperfect
    return re.compile(
        rf"\s*(?:{joint})?(?P<verb>[{person}]\w{{3,}})\s+{either(data['after_subjectless'])}(?!\w)"
    )


@cache
def _bare(language: Language) -> re.Pattern[str]:
    """A text or a person named by a common noun alone, within the first words, and what it says."""
    data = table(language.code, "statements")
    bare = rf"(?<!\w){either(data['bare_nouns'])}(?!\w)"
    follows = rf"\s*(?:[\"«“،,:]|(?:{either((*data['governed'], *data['after_subjectless']))})(?!\w))"
    return re.compile(rf"\W*(?:\w+\W+){{0,2}}?{bare}(?={follows})")


def _points_back(key: str, language: Language) -> bool:
    """Whether a demonstrative comes with a noun that the text did not name before."""
    article = morphology(language).article
    for match in _pointing(language).finditer(key):
        noun = match["noun"]
        if (
            noun not in _folded(language, "pointed_at")
            and noun.removeprefix(article) not in key[: match.start()]
        ):
            return True
    return False


@cache
def _pointing(language: Language) -> re.Pattern[str]:
    data = table(language.code, "statements")
    article = morphology(language).article
    return re.compile(
        rf"(?<!\w)[{language.proclitics}]?{either(data['demonstratives'])}\s+(?P<noun>{article}\w+)"
    )


@cache
def _folded(language: Language, name: str) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "statements")[name]))


@cache
def _unsaid(language: Language) -> re.Pattern[str]:
    """A closed quotation, a verb of speech, and no name: «…»، قال وهو يغادر."""
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    governed = either((*data["governed"], *data["no_speaker"]))
    return re.compile(rf"[\"»”][\s،,]*{either(speech['verbs'])}\s+{governed}(?!\w)")
