"""Who wrote an article: a byline, a name that the page prints beside the title, a signature below."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from brief.language import fold, table
from brief.metadata.frame import Entry, Frame, furniture, opens, words

NAME_WORDS = range(2, 5)
NEAR = 3  # lines between a name and the title or the day it belongs to
BELOW = 8

_MARK = re.compile(r"\s*([:|/؛–—-])\s*")
_AND = re.compile(r"\s*[،,&]\s*")


def find(frame: Frame, title: int | None, taken: Container[int]) -> str | None:
    """The author's name as it is printed, or those of several; lines `taken` are dates or the title."""
    names = (*_bylines(frame), *_beside_title(frame, title, taken), *_signed(frame))
    return next(iter(names), None)


def is_name(text: str, code: str, *, given: bool = False) -> bool:
    """Whether words can be the name of a person, of two, or of a desk; `given`: known by its first word."""
    if fold(text) in words(code, "author")["desk"]:
        return True
    persons = _persons(text, code)
    return all(_is_person(person, code, given=given) for person in persons)


def _persons(text: str, code: str) -> Iterator[list[str]]:
    """The words of each of the persons that a line joins by a comma or by «and»."""
    joining = table(code, "morphology")["folded"]["joining"][0]
    for part in _AND.split(text):
        person: list[str] = []
        for word in part.split():
            key = fold(word)
            if len(person) >= NAME_WORDS.start and key.startswith(joining) and key[1:] in _given(code):
                yield person
                person = [word[1:]]
            else:
                person.append(word)
        yield person


def _is_person(person: Sequence[str], code: str, *, given: bool) -> bool:
    keys = [fold(word) for word in person]
    if keys and keys[0] in words(code, "author")["degree"]:
        keys, given = keys[1:], False
    if len(keys) not in NAME_WORDS or not all(key.replace(".", "").isalpha() for key in keys):
        return False
    if opens(" ".join(keys), _no_person(code)) or keys[1] in words(code, "house")["category"]:
        return False
    return not given or keys[0] in _given(code)


@cache
def _given(code: str) -> frozenset[str]:
    return frozenset((*map(fold, table(code, "names")["person"]["given"]), *words(code, "author")["given"]))


@cache
def _no_person(code: str) -> tuple[str, ...]:
    """Openings of the name of a house, a section of a site, an office, or a button."""
    said, house = words(code, "author"), words(code, "house")
    pages = (
        furniture(code, name) for name in ("share", "frame", "related", "publisher", "byline", "caption")
    )
    names = (
        said["office"],
        said["marked"],
        said["others"],
        house["category"],
        house["generic"],
        house["agencies"],
    )
    return tuple(word for each in (*pages, *names) for word in each)


def _bylines(frame: Frame) -> Iterator[str]:
    """Names behind a byline's word, above the article or right below it."""
    code = frame.language.code
    for lines in (frame.before, frame.after[:BELOW]):
        for number, entry in enumerate(lines):
            if (name := _named(entry, code)) is not None:
                yield name
            elif entry.key.rstrip(" :") in furniture(code, "byline") and number + 1 < len(lines):
                yield from _person_in(lines[number + 1].text, code)


def _named(entry: Entry, code: str) -> str | None:
    """The name in a line that opens with a byline's word."""
    said = words(code, "author")
    if opens(entry.key, said["others"]):
        return None
    word = opens(entry.key, furniture(code, "byline"))
    cue = word or opens(entry.key, said["marked"])
    if cue is None:
        return None
    rest = " ".join(_MARK.sub(r" \1 ", entry.text).split()[len(cue.split()) :])
    mark = _MARK.match(rest)
    name = _MARK.split(rest[mark.end() :] if mark else rest)[0]
    if word is None and not mark:
        return None
    known = word is None or not (mark or opens(entry.key, said["sure"]))
    return name if is_name(name, code, given=known) else None


def _beside_title(frame: Frame, title: int | None, taken: Container[int]) -> Iterator[str]:
    """Names on lines of their own that stand where a page puts its author's."""
    code = frame.language.code
    texts = [entry.text for entry in (*frame.before, *frame.after)]
    for number, entry in enumerate(frame.before):
        if number in taken or not is_name(entry.text, code) or _is_officer(frame, number):
            continue
        if title is not None and entry.text == frame.before[title].text:
            continue
        near = _is_near(number, title, taken) and (number > 0 or texts.count(entry.text) > 1)
        twice = number + 1 < len(frame.before) and frame.before[number + 1].text == entry.text
        if twice or _has_calling(frame, number, code) or (near and is_name(entry.text, code, given=True)):
            yield entry.text


def _is_officer(frame: Frame, number: int) -> bool:
    """Whether the line above names an office of the house."""
    offices = words(frame.language.code, "author")["office"]
    return number > 0 and opens(frame.before[number - 1].key, offices) is not None


def _has_calling(frame: Frame, number: int, code: str) -> bool:
    """Whether the line below says what the person of this line is."""
    below = frame.before[number + 1] if number + 1 < len(frame.before) else None
    return below is not None and opens(below.key, words(code, "author")["calling"]) is not None


def _is_near(number: int, title: int | None, taken: Container[int]) -> bool:
    """Whether a line stands beside the title or beside a date."""
    beside = title is not None and abs(number - title) <= NEAR
    return beside or number + 1 in taken or number - 1 in taken


def _signed(frame: Frame) -> Iterator[str]:
    """Names below the article: a signature, a box about the author, «name: what she is»."""
    code = frame.language.code
    said = words(code, "author")
    lines = frame.after
    for number, entry in enumerate(lines):
        box = opens(entry.key, said["box"])
        if box and len(entry.words) > len(box.split()):
            rest = _MARK.sub(r" \1 ", entry.text).split()[len(box.split()) :]
            yield from _person_in(" ".join(rest).lstrip(": "), code)
        elif box and number + 1 < len(lines):
            yield from _person_in(lines[number + 1].text, code)
        elif (
            number < BELOW and (head := _MARK.split(entry.text))[2:] and opens(fold(head[2]), said["calling"])
        ):
            yield from _person_in(head[0], code)
        elif number == 0 and is_name(entry.text, code, given=True):
            yield entry.text


def _person_in(text: str, code: str) -> Iterator[str]:
    name = _MARK.split(text)[0].strip()
    if is_name(name, code):
        yield name
