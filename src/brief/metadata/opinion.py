"""Whether an article gives its author's opinion: by its rubric, a byline, a note below, or what he says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.language import Language, fold, view
from brief.marks import passages
from brief.metadata.frame import openings, opens, words
from brief.model import Document

# Lines above an article that may tell its rubric, and below it that may disclaim it.
ABOVE, BELOW = 8, 6
# A disclaimer that closes the article stands in one of its last sentences.
CLOSING = 3

_NOTE = "*"
_PATH = re.compile(r"\s*[/>|»‹›←:]\s*")


def is_opinion(document: Document, language: Language) -> bool:
    """Whether the page of `document` says that it is a leader, a column or an assessment.

    A list of the site's rubrics says nothing of the article beside it.
    """
    if not document.lines:
        return False
    code = language.code
    removed = [(piece.start, document.text[piece.start : piece.end]) for piece in document.furniture]
    above = [fold(text).strip() for start, text in removed if start < document.lines[0].start][-ABOVE:]
    below = [fold(text) for start, text in removed if start > document.lines[-1].start][:BELOW]
    closing = [fold(sentence.anchor.text) for sentence in document.sentences[-CLOSING:]]
    return (
        any(_is_rubric(above, number, code) for number in range(len(above)))
        or any(opens(line, words(code, "opinion")["leader"]) for line in above)
        or any(_disclaims(line, code) or _signs(line, code) for line in (*closing, *below))
        or _tells_his_view(document, language)
    )


def _tells_his_view(document: Document, language: Language) -> bool:
    """Whether the author says «in my opinion» outside quotation marks: no reporter does."""
    voice = openings(words(language.code, "opinion")["voice"])
    places = [
        sentence.anchor.start + seen.span(*found.span())[0]
        for sentence in document.sentences
        for seen in (view(sentence.anchor.text),)
        for found in voice.finditer(seen.text)
    ]
    quoted = passages(document, language) if places else ()
    return any(not any(one.start <= place < one.end for one in quoted) for place in places)


def _is_rubric(lines: Sequence[str], number: int, code: str) -> bool:
    """Whether a line names a rubric of opinion and does not stand in a list of rubrics."""
    parts = _PATH.split(lines[number])
    rubrics = words(code, "opinion")["rubric"]
    if parts[-1].strip(" .•-") not in rubrics:
        return False
    beside = [lines[place] for place in (number - 1, number + 1) if 0 <= place < len(lines)]
    named = (*words(code, "house")["category"], *rubrics)
    return not any(line.strip(" .•-") in named for line in beside)


def _signs(line: str, code: str) -> bool:
    """Whether a note below tells the calling of a guest: houses so sign those who are not of the house."""
    calling = opens(line.lstrip(f"{_NOTE} "), words(code, "opinion")["guest"])
    return line.startswith(_NOTE) and calling is not None


def _disclaims(line: str, code: str) -> bool:
    said = words(code, "opinion")
    found = next((phrase for phrase in said["disclaimer"] if phrase in line), None)
    return found is not None and not any(word in line.split() for word in said["of_all"])
