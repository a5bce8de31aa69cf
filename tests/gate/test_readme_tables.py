"""The README tells what the code gives."""

from tests.evaluation.__main__ import README, main


def test_the_readme_tells_what_was_measured() -> None:
    """The tables between the marks are those of `make eval`, topic by topic, for what is on this machine."""
    assert main(["--check"]) == 0, f"`make eval` writes the tables of {README.name}"
