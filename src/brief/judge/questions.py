"""What a judge is asked and what it may answer: numbered statements in, numbers and labels out.

A judge points, it never writes: no field of an answer can hold a word that gets printed. Each
question carries in `read` what the program's own rules read in the passages; that is the answer
of the offline judge, and of every other where it gives none. The digest of a question is that of
its passages alone, so that a kept answer outlives a change of the rules.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from brief.model import Document, Facet, Sentence, Stance

_AT_ONCE = 1000

Kind = str
Share = tuple[Facet, float]


class Told(Struct, frozen=True):
    """A numbered statement as a judge sees it.

    `source` is the id of its document, `published` the ISO date of that; `heading` is the section
    heading above it, `lead` its run-in heading; `paragraph` counts from 0 in its document.
    """

    number: int
    text: str
    source: str
    published: str | None = None
    heading: str | None = None
    lead: str | None = None
    paragraph: int = 0


def seen(number: int, text: str, sentence: Sentence, document: Document) -> Told:
    """The words `text` of a document as a judge sees them, under the headings of their sentence.

    They are a copy: the name of a question is made of its JSON, and a string that was written in
    JSON keeps its UTF-8 beside it as long as it lives.
    """
    return Told(
        number=number,
        text=text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass"),
        source=document.id,
        published=document.published,
        heading=sentence.heading.text if sentence.heading else None,
        lead=sentence.lead.text if sentence.lead else None,
        paragraph=sentence.paragraph,
    )


class Shares(Struct, frozen=True, tag="facets"):
    """The facets of statements by their numbers, with their shares (0 to 1), the surest first."""

    facets: dict[int, tuple[Share, ...]]


class Pairs(Struct, frozen=True, tag="pairs"):
    """The pairs for which the answer is yes, each with how sure it is (0 to 1)."""

    pairs: tuple[tuple[int, int, float], ...]


class Weights(Struct, frozen=True, tag="weights"):
    """How much each statement matters, by its number; only their order and distances count."""

    weights: dict[int, float]


class Verdict(Struct, frozen=True, tag="verdict"):
    """The kind of a disagreement, or None where there is none."""

    kind: Kind | None


class Choice(Struct, frozen=True, tag="choice"):
    """The place of the chosen candidate in the list, or None for nobody of them."""

    candidate: int | None


class StanceTaken(Struct, frozen=True, tag="stance"):
    """The stance, or None where none is taken."""

    stance: Stance | None


class FacetsOf(Struct, frozen=True, tag="facets"):
    """What do these statements of one document, in reading order, tell."""

    statements: tuple[Told, ...]
    read: Shares


class SameClaim(Struct, frozen=True, tag="same"):
    """Which of these pairs of statements, by their numbers, tell the same claim."""

    statements: tuple[Told, ...]
    pairs: tuple[tuple[int, int], ...]
    read: Pairs


class Matters(Struct, frozen=True, tag="matters"):
    """Which of these statements must a decision-maker know."""

    statements: tuple[Told, ...]
    read: Weights


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


Question = FacetsOf | SameClaim | Matters | Disagree | SpeakerOf | StanceOf
Answer = Shares | Pairs | Weights | Verdict | Choice | StanceTaken


def digest(question: Question) -> str:
    """The name of a question: the same for the same passages asked about in the same way."""
    told = hashlib.sha256()
    for part in _written(question):
        told.update(part)
    return told.hexdigest()[:20]


def _written(question: Question) -> Iterator[bytes]:
    """A list of the question's kind and its fields in JSON, in parts: it may be as long as its topic."""
    yield b"[" + msgspec.json.encode(type(question).__name__)
    for asked in (getattr(question, name) for name in question.__struct_fields__ if name != "read"):
        if not isinstance(asked, tuple):
            yield b"," + msgspec.json.encode(asked)
            continue
        yield b",["
        for start in range(0, len(asked), _AT_ONCE):
            yield b"," * (start > 0) + msgspec.json.encode(asked[start : start + _AT_ONCE])[1:-1]
        yield b"]"
    yield b"]"
