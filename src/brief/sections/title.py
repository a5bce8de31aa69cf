"""The sections of a brief in page order, and their titles."""

from __future__ import annotations

from brief.messages import catalogue
from brief.model import Facet

SECTION_IDS = ("summary", *(facet.value for facet in Facet), "indicators")


def title(id_: str, language: str) -> str:
    """The title of a section in the brief's language."""
    return catalogue(language).gettext(id_.capitalize())
