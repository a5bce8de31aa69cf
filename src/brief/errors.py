"""What can go wrong, each with a sentence that says what, where and what to do."""


class BriefError(Exception):
    """The input or the result is not fit; the message is a sentence for the analyst.

    A message with `values` is the id of a sentence whose `%(name)s` they fill, so that the
    command line can say it in another language.
    """

    exit_code = 1

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message = message
        self.values = values


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

    def __init__(self, message: str, kind: str, language: str = "und") -> None:
        super().__init__(message)
        self.kind = kind
        self.language = language


class FontError(BriefError):
    """A font that the theme needs is not there or cannot be read back from the page."""


class GateError(BriefError):
    """A built brief does not hold what it promises, so it is not put into reports/."""

    exit_code = 3
