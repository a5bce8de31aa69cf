"""How far letters stand as Arabic is written: the measure by which encodings are told apart.

It knows code ranges and the rules of the script, no words: a word does not open with a lone
hamza or a vowel mark, ta marbuta and alef maksura end it, and Latin letters are no part of it.
"""

from __future__ import annotations

import re

_LETTER = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
_LETTER_OR_MARK = re.compile(r"[\u0621-\u063a\u0641-\u0652]")
_OTHER = re.compile(r"[^\x00-\x7f\s]")
_IMPOSSIBLE = re.compile(
    r"[\u0629\u0649](?=[\u0621-\u064a])"  # a letter after one that ends words
    r"|(?<![\u0621-\u0652])[\u064b-\u0652]"  # a vowel mark without a letter
    r"|[\u064c\u064d](?=[\u0621-\u064a])"  # a case ending inside a word
    r"|(?<![\u0621-\u0652])\u0621(?=[\u0621-\u064a])"  # a lone hamza that opens a word
    r"|(?<=[\u0621-\u0652])[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f]"  # Latin and Arabic in one word
    r"|[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f](?=[\u0621-\u0652])"
    r"|(?<=[\u0621-\u0652])[\u00a1-\u00a9\u00ac-\u00b9\u00bc-\u00bf](?=[\u0621-\u0652])"  # signs in a word
    r"|(?<=[\u0621-\u0652])[!#$%&*+<=>?@\[\\\]^_`{|}~](?=[\u0621-\u0652])"
    r"|[\x80-\x9f\xad\ufffd]"
)
_WEIGHT = 3


def plausible(text: str) -> float:
    """The share of the characters beyond ASCII that are Arabic letters in places where they can stand.

    1 for clean Arabic, 0 or less for anything else (also where there is nothing beyond ASCII).
    """
    others = len(_OTHER.findall(text))
    if not others:
        return 0.0
    return (len(_LETTER_OR_MARK.findall(text)) - _WEIGHT * len(_IMPOSSIBLE.findall(text))) / others


def letters(text: str) -> int:
    """How many Arabic letters `text` holds, vowel marks left out."""
    return len(_LETTER.findall(text))
