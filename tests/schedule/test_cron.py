"""The crontab: whatever a path holds, cron runs exactly what was meant, and nobody else's line is touched."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brief.errors import TopicError
from brief.schedule import cron
from brief.schedule.plan import Plan
from tests.schedule.machines import CRONTAB, plan, with_programs

# What a path may hold in a plan: no control character, backslash or line end.
NAMES = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\\/"),
    min_size=1,
    max_size=30,
).filter(lambda name: name == name.strip())
ARABIC = "أخبار الوقود 50% $HOME `id` \"x\" 'y' # brief: brief-a UTC 06:00"


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with cron; the folder that holds its table."""
    return with_programs(tmp_path, monkeypatch, crontab=CRONTAB)


def command(line: str) -> str:
    """What Vixie's cron gives the shell of a line: up to a percent sign that no backslash escapes."""
    rest = line.split(None, 5)[5]
    given, escaped = [], False
    for sign in rest:
        if escaped:
            given += [sign] if sign in "%\\" else ["\\", sign]
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign == "%":
            break
        else:
            given.append(sign)
    return "".join(given)


@given(
    NAMES,
    NAMES,
    st.sampled_from([None, "Asia/Riyadh", "UTC"]),
    st.sampled_from(["Sun 06:00", "06:00", "1 06:05"]),
)
@settings(max_examples=40)
@example(ARABIC, "50% off", "UTC", "Sun 06:00")
def test_a_line_is_read_back_as_it_was_meant(
    topic: str, directory: str, machine: str | None, at: str
) -> None:
    """The plan that is parsed out of a line is the one that was written."""
    meant = plan(f"/srv/{topic}", at=at, directory=f"/srv/{directory}")
    assert cron.planned(cron.line(meant, machine)) == meant


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_a_shell_runs_exactly_the_command(shell: str, tmp_path: Path) -> None:
    """Blanks, percent signs, quotes, dollar signs and Arabic letters reach the program as they are."""
    folder = tmp_path / ARABIC.replace("/", "")
    folder.mkdir()
    show = "import json, os, sys; print(json.dumps([sys.argv[1], os.getcwd(), os.environ['TZ']]))"
    meant = Plan(
        topic=str(folder),
        at="06:00",
        zone="Asia/Riyadh",
        directory=str(folder),
        command=(sys.executable, "-c", show, str(folder)),
    )
    done = subprocess.run(
        [shell, "-c", command(cron.line(meant, "Asia/Riyadh"))],
        check=True,
        capture_output=True,
        text=True,
        env={},
    )
    assert json.loads(done.stdout) == [str(folder), str(folder), "Asia/Riyadh"]
    assert done.stderr == ""


def runs_at(line: str, at: datetime, machine: str, programs: Path) -> bool:
    """Whether cron on a machine of that zone runs the command at a time, which its `date` tells."""
    wall = at.astimezone(ZoneInfo(machine))
    minutes, hours, days, _, weekdays = line.split(None, 5)[:5]
    fields = ((minutes, wall.minute), (hours, wall.hour), (days, wall.day), (weekdays, wall.isoweekday() % 7))
    if not all(field == "*" or str(number) in field.split(",") for field, number in fields):
        return False
    date = programs / "date"
    date.write_text(f'#!/bin/sh\nexec /bin/date --date=@{int(at.timestamp())} "$@"\n')
    date.chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", "-c", command(line)],
        check=False,
        capture_output=True,
        env={"PATH": f"{programs}:/usr/bin:/bin"},
    )
    return b"weekly" in done.stdout


