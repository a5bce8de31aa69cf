"""The title of an article: a line above it that says in few words what it tells."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import chain

from msgspec import Struct

from brief.metadata.frame import Entry, Frame, furniture, openings, opens, stems, words

TITLE_WORDS = range(3, 26)
SHARED, SHARED_IF_SURE = 2, 3
# How much of a title its article says again; the only line that can be one needs less.
SURE, LIKELY, ALONE, DATED = 0.5, 0.4, 0.3, 0.25
TAIL_WORDS = 4
# A plain text has so few lines above it; a line of so many words there is no name.
PLAIN_LINES, FULL_WORDS = 6, 5
# A title, its house and its day.
HOUSED_LINES = 3
# The only line there needs fewer.
ALONE_WORDS = 4
# Who reported from where, in so many words on either side of a dash.
PLACE_WORDS, REPORTER_WORDS = 2, range(2, 6)
# Of a word that may have particles before it, these letters at its end are compared.
LAST_LETTERS = 5
# A line this short that opens with an office or a kind of house is a name.
OFFICE_WORDS = 4

_TAIL = re.compile(r"(?P<title>.*\w.*?)\s+(?P<mark>[|–—-])\s+(?P<tail>[^|]+)")
_LISTED = re.compile(r"[•●▪◦■*#\u00b7\u2023\-–]")
_STOPS = re.compile(r"(?:\.|…)[»\"”]?$")
_NUMERIC = re.compile(r"\d{1,4}([-/])\d{1,2}\1\d{2,4}")
_CREDITED = re.compile(r"\([^()]*\)$|-[^-]*$")
_PATH = re.compile(r"[>›]|\s»\s")
_SAYING = re.compile(r"[\d:؟?!«»\"“”،,]")
_DASH, _CUT = re.compile(r"\s+[-–—|]\s+"), "\0"
# «Oran: Y. K. – Tunis: S. B.»: who reported from where.
REPORTERS = re.compile(r":\s[^:]+\s[|–—-]\s[^:]+:\s")


class Title(Struct, frozen=True):
    """A title, the line of the frame it begins in, and the name of the site that the page wrote behind it."""

    text: str
    line: int
    site: str | None = None


def find(frame: Frame, taken: Container[int]) -> Title | None:
    """The title above the article; the lines `taken` say something else."""
    lines = [number for number in range(len(frame.before)) if number not in taken]
    likely = _likely([number for number in lines if _can_be_title(frame.before[number], frame)], frame)
    shares = {number: _share(frame.before[number], frame) for number in likely}
    found = next(_best(shares, taken), None)
    found = _by_form(likely, frame) if found is None else found
    found = _above_house(likely, taken, frame) if found is None else found
    if found is None:
        return None
    return _without_site(*_whole(frame, found, taken), frame)


def _likely(numbers: Sequence[int], frame: Frame) -> list[int]:
    """Those of the lines that are no byline («place - reporter») below another line that can be the title."""
    own = [number for number in numbers if not _is_byline(frame.before[number])]
    return [number for number in numbers if number in own or not any(one < number for one in own)]


def _is_byline(entry: Entry) -> bool:
    """Whether a line has the form of a place, or a kind of article, and who wrote from there."""
    parts = _DASH.split(entry.text)
    return (
        len(parts) == len(("place", "reporter"))
        and _SAYING.search(entry.text) is None
        and len(parts[0].split()) in range(1, PLACE_WORDS + 1)
        and len(parts[1].split()) in REPORTER_WORDS
    )


def _best(shares: dict[int, tuple[int, float]], taken: Container[int]) -> Iterator[int]:
    """The lines that may be the title in their order: the first sure one, the likeliest, the only one."""
    yield from (
        number for number, (count, share) in shares.items() if count >= SHARED_IF_SURE and share >= SURE
    )
    rest = [
        (share, -number) for number, (count, share) in shares.items() if count >= SHARED and share >= LIKELY
    ]
    if rest:
        yield -max(rest)[1]
    dated = [number for number in shares if number + 1 in taken or number - 1 in taken]
    for lines, least in ((dated, DATED), (shares, ALONE)):
        alone = [number for number in lines if shares[number][1] >= least]
        if len(alone) == 1:
            yield alone[0]


def _by_form(likely: list[int], frame: Frame) -> int | None:
    """The only line above a plain text that has the form of a title, whatever its article says again.

    A page has more lines than that around it, and any of them may be another article's title.
    """
    told = [number for number in likely if len(frame.before[number].words) >= FULL_WORDS]
    if not told and len(likely) == 1 and len(frame.before[likely[0]].words) >= ALONE_WORDS:
        told = likely
    plain = len(frame.before) <= PLAIN_LINES and not frame.after
    return told[0] if plain and len(told) == 1 else None


def _above_house(likely: list[int], taken: Container[int], frame: Frame) -> int | None:
    """The first line of a text, right above those of its house and its day, whatever stands below.

    Nothing else stands so: the title of another article has none of the two beneath it.
    """
    if not likely or likely[0] or len(frame.before) not in range(HOUSED_LINES, PLAIN_LINES + 1):
        return None
    house = frame.before[1]
    named = opens(house.key, furniture(frame.language.code, "publisher")) and 1 not in taken
    enough = len(frame.before[0].words) >= ALONE_WORDS
    return 0 if enough and named and 2 in taken else None


def _can_be_title(entry: Entry, frame: Frame) -> bool:
    """Whether the form of a line lets it be a title: no pointer, no path, no sentence."""
    if len(entry.key.split()) not in TITLE_WORDS or "#" in entry.key:
        return False
    if _LISTED.match(entry.text) or any(
        form.search(entry.key) for form in (_STOPS, _PATH, _NUMERIC, REPORTERS)
    ):
        return False
    if opens(entry.key, _not_in_titles(frame.language.code)):
        return False
    name, _, beside = _DASH.sub(_CUT, entry.key).partition(_CUT)
    if (beside or len(entry.words) <= OFFICE_WORDS) and (
        len(name.split()) <= OFFICE_WORDS and opens(name, _names(frame.language.code))
    ):
        return False
    return not _is_caption(entry, frame.language.code) and f"\n{entry.key} " not in f"\n{frame.opening}"


def _is_caption(entry: Entry, code: str) -> bool:
    """Whether a line ends with whose picture it tells about."""
    credit = _CREDITED.search(entry.key)
    return credit is not None and openings(furniture(code, "photographer")).search(credit[0]) is not None


@cache
def _names(code: str) -> tuple[str, ...]:
    """Openings of a short line that names a person of the house, or the house."""
    return (*words(code, "author")["office"], *furniture(code, "publisher"))


@cache
def _not_in_titles(code: str) -> tuple[str, ...]:
    """Openings of lines that point elsewhere, credit somebody or date the page."""
    lists = (furniture(code, name) for name in ("related", "frame", "credit", "byline", "caption"))
    return (*chain.from_iterable(lists), *words(code, "day")["updated"])


def _share(entry: Entry, frame: Frame) -> tuple[int, float]:
    """How many of a line's words the article says again, and which part of them."""
    said = set(stems(entry.key, frame.language))
    shared = len(said & frame.known)
    return shared, shared / len(said) if said else 0.0


