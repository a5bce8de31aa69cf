"""What a stance is taken to, in the words of the clause."""

from __future__ import annotations

from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import Taken

_LONGEST = 9


def target(clause: Clause, taken: Taken) -> str | None:
    """The words that follow the stance, as printed; None where these name a reason or stand before it."""
    if taken.place is None:
        return None
    line, ways = clause.line, clause.cues.ways
    begin = taken.place
    while begin < len(line.tokens) and line.tokens[begin].word in ways["passed_over"]:
        begin += 1
    end = begin
    while end < min(begin + _LONGEST, len(line.tokens)) and (end == begin or line.tokens[end].joined):
        end += 1
    while end > begin and line.tokens[end - 1].word in ways["unfinished"]:
        end -= 1
    if end <= begin or line.tokens[begin].word in ways["no_target"]:
        return None
    start, stop = line.span(begin, end - 1)
    return line.text[start - line.offset : stop - line.offset]
