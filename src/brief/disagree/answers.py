"""A denial that points back at what stands right before it, or is answered right behind it."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import table
from brief.model import Discrepancy

_FEW = 4  # words behind a denial that point back
_EARLY = 6  # words of an answer among which its source stands
_AHEAD = 4  # clauses behind a denial in which it is answered


def answers(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each denial with the passage before it that it denies, or the one behind it that contradicts it."""
    denied = cues.written(corpus.language, "disagreement", "denial", "denying")
    pointing = cues.of(corpus.language, "disagreement", "answers", "pointing")
    listed = table(corpus.language.code, "disagreement")
    for passage in corpus.holding([*listed["answers"]["pointing"], *listed["denial"]["denying"]]):
        points = pointing.search(passage.folded) is not None
        match = denied.search(passage.text) if not points else None
        if not points and match is None:
            continue
        before = _before(passage, corpus) if match is None else _pointed_at(passage, match.end(), corpus)
        after = None if before else _reply(passage, corpus)
        other = before or after
        if other:
            first, second = sorted((passage, other), key=lambda one: one.order)
            what = phrase((before or passage).text, corpus.language)
            sides = [(first.anchor,), (second.anchor,)]
            yield told_apart(corpus.language, "differ: negation of %(what)s", what, "conflict", sides)


def _pointed_at(passage: Passage, end: int, corpus: Corpus) -> Passage | None:
    """The clause before a denial of «that»."""
    rest = passage.folded[passage.seen.position(end) :]
    match = cues.of(corpus.language, "disagreement", "answers", "that").search(rest)
    if match is None or _tells(rest[match.end() :], corpus):
        return None
    return _before(passage, corpus)


def _before(passage: Passage, corpus: Corpus) -> Passage | None:
    """The clause before one, in its sentence or the one before it."""
    place = passage.order - 1
    before = corpus.passages[place] if place >= 0 else None
    if before is None or before.document != passage.document or passage.sentence - before.sentence > 1:
        return None
    return before if len(content(before.text, corpus.language)) > 1 else None


def _tells(rest: str, corpus: Corpus) -> bool:
    """Whether the words behind «that» say themselves what is denied: «ذلك الخبر» does not, a clause does."""
    first = cues.of(corpus.language, "disagreement", "contrast", "turn").search(rest)
    return len((rest[: first.start()] if first else rest).split()) > _FEW


def _reply(passage: Passage, corpus: Corpus) -> Passage | None:
    """The clause behind a denial that opens with «but» and a source."""
    reply = cues.of(corpus.language, "disagreement", "answers", "reply")
    sources = cues.of(corpus.language, "disagreement", "answers", "sources")
    for other in corpus.passages[passage.order + 1 : passage.order + 1 + _AHEAD]:
        if other.document != passage.document:
            return None
        match = reply.match(other.folded.lstrip())
        if match:
            opening = " ".join(other.folded.split()[:_EARLY])
            return other if sources.search(opening) else None
    return None
