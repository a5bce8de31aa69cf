"""Who gets the issues, and over which mail server: a file outside of every repository.

The file is `$BRIEF_RECIPIENTS`, or else `~/.config/brief/recipients.toml`. It names people, so it may
lie neither in a topic nor in reports/ nor in a work tree; passwords stand in the environment alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from email.errors import HeaderParseError
from email.headerregistry import Address
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, urlsplit

from msgspec import Struct, structs

from brief import keyed
from brief.config import FILE_NAME
from brief.deliver import CHANNELS, Recipient, Server
from brief.errors import Remark, TopicError
from brief.keyed import Key, Written

VARIABLE = "BRIEF_RECIPIENTS"
_LONGEST = 254
_ADDRESS = re.compile(
    r"(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)
_HOST = re.compile(r"[A-Za-z0-9._:-]{1,253}")
_NAME_OF_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Operator(Struct, frozen=True, forbid_unknown_fields=True):
    """Who is told when a run fails."""

    address: str


class Site(Struct, frozen=True, forbid_unknown_fields=True):
    """Where readers find the archive that `brief site build` makes."""

    url: str


class Book(Struct, frozen=True, forbid_unknown_fields=True):
    """What the file of recipients says."""

    mail: Server | None = None
    operator: Operator | None = None
    site: Site | None = None
    recipient: tuple[Recipient, ...] = ()

    def of(self, topic: str) -> tuple[Recipient, ...]:
        """Who gets the issues of a topic, in the order of the file."""
        return tuple(one for one in self.recipient if not one.topics or topic in one.topics)

    def page(self, topic: str, issue: str) -> str | None:
        """The address of an issue's page in the archive, None where no archive is named."""
        if self.site is None:
            return None
        return f"{self.site.url.rstrip('/')}/topics/{quote(topic)}/{quote(issue)}/"


_TABLES: dict[str, type[Struct]] = {
    "mail": Server,
    "operator": Operator,
    "site": Site,
    "recipient": Recipient,
}


def place(environment: Mapping[str, str]) -> Path:
    """Where the file of recipients lies."""
    named = environment.get(VARIABLE)
    return Path(named) if named else Path.home() / ".config" / "brief" / "recipients.toml"


def load(path: Path, reports: Path) -> Book:
    """What the file of recipients says.

    Raises `TopicError` where there is none, where it lies in `reports`, in a topic or in a work tree, and
    for whatever in it cannot be followed, with file, line and key.
    """
    if not path.is_file():
        raise TopicError(
            "%(path)s: there is no such file of recipients; write one there, or name it by %(variable)s.",
            path=path,
            variable=VARIABLE,
        )
    _check_place(path, reports)
    book, written = keyed.read(path, Book, _TABLES)
    for key, value, allowed, fits in (*_of_server(book.mail), *_of_others(book), *_of_people(book)):
        if value is not None and not fits(str(value)):
            raise written.unfit(key, allowed, repr(value))
    _check_twice(book, written)
    return book


def identity(recipient: Recipient) -> str:
    """What tells a recipient from others of its channel: a mail address in whatever case is one."""
    return recipient.address.casefold() if recipient.channel == "mail" else recipient.address


def is_called(recipient: Recipient, address: str) -> bool:
    """Whether an address is that of a recipient, as somebody typed it."""
    return identity(recipient) == identity(structs.replace(recipient, address=address))


def is_address(text: str) -> bool:
    """Whether `text` is a mail address that every server takes: ASCII, without quotes and comments."""
    if len(text) > _LONGEST or not _ADDRESS.fullmatch(text):
        return False
    try:
        return Address(addr_spec=text).addr_spec == text
    except (ValueError, HeaderParseError, IndexError):
        return False


def _check_place(path: Path, reports: Path) -> None:
    inside = path.resolve().parent
    around = (inside, *inside.parents)
    if reports.resolve() in around:
        told = reports
    else:
        marks = (folder / mark for folder in around for mark in (FILE_NAME, ".git"))
        found = next((mark for mark in marks if mark.exists()), None)
        if found is None:
            return
        told = found.parent
    raise TopicError(
        "%(path)s: lies in %(folder)s, and addresses of people do not belong into a topic, a repository "
        "or reports/; move it, and name its new place by %(variable)s.",
        path=path,
        folder=told,
        variable=VARIABLE,
    )


