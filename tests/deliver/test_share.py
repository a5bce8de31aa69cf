"""Who gets an issue and who does not, when it is shared once, again, corrected, or by two at once."""

import email
import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.policy import default
from pathlib import Path

import pytest

from brief import approval, lock, shelf
from brief.deliver import (
    Receipt,
    UnreachableError,
    accounts,
    ledger,
    parcels,
    recipients,
    sending,
    share,
    withdrawn,
)
from brief.errors import TopicError, UsageError
from brief.protect import handed
from brief.protect.passwords import PasswordError
from tests.deliver.conftest import Opened
from tests.deliver.issues import NOW, PDF, approve, clock, issue
from tests.deliver.servers import Box
from tests.topics import run

VARIABLE = "BRIEF_PASSWORD_1"
ONE, TWO, THREE = "one@example.org", "two@example.org", "three@example.org"


def sent(folder: Path, **asked: object) -> list[Receipt]:
    """The receipts of a share that never waits."""
    request = sending.Request(issue=folder, **asked)  # type: ignore[arg-type]  # fields of a request
    return list(sending.send(request, clock, lambda _: None))


def states(receipts: list[Receipt]) -> dict[str, str]:
    """What became of each."""
    return {one.recipient: one.state for one in receipts}


def test_everybody_gets_it_once(office: Opened) -> None:
    """A second share sends nothing and says that all is done."""
    box = Box()
    folder = issue(office(box, ONE, TWO))
    assert states(sent(folder)) == {ONE: "sent", TWO: "sent"}
    assert sent(folder) == []
    told = run("share", folder)
    assert (told.code, len(box.arrived)) == (0, 2)


def test_the_list_is_read_once_for_a_share(office: Opened) -> None:
    """Somebody who writes into it meanwhile stops nobody half way: the next share reads it anew."""
    path = Path()

    def spoil(verb: str, _to: str) -> None:
        if verb == "DONE":
            path.write_text("[mail]\n", "utf-8")

    box = Box(spoil)
    folder = issue(office(box, ONE, TWO))
    path = recipients.place(os.environ)
    assert states(sent(folder)) == {ONE: "sent", TWO: "sent"}
    with pytest.raises(TopicError):
        sent(folder)


def test_drafts_are_refused_unless_the_topic_lets_them_go(office: Opened, tmp_path: Path) -> None:
    """What nobody approved, or what was changed since, goes out as a draft or not at all."""
    box = Box()
    folder = issue(office(box, ONE), approved=False)
    with pytest.raises(TopicError, match="is a draft"):
        sent(folder)
    approve(folder)
    (folder / "brief.pdf").write_bytes(PDF + b"changed")
    with pytest.raises(TopicError, match="was changed after it was approved"):
        sent(folder)
    assert box.arrived == []
    (tmp_path / "souk").mkdir()
    (tmp_path / "souk" / "brief.toml").write_text('[weekly]\ndrafts = "share"\n')
    assert states(sent(folder)) == {ONE: "sent"}


def test_a_refused_address_stops_nobody(office: Opened) -> None:
    """It is told each time, tried no more unless asked, and the rest have theirs."""
    box = Box(lambda verb, to: "550 nobody" if verb == "RCPT" and to == ONE else None)
    folder = issue(office(box, ONE, TWO))
    assert states(sent(folder)) == {ONE: "refused", TWO: "sent"}
    asked = len(box.verbs)
    told = run("share", folder)
    assert (told.code, told.out) == (1, f"refused {ONE} 550 nobody\n")
    assert len(box.verbs) == asked
    box.at = lambda _verb, _to: None
    assert states(sent(folder, again=(ONE.upper(),))) == {ONE: "sent"}


def test_what_fails_is_tried_again_after_a_pause(office: Opened) -> None:
    """Twice within a run, and at the next share."""
    tries: list[str] = []

    def grey(verb: str, to: str) -> str | None:
        if (verb, to) != ("RCPT", ONE):
            return None
        tries.append(to)
        return "451 grey"

    box = Box(grey)
    folder = issue(office(box, ONE, TWO))
    pauses: list[float] = []
    told = list(sending.send(sending.Request(issue=folder), clock, pauses.append))
    assert states(told) == {ONE: "failed", TWO: "sent"}
    assert (len(tries), tuple(pauses)) == (3, share.PAUSES)
    box.at = lambda _verb, _to: None
    assert states(sent(folder)) == {ONE: "sent"}
    assert [mail.to for mail in box.arrived] == [TWO, ONE]


