"""What was set for a time, and a later source tells to be put off, corrected, or a plan of before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from brief import cues, periods
from brief.language import Language, fold
from brief.overtaken.forms import is_planned
from brief.overtaken.limits import ends, last, names_year
from brief.overtaken.passages import SHARED, Passage, Renewal, beside, kinship, speaks_of

# The time that is given up stands within so many characters behind the word that gives it up.
_FAR = 120
_FIGURE, _YEAR = re.compile(r"\d+(?:[.,]\d+)*"), re.compile(r"(?:19|20)\d\d|\d")
_KINDS = ("put_off", "was_set", "no_sooner")


class _Move(Struct, frozen=True):
    """That something is set for another time `by` a passage.

    `matter` are the stems beside the telling word, `until` the new times. What was `planned` before needs
    no time that was named with it.
    """

    by: Passage
    matter: frozenset[str]
    until: frozenset[str]
    planned: bool


def overtaken(passages: Sequence[Passage], language: Language) -> Renewal:
    """The passages that set a time which a later one of the same matter tells otherwise, with that one."""
    dated = [one for one in passages if one.day]
    given_up: defaultdict[str, list[Passage]] = defaultdict(list)
    moves: list[_Move] = []
    for one in dated:
        times = [*_given_up(one, language)]
        for time in times:
            given_up[time].append(one)
        moves += () if times else _moves(one, language)
    moving = {move.by for move in moves}
    newest = max((new.day for some in given_up.values() for new in some), default="")
    for one in dated:
        others = [move for move in moves if move.by.is_after(one) and speaks_of(one, move.matter)]
        ahead = frozenset(ends(one, language)) if others or one.day < newest else frozenset[str]()
        told = chain.from_iterable(given_up.get(time, ()) for time in ahead)
        for new in told:
            if new.is_after(one) and kinship(one, new, language) + _counts_alike(one, new) >= SHARED:
                yield one.anchor, new
        for move in others if one not in moving else ():
            if _is_moved(one, ahead, move, language):
                yield one.anchor, move.by


def _counts_alike(one: Passage, other: Passage) -> bool:
    """Whether two passages name a figure that is no year: it tells of one matter as much as a word does."""
    return any(not _YEAR.fullmatch(found) for found in _figures(one) & _figures(other))


def _figures(passage: Passage) -> set[str]:
    return set(_FIGURE.findall(passage.text))


def _is_moved(passage: Passage, ahead: frozenset[str], move: _Move, language: Language) -> bool:
    """Whether a passage of one matter with a move sets what that tells to come at another time."""
    return not ahead & move.until if ahead else move.planned and _is_set(passage.text, language)


def _is_set(text: str, language: Language) -> bool:
    """Whether folded words plan something or tell the terms of a deal."""
    terms = cues.expression(language, "overtaken", "replaced", "terms")
    return is_planned(text, language) or terms.search(text) is not None


def _given_up(passage: Passage, language: Language) -> Iterator[str]:
    """The last days of the times that a passage names as those of before: «not in May», «set for May»."""
    text = passage.anchor.text
    sign, put_off = (
        cues.expression(language, "overtaken", "moved", name) for name in ("given_up", "put_off_from")
    )
    for one in periods.find(text, language, passage.day):
        key = fold(text[max(0, one.start - _FAR) : one.start])
        moved = put_off.search(key) is not None
        if moved or sign.search(key):
            end = last(one.first if moved else one.last or one.first)
            yield end
            if not names_year(one, passage):
                yield f"{int(end[:4]) + 1}{end[4:]}"


def _moves(passage: Passage, language: Language) -> Iterator[_Move]:
    """What a passage tells to be put off, to come no sooner than a time, or to have been planned before.

    Where it names the time of before, what was set for that is moved and nothing else: it is not asked.
    """
    undone = cues.expression(language, "overtaken", "moved", "undone")
    for kind in _KINDS:
        for found in cues.expression(language, "overtaken", "moved", kind).finditer(passage.text):
            until = frozenset(ends(passage, language))
            if not undone.search(passage.text[: found.start()]) and (until or kind != "no_sooner"):
                matter = beside(passage, found.start(), language)
                yield _Move(passage, matter, until, kind == "was_set")
