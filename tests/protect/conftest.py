"""An issue that is whole: a small brief with its text, its PDF as it is printed, and an approval."""

import shutil
from pathlib import Path

import pytest
from msgspec import structs

from brief import shelf, themes
from brief.identity import digest
from brief.outputs import Rendered, pdf, record
from brief.render import render
from tests.deliver.issues import approve, brief, issue


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    told = brief()
    text = "\n".join(item.text for item in told.sections[0].items)
    source = structs.replace(told.sources[0], digest=digest(text))
    told = structs.replace(told, sources=(source,))
    folder = issue(tmp_path_factory.mktemp("office") / "reports", made=told, approved=False)
    theme = themes.load("modern")
    (folder / "brief.json").write_bytes(record.write(told).content)
    (folder / "brief.pdf").write_bytes(pdf.write(told, Rendered(render(told, theme), theme)).content)
    (folder / source.place).parent.mkdir()
    (folder / source.place).write_bytes(text.encode())
    approve(folder)
    return folder


@pytest.fixture
def folder(_made: Path, tmp_path: Path) -> Path:
    """The folder of the issue, a copy for each test."""
    place = tmp_path / "reports" / _made.parent.name / _made.name
    shutil.copytree(_made, place)
    assert shelf.fingerprint(place) == shelf.fingerprint(_made)
    return place
