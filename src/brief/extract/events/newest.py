"""What is to come, in the words of the source that told it last.

«The grant will be 60 dinars for 900 families», «… will be 70, for 700», a month later: what stands is the
second. Where that says that it will not be, the sources before it tell it no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from brief import cues
from brief.extract.events.alike import alike, stems
from brief.extract.events.cues import future
from brief.extract.events.signs import Kind, Told
from brief.extract.events.things import links
from brief.language import Language, fold
from brief.model import Anchor, Event


def newest_first(event: Event, days: Mapping[str, str | None], language: Language) -> Event:
    """The event with the passage first that was published last; alone, where only that denies it.

    `days` are those on which the sources were published; a source without one does not come first. Nor does
    a passage that only names what is to come.
    """
    newest = max(days.get(one.source) or "" for one in event.evidence)
    last = [one for one in event.evidence if days.get(one.source) == newest]
    before = [one for one in event.evidence if days.get(one.source) != newest]
    if not newest or not before or names_only(last[0].text, language):
        return event
    off = _denies(last[0], language) and not any(_denies(one, language) for one in before)
    return structs.replace(event, text=last[0].text, evidence=tuple(last if off else [*last, *before]))


def denied_later(
    plan: Event, plans: Sequence[Event], days: Mapping[str, str | None], language: Language
) -> bool:
    """Whether a later source says of the time of a plan that the same will not be then."""
    told = max(days.get(one.source) or "" for one in plan.evidence)
    later = (
        one
        for one in plans
        if one.start == plan.start
        and min(days.get(passage.source) or "" for passage in one.evidence) > told
        and _denies(one.evidence[0], language)
    )
    matter = stems(fold(plan.text), language)
    return any(alike(matter, stems(fold(one.text), language)) for one in later)


def names_only(text: str, language: Language) -> bool:
    """Whether words hold no verb but in a clause that tells of a noun: «the meeting set for Monday»."""
    key = fold(text)
    told = Told(key, language)
    relative = links(language).relative.search(key)
    end = len(key) if relative is None else relative.start()
    return not (
        told.last(Kind.PAST | Kind.PRESENT | Kind.WAS, 0, end) or future(language).search(key, 0, end)
    )


def _denies(passage: Anchor, language: Language) -> bool:
    """Whether words say that something will not be."""
    return cues.expression(language, "events", "moved", "denied").search(fold(passage.text)) is not None
