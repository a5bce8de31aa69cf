"""Links to nowhere and needs from outside are found."""

from pathlib import Path

import pytest

from brief.check.links import prove_links
from tests.check.issues import PAGE, good, proved, write


@pytest.mark.parametrize(
    "piece",
    [
        '<a href="#nowhere">x</a>',
        '<p id="b">twice</p>',
        '<a href="other.html">x</a>',
        '<img src="http://example.org/x.png">',
        '<img srcset="//example.org/x.png 2x">',
        '<link rel="stylesheet" href="x.css">',
        "<style>p { background: URL( 'file:///etc/passwd' ) }</style>",
        "<style>@import 'x.css';</style>",
        "<p style='background: url(x.png)'></p>",
        '<meta http-equiv="refresh" content="0; url(x)">',
        '<svg><image xlink:href="x.svg"/></svg>',
        '<form action="/x"></form>',
    ],
)
def test_a_page_stands_alone(tmp_path: Path, piece: str) -> None:
    """Each way of leading nowhere or out of the page is one finding."""
    (finding,) = proved(prove_links, write(tmp_path, good(), PAGE + piece))
    assert finding.gate == "links"
    assert finding.message.startswith("brief.html: ")


def test_addresses_in_text_are_text(tmp_path: Path) -> None:
    """An address that is only printed is no link."""
    page = PAGE + "<p>http://example.org url(x.png) &lt;img src='x.png'&gt;</p>"
    assert proved(prove_links, write(tmp_path, good(), page)) == ()
