"""What a run tells while it works: JSON lines in a pipe, readable lines on a terminal.

Texts of sources pass through it, so every one is made `printed.plain` first: no line can be broken
in two, and no terminal obeys them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Protocol, TextIO, cast

from brief.printed import plain

Clock = Callable[[], datetime]
# More than that is no sentence any more.
_LONGEST = 2000


class Log(Protocol):
    """Where something is noted: the `event` in a word or two, and what belongs to it by name."""

    def bind(self, **values: object) -> Log:
        """The same log with values that stand in each of its lines."""

    def info(self, event: str, **values: object) -> object:
        """Note what went as it should."""

    def warning(self, event: str, **values: object) -> object:
        """Note what somebody should look at."""

    def error(self, event: str, **values: object) -> object:
        """Note what ended the run."""


def logbook(stream: TextIO, clock: Clock) -> Log:
    """A log that writes one line for each event to `stream`."""
    with _left_out("rich", unless=stream.isatty()):
        import structlog  # noqa: PLC0415 - only a run keeps a log

    def stamped(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        return {"at": clock().astimezone(UTC).isoformat(timespec="seconds"), **event}

    shown = (
        structlog.dev.ConsoleRenderer(sort_keys=False, timestamp_key="at", pad_event_to=0)
        if stream.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    wrapped = structlog.wrap_logger(
        structlog.PrintLogger(stream),
        processors=[stamped, structlog.processors.add_log_level, _made_plain, shown],
        wrapper_class=structlog.make_filtering_bound_logger(0),
        context_class=dict,
    )
    return cast("Log", wrapped)


@contextmanager
def _left_out(name: str, *, unless: bool) -> Iterator[None]:
    """Import without a library that what is imported can do without, unless it is wanted or was read before.

    What draws on terminals takes longer to load than a run with nothing new takes for all else.
    """
    if unless or name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # how the import system is told of it
    try:
        yield
    finally:
        del sys.modules[name]


def _made_plain(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The values of an event as data: numbers, truth values, and text on one line."""
    return {plain(name): _plain(value) for name, value in event.items()}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, dict):
        return {plain(str(name)): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return plain(str(value))[:_LONGEST]
