"""«That is at odds with what the minister announced», «… is baseless»: what a text itself calls contradicted.

Right before it, or right behind it, stands what it contradicts; else the likest passage of another text.
"""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import table
from brief.marks import MARKS
from brief.model import Anchor, Discrepancy

# Words in common with a passage of another text that says what is contradicted: of a few words that name it,
# or of a whole sentence.
_SHARED, _MANY = 2, 4
_LONGEST = 420  # characters of a side


def contradicted(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each contradiction that a text names, with the two accounts of it."""
    words = table(corpus.language.code, "disagreement")["contradicted"]
    denied: set[Anchor] = set()
    for passage in corpus.holding([*words["verbs"], *words["words"]]):
        sides = _at_odds(passage, corpus) or _baseless(passage, corpus)
        if sides and sides[1] not in denied:
            denied.add(sides[1])
            what = phrase(sides[0].text, corpus.language)
            told = [(side,) for side in sides]
            yield told_apart(corpus.language, "differ: negation of %(what)s", what, "conflict", told)


def _at_odds(passage: Passage, corpus: Corpus) -> tuple[Anchor, Anchor] | None:
    """What the sentence before says, and what somebody said to whom it is at odds."""
    before = _beside(passage, -1, corpus)
    opens = corpus.back(passage, passage.order).order == passage.order
    if before is None or not opens or not _finds("opens", passage.folded, corpus):
        return None
    after = _beside(passage, 1, corpus)
    if after is not None and _finds("follows", _folded(after, corpus), corpus):
        return after, before
    said = _likest(content(before.text, corpus.language), passage, corpus, least=_MANY)
    return (corpus.whole(said) if said else corpus.whole(passage)), before


def _baseless(passage: Passage, corpus: Corpus) -> tuple[Anchor, Anchor] | None:
    """What is called baseless, and the sentence that calls it so."""
    match = cues.expression(corpus.language, "disagreement", "contradicted", "baseless").search(
        passage.folded
    )
    if match is None:
        return None
    if _finds("pointed", passage.folded, corpus):
        before = _beside(passage, -1, corpus)
        told = before is not None and _speaks(before, corpus)
        return (before, corpus.whole(passage)) if before is not None and told else None
    rumour = cues.expression(corpus.language, "disagreement", "contradicted", "rumoured").search(
        passage.folded
    )
    if rumour is None:
        return None
    end = match.start() if match.start() > rumour.end() else len(passage.folded)
    said = _likest(content(passage.folded[rumour.end() : end], corpus.language), passage, corpus, _SHARED)
    return (corpus.whole(said), corpus.whole(passage)) if said else None


def _finds(key: str, folded: str, corpus: Corpus) -> bool:
    return cues.expression(corpus.language, "disagreement", "contradicted", key).search(folded) is not None


def _folded(anchor: Anchor, corpus: Corpus) -> str:
    found = corpus.at(anchor)
    return found.folded if found else ""


def _speaks(anchor: Anchor, corpus: Corpus) -> bool:
    """Whether somebody says what a sentence tells."""
    spoken = cues.of(corpus.language, "disagreement", "silence", "spoken")
    return spoken.search(_folded(anchor, corpus)) is not None


def _beside(passage: Passage, step: int, corpus: Corpus) -> Anchor | None:
    """The sentence before or behind that of a clause, where it is one of the same text and not too long.

    A saying that ends in it is told from the sentence that it begins in.
    """
    document = corpus.documents[passage.document]
    place = passage.sentence + step
    if not 0 <= place < len(document.sentences):
        return None
    anchor = document.sentences[place].anchor
    start = anchor.start
    if place and step < 0 and sum(letter in MARKS for letter in anchor.text) % 2:
        start = document.sentences[place - 1].anchor.start
    return document.anchor(start, anchor.end) if anchor.end - start <= _LONGEST else None


def _likest(stems: frozenset[str], passage: Passage, corpus: Corpus, least: int) -> Passage | None:
    """The clause of another text, of no later day, that shares most with what is contradicted."""
    found: list[tuple[int, int, Passage]] = []
    day = corpus.published(passage) or ""
    own = corpus.own(passage, stems)
    for other, shared in corpus.near(own, least):
        later = (corpus.published(other) or day) > day
        if other.document == passage.document or later or _finds("baseless", other.folded, corpus):
            continue
        spoken = cues.of(corpus.language, "disagreement", "silence", "spoken").search(other.folded)
        found.append((len(shared) + (spoken is not None), -other.order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None
