"""Evidence of all documents -> claims: what several sources say becomes one claim.

Which passages tell the same is decided pair by pair in `same`; here pairs become claims. Every
passage of a claim tells the same as the one the claim is told by: no chain leads from one
matter to the next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from brief import names
from brief.identity import identifier
from brief.language import Language, fold
from brief.model import Anchor, Claim, Facet, Statement
from brief.same import Verdict
from brief.same.told import tell

# A claim is best told in so many words: with more of them something else is told too.
LONGEST = 26
# What a word costs, a word beyond that, and the words of a speaker without who says them.
_WORD, _BEYOND, _QUOTED = 0.2, 2, 5
# So many figures of its own make a statement one that is offered, though it also bears out another.
_MORE = 3
_NUMBER = re.compile(r"\d[\d.,]*")
OPENING = tuple('"«“')
# What weighs so much is told by itself too.
MUST = 3.0
# Nobody but the rules weighed.
NO_WEIGHTS: Mapping[Anchor, float] = {}


def grouped(
    statements: Sequence[Statement],
    verdicts: Iterable[Verdict],
    language: Language,
    weights: Mapping[Anchor, float] = NO_WEIGHTS,
    columns: Collection[str] = frozenset(),
) -> tuple[Claim, ...]:
    """The claims that these verdicts make, in the order of the statements they are told by.

    A claim has at most one passage of each document; its further passages are those of the
    statements that tell the same as its own, the surest of each document. A passage that bears
    out one claim may bear out another. No claim is told by a statement that leans. Where somebody gave
    `weights` to passages, a claim is told by one of those that weigh most. What a report and one of the
    `columns` (ids of documents that give their author's view) tell alike, the report tells.
    """
    told = _Told(verdicts)
    members, taken = _groups(told, statements, language, weights, columns)
    return tuple(
        _claim(index, _borne_out(index, members.get(index, ()), told, statements), told, statements)
        for index, statement in enumerate(statements)
        if not statement.leans
        and (
            weights.get(statement.anchor, 0.0) >= MUST
            or _is_offered(index, taken.get(index, index), statements)
        )
    )


class _Told:
    """How sure it is that each statement tells the same as others, and who tells it otherwise."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        self.sure: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self.otherwise: defaultdict[int, set[int]] = defaultdict(set)
        for verdict in verdicts:
            for one, other in ((verdict.one, verdict.other), (verdict.other, verdict.one)):
                self.sure[one][other] = verdict.confidence
                if verdict.differs:
                    self.otherwise[one].add(other)

    def agree(self, one: int, other: int) -> bool:
        """Whether two statements tell one claim in one way."""
        return other in self.sure[one] and other not in self.otherwise[one]


def _groups(
    told: _Told,
    statements: Sequence[Statement],
    language: Language,
    weights: Mapping[Anchor, float],
    columns: Collection[str],
) -> tuple[dict[int, list[int]], dict[int, int]]:
    """Who else tells the claim of each teller, and by whom the claim of each statement is told."""
    members: dict[int, list[int]] = {}
    taken: dict[int, int] = {}
    for index in sorted(told.sure, key=lambda one: (-sum(told.sure[one].values()), one)):
        free = {one: sure for one, sure in told.sure[index].items() if one not in taken}
        if index in taken or not free:
            continue
        group = [index, *_partners(index, free, statements)]
        most = max((weights.get(statements[one].anchor, 0.0) for one in group), default=0.0)
        weighty = [one for one in group if weights.get(statements[one].anchor, 0.0) == most]
        alike = {one: sum(told.agree(one, other) for other in group) for one in weighty}
        teller = _teller(alike, statements, language, columns)
        if len(group) > 1 and teller is not None:
            members[teller] = [one for one in group if one in told.sure[teller]]
            taken |= dict.fromkeys((teller, *members[teller]), teller)
    return members, taken


def _is_offered(index: int, teller: int, statements: Sequence[Statement]) -> bool:
    """Whether a statement tells its claim, or figures that the one by which it is told does not.

    So does the act that an article opens with: a report sums up in it what happened.
    """
    mine, theirs = (set(_NUMBER.findall(fold(statements[one].text))) for one in (index, teller))
    return index == teller or len(mine - theirs) >= _MORE or _is_lead(statements[index])


def _is_lead(statement: Statement) -> bool:
    """Whether a statement tells an act in the first sentence of its article."""
    acts = bool(statement.facets) and statement.facets[0][0] is Facet.OUTCOMES
    return acts and not statement.sentence.position


def _borne_out(
    index: int, members: Sequence[int], told: _Told, statements: Sequence[Statement]
) -> tuple[int, ...]:
    """Who tells a claim too: its own group, then the surest of each other document."""
    cited = {statements[one].anchor.source for one in (index, *members)}
    others = _partners(index, told.sure.get(index, {}), statements)
    return (*members, *(one for one in others if statements[one].anchor.source not in cited))


def _claim(index: int, others: Sequence[int], told: _Told, statements: Sequence[Statement]) -> Claim:
    """The claim told by a statement, with the passages that tell it too, and those that tell it otherwise."""
    anchor = statements[index].anchor
    unlike = told.otherwise.get(index, set())
    return Claim(
        id="s" + identifier("statement", anchor.source, anchor.start, anchor.end),
        statement=statements[index],
        evidence=(anchor, *(statements[one].anchor for one in others)),
        contrary=tuple(statements[one].anchor for one in others if one in unlike),
    )


def _partners(index: int, sure: dict[int, float], statements: Sequence[Statement]) -> list[int]:
    """For each other document the surest partner there, the surest of all first."""
    best: dict[str, int] = {}
    for other in sorted(sure, key=lambda one: (-sure[one], one)):
        source = statements[other].anchor.source
        if source != statements[index].anchor.source:
            known = best.setdefault(source, other)
            if _lies_within(statements[other].anchor, statements[known].anchor):
                best[source] = other
    return list(best.values())


def _lies_within(one: Anchor, other: Anchor) -> bool:
    """Whether a passage is a part of another: the clause that tells it says it better than the whole."""
    return other.start <= one.start and one.end <= other.end and one != other


def _teller(
    alike: Mapping[int, int], statements: Sequence[Statement], language: Language, columns: Collection[str]
) -> int | None:
    """Who of a group tells its claim best: as most others do, in a report, most completely in few words.

    `alike` are those of the group, with how many others tell it as each does. None where all lean.
    """
    able = [one for one in alike if not statements[one].leans]
    most = max((alike[one] for one in able), default=0)
    # How full a statement is takes a reading of it: only those are read between whom it decides.
    best = [one for one in able if alike[one] == most]
    best = [one for one in best if statements[one].anchor.source not in columns] or best
    if len(best) < 2:
        return next(iter(best), None)
    return max(best, key=lambda one: (_fullness(statements[one], language), -one))


def _fullness(statement: Statement, language: Language) -> float:
    """How much a statement tells for its length; a frame around it is length, and so is a quotation mark."""
    words = len(statement.text.split())
    named = names.find(statement.text, language)
    told = len(tell(statement.text, language, named, {}).units)
    quoted = statement.text.startswith(OPENING)
    return told - _WORD * words - _BEYOND * max(0, words - LONGEST) - _QUOTED * quoted
