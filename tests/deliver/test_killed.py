"""A share that is killed at any moment loses no mail, and doubles none but in the window of SMTP."""

import email
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from brief.deliver import ledger
from tests.deliver.conftest import Opened
from tests.deliver.issues import brief, issue
from tests.deliver.servers import Box
from tests.topics import ROOT, run

PEOPLE = tuple(f"reader{number:02}@example.org" for number in range(25))
VERBS = 14


class Killer:
    """Kills the process it is set on when the server hears the verb of a number, or a moment later."""

    def __init__(self) -> None:
        self.left = -1
        self.delay = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def aim(self, process: subprocess.Popen[bytes], verb: int, delay: float) -> None:
        """Kill `process` at this verb from now on, `delay` seconds after it."""
        self.process, self.delay, self.left = process, delay, verb

    def __call__(self, _verb: str, _address: str) -> None:
        """Count a verb."""
        self.left -= 1
        if self.left == 0 and self.process:
            if self.delay:
                threading.Timer(self.delay, self.process.kill).start()
            else:
                self.process.kill()


class Told(NamedTuple):
    """What a loop of kills came to."""

    kills: int
    messages: int
    doubled: int
    unknown: int


def shared(folder: Path) -> subprocess.Popen[bytes]:
    """`brief share` of an issue, as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "brief", "share", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def message_ids(contents: list[bytes]) -> set[str]:
    """The names under which messages came."""
    return {str(email.message_from_bytes(content)["Message-ID"]) for content in contents}


def loop(reports: Path, box: Box, killer: Killer, kills: int, people: tuple[str, ...]) -> Told:
    """Share issue after issue, killed as often as said, then to the end; proves each delivery."""
    chance = random.Random(7)  # noqa: S311 - moments to kill at, the same in every run
    done, number, folders = 0, 0, []
    while done < kills or not number:
        number += 1
        title = f"العدد {number} عن السوق"
        folders.append(issue(reports, f"2024-06-{number:02}", brief(title=title)))
        ended = False
        while not ended:
            with shared(folders[-1]) as process:
                if done < kills and chance.random() < 0.2:
                    time.sleep(chance.uniform(0, 1.2))
                    process.kill()
                elif done < kills:
                    delay = chance.choice((0.0, 0.0, chance.uniform(0, 0.03)))
                    killer.aim(process, chance.randint(1, VERBS), delay)
                code = process.wait(60)
            done += code == -signal.SIGKILL
            assert code in {0, -signal.SIGKILL}
            ended = code == 0
    return Told(done, len(box.arrived), *proved(reports, box, folders, people))


def proved(reports: Path, box: Box, folders: list[Path], people: tuple[str, ...]) -> tuple[int, int]:
    """Everybody has each issue once, and more than once only where the ledger says why."""
    doubled = unknown = 0
    with ledger.opened(reports / ledger.NAME) as known:
        for folder in folders:
            entries = {entry.recipient: entry for entry in known.entries("souk", folder.name)}
            assert set(entries) == set(people)
            for address, entry in entries.items():
                states = Counter(event.state for event in known.history(entry))
                got = [one for one in box.to(address) if entry.message_id in message_ids([one])]
                assert entry.state == "sent"
                assert 1 <= len(got) <= 1 + states["unknown"]
                doubled += len(got) - 1
                unknown += states["unknown"]
    for address in people:
        assert len(message_ids(box.to(address))) == len(folders)
    return doubled, unknown


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_shares_reach_everybody_once(kills: int, office: Opened) -> None:
    """However often it dies, everybody gets each issue once; a double is in the ledger as of unknown fate."""
    killer = Killer()
    box = Box(killer)
    people = PEOPLE if kills > len(PEOPLE) else PEOPLE[:4]
    reports = office(box, *people, more='unknown = "again"')
    told = loop(reports, box, killer, kills, people)
    sys.stdout.write(json.dumps(told._asdict()) + "\n")
    assert told.kills >= kills
    assert told.doubled <= told.unknown


def test_a_death_in_the_window_is_held_for_a_person(office: Opened) -> None:
    """Killed after the server had all and before it answered: nobody gets it twice unasked."""
    killer = Killer()
    box = Box(killer)
    folder = issue(office(box, "one@example.org", "two@example.org"))
    with shared(folder) as process:
        # EHLO, MAIL, RCPT, DATA and then: the server has it all.
        killer.aim(process, 5, 0.0)
        assert process.wait(60) == -signal.SIGKILL
    assert [len(box.to(one)) for one in ("one@example.org", "two@example.org")] == [1, 0]
    told = run("share", folder)
    assert told.code == 1
    assert told.out.startswith("unknown one@example.org the run died between")
    assert [len(box.to(one)) for one in ("one@example.org", "two@example.org")] == [1, 1]
    assert run("share", folder, "--again", "one@example.org").code == 0
    assert len(box.to("one@example.org")) == 2
    assert len(message_ids(box.to("one@example.org"))) == 1
    assert "handed over 2 times" in run("receipts", folder).out


def test_a_person_settles_what_is_unknown(office: Opened) -> None:
    """Who says that it arrived ends the doubt, and nothing is sent again."""
    killer = Killer()
    box = Box(killer)
    folder = issue(office(box, "one@example.org"))
    with shared(folder) as process:
        killer.aim(process, 5, 0.0)
        process.wait(60)
    assert run("receipts", folder, "--arrived", "ONE@example.org").code == 0
    assert run("share", folder).code == 0
    assert len(box.to("one@example.org")) == 1
