"""Article -> document: headings, run-in headings and sentences, each with its exact span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import structs

from brief.clean.rows import MARKED
from brief.identity import identifier
from brief.language import Language, fold, table
from brief.metadata.opinion import is_opinion
from brief.model import Anchor, Article, Document, Heading, Sentence

LEAD_WORDS = 12

# A sentence ends at . ! ? … and their Arabic kin, with the closing marks that follow.
_END = re.compile(r"(?P<stop>[.!؟?…]+)(?P<close>[\"»”’')\]]*)(?=\s|$)")
_NUMBERED = re.compile(r"\s*(?:[0-9٠-٩۰-۹]{1,2}|[\u0621-\u064a])\s*[.\-–)،:]\s*(?=\D)")
_HASH = re.compile(r"^[#\s]+")


def segment(article: Article, language: Language) -> Document:
    """The document of an article: every sentence with the headings it stands under."""
    source = article.source
    id_ = document_id(source.text, article.lines[0].start)
    headings: list[Heading] = []
    sentences: list[Sentence] = []
    above: Anchor | None = None
    run_in: Anchor | None = None
    for paragraph, line in enumerate(article.lines):
        if line.heading:
            above, run_in = _heading(id_, source.text, line.start, line.end), None
            headings.append(Heading(above, 1))
            continue
        lead = run_in_heading(source.text, line.start, line.end, language)
        if lead:
            run_in = Anchor(id_, lead[0], lead[1], source.text[lead[0] : lead[1]])
            headings.append(Heading(run_in, 2))
        # The mark of an item of a list is no part of what it says.
        mark = MARKED.match(source.text, line.start, line.end)
        body, position = lead[2] if lead else mark.end() if mark else line.start, len(sentences)
        sentences.extend(
            Sentence(
                anchor=Anchor(id_, start, end, source.text[start:end]),
                paragraph=paragraph,
                position=position + offset,
                heading=above,
                lead=run_in,
            )
            for offset, (start, end) in enumerate(sentence_spans(source.text, body, line.end, language))
        )
    document = Document(
        id=id_,
        path=source.path,
        text_path=source.text_path,
        url=source.url,
        text=source.text,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        grade=source.grade,
        background=source.background,
        lines=article.lines,
        headings=tuple(headings),
        sentences=tuple(sentences),
        furniture=article.furniture,
        mended=source.mended,
    )
    return structs.replace(document, opinion=is_opinion(document, language))


def document_id(text: str, start: int) -> str:
    """The id of the article that starts at `start`: ten hex digits of a digest, stable over rebuilds."""
    return identifier(f"{start}\n{text}")


def _heading(id_: str, text: str, start: int, end: int) -> Anchor:
    mark = _HASH.match(text[start:end])
    start += mark.end() if mark else 0
    return Anchor(id_, start, end, text[start:end])


@cache
def _ordinals(code: str) -> frozenset[str]:
    return frozenset(map(fold, table(code, "segment")["ordinals"]))


@cache
def _abbreviations(code: str) -> frozenset[str]:
    return frozenset(table(code, "segment")["abbreviations"])


def run_in_heading(text: str, start: int, end: int, language: Language) -> tuple[int, int, int] | None:
    """(start, end, start of what follows) of a heading that opens the line, or None.

    «2. تعزيز الطاقة: لدى البلدين …» gives the words between number and colon.
    """
    line = text[start:end]
    number = _NUMBERED.match(line)
    opening = number.end() if number else 0
    if not number:
        first = re.match(r"\s*([\w\u064b-\u0652]+)\s*[،:\-–]?\s*", line)
        if not first or fold(first[1]) not in _ordinals(language.code):
            return None
        opening = first.end()
    colon = line.find(":", opening)
    heading = line[opening:colon].strip()
    rest = line[colon + 1 :]
    if colon < 0 or not heading or len(heading.split()) > LEAD_WORDS or not rest.strip() or "." in heading:
        return None
    begin = start + line.index(heading, opening)
    return begin, begin + len(heading), start + colon + 1 + (len(rest) - len(rest.lstrip()))


def sentence_spans(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`, blanks between them left out.

    Decimals, list numbers, initials and abbreviations end no sentence; closing quotation
    marks stay with the sentence they close.
    """
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, begin, match, language):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _ends_sentence(text: str, begin: int, match: re.Match[str], language: Language) -> bool:
    if match["stop"] != ".":
        return match["close"] != "" or not _continues(text, match)
    before = text[begin : match.start()].split()
    word = before[-1] if before else ""
    bare = word.lstrip('(«"' + language.proclitics)
    if bare in _abbreviations(language.code) or (len(word) == 1 and word.isascii() and word.isalpha()):
        return False
    return not (len(before) == 1 and word.isdecimal())


def _continues(text: str, match: re.Match[str]) -> bool:
    """An ellipsis inside a quotation is a pause, not an end."""
    return match["stop"].startswith(("..", "…")) and text[match.end() : match.end() + 2].strip() != ""


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    inner = piece.strip()
    if re.search(r"\w", inner):
        begin = start + piece.index(inner)
        yield begin, begin + len(inner)
