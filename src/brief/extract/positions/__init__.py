"""Document -> positions: who welcomes, rejects, fears or stands apart from what others do.

A position needs somebody who takes it, a word or an act that takes it and something else it
is taken to; talks that are merely reported are none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import structs

from brief import names
from brief.extract.events.alone import understood
from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause, Reading, clauses
from brief.extract.positions.cues import Cues, cues
from brief.extract.positions.denials import is_denied_report
from brief.extract.positions.labels import called
from brief.extract.positions.sound import (
    are_many,
    is_anybody,
    is_number,
    is_of_nobody,
    is_paper,
    lodged,
    points_back,
)
from brief.extract.positions.stances import taken
from brief.extract.positions.taken import Taken
from brief.extract.positions.targets import target
from brief.extract.positions.union import united
from brief.extract.statements.openings import answers
from brief.language import Language, fold
from brief.model import Document, Position, Quote, Sentence, Stance
from brief.speakers.callings import is_whereabouts
from brief.speakers.whole import whole
from brief.subjects import Actor

__all__ = ["positions", "united"]

_OPENING = 30  # characters in which a passage shows what it stands on
_PAST = 12  # words of a sentence in which «was» is followed by «had»
_AGAINST = frozenset({Stance.OPPOSE, Stance.CONCERNED})


def positions(document: Document, language: Language, quotes: Sequence[Quote] = ()) -> tuple[Position, ...]:
    """The reactions a document reports, in its order.

    Evidence is the clause, with as much of its sentence as it needs to be understood. Several stances of
    one actor in one clause are one position: mixed where they differ. `quotes` are those of the document:
    what stands in one is the stance of its speaker.
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
    told: Actor | None = None
    for sentence in document.sentences:
        last: Actor | None = None
        mine: list[Position] = []
        for clause in clauses(reading, sentence, told):
            mine.extend(_positions(clause))
            last = clause.speaker or last
        mine = [one for one in mine if not is_denied_report(one.evidence[0], sentence, reading.cues)]
        found.extend(_understood(one, sentence, reading) for one in _joined(mine, reading.cues))
        told = last
    once = (one for n, one in enumerate(found) if not _goes_on(one, found[:n], reading))
    return tuple(one for one in once if not _is_replaced(one, reading))


def _goes_on(one: Position, earlier: Sequence[Position], reading: Reading) -> bool:
    """Whether a stance on nothing named goes on with one that the same quotation told before."""
    if one.target or not earlier:
        return False
    before, here = earlier[-1], one.evidence[0]
    alike = before.actor == one.actor and before.stance is one.stance
    return alike and any(
        quote.evidence.start < here.end and here.start < quote.evidence.end
        for quote in reading.said
        if quote.evidence.start < before.evidence[-1].end and before.evidence[-1].start < quote.evidence.end
    )


def _is_replaced(one: Position, reading: Reading) -> bool:
    """Whether a stance was that of an earlier day, and the sentence before quotes who speaks anew.

    «قال سالم إن بلاده «لا ترفض العرض». وكان سالم قد قال قبل شهر إنه لن يقبله».
    """
    document = reading.document
    end = one.evidence[0].end
    place = next((n for n, each in enumerate(document.sentences) if each.anchor.end >= end), 0)
    here = document.sentences[place].anchor
    words = fold(here.text).split()[:_PAST]
    ways = reading.cues.ways
    past = words[:1] and words[0] in ways["being"] and not ways["done"].isdisjoint(words)
    if not past or not place:
        return False
    before = document.sentences[place - 1].anchor
    return any(
        before.start <= quote.evidence.start < before.end and fold(quote.speaker or "?").split()[-1] in words
        for quote in reading.said
    )


def _understood(one: Position, sentence: Sentence, reading: Reading) -> Position:
    """The position on a passage that tells by itself what it is about, where its sentence does.

    The half of a sentence that answers another tells its own.
    """
    first, *others = one.evidence
    document = reading.document
    if answers(first.text, reading.language):
        return one
    begin = understood(document, sentence, first.start, first.end, reading.language)
    begin = _with_matter(document, sentence, begin, reading.cues)
    told = document.anchor(begin, first.end)
    return structs.replace(one, evidence=(told, *(each for each in others if not told.shares(each))))


def _with_matter(document: Document, sentence: Sentence, begin: int, cues: Cues) -> int:
    """Where words begin that tell what «which» at their head stands for: «وهو ما رفضته كينيا»."""
    opening = " ".join(fold(document.text[begin : begin + _OPENING]).split()[:2])
    if opening not in cues.ways["which"]:
        return begin
    if begin > sentence.anchor.start:
        return sentence.anchor.start
    before = document.sentences[sentence.position - 1] if sentence.position else sentence
    return before.anchor.start if before.paragraph == sentence.paragraph else begin


