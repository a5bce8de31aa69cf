"""What a filled form answers: each blank that is filled, as an answer to the questions that it stands for.

Statements are found by their marks and not by their numbers, which hold within one form only; so a form
still answers what it can when the topic has changed a little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from brief.errors import Remark
from brief.judge import blanks, marks, sheet, wording
from brief.judge.blanks import Block, Fault, Field
from brief.judge.forms import RELATIONS
from brief.judge.marks import Key, key
from brief.judge.questions import (
    BodyOf,
    Disagree,
    FacetsOf,
    Matters,
    Question,
    Related,
    SpeakerOf,
    StanceOf,
    Told,
)
from brief.judge.wording import Named


class Said(Struct, frozen=True):
    """An answer in its plain form, from a line of a file.

    It counts for `only` these numbers, for all that it speaks of where that is None.
    """

    line: int
    question: Question
    told: object
    only: frozenset[int] | None = None


class Stray(Struct, frozen=True):
    """A line that answers no question of the topic any more."""

    line: int


class Filled(Struct, frozen=True):
    """What a file answers, its lines that cannot be used, and those that answer no question there is."""

    said: tuple[Said, ...] = ()
    faults: tuple[Fault, ...] = ()
    strays: tuple[Stray, ...] = ()


_Read = Iterator[Said | Fault | Stray]
# Whose statements the blanks of a name are about.
_KINDS: Mapping[str, type[Question]] = {sheet.TELLS: FacetsOf, sheet.WEIGHT: Matters, sheet.ARTICLE: BodyOf}
# The blanks that there are, by the letter before the number of what they stand under.
_LABELS: Mapping[str, Sequence[str]] = {
    "": (sheet.TELLS, sheet.WEIGHT, sheet.SAME, sheet.DIFFERS),
    sheet.LINES: (sheet.ARTICLE,),
    sheet.QUOTES: (sheet.SPEAKER,),
    sheet.POSITIONS: (sheet.STANCE,),
    sheet.DISAGREEMENTS: (sheet.DIFFER,),
}
_ALONE: Mapping[type[Question], str] = {
    SpeakerOf: sheet.QUOTES,
    StanceOf: sheet.POSITIONS,
    Disagree: sheet.DISAGREEMENTS,
}


def read(text: str, questions: Sequence[Question]) -> Filled:
    """What a form says to the `questions`, which are all that the topic has."""
    blocks, faults = blanks.read(text)
    desk = _Desk(questions, {one.number: one.mark for one in blocks if not one.letter})
    came = [one for block in blocks for one in desk.read(block)]
    faults += [one for one in came if isinstance(one, Fault)]
    return Filled(
        tuple(one for one in came if isinstance(one, Said)),
        tuple(sorted(faults, key=lambda one: one.line)),
        tuple(one for one in came if isinstance(one, Stray)),
    )


class _Desk:
    """The questions of a topic by what a form calls them, and the marks behind the form's numbers."""

    def __init__(self, questions: Sequence[Question], numbers: Mapping[int, str]) -> None:
        self.numbers = numbers
        self.statements = {mark: one for one, mark in marks.statements(questions).items()}
        self.lines = {mark: one for one, mark in marks.lines(questions).items()}
        alone = (one for one in questions if type(one) in _ALONE)
        self.alone = {(_ALONE[type(one)], marks.question(one)): one for one in alone}
        self.asked: defaultdict[tuple[type[Question], Key], list[tuple[Question, int]]] = defaultdict(list)
        for question in questions:
            for told in _subjects(question):
                self.asked[type(question), key(told)].append((question, told.number))

    def read(self, block: Block) -> _Read:
        """What the blanks of a block say."""
        labels = _LABELS.get(block.letter, ())
        for field in block.fields.values():
            if not field.value or field.label in {sheet.SAME, sheet.DIFFERS} & {*labels}:
                continue
            if field.label in labels:
                yield from self._field(block, field)
            else:
                yield Fault(field.line, Remark("fills a blank that is not there"))
        if not block.letter:
            yield from self._related(block)

    def _field(self, block: Block, field: Field) -> _Read:
        """What a blank says that holds an answer by itself."""
        told = wording.READERS[field.label](field.value)
        if told is None:
            yield wording.unfit(field)
        elif field.label in _KINDS:
            places = self._places(_KINDS[field.label], block)
            yield from (Said(field.line, one, [{"number": number, **told}]) for one, number in places)
            if not places:
                yield Stray(field.line)
        else:
            question = self.alone.get((block.letter, block.mark))
            yield Said(field.line, question, told) if question else Stray(field.line)

    def _places(self, kind: type[Question], block: Block) -> list[tuple[Question, int]]:
        """The questions of a kind that ask about what a block stands for, and the number it has in each."""
        found = (self.statements if not block.letter else self.lines).get(block.mark)
        return self.asked.get((kind, found), []) if found else []

    def _related(self, block: Block) -> _Read:
        """How a statement stands to those named; to all others that its blanks list it has no relation."""
        fields = [block.fields[label] for label in (sheet.SAME, sheet.DIFFERS) if label in block.fields]
        filled = [one for one in fields if one.value]
        questions = [question for question, _ in self._places(Related, block)]
        if not filled or not questions:
            yield from (Stray(one.line) for one in filled)
            return
        named, faults = wording.named(filled)
        known = [(question, self._answered(question, named)) for question in questions]
        numbers = {number for _, told in known for number in told}
        listed = {(field.line, number) for field in fields for number in field.listed}
        gone = [one for one in named if one.number not in numbers]
        faults += [_unasked(one) for one in gone if (one.line, one.number) not in listed]
        # Whoever named one wrongly may have meant any of the others.
        apart = set() if faults else {number for _, number in listed}
        for question, told in known:
            here = (one for one in named if one.number in told)
            entries = [{"number": told[one.number], "as": one.relation} for one in here]
            only = frozenset((*told.values(), *self._others(question, apart).values()))
            if only:
                yield Said(filled[0].line, question, entries, only)
        yield from faults
        yield from (Stray(one.line) for one in gone if (one.line, one.number) in listed)

    def _answered(self, question: Question, named: Iterable[Named]) -> dict[int, int]:
        """The numbers that a question gives to those named, where it asks for such a relation to them."""
        within = getattr(question, "within", ())
        relations = {one.number: one.relation for one in named}
        return {
            number: place
            for number, place in self._others(question, relations).items()
            if not (place in within and relations[number] == RELATIONS[0])
        }

    def _others(self, question: Question, numbers: Iterable[int]) -> dict[int, int]:
        """The numbers that a question gives to those that have these numbers in the form."""
        places = {key(one): one.number for one in getattr(question, "statements", ())[1:]}
        keys = {number: self.statements.get(self.numbers.get(number, "")) for number in numbers}
        return {number: places[one] for number, one in keys.items() if one in places}


def _unasked(one: Named) -> Fault:
    return Fault(one.line, Remark("%(number)s is not asked about here", number=one.number))


def _subjects(question: Question) -> Iterator[Told]:
    """The statements by which a form finds a question: those asked about, or the one compared with others."""
    match question:
        case FacetsOf() | Matters() | BodyOf():
            yield from (one for one in question.statements if one.number in question.asked)
        case Related():
            yield question.statements[0]
