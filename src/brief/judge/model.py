"""A language model as judge, asked over the chat protocol: numbers and labels come back, never a word.

Only what `judge.forms` hears in an answer becomes a decision; what is missing, wrong or refused is
counted and left to the rules. A fault that will not pass ends the asking, and what was answered stays.
"""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, structs

from brief.config import JudgeSettings
from brief.errors import Remark, TopicError
from brief.judge.answers import Decision, decided, joined
from brief.judge.forms import heard
from brief.judge.outside import Answered, Fault, World
from brief.judge.packing import Packed, packed, repacked
from brief.judge.prompts import room
from brief.judge.questions import Answer, Question, digest
from brief.judge.requests import Request, replies

if TYPE_CHECKING:
    from brief.judge.endpoint import Endpoint

# After so many requests in a row that brought nothing no other is made.
GIVEN_UP = 3
# Seconds after which an interrupt of the keyboard is noticed at the latest.
_TICK = 0.5
Clock = Callable[[], datetime]


class Asked(Struct, frozen=True, kw_only=True):
    """How far the asking is, and what came of it.

    Of `planned` requests `requests` were made, with `tokens` tokens at most; `failed` of them brought
    nothing and `refused` the model declined. `questions` were asked, `answered` have a decision;
    `dropped` entries of answers did not count, and `too_large` parts of questions fit no request.
    """

    planned: int = 0
    requests: int = 0
    tokens: int = 0
    failed: int = 0
    refused: int = 0
    questions: int = 0
    answered: int = 0
    dropped: int = 0
    too_large: int = 0

    @property
    def unanswered(self) -> int:
        """Questions that are left to the rules as a whole."""
        return self.questions - self.answered


