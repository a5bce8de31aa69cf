"""Several questions of one kind as a model is told them, and its reply as answers to each.

Each statement stands in a request once, with a number of the request; questions name their statements
by those numbers, and answers come back in the questions' own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs

from brief.judge.forms import SCHEMAS, shown
from brief.judge.parts import Piece, statements
from brief.judge.questions import BodyOf, FacetsOf, Matters, Question, Related, SpeakerOf, StanceOf, Told


class Request(Struct, frozen=True):
    """What is asked at once; `tokens` is the estimate of what is sent."""

    kind: str
    pieces: tuple[Piece, ...]
    tokens: int = 0


class Replies(Struct, frozen=True):
    """What a reply says of the pieces of its request, by their places, and how much of it is of none."""

    said: Mapping[int, object]
    dropped: int


def key(one: Told) -> Told:
    """A statement whatever its number: the same one stands in a request once."""
    return structs.replace(one, number=0, paragraph=0)


def _listed(request: Request) -> dict[Told, int]:
    """The number of each statement of a request, from 1, in the order of their places."""
    keys = dict.fromkeys(key(one) for piece in request.pieces for one in statements(piece.part))
    in_order = sorted(keys, key=lambda one: (one.source, one.start, one.end))
    return {one: number for number, one in enumerate(in_order, 1)}


def _numbers(question: Question, listed: Mapping[Told, int]) -> dict[int, int]:
    """The numbers of the request by the question's own."""
    return {one.number: listed[key(one)] for one in statements(question)}


def data(request: Request) -> dict[str, Any]:
    """The request as the model is told it."""
    listed = _listed(request)
    return {
        "statements": [seen(number, one) for one, number in listed.items()],
        "questions": [
            asked(number, piece.part, _numbers(piece.part, listed))
            for number, piece in enumerate(request.pieces, 1)
        ],
    }


def seen(number: int, one: Told) -> dict[str, Any]:
    """A statement as the model sees it."""
    told = {name: getattr(one, name) for name in ("published", "heading", "lead", "text")}
    return {"number": number, **{name: value for name, value in told.items() if value is not None}}


def asked(number: int, question: Question, numbers: Mapping[int, int]) -> dict[str, Any]:
    """A question without its statements, which it names by the numbers of the request."""
    told = {
        name: value
        for name, value in shown(question).items()
        if name not in {"kind", "statements", "asked", "within", "passage"}
    }
    match question:
        case BodyOf() | FacetsOf() | Matters():
            told["asked"] = [numbers[one] for one in question.asked if one in numbers]
        case Related():
            told["statement"] = numbers[question.statements[0].number]
            told["asked"] = [numbers[one] for one in question.asked]
            told["same_source"] = [numbers[one] for one in question.within if one in numbers]
        case SpeakerOf() | StanceOf():
            told["statement"] = numbers[0]
        case _:
            told["asked"] = [numbers[one.number] for one in question.statements]
    return {"question": number, **told}


def replies(request: Request, answered: object) -> Replies:
    """What `answered`, any value that JSON can hold, says of each piece, in the piece's own numbers.

    A second answer to one question, and one to a question that was not asked, are of none.
    """
    entries = answered.get("answers") if isinstance(answered, dict) else None
    if not isinstance(entries, list):
        return Replies({}, 1)
    listed = _listed(request)
    said: dict[int, object] = {}
    for entry in entries:
        number = entry.get("question") if isinstance(entry, dict) else None
        if type(number) is int and 1 <= number <= len(request.pieces) and number - 1 not in said:
            own = _numbers(request.pieces[number - 1].part, listed)
            said[number - 1] = _own(entry.get("answer"), {there: here for here, there in own.items()})
    return Replies(said, len(entries) - len(said))


def _own(answer: object, own: Mapping[int, int]) -> object:
    """An answer in the question's own numbers; others become none."""
    if not isinstance(answer, list):
        return answer
    return [
        {**one, "number": _back(one.get("number"), own)} if isinstance(one, dict) else one for one in answer
    ]


def _back(number: object, own: Mapping[int, int]) -> int | None:
    return own.get(number) if type(number) is int else None


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a reply to a request of a kind."""
    entry = _closed({"question": {"type": "integer"}, "answer": SCHEMAS[kind]})
    return _closed({"answers": {"type": "array", "items": entry}})


def _closed(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }
