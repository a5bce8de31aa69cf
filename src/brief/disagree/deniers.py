"""Who denies, right behind the word that says so, and what is said of it behind that."""

from __future__ import annotations

from brief import subjects
from brief.disagree.passages import Corpus, Passage


def beyond_denier(passage: Passage, end: int, corpus: Corpus) -> str:
    """The words behind who denies: nothing where the clause ends with her name."""
    line = subjects.line(
        passage.text[end:], passage.anchor.start + end, corpus.all_names(passage.document), corpus.language
    )
    denier = subjects.actor(line, 0, corpus.language) if line.tokens else None
    return line.text[denier.end - line.offset :] if denier else line.text
