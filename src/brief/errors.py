"""What can go wrong, each with a sentence that says what, where and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class Remark(str):
    """An English sentence that keeps what it is made of, so that a terminal can say it in another language.

    `template` is the key of the catalogue, and `values` fill its `%(name)s`; a value that is such a
    sentence itself is said in that language too.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        """The sentence, filled; without values it stands as it is, percent signs included."""
        said = super().__new__(cls, template % values if values else template)
        said.template, said.values = template, values
        return said


def joined(parts: Iterable[str], between: str = " ") -> Remark:
    """Sentences or parts of one, one behind the other."""
    values: dict[str, object] = {str(number): part for number, part in enumerate(parts)}
    return Remark(between.join(f"%({number})s" for number in values), **values)


class BriefError(Exception):
    """The input or the result is not fit; the message is a sentence for the analyst."""

    exit_code = 1

    def __init__(self, message: str, **values: object) -> None:
        self.message = message if isinstance(message, Remark) else Remark(message, **values)
        super().__init__(self.message)


class UsageError(BriefError):
    """An option of the command cannot be followed."""

    exit_code = 2


class TopicError(BriefError):
    """The topic's folder or its brief.toml cannot be used."""


class SourceError(BriefError):
    """One source cannot be used; the pipeline turns it into a note and goes on.

    `kind` names the reason for the catalogue of the brief's language (`reason:<kind>`);
    `language` is the code of the language it was found to be in, `und` where that is not known.
    """

    def __init__(self, message: str, kind: str, language: str = "und", **values: object) -> None:
        super().__init__(message, **values)
        self.kind = kind
        self.language = language


class FontError(BriefError):
    """A font that the theme needs is not there or cannot be read back from the page."""


class GateError(BriefError):
    """A built brief does not hold what it promises, so it is not put into reports/."""

    exit_code = 3


def of_system(error: OSError, place: object = ".") -> TopicError:
    """What the system refused (a full disk, a file of somebody else), as a sentence.

    `place` is where the work was done, for an error that names no file.
    """
    if error.args and isinstance(error.args[0], list):  # shutil tells of each file that it could not copy
        place, _, reason = error.args[0][0]
        return of_system(OSError(None, str(reason)), place)
    return TopicError(
        "%(path)s: cannot be read or written (%(reason)s); mend that and run the command again.",
        path=error.filename if isinstance(error.filename, str) else place,
        reason=error.strerror or type(error).__name__,
    )
