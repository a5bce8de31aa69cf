"""Messages to real servers on this machine: secured or not, willing or not, dying at each step."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from brief.deliver import Server, UnreachableError, post
from brief.errors import BriefError, TopicError
from brief.trust import trusting
from tests.deliver.conftest import Opened
from tests.deliver.servers import PASSWORD, USER, Box, certificate, login, served

TO = "reader@example.org"
MESSAGE = b"Subject: x\r\n\r\n.one\r\n..two\r\nthree\r\n.\r\n"


def server(port: int, **said: str) -> Server:
    """A server of the file of recipients."""
    known = {"host": "localhost", "sender": "brief@example.org", "security": "none", **said}
    return Server(port=port, **known)


def handed(port: int, **said: str) -> tuple[post.Answer, int]:
    """What became of a message, and how often it was marked as offered."""
    marks: list[None] = []
    answer = post.hand(server(port, **said), TO, MESSAGE, lambda _=None: marks.append(None))
    return answer, len(marks)


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ssl.SSLContext]:
    """A certificate of localhost whose authority this process believes."""
    context, authority = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    trusting.cache_clear()
    yield context
    trusting.cache_clear()


@pytest.mark.parametrize("secured", ["none", "starttls", "tls"])
def test_a_message_arrives_as_it_was_given(secured: str, certified: ssl.SSLContext) -> None:
    """Lines that begin with a dot, and a dot alone, come through every kind of line."""
    box = Box()
    with served(box, secured, certified) as port:
        answer, marks = handed(port, security=secured)
    assert (answer.state, marks) == ("sent", 1)
    assert box.to(TO) == [MESSAGE]


@pytest.mark.parametrize("secured", ["starttls", "tls"])
def test_who_logs_in_is_let_in(
    secured: str, certified: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password comes from the environment; a wrong one is told without being tried on."""
    box = Box()
    keeper = {"authenticator": login, "auth_required": True, "auth_require_tls": secured == "starttls"}
    with served(box, secured, certified, **keeper) as port:
        monkeypatch.setenv(post.PASSWORD, PASSWORD)
        assert handed(port, security=secured, user=USER)[0].state == "sent"
        monkeypatch.setenv(post.PASSWORD, "wrong")
        with pytest.raises(TopicError, match=r"takes nothing from here \(535") as caught:
            handed(port, security=secured, user=USER)
        assert "wrong" not in str(caught.value)
        assert not isinstance(caught.value, UnreachableError)
        monkeypatch.delenv(post.PASSWORD)
        with pytest.raises(TopicError, match="BRIEF_MAIL_PASSWORD: holds no password"):
            handed(port, security=secured, user=USER)
    assert len(box.arrived) == 1


@pytest.mark.parametrize("secured", ["starttls", "tls"])
def test_a_server_that_proves_nothing_gets_nothing(secured: str, tmp_path: Path) -> None:
    """A certificate that nobody vouches for ends it before any word of the message or the login."""
    trusting.cache_clear()
    context, _ = certificate(tmp_path)
    box = Box()
    with served(box, secured, context) as port, pytest.raises(TopicError, match="does not prove"):
        handed(port, security=secured)
    assert set(box.verbs) <= {"EHLO"}
    trusting.cache_clear()


