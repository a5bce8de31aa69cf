"""How often somebody may try a password: so many in a quarter of an hour, by name and by address."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict, deque
from collections.abc import Callable

SECONDS = 900
# Many people of one office may come from one address.
MOST_BY_NAME, MOST_BY_ADDRESS = 8, 40
_MOST_KEYS = 20_000
Key = tuple[str, str]
_MOST = {"name": MOST_BY_NAME, "address": MOST_BY_ADDRESS}
_OWN_NETWORK = 64  # bits of an IPv6 address: the rest one sets oneself


class Attempts:
    """Counts attempts in memory; `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._times = OrderedDict[Key, deque[float]]()

    def begin(self, name: str, address: str) -> bool:
        """Whether one more may be made; it counts before its outcome is known, so none slips through."""
        keys = _keys(name, address)
        if any(len(self._recent(key)) >= _MOST[key[0]] for key in keys):
            return False
        for key in keys:
            self._recent(key).append(self._clock())
        return True

    def succeeded(self, name: str, address: str) -> None:
        """An attempt that was right is not counted, and clears its name."""
        by_name, by_address = _keys(name, address)
        self._times.pop(by_name, None)
        if times := self._times.get(by_address):
            times.pop()

    def _recent(self, key: Key) -> deque[float]:
        times = self._times.setdefault(key, deque())
        self._times.move_to_end(key)
        while times and times[0] <= self._clock() - SECONDS:
            times.popleft()
        while len(self._times) > _MOST_KEYS:
            self._times.popitem(last=False)
        return times


def _keys(name: str, address: str) -> tuple[Key, Key]:
    return ("name", name), ("address", _network(address))


def _network(address: str) -> str:
    """An address, or the network that one household has of IPv6."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if known.version == 4:
        return str(known)
    return str(ipaddress.ip_network((known, _OWN_NETWORK), strict=False))
