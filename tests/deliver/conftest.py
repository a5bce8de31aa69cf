"""An office that shares issues: its reports, its file of recipients and a mail server for a while."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from brief.deliver import recipients
from brief.trust import trusting
from tests.deliver.issues import book
from tests.deliver.servers import Box, served


class Opened(Protocol):
    """Opens the office."""

    def __call__(self, box: Box, *people: str, more: str = "", lists: tuple[str, ...] = ()) -> Path:
        """The folder of reports of an office whose mail goes to `box` and whose list holds `people`.

        `more` are keys of [mail], `lists` other lines of the file.
        """


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Opens an office in the folder of the test, and closes its server afterwards."""
    monkeypatch.chdir(tmp_path)
    with ExitStack() as closing:

        def opened(box: Box, *people: str, more: str = "", lists: tuple[str, ...] = ()) -> Path:
            port = closing.enter_context(served(box))
            mail = ("[mail]", 'host = "127.0.0.1"', f"port = {port}", 'security = "none"')
            path = book(
                tmp_path / "office" / "recipients.toml",
                people,
                *mail,
                'sender = "brief@example.org"',
                more,
                *lists,
            )
            monkeypatch.setenv(recipients.VARIABLE, str(path))
            return tmp_path / "reports"

        yield opened
    trusting.cache_clear()
