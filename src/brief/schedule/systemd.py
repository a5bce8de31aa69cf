"""A systemd user timer: the first choice, for it catches up on what the machine slept through."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from brief import whole
from brief.errors import TopicError
from brief.printed import plain
from brief.schedule.plan import Plan
from brief.schedule.programs import Said, asked, is_there
from brief.schedule.when import DAYS, When

_PLAN = "# brief: "
# Several topics of one machine do not all begin in the same second.
_SPREAD_SECONDS = 30


def usable() -> bool:
    """Whether this user's own systemd answers."""
    return is_there("systemctl") and asked("systemctl", "--user", "show-environment").code == 0


def install(plan: Plan) -> None:
    """Write the units, have systemd judge them, and start the timer; all of it or none.

    Raises `TopicError` with what systemd says.
    """
    service, timer = f"{plan.name}.service", f"{plan.name}.timer"
    units = {service: service_unit(plan), timer: timer_unit(plan)}
    _verify(units, plan)
    before = {name: _content(_folder() / name) for name in units}
    try:
        _put({name: text.encode() for name, text in units.items()})
        _did("daemon-reload")
        _did("enable", timer)
        # A timer that runs already keeps its old times until it is started anew.
        _did("restart", timer)
    except BaseException:
        with contextlib.suppress(TopicError):
            _restore(before, timer)
        raise


def remove(name: str) -> bool:
    """Stop and remove the timer of a plan; False where there is none. Raises `TopicError`."""
    service, timer = (_folder() / f"{name}.{kind}" for kind in ("service", "timer"))
    if not timer.exists() and not service.exists():
        return False
    _did("disable", "--now", timer.name)
    _put({timer.name: None, service.name: None})
    _did("daemon-reload")
    return True


def installed() -> Iterator[Plan]:
    """The plans whose timers lie among the user's units, sorted by name."""
    for path in sorted(_folder().glob("brief-*.timer")):
        with contextlib.suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            first = path.read_text("utf-8").partition("\n")[0]
            if first.startswith(_PLAN):
                yield msgspec.json.decode(first.removeprefix(_PLAN), type=Plan)


def active(name: str) -> bool:
    """Whether systemd waits for the plan's next time."""
    return asked("systemctl", "--user", "is-active", "--quiet", f"{name}.timer").code == 0


def service_unit(plan: Plan) -> str:
    """The .service file: what is run, once each time."""
    # The colon before the program: a dollar sign is a letter of a path, no variable (systemd 244).
    command = " ".join(map(_quoted, plan.command))
    return (
        "[Unit]\n"
        f"Description=brief weekly {_specified(plain(Path(plan.topic).name))}\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        f"WorkingDirectory={_specified(plan.directory)}\n"
        f"Environment=TZ={plan.zone}\n"
        # Passwords are read from here and stand in no unit.
        "EnvironmentFile=-%E/brief/environment\n"
        f"ExecStart=:{command}\n"
    )


def timer_unit(plan: Plan) -> str:
    """The .timer file; its first line is the plan itself, which `installed` reads back."""
    return (
        f"{_PLAN}{msgspec.json.encode(plan).decode()}\n"
        "[Unit]\n"
        f"Description=brief weekly {_specified(plain(Path(plan.topic).name))}\n"
        "\n"
        "[Timer]\n"
        f"OnCalendar={calendar(plan.when, plan.zone)}\n"
        "Persistent=true\n"
        f"RandomizedDelaySec={_SPREAD_SECONDS}\n"
        "AccuracySec=1s\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )


def calendar(when: When, zone: str) -> str:
    """A schedule in systemd.time(7)'s words."""
    weekday = "" if when.weekday is None else f"{DAYS[when.weekday]} "
    day = "*" if when.day is None else f"{when.day:02}"
    return f"{weekday}*-*-{day} {when.time}:00 {zone}"


def lingers() -> bool:
    """Whether the user's timers run while she is not logged in (`loginctl enable-linger`)."""
    return (
        asked("loginctl", "show-user", str(os.getuid()), "--property=Linger", "--value").out.strip() == "yes"
    )


def _folder() -> Path:
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "systemd" / "user"


def _specified(text: str) -> str:
    """Text as it is, where systemd would take a percent sign for one of its own words."""
    return text.replace("%", "%%")


def _quoted(argument: str) -> str:
    """One argument of ExecStart, in systemd.syntax(7)'s double quotes."""
    return '"' + _specified(argument.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def _verify(units: dict[str, str], plan: Plan) -> None:
    """Raises `TopicError` where systemd would not load the units; they are not in their place yet."""
    if not is_there("systemd-analyze"):
        return
    _judged(asked("systemd-analyze", "calendar", calendar(plan.when, plan.zone)))
    with tempfile.TemporaryDirectory(prefix="brief-units-") as name:
        paths = [Path(name) / unit for unit in units]
        for path in paths:
            path.write_text(units[path.name], "utf-8")
        _judged(asked("systemd-analyze", "--user", "verify", *map(str, paths)))


def _judged(said: Said) -> None:
    if said.code != 0:
        raise TopicError(
            "systemd: would not take the timer (%(reason)s); nothing was installed; choose --with cron.",
            reason=plain(said.problem or said.out),
        )


def _did(*command: str) -> None:
    said = asked("systemctl", "--user", *command)
    if said.code != 0:
        raise TopicError(
            "systemctl --user %(command)s: failed (%(reason)s); mend that, or choose --with cron.",
            command=" ".join(command),
            reason=plain(said.problem or said.out) or said.code,
        )


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put(files: dict[str, bytes | None]) -> None:
    """Each file with its content, or gone; raises `TopicError`."""
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            if content is None:
                (folder / name).unlink(missing_ok=True)
            else:
                whole.put(folder / name, content)
    except OSError as error:
        raise TopicError(
            "%(folder)s: cannot be written (%(reason)s); mend that, or choose --with cron.",
            folder=folder,
            reason=error.strerror,
        ) from error


def _restore(before: dict[str, bytes | None], timer: str) -> None:
    """The units as they were; a timer that was not there is not enabled either."""
    if before[timer] is None:
        asked("systemctl", "--user", "disable", "--now", timer)
    _put(before)
    asked("systemctl", "--user", "daemon-reload")
    if before[timer] is not None:
        asked("systemctl", "--user", "restart", timer)
