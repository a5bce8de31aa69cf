"""The command line's one application: each module beside this adds its commands to it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from json import dumps as encode
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.errors import BriefError, Remark
from brief.terminal import Group, said, say, told

if TYPE_CHECKING:
    from brief.config import Topic
    from brief.judging import Bench, Seat

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
# Who judges beside the rules, as every command that builds may be told.
JudgeName = Annotated[
    str | None, typer.Option("--judge", help="Ask this judge, such as model, beside the rules.")
]
Answers = Annotated[
    Path | None,
    typer.Option("--answers", help="Take answers from this judgement.json, not from the topic's own."),
]
NoNetwork = Annotated[
    bool,
    typer.Option("--no-network", help="Use no network, whatever brief.toml and other options say."),
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


def seat(topic: Path, judge: str | None, answers: Path | None, *, no_network: bool) -> Seat:
    """Who judges a topic, by what a command was told; what goes where is told on stderr."""

    def tell(remark: Remark) -> None:
        from brief.printed import plain  # noqa: PLC0415 - heavy modules load when they are needed

        typer.echo(plain(f"brief: {said(remark)}"), err=True)

    def seated(settings: Topic) -> Bench:
        from brief.seated import Wanted, bench  # noqa: PLC0415 - only a brief that is made has judges

        wanted = Wanted(judge, answers, not no_network)
        return bench(topic, settings, wanted, tell, lambda: datetime.now(UTC))

    return seated


def warn(error: BriefError) -> None:
    """Tell what went wrong on stderr, in the language of the terminal."""
    from brief.printed import plain  # noqa: PLC0415 - only an error needs it

    # It may tell the name of a file, which a terminal must not obey.
    typer.echo(plain(f"brief: {told(error)}"), err=True)
