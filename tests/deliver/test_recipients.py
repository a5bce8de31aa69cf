"""The file of recipients: where it may lie, and what in it is refused with its line."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief.deliver import Recipient, recipients
from brief.deliver.recipients import is_address, is_loopback
from brief.errors import TopicError

GOOD = """
[mail]
host = "mail.example.org"
sender = "brief@example.org"
name = "مكتب الدراسات"
user = "brief"
unsubscribe = "https://example.org/leave?who={address}"

[operator]
address = "admin@example.org"

[[recipient]]
channel = "mail"
address = "Reader@Example.org"
name = "القارئ"
topics = ["souk"]

[[recipient]]
channel = "folder"
address = "/srv/share"
"""


def written(folder: Path, text: str) -> Path:
    """A file of recipients."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "recipients.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_good_file_is_read(tmp_path: Path) -> None:
    """Ports follow from how the line is secured, and who names no topic gets all."""
    book = recipients.load(written(tmp_path, GOOD), tmp_path / "reports")
    assert book.mail is not None
    assert (book.mail.door, book.mail.security, book.mail.unknown) == (587, "starttls", "hold")
    assert [one.address for one in book.of("souk")] == ["Reader@Example.org", "/srv/share"]
    assert [one.address for one in book.of("other")] == ["/srv/share"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("host =", "hots =", r"line 3: 'mail.hots' is not a known key; allowed here: host, sender"),
        ('host = "mail.example.org"', "", r"line 2: 'mail' lacks the key 'host'"),
        ('host = "mail.example.org"', "host = 7", r"line 3: 'mail.host' must be text in quotes"),
        ('host = "mail.example.org"', 'host = "a b"', r"line 3: 'mail.host' must be the name of a mail"),
        ('user = "brief"', "port = 0", r"line 6: 'mail.port' must be 1 to 65535"),
        ('user = "brief"', 'security = "none"', r"line 6: 'mail.security' must be one of"),
        ('user = "brief"', 'security = "plain"', r"line 6: 'mail.security' must be one of"),
        ('user = "brief"', 'unknown = "drop"', r"""line 6: 'mail.unknown' must be one of: "hold", "again"""),
        ('user = "brief"', 'user = "a\\nb"', r"line 6: 'mail.user' must be the name of an account"),
        ('"brief@example.org"', '"brief@example.org\\r\\nBcc: x@y"', r"line 4: 'mail.sender' must be a mail"),
        ("https://example.org", "http://example.org", r"line 7: 'mail.unsubscribe' must be an https address"),
        ("https://example.org/leave", "https://e.org/\\r\\nX: y", r"line 7: 'mail.unsubscribe'"),
        (
            '"admin@example.org"',
            '"admin@example.org"\n[site]\nurl = "ftp://e.org"',
            r"line 12: 'site.url' must be the address",
        ),
        ('"admin@example.org"', '"admin"', r"line 10: 'operator.address' must be a mail address"),
        (
            'channel = "folder"',
            'channel = "fax"',
            r"line 19: 'recipient.channel' must be one of: folder, mail",
        ),
        ('"Reader@Example.org"', '"a@b, c@d"', r"line 14: 'recipient.address' must be a mail address"),
        ('name = "القارئ"', 'name = "a\\nBcc: x@y"', r"line 15: 'recipient.name' must be a name on one line"),
        ('topics = ["souk"]', 'topics = "souk"', r"line 16: 'recipient.topics' must be a list of texts"),
        ('topics = ["souk"]', "topics = [1]", r"'recipient.topics' must be text in quotes"),
        ('topics = ["souk"]', 'password = "1 2"', r"line 16: 'recipient.password' must be the name of a var"),
        ('topics = ["souk"]', 'adress = "x"', r"line 16: 'recipient.adress' is not a known key"),
        ('address = "/srv/share"', "", r"line 18: 'recipient' lacks the key 'address'"),
        ("[mail]", "[mail", r"cannot be read as TOML"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    """Every mistake is named by file, line and key."""
    assert before in GOOD
    path = written(tmp_path, GOOD.replace(before, after, 1))
    with pytest.raises(TopicError, match=told) as caught:
        recipients.load(path, tmp_path / "reports")
    assert str(caught.value).startswith(str(path))


def test_nobody_stands_in_the_file_twice(tmp_path: Path) -> None:
    """An address in capitals is the same address."""
    again = '[[recipient]]\nchannel = "mail"\naddress = "reader@example.org"\n'
    with pytest.raises(TopicError, match=r"line 23: reader@example\.org stands there a second time"):
        recipients.load(written(tmp_path, GOOD + again), tmp_path / "reports")


@pytest.mark.parametrize("mark", ["brief.toml", ".git"])
def test_addresses_do_not_lie_in_topics_and_repositories(tmp_path: Path, mark: str) -> None:
    """A file that might be handed on with the articles or the code is refused, however deep it lies."""
    (tmp_path / mark).touch()
    with pytest.raises(TopicError, match="do not belong into a topic"):
        recipients.load(written(tmp_path / "deep" / "er", GOOD), tmp_path / "reports")


def test_addresses_do_not_lie_in_reports_nor_behind_a_link(tmp_path: Path) -> None:
    """Where the file really lies is what counts."""
    path = written(tmp_path / "reports", GOOD)
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    for named in (path, link):
        with pytest.raises(TopicError, match="do not belong into a topic"):
            recipients.load(named, tmp_path / "reports")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """The sentence says where it was looked for and how to name another."""
    with pytest.raises(TopicError, match="BRIEF_RECIPIENTS"):
        recipients.load(tmp_path / "none.toml", tmp_path)


def test_the_place_is_the_variables_or_that_of_the_home() -> None:
    """The environment wins."""
    assert recipients.place({"BRIEF_RECIPIENTS": "/etc/brief.toml"}) == Path("/etc/brief.toml")
    assert recipients.place({}) == Path.home() / ".config/brief/recipients.toml"


@given(st.text() | st.from_regex(r"[a-zA-Z0-9.\"<>\r\n@ ,;:]+@[a-z.\r\n-]+", fullmatch=True))
@example("a@b\n")
@example('"a b"@example.org')
@example("a@b>\r\nRCPT TO:<c@d")
@example("a..b@example.org")
def test_no_address_holds_what_a_command_or_header_obeys(text: str) -> None:
    """What passes is one plain address."""
    if is_address(text):
        assert text.isascii()
        assert text.count("@") == 1
        assert not set(text) & set(' \t\r\n<>",;:()[]\\')


@pytest.mark.parametrize(
    "text", ["a@b", "first.last+tag@mail.example.org", "o'neil@x-y.org", "a@xn--mgbh0fb.org"]
)
def test_common_addresses_pass(text: str) -> None:
    """The rule is not stricter than mail."""
    assert is_address(text)


def test_this_machine_is_known_by_name_and_number() -> None:
    """An unsecured line goes nowhere else."""
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.9.9.9", "::1")))
    assert not any(map(is_loopback, ("localhost.example.org", "10.0.0.1", "0.0.0.0", "mail")))  # noqa: S104 - it is refused


def test_a_path_keeps_its_capitals() -> None:
    """Addresses of mail are one in any case, folders are not."""
    assert recipients.identity(Recipient(channel="mail", address="A@B")) == "a@b"
    assert recipients.identity(Recipient(channel="folder", address="/A")) == "/A"
