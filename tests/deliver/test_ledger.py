"""The ledger of deliveries: what is written stays, and older files are brought up to date."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec import structs

from brief.deliver import Parcel, Recipient, ledger
from brief.deliver.ledger import MIGRATIONS, VERSION, Event, Had
from brief.errors import TopicError

# Written by the first version of the program, and never again.
FIRST = Path(__file__).parent / "ledger-1.sqlite"
PARCEL = Parcel(topic="souk", issue="2024-W26", folder=Path("reports/souk/2024-W26"), digest="d1")
ONE = Recipient(channel="mail", address="One@example.org")


def version(path: Path) -> int:
    """The version that a file says it has."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_ledger_has_the_version_of_today(tmp_path: Path) -> None:
    """Every migration runs on a file that was not there."""
    with ledger.opened(tmp_path / "reports" / "ledger.sqlite") as known:
        assert known.entry(PARCEL, ONE) is None
    assert version(tmp_path / "reports" / "ledger.sqlite") == VERSION == len(MIGRATIONS) == 3


def test_a_ledger_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    """Nothing of an old file is lost, and its last states begin the histories."""
    path = tmp_path / "ledger.sqlite"
    shutil.copyfile(FIRST, path)
    assert version(path) == 1
    with ledger.opened(path) as known:
        entries = known.entries("souk", "2024-W25")
        told = [(one.recipient, one.state, one.message_id, known.history(one)) for one in entries]
    assert told == [
        (
            "one@example.org",
            "sent",
            "<1@example.org>",
            (Event("sent", "2024-06-24T06:00:02+00:00", "250 OK"),),
        ),
        (
            "two@example.org",
            "refused",
            "<2@example.org>",
            (Event("refused", "2024-06-24T06:00:03+00:00", "550"),),
        ),
        ("three@example.org", "offered", "<3@example.org>", (Event("offered", "2024-06-24T06:00:04+00:00"),)),
    ]
    assert version(path) == VERSION


def test_a_migration_that_breaks_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a migration is none."""
    path = tmp_path / "ledger.sqlite"
    shutil.copyfile(FIRST, path)
    broken = (*MIGRATIONS[:1], "CREATE TABLE event (id INTEGER); SELECT no_such_function()")
    monkeypatch.setattr(ledger, "MIGRATIONS", broken)
    with pytest.raises(TopicError, match="cannot be read or written"), ledger.opened(path):
        pass
    monkeypatch.undo()
    with ledger.opened(path) as known:
        assert len(known.entries("souk", "2024-W25")) == 3


def test_a_newer_ledger_is_refused_as_it_is(tmp_path: Path) -> None:
    """A program never writes into what it does not know."""
    path = tmp_path / "ledger.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(TopicError, match="version 99"), ledger.opened(path):
        pass
    assert path.read_bytes() == before


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    """Rubbish is neither read nor overwritten."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"no ledger at all, but long enough to be looked at" * 20)
    with pytest.raises(TopicError, match=r"ledger of deliveries cannot be read"), ledger.opened(path):
        pass
    assert path.read_bytes().startswith(b"no ledger")


def test_every_state_is_kept_and_the_first_name_stays(tmp_path: Path) -> None:
    """The last state stands in the delivery, all of them in its history; a Message-ID never changes."""
    with ledger.opened(tmp_path / "ledger.sqlite") as known:
        known.record(PARCEL, ONE, Event("prepared", "t1"))
        known.record(PARCEL, ONE, Event("offered", "t2"), "<a@x>")
        known.record(PARCEL, ONE, Event("unknown", "t3", "lost"), "<b@x>")
        entry = known.entry(PARCEL, structs.replace(ONE, address="one@EXAMPLE.org"))
        assert entry is not None
        assert (entry.state, entry.began, entry.at, entry.message_id) == ("unknown", "t1", "t3", "<a@x>")
        assert [event.state for event in known.history(entry)] == ["prepared", "offered", "unknown"]


