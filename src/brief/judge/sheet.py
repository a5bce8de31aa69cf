"""The form in which a person answers questions: every statement once, in its article, with blanks under it.

A form is plain text of four kinds of lines. Those that begin with `#` explain, those with `[` name what
is asked about, those with `>` show words of a source, and those set in by blanks are there to be filled.
No word of a source ever begins a line, so no source can write a line of the form itself.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from brief.judge.forms import KINDS, STANCES
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
    digest,
)
from brief.printed import plain

# The first line of every form.
SIGNED = "# brief judge: form 1"
# The names of the blanks, the same in all languages.
TELLS, WEIGHT, SAME, DIFFERS = "tells", "weight", "same as", "differs from"
SPEAKER, STANCE, DIFFER, ARTICLE = "said by", "stance", "differ", "article"
# The letters before the numbers of what is no statement.
QUOTES, POSITIONS, DISAGREEMENTS, LINES = "Q", "P", "D", "L"
_DIGITS = 9
# Where a statement stands, and its words.
Key = tuple[str, int, int, str]


class Asked(Struct, frozen=True):
    """A question with the numbers of what it still asks about."""

    question: Question
    numbers: tuple[int, ...]


def key(told: Told) -> Key:
    """What makes a statement itself, whichever question shows it."""
    return told.source, told.start, told.end, told.text


def marks(questions: Iterable[Question]) -> dict[Key, str]:
    """A mark for each statement that `questions` show, in the order of a form.

    It is made of the statement's words alone, and says which of several that have the same words it is.
    """
    return _marked(one for question in questions if not isinstance(question, BodyOf | Disagree) for one in _shown(question))


def line_marks(questions: Iterable[Question]) -> dict[Key, str]:
    """A mark for each line of a page that `questions` show, as `marks` gives them to statements."""
    return _marked(one for question in questions if isinstance(question, BodyOf) for one in question.statements)


def _shown(question: Question) -> tuple[Told, ...]:
    return getattr(question, "statements", ())


def _marked(shown: Iterable[Told]) -> dict[Key, str]:
    found = {key(one): one for one in shown}
    sources = {source: place for place, source in enumerate(dict.fromkeys(one.source for one in found.values()))}
    ordered = sorted(found, key=lambda one: (sources[one[0]], *one[1:]))
    seen = Counter[str]()
    marked = {}
    for one in ordered:
        words = hashlib.sha256(plain(one[3]).encode()).hexdigest()
        # Digits have no direction of their own: the words behind them set that of their line.
        name = f"{int(words, 16) % 10**_DIGITS:0{_DIGITS}}"
        seen[name] += 1
        marked[one] = name if seen[name] == 1 else f"{name}.{seen[name]}"
    return marked


def question_mark(question: Question) -> str:
    """The mark of a question that stands by itself in a form."""
    return f"{int(digest(question), 16) % 10**_DIGITS:0{_DIGITS}}"


def legend(text: str) -> dict[str, str]:
    """The parts of a file of explanations by their names, which stand alone on lines such as `== head ==`."""
    parts: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("== ") and line.endswith(" =="):
            name = line.strip("= ")
        else:
            parts.setdefault(name, []).append(line)
    return {name: "\n".join(lines).strip("\n") for name, lines in parts.items()}


def written(known: Iterable[Question], asked: Iterable[Asked], explained: Mapping[str, str]) -> str:
    """The form that asks what is `asked`.

    `known` are all questions of the topic, which give the marks; `explained` are the parts of `legend`.
    """
    every, open_ = list(known), list(asked)
    parts = (
        ("head", [SIGNED]),
        ("statements", _statements(every, open_)),
        ("lines", _lines(every, open_)),
        ("quotes", _each(open_, SpeakerOf, QUOTES)),
        ("positions", _each(open_, StanceOf, POSITIONS)),
        ("disagreements", _each(open_, Disagree, DISAGREEMENTS)),
    )
    told = ((list(lines), explained.get(name, "")) for name, lines in parts)
    return "\n\n".join(_part(lines, about) for lines, about in told if lines) + "\n"


def _part(lines: list[str], about: str) -> str:
    explaining = [f"# {line}".rstrip() for line in about.splitlines()]
    head, rest = (lines, []) if lines[0] == SIGNED else ([], lines)
    return "\n".join((*head, *explaining, *rest))


class _Blanks(Struct):
    """What is asked about a statement: `others` are told whether they are of its own source."""

    labels: set[str]
    others: dict[Key, bool]


def _statements(known: list[Question], asked: list[Asked]) -> Iterator[str]:
    """The statements of the questions asked, in their articles, each with its blanks."""
    blanks = _blanks(asked)
    marked = {one: mark for one, mark in marks(known).items() if one in blanks}
    numbers = {one: number for number, one in enumerate(marked, 1)}
    told = {key(one): one for question in known for one in _shown(question) if key(one) in blanks}
    titles = {
        question.statements[0].source: question.title
        for question in known
        if isinstance(question, FacetsOf | Matters) and question.statements
    }
    above: tuple[str | None, ...] = ()
    for one, mark in marked.items():
        now = one[0], told[one].heading, told[one].lead
        yield from _headings(above, now, _titled(titles.get(one[0]), told[one].published))
        above = now
        yield f"\n[{numbers[one]} ~{mark}] {plain(one[3])}"
        yield from _fields(blanks[one], numbers)


def _titled(title: str | None, published: str | None) -> str:
    return " \u00b7 ".join(plain(one) for one in (title, published) if one) or "\u00b7"


def _headings(above: tuple[str | None, ...], now: tuple[str | None, ...], title: str) -> Iterator[str]:
    """The headings that a statement stands under and the one before it does not."""
    if above[:1] != now[:1]:
        yield f"\n## {title}"
    for level in (1, 2):
        if now[level] and above[: level + 1] != now[: level + 1]:
            yield f"\n{'#' * (level + 2)} {plain(now[level] or '')}"


def _blanks(asked: list[Asked]) -> dict[Key, _Blanks]:
    found: dict[Key, _Blanks] = {}
    for one in asked:
        question = one.question
        if not isinstance(question, FacetsOf | Matters | Related):
            continue
        told = {statement.number: key(statement) for statement in question.statements}
        for statement in told.values():
            found.setdefault(statement, _Blanks(set(), {}))
        if isinstance(question, Related):
            others = {told[number]: number in question.within for number in one.numbers}
            found[key(question.statements[0])].others |= others
        else:
            for number in one.numbers:
                found[told[number]].labels.add(TELLS if isinstance(question, FacetsOf) else WEIGHT)
    return found


def _fields(blanks: _Blanks, numbers: Mapping[Key, int]) -> Iterator[str]:
    yield from (f"    {label}: " for label in (TELLS, WEIGHT) if label in blanks.labels)
    same = sorted(numbers[one] for one, within in blanks.others.items() if not within)
    differs = sorted(numbers[one] for one in blanks.others)
    if same:
        yield f"    {SAME} (of {_listed(same)}): "
    if differs:
        yield f"    {DIFFERS} (of {_listed(differs)}): "


def _listed(values: Iterable[object]) -> str:
    return " ".join(map(str, values))


def _lines(known: list[Question], asked: list[Asked]) -> Iterator[str]:
    """The lines of pages, in their order, with a blank under those that are asked about."""
    bodies = [one for one in asked if isinstance(one.question, BodyOf)]
    shown = {key(line) for one in bodies for line in _shown(one.question)}
    wanted = {
        key(line) for one in bodies for line in _shown(one.question) if line.number in set(one.numbers)
    }
    titles = {
        one.question.statements[0].source: one.question.title
        for one in bodies
        if isinstance(one.question, BodyOf) and one.question.statements
    }
    above = None
    for number, (line, mark) in enumerate(
        ((line, mark) for line, mark in line_marks(known).items() if line in shown), 1
    ):
        if line[0] != above:
            above = line[0]
            yield f"\n## {_titled(titles.get(above), None)}"
        yield f"\n[{LINES}{number} ~{mark}] {plain(line[3])}"
        if line in wanted:
            yield f"    {ARTICLE} (yes no): "


def _each(asked: list[Asked], kind: type[Question], letter: str) -> Iterator[str]:
    """The questions of a kind that stand by themselves."""
    for number, one in enumerate((one.question for one in asked if isinstance(one.question, kind)), 1):
        yield f"\n[{letter}{number} ~{question_mark(one)}]"
        yield from chain(_alone(one))


def _alone(question: Question) -> Iterator[str]:
    match question:
        case SpeakerOf():
            yield f"> {plain(question.passage)}"
            yield f"> \u00bb {plain(question.passage[question.start : question.end])}"
            yield from (f"> {number}. {plain(one)}" for number, one in enumerate(question.candidates, 1))
            yield f"    {SPEAKER} (of {_listed(range(len(question.candidates) + 1))}): "
        case StanceOf():
            yield f"> {plain(question.passage)}"
            yield f"> \u00bb {plain(question.actor)}"
            yield f"    {STANCE} ({_listed(STANCES)}): "
        case Disagree():
            yield f"> {plain(question.topic)}"
            yield from (f"> {number}. {plain(one.text)}" for number, one in enumerate(question.statements, 1))
            yield f"    {DIFFER} ({_listed(KINDS)}): "


