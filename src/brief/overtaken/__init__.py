"""What a later source overtakes: it must not be told as if it were still so.

A strike that goes on, a demand, an expectation in an older source, where a newer one tells of
the end, the settlement or the act itself (`acts`, `stages`), of another value, deal or stance in their
place (`revised`), of a higher toll (`tolls`), or came after the time that was set (`limits`); and an
article of long before the issue that speaks of «this visit» or «last year», meaning its own
(`of_its_day`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct, structs

from brief.language import Language, fold
from brief.model import UNDATED, Anchor, Claim, Document, Facet, Statement
from brief.overtaken import acts, limits, revised, stages, tolls, turns
from brief.overtaken.of_its_day import (
    dates_itself,
    goes_on,
    is_of_its_day,
    lies_ahead,
    looks_back,
    moves,
    tells_what_is,
)
from brief.overtaken.passages import day, read
from brief.overtaken.turns import before

__all__ = ["State", "before", "dated", "is_of_its_day", "looks_back", "overtaken"]


class State(Struct, frozen=True):
    """What no longer holds, and since when.

    `turn` is the last day on which news overtook news or opened with an end (`turns`), empty where none
    did; `newest` that of the last source.
    """

    past: frozenset[Anchor]
    turn: str
    newest: str


def overtaken(
    statements: Sequence[Statement], documents: Mapping[str, Document], language: Language
) -> State:
    """The passages whose words no longer hold, by sources of a later day, or speak of another time.

    Documents without a day neither overtake nor are overtaken.
    """
    passages = read(statements, documents, language)
    newest = max((day(document) for document in documents.values()), default="")
    found = dict[Anchor, str]()
    for anchor, since in chain(
        acts.overtaken(passages, language),
        revised.overtaken(passages, language),
        stages.overtaken(passages, language),
        tolls.overtaken(passages, documents.values(), language),
    ):
        found[anchor] = min(found.get(anchor, since), since)
    late = limits.overtaken(passages, newest, language)
    old = {
        one.anchor
        for one in passages
        if documents[one.anchor.source].background and is_of_its_day(one.text, language)
    }
    turn = max(_turn(found, documents), turns.turn(documents.values(), language))
    return State(frozenset((*found, *late, *old)), turn, newest)


def _turn(found: Mapping[Anchor, str], documents: Mapping[str, Document]) -> str:
    """The last day on which news overtook news."""
    news = (since for anchor, since in found.items() if not documents[anchor.source].background)
    return max(news, default="")


def dated(
    claims: Iterable[Claim], state: State, documents: Mapping[str, Document], language: Language
) -> tuple[Claim, ...]:
    """The claims, those with the day they were written on that cannot be understood without it.

    What a later source has overtaken is context of its day, and the present of a background source is of
    its day. Where the matter turned, all that was told before is of its day but what names its own, or is no
    present and told after the turn, too: see `Claim.behind`.
    """
    return tuple(_dated(claim, state, documents, language) for claim in claims)


def _dated(claim: Claim, state: State, documents: Mapping[str, Document], language: Language) -> Claim:
    passage, told = claim.evidence[0], claim.statement
    document, key = documents[passage.source], fold(told.text)
    fresh = "" < day(document) < state.newest
    over = passage in state.past or (not document.published and lies_ahead(key, language))
    behind = _is_behind(claim, state, documents)
    present = tells_what_is(key, language)
    of_its_day = is_of_its_day(key, language) or (fresh and goes_on(key, language))
    if not (
        over
        or of_its_day
        or (present and (document.background or "" < day(document) < state.turn))
        or (
            (behind or (fresh and moves(key, language)))
            and (present or not dates_itself(told.text, language, day(document)))
        )
    ):
        return structs.replace(claim, behind=behind)
    if over:
        told = structs.replace(told, facets=((Facet.CONTEXT, 1.0),), standing=None)
    return structs.replace(
        claim, statement=told, as_of=document.published or UNDATED, overtaken=over, behind=behind
    )


def _is_behind(claim: Claim, state: State, documents: Mapping[str, Document]) -> bool:
    """Whether a claim is told before the turn of the matter and by nobody after it."""
    told = (one for one in claim.evidence if one not in claim.contrary)
    return before((day(documents[one.source]) for one in told), state.turn)
