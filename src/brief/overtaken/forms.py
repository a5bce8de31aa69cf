"""The forms of verbs: past and present by the letters that both have, and what tells of things to come."""

from __future__ import annotations

from functools import lru_cache

from brief import cues
from brief.extract.events.cues import future
from brief.language import Language, table


def bare(verb: str, language: Language) -> str:
    """A verb without the letter that only its past forms open with."""
    return verb.removeprefix(table(language.code, "overtaken")["undone"]["opening"])


# A topic has few words, each in many passages.
@lru_cache(maxsize=2**15)
def past_verbs(word: str, language: Language) -> tuple[str, ...]:
    """What a folded word may be the past of, with or without a conjunction before it."""
    past = cues.expression(language, "overtaken", "undone", "past")
    forms = (word, word[1:]) if word[0] in language.proclitics else (word,)
    return tuple(bare(found["verb"], language) for form in forms if (found := past.fullmatch(form)))


def is_planned(text: str, language: Language, end: int | None = None) -> bool:
    """Whether folded words, up to `end`, tell what is planned, feared or a condition."""
    signs = (cues.expression(language, "overtaken", "limit", "sign"), future(language))
    return any(sign.search(text, 0, len(text) if end is None else end) for sign in signs)
