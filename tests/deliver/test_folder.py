"""The channel of folders and buckets: whole, with checksums, once."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from msgspec import structs

from brief import shelf
from brief.deliver import Correction, Parcel, Receipt, Recipient, folder, manifest, parcels
from brief.errors import TopicError
from brief.protect import handed
from tests.deliver.issues import NOW, approve, clock, issue

NAME = "souk/2024-W26"


def offered(reference: str | None = None) -> None:
    """A copy that was cut off is made again, so nobody is told that it may have arrived."""
    pytest.fail("a folder is never of unknown fate")


def delivered(parcel: Parcel, address: object, password: str | None = None) -> Receipt:
    """What became of a parcel for a place."""
    recipient = Recipient(channel="folder", address=str(address), password=password)
    return folder.deliver(parcel, recipient, clock, offered)


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    """An approved issue with a text in a folder of its own."""
    made = issue(tmp_path / "reports")
    (made / "sources").mkdir()
    (made / "sources" / "souk.txt").write_text("نص", "utf-8")
    approve(made)
    return parcels.parcel(made, drafts=False)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder that others read."""
    place = tmp_path / "share"
    place.mkdir()
    return place


@pytest.fixture
def bucket() -> Iterator[str]:
    """A bucket of a name that no other test has."""
    name = f"office-{uuid4().hex}"
    yield f"memory://{name}/briefs"
    MemoryFileSystem().rm(f"/{name}", recursive=True) if MemoryFileSystem().exists(f"/{name}") else None


def test_a_copy_is_whole_and_checked_by_a_common_tool(parcel: Parcel, share: Path) -> None:
    """Every file of the issue with its approval stands there, and `sha256sum` agrees."""
    receipt = delivered(parcel, share)
    assert (receipt.state, receipt.reference) == ("sent", f"{share}/{NAME}")
    copy = share / NAME
    made = manifest.decoded((copy / shelf.MANIFEST).read_bytes())
    assert made is not None
    assert set(made.files) == {*shelf.files(parcel.folder), "approval.json", "issue.json"}
    assert shelf.fingerprint(copy) == made.digest == parcel.digest
    checked = subprocess.run(["sha256sum", "--check", "--strict", shelf.SUMS], cwd=copy, check=False)  # noqa: S607
    assert checked.returncode == 0
    assert not [path for path in copy.parent.iterdir() if path != copy], "nothing is left beside it"


def test_the_same_issue_is_not_written_again(parcel: Parcel, share: Path) -> None:
    """The second delivery leaves every file as it is."""
    delivered(parcel, share)
    before = {path: path.stat().st_ino for path in (share / NAME).rglob("*")}
    assert delivered(parcel, share).state == "sent"
    assert {path: path.stat().st_ino for path in (share / NAME).rglob("*")} == before


def test_a_copy_that_was_damaged_is_made_again(parcel: Parcel, share: Path) -> None:
    """A file that is gone or other than its checksum is no copy."""
    delivered(parcel, share)
    (share / NAME / "brief.pdf").write_bytes(b"half")
    delivered(parcel, share)
    assert shelf.fingerprint(share / NAME) == parcel.digest


def test_another_edition_takes_the_place(parcel: Parcel, share: Path) -> None:
    """What the new edition has not is gone."""
    delivered(parcel, share)
    shutil.rmtree(parcel.folder / "sources")
    approve(parcel.folder)
    delivered(parcels.parcel(parcel.folder, drafts=False), share)
    assert not (share / NAME / "sources").exists()
    assert shelf.fingerprint(share / NAME) == shelf.fingerprint(parcel.folder)


def test_files_of_others_are_left_alone(parcel: Parcel, share: Path) -> None:
    """A folder that holds no copy is not replaced."""
    (share / NAME).mkdir(parents=True)
    (share / NAME / "budget.xlsx").write_bytes(b"theirs")
    receipt = delivered(parcel, share)
    assert receipt.state == "failed"
    assert [path.name for path in (share / NAME).iterdir()] == ["budget.xlsx"]


def test_a_share_that_is_not_mounted_gets_nothing(parcel: Parcel, tmp_path: Path) -> None:
    """The folder itself is never made: it would lie on this machine's own disk."""
    for address in (tmp_path / "away", "relative/folder", "file:///nowhere/at/all"):
        receipt = delivered(parcel, address)
        assert receipt.state == "failed"
        assert "there is no such folder" in str(receipt.detail)
    assert not (tmp_path / "away").exists()


def test_a_changed_issue_goes_nowhere(parcel: Parcel, share: Path) -> None:
    """What is copied is what the parcel's digest says."""
    (parcel.folder / "brief.pdf").write_bytes(b"other")
    with pytest.raises(TopicError, match="was changed"):
        delivered(parcel, share)
    assert not list(share.iterdir())


def test_a_bucket_holds_the_same(parcel: Parcel, bucket: str) -> None:
    """All files and their checksums, the manifest as the last."""
    receipt = delivered(parcel, bucket)
    assert (receipt.state, receipt.detail) == ("sent", None)
    files = _in(bucket)
    made = manifest.decoded(files[shelf.MANIFEST])
    assert made is not None
    assert manifest.sums({name: files[name] for name in made.files}) == made.files
    assert shelf.fingerprint_of(made.files) == parcel.digest


