"""Work that is spread over several processes, where there is enough of it to be worth their start."""

from __future__ import annotations

import copyreg
import io
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Self, TypeVar

from brief.uncollected import uncollected

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

# A process needs a second or two before it answers, and a hundred megabytes of its own.
WORTH = 100
MOST = 4
_AT_ONCE = 8
_SIZE = 8  # bytes that tell how long an answer is
_PROGRAM = "from brief.spread import serve; serve()"
# How values of some kinds travel between these processes; elsewhere they are pickled as ever.
_CARRIED: dict[type, Any] = {}


def carry(kind: type[_Given], taken: Callable[[_Given], tuple[Any, ...]]) -> None:
    """Let values of a kind travel as `taken` says, which tells what makes them again, and from what."""
    _CARRIED[kind] = taken


class Hands:
    """The processes of one run, which end with it; none is started before there is much to do.

    Work and what it is given are pickled. Where a process fails, or none can be started, the work is
    done here, so that an error is what it would be without processes.
    """

    def __init__(self, processes: int | None = None) -> None:
        self._number = min(MOST, processors()) if processes is None else processes
        self._processes: list[_Process] = []
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.end()
        if self._threads:
            self._threads.shutdown(wait=True, cancel_futures=True)

    def spread(self, work: Callable[[_Given], _Made], values: Sequence[_Given]) -> Iterator[_Made]:
        """What `work` makes of each of the values, in their order."""
        if self._number < 2 or len(values) < WORTH:
            return map(work, values)
        return self._spread(work, values)

    def _spread(self, work: Callable[[_Given], _Made], values: Sequence[_Given]) -> Iterator[_Made]:
        parts = [values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE)]
        waiting = deque(self._begun(_each, work, part) for part in parts)
        while waiting:
            yield from waiting.popleft()()

    def aside(self, work: Callable[..., _Made], *given: object) -> Callable[[], _Made]:
        """What gives what `work` makes of `given`; begun at once where there are processes already.

        One of them does it and ends with it, the others end before: what is done aside in a large topic
        needs their room, and what is done here meanwhile needs it next. What comes later is done here.
        """
        if not self._processes:
            return lambda: work(*given)
        self._alone()
        return self._begun(work, *given, last=True)

    def _alone(self) -> None:
        """Keep one process, where all of them are idle."""
        if self._idle.qsize() == len(self._processes):
            kept = self._idle.get()
            for process in (self._idle.get() for _ in self._processes[1:]):
                process.end()
            self._processes = [kept]
            self._idle.put(kept)

    def _begun(self, work: Callable[..., _Made], *given: object, last: bool = False) -> Callable[[], _Made]:
        threads = self._ready()
        if not self._processes:
            return lambda: work(*given)
        future = threads.submit(self._answer, work, given, last=last)

        def made() -> _Made:
            answer = future.result()
            if not answer:
                return work(*given)
            told: _Made = pickle.loads(answer)  # noqa: S301 - our own process wrote it
            return told

        return made

    def _ready(self) -> ThreadPoolExecutor:
        """A thread for each process: it waits for the answers of whichever is idle."""
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - small topics do without

            self._threads = ThreadPoolExecutor(self._number)
            # The system may have no room for another: those that there are do it.
            with suppress(OSError):
                for _ in range(self._number):
                    self._processes.append(_Process())
                    self._idle.put(self._processes[-1])
        return self._threads

    def _answer(self, work: Callable[..., object], given: tuple[object, ...], *, last: bool) -> bytes:
        process = self._idle.get()
        try:
            return process.answer(work, given)
        finally:
            if last:
                process.end()
            self._idle.put(process)


def _each(work: Callable[[_Given], _Made], values: Sequence[_Given]) -> list[_Made]:
    return list(map(work, values))


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Process:
    """A process that does one work after another; it ends with this one, however this one ends."""

    def __init__(self) -> None:
        # Only this package's own words are run; -P keeps the folder that the analyst happens to
        # stand in off the path, and what the keyboard interrupts is left to this process.
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": _path()},
            start_new_session=True,
        )

    def answer(self, work: Callable[..., object], given: tuple[object, ...]) -> bytes:
        """What the process makes of what it is given, pickled until it is wanted; nothing where it fails."""
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            return b""
        try:
            _send(work, given, to)
            size = int.from_bytes(back.read(_SIZE), "big")
            answer = back.read(size)
        except (OSError, ValueError, AttributeError, pickle.PickleError):
            size, answer = -1, b""
        if len(answer) != size:
            # What is half told is never asked on.
            self._process.kill()
            return b""
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError, ValueError):
                if pipe:
                    pipe.close()
        self._process.wait()


def _path() -> str:
    """Where the process finds this package, and what was named in full; never the current folder."""
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    own = str(Path(__file__).resolve().parents[1])
    return os.pathsep.join((own, *(folder for folder in named if Path(folder).is_absolute())))


def _send(work: Callable[..., object], given: tuple[object, ...], to: IO[bytes]) -> None:
    """Pickle work and what it is given; of a list each value by itself.

    What is pickled at once is held at once, with all that pickling remembers of it, on both sides.
    """
    sizes = [len(one) if isinstance(one, list) else None for one in given]
    _dump((work, sizes), to)
    for one in given:
        for value in one if isinstance(one, list) else [one]:
            _dump(value, to)
    to.flush()


def _dump(value: object, to: IO[bytes]) -> None:
    pickler = pickle.Pickler(to, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = copyreg.dispatch_table | _CARRIED
    pickler.dump(value)


def _heard(source: BinaryIO) -> tuple[Callable[..., object], list[object]]:
    """The work and what it is given; raises `EOFError` where nothing comes any more."""

    def heard() -> Any:  # noqa: ANN401 - whatever was sent
        return pickle.load(source)  # noqa: S301 - the process that started this one wrote it

    work, sizes = heard()
    return work, [heard() if size is None else [heard() for _ in range(size)] for size in sizes]


def serve() -> None:
    """The other side: works from standard input, what each makes to standard output."""
    answers: BinaryIO = sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            work, given = _heard(sys.stdin.buffer)
        except EOFError:
            return
        answer = b""
        # Whatever went wrong is told where the same is done again.
        with suppress(Exception), uncollected():
            made = io.BytesIO()
            _dump(work(*given), made)
            answer = made.getvalue()
        answers.write(len(answer).to_bytes(_SIZE, "big"))
        answers.write(answer)
        answers.flush()
