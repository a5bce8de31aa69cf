"""Whose page it is: every place where a page names its house counts, and names that agree add up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, combinations, takewhile

from msgspec import Struct

from brief.language import Language, fold, table, view
from brief.metadata.frame import Entry, Frame, furniture, openings, opens, words

CREDIT_LINES = 6
NAME_WORDS = 7
TOP_LINES = 3
TOP_WORDS = 4
NEAR = 2
# What a place says of the house. A name needs `ENOUGH` in all: a line at the top alone is none.
CREDIT = RIGHTS = 3.0
BESIDE = STRIP = LOGO = SITE = NAMED = 2.0
HOUSE, TOP, SAID = 1.0, 1.0, 1.0
ENOUGH = 1.5
# What a page's picture of its name leaves in text: its description in HTML is «… logo».
_LOGO = "logo"

_BULLET = re.compile(r"^[•●▪◦■*\u00b7\u2023\-–]\s*")
_PIECE = re.compile(r"\s*[+،,/|؛]\s*")
_QUOTES = "\"'«»“”()[]"
_QUOTED = (('"', '"'), ("«", "»"), ("“", "”"))
_AROUND = " .،,:;؛|-–—©()[]\"'"
_STAMP = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s*[-–]\s*20\d\d)?(?!\d)")
_DATELINE = re.compile(r"[^().\n]{0,40}\((?P<name>[^()\n]{2,30})\)\s*[-–—:]")
_SIGNED = re.compile(r"\((?P<name>[^()\n]{2,30})\)\s*\.?\s*$")
_DASH = re.compile(r"\s+[-–—|]\s+")
_CUT = "\0"
_CLAUSES = re.compile(rf"{_CUT}+|[.|؛:]|\s[-–—]\s")


class Told(Struct, frozen=True):
    """A name of the house, and how much the place that tells it weighs."""

    name: str
    weight: float


def find(frame: Frame, title: int | None, site: str | None, taken: Container[int]) -> str | None:
    """The name of the house as the page prints it; lines `taken` are dates or the title."""
    told = [
        *_credited(frame),
        *_by_right(frame),
        *_named(frame),
        *_in_strip(frame),
        *_above(frame, title, taken),
        *_between_dashes(frame, title, taken),
    ]
    if site:
        told.append(Told(site, SITE))
    return _heaviest(_with_echoes(told, frame)) or _agency(frame)


def _between_dashes(frame: Frame, title: int | None, taken: Container[int]) -> Iterator[Told]:
    """A house in the line of the day, «Oran - Coast News Agency - 14 March», or first in an author's."""
    kinds = furniture(frame.language.code, "publisher")
    for number, entry in enumerate(frame.before):
        parts = [part.strip(_AROUND) for part in _DASH.split(entry.text)]
        if number != title and len(parts) > 1:
            yield from (
                Told(part, BESIDE)
                for part in (parts if number in taken else parts[:1])
                if 1 < len(part.split()) <= NAME_WORDS and opens(fold(part), kinds)
            )


def _heaviest(told: Iterable[Told]) -> str | None:
    """The name with most weight, together with the shorter forms of it."""
    weights: dict[str, float] = defaultdict(float)
    printed: dict[str, str] = {}
    for one in told:
        key = _key(one.name)
        weights[key] += one.weight
        printed.setdefault(key, one.name)
    total = dict(weights)
    for short, long in combinations(sorted(weights, key=len), 2):
        if f" {short} " in f" {long} ":
            total[long] += weights[short]
    best = max(total, key=lambda key: (total[key], len(key)), default=None)
    return printed[best] if best and total[best] >= ENOUGH else None


def _key(name: str) -> str:
    return " ".join(fold(name.translate({ord(mark): " " for mark in _QUOTES})).split())


def _credited(frame: Frame) -> Iterator[Told]:
    house = words(frame.language.code, "house")
    for name in _credits(frame):
        if _key(name) not in (*house["generic"], *house["agencies"]):
            yield Told(name, CREDIT)


def _agency(frame: Frame) -> str | None:
    """An agency that is credited on a page that names no house: better than nobody, where it has a name."""
    house = words(frame.language.code, "house")
    credited = (name for name in _credits(frame) if _key(name) not in house["generic"])
    signed = (name for name in _signatures(frame) if _key(name) in house["agencies"])
    return next(chain(credited, signed), None)


