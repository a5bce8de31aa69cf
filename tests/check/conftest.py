"""A real issue: built once, copied for each test that breaks it."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from brief.build import Request, build
from brief.extract import extract
from tests.topics import ROOT

CHART = '\n[[chart]]\nid = "trade"\n'


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The issue of the small topic, all formats, its chart drawn."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "tests" / "topic", folder / "topic")
    with (folder / "topic" / "brief.toml").open("a", encoding="utf-8") as settings:
        settings.write(CHART)
    build(Request(folder / "topic", out=folder / "issue"), lambda _stage: None)
    return folder / "issue"


@pytest.fixture
def issue(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return shutil.copytree(built, tmp_path / "issue")


@pytest.fixture(scope="session")
def read_once() -> Callable[..., object]:
    """`extracted` that reads a document once, whoever asks, and starts nobody to help."""
    read = cache(extract)
    return lambda documents, language, _hands: (read(document, language) for document in documents)
