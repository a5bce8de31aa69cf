"""Two stages or sides of one matter, told by two passages: neither bears out the other.

What a ruling ends and what another passage only describes, what stays and what changes, a meeting and what it
decided, an act to come and the one that was done, what an author guesses and what is reported.
"""

from __future__ import annotations

from functools import lru_cache

from brief import cues
from brief.language import Language
from brief.same.aligned import Alignment
from brief.same.closer import Close, around

# How far from the words that both share their end is told.
_NEAR = 8
# How far behind them that it stays as it was; before them that may be told of another thing.
_BESIDE = 4
# With so many words in common beside the meeting both tell more than that it is held.
_MOST = 4


def struck(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one tells that it was annulled or replaced, and the other only what it is or provides."""
    here, there = (around(window, _NEAR) for window in (met.span(), met.span(other=True)))
    return _strikes(one, here, other, there) or _strikes(other, there, one, here)


def _strikes(late: Close, here: range, early: Close, there: range) -> bool:
    return late.tells_in(here, "strikes") and early.tells_in(there, "stands") and not early.tells("ends")


def unchanged(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one tells that it stays as it was, and the other that it changes."""
    return _stays(one, met.span(), other) or _stays(other, met.span(other=True), one)


def _stays(close: Close, window: range, changed: Close) -> bool:
    stays = close.tells_in(range(window.start - 1, window.stop + _BESIDE), "stays")
    return stays and changed.tells("changes") and not changed.tells("stays")


def habitual(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one tells what was so again and again, and the other what was done on one day."""
    return _is_habit(one, met.span(), other, met.span(other=True)) or _is_habit(
        other, met.span(other=True), one, met.span()
    )


def _is_habit(usual: Close, here: range, dated: Close, there: range) -> bool:
    if not usual.tells_in(around(here, _NEAR), "habit") or usual.days or dated.tells("habit"):
        return False
    near = around(there, _NEAR)
    return any(place in near for place, _ in (*dated.days, *dated.weekdays))


def called_off(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one expects what will not be, as the other tells."""
    return _is_off(one, met.span(), other, met.span(other=True)) or _is_off(
        other, met.span(other=True), one, met.span()
    )


def _is_off(late: Close, here: range, early: Close, there: range) -> bool:
    off = late.tells_in(around(here, _NEAR), "will_not") and not early.tells("will_not")
    return off and early.tells_in(around(there, _NEAR), "foreseen")


def at_first(one: Close, other: Close, met: Alignment) -> bool:
    """Whether only one of them says that somebody said so at first."""
    here, there = (around(window, _NEAR) for window in (met.span(), met.span(other=True)))
    return one.tells_in(here, "at_first") != other.tells_in(there, "at_first")


def guessed(one: Close, other: Close, met: Alignment) -> bool:
    """Whether only one of them opens with what its author guesses, or argues how it should be."""
    return any(one.tells(key) != other.tells(key) for key in ("guess", "argues"))


def undone(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one tells that what both speak of was not done yet, and the other does not."""
    return _is_undone(one, met.span(), other) or _is_undone(other, met.span(other=True), one)


def _is_undone(late: Close, window: range, early: Close) -> bool:
    if not late.tells_in(around(window), "undone"):
        return False
    return not (early.negated or early.tells("undone"))


def unclear(one: Close, other: Close, met: Alignment) -> bool:
    """Whether only one of them says that it is not known yet whether it will be so."""
    return one.tells("unclear") != other.tells("unclear")


def occasion(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one tells that a meeting is to be held, and the other what was done there or is said of it."""
    if len(met.told()) > _MOST:
        return False
    here, there = (around(window, 1) for window in (met.span(), met.span(other=True)))
    return _is_held(one, here, other, there) or _is_held(other, there, one, here)


def _is_held(held: Close, here: range, late: Close, there: range) -> bool:
    is_at_it = late.tells_in(there, "at_meeting") and not (late.tells("holds") or late.futures)
    return is_at_it and held.tells_in(here, "holds")


def to_come(one: Close, other: Close, met: Alignment) -> bool:
    """Whether a verb that both tell is of the future in one of them and of the past in the other."""
    if not (one.coming or other.coming):  # most tell nothing of the future
        return False
    return any(
        _lies_ahead(one.word(match.one), other.word(match.other), one.language)
        and not (one.is_noun(match.one) or other.is_noun(match.other))
        for match in met.told()
    )


def _lies_ahead(one: str, other: str, language: Language) -> bool:
    """Whether one of two words has the form of the future, and the other that of the past."""
    (ahead, done), (other_ahead, other_done) = _tense(one, language), _tense(other, language)
    return (ahead and other_done) or (other_ahead and done)


@lru_cache(maxsize=1 << 14)
def _tense(word: str, language: Language) -> tuple[bool, bool]:
    """Whether a folded word has the form of the future, and whether that of the past."""
    forms = (cues.expression(language, "sameness", "closer", key) for key in ("future_form", "past_form"))
    ahead, done = (form.fullmatch(word) is not None for form in forms)
    return ahead, done
