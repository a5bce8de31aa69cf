"""A time that stands beside a happening and is not its own: when it was said, denied or came after."""

from __future__ import annotations

from brief import cues
from brief.disagree.passages import HAPPENING, in_order
from brief.language import Language, view

_NEAR = 4  # words between a verb of saying and its time
_SPEAKER = 6  # words between a verb of saying and its time, of who speaks
_EVENT = 2  # words between «since» and a time that name what happened then


def is_of_another(before: str, behind: str, language: Language) -> bool:
    """Whether a time is none of what the words before and behind it tell.

    «افتتح السوق، كما أعلن الوزير الجمعة», «قال مسؤولون الجمعة إن …», «يزوره منذ تسلمه المنصب في مايو».
    """
    return (
        _is_of_saying(before, language)
        or _is_when_said(before, behind, language)
        or _is_of_earlier(before, language)
        or _is_of_denial(before, language)
    )


def _is_of_saying(before: str, language: Language) -> bool:
    """Whether a time is that of an announcement: its verb stands between the happening and the time."""
    text = view(before).text
    said = list(cues.of(language, "disagreement", "silence", "spoken").finditer(text))[-1:]
    if not said or len(text[said[0].end() :].split()) > _NEAR:
        return False
    sides = text[: said[0].start()], text[said[0].end() :]
    return _happens(sides, language) == [True, False]


def _is_when_said(before: str, behind: str, language: Language) -> bool:
    """Whether a time stands between a verb of saying and what is said: «قال مسؤولون الجمعة إن …»."""
    text = view(before).text
    said = list(cues.of(language, "disagreement", "silence", "spoken").finditer(text))[-1:]
    that = cues.of(language, "speech", "that").match(view(behind).text.lstrip())
    return bool(said) and that is not None and len(text[said[0].end() :].split()) <= _SPEAKER


def _is_of_earlier(before: str, language: Language) -> bool:
    """Whether a time is that of what the thing came after: «يزوره منذ تسلمه المنصب في مايو»."""
    text = view(before).text
    since = list(cues.of(language, "disagreement", "firsts", "since").finditer(text))[-1:]
    if not since:
        return False
    sides = text[: since[0].start()], text[since[0].end() :]
    return _happens(sides, language) == [True, False] and len(sides[1].split()) >= _EVENT


def _is_of_denial(before: str, language: Language) -> bool:
    """Whether a time is that of a denial of what stands behind it: «نفت في 9 يوليو وجود صفقة»."""
    text = view(before).text
    denied = cues.of(language, "disagreement", "denial", "denying").search(text)
    return denied is not None and not any(_happens((text,), language))


def _happens(texts: tuple[str, ...], language: Language) -> list[bool]:
    """Of each text whether it tells a happening."""
    return [any(stem.startswith(HAPPENING) for stem in in_order(text, language)) for text in texts]
