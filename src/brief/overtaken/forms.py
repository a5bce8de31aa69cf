"""A verb in its past and present forms, by the letters that both have."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
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
