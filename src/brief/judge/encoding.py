"""What is sent to a model: JSON that no fence around it is closed by, and how many tokens it takes."""

from __future__ import annotations

import json
import re
import unicodedata

# Tokens of a letter beyond ASCII and of one within. Measured on 96,000 letters of Arabic articles: a line
# takes at most 1.0 token a letter, blanks included, with the vocabularies of 32,000 pieces (the first
# Llama and Mistral), .84 with cl100k, and .39 to .53 with newer ones (o200k, Llama 3, Qwen 3, Tekken);
# JSON of an answer takes .42 to .51 a letter with all of them. Whole requests take .93 of the estimate at
# most. What does not fit is refused or cut silently, so the dearest counts.
LETTER, SIGN = 1.0, 0.5
# Unseen letters can carry words that nobody reads but a model: fillers and variation, which count as letters
# and marks, and tags, direction, line ends.
_BLANK = re.compile(r"[\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def tokens(text: str) -> int:
    """At most so many tokens `text` takes with the vocabularies that are in use."""
    plain = len(text.encode("ascii", "ignore"))
    return round(LETTER * (len(text) - plain) + SIGN * plain) + 1


def encoded(value: object) -> str:
    """`value` as JSON on one line, in which no letter is an angle bracket, a control or an unseen one.

    What stands between tags cannot close them, whatever a source says.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace(">", "\\u003e")
    return text if text.isprintable() and not _BLANK.search(text) else "".join(map(_seen, text))


def _seen(sign: str) -> str:
    """A letter as it is, or its escape where nobody would see it."""
    if unicodedata.category(sign) not in _UNSEEN and not _BLANK.match(sign):
        return sign
    return f"\\u{ord(sign):04x}" if sign.isascii() else json.dumps(sign)[1:-1]
