"""A brief built with a model on the wire: whatever its server does, the issue is whole and holds."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.responses import JSONResponse, RedirectResponse, Response

from brief import build
from brief.check import check
from brief.config import Topic
from brief.errors import Remark
from brief.judge.asking import judge
from brief.judge.forms import FACETS, KINDS, RELATIONS, STANCES
from brief.judging import Bench
from tests.judge.models import KEY, Reply, Server, Told_, asked, said, serving, streamed, well
from tests.topics import ROOT

# What a source could want to be printed, and no source of the topic says.
INJECTED = "https://evil.example/ قال الوزير إن 777 مليونا"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that speaks the protocol."""
    with serving() as found:
        yield found


async def broken() -> AsyncIterator[bytes]:
    """A body that breaks off."""
    yield b'{"choices": [{'
    await asyncio.sleep(0.01)


def at_random(body: Told_) -> Response:
    """Numbers and labels drawn by lot, and words that nobody asked for in every place that takes some."""
    draw = random.Random(1)  # noqa: S311 - the same lots in every run
    answers = []
    for question in asked(body)["questions"]:
        listed = (
            [
                {
                    "number": number,
                    "article": draw.random() < 0.8,
                    "facet": draw.choice(FACETS),
                    "or": INJECTED,
                    "sure": draw.random(),
                    "weight": draw.randrange(4),
                    "as": draw.choice(("same", *RELATIONS)),
                    "text": INJECTED,
                }
                for number in question["asked"]
            ]
            if body["response_format"]["json_schema"]["name"] in {"body", "facets", "matters", "related"}
            else {
                "kind": draw.choice(KINDS),
                "candidate": draw.randrange(3),
                "stance": draw.choice(STANCES),
                "speaker": INJECTED,
            }
        )
        answers.append({"question": question["question"], "answer": listed, "note": INJECTED})
    return JSONResponse(said(json.dumps({"answers": answers, "brief": INJECTED}), name=INJECTED))


def built(server: Server, folder: Path) -> list[str]:
    """What the judge says while the issue in `folder` is built, and checked to hold."""
    told: list[str] = []

    def seat(_topic: Topic) -> Bench:
        settings = server.settings(timeout=0.5, retries=0)
        environment = {"BRIEF_JUDGE_KEY": KEY}
        return Bench(judge=judge(settings, "ar", environment, told.append, lambda: datetime.now(UTC)))

    request = build.Request(ROOT / "tests" / "topic", folder, formats=("html", "json"))
    build.build(request, lambda _stage: None, seat=seat)
    assert check(folder) == ()
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for never in (KEY, "evil.example", "777 مليونا", "the server's own name", "own words"):
        assert never.encode() not in content
        assert not [one for one in told if never in one]
    assert all(isinstance(one, Remark) for one in told)
    return told


FAULTS: dict[str, tuple[Reply, str]] = {
    "500 for ever": (lambda _body: Response("own words", 500), "is busy or broken (status 500)"),
    "refusal": (lambda _body: JSONResponse(said(None, refusal="own words")), "without an answer of use"),
    "cut off": (lambda _body: JSONResponse(said('{"answers": [', "length")), "no answer that can be used"),
    "broken off": (streamed(broken, **{"Content-Length": "5000"}), "broke off the connection"),
    "elsewhere": (lambda _body: RedirectResponse("http://evil.example/"), "leads elsewhere"),
    "no model": (lambda _body: Response("own words", 404), "has no such model or address"),
}


def test_whatever_a_model_answers_only_the_sources_speak(server: Server, tmp_path: Path) -> None:
    """Labels by lot and words in every field: the gate passes, and none of the words get in."""
    server.replies = [at_random]
    told = built(server, tmp_path / "issue")
    assert "Sends sentences of the sources" in told[0]
    assert "judgement.json" in {path.name for path in (tmp_path / "issue").iterdir()}


def test_a_server_with_every_fault_in_turn_is_borne(server: Server, tmp_path: Path) -> None:
    """Good answers between all faults that pass: what came counts, the rules decide the rest."""
    passing = [FAULTS[name][0] for name in ("500 for ever", "refusal", "cut off", "broken off")]
    server.replies = [reply for fault in passing for reply in (well, fault)] + [well]
    told = built(server, tmp_path / "issue")
    assert "the rules decide the rest." in told[-2]
    assert "requests without an answer of use" in told[-1]


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_server_that_never_answers_leaves_the_brief_to_the_rules(
    server: Server, fault: str, tmp_path: Path
) -> None:
    """The issue is that of the rules, and a sentence says why."""
    reply, sentence = FAULTS[fault]
    server.replies = [reply]
    told = built(server, tmp_path / "issue")
    assert sentence in " ".join(told)
    build.build(
        build.Request(ROOT / "tests" / "topic", tmp_path / "own", formats=("json",)), lambda _stage: None
    )
    judged, own = (
        json.loads((tmp_path / name / "brief.json").read_text("utf-8")) for name in ("issue", "own")
    )
    # Only that the rules decided everything is told where another was asked.
    assert [(one["judge"], own["judges"]) for one in judged.pop("judges")] == [("rules", own.pop("judges"))]
    assert judged == own
