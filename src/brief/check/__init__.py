"""The gate: proves on the built files of an issue that nothing unsupported is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from brief.check.accounted import prove_accounted
from brief.check.again import printed_again
from brief.check.anchors import prove_anchors
from brief.check.changed import prove_changes
from brief.check.derived import prove_derived
from brief.check.editable import prove_editable
from brief.check.faithful import prove_faithful
from brief.check.issue import Finding, Issue, open_issue
from brief.check.letters import prove_letters
from brief.check.links import prove_links, prove_print_links
from brief.check.page import known_words, prove_page, prove_print, rendered
from brief.check.readout import open_print
from brief.check.single import prove_single
from brief.check.text_layer import prove_text_layer
from brief.check.values import prove_figures
from brief.errors import BriefError, Remark

__all__ = ["Finding", "check"]

# How a changed record breaks a reader: a date that is none, a source or a theme that is not there.
_BROKEN = (ArithmeticError, BriefError, AttributeError, LookupError, TypeError, ValueError)
Proof = Callable[[Issue], Iterable[Finding]]


def _prove_shown(issue: Issue) -> Iterator[Finding]:
    """The proofs on page and PDF: the record is rendered and the PDF parsed once for all of them."""
    if issue.page is None and issue.print is None:
        return
    meant = None
    try:
        meant, on_screen = rendered(issue)
        yield from prove_page(issue, on_screen)
    except ValueError as error:
        message = "brief.json: cannot be shown as a page (%(reason)s); build the issue again."
        yield Finding("page", Remark(message, reason=error))
    if issue.print is not None:
        yield from _prove_print(issue, issue.print, meant)


def _prove_print(issue: Issue, path: Path, meant: str | None) -> Iterator[Finding]:
    try:
        with printed_again(issue, "pdf", meant) as again, open_print(path) as readout:
            yield from prove_print_links(readout)
            yield from prove_print(issue, readout, None if meant is None else known_words(meant, again))
            yield from prove_text_layer(issue, readout, again)
    except ValueError as error:
        message = "brief.pdf: cannot be read as a PDF (%(reason)s); build the issue again."
        yield Finding("text layer", Remark(message, reason=error))


PROOFS: tuple[Proof, ...] = (
    prove_anchors,
    prove_accounted,
    prove_letters,
    prove_derived,
    prove_faithful,
    prove_figures,
    prove_changes,
    prove_links,
    _prove_shown,
    prove_editable,
    prove_single,
)


def check(folder: Path) -> tuple[Finding, ...]:
    """What does not hold in the issue in `folder`; empty when all is well.

    Raises `TopicError` where the folder has no brief.json or one that is no brief's record.
    """
    issue = open_issue(folder)
    return tuple(finding for prove in PROOFS for finding in _findings(prove, issue))


def _findings(prove: Proof, issue: Issue) -> Iterator[Finding]:
    """What a proof finds; that it cannot read the record is a finding too."""
    try:
        yield from prove(issue)
    except _BROKEN as error:
        message = "brief.json: cannot be proved (%(reason)s); build the issue again."
        yield Finding("record", Remark(message, reason=f"{type(error).__name__}: {error}"))
