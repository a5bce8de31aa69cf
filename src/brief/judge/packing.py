"""Open questions as requests that fit a model's window.

A request holds questions of one kind, and those go together that share statements: each statement is
sent once. A question that is too large is asked in parts, each with the statements around what it asks.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from brief.judge.answers import points
from brief.judge.encoding import encoded, tokens
from brief.judge.forms import FACETS, KINDS, RELATIONS, STANCES
from brief.judge.parts import Piece, halves, statements
from brief.judge.questions import Question, Told, digest, kind_of
from brief.judge.requests import Request, asked, data, key, seen

# No number of a request is longer.
_NUMBER = 9999


class Room(Struct, frozen=True):
    """How many tokens a request and its answer may have, and how many the words around it take, by kind."""

    window: int
    answer: int
    around: Mapping[str, int]

    def data(self, kind: str) -> int:
        """The tokens that are left for statements and questions."""
        return self.window - self.answer - self.around[kind]


class Packed(Struct, frozen=True):
    """Requests in the order of their questions, and how many parts of questions fit none."""

    requests: tuple[Request, ...]
    too_large: int

    @property
    def tokens(self) -> int:
        """The estimate of all that is sent."""
        return sum(one.tokens for one in self.requests)


def packed(questions: Iterable[Question], room: Room) -> Packed:
    """The questions as requests; what fits no request even in parts is counted and left."""
    kinds: defaultdict[str, list[_Sized]] = defaultdict(list)
    too_large = 0
    for question in questions:
        for piece in _fitting(Piece(digest(question), question), room):
            if piece is None:
                too_large += 1
            else:
                kinds[kind_of(question)].append(piece)
    requests = (one for kind, pieces in kinds.items() for one in _Packing(kind, pieces, room).requests())
    return Packed(tuple(requests), too_large)


def repacked(pieces: Sequence[Piece], room: Room) -> tuple[Request, ...]:
    """What one request asked, as two; nothing where it cannot be parted."""
    if len(pieces) == 1:
        pieces = [Piece(pieces[0].whole, part) for part in halves(pieces[0].part)]
    if len(pieces) < 2:
        return ()
    middle = len(pieces) // 2
    return tuple(_request(half, room) for half in (pieces[:middle], pieces[middle:]))


def _fitting(piece: Piece, room: Room) -> Iterator[_Sized | None]:
    """The piece, or the parts of it that fit; None for a part that fits in no way."""
    sized = _Sized(piece)
    if sized.alone <= room.data(kind_of(piece.part)) and sized.answer <= room.answer - _FRAME:
        yield sized
        return
    parts = halves(piece.part)
    if not parts:
        yield None
    for part in parts:
        yield from _fitting(Piece(piece.whole, part), room)


# The longest answer to one thing of each kind of question.
_LONGEST: Mapping[str, Any] = {
    "body": {"number": _NUMBER, "article": False},
    "facets": {
        "number": _NUMBER,
        "facet": max(FACETS, key=len),
        "or": max(FACETS, key=len),
        "sure": 0.95,
    },
    "matters": {"number": _NUMBER, "weight": 3},
    "related": {"number": _NUMBER, "as": max(RELATIONS, key=len)},
    "disagree": {"kind": max(KINDS, key=len)},
    "speaker": {"candidate": _NUMBER},
    "stance": {"stance": max(STANCES, key=len)},
}
_FRAME = tokens(json.dumps({"answers": []}))
_EMPTY = tokens(json.dumps({"statements": [], "questions": []}))


class _Sized:
    """A piece with the tokens of what it asks, of its statements and of its longest answer."""

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        kind, told = kind_of(piece.part), statements(piece.part)
        self.statements = {key(one): tokens(encoded(seen(_NUMBER, one))) + 1 for one in told}
        numbers = dict.fromkeys((one.number for one in told), _NUMBER)
        self.question = tokens(encoded(asked(_NUMBER, piece.part, numbers))) + 1
        each = tokens(json.dumps(_LONGEST[kind])) + 1
        many = len(points(piece.part))
        self.answer = each * many + tokens(json.dumps({"question": _NUMBER, "answer": []}))

    @property
    def alone(self) -> int:
        """The tokens of a request that asks nothing else."""
        return _EMPTY + self.question + sum(self.statements.values())


class _Packing:
    """Pieces of one kind put into requests: after each the one that shares most with what is there."""

    def __init__(self, kind: str, pieces: Sequence[_Sized], room: Room) -> None:
        self.pieces, self.room, self.data = pieces, room, room.data(kind)
        self.left = dict.fromkeys(range(len(pieces)))
        self.holding: defaultdict[Told, list[int]] = defaultdict(list)
        for place, one in enumerate(pieces):
            for told in one.statements:
                self.holding[told].append(place)

    def requests(self) -> Iterator[Request]:
        while self.left:
            yield _request([one.piece for one in self._filled()], self.room)

    def _filled(self) -> list[_Sized]:
        """The pieces of the next request; the first that is left is always one of them."""
        taken: list[int] = []
        known: set[Told] = set()
        shared: Counter[int] = Counter()
        data, answer = _EMPTY, _FRAME
        place: int | None = next(iter(self.left))
        while place is not None:
            one = self.pieces[place]
            cost = one.question + sum(size for told, size in one.statements.items() if told not in known)
            if not taken or (data + cost <= self.data and answer + one.answer <= self.room.answer):
                taken.append(place)
                del self.left[place]
                data, answer = data + cost, answer + one.answer
                shared.update(self._sharing(one, known))
                known |= one.statements.keys()
            elif place not in shared:
                break
            shared.pop(place, None)
            place = self._next(shared)
        return [self.pieces[place] for place in sorted(taken)]

    def _sharing(self, one: _Sized, known: set[Told]) -> Counter[int]:
        """How much of what `one` brings in those that are left hold too."""
        found: Counter[int] = Counter()
        for told, size in one.statements.items():
            if told not in known:
                found.update({other: size for other in self.holding[told] if other in self.left})
        return found

    def _next(self, shared: Counter[int]) -> int | None:
        if shared:
            return max(shared, key=lambda place: (shared[place], -place))
        return next(iter(self.left), None)


def _request(pieces: Sequence[Piece], room: Room) -> Request:
    kind, asked_for = kind_of(pieces[0].part), tuple(pieces)
    sent = tokens(encoded(data(Request(kind, asked_for)))) + room.around[kind]
    return Request(kind, asked_for, sent)
