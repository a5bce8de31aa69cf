"""The command line speaks the language of its terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ARABIC = "طريقة الاستعمال:"


def said(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command says in an environment without any other language."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "brief", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=clean | environment,
    )


@pytest.mark.parametrize(
    ("environment", "arabic"),
    [
        ({"LANG": "ar_EG.UTF-8"}, True),
        ({"LC_ALL": "ar"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ar_SY.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:ar"}, True),
        ({"LANG": "ar_EG.UTF-8", "LC_ALL": "en_GB.UTF-8"}, False),
        ({"LANG": "ar_EG.UTF-8", "LANGUAGE": "en:ar"}, False),
        ({"LANG": "C"}, False),
        ({}, False),
    ],
)
def test_help_is_in_the_language_of_the_terminal(environment: dict[str, str], arabic: bool) -> None:  # noqa: FBT001 - a table
    """LANGUAGE, LC_ALL, LC_MESSAGES and LANG are asked in gettext's order."""
    help_ = said("--help", **environment).stdout
    assert (ARABIC in help_) == arabic
    assert ("Usage:" in help_) != arabic


def test_all_of_the_help_is_arabic() -> None:
    """No heading, sentence or default of a command's help is left in English."""
    shown = said("build", "--help", LANG="ar_EG.UTF-8").stdout
    for english in ("Usage", "Options:", "Arguments", "default", "Show this", "Folder", "Build the brief"):
        assert english not in shown
    assert "[القيمة المبدئية: seeds]" in shown


def test_errors_and_reports_are_in_the_language_of_the_terminal(tmp_path: Path) -> None:
    """What went wrong, and what was read, is said in Arabic with the same exit code."""
    wrong = said("build", str(tmp_path / "none"), LANG="ar_EG.UTF-8")
    assert wrong.returncode == 1
    assert "لا مجلد بهذا الاسم" in wrong.stderr
    (tmp_path / "a.txt").write_text(
        "حديقة النخيل\n\nافتتحت البلدية الحديقة صباح أمس بعد عامين من الأعمال.\n", "utf-8"
    )
    assert "أُبقي: جملة واحدة" in said("sources", str(tmp_path), LANG="ar_EG.UTF-8").stdout
    assert "kept: 1 sentence" in said("sources", str(tmp_path)).stdout


def test_another_program_keeps_its_own_language() -> None:
    """What imports the command line keeps the domain of its process; only `main` sets it."""
    program = "import gettext, brief.cli; print(gettext.textdomain(), gettext._localedirs)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["messages", "{}"]
