"""The logo of an office at the head of the first page, where Word can place it."""

from __future__ import annotations

import base64

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from msgspec import Struct

from brief.outputs.word import pictures
from brief.themes import Theme

RELATION = "rIdLogo"
# Millimetres, as on the pages; a wide one is lower, so that it leaves room for the marking.
_HEIGHT, _WIDEST = 12.0, 90.0
# The numbers below are those of charts.
_NUMBER = 1000


class Logo(Struct, frozen=True):
    """A picture of the theme: its file and size in millimetres."""

    content: bytes
    media: str
    ending: str
    width: float
    height: float


def logo_of(theme: Theme) -> Logo | None:
    """The theme's logo; none where it has none, or one that Word cannot place, such as an SVG."""
    head, _, coded = (theme.logo or "").partition(";base64,")
    if head not in {"data:image/png", "data:image/jpeg"}:
        return None
    content = base64.b64decode(coded)
    try:
        image = Image.from_blob(content)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return None
    ratio = image.px_width / max(1, image.px_height)
    height = min(_HEIGHT, _WIDEST / max(ratio, 1e-3))
    return Logo(content, image.content_type, image.ext, height * ratio, height)


def placed(logo: Logo) -> str:
    """The run that holds the logo, which decorates."""
    return pictures.placed(RELATION, f'id="{_NUMBER}" name="logo" descr=""', logo.width, logo.height)
