"""One build from a topic's folder to a checked issue in its place."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from brief import config, publish
from brief.errors import GateError, TopicError, UsageError
from brief.pipeline import Progress, condense

REPORTS = Path("reports")


class Request(Struct, frozen=True):
    """What the command line asks for; None leaves a choice to brief.toml."""

    topic: Path
    out: Path | None = None
    issued: str | None = None
    locale: str | None = None
    items: int | None = None
    words: int | None = None
    formats: tuple[str, ...] = ("pdf", "html", "json")


def build(request: Request, progress: Progress) -> Path:
    """Build, check and publish the brief; gives the path of its PDF, or of its folder if none is asked for.

    Raises `BriefError`s whose text is a sentence; `GateError` where the built files do not
    hold what they promise, and then nothing is published.
    """
    formats = _formats(request.formats)
    topic = _settings(request)
    brief, texts = condense(request.topic, topic, progress)
    target = request.out or REPORTS / brief.topic / brief.issued
    from brief.outputs import produce  # noqa: PLC0415 - a topic that cannot be read needs no renderer

    with publish.staging(target) as folder:
        publish.write(folder, produce(brief, formats, progress), texts)
        progress("check")
        _prove(folder)
        publish.publish(folder, target)
    return target / "brief.pdf" if "pdf" in formats else target


def _formats(names: tuple[str, ...]) -> tuple[str, ...]:
    from brief.outputs import OUTPUTS  # noqa: PLC0415 - see build

    wanted = tuple(name.strip() for name in names if name.strip())
    if unknown := [name for name in wanted if name not in OUTPUTS]:
        raise UsageError(f"--to: {unknown[0]!r} is no known format; known: {', '.join(sorted(OUTPUTS))}.")
    # The record is what every other file is checked by, so it is always written.
    return tuple(dict.fromkeys((*wanted, "json")))


def _settings(request: Request) -> config.Topic:
    """The topic's settings with what the command line says instead."""
    if not request.topic.is_dir():
        raise TopicError(
            f"{request.topic}: there is no such folder; name the folder that holds the articles."
        )
    if request.issued and not config.is_day(request.issued):
        raise UsageError(
            f"--issued: {request.issued!r} is no date; write it as YYYY-MM-DD, such as 2024-06-25."
        )
    if request.locale:
        _known_locale(request.locale)
    topic = config.load(request.topic)
    budget = config.Budget(request.items or topic.budget.items, request.words or topic.budget.words)
    return msgspec.structs.replace(
        topic, budget=budget, issued=request.issued or topic.issued, locale=request.locale or topic.locale
    )


def _known_locale(locale: str) -> None:
    from brief.words import words  # noqa: PLC0415 - Babel loads when a locale is named

    try:
        words("ar", locale)
    except TopicError as error:
        raise UsageError(f"--{error}") from error


def _prove(folder: Path) -> None:
    from brief.check import check  # noqa: PLC0415 - see build

    if findings := check(folder):
        told = "\n".join(f"  {finding.gate}: {finding.message}" for finding in findings)
        raise GateError(
            f"the brief was built but does not hold what it promises, so it was not published:\n{told}"
        )
