"""A build that is killed leaves the last good issue as it was."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.topics import STRIKE, brief, topic

KILLS = 12


@pytest.mark.slow
def test_a_killed_build_leaves_a_whole_issue(tmp_path: Path) -> None:
    """At whatever moment the build dies, the issue in its place is whole and proves itself."""
    folder, out = topic(tmp_path / "topic", STRIKE), tmp_path / "out"
    arguments = ("build", str(folder), "--out", str(out), "--to", "html,json")
    began = time.monotonic()
    assert brief(*arguments).returncode == 0
    whole = time.monotonic() - began
    moments = random.Random(20240625)  # noqa: S311 - moments to kill at, the same in every run
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-m", "brief", *arguments], stdout=subprocess.DEVNULL
        ) as build:
            time.sleep(moments.uniform(0.1, whole))
            build.kill()
        assert {path.name for path in out.iterdir()} == {
            "brief.html",
            "brief.json",
            "judgement.json",
            "sources",
        }
    done = brief("check", out)
    assert (done.returncode, done.stderr) == (0, "")