def test_a_bucket_shows_no_manifest_of_half_an_issue(parcel: Parcel, bucket: str) -> None:
    """The other side fails at any file: what a reader finds by a manifest is whole."""
    delivered(parcel, bucket)
    (parcel.folder / "brief.pdf").write_bytes(b"%PDF-1.7 another edition")
    approve(parcel.folder)
    changed = parcels.parcel(parcel.folder, drafts=False)
    pipe, count = MemoryFileSystem.pipe_file, len(_in(bucket))
    for number in range(count):
        with pytest.MonkeyPatch.context() as patch:
            left = iter(range(number))

            def failing(
                client: MemoryFileSystem, path: str, value: bytes, left: Iterator[int] = left
            ) -> None:
                if next(left, None) is None:
                    raise OSError(28, "No space left on device")
                pipe(client, path, value)

            patch.setattr(MemoryFileSystem, "pipe_file", failing)
            receipt = delivered(changed, bucket)
        assert receipt.state == "failed"
        assert "No space left" in str(receipt.detail)
        assert shelf.MANIFEST not in _in(bucket)
    assert delivered(changed, bucket).state == "sent"
    assert _in(bucket)["brief.pdf"] == b"%PDF-1.7 another edition"


def test_a_bucket_loses_what_the_new_edition_has_not(parcel: Parcel, bucket: str) -> None:
    """Files of the edition before are no part of this one."""
    delivered(parcel, bucket)
    shutil.rmtree(parcel.folder / "sources")
    approve(parcel.folder)
    delivered(parcels.parcel(parcel.folder, drafts=False), bucket)
    assert "sources/souk.txt" not in _in(bucket)


def test_a_bucket_is_not_written_again(parcel: Parcel, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second delivery puts nothing."""
    delivered(parcel, bucket)
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", offered)
    assert delivered(parcel, bucket).state == "sent"


def _in(bucket: str) -> dict[str, bytes]:
    """The files of the copy in a bucket."""
    inside = f"/{bucket.removeprefix('memory://')}/{NAME}/"
    client = MemoryFileSystem()
    return {path.removeprefix(inside): client.cat_file(path) for path in client.find(inside)}


def test_a_bucket_without_a_client_is_told(parcel: Parcel) -> None:
    """Which package is missing is said, and the rest of the recipients go on."""
    receipt = delivered(parcel, "nobody-knows://bucket")
    assert receipt.state == "failed"
    assert "has no client here" in str(receipt.detail)


def test_a_correction_marks_the_earlier_copy(parcel: Parcel, share: Path, tmp_path: Path) -> None:
    """Who opens the withdrawn copy finds which issue takes its place, and why."""
    delivered(parcel, share)
    later = parcels.parcel(issue(tmp_path / "reports", "2024-W27"), drafts=False)
    gone = Correction(issue=parcel.issue, folder=parcel.folder, reason="رقم خاطئ")
    delivered(structs.replace(later, corrects=gone), share)
    told = msgspec.json.decode((share / NAME / shelf.WITHDRAWN).read_bytes())
    assert (told["by"], told["reason"]) == ("2024-W27", "رقم خاطئ")
    assert shelf.fingerprint(share / NAME) == parcel.digest


def test_beside_a_locked_copy_nothing_is_told_of_what_was_wrong(
    parcel: Parcel, share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That it is withdrawn, and for which issue; why stands in the message of the sender alone."""
    monkeypatch.setattr(handed, "locked", lambda *_: b"locked")
    delivered(parcel, share, "HERS")
    later = parcels.parcel(issue(tmp_path / "reports", "2024-W27"), drafts=False)
    gone = Correction(issue=parcel.issue, folder=parcel.folder, reason="رقم خاطئ")
    delivered(structs.replace(later, corrects=gone), share, "HERS")
    told = msgspec.json.decode((share / NAME / shelf.WITHDRAWN).read_bytes())
    assert (told["by"], told["reason"]) == ("2024-W27", "")


def test_a_signed_copy_of_another_file_goes_nowhere(parcel: Parcel, share: Path) -> None:
    """What is laid beside an issue is looked at before it goes along."""
    signed = parcel.folder / shelf.SIGNED
    signed.write_bytes((parcel.folder / "brief.pdf").read_bytes() + b"signature")
    assert delivered(parcel, share).state == "sent"
    assert (share / NAME / shelf.SIGNED).read_bytes() == signed.read_bytes()
    signed.write_bytes(b"%PDF-1.7 another")
    with pytest.raises(TopicError, match="another file"):
        delivered(parcel, share)


def test_the_time_is_that_of_the_clock(parcel: Parcel, share: Path) -> None:
    """A receipt is dated by the clock that was given."""
    assert delivered(parcel, share).at == NOW.isoformat()


def test_a_password_without_a_variable_leaves_the_place_empty(parcel: Parcel, share: Path) -> None:
    """Nothing goes out in the open to who was to have it locked."""
    receipt = delivered(parcel, share, password="BRIEF_TEST_NOT_SET")  # noqa: S106 - the name of a variable
    assert receipt.state == "failed"
    assert "BRIEF_TEST_NOT_SET" in str(receipt.detail)
    assert not list(share.iterdir())