def _signatures(frame: Frame) -> Iterator[str]:
    """What stands in brackets before the first sentence or behind the last: «(AFP) -»."""
    if frame.body:
        first, last = _DATELINE.match(frame.body[0]), _SIGNED.search(frame.body[-1])
        yield from (found["name"].strip() for found in (first, last) if found)


def _credits(frame: Frame) -> Iterator[str]:
    """What stands behind «source:» below the article, piece by piece."""
    cues = furniture(frame.language.code, "credit")
    for entry in frame.after[:CREDIT_LINES]:
        head, colon, rest = entry.text.partition(":")
        if colon and fold(head).strip() in cues:
            yield from (
                piece for piece in _PIECE.split(rest.strip(_AROUND)) if 0 < len(piece.split()) <= NAME_WORDS
            )


def _by_right(frame: Frame) -> Iterator[Told]:
    """The holder of the rights: «all rights reserved to … © 2024»."""
    for entry in (*frame.after, *frame.before):
        if (name := _holder(entry, frame)) is not None:
            yield Told(name, RIGHTS)


def _holder(entry: Entry, frame: Frame) -> str | None:
    """The name right behind the words of right and their year, or a known one before them."""
    code = frame.language.code
    rights = openings(words(code, "house")["rights"])
    if not rights.search(entry.key):
        return None
    pieces = _masked(entry, rights)
    behind = (name for name in pieces[1:] if name.strip(_AROUND))
    names = [_without_beside(next(behind, ""), code)]
    if _is_known(before := _without_beside(pieces[0], code), entry, frame):
        names.append(before)
    held = (_without_to(name, frame) for name in names if 0 < len(name.split()) <= NAME_WORDS)
    return next((name for name in held if not _is_common(name, code) and not _is_clause(name, code)), None)


def _masked(entry: Entry, rights: re.Pattern[str]) -> list[str]:
    """A line cut where words of right, years and the ends of its clauses stand."""
    seen = view(entry.text)
    signs = list(entry.text)
    for match in (*rights.finditer(seen.text), *_STAMP.finditer(seen.text)):
        start, end = seen.span(match.start(), match.end())
        signs[start:end] = _CUT * (end - start)
    return re.split(_CLAUSES, "".join(signs))


def _without_beside(piece: str, code: str) -> str:
    beside = words(code, "house")["beside"]
    return " ".join(word for word in piece.strip(_AROUND).split() if fold(word) not in beside)


def _is_known(name: str, entry: Entry, frame: Frame) -> bool:
    """Whether a name opens as a house's does, or stands in another line of the page."""
    key = fold(name)
    others = (other.key for other in (*frame.before, *frame.after) if other is not entry)
    return bool(key) and (
        bool(opens(key, furniture(frame.language.code, "publisher"))) or any(key in other for other in others)
    )


def _is_clause(name: str, code: str) -> bool:
    """Whether words go on with what may not be done, or who made the site."""
    return opens(fold(name), words(code, "house")["clauses"]) is not None


def _without_to(name: str, frame: Frame) -> str:
    """The name without the particle that ties it to «reserved»: «for the centre» is the centre's."""
    letters, written = (table(frame.language.code, "morphology")[key] for key in ("folded", "written"))
    to, article = letters["to"], letters["article"]
    bare = name[1:].lstrip(written["tatweel"] + " ")
    first = fold(name).split()[0]
    if not first.startswith(to) or not bare:
        return name
    if first.startswith(to + article[1:]) and len(first) > len(article) + 1:
        return bare if bare.startswith(article) else article + bare[1:]
    known = fold(bare).split()[0]
    said = any(known in entry.words for entry in (*frame.before, *frame.after))
    apart = len(name) - len(bare) > 1
    return bare if apart or said or known in furniture(frame.language.code, "publisher") else name


