"""One process at a time."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from brief.errors import TopicError
from brief.lock import alone

NOW = datetime(2024, 6, 30, 6, 0, tzinfo=UTC)
HOLDING = (
    "import sys, time; from pathlib import Path; from datetime import datetime, UTC\n"
    "from brief.lock import alone\n"
    "with alone(Path(sys.argv[1]), datetime(2024, 6, 30, 5, 0, tzinfo=UTC)):\n"
    "    print('held', flush=True); time.sleep(60)"
)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Where a lock may be."""
    return tmp_path / "reports" / "port" / ".lock"


def test_a_lock_is_free_again_after_it_was_held(lock: Path) -> None:
    """Two runs, one after the other, both find it free, and nobody died in between."""
    for _ in range(2):
        with alone(lock, NOW) as left:
            assert left is None


def test_a_second_process_is_told_who_is_at_work_and_a_dead_one_is_seen(lock: Path) -> None:
    """While another process holds it the error names it and since when; once killed, it is told as dead."""
    other = subprocess.Popen([sys.executable, "-c", HOLDING, str(lock)], stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(TopicError, match=rf"{other.pid} .*2024-06-30T05:00"), alone(lock, NOW):
            pass
    finally:
        other.kill()
        other.wait()
        assert other.stdout is not None
        other.stdout.close()
    with alone(lock, NOW) as left:
        assert left is not None
        assert left.process == other.pid


def test_what_fails_within_is_no_death(lock: Path) -> None:
    """An error goes its way, and the next run finds the lock free and nobody dead."""
    with pytest.raises(TimeoutError), alone(lock, NOW):
        raise TimeoutError
    with alone(lock, NOW) as left:
        assert left is None


def test_a_place_that_holds_no_lock_is_told(tmp_path: Path) -> None:
    """A file where the folder of a topic should be: a sentence, no fault of the program."""
    (tmp_path / "port").write_text("", "utf-8")
    with pytest.raises(TopicError, match=r"port: cannot be"), alone(tmp_path / "port" / ".lock", NOW):
        pass
