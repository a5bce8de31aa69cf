"""Source -> articles: the lines of each article, and why every other line was removed.

The decision rests on form and place: an article is a run of prose; short lines inside it
are headings; what stands before and after it is the page's frame, unless a pointer to a
related article is followed by prose enough to be an article itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct, structs

from brief.language import Language, fold, table
from brief.metadata import describe
from brief.model import Article, Furniture, Hint, Line, Source

PROSE_WORDS = 8
LONG_WORDS = 25
HEADING_WORDS = 14
LEAD_CHARACTERS = 60
SECOND_ARTICLE_LINES = 3

_TERMINAL = re.compile(r"[.!؟?…:؛»\"”)]\s*$")
_BULLET = re.compile(r"^\s*[•●▪◦■*\u00b7\u2023\-–]\s+")
_TRUNCATED = re.compile(r"(\.\.\.|…)\s*(?:[\"»”]\s*)?$")
_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
_HASHTAG = re.compile(r"#\w")
_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")


class _Row(Struct, frozen=True):
    """A line that is not blank: where it stands and what its form says."""

    start: int
    end: int
    text: str
    key: str
    words: int
    reason: str | None
    opens_block: bool
    prose: bool
    heading: bool | None = None  # None: its form decides


class _Cues(Struct, frozen=True):
    related: re.Pattern[str]
    frame: re.Pattern[str]
    credit: re.Pattern[str]


@cache
def _cues(code: str) -> _Cues:
    lists = table(code, "furniture")
    frame = [*lists["frame"], *lists["foreign"]]
    return _Cues(*map(_opening, (lists["related"], frame, lists["credit"])))


def _opening(phrases: Sequence[str]) -> re.Pattern[str]:
    """Lines that open with one of `phrases`, a mark or nothing after it."""
    longest = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, longest))})(?!\w)(?P<rest>.*)", re.DOTALL)


def clean(source: Source, language: Language) -> tuple[Article, ...]:
    """The articles of a page in their order, each with its lines and all that was removed.

    An empty tuple means that the page holds no prose.
    """
    hints = {hint.start: hint for hint in source.hints}
    rows = tuple(_hinted(row, hints.get(row.start)) for row in _rows(source.text, _cues(language.code)))
    blocks = _blocks(rows)
    places = [place for place, block in enumerate(blocks) if _is_article(block, first=not place)]
    return tuple(
        _article(source, blocks[place], _removed_around(blocks, places, number), language)
        for number, place in enumerate(places)
    )


def _rows(text: str, cues: _Cues) -> Iterator[_Row]:
    lines = list(_lines(text))
    leads = _truncated_leads([key for *_, key in lines])
    for number, (start, end, line, key) in enumerate(lines):
        related = cues.related.fullmatch(key)
        reason = "truncated lead" if number in leads else _reason(line, key, cues)
        words = len(key.split())
        yield _Row(
            start=start,
            end=end,
            text=line,
            key=key,
            words=words,
            reason=reason,
            opens_block=bool(related and not re.search(r"\w", related["rest"])),
            prose=reason is None and _is_prose(line, words),
        )


def _hinted(row: _Row, hint: Hint | None) -> _Row:
    """A row as the file's format sees it, where it says anything of it."""
    if hint is None:
        return row
    if hint.kind == "aside":
        return structs.replace(row, reason=row.reason or hint.reason, prose=False)
    return structs.replace(
        row, prose=row.reason is None and hint.kind == "paragraph", heading=hint.kind == "heading"
    )


def _lines(text: str) -> Iterator[tuple[int, int, str, str]]:
    for match in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c]+", text):
        line = match.group().strip()
        if line:
            start = match.start() + match.group().index(line)
            yield start, start + len(line), line, fold(line)


def _truncated_leads(keys: Sequence[str]) -> frozenset[int]:
    """Lines without an end whose opening stands again in a later line: teasers of the body."""
    openings = {
        number: _TRUNCATED.sub("", key)[:LEAD_CHARACTERS].lstrip()
        for number, key in enumerate(keys)
        if len(key) >= LEAD_CHARACTERS and (not _TERMINAL.search(key) or _TRUNCATED.search(key))
    }
    last = _last_lines(keys, frozenset(openings.values()))
    return frozenset(number for number, opening in openings.items() if last.get(opening, -1) > number)


def _last_lines(keys: Sequence[str], openings: frozenset[str]) -> dict[str, int]:
    """The last line that holds each opening, at the start of any of its words or marks."""
    lengths = sorted({len(opening) for opening in openings})
    last: dict[str, int] = {}
    for number, key in enumerate(keys if openings else ()):
        for match in _WORD_OR_MARK.finditer(key):
            start = match.start()
            for length in lengths:
                piece = key[start : start + length]
                if piece in openings:
                    last[piece] = number
    return last


