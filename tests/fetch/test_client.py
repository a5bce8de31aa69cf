"""One request: its limits of time and size, and what it says when the line fails."""

import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief.addresses import Address, parse
from brief.errors import SourceError
from brief.fetch.client import Answer, TransientError, ask
from brief.trust import trusting
from tests.fetch.sites import CERTIFICATES, HTML, Reply, Site, serving

HERE = ("127.0.0.1",)


def at(site: Site, host: str = "127.0.0.1", scheme: str = "http") -> Address:
    """The address of the site's one page, by one of its names."""
    return parse(f"{scheme}://{host}:{site.port}/a", {host})


def got(site: Site, route: Reply | Callable[[socket.socket], None], *, seconds: float = 5.0) -> Answer:
    """What is made of a route's answer, of at most 100,000 bytes."""
    site.routes["/a"] = route
    return ask(at(site), HERE, {}, seconds=seconds, size=100_000)


def test_an_answer_is_what_was_sent(site: Site) -> None:
    """Status, content, media type and charset come as the server gave them."""
    answer = got(site, Reply("نص", headers={"Content-Type": 'Text/HTML; charset="windows-1256"'}))
    assert (answer.status, answer.content) == (200, "نص".encode())
    assert (answer.media_type, answer.charset) == ("text/html", "windows-1256")


def test_the_request_says_the_name_and_nothing_about_the_analyst(site: Site) -> None:
    """The checked number is called, the host's name is asked for, and no cookie or referrer is sent."""
    site.routes["/a"] = Reply("x", headers={"Set-Cookie": "id=1"})
    for _ in range(2):
        ask(at(site, host="news.example"), HERE, {}, seconds=5, size=100)
    for _, headers in site.asked:
        assert headers["host"] == f"news.example:{site.port}"
        assert headers["user-agent"].startswith("policy-brief/")
        assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_the_next_number_is_called_where_the_first_is_silent(site: Site) -> None:
    """A host of several machines is reached by the one that answers."""
    site.routes["/a"] = Reply("x")
    assert ask(at(site), ("127.0.0.2", "127.0.0.1"), {}, seconds=5, size=100).content == b"x"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_packed_content_is_unpacked(site: Site, pack: Callable[[bytes], bytes]) -> None:
    """Both packings that are asked for are undone."""
    encoding = "gzip" if pack is gzip.compress else "deflate"
    assert got(site, Reply(pack(b"y" * 500), headers={"Content-Encoding": encoding})).content == b"y" * 500


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_is_noticed_before_it_is_unpacked(site: Site, layers: int) -> None:
    """The limit counts unpacked bytes, also where a bomb is packed twice."""
    bomb = b"\0" * 50_000_000
    for _ in range(layers):
        bomb = gzip.compress(bomb)
    with pytest.raises(SourceError, match="larger than 100000 bytes") as caught:
        got(site, Reply(bomb, headers={"Content-Encoding": ", ".join(["gzip"] * layers)}))
    assert caught.value.kind == "large"


def test_a_packing_that_was_not_asked_for_is_refused(site: Site) -> None:
    """What cannot be unpacked within a limit is not unpacked at all."""
    with pytest.raises(SourceError, match="packed in a way"):
        got(site, Reply(b"xxx", headers={"Content-Encoding": "br"}))


def endless(line: socket.socket) -> None:
    """A body without an end."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        line.sendall(b"x" * 65536)


def endless_chunk_length(line: socket.socket) -> None:
    """A chunk whose length is a number without an end."""
    line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        line.sendall(b"1" * 65536)


def endless_headers(line: socket.socket) -> None:
    """Headers without an end."""
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(1_000_000):
        line.sendall(b"X-%d: y\r\n" % number)


def long_header(line: socket.socket) -> None:
    """A header of many megabytes."""
    line.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        line.sendall(b"y" * 65536)


@pytest.mark.parametrize("route", [endless, endless_chunk_length, endless_headers, long_header])
def test_what_has_no_end_is_given_up(site: Site, route: Callable[[socket.socket], None]) -> None:
    """Body, chunks and headers each have their limit."""
    since = time.monotonic()
    with pytest.raises(SourceError):
        got(site, route)
    assert time.monotonic() - since < 4


def silent(line: socket.socket) -> None:
    """No answer at all."""
    time.sleep(3)


def dripping_body(line: socket.socket) -> None:
    """A byte now and then, for ever."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(60):
        line.sendall(b"x")
        time.sleep(0.05)


def dripping_head(line: socket.socket) -> None:
    """A header that never comes to its end."""
    line.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(60):
        line.sendall(b"y")
        time.sleep(0.05)


def dripping_promises(line: socket.socket) -> None:
    """«Go on» again and again, and never an answer."""
    for _ in range(60):
        line.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.05)


