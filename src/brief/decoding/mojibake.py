"""Letters that were read in a wrong encoding and saved again -> the letters that were meant.

Two detours are undone, word by word: UTF-8 that was read one byte a letter, and windows-1256
that was read as Latin. What was lost on the way stays lost: such letters become U+FFFD, never
a guess. (ftfy knows no detour by way of windows-1256, leaves short lines, and takes a letter
whose second byte was dropped before a blank for a digit.)
"""

from __future__ import annotations

import re
from functools import cache

from brief.decoding.script import letters, plausible
from brief.decoding.single_byte import SURE, best_reading

_TOKEN = re.compile(r"[^\x00-\x20]+")
# The two bytes that open Arabic letters in UTF-8, and those that most often follow.
_LEADS, _FOLLOWERS = b"\xd8\xd9", b"\xa7\x84\x85\x8a\x86\xb1\xa8\xb7\xb8"
# What UTF-8 was read as; latin-1 is read as cp1252, which programs do as well.
_DETOURS = ("cp1252", "cp1256", "cp1251", "cp1250", "cp437", "mac-roman")
# A Latin word holds no three letters beyond ASCII in a row; windows-1256 read as Latin is full of them.
_RUN = re.compile(r"[\u00c0-\u00ff]{3}")
# So many letters must come out before anything is touched: one letter and a comma may look like it.
_ENOUGH = 8
# How plausible one word must be among many; quotation marks around it count against it.
_WORD = 0.5
# A detour may be taken more than once.
_ROUNDS = 3
# A Latin letter that went round by Latin: what «Ø» and «Ù» are after a second detour.
_TWICE = "\u00c3[\u02dc\u2122\x98\x99]"


@cache
def _trigger(*encodings: str) -> re.Pattern[str]:
    """Finds Arabic in UTF-8 that was read in one of the encodings."""
    leads = "".join(map(_LEADS.decode, encodings))
    followers = "".join(_FOLLOWERS.decode(encoding, "ignore") for encoding in encodings)
    pair = f"[{leads}][{re.escape(followers)}\\x80-\\x9f]"
    return re.compile(f"{pair}|{_TWICE}" if "cp1252" in encodings else pair)


# A letter before an ellipsis may look like the others; no one writes the Latin pairs.
_LATIN = ("cp1252", "cp1250", "cp437", "mac-roman")
# One class of letters is looked for ten times as fast as all pairs: few articles hold any of them.
_FOREIGN = re.compile(r"[\u00c0-\u04ff\u2500-\u256c]")


@cache
def _any() -> re.Pattern[str]:
    """Finds all that may be mojibake; made where it is first needed, and few articles need it."""
    return re.compile(f"{_trigger(*_DETOURS).pattern}|{_RUN.pattern}|{_TWICE}")


def mend(text: str) -> tuple[str, str | None]:
    """`text` with such letters as they were meant, and what was done, None where nothing was.

    What gives neither valid UTF-8 nor plausible Arabic is left as it is.
    """
    if not _FOREIGN.search(text) and not _trigger("cp1256").search(text):
        return text, None
    done: list[str] = []
    for _ in range(_ROUNDS):
        step = _step(text) if _any().search(text) else None
        if step is None:
            break
        text, said = step
        done.append(said)
    return text, "; ".join(done) or None


def _step(text: str) -> tuple[str, str] | None:
    """The text one detour back, and which it was, or None."""
    for encoding in _DETOURS:
        if _trigger(encoding).search(text) and (mended := _from_utf8(text, encoding)):
            return mended, f"UTF-8 that was read as {encoding}"
    if _RUN.search(text) and (mended := _from_letters(text)):
        return mended, "a one-byte Arabic encoding that was read as Latin"
    return None


def _from_utf8(text: str, encoding: str) -> str | None:
    """UTF-8 read as `encoding` undone where enough words of the text are such, or None."""
    words = {token: _as_utf8(token, encoding) for token in _tokens(text)}
    if sum(letters(word) + len(_any().findall(word)) for word in words.values() if word) < _ENOUGH:
        return None
    leads = _LEADS.decode(encoding)

    def meant(match: re.Match[str]) -> str:
        token = match[0]
        return token if token.isascii() else words[token] or _halves(token, encoding, leads)

    return _TOKEN.sub(meant, text)


def _tokens(text: str) -> frozenset[str]:
    """The words of a text that hold a letter beyond ASCII."""
    return frozenset(token for token in _TOKEN.findall(text) if not token.isascii())


def _as_utf8(token: str, encoding: str) -> str | None:
    """The token as it was before its UTF-8 bytes were read as `encoding`, or None."""
    raw = _bytes(token, encoding)
    try:
        return raw.decode() if raw else None
    except UnicodeDecodeError:
        return None


def _halves(token: str, encoding: str, leads: str) -> str:
    """A token that is mojibake in part: letters that lost a byte are marked as lost."""
    raw = _bytes(token, encoding) if 3 * sum(map(token.count, leads)) >= len(token) else None
    return raw.decode(errors="replace") if raw else token


def _bytes(token: str, encoding: str) -> bytes | None:
    """The bytes behind letters, or None; where the encoding has no letter the byte kept its number."""
    try:
        return token.encode(encoding)
    except UnicodeEncodeError:
        parts = tuple(_byte(sign, encoding) for sign in token)
        return b"".join(parts) if all(parts) else None


def _byte(sign: str, encoding: str) -> bytes:
    return sign.encode(encoding, "ignore") or (sign.encode("latin-1") if "\x80" <= sign <= "\x9f" else b"")


def _from_letters(text: str) -> str | None:
    """Windows-1256 and its kin read as Latin undone where the words together are Arabic, or None."""
    alone = letters(text) < _ENOUGH
    found = {token: raw for token in sorted(_tokens(text)) if (raw := _bytes(token, "cp1252"))}
    sample = b" ".join(raw for token, raw in found.items() if alone or _RUN.search(token))
    best = best_reading(sample)
    if best.score < SURE or letters(sample.decode(best.encoding, "replace")) < _ENOUGH:
        return None
    words = {token: raw.decode(best.encoding, "replace") for token, raw in found.items()}
    fit = {token: word for token, word in words.items() if alone or plausible(word) >= _WORD}
    return _TOKEN.sub(lambda token: fit.get(token[0], token[0]), text)


def is_mojibake(line: str) -> bool:
    """Whether a line still holds letters that nobody wrote: UTF-8 or Arabic read as Latin."""
    return len(_trigger(*_LATIN).findall(line)) > 1 or bool(_RUN.search(line))
