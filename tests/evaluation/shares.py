"""Figures of a score: so many of so many."""

from collections.abc import Iterable
from typing import NamedTuple


class Share(NamedTuple):
    """`hits` of `of`; nothing is known of none."""

    hits: int
    of: int

    @classmethod
    def of_those(cls, answers: Iterable[bool]) -> "Share":
        """How many of the answers are yes."""
        given = list(answers)
        return cls(sum(given), len(given))

    @property
    def percent(self) -> float | None:
        """The share in percent, rounded down to a tenth."""
        return (1000 * self.hits // self.of) / 10 if self.of else None

    def below(self, steps: int) -> float:
        """The percentage that so many hits less would give; 0 of none."""
        return Share(max(0, self.hits - steps), self.of).percent or 0.0