def _named(frame: Frame) -> Iterator[Told]:
    """Names in the house's own words about itself: «follow … on», «does not tell the view of …»."""
    opening, pattern = _template_openings(frame.language.code), _templates(frame.language)
    for entry in (*frame.before, *frame.after):
        if not opening.search(entry.key):
            continue
        seen = view(entry.text)
        for match in pattern.finditer(seen.text):
            name = next(group for group in match.groups() if group)
            start = match.start(match.lastindex or 0)
            if not _is_common(name, frame.language.code):
                first, last = seen.span(start, start + len(name))
                yield Told(entry.text[first:last].strip(_AROUND), NAMED)


@cache
def _template_openings(code: str) -> re.Pattern[str]:
    return openings(tuple(form.partition(" {}")[0] for form in words(code, "house")["named"]))


@cache
def _templates(language: Language) -> re.Pattern[str]:
    said = words(language.code, "house")
    end = rf"(?=\s+(?:{'|'.join(said['ends'])})(?!\w)|\s*[^\w\s\"«»]|\s*$)"
    name = rf"([\"«]?\w+(?:[\"»]?\s+[\"«]?\w+){{0,4}}?[\"»]?){end}"
    forms = (re.escape(form).replace(r"\{\}", name).replace(r"\ ", r"\s+") for form in said["named"])
    return re.compile("|".join(rf"(?<!\w){form}" for form in forms))


@cache
def _common(code: str) -> frozenset[str]:
    house = words(code, "house")
    lists = (house["category"], house["common"], furniture(code, "share"), furniture(code, "frame"))
    return frozenset(word for each in lists for word in each)


def _is_common(name: str, code: str) -> bool:
    """Whether words name a section of any site, a network, or «the site» itself."""
    key = _key(name)
    return not key or key in _common(code) or all(word in _common(code) for word in key.split())


def _in_strip(frame: Frame) -> Iterator[Told]:
    """A house whose name opens two or more lines of the page's own news."""
    cues = furniture(frame.language.code, "publisher")
    items = [_BULLET.sub("", entry.text).split() for entry in frame.before if _BULLET.match(entry.text)]
    items = [item for item in items if item and fold(item[0]) in cues]
    for one, other in combinations(items, 2):
        same = [
            word for word, again in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
        ]
        if len(same) in range(2, NAME_WORDS) and len(same) < len(one):
            yield Told(" ".join(same), STRIP)
            return


def _above(frame: Frame, title: int | None, taken: Container[int]) -> Iterator[Told]:
    """Lines above the article that are a name: of a house by their first word, or the first of the page."""
    code = frame.language.code
    for number, entry in enumerate(frame.before):
        if number in taken or len(entry.words) > NAME_WORDS or _BULLET.match(entry.text):
            continue
        if entry.words[-1:] == [_LOGO] and len(entry.words) > 1:
            yield Told(entry.text.rsplit(maxsplit=1)[0], LOGO)
        elif entry.words[:1] and entry.words[0] in furniture(code, "publisher") and len(entry.words) > 1:
            beside = number < TOP_LINES or (title is not None and 0 < number - title <= NEAR) or title is None
            yield Told(_DASH.split(entry.text)[0], BESIDE if beside else HOUSE)
        elif number < NEAR and _can_be_house(entry, code):
            yield Told(entry.text, TOP)


@cache
def _buttons(code: str) -> tuple[str, ...]:
    return (*furniture(code, "frame"), *furniture(code, "related"), *furniture(code, "share"))


def _can_be_house(entry: Entry, code: str) -> bool:
    letters = entry.text.replace(" ", "")
    return (
        0 < len(entry.words) <= TOP_WORDS
        and letters.isalnum()
        and not letters.isdecimal()
        and not entry.text.isascii()
        and not opens(entry.key, _buttons(code))
        and not _is_common(entry.text, code)
    )


def _with_echoes(told: Sequence[Told], frame: Frame) -> Iterator[Told]:
    """The names, and each once more where another line, a caption's credit or a quotation says it."""
    lines = [entry.key for entry in (*frame.before, *frame.after)]
    yield from told
    for key, name in {_key(one.name): one.name for one in told}.items():
        within = [line for line in lines if line != key and f" {key} " in f" {line} "] if " " in key else []
        again = (
            lines.count(key) > 1 or within or any(line.endswith((f"| {key}", f"/ {key}")) for line in lines)
        )
        quoted = any(f"{mark}{name}{end}" in frame.raw for mark, end in _QUOTED)
        if again or quoted:
            yield Told(name, SAID)
