"""Whether an article gives its author's opinion.

By its rubric, the house of studies that gives it, a byline, a note below, or what he says of himself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from brief import cues
from brief.language import Language, View, fold, table, view
from brief.marks import passages
from brief.metadata.frame import opens, words
from brief.model import Document
from brief.speakers.words import words_of

# Lines above an article that may tell its rubric, and below it that may disclaim it.
ABOVE, BELOW = 8, 6
# A disclaimer that closes the article stands in one of its last sentences.
CLOSING = 3
# Who speaks of himself in so many sentences, nobody handing his words over, tells his own view; one who
# signs as an author does so with the first of them, or with so many questions that he asks his readers.
OWN, ASKED = 3, 2
# The name of a house has so many words at most.
NAME_WORDS = 9
_NOTE = "*"
_COLON = ":"
_WORD = re.compile(r"\w+")
_NAMED = re.compile(r"\s*[«\"“][^«»\"“”]{2,40}[»\"”]\W*\Z")
_BYLINE = re.compile(r"\s+[-–—|]\s+|،\s*")
_DASH = re.compile(r"\s+[-–—|]\s+")
_BYLINE_PARTS = 4
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
        or any(_is_of_a_house(line, language) or _is_column(line, code) for line in above)
        or any(_stands_in_byline(line, code) for line in above)
        or any(opens(line, words(code, "opinion")["leader"]) for line in above)
        or any(_disclaims(line, code) or _signs(line, code) for line in (*closing, *below))
        or _tells_his_view(document, language)
        or _argues_in_his_name(document, above, language)
    )


def _tells_his_view(document: Document, language: Language) -> bool:
    """Whether the author says «in my opinion» where nobody else is speaking: no reporter does."""
    voice = cues.of(language, "imprint", "opinion", "voice")
    return bool(_own_sentences(document, lambda text: places_of(voice, text), language))


def speaks_of_himself(document: Document, language: Language) -> bool:
    """Whether «I» or «we» of its author go through a text: a column or a leader, no assessment."""
    return _own(document, language) >= OWN


def _own(document: Document, language: Language) -> int:
    """In how many sentences the author speaks of himself."""
    return len(_own_sentences(document, lambda text: first_person(text, language), language))


def first_person(text: str, language: Language) -> list[int]:
    """Where somebody says «I» or «we» in a text, be it within quotation marks."""
    person, written = (cues.expression(language, "voice", "own", name) for name in ("person", "written"))
    return places_of(person, text) + [found.start() for found in written.finditer(text)]


def places_of(sign: re.Pattern[str], text: str) -> list[int]:
    """Where a text holds a sign of folded text."""
    return places_in(view(text), sign)


def places_in(seen: View, sign: re.Pattern[str]) -> list[int]:
    """The same where the text is folded already."""
    return [seen.span(*found.span())[0] for found in sign.finditer(seen.text)]


def _argues_in_his_name(document: Document, above: Sequence[str], language: Language) -> bool:
    """Whether «I» or «we» go through a text, or its author signs it and uses them or asks his readers."""
    own = _own(document, language)
    by_author = any(opens(line, words(language.code, "opinion")["author"]) for line in above)
    return own >= OWN or (by_author and (own > 0 or _questions(document, language) >= ASKED))


def _questions(document: Document, language: Language) -> int:
    """How many sentences of running text ask something, outside quotation marks."""
    quoted, signs = passages(document, language), tuple(table(language.code, "statements")["asking"])
    lengths = Counter(one.paragraph for one in document.sentences)
    ends = (
        one.anchor.end
        for one in document.sentences
        if lengths[one.paragraph] > 1 and one.anchor.text.rstrip().endswith(signs)
    )
    return sum(not any(one.start < end <= one.end for one in quoted) for end in ends)


def _own_sentences(
    document: Document, finds: Callable[[str], list[int]], language: Language
) -> frozenset[int]:
    """The numbers of the sentences in which the author himself says what `finds` finds."""
    found = [
        (number, sentence.anchor.start + place)
        for number, sentence in enumerate(document.sentences)
        for place in finds(sentence.anchor.text)
    ]
    quoted = passages(document, language) if found else ()
    return frozenset(
        number
        for number, place in found
        if not any(one.start <= place < one.end for one in quoted)
        and not _is_handed_over(document, number, place, language)
    )


def _is_handed_over(document: Document, number: int, place: int, language: Language) -> bool:
    """Whether what stands at `place`, in the sentence of that number, may be speech without its marks.

    So it is behind a colon in its paragraph or at the end of the one before, and behind a verb of speech
    in its sentence or the one before.
    """
    sentences, own = document.sentences, document.sentences[number].paragraph
    head = bisect_left(sentences, own, hi=number, key=lambda one: one.paragraph)
    last = sentences[head - 1].anchor.text if head else ""
    first, near = sentences[head], sentences[max(head, number - 1)]
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


def _is_column(line: str, code: str) -> bool:
    """Whether a line is a rubric with the name of the paper whose view it is: «رأي «الشروق»»."""
    return any(
        line.startswith(rubric) and _NAMED.match(line[len(rubric) :])
        for rubric in words(code, "opinion")["rubric"]
    )


def _stands_in_byline(line: str, code: str) -> bool:
    """Whether a rubric of opinion stands between house and author, or leads to him.

    «the paper - opinion - her name», «the paper - opinion: her name».
    """
    parts = [part.partition(_COLON)[0].strip(" .•") for part in _BYLINE.split(line)]
    rubrics = [part for part in parts if part in words(code, "opinion")["rubric"]]
    others = (part for part in parts if part not in rubrics)
    listed = any(part in words(code, "house")["category"] for part in others)
    return 1 < len(parts) <= _BYLINE_PARTS and len(rubrics) == 1 and not listed


def _is_of_a_house(line: str, language: Language) -> bool:
    """Whether a line is the name of a house of studies, alone or beside a dash: its own are assessments."""
    studies = cues.expression(language, "imprint", "opinion", "studies")
    parts = _DASH.split(line)[:_BYLINE_PARTS]
    return any(len(part.split()) <= NAME_WORDS and studies.match(part) for part in parts)


def _signs(line: str, code: str) -> bool:
    """Whether a note below tells the calling of a guest: houses so sign those who are not of the house."""
    calling = opens(line.lstrip(f"{_NOTE} "), words(code, "opinion")["guest"])
    return line.startswith(_NOTE) and calling is not None


def _disclaims(line: str, code: str) -> bool:
    said = words(code, "opinion")
    found = next((phrase for phrase in said["disclaimer"] if phrase in line), None)
    return found is not None and not any(word in line.split() for word in said["of_all"])
