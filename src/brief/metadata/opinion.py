"""Whether an article gives its author's opinion: by its rubric, a byline, a note below, or what he says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief import cues
from brief.language import Language, fold, view
from brief.marks import passages
from brief.metadata.frame import opens, words
from brief.model import Document
from brief.speakers.words import words_of

# Lines above an article that may tell its rubric, and below it that may disclaim it.
ABOVE, BELOW = 8, 6
# A disclaimer that closes the article stands in one of its last sentences.
CLOSING = 3
_NOTE = "*"
_COLON = ":"
_WORD = re.compile(r"\w+")
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
    """Whether the author says «in my opinion» where nobody else speaks: no reporter does."""
    voice = cues.of(language, "imprint", "opinion", "voice")
    found = [
        (number, sentence.anchor.start + seen.span(*match.span())[0])
        for number, sentence in enumerate(document.sentences)
        for seen in (view(sentence.anchor.text),)
        for match in voice.finditer(seen.text)
    ]
    quoted = passages(document, language) if found else ()
    return any(
        not any(one.start <= place < one.end for one in quoted)
        and not _is_handed_over(document, number, place, language)
        for number, place in found
    )


def _is_handed_over(document: Document, number: int, place: int, language: Language) -> bool:
    """Whether what stands at `place`, in the sentence of that number, may be speech without its marks.

    So it is behind a colon in its paragraph or at the end of the one before, and behind a verb of speech
    in its sentence or the one before.
    """
    own = document.sentences[number].paragraph
    above = [one for one in document.sentences[:number] if one.paragraph == own]
    last = document.sentences[number - len(above) - 1].anchor.text if number > len(above) else ""
    first, near = (*above, document.sentences[number])[0], (*above, document.sentences[number])[-2:][0]
    speech = words_of(language)
    said = _WORD.findall(fold(document.text[near.anchor.start : place]))
    return (
        _COLON in document.text[first.anchor.start : place]
        or last.rstrip().endswith(_COLON)
        or any(word in speech.verbs and word not in speech.ambiguous for word in said)
    )


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
