"""When topics run by themselves, by what the machine already has: one file for each way.

A way writes a plan down where the machine finds it, and reads it back from there; nothing else
remembers what is scheduled.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct

from brief.errors import TopicError
from brief.schedule.plan import Plan, weekly
from brief.schedule.when import machine_zone

__all__ = ["WAYS", "Installed", "Plan", "Way", "chosen", "install", "installed", "machine_zone"]
__all__ += ["of_topic", "way", "weekly"]


class Way(Protocol):
    """How a machine keeps a schedule; see the modules of `WAYS`."""

    def usable(self) -> bool:
        """Whether the machine has it."""

    def install(self, plan: Plan) -> None:
        """Keep a plan, in the place of an earlier one of its name; all of it or none."""

    def remove(self, name: str) -> bool:
        """Forget a plan; False where it is not kept."""

    def installed(self) -> Iterator[Plan]:
        """The plans that are kept."""

    def active(self, name: str) -> bool:
        """Whether a plan's next time is waited for."""


# In the order of preference: the first usable one is taken where none is named.
WAYS = ("systemd", "cron", "embedded")


class Installed(Struct, frozen=True):
    """A plan and the way it is kept."""

    plan: Plan
    way: str


def way(name: str) -> Way:
    """The module of a way, a name of `WAYS`."""
    return cast("Way", import_module(f"brief.schedule.{name}"))


def chosen() -> str:
    """The best way that this machine has."""
    return next(name for name in WAYS if way(name).usable())


def install(plan: Plan, by: str) -> None:
    """Keep a plan by one way and no other; raises `TopicError` where the way is absent or refuses."""
    if not way(by).usable():
        raise TopicError(
            "%(way)s: this machine does not have it for you; leave --with out to take the best it has.",
            way=by,
        )
    way(by).install(plan)
    for kept in installed():
        if kept.plan.name == plan.name and kept.way != by:
            way(kept.way).remove(plan.name)


def installed() -> tuple[Installed, ...]:
    """Every plan that this user's machine keeps, the preferred way first."""
    return tuple(Installed(plan, name) for name in WAYS for plan in way(name).installed())


def of_topic(topic: Path) -> tuple[Installed, ...]:
    """The plans of one topic, wherever its reports stand."""
    place = str(topic.resolve())
    return tuple(kept for kept in installed() if kept.plan.topic == place)