class Model:
    """Asks a model; `asked` tells how far it is, `fault` why it stopped, if it did, as a sentence.

    `is_out` tells that a part of a question was not put to it, or got lost on the way: a later asking may
    meet it. What it declined, or answered unfit, was asked.

    Raises `TopicError` where the address may not be asked, the key is none, or `brief[judge]` is missing.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - whom to ask, how, and what is outside
        self,
        settings: JudgeSettings,
        language: str,
        key: str | None,
        clock: Clock,
        progress: Callable[[Asked], None] = lambda _asked: None,
        world: World | None = None,
    ) -> None:
        self.settings, self.asked = settings, Asked()
        self.fault: Remark | None = None
        self.is_out = False
        self._clock, self._progress = clock, progress
        self._room = room(settings.window, settings.answer, language)
        self._stopped = threading.Event()
        self._endpoint = _endpoint(settings, language, key, world or _world(self._stopped))
        self._in_vain = 0
        # What was said of questions of which some parts are to come, and how many.
        self._said: dict[str, Answer] = {}
        self._open: Counter[str] = Counter()
        self._questions: dict[str, Question] = {}
        self._planned: tuple[Sequence[Question], Packed] | None = None
        self._host = self._endpoint.host

    def notice(self, questions: Sequence[Question]) -> Remark:
        """What goes where before it goes: which text, to which host, how much."""
        plan = self._plan(questions)
        return Remark(
            "Sends sentences of the sources to %(host)s, for its model %(model)r to judge; requests: "
            "%(requests)s, tokens: %(tokens)s at most.",
            host=self._host,
            model=self.settings.model,
            requests=len(plan.requests),
            tokens=plan.tokens,
        )

    def __call__(self, questions: Sequence[Question]) -> Generator[Decision, None, None]:
        """The decisions as they come, each when all parts of its question were asked.

        What was asked only in part when a fault ends the asking is not decided: it can be asked again.
        Broken off at any time, it leaves no request under way.
        """
        plan = self._plan(questions)
        self._count(planned=len(plan.requests), questions=len(questions), too_large=plan.too_large)
        self._open = Counter(_wholes(plan.requests))
        self._questions = {digest(one): one for one in questions}
        self._progress(self.asked)
        whole = deque((one, True) for one in plan.requests)
        with ThreadPoolExecutor(self.settings.at_once, "judge") as threads:
            try:
                yield from self._answers(whole, threads)
            except BaseException:
                self._stopped.set()
                self._endpoint.hang_up()
                raise

    def close(self) -> None:
        """Let go of the connection."""
        self._endpoint.close()

    def _plan(self, questions: Sequence[Question]) -> Packed:
        """The questions as requests, worked out once for notice and asking."""
        if self._planned is None or self._planned[0] is not questions:
            self._planned = questions, packed(questions, self._room)
        return self._planned[1]

    def _answers(self, left: deque[tuple[Request, bool]], threads: ThreadPoolExecutor) -> Iterator[Decision]:
        """Those of the requests that are `left`; True stands by one that may be parted."""
        running: dict[Future[Answered], tuple[Request, bool]] = {}
        while running or (left and self.fault is None):
            # The first one goes alone: a fault that will not pass is met once.
            most = self.settings.at_once if self.asked.requests else 1
            while left and self.fault is None and len(running) < most:
                request, whole = left.popleft()
                running[threads.submit(self._endpoint.ask, request)] = request, whole
            for future in wait(running, _TICK, FIRST_COMPLETED).done:
                request, whole = running.pop(future)
                answered = future.result()
                useful = self._heard(request, answered)
                if whole and not useful and _too_much(answered):
                    parts = repacked(request.pieces, self._room)
                    left.extendleft((part, False) for part in reversed(parts))
                    self._open.update(_wholes(parts))
                    self._count(planned=len(parts))
                if answered.fault is None or answered.fault.large:
                    self._open.subtract(_wholes([request]))
                decisions = list(self._done(_wholes([request])))
                self._progress(self.asked)
                yield from decisions
        self.is_out |= any(self._open.values())
        if self.fault is None:
            self._open.clear()
            yield from self._done(tuple(self._said))

    def _heard(self, request: Request, answered: Answered) -> bool:
        """Whether anything of an answer counts; what does is kept in mind."""
        self._count(requests=1, tokens=request.tokens)
        if _refused(answered):
            self._count(refused=1)
            return False
        useful = answered.text is not None and self._said_in(request, answered.text)
        self._in_vain = 0 if useful else self._in_vain + 1
        self._count(failed=not useful)
        self._give_up(answered.fault)
        return useful

    def _said_in(self, request: Request, text: str) -> bool:
        """Whether a text answers anything, which then stands beside what was said of its question before."""
        found = replies(request, _value(text))
        self._count(dropped=found.dropped)
        useful = False
        for place, told in found.said.items():
            piece = request.pieces[place]
            counts = heard(piece.part, told)
            self._count(dropped=counts.dropped)
            if counts.answer is not None:
                useful = True
                known = self._said.get(piece.whole, counts.answer)
                self._said[piece.whole] = joined(known, counts.answer)
        return useful

    def _done(self, questions: Iterable[str]) -> Iterator[Decision]:
        """The decisions on those of some questions of which no other part is to come."""
        for whole in dict.fromkeys(questions):
            if not self._open[whole] and whole in self._said:
                self._count(answered=1)
                name = self.settings.model or ""
                yield decided(self._questions[whole], self._said.pop(whole), "model", name, self._clock())

    def _give_up(self, fault: Fault | None) -> None:
        """Ask no more after a fault that will not pass, and after several requests in a row in vain."""
        if self.fault is None and fault is not None and fault.lasting:
            self.fault = fault.said
        elif self.fault is None and self._in_vain >= GIVEN_UP:
            self.fault = (
                fault.said
                if fault
                else Remark(
                    "%(host)s: its model %(model)r gives no answer that can be used; try another model.",
                    host=self._host,
                    model=self.settings.model,
                )
            )

    def _count(self, **more: int) -> None:
        now = {name: getattr(self.asked, name) + number for name, number in more.items()}
        self.asked = structs.replace(self.asked, **now)


def _wholes(requests: Iterable[Request]) -> list[str]:
    """The names of the questions that requests ask, each as often as a part of it is asked."""
    return [piece.whole for request in requests for piece in request.pieces]


def _refused(answered: Answered) -> bool:
    return answered.fault is None and answered.text is None


def _too_much(answered: Answered) -> bool:
    """Whether less might have been answered: an answer was cut off, or what was asked refused as unfit."""
    return answered.cut or (answered.fault is not None and answered.fault.large)


def _value(text: str) -> object:
    """The JSON object in an answer, whatever a model says around it; None where there is none."""
    try:
        return msgspec.json.decode(text[text.find("{") : text.rfind("}") + 1])
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _endpoint(settings: JudgeSettings, language: str, key: str | None, world: World) -> Endpoint:
    try:
        from brief.judge.endpoint import Endpoint  # noqa: PLC0415 - the client takes a second to load
    except ModuleNotFoundError as error:
        raise TopicError(
            "[judge]: the client for language models is not installed; install it as the README says: "
            ".venv/bin/python -m pip install -e '.[judge]'."
        ) from error
    return Endpoint(settings, language, key, world)


def _world(stopped: threading.Event) -> World:
    """The machine's own names, certificates and time; a pause ends when the asking does."""
    from brief.fetch.visit import resolve  # noqa: PLC0415 - what only a judge on the wire needs
    from brief.trust import trusting  # noqa: PLC0415 - as above

    return World(resolve=resolve, trust=trusting, pause=stopped.wait)
