"""The gate: proves on the built files of an issue that nothing unsupported is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from brief.check.anchors import prove_anchors
from brief.check.faithful import prove_faithful
from brief.check.issue import Finding, Issue, open_issue
from brief.check.links import prove_links, prove_print_links
from brief.check.readout import open_print
from brief.check.text_layer import prove_text_layer
from brief.check.values import prove_figures

__all__ = ["Finding", "check"]

Proof = Callable[[Issue], Iterable[Finding]]


def _prove_print(issue: Issue) -> Iterator[Finding]:
    """The proofs on the PDF, which is parsed once for all of them."""
    if issue.print is None:
        return
    try:
        with open_print(issue.print) as readout:
            yield from prove_print_links(readout)
            yield from prove_text_layer(issue.brief, readout)
    except ValueError as error:
        yield Finding("text layer", f"brief.pdf: cannot be read as a PDF ({error}); build the issue again.")


PROOFS: tuple[Proof, ...] = (prove_anchors, prove_faithful, prove_figures, prove_links, _prove_print)


def check(folder: Path) -> tuple[Finding, ...]:
    """What does not hold in the issue in `folder`; empty when all is well.

    Raises `TopicError` where the folder has no brief.json or one that is no brief's record.
    """
    issue = open_issue(folder)
    return tuple(finding for prove in PROOFS for finding in prove(issue))
