"""The search of the archive: an index by pagefind, of folded forms of words, and the script that asks it.

A phone loads only the pieces of the index that a question touches. A record is an issue; what it is
found by are all forms of its words, and what is shown are its passages as they stand in the brief.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import msgspec
from jinja2 import Environment

from brief.errors import TopicError
from brief.language import Language
from brief.site.editions import PAGE, Edition
from brief.site.forms import folding, forms, words
from brief.site.shelves import quoted

FOLDER = "pagefind"
# Between the passages of a record, and between part, title and text of a passage.
_APART, _WITHIN = "\u241e", "\u241f"
# The forms are the stems: pagefind shall take nothing off them.
_NO_LANGUAGE = "und"
# Ready-made boxes of pagefind that this site does not use.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")


def script(language: Language) -> bytes:
    """The script of the search box, with what it must know of the language."""
    told = msgspec.json.encode(folding(language)).decode()
    code = (files("brief") / "templates" / "site" / "search.js").read_text("utf-8")
    return f"const FOLDING = {told};\n{code}".encode()


def index(editions: Sequence[Edition], into: Path, templates: Environment, language: Language) -> None:
    """Write the index of `editions` into the folder `into`; raises `TopicError` where it cannot be made."""
    page = templates.get_template("site/record.html")
    with tempfile.TemporaryDirectory(prefix="brief-search-") as name:
        for number, edition in enumerate(editions):
            record = page.render(
                edition=edition,
                forms=" ".join(_forms(edition, language)),
                told=_APART.join(_told(edition)),
                where=quoted(f"{edition.place}/index.html"),
                page=quoted(f"{edition.place}/{PAGE}") if _has_page(edition) else "",
            )
            (Path(name) / f"{number}.html").write_text(record, "utf-8")
        _run(Path(name), into)
    for pattern in _UNUSED:
        for unused in into.glob(pattern):
            unused.unlink()


def _run(records: Path, into: Path) -> None:
    from pagefind_bin import get_executable  # noqa: PLC0415 - only a build of the site looks for the program

    command = [get_executable(), "--site", ".", "--output-path", into.resolve()]
    options = ["--force-language", _NO_LANGUAGE, "--silent"]
    try:
        # Neither settings of the environment nor a file of settings beside may change what is built.
        done = subprocess.run(  # noqa: S603 - the program is that of the package, its arguments are ours
            [*command, *options], cwd=records, env={}, capture_output=True, check=False
        )
    except OSError as error:
        raise _failed(error.strerror) from error
    if done.returncode:
        raise _failed(done.stderr.decode("utf-8", "replace").strip() or done.returncode)


def _failed(reason: object) -> TopicError:
    return TopicError(
        "search: its index cannot be made (%(reason)s); install it again with: "
        "pip install --force-reinstall pagefind-bin",
        reason=reason,
    )


def _has_page(edition: Edition) -> bool:
    return any(name == PAGE for name, _ in edition.files)


def _told(edition: Edition) -> Iterator[str]:
    for passage in edition.passages:
        yield _WITHIN.join((passage.part, passage.title, passage.text))


def _forms(edition: Edition, language: Language) -> Iterator[str]:
    """Every form of every word of an issue once, as they come."""
    texts = (edition.title, edition.subtitle or "", *(passage.text for passage in edition.passages))
    told = (form for text in texts for word in words(text) for form in forms(word, language))
    yield from dict.fromkeys(told)
