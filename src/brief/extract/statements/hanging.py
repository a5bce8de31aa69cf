"""What the head of a clause takes up from the sentence before it: «the step», an amount, one of a list."""

from __future__ import annotations

from brief import cues, quantities
from brief.extract.statements.pointers import unmarked
from brief.language import Language, fold

# Patterns of text as it is printed, and of folded text, that show it by themselves.
_AS_PRINTED = ("planned_of_it", "part_of_its", "done_to_what")
_AT_HEAD = ("hanging", "of_its_list", "of_the_sum", "office_acts", "counted_of_nothing")


def hangs(text: str, language: Language) -> bool:
    """Whether a clause opens with something that stands for what the sentence before it tells."""
    key, printed = fold(text), unmarked(text)
    return (
        any(cues.expression(language, "statements", name).match(key) for name in _AT_HEAD)
        or any(cues.expression(language, "statements", name).match(printed) for name in _AS_PRINTED)
        or _names_nobody_again(key, language)
    )


def takes_up(before: str, text: str, language: Language) -> bool:
    """Whether words told before a clause hold what it takes up: for «the sum» they need a figure."""
    of_sum = cues.expression(language, "statements", "of_the_sum").match(fold(text)) is not None
    return not of_sum or bool(quantities.find(before, language))


def _names_nobody_again(key: str, language: Language) -> bool:
    """Whether a clause is told by «the same source», of whom it tells nothing before."""
    again = cues.expression(language, "statements", "same_speaker").search(key)
    return again is not None and again["who"] not in key[: again.start()]
