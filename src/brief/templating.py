"""The environment that every template is filled in: text is escaped, words come from the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from brief.framed import own
from brief.words import Words


def environment(said: Words, filters: Mapping[str, Any]) -> Environment:
    """The Jinja environment: escaping on, a missing name is an error, words from the catalogue."""
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_template),
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # A remark of the frame within words of a source that run against it.
    made.globals["own"] = own(said)
    made.install_gettext_translations(said.catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(filters)
    return made


def _template(name: str) -> str:
    return (files("brief") / "templates" / name).read_text(encoding="utf-8")
