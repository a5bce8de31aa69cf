"""`python -m tests.evaluation`: the tables of how good the briefs are, printed, written or compared."""

import argparse
import sys
from pathlib import Path

from tests.evaluation.floors import raise_all
from tests.evaluation.readme import block, renewed
from tests.evaluation.topics import ROOT

README = ROOT / "README.md"


def main(arguments: list[str] | None = None, readme: Path = README) -> int:
    """Print the tables, or do what is asked with them; 1 where the README tells others."""
    asked = _asked(arguments)
    if asked.raise_floors:
        raise_all()
        return 0
    text = readme.read_text("utf-8")
    if asked.check:
        return _compare(text, renewed(text))
    print(block())
    if asked.write:
        readme.write_text(renewed(text), "utf-8")
    return 0


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--write", action="store_true", help="write the tables into README.md, too")
    one.add_argument("--check", action="store_true", help="end with 1 where README.md holds other tables")
    one.add_argument(
        "--raise-floors", action="store_true", help="raise tests/gate/floors.json to what is held"
    )
    return parser.parse_args(arguments)


def _compare(told: str, right: str) -> int:
    """0 where both are the same; otherwise says which rows are not."""
    if told == right:
        return 0
    there = set(told.splitlines())
    wrong = "\n".join(line for line in right.splitlines() if line not in there)
    print(
        f"The tables of README.md are not what the code gives; `make eval` writes them. They lack:\n{wrong}"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
