"""The plain form in which answers come from outside, by wire or by file, and what of it is an answer.

Nothing that comes from outside is trusted: of what it says only known numbers with labels of the
closed lists are taken, everything else is counted and dropped. Statements and candidates bear the
numbers that the question gives them; candidates for a speaker are counted from 1, and 0 is nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from msgspec import Struct

from brief.judge.answers import MOST_WEIGHT, by_number, fitted
from brief.judge.questions import (
    Answer,
    Choice,
    Kept,
    Kind,
    Point,
    Question,
    Related,
    Relation,
    Relations,
    Share,
    Shares,
    StanceTaken,
    Told,
    Verdict,
    Weights,
    kind_of,
)
from brief.model import Facet, Stance

NONE = "none"
FACETS = (*(facet.value for facet in Facet), NONE)
RELATIONS = ("same", *get_args(Point))
KINDS = (*get_args(Kind), NONE)
STANCES = (*(stance.value for stance in Stance), NONE)
# How sure an answer is that does not say so, and what of the rest a second facet has.
SURE, _SECOND = 0.9, 0.9


class Heard(Struct, frozen=True):
    """What of an answer counts, None where nothing does, and how many of its entries do not."""

    answer: Answer | None
    dropped: int = 0


def heard(question: Question, told: object) -> Heard:
    """What `told`, any value that JSON can hold, answers to `question`."""
    read = _READERS[kind_of(question)]
    answer, dropped = read(question, told)
    usable = None if answer is None else fitted(question, answer)
    if usable is None:
        return Heard(None, max(1, dropped))
    return Heard(usable, dropped)


Read = tuple[Answer | None, int]


def _entries(question: Question, told: object) -> tuple[dict[int, Mapping[str, Any]], int]:
    """The first entry on each number that was asked about, and how many other entries there are."""
    if not isinstance(told, list):
        return {}, 1
    asked = frozenset(getattr(question, "asked", ()))
    found: dict[int, Mapping[str, Any]] = {}
    dropped = 0
    for one in told:
        number = one.get("number") if isinstance(one, dict) else None
        if type(number) is int and number in asked and number not in found:
            found[number] = one
        else:
            dropped += 1
    return found, dropped


def _numbered(
    question: Question, told: object, read: Callable[[Mapping[str, Any]], Any]
) -> tuple[dict[int, Any], int]:
    """What `read` makes of each entry, by the entry's number; None is no answer."""
    entries, dropped = _entries(question, told)
    said = {number: read(one) for number, one in entries.items()}
    taken = {number: one for number, one in said.items() if one is not None}
    return taken, dropped + len(said) - len(taken)


def _body(question: Question, told: object) -> Read:
    lines, dropped = _numbered(question, told, lambda one: _one_of(one.get("article"), (True, False)))
    return Kept(lines), dropped


def _facets(question: Question, told: object) -> Read:
    facets, dropped = _numbered(question, told, _shares)
    return Shares(facets), dropped


def _shares(one: Mapping[str, Any]) -> tuple[Share, ...] | None:
    first, second = _one_of(one.get("facet"), FACETS), _one_of(one.get("or"), FACETS)
    if first is None:
        return None
    sure = _number(one.get("sure"), 1)
    sure = SURE if sure is None else sure
    if first == NONE:
        return ()
    shares = [(Facet(first), sure)]
    if second not in {None, NONE, first}:
        shares.append((Facet(second), round(min(sure, _SECOND * (1 - sure)), 3)))
    return tuple(shares)


def _weights(question: Question, told: object) -> Read:
    weights, dropped = _numbered(question, told, lambda one: _number(one.get("weight"), MOST_WEIGHT))
    return Weights(weights), dropped


def _relations(question: Question, told: object) -> Read:
    """A list names those that stand to the statement in some way; the others are apart from it.

    Whoever named one wrongly may have meant any of the others: then nothing is known of those.
    """
    if not isinstance(question, Related) or not isinstance(told, list):
        return None, 1
    named, dropped = _numbered(question, told, lambda one: _one_of(one.get("as"), (*RELATIONS, "apart")))
    relations: dict[int, Relation] = dict.fromkeys(() if dropped else question.asked, "apart")
    return Relations(relations | named), dropped


def _verdict(question: Question, told: object) -> Read:
    said = _one_of(_field(told, "kind"), KINDS)
    return (None, 1) if said is None else (Verdict(None if said == NONE else said), 0)


def _speaker(question: Question, told: object) -> Read:
    said = _field(told, "candidate")
    return (Choice(said - 1 if said else None), 0) if type(said) is int and said >= 0 else (None, 1)


