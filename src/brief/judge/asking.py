"""A language model in its seat: what goes to it is told before, how far it is meanwhile, what came after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from brief.config import JudgeSettings
from brief.errors import Remark
from brief.judge.answers import Decision
from brief.judge.model import Asked, Clock, Model
from brief.judge.questions import Question

# The key of an endpoint that wants one; it is read here and told nowhere.
KEY = "BRIEF_JUDGE_KEY"
# So many times it is told how far the asking is.
_TIMES = 10
Tell = Callable[[Remark], None]


def judge(
    settings: JudgeSettings, language: str, environment: Mapping[str, str], tell: Tell, clock: Clock
) -> Callable[[Sequence[Question]], Iterator[Decision]]:
    """The model of `settings`, asked in `language`, that of the brief's frame.

    It is made when there is something to ask: what was answered once needs no client. Raises
    `TopicError` then where it cannot be asked at all.
    """
    made: list[Model] = []

    def answers(questions: Sequence[Question]) -> Iterator[Decision]:
        if not made:
            made.append(Model(settings, language, environment.get(KEY) or None, clock, _Progress(tell)))
        model = made[0]
        if _why_stopped(model):
            return
        tell(model.notice(questions))
        try:
            yield from model(questions)
        finally:
            for remark in (*_came(model.asked), *_why_stopped(model)):
                tell(remark)

    return answers


def _why_stopped(model: Model) -> tuple[Remark, ...]:
    """What keeps the model from being asked again, if anything does."""
    return () if model.fault is None else (model.fault,)


class _Progress:
    """Tells of a tenth of the requests at a time."""

    def __init__(self, tell: Tell) -> None:
        self.tell, self.told = tell, 0

    def __call__(self, asked: Asked) -> None:
        tenth = _TIMES * asked.requests // max(1, asked.planned)
        if asked.planned >= _TIMES and self.told < tenth < _TIMES:
            self.tell(
                Remark(
                    "requests answered: %(done)s of %(planned)s", done=asked.requests, planned=asked.planned
                )
            )
        self.told = tenth


def _came(asked: Asked) -> Iterator[Remark]:
    """What came of the asking, and what of it is of no use if anything is not."""
    yield Remark(
        "the model answered %(answered)s of %(questions)s questions; the rules decide the rest.",
        answered=asked.answered,
        questions=asked.questions,
    )
    if asked.too_large:
        yield Remark(
            "parts of questions that fit no request: %(parts)s; raise window of [judge].",
            parts=asked.too_large,
        )
    if asked.dropped or asked.failed or asked.refused:
        yield Remark(
            "entries of its answers that do not count: %(dropped)s; "
            "requests without an answer of use: %(vain)s.",
            dropped=asked.dropped,
            vain=asked.failed + asked.refused,
        )