def test_what_no_pause_mends_is_not_waited_for(
    office: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that is not mounted and a password that is not set fail at once, and are due later."""
    monkeypatch.delenv(VARIABLE, raising=False)
    locked = f'[[recipient]]\nchannel = "mail"\naddress = "{TWO}"\npassword = "{VARIABLE}"\n'
    away = f'[[recipient]]\nchannel = "folder"\naddress = "{tmp_path / "away"}"\n'
    folder = issue(office(Box(), ONE, lists=(locked, away)))
    pauses: list[float] = []
    told = states(list(sending.send(sending.Request(issue=folder), clock, pauses.append)))
    assert told == {ONE: "sent", TWO: "failed", str(tmp_path / "away"): "failed"}
    assert pauses == []
    (tmp_path / "away").mkdir()
    assert states(sent(folder)) == {TWO: "failed", str(tmp_path / "away"): "sent"}


def test_a_correction_is_locked_for_who_had_it_locked(
    office: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who was taken off the list since is no reader in the open."""
    box = Box()
    monkeypatch.setenv(VARIABLE, "كلمة سر للاختبار")
    monkeypatch.setattr(handed, "locked", lambda printed, _variable, _environment: printed[::-1])
    locked = f'[[recipient]]\nchannel = "mail"\naddress = "{ONE}"\npassword = "{VARIABLE}"\n'
    reports = office(box, lists=(locked,))
    sent(issue(reports, "2024-W25"))
    office(box, TWO)
    right = issue(reports, "2024-W26")
    assert states(sent(right, corrects="2024-W25", reason="خطأ")) == {ONE: "sent", TWO: "sent"}
    attached = [
        next(iter(email.message_from_bytes(box.to(one)[-1], policy=default).iter_attachments())).get_content()
        for one in (ONE, TWO)
    ]
    assert attached[0] == attached[1][::-1] == (PDF + b"2024-W26")[::-1]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("", {ONE: "failed", TWO: "sent"}),
        (
            f'[[recipient]]\nchannel = "mail"\naddress = "{ONE}"\ntopics = ["other"]\n',
            {ONE: "sent", TWO: "sent"},
        ),
        (
            f'[[recipient]]\nchannel = "mail"\naddress = "{ONE}"\ntopics = ["x"]\npassword = "{VARIABLE}"\n',
            {ONE: "sent", TWO: "sent"},
        ),
    ],
)
def test_a_correction_goes_in_the_open_only_where_that_is_known(
    office: Opened, monkeypatch: pytest.MonkeyPatch, listed: str, expected: dict[str, str]
) -> None:
    """Of an old delivery the list says whether it is to be locked; where she is on none, it is held."""
    box = Box()
    monkeypatch.setenv(VARIABLE, "كلمة سر للاختبار")
    monkeypatch.setattr(handed, "locked", lambda printed, _variable, _environment: printed[::-1])
    reports = office(box, ONE)
    sent(issue(reports, "2024-W25"))
    with closing(sqlite3.connect(reports / ledger.NAME)) as connection, connection:
        connection.execute("UPDATE delivery SET password = NULL")
    office(box, TWO, lists=(listed,))
    right = issue(reports, "2024-W26")
    told = sent(right, corrects="2024-W25", reason="خطأ")
    assert states(told) == expected
    held = [one for one in told if one.state == "failed"]
    assert ["under a password" in str(one.detail) for one in held] == [True] * len(held)
    mails = box.to(ONE)[1:]
    attached = [
        next(iter(email.message_from_bytes(one, policy=default).iter_attachments())).get_content()
        for one in mails
    ]
    meant = PDF + b"2024-W26"
    assert attached == ([] if held else [meant[::-1] if "password" in listed else meant])
    office(box, TWO)
    assert states(sent(right)) == ({ONE: "failed"} if held else {})