@pytest.mark.parametrize("machine", ["UTC", "Asia/Riyadh", "Asia/Kolkata", "Africa/Cairo"])
@pytest.mark.parametrize("day", ["2027-04-25", "2027-05-02", "2027-10-31"])
def test_a_line_runs_at_its_zone_s_time_on_any_machine(machine: str, day: str, tmp_path: Path) -> None:
    """Before and after Cairo's clocks are set, the command runs once on the day, at six in Cairo."""
    meant = plan(str(tmp_path), zone="Africa/Cairo", directory=str(tmp_path))
    line = cron.line(meant, machine)
    six = datetime.fromisoformat(f"{day}T06:00").replace(tzinfo=ZoneInfo("Africa/Cairo")).astimezone(UTC)
    around = [six + timedelta(minutes=15 * part) for part in range(-8, 9)]
    assert [at for at in around if runs_at(line, at, machine, tmp_path)] == [six]
    assert not runs_at(line, six + timedelta(days=1), machine, tmp_path)


def test_on_a_machine_of_the_zone_the_line_is_cron_s_own() -> None:
    """No question is asked where cron's fields say it all."""
    assert cron.line(plan(), "Asia/Riyadh").startswith(
        "0 6 * * 0 cd /srv && exec env TZ=Asia/Riyadh /bin/echo"
    )
    assert cron.line(plan(at="1 06:05"), "Asia/Riyadh").startswith("5 6 1 * * cd ")


def test_others_lines_stay_as_they_are(memory: Path) -> None:
    """A plan comes, is replaced and goes; every other line stands as it stood, byte for byte."""
    others = "# mine\nMAILTO=me\n*/5 * * * * true # brief: not ours\n\n0 6 * * 0 cd /x && exec y # brief: z"
    (memory / "tab").write_bytes(others.encode() + b"\n\xff\n")
    cron.install(plan())
    cron.install(plan(at="Mon 07:00"))
    cron.install(plan("/srv/wheat"))
    assert [kept.at for kept in cron.installed()] == ["Mon 07:00", "Sun 06:00"]
    assert cron.active(plan().name)
    assert cron.remove(plan().name)
    assert not cron.remove(plan().name)
    assert cron.remove(plan("/srv/wheat").name)
    assert (memory / "tab").read_bytes() == others.encode() + b"\n\xff\n"


def test_the_first_line_of_a_user_without_a_crontab(memory: Path) -> None:
    """A table is begun where there is none."""
    assert cron.usable()
    assert list(cron.installed()) == []
    cron.install(plan())
    assert list(cron.installed()) == [plan()]


def test_a_crontab_that_cannot_be_read_is_not_written(memory: Path) -> None:
    """Who may not see the table must not replace it by a line of ours."""
    (memory / "tab").write_text("0 0 * * * mine\n")
    (memory / "deny").touch()
    assert not cron.usable()
    with pytest.raises(TopicError, match="not allowed"):
        cron.install(plan())
    assert (memory / "tab").read_text() == "0 0 * * * mine\n"


def test_a_machine_without_cron_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing program is not taken for an empty table."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not cron.usable()
    with pytest.raises(TopicError, match="cannot be read"):
        cron.install(plan())


def test_a_refused_table_is_a_sentence(memory: Path) -> None:
    """What cron does not take is told, and the old table stands."""
    cron.install(plan())
    before = (memory / "tab").read_text()
    (memory / "refuse").touch()
    with pytest.raises(TopicError, match="errors in crontab"):
        cron.install(plan(at="Mon 06:00"))
    assert (memory / "tab").read_text() == before


def test_a_line_that_cron_would_cut_is_refused(memory: Path) -> None:
    """A path of a thousand bytes is told before anything is written."""
    with pytest.raises(TopicError, match="998 bytes"):
        cron.install(plan(f"/srv/{'ن' * 450}"))
    assert not (memory / "tab").exists()


def test_a_shell_of_another_kind_is_refused(memory: Path) -> None:
    """Quotes are sh's; a crontab whose SHELL is fish would read them otherwise."""
    (memory / "tab").write_text("SHELL=/usr/bin/fish\n")
    with pytest.raises(TopicError, match="fish"):
        cron.install(plan())
    (memory / "tab").write_text("SHELL=/bin/bash\n")
    cron.install(plan())


def test_a_plan_round_trips_through_its_json() -> None:
    """A plan is plain data."""
    assert msgspec.json.decode(msgspec.json.encode(plan()), type=Plan) == plan()
