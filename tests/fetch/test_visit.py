"""Politeness and caution between requests: rules of a site, pauses, redirects, tries, numbers."""

import socket
import time

import pytest

from brief.addresses import parse
from brief.config import FetchSettings
from brief.errors import SourceError
from brief.fetch import visit
from brief.fetch.client import Answer
from brief.fetch.visit import Network, Visitor, resolve
from tests.fetch.sites import Names, Naps, Reply, Site, network

ALLOWED = ("127.0.0.1", "localhost", "news.example")


def visitor(net: Network, hosts: tuple[str, ...] = ALLOWED) -> Visitor:
    """Somebody who asks sites of this machine."""
    return Visitor(FetchSettings(allow_hosts=hosts, timeout=5), net)


def page(site: Site, path: str = "/a", net: Network | None = None) -> Answer:
    """The page at a path of the site."""
    return visitor(net or network()).page(parse(site.root + path, ALLOWED), {})


def test_a_redirect_is_followed_and_told(site: Site) -> None:
    """The answer says where it was found in the end."""
    site.routes["/a"] = Reply(status=301, headers={"Location": "b?c=1#d"})
    site.routes["/b?c=1"] = Reply("here")
    answer = page(site)
    assert (answer.content, answer.address.url) == (b"here", f"{site.root}/b?c=1")


def test_a_redirect_in_arabic_letters_is_followed(site: Site) -> None:
    """Bytes of UTF-8 in a header are what a browser takes them for."""
    place = "/%D8%AE%D8%A8%D8%B1"
    site.routes["/a"] = Reply(status=302, headers={"Location": "/خبر".encode().decode("latin-1")})
    site.routes[place] = Reply("here")
    assert page(site).address.url == site.root + place


def test_redirects_come_to_an_end(site: Site) -> None:
    """A circle is left after five steps."""
    site.routes["/a"] = Reply(status=302, headers={"Location": "/a"})
    with pytest.raises(SourceError, match="more than 5 times"):
        page(site)
    assert len(site.paths()) == 6


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://private.example/",
        "http://0x7f000001/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://me:you@127.0.0.1/",
        "http://127.0.0.2:9/",
    ],
)
def test_a_redirect_is_judged_like_an_address(site: Site, target: str) -> None:
    """A public page that leads to a private machine, or out of http, is left there."""
    site.routes["/a"] = Reply(status=302, headers={"Location": target})
    with pytest.raises(SourceError) as caught:
        page(site, net=network({"private.example": [("192.168.1.1",)]}))
    assert caught.value.kind == "address"


def test_a_name_of_a_private_machine_is_refused_before_it_is_called(site: Site) -> None:
    """A harmless name that stands for this machine is not asked, not even for its rules."""
    net = network({"harmless.example": [("93.184.216.34", "127.0.0.1")]})
    with pytest.raises(SourceError, match="private or special"):
        visitor(net).page(parse("http://harmless.example/"), {})
    assert not site.asked


def test_a_name_is_looked_up_once_for_each_call(site: Site) -> None:
    """A name that changes its number after it was checked changes nothing: the checked number is called."""
    names = Names({"news.example": [("127.0.0.1",), ("127.0.0.1",), ("203.0.113.9",)]})
    site.routes["/a"] = Reply("x")
    net = Network(resolve=names, sleep=Naps(), pause=0)
    answer = visitor(net).page(parse(f"http://news.example:{site.port}/a", ALLOWED), {})
    assert answer.content == b"x"
    assert names.looked_up == ["news.example"] * len(site.asked)
    assert all(headers["host"] == f"news.example:{site.port}" for _, headers in site.asked)


def test_what_a_site_closes_is_not_asked_for(site: Site) -> None:
    """robots.txt is read once for all pages of a site."""
    site.routes["/robots.txt"] = Reply("User-agent: *\nDisallow: /private\n")
    site.routes["/open"] = Reply("x")
    asking = visitor(network())
    for _ in range(2):
        assert asking.page(parse(f"{site.root}/open", ALLOWED), {}).content == b"x"
    with pytest.raises(SourceError, match=r"robots\.txt") as caught:
        asking.page(parse(f"{site.root}/private/a", ALLOWED), {})
    assert caught.value.kind == "robots"
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open", "/open"]


