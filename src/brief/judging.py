"""A topic condensed with whoever judges beside the rules: answers that are there, then those of a judge.

A judge is asked what stands open, and the topic condensed anew with what came; that may open a few
questions more. Each answer is kept as it comes: a build that dies resumes with what was answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, structs

from brief.background import News
from brief.config import Topic
from brief.judge.answers import Decision, tallies
from brief.judge.hearing import Hearing
from brief.judge.questions import Question
from brief.kept import Store
from brief.model import Brief
from brief.pipeline import Progress, condense

# Who takes open questions and answers some of them.
Judge = Callable[[Sequence[Question]], Iterable[Decision]]
Keep = Callable[[Iterable[Decision]], None]
# Answers on lines, and claims joined over two steps, open a few questions more; then it is enough.
ROUNDS = 3
# So many answers are kept at a time.
_AT_ONCE = 20


class Heard(Struct, frozen=True):
    """A brief, the texts behind it by their places, and the decisions of others than the rules in it.

    `known` are all that there are of the topic, those of questions that were not asked now among them;
    `is_open` tells that questions are left which the judge could not be asked: the next build asks them.
    """

    brief: Brief
    texts: dict[str, str]
    decisions: tuple[Decision, ...] = ()
    known: tuple[Decision, ...] = ()
    is_open: bool = False


class Bench(Struct, frozen=True):
    """Who judges beside the rules: what was answered before, and a judge to ask if there is one.

    `keep` is told all that the judge said, again and again as answers come; `is_out` says whether a judge
    was named that could not be asked all of it.
    """

    kept: tuple[Decision, ...] = ()
    judge: Judge | None = None
    keep: Keep = lambda _decisions: None
    is_out: Callable[[], bool] = lambda: False


# Who judges a topic, by its settings.
Seat = Callable[[Topic], Bench]


def nobody_asked(_topic: Topic) -> Bench:
    """The rules judge alone."""
    return Bench()


def condensed(  # noqa: PLR0913, PLR0917 - see pipeline.condense
    folder: Path,
    topic: Topic,
    progress: Progress,
    bench: Bench,
    store: Store | None = None,
    news: News | None = None,
) -> Heard:
    """The brief of the topic in `folder` as those on the bench judge it; see `pipeline.condense`."""
    with _kept_between_rounds(bench, store) as kept:

        def heard(hearing: Hearing | None) -> tuple[Brief, dict[str, str]]:
            return condense(folder, topic, progress, hearing, kept, news)

        if not bench.kept and bench.judge is None:
            return Heard(*heard(None), is_open=bench.is_out())
        return _heard(bench, heard, progress)


@contextmanager
def _kept_between_rounds(bench: Bench, store: Store | None) -> Iterator[Store | None]:
    """What was read of the articles, kept from round to round where a judge is asked."""
    if store is not None or bench.judge is None:
        yield store
        return
    with TemporaryDirectory() as folder:
        yield Store(Path(folder))


def _heard(
    bench: Bench, heard: Callable[[Hearing], tuple[Brief, dict[str, str]]], progress: Progress
) -> Heard:
    """The brief that `heard` makes of what is known, and of what the judge answers, round by round."""
    known = list(bench.kept)
    hearing = Hearing(known)
    brief, texts = heard(hearing)
    asked: set[str] = set()
    for _ in range(ROUNDS if bench.judge else 0):
        open_ = {
            name: one for name, one in hearing.open.items() if name not in asked and not hearing.was_put(one)
        }
        if not open_ or bench.judge is None:
            break
        asked |= open_.keys()
        progress("judge")
        came = list(_kept(bench.judge(tuple(open_.values())), bench.keep))
        if not came:
            break
        known += came
        hearing = Hearing(known)
        brief, texts = heard(hearing)
    decisions = hearing.decisions()
    judged = structs.replace(brief, judges=tallies(decisions, hearing.by_rule))
    left = bench.is_out() and not all(map(hearing.was_put, hearing.open.values()))
    return Heard(judged, texts, decisions, tuple(known), left)


def _kept(answers: Iterable[Decision], keep: Keep) -> Iterator[Decision]:
    """The answers as they come, kept a few at a time, also where the one who gives them breaks off."""
    came: list[Decision] = []
    try:
        for one in answers:
            came.append(one)
            yield one
            if len(came) % _AT_ONCE == 0:
                keep(came)
    finally:
        if came:
            keep(came)
