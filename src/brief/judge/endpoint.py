"""One request to a model over the chat protocol, made again where that may help.

Whatever goes wrong is told in our own words; of a server's nothing is passed on but the text of an
answer, and that is for the checks of `judge.forms` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx2
import msgspec
import openai
from msgspec import Struct

from brief.addresses import Address, is_own
from brief.config import JudgeSettings
from brief.errors import Remark, SourceError, TopicError, joined
from brief.fetch.client import chain, wait_asked
from brief.judge.line import Line, LineError
from brief.judge.outside import Answered, Fault, World
from brief.judge.prompts import messages
from brief.judge.requests import Request, schema

# The same for every request, so that a server that draws lots draws the same ones.
SEED = 7
# Seconds before a request is made again the first time, twice as many each time; and the longest wait.
BACK_OFF, MOST_WAIT = 1.0, 60.0
# Statuses that may be others in a moment, and those of a request that is too large or asks too much.
_BUSY, _UNFIT = {408, 425, 429}, {400, 413, 422}
# The client asks for one; the line puts in the true one where there is one.
_NO_KEY = "none"


class _Message(Struct, frozen=True):
    content: str | None = None
    refusal: str | None = None


class _Choice(Struct, frozen=True):
    message: _Message
    finish_reason: str | None = None


class _Reply(Struct, frozen=True):
    """What of a reply is read; all else in it is passed over."""

    choices: tuple[_Choice, ...]


class Endpoint:
    """A server that speaks the chat protocol, with one model of it.

    Raises `TopicError` for an address that may not be asked, and for what is no key.
    """

    def __init__(self, settings: JudgeSettings, language: str, key: str | None, world: World) -> None:
        if key and not (key.isascii() and key.isprintable() and " " not in key):
            raise TopicError("BRIEF_JUDGE_KEY holds what no key holds, such as a blank; set it anew.")
        self._settings, self._language, self._world = settings, language, world
        self._address = _address(settings)
        self.host = self._address.authority
        self._line = Line(self._address, self._numbers, key=key, seconds=settings.timeout, trust=world.trust)
        self._client = openai.OpenAI(
            api_key=_NO_KEY,
            base_url=self._address.url,
            organization="",
            project="",
            max_retries=0,
            http_client=httpx2.Client(transport=self._line, follow_redirects=False, trust_env=False),
        )

    def ask(self, request: Request) -> Answered:
        """What the model answers to a request; never raises what a server can bring about."""
        for retry in range(self._settings.retries + 1):
            answered = self._once(request)
            fault = answered.fault
            if fault is None or not fault.passing or retry == self._settings.retries:
                break
            wait = max(BACK_OFF * 2**retry, fault.wait or 0)
            if wait > MOST_WAIT or self._world.pause(wait):
                break
        return answered

    def hang_up(self) -> None:
        """End all requests that are under way."""
        self._line.hang_up()

    def close(self) -> None:
        """Let go of the client."""
        self._client.close()

    def _once(self, request: Request) -> Answered:
        try:
            content = self._sent(request)
        except SourceError as error:
            return Answered(fault=Fault(said=joined((f"{self.host}:", error.message)), lasting=True))
        except openai.APIStatusError as error:
            wait = wait_asked(error.response.headers)
            return Answered(fault=_of_status(error.status_code, wait, self.host, self._settings))
        except (openai.OpenAIError, httpx2.HTTPError) as error:
            return Answered(fault=_of_line(error, self.host, self._settings))
        return _read(content, self.host)

    def _sent(self, request: Request) -> bytes:
        """What the server answers; raises the errors of the client, and `SourceError` for the address."""
        words: Any = [msgspec.structs.asdict(one) for one in messages(request, self._language)]
        form: Any = {
            "type": "json_schema",
            "json_schema": {"name": request.kind, "strict": True, "schema": schema(request.kind)},
        }
        reply = self._client.chat.completions.with_raw_response.create(
            model=self._settings.model or "",
            messages=words,
            response_format=form,
            temperature=0,
            seed=SEED,
            # Every server knows this name of it, if not the newer one.
            max_tokens=self._settings.answer,
        )
        return reply.http_response.content

    def _numbers(self) -> Sequence[str]:
        """The numbers of the host, looked up once for a call; raises `SourceError`."""
        address = self._address
        numbers = (address.host,) if address.is_number else self._world.resolve(address.host)
        if is_own(address.host) and not all(map(is_own, numbers)):
            raise SourceError("stands for another machine than this one; mend url of [judge].", "address")
        return numbers


def _read(content: bytes, host: str) -> Answered:
    try:
        choice = msgspec.json.decode(content, type=_Reply).choices[0]
    except (msgspec.MsgspecError, UnicodeError, RecursionError, IndexError):
        said = Remark("%(host)s: does not answer as the chat protocol does; mend url of [judge].", host=host)
        return Answered(fault=Fault(said=said))
    if choice.message.refusal or choice.finish_reason == "content_filter":
        return Answered()
    return Answered(text=choice.message.content or "", cut=choice.finish_reason == "length")


def _of_status(status: int, wait: float | None, host: str, settings: JudgeSettings) -> Fault:
    """What an answer without an answer means, by its status alone."""
    if status in _BUSY or status >= 500:
        said = Remark(
            "%(host)s: is busy or broken (status %(status)s); ask again later.", host=host, status=status
        )
        return Fault(said=said, passing=True, wait=wait)
    if status in _UNFIT:
        said = Remark(
            "%(host)s: does not take what is asked (status %(status)s); see whether it answers by a JSON "
            "schema and has the window of [judge].",
            host=host,
            status=status,
        )
        return Fault(said=said, large=True)
    return Fault(said=_barred(status, host, settings), lasting=True)


def _barred(status: int, host: str, settings: JudgeSettings) -> Remark:
    if status in {401, 403}:
        return Remark(
            "%(host)s: does not let us in (status %(status)s); set the key in BRIEF_JUDGE_KEY.",
            host=host,
            status=status,
        )
    if 300 <= status < 400:
        return Remark(
            "%(host)s: leads elsewhere (status %(status)s), where nothing is sent; mend url of [judge].",
            host=host,
            status=status,
        )
    return Remark(
        "%(host)s: has no such model or address (status %(status)s); mend url of [judge], or model, "
        "which is %(model)r.",
        host=host,
        status=status,
        model=settings.model,
    )


def _of_line(error: Exception, host: str, settings: JudgeSettings) -> Fault:
    match next((one.why for one in chain(error) if isinstance(one, LineError)), "broken"):
        case "refused":
            said = Remark("%(host)s: cannot be reached; start the model, or mend url of [judge].", host=host)
            return Fault(said=said, lasting=True)
        case "untrusted":
            said = Remark(
                "%(host)s: cannot prove that it is what it names (its certificate does not hold); mend url "
                "of [judge], or name the authority's certificate by SSL_CERT_FILE.",
                host=host,
            )
            return Fault(said=said, lasting=True)
        case "slow":
            said = Remark(
                "%(host)s: did not answer whole in %(seconds)s seconds; raise timeout of [judge], or lower "
                "its window and answer.",
                host=host,
                seconds=f"{settings.timeout:g}",
            )
            return Fault(said=said)
        case "large" | "packed":
            said = Remark("%(host)s: answers more than any answer holds; mend url of [judge].", host=host)
            return Fault(said=said)
        case _:
            said = Remark("%(host)s: broke off the connection; ask again later.", host=host)
            return Fault(said=said, passing=True)


def _address(settings: JudgeSettings) -> Address:
    for name in ("url", "model"):
        if getattr(settings, name) is None:
            raise TopicError("%(where)s lacks the key %(key)r; add it.", where="[judge]", key=name)
    try:
        return settings.address()
    except SourceError as error:
        raise TopicError(joined(("[judge] url:", error.message))) from error