@pytest.mark.parametrize(
    ("rules", "path", "closed"),
    [
        ("User-agent: *\nAllow: /\nDisallow: /private\n", "/private", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/\n", "/news/a", False),
        ("User-agent: *\nDisallow: /*?print=\n", "/a?print=1", True),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", True),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf?x", False),
        ("User-agent: *\n\nDisallow: /\n", "/a", True),
        ("\ufeffUser-agent: *\nDisallow: /\n", "/a", True),
        ("User-agent: Policy-Brief\nDisallow: /\n\nUser-agent: *\nDisallow:\n", "/a", True),
        ("User-agent: otherbot\nDisallow: /\n", "/a", False),
        ("User-agent: *\nDisallow: /خبر\n", "/%D8%AE%D8%A8%D8%B1", True),
        ("User-agent: *\nCrawl-delay: \u00b2\nRequest-rate: \u00b2/\u00b2\n", "/a", False),
        ("User-agent: *\nCrawl-delay: " + "9" * 5000, "/a", False),
        ("<html>not found</html>", "/a", False),
        ("", "/a", False),
    ],
)
def test_rules_mean_what_their_standard_says(site: Site, rules: str, path: str, *, closed: bool) -> None:
    """The longest rule wins, wildcards count, and what is no rule is passed over."""
    site.routes |= {"/robots.txt": Reply(rules), path: Reply("x")}
    if closed:
        with pytest.raises(SourceError, match=r"robots\.txt"):
            page(site, path)
    else:
        assert page(site, path).content == b"x"


def test_a_redirect_into_a_closed_part_is_not_followed(site: Site) -> None:
    """The rules hold for where a page leads, too."""
    site.routes["/robots.txt"] = Reply("User-agent: policy-brief\nDisallow: /private\n")
    site.routes["/a"] = Reply(status=302, headers={"Location": "/private"})
    with pytest.raises(SourceError, match=r"robots\.txt"):
        page(site)
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_allows_all(site: Site, status: int) -> None:
    """No robots.txt, or a closed one, forbids nothing."""
    site.routes |= {"/robots.txt": Reply("x", status), "/a": Reply("x")}
    assert page(site).content == b"x"


@pytest.mark.parametrize("status", [500, 503])
def test_a_site_that_cannot_tell_its_rules_is_left_alone(site: Site, status: int) -> None:
    """Until its robots.txt can be read again, nothing is asked of it."""
    site.routes |= {"/robots.txt": Reply("x", status), "/a": Reply("x")}
    with pytest.raises(SourceError, match=r"was not asked, for robots\.txt of its site"):
        page(site)
    assert site.paths() == []


def test_pauses_are_kept_between_the_pages_of_a_site(site: Site) -> None:
    """A second between two calls, more where the site asks for it, but not without a limit."""
    site.routes |= {"/a": Reply("x"), "/b": Reply("x")}
    for rules, longest in (("", 1.0), ("Crawl-delay: 4\n", 4.0), ("Crawl-delay: 9999\n", 10.0)):
        site.routes["/robots.txt"] = Reply(f"User-agent: *\n{rules}Disallow:\n")
        naps = Naps()
        asking = visitor(network(naps=naps, pause=1.0))
        for path in ("/a", "/b"):
            asking.page(parse(site.root + path, ALLOWED), {})
        assert [round(nap) for nap in naps] == [longest, longest]


def test_a_fault_of_the_moment_is_tried_again(site: Site) -> None:
    """After a while that the server may name; the third time is the last."""
    site.routes["/a"] = [Reply("", 503), Reply("", 503, {"Retry-After": "17"}), Reply("x")]
    naps = Naps()
    assert page(site, net=network(naps=naps)).content == b"x"
    assert naps == [1.0, 17.0]
    site.routes["/a"] = Reply("", 502)
    with pytest.raises(SourceError, match="status 502"):
        page(site)
    assert len(site.paths()) == 6


def test_a_long_wait_is_not_waited(site: Site) -> None:
    """A server that asks for an hour is asked another time."""
    site.routes["/a"] = Reply("", 503, {"Retry-After": "3600"})
    naps = Naps()
    with pytest.raises(SourceError, match="fetch again later"):
        page(site, net=network(naps=naps))
    assert naps == []


@pytest.mark.parametrize("status", [204, 206, 304, 400, 403, 404, 410, 418, 500])
def test_another_status_is_no_page(site: Site, status: int) -> None:
    """It is told with its number and not tried again."""
    site.routes["/a"] = Reply("", status)
    with pytest.raises(SourceError, match=f"status {status}"):
        page(site)
    assert len(site.paths()) == 1


def test_names_are_looked_up_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each number once, in the system's order; a name without one, or a silent system, is a sentence."""
    entry = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 0))
    other = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2001:db8::1", 0, 0, 0))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [other, entry, entry])
    assert resolve("news.example") == ("2001:db8::1", "192.0.2.1")

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(SourceError, match="cannot be found"):
        resolve("news.example")

    def slow(*_: object, **__: object) -> list[object]:
        time.sleep(0.2)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    monkeypatch.setattr(visit, "RESOLVE_SECONDS", 0.05)
    with pytest.raises(SourceError, match="cannot be found"):
        resolve("news.example")
