"""A feed gives its articles, tells its teasers, and opens nothing."""

import socket
import time
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import SourceError
from brief.model import Enclosed, Page
from brief.readers import pages
from brief.readers.feed import MAX_BYTES, read_feed

TEXT = (
    "افتتحت البلدية حديقة النخيل قرب الميناء، ودخلها في اليوم الأول نحو 4000 زائر من أهل المدينة وضواحيها.\n"
)
LONG = TEXT * 5
HTML = "".join(f"<p>{line}</p>" for line in LONG.splitlines())
TEASER = "افتتحت البلدية حديقة النخيل قرب الميناء…"
URL = "https://example.org/garden?a=1&b=2"


def rss(*items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    """A feed of the items."""
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    channel = f"<channel><title>صحيفة &amp; المرفأ</title>{''.join(items)}</channel>"
    return f'{head}<rss version="2.0" {spaces}>{channel}</rss>'


def item(description: str = TEASER, content: str | None = None, extra: str = "") -> str:
    """An item of a feed, its HTML escaped as feeds have it."""
    full = f"<content:encoded>{escape(content)}</content:encoded>" if content else ""
    return (
        f"<item><title>حديقة &lt;b&gt;النخيل&lt;/b&gt;</title><link>{escape(URL)}</link>"
        f"<description>{escape(description)}</description>{full}{extra}</item>"
    )


FULL = item(
    content=HTML, extra="<dc:creator>منى سالم</dc:creator><pubDate>Tue, 05 Mar 2024 23:10:00 -0500</pubDate>"
)


def read(feed: str | bytes) -> list[Enclosed | Page]:
    """All that a feed holds."""
    return list(read_feed(feed if isinstance(feed, bytes) else feed.encode(), None))


def test_an_entry_with_its_article() -> None:
    """The article as HTML with what the feed says of it; the day is that of Greenwich."""
    assert read(rss(FULL)) == [
        Enclosed(
            suffix=".html",
            content=HTML.encode(),
            charset="utf-8",
            title="حديقة النخيل",
            author="منى سالم",
            publisher="صحيفة & المرفأ",
            published="2024-03-06",
            url=URL,
        )
    ]


def test_a_teaser_is_told() -> None:
    """An entry that holds the opening of its article is set aside, with the page to fetch."""
    (page,) = read(rss(item()))
    assert isinstance(page, Page)
    assert page.refused is not None
    assert (page.text, page.url, page.title, page.refused.kind) == (TEASER, URL, "حديقة النخيل", "teaser")
    assert page.refused.message == f"is only a teaser of {URL}; fetch that page, or save the whole article."


@pytest.mark.parametrize(
    ("description", "content", "is_teaser"),
    [
        (TEXT, None, True),
        (LONG, None, False),
        (f"{LONG} [&#8230;]", None, True),
        (f"<p>{LONG}</p><p>المزيد ...</p>", None, True),
        (TEASER, f"<p>{TEXT}{TEXT}</p>", False),
        (TEASER, f"<p>{TEXT[:40]}</p>", True),
        ("", None, True),
    ],
)
def test_what_counts_as_a_teaser(description: str, content: str | None, *, is_teaser: bool) -> None:
    """Few words, fewer in a field for articles, or an end that is none."""
    (part,) = read(rss(item(description, content)))
    assert isinstance(part, Page) is is_teaser


def test_text_without_markup_is_plain() -> None:
    """The lines of a text without tags stay lines, its entities are letters."""
    (part,) = read(rss(item(f"{LONG}&quot;نعم&quot;.")))
    assert isinstance(part, Enclosed)
    assert (part.suffix, part.content.decode()) == (".txt", f'{LONG}"نعم".')


def test_atom() -> None:
    """Atom in its own words: content, name of the author, day of the change."""
    entry = (
        f'<entry><title>حديقة</title><link href="{escape(URL)}"/><updated>2024-03-05T10:00:00Z</updated>'
        "<author><name>منى</name><email>a@example.org</email></author>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content></entry>'
    )
    (part,) = read(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>المرفأ</title>{entry}</feed>')
    assert isinstance(part, Enclosed)
    assert (part.title, part.author, part.publisher, part.published) == (
        "حديقة",
        "منى",
        "المرفأ",
        "2024-03-05",
    )
    assert HTML in part.content.decode()


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "utf-16"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_a_declaration_that_lies(encoding: str, declared: str) -> None:
    """The letters decide, not what the first line declares."""
    feed = rss(FULL, head=f'<?xml version="1.0" encoding="{declared}"?>')
    assert read(feed.encode(encoding)) == read(rss(FULL))


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/garden", "/garden"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        (" http://a.example/\n", "http://a.example/"),
    ],
)
def test_only_addresses_of_the_web_are_links(link: str, url: str | None) -> None:
    """A link that runs or opens something is none; one within the site is left for who fetches it."""
    assert read(rss(item().replace(escape(URL), link)))[0].url == url


