"""An issue -> its copy under a password: `brief.locked.pdf`, laid beside the files that are approved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brief import shelf, whole
from brief.check.issue import PRINT
from brief.deliver import recipients
from brief.deliver.recipients import is_called
from brief.errors import TopicError, UsageError
from brief.outputs import record
from brief.protect import encrypt, passwords


def variable_of(address: str, folder: Path, environment: Mapping[str, str]) -> str:
    """The variable that holds the password of a recipient of the issue in `folder`.

    Raises the errors of `recipients.load`, and `UsageError` where nobody of that address has a password.
    """
    path = recipients.place(environment)
    for one in recipients.load(path, folder.resolve().parent.parent).recipient:
        if is_called(one, address) and one.password:
            return one.password
    raise UsageError(
        "--for: nobody with the address '%(address)s' has a password in %(path)s; "
        'add password = "NAME_OF_A_VARIABLE" to the [[recipient]].',
        address=address,
        path=path,
    )


def locked(folder: Path, secret: str) -> Path:
    """Write the copy of the issue in `folder` and give it; an earlier one is replaced.

    Raises `TopicError` where there is no issue or no PDF, or the copy cannot be written, and
    `PasswordError` for a password that protects nothing.
    """
    record.load(folder / "brief.json")
    target = folder / shelf.LOCKED
    fit = passwords.fit(secret, "--password-from")
    try:
        whole.put(target, encrypt.encrypted((folder / PRINT).read_bytes(), fit), mode=0o600)
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be read or written (%(reason)s); mend that and encrypt again.",
            path=error.filename or target,
            reason=error.strerror,
        ) from error
    return target
