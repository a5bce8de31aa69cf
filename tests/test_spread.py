"""Work that several processes share: its order, its errors, its end."""

import copyreg
import io
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from brief.collect import read_all
from brief.config import Topic
from brief.extract import extracted
from brief.kept import Store
from brief.model import Document
from brief.spread import WORTH, Hands, _dump, _heard, _send, processors
from tests.builders import ARABIC, document

VALUES = tuple(str(number) for number in range(WORTH))


@pytest.fixture
def hands() -> Iterator[Hands]:
    """Two processes, whatever the machine has."""
    with Hands(2) as made:
        yield made


def test_many_values_come_back_in_their_order(hands: Hands) -> None:
    """Other processes make of them what this one would."""
    assert list(hands.spread(int, VALUES)) == list(range(WORTH))
    assert os.getpid() not in set(hands.spread(eval, ["__import__('os').getpid()"] * WORTH))


def test_few_values_start_no_process(hands: Hands) -> None:
    """What is done at once is done here, and so is what stands aside."""
    assert set(hands.spread(eval, ["__import__('os').getpid()"] * (WORTH - 1))) == {os.getpid()}
    assert hands.aside(os.getpid)() == os.getpid()


def test_one_processor_does_everything_here() -> None:
    """A second process would only take memory."""
    with Hands(1) as alone:
        assert set(alone.spread(eval, ["__import__('os').getpid()"] * WORTH)) == {os.getpid()}
    assert processors() >= 1


def test_work_aside_is_done_by_another_process(hands: Hands) -> None:
    """It begins at once and is waited for when it is asked for."""
    list(hands.spread(int, VALUES))
    assert hands.aside(os.getpid)() != os.getpid()


def test_work_aside_has_the_machine_for_itself(hands: Hands) -> None:
    """One process is kept for it, the other gives back the room that it holds."""
    list(hands.spread(int, VALUES))
    both = hands._processes
    waited = hands.aside(time.sleep, 0.5)
    assert sorted(one._process.poll() is None for one in both) == [False, True]
    waited()


def test_work_aside_gives_back_its_room(hands: Hands) -> None:
    """Its process ends with it; what comes later is done here."""
    list(hands.spread(int, VALUES))
    both = hands._processes
    assert hands.aside(divmod, 7, 3)() == (2, 1)
    assert all(one._process.poll() is not None for one in both)
    assert hands.aside(os.getpid)() == os.getpid()
    assert list(hands.spread(int, VALUES)) == list(range(WORTH))


def test_an_error_is_what_it_would_be_here(hands: Hands) -> None:
    """Its kind and its sentence are those of the value that caused it."""
    with pytest.raises(ValueError, match="invalid literal for int"):
        list(hands.spread(int, (*VALUES, "wall")))
    with pytest.raises(ZeroDivisionError):
        hands.aside(divmod, 1, 0)()


def test_a_process_that_dies_costs_nothing(hands: Hands) -> None:
    """What it was to do is done here."""
    before = list(hands.spread(int, VALUES))
    for process in hands._processes:
        process._process.kill()
    assert list(hands.spread(int, VALUES)) == before
    assert hands.aside(divmod, 7, 3)() == (2, 1)


def test_the_processes_end_with_their_run() -> None:
    """Also where it is broken off while they work."""
    with Hands(2) as broken, suppress(KeyboardInterrupt):
        waiting = broken.spread(time.sleep, [0.0] * 8 + [60.0] * WORTH)
        next(waiting)
        raise KeyboardInterrupt
    assert all(process._process.poll() is not None for process in broken._processes)


def test_a_process_ends_with_the_one_that_started_it(hands: Hands) -> None:
    """Nothing comes any more, so nothing is waited for."""
    list(hands.spread(int, VALUES))
    (first, _) = hands._processes
    assert first._process.stdin
    first._process.stdin.close()
    assert first._process.wait(10) == 0


