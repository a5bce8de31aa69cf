"""The first page: five to seven claims that stand alone, taken from the other sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from brief import cues
from brief.language import Language, fold, load
from brief.model import UNDATED, Anchor, Certainty, Claim, Facet, Item, Pool, Standing
from brief.overtaken import before
from brief.sections.item import item, labelled_once
from brief.sections.when import NO_DAYS, Days
from brief.select import facet_of
from brief.similarity import stems

ITEMS = 7
# Where the matter turned, what was told before is taken only to make up so many.
LEAST = 5
# A line of the summary is read at a glance; what a report opens with holds the whole of its news.
MAX_WORDS, LEAD_WORDS = 45, 60
# What an article opens with is what it is about.
OPENING_SENTENCES = 3
# The places of the first page in their order, and how many lines each has at most.
PLACES = {
    Facet.OUTCOMES: 3,
    Facet.CONTEXT: 1,
    Facet.MOTIVES: 1,
    Facet.REACTIONS: 2,
    Facet.IMPLICATIONS: 2,
}
# What it stands on and why it was done is so before and after a turn.
LASTING = {Facet.CONTEXT, Facet.MOTIVES}
# A line that shares so much of its words with another says it again.
SAID_BEFORE = 0.5
# What is signed or announced tells a decision-maker more than what was merely talked about, and
# what happened in the weeks before the issue more than what was so all along.
SETTLED, NEWS = 0.4, 0.6
# A report says in its first sentence what happened, and in its second how.
LEAD = (1.2, 0.6)
NEWS_DAYS = 31
MONTH = len("2024-06")


def summary(pool: Pool, issued: str, language: str, _days: Days = NO_DAYS) -> tuple[Item, ...]:
    """The weightiest claim of each place that needs nothing said before it, then the next ones.

    The places are fixed: what was decided and its terms, what it stands on, one motive, who is for
    and against it, what may follow. Nothing is said twice. Where the matter turned, the page tells the act
    that it was about, with its day, and speaks otherwise from the latest state; where that leaves room it
    tells one thing more that came of it, and one that somebody denies.
    """
    words = load(language)
    news = _news(pool, issued)
    weights = {claim.id: _weight(claim, news) for claim in pool.claims}
    sound = [claim for claim in pool.claims if _stands_alone(claim, words)]
    sound.sort(key=lambda claim: (-weights[claim.id], claim.id))
    able = [claim for claim in sound if claim.statement.certainty is not Certainty.DENIED]
    latest = [claim for claim in able if _lasts(claim) or not _is_before(claim, pool.turn)]
    act = (claim for claim in able if _is_before(claim, pool.turn) and _bears_its_day(claim))
    chosen = list(islice(act, 1))
    beside = Counter(map(_place, chosen))
    _fill(chosen, latest, ITEMS, words, beside)
    if len(latest) < len(able):
        came = [claim for claim in latest if _place(claim) is Facet.OUTCOMES]
        _fill(chosen, came, ITEMS, words, beside, spare=1)
        denied = [claim for claim in sound if claim not in able and not _is_before(claim, pool.turn)]
        _fill(chosen, denied, min(len(chosen) + 1, ITEMS), words, beside, spare=1)
        _fill(chosen, latest, LEAST, words, beside, spare=1)
        _fill(chosen, able, LEAST, words, beside)
    order = list(PLACES)
    chosen.sort(key=lambda claim: (order.index(_place(claim)), -weights[claim.id], claim.id))
    return tuple(labelled_once(map(item, chosen), words))


def _place(claim: Claim) -> Facet:
    """The place of a claim on the page: what takes the place of an earlier account came of the matter.

    Who denies something answers, whatever came of it.
    """
    facet = facet_of(claim)
    if claim.statement.certainty is Certainty.DENIED:
        return Facet.REACTIONS
    return Facet.OUTCOMES if claim.renews and facet is Facet.CONTEXT else facet


def _lasts(claim: Claim) -> bool:
    """Whether a claim tells what holds before and after a turn: it is not unsure, on a day of before."""
    unsure = claim.as_of is not None and claim.statement.certainty is Certainty.HEDGED
    return _place(claim) in LASTING and not unsure


def _is_before(claim: Claim, turn: str) -> bool:
    """Whether a claim tells how things stood before the day on which the matter turned."""
    return claim.behind or (claim.as_of is not None and before([claim.as_of], turn))


def _fill(  # noqa: PLR0913, PLR0917 - what the page holds, may hold and has room for
    chosen: list[Claim],
    able: Sequence[Claim],
    items: int,
    language: Language,
    beside: Counter[Facet],
    spare: int = 0,
) -> None:
    """Put claims on the page until it holds so many: one for each place, then a second if it has room.

    What was decided has two lines before the others have their second. Lines `beside` take up no room of
    their places. A place has room for so many `spare` lines more.
    """
    taken = Counter(map(_place, chosen)) - beside
    for most in range(1, max(PLACES.values()) + spare + 1):
        for claim in able:
            facet = _place(claim)
            room = min(most + (facet is Facet.OUTCOMES), PLACES[facet] + spare)
            if len(chosen) < items and taken[facet] < room and not _is_said(claim, chosen, language):
                taken[facet] += 1
                chosen.append(claim)


def _is_said(claim: Claim, chosen: Sequence[Claim], language: Language) -> bool:
    """Whether a chosen line says most of what a claim says."""
    told = set(stems(claim.statement.text, language))
    said = (set(stems(one.statement.text, language)) for one in chosen)
    return any(len(told & other) >= SAID_BEFORE * min(len(told), len(other)) for other in said)


def _news(pool: Pool, issued: str) -> tuple[Anchor, ...]:
    """The passages of what happened in the weeks before the issue, to the day or the month."""
    until = date.fromisoformat(issued)
    since = (until - timedelta(days=NEWS_DAYS)).isoformat()
    return tuple(
        passage
        for event in pool.events
        if len(event.start) >= MONTH and since[: len(event.start)] <= event.start <= issued
        for passage in event.evidence
    )


def _weight(claim: Claim, news: Sequence[Anchor]) -> float:
    settled = claim.statement.standing in (Standing.ADOPTED, Standing.SIGNED, Standing.ANNOUNCED)
    passage = claim.evidence[0]
    new = any(one.common(passage) for one in news)
    lead = LEAD[claim.statement.sentence.position] if _is_lead(claim) else 0
    return claim.score + SETTLED * settled + NEWS * new + lead


def _is_lead(claim: Claim) -> bool:
    """Whether a claim is what its source opens with: an act or what came of it, no scene and no view."""
    told = claim.statement
    opens = told.sentence.position < len(LEAD)
    return opens and facet_of(claim) is Facet.OUTCOMES and bool(told.actors)


def _bears_its_day(claim: Claim) -> bool:
    """Whether a claim tells the news its source opens with, or what was signed there, with its day."""
    told = claim.statement
    opens = told.sentence.position < OPENING_SENTENCES and claim.as_of not in (None, UNDATED)
    return opens and (_is_lead(claim) or told.standing in (Standing.ADOPTED, Standing.SIGNED))


def _stands_alone(claim: Claim, language: Language) -> bool:
    """Whether a line needs nothing said before it, and is not of a day of before alone."""
    text = fold(claim.statement.text)
    seen_from, passing = (
        cues.expression(language, "rulings", "summary", name) for name in ("seen_from", "passing")
    )
    leans = any(name in ("demonstrative", "background") for name, _ in claim.reasons)
    return (
        not leans
        and not claim.overtaken
        and not claim.statement.view
        and not cues.expression(language, "rulings", "summary", "never").search(text)
        and not cues.opening(language, "statements", "weak_openings").match(text)
        and (_bears_its_day(claim) or not seen_from.search(text))
        and (claim.as_of is None or not passing.search(text))
        and len(claim.statement.text.split()) <= (LEAD_WORDS if _is_lead(claim) else MAX_WORDS)
    )