def test_mended_letters_are_told() -> None:
    """A feed of mojibake is mended once, and each of its articles says so."""
    (page,) = pages(".xml", rss(item(LONG)).encode().decode("cp1256").encode())
    assert page.text == LONG.strip()
    assert page.mended == "UTF-8 that was read as cp1256"


@pytest.mark.parametrize("day", ["32 Foo 20240", "", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00"])
def test_impossible_dates(day: str) -> None:
    """A date that cannot be is none."""
    assert read(rss(item(extra=f"<pubDate>{day}</pubDate>")))[0].published is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"<?xml version='1.0'?><root><a>x</a></root>", "format"),
        (b"<html><body><p>x</p></body></html>", "format"),
        (rss().encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b" " * (MAX_BYTES + 1) + b"<rss/>", "large"),
    ],
)
def test_what_is_no_feed(content: bytes, kind: str) -> None:
    """Any other XML, a picture, a feed without entries: a sentence."""
    with pytest.raises(SourceError) as error:
        read(content)
    assert error.value.kind == kind


def test_nothing_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address, a path, an external entity or a DTD is never followed."""
    secret = tmp_path / "secret.xml"
    secret.write_text(rss(item("SECRET " + LONG)))
    monkeypatch.setattr(socket, "socket", None)
    for content in (b"http://127.0.0.1:9/feed", str(secret).encode(), f"file://{secret}".encode()):
        with pytest.raises(SourceError):
            read(content)
    head = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">'
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
    )
    (part,) = read(rss(FULL.replace(escape(HTML), "&x;" + escape(HTML)), head=head))
    assert isinstance(part, Enclosed)
    assert b"SECRET" not in part.content


def test_an_entity_bomb_does_not_go_off() -> None:
    """Entities that a feed declares are not expanded."""
    layers = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "aaaaaaaaaa">{layers}]>'
    begun = time.monotonic()
    (part,) = read(rss(FULL.replace(escape(HTML), "&a11;" + escape(HTML)), head=head))
    assert isinstance(part, Enclosed)
    assert len(part.content) < 2 * len(HTML.encode())
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "content",
    [
        rss(FULL, item())[:-200],
        rss(item("\x01\x0b" + LONG)),
        rss("<item><description>" + "<a>" * 20_000),
        rss("<item><description><![CDATA[" * 1000),
        "<!DOCTYPE rss [" + "<!ENTITY a" * 10_000 + rss(FULL),
    ],
)
def test_broken_feeds(content: str) -> None:
    """What there is of a broken feed is read, or a sentence says what is wrong."""
    try:
        assert read(content)
    except SourceError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is right


PIECES = st.sampled_from(
    [
        "<rss>",
        "<item>",
        "</item>",
        "<title>",
        "<link>",
        "http://[",
        "<description>",
        "<![CDATA[",
        "]]>",
        "&lt;",
        "&#0;",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "<content type='text/html' mode='base64'>",
        "&x;",
        "<pubDate>",
        "2024-99-99T99",
        "<!DOCTYPE",
        "<!ENTITY x 'y'>",
        "<author>",
        "a@b (c)",
        "<",
        ">",
        TEXT,
        "\ud7ff\ufffe",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_any_text_gives_parts_or_a_sentence(content: str) -> None:
    """However a feed is broken, nothing but `SourceError` is raised."""
    try:
        parts = read(content.encode(errors="replace"))
    except SourceError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert all(isinstance(part, Page | Enclosed) for part in parts)
