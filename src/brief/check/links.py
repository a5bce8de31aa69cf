"""Proof that links lead somewhere, and nowhere outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from brief.check.issue import PAGE, Finding, Issue
from brief.check.readout import Readout
from brief.errors import Remark, joined

GATE = "links"
_EXCERPT = 80
# Everything in HTML that makes a browser fetch or follow an address.
_ADDRESSES = frozenset(
    {"action", "background", "cite", "data", "formaction", "href", "icon", "longdesc", "manifest", "ping"}
    | {"poster", "src", "srcset", "xlink:href"}
)
_CSS = re.compile(r"""url\(\s*["']?(?P<url>[^"')]*)|@import\s+["'](?P<sheet>[^"']*)""", re.IGNORECASE)


class _Page(HTMLParser):
    """The ids of a page and the addresses that it names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.addresses: list[str] = []
        self._in_style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        for name, value in attrs:
            if name == "id" and value:
                self.ids[value] += 1
            elif name in _ADDRESSES:
                self.addresses.append((value or "").strip())
            elif name in {"style", "content"}:
                self.handle_css(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.handle_css(data)

    def handle_css(self, css: str) -> None:
        self.addresses += [(match["url"] or match["sheet"] or "").strip() for match in _CSS.finditer(css)]


def prove_links(issue: Issue) -> Iterator[Finding]:
    """Every internal link of the page has its one target, and the page needs nothing from outside."""
    if issue.page is not None:
        problems = _page_problems(_Page(issue.page))
        yield from (Finding(GATE, joined((PAGE, problem), ": ")) for problem in problems)


def prove_print_links(readout: Readout) -> Iterator[Finding]:
    """Every internal link of the PDF names a place of the PDF, and no link a file of this machine."""
    for name in sorted(readout.links - readout.destinations):
        message = "brief.pdf: a link leads to %(name)r, a place that is not there; mend the template."
        yield Finding(GATE, Remark(message, name=name))
    for address in sorted(readout.addresses):
        if address.lower().startswith("file:"):
            message = "brief.pdf: a link leads to %(address)r on one machine; mend the template."
            yield Finding(GATE, Remark(message, address=address))


def _page_problems(page: _Page) -> Iterator[Remark]:
    for id_, count in sorted(page.ids.items()):
        if count > 1:
            yield Remark(
                "the id %(id)r stands %(count)s times, so links to it are ambiguous; mend the template.",
                id=id_,
                count=count,
            )
    for address in sorted(set(page.addresses)):
        if address.startswith("#"):
            if address[1:] not in page.ids:
                yield Remark(
                    "a link leads to %(address)r, which is not there; mend the template.", address=address
                )
        elif not address.lower().startswith("data:"):
            yield Remark(
                "it refers to %(address)r outside of the file; put the content into the page.",
                address=address[:_EXCERPT],
            )
