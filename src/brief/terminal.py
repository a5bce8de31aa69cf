"""The command line in the language of the terminal, by gettext's order of the environment.

LANGUAGE, LC_ALL, LC_MESSAGES and LANG are asked in turn; the catalogues are
`languages/<code>/LC_MESSAGES/command.mo`, compiled from `languages/<code>/command.po`.
What the code says is English, so that without a catalogue every sentence is whole.
"""

from __future__ import annotations

import gettext
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup

from brief.errors import BriefError, Remark

DOMAIN = "command"
_FOLDER = Path(__file__).parent / "languages"
_ID = re.compile(r'^msgid (".+")$', re.MULTILINE)
_VALUE = re.compile(r"%\((\w+)\)[sr]")


def speak() -> None:
    """Let the library of the command line say its own headings, by the domain of the process."""
    gettext.bindtextdomain(DOMAIN, _FOLDER)
    gettext.textdomain(DOMAIN)


def say(message: str, **values: object) -> str:
    """The terminal's words for an English sentence, its `%(name)s` filled."""
    text = _catalogue().gettext(message) if message else message
    return text % values if values else text


def counted(count: int, one: str, many: str) -> str:
    """The form of a counted noun that `count` asks for, its `%(n)s` filled."""
    return _catalogue().ngettext(one, many, count) % {"n": count}


def _catalogue() -> gettext.NullTranslations:
    """The terminal's catalogue; the library keeps what it read of it."""
    return gettext.translation(DOMAIN, _FOLDER, fallback=True)


def told(error: BriefError) -> str:
    """What went wrong, in the terminal's words where its sentence has a translation."""
    return said(error.message)


def said(text: str) -> str:
    """An English sentence in the terminal's words.

    One that was kept as text, in a record or beside a copy, is known again by its template.
    """
    if isinstance(text, Remark) and text.values:
        values = {
            name: said(value) if isinstance(value, Remark) else value for name, value in text.values.items()
        }
        return say(text.template, **values)
    for looks, template in () if say(text) != text else _templates():
        if match := looks.fullmatch(text):
            # A value of one word is a name; a sentence or a part of one may have been filled in as well.
            told = {name: said(one) if " " in one else one for name, one in match.groupdict().items()}
            return say(template, **told)
    return say(text)


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What a sentence with values looks like when it is filled, with its template; the most telling first."""
    ids = (json.loads(found) for found in _ID.findall((_FOLDER / "en" / "command.po").read_text("utf-8")))
    templates = sorted((one for one in ids if _VALUE.search(one)), key=lambda one: -len(_VALUE.sub("", one)))
    return tuple((re.compile(_looks(template), re.DOTALL), template) for template in templates)


def _looks(template: str) -> str:
    """The pattern of a filled template."""
    fixed, names = _VALUE.split(template)[::2], _VALUE.split(template)[1::2]
    values = [
        f"(?P={name})" if name in names[:place] else f"(?P<{name}>.+)" for place, name in enumerate(names)
    ]
    return "".join(re.escape(text) + value for text, value in zip(fixed, [*values, ""], strict=True))


class _Translated:
    """A command whose help is said in the language of the terminal."""

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer keeps its types to itself
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=f"{say('Usage:')} "
        )

    def get_help_option(self: Any, ctx: Any) -> Any:  # noqa: ANN401 - see above
        option = super().get_help_option(ctx)  # type: ignore[misc]  # of the command it is mixed into
        if option is not None:
            option.help = say("Show this message and exit.")
        return option

    def _translate(self: Any) -> None:
        setattr(self, "help", say(self.help or ""))  # noqa: B010 - the command that this is mixed into has it
        for parameter in self.params:
            parameter.help = say(parameter.help or "")


class Command(_Translated, TyperCommand):
    """One command."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - Typer's own
        super().__init__(*args, **settings)
        self._translate()


class Group(_Translated, TyperGroup):
    """All commands together."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - Typer's own
        super().__init__(*args, **settings)
        self._translate()
