"""«Relief workers say the road is cut, while the police insist that it is open»: two voices in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language
from brief.model import Discrepancy

_REACH = 4  # words behind a verb of saying among which it is pointed back at what the first voice says


def voices(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each two clauses of a sentence in which two voices speak of one thing, set against each other."""
    for other in corpus.cued("contrast", "turn"):
        one = corpus.passages[max(0, other.order - 1)]
        same = one.order < other.order and (one.document, one.sentence) == (other.document, other.sentence)
        if (
            same
            and not _measure_apart(one, other, corpus.language)
            and _answers(other, corpus.language)
            and _speaks(one, corpus.language)
        ):
            what = phrase(one.text, corpus.language)
            yield told_apart(
                corpus.language,
                "differ: sides of %(what)s",
                what,
                "conflict",
                [(one.anchor,), (other.anchor,)],
            )


def _answers(passage: Passage, language: Language) -> bool:
    """Whether a clause opens with «while», lets somebody speak and points back."""
    text = passage.folded
    turn = cues.of(language, "disagreement", "contrast", "turn").match(text.lstrip())
    voice = cues.of(language, "disagreement", "contrast", "counting").search(text) if turn else None
    if voice is None:
        return False
    if cues.expression(language, "disagreement", "contrast", "agrees").search(text):
        return False
    after = " ".join(text[voice.end() :].split()[:_REACH])
    return cues.of(language, "disagreement", "contrast", "refers").search(after) is not None


def _measure_apart(one: Passage, other: Passage, language: Language) -> bool:
    """Whether both clauses give a figure and share no word: figures of two things that may both be right."""
    figured = all(
        any(figure.value for figure in quantities.find(each.text, language)) for each in (one, other)
    )
    return figured and not content(one.text, language) & content(other.text, language)


def _speaks(passage: Passage, language: Language) -> bool:
    return cues.of(language, "disagreement", "contrast", "counting").search(passage.folded) is not None
