"""A server of this machine that speaks the chat protocol."""

import json
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import trustme
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from brief.config import JudgeSettings
from brief.judge.prompts import FENCE

KEY = "sk-the-key-that-nobody-may-see"
Told_ = Mapping[str, Any]


def asked(body: Told_) -> dict[str, Any]:
    """The data that a request holds, between its fences."""
    begin, end = FENCE
    told = body["messages"][-1]["content"]
    assert told.count(begin) == told.count(end) == 1
    found: dict[str, Any] = json.loads(told.partition(begin)[2].partition(end)[0])
    return found


_EACH: dict[str, dict[str, Any]] = {
    "body": {"article": False},
    "facets": {"facet": "motives", "or": "none", "sure": 0.8},
    "matters": {"weight": 3},
    "related": {"as": "same"},
}
_WHOLE: dict[str, dict[str, Any]] = {
    "disagree": {"kind": "precision"},
    "speaker": {"candidate": 2},
    "stance": {"stance": "support"},
}


def good(body: Told_) -> dict[str, Any]:
    """An answer to all that is asked."""
    kind = body["response_format"]["json_schema"]["name"]
    answers = []
    for question in asked(body)["questions"]:
        told: Any = _WHOLE.get(kind)
        if kind in _EACH:
            told = [{"number": number, **_EACH[kind]} for number in question["asked"]]
        answers.append({"question": question["question"], "answer": told})
    return {"answers": answers}


def said(content: str | None, finish: str = "stop", **message: object) -> dict[str, Any]:
    """A reply of the protocol that holds a text."""
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "\x1b[31mthe server's own name",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
    }


def well(body: Told_) -> Response:
    """The good answer as a reply."""
    return JSONResponse(said(json.dumps(good(body))))


Reply = Callable[[Told_], Response]


class Server:
    """A server with what it replies, one after the other and the last for ever, and what it was asked."""

    def __init__(self) -> None:
        self.port = 0
        self.replies: list[Reply] = [well]
        self.asked: list[tuple[dict[str, str], dict[str, Any]]] = []

    @property
    def url(self) -> str:
        """Where the protocol is spoken."""
        return f"http://127.0.0.1:{self.port}/v1"

    async def reply(self, request: Request) -> Response:
        """The next reply."""
        self.asked.append((dict(request.headers), await request.json()))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return reply(self.asked[-1][1])

    def settings(self, **more: Any) -> JudgeSettings:  # noqa: ANN401 - the fields of the settings
        """Settings that ask this server, in a test's time."""
        own: dict[str, Any] = {"url": self.url, "model": "small", "timeout": 2.0, "at_once": 1, "retries": 1}
        return JudgeSettings(by="model", **{**own, **more})


def streamed(pieces: Callable[[], AsyncIterator[bytes]], **headers: str) -> Reply:
    """A reply whose body comes in pieces."""
    return lambda _body: StreamingResponse(pieces(), media_type="application/json", headers=headers)


@contextmanager
def serving(authority: trustme.CA | None = None) -> Iterator[Server]:
    """A server on a free port of this machine, over TLS where an authority vouches for it."""
    server = Server()
    routes = [Route("/v1/chat/completions", server.reply, methods=["POST"])]
    config = uvicorn.Config(
        Starlette(routes=routes), port=0, log_config=None, lifespan="off", timeout_graceful_shutdown=1
    )
    config.load()
    if authority is not None:
        config.ssl = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost", "127.0.0.1").configure_cert(config.ssl)
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.005)
    server.port = running.servers[0].sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        running.should_exit = running.force_exit = True
        thread.join(5)
