"""The picture of the summary for messages."""

import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops
from weasyprint import HTML

from brief import themes
from brief.check.single import CARD, prove_single
from brief.errors import BriefError
from brief.model import Brief
from brief.outputs import Rendered, card, record
from brief.pages.extent import CARD as ROOM
from brief.render import render_digest
from tests.check.issues import good, proved, write
from tests.outputs.test_onepage import longer


def painted(brief: Brief, theme: str = "modern") -> bytes:
    """Its card."""
    return card.write(brief, Rendered("", themes.load(theme))).content


@pytest.mark.parametrize("theme", ["modern", "sober"])
@pytest.mark.parametrize("times", [1, 8])
def test_the_card_has_its_size_and_its_margins(theme: str, times: int) -> None:
    """1080 by 1350 pixels, whatever the lines, and nothing runs over the margin, not even an endless word."""
    brief = replace(longer(times), title="كلمة" * 30, marking="M" * 40)
    with Image.open(io.BytesIO(painted(brief, theme))) as picture:
        assert picture.size == (1080, 1350)
        inked = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    assert inked is not None
    left, top, right, bottom = inked
    assert left >= 40
    assert top >= 40
    assert right <= 1040
    assert bottom <= 1320


def test_the_same_brief_gives_the_same_card() -> None:
    """Nothing of the clock gets into the file."""
    assert painted(good()) == painted(good())


@pytest.mark.parametrize("address", ["logo.png", "https://a.b/logo.png"])
def test_a_card_asks_for_no_file(address: str) -> None:
    """A page that names a file, by a relative address or a whole one, is refused by a sentence."""
    theme = replace(themes.load("modern"), logo=address)
    with pytest.raises(BriefError, match=r"asks for a file from outside") as refused:
        card.write(good(), Rendered("", theme))
    assert refused.value.message.values["name"] == card.NAME


@pytest.mark.parametrize("theme", ["modern", "sober"])
def test_no_letter_is_under_28_pixels(theme: str) -> None:
    """The card is read in the hand."""
    html = next(render_digest(good(), themes.load(theme), "card.html", ROOM))
    (page,) = HTML(string=html).render().pages
    sizes = {
        box.style["font_size"] for box in page._page_box.descendants() if getattr(box, "text", "").strip()
    }
    assert min(sizes) >= 28


def test_a_card_of_another_record_is_found(tmp_path: Path) -> None:
    """The proof holds for the record's own card, packed as it may be, and for no other."""
    folder = write(tmp_path, good(), page=None)
    (folder / "brief.json").write_bytes(record.write(good()).content)
    with Image.open(io.BytesIO(painted(good()))) as picture:
        picture.save(folder / CARD, compress_level=1)
    assert proved(prove_single, folder) == ()
    (folder / CARD).write_bytes(painted(replace(good(), title="M")))
    (finding,) = proved(prove_single, folder)
    assert "is not the picture that brief.json gives" in finding.message
    (folder / CARD).write_bytes(b"no picture")
    assert len(proved(prove_single, folder)) == 1
