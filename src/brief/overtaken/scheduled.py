"""What an older source sets for some time up to a day, and a later one sets for a day in that time.

«The council is to vote on the budget before the end of July», then «it is to vote on Monday»: the later
one tells when.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from brief import cues
from brief.dating import DAY
from brief.extract.events.alike import stems
from brief.language import Language, fold
from brief.model import Anchor
from brief.overtaken.forms import is_planned
from brief.overtaken.limits import coming
from brief.overtaken.passages import Passage, Renewal, words_behind
from brief.periods import Mention

# Who does it and what is done stand within so many words behind the verb.
_NEAR = 10
# So much of what is done is told in both.
_SHARED = 1


class _Plan(Struct, frozen=True):
    """Who is to do what by its verb, in a passage: the stems of either, as far as they are named."""

    by: Passage
    verb: str
    who: frozenset[str]
    what: frozenset[str]

    def is_of(self, other: _Plan) -> bool:
        """Whether both are to do one thing: the shorter name is a part of the longer one."""
        alike = self.who <= other.who or other.who <= self.who
        return bool(self.who and other.who) and alike and len(self.what & other.what) >= _SHARED


def overtaken(passages: Sequence[Passage], language: Language) -> Renewal:
    """The passages that set a bound or a month for what a later one sets a day for, with that one."""
    dated = [one for one in passages if one.day and is_planned(one.text, language)]
    days = [plan for one in dated for plan in _plans(one, language)]
    by_verb = defaultdict[str, list[_Plan]](list)
    for plan in days:
        by_verb[plan.verb].append(plan)
    on = dict[Anchor, str]()
    for plan in days:
        later = [one for one in by_verb[plan.verb] if one.by.is_after(plan.by) and plan.is_of(one)]
        until = _until(plan.by, language) if later else ""
        for new in later if until else ():
            anchor = new.by.anchor
            if anchor not in on:
                on[anchor] = _day(new.by, language)
            if "" < on[anchor] <= until:
                yield plan.by.anchor, new.by


def _plans(passage: Passage, language: Language) -> Iterator[_Plan]:
    """What a passage sets to be done."""
    sign = cues.expression(language, "overtaken", "scheduled", "sign")
    object_ = cues.expression(language, "overtaken", "scheduled", "object")
    for found in sign.finditer(passage.text):
        behind = " ".join(words_behind(passage.text, found.end(), _NEAR))
        cut = object_.search(behind)
        if cut:
            who, what = (stems(part, language) for part in (behind[: cut.start()], behind[cut.end() :]))
            yield _Plan(passage, found["verb"] or found["will"], who, what)


def _until(passage: Passage, language: Language) -> str:
    """The last day of the first time ahead that a passage sets, where that is a stretch or a bound."""
    first = next(coming(passage, language), None)
    return first[1] if first and not _is_day(first[0], passage, language) else ""


def _day(passage: Passage, language: Language) -> str:
    """The first time ahead that a passage sets, where that is a day; empty where it is none."""
    first = next(coming(passage, language), None)
    return first[1] if first and _is_day(first[0], passage, language) else ""


def _is_day(mention: Mention, passage: Passage, language: Language) -> bool:
    """Whether something is set for a day, not by it."""
    bound = cues.expression(language, "overtaken", "scheduled", "bound")
    before = fold(passage.anchor.text[: mention.start])
    return len(mention.first) == DAY and not mention.last and not bound.search(before)
