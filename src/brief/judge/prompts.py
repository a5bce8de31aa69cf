"""The words around a request: what the labels mean, and that the statements are data and no orders.

They are files of the language, `languages/<code>/judge/<kind>.txt`, with `rules.txt` before each of them
and `after.txt` behind the data.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Literal

from msgspec import Struct

from brief.judge.encoding import encoded, tokens
from brief.judge.forms import SCHEMAS
from brief.judge.packing import Room
from brief.judge.requests import Request, data, schema
from brief.language import resource

# What a server's own template puts around two messages.
_TEMPLATE = 40
# No JSON of ours holds an angle bracket, so nothing within closes this.
FENCE = ("<data>", "</data>")


class Message(Struct, frozen=True):
    """A message of the protocol."""

    role: Literal["system", "user"]
    content: str


@cache
def words(language: str, name: str) -> str:
    """The words of `languages/<language>/judge/<name>.txt`."""
    return resource(language, f"judge/{name}.txt").decode().strip()


def messages(request: Request, language: str) -> tuple[Message, Message]:
    """What a model is told: the rules, and the request as data."""
    begin, end = FENCE
    asked = "\n".join((begin, encoded(data(request)), end, "", words(language, "after")))
    return Message("system", _before(request.kind, language)), Message("user", asked)


def _before(kind: str, language: str) -> str:
    return "\n\n".join((words(language, "rules"), words(language, kind)))


def room(window: int, answer: int, language: str) -> Room:
    """The room of a request, with what the words around it take.

    The schema counts too: some servers put it among the words.
    """
    around = {
        kind: _TEMPLATE
        + sum(map(tokens, (_before(kind, language), *FENCE, words(language, "after"))))
        + tokens(json.dumps(schema(kind)))
        for kind in SCHEMAS
    }
    return Room(window, answer, around)
