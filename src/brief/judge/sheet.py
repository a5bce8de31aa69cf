"""The form in which a person answers questions: every statement once, in its article, with blanks under it.

A form is plain text of four kinds of lines. Those that begin with `#` explain, those with `[` name what
is asked about, those with `>` show words of a source, and those set in by blanks are there to be filled.
No word of a source ever begins a line, so no source can write a line of the form itself. The answer that is
kept stands in square brackets before the colon; what a person leaves empty behind it stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from brief.judge import forms, marks
from brief.judge.forms import KINDS, RELATIONS, STANCES
from brief.judge.marks import Key, key
from brief.judge.questions import (
    Answer,
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
from brief.printed import plain

# The first line of every form.
SIGNED = "# brief judge: form 1"
# The names of the blanks, the same in all languages.
TELLS, WEIGHT, SAME, DIFFERS = "tells", "weight", "same as", "differs from"
SPEAKER, STANCE, DIFFER, ARTICLE = "said by", "stance", "differ", "article"
# The letters before the numbers of what is no statement.
QUOTES, POSITIONS, DISAGREEMENTS, LINES = "Q", "P", "D", "L"
_INDENT = " " * 4
_SAME, *_POINTS = RELATIONS


class Asked(Struct, frozen=True):
    """A question with the numbers of what it still asks about, and what is kept of answers to those."""

    question: Question
    numbers: tuple[int, ...]
    kept: Answer | None = None


def explained(text: str) -> dict[str, str]:
    """The parts of a file of explanations by their names, which stand alone on lines such as `== head ==`."""
    parts: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("== ") and line.endswith(" =="):
            name = line.strip("= ")
        else:
            parts.setdefault(name, []).append(line)
    return {name: "\n".join(lines).strip("\n") for name, lines in parts.items()}


def written(known: Sequence[Question], asked: Sequence[Asked], legend: Mapping[str, str]) -> str:
    """The form that asks what is `asked`.

    `known` are all questions of the topic, which give the marks; `legend` are the parts of `explained`.
    """
    parts = (
        ("lines", _lines(known, asked)),
        ("statements", _statements(known, asked)),
        ("quotes", _alone(asked, SpeakerOf, QUOTES)),
        ("positions", _alone(asked, StanceOf, POSITIONS)),
        ("disagreements", _alone(asked, Disagree, DISAGREEMENTS)),
    )
    filled = [(name, list(lines)) for name, lines in parts]
    body = ("\n".join((_comment(legend.get(name, "")), *lines)) for name, lines in filled if lines)
    told = ("head", "kept") if any(one.kept for one in asked) else ("head",)
    head = "\n".join(_comment(legend.get(name, "")) for name in told)
    return "\n\n".join((f"{SIGNED}\n{head}", *body)) + "\n"


def _comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.splitlines())


# Statements and lines, in their articles -------------------------------------------------


class _Blanks(Struct):
    """What is asked about a statement, with what is kept of it by its labels.

    `others` are told whether they are of its own source, and `relations` how it stands to them by now.
    """

    labels: dict[str, str]
    others: dict[Key, bool]
    relations: dict[Key, str]


def _statements(known: Sequence[Question], asked: Sequence[Asked]) -> Iterator[str]:
    """The statements of the questions asked, in their articles, each with its blanks."""
    blanks = _blanks(asked)
    marked = {one: mark for one, mark in marks.statements(known).items() if one in blanks}
    numbers = {one: number for number, one in enumerate(marked, 1)}
    told = {key(one): one for question in known for one in _shown(question)}
    titles = _titles(known)
    above: tuple[str | None, ...] = ()
    for one, mark in marked.items():
        now = one[0], told[one].heading, told[one].lead
        yield from _headings(above, now, _titled(titles.get(one[0]), told[one].published))
        above = now
        yield f"\n[{numbers[one]} ~{mark}] {plain(one[3])}"
        yield from _fields(blanks[one], numbers)


def _blanks(asked: Iterable[Asked]) -> dict[Key, _Blanks]:
    """What is asked about each statement, nothing about those that stand beside it."""
    found: dict[Key, _Blanks] = {}
    for one in asked:
        if isinstance(one.question, FacetsOf | Matters | Related):
            for told in one.question.statements:
                found.setdefault(key(told), _Blanks({}, {}, {}))
            _ask(one.question, one, found)
    return found


def _ask(question: FacetsOf | Matters | Related, asked: Asked, found: Mapping[Key, _Blanks]) -> None:
    told = {one.number: key(one) for one in question.statements}
    kept = _kept(asked)
    if isinstance(question, Related):
        blanks = found[key(question.statements[0])]
        blanks.others |= {told[number]: number in question.within for number in asked.numbers}
        blanks.relations |= {told[number]: one["as"] for number, one in kept.items()}
        return
    for number in asked.numbers:
        label = TELLS if isinstance(question, FacetsOf) else WEIGHT
        found[told[number]].labels[label] = _as_filled(kept.get(number))


def _kept(asked: Asked) -> dict[int, Mapping[str, Any]]:
    """The entries of what is kept by the numbers that they speak of; what speaks of the whole, by 0."""
    told = None if asked.kept is None else forms.plain(asked.kept)
    entries = told if isinstance(told, list) else [told] if isinstance(told, dict) else []
    return {number: one for one in entries if (number := one.get("number", 0)) in asked.numbers}


def _as_filled(entry: Mapping[str, Any] | None) -> str:
    """What a person would have written to say so; nothing where nobody said anything."""
    match entry:
        case {"facet": facet, **more}:
            both = f"{facet}/{more['or']}" if "or" in more else facet
            return f"{both} {more['sure']:g}" if "sure" in more else both
        case {"weight": weight}:
            return f"{weight:g}"
        case {"article": kept}:
            return "yes" if kept else "no"
        case {"candidate": said} | {"stance": said} | {"kind": said}:
            return str(said)
        case _:
            return ""


def _fields(blanks: _Blanks, numbers: Mapping[Key, int]) -> Iterator[str]:
    for label in (TELLS, WEIGHT):
        if label in blanks.labels:
            yield _blank(label, kept=blanks.labels[label])
    others = sorted((numbers[one], one) for one in blanks.others)
    told = {number: blanks.relations.get(one) for number, one in others}
    outside = {number: told[number] for number, one in others if not blanks.others[one]}
    if outside:
        agreeing = [str(number) for number, how in outside.items() if how == _SAME]
        yield _blank(SAME, outside, kept=_related(outside, agreeing))
    if told:
        differing = [f"{number} {how}" for number, how in told.items() if how in _POINTS]
        yield _blank(DIFFERS, told, kept=_related(told, differing))


def _related(told: Mapping[int, str | None], named: Iterable[str]) -> str:
    """The relations that are kept, a hyphen where there is none, and to whom nobody said any."""
    left = " ".join(str(number) for number, how in told.items() if how is None)
    kept = ", ".join(named) or "-"
    if all(how is None for how in told.values()):
        return ""
    return f"{kept}; open {left}" if left else kept


def _blank(label: str, allowed: Iterable[object] = (), before: str = "of ", *, kept: str = "") -> str:
    """A blank with what may be written there, and what is kept."""
    listed = " ".join(map(str, allowed))
    named = f"{label} ({before}{listed})" if listed else label
    return f"{_INDENT}{named} [{kept}]: " if kept else f"{_INDENT}{named}: "


def _lines(known: Sequence[Question], asked: Sequence[Asked]) -> Iterator[str]:
    """The lines of pages in their order, with a blank under those that are asked about."""
    wanted: dict[Key, bool] = {}
    known_of: dict[Key, str] = {}
    for one in asked:
        kept = _kept(one) if isinstance(one.question, BodyOf) else {}
        for told in _shown(one.question) if isinstance(one.question, BodyOf) else ():
            wanted[key(told)] = wanted.get(key(told), False) or told.number in one.numbers
            known_of[key(told)] = _as_filled(kept.get(told.number)) or known_of.get(key(told), "")
    titles = _titles(known)
    above: tuple[str | None, ...] = ()
    marked = ((line, mark) for line, mark in marks.lines(known).items() if line in wanted)
    for number, (line, mark) in enumerate(marked, 1):
        now = line[0], None, None
        yield from _headings(above, now, _titled(titles.get(line[0]), None))
        above = now
        yield f"\n[{LINES}{number} ~{mark}] {plain(line[3])}"
        if wanted[line]:
            yield _blank(ARTICLE, ("yes", "no"), "", kept=known_of[line])


def _shown(question: Question) -> tuple[Told, ...]:
    return getattr(question, "statements", ())


def _titles(questions: Iterable[Question]) -> dict[str, str]:
    """The titles of articles by their sources."""
    return {
        one.statements[0].source: one.title
        for one in questions
        if isinstance(one, BodyOf | FacetsOf | Matters) and one.title and one.statements
    }


def _titled(title: str | None, published: str | None) -> str:
    return " \u00b7 ".join(plain(one) for one in (title, published) if one) or "\u00b7"


def _headings(above: tuple[str | None, ...], now: tuple[str | None, ...], title: str) -> Iterator[str]:
    """The headings that a statement stands under and the one before it does not."""
    if above[:1] != now[:1]:
        yield f"\n## {title}"
    for level in (1, 2):
        if now[level] and above[: level + 1] != now[: level + 1]:
            yield f"\n{'#' * (level + 2)} {plain(now[level] or '')}"


# What stands by itself -------------------------------------------------------------------


def _alone(asked: Iterable[Asked], kind: type[Question], letter: str) -> Iterator[str]:
    """The questions of a kind, each with the words that it asks about."""
    for number, one in enumerate((one for one in asked if isinstance(one.question, kind)), 1):
        yield f"\n[{letter}{number} ~{marks.question(one.question)}]"
        words, blank = _worded(one.question, _as_filled(_kept(one).get(0)))
        yield from (f"> {plain(line)}" for line in words)
        yield blank


def _worded(question: Question, kept: str) -> tuple[Iterable[str], str]:
    """The words of a source behind a question, and its blank."""
    match question:
        case SpeakerOf():
            words = question.passage[question.start : question.end]
            told = question.passage, f"\u00bb {words}", *_numbered(question.candidates)
            return told, _blank(SPEAKER, range(len(question.candidates) + 1), kept=kept)
        case StanceOf():
            return (question.passage, f"\u00bb {question.actor}"), _blank(STANCE, STANCES, "", kept=kept)
        case Disagree():
            told = question.topic, *_numbered(one.text for one in question.statements)
            return told, _blank(DIFFER, KINDS, "", kept=kept)
        case _:
            raise TypeError(f"{type(question).__name__} does not stand by itself.")


def _numbered(words: Iterable[str]) -> Iterator[str]:
    return (f"{number}. {one}" for number, one in enumerate(words, 1))
