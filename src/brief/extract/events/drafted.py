"""Plans out of a draft, where a later source tells of the text that was adopted.

«By a draft they return before 15 March», «the final text has no 15 March, which stood in the draft».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from brief import periods
from brief.cues import expression
from brief.extract.events.alike import stems
from brief.extract.events.senses import Sense, settled
from brief.language import Language, fold
from brief.model import Anchor, Event

# So many stems of a plan a passage on the final text tells, too: that there was a draft is no more than one.
_SHARED = 3


def left_out(
    plans: Sequence[Event], later: Iterable[Anchor], days: Mapping[str, str | None], language: Language
) -> Iterator[Event]:
    """The plans that a draft foresaw, of whose matter or time a `later` passage tells the final text.

    `days` are those on which the sources were published.
    """
    draft = expression(language, "overtaken", "drafted", "draft")
    drafted = [one for one in plans if draft.search(fold(one.text))]
    if not drafted:
        return
    final, awaited = (expression(language, "overtaken", "drafted", name) for name in ("final", "awaited"))
    adopted = [one for one in later if final.search(key := fold(one.text)) and awaited.search(key) is None]
    for plan in drafted:
        out_of = (one for one in plan.evidence if draft.search(fold(one.text)))
        told = min((days.get(one.source) or "" for one in out_of), default="")
        if any((days.get(one.source) or "") > told and _tells(one, plan, days, language) for one in adopted):
            yield plan


def _tells(passage: Anchor, plan: Event, days: Mapping[str, str | None], language: Language) -> bool:
    """Whether a passage names the time of a plan, or tells of its matter."""
    text, day = passage.text, days.get(passage.source)
    for one in periods.find(text, language, day):
        if settled(one, fold(text[one.start : one.end]), Sense.OPEN, day, language).first == plan.start:
            return True
    return len(stems(fold(text), language) & stems(fold(plan.text), language)) >= _SHARED