def _reason(line: str, key: str, cues: _Cues) -> str | None:
    """Why the form of a line alone says that it is no part of an article, or None."""
    if cues.related.fullmatch(key):
        return "related article"
    if cues.credit.fullmatch(key) and len(key.split()) <= HEADING_WORDS:
        return "credit"
    if (frame := cues.frame.fullmatch(key)) and _is_frame(line, frame["rest"]):
        return "page frame"
    if len(_HASHTAG.findall(line)) > 1:
        return "hashtags"
    letters = len(_LETTER.findall(line))
    if letters and len(_ARABIC.findall(line)) < letters / 2:
        return "not in the language"
    return None if letters else "no words"


def _is_frame(line: str, rest: str) -> bool:
    """A cue word may open a sentence too: the frame is short, or has no sentence's end."""
    return len(rest.split()) <= 3 or not _TERMINAL.search(line) or rest.lstrip().startswith(":")


def _is_prose(line: str, words: int) -> bool:
    """Sentences, not a title: a question of title's length is none, however it ends."""
    if _TRUNCATED.search(line) or _BULLET.match(line):
        return False
    ends = _TERMINAL.search(line) and not line.rstrip().endswith(("؟", "?"))
    return words >= LONG_WORDS or (words >= PROSE_WORDS and bool(ends))


def _blocks(rows: Sequence[_Row]) -> list[tuple[_Row, ...]]:
    """The page cut before each line that announces related articles."""
    cuts = [number for number, row in enumerate(rows) if row.opens_block and number]
    edges = [0, *cuts, len(rows)]
    return [tuple(rows[start:end]) for start, end in pairwise(edges)]


def _is_article(block: Sequence[_Row], *, first: bool) -> bool:
    prose = sum(row.prose for row in block)
    return prose > 0 if first else prose >= SECOND_ARTICLE_LINES


def _removed_around(
    blocks: Sequence[tuple[_Row, ...]], articles: Sequence[int], number: int
) -> tuple[Furniture, ...]:
    """The blocks between an article and the next one: teasers of other articles."""
    here = articles[number]
    following = articles[number + 1] if number + 1 < len(articles) else len(blocks)
    first = 0 if number == 0 else here + 1
    outside = [*blocks[first:here], *blocks[here + 1 : following]]
    return tuple(
        Furniture(row.start, row.end, row.reason or "related article") for block in outside for row in block
    )


def _article(
    source: Source, block: Sequence[_Row], around: Sequence[Furniture], language: Language
) -> Article:
    prose = [number for number, row in enumerate(block) if row.prose]
    first, last = prose[0], _end_of_body(block, prose[-1])
    kept = [number for number in range(first, last + 1) if _belongs(block, number, last)]
    lines = tuple(
        Line(block[number].start, block[number].end, _is_heading(block, number, last)) for number in kept
    )
    inside = set(kept)
    removed = [
        Furniture(
            row.start,
            row.end,
            row.reason or ("before the article" if number < first else "after the article"),
        )
        for number, row in enumerate(block)
        if number not in inside
    ]
    before, after = [row.text for row in block[:first]], [row.text for row in block[last + 1 :]]
    about = describe(before, after, [block[number].text for number in kept], language)
    return Article(
        source=source,
        lines=lines,
        furniture=tuple(sorted([*removed, *around], key=lambda piece: piece.start)),
        title=source.title or about.title,
        publisher=source.publisher or about.publisher,
        author=source.author or about.author,
        published=source.published or about.published,
    )


def _end_of_body(block: Sequence[_Row], last: int) -> int:
    """Short closing sentences that follow the last prose line at once belong to it."""
    while last + 1 < len(block):
        row = block[last + 1]
        if (
            row.reason
            or row.opens_block
            or row.words < 4
            or not row.text.rstrip().endswith((".", '."', ".»"))
        ):
            break
        last += 1
    return last


def _belongs(block: Sequence[_Row], number: int, last: int) -> bool:
    row = block[number]
    return row.reason is None and (row.prose or not _TRUNCATED.search(row.text)) and number <= last


def _is_heading(block: Sequence[_Row], number: int, last: int) -> bool:
    row = block[number]
    if row.heading is not None:
        return row.heading
    if row.prose or row.words > HEADING_WORDS or number >= last:
        return False
    return not row.text.rstrip().endswith((".", '."', ".»", "،")) and not _BULLET.match(row.text)
