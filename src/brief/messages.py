"""The words of the interface in the brief's language, from a gettext catalogue.

`languages/<code>/messages.po` is the only place where headings, labels and sentences of
the brief's frame are written; Babel reads it, plural forms included.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from brief.language import resource


@cache
def catalogue(code: str) -> GNUTranslations:
    """The catalogue of `languages/<code>/messages.po`; message ids are English."""
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(resource(code, "messages.po")), locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
