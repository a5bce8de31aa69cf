"""The forms of verbs: past and present by the letters that both have, and what tells of things to come."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
from brief.extract.events.cues import future
from brief.language import Language, table


def bare(verb: str, language: Language) -> str:
    """A verb without the letter that only its past forms open with."""
    return verb.removeprefix(table(language.code, "overtaken")["undone"]["opening"])


def past_verbs(word: str, language: Language) -> Iterator[str]:
    """What a folded word may be the past of, with or without a conjunction before it."""
    past = cues.expression(language, "overtaken", "undone", "past")
    for one in (word, word[1:]) if word[0] in language.proclitics else (word,):
        if form := past.fullmatch(one):
            yield bare(form["verb"], language)


def is_planned(text: str, language: Language, end: int | None = None) -> bool:
    """Whether folded words, up to `end`, tell what is planned, feared or a condition."""
    signs = (cues.expression(language, "overtaken", "limit", "sign"), future(language))
    return any(sign.search(text, 0, len(text) if end is None else end) for sign in signs)
