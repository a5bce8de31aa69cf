"""Words that were put into page or print after the build are found."""

from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from brief.check import check
from brief.check.issue import open_issue
from brief.check.page import Text, added, rendered
from brief.check.readout import Readout

PASTED = "Nobody said these seven words in any source."


def test_a_pasted_sentence_is_found(issue: Path) -> None:
    """The finding names the gate, the first words that differ and what should stand there."""
    page = issue / "brief.html"
    content = page.read_bytes()
    at = content.index(b"</p>")
    page.write_bytes(content[:at] + PASTED.encode() + content[at:])
    (finding,) = check(issue)
    assert finding.gate == "page"
    assert PASTED in finding.message
    assert "where brief.json gives «" in finding.message
    assert finding.message.endswith("build the issue again.")


@pytest.mark.parametrize(("old", "new"), [(b"\n", b"\r\n"), (b"</html>", b"</html>\xff"), (b"</html>", b"")])
def test_every_byte_counts(issue: Path, old: bytes, new: bytes) -> None:
    """Line ends, bytes that are no text and a lost end are found."""
    page = issue / "brief.html"
    page.write_bytes(page.read_bytes().replace(old, new))
    assert [finding.gate for finding in check(issue)] == ["page"]


def test_a_record_that_gives_no_page_is_refused(issue: Path) -> None:
    """A reason is given, whatever breaks."""
    opened = open_issue(issue)
    with pytest.raises(ValueError, match="no theme 'none'"):
        rendered(replace(opened, brief=replace(opened.brief, theme="none")))


def test_another_record_inside_the_print_is_found(issue: Path) -> None:
    """brief.pdf carries brief.json byte for byte, once."""
    with pikepdf.open(issue / "brief.pdf", allow_overwriting_input=True) as pdf:
        spec = pikepdf.AttachedFileSpec.from_filepath(pdf, issue / "sources" / "01.txt")
        pdf.attachments["brief.json"] = spec
        pdf.save()
    assert any("the record inside is another one" in finding.message for finding in check(issue))


def overlaid(path: Path, text: str) -> None:
    """Writes a line onto the last page of a PDF."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[-1]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        name = page.add_resource(font, pikepdf.Name.Font)
        page.contents_add(f"q BT {name} 9 Tf 40 40 Td ({text}) Tj ET Q".encode())
        pdf.save()


def test_a_sentence_on_the_print_is_found(issue: Path) -> None:
    """Words that the page does not have are found on the last page too."""
    overlaid(issue / "brief.pdf", PASTED)
    (finding,) = check(issue)
    assert finding.gate == "page"
    assert "stands in it, but not in the page" in finding.message


def readout(*lines: str) -> Readout:
    """What pdfium reads from a print of these lines."""
    none: frozenset[str] = frozenset()
    pages = {"pdfium": ("\n".join(lines),)}
    return Readout(pages=pages, links=none, destinations=none, addresses=none, fonts=(), attached={})


def test_known_words_in_another_order_are_found() -> None:
    """Lines of the page's own words that never stood side by side are found; one alone is let pass.

    Where Latin letters turn the direction, extractors change the order themselves.
    """
    known = Text("<p>باب سور نهر جسر بيت حقل درب قصر</p><p>Port</p>")
    odd = "باب نهر بيت درب سور جسر"
    assert not added(readout("باب سور نهر جسر بيت حقل", odd), known)
    assert added(readout(odd, odd), known)
    assert not added(readout(f"{odd} Port", f"{odd} Port"), known)


def test_what_extractors_garble_is_let_pass() -> None:
    """Reversed words, parts of words, single strange words and lines with vowel marks are no additions."""
    known = Text("<style>p {}</style><p>alpha <b>be</b>ta gamma</p>")
    assert not added(readout("ahpla", "amma", "beta", "x y z", "u\u064b v w q r s t"), known)
    assert added(readout("v w q r s"), known)


def test_the_print_of_the_page_is_no_addition(built: Path) -> None:
    """The honest print holds, with room: no strange word at all."""
    from brief.check.readout import open_print  # noqa: PLC0415 - heavy

    print_page, _ = rendered(open_issue(built))
    known = Text(print_page)
    with open_print(built / "brief.pdf") as found:
        assert added(found, known) == ""
