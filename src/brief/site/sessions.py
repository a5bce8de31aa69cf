"""Who is signed in, as a signed cookie: it holds a name, and ends with the password it was given for."""

from __future__ import annotations

import hmac

from itsdangerous import BadData, URLSafeTimedSerializer

from brief.identity import digest
from brief.site.users import Door

SECONDS = 12 * 3600
_SALT = "brief site session"


class Sessions:
    """Gives out and reads cookies signed with `secret`: with another secret all end."""

    def __init__(self, secret: bytes, door: Door) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt=_SALT)
        self._door = door

    def cookie(self, name: str) -> str:
        """What a signed-in user carries, by her key."""
        return str(self._signer.dumps([name, self._mark(name)]))

    def user(self, cookie: str | None) -> str | None:
        """Whose cookie it is, None where it is none of ours, too old, or its user has another password."""
        try:
            name, mark = self._signer.loads(cookie or "", max_age=SECONDS)
        except (BadData, ValueError, TypeError):
            return None
        known = isinstance(name, str) and isinstance(mark, str) and self._door.hashed(name) is not None
        return name if known and hmac.compare_digest(mark, self._mark(name)) else None

    def _mark(self, name: str) -> str:
        return digest(self._door.hashed(name) or "")[:16]
