"""«But a source told us that …», «called that baseless»: what a sentence sets against the words before it.

The text itself has the two accounts side by side; who gives the second is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import Kind, phrase, told_apart
from brief.language import fold, view
from brief.model import Anchor, Discrepancy

_BACK = 3  # sentences before a denial in which what it denies is told
_FEWEST = 4  # words that tell what something is about
_LONGEST = 420  # characters of a side
_BREAK = re.compile(r"[\u060c\u061b,;]")
_EDGES = " \u060c\u061b,;"
_SIDES, _NEGATION, _AMOUNT, _REVISION = (
    f"differ: {kind} of %(what)s" for kind in ("sides", "negation", "amount", "revision")
)

_ANSWERS = (("untrue", _NEGATION), ("rebutted", _NEGATION), ("replied", _SIDES), ("caused", _SIDES))


class _Pair(Struct, frozen=True):
    """What was told before, what is set against it, and the template of the kind."""

    before: Anchor
    after: Anchor
    template: str


def against(corpus: Corpus, known: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Each account with the one that its text sets against it.

    Sentences that a `known` disagreement of their own text has are left out.
    """
    told = [anchor for one in known for anchor in _of_one_text(one)]
    kind: Kind = "conflict"
    for passage in corpus.cued("against", "firsts"):
        found = _pair(passage, corpus)
        if found and not any(found.after.shares(one) for one in told):
            told.append(found.after)
            what = phrase(_what(found.before, corpus), corpus.language)
            sides = [(found.before,), (found.after,)]
            yield told_apart(corpus.language, found.template, what, kind, sides)


def _of_one_text(found: Discrepancy) -> list[Anchor]:
    """The passages of a disagreement, where all are of one text."""
    anchors = [anchor for item in found.items for anchor in item.evidence]
    return anchors if len({anchor.source for anchor in anchors}) == 1 else []


def _pair(passage: Passage, corpus: Corpus) -> _Pair | None:
    sentence = corpus.documents[passage.document].sentences[passage.sentence].anchor
    if passage.anchor.start != sentence.start:
        return _within(passage, sentence, corpus) or _of_figures(sentence, passage, corpus)
    text = fold(sentence.text)
    turn = _match("turn", text, corpus) or _match("across", text, corpus)
    if turn is None:
        return _answered(text, passage, corpus) or _of_figures(sentence, passage, corpus)
    denied = _match("denies", text, corpus)
    if denied:
        return _denied(denied["what"], passage, corpus)
    return _turned(text, turn, passage, corpus)


def _answered(text: str, passage: Passage, corpus: Corpus) -> _Pair | None:
    """What somebody says, and the sentence behind it that calls it untrue or replies to it."""
    template = next((one for key, one in _ANSWERS if _finds(key, text, corpus)), None)
    before = _sentence_before(passage, 1, corpus) if template else None
    if template is None or before is None or not _says(before, corpus):
        return None
    return _of_two(before, passage, template, corpus)


def _turned(text: str, turn: re.Match[str], passage: Passage, corpus: Corpus) -> _Pair | None:
    """What somebody says, and what somebody else says in the sentence that turns against it."""
    topic = "who" not in turn.re.groupindex
    before = _sentence_before(passage, 1, corpus, across=topic)
    says = _match("says", text, corpus)
    if before is None or says is None or not _says(before, corpus):
        return None
    if not topic and _is_who_spoke(text[turn.start("who") : says.start()], before, corpus):
        return None
    return _of_two(before, passage, _SIDES, corpus)


def _within(passage: Passage, sentence: Anchor, corpus: Corpus) -> _Pair | None:
    """What the first half of a sentence says, and the denial that its second half opens with."""
    document = corpus.documents[passage.document]
    rest = document.anchor(passage.anchor.start, sentence.end)
    text = fold(rest.text)
    if _match("turn", text, corpus) is None or not _finds("denies", text, corpus):
        return None
    first = document.text[sentence.start : passage.anchor.start].rstrip(_EDGES)
    half = document.anchor(sentence.start, sentence.start + len(first))
    fits = max(len(half.text), len(rest.text)) <= _LONGEST and _says(half, corpus)
    return _Pair(half, rest, _NEGATION) if fits else None


def _of_figures(sentence: Anchor, passage: Passage, corpus: Corpus) -> _Pair | None:
    """«… got 42 of them only», «the toll before was nine»: with the sentence that gives the other figure."""
    text = fold(sentence.text)
    only = _finds("only", text, corpus)
    if not only and not _finds("before", text, corpus):
        return None
    if only and cues.of(corpus.language, "disagreement", "silence", "spoken").search(text) is None:
        return None
    before = _sentence_before(passage, 1, corpus)
    if before is None or not any(one.value for one in quantities.find(before.text, corpus.language)):
        return None
    return _of_two(before, passage, _AMOUNT if only else _REVISION, corpus)


def _denied(what: str, passage: Passage, corpus: Corpus) -> _Pair | None:
    """The nearest sentence before a denial that shares a word with what is denied."""
    stems = content(what, corpus.language)
    for back in range(1, _BACK + 1):
        before = _sentence_before(passage, back, corpus)
        if before is None:
            return None
        if stems & content(before.text, corpus.language):
            return _of_two(before, passage, _NEGATION, corpus)
    return None


def _sentence_before(passage: Passage, back: int, corpus: Corpus, *, across: bool = False) -> Anchor | None:
    """The sentence so many before that of a clause, in its paragraph unless it lies `across`."""
    sentences = corpus.documents[passage.document].sentences
    place = passage.sentence - back
    if place < 0:
        return None
    near = across or sentences[place].paragraph == sentences[passage.sentence].paragraph
    return sentences[place].anchor if near else None


def _of_two(before: Anchor, passage: Passage, template: str, corpus: Corpus) -> _Pair | None:
    after = corpus.documents[passage.document].sentences[passage.sentence].anchor
    fits = max(len(before.text), len(after.text)) <= _LONGEST
    return _Pair(before, after, template) if fits else None


def _what(before: Anchor, corpus: Corpus) -> str:
    """What somebody says in a passage; all of it where that is too short to tell what it is about."""
    seen = view(before.text)
    said = _match("said", seen.text, corpus)
    rest = before.text[seen.span(said.end() - 1, said.end())[1] :] if said else ""
    return rest if len(_BREAK.split(rest)[0].split()) >= _FEWEST else before.text


def _says(anchor: Anchor, corpus: Corpus) -> bool:
    """Whether somebody says in a passage how something is, and asks or demands nothing."""
    text = fold(anchor.text)
    return _finds("said", text, corpus) and not _finds("hoping", text, corpus)


def _is_who_spoke(who: str, before: Anchor, corpus: Corpus) -> bool:
    """Whether who speaks now spoke in the sentence before, too."""
    said = _match("said", fold(before.text), corpus)
    spoke = content(said["who"] or said["of"] or "", corpus.language) if said else frozenset()
    return bool(spoke & content(who, corpus.language))


def _match(key: str, text: str, corpus: Corpus) -> re.Match[str] | None:
    return cues.expression(corpus.language, "disagreement", "against", key).search(text)


def _finds(key: str, text: str, corpus: Corpus) -> bool:
    return _match(key, text, corpus) is not None
