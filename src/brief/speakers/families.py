"""The family names that a text gives behind an office and a first name, whom no list knows."""

from __future__ import annotations

import re

from brief.language import fold
from brief.speakers.places import Reading
from brief.subjects.words import words_of

_NAMED = re.compile(r"(?<!\w)(\w+) +(?=(\w+) +(\w+))")


def families(reading: Reading) -> dict[str, tuple[str, int]]:
    """The first name of each folded family name, and where its office stands first, found out once.

    «الوزير سامي عواضة», not «رئيس البلدية بحار»: whose office it is stands behind it, too.
    """
    if not reading.families:
        words = words_of(reading.language)
        small = (words.heads, words.closing, words.governing, words.clauses, words.times, words.asides)
        found: dict[str, tuple[str, int]] = {"": ("", 0)}
        for match in _NAMED.finditer(reading.document.text):
            if fold(match[1]) not in words.offices:
                continue
            first, last = fold(match[2]), fold(match[3])
            governs = any(one in known for known in small for one in (first, last))
            if not (first.startswith(words.letters.article) or governs):
                found.setdefault(last, (match[2], match.start()))
        reading.families.update(found)
    return reading.families
