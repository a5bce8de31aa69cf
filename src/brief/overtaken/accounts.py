"""What somebody said at first, where a later source tells it so: «the ministry had first spoken of …»."""

from __future__ import annotations

from collections.abc import Sequence

from brief import cues
from brief.extract.events.alike import stems
from brief.language import Language
from brief.overtaken.passages import Passage, Renewal, words_behind

# What was said at first is told within so many words, and an account that tells it shares so many of them.
_TOLD, _SHARED = 14, 3


def overtaken(passages: Sequence[Passage], language: Language) -> Renewal:
    """The passages that tell what a later one calls the account of the first hour, with that one."""
    sign = cues.expression(language, "overtaken", "at_first", "sign")
    for new in passages:
        found = sign.search(new.text) if new.day else None
        if found is None:
            continue
        told = stems(" ".join(words_behind(new.text, found.end(), _TOLD)), language)
        for one in passages:
            if new.is_after(one) and len(told & one.stems) >= _SHARED:
                yield one.anchor, new
