"""What is handed out: the wheel carries what the program reads, the locks hold hashes and nothing local."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "brief"
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be handed out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_words_and_templates(wheel: Path) -> None:
    """Every file of languages/ and templates/ is in the wheel, byte for byte."""
    data = [
        path for name in ("languages", "templates") for path in (PACKAGE / name).rglob("*") if path.is_file()
    ]
    assert data
    with ZipFile(wheel) as archive:
        for path in data:
            assert archive.read(f"brief/{path.relative_to(PACKAGE).as_posix()}") == path.read_bytes()


def test_the_wheel_builds_a_brief_anywhere(wheel: Path, tmp_path: Path) -> None:
    """Unpacked in another place and run in another folder, the wheel builds a topic."""
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    program = "import brief.cli, sys; print(brief.cli.__file__, file=sys.stderr); brief.cli.main()"
    command = [
        sys.executable,
        "-c",
        program,
        "build",
        str(ROOT / "tests" / "strike"),
        "--out",
        "out",
        "--to",
        "html",
    ]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith(str(tmp_path / "site"))
    assert (tmp_path / "out" / "brief.html").is_file()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_place(lock: Path) -> None:
    """A lock holds names, versions and hashes; no host, no path, no option but the hashes."""
    text = lock.read_text("utf-8")
    assert not re.findall(r"://|@ |^-|(?<!\S)/|--(?!hash=sha256:)", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_each_dependency_with_hashes(lock: Path) -> None:
    """Each dependency of the project is pinned, and each pin has a hash."""
    pins = dict(re.findall(r"^([a-z0-9-]+)==.*\n( +--hash)?", lock.read_text("utf-8"), re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {re.split(r"[^a-z0-9-]", name)[0] for name in project["dependencies"]} <= set(pins)
    assert all(pins.values())


def test_both_locks_agree() -> None:
    """What is tested is what is installed: the second lock adds to the first and changes nothing."""
    first, second = (set(re.findall(r"^\S+==.*", lock.read_text("utf-8"), re.MULTILINE)) for lock in LOCKS)
    assert first <= second
