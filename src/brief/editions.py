"""A topic's articles of some days -> an issue in its place, the one before it kept as a revision."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, structs

from brief import approval, config, publish, shelf, weeks
from brief.errors import BriefError, GateError
from brief.inputs import judged
from brief.judge import NAME
from brief.shelf import Edition
from brief.weeks import Interval

if TYPE_CHECKING:
    from brief.build import Made
    from brief.judging import Heard, Seat
    from brief.model import Brief

# No digest of a file.
_OPEN = "open"
Progress = Callable[[str], None]
Warn = Callable[[BriefError], None]
State = Literal["made", "revised", "unchanged", "empty"]


class Job(Struct, frozen=True):
    """The issue of the topic `name` that is to be made by the settings of its days.

    `made_of` is the digest of what goes into it, `answers` that of what was judged before, and `before`
    the issue that it tells the changes from, if any. `now` is the time of the run; `seat` says who judges
    beside the rules, nobody without it.
    """

    name: str
    folder: Path
    topic: config.Topic
    interval: Interval
    made_of: str
    answers: str | None
    before: Path | None
    now: datetime
    seat: Seat | None = None

    @property
    def inputs(self) -> str:
        """The digest of all that goes into it."""
        return judged(self.made_of, self.answers)

    @property
    def target(self) -> Path:
        """The folder that the issue belongs into."""
        return shelf.place(self.name, self.interval.name)

    @property
    def nothing(self) -> Path:
        """Where it is noted that these days gave no issue."""
        return shelf.place(self.name, shelf.EMPTY) / self.interval.name

    def edition(self, revision: int, *, short: bool) -> Edition:
        """What issue.json will say of it."""
        return Edition(
            topic=self.name,
            issue=self.interval.name,
            start=self.interval.start.isoformat(),
            end=self.interval.end.isoformat(),
            revision=revision,
            inputs=self.inputs,
            previous=self.before.name if self.before else None,
            short=short,
        )


class Done(Struct, frozen=True):
    """What making an issue came to; `brief` is what stands in it, where one was put into its place."""

    state: State
    brief: Brief | None = None


def previous(topic: str, interval: Interval) -> Path | None:
    """The issue that this one tells the changes from: the last one with news that was approved.

    Where none was approved, the last one with news. A month is compared with a month, if there is one.
    """
    earlier = [
        folder
        for folder in shelf.issues(topic)
        if (edition := shelf.read(folder)) and not edition.short and edition.end < interval.start.isoformat()
    ]
    alike = [folder for folder in earlier if weeks.form(folder.name) == weeks.form(interval.name)]
    found = alike or earlier
    approved = [folder for folder in found if approval.state(folder) == "approved"]
    return next(reversed(approved or found), None)


def make(job: Job, there: Edition | None, progress: Progress, warn: Warn) -> Done:
    """Build the issue and put it into its place, where `there` is what stands there now.

    Nothing is replaced by the same again. Raises `GateError` where the files do not hold what they
    promise: they stand under `refused/` then.
    """
    from brief.build import fill, known_formats, refusal  # noqa: PLC0415 - a run may have nothing to build
    from brief.short import is_short  # noqa: PLC0415 - see above

    heard = _condensed(job, progress)
    job = structs.replace(job, answers=_answers(job, heard))
    made = _made(job, heard, warn)
    if made is None:
        job.nothing.mkdir(parents=True, exist_ok=True)
        shelf.put(job.nothing, job.edition(0, short=True))
        return Done("empty")
    if there is not None and _stands(made, job.target, job.topic.weekly.formats):
        shelf.put(job.target, job.edition(there.revision, short=there.short))
        return Done("unchanged")
    revision = there.revision + 1 if there else 1
    refused = job.target.parent / shelf.REFUSED / job.target.name
    with publish.staging(job.target) as staged:
        findings = fill(staged, made, known_formats(job.topic.weekly.formats), progress)
        shelf.put(staged, job.edition(revision, short=is_short(made.brief)))
        if findings:
            refused.parent.mkdir(exist_ok=True)
            publish.publish(staged, refused)
            raise _refused(refused, refusal(findings))
        keep(job.target)
        publish.publish(staged, job.target)
    shutil.rmtree(refused, ignore_errors=True)
    return Done("revised" if there else "made", made.brief)


def _answers(job: Job, heard: Heard) -> str | None:
    """The digest of the topic's answers as the issue heard them: what a judge said meanwhile is no news.

    A file that says the same counts as it is, however somebody wrote it. Where a judge left questions
    open it is none that a file has: the next run asks again.
    """
    if heard.is_open:
        return _OPEN
    from brief.identity import digest  # noqa: PLC0415 - a run may have nothing to build
    from brief.judge import record  # noqa: PLC0415 - see above

    own = job.folder / NAME
    heard_of = record.content(heard.known)
    is_same = own.is_file() and record.content(record.load(own)) == heard_of
    if is_same:
        return digest(own.read_bytes())
    return digest(heard_of) if heard.known else None


def _made(job: Job, heard: Heard, warn: Warn) -> Made | None:
    """The brief of the days, with what changed since the issue before; None where nothing is to be said."""
    from brief import themes  # noqa: PLC0415 - a run may have nothing to build
    from brief.build import Made, noted  # noqa: PLC0415 - see above
    from brief.changes import Earlier, told_since  # noqa: PLC0415 - see above
    from brief.short import shortened  # noqa: PLC0415 - see above

    theme = themes.load(job.topic.theme, job.folder)
    brief, texts = heard.brief, heard.texts
    is_news = any(source.status == "used" and not source.background for source in brief.sources)
    if not is_news and job.topic.weekly.empty == "none":
        return None
    brief = structs.replace(brief, theme=theme.name)
    if job.before is not None:
        brief, texts = told_since(brief, texts, Earlier.read(job.before))
    if not is_news:
        brief = shortened(brief)
    brief = noted(brief, theme, job.topic.weekly.formats, warn)
    return Made(brief, texts, theme, heard.decisions)


def _condensed(job: Job, progress: Progress) -> Heard:
    """The brief of the days out of what is kept and what is new, as those who judge it see it."""
    from brief.background import News, seen  # noqa: PLC0415 - a run may have nothing to build
    from brief.judging import condensed, nobody_asked  # noqa: PLC0415 - see above
    from brief.kept import FOLDER, Store  # noqa: PLC0415 - see above

    shelved = shelf.REPORTS / job.name
    store, known = Store(shelved / FOLDER), shelf.days_seen(shelved)
    news, seat = News(job.interval, job.topic.weekly.background, known), job.seat or nobody_asked
    try:
        heard = condensed(job.folder, job.topic, progress, seat(job.topic), store, news)
    finally:
        store.close()
    # Of days long past it is news of theirs, also where it comes to hand today.
    day = min(job.now.date(), job.interval.end)
    shelf.put_days_seen(shelved, seen(known, heard.brief.sources, heard.texts, day.isoformat()))
    return heard


def _stands(made: Made, target: Path, formats: Sequence[str]) -> bool:
    """Whether the issue in its place tells the same to the letter, in these formats and this look."""
    from brief.judge import record as judgement  # noqa: PLC0415 - a run may have nothing to build
    from brief.outputs import record  # noqa: PLC0415 - see above
    from brief.themes import KEPT  # noqa: PLC0415 - see above

    look = {target / KEPT / name: path.read_bytes() for name, path in made.theme.files}
    artifact = record.write(made.brief)
    meant = {
        target / artifact.name: artifact.content,
        target / NAME: judgement.content(made.decisions),
        **look,
    }
    try:
        same = all(path.read_bytes() == content for path, content in meant.items())
    except OSError:
        return False
    return same and holds_all(target, formats)


def holds_all(target: Path, formats: Sequence[str]) -> bool:
    """Whether the issue in its place has its record and a file of each of these formats."""
    from brief.outputs import FILES  # noqa: PLC0415 - a topic that cannot be read needs none

    return all((target / FILES[name]).is_file() for name in (*formats, "json") if name in FILES)


def keep(target: Path) -> None:
    """Copy the issue in its place among its revisions.

    A run that died may have done it already, but the issue may have been approved, sent or withdrawn since.
    """
    edition = shelf.read(target)
    if edition is None:
        return
    kept = target.parent / shelf.REVISIONS / target.name / str(edition.revision)
    with publish.staging(kept) as staged:
        shutil.copytree(target, staged, dirs_exist_ok=True)
        publish.publish(staged, kept)


def _refused(folder: Path, error: GateError) -> GateError:
    return GateError(
        "%(told)s\n%(folder)s: what was built stands here; mend its sources, or approve it with --despite "
        "and a reason that its readers will see.",
        told=str(error),
        folder=folder,
    )
