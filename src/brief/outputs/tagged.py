"""The structure tree of a PDF as a reader program follows it.

WeasyPrint gives every box of the layout an element of its own. Here they become what the page
means: header cells with the direction they head, one list where the layout has three, one link
where it has one for each line, and nothing at all for what only decorates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name

from brief.language import direction_of
from brief.outputs import letters

_MARKED = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC(\s+EMC\b)?")
_ARTIFACT = b"/Artifact BMC"
_IN_LINE = {"/Link", "/Span", "/NonStruct"}
_KEPT_EMPTY = {"/TD", "/TH", "/Document"}
# The dots of a table of contents stand in a box within what follows a link, which is one itself.
_LEADER_DEPTH = 3
_PX = 0.75  # points


class _Text(Struct, frozen=True):
    """A piece of what a page draws, by its number there."""

    page: int
    number: int


class _Jump(Struct, frozen=True):
    """The place of a link on its page; `to` names where it leads."""

    annotation: pikepdf.Object
    to: str


class _Element(Struct):
    """An element of the tree while it is mended."""

    tag: str
    page: int
    made: pikepdf.Object
    kids: list[_Element | _Text | _Jump]


def mend(pdf: pikepdf.Pdf, named: Mapping[str, str], tongues: Mapping[str, str]) -> None:
    """Put the structure tree of `pdf` right; the page does not change.

    `named` says what stands where a link leads to, by the name of that place; `tongues` are the
    languages of the page by the direction they run in, its own first.
    """
    root = pdf.Root.StructTreeRoot
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    document = _read(root.K[0], 0, pages)
    drawn = [page.Contents.read_bytes() for page in pdf.pages]
    shown = {
        _Text(page, int(found[1]))
        for page, stream in enumerate(drawn)
        for found in _MARKED.finditer(stream)
        if not found[2]
    }
    _simplify(document, shown)
    _write(document, pdf)
    if len(tongues) > 1:
        said = {
            _Text(page, number): text
            for page, found in enumerate(letters.pages(pdf))
            for number, text in found.items()
        }
        _speak(document, next(iter(tongues)), tongues, said)
    texts = set(_texts(document))
    for number, (page, stream) in enumerate(zip(pdf.pages, drawn, strict=True)):
        page.Contents.write(_without(stream, {text.number for text in texts if text.page == number}))
    _write_parents(document, pdf)
    _write_links(document, pdf, named)


def _read(made: Any, page: int, pages: Mapping[tuple[int, int], int]) -> _Element:  # noqa: ANN401 - as pikepdf
    """An element with all below it."""
    page = pages[made.Pg.objgen] if "/Pg" in made else page
    kids: list[_Element | _Text | _Jump] = []
    for kid in made.get("/K", ()):
        if isinstance(kid, int):
            kids.append(_Text(page, kid))
        elif "/Obj" in kid:
            kids.append(_Jump(kid.Obj, _target(kid.Obj)))
        else:
            kids.append(_read(kid, page, pages))
    return _Element(str(made.S), page, made, kids)


def _target(annotation: pikepdf.Object) -> str:
    return str(annotation["/Dest"] if "/Dest" in annotation else annotation.get("/Contents", ""))


def _elements(element: _Element) -> Iterator[_Element]:
    """An element and all below it, in the order of reading."""
    yield element
    for kid in element.kids:
        if isinstance(kid, _Element):
            yield from _elements(kid)


def _simplify(element: _Element, shown: set[_Text]) -> None:
    """Leave of an element what is seen and means something."""
    if element.tag == "/Link":
        element.kids = list(_within_link(element, 1))
    for kid in element.kids:
        if isinstance(kid, _Element):
            _simplify(kid, shown)
    kids = (kid for one in element.kids for kid in _unwrapped(one, element.tag))
    element.kids = list(_joined([kid for kid in kids if _has_sense(kid, shown)]))
    if element.tag == "/Div" and all(_is_in_line(kid) for kid in element.kids):
        element.tag = "/P"


def _is_in_line(kid: _Element | _Text | _Jump) -> bool:
    return not isinstance(kid, _Element) or kid.tag in _IN_LINE


def _within_link(link: _Element, depth: int) -> Iterator[_Element | _Text | _Jump]:
    """What a link holds, without the links that boxes within it are."""
    for kid in link.kids:
        if not isinstance(kid, _Element):
            if depth == 1 or (isinstance(kid, _Text) and depth < _LEADER_DEPTH):
                yield kid
        elif kid.tag == "/Link":
            yield from _within_link(kid, depth + 1)
        else:
            for below in _elements(kid):
                below.kids = [one for one in below.kids if not isinstance(one, _Jump)]
            yield kid


def _unwrapped(kid: _Element | _Text | _Jump, parent: str) -> Iterator[_Element | _Text | _Jump]:
    """A list within a list for what it holds: the table and the columns of a layout are none."""
    if isinstance(kid, _Element) and kid.tag == parent == "/L":
        yield from kid.kids
    else:
        yield kid


def _has_sense(kid: _Element | _Text | _Jump, shown: set[_Text]) -> bool:
    if isinstance(kid, _Text):
        return kid in shown
    if isinstance(kid, _Jump):
        return True
    if kid.tag == "/Figure":
        return bool(str(kid.made.get("/Alt", "")).strip())
    return bool(kid.kids) or kid.tag in _KEPT_EMPTY


def _joined(kids: list[_Element | _Text | _Jump]) -> Iterator[_Element | _Text | _Jump]:
    """Kids with the lines of one link as one."""
    for where, run in groupby(kids, _link):
        first, *others = run
        if where is None:
            yield from (first, *others)
        elif isinstance(first, _Element):
            first.kids.extend(kid for other in others if isinstance(other, _Element) for kid in other.kids)
            yield first


def _link(kid: _Element | _Text | _Jump) -> tuple[int, str] | None:
    """On which page a kid is a link, and to where."""
    if not isinstance(kid, _Element) or kid.tag != "/Link":
        return None
    return next(((kid.page, one.to) for one in kid.kids if isinstance(one, _Jump)), None)


def _write(document: _Element, pdf: pikepdf.Pdf) -> None:
    """Say it in the elements of the PDF."""
    heights = [float(page.MediaBox[3]) for page in pdf.pages]
    heads = {id(one) for head in _elements(document) if head.tag == "/THead" for one in _elements(head)}
    for element in _elements(document):
        element.made.S = Name(element.tag)
        element.made.K = Array([_kid(kid, element, pdf) for kid in element.kids])
        for kid in element.kids:
            if isinstance(kid, _Element):
                kid.made.P = element.made
        if element.tag in {"/TH", "/TD"}:
            _write_cell(element.made, is_column=id(element) in heads)
        if element.tag == "/Figure":
            _place(element.made.A, heights[element.page])


def _speak(element: _Element, around: str, tongues: Mapping[str, str], said: Mapping[_Text, str]) -> None:
    """Tell the language of what runs against that `around` it, and of what runs with the page within that."""
    if all(_is_in_line(kid) for kid in element.kids):
        letters_of = "".join(said.get(one, "") for one in _texts(element))
        runs = direction_of(letters_of) or around
        if runs != around:
            element.made.Lang = tongues[runs]
            around = runs
    for kid in element.kids:
        if isinstance(kid, _Element):
            _speak(kid, around, tongues, said)


def _texts(element: _Element) -> Iterator[_Text]:
    return (kid for one in _elements(element) for kid in one.kids if isinstance(kid, _Text))


def _kid(kid: _Element | _Text | _Jump, parent: _Element, pdf: pikepdf.Pdf) -> object:
    if isinstance(kid, _Element):
        return kid.made
    if isinstance(kid, _Text):
        return kid.number
    return Dictionary(Type=Name.OBJR, Obj=kid.annotation, Pg=pdf.pages[parent.page].obj)


def _write_cell(made: pikepdf.Object, *, is_column: bool) -> None:
    """A header cell tells what it heads by its direction: names of headers need not be unique then."""
    if "/Headers" in made.A:
        del made.A.Headers
    if "/ID" in made:
        del made.ID
    if made.S == Name.TH:
        made.A.Scope = Name.Column if is_column else Name.Row


def _place(layout: pikepdf.Object, height: float) -> None:
    """Where a figure stands, in points from the foot of the page instead of pixels from its top."""
    left, top, right, bottom = (float(side) * _PX for side in layout.BBox)
    layout.BBox = Array([left, height - bottom, right, height - top])


def _without(stream: bytes, kept: set[int]) -> bytes:
    """What a page draws, all that stands in no element marked as an artifact and what is empty left out."""

    def marked(found: re.Match[bytes]) -> bytes:
        if int(found[1]) in kept:
            return found[0]
        return b"" if found[2] else _ARTIFACT

    return _MARKED.sub(marked, stream)


def _write_parents(document: _Element, pdf: pikepdf.Pdf) -> None:
    """The way back from what is drawn, and from each link, to its element."""
    owners: list[dict[int, pikepdf.Object]] = [{} for _ in pdf.pages]
    links: list[pikepdf.Object] = []
    for element in _elements(document):
        for kid in element.kids:
            if isinstance(kid, _Text):
                owners[kid.page][kid.number] = element.made
            elif isinstance(kid, _Jump):
                kid.annotation.StructParent = len(owners) + len(links)
                links.append(element.made)
    numbers: list[object] = []
    for number, (page, owner) in enumerate(zip(pdf.pages, owners, strict=True)):
        page.StructParents = number
        numbers += [number, Array([owner.get(one) for one in range(max(owner, default=-1) + 1)])]
    for number, link in enumerate(links, len(owners)):
        numbers += [number, link]
    root = pdf.Root.StructTreeRoot
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(owners) + len(links)


def _write_links(document: _Element, pdf: pikepdf.Pdf, named: Mapping[str, str]) -> None:
    """Each link says where it leads; those that repeat another one are gone."""
    jumps = [kid for element in _elements(document) for kid in element.kids if isinstance(kid, _Jump)]
    for jump in jumps:
        jump.annotation.Contents = named.get(jump.to, jump.to)
    kept = {jump.annotation.objgen for jump in jumps}
    for page in pdf.pages:
        if "/Annots" in page:
            page.Annots = Array([link for link in page.Annots if link.objgen in kept])
