"""The workflow for GitHub Actions: right YAML of any folder's name, and the time told in UTC too."""

import shlex
from datetime import UTC, datetime

import pytest
import yaml
from hypothesis import given, settings

from brief.errors import TopicError
from brief.schedule.actions import workflow
from tests.schedule.machines import plan
from tests.schedule.test_cron import NAMES

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@settings(max_examples=30)
@given(NAMES.filter(lambda name: "${{" not in name))
def test_the_folder_of_any_name_is_what_the_shell_is_given(name: str) -> None:
    """YAML and the shell give back the name, and no part of it is a command."""
    page = yaml.safe_load(workflow(plan(f"/srv/{name}"), NOW))
    commands = [step["run"] for step in page["jobs"]["weekly"]["steps"] if "run" in step]
    assert shlex.split(commands[1]) == [".venv/bin/brief", "weekly", "--", name]
    # YAML 1.1 reads a bare `on` as a truth value.
    assert page[True]["schedule"] == [{"cron": "0 6 * * 0", "timezone": "Asia/Riyadh"}]
    assert page["jobs"]["weekly"]["env"] == {"TZ": "Asia/Riyadh"}


def test_the_time_in_utc_is_told_with_its_changes() -> None:
    """Where the clocks are set, the workflow says from which day on the time in UTC is another."""
    told = workflow(plan(zone="Africa/Cairo"), NOW)
    assert (
        "#   04:00 UTC from 2026-11-29\n    #   03:00 UTC from 2027-05-02\n"
        "    #   04:00 UTC from 2027-10-31\n" in told
    )
    assert workflow(plan(), NOW).count(" UTC from ") == 1


def test_a_topic_outside_of_the_repository_is_told() -> None:
    """A workflow sees nothing but its repository."""
    with pytest.raises(TopicError, match="lies outside"):
        workflow(plan("/home/x", directory="/srv"), NOW)


def test_an_expression_of_the_service_is_refused() -> None:
    """GitHub fills its expressions in before any shell quotes them."""
    with pytest.raises(TopicError, match="expression"):
        workflow(plan("/srv/${{ secrets.X }}"), NOW)
