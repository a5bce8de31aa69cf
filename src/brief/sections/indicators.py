"""What to watch: dated things that lie ahead of the brief's date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import structs

from brief import cues, periods
from brief.dating import DAY
from brief.extract.events.alike import alike, stems
from brief.extract.events.alone import hangs
from brief.facets import certainty, is_view
from brief.identity import identifier
from brief.language import Language, fold, load
from brief.model import UNDATED, Anchor, Claim, Event, Facet, Item, Pool, Statement
from brief.overtaken import before, looks_back
from brief.sections.timely import timely
from brief.sections.when import NO_DAYS, Days
from brief.select import facet_of

# A list of what to watch is kept by heart; of more, those that most sources name, then the nearest.
ITEMS = 12
# Words with so many dates are told under the first that lies ahead.
_SEVERAL = 2
# What is watched is named within so many words.
_HEAD = 12
# A line that is so many times as long tells more than what is to come.
_PART = 2
# Their lines may set a time for what is to come.
_AGAIN = frozenset({Facet.OUTCOMES, Facet.REACTIONS})
# Fewer words only name what is to come.
_WHOLE = 8
# A year that stands in for the one a date does not name.
_SOME_YEAR = "2000-12-31"
_YEAR = 4  # letters of the year in an ISO date
_STOP = re.compile(r"[.،,؛;:]")


def indicators(pool: Pool, issued: str, language: str, days: Days = NO_DAYS) -> tuple[Item, ...]:
    """The events after `issued` whose words can be read alone, the nearest first.

    Their dates stand in their labels, and the last source to tell of one gives its words. What tells of
    something done is not watched, nor what another section prints already; only implications come again
    here, and what of an outcome, or as a part of a longer line, is still to come.
    """
    words = load(language)
    printed, past = _printed(pool), _by_source(pool.past)
    told = _worded(_ahead(pool, issued), past, issued, words, days)
    ahead = [
        event
        for event in told
        if not _is_over(event, past[event.evidence[0].source], pool.turn, words, days)
        and not any(
            event.evidence[0].shares(one.evidence[0])
            and not (_may_come_again(event, one) and _is_to_come(event.text, words))
            for one in printed[event.evidence[0].source]
        )
    ]
    ahead = [one for one in ahead if not any(_tells_later(other, one, words, days) for other in ahead)]
    ahead.sort(key=lambda event: (-len({one.source for one in event.evidence}), *_place(event)))
    chosen = sorted(ahead[:ITEMS], key=_place)
    return tuple(_item(event, pool, words, days) for event in chosen)


def _worded(
    events: Iterable[Event], past: Mapping[str, Sequence[Anchor]], issued: str, language: Language, days: Days
) -> list[Event]:
    """The events that can be read alone, none of another date in the words of one before it."""
    found: list[Event] = []
    for event in events:
        wordings = _told_now(event, past, issued, language, days)
        fresh = (
            one
            for one in wordings
            if not any(one.start != other.start and one.text == other.text for other in found)
            or len(periods.find(one.text, language, _SOME_YEAR)) < _SEVERAL
        )
        found.extend(islice(fresh, 1))
    return found


def _tells_later(new: Event, old: Event, language: Language, days: Days) -> bool:
    """Whether a later source tells of the same matter on the same day in words of its own."""
    if new is old or new.start != old.start:
        return False
    told, before_ = (days.get(one.evidence[0].source) or "" for one in (new, old))
    return before_ < told and alike(*(stems(fold(one.text), language) for one in (new, old)))


def _told_now(
    event: Event, past: Mapping[str, Sequence[Anchor]], issued: str, language: Language, days: Days
) -> Iterator[Event]:
    """An event in each of its wordings that can be read alone and tells what is to come from `issued` on."""
    for told in _told(event, past, days):
        own = timely(told, issued, days.get(told.evidence[0].source) or "", language)
        if own is not None and _stands_alone(own, language, days):
            yield own


def _told(event: Event, past: Mapping[str, Sequence[Anchor]], days: Days) -> Iterator[Event]:
    """An event in the words of the last source that tells it and still holds, then as it stands."""
    holds = [one for one in event.evidence if not any(one.shares(gone) for gone in past[one.source])]
    latest = max(holds, key=lambda one: days.get(one.source) or "", default=event.evidence[0])
    later = (days.get(latest.source) or "") > (days.get(event.evidence[0].source) or "")
    if later and len(latest.text.split()) >= _WHOLE:
        rest = (one for one in event.evidence if one is not latest)
        yield structs.replace(event, text=latest.text, evidence=(latest, *rest))
    yield event


def _stands_alone(event: Event, language: Language, days: Days) -> bool:
    """Whether the words of an event can be read alone and tell what is to come."""
    return not (
        hangs(event.text, language)
        or cues.opening(language, "speech", "contrasting").match(fold(event.evidence[0].text)) is not None
        or _is_done(event.text, language)
        or _is_fragment(event.text, language)
        or _is_in_passing(event, language)
        or not _is_due(event, language, days)
    )


def _told_by(event: Event, pool: Pool) -> Statement | None:
    """The statement of the claim that an event's passage makes, where it is printed."""
    told = (one.statement for one in pool.claims if one.evidence[0].shares(event.evidence[0]))
    return next(told, None)


