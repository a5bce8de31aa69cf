"""Whatever bytes a file holds, it is read or set aside with a sentence: searched for by coverage.

`make fuzz` runs it for ten minutes; it is no part of `make test`. The first byte of an input
chooses the format. What breaks a proof ends the search, with the input in `crash-…`.
"""

import sys
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["brief", "feedparser", "trafilatura", "htmldate"]):
    from tests.proofs import prove

    # PDF and Word files are read in a process of their own, where coverage does not reach.
    SUFFIXES = (".txt", ".md", ".html", ".eml", ".rss", ".mht")
    # Readers are imported when first called: here, where their imports are watched.
    for each in SUFFIXES:
        prove(each, b"<p>x</p>")


def one_input(data: bytes) -> None:
    """Read one input in the format that its first byte names."""
    if data:
        prove(SUFFIXES[data[0] % len(SUFFIXES)], data[1:])


def plant(corpus: Path) -> None:
    """Write the inputs that the search starts from: the pages and texts of the tests in each format."""
    corpus.mkdir(parents=True, exist_ok=True)
    tests = Path(__file__).parent
    found = [path for folder in ("sites", "scrapes", "strike") for path in sorted((tests / folder).iterdir())]
    for path in found:
        if path.suffix in SUFFIXES:
            number = SUFFIXES.index(path.suffix)
            (corpus / path.name).write_bytes(bytes([number]) + path.read_bytes())


if __name__ == "__main__":
    plant(Path(sys.argv[1]))
    warnings.simplefilter("error")
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
