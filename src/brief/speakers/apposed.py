"""Who holds an office by the name right before it: «غير أن سهى المراد، مديرة المرفأ، ترى أن»."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from brief import subjects
from brief.gazetteer import Name
from brief.language import Language, fold
from brief.model import Document
from brief.speakers.callings import names as can_name
from brief.speakers.pointing import points
from brief.subjects import Actor
from brief.subjects.words import words_of

_FAR = 60  # characters before an office in which a name and its opener stand
_COMMAS = (",", "\u060c")
_SHORTEST, _LONGEST = 2, 3  # words of a name


def named_before(document: Document, names: Sequence[Name], language: Language, one: Actor) -> Actor:
    """The holder of an office of one, whose name an opener and a comma set off before it; else the office."""
    words = words_of(language)
    text = document.text[max(0, one.start - _FAR) : one.start]
    first = fold(one.text).split()[0]
    if one.kind != "role" or first not in words.offices or not text.rstrip().endswith(_COMMAS):
        return one
    if points(one.text, language) or subjects.is_plural(one, language):
        return one
    line = subjects.line(text, max(0, one.start - _FAR), names, language)
    begin = len(line.tokens)
    while begin and line.tokens[begin - 1].word not in words.openers and line.tokens[begin - 1].joined:
        begin -= 1
    run = range(begin, len(line.tokens))
    opened = begin and line.tokens[begin - 1].word in words.openers
    if not opened or not _SHORTEST <= len(run) <= _LONGEST:
        return one
    first_word = line.tokens[begin].word
    if first_word in words.heads or first_word.startswith(words.letters.article):
        return one
    if not all(can_name(line, begin, place, language) for place in run[1:]):
        return one
    start, end = line.span(begin, run[-1])
    name = document.text[start:end]
    return structs.replace(one, text=name, label=name, role=one.text, key=fold(name), kind="person")
