"""One build from a topic's folder to a checked issue in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from brief import config, publish, shelf, themes
from brief.errors import BriefError, GateError, TopicError, UsageError, joined
from brief.judge import NAME
from brief.judge import record as judgement
from brief.judge.answers import Decision
from brief.judging import Seat, condensed, nobody_asked
from brief.model import TEXTS, Brief
from brief.pipeline import Progress

if TYPE_CHECKING:
    from brief.check import Finding

Warn = Callable[[BriefError], None]


class Made(Struct, frozen=True):
    """A brief with all that its files are made of: the texts behind it by their places, and its look.

    `decisions` are those of others than the rules that counted in it.
    """

    brief: Brief
    texts: dict[str, str]
    theme: themes.Theme
    decisions: tuple[Decision, ...] = ()


class Request(Struct, frozen=True):
    """What the command line asks for; None leaves a choice to brief.toml."""

    topic: Path
    out: Path | None = None
    issued: str | None = None
    locale: str | None = None
    theme: str | None = None
    items: int | None = None
    words: int | None = None
    formats: tuple[str, ...] = ("pdf", "html", "json")


def build(
    request: Request, progress: Progress, warn: Warn = lambda _: None, seat: Seat = nobody_asked
) -> Path:
    """Build, check and publish the brief; gives the path of its PDF, or of its folder if none is asked for.

    `seat` says who judges beside the rules by the topic's settings; `warn` is told what the reader of
    the brief will miss, though it can be published.
    Raises `BriefError`s whose text is a sentence; `GateError` where the built files do not
    hold what they promise, and then nothing is published.
    """
    formats = known_formats(request.formats)
    topic = _settings(request)
    if request.out:
        publish.refuse(request.out, own_names())
    theme = _theme(request, topic)
    heard = condensed(request.topic, topic, progress, seat(topic))
    brief = noted(msgspec.structs.replace(heard.brief, theme=theme.name), theme, formats, warn)
    target = request.out or shelf.REPORTS / brief.topic / brief.issued
    with publish.staging(target) as folder:
        if findings := fill(folder, Made(brief, heard.texts, theme, heard.decisions), formats, progress):
            raise refusal(findings)
        publish.place(folder, target, own_names())
    return target / "brief.pdf" if "pdf" in formats else target


def own_names() -> frozenset[str]:
    """The names of all files and folders that an issue may have, whatever its formats."""
    from brief.outputs import FILES  # noqa: PLC0415 - see build

    return frozenset((*FILES.values(), *shelf.BESIDE, NAME, themes.KEPT, TEXTS))


def fill(folder: Path, made: Made, formats: tuple[str, ...], progress: Progress) -> tuple[Finding, ...]:
    """Write every file of an issue into `folder`; gives what does not hold of them."""
    from brief.check import check  # noqa: PLC0415 - see build
    from brief.outputs import produce  # noqa: PLC0415 - a topic that cannot be read needs no renderer

    publish.write(folder, produce(made.brief, made.theme, formats, progress, made.texts), made.texts)
    publish.keep(folder / themes.KEPT, made.theme.files)
    (folder / NAME).write_bytes(judgement.content(made.decisions))
    progress("check")
    return check(folder)


def refusal(findings: Sequence[Finding]) -> GateError:
    """The error that says why a built brief is not published."""
    return GateError(
        "the brief was built but does not hold what it promises, so it was not published:\n  %(told)s",
        told=joined((finding.told for finding in findings), "\n  "),
    )


def noted(brief: Brief, theme: themes.Theme, formats: Sequence[str], warn: Warn) -> Brief:
    """The brief with a note on what an office's type loses in files of these formats (`legible`).

    Raises `FontError` for a family whose files are no type.
    """
    if not theme.files:
        return brief
    from brief.legible import poor_families  # noqa: PLC0415 - only an office's own theme needs it

    poor = tuple(poor_families(brief, theme, formats))
    for _, warning in poor:
        warn(warning)
    return msgspec.structs.replace(brief, notes=(*brief.notes, *(note for note, _ in poor)))


def known_formats(names: tuple[str, ...]) -> tuple[str, ...]:
    """The formats by their names, the record among them; raises `UsageError` for one that is not known."""
    from brief.outputs import OUTPUTS  # noqa: PLC0415 - see build

    wanted = tuple(name.strip() for name in names if name.strip())
    if unknown := [name for name in wanted if name not in OUTPUTS]:
        raise UsageError(
            "--to: '%(name)s' is no known format; known: %(known)s.",
            name=unknown[0],
            known=", ".join(sorted(OUTPUTS)),
        )
    # The record is what every other file is checked by, so it is always written.
    return tuple(dict.fromkeys((*wanted, "json")))


def _settings(request: Request) -> config.Topic:
    """The topic's settings with what the command line says instead."""
    if not request.topic.is_dir():
        raise TopicError(
            "%(folder)s: there is no such folder; name the folder that holds the articles.",
            folder=request.topic,
        )
    if request.issued and not config.is_day(request.issued):
        raise UsageError(
            "--issued: '%(date)s' is no date; write it as YYYY-MM-DD, such as 2024-06-25.",
            date=request.issued,
        )
    topic = config.load(request.topic)
    if request.locale:
        _known_locale(request.locale, topic.language)
    budget = config.Budget(request.items or topic.budget.items, request.words or topic.budget.words)
    return msgspec.structs.replace(
        topic, budget=budget, issued=request.issued or topic.issued, locale=request.locale or topic.locale
    )


def _theme(request: Request, topic: config.Topic) -> themes.Theme:
    """The look that the command line or the topic asks for."""
    if request.theme is None:
        return themes.load(topic.theme, request.topic)
    if request.theme in themes.bundled():
        return themes.load(request.theme)
    return themes.of_folder(Path(request.theme))


def _known_locale(locale: str, language: str) -> None:
    from brief.words import words  # noqa: PLC0415 - Babel loads when a locale is named

    try:
        words(language, locale)
    except TopicError as error:
        raise UsageError(joined(("--", error.message), "")) from error
