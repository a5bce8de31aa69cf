"""Somebody who is said to have kept silent, and words of theirs in another text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from brief import cues
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import told_apart
from brief.model import Discrepancy
from brief.names import canonical

_MOST = 2
_EARLY = 5  # words of a clause among which its subject stands


def silence(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each silence of somebody whom another text lets speak once or twice.

    Who speaks often is silent on something else.
    """
    silent = [passage for passage in corpus.cued("silence", "silent") if _has(passage, corpus, "silent")]
    if not silent:
        return
    spoken = _spoken(corpus)
    for passage in silent:
        subjects = sorted(corpus.names(passage))
        for key in subjects[:1] if len(subjects) == 1 else ():
            told = [
                other
                for other in spoken[key]
                if other.document != passage.document and not _has(other, corpus, "silent")
                if _is_on_it(passage, other, corpus)
            ]
            if 0 < len(told) <= _MOST:
                sides = [(passage.anchor,), *((other.anchor,) for other in told)]
                what = canonical(key, corpus.language)
                yield told_apart(corpus.language, "differ: silence of %(what)s", what, "conflict", sides)


def _is_on_it(silent: Passage, other: Passage, corpus: Corpus) -> bool:
    """Whether words may be on what somebody is silent on: where the clause tells that, they share a word."""
    match = cues.of(corpus.language, "disagreement", "silence", "on").search(silent.folded)
    told = corpus.own(silent, content(silent.folded[match.end() :], corpus.language)) if match else None
    return not told or bool(told & content(corpus.whole(other).text, corpus.language))


def _has(passage: Passage, corpus: Corpus, key: str) -> bool:
    pattern = cues.of(corpus.language, "disagreement", "silence", key)
    return pattern.search(passage.folded) is not None


def _spoken(corpus: Corpus) -> defaultdict[str, list[Passage]]:
    """The clauses with a word of speech, by who is named in their first words."""
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in corpus.cued("silence", "spoken"):
        if _has(passage, corpus, "spoken"):
            names = corpus.named_first(passage, _EARLY)
            for key in names:
                found[key].append(passage)
    return found
