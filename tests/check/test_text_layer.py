"""A PDF whose words or links are lost is found."""

import re
from collections import Counter
from html import escape
from pathlib import Path

import pytest

from brief import themes
from brief.check import Finding, check
from brief.check.text_layer import _lost, _word
from brief.outputs import Rendered
from tests.check.issues import good, write

FONT = themes.load("modern").text.path(400).as_uri()
PAGE = """<html lang="ar" dir="rtl"><style>
@font-face {{ font-family: F; src: url({font}) }}
body {{ font-family: F; font-kerning: none }} h1 {{ break-before: page }}
</style><a href="#b">x</a>{body}<p id="b">y</p>"""


def printed(texts: list[str]) -> bytes:
    """A PDF as WeasyPrint writes it, before its text layer is mended."""
    from weasyprint import HTML  # noqa: PLC0415 - heavy

    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    pdf: bytes = HTML(string=PAGE.format(font=FONT, body=body)).write_pdf()
    return pdf


def printed_findings(folder: Path) -> list[Finding]:
    """What the proofs of text and links find in the PDF, whatever else it lacks."""
    return [finding for finding in check(folder) if finding.gate in {"links", "text layer"}]


@pytest.fixture(scope="module")
def raw() -> bytes:
    """The good brief as a PDF, its text layer as it comes."""
    brief = good()
    texts = [section.title + ": " + item.text + "[2]" for section in brief.sections for item in section.items]
    return printed([brief.title, *(chart.title for chart in brief.charts), *texts])


@pytest.fixture(scope="module")
def mended(raw: bytes) -> bytes:
    """The same with the text layer that the program gives it."""
    from brief.outputs.pdf import finished  # noqa: PLC0415 - heavy

    return finished(raw, Rendered("", themes.load("modern")))


def test_a_good_print_passes(tmp_path: Path, mended: bytes) -> None:
    """Words and links of a mended PDF are all found again."""
    write(tmp_path, good())
    (tmp_path / "brief.pdf").write_bytes(mended)
    assert printed_findings(tmp_path) == []


def test_lost_words_are_told_with_font_and_share(tmp_path: Path, raw: bytes) -> None:
    """As WeasyPrint writes it pdfium loses a fifth of the words, and the finding names the font."""
    write(tmp_path, good())
    (tmp_path / "brief.pdf").write_bytes(raw)
    (finding,) = printed_findings(tmp_path)
    assert finding.gate == "text layer"
    share = re.match(r"brief\.pdf: pdfium finds ([\d.]+)% of the words again", finding.message)
    assert share
    assert 60 < float(share[1]) < 90
    assert "another font than F." in finding.message


def test_a_word_counts_by_its_parts_only_at_vowel_marks() -> None:
    """A marked word that an extractor parts at its marks is found, a plain one that it parts is not."""
    marked, plain = _word("a\u064bb"), _word("ab")
    assert not _lost(Counter([marked, plain]), ["b\na ab"])
    assert list(_lost(Counter([marked, plain]), ["b\na"])) == [plain]
    assert list(_lost(Counter([marked]), ["b"])) == [marked]


def test_a_missing_item_is_found(tmp_path: Path) -> None:
    """Both extractors miss what is not printed."""
    write(tmp_path, good())
    (tmp_path / "brief.pdf").write_bytes(printed(["x"]))
    findings = printed_findings(tmp_path)
    assert [finding.message.split()[1] for finding in findings] == ["pypdf", "pdfium"]


def test_a_link_to_nowhere_is_found(tmp_path: Path, mended: bytes) -> None:
    """A link of the PDF to a name that it does not have, or to a file of one machine, is found."""
    import pikepdf  # noqa: PLC0415 - heavy

    write(tmp_path, good())
    (tmp_path / "brief.pdf").write_bytes(mended)
    with pikepdf.open(tmp_path / "brief.pdf", allow_overwriting_input=True) as pdf:
        for action in ({"S": "/GoTo", "D": "gone"}, {"S": "/URI", "URI": "file:///x"}):
            link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
            link.A = pikepdf.Dictionary(
                {
                    f"/{key}": pikepdf.Name(value) if key == "S" else pikepdf.String(value)
                    for key, value in action.items()
                }
            )
            pdf.pages[0].Annots.append(pdf.make_indirect(link))
        pdf.save()
    assert [finding.gate for finding in printed_findings(tmp_path)] == ["links", "links"]


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_a_broken_file_is_found(tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """A file that is no PDF is one finding and no noise."""
    write(tmp_path, good())
    (tmp_path / "brief.pdf").write_bytes(content)
    (finding,) = printed_findings(tmp_path)
    assert "brief.pdf: cannot be read as a PDF" in finding.message
    assert capfd.readouterr() == ("", "")
