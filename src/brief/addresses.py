"""Which addresses may be asked: http and https, and public machines only unless a host is named.

A name may stand for any number, so a name is judged by its form here and by the numbers it
stands for once it was looked up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import NoReturn
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from msgspec import Struct

from brief.errors import SourceError

PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2000
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
# What a browser would take for a number, in whatever base.
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_UNQUOTED = "/%:@!$&'()*+,;=~?"
# Protocol assignments and the relays of 6to4 lead to other machines than they name.
_SPECIAL_4 = tuple(map(IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))
# All public machines of IPv6 stand in here, but for tunnels, documentation and special use.
_PUBLIC_6 = IPv6Network("2000::/3")
_SPECIAL_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))


class Address(Struct, frozen=True):
    """An address in its one spelling: `host` as the network knows it, `target` its path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host with the port, where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def is_number(self) -> bool:
        """Whether the host is an IP address, which no network needs to look up."""
        return ":" in self.host or bool(_NUMBER.fullmatch(self.host.rpartition(".")[2]))

    @property
    def origin(self) -> str:
        """The site that the address belongs to."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The address as text, without what only a browser uses (`#part`)."""
        return f"{self.origin}{self.target}"


def parse(text: str, allow_hosts: Collection[str] = ()) -> Address:
    """The address that `text` spells, if it may be asked; a host of `allow_hosts` may have any port.

    Raises `SourceError` for another scheme, a password, an odd port or spelling.
    """
    address = spelled(text)
    if address.port not in PORTS.values() and address.host not in allow_hosts:
        _refuse("names an unusual port; name its host in allow_hosts of [fetch] if it is meant.")
    return address


def spelled(text: str) -> Address:
    """The address that `text` spells, whatever its port; raises `SourceError` as `parse` does."""
    if len(text) > MAX_LENGTH or not text.isprintable() or any(map(str.isspace, text)) or "\\" in text:
        _refuse("is too long for an address, or holds blanks or control characters; mend it.")
    try:
        parts, port = urlsplit(text), urlsplit(text).port
    except ValueError as error:
        raise SourceError("is no address; mend it.", "address") from error
    return _address(parts, port)


def _address(parts: SplitResult, port: int | None) -> Address:
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        _refuse("is no http or https address; only those are asked.")
    if "@" in parts.netloc:
        _refuse("carries a user name or a password; take them out of it.")
    host = host_name(parts.hostname or "")
    target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_UNQUOTED)
    return Address(scheme, host, PORTS[scheme] if port is None else port, target)


def host_name(text: str) -> str:
    """A host as the network knows it: small letters, other scripts in their ASCII form.

    Raises `SourceError` for what is no host, and for numbers that are spelled oddly.
    """
    if ":" in text:
        return _number(text)
    try:
        host = text.encode("idna").decode().lower()
    except UnicodeError as error:
        raise SourceError("names no host; mend it.", "address") from error
    labels = host.split(".")
    if not all(map(_LABEL.fullmatch, labels)):
        _refuse("names no host, or spells it oddly; write it as name.example, without a dot at its end.")
    return _number(host) if _NUMBER.fullmatch(labels[-1]) else host


def _number(host: str) -> str:
    try:
        # A number with a zone («%eth0») is one of this machine's own lines.
        return ip_address(host.replace("%", " ")).compressed
    except ValueError as error:
        raise SourceError("spells the number of its host oddly; write it as 192.0.2.1.", "address") from error


def joined(address: Address, link: str, allow_hosts: Collection[str]) -> Address:
    """The address that a page at `address` means by `link`.

    A page that is not of `allow_hosts` cannot lead into them: only the analyst names them.
    """
    allowed = allow_hosts if address.host in allow_hosts else ()
    try:
        text = urljoin(address.url, link)
    except ValueError as error:
        raise SourceError(
            "leads to what is no address; save the page and list it as a file.", "address"
        ) from error
    found = parse(text, allowed)
    if found.host in allow_hosts and found.host not in allowed:
        _refuse("leads from a public site to a host of allow_hosts; list that address itself if it is meant.")
    return found


def refuse_private(address: Address, numbers: Iterable[str], allow_hosts: Collection[str]) -> None:
    """Raises `SourceError` where a number of the host is no public one, unless the host is named."""
    if address.host not in allow_hosts and not all(map(is_public, numbers)):
        _refuse(
            "leads to a private or special machine; name its host in allow_hosts of [fetch] if it is meant."
        )


def is_public(number: str) -> bool:
    """Whether `number` is the IP address of a machine of the public network."""
    try:
        found = ip_address(number)
    except ValueError:
        return False
    return _is_public_4(found) if isinstance(found, IPv4Address) else _is_public_6(found)


def is_own(host: str) -> bool:
    """Whether `host`, a name or a number, is this machine by what it is called."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_public_4(number: IPv4Address) -> bool:
    special = number.is_multicast or number.is_reserved or any(number in net for net in _SPECIAL_4)
    return number.is_global and not special


def _is_public_6(number: IPv6Address) -> bool:
    return number in _PUBLIC_6 and not any(number in net for net in _SPECIAL_6)


def _refuse(message: str) -> NoReturn:
    raise SourceError(message, "address")