def _stance(question: Question, told: object) -> Read:
    said = _one_of(_field(told, "stance"), STANCES)
    return (None, 1) if said is None else (StanceTaken(None if said == NONE else Stance(said)), 0)


def _field(told: object, name: str) -> object:
    return told.get(name) if isinstance(told, dict) else None


def plain(answer: Answer) -> object:
    """An answer in its plain form, of which `heard` makes the same answer; what is apart is named too."""
    match answer:
        case Verdict(kind):
            return {"kind": kind or NONE}
        case Choice(candidate):
            return {"candidate": 0 if candidate is None else candidate + 1}
        case StanceTaken(stance):
            return {"stance": stance.value if stance else NONE}
        case _:
            told = _ENTRIES[type(answer)]
            return [{"number": number, **told(said)} for number, said in by_number(answer).items()]


def _plain_facets(shares: tuple[Share, ...]) -> dict[str, Any]:
    """The surest facet with its share, and the next one."""
    if not shares:
        return {"facet": NONE}
    (first, sure), *others = shares
    return {"facet": first.value, **({"or": others[0][0].value} if others else {}), "sure": sure}


_ENTRIES: Mapping[type[Answer], Callable[[Any], dict[str, Any]]] = {
    Kept: lambda kept: {"article": kept},
    Shares: _plain_facets,
    Weights: lambda weight: {"weight": weight},
    Relations: lambda relation: {"as": relation},
}


T = TypeVar("T")


def _one_of(said: object, allowed: tuple[T, ...]) -> T | None:
    """The allowed value that was said; True is not 1."""
    return next((one for one in allowed if type(said) is type(one) and said == one), None)


def _number(said: object, most: float) -> float | None:
    """A number from 0 to `most`; True is none."""
    if type(said) not in {int, float} or not isinstance(said, (int, float)):
        return None
    return float(said) if 0 <= said <= most else None


_READERS: dict[str, Callable[[Question, object], Read]] = {
    "body": _body,
    "facets": _facets,
    "matters": _weights,
    "related": _relations,
    "disagree": _verdict,
    "speaker": _speaker,
    "stance": _stance,
}


def _listed(fields: Mapping[str, Any], required: tuple[str, ...]) -> dict[str, Any]:
    entry = {
        "type": "object",
        "properties": {"number": {"type": "integer"}, **fields},
        "required": ["number", *required],
        "additionalProperties": False,
    }
    return {"type": "array", "items": entry}


def _single(name: str, field: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: field}, "required": [name], "additionalProperties": False}


# The JSON Schema of an answer to each kind of question.
SCHEMAS: dict[str, dict[str, Any]] = {
    "body": _listed({"article": {"type": "boolean"}}, ("article",)),
    "facets": _listed(
        {
            "facet": {"type": "string", "enum": list(FACETS)},
            "or": {"type": "string", "enum": list(FACETS)},
            "sure": {"type": "number", "minimum": 0, "maximum": 1},
        },
        ("facet", "or", "sure"),
    ),
    "matters": _listed(
        {"weight": {"type": "integer", "minimum": 0, "maximum": int(MOST_WEIGHT)}}, ("weight",)
    ),
    "related": _listed({"as": {"type": "string", "enum": list(RELATIONS)}}, ("as",)),
    "disagree": _single("kind", {"type": "string", "enum": list(KINDS)}),
    "speaker": _single("candidate", {"type": "integer", "minimum": 0}),
    "stance": _single("stance", {"type": "string", "enum": list(STANCES)}),
}


def shown(question: Question) -> dict[str, Any]:
    """A question as somebody outside sees it: its words and numbers, without what the rules read in it."""
    told: dict[str, Any] = {"kind": kind_of(question)}
    for name in question.__struct_fields__:
        value = getattr(question, name)
        if name == "statements":
            told[name] = [dict(_seen(one)) for one in value]
        elif name == "candidates":
            told[name] = [{"number": number, "name": one} for number, one in enumerate(value, 1)]
        elif name not in {"read", "start", "end"} and value is not None:
            told[name] = list(value) if isinstance(value, tuple) else value
    if kind_of(question) == "speaker":
        told["words"] = question.passage[question.start : question.end]  # type: ignore[union-attr]
    return told


def _seen(one: Told) -> Iterator[tuple[str, Any]]:
    return (
        (name, value)
        for name in ("number", "text", "heading", "lead", "published")
        if (value := getattr(one, name)) is not None
    )
