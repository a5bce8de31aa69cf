"""Users, their attempts and their cookies."""

import time
from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer

from brief.errors import TopicError, UsageError
from brief.site import sessions, users
from brief.site.attempts import MOST_BY_ADDRESS, MOST_BY_NAME, SECONDS, Attempts
from brief.site.sessions import Sessions
from brief.site.users import Door

PASSWORD = "correct horse battery"  # noqa: S105 - of nobody
SECRET = b"s" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one user."""
    users.put(tmp_path / "users.json", "Amina", PASSWORD)
    return tmp_path / "users.json"


def test_passwords_are_kept_as_hashes_for_the_owner_alone(path: Path) -> None:
    """The file holds no password and is closed to others."""
    text = path.read_text("utf-8")
    assert PASSWORD not in text
    assert "$argon2id$" in text
    assert path.stat().st_mode & 0o777 == 0o600


def test_only_the_right_password_opens(path: Path) -> None:
    """A wrong one, another's, an empty one and a stranger's do not."""
    users.put(path, "نورة", "another good password")
    door = Door(path)
    assert door.opens(users.key("AMINA"), PASSWORD)
    assert door.opens(users.key("نورة"), "another good password")
    assert not door.opens("amina", "another good password")
    assert not door.opens("amina", "")
    assert not door.opens("amina", f"{PASSWORD} ")
    assert not door.opens("stranger", PASSWORD)


def test_a_change_counts_at_once(path: Path) -> None:
    """A new password, a removed user and a file that is gone take effect without a new start."""
    door = Door(path)
    users.put(path, "amina", "a new one, quite long")
    assert not door.opens("amina", PASSWORD)
    assert door.opens("amina", "a new one, quite long")
    users.remove(path, "Amina")
    assert not door.opens("amina", "a new one, quite long")
    path.unlink()
    assert door.hashed("amina") is None


def test_a_file_that_others_can_read_is_refused(path: Path) -> None:
    """Hashes that lie open are told, not used."""
    path.chmod(0o640)
    with pytest.raises(TopicError, match="chmod 600"):
        Door(path)


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"schema": "users/9"}', b'{"hashes": {"a": "\xff"}}'])
def test_a_broken_file_is_refused(path: Path, content: bytes) -> None:
    """What is no file of users is told."""
    path.write_bytes(content)
    with pytest.raises(TopicError, match="cannot be read"):
        Door(path)


@pytest.mark.parametrize(
    ("name", "password"), [("", PASSWORD), ("n" * 65, PASSWORD), ("n", "short"), ("n", "p" * 1025)]
)
def test_names_and_passwords_of_no_use_are_refused(path: Path, name: str, password: str) -> None:
    """Nothing is written for them."""
    before = path.read_bytes()
    with pytest.raises(UsageError):
        users.put(path, name, password)
    assert path.read_bytes() == before


def test_a_stranger_cannot_be_removed(path: Path) -> None:
    """Removing nobody is told."""
    with pytest.raises(UsageError, match="no user"):
        users.remove(path, "stranger")


def test_a_stranger_takes_as_long_as_a_user(path: Path) -> None:
    """How long an answer takes does not tell which names there are."""
    door = Door(path)

    def seconds(name: str) -> float:
        start = time.perf_counter()
        door.opens(name, "wrong")
        return time.perf_counter() - start

    assert min(seconds("stranger") for _ in range(3)) > min(seconds("amina") for _ in range(3)) / 4


def test_a_cookie_names_its_user(path: Path) -> None:
    """What is handed out is known again; anything else is nobody's."""
    known = Sessions(SECRET, Door(path))
    cookie = known.cookie("amina")
    assert known.user(cookie) == "amina"
    assert Sessions(b"t" * 32, Door(path)).user(cookie) is None
    for wrong in (None, "", "x", cookie[:-1], cookie + "x", "." + cookie):
        assert known.user(wrong) is None


def test_a_cookie_ends_with_its_password(path: Path) -> None:
    """A new password or a removed user ends what was signed in before."""
    known = Sessions(SECRET, Door(path))
    cookie = known.cookie("amina")
    users.put(path, "amina", "a new one, quite long")
    assert known.user(cookie) is None
    cookie = known.cookie("amina")
    assert known.user(cookie) == "amina"
    users.remove(path, "amina")
    assert known.user(cookie) is None


def test_a_cookie_grows_old(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After twelve hours one signs in again."""
    known = Sessions(SECRET, Door(path))
    cookie = known.cookie("amina")
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + sessions.SECONDS - 5)
    assert known.user(cookie) == "amina"
    monkeypatch.setattr("time.time", lambda: now + sessions.SECONDS + 5)
    assert known.user(cookie) is None


@pytest.mark.parametrize("content", ["amina", ["amina"], ["amina", 1], [1, "x"], {"a": 1}, None])
def test_another_signed_content_is_nobodys(path: Path, content: object) -> None:
    """Even what carries the right signature must be a session."""
    signed = URLSafeTimedSerializer(SECRET, salt="brief site session").dumps(content)
    assert Sessions(SECRET, Door(path)).user(str(signed)) is None


def test_attempts_are_limited_by_name() -> None:
    """From however many addresses, a name has eight attempts in a quarter of an hour."""
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    assert all(attempts.begin("amina", f"10.0.0.{at}") for at in range(MOST_BY_NAME))
    assert not attempts.begin("amina", "10.0.1.1")
    assert attempts.begin("other", "10.0.0.1")
    now[0] = SECONDS - 1
    assert not attempts.begin("amina", "10.0.0.1")
    now[0] = SECONDS
    assert attempts.begin("amina", "10.0.0.1")


@pytest.mark.parametrize("address", ["10.0.0.{}", "2001:db8::{}"])
def test_attempts_are_limited_by_address(address: str) -> None:
    """With however many names, an address has forty; one household's IPv6 network counts as one."""
    attempts = Attempts(lambda: 0.0)
    one = address.format(1)
    assert all(attempts.begin(f"n{at}", one) for at in range(MOST_BY_ADDRESS))
    assert not attempts.begin("fresh", one)
    assert attempts.begin("fresh", address.format(2)) is (":" not in address)


def test_those_who_know_their_password_are_not_limited() -> None:
    """A whole office may sign in from one address, and success clears a name."""
    attempts = Attempts(lambda: 0.0)
    for at in range(3 * MOST_BY_ADDRESS):
        assert attempts.begin(f"n{at % 5}", "10.0.0.1")
        attempts.succeeded(f"n{at % 5}", "10.0.0.1")


def test_the_count_of_attempts_does_not_grow_forever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names made up by the thousand do not fill the memory."""
    monkeypatch.setattr("brief.site.attempts._MOST_KEYS", 100)
    attempts = Attempts(lambda: 0.0)
    for at in range(1000):
        attempts.begin(f"n{at}", f"10.0.{at // 250}.{at % 250}")
    assert len(attempts._times) <= 102