def test_a_certificate_of_another_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It must prove the name that was called."""
    context, authority = certificate(tmp_path, "other.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    trusting.cache_clear()
    with served(Box(), "tls", context) as port, pytest.raises(TopicError, match="does not prove"):
        handed(port, security="tls")
    trusting.cache_clear()


def test_a_line_that_cannot_be_secured_is_not_used() -> None:
    """A server without STARTTLS gets nothing where that was asked for: somebody may have taken it out."""
    box = Box()
    with served(box) as port, pytest.raises(TopicError, match="STARTTLS"):
        handed(port, security="starttls")
    assert set(box.verbs) == {"EHLO"}


@pytest.mark.parametrize(
    ("verb", "word", "state", "marks"),
    [
        ("MAIL", "451 later", "failed", 0),
        ("MAIL", Box.DROP, "failed", 0),
        ("RCPT", "550 nobody here", "refused", 0),
        ("RCPT", "450 grey", "failed", 0),
        ("RCPT", Box.DROP, "failed", 0),
        ("DATA", "554 no", "refused", 0),
        ("DATA", "421 closing", "failed", 0),
        ("DATA", Box.DROP, "failed", 0),
        ("TAKEN", "554 spam", "refused", 1),
        ("TAKEN", "452 full", "failed", 1),
        ("TAKEN", Box.DROP, "unknown", 1),
    ],
)
def test_each_answer_is_what_it_means(verb: str, word: str, state: str, marks: int) -> None:
    """Before the data is ended nothing was delivered; after it, only an answer can say so."""
    box = Box(lambda heard, _: word if heard == verb else None)
    with served(box) as port:
        answer, marked = handed(port)
    assert (answer.state, marked) == (state, marks)
    assert word == Box.DROP or str(answer.detail) == word
    assert len(box.arrived) == (verb == "TAKEN" and word == Box.DROP)


def test_a_sender_who_is_not_taken_ends_it_for_all() -> None:
    """No recipient is to blame, so none is marked."""
    box = Box(lambda heard, _: "550 not you" if heard == "MAIL" else None)
    with served(box) as port, pytest.raises(TopicError, match=r"brief@example.org: .* \(550 not you\)"):
        handed(port)


def test_an_answer_cannot_speak_to_the_terminal() -> None:
    """What a server says is one line without controls, and not endless."""
    box = Box(lambda heard, _: "550 \x1b[2Jno" + "x" * 400 if heard == "RCPT" else None)
    with served(box) as port:
        answer, _ = handed(port)
    assert answer.detail is not None
    assert answer.detail.startswith("550 [2Jno")
    assert len(answer.detail) == 300
    assert post._answer(550, b"\xe2\x80\xae\xff no\r\n500 more") == "550 \ufffd no 500 more"


def test_nobody_at_the_door_is_for_now() -> None:
    """A server that is not there may be there in a moment."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with pytest.raises(UnreachableError, match="cannot be reached"):
        handed(port)


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The call is answered, and then nothing comes."""
    monkeypatch.setattr(post, "SECONDS", 0.2)
    with closing(socket.create_server(("127.0.0.1", 0))) as mute, pytest.raises(UnreachableError):
        handed(mute.getsockname()[1])


def test_silence_after_the_data_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits in vain does not know, and says so."""
    monkeypatch.setattr(post, "SECONDS_TO_TAKE", 0.2)
    over = threading.Event()

    def late(verb: str, _: str) -> None:
        if verb == "TAKEN":
            over.wait(5)

    box = Box(late)
    with served(box) as port:
        answer, marks = handed(port)
        over.set()
    assert (answer.state, marks) == ("unknown", 1)


def test_a_mark_that_cannot_be_made_leaves_the_message_behind() -> None:
    """Where the ledger cannot be written, the data is not ended, and the server throws it away."""
    box = Box()

    def full(reference: str | None = None) -> None:
        raise TopicError("the disk is full")

    with served(box) as port, pytest.raises(BriefError, match="disk is full"):
        post.hand(server(port), TO, MESSAGE, full)
    assert box.arrived == []
    assert "TAKEN" not in box.verbs


def test_the_operator_is_told(office: Opened) -> None:
    """A plain mail with what it is told, whatever stands in it."""
    box = Box()
    office(box, TO, lists=('[operator]\naddress = "admin@example.org"',))
    post.tell_operator("فشل\r\nBcc: x@y.org", "السبب:\nلا شبكة.")
    (content,) = box.to("admin@example.org")
    head, _, _ = content.partition(b"\r\n\r\n")
    assert b"\r\nBcc:" not in head
    assert len(box.arrived) == 1


def test_an_operator_who_is_not_there_is_told_of(office: Opened) -> None:
    """Neither a missing address nor a refused one passes in silence."""
    office(Box(), TO)
    with pytest.raises(TopicError, match=r"names no \[operator\]"):
        post.tell_operator("x", "y")


def test_an_operator_who_is_refused_is_told_of(office: Opened) -> None:
    """The server's word stands in the error."""
    box = Box(lambda verb, _: "550 gone" if verb == "RCPT" else None)
    office(box, TO, lists=('[operator]\naddress = "admin@example.org"',))
    with pytest.raises(TopicError, match=r"was not told \(550 gone\)"):
        post.tell_operator("x", "y")
