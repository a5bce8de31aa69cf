"""Documents -> those that count as sources, and the copies among them.

A copy has most of its words, four in a row, in common with another text: the same article
under two names, an agency's text at two sites, one of them shortened. Texts that quote one
another share less. Texts meet through an index of such runs of words, so that each is
compared with a few others, however many there are.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from msgspec import Struct, structs

from brief.identity import identifier
from brief.language import fold
from brief.model import Anchor, Copy, Document

# Measured on generated copies (see tests/copies/test_copies.py) and on real articles of one event.
RUN = 4
SHARED = 0.55
# Two versions of nearly one length: the earlier is the original. Else the longer one is: it has all.
ALIKE = 0.8
# A bulletin of another day has the words of the first, but not its figures.
FIGURES, SAME_FIGURES = 5, 0.5
# What is compared of an article, and of how many others: no text and no crowd costs more.
MOST_WORDS = 20_000
MOST_HOLDERS = 16
MOST_COMPARED = 12
_SAMPLED = 4
_LONG_SENTENCE = 200_000  # characters
_WORD = re.compile(r"\w+")
_LAST = "\uffff"


class Sorted(Struct, frozen=True):
    """The documents that count as sources, and the copies of them, both in the order they came."""

    documents: tuple[Document, ...]
    copies: tuple[Copy, ...]


class Print(Struct, frozen=True):
    """What a text is recognised by: its runs of words, its figures, and how many words it has.

    The runs are ascending numbers of 32 bits, each once: sets of them would be the most that
    reading many articles holds at one time.
    """

    runs: array[int]
    figures: frozenset[str]
    words: int


def sort_out(documents: Sequence[Document]) -> Sorted:
    """Each article once; every other version of it is a copy with an id of its own.

    The original is the one published first, then the longest, then the first by path; a
    text shortened by more than a fifth is the copy whatever its date.
    """
    firsts = originals(documents)
    used = tuple(document for place, document in enumerate(documents) if firsts[place] == place)
    copies = (
        Copy(_renamed(document), documents[firsts[place]].id)
        for place, document in enumerate(documents)
        if firsts[place] != place
    )
    return Sorted(used, tuple(copies))


def originals(documents: Sequence[Document]) -> tuple[int, ...]:
    """For each document the place of the one it is a copy of: its own place where it is none."""
    prints = [print_of(document) for document in documents]
    order = sorted(range(len(documents)), key=lambda place: _standing(documents[place], prints[place]))
    ranked = [prints[place] for place in order]
    same = chain(_of_one_text([documents[place].id for place in order]), _near(ranked))
    found = _resolved(ranked, same)
    at = {place: order[found[rank]] for rank, place in enumerate(order)}
    return tuple(at[place] for place in range(len(documents)))


def _standing(document: Document, print_: Print) -> tuple[str, int, str, int]:
    """The order of originals: what was published first, is longest, comes first by its path."""
    start = document.lines[0].start if document.lines else 0
    return document.published or _LAST, -print_.words, document.place, start


def print_of(document: Document) -> Print:
    """The print of a document's sentences; of a very long text that of its beginning."""
    words = list(islice(_words(document), MOST_WORDS))
    written = [word.encode("utf-8", "surrogatepass") for word in words]
    shifted = (written[at:] for at in range(min(RUN, len(words))))
    runs = sorted(set(map(zlib.crc32, map(b" ".join, zip(*shifted, strict=False)))))
    return Print(array("I", runs), frozenset(filter(str.isdecimal, words)), len(words))


def _words(document: Document) -> Iterator[str]:
    for sentence in document.sentences:
        yield from _WORD.findall(fold(sentence.anchor.text[:_LONG_SENTENCE]))


# Who is a copy of whom -----------------------------------------------------------------


def candidates(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """Pairs (later, earlier) of texts that may be one: for each a few of those it shares most runs with.

    A run of words that many texts hold leads to the first two of them only.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(prints):
        met = (holders[run] for run in one.runs if run in holders)
        found = Counter(chain.from_iterable(some if len(some) < MOST_HOLDERS else some[:2] for some in met))
        yield from ((number, other) for other, _ in sorted(found.items(), key=_most)[:MOST_COMPARED])
        for run in one.runs:
            if (run % _SAMPLED == 0 or len(one.runs) < MOST_HOLDERS) and len(holders[run]) < MOST_HOLDERS:
                holders[run].append(number)


def _most(counted: tuple[int, int]) -> tuple[int, int]:
    return -counted[1], counted[0]


def _near(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    return ((one, other) for one, other in candidates(prints) if is_copy(prints[one], prints[other]))


def _of_one_text(ids: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The texts that are one to the letter, each with the first of them."""
    first: dict[str, int] = {}
    for number, id_ in enumerate(ids):
        if (earlier := first.setdefault(id_, number)) != number:
            yield number, earlier


def is_copy(one: Print, other: Print) -> bool:
    """Whether most of the shorter text stands in the longer one, its figures too."""
    small, large = sorted((one, other), key=lambda print_: len(print_.runs))
    if not small.runs or len(set(small.runs).intersection(large.runs)) < SHARED * len(small.runs):
        return False
    figures = small.figures
    return len(figures) < FIGURES or len(figures & large.figures) >= SAME_FIGURES * len(figures)


def _resolved(prints: Sequence[Print], pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each text its original, from the pairs that are one text; what stands first is it.

    A much shorter text belongs to the longer one, but does not make two that hold it one.
    """
    parents = list(range(len(prints)))
    holding: defaultdict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        short, long = sorted(pair, key=lambda number: (prints[number].words, -number))
        if prints[short].words >= ALIKE * prints[long].words:
            first, second = sorted((_root(short, parents), _root(long, parents)))
            parents[second] = first
        else:
            holding[short].append(long)
    roots = [_root(number, parents) for number in range(len(prints))]
    whole = {root: _holder(root, holding[root], roots, prints) for root in set(roots)}
    for root in sorted(whole, key=lambda number: (-prints[number].words, number)):
        whole[root] = whole[whole[root]]
    return [whole[root] for root in roots]


def _root(number: int, parents: list[int]) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _holder(root: int, longer: Sequence[int], roots: Sequence[int], prints: Sequence[Print]) -> int:
    """The first original that holds this text and is longer, or the text itself."""
    found = (roots[number] for number in longer)
    return min((one for one in found if prints[one].words > prints[root].words), default=root)


# Ids -----------------------------------------------------------------------------------


def _renamed(document: Document) -> Document:
    """The document under an id of its place: a copy to the letter has the id of its original."""
    id_ = identifier(f"copy\n{document.place}\n{document.id}")

    def own(anchor: Anchor) -> Anchor:
        return structs.replace(anchor, source=id_)

    sentences = (
        structs.replace(
            one,
            anchor=own(one.anchor),
            heading=own(one.heading) if one.heading else None,
            lead=own(one.lead) if one.lead else None,
        )
        for one in document.sentences
    )
    headings = (structs.replace(heading, anchor=own(heading.anchor)) for heading in document.headings)
    return structs.replace(document, id=id_, sentences=tuple(sentences), headings=tuple(headings))
