"""What several papers print in the same words: «on Wednesday» is the Wednesday of the first of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brief.language import fold
from brief.model import Event

# So many words two papers hardly write alike by chance; «the market closed higher on Wednesday» they do.
_WORDS = 10
_WORD = re.compile(r"\w+")


def as_first_printed(events: Iterable[Event], published: Mapping[str, str | None]) -> Iterator[Event]:
    """The events in their order, without days that a later paper's copied words seem to give.

    `published` has the day of each document by its id, in ISO form; what has none came last. A day that the
    first paper gives to these words, too, stays.
    """
    told = [(tuple(_WORD.findall(fold(event.text))), event) for event in events]
    printed: defaultdict[tuple[str, ...], list[Event]] = defaultdict(list)
    for words, event in told:
        printed[words].append(event)
    given = {words: _of_first(many, published) for words, many in printed.items() if len(words) >= _WORDS}
    return (event for words, event in told if words not in given or event.start in given[words])


def _of_first(events: Sequence[Event], published: Mapping[str, str | None]) -> frozenset[str]:
    """The days that the first of the papers gives to the same words."""
    first = min((event.evidence[0].source for event in events), key=lambda id_: published.get(id_) or "~")
    return frozenset(event.start for event in events if event.evidence[0].source == first)
