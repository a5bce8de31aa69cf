"""The README names what there is: commands, options, make's targets, keys of brief.toml."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer

from brief import cli, config

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CODE = re.findall(r"```sh\n(.*?)```|`([^`\n]+)`", README, re.DOTALL)
LINES = [line.partition("#")[0].strip() for block, inline in CODE for line in (block or inline).splitlines()]
GROUP: Any = typer.main.get_command(cli.app)
COMMANDS = {
    str(name): {
        option for parameter in command.params for option in parameter.opts if option.startswith("--")
    }
    for name, command in GROUP.commands.items()
}
KEYS = {
    field.name
    for table in (
        config.Topic,
        config.Budget,
        config.PeriodSettings,
        config.SourceSettings,
        config.ChartRequest,
        config.EditSettings,
        config.JudgementSettings,
        config.FetchSettings,
    )
    for field in msgspec.structs.fields(table)
}


def calls(program: str) -> list[tuple[str, set[str]]]:
    """The first word after `program` and the options, in each line of code of the README."""
    pattern = re.compile(rf"(?:^|/){program} ([a-z][a-z-]*)(.*)")
    found = [pattern.search(line) for line in LINES]
    return [(match[1], set(re.findall(r"--[a-z-]+", match[2]))) for match in found if match]


def test_commands_exist() -> None:
    """Each `brief ...` of the README is a command, with options it knows."""
    assert calls("brief")
    for command, options in calls("brief"):
        assert options <= COMMANDS.get(command, set()) | {"--help"}, command
        assert command in COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_told(command: str) -> None:
    """Each command stands in the README with all its options."""
    told = [options for name, options in calls("brief") if name == command]
    assert told
    assert set().union(*told) >= COMMANDS[command] - {"--help"}


def test_make_targets_exist() -> None:
    """Each `make ...` of the README is a target."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for target, _ in calls("make")}
    assert named
    assert named <= targets


def test_keys_are_told() -> None:
    """Each key of brief.toml stands in the README."""
    assert set(re.findall(r"`\[*(\w+)\]*`", README)) >= KEYS


def test_packages_are_told_with_their_licence() -> None:
    """Each package that is installed to build a brief stands in the table of licences."""
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    table = README.partition("## Licences")[2].lower().replace("_", "-")
    assert locked
    assert not {name for name in locked if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", table)}
