"""Evidence of all documents -> what they tell differently, set side by side.

Only rules that were precise, one in each file: two figures of one measure, counts and amounts
of one thing, dates of one event, spans of years that cannot be, a bound and an approximation
on one figure, «last year» read from texts of different years. Passages meet through an index
of measures and head nouns, never all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from brief.disagree.acts import acts
from brief.disagree.against import against
from brief.disagree.agents import agents
from brief.disagree.amounts import amounts
from brief.disagree.anew import told_anew
from brief.disagree.answers import answers
from brief.disagree.arithmetic import arithmetic
from brief.disagree.causes import causes
from brief.disagree.certainties import certainties
from brief.disagree.clefts import clefts
from brief.disagree.contested import contested
from brief.disagree.contradicted import contradicted
from brief.disagree.contrary import contrary
from brief.disagree.contrasted import contrasted
from brief.disagree.corrections import corrections
from brief.disagree.counts import counts
from brief.disagree.denials import denials
from brief.disagree.disputed import disputed
from brief.disagree.durations import durations
from brief.disagree.fates import fates
from brief.disagree.firsts import firsts
from brief.disagree.headlines import headlines
from brief.disagree.indefinite import indefinite
from brief.disagree.initiators import initiators
from brief.disagree.limited import limited
from brief.disagree.measured import measured
from brief.disagree.names_of_things import names_of_things
from brief.disagree.opposed import opposed
from brief.disagree.opposites import opposites
from brief.disagree.passages import corpus
from brief.disagree.phrasing import phrasing
from brief.disagree.professed import professed
from brief.disagree.recalled import recalled
from brief.disagree.relative_years import relative_years
from brief.disagree.revised import revised
from brief.disagree.roles import roles
from brief.disagree.rows import is_of_a_rumour, of_one_row
from brief.disagree.sequence import sequence
from brief.disagree.silence import silence
from brief.disagree.slips import slips
from brief.disagree.spans import spans
from brief.disagree.states import States
from brief.disagree.tenses import tenses
from brief.disagree.terms import terms
from brief.disagree.times import times
from brief.disagree.twins import twins
from brief.disagree.universals import universals
from brief.disagree.unnamed_times import unnamed_times
from brief.disagree.voices import voices
from brief.disagree.votes import votes
from brief.disagree.weekdays import weekdays
from brief.disagree.weight import weighed
from brief.language import Language
from brief.model import Anchor, Datapoint, Discrepancy, Evidence


def discrepancies(
    evidence: Sequence[Evidence], points: Sequence[Datapoint], language: Language
) -> tuple[Discrepancy, ...]:
    """What the documents say differently; each has two or more passages, or one that errs.

    `points` are the figures of all documents, each once. The weightiest come first;
    nothing is judged right or wrong.
    """
    clauses = corpus(evidence, language)
    states = States(points, clauses)
    put_right = [*revised(clauses), *corrections(clauses)]
    found = [
        *put_right,
        *told_anew(clauses, put_right),
        *limited(clauses),
        *counts(evidence, points, states, language),
        *measured(evidence, points, states, language),
        *amounts(points, clauses, states),
        *arithmetic(points, clauses),
        *indefinite(clauses),
        *terms(evidence, language),
        *phrasing(evidence, language),
        *relative_years(evidence, language),
        *times(clauses),
        *denials(clauses),
        *silence(clauses),
        *firsts(clauses),
        *tenses(clauses),
        *professed(clauses),
        *weekdays(clauses),
        *unnamed_times(clauses),
        *certainties(clauses),
        *sequence(clauses),
        *twins(clauses),
        *roles(clauses),
        *headlines(evidence, clauses),
        *names_of_things(clauses),
        *voices(clauses),
        *agents(clauses),
        *initiators(clauses),
        *causes(clauses),
        *opposites(clauses),
        *acts(clauses),
        *universals(clauses),
        *fates(clauses),
        *slips(clauses),
        *durations(clauses),
        *spans(clauses),
        *votes(clauses),
        *contrary(clauses),
        *answers(clauses),
        *recalled(clauses),
        *opposed(clauses),
        *clefts(clauses),
        *contrasted(clauses),
        *disputed(clauses),
        *contested(clauses),
        *contradicted(clauses),
    ]
    found += against(clauses, found)
    apart = (
        one for one in _unique(found) if not of_one_row(one, language) and not is_of_a_rumour(one, language)
    )
    return tuple(weighed(apart, evidence))


def _unique(found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Each set of passages once, also where one rule finds more of them, or longer ones, than another."""
    seen: defaultdict[str, list[list[Anchor]]] = defaultdict(list)
    for one in found:
        passages = [item.evidence[0] for item in one.items]
        if any(_within(passages, other) for other in seen[passages[0].source]):
            continue
        for source in {passage.source for passage in passages}:
            seen[source].append(passages)
        yield one


def _within(passages: Sequence[Anchor], others: Sequence[Anchor]) -> bool:
    """Whether each of some passages overlaps one of others, and they are not one."""
    overlaps = (any(one.common(other) for other in others) for one in passages)
    return all(overlaps) and len(passages) <= len(others)
