"""How a clause opens: with words that add nothing, with words that lean on those before, on its own."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.language import Language, fold, table, view
from brief.morphology import morphology


def behind_lead_ins(text: str, start: int, end: int, language: Language) -> int:
    """Where the statement begins: lead-ins such as «جدير بالذكر أن» are passed over."""
    pattern = _openings(language, "lead_ins")
    while True:
        folded = view(text[start:end])
        match = pattern.match(folded.text)
        if not match or match.end() >= len(folded.text):
            return start
        start += folded.span(match.end(), match.end() + 1)[0]


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

    It opens with a pronoun, a demonstrative or a verb whose subject was named before, ends in a
    demonstrative without its noun, or hands its quotation to somebody it does not name.
    """
    key = fold(text)
    return bool(
        _openings(language, "dangling").match(key)
        or _subjectless(language).match(key)
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
    verbs = _either((*speech["verbs"], *speech["later_verbs"], *data["subject_verbs"]))
    joint = "|".join(re.escape(one) for one in data["conjunctions"])
    return re.compile(rf"[\s\"«“(]*(?:{joint})?{verbs}[\s،,:\"«“]+{_either(data['governed'])}(?!\w)")


@cache
def _unsaid(language: Language) -> re.Pattern[str]:
    """A closed quotation, a verb of speech, and no name: «…»، قال وهو يغادر."""
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    governed = _either((*data["governed"], *data["no_speaker"]))
    return re.compile(rf"[\"»”][\s،,]*{_either(speech['verbs'])}\s+{governed}(?!\w)")


def _either(words: tuple[str, ...] | list[str]) -> str:
    return f"(?:{'|'.join(sorted({re.escape(fold(word)) for word in words}, key=len, reverse=True))})"
