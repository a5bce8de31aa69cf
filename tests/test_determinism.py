"""The same input gives the same bytes, wherever and whenever it is built."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.topics import STRIKE, spawn, topic

FILES = ("brief.json", "brief.html", "brief.pdf")
REVERSED = dict(reversed(STRIKE.items()))


def build(folder: Path, files: Mapping[str, bytes] = STRIKE, **environment: str) -> dict[str, bytes]:
    """The bytes of an issue built in a process of its own in `folder`."""
    outcome = spawn("build", topic(folder / "strike", files), "--out", folder / "out", **environment)
    assert (outcome.code, outcome.err) == (0, "")
    return {name: (folder / "out" / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The issue that all others must equal."""
    return build(tmp_path_factory.mktemp("first"), TZ="UTC", PYTHONHASHSEED="0")


def test_everything_else_at_once(tmp_path: Path, first: dict[str, bytes]) -> None:
    """Another folder, time zone, hash seed, locale and order of files: the same bytes."""
    other = build(
        tmp_path / "elsewhere",
        REVERSED,
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="4711",
        LC_ALL="C",
        LANGUAGE="fr",
    )
    assert [name for name in FILES if other[name] != first[name]] == []


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/St_Johns"])
def test_another_time_zone(tmp_path: Path, first: dict[str, bytes], zone: str) -> None:
    """Where it is another day already, the issue is the same."""
    assert build(tmp_path, TZ=zone) == first


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_another_hash_seed(tmp_path: Path, first: dict[str, bytes], seed: str) -> None:
    """No order of a set reaches the page."""
    assert build(tmp_path, PYTHONHASHSEED=seed) == first


@pytest.mark.slow
def test_another_order_of_files(tmp_path: Path, first: dict[str, bytes]) -> None:
    """The order in which files were made does not matter."""
    assert build(tmp_path, REVERSED) == first


@pytest.mark.slow
def test_a_second_build_over_the_first(tmp_path: Path, first: dict[str, bytes]) -> None:
    """A build finds nothing in an earlier issue that would change it."""
    build(tmp_path)
    assert build(tmp_path) == first
