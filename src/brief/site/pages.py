"""The pages of the archive: the list, and one for each topic and each issue; none needs a script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from importlib.resources import files
from typing import Any

from jinja2 import Environment

from brief.framed import printed, tongue
from brief.identity import digest
from brief.printed import kept_together, plain, split_stop
from brief.site.editions import Edition
from brief.site.faces import Face
from brief.site.shelves import Shelf, Site, quoted
from brief.templating import environment
from brief.themes import Theme
from brief.words import Words

# Issues of a topic on the first page beside its latest.
EARLIER = 5
_MEGABYTE = Decimal(1_000_000)
# The words of a link to each file; what is missing here is none of `editions.FILES`.
LABELS = {
    "brief.html": "Read on the screen",
    "brief.pdf": "PDF",
    "brief-onepage.pdf": "One page (PDF)",
    "brief.docx": "Word",
}


def templates(said: Words) -> Environment:
    """The templates of the site with their filters."""
    filters: dict[str, Any] = {
        "plain": lambda text: said.numerals(plain(text)),
        "printed": lambda text: printed(text, said),
        "kept": kept_together,
        "split_stop": split_stop,
        "tongue": lambda text: tongue(text, said),
        "digits": lambda value: said.digits(str(value)),
        "date": lambda iso: said.date(iso[:10]),
        "quoted": quoted,
        "label": lambda name: said.say(LABELS[name]),
        "size": lambda size: said.say("%(size)s MB", size=said.number(_megabytes(size))),
        "shown": said.shown,
    }
    return environment(said, filters)


def _megabytes(size: int) -> Decimal:
    return max(Decimal("0.1"), (size / _MEGABYTE).quantize(Decimal("0.1")))


def style(theme: Theme, faces: Sequence[Face]) -> bytes:
    """The one style sheet of the site, in the colours and type of a theme."""
    rules = (files("brief") / "templates" / "site" / "site.css").read_text("utf-8")
    loaded = "\n".join(face.rule for face in faces)
    return f"{loaded}\n:root {{{theme.variables} }}\n{rules}".encode()


def named(stem: str, content: bytes, suffix: str) -> str:
    """The place of a file that browsers may keep: its name changes with what it holds."""
    return f"assets/{stem}-{digest(content)[:10]}{suffix}"


def pages(
    made: Environment, site: Site, topics: Sequence[Shelf], shown: dict[str, object]
) -> Iterator[tuple[str, str]]:
    """Every page by its place within the site; `shown` is what they share."""
    shared = {"site": site, "words": site.words, **shown}
    known = {edition.place: edition for shelf in topics for edition in shelf.editions}

    def page(template: str, place: str, **more: object) -> tuple[str, str]:
        root = "../" * place.count("/")
        return place, made.get_template(f"site/{template}").render({**shared, "root": root, **more})

    yield page("index.html", "index.html", topics=topics, earlier=EARLIER)
    for shelf in topics:
        yield page("topic.html", f"topics/{shelf.topic}/index.html", shelf=shelf)
        for edition, newer, older in _neighbours(shelf.editions):
            yield page(
                "issue.html",
                f"{edition.place}/index.html",
                shelf=shelf,
                edition=edition,
                newer=newer,
                older=older,
                corrected=_corrected(edition, known),
                corrects=[known[f"topics/{edition.topic}/{issue}"] for issue in edition.corrects],
            )


def _neighbours(
    editions: Sequence[Edition],
) -> Iterator[tuple[Edition, Edition | None, Edition | None]]:
    """Each edition with the next newer and the next older one."""
    for at, edition in enumerate(editions):
        newer = editions[at - 1] if at else None
        older = editions[at + 1] if at + 1 < len(editions) else None
        yield edition, newer, older


def _corrected(edition: Edition, known: dict[str, Edition]) -> Edition | None:
    if edition.withdrawn is None:
        return None
    return known.get(f"topics/{edition.topic}/{edition.withdrawn.by}")


def marked(made: Environment, site: Site, edition: Edition, page: bytes) -> bytes:
    """The page of a withdrawn issue with a line above all that says so; of any other as it is."""
    if edition.withdrawn is None:
        return page
    said = made.get_template("site/withdrawn.html").render(site=site, edition=edition)
    head, body, rest = page.partition(b"<body>")
    return head + body + said.encode() + rest if body else page
