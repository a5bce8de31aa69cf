"""Which addresses may be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.addresses import host_name, is_public, joined, parse, refuse_private
from brief.errors import SourceError


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://news.example/a?b=c", "https://news.example/a?b=c"),
        ("HTTPS://News.Example:443", "https://news.example/"),
        ("http://news.example:80/a#part", "http://news.example/a"),
        ("https://news.example:80/", "https://news.example:80/"),
        (
            "https://news.example/خبر?من=هنا",
            "https://news.example/%D8%AE%D8%A8%D8%B1?%D9%85%D9%86=%D9%87%D9%86%D8%A7",
        ),
        ("https://news.example/%D8%AE", "https://news.example/%D8%AE"),
        ("https://موقع.example/", "https://xn--4gbrim.example/"),
        ("https://[2606:4700:0:0::1]/", "https://[2606:4700::1]/"),
        ("https://news.example?a", "https://news.example/?a"),
    ],
)
def test_an_address_has_one_spelling(text: str, url: str) -> None:
    """Case, the usual port, fragments and other scripts come to one form, which stays as it is."""
    assert parse(text).url == url
    assert parse(url).url == url


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file:///etc/passwd", "no http or https"),
        ("ftp://news.example/a", "no http or https"),
        ("javascript:alert(1)", "no http or https"),
        ("data:text/html,x", "no http or https"),
        ("//news.example/a", "no http or https"),
        ("news.example/a", "no http or https"),
        ("", "no http or https"),
        ("https://me:secret@news.example/", "user name or a password"),
        ("https://me@news.example/", "user name or a password"),
        ("https://@news.example/", "user name or a password"),
        ("https://news.example\\@intranet/", "control characters"),
        ("https://news.example/a\nHost: x", "control characters"),
        ("https://news.example/a b", "blanks"),
        ("https://news.example/\u202ea", "control characters"),
        ("https://news.example/\ud800", "control characters"),
        ("https://news.example/\x00", "control characters"),
        ("https://news.example/" + "a" * 3000, "too long"),
        ("https://", "names no host"),
        ("https:///a", "names no host"),
        ("https://news.example./", "without a dot at its end"),
        ("https://.example/", "names no host"),
        ("https://news..example/", "names no host"),
        ("https://ne ws.example/", "blanks"),
        ("https://news.example:8080/", "unusual port"),
        ("https://news.example:0/", "unusual port"),
        ("https://news.example:99999/", "no address"),
        ("https://[::1", "no address"),
        ("https://[fe80::1%25eth0]/", "oddly"),
        ("http://2130706433/", "oddly"),
        ("http://0x7f000001/", "oddly"),
        ("http://0177.0.0.1/", "oddly"),
        ("http://127.1/", "oddly"),
        ("http://0x7f.1/", "oddly"),
        ("http://127.0.0.1.nip.0x/", "oddly"),
    ],
)
def test_an_address_that_is_not_asked_says_why(text: str, said: str) -> None:
    """Other schemes, passwords, control characters and odd spellings are each refused by a sentence."""
    with pytest.raises(SourceError, match=said) as caught:
        parse(text)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60) | st.text(max_size=40).map("https://".__add__))
def test_any_text_is_an_address_or_a_sentence(text: str) -> None:
    """What comes out has one plain spelling; the rest raises our error and no other."""
    try:
        found = parse(text)
    except SourceError:
        return
    assert found.url.isascii()
    assert found.url.isprintable()
    assert not set(found.authority) & set(" \\@/")
    assert parse(found.url) == found


def test_other_digits_are_the_number_they_stand_for() -> None:
    """Wide and Arabic digits do not hide a private number."""
    assert host_name("１２７.0.0.1") == "127.0.0.1"
    assert host_name("127。0。0。1") == "127.0.0.1"


PRIVATE = [
    "0.0.0.0",  # noqa: S104 - nothing is bound to it, it must be refused
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "nonsense",
    "127.1",
    "1",
    "0x7f.0.0.1",
]
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "100.63.255.255",
    "100.128.0.1",
    "172.32.0.1",
    "2606:4700::1111",
    "2a00:1450:4001::1",
]


@pytest.mark.parametrize("number", PRIVATE)
def test_private_and_special_machines_are_not_public(number: str) -> None:
    """Loopback, private, shared, link-local, multicast, reserved, tunnels and what is no number."""
    assert not is_public(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_public_machines_are_public(number: str) -> None:
    """Also those beside the private ranges."""
    assert is_public(number)


def test_every_number_of_a_name_must_be_public() -> None:
    """One private number among public ones is enough to refuse, unless the host is named."""
    address = parse("https://news.example/")
    refuse_private(address, ("93.184.216.34", "2606:4700::1"), ())
    for numbers in (("93.184.216.34", "10.0.0.1"), ("::1",), ("93.184.216.34", "::ffff:8.8.8.8")):
        with pytest.raises(SourceError, match="private or special"):
            refuse_private(address, numbers, ())
        refuse_private(address, numbers, {"news.example"})


def test_a_named_host_may_have_any_port() -> None:
    """An intranet's server often stands at 8080; naming one host opens no other."""
    assert parse("http://intranet.example:8080/a", {"intranet.example"}).port == 8080
    with pytest.raises(SourceError, match="unusual port"):
        parse("http://news.example:8080/a", {"intranet.example"})


def test_a_public_page_cannot_lead_into_named_hosts() -> None:
    """What only the analyst may ask for is not reached by a link or a redirect from outside."""
    hosts = {"intranet.example"}
    inside = parse("http://intranet.example:8080/a", hosts)
    assert joined(inside, "/b?c", hosts).url == "http://intranet.example:8080/b?c"
    assert joined(inside, "https://news.example/", hosts).host == "news.example"
    for link in ("http://intranet.example/", "http://intranet.example:8080/", "//INTRANET.example/"):
        with pytest.raises(SourceError):
            joined(parse("https://news.example/"), link, hosts)


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:1", "http://[", "http://a@b/", "http://a:22/"]
)
def test_a_link_is_judged_like_an_address(link: str) -> None:
    """What a page leads to gets no more trust than what an analyst writes."""
    with pytest.raises(SourceError):
        joined(parse("https://news.example/"), link, ())
