"""Answers by file: the open questions of a topic written out, and the answers of a person taken in.

Nothing is asked over a wire: a file goes to whoever judges, filled in or in part, and comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from brief import config, whole
from brief.errors import Remark, TopicError, of_system
from brief.judge import NAME, blanks, filled, lines, record, sheet, taken
from brief.judge.answers import Decision, answered, points
from brief.judge.blanks import Fault
from brief.judge.filled import Filled, Stray
from brief.judge.hearing import Hearing
from brief.judge.questions import Question
from brief.judge.sheet import Asked
from brief.judge.taken import Judge
from brief.language import resource
from brief.pipeline import condense

# No form is larger.
MOST_BYTES = 64 * 1024 * 1024
_LINES, _SHEET = ".jsonl", ".txt"
# Answers on lines change the statements that the other answers of a form are about, and what is joined
# is compared anew; then it is enough.
_ROUNDS = 3
Questions = Mapping[str, Question]


def _heard(topic: Path, settings: config.Topic, decisions: Iterable[Decision]) -> Hearing:
    """All questions of a topic where these decisions are heard, and what of them is not answered."""
    hearing = Hearing(decisions)
    condense(topic, settings, hearing=hearing)
    return hearing


def _left(hearing: Hearing) -> list[Asked]:
    """The questions of which something is not answered, with what that is."""
    return [Asked(one, left) for name, one in hearing.asked.items() if (left := hearing.left[name])]


def _wanted(left: Iterable[Asked]) -> int:
    return sum(len(one.numbers) for one in left)


class Exported(Struct, frozen=True):
    """What was written: the files, how many questions they ask, and how many answers those want."""

    files: tuple[Path, ...]
    questions: int
    answers: int


def export(topic: Path, file: Path, *, every: bool = False) -> Exported:
    """Write the questions of the topic that are open, or `every` one, as JSON lines and as a form.

    Beside a question that is answered stands the answer that is kept; a blank left empty leaves it so.

    `file` names either; the other stands beside it. Raises `TopicError` where one of them is there
    already, or would stand in the topic's folder, where it would be read as an article; and what
    `condense` raises.
    """
    files = _beside(topic, file)
    settings = config.load(topic)
    hearing = _heard(topic, settings, record.load(topic / NAME))
    all_of_it = [Asked(one, points(one), hearing.kept(one)) for one in hearing.asked.values()]
    left = all_of_it if every else _left(hearing)
    legend = sheet.explained(resource(settings.language, "judge/sheet.txt").decode())
    contents = lines.written(left), sheet.written(tuple(hearing.asked.values()), left, legend)
    for path, content in zip(files, contents, strict=True):
        _put(path, content.encode())
    return Exported(files, len(left), _wanted(left))


def _beside(topic: Path, file: Path) -> tuple[Path, Path]:
    """The places of the JSON lines and of the form."""
    if file.suffix not in {_LINES, _SHEET}:
        raise TopicError(
            "%(path)s: is named neither .jsonl nor .txt; give it one of the two names.", path=file
        )
    if file.parent.resolve().is_relative_to(topic.resolve()):
        raise TopicError(
            "%(path)s: stands in the topic's folder, where it would be read as an article; "
            "name another place.",
            path=file,
        )
    files = file.with_suffix(_LINES), file.with_suffix(_SHEET)
    for path in files:
        if path.exists():
            raise TopicError(
                "%(path)s: is there already and may hold answers; import or remove it, or name another file.",
                path=path,
            )
    return files


def _put(path: Path, content: bytes) -> None:
    try:
        whole.put(path, content)
    except OSError as error:
        raise of_system(OSError(error.errno, error.strerror, str(path))) from error


class Taken(Struct, frozen=True):
    """What became of the answers of a file: how many the next build hears, and what is of no use and why.

    `strays` are lines that answer no question of the topic any more, `open` counts answers that are
    wanted still, and `otherwise` those that differ from another person's.
    """

    answers: int
    faults: tuple[Fault, ...]
    strays: tuple[Stray, ...]
    open: int
    otherwise: int = 0


def take(topic: Path, file: Path, judge: Judge, now: datetime) -> Taken:
    """Take the answers that `file` holds into the topic's record of judgements.

    What is no answer to a question of the topic goes; what `judge` answered before stands where the file
    says nothing else. Raises `TopicError` for a file that is neither form, and what `condense` raises.
    """
    text, settings = _text(file), config.load(topic)
    kept = record.load(topic / NAME)
    hearing = _heard(topic, settings, kept)
    form = blanks.is_form(text)
    # A line names a question, which what is kept by now may have made another one.
    known = {} if form or not kept else dict(_heard(topic, settings, ()).asked)
    for _ in range(_ROUNDS):
        asked = hearing.asked
        known |= asked
        came = filled.read(text, tuple(asked.values())) if form else _lines_of(file, text, known)
        answers, faults = taken.answers(came.said)
        # Somebody else may have written there while the topic was read.
        before = record.load(topic / NAME)
        kept = taken.added(before, answers, judge, now)
        if kept == before:
            break
        record.save(topic / NAME, kept)
        hearing = _heard(topic, settings, kept)
    counted = [one for name, one in answers.items() if name in hearing.asked]
    return Taken(
        sum(len(answered(one.answer)) for one in counted),
        tuple(sorted((*came.faults, *faults), key=lambda one: one.line)),
        came.strays,
        _wanted(_left(hearing)),
        sum(taken.otherwise(hearing.heard(one.question), one.answer, judge) for one in counted),
    )


def _text(file: Path) -> str:
    """The text of a file, bounded; raises `TopicError`."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise TopicError(
                "%(path)s: is larger than %(most)s MiB, which no form is; name another file.",
                path=file,
                most=MOST_BYTES // 2**20,
            )
        return whole.content(file).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        no_text = isinstance(error, UnicodeDecodeError)
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s); name a file that `brief judge export` wrote.",
            path=file,
            reason=Remark("it is not saved as UTF-8") if no_text else whole.reason(error),
        ) from error


def _lines_of(file: Path, text: str, known: Questions) -> Filled:
    came = lines.read(text, known)
    if came is None:
        raise TopicError(
            "%(path)s: is no form of questions; name a file that `brief judge export` wrote.", path=file
        )
    return came
