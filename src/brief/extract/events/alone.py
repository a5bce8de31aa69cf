"""What is to come is watched for by its own line: its words lean on none before them."""

from __future__ import annotations

from brief.extract.events.cues import cues
from brief.extract.statements.openings import answers, goes_on, leans
from brief.language import Language, fold, view
from brief.model import Document, Sentence

_LONGEST = 440
_OPENING = 3  # words in which a «moreover» shows that the subject stands before
# What it announces belongs to what stands before it.
_ANNOUNCES = ":"


def alone(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> int:
    """Where words that end at `end` must begin to be understood alone: at `start`, or before it.

    They begin with their sentence, or with the one before it where that is needed and they stay
    short enough; where nothing helps, at `start`.
    """
    start = _behind_added(document.text, start, end, language)
    if not _needs_more(document, sentence, start, end, language):
        return start
    firsts = [sentence]
    earlier = document.sentences[sentence.position - 1] if sentence.position else None
    if earlier is not None and earlier.paragraph == sentence.paragraph:
        firsts.append(earlier)
    for first in firsts:
        begin = first.anchor.start
        words = document.text[begin:end]
        opens = _is_head(document, first) and _adds(document.text[start:end], language)
        if begin < start and end - begin <= _LONGEST and (opens or not hangs(words, language)):
            return begin
    return start


def _behind_added(text: str, start: int, end: int, language: Language) -> int:
    """Where words begin behind «كما أن», which only adds them to others."""
    seen = view(text[start:end])
    opening = cues(language).added.match(seen.text)
    return start + seen.span(opening.end(), opening.end() + 1)[0] if opening else start


def _is_head(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence opens its paragraph."""
    before = document.sentences[sentence.position - 1] if sentence.position else None
    return before is None or before.paragraph != sentence.paragraph


def _adds(text: str, language: Language) -> bool:
    """Whether a «moreover» near their opening shows that the subject of words stands before them."""
    return cues(language).adding.search(" ".join(fold(text).split()[:_OPENING])) is not None


def _needs_more(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> bool:
    """Whether words hang on those before, by their own opening or by where they were cut off."""
    if hangs(document.text[start:end], language):
        return True
    if start == _behind_added(document.text, sentence.anchor.start, end, language):
        return False
    return (
        document.text[:start].rstrip().endswith(_ANNOUNCES)
        or cues(language).joined.match(fold(document.text[start:end])) is not None
    )


def hangs(text: str, language: Language) -> bool:
    """Whether words lean on others before them."""
    return (
        leans(text, language)
        or goes_on(text, language)
        or answers(text, language)
        or cues(language).hanging.match(fold(text)) is not None
        or _adds(text, language)
    )
