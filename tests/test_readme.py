"""The README names what there is: commands, options, make's targets, keys of brief.toml."""

import re
from collections.abc import Iterator
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


def commands(group: Any, before: str = "") -> Iterator[tuple[str, set[str]]]:  # noqa: ANN401 - Typer's own
    """Each command by its words, those of a group behind its name, with its options."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            options = (option for parameter in command.params for option in parameter.opts)
            yield f"{before}{name}", {option for option in options if option.startswith("--")}


COMMANDS = dict(commands(GROUP))
GROUPS = {name.split()[0] for name in COMMANDS if " " in name}
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
        config.WeeklySettings,
    )
    for field in msgspec.structs.fields(table)
}


def calls(program: str) -> list[tuple[str, set[str]]]:
    """The first word after `program` and the options, in each line of code of the README."""
    word = r"[a-z][a-z-]*"
    pattern = re.compile(rf"(?:^|/){program} ((?:{'|'.join(GROUPS)}) {word}|{word})(.*)")
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
