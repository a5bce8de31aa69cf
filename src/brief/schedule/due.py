"""A plan's times as the embedded scheduler asks for them, by the same reckoning as `brief schedule next`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from apscheduler.triggers.base import BaseTrigger


class DueTrigger(BaseTrigger):  # type: ignore[misc]  # the library carries no annotations
    """Fires at the times that `due` gives after the one before, or after the present."""

    def __init__(self, due: Callable[[datetime], datetime]) -> None:
        self.due = due

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime:
        """The next time, with its zone."""
        return self.due(previous or now)
