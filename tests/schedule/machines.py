"""Machines as tests need them: their programs are small scripts in a folder of the test's own."""

import json
import os
from pathlib import Path

import pytest

from brief.schedule.plan import Plan

CRONTAB = """#!/bin/sh
# A crontab kept in a file; "refuse" beside it makes it take nothing, "deny" tell nothing.
tab='{folder}/tab'
if [ "$1" = -l ]; then
    [ -e '{folder}/deny' ] && {{ echo 'you are not allowed to use this program' >&2; exit 1; }}
    [ -e "$tab" ] || {{ echo "no crontab for $USER" >&2; exit 1; }}
    exec cat "$tab"
fi
[ -e '{folder}/refuse' ] && {{ echo 'errors in crontab file, can'\\''t install.' >&2; exit 1; }}
exec cat > "$tab"
"""
SYSTEMCTL = """#!/bin/sh
# A systemd that notes what it is told; "refuse" holds the word that it fails at.
shift
echo "$*" >> '{folder}/told'
if [ -e '{folder}/refuse' ] && [ "$1" = "$(cat '{folder}/refuse')" ]; then
    echo 'Failed: the bus is gone' >&2; exit 1
fi
case "$1" in
    enable) touch '{folder}/enabled-'"$2" ;;
    disable) rm -f '{folder}/enabled-'"$3" '{folder}/running-'"$3" ;;
    restart) touch '{folder}/running-'"$2" ;;
    is-active) [ -e '{folder}/running-'"$3" ] || exit 3 ;;
esac
"""
PLAIN_PATH = "/usr/bin:/bin"


def with_programs(folder: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> Path:
    """The folder of the programs' memory, the programs first on the path, and a home of the test's own."""
    memory, programs = folder / "memory", folder / "programs"
    memory.mkdir()
    programs.mkdir()
    for name, script in scripts.items():
        program = programs / name
        program.write_text(script.format(folder=memory))
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{PLAIN_PATH}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    # Without one, systemd's judge of units looks at nothing.
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return memory


def plan(topic: str = "/srv/fuel", at: str = "Sun 06:00", zone: str = "Asia/Riyadh", **said: str) -> Plan:
    """A plan of `brief weekly` whose program is any there is."""
    directory = said.get("directory", "/srv")
    return Plan(topic=topic, at=at, zone=zone, directory=directory, command=("/bin/echo", "weekly", topic))


def told(memory: Path) -> list[str]:
    """What systemd was told, one command a line, but for questions."""
    lines = (memory / "told").read_text().splitlines() if (memory / "told").exists() else []
    return [line for line in lines if not line.startswith(("is-active", "show"))]


def shown(plan: Plan) -> str:
    """A program that prints how it was called, its folder and its zone, as JSON."""
    return json.dumps([list(plan.command), plan.directory, plan.zone])
