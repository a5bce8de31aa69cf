"""Plain text is kept as it was decoded; Markdown says which of its lines are headings."""

from collections.abc import Callable, Iterator
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.model import Page
from brief.readers import pages
from brief.readers.plain import read_markdown, read_plain

TEXT = "افتتحت البلدية حديقة النخيل.\r\nودخلها\u00a0السكان.\u202e\u0007\n"
PAGE = """---
title: "حديقة النخيل"
author: 'منى سالم'
Date: 2024-03-05T10:00:00
publisher:
url: https://example.org/garden
---

# افتتاح الحديقة

![صورة الحديقة](garden.png)
افتتحت [البلدية](https://example.org/) حديقة **النخيل** أمس.

## الزوار ##
#وسم
"""


@given(
    st.text(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" \t\r\n\u00a0\u200f.aZ")
    )
)
def test_text_is_decoded_and_otherwise_untouched(text: str) -> None:
    """Line ends, no-break spaces and everything else of a UTF-8 file stay as they are."""
    assert list(read_plain(text.encode(), None)) == [Page(text=text, verbatim=True)]


def test_a_byte_order_mark_is_dropped() -> None:
    """Offsets count from the first letter, whether the file has a mark or not."""
    assert list(read_plain(b"\xef\xbb\xbf" + TEXT.encode(), None)) == [Page(text=TEXT, verbatim=True)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "cp1256"])
def test_only_utf8_is_verbatim(encoding: str) -> None:
    """Other programs read a file as UTF-8: the text of any other is kept beside the brief."""
    text = TEXT.replace("\u202e", "\u200f") * 3
    assert list(read_plain(text.encode(encoding), None)) == [Page(text=text)]


def test_mended_text_is_not_the_file() -> None:
    """Mojibake is mended, told, and kept beside the brief."""
    (page,) = read_plain(TEXT.encode().decode("cp1256").encode(), None)
    assert isinstance(page, Page)
    assert (page.text, page.verbatim, page.mended) == (TEXT, False, "UTF-8 that was read as cp1256")


def test_front_matter_tells_of_the_article() -> None:
    """Title, author and day are taken from the lines at the top, which are none of the article."""
    (page,) = read_markdown(PAGE.encode(), None)
    assert page.url == "https://example.org/garden"
    (odd,) = read_markdown(PAGE.replace("https:", "javascript:").encode(), None)
    assert odd.url is None
    assert (page.title, page.author, page.publisher, page.published) == (
        "حديقة النخيل",
        "منى سالم",
        None,
        "2024-03-05",
    )
    assert "حديقة النخيل أمس" in page.text
    assert not page.verbatim


def test_headings_and_pictures_are_told() -> None:
    """Headings are headings, a picture alone is none of the article, a hashtag is left to its form."""
    (page,) = read_markdown(PAGE.encode(), None)
    said = [
        (hint.kind, page.text[hint.start : hint.end]) for hint in page.hints if hint.reason != "front matter"
    ]
    assert said == [
        ("heading", "# افتتاح الحديقة"),
        ("aside", "![صورة الحديقة](garden.png)"),
        ("heading", "## الزوار ##"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# عنوان #\n\nنص", "عنوان"),
        ("## عنوان\n\nنص", None),
        ("نص\n\n---\ntitle: لا\n---\n", None),
        ("---\n---\n# أ\n", "أ"),
    ],
)
def test_the_title_of_markdown(text: str, title: str | None) -> None:
    """Without front matter the first heading is the title, if it is of the first level."""
    assert next(read_markdown(text.encode(), None)).title == title


@pytest.mark.parametrize("day", ["2024-02-31", "أمس", "20240305x", ""])
def test_impossible_days_are_left_out(day: str) -> None:
    """A day that is none of the calendar is no date."""
    (page,) = read_markdown(f"---\ntitle: أ\ndate: {day}\n---\nنص".encode(), None)
    assert page.published is None


def test_lost_letters_are_put_aside() -> None:
    """A file with a broken byte is read; the line with it is kept from the article."""
    content = (TEXT * 8).encode()
    (page,) = pages(".txt", content[:20] + b"\xff" + content[21:])
    assert [hint.reason for hint in page.hints] == ["damaged letters"]
    assert not page.verbatim


def test_a_line_of_signs_costs_one_pass() -> None:
    """What opens as a heading and is 20,000 signs long is looked at once."""
    start = process_time()
    (page,) = read_markdown(b"# " + b"#" * 20_000 + b"x" + b" #" * 10_000, None)
    assert page.title == "#" * 20_000 + "x"
    assert process_time() - start < 1


SEEN = (
    ".بعكم رتم نويلم 1,250 زجعلا غلب دقو ،هدحو يفكي ال ليخنلا يداو يف ديدجلا دسلا نإ ريزولا لاق\n"
    ".ةظفاحملا هذه يف 25/9/2011 دعب تعفترا يتلا موسرلا ضفخ ىلإ نيعرازملا داحتا اعد هتهج نم\n"
)


@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_both_put_letters_in_the_order_of_reading(read: Callable[..., Iterator[Page]]) -> None:
    """A dump in visual order is turned, whatever its suffix, and both mendings are told."""
    (page,) = read(SEEN.encode(), None)
    assert (page.text[:10], page.verbatim, page.mended) == ("قال الوزير", False, "visual order")
    (page,) = read(SEEN.encode().decode("cp1256").encode(), None)
    assert (page.text[:10], page.mended) == ("قال الوزير", "UTF-8 that was read as cp1256; visual order")


@pytest.mark.parametrize(
    "markup",
    [
        "<!DOCTYPE html><html><body><p>{}</p></body></html>",
        "<HTML><p>{}",
        "<p>{0}</p>\n<p>{0}</p>\n<p>{0}</p><p>{0}</p>",
    ],
)
def test_a_web_page_under_the_name_of_a_text_is_read_as_one(markup: str) -> None:
    """What begins as a web page does, or is full of its tags, is handed to the reader of web pages."""
    text = "افتتحت البلدية حديقة النخيل قرب الميناء ودخلها السكان في اليوم الأول."
    (page,) = pages(".txt", markup.format(text).encode())
    assert "<" not in page.text
    assert text in page.text


def test_signs_of_markdown_are_no_words() -> None:
    """Emphasis and addresses of links are left out, and then the text is not the file itself."""
    text = "افتتحت [وزارة النقل](https://a.example/b) جسرا بكلفة **12 مليون دولار** أمس."
    (page,) = read_markdown(text.encode(), None)
    assert (page.text, page.verbatim) == ("افتتحت وزارة النقل جسرا بكلفة 12 مليون دولار أمس.", False)
    (plain,) = read_markdown("بلا علامات.".encode(), None)
    assert plain.verbatim
