"""What a run tells while it works."""

import json
import subprocess
import sys

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