def test_what_cannot_be_sent_is_done_here(hands: Hands) -> None:
    """A function without a name is no reason to fail."""
    assert list(hands.spread(lambda value: int(value) + 1, VALUES)) == list(range(1, WORTH + 1))


def test_many_documents_offer_what_each_offers_alone(hands: Hands) -> None:
    """The evidence of a large topic does not depend on how many processes found it."""
    texts = [
        document(f"افتتحت البلدية {number} حدائق في 2019.", path=f"{number}.txt") for number in range(WORTH)
    ]
    found = list(extracted(texts, ARABIC, hands))
    assert found == list(extracted(texts, ARABIC, Hands(1)))
    assert all(one.statements for one in found)


def sent_as(value: object) -> bytes:
    """How a value travels."""
    stream = io.BytesIO()
    _dump(value, stream)
    return stream.getvalue()


def test_a_document_travels_whole() -> None:
    """Its text goes once, its sentences as places in it, and nothing of it is lost."""
    sent = document("1. السوق: افتتحت البلدية حديقة. رحب الباعة بها.", path="a.txt")
    told = sent_as(sent)
    assert pickle.loads(told) == sent  # noqa: S301 - it was pickled here
    assert len(sent.sentences) > 1
    assert told.count("رحب الباعة".encode()) == 1


def test_a_document_that_was_sent_takes_no_more_room() -> None:
    """Pickling leaves no second copy of its words beside them."""
    sent = document("افتتحت البلدية حديقة.", path="a.txt")
    words = [sent.text, *(sentence.anchor.text for sentence in sent.sentences)]
    before = list(map(sys.getsizeof, words))
    sent_as([sent])
    assert list(map(sys.getsizeof, words)) == before


def test_pickling_elsewhere_is_left_alone() -> None:
    """What another program pickles of a document has nothing to do with these processes."""
    assert Document not in copyreg.dispatch_table


def started(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    """Let the system start no more than so many processes."""
    start, there = subprocess.Popen, iter(range(room))

    def popen(*given: Any, **settings: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401 - as `Popen` has it
        if next(there, None) is None:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return start(*given, **settings)

    monkeypatch.setattr(subprocess, "Popen", popen)


@pytest.mark.parametrize("room", [0, 1])
def test_where_no_process_can_start_the_others_do_it(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """Those that there are do the work, and without any it is done here."""
    started(monkeypatch, room)
    assert list(hands.spread(int, VALUES)) == list(range(WORTH))
    assert len(hands._processes) == room
    doers = set(hands.spread(eval, ["__import__('os').getpid()"] * WORTH))
    assert doers == ({one._process.pid for one in hands._processes} or {os.getpid()})
    assert hands.aside(divmod, 7, 3)() == (2, 1)


def test_a_list_is_sent_value_by_value() -> None:
    """What is given comes whole, whatever of it is a list."""
    stream = io.BytesIO()
    _send(divmod, ([7, [3]], "wall", ()), stream)
    stream.seek(0)
    assert _heard(stream) == (divmod, [[7, [3]], "wall", ()])
    with pytest.raises(EOFError):
        _heard(stream)


def test_files_are_read_the_same_by_many(hands: Hands, tmp_path: Path) -> None:
    """Whoever reads them, and whether they were read before: all that they hold, in their order."""
    folder = tmp_path / "topic"
    folder.mkdir()
    for number in range(WORTH + 1):
        text = f"رممت البلدية الجسر رقم {number} في وسط المدينة، وفتحته أمام السيارات قبل بداية الموسم."
        (folder / f"{number:03}.txt").write_text(f"ترميم الجسر {number}\n\n{text}", "utf-8")
    (folder / "050.txt").write_text("", "utf-8")
    alone = list(read_all(folder, Topic(), ARABIC))
    assert len(alone) == WORTH + 1
    assert [bool(one.set_aside) for one in alone].index(True) == 50
    assert list(read_all(folder, Topic(), ARABIC, hands=hands)) == alone
    store = Store(tmp_path / "kept")
    for _ in range(2):
        assert list(read_all(folder, Topic(), ARABIC, store, hands)) == alone
