"""The commands for answers by file: judge export, judge import."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.cli.application import TopicFolder, app
from brief.errors import UsageError
from brief.terminal import Command, Group, counted, said, say

if TYPE_CHECKING:
    from brief.by_file import Taken

judge = typer.Typer(
    name="judge",
    cls=Group,
    help="Judgements on a topic by file: write its open questions, take in answers.",
    no_args_is_help=True,
)
app.add_typer(judge)
# So many faults are told, and so long is a name at most.
_SHOWN, _LONGEST = 10, 200


@judge.command(name="export", cls=Command)
def export_questions(
    topic: TopicFolder,
    file: Annotated[Path, typer.Argument(help="File to write, .jsonl or .txt; the other stands beside it.")],
    every: Annotated[bool, typer.Option("--all", help="Also the questions that are answered.")] = False,
) -> None:
    """Write the open questions of a topic as JSON lines and as a form that a person fills in."""
    from brief import by_file  # noqa: PLC0415 - heavy modules load when they are needed
    from brief.printed import plain  # noqa: PLC0415 - see above

    written = by_file.export(topic, file, every=every)
    for path in written.files:
        typer.echo(plain(str(path)))
    typer.echo(counted(written.questions, "%(n)s question.", "%(n)s questions."))
    typer.echo(counted(written.answers, "%(n)s answer is wanted.", "%(n)s answers are wanted."))


@judge.command(name="import", cls=Command)
def import_answers(
    topic: TopicFolder,
    file: Annotated[Path, typer.Argument(help="File of answers, one that `judge export` wrote.")],
    by: Annotated[str, typer.Option("--by", help="Name of whoever answered, a person's or a model's.")],
    model: Annotated[bool, typer.Option("--model", help="The answers are those of a model.")] = False,
) -> None:
    """Take the answers of a file into a topic; the next build hears them."""
    from brief import by_file  # noqa: PLC0415 - heavy modules load when they are needed
    from brief.judge.taken import Judge  # noqa: PLC0415 - see above
    from brief.printed import plain  # noqa: PLC0415 - see above

    name = plain(by)
    if not name:
        raise UsageError("--by: is empty; name whoever answered.")
    if len(name) > _LONGEST:
        raise UsageError("--by: is longer than 200 characters; shorten the name.")
    taken = by_file.take(topic, file, Judge(name, "model" if model else "person"), datetime.now(UTC))
    _tell(taken)


def _tell(taken: Taken) -> None:
    """What became of the answers: faults on stderr, the first few of them."""
    from brief.printed import plain  # noqa: PLC0415 - see import_answers

    for fault in taken.faults[:_SHOWN]:
        typer.echo(plain(say("line %(line)s: %(why)s.", line=fault.line, why=said(fault.why))), err=True)
    if more := len(taken.faults[_SHOWN:]):
        typer.echo(counted(more, "%(n)s more line like these.", "%(n)s more lines like these."), err=True)
    typer.echo(counted(taken.answers, "%(n)s answer taken.", "%(n)s answers taken."))
    if taken.otherwise:
        typer.echo(
            counted(
                taken.otherwise,
                "%(n)s answer differs from another person's; the later one counts.",
                "%(n)s answers differ from another person's; the later ones count.",
            )
        )
    if taken.faults:
        lines = len({fault.line for fault in taken.faults})
        typer.echo(counted(lines, "%(n)s line left out.", "%(n)s lines left out."))
    if taken.strays:
        strays = len(taken.strays)
        typer.echo(
            counted(
                strays,
                "%(n)s line answers no question of this topic any more.",
                "%(n)s lines answer no question of this topic any more.",
            )
        )
    typer.echo(counted(taken.open, "%(n)s answer is wanted still.", "%(n)s answers are wanted still."))