def _ahead(pool: Pool, issued: str) -> list[Event]:
    return [event for event in pool.events if event.start > issued[: len(event.start)]]


def _printed(pool: Pool) -> defaultdict[str, list[Claim]]:
    """The claims that other sections print for good, by the source that tells them."""
    printed = defaultdict[str, list[Claim]](list)
    for claim in pool.claims:
        if facet_of(claim) is not Facet.IMPLICATIONS:
            printed[claim.evidence[0].source].append(claim)
    return printed


def _may_come_again(event: Event, claim: Claim) -> bool:
    """Whether a line may give the words of an event, too: an outcome, a reaction, or a longer one."""
    return facet_of(claim) in _AGAIN or _PART * len(event.text) <= len(claim.statement.text)


def _is_done(text: str, language: Language) -> bool:
    """Whether the head of the words tells of something done, and nothing in them of what is to come."""
    key = fold(text)
    done, ahead = (cues.expression(language, "rulings", "watched", name) for name in ("done", "ahead"))
    return bool(done.search(key)) and not ahead.search(key)


def _is_to_come(text: str, language: Language) -> bool:
    """Whether the words tell what is still to be done, as settled: an instalment, a start, an end."""
    return cues.expression(language, "rulings", "watched", "to_come").search(fold(text)) is not None


def _is_fragment(text: str, language: Language) -> bool:
    """Whether words go on with what somebody does («warning that …»), half quote, or the author says «we»."""
    key = fold(text)
    if text.count("«") != text.count("»"):
        return True
    going_on = cues.expression(language, "rulings", "watched", "going_on")
    return bool(going_on.match(key) or cues.of(language, "statements", "authors_voice").search(key))


def _is_in_passing(event: Event, language: Language) -> bool:
    """Whether the date ahead only belongs to a clause that describes what is named late in the words."""
    found = periods.find(event.text, language, _SOME_YEAR)
    relative = cues.of(language, "events", "relatives")
    day = event.start[_YEAR:]
    ahead = [event.text[: one.start] for one in found if not day or one.first[_YEAR:] == day]
    return bool(ahead) and all(
        len(before.split()) > _HEAD and relative.search(fold(_STOP.split(before)[-1])) is not None
        for before in ahead
    )


def _is_due(event: Event, language: Language, days: Days) -> bool:
    """Whether the words set something for the time: «not before» bounds it, «was set for» gives it up."""
    written = days.get(event.evidence[0].source) or ""
    found = periods.find(event.text, language, written if len(written) == DAY else _SOME_YEAR)
    before = [fold(event.text[: one.start]) for one in found if event.start[_YEAR:] == one.first[_YEAR:]]
    undue = [cues.expression(language, "rulings", "watched", name) for name in ("bound", "given_up")]
    return not before or any(not any(sign.search(one) for sign in undue) for one in before)


def _by_source(passages: Iterable[Anchor]) -> defaultdict[str, list[Anchor]]:
    """Passages by the source that they stand in."""
    found = defaultdict[str, list[Anchor]](list)
    for one in passages:
        found[one.source].append(one)
    return found


def _is_over(event: Event, past: Sequence[Anchor], turn: str, language: Language, days: Days) -> bool:
    """Whether a later source overtakes the words, or they make a condition of before the matter turned.

    `past` are the passages of the same source that no longer hold.
    """
    condition = cues.expression(language, "overtaken", "limit", "condition")
    return any(event.evidence[0].shares(one) for one in past) or (
        _is_before(event, turn, days) and condition.search(fold(event.text)) is not None
    )


def _is_before(event: Event, turn: str, days: Days) -> bool:
    """Whether only sources of before a day tell of an event."""
    return before((days.get(one.source) or "" for one in event.evidence), turn)


def _is_of_its_day(event: Event, language: Language, days: Days) -> bool:
    """Whether the words name a day before their own that no label tells, or are not of the last day."""
    names = len(event.start) < DAY and looks_back(fold(event.text), language)
    last = max((day for day in days.values() if day), default="")
    return names or before([days.get(event.evidence[0].source) or ""], last)


def _place(event: Event) -> tuple[str, str, int]:
    first = event.evidence[0]
    return event.start, first.source, first.start


def _item(event: Event, pool: Pool, language: Language, days: Days) -> Item:
    """The line of an event, as firm as what tells it, and as much its author's view."""
    first, told = event.evidence[0], _told_by(event, pool)
    if told and _PART * len(event.text) <= len(told.text):
        told = None
    return Item(
        id="i" + identifier("indicator", first.source, first.start),
        label=event.start,
        text=event.text,
        actors=(),
        certainty=told.certainty if told else certainty(event.text, language),
        standing=None,
        evidence=event.evidence,
        as_of=days.get(first.source) or UNDATED if _is_of_its_day(event, language, days) else None,
        view=told.view if told else is_view(event.text, language, opinion=first.source in pool.columns),
    )
