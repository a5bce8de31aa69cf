"""The idea that words tell: cue words by group, those of the main clause before the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from brief.facets.frames import main_start, subordinate_from
from brief.facets.seen import Seen, Signs

# The main clause comes first in Arabic prose: a cue within the first words counts whole.
EARLY_WORDS = 7
LATE_SHARE = 0.5
# Cues of one group beyond these say the same once more.
COUNTED = 2


def signs(document: Sequence[Seen]) -> list[Signs]:
    """For each group of cue words, how strongly it speaks in each statement (0 to 2)."""
    return [_signs(one) for one in document]


def _signs(one: Seen) -> Signs:
    strengths: defaultdict[str, dict[str, float]] = defaultdict(dict)
    inner, main = subordinate_from(one), main_start(one)
    for cue in one.cues():
        opens = cue.place < EARLY_WORDS and cue.place < inner
        early = opens or (main and main <= cue.place < main + EARLY_WORDS)
        known = strengths[cue.group]
        known[cue.phrase] = max(known.get(cue.phrase, 0.0), 1.0 if early else LATE_SHARE)
    return {
        f"cues.{group}": sum(sorted(found.values(), reverse=True)[:COUNTED])
        for group, found in strengths.items()
    }
