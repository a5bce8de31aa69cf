"""What an earlier source tells as studied, asked for or offered, and a later one as decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice

from brief import cues
from brief.extract.events.alike import stems
from brief.language import Language
from brief.overtaken.passages import Overtaking, Passage

# The matter stands within so many words behind the verb, and both tell so many of its words.
_NEAR, _SHARED = 10, 3
_WORD = re.compile(r"[\w/.-]+")


def overtaken(passages: Sequence[Passage], language: Language) -> Overtaking:
    """The passages whose matter is at a stage that later ones tell to be over, with the first such day."""
    sign, done = (cues.expression(language, "overtaken", "stages", name) for name in ("sign", "done"))
    decided: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    dated = [one for one in passages if one.day]
    for number, one in enumerate(dated):
        for found in done.finditer(one.text):
            for stem in _matter(one.text, found.end(), language):
                decided[stem].append((one.day, number))
    for one in dated:
        days = [
            day for found in sign.finditer(one.text) for day in _later(one, found.end(), decided, language)
        ]
        if days:
            yield one.anchor, min(days)


def _later(
    one: Passage, end: int, decided: defaultdict[str, list[tuple[str, int]]], language: Language
) -> list[str]:
    """The later days on which the matter behind a place in the words was decided."""
    own = _matter(one.text, end, language)
    shared = Counter(told for stem in own for told in set(decided.get(stem, ())))
    return [day for (day, _), number in shared.items() if number >= _SHARED and day > one.day]


def _matter(text: str, start: int, language: Language) -> frozenset[str]:
    words = islice(_WORD.finditer(text, start), _NEAR)
    return stems(" ".join(one[0] for one in words), language)
