"""An address asked politely: robots.txt respected, pauses kept, few redirects, few tries."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct
from protego import Protego

from brief.addresses import Address, joined, parse, refuse_private
from brief.config import FetchSettings
from brief.errors import Remark, SourceError
from brief.fetch.client import NAME, Answer, TransientError, ask

REDIRECTS = {301, 302, 303, 307, 308}
MAX_REDIRECTS = 5
# Seconds before the second and the third try.
BACK_OFF = (1.0, 3.0)
# What a server may ask us to wait, in seconds: after a fault, and between two pages.
MAX_WAIT = 30.0
MAX_DELAY = 10.0
ROBOTS_BYTES = 512 * 1024
RESOLVE_SECONDS = 10.0
# Faults of a host, which its pages share with its robots.txt.
_OF_THE_HOST = {"address", "no_host"}


def resolve(host: str) -> tuple[str, ...]:
    """The numbers of a host, as the system knows them; raises `SourceError` where there are none."""
    found: list[str] = []

    def look_up() -> None:
        try:
            entries = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(str(entry[4][0]) for entry in entries)

    # The system's look-up knows no time limit.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(RESOLVE_SECONDS)
    if not found:
        raise SourceError("names a host that cannot be found; mend the address or the network.", "no_host")
    return tuple(dict.fromkeys(found))


class Network(Struct, frozen=True):
    """The world outside: how names are looked up, how time passes, and the pause we keep."""

    resolve: Callable[[str], tuple[str, ...]] = resolve
    sleep: Callable[[float], None] = time.sleep
    pause: float = 1.0


class _Allowance:
    """The seconds that an address may take, without those that we wait by ourselves."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    @contextmanager
    def running(self) -> Iterator[float]:
        since = time.monotonic()
        try:
            yield max(self.left, 0.0)
        finally:
            self.left -= time.monotonic() - since


class Visitor:
    """Asks one address after the other; remembers each site's rules and when it was last asked."""

    def __init__(self, settings: FetchSettings, network: Network) -> None:
        self.settings = settings
        self.hosts = settings.hosts()
        self.network = network
        self._rules: dict[str, Protego | SourceError] = {}
        self._asked: dict[str, float] = {}

    def page(self, address: Address, conditions: Mapping[str, str]) -> Answer:
        """The answer of a page (200, or 304 under `conditions`); raises `SourceError` for any other."""
        answer = self._follow(address, conditions, self.settings.max_bytes, self._refuse_unwelcome)
        if answer.status == 200 or (answer.status == 304 and conditions):
            return answer
        raise SourceError(
            "answers with status %(status)s; mend the address in brief.toml or fetch again later.",
            "unreachable",
            status=answer.status,
        )

    def _follow(
        self,
        address: Address,
        conditions: Mapping[str, str],
        size: int,
        check: Callable[[Address], None] = lambda _address: None,
    ) -> Answer:
        allowance = _Allowance(self.settings.timeout)
        for _ in range(MAX_REDIRECTS + 1):
            check(address)
            answer = self._tried(address, conditions, size, allowance)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            address = joined(address, _as_sent(answer.headers["location"]), self.hosts)
        raise SourceError(
            "leads on more than %(most)s times; mend the address.", "unreachable", most=MAX_REDIRECTS
        )

    def _tried(
        self, address: Address, conditions: Mapping[str, str], size: int, allowance: _Allowance
    ) -> Answer:
        """The answer of one address; what may be over in a moment is tried again."""
        # Not stamina: each topic's clock is its own, one allowance holds over all tries, hops and rules.
        for backing_off in BACK_OFF:
            try:
                return self._once(address, conditions, size, allowance)
            except TransientError as fault:
                wait = backing_off if fault.wait is None else fault.wait
                if wait > MAX_WAIT or allowance.left <= 0:
                    raise
                self.network.sleep(wait)
        return self._once(address, conditions, size, allowance)

    def _once(
        self, address: Address, conditions: Mapping[str, str], size: int, allowance: _Allowance
    ) -> Answer:
        """One call. The name is looked up once: what was checked is what is called."""
        self._keep_apart(address)
        try:
            with allowance.running() as seconds:
                numbers = (address.host,) if address.is_number else self.network.resolve(address.host)
                refuse_private(address, numbers, self.hosts)
                return ask(address, numbers, conditions, seconds=seconds, size=size)
        finally:
            self._asked[address.host] = time.monotonic()

    def _keep_apart(self, address: Address) -> None:
        """Wait until the pause since the last call of this host is over."""
        rules = self._rules.get(address.origin)
        delay = rules.crawl_delay(NAME) if isinstance(rules, Protego) else None
        pause = max(self.network.pause, min(float(delay or 0), MAX_DELAY))
        since = time.monotonic() - self._asked.get(address.host, float("-inf"))
        if since < pause:
            self.network.sleep(pause - since)

    def _refuse_unwelcome(self, address: Address) -> None:
        if address.origin not in self._rules:
            self._rules[address.origin] = self._read_rules(address)
        rules = self._rules[address.origin]
        if isinstance(rules, SourceError):
            raise rules
        if not rules.can_fetch(address.url, NAME):
            raise SourceError(
                "is closed to programs by robots.txt of its site; save the page and list it as a file.",
                "robots",
            )

    def _read_rules(self, address: Address) -> Protego | SourceError:
        """The rules of a site. One that has none (4xx) allows all; one that cannot tell is left alone."""
        try:
            answer = self._follow(parse(f"{address.origin}/robots.txt", {address.host}), {}, ROBOTS_BYTES)
        except SourceError as error:
            return error if error.kind in _OF_THE_HOST else _without_rules(error.message)
        if answer.status >= 500:
            why = Remark("answers with status %(status)s; fetch again later.", status=answer.status)
            return _without_rules(why)
        return Protego.parse(answer.content.decode("utf-8-sig", "replace"))


def _without_rules(why: Remark) -> SourceError:
    return SourceError("was not asked, for robots.txt of its site %(why)s", "unreachable", why=why)


def _as_sent(header: str) -> str:
    """A header whose bytes are UTF-8, as they often are where an address holds Arabic words."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header
