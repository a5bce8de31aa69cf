"""Pages of a small brief as pictures, and how far two pictures are apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import PdfDocument

from brief import themes
from brief.messages import catalogue
from brief.outputs import record

HERE = Path(__file__).parent
FAILED = HERE / "failed"
DPI = 45
# A variant of the brief: theme, frame language, locale.
VARIANTS = {
    "modern": ("modern", "ar", "ar"),
    "sober-eastern": ("sober", "ar", "ar_EG@numbers=arab"),
    "modern-english": ("modern", "en", "en"),
}
SHOWN = (1, 2, 4)
# Another release of the type engine moves an edge by a part of a pixel: what is darker or lighter by less
# counts for nothing, and so do so many pixels of a thousand.
NOTICED, TOLERATED = 60, 1.5


@cache
def drawn(variant: str) -> tuple[Image.Image, ...]:
    """The pages of a variant in greys, the first one first."""
    from brief.outputs import Rendered, pdf  # noqa: PLC0415 - WeasyPrint loads when a page is wanted
    from brief.render import render  # noqa: PLC0415

    theme, language, locale = VARIANTS[variant]
    look = themes.load(theme)
    brief = record.load(HERE / "brief.json")
    said = catalogue(language).gettext
    brief = msgspec.structs.replace(
        brief,
        sections=tuple(
            msgspec.structs.replace(one, title=said(one.id.capitalize())) for one in brief.sections
        ),
        theme=theme,
        language=language,
        locale=locale,
        direction="rtl" if language == "ar" else "ltr",
    )
    content = pdf.write(brief, Rendered(render(brief, look), look)).content
    with PdfDocument(content) as document:
        return tuple(page.render(scale=DPI / 72, grayscale=True).to_pil().copy() for page in document)


def golden(variant: str, page: int) -> Path:
    """Where the picture of a page is kept, counted from 1."""
    return HERE / "golden" / f"{variant}-{page}.png"


def difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """What tells two pictures of one size apart, the more the lighter; edges are softened first."""
    soft = [image.convert("L").filter(ImageFilter.BoxBlur(1)) for image in (one, other)]
    return ImageChops.difference(*soft)


def apart(one: Image.Image, other: Image.Image) -> float:
    """How many of a thousand pixels tell two pictures apart; all of them where the sizes differ."""
    if one.size != other.size:
        return 1000.0
    return 1000.0 * float(np.mean(np.asarray(difference(one, other)) > NOTICED))


def told(name: str, was: Image.Image, is_: Image.Image) -> str:
    """Both pictures and their difference are left in `failed/`; the sentence says where."""
    FAILED.mkdir(exist_ok=True)
    left = {"was": was, "is": is_}
    if was.size == is_.size:
        left["difference"] = difference(was, is_)
    for kind, image in left.items():
        image.save(FAILED / f"{name}-{kind}.png")
    return (
        f"{name} looks otherwise than before ({apart(was, is_):.1f} of a thousand pixels, {TOLERATED} are "
        f"tolerated): see {FAILED / name}-*.png; where it is meant, run `make pictures`."
    )
