"""The commands sign, encrypt, verify and prune as a person types them."""

import json
from pathlib import Path

import pytest

from brief import shelf
from brief.deliver import Receipt, Recipient, parcels
from brief.deliver import folder as channel
from tests.deliver.issues import clock
from tests.protect.keys import PASSPHRASE, SIGNER, put
from tests.topics import run


def _unmarked(reference: str | None = None) -> None:
    """No delivery to a folder is of unknown fate."""


def delivered(folder: Path, share: Path, password: str | None = None) -> Receipt:
    """What becomes of the issue for a folder that others read."""
    share.mkdir()
    recipient = Recipient(channel="folder", address=str(share), password=password)
    return channel.deliver(parcels.parcel(folder, drafts=False), recipient, clock, _unmarked)


def test_an_issue_is_signed_and_the_copy_proved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase is taken from the environment, the path of the copy is told."""
    bundle, certificate = put(folder.parent)
    monkeypatch.setenv("BRIEF_SIGN_PASSWORD", PASSPHRASE)
    done = run("sign", folder, "--with", bundle)
    assert (done.code, done.out.strip(), done.err) == (0, str(folder / shelf.SIGNED), "")
    proved = run("verify", folder / shelf.SIGNED, "--trust", certificate)
    assert (proved.code, proved.err) == (0, "")
    assert SIGNER in proved.out
    assert all(line.startswith("holds: ") for line in proved.out.splitlines())


def test_what_does_not_hold_ends_with_three(folder: Path) -> None:
    """A changed source is told, and a machine finds it in a line of JSON."""
    text = next((folder / "sources").iterdir())
    text.write_bytes(text.read_bytes() + b"!")
    done = run("verify", folder, "--json")
    assert done.code == 3
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert {one["subject"] for one in lines if one["holds"] is False} == {"anchors", "approval"}
    assert all(one["message"] for one in lines)


def test_what_cannot_be_asked_for_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe nobody types a password."""
    bundle, _ = put(folder.parent)
    monkeypatch.delenv("BRIEF_SIGN_PASSWORD", raising=False)
    assert run("sign", folder, "--with", bundle).code == 2
    assert run("encrypt", folder).code == 2
    assert run("encrypt", folder, "--for", "a@example.org", "--password-from", "X").code == 2
    assert run("encrypt", folder, "--password-from", "BRIEF_TEST_NOT_SET").code == 1
    assert not {shelf.SIGNED, shelf.LOCKED} & {path.name for path in folder.iterdir()}


def test_a_copy_is_locked_and_says_what_it_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its path on the output, that it is no PDF/A beside."""
    monkeypatch.setenv("HERS", "كلمة سر للاختبار")
    done = run("encrypt", folder, "--password-from", "HERS")
    assert (done.code, done.out.strip()) == (0, str(folder / shelf.LOCKED))
    assert "PDF/A" in done.err


def test_nothing_goes_before_it_was_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --yes the list alone; with it what was listed."""
    monkeypatch.chdir(folder.parent.parent.parent)
    place = folder.parent
    old = place / "2023-01-01"
    old.mkdir()
    (old / "brief.json").write_bytes(bytes(2_000_000))
    shown = run("prune", "souk", "--keep", "1")
    assert (shown.code, shown.out) == (0, "issue 2023-01-01 2.0 MB\n")
    assert "--yes" in shown.err
    assert old.is_dir()
    gone = run("prune", "souk", "--keep", "1", "--yes")
    assert (gone.code, gone.out) == (0, shown.out)
    assert not old.exists()
    assert folder.is_dir()
    assert run("prune", "souk", "--keep", "0").code == 2


def test_a_delivered_copy_is_proved_by_its_manifest(folder: Path, tmp_path: Path) -> None:
    """Every file of a share against what was delivered, also of one that is locked."""
    share = tmp_path / "share"
    delivered(folder, share)
    copy = share / "souk" / folder.name
    assert run("verify", copy).code == 0
    (copy / "brief.html").write_bytes(b"slipped in")
    assert run("verify", copy).code == 3
    (copy / "brief.html").unlink()
    (copy / "issue.json").unlink()
    assert run("verify", copy).code == 3


def test_a_locked_copy_is_all_that_is_delivered(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A recipient with a password finds the encrypted PDF and its checksum, and no second delivery."""
    monkeypatch.setenv("HERS", "كلمة سر للاختبار")
    assert delivered(folder, tmp_path / "share", "HERS").state == "sent"
    copy = tmp_path / "share" / "souk" / folder.name
    assert {path.name for path in copy.iterdir()} == {shelf.LOCKED, shelf.MANIFEST, shelf.SUMS}
    assert run("verify", copy).code == 0
    (copy / shelf.LOCKED).write_bytes(b"another")
    assert run("verify", copy).code == 3
