"""Statements of small documents for the tests of facets."""

from collections.abc import Sequence

from brief.facets.seen import Seen, Signs, read
from brief.judge.questions import Told
from brief.model import Facet
from tests.builders import ARABIC


def told(*texts: str, heading: str | None = None, published: str | None = None) -> tuple[Told, ...]:
    """Statements of one paragraph under one heading."""
    return tuple(
        Told(number=number, text=text, source="a", heading=heading, published=published)
        for number, text in enumerate(texts)
    )


def paragraphs(*texts: str, heading: str | None = None) -> tuple[Told, ...]:
    """Statements of a paragraph each, under one heading."""
    return tuple(
        Told(number=number, text=text, source="a", heading=heading, paragraph=number)
        for number, text in enumerate(texts)
    )


def seen(statements: Sequence[Told]) -> list[Seen]:
    """The statements as the ideas see them."""
    return read(statements, ARABIC)


def named(signs: Signs, idea: str) -> set[str]:
    """The names of the signs of one idea, without it."""
    return {name.partition(".")[2] for name in signs if name.startswith(f"{idea}.")}


CONTEXT, MOTIVES, OUTCOMES, REACTIONS, IMPLICATIONS = Facet
