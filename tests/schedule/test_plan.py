"""A plan: what a person asks for, checked before any machine is told of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from brief.errors import TopicError, UsageError
from brief.schedule.plan import weekly

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_a_plan_holds_whole_paths_and_a_schedule_in_one_spelling(tmp_path: Path) -> None:
    """However it was written, the time is told in one way, and the command needs no path of its own."""
    (tmp_path / "a").mkdir()
    plan = weekly(tmp_path / "." / "a" / "..", "الأحد 6:00", "Asia/Riyadh", tmp_path, NOW)
    assert (plan.at, plan.zone, plan.topic, plan.directory) == (
        "Sun 06:00",
        "Asia/Riyadh",
        str(tmp_path),
        str(tmp_path),
    )
    assert plan.command[1:] == ("-P", "-m", "brief", "weekly", str(tmp_path))
    assert Path(plan.command[0]).is_absolute()


def test_a_plan_s_name_is_safe_and_one_for_each_topic(tmp_path: Path) -> None:
    """Names of files are made of small Latin letters, digits and dashes, whatever a folder is called."""
    names = []
    for folder in ("Fuel 50%", "أخبار", "fuel/50", "-x"):
        (tmp_path / folder).mkdir(parents=True)
        names.append(weekly(tmp_path / folder, "06:00", "UTC", tmp_path, NOW).name)
    assert len(set(names)) == 4
    assert all(
        name.startswith("brief-") and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        for name in names
    )
    assert names[0].startswith("brief-fuel-50-")


@pytest.mark.parametrize("name", ["a\nb", "a\x1bb", "a\\b", "a ", "a\u2028b"])
def test_a_path_that_no_line_can_hold_is_refused(name: str, tmp_path: Path) -> None:
    """A control character, a backslash or a blank at the end is told before anything is written."""
    (tmp_path / name).mkdir()
    folder = tmp_path / name
    with pytest.raises(TopicError, match="cannot be scheduled"):
        weekly(folder, "06:00", "UTC", tmp_path, NOW)


def test_a_topic_that_is_none_is_told(tmp_path: Path) -> None:
    """A folder that is not there cannot be scheduled."""
    with pytest.raises(TopicError, match="no such folder"):
        weekly(tmp_path / "absent", "06:00", "UTC", tmp_path, NOW)


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("Fri 00:30", "Africa/Cairo", "2027-04-30"),
        ("02:30", "Europe/Berlin", "2027-03-28"),
        ("Sun 02:00", "Europe/Berlin", "2027-03-28"),
    ],
)
def test_an_hour_that_the_clocks_will_skip_is_refused(at: str, zone: str, day: str, tmp_path: Path) -> None:
    """The machine's own schedulers would leave that day out, so it is told which day it is."""
    with pytest.raises(UsageError, match=day):
        weekly(tmp_path, at, zone, tmp_path, NOW)


@pytest.mark.parametrize(
    ("at", "zone"), [("Thu 23:30", "Africa/Cairo"), ("03:00", "Europe/Berlin"), ("00:00", "Asia/Riyadh")]
)
def test_an_hour_that_is_there_on_every_day_is_taken(at: str, zone: str, tmp_path: Path) -> None:
    """An hour that comes twice is no hindrance: the first is meant."""
    assert weekly(tmp_path, at, zone, tmp_path, NOW).at == at
