"""«Who had denied any talks admitted …»: a text that recalls an earlier denial, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import table
from brief.model import Discrepancy

_MANY = 2  # words in common that need not be rare
_DAYS = 31  # between the denial and the text that recalls it


def recalled(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each denial that a later text recalls beside what has come of it, with the passage that denies."""
    cue = cues.of(corpus.language, "disagreement", "answers", "recalled")
    for passage in corpus.cued("answers", "recalled"):
        match = cue.search(passage.folded)
        denial = _denial(passage, passage.folded[match.end() :], corpus) if match else None
        if match and denial:
            denied = passage.text[passage.seen.span(match.start(), match.end())[1] :]
            what = phrase(denied, corpus.language)
            sides = [(corpus.whole(denial),), (corpus.whole(passage),)]
            yield told_apart(corpus.language, "differ: negation of %(what)s", what, "conflict", sides)


def _denial(passage: Passage, behind: str, corpus: Corpus) -> Passage | None:
    """The clause of an earlier text that denies what a recalled denial denied."""
    listed = table(corpus.language.code, "disagreement")["denial"]
    lists = [cues.written(corpus.language, "disagreement", "denial", key) for key in ("denying", "absent")]
    published = corpus.published(passage) or ""
    denied = corpus.own(passage, content(behind, corpus.language))
    names = corpus.names_at(passage.document, corpus.whole(passage))
    found: list[tuple[int, int, Passage]] = []
    for other in corpus.holding([*listed["denying"], *listed["absent"]]):
        if other.document == passage.document or (corpus.published(other) or published) >= published:
            continue
        if not corpus.at_once(passage, other, _DAYS) or not any(one.search(other.text) for one in lists):
            continue
        shared = denied & content(other.text, corpus.language)
        same = names & corpus.names_at(other.document, corpus.whole(other))
        if same and (len(shared) >= _MANY or any(map(corpus.is_rare, shared))):
            found.append((len(shared), -other.order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None
