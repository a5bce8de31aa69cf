"""What a later source overtakes: it must not be told as if it were still so.

A strike that goes on, a demand, an expectation in an older source, where a newer one tells of the end, the
settlement or the act itself (`acts`, `stages`), of another value, deal or stance in their place
(`revised`), of another time (`moved`) or the day (`scheduled`), of a higher toll (`tolls`), of terms
annulled (`struck`), of the text that came of a draft (`drafts`), of what was said at first (`accounts`), of
a signing that was ahead or only claimed (`signed`), or came after the time that was set (`limits`); and an
article of long before the issue that speaks of «this visit» or «last year», meaning its own (`of_its_day`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct, structs

from brief.language import Language, fold
from brief.model import UNDATED, Anchor, Claim, Document
from brief.overtaken import (
    accounts,
    acts,
    anew,
    as_told,
    drafts,
    limits,
    moved,
    revised,
    scheduled,
    signed,
    stages,
    struck,
    tolls,
    turns,
)
from brief.overtaken.of_its_day import (
    dates_itself,
    goes_on,
    is_expected,
    is_of_its_day,
    is_so_then,
    lies_ahead,
    looks_back,
    moves,
    stands,
    tells_what_is,
)
from brief.overtaken.passages import Passage, Wording, day, read, wordings
from brief.overtaken.turns import before

__all__ = ["State", "before", "dated", "is_of_its_day", "looks_back", "overtaken", "wordings"]


class State(Struct, frozen=True):
    """What no longer holds, and since when.

    `since` has the days of the sources by which passages are overtaken, `renewing` are the later passages
    that tell what holds in their place: another figure, time, deal or stance, `anew` those of them that tell
    a figure anew, deny it or tell terms as annulled, by the passage that they correct. `turn` is the last day
    on which news overtook news or opened with an end (`turns`), empty where none did; `newest` that of the
    last source, `report` that of the last one that is no opinion and no background.
    """

    past: frozenset[Anchor]
    since: dict[Anchor, str]
    renewing: frozenset[Anchor]
    anew: dict[Anchor, Anchor]
    turn: str
    newest: str
    report: str


def overtaken(told: Sequence[Wording], documents: Mapping[str, Document], language: Language) -> State:
    """The passages whose words no longer hold, by sources of a later day, or speak of another time.

    Documents without a day neither overtake nor are overtaken.
    """
    passages = read(told, documents, language)
    newest = max((day(document) for document in documents.values()), default="")
    report = max((day(one) for one in documents.values() if not (one.opinion or one.background)), default="")
    found = dict[Anchor, str]()
    figures = [
        *anew.overtaken(passages, documents.values(), language),
        *revised.denied(passages, language),
        *struck.overtaken(passages, language),
        *accounts.overtaken(passages, language),
    ]
    renewals = [
        *revised.overtaken(passages, language),
        *moved.overtaken(passages, language),
        *scheduled.overtaken(passages, language),
    ]
    for anchor, since in chain(
        acts.overtaken(passages, language),
        ((old, new.day) for old, new in renewals),
        stages.overtaken(passages, language),
        ((old, new.day) for old, new in drafts.overtaken(passages, language)),
        tolls.overtaken(passages, documents.values(), language),
    ):
        found[anchor] = min(found.get(anchor, since), since)
    turn = max(_turn(found, documents), turns.turn(documents.values(), language))
    for anchor, new in figures:  # of one figure told anew the matter does not turn
        found[anchor] = min(found.get(anchor, new.day), new.day)
    raised = tolls.raised(passages, language)
    renewing = frozenset((*(new.anchor for _, new in (*figures, *renewals)), *raised))
    late = limits.overtaken(passages, newest, language)
    old = {
        one.anchor
        for one in passages
        if documents[one.anchor.source].background and is_of_its_day(one.text, language)
    }
    past = frozenset((*found, *late, *old, *signed.overtaken(passages, language)))
    return State(past, found, renewing - past, _corrections(figures, past), turn, newest, report)


def _corrections(figures: Iterable[tuple[Anchor, Passage]], past: Collection[Anchor]) -> dict[Anchor, Anchor]:
    """For each passage that is corrected the last one that does it and holds, in the fewest words."""
    found = dict[Anchor, Passage]()
    for old, new in figures:
        if new.anchor not in past:
            found[old] = max(found.get(old, new), new, key=lambda one: (one.day, -len(one.anchor.text)))
    return {old: new.anchor for old, new in found.items()}


def _turn(found: Mapping[Anchor, str], documents: Mapping[str, Document]) -> str:
    """The last day on which news overtook news."""
    news = (since for anchor, since in found.items() if not documents[anchor.source].background)
    return max(news, default="")


def dated(
    claims: Iterable[Claim], state: State, documents: Mapping[str, Document], language: Language
) -> tuple[Claim, ...]:
    """The claims, those with the day they were written on that cannot be understood without it.

    What a later source has overtaken is of its day, and background but for acts (`as_told`). The present of
    a background source is of its day, and so is what a report tells as being or to come where none of the
    last day tells it, too. Where the matter turned, all that was told before is of its day but what names
    its own, or is no present and told after the turn, too: see `Claim.behind`. Passages that tell it as
    overtaken are `contrary`.
    """
    return tuple(_dated(claim, state, documents, language) for claim in claims)


def _dated(claim: Claim, state: State, documents: Mapping[str, Document], language: Language) -> Claim:
    claim = _compared(claim, state, documents, language)
    claim = structs.replace(claim, renews=claim.evidence[0] in state.renewing)
    passage, told = claim.evidence[0], claim.statement
    document, key = documents[passage.source], fold(told.text)
    fresh = "" < day(document) < state.newest
    over = passage in state.past or (not document.published and lies_ahead(key, language))
    behind, stale = (_is_before(claim, since, documents) for since in (state.turn, state.report))
    present = tells_what_is(key, language)
    of_its_day = is_of_its_day(key, language) or (
        fresh and (goes_on(key, language) or is_expected(key, language))
    )
    if (stands(key, language) and not (over or of_its_day)) or not (
        over
        or of_its_day
        or (stale and is_so_then(key, language))
        or (present and (document.background or "" < day(document) < state.turn))
        or (
            (behind or (fresh and moves(key, language)))
            and (present or not dates_itself(told.text, language, day(document)))
        )
    ):
        return structs.replace(claim, behind=behind)
    if over:
        told = structs.replace(told, facets=as_told.facets(told, language), standing=None)
    return structs.replace(
        claim, statement=told, as_of=document.published or UNDATED, overtaken=over, behind=behind
    )


def _is_before(claim: Claim, since: str, documents: Mapping[str, Document]) -> bool:
    """Whether a claim is told before a day and by nobody from then on."""
    told = (one for one in claim.evidence if one not in claim.contrary)
    return before((day(documents[one.source]) for one in told), since)


def _compared(claim: Claim, state: State, documents: Mapping[str, Document], language: Language) -> Claim:
    """The claim with those of its passages as contrary that overtake the first or are overtaken by it."""
    first, *others = claim.evidence
    own = fold(first.text) if others else ""
    otherwise = (
        one
        for one in others
        if one not in claim.contrary
        and (
            _overtakes(one, first, state, documents)
            or _overtakes(first, one, state, documents)
            or revised.gives_up(fold(one.text), own, language)
            or revised.gives_up(own, fold(one.text), language)
        )
    )
    claim = structs.replace(claim, contrary=(*claim.contrary, *otherwise))
    return _corrected(claim, state.anew[first]) if first in state.anew else claim


def _corrected(claim: Claim, new: Anchor) -> Claim:
    """The claim with the passage that corrects it as contrary, in place of others of that source."""
    left = tuple(one for one in claim.evidence if one.source != new.source)
    unlike = tuple(one for one in claim.contrary if one.source != new.source)
    return structs.replace(claim, evidence=(*left, new), contrary=(*unlike, new))


def _overtakes(new: Anchor, old: Anchor, state: State, documents: Mapping[str, Document]) -> bool:
    """Whether a passage is of the day, or later, on which another one was overtaken, and itself is not."""
    return new not in state.since and "" < state.since.get(old, "") <= day(documents[new.source])
