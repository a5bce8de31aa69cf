"""The world outside as a request meets it: what it needs of it, and what comes of the request."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence

from msgspec import Struct

from brief.errors import Remark


class World(Struct, frozen=True):
    """What is outside: how names are looked up, whose certificates are believed, how a pause passes.

    `pause` waits for some seconds and says whether it was broken off.
    """

    resolve: Callable[[str], Sequence[str]]
    trust: Callable[[], ssl.SSLContext]
    pause: Callable[[float], bool]


class Fault(Struct, frozen=True, kw_only=True):
    """Why a request has no answer, as a sentence.

    `lasting` ones would meet every other request too; `passing` ones may be over after `wait` seconds;
    what is `large` may do in two parts.
    """

    said: Remark
    lasting: bool = False
    passing: bool = False
    large: bool = False
    wait: float | None = None


class Answered(Struct, frozen=True):
    """What came of a request: the `text` of the answer, or a fault, or neither where the model refused."""

    text: str | None = None
    cut: bool = False
    fault: Fault | None = None
