"""Where passages stand in the texts of a topic, and when one is evidence of another."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

# A passage is neither a wide window around the gold nor a crumb of it.
WINDOW, CRUMB = 560, 15


class Place(Struct, frozen=True):
    """A stretch of a file's text, in code points."""

    file: str
    start: int
    end: int

    def shared(self, other: "Place") -> int:
        """How many characters lie in both."""
        return (
            max(0, min(self.end, other.end) - max(self.start, other.start)) if self.file == other.file else 0
        )

    def rests_on(self, gold: "Place") -> bool:
        """Whether this passage is evidence of the gold one: it shares half of the shorter of the two."""
        size, want = self.end - self.start, gold.end - gold.start
        fits = min(CRUMB, want) <= size <= max(WINDOW, 2 * want)
        return fits and 2 * self.shared(gold) >= min(size, want) > 0


def rest_on(passages: Iterable[Place], gold: Sequence[Place]) -> bool:
    """Whether one of the passages is evidence of one of the gold ones."""
    return any(passage.rests_on(place) for passage in passages for place in gold)


def texts_of(folder: Path) -> dict[str, str]:
    """The texts of a folder by file name, as the program reads them."""
    return {path.name: path.read_bytes().decode("utf-8-sig") for path in sorted(folder.glob("*.txt"))}


def occurrences(words: str, file: str, text: str) -> list[Place]:
    """Wherever the words stand in the text; raises `ValueError` where they do not."""
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    if not starts:
        raise ValueError(f"the gold says {words!r}, which {file} does not")
    return [Place(file, start, start + len(words)) for start in starts]
