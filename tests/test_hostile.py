"""Broken, huge and hostile files: each is named with a reason, and the rest is read."""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from brief.collect import Reading, collect
from brief.config import Topic
from brief.errors import SourceError
from brief.readers import pages
from tests.builders import ARABIC
from tests.hostile import FILES, ODD, READABLE, hostile
from tests.topics import ROOT, STRIKE, topic

SECONDS = 60
MEGABYTES = 1024
UNITS_PER_MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10
PEAK = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.returncode)
"""


def read(folder: Path) -> Reading:
    """What a topic of three sound articles and the files of the folder holds."""
    return collect(topic(folder, STRIKE), Topic(), ARABIC)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_does_not_stop_the_others(tmp_path: Path, name: str) -> None:
    """The file is read or set aside with a sentence; the others are read; nothing is lost in silence."""
    (tmp_path / name).write_bytes(FILES[name]())
    found = read(tmp_path)
    paths = {document.path for document in found.documents}
    assert set(STRIKE) <= paths
    aside = {entry.path: entry for entry in found.set_aside}
    if name in READABLE:
        assert name in paths
    elif name not in paths:
        assert aside[name].reason
        assert aside[name].reason_kind
    for document in found.documents:
        assert "\ufffd" not in "".join(sentence.anchor.text for sentence in document.sentences)


@pytest.mark.parametrize("name", ["outside.docx", "outside.html", "outside.rss"])
def test_nothing_outside_of_the_file_is_read(name: str) -> None:
    """An entity that names another file brings none of its article."""
    article = STRIKE["agency.txt"].decode("utf-8-sig")
    assert article.strip()
    with suppress(SourceError):
        for page in pages(Path(name).suffix, FILES[name]()):
            assert not set(article.split("\n")) & set(page.text.split("\n")) - {""}


def test_odd_names_and_places(tmp_path: Path) -> None:
    """Links that lead nowhere, out or round, a pipe and names that are hardly any: told, and no hang."""
    for name, make in ODD.items():
        make(tmp_path / name)
    found = read(tmp_path)
    told = {document.path for document in found.documents} | {entry.path for entry in found.set_aside}
    told |= {copy.document.path for copy in found.copies}
    assert len(told) == len(STRIKE) + len(ODD)


@pytest.mark.slow
def test_all_of_them_at_once(tmp_path: Path) -> None:
    """A build of a folder full of them ends within a minute and a gigabyte, in a process of its own."""
    folder = topic(hostile(tmp_path / "topic"), STRIKE)
    command = [
        sys.executable,
        "-m",
        "brief",
        "build",
        str(folder),
        "--out",
        str(tmp_path / "out"),
        "--to",
        "json",
    ]
    begun = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    # The peak is asked of a process between: this one has had other children.
    command = [sys.executable, "-c", PEAK, *command]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=600)
    seconds = time.monotonic() - begun
    assert (done.returncode, done.stderr) == (0, "")
    record = json.loads((tmp_path / "out" / "brief.json").read_text("utf-8"))
    assert {entry["path"] for entry in record["sources"]} >= set(STRIKE)
    assert seconds < SECONDS
    assert int(done.stdout.split()[-1]) / UNITS_PER_MEGABYTE < MEGABYTES
