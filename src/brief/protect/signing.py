"""An issue -> its signed copy: `brief.signed.pdf`, laid beside the files that are approved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from brief import shelf, whole
from brief.check.issue import PRINT, Issue, open_issue, theme_of
from brief.errors import TopicError
from brief.model import Brief
from brief.outputs import blank
from brief.outputs.line import line
from brief.protect import sign
from brief.protect.sign import Key, Mark
from brief.protect.timestamp import Server
from brief.words import words

# Points: the visible line may take two lines.
HEIGHT = 28


class Request(Struct, frozen=True):
    """The issue to be signed with the key of a PKCS#12 file, and a server of timestamps to ask."""

    issue: Path
    key: Path
    passphrase: str
    timestamp: str | None = None


def signed(request: Request, now: datetime) -> Path:
    """Sign the issue's brief.pdf and give the copy; an earlier one is replaced.

    What was approved stays as it is: a signature is written behind the file, and the copy is none of the
    files that the approval counts. Raises the errors of `open_issue`, `sign.key` and `sign.signed`, and
    `TopicError` where there is no PDF or no room for the line that tells of the signature.
    """
    issue = open_issue(request.issue)
    if issue.print is None:
        raise TopicError(
            "%(folder)s: has no brief.pdf, which alone is signed; build it with --to pdf.",
            folder=request.issue,
        )
    key = sign.key(request.key, request.passphrase)
    pdf = issue.print.read_bytes()
    stamper = Server(request.timestamp) if request.timestamp else None
    content = sign.signed(pdf, key, _mark(issue, pdf, key, now), now, stamper)
    target = request.issue / shelf.SIGNED
    try:
        whole.put(target, content)
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be written (%(reason)s); mend that and sign again.",
            path=target,
            reason=error.strerror,
        ) from error
    return target


def told(brief: Brief, name: str, now: datetime) -> str:
    """Who signed and when, in the words of the brief; the time is that of UTC."""
    said = words(brief.language, brief.locale)
    at = now.astimezone(UTC)
    return said.say(
        "Signed digitally by %(name)s, %(date)s at %(time)s UTC",
        name=name,
        date=said.date(at.date().isoformat()),
        time=said.digits(at.strftime("%H:%M")),
    )


def _mark(issue: Issue, pdf: bytes, key: Key, now: datetime) -> Mark:
    room = blank.room(pdf, HEIGHT)
    if room is None:
        raise TopicError(
            "%(file)s: neither the last page nor the first has room for the line that names the signer; "
            "build the issue with other --items or --words.",
            file=issue.folder / PRINT,
        )
    brief = issue.brief
    text = told(brief, key.name, now)
    size = (room.right - room.left, room.head - room.foot)
    return Mark(text, room, line(text, brief.language, brief.direction, size, theme_of(issue)))
