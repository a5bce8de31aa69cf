"""What several papers print in the same words: «on Wednesday» is the Wednesday of the first of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from brief.language import fold
from brief.model import Event

# Words that two papers would hardly write alike by chance.
_WORDS = 6
_WORD = re.compile(r"\w+")


def as_first_printed(events: Iterable[Event], published: Mapping[str, str | None]) -> Iterator[Event]:
    """The events in their order, without days that a later paper's copied words seem to give.

    `published` has the day of each document by its id, in ISO form; what has none came last. A day that the
    first paper gives to these words, too, stays.
    """
    every = list(events)
    printed: defaultdict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in every:
        printed[_words(event)].append(event)
    first = {
        words: min(many, key=lambda event: published.get(event.evidence[0].source) or "~").evidence[0].source
        for words, many in printed.items()
    }
    for event in every:
        words = _words(event)
        source = first[words]
        known = {one.start for one in printed[words] if one.evidence[0].source == source}
        if len(words) < _WORDS or event.start in known:
            yield event


def _words(event: Event) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(event.text)))
