"""Names made of what things are."""

import pytest

from brief.identity import digest, identifier


@pytest.mark.parametrize(
    ("parts", "id_"),
    [
        (("statement", "a1b2c3d4e5", 10, 42), "3aebf6123e"),
        (("datapoint", "a1b2c3d4e5", 10), "9b3a52b34b"),
        (("0\nنص",), "331e4b1a07"),
        (("copy\na.txt\na1b2c3d4e5",), "79dc3e1f7f"),
    ],
)
def test_a_name_never_changes(parts: tuple[object, ...], id_: str) -> None:
    """What an issue was built with still leads to its place in the next one."""
    assert identifier(*parts) == id_


def test_a_fingerprint_is_that_of_the_bytes() -> None:
    """A text has the one of its UTF-8, which other programs can work out."""
    assert digest("نص") == digest("نص".encode())
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
