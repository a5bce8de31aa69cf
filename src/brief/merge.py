"""Evidence of all documents -> claims: what several sources say becomes one claim.

Which passages tell the same is decided pair by pair in `same`; here pairs become claims. Every
passage of a claim tells the same as the one the claim is told by: no chain leads from one
matter to the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from brief import names
from brief.identity import identifier
from brief.language import Language
from brief.model import Anchor, Claim, Statement
from brief.same import Verdict
from brief.same.told import tell

# A claim is best told in so many words: with more of them something else is told too.
LONGEST = 26
# What a word costs, a word beyond that, and the words of a speaker without who says them.
_WORD, _BEYOND, _QUOTED = 0.2, 2, 5
OPENING = tuple('"«“')


def grouped(
    statements: Sequence[Statement], verdicts: Iterable[Verdict], language: Language
) -> tuple[Claim, ...]:
    """The claims that these verdicts make, in the order of the statements they are told by.

    A claim has at most one passage of each document; its further passages are those of the
    statements that tell the same as its own, the surest of each document. A passage that bears
    out one claim may bear out another. No claim is told by a statement that leans.
    """
    sure: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for verdict in verdicts:
        sure[verdict.one][verdict.other] = sure[verdict.other][verdict.one] = verdict.confidence
    taken: set[int] = set()
    members: dict[int, list[int]] = {}
    for index in sorted(sure, key=lambda one: (-sum(sure[one].values()), one)):
        if index in taken:
            continue
        partners = _partners(
            index, {one: how for one, how in sure[index].items() if one not in taken}, statements
        )
        teller = _teller([index, *partners], sure, statements, language) if partners else None
        if teller is not None:
            members[teller] = [one for one in (index, *partners) if one in sure[teller]]
            taken.update((teller, *members[teller]))
    return tuple(
        claim(statement, _borne_out(index, members.get(index, ()), sure, statements))
        for index, statement in enumerate(statements)
        if not statement.leans and (index in members or index not in taken)
    )


def _borne_out(
    index: int,
    members: Sequence[int],
    sure: dict[int, dict[int, float]],
    statements: Sequence[Statement],
) -> Iterator[Anchor]:
    """The further passages of a claim: its own group's, then the surest of each other document."""
    cited = {statements[one].anchor.source for one in (index, *members)}
    yield from (statements[one].anchor for one in members)
    for one in _partners(index, sure.get(index, {}), statements):
        if statements[one].anchor.source not in cited:
            yield statements[one].anchor


def claim(statement: Statement, others: Iterable[Anchor]) -> Claim:
    """The claim told by `statement`, with the passages that tell it too."""
    anchor = statement.anchor
    id_ = "s" + identifier("statement", anchor.source, anchor.start, anchor.end)
    return Claim(id=id_, statement=statement, evidence=(anchor, *others))


def _partners(index: int, sure: dict[int, float], statements: Sequence[Statement]) -> list[int]:
    """For each other document the surest partner there, the surest of all first."""
    best: dict[str, int] = {}
    for other in sorted(sure, key=lambda one: (-sure[one], one)):
        source = statements[other].anchor.source
        if source != statements[index].anchor.source:
            best.setdefault(source, other)
    return list(best.values())


def _teller(
    group: Sequence[int],
    sure: dict[int, dict[int, float]],
    statements: Sequence[Statement],
    language: Language,
) -> int | None:
    """Who of a group tells its claim best: as most others do, most completely in few words.

    None where all of them lean.
    """
    able = [one for one in group if not statements[one].leans]
    agreeing = {one: sum(other in sure[one] for other in group) for one in able}
    return max(
        able,
        key=lambda one: (agreeing[one], _fullness(statements[one], language), -one),
        default=None,
    )


def _fullness(statement: Statement, language: Language) -> float:
    """How much a statement tells for its length; a frame around it is length, and so is a quotation mark."""
    words = len(statement.text.split())
    named = names.find(statement.text, language)
    told = len(tell(statement.text, language, named, {}).units)
    quoted = statement.text.startswith(OPENING)
    return told - _WORD * words - _BEYOND * max(0, words - LONGEST) - _QUOTED * quoted
