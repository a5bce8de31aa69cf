"""The tables between two markers of the README, and what they must be."""

from collections.abc import Iterator

from tests.evaluation import table
from tests.evaluation.topics import TOPICS

BEGIN = "<!-- The rows up to the next mark are written by `make eval`; a test compares them. -->"
END = "<!-- Up to here. -->"


def block(written: str = "") -> str:
    """Both tables; a topic that is not on this machine keeps the rows it has in `written`."""
    old = [part.splitlines() for part in written.strip().split("\n\n")]
    return "\n\n".join(
        "\n".join([head, *_rows(rows, old[number] if number < len(old) else [])])
        for number, (head, rows) in enumerate(zip(table.heads(), table.measured(), strict=True))
    )


def _rows(measured: table.Rows, old: list[str]) -> Iterator[str]:
    for topic in TOPICS:
        kept = [line for line in old if line.startswith(f"| {topic.name} |")]
        yield from measured.get(topic.name, kept)


def renewed(text: str) -> str:
    """The README as it should be; raises `ValueError` where it lacks the marks."""
    before, begin, rest = text.partition(f"{BEGIN}\n")
    written, end, after = rest.partition(f"\n{END}")
    if not begin or not end:
        raise ValueError(f"README.md lacks the marks that the tables stand between: {BEGIN} and {END}")
    return f"{before}{begin}\n{block(written)}\n{end}{after}"
