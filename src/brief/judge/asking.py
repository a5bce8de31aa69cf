"""A language model in its seat: what goes to it is told before, how far it is meanwhile, what came after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

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


class Asking:
    """The model of some settings, asked in `language`, that of the brief's frame.

    It is made when there is something to ask: what was answered once needs no client. Raises
    `TopicError` then where it cannot be asked at all.
    """

    def __init__(
        self, settings: JudgeSettings, language: str, environment: Mapping[str, str], tell: Tell, clock: Clock
    ) -> None:
        self._tell = tell
        key = environment.get(KEY) or None
        self._make = partial(Model, settings, language, key, clock, _Progress(tell))
        self._model: Model | None = None

    @property
    def is_out(self) -> bool:
        """Whether it could not be asked all that it was to be."""
        return self._model is not None and self._model.is_out

    def __call__(self, questions: Sequence[Question]) -> Iterator[Decision]:
        """The answers as they come; none after a fault that will not pass."""
        self._model = model = self._model or self._make()
        if _why_stopped(model):
            return
        self._tell(model.notice(questions))
        try:
            yield from model(questions)
        finally:
            for remark in (*_came(model.asked), *_why_stopped(model)):
                self._tell(remark)


# What every judge of `judge.JUDGES` is made by.
judge = Asking


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
