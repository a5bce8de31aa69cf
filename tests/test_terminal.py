"""The command line speaks the language of its terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from brief import terminal

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


def test_every_error_is_in_the_language_of_the_terminal(tmp_path: Path) -> None:
    """What is wrong with settings and sources is Arabic to the last word, its values as they are."""
    (tmp_path / "brief.toml").write_text('title = "x"\ntheme = "baroque"\n', "utf-8")
    wrong = said("sources", str(tmp_path), LANG="ar_EG.UTF-8").stderr
    assert "السطر 2: 'theme': ينبغي أن يكون أحد هذه: modern, sober، أو مجلدًا" in wrong
    (tmp_path / "brief.toml").unlink()
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "b.xyz").write_text("x", "utf-8")
    aside = said("sources", str(tmp_path), LANG="ar_EG.UTF-8").stderr
    assert "a.txt تدل بايتاته الأولى على أنه صورة PNG لا نص؛" in aside
    assert "b.xyz صيغته لا تُقرأ (.xyz)؛ الصيغ المعروفة: .atom," in aside
    unread = said("check", str(tmp_path), LANG="ar_EG.UTF-8").stderr
    assert "brief.json: ليس سجل موجز (No such file or directory)؛" in unread


def test_a_sentence_that_was_kept_as_text_is_known_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records keep English; the terminal finds the template again, one within another, a name twice."""
    monkeypatch.setenv("LANGUAGE", "ar")
    status = "answers with status 503; fetch again later."
    assert terminal.said(f"was not asked, for robots.txt of its site {status}") == (
        "لم يُطلب لأن ملف robots.txt في موقعه يجيب بالحالة 503؛ أعد الجلب لاحقًا."
    )
    assert terminal.said("nothing that any catalogue knows") == "nothing that any catalogue knows"
    monkeypatch.setenv("LANGUAGE", "en")
    assert terminal.said(status) == status


def test_another_program_keeps_its_own_language() -> None:
    """What imports the command line keeps the domain of its process; only `main` sets it."""
    program = "import gettext, brief.cli; print(gettext.textdomain(), gettext._localedirs)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["messages", "{}"]