def _one(stances: Collection[Stance], first: Stance) -> Stance:
    """The one stance that several of one actor amount to: what is done against weighs more than a warning."""
    if Stance.MIXED in stances or (len(stances) > 1 and Stance.SUPPORT in stances):
        return Stance.MIXED
    return next((one for one in (Stance.OPPOSE, Stance.CONCERNED) if one in stances), first)


def _apart(found: Sequence[Taken]) -> Iterator[list[Taken]]:
    """The stances of one actor that are told as one: praise of a thing is not mixed with fear of another."""
    if {one.stance for one in found} == {Stance.SUPPORT, Stance.CONCERNED}:
        yield [one for one in found if one.stance is Stance.SUPPORT]
        yield [one for one in found if one.stance is Stance.CONCERNED]
    else:
        yield list(found)


def _to_what(clause: Clause, found: Sequence[Taken], stance: Stance) -> str | None:
    """What the stance is taken to: told by the words that tell it; of several things none is told alone."""
    if stance is Stance.MIXED:
        targets = {words for one in found if (words := target(clause, one))}
        return targets.pop() if len(targets) == 1 else None
    alike = _AGAINST if stance in _AGAINST else {stance}
    told = sorted(
        (one for one in found if one.stance in alike),
        key=lambda one: one.stance is not stance or one.stop is None,
    )
    return next((words for one in told if (words := target(clause, one))), None)


def _is_but(one: Position, cues: Cues) -> bool:
    words = fold(one.evidence[0].text).split()
    return not cues.ways["buts"].isdisjoint((words[0], " ".join(words[:2])))


def _joined(found: Sequence[Position], cues: Cues) -> Iterator[Position]:
    """The positions of one sentence, those of one actor one where they are of one stance on one target."""
    by_stance: dict[tuple[str, Stance], Position] = {}
    for one in found:
        praised = by_stance.get((one.actor, Stance.SUPPORT))
        if praised and one.stance in _AGAINST and _is_but(one, cues):
            both = (*praised.evidence, *one.evidence)
            mixed = structs.replace(praised, stance=Stance.MIXED, evidence=both)
            by_stance[one.actor, Stance.SUPPORT] = mixed
            continue
        other = by_stance.get((one.actor, one.stance))
        if other and one.target and other.target and one.target != other.target:
            yield one
            continue
        by_stance[one.actor, one.stance] = (
            structs.replace(
                other, target=other.target or one.target, evidence=(*other.evidence, *one.evidence)
            )
            if other
            else one
        )
    yield from by_stance.values()


def _positions(clause: Clause) -> Iterator[Position]:
    by_actor: dict[str, list[Taken]] = {}
    for one in taken(clause):
        for actor in (one.actor, *holders.joined(clause.line, one.actor, clause)):
            for known in called(clause, holders.owned(clause, actor)):
                by_actor.setdefault(known.key, []).append(structs.replace(one, actor=known))
    for found in by_actor.values():
        sound = (one for one in _without_calls(found) if not is_of_nobody(clause, one))
        told = [held for one in sound if (held := lodged(clause, one))]
        for many in _apart([one for one in told if not one.weak] or told):
            if many:
                yield from _position(clause, many)


def _without_calls(found: Sequence[Taken]) -> Sequence[Taken]:
    """The stances of an actor; a mere call, for calm or restraint, takes nothing back from a welcome."""
    if all(one.stance is not Stance.SUPPORT for one in found):
        return found
    return [one for one in found if not (one.stance is Stance.NEUTRAL and one.direct and one.place is None)]


def _position(clause: Clause, many: Sequence[Taken]) -> Iterator[Position]:
    """The one position that several stances of one actor amount to, where it can stand as a row."""
    actor = many[0].actor
    stance = _one({one.stance for one in many}, many[0].stance)
    to_what = _to_what(clause, many, stance)
    if is_whereabouts(actor, clause.language) or (to_what and is_number(clause, to_what)):
        return
    if to_what is None and (
        is_anybody(clause, actor) or (stance is Stance.MIXED and are_many(clause, actor))
    ):
        return
    if is_paper(clause, actor) or (to_what is None and all(points_back(clause, one) for one in many)):
        return
    yield Position(
        actor=whole(clause.reading.document.text, actor, actor.label),
        target=to_what,
        stance=stance,
        evidence=(clause.anchor,),
    )
