"""What a run tells while it works."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.topics import ROOT

_IN_A_PIPE = """
import io, json, sys
from datetime import UTC, datetime
from brief.logbook import logbook
stream = io.StringIO()
logbook(stream, lambda: datetime(2024, 7, 1, 6, tzinfo=UTC)).bind(topic="port").info("run begins", n=2)
assert "rich" not in sys.modules
import rich
print(stream.getvalue(), end="")
"""


def test_a_log_in_a_pipe_is_json_and_loads_nothing_that_draws_on_terminals() -> None:
    """That would take longer than a run with nothing new; who wants it later has it."""
    told = subprocess.run([sys.executable, "-c", _IN_A_PIPE], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == {
        "at": "2024-07-01T06:00:00+00:00",
        "topic": "port",
        "n": 2,
        "event": "run begins",
        "level": "info",
    }


_A_FAULT = """
import sys
from pathlib import Path
import brief.weekly
def fail(*_):
    raise RuntimeError("a fault of the program")
brief.weekly.run = fail
Path("port").mkdir()
sys.argv = ["brief", "weekly", "port", "--week", "2024-W10", "--now", "2024-04-01T06:00+03:00"]
from brief.cli import main
main()
"""


def test_a_fault_of_the_program_draws_nothing_in_a_pipe(tmp_path: Path) -> None:
    """The log stays JSON by lines and the trace plain, also where somebody asks for colours everywhere."""
    told = subprocess.run(
        [sys.executable, "-c", _A_FAULT],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "FORCE_COLOR": "1", "TERM": "xterm-256color"},
    )
    assert told.returncode == 1
    log, _, trace = told.stderr.partition("Traceback (most recent call last):")
    events = [json.loads(line) for line in log.splitlines()]
    assert [one["event"] for one in events][:2] == ["run begins", "run ends"]
    assert events[1]["outcome"] == "failed"
    assert trace.rstrip().endswith("RuntimeError: a fault of the program")
    assert not {"\x1b", "╭", "│"} & set(told.stderr)