def test_a_server_that_is_away_is_not_called_for_everybody(
    office: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a round is enough; everybody failed, and gets it when it is back."""
    folder = issue(office(Box(), ONE, TWO, THREE))
    calls: list[str] = []

    def away(_parcel: object, recipient: object, *_: object) -> Receipt:
        calls.append(str(recipient))
        raise UnreachableError("mail: is away.")

    monkeypatch.setattr(share, "channel", lambda _: away)
    assert states(sent(folder)) == {ONE: "failed", TWO: "failed", THREE: "failed"}
    assert len(calls) == 3


def test_what_may_have_arrived_is_held_or_sent_as_configured(office: Opened) -> None:
    """The same answer lost: held without a word, and sent again under the same name with it."""
    dropping = Box(lambda verb, _: Box.DROP if verb == "TAKEN" else None)
    reports = office(dropping, ONE)
    folder = issue(reports)
    assert states(sent(folder)) == {ONE: "unknown"}
    assert states(sent(folder)) == {ONE: "unknown"}
    assert len(dropping.arrived) == 1
    taking = Box()
    office(taking, ONE, more='unknown = "again"')
    assert states(sent(folder)) == {ONE: "sent"}
    names = {
        line for box in (dropping, taking) for line in box.to(ONE)[0].split(b"\r\n") if b"Message-ID" in line
    }
    assert len(names) == 1
    (told,) = [json.loads(line) for line in run("receipts", folder, "--json").out.splitlines()]
    assert [one["state"] for one in told["events"] if one["state"] != "prepared"] == [
        "offered",
        "unknown",
        "offered",
        "sent",
    ]
    assert told["offered"] == 2


def test_a_revision_is_another_edition(office: Opened) -> None:
    """Other files, approved anew, go to everybody again under another name."""
    box = Box()
    folder = issue(office(box, ONE))
    sent(folder)
    (folder / "brief.pdf").write_bytes(PDF + b"second")
    approve(folder)
    assert states(sent(folder)) == {ONE: "sent"}
    assert len(box.arrived) == 2
    assert run("receipts", folder).out.count("an earlier edition") == 1


def test_a_correction_reaches_everybody_who_had_the_earlier_one(office: Opened) -> None:
    """Also who is no longer on the list; the earlier one is withdrawn, as it was, and shared no more."""
    box = Box()
    reports = office(box, ONE, TWO)
    wrong = issue(reports, "2024-W25")
    sent(wrong)
    before = shelf.fingerprint(wrong)
    office(box, TWO, THREE)
    right = issue(reports, "2024-W26")
    told = sent(right, corrects="2024-W25", reason="كان الرقم 30 بدل 3.")
    assert states(told) == {ONE: "sent", TWO: "sent", THREE: "sent"}
    gone = withdrawn.read(wrong)
    assert gone is not None
    assert (gone.by, gone.reason, gone.digest) == (
        "2024-W26",
        "كان الرقم 30 بدل 3.",
        shelf.fingerprint(right),
    )
    assert shelf.fingerprint(wrong) == before
    assert approval.state(wrong) == "approved"
    with pytest.raises(TopicError, match="was withdrawn, issue 2024-W26 takes its place"):
        sent(wrong)


def test_a_correction_taken_up_again_is_still_one(office: Opened) -> None:
    """Whoever shares it later without the option sends the rest the same message."""
    refusing = Box(lambda verb, to: "451 later" if verb == "RCPT" and to == ONE else None)
    reports = office(refusing, ONE)
    wrong, right = issue(reports, "2024-W25"), issue(reports, "2024-W26")
    sent(right, corrects=str(wrong), reason="خطأ")
    assert parcels.parcel(right, drafts=False).corrects is not None
    refusing.at = lambda _verb, _to: None
    assert states(sent(right)) == {ONE: "sent"}


def test_an_issue_corrects_what_stood_at_its_place(office: Opened) -> None:
    """Named itself, it withdraws its last revision, and everybody who had that gets it."""
    box = Box()
    reports = office(box, ONE)
    folder = issue(reports)
    sent(folder)
    kept = reports / "souk" / shelf.REVISIONS / folder.name / "1"
    kept.parent.mkdir(parents=True)
    folder.rename(kept)
    office(box, TWO)
    folder = issue(reports)
    (folder / "brief.pdf").write_bytes(PDF + b"mended")
    approve(folder)
    assert states(sent(folder, corrects="2024-W26", reason="خطأ")) == {ONE: "sent", TWO: "sent"}
    assert withdrawn.read(kept) is not None
    assert withdrawn.read(folder) is None


def test_who_has_an_issue_is_not_left_without_its_correction(office: Opened, tmp_path: Path) -> None:
    """What was sent before as it stands is no correction later: nobody would hear of it."""
    box = Box()
    reports = office(box, ONE)
    wrong, right = issue(reports, "2024-W25"), issue(reports, "2024-W26")
    sent(wrong)
    sent(right)
    request = sending.Request(issue=right, corrects="2024-W25", reason="خطأ")
    for asking in (
        sending.send(request, clock, lambda _: None),
        sending.drafted(request, tmp_path / "mails", NOW),
    ):
        with pytest.raises(TopicError, match="was shared before it was called a correction"):
            list(asking)
    assert withdrawn.read(wrong) is None
    assert len(box.arrived) == 2


def test_mails_lead_to_the_archive_that_the_list_names(office: Opened, tmp_path: Path) -> None:
    """To the issue's page; a draft has none there."""
    box = Box()
    reports = office(box, ONE, more='[site]\nurl = "http://example.org/briefs"')
    sent(issue(reports))
    request = sending.Request(issue=issue(reports, "2024-W27", approved=False))
    (draft,) = sending.drafted(request, tmp_path / "mails", NOW)
    texts = [
        email.message_from_bytes(content, policy=default).get_body(("plain",))
        for content in (box.arrived[0].content, draft.read_bytes())
    ]
    found = ["http://example.org/briefs/topics/souk/" in str(one and one.get_content()) for one in texts]
    assert found == [True, False]


def test_a_dry_run_writes_the_others_where_a_password_is_missing(
    office: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says whose is missing at the end."""
    monkeypatch.delenv(VARIABLE, raising=False)
    locked = f'[[recipient]]\nchannel = "mail"\naddress = "{TWO}"\npassword = "{VARIABLE}"\n'
    folder = issue(office(Box(), ONE, lists=(locked,)))
    with pytest.raises(PasswordError, match=VARIABLE):
        list(sending.drafted(sending.Request(issue=folder), tmp_path / "mails", NOW))
    assert len(list((tmp_path / "mails").iterdir())) == 1


@pytest.mark.parametrize(
    ("asked", "error", "told"),
    [
        ({"corrects": "2024-W25"}, UsageError, "--reason: is empty"),
        ({"reason": "x"}, UsageError, "add --corrects"),
        ({"corrects": "2024-W01", "reason": "x"}, TopicError, "no earlier issue"),
        ({"corrects": "2024-W26", "reason": "x"}, TopicError, "no earlier issue"),
        ({"corrects": "../..", "reason": "x"}, TopicError, "no earlier issue"),
        ({"to": ("nobody@example.org",)}, UsageError, "--to: 'nobody@example.org' is nobody"),
        ({"again": ("nobody@example.org",)}, UsageError, "--again: "),
        ({"channel": "fax"}, UsageError, "known: folder, mail"),
        ({"channel": "folder"}, TopicError, "nobody there gets souk"),
        ({"topic": Path("nowhere")}, UsageError, "--topic: nowhere is no folder"),
    ],
)
def test_a_request_that_cannot_be_followed_is_told(
    office: Opened, asked: dict[str, object], error: type[Exception], told: str
) -> None:
    """Nothing is sent, and nothing withdrawn."""
    box = Box()
    folder = issue(office(box, ONE))
    with pytest.raises(error, match=told):
        sent(folder, **asked)
    assert box.arrived == []
    assert not list(folder.parent.rglob(shelf.WITHDRAWN))


def test_only_those_named_get_it(office: Opened) -> None:
    """`--to` leaves the others for another time, and `--json` tells a line each."""
    box = Box()
    folder = issue(office(box, ONE, TWO))
    told = run("share", folder, "--to", TWO.upper(), "--json")
    assert [json.loads(line)["recipient"] for line in told.out.splitlines()] == [TWO]
    assert [mail.to for mail in box.arrived] == [TWO]


def test_a_dry_run_leaves_nothing_but_its_files(office: Opened, tmp_path: Path) -> None:
    """Drafts may be looked at; no server is called, no ledger made, no name leads out of the folder."""
    box = Box()
    reports = office(box, ONE, "x/b@example.org")
    folder = issue(reports, approved=False)
    told = run("share", folder, "--dry-run", tmp_path / "mails")
    assert told.code == 0
    assert sorted(map(str, (tmp_path / "mails").iterdir())) == sorted(told.out.split())
    assert len(told.out.split()) == 2
    assert (box.verbs, [one.name for one in reports.iterdir()]) == ([], ["souk"])


def test_one_share_at_a_time(office: Opened) -> None:
    """The second is told who is at work."""
    box = Box()
    reports = office(box, ONE)
    folder = issue(reports)
    with lock.alone(reports / share.LOCK, NOW), pytest.raises(TopicError, match="is at work here"):
        sent(folder)
    assert box.arrived == []


def test_a_clock_that_jumps_changes_nothing(office: Opened) -> None:
    """Who has it has it, in whatever year the machine believes itself."""
    box = Box()
    folder = issue(office(box, ONE))
    for now in (NOW, datetime(1990, 1, 1, tzinfo=UTC), NOW + timedelta(days=9000)):
        list(sending.send(sending.Request(issue=folder), lambda now=now: now, lambda _: None))  # type: ignore[misc]
    assert len(box.arrived) == 1


def test_a_folder_elsewhere_is_no_issue(office: Opened, tmp_path: Path) -> None:
    """Its ledger would be another one, and everybody would get it twice."""
    folder = issue(office(Box(), ONE))
    for moved in (tmp_path / "copy" / "2024-W26", folder.parent / shelf.REVISIONS / "2024-W26" / "1"):
        moved.mkdir(parents=True)
        (moved / "brief.json").write_bytes((folder / "brief.json").read_bytes())
        with pytest.raises(TopicError, match="no issue in its place"):
            sent(moved)


def test_nobody_yet_is_said(office: Opened) -> None:
    """An issue without deliveries has no receipts, and asking makes no ledger."""
    reports = office(Box(), ONE)
    folder = issue(reports)
    assert run("receipts", folder).out.endswith("was sent to nobody yet.\n")
    assert not (reports / ledger.NAME).exists()
    with pytest.raises(TopicError, match="in doubt"):
        accounts.settle(folder, ONE, clock)
