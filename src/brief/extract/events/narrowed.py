"""A dated stretch of a sentence, without the clauses beside it that its date does not date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from brief.cues import expression
from brief.extract.events.clauses import LONGEST, Clause, Cuts
from brief.extract.events.cues import Cues
from brief.extract.events.signs import Kind, Told
from brief.language import Language
from brief.periods import Mention

_COMMA = re.compile(r"[،,]\s+")
_ANNOUNCES = ":"
_LEAST_WORDS = 5  # beside its date, for a clause to be understood alone
_OPENING = 60  # characters in which the first words of a clause stand
_LEAST_REST = 2  # words that stand after an inserted clause
_LEAST_HEAD = 6  # letters of the noun that a relative clause tells of


class Part(Struct, frozen=True):
    """A clause of a sentence with its date, and all the times of the sentence."""

    cuts: Cuts
    told: Clause
    mention: Mention
    times: Sequence[Mention]

    @property
    def at(self) -> int:
        """The place of the date in the folded clause."""
        return self.cuts.seen.position(self.mention.start) - self.cuts.seen.position(self.told.start)

    def place(self, at: int) -> int:
        """The code point of the sentence at a place of the folded clause."""
        first = self.cuts.seen.position(self.told.start) + at
        return self.cuts.seen.span(first, first + 1)[0]


def narrowed(part: Part, cues: Cues, language: Language) -> Clause:
    """The part of a clause that its date dates.

    An inserted relative clause keeps its date from the sentence around it; a clause that has a time of its
    own has no part in that of the clause joined to it; what is still to come is told by its own clause.
    """
    cuts, told, mention = part.cuts, part.told, part.mention
    commas = [match.span() for match in _COMMA.finditer(cuts.text, told.start, told.end)]
    left = [one for one in commas if one[1] <= mention.start]
    right = [one for one in commas if one[0] >= mention.end]
    if left and right and cues.relative.match(cuts.folded(left[-1][1], mention.start)):
        return _relative(part, left[-1][0], right[0], cues, language)
    apart = (one[1] for one in left if _has_own(part, one, cues))
    start = max(apart, default=_item(part, left, cues))
    end = min((one[0] for one in right if mention.future and _opens(cuts, one[1], cues)), default=told.end)
    return Clause(start, end)


def by_paper(part: Part, own: Clause, language: Language) -> Clause:
    """The whole of what a paper orders, where a date is that of the paper: «…, by a decree of Tuesday»."""
    cuts, mention = part.cuts, part.mention
    paper = expression(language, "events", "by_paper").search(cuts.folded(own.start, mention.start))
    joined = expression(language, "events", "and_act").match(cuts.folded(own.start, mention.start))
    first = max((one for one in cuts.opening if one <= own.start), default=own.start)
    fits = (
        paper
        and joined
        and own.end - first <= LONGEST
        and Told(cuts.folded(first, own.start), language).has(Kind.PAST)
    )
    return Clause(first, own.end) if fits else own


def _relative(part: Part, opened: int, closed: tuple[int, int], cues: Cues, language: Language) -> Clause:
    """An inserted relative clause with the noun before it, where the two can be told apart from the rest."""
    cuts, told = part.cuts, part.told
    rest = cuts.folded(closed[1], told.end)
    if len(rest.split()) < _LEAST_REST or (cues.joined.match(rest) and not _is_verb_in_and(rest, cues)):
        return told
    head = cuts.folded(told.start, opened)
    verb = Told(head, language).last(Kind.PAST | Kind.PRESENT | Kind.WAS | Kind.AHEAD, 0, len(head))
    if verb is None:
        return Clause(told.start, closed[0])
    first = cuts.text.find(" ", cuts.seen.span(cuts.seen.position(told.start) + verb[1] - 1, 0)[0], opened)
    opens = set(head[: verb[0]].split()) <= cues.done
    leads = opens and opened - first >= _LEAST_HEAD
    return Clause(first + 1, closed[0]) if leads and first >= 0 else told


def _is_verb_in_and(rest: str, cues: Cues) -> bool:
    """Whether words open with a verb of the past whose first letter only looks like «and»: «وقع»."""
    first = rest.split(maxsplit=1)[0]
    return cues.past.fullmatch(first[0] + first) is not None


def _has_own(part: Part, comma: tuple[int, int], cues: Cues) -> bool:
    """Whether what stands before a comma is another clause, with a time of its own."""
    cuts, told, mention = part.cuts, part.told, part.mention
    earlier = any(told.start <= one.start and one.end <= comma[0] for one in part.times)
    later = cuts.folded(comma[1], mention.start) + cuts.folded(mention.end, told.end)
    if not earlier or len(later.split()) < _LEAST_WORDS:
        return False
    return (
        _opens(cuts, comma[1], cues) or cues.timed.fullmatch(cuts.folded(comma[1], mention.start)) is not None
    )


def _item(part: Part, left: Sequence[tuple[int, int]], cues: Cues) -> int:
    """Where a clause begins that is an item of what a colon announces, and has a verb of its own."""
    cuts, told = part.cuts, part.told
    if not left or not cuts.text[: told.start].rstrip().endswith(_ANNOUNCES):
        return told.start
    words = cuts.folded(left[-1][1], part.mention.start).split()
    acts = any(cues.imperfect.fullmatch(word) or cues.past.fullmatch(word) for word in words[1:])
    return left[-1][1] if acts and len(words) >= _LEAST_WORDS else told.start


def _opens(cuts: Cuts, place: int, cues: Cues) -> bool:
    """Whether a clause of its own opens at a place: «and» with a verb."""
    words = cuts.folded(place, min(place + _OPENING, len(cuts.text))).split()[:2]
    return bool(words) and cues.clause_verb.match(" ".join(words)) is not None
