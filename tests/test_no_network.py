"""A build that asks nobody opens no connection, proved where every connection is refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.topics import ROOT

# What Python itself tells of before a machine is looked up or called.
WATCHED = """
import sys
def refuse(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        print("CALLED", event, args[1:], file=sys.stderr, flush=True)
        raise OSError("no network")
sys.addaudithook(refuse)
from brief.cli import main
main()
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own that no connection leaves."""
    command = [sys.executable, "-c", WATCHED, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """A topic that names a language model on this machine."""
    folder = tmp_path / "topic"
    folder.mkdir()
    for path in (ROOT / "tests" / "topic").glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    settings = '[judge]\nby = "model"\nurl = "http://127.0.0.1:9/v1"\nmodel = "m"\n'
    (folder / "brief.toml").write_text(settings, "utf-8")
    return folder


def test_the_default_build_makes_no_connection(tmp_path: Path) -> None:
    """Nothing is looked up and nobody called, whatever the formats."""
    built = run("build", "tests/topic", "--out", str(tmp_path / "issue"), "--to", "pdf,html,md")
    assert built.returncode == 0, built.stderr
    assert "CALLED" not in built.stderr


@pytest.mark.slow
def test_no_network_wins_over_a_judge_that_is_named(judged: Path, tmp_path: Path) -> None:
    """The topic names a model, the command forbids the network: no call, and it is said."""
    built = run("build", str(judged), "--out", str(tmp_path / "issue"), "--to", "json", "--no-network")
    assert built.returncode == 0, built.stderr
    assert "CALLED" not in built.stderr
    assert "the judge is not asked" in built.stderr


@pytest.mark.slow
def test_a_judge_that_is_named_is_called(judged: Path, tmp_path: Path) -> None:
    """The watch sees a call where there is one; the brief is made without the model, and says why."""
    built = run("build", str(judged), "--out", str(tmp_path / "issue"), "--to", "json")
    assert built.returncode == 0, built.stderr
    assert "CALLED socket." in built.stderr
    assert "127.0.0.1" in built.stderr