_Check = tuple[Key, object, Remark, Callable[[str], bool]]
_SOME_ADDRESS = Remark('a mail address such as "name@example.org"')
_SOME_SITE = Remark('the address of the archive such as "https://example.org/briefs/"')
_SECURE = Remark('one of: "starttls", "tls"; "none" only where the host is this machine')
_SOME_PLACE = Remark("a place on one line")
_SOME_NAME = Remark("a name on one line")
_UNKNOWN = Remark("one of: %(names)s", names='"hold", "again"')


def _of_server(server: Server | None) -> Iterator[_Check]:
    if server is None:
        return
    yield Key("mail", "host"), server.host, Remark("the name of a mail server"), _is_host
    yield Key("mail", "sender"), server.sender, _SOME_ADDRESS, is_address
    yield Key("mail", "port"), server.port, Remark("1 to 65535"), lambda port: int(port) in range(1, 65536)
    secure = {"starttls", "tls"} | ({"none"} if is_loopback(server.host) else set())
    yield Key("mail", "security"), server.security, _SECURE, secure.__contains__
    yield Key("mail", "user"), server.user, Remark("the name of an account"), _is_line
    yield Key("mail", "name"), server.name, _SOME_NAME, _is_line
    yield Key("mail", "unknown"), server.unknown, _UNKNOWN, {"hold", "again"}.__contains__
    yield Key("mail", "unsubscribe"), server.unsubscribe, Remark("an https address"), _is_https


def _of_others(book: Book) -> Iterator[_Check]:
    if book.operator:
        yield Key("operator", "address"), book.operator.address, _SOME_ADDRESS, is_address
    if book.site:
        yield Key("site", "url"), book.site.url, _SOME_SITE, _is_site


def _of_people(book: Book) -> Iterator[_Check]:
    channels = Remark("one of: %(names)s", names=", ".join(sorted(CHANNELS)))
    for index, one in enumerate(book.recipient):
        yield Key("recipient", "channel", index), one.channel, channels, CHANNELS.__contains__
        fits, allowed = (is_address, _SOME_ADDRESS) if one.channel == "mail" else (_is_line, _SOME_PLACE)
        yield Key("recipient", "address", index), one.address, allowed, fits
        yield Key("recipient", "name", index), one.name, _SOME_NAME, _is_line
        yield (
            Key("recipient", "password", index),
            one.password,
            Remark("the name of a variable of the environment, such as BRIEF_PASSWORD_1"),
            lambda name: bool(_NAME_OF_VARIABLE.fullmatch(name)),
        )


def _check_twice(book: Book, written: Written) -> None:
    """Raises `TopicError` for a recipient that stands in the file twice: she would get everything twice."""
    seen: Counter[tuple[str, str]] = Counter()
    for index, one in enumerate(book.recipient):
        seen[one.channel, identity(one)] += 1
        if seen[one.channel, identity(one)] > 1:
            raise TopicError(
                "%(path)s, line %(line)s: %(address)s stands there a second time; keep one of the two.",
                path=written.path,
                line=written.line(Key("recipient", "address", index)),
                address=one.address,
            )


def is_loopback(host: str) -> bool:
    """Whether a name or number is this machine itself."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _is_host(text: str) -> bool:
    return bool(_HOST.fullmatch(text))


def _is_line(text: str) -> bool:
    return bool(text.strip()) and text.isprintable()


def _is_https(text: str) -> bool:
    return _is_web(text, {"https"})


def _is_site(text: str) -> bool:
    """Whether pages can have addresses below `text`."""
    return _is_web(text, {"https", "http"}) and not set(text) & set("?#")


def _is_web(text: str, schemes: set[str]) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = text.isascii() and text.isprintable() and not set(text) & set(" <>,")
    return plain and parts.scheme in schemes and bool(parts.hostname)
