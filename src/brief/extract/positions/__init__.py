"""Document -> positions: who welcomes, rejects, fears or stands apart from what others do.

A position needs somebody who takes it, a word or an act that takes it and something else it
is taken to; talks that are merely reported are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from brief import names
from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause, Reading, clauses
from brief.extract.positions.cues import cues
from brief.extract.positions.stances import taken
from brief.extract.positions.taken import Taken
from brief.extract.positions.targets import target
from brief.language import Language
from brief.model import Document, Position, Quote, Stance


def positions(document: Document, language: Language, quotes: Sequence[Quote] = ()) -> tuple[Position, ...]:
    """The reactions a document reports, in its order; evidence is the sentence or clause.

    Several stances of one actor in one clause are one position: mixed where they differ. `quotes` are those
    of the document: what stands in one is the stance of its speaker.
    """
    said = sorted((one for one in quotes if one.speaker), key=lambda one: one.evidence.start)
    reading = Reading(
        document=document,
        language=language,
        cues=cues(language),
        names=names.named(document, language),
        said=tuple(said),
        starts=tuple(one.evidence.start for one in said),
    )
    found: list[Position] = []
    for sentence in document.sentences:
        for clause in clauses(reading, sentence):
            found.extend(_positions(clause))
    return tuple(found)


def _positions(clause: Clause) -> Iterator[Position]:
    by_actor: dict[str, list[Taken]] = {}
    for one in taken(clause):
        for actor in (one.actor, *holders.joined(clause.line, one.actor, clause)):
            known = holders.owned(clause, actor)
            by_actor.setdefault(known.key, []).append(structs.replace(one, actor=known))
    for found in by_actor.values():
        many = [one for one in found if not one.weak] or found
        stances = {one.stance for one in many}
        yield Position(
            actor=many[0].actor.label,
            target=next((words for one in many if (words := target(clause, one))), None),
            stance=many[0].stance if len(stances) == 1 or Stance.SUPPORT not in stances else Stance.MIXED,
            evidence=(clause.anchor,),
        )
