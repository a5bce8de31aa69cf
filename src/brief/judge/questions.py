"""What a judge is asked and what it may answer: numbered statements in, numbers and labels out.

A judge points, it never writes: no field of an answer can hold a word that gets printed. Each
question carries in `read` what the program's own rules read in the passages; that stands wherever
nobody answers. The digest of a question is that of its passages alone, so that a kept answer
outlives a change of the rules, another name of a file, and all that changes elsewhere in the topic.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import Literal

import msgspec
from msgspec import Struct, structs

from brief.model import Anchor, Document, Facet, Sentence, Stance

Share = tuple[Facet, float]
# What two statements that speak of one matter can tell differently.
Point = Literal[
    "number", "amount", "date", "place", "order", "speaker", "certainty", "negation", "cause", "state"
]
# How a statement stands to another: it tells the same claim, the same matter differently, or neither.
Relation = Literal["same", "apart"] | Point
# A quarrel that the rules found is one, and of which kind.
Kind = Literal["conflict", "precision", "typo"]


class Told(Struct, frozen=True):
    """A numbered statement as a judge sees it.

    `source` is the id of its document, where it stands from `start` to `end` (code points), and
    `published` the ISO date of that; `heading` is the section heading above it, `lead` its run-in
    heading; `paragraph` counts from 0 in its document.
    """

    number: int
    text: str
    source: str
    start: int = 0
    end: int = 0
    published: str | None = None
    heading: str | None = None
    lead: str | None = None
    paragraph: int = 0


class Kept(Struct, frozen=True, tag="body"):
    """Whether each line belongs to the article, by its number."""

    lines: dict[int, bool]


class Shares(Struct, frozen=True, tag="facets"):
    """The facets of statements by their numbers, with their shares (0 to 1), the surest first."""

    facets: dict[int, tuple[Share, ...]]


class Weights(Struct, frozen=True, tag="weights"):
    """How much a decision-maker must know each statement, by its number: 0 (not at all) to 3 (a must)."""

    weights: dict[int, float]


class Relations(Struct, frozen=True, tag="related"):
    """How the statement that is asked about stands to each of the others, by their numbers."""

    relations: dict[int, Relation]


class Verdict(Struct, frozen=True, tag="verdict"):
    """The kind of a disagreement, or None where there is none."""

    kind: Kind | None


class Choice(Struct, frozen=True, tag="choice"):
    """The place of the chosen candidate in the list, or None for nobody of them."""

    candidate: int | None


class StanceTaken(Struct, frozen=True, tag="stance"):
    """The stance, or None where none is taken."""

    stance: Stance | None


class BodyOf(Struct, frozen=True, tag="body"):
    """Do the lines `asked` about belong to the article, or to the page around it; the others stand beside."""

    title: str | None
    statements: tuple[Told, ...]
    asked: tuple[int, ...]
    read: Kept


class FacetsOf(Struct, frozen=True, tag="facets"):
    """What do the statements `asked` about tell; all are of one document, in reading order."""

    title: str | None
    statements: tuple[Told, ...]
    asked: tuple[int, ...]
    read: Shares


class Matters(Struct, frozen=True, tag="matters"):
    """How much must a decision-maker know of what is `asked` about; all are of one document, in order."""

    title: str | None
    statements: tuple[Told, ...]
    asked: tuple[int, ...]
    read: Weights


class Related(Struct, frozen=True, tag="related"):
    """How does the first of these statements stand to each of the others.

    Those `within` its own source cannot bear it out; they can only tell the matter differently.
    """

    statements: tuple[Told, ...]
    within: tuple[int, ...]
    read: Relations

    @property
    def asked(self) -> tuple[int, ...]:
        """The numbers of the others."""
        return tuple(one.number for one in self.statements[1:])


class Disagree(Struct, frozen=True, tag="disagree"):
    """Do these passages disagree on `topic`, and how."""

    topic: str
    statements: tuple[Told, ...]
    read: Verdict


class SpeakerOf(Struct, frozen=True, tag="speaker"):
    """Who of `candidates` says the words between `start` and `end` of `passage` (code points)."""

    passage: str
    start: int
    end: int
    candidates: tuple[str, ...]
    read: Choice


class StanceOf(Struct, frozen=True, tag="stance"):
    """Which stance does `actor` take in `passage`."""

    passage: str
    actor: str
    read: StanceTaken


Question = BodyOf | FacetsOf | Matters | Related | Disagree | SpeakerOf | StanceOf
Answer = Kept | Shares | Weights | Relations | Verdict | Choice | StanceTaken

# The form of answer that each kind of question asks for.
ANSWERS: Mapping[type[Question], type[Answer]] = {
    BodyOf: Kept,
    FacetsOf: Shares,
    Matters: Weights,
    Related: Relations,
    Disagree: Verdict,
    SpeakerOf: Choice,
    StanceOf: StanceTaken,
}


def kind_of(question: Question) -> str:
    """The name of a question's kind, as records and files tell it."""
    return str(question.__struct_config__.tag)


def seen(
    number: int, text: str, sentence: Sentence, document: Document, passage: Anchor | None = None
) -> Told:
    """The words `text` of a `passage` as a judge sees them, under the headings of their sentence."""
    place = passage or sentence.anchor
    return Told(
        number=number,
        text=text,
        source=document.id,
        start=place.start,
        end=place.end,
        published=document.published,
        heading=sentence.heading.text if sentence.heading else None,
        lead=sentence.lead.text if sentence.lead else None,
        paragraph=sentence.paragraph,
    )


def digest(question: Question) -> str:
    """The name of a question: the same for the same passages asked about in the same way."""
    told: list[object] = [kind_of(question)]
    for name in question.__struct_fields__:
        value = getattr(question, name)
        if name == "statements":
            told.append([_seen(one) for one in value])
        elif name != "read":
            told.append(value)
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:20]


def mark(one: Told) -> str:
    """The name of a statement by what a judge sees of it, whichever question shows it under what number."""
    return hashlib.sha256(msgspec.json.encode(structs.replace(_seen(one), number=0))).hexdigest()[:12]


def narrowed(question: Question, numbers: Collection[int]) -> Question:
    """The question about these numbers alone; what else a document says still stands beside them."""
    match question:
        case FacetsOf() | Matters():
            return structs.replace(question, asked=tuple(one for one in question.asked if one in numbers))
        case Related():
            first, *others = question.statements
            return structs.replace(
                question,
                statements=(first, *(one for one in others if one.number in numbers)),
                within=tuple(one for one in question.within if one in numbers),
            )
        case _:
            return question


def _seen(one: Told) -> Told:
    """What a judge sees of a statement, wherever that stands."""
    return structs.replace(one, source="", start=0, end=0, paragraph=0)