def test_who_had_an_edition_is_who_may_have_it(tmp_path: Path) -> None:
    """Refused and failed did not get it; offered and unknown may have, whatever was done since."""
    with ledger.opened(tmp_path / "ledger.sqlite") as known:
        for state in ("sent", "refused", "failed", "offered", "unknown"):
            known.record(PARCEL, Recipient(channel="mail", address=f"{state}@x"), Event(state, "t"))
        known.record(PARCEL, Recipient(channel="mail", address="unknown@x"), Event("prepared", "t"))
        had = known.had("souk", "2024-W26", "another digest")
        assert [one.recipient.address for one in had] == ["sent@x", "offered@x", "unknown@x"]
        assert [(one.recipient.password, one.is_known) for one in had] == [(None, True)] * 3
        assert known.had("souk", "2024-W26", "d1") == ()


def test_who_had_it_under_a_password_is_known_by_it(tmp_path: Path) -> None:
    """Also when somebody settled the delivery who does not know of it."""
    with ledger.opened(tmp_path / "ledger.sqlite") as known:
        locked = structs.replace(ONE, password="HERS")  # noqa: S106 - the name of a variable
        known.record(PARCEL, locked, Event("offered", "t1"))
        known.record(PARCEL, ONE, Event("sent", "t2"))
        assert known.had("souk", "2024-W26", "another digest") == (Had(locked, is_known=True),)


def test_of_a_ledger_that_kept_no_passwords_nobody_knows_them(tmp_path: Path) -> None:
    """Nor does who settles such a delivery, or offers it again in the open."""
    path = tmp_path / "ledger.sqlite"
    shutil.copyfile(FIRST, path)
    three = Recipient(channel="mail", address="three@example.org")
    with ledger.opened(path) as known:
        (entry,) = [one for one in known.entries("souk", "2024-W25") if one.recipient == three.address]
        was = structs.replace(PARCEL, issue="2024-W25", digest=entry.digest)
        known.record(was, three, Event("sent", "t"))
        had = known.had("souk", "2024-W25", "another digest")
    assert [(one.recipient.address, one.is_known) for one in had] == [
        ("one@example.org", False),
        ("three@example.org", False),
    ]


def test_counting_brings_nothing_up_to_date(tmp_path: Path) -> None:
    """A file of an older version is counted as it is, one of a newer version is not."""
    path = tmp_path / "ledger.sqlite"
    shutil.copyfile(FIRST, path)
    before = path.read_bytes()
    path.chmod(0o400)
    assert ledger.counted(path, "souk") == {"2024-W25": 3}
    assert path.read_bytes() == before
    path.chmod(0o600)
    path.write_bytes(b"")
    assert ledger.counted(path, "souk") == {}
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(TopicError, match="version 99"):
        ledger.counted(path, "souk")


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    """A state that cannot be written is an error, and the one before stands."""
    path = tmp_path / "ledger.sqlite"
    with ledger.opened(path) as known:
        known.record(PARCEL, ONE, Event("prepared", "t1"))
        pages = known._connection.execute("PRAGMA page_count").fetchone()[0]
        known._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(TopicError, match="full"):
            known.record(PARCEL, ONE, Event("offered", "t2", "x" * 100_000))
    with ledger.opened(path) as known:
        entry = known.entry(PARCEL, ONE)
        assert entry is not None
        assert entry.state == "prepared"


def test_looking_writes_nothing(tmp_path: Path) -> None:
    """Where there is no ledger none is made, and one that is there stays byte for byte."""
    path = tmp_path / "ledger.sqlite"
    with ledger.looked_at(path) as known:
        assert known is None
    assert not path.exists()
    with ledger.opened(path) as made:
        made.record(PARCEL, ONE, Event("sent", "t"))
    before = path.read_bytes()
    with ledger.looked_at(path) as known:
        assert known is not None
        assert len(known.entries("souk", "2024-W26")) == 1
        with pytest.raises(TopicError, match="readonly"):
            known.record(PARCEL, ONE, Event("failed", "t"))
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["ledger.sqlite"]
