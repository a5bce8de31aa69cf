"""A model on the wire: whatever a server says or does, what counts is right, and the rest is counted."""

import asyncio
import json
import logging
import signal
import socket
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime

import pytest
import trustme
from msgspec import structs
from starlette.responses import JSONResponse, RedirectResponse, Response

from brief.config import JudgeSettings
from brief.errors import SourceError, TopicError
from brief.judge.answers import Decision, fitted
from brief.judge.line import MOST_BYTES
from brief.judge.model import GIVEN_UP, Asked, Model
from brief.judge.outside import World
from brief.judge.questions import (
    Choice,
    Kept,
    Question,
    Relations,
    Shares,
    StanceTaken,
    Verdict,
    Weights,
    digest,
    kind_of,
)
from brief.model import Facet, Stance
from tests.judge.asked import KINDS, facets
from tests.judge.models import KEY, Reply, Server, Told_, said, serving, streamed, well

NOW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
MOTIVES = ((Facet.MOTIVES, 0.8),)
# Questions that fit no request together: each is one of its own.
MANY = tuple(facets(24, source=f"s{number}", length=4) for number in range(8))


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """A server that runs for all tests of this file: to start one takes longer than most of them."""
    with serving() as found:
        yield found


@pytest.fixture
def server(running: Server) -> Server:
    """A server that speaks the protocol, and has not been asked yet."""
    running.replies, running.asked = [well], []
    return running


class Pauses(list[float]):
    """The pauses that were asked for, without keeping them."""

    def __call__(self, seconds: float) -> bool:
        """Note a pause; it was not broken off."""
        self.append(seconds)
        return False


def unknown(_host: str) -> Sequence[str]:
    """A network without names."""
    raise SourceError("names a host that cannot be found; mend the address or the network.", "no_host")


def world(pauses: Pauses | None = None, trust: ssl.SSLContext | None = None) -> World:
    """A world in which nobody waits."""
    return World(
        resolve=lambda host: ("127.0.0.1",) if host == "localhost" else unknown(host),
        trust=lambda: trust or ssl.create_default_context(),
        pause=Pauses() if pauses is None else pauses,
    )


def model(settings: JudgeSettings, pauses: Pauses | None = None, key: str | None = None) -> Model:
    """A model as the settings name it."""
    return Model(settings, "ar", key, lambda: NOW, world=world(pauses))


def decided(asked: Model, questions: Sequence[Question]) -> dict[str, Decision]:
    """The last decision on each question."""
    with closing(asked):
        return {one.question: one for one in asked(questions)}


def test_every_kind_of_question_is_answered(server: Server) -> None:
    """What the model answers becomes decisions of its name, at the time, each fit for its question."""
    asked = model(server.settings())
    found = decided(asked, KINDS)
    answers = {found[digest(one)].kind: found[digest(one)].answer for one in KINDS}
    assert answers == {
        "body": Kept({1: False, 2: False}),
        "facets": Shares(dict.fromkeys(range(4), MOTIVES)),
        "matters": Weights(dict.fromkeys(range(3), 3.0)),
        "related": Relations({1: "same", 2: "same"}),
        "disagree": Verdict("precision"),
        "speaker": Choice(1),
        "stance": StanceTaken(Stance.SUPPORT),
    }
    assert {(one.judge, one.name, one.at) for one in found.values()} == {
        ("model", "small", "2031-05-06T07:08:09+00:00")
    }
    assert (asked.asked.requests, asked.asked.answered, asked.asked.unanswered) == (7, 7, 0)
    assert asked.fault is None


def test_what_goes_out_is_the_question_alone(server: Server) -> None:
    """Nothing about the machine, its settings or its user is sent; the draw is fixed, the answer bounded."""
    decided(model(server.settings(answer=512), key=KEY), [facets()])
    (headers, body), *_ = server.asked
    assert set(headers) == {
        "host",
        "user-agent",
        "accept",
        "accept-encoding",
        "content-type",
        "content-length",
        "connection",
        "authorization",
    }
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["user-agent"].startswith("policy-brief/")
    assert set(body) == {"model", "messages", "response_format", "temperature", "seed", "max_tokens"}
    assert (body["temperature"], body["max_tokens"], body["model"]) == (0, 512, "small")
    assert body["response_format"]["json_schema"]["strict"] is True


