"""A language as data: one folder of files under `languages/`, loaded into a frozen value.

Every language can frame a brief: say its headings, labels and dates. One whose folder also
holds the signs that tell its texts from others, and the words they are read by, can be read.

Matching happens on folded copies (`fold`, `view`); the words that are printed are always
those of the source.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

import msgspec
from msgspec import Struct, structs

from brief.errors import TopicError

# Marks, tatweel, zero-width and bidi controls carry no meaning for matching.
_DROPPED_RANGES = ((0x0610, 0x061A), (0x064B, 0x065F), (0x06D6, 0x06ED), (0x200B, 0x200F), (0x202A, 0x202E))
_DROPPED = frozenset(
    [
        *(chr(code) for first, last in _DROPPED_RANGES for code in range(first, last + 1)),
        *map(chr, range(0x2060, 0x206A)),
        *("\u0670", "\u0640", "\u061c", "\ufeff", "\u00ad"),
    ]
)
# Spellings the press uses side by side: hamza carriers, final ya and ta marbuta.
_ONE_FOR_ONE = str.maketrans(
    {
        "\u0622": "\u0627",
        "\u0623": "\u0627",
        "\u0625": "\u0627",
        "\u0671": "\u0627",
        "\u0649": "\u064a",
        "\u0629": "\u0647",
        "\u0624": "\u0648",
        "\u0626": "\u064a",
        "\u06a9": "\u0643",
        "\u06cc": "\u064a",
    }
)


def _fold_character(character: str) -> str:
    if character in _DROPPED:
        return ""
    if character.isspace():
        return " "
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    plain = unicodedata.normalize("NFKC", character) if ord(character) > 0xFAFF else character
    if plain != character:
        return "".join(map(_fold_character, plain))
    return plain.translate(_ONE_FOR_ONE).lower()


class _Fold(dict[str, str]):
    """The key of each character, worked out once."""

    def __missing__(self, character: str) -> str:
        self[character] = folded = _fold_character(character)
        return folded


_FOLD = _Fold()
# Most characters of a text are their own key; only the others, apart in `split`, are looked up.
_OWN_KEYS = "".join(filter(lambda character: _FOLD[character] == character, map(chr, range(0x0700))))
_OTHERS = re.compile(f"([^{re.escape(_OWN_KEYS)}])")


# Sentences, their clauses and words are asked for again and again: this saves a fourteenth of extraction.
@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The matching key of `text`: marks dropped, spellings and digits made one.

    Idempotent; «الأُولى» and «الاولي» have one key.
    """
    if _OTHERS.search(text) is None:  # three words of five: a third of the time
        return text
    pieces = _OTHERS.split(text)
    pieces[1::2] = map(_FOLD.__getitem__, pieces[1::2])
    return "".join(pieces)


class View(Struct, frozen=True):
    """A folded copy of a text that knows where each of its characters came from."""

    text: str
    offsets: Sequence[int]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original text behind `text[start:end]`."""
        if start >= len(self.offsets):
            return self.length, self.length
        last = self.offsets[end - 1] + 1 if end > start else self.offsets[start]
        return self.offsets[start], last

    def position(self, original: int) -> int:
        """Where the original code point `original` stands in the folded copy."""
        return bisect_left(self.offsets, original)


# What may fold to nothing or to several characters: marks, presentation forms and what lies
# beyond them, and the one letter that is two in lower case.
_UNEVEN = re.compile(f"[{''.join(map(re.escape, sorted(_DROPPED)))}\u0130\ufb00-\U0010ffff]")


# Several readers look at one sentence after another, and at parts of it; each is folded once for all of them.
@lru_cache(maxsize=1024)
def view(text: str) -> View:
    """`fold(text)` with its way back to the original."""
    return View(fold(text), _offsets(text), len(text))


def _offsets(text: str) -> Sequence[int]:
    """Where each character of the folded text stands in `text`."""
    offsets, after = list[int](), 0
    for match in _UNEVEN.finditer(text):
        at = match.start()
        offsets += range(after, at)
        offsets += [at] * len(_FOLD[match[0]])
        after = at + 1
    rest = range(after, len(text))
    return [*offsets, *rest] if after else rest


class Language(Struct, frozen=True, cache_hash=True):
    """What is known of a language without its word lists: those are read when asked for.

    `proclitics` are the letters that are written together with the word they precede. `frame`
    is the code of the language in which is said what stands around texts of this one.
    """

    code: str
    name: str
    direction: Literal["rtl", "ltr"]
    script: str
    proclitics: str
    frame: str


@cache
def load(code: str) -> Language:
    """The language of `languages/<code>/`; raises `TopicError` naming those there are."""
    if code not in available():
        raise TopicError(
            "language: there is no language %(code)r; use one of: %(known)s.",
            code=code,
            known=", ".join(available()),
        )
    return msgspec.convert({"code": code, "frame": code, **table(code, "language")}, Language)


@cache
def read_in(frame: str) -> Language:
    """The language that the sources of a brief framed in `frame` are read in.

    It is that of the frame itself where texts in it can be read. Raises `TopicError` as `load` does.
    """
    framed = load(frame)
    known = readable()
    return structs.replace(load(framed.code if frame in known else known[0]), frame=frame)


@cache
def readable() -> tuple[str, ...]:
    """The codes of the languages whose texts can be read, sorted."""
    return tuple(code for code in available() if "signs" in table(code, "language"))


@cache
def available() -> tuple[str, ...]:
    """The codes of all languages a brief can be framed in, sorted."""
    folder = resources.files("brief") / "languages"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and entry.name.isalpha()))


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u0589]")


def direction_of(text: str) -> Literal["rtl", "ltr"] | None:
    """The way most letters of `text` run; nothing where it has none."""
    back, forth = len(_RIGHT_TO_LEFT.findall(text)), len(_LEFT_TO_RIGHT.findall(text))
    if not back and not forth:
        return None
    return "rtl" if back >= forth else "ltr"


@cache
def table(code: str, name: str) -> dict[str, Any]:
    """The data file `languages/<code>/<name>.toml` as it stands."""
    return tomllib.loads(resource(code, f"{name}.toml").decode())


def resource(code: str, name: str) -> bytes:
    """The bytes of the data file `languages/<code>/<name>`."""
    return (resources.files("brief") / "languages" / code / name).read_bytes()
