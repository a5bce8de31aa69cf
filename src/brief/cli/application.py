"""The command line's one application: each module beside this adds its commands to it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import dumps as encode
from pathlib import Path
from typing import Annotated

import typer

from brief.errors import BriefError
from brief.terminal import Group, say, told

app = typer.Typer(
    name="brief",
    cls=Group,
    help="Condense a folder of Arabic articles into a cited policy brief (PDF, HTML, DOCX, JSON).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Progress = Callable[[str], None]
TopicFolder = Annotated[
    Path, typer.Argument(help="Folder that holds the articles and, if wanted, a brief.toml.")
]
IssueFolder = Annotated[
    Path, typer.Argument(help="Folder of a built issue, such as reports/seeds/2024-06-25.")
]


@contextmanager
def stages(*, timings: bool) -> Iterator[Progress]:
    """Tells the terminal which stage runs; in a pipe it is silent but for the timings asked for."""
    clock = _Clock(timings=timings)
    if not sys.stderr.isatty():
        yield clock.start
    else:
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        with Console(stderr=True).status(say("read")) as status:

            def show(stage: str) -> None:
                clock.start(stage)
                status.update(say(stage))

            yield show
    clock.stop()


class _Clock:
    """The seconds of each stage, one after the other."""

    def __init__(self, *, timings: bool) -> None:
        self.timings = timings
        self.stage: str | None = None
        self.since = time.perf_counter()

    def start(self, stage: str) -> None:
        self.stop()
        self.stage, self.since = stage, time.perf_counter()

    def stop(self) -> None:
        if self.timings and self.stage:
            seconds = round(time.perf_counter() - self.since, 3)
            typer.echo(encode({"stage": self.stage, "seconds": seconds}), err=True)
        self.stage = None


def encoded(value: object) -> str:
    """A value as one line of JSON; a sentence that keeps what it is made of is text in it."""
    import msgspec  # noqa: PLC0415 - `brief --help` needs none of it

    return msgspec.json.encode(value, enc_hook=str).decode()


def warn(error: BriefError) -> None:
    """Tell what went wrong on stderr, in the language of the terminal."""
    from brief.printed import plain  # noqa: PLC0415 - only an error needs it

    # It may tell the name of a file, which a terminal must not obey.
    typer.echo(plain(f"brief: {told(error)}"), err=True)
