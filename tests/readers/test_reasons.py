"""What a format sets beside the article is told to readers of the page in their language."""

import ast
from pathlib import Path

import pytest

import brief.readers
from brief.decoding.damage import REASON
from brief.messages import catalogue
from brief.readers.reasons import Reason


@pytest.mark.parametrize("reason", [*Reason, REASON])
def test_every_reason_has_its_words(reason: str) -> None:
    """The catalogue holds a message for each."""
    assert catalogue("ar").gettext(f"removed:{reason}") != f"removed:{reason}"


def test_no_reader_has_reasons_of_its_own() -> None:
    """Whoever sets a line aside names one of the known reasons, no bare string."""
    (folder,) = brief.readers.__path__
    calls = (
        (path.name, node)
        for path in Path(folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    )
    found = [
        (name, call.lineno)
        for name, call in calls
        for kind, reason in zip(call.args, call.args[1:], strict=False)
        if isinstance(kind, ast.Constant) and kind.value == "aside" and isinstance(reason, ast.Constant)
    ]
    assert not found
