"""[judge] of brief.toml: which model may be asked, and what is said of one that may not."""

from pathlib import Path

import pytest

from brief.config import JudgeSettings, load
from brief.errors import TopicError


def written(folder: Path, text: str) -> Path:
    """The folder with this brief.toml in it."""
    (folder / "brief.toml").write_text(text, "utf-8")
    return folder


def test_nobody_is_asked_by_default(tmp_path: Path) -> None:
    """Without the table no judge is named, and no address."""
    settings = load(tmp_path).judge
    assert settings == JudgeSettings()
    assert (settings.by, settings.url, settings.model, settings.hosts) == (None, None, None, ())


def test_a_model_is_named_with_its_address(tmp_path: Path) -> None:
    """What is written holds; the rest stays at its default."""
    text = '[judge]\nby = "model"\nurl = "http://127.0.0.1:11434/v1"\nmodel = "small"\nwindow = 9000\n'
    settings = load(written(tmp_path, text)).judge
    assert (settings.by, settings.model, settings.window, settings.answer) == ("model", "small", 9000, 2048)
    assert settings.address().url == "http://127.0.0.1:11434/v1"


@pytest.mark.parametrize(
    "told",
    [
        'url = "http://localhost:8000/v1"',
        'url = "http://127.9.9.9/v1"',
        'url = "http://[::1]:8080/v1"',
        'url = "http://models.localhost:8080"',
        'url = "https://Judge.Ministry.example:8443/v1"\nhosts = ["judge.ministry.example"]',
        'url = "https://192.0.2.7/v1"\nhosts = ["192.0.2.7"]',
    ],
)
def test_this_machine_may_be_asked_and_those_that_are_named(tmp_path: Path, told: str) -> None:
    """Loopback in any spelling needs no name; another machine needs one, and https."""
    assert load(written(tmp_path, f"[judge]\n{told}\n")).judge.address().url


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('url = "https://judge.ministry.example/v1"', 2, "'judge.url' leads to another machine than this"),
        ('url = "http://0.0.0.0:8000/v1"', 2, "leads to another machine than this one"),
        ('url = "http://localhost.example/v1"', 2, "leads to another machine than this one"),
        ('url = "http://[::ffff:192.0.2.1]/v1"', 2, "leads to another machine than this one"),
        ('hosts = ["a.example"]\nurl = "http://a.example/v1"', 3, "in plain sight; write https there"),
        ('url = "http://127.0.0.1/v1?key=1"', 2, "holds a question mark"),
        ('url = "http://me:secret@127.0.0.1/v1"', 2, "carries a user name or a password"),
        ('url = "ftp://127.0.0.1/v1"', 2, "'judge.url' is no http or https address"),
        ('url = ""', 2, "'judge.url' is no http or https address"),
        ('hosts = ["a.example/"]', 2, "'judge.hosts' names no host"),
        ('by = "oracle"', 2, "'judge.by' must be one of: model"),
        ('by = "model"', 1, "'judge' lacks the key 'url'"),
        ('by = "model"\nurl = "http://127.0.0.1/v1"', 1, "'judge' lacks the key 'model'"),
        ('model = " "', 2, "'judge.model' must be the name of a model"),
        ('model = "a\\u202eb"', 2, "'judge.model' must be the name of a model"),
        ("window = 100", 2, "'judge.window' must be 4096 to 1000000"),
        ("answer = 8000", 2, "'judge.answer' must be 256 to 2048"),
        ("timeout = nan", 2, "'judge.timeout' must be 1 to 3600 seconds"),
        ("at_once = 0", 2, "'judge.at_once' must be 1 to 16"),
        ("retries = -1", 2, "'judge.retries' must be 0 to 10"),
        ('key = "secret"', 2, "'judge.key' is not a known key"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, line: int, said: str) -> None:
    """The sentence names the file, the line, the key and what is allowed there."""
    with pytest.raises(TopicError) as caught:
        load(written(tmp_path, f"[judge]\n{text}\n"))
    assert f"{tmp_path / 'brief.toml'}, line {line}: " in str(caught.value)
    assert said in str(caught.value)
    assert "secret" not in str(caught.value)
