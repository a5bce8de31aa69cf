"""The commands on one topic or one issue: build, fetch, check, sources, data, explain."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.cli.application import (
    Answers,
    IssueFolder,
    JudgeName,
    NoNetwork,
    TopicFolder,
    app,
    seat,
    stages,
    warn,
)
from brief.errors import TopicError
from brief.terminal import Command, said, say

if TYPE_CHECKING:
    from brief.fetch import Outcome

_FORMATS = "Formats, separated by commas: pdf, html, json, docx, md, onepage, card."


@app.command(cls=Command)
def build(
    topic: TopicFolder = Path("seeds"),
    out: Annotated[Path | None, typer.Option(help="Write the files directly into this folder.")] = None,
    issued: Annotated[str | None, typer.Option(help="Date of the issue, YYYY-MM-DD.")] = None,
    locale: Annotated[str | None, typer.Option(help="Locale of dates and numbers, such as ar_EG.")] = None,
    theme: Annotated[str | None, typer.Option(help="A theme, or a folder that holds a theme.toml.")] = None,
    items: Annotated[int | None, typer.Option(min=1, help="Items of the five facets together.")] = None,
    words: Annotated[int | None, typer.Option(min=1, help="Words of the five facets together.")] = None,
    to: Annotated[str, typer.Option(help=_FORMATS)] = "pdf,html,json",
    timings: Annotated[
        bool, typer.Option(help="Print each stage's seconds as JSON lines on stderr.")
    ] = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="First ask the network for addresses that have no copy yet.")
    ] = False,
    judge: JudgeName = None,
    answers: Answers = None,
    no_network: NoNetwork = False,
) -> None:
    """Build the brief of a topic, check it, and put it into its place."""
    if fetch and not no_network:
        deque(_fetched(topic, again=False), maxlen=0)
    from brief import build as building  # noqa: PLC0415 - heavy modules load when they are needed

    request = building.Request(topic, out, issued, locale, theme, items, words, tuple(to.split(",")))
    with stages(timings=timings) as progress:
        judges = seat(topic, judge, answers, no_network=no_network)
        published = building.build(request, progress, warn, judges)
    typer.echo(published)


@app.command(name="fetch", cls=Command)
def fetch_addresses(
    topic: TopicFolder = Path("seeds"),
    again: Annotated[
        bool, typer.Option("--again", help="Ask for every address, also where a copy is kept.")
    ] = False,
) -> None:
    """Ask the network for the addresses of brief.toml and keep copies beside the topic."""
    from brief.printed import plain  # noqa: PLC0415 - heavy modules load when they are needed

    usable = []
    for outcome in _fetched(topic, again=again):
        usable.append(outcome.file)
        if outcome.file:
            typer.echo(plain(f"{outcome.state} fetched/{outcome.file} {outcome.url}"))
    if not usable:
        typer.echo(
            say(
                '%(topic)s: its brief.toml lists no address; add url = "https://..." to a [[source]].',
                topic=topic,
            )
        )
    elif not any(usable):
        raise typer.Exit(1)


def _fetched(topic: Path, *, again: bool) -> Iterator[Outcome]:
    """What becomes of each address, as it happens; a fault is told on stderr."""
    from brief import config  # noqa: PLC0415 - heavy modules load when they are needed
    from brief.fetch import fetch  # noqa: PLC0415 - see above
    from brief.printed import plain  # noqa: PLC0415 - see above

    for outcome in fetch(topic, config.load(topic), lambda: datetime.now(UTC), again=again):
        if outcome.problem:
            typer.echo(plain(f"brief: {outcome.url} {said(outcome.problem)}"), err=True)
        yield outcome


@app.command(cls=Command)
def check(issue: IssueFolder) -> None:
    """Prove that nothing unsupported is printed: anchors, numbers, links, text layer."""
    from brief.check import check as run  # noqa: PLC0415 - heavy modules load when they are needed
    from brief.printed import plain  # noqa: PLC0415 - see above

    findings = run(issue)
    for finding in findings:
        typer.echo(plain(said(finding.told)), err=True)
    if findings:
        raise typer.Exit(3)
    typer.echo(say("%(issue)s: every anchor, number and link holds.", issue=issue))


@app.command(cls=Command)
def sources(
    topic: TopicFolder = Path("seeds"),
    html: Annotated[
        Path | None, typer.Option(help="Write every line, kept or removed and why, as a page into this file.")
    ] = None,
) -> None:
    """Say what was read, what was removed and set aside, and why."""
    from brief.report import sources_page, sources_report  # noqa: PLC0415 - heavy modules load when needed

    if html is None:
        typer.echo(sources_report(topic))
        return
    page = sources_page(topic)
    try:
        html.write_text(page, "utf-8")
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be written (%(reason)s); choose another file.", path=html, reason=error.strerror
        ) from error
    typer.echo(html)


@app.command(cls=Command)
def data(
    topic: Annotated[
        Path, typer.Argument(help="Folder of a topic, or of a built issue such as reports/seeds/2024-06-25.")
    ] = Path("seeds"),
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values, a row a passage.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON, an object a figure.")] = False,
) -> None:
    """Print all figures with their sources."""
    from brief import sheet  # noqa: PLC0415 - heavy modules load when they are needed

    if csv and json:
        raise typer.BadParameter(say("--csv and --json exclude each other; choose one."))
    printed = sheet.figures_csv if csv else sheet.figures_json if json else sheet.figures_table
    typer.echo(printed(topic), nl=False)


@app.command(cls=Command)
def explain(
    issue: IssueFolder, item: Annotated[str, typer.Argument(help="Id of an item, such as s1a2b3c4d5.")]
) -> None:
    """Show an item's passages, its score and the reasons of the score."""
    from brief.report import explanation  # noqa: PLC0415 - heavy modules load when they are needed

    typer.echo(explanation(issue, item))
