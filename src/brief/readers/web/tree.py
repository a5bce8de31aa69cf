"""Bytes of a web page -> its tree, whatever state the page is in; nothing is ever fetched for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from brief.decoding import Decoded, decode
from brief.errors import SourceError

# Where pages declare their encoding; browsers look no further either.
_HEAD_BYTES = 4096
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# A decoded text must not declare an encoding again, and NUL would end it.
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What can nest for no reason at all, mostly because it was never closed.
_WRAPPER = re.compile(
    r"</?(?:div|span|font|b|i|u|em|strong|small|big|center|section|blockquote|ul|ol|dl|table|tbody|tr|td)\b[^<>]*>",
    re.IGNORECASE,
)
FEW_NULS = 1000
MAX_NAME = 1000
_LONG_NAMES = etree.XPath(f"//*[string-length(@class) > {MAX_NAME} or string-length(@id) > {MAX_NAME}]")
MAX_ATTRIBUTES = 2000
_CROWDED = re.compile(r"<([a-zA-Z][\w:-]{0,40})\s[^<>]{4000,}>")
# Fewer paragraphs than this are a notice or a picture.
FEW_PARAGRAPHS = 2
# A page that keeps its article in a script too names each paragraph twice.
SHARE = 0.4
_PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)
_NOSCRIPT = re.compile(r"<noscript\b", re.IGNORECASE)
_NOSCRIPT_END = re.compile(r"</noscript\s*>", re.IGNORECASE)
_TOO_DEEP = "Excessive depth"


def web_text(content: bytes, charset: str | None) -> Decoded:
    """The decoded page; `charset` is what its sender declared, and then the page itself is asked."""
    if content.count(0) * FEW_NULS < len(content):  # stray ones, which browsers leave out
        content = content.replace(b"\0", b"")
    in_page = [match.decode("ascii", "replace") for match in _DECLARED.findall(content[:_HEAD_BYTES])]
    return decode(content, tuple(name for name in (charset, *in_page) if name))


def web_tree(text: str) -> html.HtmlElement:
    """The tree of a page, its broken parts mended as a browser would.

    Raises `SourceError` where the text holds no element, or nests beyond all reason.
    """
    text = _CONTROLS.sub(" ", _PROLOG.sub("", text))
    text = "".join(_scripted(_CROWDED.sub(_bare, text)))
    tree, deep = _parsed(text)
    if deep:  # the parser stops there, and the rest would be lost in silence
        tree, deep = _parsed(_WRAPPER.sub("<br>", text))
    if deep:
        raise SourceError("nests its elements too deep to be read; save its text as .txt.", "deep")
    if tree is None:
        raise SourceError("holds no visible text; save the page again when it is loaded.", "empty")
    for element in _LONG_NAMES(tree):
        element.attrib.update((key, element.get(key, "")[:MAX_NAME]) for key in ("class", "id"))
    return tree


def _bare(tag: re.Match[str]) -> str:
    """A tag without its attributes where there are too many: the parser compares each with each."""
    return (
        f"<{tag[1]}>"
        if tag[0].count("=") > MAX_ATTRIBUTES or len(tag[0].split()) > MAX_ATTRIBUTES
        else tag[0]
    )


def _scripted(text: str) -> Iterator[str]:
    """The page as a browser with scripts sees it; what stands in <noscript> is often not even whole.

    Where it holds a good part of the page's paragraphs, scripts would have written the same article.
    """
    paragraphs = len(_PARAGRAPH.findall(text))
    start = 0
    for opening in _NOSCRIPT.finditer(text):
        if opening.start() < start:
            continue
        closing = _NOSCRIPT_END.search(text, opening.end())
        if closing is None:
            break
        yield text[start : opening.start()]
        within = text[opening.end() : closing.start()]
        if len(_PARAGRAPH.findall(within)) > max(paragraphs * SHARE, FEW_PARAGRAPHS):
            yield within.partition(">")[2]
        start = closing.end()
    yield text[start:]


def _parsed(text: str) -> tuple[html.HtmlElement | None, bool]:
    # Without `huge_tree` a line of 10 MB and 256 elements that were never closed end the page.
    parser = html.HTMLParser(
        huge_tree=True, recover=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(text, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    return tree, any(_TOO_DEEP in entry.message for entry in parser.error_log)
