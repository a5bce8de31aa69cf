"""What is expected to be signed, or said to be, where another source tells that it was, or was not.

«A joint statement is expected to be adopted» is no news beside a source of that day, or later, that tells the
act; «we have signed» is none beside one that tells it was only initialled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from brief import cues, periods
from brief.language import Language
from brief.model import Anchor
from brief.overtaken.limits import ends
from brief.overtaken.passages import Passage, akin, words_behind

# So many words of what is expected the other source tells, and of what is said to be signed so many.
_SHARED, _NAMED = 3, 2
# The first letters of a noun tell one text from another: a treaty from a statement.
_KIND = 2
# The texts are named within so many words behind the act.
_NEAR = 12


class _Act(Struct, frozen=True):
    """The texts that a passage expects or tells to be signed, adopted or exchanged."""

    by: Passage
    texts: frozenset[str]


def overtaken(passages: Sequence[Passage], language: Language) -> Iterator[Anchor]:
    """The passages that another of their day or a later one tells as done, or as not done as they say."""
    dated = [one for one in passages if one.day]
    yield from _foreseen(dated, language)
    yield from _said(dated, language)


def _foreseen(passages: Sequence[Passage], language: Language) -> Iterator[Anchor]:
    """What is expected for a day that another source is not before."""
    plans = list(_acts(passages, "expected", language))
    done = [one for one in _acts(passages, "done", language) if plans and not _is_open(one.by, language)]
    for plan in plans:
        for act in done:
            if act.texts & plan.texts and _is_told(plan.by, act.by, language):
                yield plan.by.anchor
                break


def _is_told(old: Passage, new: Passage, language: Language) -> bool:
    """Whether another source tells what a passage expects, and neither of another time."""
    return (
        new.day >= old.day
        and new.anchor.source != old.anchor.source
        and len(akin(old.stems, new.stems, language)) >= _SHARED
        and all(end <= new.day for end in ends(old, language))
        and not any(
            one.first < old.day[: len(one.first)]
            for one in periods.find(new.anchor.text, language, new.day)
            if not one.future
        )
    )


def _acts(passages: Sequence[Passage], name: str, language: Language) -> Iterator[_Act]:
    sign, text = (cues.expression(language, "overtaken", "signed", part) for part in (name, "text"))
    for one in passages:
        behind = (" ".join(words_behind(one.text, act.end(), _NEAR)) for act in sign.finditer(one.text))
        texts = frozenset(found["text"][:_KIND] for words in behind for found in text.finditer(words))
        if texts:
            yield _Act(one, texts)


def _is_open(passage: Passage, language: Language) -> bool:
    return cues.expression(language, "overtaken", "signed", "open").search(passage.text) is not None


def _said(passages: Sequence[Passage], language: Language) -> Iterator[Anchor]:
    """«We have signed», and no word of what, where it was initialled or not signed at all."""
    said, withheld = (cues.expression(language, "overtaken", "signed", name) for name in ("said", "withheld"))
    claimed = [one for one in passages if said.search(one.text)]
    other = [one for one in passages if withheld.search(one.text)] if claimed else ()
    for one in claimed:
        later = (new for new in other if new.day >= one.day and new.anchor != one.anchor)
        if any(len(akin(one.stems, new.stems, language)) >= _NAMED for new in later):
            yield one.anchor
