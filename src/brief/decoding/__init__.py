"""Bytes -> text: whatever Arabic encoding a file is in, and whatever it says of itself.

Evidence comes first: a byte-order mark that holds, valid UTF-8, the pattern of UTF-16, and
then the encoding in which the letters stand as Arabic is written (`brief.decoding.single_byte`).
What a file declares only settles what its bytes leave open.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from brief.decoding.mojibake import mend
from brief.decoding.script import plausible
from brief.decoding.single_byte import ENCODINGS, SURE, best_reading
from brief.decoding.told import both
from brief.errors import Remark, SourceError

# What a file is whose first bytes give it away.
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive (or a DOCX)"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document (.doc)"),
    (b"\x1f\x8b\x08", "a GZIP archive"),
    (b"\x7fELF", "a program"),
)
# UTF-32 before UTF-16: the mark of the one opens with the mark of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The upper halves of ASCII and of Arabic letters in UTF-16: most of every second byte.
_UPPER = (0x00, 0x06)
_UPPER_SHARE = 0.6
_FEWEST = 16
# Encodings of other scripts that a declaration is followed to.
_OTHERS = re.compile(r"cp125\d|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+")
_NAME = re.compile(r"[A-Za-z0-9][\w.:-]{1,39}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_LINE_ENDS = re.compile(rb"(?<=\n)|(?<=\r)(?!\n)")
_SAMPLE = 100_000
# A text may hold so many lost letters; with more its encoding was not understood.
_MOST_LOST = 0.05


class Decoded(Struct, frozen=True):
    """The text of a file, the encoding it was read as, and how its letters were mended, if they were.

    Bytes that are no letter in that encoding stand as U+FFFD; the readers put the lines that
    hold one aside (`brief.decoding.damage`), so that they never reach a brief.
    """

    text: str
    encoding: str
    mended: str | None = None


def decode(content: bytes, declared: tuple[str, ...] = ()) -> Decoded:
    """The text of `content`, byte-order mark dropped; `declared` are encodings it claims, the surest first.

    The text is what the bytes say and nothing else, but for letters that were saved in a
    wrong encoding before: they are mended, and `mended` tells how. Raises `SourceError`
    where no reading of the bytes is text.
    """
    refuse_formats(content)
    wide = _wide(content)
    found = wide or _eight_bit(content.removeprefix(codecs.BOM_UTF8), tuple(known(declared)))
    text, said = mend(found.text)
    return Decoded(text, found.encoding, both(found.mended, said))


def refuse_formats(content: bytes) -> None:
    """Raises `SourceError` for the bytes of a picture, an archive or a document of another format."""
    for magic, name in _MAGIC:
        if content.startswith(magic):
            raise SourceError(
                "is %(format)s by its first bytes, not text; give it the suffix of its format, "
                "or save the article as text.",
                "binary",
                format=Remark(name),
            )


def known(declared: Sequence[str]) -> Iterator[str]:
    """The declared encodings by their one name; what is none, or no plain one, is left out."""
    for name in declared:
        if not _NAME.fullmatch(name.strip()):
            continue
        try:
            found = codecs.lookup(name.strip()).name
        except (LookupError, ValueError):
            continue
        if _OTHERS.fullmatch(found):
            yield "cp1252" if found == "iso8859-1" else found


# Letters of two and four bytes ----------------------------------------------------------


def _wide(content: bytes) -> Decoded | None:
    """The text of a UTF-16 or UTF-32 file, or None."""
    for mark, name in _MARKS[1:]:
        if content.startswith(mark) and (found := _widened(content[len(mark) :], name)):
            return found
    pattern = _by_pattern(content)
    return _widened(content, pattern) if pattern else None


def _by_pattern(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is the upper half of ASCII or of Arabic."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    for name, upper, lower in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if len(sample) >= _FEWEST and _share(upper) >= _UPPER_SHARE > _share(lower):
            return name
    return None


def _share(halves: bytes) -> float:
    return sum(map(halves.count, _UPPER)) / len(halves)


def _widened(content: bytes, name: str) -> Decoded | None:
    text = content.decode(name, "replace")
    return None if _is_noise(text) else Decoded(text, name, _lost(text))


def _is_noise(text: str) -> bool:
    """Whether control characters are more than strays in a text."""
    return len(_CONTROL.findall(text)) > max(1, _MOST_LOST * len(text)) or "\0" in text


# Letters of one byte, and UTF-8 ---------------------------------------------------------


def _eight_bit(content: bytes, declared: tuple[str, ...]) -> Decoded:
    if b"\0" in content:
        raise SourceError("holds NUL bytes, so it is no text file; save the article as UTF-8 text.", "binary")
    try:
        return Decoded(content.decode(), "utf-8")
    except UnicodeDecodeError:
        return _by_lines(content) if _is_mainly_utf8(content) else _one_byte(content, declared)


def _by_lines(content: bytes) -> Decoded:
    """UTF-8 with lines of another encoding or with broken bytes."""
    lines = [_line(line) for line in _LINE_ENDS.split(content)]
    text = "".join(text for text, _ in lines)
    strange = sorted({f"lines in {encoding}" for _, encoding in lines if encoding})
    return Decoded(text, "utf-8", "; ".join([*strange, *filter(None, [_lost(text)])]) or None)


def _is_mainly_utf8(content: bytes) -> bool:
    """Whole letters outnumber broken bytes; in other encodings few look whole, as one before a comma."""
    valid = content.decode(errors="ignore")
    whole = len(valid) - len(valid.encode("ascii", "ignore"))
    return whole >= len(content) - len(valid.encode())


def _line(content: bytes) -> tuple[str, str | None]:
    """A line, and its encoding where that is not UTF-8."""
    try:
        return content.decode(), None
    except UnicodeDecodeError:
        if not _is_mainly_utf8(content) and (best := best_reading(content)).score >= SURE:
            return content.decode(best.encoding, "replace"), best.encoding
        return content.decode(errors="replace"), None


def _one_byte(content: bytes, declared: tuple[str, ...]) -> Decoded:
    best = best_reading(content, declared)
    if best.score >= SURE:
        text = content.decode(best.encoding, "replace")
        return Decoded(text, best.encoding, _lost(text))
    mixed = _by_lines(content)
    if plausible(mixed.text[:_SAMPLE]) >= SURE:
        return mixed
    for name in (*(name for name in declared if name not in ENCODINGS), "cp1252"):
        other = _strict(content, name)
        if other and (name != "cp1252" or _is_latin(other)):
            return Decoded(other, name)
    raise SourceError(
        "is in no encoding that gives plausible letters; save the article again as UTF-8.", "encoding"
    )


def _strict(content: bytes, name: str) -> str | None:
    try:
        text = content.decode(name)
    except (UnicodeError, LookupError):
        return None
    return None if _is_noise(text) else text


def _is_latin(text: str) -> bool:
    """Latin prose: a few letters of it are beyond ASCII, and most of those stand inside ASCII words."""
    return len(_BEYOND.findall(text)) < len(_ASCII_LETTER.findall(text)) / 2


def _lost(text: str) -> str | None:
    count = text.count("\ufffd")
    return f"{count} letters could not be read" if count else None