def _whole(frame: Frame, number: int, taken: Container[int]) -> tuple[str, int]:
    """The title with the line above that opens it, or with those below it that go on."""
    text, first = frame.before[number].text, number
    above = frame.before[number - 1] if number else None
    if above and above.text.endswith(":") and not opens(above.key, furniture(frame.language.code, "related")):
        text, first = f"{above.text} {text}", number - 1
    below = frame.before[number + 1] if number + 1 < len(frame.before) and number + 1 not in taken else None
    if (
        below
        and len(below.words) in range(1, TITLE_WORDS.stop)
        and _goes_on(frame.before[number], below, frame)
    ):
        text = f"{text} {below.text}"
    return text, first


def _goes_on(entry: Entry, below: Entry, frame: Frame) -> bool:
    """Whether a line ends in a colon, or breaks off between words that the article says in a row."""
    if entry.text.endswith(":"):
        return not _STOPS.search(below.text)
    if not entry.key[-1:].isalpha() or not below.key[:1].isalpha():
        return False
    last, first = entry.words[-1], below.words[0]
    pair = rf"{re.escape(last[-LAST_LETTERS:])}\s+{re.escape(first)}(?!\w)"
    return re.search(pair, frame.opening) is not None


def _without_site(text: str, line: int, frame: Frame) -> Title:
    """The title without its site: behind a bar, or behind a dash where the page says the name again."""
    parts = _TAIL.fullmatch(text)
    if (
        not parts
        or len(parts["tail"].split()) > TAIL_WORDS
        or len(parts["title"].split()) < TITLE_WORDS.start
    ):
        return Title(text, line)
    tail = parts["tail"].strip()
    if parts["mark"] == "|" or _is_said_again(tail, frame):
        return Title(parts["title"].strip(), line, tail)
    return Title(text, line)


def _is_said_again(tail: str, frame: Frame) -> bool:
    """Whether a line of the page holds a name that some title ends in, but for other titles."""
    lines = (entry.text for entry in (*frame.before, *frame.after))
    return any(tail == line or (tail in line and not line.endswith(tail)) for line in lines)
