"""What a filled form answers: each blank that is filled, as an answer to the questions that it stands for.

Statements are found by their marks and not by their numbers, which hold within one form only; so a form
still answers what it can when the topic has changed a little.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from brief.errors import Remark
from brief.judge import sheet
from brief.judge.answers import MOST_WEIGHT
from brief.judge.forms import FACETS, KINDS, NONE, RELATIONS, STANCES
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


class Said(Struct, frozen=True):
    """An answer in its plain form, from a line of a file; of what it says it counts for `only` these numbers."""

    line: int
    question: Question
    told: object
    only: frozenset[int] | None = None


class Fault(Struct, frozen=True):
    """A line that cannot be used, and why."""

    line: int
    why: Remark


class Filled(Struct, frozen=True):
    """What a file answers, its lines that cannot be used, and those that answer no question there is."""

    said: tuple[Said, ...] = ()
    faults: tuple[Fault, ...] = ()
    strays: tuple[int, ...] = ()


# An editor may have put direction marks in, which nobody sees.
_UNSEEN = dict.fromkeys((*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x61C))
_HEAD = re.compile(r"\[\s*([A-Z]?)(\d{1,9})\s+~([\d.]{1,20})\s*\]")
_FIELD = re.compile(r"\s+([a-z]+(?: [a-z]+)?)\s*(\([^()]*\))?\s*:(.*)")
_NOTHING = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", NONE}
_COMMAS = re.compile("[,;\u060c\u061b]")


class _Field(Struct, frozen=True):
    line: int
    label: str
    listed: tuple[int, ...]
    value: str

    @property
    def is_nothing(self) -> bool:
        return self.value in _NOTHING


class _Block(Struct, frozen=True):
    """What stands under one head: the letter of its part, its number and its mark."""

    letter: str
    number: int
    mark: str
    fields: dict[str, _Field]


def is_form(text: str) -> bool:
    """Whether `text` is a form at all, filled or not."""
    return text.translate(_UNSEEN).lstrip().startswith(sheet.SIGNED)


def read(text: str, questions: Iterable[Question]) -> Filled:
    """What a form says to the `questions`, which are all that the topic has."""
    known = list(questions)
    blocks, faults = _blocks(text)
    said: list[Said] = []
    strays: list[int] = []
    desk = _Desk(known, {one.number: one.mark for one in blocks if not one.letter})
    for block in blocks:
        for one in desk.read(block):
            match one:
                case Said():
                    said.append(one)
                case Fault():
                    faults.append(one)
                case int():
                    strays.append(one)
    faults.sort(key=lambda one: one.line)
    return Filled(tuple(said), tuple(faults), tuple(strays))


def _blocks(text: str) -> tuple[list[_Block], list[Fault]]:
    """The heads of a form with the filled fields under them, and the lines that are neither."""
    blocks: list[_Block] = []
    faults: list[Fault] = []
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.translate(_UNSEEN).rstrip()
        if not line or line[0] in "#>":
            continue
        if head := _HEAD.match(line):
            blocks.append(_Block(head[1], int(head[2]), head[3], {}))
        elif (found := _FIELD.fullmatch(line)) and blocks:
            field = _field(number, found)
            if field.value and blocks[-1].fields.setdefault(field.label, field) is not field:
                faults.append(Fault(number, Remark("fills a blank that is filled already")))
        else:
            faults.append(Fault(number, Remark("is no line of a form")))
    return _once(blocks, faults), faults


def _field(number: int, found: re.Match[str]) -> _Field:
    listed = tuple(int(one) for one in re.findall(r"\d{1,9}", found[2] or ""))
    return _Field(number, found[1], listed, " ".join(found[3].split()).casefold())


def _once(blocks: Iterable[_Block], faults: list[Fault]) -> list[_Block]:
    """The first block of each number and of each mark; what stands under another is a fault."""
    seen: set[tuple[str, object]] = set()
    kept = []
    for one in blocks:
        names = {(one.letter, one.number), (one.letter, one.mark)}
        if names & seen:
            why = Remark("stands under a number that was there before")
            faults.extend(Fault(field.line, why) for field in one.fields.values())
        else:
            kept.append(one)
        seen |= names
    return kept


_Read = Iterator[Said | Fault | int]
_Place = tuple[Question, int]


class _Desk:
    """The questions of a topic by what a form calls them, and what its numbers stand for."""

    def __init__(self, known: list[Question], numbers: Mapping[int, str]) -> None:
        self.numbers = numbers
        self.statements = {mark: one for one, mark in sheet.marks(known).items()}
        self.lines = {mark: one for one, mark in sheet.line_marks(known).items()}
        self.alone: dict[tuple[type[Question], str], Question] = {
            (type(one), sheet.question_mark(one)): one
            for one in known
            if isinstance(one, SpeakerOf | StanceOf | Disagree)
        }
        self.asked: defaultdict[tuple[type[Question], sheet.Key], list[_Place]] = defaultdict(list)
        for question in known:
            for told in _asked(question):
                self.asked[type(question), sheet.key(told)].append((question, told.number))

    def read(self, block: _Block) -> _Read:
        """What the fields of a block say."""
        for label, field in block.fields.items():
            if (block.letter, label) not in _LABELS:
                yield Fault(field.line, Remark("fills a blank that is not there"))
        if not block.letter:
            yield from self._statement(block)
        elif block.letter == sheet.LINES:
            yield from self._numbered(block, sheet.ARTICLE, BodyOf, self.lines, _article)
        else:
            yield from self._alone(block)

    def _statement(self, block: _Block) -> _Read:
        yield from self._numbered(block, sheet.TELLS, FacetsOf, self.statements, _facets)
        yield from self._numbered(block, sheet.WEIGHT, Matters, self.statements, _weight)
        same, differs = (block.fields.get(label) for label in (sheet.SAME, sheet.DIFFERS))
        if same or differs:
            yield from self._related(block.mark, same, differs)

    def _numbered(
        self,
        block: _Block,
        label: str,
        kind: type[Question],
        keys: Mapping[str, sheet.Key],
        read: Callable[[str], Mapping[str, Any] | None],
    ) -> _Read:
        """What a field says to the questions of a `kind` that ask about what it stands under."""
        field = block.fields.get(label)
        if field is None:
            return
        told = read(field.value)
        places = self.asked.get((kind, keys[block.mark]), []) if block.mark in keys else []
        if told is None:
            yield _unfit(field)
        elif not places:
            yield field.line
        else:
            yield from (Said(field.line, question, [{"number": number, **told}]) for question, number in places)

    def _alone(self, block: _Block) -> _Read:
        label, kind, read = _ALONE.get(block.letter, (None, None, None))
        field = block.fields.get(label) if label else None
        if field is None or kind is None or read is None:
            return
        question = self.alone.get((kind, block.mark))
        told = read(field.value)
        if told is None or (isinstance(question, SpeakerOf) and told["candidate"] > len(question.candidates)):
            yield _unfit(field)
        else:
            yield Said(field.line, question, told) if question else field.line

    def _related(self, mark: str, same: _Field | None, differs: _Field | None) -> _Read:
        """How a statement stands to the others named; all others that its fields list are apart from it."""
        relations, faults = _relations(same, differs)
        line = min(one.line for one in (same, differs) if one)
        first = self.statements.get(mark)
        places = self.asked.get((Related, first), []) if first else []
        if not places:
            yield line
            return
        used = set()
        for question, _ in places:
            entries = dict(self._entries(question, relations))
            used |= set(entries.values())
            listed = {number for field in (same, differs) if field for number in field.listed}
            whole = not faults and relations.keys() <= listed
            yield from self._said(question, line, relations, entries, listed if whole else set())
        yield from faults
        yield from (
            Fault(field_line, Remark("names %(number)s, which it is not asked about", number=number))
            for number, (_, field_line) in relations.items()
            if number not in used
        )
