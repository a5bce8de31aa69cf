"""How sources, passages and notes are called wherever the brief names them."""

from __future__ import annotations

import re

from brief.dating import DAY
from brief.model import UNDATED, Note, SourceEntry
from brief.words import Words

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_NAME_WORDS = 3


def source_name(entry: SourceEntry, words: Words) -> str:
    """Who published or wrote a source, or else how its title begins, or that it has none."""
    return entry.publisher or entry.author or _called(entry.title, words) or words.say("Untitled text")


def source_title(entry: SourceEntry, words: Words) -> str:
    """The title of a source; one that could not be read, or is a copy, is known by its file."""
    plain = entry.status == "used"
    return entry.title or (words.say("Untitled text") if plain else entry.path)


def imprint(entry: SourceEntry, words: Words) -> str:
    """Author, publisher and day of a source, those that are known."""
    known = entry.published or ""
    day = words.date(known) if known else words.say("undated")
    names = (words.word(name) for name in (entry.author, entry.publisher) if name)
    return words.say("list separator").join((*names, day))


def citation(number: int | None, words: Words) -> str:
    """The number of a source as citations print it; nothing where it has none."""
    return "" if number is None else f"[{words.digits(str(number))}]"


def leaf(number: int, words: Words) -> str:
    """The label of a passage of the annex."""
    return words.say("passage %(n)s", n=words.digits(str(number)))


def label(text: str, words: Words) -> str:
    """The label of an item: an ISO date in words, anything else as it is."""
    return words.date(text) if _ISO.fullmatch(text) else text


def written(as_of: str, words: Words) -> str:
    """The day, month or year on which a line was written, or that its source has none."""
    if as_of == UNDATED:
        return words.say("from an undated source")
    if len(as_of) == DAY:
        return words.say("written on %(date)s", date=words.date(as_of))
    return words.say("written in %(date)s", date=words.date(as_of))


def worded(message: str, otherwise: str, words: Words) -> str:
    """The catalogue's words for a message, or what is told where it has none."""
    text = words.say(message)
    return otherwise if text == message else text


def refusal(entry: SourceEntry, words: Words) -> str:
    """Why a source was set aside."""
    return worded(f"reason:{entry.reason_kind}", entry.reason or "", words)


def note(told: Note, words: Words) -> str:
    """A note in the words of its kind; a kind without words of its own prints its message."""
    text = worded(f"note:{told.kind}", "%(message)s", words)
    return text % {"message": words.word(told.message)}


def _called(title: str | None, words: Words) -> str:
    """How a title begins, in quotation marks: nobody publishes under it."""
    parts = (title or "").split()
    begun = " ".join(parts[:_NAME_WORDS]) + ("\u2026" if len(parts) > _NAME_WORDS else "")
    return words.say("quotation %(text)s", text=begun) if begun else ""