@pytest.mark.parametrize("route", [silent, dripping_body, dripping_head, dripping_promises])
def test_the_deadline_holds_for_the_whole_answer(site: Site, route: Callable[[socket.socket], None]) -> None:
    """A server that sends a little now and then does not hold a run up; half a page is no page."""
    since = time.monotonic()
    with pytest.raises(SourceError, match="in the time allowed"):
        got(site, route, seconds=0.4)
    assert time.monotonic() - since < 1.5


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"]),
    st.lists(
        st.binary(max_size=40)
        | st.sampled_from(
            [b"Content-Length: ", b"Content-Encoding: gzip\r\n", b"\r\n", b"\r\n\r\n", b"\x1f\x8b\x08"]
        ),
        max_size=8,
    ),
)
def test_any_answer_is_an_answer_or_a_sentence(site: Site, start: bytes, pieces: list[bytes]) -> None:
    """Whatever bytes a server sends, nothing but our own error comes out, and its words are plain."""
    try:
        answer = got(site, lambda line: line.sendall(start + b"".join(pieces)))
    except SourceError:
        return
    assert answer.media_type.isascii()
    assert answer.media_type.isprintable()


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("text/html, text/plain", "text/html", None),
        ("text/html; charset=\x1b[31m", "text/html", None),
        ("text/\x1b[31m", "application/octet-stream", None),
        ("", "text/plain", None),
        ("application/pdf; charset*=utf-8''utf-8", "application/pdf", "utf-8"),
    ],
)
def test_odd_words_of_a_server_are_not_repeated(header: str, media_type: str, charset: str | None) -> None:
    """What a header says may be told to the analyst, so it is a plain word or nothing."""
    answer = Answer(
        address=parse("https://news.example/"), status=200, headers={"content-type": header}, content=b""
    )
    assert (answer.media_type, answer.charset) == (media_type, charset)


def test_a_body_that_breaks_off_is_no_page(site: Site) -> None:
    """Less than the length that was promised may be tried again, and is never taken for the whole."""
    with pytest.raises(TransientError, match="broke off"):
        got(site, Reply("short", headers={"Content-Length": "5000"}))


def closed(line: socket.socket) -> None:
    """A line that is hung up without a word."""
    line.shutdown(socket.SHUT_RDWR)


def not_http(line: socket.socket) -> None:
    """Another protocol."""
    line.sendall(b"220 mail.example ESMTP\r\n")


@pytest.mark.parametrize("route", [closed, not_http])
def test_what_is_no_answer_is_a_sentence(site: Site, route: Callable[[socket.socket], None]) -> None:
    """A line that is cut and another protocol are told like any other fault."""
    with pytest.raises(SourceError) as caught:
        got(site, route)
    assert caught.value.kind == "unreachable"


def test_nobody_at_home_may_be_tried_again() -> None:
    """A refused connection is a fault that may be over in a moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(TransientError):
            ask(parse(f"http://127.0.0.1:{port}/", {"127.0.0.1"}), HERE, {}, seconds=2, size=100)


@pytest.mark.parametrize(
    ("said", "wait"), [("7", 7.0), ("soon", None), (None, None), ("Mon, 01 Jan 1990 00:00:00 GMT", 0.0)]
)
@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_says_how_long(site: Site, status: int, said: str | None, wait: float | None) -> None:
    """Retry-After is seconds or a date; what is neither is left out."""
    with pytest.raises(TransientError) as caught:
        got(site, Reply("", status, {"Retry-After": said} if said else {}))
    assert caught.value.wait == wait


def test_the_content_of_other_answers_is_not_read(site: Site) -> None:
    """A page of errors is no source, however long it is."""
    answer = got(site, Reply("x" * 1_000_000, 404, HTML))
    assert (answer.status, answer.content) == (404, b"")


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that trusts the authority of the tests."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    trusting.cache_clear()
    yield
    trusting.cache_clear()


def secure(site: Site, host: str) -> Answer:
    """What a secure server of this machine answers to somebody who takes it for `host`."""
    return ask(at(site, host, "https"), HERE, {}, seconds=5, size=100)


@pytest.mark.usefixtures("trusted")
def test_a_certificate_must_prove_the_name_and_not_the_number() -> None:
    """The number is what is called, the name is what is proved."""
    with serving(secure=True) as site:
        site.routes["/a"] = Reply("x")
        assert secure(site, "news.example").content == b"x"
        for host in ("other.example", "127.0.0.1"):
            with pytest.raises(SourceError, match="certificate does not hold"):
                secure(site, host)
        assert len(site.asked) == 1


@pytest.mark.usefixtures("trusted")
def test_the_deadline_holds_for_encrypted_answers() -> None:
    """Hanging up works in the middle of an encrypted line, too."""
    with serving(secure=True) as site:
        site.routes["/a"] = dripping_body
        with pytest.raises(SourceError, match="in the time allowed"):
            ask(
                parse(f"https://news.example:{site.port}/a", {"news.example"}),
                HERE,
                {},
                seconds=0.4,
                size=100,
            )


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    """What this machine does not trust is not asked for anything."""
    trusting.cache_clear()
    with serving(secure=True) as site:
        with pytest.raises(SourceError, match="certificate does not hold"):
            secure(site, "news.example")
        assert not site.asked


def test_a_server_without_encryption_is_not_asked_for_secrets(site: Site) -> None:
    """An https address whose server speaks plain http is a fault, never a plain request."""
    with pytest.raises(SourceError) as caught:
        secure(site, "news.example")
    assert caught.value.kind == "unreachable"


def test_an_empty_folder_of_certificates_is_no_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder is there but bare Mozilla's list counts; what is in it counts first."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "certs"))
    (tmp_path / "certs").mkdir()
    assert trusting.__wrapped__().cert_store_stats()["x509_ca"] > 50
    (tmp_path / "certs" / "authority.pem").write_bytes((CERTIFICATES / "authority.pem").read_bytes())
    assert trusting.__wrapped__().cert_store_stats()["x509_ca"] == 0
