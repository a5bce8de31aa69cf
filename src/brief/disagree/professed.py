"""What an article itself calls contradictory, with the accounts that it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from brief import cues
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import MOST_ITEMS, phrase, told_apart
from brief.language import fold
from brief.model import Anchor, Discrepancy, Sentence

_BEHIND = 3  # sentences behind a word of contradiction among which the accounts stand


def professed(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each word of contradiction, in a heading over several sentences or before the accounts themselves."""
    for number, document in enumerate(corpus.documents):
        for _, under in groupby(document.sentences, key=lambda sentence: sentence.lead or sentence.heading):
            sentences = list(under)
            title = sentences[0].lead or sentences[0].heading
            if title and len(sentences) > 1 and _is_cue(title.text, corpus):
                yield _told(title.text, [title, *_apart(sentences)], corpus)
        yield from _within(number, corpus)


def _within(number: int, corpus: Corpus) -> Iterator[Discrepancy]:
    """The accounts that the sentence of such a word gives, or it and the sentence after it."""
    own = corpus.passages[slice(*corpus.bounds[number])]
    sentences = corpus.documents[number].sentences
    for place, group in groupby(own, key=lambda passage: passage.sentence):
        parts = list(group)
        cued = next((part for part in parts if _is_cue(part.text, corpus)), None)
        if cued is None:
            continue
        accounts = [part.anchor for part in parts if part is not cued and _speaks(part, corpus)]
        accounts = accounts if len(accounts) > 1 else _following(place, own, corpus)
        if len(accounts) < 2 and place + 1 < len(sentences):
            after = sentences[place + 1]
            told = any(_speaks(part, corpus) for part in own if part.sentence in (place, place + 1))
            same = told and after.paragraph == sentences[place].paragraph
            accounts = [cued.anchor, after.anchor] if same else []
        if len(accounts) > 1:
            yield _told(cued.text, accounts, corpus)


def _following(place: int, own: Sequence[Passage], corpus: Corpus) -> list[Anchor]:
    """The sentences right behind one, of its paragraph, that each let somebody speak."""
    sentences = corpus.documents[own[0].document].sentences
    accounts: list[Anchor] = []
    for number in range(place + 1, min(place + 1 + _BEHIND, len(sentences))):
        parts = [part for part in own if part.sentence == number]
        same = sentences[number].paragraph == sentences[place].paragraph
        if not same or not any(_speaks(part, corpus) for part in parts):
            break
        accounts.append(sentences[number].anchor)
    return accounts


def _apart(sentences: Sequence[Sentence]) -> list[Anchor]:
    """The first sentence of each paragraph under a heading, or the first sentences of its only one."""
    openings = [next(group).anchor for _, group in groupby(sentences, key=lambda one: one.paragraph)]
    return openings if len(openings) > 1 else [one.anchor for one in sentences]


def _told(text: str, accounts: Sequence[Anchor], corpus: Corpus) -> Discrepancy:
    what = phrase(text, corpus.language)
    sides = [(anchor,) for anchor in accounts[:MOST_ITEMS]]
    return told_apart(corpus.language, "differ: accounts of %(what)s", what, "conflict", sides)


def _is_cue(text: str, corpus: Corpus) -> bool:
    """Whether words say that accounts do not agree; two fears or aims at odds are one party's."""
    key = cues.expression(corpus.language, "disagreement", "professed", "of_one").sub(" ", fold(text))
    return cues.of(corpus.language, "disagreement", "professed", "words").search(key) is not None


def _speaks(passage: Passage, corpus: Corpus) -> bool:
    return cues.of(corpus.language, "disagreement", "silence", "spoken").search(passage.folded) is not None