def test_the_environment_of_the_client_counts_for_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own variables, and proxies, neither lead elsewhere nor put anything into a request."""
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "of-another-program")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert decided(model(server.settings()), [facets()])
    (headers, _), *_ = server.asked
    assert "authorization" not in headers
    assert "of-another-program" not in str(headers)


def text(content: str | None, finish: str = "stop", **message: object) -> Reply:
    """A reply with this text."""
    return lambda _body: JSONResponse(said(content, finish, **message))


def status(number: int, headers: dict[str, str] | None = None, body: str = "its own words") -> Reply:
    """A reply of a status."""
    return lambda _body: Response(body, number, headers)


def answering(*answers: object) -> Reply:
    """A reply with these answers."""
    return text(json.dumps({"answers": list(answers)}))


FIRST = [{"number": 1, "facet": "motives", "or": "none", "sure": 0.8}]


@pytest.mark.parametrize(
    ("reply", "numbers", "dropped"),
    [
        # The statements have the numbers 0 to 3, and 1 to 4 in the request.
        (answering({"question": 1, "answer": FIRST}), {0}, 0),
        (answering({"question": 1, "answer": [*FIRST, *FIRST]}), {0}, 1),
        (answering({"question": 1, "answer": [*FIRST, {**FIRST[0], "number": 99}]}), {0}, 1),
        (answering({"question": 1, "answer": [*FIRST, {**FIRST[0], "number": 0}]}), {0}, 1),
        (answering({"question": 1, "answer": [*FIRST, {**FIRST[0], "number": "2"}]}), {0}, 1),
        (answering({"question": 1, "answer": [*FIRST, {**FIRST[0], "number": 2, "facet": "joy"}]}), {0}, 1),
        (answering({"question": 1, "answer": FIRST}, {"question": 1, "answer": FIRST}), {0}, 1),
        (answering({"question": 1, "answer": FIRST}, {"question": 2, "answer": FIRST}), {0}, 1),
        (answering({"question": 1, "answer": FIRST}, {"question": True, "answer": FIRST}, 7, None), {0}, 3),
        (
            text(
                "Here you are:\n```json\n"
                + json.dumps({"answers": [{"question": 1, "answer": FIRST}]})
                + "```"
            ),
            {0},
            0,
        ),
        (answering({"question": 1, "answer": {"facet": "motives"}}), set(), 1),
        (answering({"question": 1}), set(), 1),
        (answering(), set(), 0),
        (text("[]"), set(), 1),
        (text('{"answers": 3}'), set(), 1),
        (text('{"answers": [{"question": 1, "answer": [{"num'), set(), 1),
        (text('{"answers": ' + "[" * 5000), set(), 1),
        (text('{"answers": ' + "[" * 5000 + "]" * 5000 + "}"), set(), 1),
        (text("I would rather write you a summary."), set(), 1),
        (text(""), set(), 1),
        (text(None), set(), 1),
    ],
)
def test_of_an_answer_only_what_was_asked_counts(
    server: Server, reply: Reply, numbers: set[int], dropped: int
) -> None:
    """Unknown and repeated numbers, labels outside the list, other forms and half an answer are dropped."""
    server.replies = [reply]
    asked = model(server.settings())
    found = decided(asked, [facets()])
    answers = [one.answer for one in found.values()]
    assert answers == ([Shares(dict.fromkeys(numbers, MOTIVES))] if numbers else [])
    assert asked.asked.dropped == dropped
    assert (asked.asked.answered, asked.asked.unanswered) == ((1, 0) if numbers else (0, 1))


def test_a_refusal_is_no_fault(server: Server) -> None:
    """What the model declines is left to the rules and counted; the others are asked all the same."""
    server.replies = [text(None, refusal="I will not.")]
    asked = model(server.settings())
    assert not decided(asked, MANY)
    assert asked.asked.refused == asked.asked.requests == asked.asked.planned > GIVEN_UP
    assert (asked.fault, asked.asked.failed, asked.is_out) == (None, 0, False)


def test_an_answer_cut_off_is_asked_for_in_two_parts(server: Server) -> None:
    """What was too long to end is asked once more in halves, and both make one decision."""
    server.replies = [text('{"answers": [{"question": 1, "answer": [{"num', "length"), well]
    asked = model(server.settings())
    found = decided(asked, [facets()])
    assert [one.answer for one in found.values()] == [Shares(dict.fromkeys(range(4), MOTIVES))]
    assert (asked.asked.planned, asked.asked.requests, asked.asked.failed) == (3, 3, 1)
    assert (asked.asked.answered, asked.asked.unanswered) == (1, 0)


def test_what_is_always_cut_off_is_parted_once(server: Server) -> None:
    """A model that never ends is asked for two halves and no more."""
    server.replies = [text("{", "length")]
    asked = model(server.settings())
    assert not decided(asked, [facets()])
    assert (asked.asked.requests, asked.is_out) == (3, False)


def test_a_busy_server_is_asked_again_when_it_says(server: Server) -> None:
    """After 429 the pause is as long as it asks, and the answer counts."""
    server.replies = [status(429, {"Retry-After": "7"}), well]
    pauses = Pauses()
    asked = model(server.settings(), pauses)
    assert decided(asked, [facets()])
    assert (pauses, asked.fault, asked.asked.failed) == ([7.0], None, 0)


@pytest.mark.parametrize("wait", ["3600", "inf", "nan", "-5", "soon", ""])
def test_no_server_makes_us_wait_for_long(server: Server, wait: str) -> None:
    """A pause beyond the bound is not kept, and what is no number of seconds is not heard."""
    server.replies = [status(429, {"Retry-After": wait})]
    pauses = Pauses()
    asked = model(server.settings(retries=2), pauses)
    assert not decided(asked, [facets()])
    assert pauses == ([] if wait == "3600" else [1.0, 2.0])


def test_a_broken_server_is_given_up(server: Server) -> None:
    """After 500 for ever a few requests are made, not all, and one sentence says why."""
    server.replies = [status(500)]
    pauses = Pauses()
    asked = model(server.settings(retries=2), pauses)
    assert not decided(asked, MANY)
    assert asked.fault == f"127.0.0.1:{server.port}: is busy or broken (status 500); ask again later."
    assert len(server.asked) == GIVEN_UP * 3
    assert pauses == [1.0, 2.0] * GIVEN_UP
    assert (asked.asked.requests, asked.asked.unanswered) == (GIVEN_UP, len(MANY))
    assert asked.is_out


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (401, "does not let us in (status 401); set the key in BRIEF_JUDGE_KEY."),
        (403, "does not let us in (status 403)"),
        (404, "has no such model or address (status 404); mend url of [judge], or model, which is 'small'."),
    ],
)
def test_a_fault_that_will_not_pass_ends_the_asking(server: Server, number: int, sentence: str) -> None:
    """It is met once, said once in our words, and nothing else is asked."""
    server.replies = [status(number, body=json.dumps({"error": {"message": "its own words"}}))]
    asked = model(server.settings(), key=KEY)
    assert not decided(asked, MANY)
    assert asked.fault is not None
    assert sentence in asked.fault
    assert "own words" not in asked.fault
    assert KEY not in asked.fault
    assert len(server.asked) == 1


@pytest.mark.parametrize(("number", "out"), [(500, True), (400, False)])
def test_what_got_lost_on_the_way_may_be_asked_later(server: Server, number: int, *, out: bool) -> None:
    """A request that a server broke may be met another time; what it refused as unfit it has seen."""
    server.replies = [well, status(number)]
    asked = model(server.settings(retries=0))
    decided(asked, MANY[:2])
    assert asked.is_out is out


def test_a_server_that_takes_no_schema_is_told_of(server: Server) -> None:
    """What it refuses as unfit is tried in two parts, and after a few in vain no more."""
    server.replies = [status(400)]
    asked = model(server.settings())
    assert not decided(asked, MANY)
    assert asked.fault is not None
    assert "does not take what is asked (status 400)" in asked.fault
    assert len(server.asked) == GIVEN_UP


def test_a_redirect_is_not_followed(server: Server) -> None:
    """Another address is never asked, whatever a server says."""
    with serving() as other:
        server.replies = [lambda _body: RedirectResponse(f"{other.url}/chat/completions", 307)]
        asked = model(server.settings(), key=KEY)
        assert not decided(asked, MANY)
        assert not other.asked
    assert asked.fault is not None
    assert "leads elsewhere (status 307), where nothing is sent" in asked.fault
    assert len(server.asked) == 1


async def endless() -> AsyncIterator[bytes]:
    """A body without an end, as fast as it goes."""
    while True:
        yield b" " * 65536
        await asyncio.sleep(0)


async def dripping() -> AsyncIterator[bytes]:
    """A body that never ends, a blank at a time."""
    while True:
        yield b" "
        await asyncio.sleep(0.02)


async def silent() -> AsyncIterator[bytes]:
    """A body that never begins."""
    await asyncio.sleep(30)
    yield b"{}"


async def huge() -> AsyncIterator[bytes]:
    """An answer in form, far too long."""
    yield json.dumps(said("x" * (MOST_BYTES + 1))).encode()


async def broken() -> AsyncIterator[bytes]:
    """A body that breaks off."""
    yield b'{"choices": [{'
    await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("reply", "sentence", "seconds"),
    [
        (streamed(endless), "answers more than any answer holds", 1.0),
        (streamed(huge), "answers more than any answer holds", 1.0),
        (streamed(dripping), "did not answer whole in 0.3 seconds", 1.2),
        (streamed(silent), "did not answer whole in 0.3 seconds", 1.2),
        (streamed(broken, **{"Content-Length": "5000"}), "broke off the connection", 1.0),
        (lambda _body: Response(b"\x1f\x8b\x08", headers={"Content-Encoding": "gzip"}), "answers more", 1.0),
        (lambda _body: Response(b"<html>Welcome"), "does not answer as the chat protocol does", 1.0),
        (lambda _body: JSONResponse({"choices": []}), "does not answer as the chat protocol does", 1.0),
        (lambda _body: JSONResponse([1]), "does not answer as the chat protocol does", 1.0),
        (lambda _body: JSONResponse({"choices": [{"message": 3}]}), "does not answer as the chat", 1.0),
        (lambda _body: Response(b'{"choices": ' + b"[" * 100_000), "does not answer as the chat", 1.0),
        (lambda _body: Response(b"\xff\xfe\x00"), "does not answer as the chat protocol does", 1.0),
    ],
)
def test_every_fault_of_a_server_ends_in_time(
    server: Server, reply: Reply, sentence: str, seconds: float
) -> None:
    """Slow, endless, huge, packed, broken off or no answer at all: three tries, a sentence, no decision."""
    server.replies = [reply]
    # A machine at work may take its time: only what never ends is given little.
    asked = model(server.settings(timeout=0.3 if "0.3" in sentence else 20.0, retries=0))
    began = time.monotonic()
    assert not decided(asked, MANY)
    assert time.monotonic() - began < 6 * seconds
    assert asked.fault is not None
    assert sentence in asked.fault
    assert (asked.asked.failed, asked.asked.unanswered) == (GIVEN_UP, len(MANY))


def dripped(line: socket.socket) -> None:
    """Headers without an end, a letter at a time."""
    with line, suppress(OSError):
        line.sendall(b"HTTP/1.1 200 OK\r\nX-Header: ")
        while True:
            line.sendall(b"x")
            time.sleep(0.02)


def mute(line: socket.socket) -> None:
    """A line on which nothing is ever said."""
    with line, suppress(OSError):
        while line.recv(65536):
            pass


def gone(line: socket.socket) -> None:
    """A line that ends before a word."""
    line.close()


@pytest.mark.parametrize(
    ("speaks", "scheme", "sentence"),
    [
        (dripped, "http", "did not answer whole"),
        (mute, "http", "did not answer whole"),
        (mute, "https", "did not answer whole"),
        (gone, "http", "broke off the connection"),
        (gone, "https", "broke off the connection"),
    ],
)
def test_a_line_without_an_answer_ends_in_time(
    speaks: Callable[[socket.socket], None], scheme: str, sentence: str
) -> None:
    """Headers that drip, a machine that is mute and one that hangs up are given up like the others."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = listening.accept()
                    threading.Thread(target=speaks, args=(line,), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        url = f"{scheme}://127.0.0.1:{listening.getsockname()[1]}/v1"
        seconds = 0.3 if "whole" in sentence else 20.0
        asked = model(JudgeSettings(url=url, model="small", timeout=seconds, retries=0))
        began = time.monotonic()
        assert not decided(asked, MANY)
        assert time.monotonic() - began < 10
    assert asked.fault is not None
    assert sentence in asked.fault


def test_what_was_answered_before_a_fault_stays(server: Server) -> None:
    """A server that dies half way leaves the decisions that came before."""
    server.replies = [well, well, status(401)]
    asked = model(server.settings())
    assert len(decided(asked, MANY)) >= 1
    assert asked.asked.requests == 3
    assert asked.fault is not None


def test_what_was_asked_only_in_part_is_not_decided(server: Server) -> None:
    """Where the asking ends between two parts of a question, that one is left to be asked again."""
    long = facets(24, length=8)
    asked = model(server.settings())
    assert decided(asked, [long])[digest(long)].answer == Shares(dict.fromkeys(range(24), MOTIVES))
    server.replies = [well, status(401)]
    asked = model(server.settings())
    assert not decided(asked, [long])
    assert (asked.asked.requests, asked.asked.unanswered) == (2, 1)


@pytest.mark.parametrize("reply", [text("no"), text(None, refusal="no"), status(500)])
def test_a_part_that_brings_nothing_leaves_the_others(server: Server, reply: Reply) -> None:
    """A question is decided by what was answered of it, where the asking went on to its end."""
    server.replies = [reply, well]
    long = facets(24, length=8)
    (decision,) = decided(model(server.settings(retries=0)), [long]).values()
    assert isinstance(decision.answer, Shares)
    assert 0 < len(decision.answer.facets) < 24


def test_nobody_at_home_is_told_at_once() -> None:
    """Where nothing listens one request is tried."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        asked = model(JudgeSettings(url=url, model="small"))
        assert not decided(asked, MANY)
    assert asked.asked.requests == 1
    assert asked.fault is not None
    assert "cannot be reached; start the model, or mend url of [judge]." in asked.fault


def test_a_certificate_must_hold() -> None:
    """A server that nobody vouches for is sent nothing; one that is vouched for is asked by its name."""
    authority = trustme.CA()
    with serving(authority) as server:
        settings = server.settings(url=f"https://localhost:{server.port}/v1")
        asked = model(settings, key=KEY)
        assert not decided(asked, MANY)
        assert asked.fault is not None
        assert "its certificate does not hold" in asked.fault
        assert not server.asked
        trust = ssl.create_default_context()
        authority.configure_trust(trust)
        trusted = Model(settings, "en", KEY, lambda: NOW, world=world(trust=trust))
        assert decided(trusted, [facets()])


@pytest.mark.parametrize(
    ("url", "hosts", "sentence"),
    [
        ("http://moved.localhost:9/v1", (), "stands for another machine than this one"),
        ("https://judge.example/v1", ("judge.example",), "names a host that cannot be found"),
    ],
)
def test_a_name_is_looked_up_before_it_is_asked(url: str, hosts: tuple[str, ...], sentence: str) -> None:
    """A name of this machine that stands for another one is not asked, nor is a host without a number."""
    settings = JudgeSettings(url=url, model="small", hosts=hosts)
    outside = structs.replace(
        world(), resolve=lambda host: ("192.0.2.9", "127.0.0.1") if "moved" in host else unknown(host)
    )
    asked = Model(settings, "ar", None, lambda: NOW, world=outside)
    assert not decided(asked, MANY)
    assert asked.fault is not None
    assert sentence in asked.fault


def test_an_address_that_may_not_be_asked_is_refused() -> None:
    """Another machine that nobody named is no judge, whatever else the settings say."""
    with pytest.raises(TopicError, match="leads to another machine than this one"):
        model(JudgeSettings(url="https://judge.example/v1", model="small"))


@pytest.mark.parametrize("key", ["url", "model"])
def test_a_model_that_is_not_named_is_told_of(key: str) -> None:
    """Where a command asks for a model that brief.toml does not name, the sentence says what to add."""
    settings = JudgeSettings(url="http://127.0.0.1:9/v1", model="small")
    with pytest.raises(TopicError, match=rf"\[judge\] lacks the key '{key}'; add it"):
        model(structs.replace(settings, **{key: None}))


@pytest.mark.parametrize("key", ["sk 1", "a\r\nX-Other: b", "مفتاح"])
def test_what_is_no_key_is_told_without_it(key: str) -> None:
    """A key with a blank or a line end is refused, and not repeated."""
    with pytest.raises(TopicError) as caught:
        model(JudgeSettings(url="http://127.0.0.1:9/v1", model="small"), key=key)
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    "reply",
    [well, status(401), status(500), streamed(dripping), text(f"{KEY}"), status(302, {"Location": "/x"})],
)
def test_nobody_ever_sees_the_key(
    server: Server, reply: Reply, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither logs, however wordy, nor sentences, decisions, counts or the terminal hold it."""
    caplog.set_level(logging.DEBUG)
    server.replies = [reply]
    asked = model(server.settings(timeout=0.3), key=KEY)
    found = decided(asked, [facets()])
    told = [caplog.text, *map(str, capfd.readouterr()), str(asked.fault), repr(asked.asked), repr(found)]
    told += [repr(asked), str(vars(asked)), asked.notice([facets()])]
    assert server.asked[0][0]["authorization"].endswith(KEY)
    assert not [one for one in told if KEY in one]


def test_a_few_requests_run_at_a_time(server: Server) -> None:
    """As many as the settings say, and no more."""
    running: list[int] = []
    most: list[int] = []
    lock = threading.Lock()

    async def pieces(body: Told_) -> AsyncIterator[bytes]:
        with lock:
            running.append(1)
            most.append(len(running))
        await asyncio.sleep(0.05)
        running.pop()
        yield json.dumps(said(json.dumps({"answers": []}))).encode()

    server.replies = [lambda body: streamed(lambda: pieces(body))(body)]
    decided(model(server.settings(at_once=2)), MANY)
    assert max(most) == 2


def test_breaking_off_leaves_nothing_under_way(server: Server) -> None:
    """Whoever stops listening after the first decision, as Ctrl-C does, has no thread left in a moment."""
    server.replies = [well, streamed(silent)]
    asked = Model(server.settings(timeout=30.0), "ar", None, lambda: NOW)
    coming = asked(MANY)
    assert next(coming).judge == "model"
    began = time.monotonic()
    coming.close()
    asked.close()
    assert time.monotonic() - began < 5
    assert not [one for one in threading.enumerate() if one.name.startswith("judge")]


def test_the_interrupt_of_the_keyboard_passes(server: Server) -> None:
    """An interrupt while requests are under way hangs up and goes on to whoever asked."""
    server.replies = [streamed(silent)]
    asked = Model(server.settings(timeout=30.0), "ar", None, lambda: NOW)

    def press() -> None:
        while not server.asked:
            time.sleep(0.01)
        signal.raise_signal(signal.SIGINT)

    # Whoever runs the tests in the background has no keyboard: there the system ignores the signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=press, daemon=True).start()
    began = time.monotonic()
    try:
        with closing(asked), pytest.raises(KeyboardInterrupt):
            list(asked(MANY))
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - began < 10
    assert not [one for one in threading.enumerate() if one.name.startswith("judge")]


def test_the_notice_says_what_goes_where(server: Server) -> None:
    """Before anything is sent one sentence names the host, the model and how much it is."""
    asked = model(server.settings())
    notice = asked.notice(MANY)
    assert (
        f"Sends sentences of the sources to 127.0.0.1:{server.port}, for its model 'small' to judge" in notice
    )
    assert not server.asked
    decided(asked, MANY)
    assert f"requests: {asked.asked.requests}, tokens: {asked.asked.tokens} at most." in notice


def test_progress_is_told_with_every_request(server: Server) -> None:
    """Whoever watches sees the requests go by, and all of them at the end."""
    seen: list[Asked] = []
    asked = Model(server.settings(), "ar", None, lambda: NOW, seen.append, world())
    decided(asked, MANY)
    assert [one.requests for one in seen] == list(range(len(server.asked) + 1))
    assert {one.planned for one in seen} == {len(server.asked)}
    assert seen[-1] == asked.asked


def test_decisions_fit_their_questions(server: Server) -> None:
    """What comes of any reply is an answer that a hearing takes as it is."""
    found = decided(model(server.settings()), [*KINDS, *MANY])
    for question in (*KINDS, *MANY):
        decision = found[digest(question)]
        assert decision.kind == kind_of(question)
        assert fitted(question, decision.answer) == decision.answer
