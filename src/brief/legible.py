"""Whether what an office sets in its own type can be copied, searched and read aloud, and is seen on screens.

The type of the themes in the package is proved by tests; that of an office is measured when a
brief is built, on the words of that brief, since a poor font still prints well. Type whose maker keeps
it out of pages prints well too, but a screen shows one of its kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from brief import themes
from brief.check.readout import open_print
from brief.check.text_layer import FLOOR, POOR, least_share, texts
from brief.errors import FontError
from brief.fonts import Family
from brief.model import Brief, Note
from brief.themes import Theme

# The formats whose words are read again out of the type that they are set in.
READ_OUT = {"pdf", "onepage"}
# The kind of the note on type that no page may carry.
KEPT_BACK = "face"


def poor_families(brief: Brief, theme: Theme, formats: Collection[str]) -> Iterator[tuple[Note, FontError]]:
    """A note for the reader and a warning for the office, for an own family that loses words or stays behind.

    Only what befalls a file of these `formats` is told: print loses words, a page its type. Raises
    `FontError` for a family whose files are no type.
    """
    known = {family for name in themes.bundled() for family in themes.load(name).families}
    own = [family for family in theme.families if family not in known]
    for family in own:
        _open(family)
    for family in own:
        if READ_OUT.intersection(formats) and (share := _share(brief, family, theme)) < FLOOR:
            yield Note(POOR, f"{family.name}, {share:.0%}"), _warning(family, share)
        if "html" in formats and not _goes_along(family):
            yield Note(KEPT_BACK, family.name), _left_behind(family)


def _share(brief: Brief, family: Family, theme: Theme) -> float:
    """The share of the words of the brief that can be found again, set in the family's poorest face."""
    said = tuple(texts(brief))
    return min(_share_in(said, family, weight, theme) for weight, _ in family.faces)


def _share_in(said: tuple[str, ...], family: Family, weight: int, theme: Theme) -> float:
    from brief.outputs.pdf import sample  # noqa: PLC0415 - only an office's own type needs a renderer here

    with open_print(sample(said, family, weight, theme)) as readout:
        return least_share(said, readout)


def _goes_along(family: Family) -> bool:
    from brief.outputs.lettering import goes_along  # noqa: PLC0415 - see _share_in

    return all(goes_along(family, weight) for weight, _ in family.faces)


def _open(family: Family) -> None:
    from brief.outputs.spelled import spelling  # noqa: PLC0415 - see _share_in

    for path in (family.path(weight) for weight, _ in family.faces):
        try:
            spelling(path)
        except Exception as error:  # What only begins like a font breaks a parser in any way it likes.
            raise FontError(
                "font: %(family)s cannot be used, %(file)s is no whole font (%(reason)s); "
                "put another file there.",
                family=family.name,
                file=path.name,
                reason=str(error) or type(error).__name__,
            ) from error


def _warning(family: Family, share: float) -> FontError:
    return FontError(
        "theme: only %(share)s of the words set in %(family)s can be found again in the PDF, so search, "
        "copying and reading aloud fail for the others, and the note on method says so; "
        "another family mends it.",
        share=f"{share:.0%}",
        family=family.name,
    )


def _left_behind(family: Family) -> FontError:
    return FontError(
        "theme: the maker of %(family)s does not let it be embedded in a page, so brief.html is shown in "
        "type that the reader's machine has, and the note on method says so; another family mends it.",
        family=family.name,
    )
