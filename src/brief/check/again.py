"""The print that an issue should have, made once more where its own type is told to lose words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from brief.check.issue import Issue, theme_of
from brief.check.readout import Readout, open_print
from brief.check.text_layer import POOR
from brief.outputs import Rendered, output


@contextmanager
def printed_again(issue: Issue, form: str, html: str | None = "") -> Iterator[Readout | None]:
    """What the print of a form reads like in the issue's own type; `html` is the page it is made from.

    None where no note tells of poor type, where the type is the package's, or where there is no page.
    What is lost here is the type's fault; whatever else a print lacks or adds is not. Raises
    `ValueError` where the record and the theme give no print.
    """
    if html is None or not is_noted(issue):
        yield None
        return
    with open_print(_made(issue, form, html)) as again:
        yield again


def is_noted(issue: Issue) -> bool:
    """Whether the issue keeps a theme and tells that its words cannot all be found again."""
    return issue.keeps_theme and any(note.kind == POOR for note in issue.brief.notes)


def _made(issue: Issue, form: str, html: str) -> bytes:
    try:
        return output(form)(issue.brief, Rendered(html, theme_of(issue))).content
    except Exception as error:  # Type that is broken breaks a renderer in any way it likes.
        reason = str(error) or type(error).__name__
        raise ValueError(f"there is no print to compare it with: {reason}") from error
