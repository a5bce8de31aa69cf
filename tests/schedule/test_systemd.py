"""The systemd timer: units that systemd itself reads as they were meant, installed whole or not at all."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from brief.errors import TopicError
from brief.schedule import systemd
from brief.schedule.plan import Plan
from brief.schedule.when import when
from tests.schedule.machines import SYSTEMCTL, plan, told, with_programs
from tests.schedule.test_cron import ARABIC, NAMES

SYSTEMD = Path("/lib/systemd/systemd")
NAME = plan().name


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose systemd notes what it is told."""
    return with_programs(tmp_path, monkeypatch, systemctl=SYSTEMCTL)


def units() -> dict[str, str]:
    """The user's units by name."""
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "systemd" / "user"
    return {path.name: path.read_text("utf-8") for path in folder.glob("*")}


def unquoted(command: str) -> list[str]:
    """The arguments of an ExecStart, by systemd.syntax(7): quotes, backslashes, doubled percent signs."""
    words, word, inside, signs = [], "", False, iter(command)
    for sign in signs:
        if sign == "\\":
            word += next(signs)
        elif sign == '"':
            if inside:
                words.append(word.replace("%%", "%"))
            word, inside = "", not inside
        elif inside:
            word += sign
    return words


def said(unit: str, key: str) -> str:
    """The value of a key of a unit."""
    (value,) = (line.partition("=")[2] for line in unit.splitlines() if line.startswith(f"{key}="))
    return value


@given(NAMES, NAMES)
def test_a_unit_is_read_back_as_it_was_meant(topic: str, directory: str) -> None:
    """Every name of a folder survives the quoting."""
    meant = plan(f"/srv/{topic}", directory=f"/srv/{directory}")
    unit = systemd.service_unit(meant)
    assert said(unit, "ExecStart").startswith(':"/')
    assert tuple(unquoted(said(unit, "ExecStart")[1:])) == meant.command
    assert said(unit, "WorkingDirectory").replace("%%", "%") == meant.directory


@pytest.mark.skipif(not SYSTEMD.exists(), reason="the machine has no systemd")
@pytest.mark.skipif(
    os.getuid() != 0 and not os.environ.get("XDG_RUNTIME_DIR"), reason="systemd needs a runtime folder"
)
def test_systemd_itself_reads_the_unit_as_it_was_meant() -> None:
    """What systemd tells of the loaded unit is the command, the folder and the zone of the plan."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        folder = place / ARABIC.replace("/", "")
        folder.mkdir()
        (place / "run").mkdir()
        (place / "run").chmod(0o777)
        meant = plan(str(folder), directory=str(folder))
        (place / "x.service").write_text(systemd.service_unit(meant), "utf-8")
        (place / "default.target").write_text("[Unit]\nDescription=d\nWants=x.service\n")
        done = subprocess.run(
            [SYSTEMD, "--user", "--test", "--unit=default.target"],
            check=False,
            capture_output=True,
            text=True,
            env={"SYSTEMD_UNIT_PATH": f"{place}:", "XDG_RUNTIME_DIR": str(place / "run"), "HOME": name},
            # As root it would refuse to.
            user="nobody" if os.getuid() == 0 else None,
        )
        _, _, unit = (done.stdout + done.stderr).partition("-> Unit x.service:")
        unit = unit.partition("-> Unit ")[0]
        assert f"WorkingDirectory: {folder}\n" in unit
        assert "Environment: TZ=Asia/Riyadh\n" in unit
        line = next(line for line in unit.splitlines() if "Command Line:" in line)
        assert line.split("Command Line:")[1].strip().replace("\\", "") == " ".join(
            word if word.isalnum() or word.startswith("/bin") else f'"{word}"' for word in meant.command
        ).replace("\\", "")


@pytest.mark.parametrize(
    ("at", "meant"),
    [
        ("Sun 06:00", "Sun *-*-* 06:00:00 Asia/Riyadh"),
        ("06:05", "*-*-* 06:05:00 Asia/Riyadh"),
        ("1 23:00", "*-*-01 23:00:00 Asia/Riyadh"),
    ],
)
def test_a_schedule_in_systemd_s_words(at: str, meant: str) -> None:
    """Weekly, daily and monthly; systemd's own judge takes each."""
    assert systemd.calendar(when(at), "Asia/Riyadh") == meant
    if shutil.which("systemd-analyze"):
        subprocess.run(["systemd-analyze", "calendar", meant], check=True, capture_output=True)  # noqa: S607 - the machine's own


def test_installing_writes_both_units_and_starts_the_timer(memory: Path) -> None:
    """The timer catches up on missed times; systemd is told of it once all is in place."""
    assert systemd.usable()
    systemd.install(plan())
    assert set(units()) == {f"{NAME}.service", f"{NAME}.timer"}
    timer = units()[f"{NAME}.timer"]
    assert said(timer, "OnCalendar") == "Sun *-*-* 06:00:00 Asia/Riyadh"
    assert said(timer, "Persistent") == "true"
    assert told(memory) == ["daemon-reload", f"enable {NAME}.timer", f"restart {NAME}.timer"]
    assert list(systemd.installed()) == [plan()]
    assert systemd.active(NAME)


def test_installing_again_replaces_and_removing_leaves_nothing(memory: Path) -> None:
    """A plan has one pair of units, and none afterwards."""
    systemd.install(plan())
    systemd.install(plan(at="Mon 07:00"))
    assert [kept.at for kept in systemd.installed()] == ["Mon 07:00"]
    assert systemd.remove(NAME)
    assert units() == {}
    assert not systemd.active(NAME)
    assert not systemd.remove(NAME)


@pytest.mark.parametrize("step", ["daemon-reload", "enable", "restart"])
@pytest.mark.parametrize("earlier", [False, True])
def test_what_fails_on_the_way_leaves_things_as_they_were(step: str, memory: Path, *, earlier: bool) -> None:
    """At whatever step systemd fails, the units are those that stood before, or none."""
    if earlier:
        systemd.install(plan())
    before = units()
    (memory / "refuse").write_text(step)
    with pytest.raises(TopicError, match=r"the bus is gone.*--with cron"):
        systemd.install(plan(at="Mon 07:00"))
    assert units() == before
    (memory / "refuse").unlink()
    assert (memory / f"enabled-{NAME}.timer").exists() is earlier


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="the machine has no systemd")
def test_systemd_s_judge_is_asked_before_anything_is_written(memory: Path) -> None:
    """A program that is not there is found by `systemd-analyze verify`, and no unit comes into its place."""
    meant = Plan(topic="/srv", at="06:00", zone="UTC", directory="/srv", command=("/nowhere/python", "/srv"))
    with pytest.raises(TopicError, match="/nowhere/python"):
        systemd.install(meant)
    assert units() == {}
    assert told(memory) == []


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="the machine has no systemd")
def test_systemd_s_judge_takes_units_of_any_name(memory: Path, tmp_path: Path) -> None:
    """Units of a folder with blanks, percent signs and Arabic letters pass `systemd-analyze verify`."""
    folder = tmp_path / ARABIC.replace("/", "")
    folder.mkdir()
    systemd.install(plan(str(folder), directory=str(folder)))
    assert [kept.topic for kept in systemd.installed()] == [str(folder)]


def test_a_machine_without_systemd_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a missing program nor one that does not answer is taken for a systemd."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not systemd.usable()
