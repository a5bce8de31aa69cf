"""The names of the proofs, as the command line tells them."""

import re
from pathlib import Path

import pytest

from brief import check
from brief.check import Finding
from brief.errors import Remark
from brief.terminal import said

NAMED = re.compile(r'(?:^GATE = |Finding\()"([^"]+)"', re.MULTILINE)
CODE = [path.read_text("utf-8") for path in Path(check.__file__).parent.glob("*.py")]
PROOFS = sorted({name for text in CODE for name in NAMED.findall(text)})


def test_there_are_proofs() -> None:
    """Their names are found where they are written."""
    assert {"anchors", "faithful", "text layer"} <= set(PROOFS)


@pytest.mark.parametrize("name", PROOFS)
def test_a_proof_is_named_in_arabic(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Under an Arabic locale no name of a proof stays English before an Arabic sentence."""
    message = Remark("brief.json: cannot be shown as a page (%(reason)s); build the issue again.", reason="x")
    monkeypatch.setenv("LANGUAGE", "ar")
    told = said(Finding(name, message).told)
    assert re.fullmatch("[\u0620-\u064a\u064b-\u0652 ]+", told.partition(":")[0])
    assert "brief.json" in told
