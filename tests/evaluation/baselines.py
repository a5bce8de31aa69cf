"""What a brief is compared with: sentences that were chosen without it.

Each baseline takes whole sentences from the articles as the brief reads them, so that menus and
adverts do not count against it, and may fill the same budget of items and of words: a sentence
that no longer fits is passed over. None merges sources or files anything under a facet.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from msgspec import structs
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as Parsed
from sumy.summarizers.lex_rank import LexRankSummarizer

from brief.config import Budget
from brief.language import fold
from brief.model import Anchor, Brief, Certainty, Document, Facet, Item, Section

DRAWS = 10
# Ratings that differ by less are equal: the last digits of a sum depend on the machine.
DIGITS = 9


def first_sentences(documents: Sequence[Document]) -> list[list[Anchor]]:
    """All sentences, the first of each article before the second of any."""
    in_turn = chain.from_iterable(zip_longest(*map(_sentences, documents)))
    return [[one for one in in_turn if one is not None]]


def lexrank(documents: Sequence[Document]) -> list[list[Anchor]]:
    """All sentences, those most like the others first, by LexRank as sumy has it."""
    sentences = list(chain.from_iterable(map(_sentences, documents)))
    words, order = _Words(), list[int]()

    def in_order(rated: Iterable["_Rated"]) -> list["_Rated"]:
        best_first = sorted(rated, key=lambda one: (-round(float(one.rating), DIGITS), one.order))
        order.extend(one.order for one in best_first)
        return best_first

    page = ObjectDocumentModel([Paragraph([Parsed(one.text, words) for one in sentences])])
    LexRankSummarizer()(page, in_order)
    return [[sentences[number] for number in order]]


def at_random(documents: Sequence[Document]) -> list[list[Anchor]]:
    """All sentences in ten random orders, the same ones each time."""
    sentences = list(chain.from_iterable(map(_sentences, documents)))
    return [random.Random(seed).sample(sentences, len(sentences)) for seed in range(DRAWS)]  # noqa: S311 - no secret


# Each gives one or more orders of all sentences; of several the mean is told.
BASELINES: dict[str, Callable[[Sequence[Document]], list[list[Anchor]]]] = {
    "LexRank": lexrank,
    "first sentences": first_sentences,
    "random": at_random,
}


class _Rated:
    """A sentence as sumy hands it over, with its place in the text."""

    order: int
    rating: float


class _Words:
    """The words of a sentence in one spelling; sumy's own tokeniser would need data from the network."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """The words, in their order."""
        return tuple(re.findall(r"\w+", fold(text)))


def _sentences(document: Document) -> list[Anchor]:
    return [sentence.anchor for sentence in document.sentences]


def within(ranked: Iterable[Anchor], budget: Budget) -> Iterator[Anchor]:
    """The first passages that fit into the budget together."""
    items, words = budget.items, budget.words
    for one in ranked:
        size = len(one.text.split())
        if items and size <= words:
            items, words = items - 1, words - size
            yield one


def as_brief(brief: Brief, chosen: Iterable[Anchor]) -> Brief:
    """A brief of the same sources that holds these passages and nothing else."""
    section = Section(Facet.CONTEXT, "", tuple(map(_item, chosen)))
    empty = dict.fromkeys(("datapoints", "charts", "quotes", "timeline", "positions", "discrepancies"), ())
    return structs.replace(brief, sections=(section,), **empty)


def _item(anchor: Anchor) -> Item:
    return Item(
        id=f"s{anchor.source}{anchor.start}",
        label=None,
        text=anchor.text,
        actors=(),
        certainty=Certainty.STATED,
        standing=None,
        evidence=(anchor,),
    )
