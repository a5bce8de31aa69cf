"""Questions in parts: what is too large to be asked at once is asked in pieces that stand on their own."""

from __future__ import annotations

from msgspec import Struct, structs

from brief.judge.questions import (
    BodyOf,
    FacetsOf,
    Matters,
    Question,
    Related,
    SpeakerOf,
    StanceOf,
    Told,
    narrowed,
)

# Statements shown before the part of a question that is asked, to see what leads there.
_BEFORE = 3


class Piece(Struct, frozen=True):
    """A question, or as much of it as fits: `whole` is the digest of the question as it was asked."""

    whole: str
    part: Question


def halves(question: Question) -> tuple[Question, ...]:
    """A question as two that ask one half each, or one thing without what stands beside it.

    Nothing where one thing is asked and nothing stands beside.
    """
    match question:
        case BodyOf() | FacetsOf() | Matters() if len(question.asked) == 1 < len(question.statements):
            return (_bare(question),)
        case BodyOf() | FacetsOf() | Matters() if len(question.asked) > 1:
            middle = len(question.asked) // 2
            parts = question.asked[:middle], question.asked[middle:]
            return tuple(_narrowed(question, part) for part in parts)
        case Related() if len(question.statements) > 2:
            others = question.statements[1:]
            middle = len(others) // 2
            both = others[:middle], others[middle:]
            return tuple(narrowed(question, {one.number for one in half}) for half in both)
        case _:
            return ()


def _narrowed(question: BodyOf | FacetsOf | Matters, asked: tuple[int, ...]) -> Question:
    """The question about a part of what is asked, with what leads there."""
    places = [place for place, one in enumerate(question.statements) if one.number in asked] or [0]
    shown = question.statements[max(0, places[0] - _BEFORE) : places[-1] + 1]
    return structs.replace(question, asked=asked, statements=shown)


def _bare(question: BodyOf | FacetsOf | Matters) -> Question:
    only = next((one for one in question.statements if one.number in question.asked), question.statements[0])
    return structs.replace(question, statements=(only,))


def statements(question: Question) -> tuple[Told, ...]:
    """The numbered statements of a question; a passage is the only one of its own."""
    match question:
        case SpeakerOf() | StanceOf():
            return (Told(0, question.passage, ""),)
        case _:
            return question.statements
